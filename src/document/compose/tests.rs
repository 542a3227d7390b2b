mod headings;
mod numbering;

use crate::document::inline::plain_text;
use crate::document::tests::Stage;
use crate::document::{Document, Field, Inline, Phrase};
use crate::lang::Lang;

fn words(phrase: &Phrase) -> String {
    plain_text(&phrase.inlines)
}

fn lines(phrases: &[Phrase]) -> Vec<String> {
    phrases.iter().map(words).collect()
}

fn field<'a>(document: &'a Document, key: &str) -> &'a Field {
    document
        .header
        .iter()
        .chain(&document.footer)
        .find(|field| field.key == key)
        .unwrap_or_else(|| panic!("there is no {key}"))
}

/// A memo with these lines in the place of sender and recipients.
fn memo(parties: &str) -> String {
    format!(
        "date: 2026-04-01\n{parties}subject:\n  en: Update\n  fr: Mise à jour\nsections:\n  - body:\n      en: Text.\n      fr: Texte.\n"
    )
}

const SENDER: &str = "sender:\n  name: A\n";
const RECIPIENTS: &str = "recipients:\n  - en: Partners\n    fr: partenaires\n";

#[test]
fn to_agrees_in_number() {
    let stage = Stage::new(&[]);
    for (recipients, label) in [
        ("recipients:\n  - name: Jean Roy\n", "Destinataire\u{a0}:"),
        (
            "recipients:\n  - name: Jean Roy\n  - name: Gloria Park\n",
            "Destinataires\u{a0}:",
        ),
        (RECIPIENTS, "Destinataires\u{a0}:"),
        (
            "recipients:\n  - en: Programs Division\n    fr: Division des programmes\n    number: one\n",
            "Destinataire\u{a0}:",
        ),
    ] {
        let yaml = memo(&format!("{SENDER}{recipients}"));
        let document = stage.memo(&yaml, Lang::Fr);
        assert_eq!(words(&field(&document, "to").label), label, "{recipients}");
        let document = stage.memo(&yaml, Lang::En);
        assert_eq!(words(&field(&document, "to").label), "To:");
    }
}

#[test]
fn from_agrees_in_gender_and_number() {
    let stage = Stage::new(&[]);
    let person = |name: &str, gender: &str| format!("  - name: {name}\n    gender: {gender}\n");
    let (her, him) = (person("Ann", "feminine"), person("Bob", "masculine"));
    let (eve, they) = (person("Eve", "feminine"), person("Kim", "unspecified"));
    let group = "  - en: Programs Division\n    fr: Division des programmes\n".to_owned();
    for (senders, label) in [
        (her.clone(), "Expéditrice\u{a0}:"),
        (him.clone(), "Expéditeur\u{a0}:"),
        (format!("{her}{eve}"), "Expéditrices\u{a0}:"),
        (format!("{him}{him}"), "Expéditeurs\u{a0}:"),
        (format!("{her}{him}"), "De\u{a0}:"),
        (they.clone(), "De\u{a0}:"),
        (format!("{her}{they}"), "De\u{a0}:"),
        (format!("{her}{group}"), "De\u{a0}:"),
        (group, "De\u{a0}:"),
    ] {
        let yaml = memo(&format!("sender:\n{senders}{RECIPIENTS}"));
        let document = stage.memo(&yaml, Lang::Fr);
        assert_eq!(words(&field(&document, "from").label), label, "{senders}");
    }
}

#[test]
fn salutations_agree_with_those_whom_they_address() {
    let stage = Stage::new(&[]);
    let person = |name: &str, gender: &str| format!("  - name: {name}\n    gender: {gender}\n");
    let (her, him) = (person("Ann", "feminine"), person("Bob", "masculine"));
    let (eve, they) = (person("Eve", "feminine"), person("Kim", "unspecified"));
    let group = "  - en: All staff\n    fr: Ensemble du personnel\n".to_owned();
    for (recipients, en, fr) in [
        (her.clone(), "Dear colleague,", "Chère collègue,"),
        (him.clone(), "Dear colleague,", "Cher collègue,"),
        (
            format!("{her}{eve}"),
            "Dear colleagues,",
            "Chères collègues,",
        ),
        (
            format!("{her}{him}"),
            "Dear colleagues,",
            "Chères et chers collègues,",
        ),
        (they.clone(), "Dear colleague,", "Bonjour,"),
        (
            format!("{her}{they}"),
            "Dear colleagues,",
            "Chères et chers collègues,",
        ),
        (group, "Dear colleagues,", "Chères et chers collègues,"),
    ] {
        let yaml = memo(&format!(
            "{SENDER}recipients:\n{recipients}salutation:\n  message: salutation-colleagues\n"
        ));
        for (lang, expected) in [(Lang::En, en), (Lang::Fr, fr)] {
            let document = stage.memo(&yaml, lang);
            let salutation = document.salutation.as_ref().map(words);
            assert_eq!(salutation.as_deref(), Some(expected), "{recipients}");
        }
    }
}

#[test]
fn titles_get_a_capital_where_they_begin_a_line() {
    let stage = Stage::new(&[]);
    let parties = "sender:\n  name: Marguerite Okafor\n  gender: feminine\n  title:\n    en: Assistant Deputy Minister\n    fr: sous-ministre adjointe\n  organization:\n    - en: Programs Division\n      fr: Division des programmes\n    - en: Ministry of Labour\n      fr: ministère du Travail\nrecipients:\n  - title:\n      en: Director General\n      fr: directeur général\n    organization:\n      en: Ministry of Labour\n      fr: ministère du Travail\n  - en: Department of Work\n    fr: ministère du Travail\n";
    let yaml = memo(parties) + "signature:\n  original: true\n";
    let document = stage.memo(&yaml, Lang::Fr);
    assert_eq!(
        lines(&field(&document, "from").values),
        [
            "Marguerite Okafor, sous-ministre adjointe, Division des programmes, ministère du Travail"
        ]
    );
    assert_eq!(
        lines(&field(&document, "to").values),
        [
            "Directeur général, ministère du Travail",
            "Ministère du Travail"
        ]
    );
    let signature = document.signature.as_ref().unwrap();
    assert_eq!(
        words(signature.original.as_ref().unwrap()),
        "Original signé par"
    );
    assert_eq!(
        lines(&signature.signatories[0]),
        [
            "Marguerite Okafor",
            "Sous-ministre adjointe",
            "Division des programmes",
            "Ministère du Travail"
        ]
    );
}

#[test]
fn acting_is_said_once() {
    let stage = Stage::new(&[
        (
            Lang::En,
            "role-boss = { $acting ->\n    [true] Acting Boss\n   *[false] Boss\n }\nrole-clerk = Clerk\n",
        ),
        (
            Lang::Fr,
            "role-boss = { $acting ->\n    [true] patronne intérimaire\n   *[false] patronne\n }\nrole-clerk = commis\n",
        ),
    ]);
    for (title, en, fr) in [
        (
            "en: Director\n    fr: directrice",
            "A, Director (A)",
            "A, directrice par intérim",
        ),
        (
            "en: Director, Tides\n    fr: directrice, Marées",
            "A, Director (A), Tides",
            "A, directrice par intérim, Marées",
        ),
        (
            "en: Director (tides, ice)\n    fr: directrice (marées, glaces)",
            "A, Director (tides, ice) (A)",
            "A, directrice (marées, glaces) par intérim",
        ),
        (
            "message: role-boss",
            "A, Acting Boss",
            "A, patronne intérimaire",
        ),
        (
            "message: role-clerk",
            "A, Clerk (A)",
            "A, commis par intérim",
        ),
    ] {
        let yaml = memo(&format!(
            "sender:\n  name: A\n  acting: true\n  title:\n    {title}\n{RECIPIENTS}"
        ));
        let from = |lang| lines(&field(&stage.memo(&yaml, lang), "from").values);
        assert_eq!(from(Lang::En), [en]);
        assert_eq!(from(Lang::Fr), [fr]);
    }
}

#[test]
fn the_language_of_an_attachment_is_said_once() {
    let stage = Stage::new(&[]);
    for (title, en, fr) in [
        (
            "en: Report\n      fr: Rapport",
            "Report (French only)",
            "Rapport (en français seulement)",
        ),
        (
            "en: Report (French only)\n      fr: Rapport (en français seulement)",
            "Report (French only)",
            "Rapport (en français seulement)",
        ),
        // What is said of something else, or not at the end, is no such word.
        (
            "en: Report (French only), map\n      fr: Rapport (en anglais seulement)",
            "Report (French only), map (French only)",
            "Rapport (en anglais seulement) (en français seulement)",
        ),
    ] {
        for href in ["", "    href: https://example.ca/r.pdf\n"] {
            let yaml = format!(
                "{}attachments:\n  - title:\n      {title}\n{href}    language: fr\n",
                memo(&format!("{SENDER}{RECIPIENTS}"))
            );
            for (lang, printed) in [(Lang::En, en), (Lang::Fr, fr)] {
                let document = stage.memo(&yaml, lang);
                assert_eq!(lines(&field(&document, "attachments").values), [printed]);
            }
        }
    }
}

#[test]
fn everything_stands_in_its_order() {
    let stage = Stage::new(&[]);
    let yaml = "date: 2026-04-01\neffective: 2026-05-01\naction-by: 2026-04-15\nreference: R-1\nclassification: protected-b\nmarks: [urgent]\nsender:\n  name: A\nthrough:\n  name: B\nrecipients:\n  - name: C\nsubject:\n  en: S\n  fr: S\ndetails:\n  - label:\n      en: Your file\n      fr: V/Réf.\n    value: X-1\nsections:\n  - body:\n      en: Text.\n      fr: Texte.\nenquiries:\n  - about:\n      en: Money\n      fr: Argent\n    name: D\n    telephone: 416-555-0134\n    extension: 12\n    tty: 416-555-0135\n    email: d@example.ca\nattachments:\n  - title:\n      en: Guide\n      fr: Guide\n    href: https://example.ca/guide.pdf\n    language: en\ncc:\n  - name: E\ndistribution:\n  - name: F\nappendices:\n  - heading:\n      en: Map\n      fr: Carte\n    body:\n      en: M\n      fr: C\n  - body:\n      en: N\n      fr: N\n";
    let document = stage.memo(yaml, Lang::Fr);
    let keys: Vec<_> = document
        .header
        .iter()
        .chain(&document.footer)
        .map(|f| f.key)
        .collect();
    assert_eq!(
        keys,
        [
            "to",
            "from",
            "through",
            "date",
            "subject",
            "reference",
            "action-by",
            "effective",
            "detail",
            "enquiries",
            "attachments",
            "cc",
            "distribution"
        ]
    );
    assert_eq!(
        words(document.classification.as_ref().unwrap()),
        "Protégé B"
    );
    assert_eq!(lines(&document.marks), ["Urgent"]);
    assert_eq!(words(&field(&document, "detail").label), "V/Réf.\u{a0}:");
    assert_eq!(
        lines(&field(&document, "attachments").values),
        ["Guide (en anglais seulement)"]
    );
    assert!(matches!(
        &field(&document, "attachments").values[0].inlines[0],
        Inline::Link {
            hreflang: Some(Lang::En),
            ..
        }
    ));
    let enquiry = &lines(&field(&document, "enquiries").values)[0];
    assert!(enquiry.starts_with("Argent\u{a0}: D, 416"), "{enquiry}");
    assert!(enquiry.contains("ATS"), "{enquiry}");
    assert!(enquiry.ends_with("d@example.ca"), "{enquiry}");
    let headings: Vec<_> = document
        .appendices
        .iter()
        .map(|section| words(section.heading.as_ref().unwrap()).replace('\u{a0}', " "))
        .collect();
    assert_eq!(headings, ["Annexe A : Carte", "Annexe B"]);
    assert_eq!(document.appendices[0].id, "appendix-a");
}

#[test]
fn to_names_the_distribution_list_where_nobody_else_is_named() {
    let stage = Stage::new(&[]);
    let yaml = memo(&format!("{SENDER}distribution:\n  - name: F\n"))
        .replace("date: 2026-04-01\n", "kind: notice\ndate: 2026-04-01\n");
    let document = stage.memo(&yaml, Lang::En);
    assert_eq!(lines(&field(&document, "to").values), ["Distribution list"]);
}

#[test]
fn a_letterhead_stands_whole_in_both_documents() {
    let stage = Stage::new(&[]);
    let yaml = memo(&format!("letterhead: harbour\n{SENDER}{RECIPIENTS}"));
    let [en, fr] = Lang::ALL.map(|lang| stage.memo(&yaml, lang).letterhead.unwrap());
    let columns = |head: &crate::document::PrintedLetterhead| -> Vec<(Lang, Vec<String>)> {
        head.columns
            .iter()
            .map(|c| (c.lang, lines(&c.lines)))
            .collect()
    };
    assert_eq!(columns(&en), columns(&fr));
    assert_eq!(en.columns[0].lang, Lang::En);
    assert_eq!(
        lines(&en.columns[1].lines)[0],
        "480, rue Lantern, 12e étage"
    );
    assert_ne!(en.logo.unwrap().1, fr.logo.unwrap().1);
}

#[test]
fn a_missing_translation_is_found_and_marked() {
    let stage = Stage::new(&[]);
    let yaml = memo(&format!("{SENDER}{RECIPIENTS}")).replace("  fr: Mise à jour\n", "");
    let file = crate::source::SourceFile::new("memos/test.yaml", yaml);
    let (document, findings) = stage.build(&file, Lang::Fr, true);
    assert_eq!(findings.len(), 1);
    let finding = &findings[0];
    assert_eq!(finding.code.name, "missing-translation");
    assert_eq!(finding.lang, Some(Lang::Fr));
    assert_eq!(finding.span.as_ref().unwrap().text(), "en: Update");
    assert_eq!(finding.labels[0].span.text(), "Update");
    assert!(matches!(document.subject.inlines[0], Inline::Gap(_)));
    assert!(document.draft.is_some());
    assert_eq!(stage.findings(file.text(), Lang::En), []);
}

#[test]
fn unknown_names_are_found_with_what_was_meant() {
    let stage = Stage::new(&[]);
    let yaml = memo(&format!(
        "classification: protectd-b\nmarks: [urgnet]\nletterhead: harbor\nkind: memmo\n{SENDER}{RECIPIENTS}"
    ));
    let findings = stage.findings(&yaml, Lang::En);
    let found: Vec<_> = findings
        .iter()
        .map(|finding| {
            let span = finding.span.as_ref().unwrap();
            (
                finding.code.name,
                span.text().to_owned(),
                finding.hints[0].clone(),
            )
        })
        .collect();
    for (name, text, hint) in [
        ("unknown-letterhead", "harbor", "did you mean `harbour`?"),
        (
            "unknown-classification",
            "protectd-b",
            "did you mean `protected-b`?",
        ),
        ("unknown-mark", "urgnet", "did you mean `urgent`?"),
        ("unknown-kind", "memmo", "did you mean `memo`?"),
    ] {
        let expected = (name, text.to_owned(), hint.to_owned());
        assert!(found.contains(&expected), "{found:#?}");
    }
    assert_eq!(found.len(), 4);
}

#[test]
fn anchors_are_the_same_in_both_languages() {
    let stage = Stage::new(&[]);
    let yaml = memo(&format!("{SENDER}{RECIPIENTS}"))
        + "    sections:\n      - id: money\n        body:\n          en: See [x](#section-1).\n          fr: Voir [x](#mony).\n      - body:\n          en: a\n          fr: b\n";
    let document = stage.memo(&yaml, Lang::En);
    let section = &document.sections[0];
    assert_eq!(section.id, "section-1");
    assert!(section.linked);
    assert_eq!(section.sections[0].id, "money");
    assert_eq!(section.sections[1].id, "section-1-2");
    assert_eq!(section.sections[0].level, 2, "no level is left out");
    let findings = stage.findings(&yaml, Lang::Fr);
    assert_eq!(findings[0].code.name, "unknown-anchor");
    assert_eq!(findings[0].hints, ["did you mean `#money`?"]);
    assert_eq!(findings[0].span.as_ref().unwrap().text(), "[x](#mony)");
}

#[test]
fn notes_run_through_the_document() {
    let stage = Stage::new(&[]);
    let body = "en: |\n        A[^x].\n\n        [^x]: First.\n      fr: |\n        A[^x].\n\n        [^x]: Premier.\n";
    let yaml = format!(
        "date: 2026-04-01\n{SENDER}{RECIPIENTS}subject:\n  en: S\n  fr: S\nsections:\n  - body:\n      {body}  - body:\n      {body}"
    );
    let document = stage.memo(&yaml, Lang::Fr);
    let numbers: Vec<_> = document.notes.iter().map(|note| note.number).collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(document.sections[1].body.markdown, "A[^2].");
}

#[test]
fn written_arguments_win_over_agreements() {
    let stage = Stage::new(&[]);
    let sender = "sender:\n  name: Ann\n  gender: feminine\n  title:\n    message: role-director\n    args: { gender: unspecified }\n";
    let document = stage.memo(&memo(&format!("{sender}{RECIPIENTS}")), Lang::Fr);
    assert_eq!(
        lines(&field(&document, "from").values),
        ["Ann, responsable de la direction"]
    );
}

#[test]
fn ids_of_the_page_itself_are_refused() {
    let stage = Stage::new(&[]);
    for (id, refused) in [
        ("content", true),
        ("note-1", true),
        ("note-reference-12", true),
        ("note-on-funds", false),
        ("contents", false),
    ] {
        let yaml = memo(&format!("{SENDER}{RECIPIENTS}"))
            .replace("  - body", &format!("  - id: {id}\n    body"));
        let findings = stage.findings(&yaml, Lang::En);
        assert_eq!(!findings.is_empty(), refused, "{id}: {findings:?}");
    }
}
