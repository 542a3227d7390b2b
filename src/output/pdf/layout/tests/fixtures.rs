//! The sample documents in `tests/fixtures/print/`.

use super::{check, fonts, laid_out};

const MEMO_EN: &str = include_str!("../../../../../tests/fixtures/print/memo.en.html");
const MEMO_FR: &str = include_str!("../../../../../tests/fixtures/print/memo.fr.html");

#[test]
fn the_sample_documents_are_whole() {
    let (theme, fonts) = fonts();
    for (name, text) in [("en", MEMO_EN), ("fr", MEMO_FR)] {
        let pages = laid_out(text).unwrap_or_else(|findings| panic!("{name}: {findings:#?}"));
        assert_eq!(
            check(text, &pages, theme, fonts),
            Vec::<String>::new(),
            "{name}"
        );
        if let Ok(folder) = std::env::var("LAYOUT_OUT") {
            let file = crate::output::pdf::write::write_pdf(&pages).unwrap();
            std::fs::write(format!("{folder}/{name}.pdf"), file).unwrap();
        }
    }
}
