//! The numbers of headings and paragraphs.

use super::headings::{body, memo, outline};
use crate::document::markup::{MarkupWords, MarkupWriter, Medium};
use crate::document::tests::Stage;
use crate::document::{Document, Section};
use crate::lang::Lang;
use std::collections::BTreeMap;

/// The headings, and each body's Markdown, of a section and those inside of it.
fn printed(document: &Document) -> (Vec<String>, Vec<String>) {
    fn gather(sections: &[Section], bodies: &mut Vec<String>) {
        for section in sections {
            bodies.push(section.body.markdown.replace('\u{a0}', "~"));
            gather(&section.sections, bodies);
        }
    }
    let mut bodies = Vec::new();
    gather(&document.sections, &mut bodies);
    gather(&document.appendices, &mut bodies);
    bodies.retain(|body| !body.is_empty());
    let headings = outline(document)
        .into_iter()
        .map(|it| it.2.replace('\u{a0}', "~"));
    (headings.filter(|it| !it.is_empty()).collect(), bodies)
}

#[test]
fn headings_are_numbered_by_their_depth_in_both_languages() {
    let en = ["a", "", "# A", "## B", "### C", "## D", "# E"];
    let yaml = memo(&format!(
        "  -\n{}  - heading: {{ en: F, fr: F }}\n    body: {{ en: f, fr: f }}\n    sections:\n      - heading: {{ en: G, fr: G }}\n        body: {{ en: g, fr: g }}\n",
        body(&en, &en)
    )) + &format!(
        "appendices:\n  - heading: {{ en: H, fr: H }}\n{}numbered: headings\n",
        body(&["# I", "## J"], &["# I", "## J"])
    );
    let stage = Stage::new(&[]);
    for lang in Lang::ALL {
        let document = stage.memo(&yaml, lang);
        let (headings, bodies) = printed(&document);
        let numbered = &headings[..7];
        assert_eq!(
            numbered,
            ["1~A", "1.1~B", "1.1.1~C", "1.2~D", "2~E", "3~F", "3.1~G"]
        );
        assert!(headings[7].ends_with('H') && !headings[7].starts_with('4'));
        assert_eq!(headings[8..], ["A.1~I", "A.1.1~J"]);
        assert_eq!(bodies[0], "a");
        // Anchors have no numbers.
        assert_eq!(document.sections[0].sections[0].id, "a");
        let markdown = &document.sections[0].sections[0]
            .heading
            .as_ref()
            .unwrap()
            .markdown;
        assert_eq!(markdown, "1\u{a0}A");
    }
}

#[test]
fn a_section_numbers_what_is_in_it() {
    let text = ["# A", "a", "", "b"];
    let yaml = memo(&format!(
        "  - heading: {{ en: X, fr: X }}\n    numbered: headings\n{0}  - heading: {{ en: Y, fr: Y }}\n    numbered: paragraphs\n{0}  - heading: {{ en: Z, fr: Z }}\n{0}",
        body(&text, &text)
    ));
    let (headings, bodies) = printed(&Stage::new(&[]).memo(&yaml, Lang::Fr));
    assert_eq!(headings, ["X", "1~A", "Y", "A", "Z", "A"]);
    assert_eq!(bodies, ["a\n\nb", "1\\.~a\n\n2\\.~b", "a\n\nb"]);
}

#[test]
fn paragraphs_are_numbered_through_the_memo() {
    let text = [
        "\"a\"[^x]",
        "",
        "- b",
        "",
        "  c",
        "",
        "> d",
        "",
        "![Plan](images/files-moved-en.png)",
        "",
        "[e](https://a.ca)",
        "",
        "[^x]: f",
    ];
    let yaml = memo(&format!(
        "  -\n{0}  -\n{0}numbered: paragraphs\n",
        body(&text, &text)
    ));
    let document = Stage::new(&[]).memo(&yaml, Lang::En);
    let (_, bodies) = printed(&document);
    assert!(
        bodies[0].starts_with("1\\.~“a”[^1]\n\n- b\n\n  c\n\n> d\n\n!["),
        "{}",
        bodies[0]
    );
    assert!(
        bodies[0].ends_with("\n\n2\\.~[e](https://a.ca)"),
        "{}",
        bodies[0]
    );
    assert!(bodies[1].starts_with("3\\.~“a”[^2]"), "{}", bodies[1]);
    assert_eq!(document.notes[0].body.markdown, "f");
    let pictures = BTreeMap::new();
    let mut writer = MarkupWriter::new(Medium::Web, &pictures, MarkupWords::default());
    let html = writer.blocks(&document.sections[0].body.blocks);
    assert!(
        html.as_str()
            .starts_with("<p class=\"numbered\"><span class=\"number\">1.\u{a0}</span>“a”"),
        "{}",
        html.as_str()
    );
}
