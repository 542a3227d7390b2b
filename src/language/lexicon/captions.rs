//! What captions of tables begin with.

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Lookup, Row, tables};

pub(super) static CAPTIONS: [Lookup<()>; 2] =
    tables!("captions.tsv", &["word"], Row::listed, Lookup::new);

/// How many bytes the mark of a table's caption has that a text begins with: `Table: `,
/// `Tableau : `; nothing where there is none.
pub(crate) fn caption_mark(text: &str, lang: Lang) -> Option<usize> {
    let end = text.find(|c: char| !c.is_alphabetic())?;
    let (word, rest) = text.split_at(end);
    let rest = rest.strip_prefix(is_blank).unwrap_or(rest);
    let words = rest.strip_prefix(':')?;
    let own = words.trim_start_matches(is_blank);
    let marked = own.len() < words.len() && lang.of(&CAPTIONS).has(&fold(word));
    marked.then(|| text.len() - own.len())
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_begins_with_the_word_of_its_language_and_a_colon() {
        let mark = |text, lang| caption_mark(text, lang);
        assert_eq!(mark("Table: Fees", Lang::En), Some(7));
        assert_eq!(mark("table : Fees", Lang::En), Some(8));
        assert_eq!(mark("Tableau\u{a0}: Droits", Lang::Fr), Some(11));
        assert_eq!(mark("Tableau: Droits", Lang::Fr), Some(9));
        assert_eq!(mark("Table: Droits", Lang::Fr), Some(7));
        for text in [
            "Tableau : Fees",
            "Table Fees",
            "Table 1: Fees",
            "Table:Fees",
            "Tables: Fees",
            "Table  : Fees",
            "",
        ] {
            assert_eq!(mark(text, Lang::En), None, "{text}");
        }
    }
}
