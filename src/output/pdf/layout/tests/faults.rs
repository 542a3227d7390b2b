//! What is wrong with the markup is said, all of it.

use super::{document, laid_out};

fn findings(blocks: &str) -> Vec<(String, String)> {
    laid_out(&document(blocks))
        .unwrap_err()
        .into_iter()
        .map(|finding| (finding.code.id.to_owned(), finding.message))
        .collect()
}

#[test]
fn references_that_lead_nowhere_and_notes_that_nothing_refers_to() {
    let found = findings(
        "<p><a href=\"#nowhere\">x</a><a class=\"note-reference\" href=\"#note-2\">2</a></p><div class=\"note\" id=\"note-1\"><p>lost</p></div>",
    );
    let said: Vec<&str> = found.iter().map(|(_, message)| message.as_str()).collect();
    assert_eq!(
        said,
        [
            "`templates/memo.pdf.html` prints a link to `#note-2`, and nothing has this id",
            "`templates/memo.pdf.html` prints a link to `#nowhere`, and nothing has this id",
            "`templates/memo.pdf.html` prints the footnote `note-1`, and nothing refers to it",
        ]
    );
    assert!(found.iter().all(|(code, _)| code == "W103"));
}

#[test]
fn pictures_that_are_missing_or_have_no_words() {
    let found = findings(
        "<p><img src=\"none.png\" alt=\"x\"/></p><p>a <img src=\"chart.png\"/></p><p><img src=\"none.png\" alt=\"x\"/></p>",
    );
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|(code, _)| code == "W104"));
    assert!(found[0].1.contains("none.png") && found[1].1.contains("without `alt`"));
}

#[test]
fn characters_that_no_font_has() {
    let found = findings("<p>日本</p><ul><li>日</li></ul><p><img src=\"none.png\" alt=\"x\"/></p>");
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["W104", "W105", "W105"], "all faults at once");
    assert!(found[1].1.contains("`日` (U+65E5)"), "{}", found[1].1);
}

#[test]
fn a_page_number_outside_running_heads() {
    let found = findings("<p>Page <span class=\"page-number\"></span></p>");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "W102");
}
