//! Print markup: faults are found alike whether or not pages are drawn, and the pages of
//! what is sound are a file that opens.

use super::memo::assert_opens;
use super::placed::{assert_placed, errors};
use super::room::Files;
use bimemo::lang::Lang;
use bimemo::output::pdf::font::FontSet;
use bimemo::output::pdf::image::Picture;
use bimemo::output::pdf::layout::{Pictures, check_layout, layout_pages};
use bimemo::output::pdf::markup::PrintMarkup;
use bimemo::output::pdf::pages::{Metadata, Pages};
use bimemo::output::pdf::write::write_pdf;
use bimemo::output::theme::Theme;
use bimemo::workspace::{Workspace, resolve};
use std::sync::{Arc, LazyLock};

/// What print markup is laid out with.
struct Look {
    theme: Theme,
    fonts: FontSet,
    pictures: Pictures,
}

static LOOK: LazyLock<Look> = LazyLock::new(|| {
    let workspace = Workspace::of(Files::new());
    let (theme, findings) = Theme::parse(None, &[]);
    assert_eq!(findings, []);
    let mut read = |file: &str| {
        let path = resolve("templates/theme.yaml", file)?;
        workspace.bytes(&path).ok()?
    };
    let fonts = FontSet::load(&theme, &mut read).expect("the defaults have fonts");
    let beside = super::room::beside();
    let pictures = ["memos/d.svg", "memos/p.png"].map(|path| {
        let picture = Picture::decode(&beside[path], path).expect("a picture");
        let name = path.trim_start_matches("memos/");
        (name.to_owned(), Arc::new(picture))
    });
    Look {
        theme,
        fonts,
        pictures: Pictures::from(pictures),
    }
});

/// The input is print markup, as templates give it.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let markup = PrintMarkup {
        template: "templates/memo.pdf.html",
        text: text.trim(),
        written: &|_| None,
        leads: &|_| true,
    };
    let found = check_layout(markup, &LOOK.theme, &LOOK.fonts, &LOOK.pictures, metadata());
    assert_placed(&found);
    let pages = layout_pages(markup, &LOOK.theme, &LOOK.fonts, &LOOK.pictures, metadata());
    match pages {
        Ok(pages) => {
            assert_placed(&pages.warnings);
            assert_eq!(errors(&found), Vec::<String>::new(), "pages were made");
            assert_written(&pages);
        }
        Err(faults) => {
            assert_placed(&faults);
            assert!(!faults.is_empty(), "no pages, and no word why");
            assert_eq!(
                errors(&found),
                errors(&faults),
                "the check finds other faults"
            );
        }
    }
}

/// Pages are written, and what is written can be read again.
fn assert_written(pages: &Pages) {
    match write_pdf(pages) {
        Ok(bytes) => assert_opens(&bytes, Some(pages)),
        Err(fault) => assert_placed(&[*fault]),
    }
}

fn metadata() -> Metadata {
    Metadata {
        title: "Tides".to_owned(),
        lang: Some(Lang::En),
        date: "2026-05-01".to_owned(),
        ..Metadata::default()
    }
}
