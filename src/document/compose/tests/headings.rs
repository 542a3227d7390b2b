//! Sections that headings of bodies begin.

use super::{RECIPIENTS, SENDER, words};
use crate::document::tests::Stage;
use crate::document::{Document, Section};
use crate::lang::Lang;

/// A memo with these sections.
pub(super) fn memo(sections: &str) -> String {
    format!(
        "date: 2026-04-01\n{SENDER}{RECIPIENTS}subject:\n  en: Update\n  fr: Mise à jour\nfacts:\n  year: {{ year: 2026 }}\nsections:\n{sections}"
    )
}

/// A body of both languages as the lines of a section.
pub(super) fn body(en: &[&str], fr: &[&str]) -> String {
    let lines = |all: &[&str]| -> String {
        let all = all.iter().map(|line| format!("        {line}\n"));
        all.collect()
    };
    format!(
        "    body:\n      en: |\n{}      fr: |\n{}",
        lines(en),
        lines(fr)
    )
}

/// All sections with their levels, anchors and headings, in order.
pub(super) fn outline(document: &Document) -> Vec<(u8, String, String)> {
    fn gather(sections: &[Section], found: &mut Vec<(u8, String, String)>) {
        for section in sections {
            let heading = section.heading.as_ref().map(words).unwrap_or_default();
            found.push((section.level, section.id.clone(), heading));
            gather(&section.sections, found);
        }
    }
    let mut found = Vec::new();
    gather(&document.sections, &mut found);
    gather(&document.appendices, &mut found);
    found
}

fn told(levels: &[(u8, &str, &str)]) -> Vec<(u8, String, String)> {
    let own =
        |(level, id, heading): &(u8, &str, &str)| (*level, (*id).to_owned(), (*heading).to_owned());
    levels.iter().map(own).collect()
}

#[test]
fn levels_are_relative_to_the_section_and_none_is_left_out() {
    let en = [
        "Words.", "", "### A", "a", "##### B", "###### C", "#### D", "## E",
    ];
    let fr = [
        "Mots.",
        "",
        "### A’",
        "a",
        "##### B’",
        "###### C’",
        "#### D’",
        "## E’",
    ];
    let inner =
        "    sections:\n      - heading: { en: F, fr: F’ }\n        body: { en: f, fr: f }\n";
    let yaml = memo(&format!(
        "  -\n{}{inner}  - heading: {{ en: G, fr: G’ }}\n{}",
        body(&en, &fr),
        body(&["# H"], &["# H’"])
    ));
    let stage = Stage::new(&[]);
    let document = stage.memo(&yaml, Lang::En);
    assert_eq!(
        outline(&document),
        told(&[
            (2, "section-1", ""),
            (2, "a", "A"),
            (3, "b", "B"),
            (4, "c", "C"),
            (3, "d", "D"),
            (2, "e", "E"),
            (2, "section-1-1", "F"),
            (2, "section-2", "G"),
            (3, "h", "H"),
        ])
    );
    assert_eq!(document.sections[0].body.markdown, "Words.");
    let french = stage.memo(&yaml, Lang::Fr);
    let anchors = |document| -> Vec<_> {
        outline(document)
            .into_iter()
            .map(|it| (it.0, it.1))
            .collect()
    };
    assert_eq!(anchors(&french), anchors(&document));
}

#[test]
fn no_heading_is_deeper_than_pages_have_levels() {
    let all: Vec<String> = (1..=6)
        .map(|level| format!("{} L{level}", "#".repeat(level)))
        .collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let yaml = memo(&format!(
        "  - heading: {{ en: A, fr: B }}\n{}",
        body(&all, &all)
    ));
    let document = Stage::new(&[]).memo(&yaml, Lang::En);
    let levels: Vec<u8> = outline(&document).iter().map(|it| it.0).collect();
    assert_eq!(levels, [2, 3, 4, 5, 6, 6, 6]);
}

#[test]
fn anchors_are_the_english_words() {
    let en = [
        "# Next steps",
        "",
        "See [x](#whats-new-in-2026), [y](#next-steps-2).",
        "",
        "# Next steps",
        "# What's new in { $year }?",
        "# Content",
        "# Note 1",
        "# Section 2",
        "# Fees",
        "# ???",
    ];
    let fr = [
        "# Prochaines étapes",
        "",
        "Voir [x](#whats-new-in-2026), [y](#next-step).",
        "",
        "# Autres étapes",
        "# Quoi de neuf en { $year } ?",
        "# Contenu",
        "# Note 1",
        "# Section 2",
        "# Frais",
        "# ???",
    ];
    let yaml = memo(&format!(
        "  -\n{}  - id: fees\n    body: {{ en: f, fr: f }}\n",
        body(&en, &fr)
    ));
    let stage = Stage::new(&[]);
    let anchors = [
        "section-1",
        "next-steps",
        "next-steps-2",
        "whats-new-in-2026",
        "content-2",
        "note-1-2",
        "section-2",
        "fees-2",
        "section",
        "fees",
    ];
    let right = yaml.replace("#next-step)", "#next-steps-2)");
    for lang in Lang::ALL {
        let document = stage.memo(&right, lang);
        let own: Vec<String> = outline(&document).into_iter().map(|it| it.1).collect();
        assert_eq!(own, anchors, "{lang:?}");
        let linked: Vec<bool> = document.sections[0]
            .sections
            .iter()
            .map(|it| it.linked)
            .collect();
        assert_eq!(linked[2..3], [true]);
    }
    assert!(stage.findings(&yaml, Lang::En).is_empty());
    let findings = stage.findings(&yaml, Lang::Fr);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].code.name, "unknown-anchor");
    assert_eq!(findings[0].hints, ["did you mean `#next-steps`?"]);
}

#[test]
fn a_memo_in_french_alone_has_its_own_words() {
    let yaml =
        memo(&format!("  -\n{}", body(&["# A"], &["# Étapes à venir"]))) + "languages: [fr]\n";
    let document = Stage::new(&[]).memo(&yaml, Lang::Fr);
    assert_eq!(document.sections[0].sections[0].id, "étapes-à-venir");
}

#[test]
fn where_outlines_differ_what_they_share_has_one_name() {
    let en = ["# One", "# Two", "## Three", "# Four"];
    let fr = ["# Un", "# Deux", "# Quatre", "## Cinq"];
    let yaml = memo(&format!(
        "  -\n{}  -\n{}",
        body(&en, &fr),
        body(&["# Cinq"], &["# Six"])
    ));
    let stage = Stage::new(&[]);
    let ids = |lang| -> Vec<String> {
        outline(&stage.memo(&yaml, lang))
            .into_iter()
            .map(|it| it.1)
            .collect()
    };
    assert_eq!(
        ids(Lang::En),
        [
            "section-1",
            "one",
            "two",
            "three",
            "four",
            "section-2",
            "cinq"
        ]
    );
    // What French has alone takes no name from the English.
    assert_eq!(
        ids(Lang::Fr),
        [
            "section-1",
            "one",
            "two",
            "quatre",
            "cinq-2",
            "section-2",
            "cinq"
        ]
    );
}

#[test]
fn a_heading_that_french_lacks_keeps_its_name() {
    let yaml = memo(&format!(
        "  -\n{}  -\n{}",
        body(&["# Fees", "a"], &["b"]),
        body(&["# Fees"], &["# Frais"])
    ));
    let document = Stage::new(&[]).memo(&yaml, Lang::Fr);
    assert_eq!(document.sections[1].sections[0].id, "fees-2");
}

#[test]
fn bodies_in_messages_have_headings_too() {
    let stage = Stage::new(&[
        (
            Lang::En,
            "intro =\n    Words.\n\n    ## Fees\n\n    None.\n",
        ),
        (
            Lang::Fr,
            "intro =\n    Mots.\n\n    ## Frais\n\n    Aucuns.\n",
        ),
    ]);
    let yaml = memo("  - body: { message: intro }\n");
    for lang in Lang::ALL {
        let document = stage.memo(&yaml, lang);
        let own: Vec<_> = outline(&document)
            .into_iter()
            .map(|it| (it.0, it.1))
            .collect();
        assert_eq!(own, [(2, "section-1".to_owned()), (2, "fees".to_owned())]);
    }
}

#[test]
fn headings_of_appendices_stand_below_their_letters() {
    let yaml = memo("  - body: { en: a, fr: b }\n").trim_end().to_owned()
        + &format!(
            "\nappendices:\n  - heading: {{ en: A, fr: B }}\n{}",
            body(&["## C"], &["## D"])
        );
    let document = Stage::new(&[]).memo(&yaml, Lang::Fr);
    let last = outline(&document).pop();
    assert_eq!(last, Some((3, "c".to_owned(), "D".to_owned())));
}
