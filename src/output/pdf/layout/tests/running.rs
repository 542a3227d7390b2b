//! What stands at the head and foot of pages.

use super::{check, document, filler, fonts, laid_out, prose};
use crate::output::pdf::pages::{Drawing, MarkRole, Pages};

/// The heights of the runs of a running head or foot on a page, and what they say.
fn running(pages: &Pages, page: usize, head: bool) -> (Vec<f32>, String) {
    let (mut heights, mut text) = (Vec::new(), String::new());
    for mark in &pages.pages[page].marks {
        if let (MarkRole::Running { head: own }, Drawing::Text(run)) = (mark.role, &mark.drawing)
            && own == head
        {
            heights.push(run.origin.1);
            text.extend(run.glyphs.iter().map(|glyph| glyph.text.as_str()));
        }
    }
    heights.dedup();
    (heights, text)
}

fn set(head: &str, lines: usize) -> Pages {
    let foot = "<footer class=\"running\"><p>Page <span class=\"page-number\"></span> of <span class=\"page-count\"></span></p></footer>";
    let head = format!("<header class=\"running\">{head}</header>");
    let text = document(&format!("{head}{foot}{}", filler(lines)));
    let pages = laid_out(&text).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let (theme, fonts) = fonts();
    assert_eq!(check(&text, &pages, theme, fonts), Vec::<String>::new());
    pages
}

#[test]
fn a_document_of_one_page_does_not_count_it() {
    let pages = set("<p>Keys</p>", 5);
    assert_eq!(running(&pages, 0, false).1, "");
    let pages = set("<p>Keys</p>", 50);
    assert_eq!(running(&pages, 0, false).1, "Page 1 of 2");
}

#[test]
fn a_running_head_stays_on_one_line() {
    let short = set("<p>Memorandum – Keys of the <em>dock</em></p>", 50);
    let (heights, text) = running(&short, 1, true);
    assert_eq!(
        (heights.len(), text.as_str()),
        (1, "Memorandum – Keys of the dock")
    );
    let long = set(
        &format!("<p>Memorandum – {} <em>{}</em></p>", prose(14), prose(12)),
        50,
    );
    let (heights, text) = running(&long, 1, true);
    assert_eq!(heights.len(), 1, "{text}");
    assert!(
        text.starts_with("Memorandum – the ministry") && text.ends_with('…'),
        "{text}"
    );
    assert!(text.len() > 80, "{text}");
    // The dots stand right behind a word, whatever stood between it and the next.
    for between in ["\u{a0}:", "\u{a0}–", ",", ";", "\u{a0}"] {
        let words = format!("depots{between} ").repeat(40);
        let (_, text) = running(&set(&format!("<p>{words}</p>"), 50), 1, true);
        assert!(text.ends_with("depots…"), "{text}");
    }
    // Columns have a head each, and a break that the template makes stays.
    let columns = format!(
        "<div class=\"columns\"><div class=\"column\" lang=\"en\"><p>{0}</p></div><div class=\"column\" lang=\"fr\"><p>{0}</p></div></div>",
        prose(20)
    );
    let (heights, text) = running(&set(&columns, 50), 1, true);
    assert_eq!((heights.len(), text.matches('…').count()), (1, 2), "{text}");
    let (heights, _) = running(&set("<p>One<br/>Two</p>", 50), 1, true);
    assert_eq!(heights.len(), 2);
}
