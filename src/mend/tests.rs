use super::*;
use crate::lang::Lang;
use crate::language::typography::MendRule;

fn menders() -> Both<Mender> {
    Both::of(Mender::new)
}

/// A source mended; mending it again changes nothing, and the changes are the text.
fn mend(source: &str, kind: SourceKind) -> String {
    let file = SourceFile::new("memos/a.yaml", source);
    let mended = mend_source(&file, kind, &menders(), &Codes::default()).unwrap();
    assert_eq!(apply(source, &mended.edits), mended.text);
    let again = mend_source(
        &SourceFile::new("memos/a.yaml", mended.text.as_str()),
        kind,
        &menders(),
        &Codes::default(),
    );
    assert_eq!(again.unwrap().edits, []);
    mended.text
}

/// A memo with these lines as its one section's.
fn memo(lines: &str) -> String {
    format!(
        "# It's a memo\ndate: 2026-04-01\nsender: {{name: D'Arcy}}\nrecipients: [B]\nfacts:\n  n: 9\n  place: {{en: It's, fr: l'an}}\nsubject: {{en: S, fr: s}}\nsections:\n  - {lines}\n"
    )
}

fn mend_memo(lines: &str) -> String {
    let mended = mend(&memo(lines), SourceKind::Memo);
    let (head, tail) = mended.split_once("sections:\n  - ").unwrap();
    let place = "place: {en: It’s, fr: l’an}";
    let before = memo("").replace("place: {en: It's, fr: l'an}", place);
    assert_eq!(before.split_once("sections:\n  - ").unwrap().0, head);
    tail.strip_suffix('\n').unwrap().to_owned()
}

#[test]
fn every_way_of_writing_is_kept() {
    for (before, after) in [
        (
            "heading: {en: it's, fr: \"l'an # d'or\"} # l'an",
            "heading: {en: it’s, fr: \"l’an # d’or\"} # l'an",
        ),
        (
            "heading:\n      en: 'it''s'\n      fr: \"Objet : \\\"l\\u0027an\\\"\"",
            "heading:\n      en: 'it’s'\n      fr: \"Objet\u{a0}: «\u{a0}l’an\u{a0}»\"",
        ),
        (
            "body:\n      fr: |-\n        L'an\n\n        C'est `d'or`  [l'or](l'or.html)\n      en: >\n        It's\n        a \"word\"\n",
            "body:\n      fr: |-\n        L’an\n\n        C’est `d'or` [l’or](l'or.html)\n      en: >\n        It’s\n        a “word”\n",
        ),
        (
            "body:\n      en: it's\n        \"so\"\n      fr: la 2ème fois",
            "body:\n      en: it’s\n        “so”\n      fr: la 2<sup>e</sup> fois",
        ),
    ] {
        assert_eq!(mend_memo(before), after);
    }
}

#[test]
fn line_endings_and_a_byte_order_mark_stay() {
    let yaml = memo("body:\n      en: |\n        it's\n        so\n      fr: |\n        l'an");
    let crlf = format!("\u{feff}{}", yaml.replace('\n', "\r\n"));
    let expected = crlf
        .replace("{en: It's, fr: l'an}", "{en: It’s, fr: l’an}")
        .replace("        it's", "        it’s")
        .replace("        l'an", "        l’an");
    assert_eq!(mend(&crlf, SourceKind::Memo), expected);
}

#[test]
fn placeables_stay_and_what_depends_on_them_too() {
    let same = "heading: {en: x, fr: \"{ $n } $ et { \\\"l'an\\\" }\"}";
    assert_eq!(mend_memo(same), same);
    assert_eq!(
        mend_memo(
            "body:\n      en: x\n      fr: |\n        l'{ $n } : { $n ->\n            [one] l'an\n           *[other] d'ici\n        } d'or\n"
        ),
        "body:\n      en: x\n      fr: |\n        l’{ $n }\u{a0}: { $n ->\n            [one] l’an\n           *[other] d’ici\n        } d’or\n"
    );
}

#[test]
fn quotation_marks_pair_across_placeables_and_in_every_variant_or_not_at_all() {
    assert_eq!(
        mend_memo("heading: {fr: x, en: 'Say \"{ $n }\" now'}"),
        "heading: {fr: x, en: 'Say “{ $n }” now'}"
    );
    let same = "body:\n      fr: x\n      en: |\n        Say \"{ $n ->\n            [one] one\"\n           *[other] many\n        } now\n";
    assert_eq!(mend_memo(same), same);
}

#[test]
fn a_scalar_that_is_more_than_words_stays() {
    let yaml = "heading: {en: &a it's, fr: x}\n  - id: b\n    body: {en: *a, fr: x}";
    assert_eq!(
        mend_memo(yaml),
        "heading: {en: &a it’s, fr: x}\n  - id: b\n    body: {en: *a, fr: x}"
    );
    let yaml = memo("heading: {en: *name, fr: x}").replace("D'Arcy", "&name D'Arcy");
    let expected = yaml.replace("{en: It's, fr: l'an}", "{en: It’s, fr: l’an}");
    assert_eq!(mend(&yaml, SourceKind::Memo), expected);
}

#[test]
fn addresses_are_no_words() {
    let yaml = memo("body: {en: x, fr: x}")
        + "attachments:\n  - title: {en: It's, fr: x}\n    href: {en: it's a.pdf, fr: l'an.pdf}\n";
    let mended = mend(&yaml, SourceKind::Memo);
    let expected = yaml
        .replace("title: {en: It's", "title: {en: It’s")
        .replace("place: {en: It's, fr: l'an}", "place: {en: It’s, fr: l’an}");
    assert_eq!(mended, expected);
}

#[test]
fn a_rule_that_is_off_mends_nothing() {
    let mut menders = menders();
    for lang in Lang::ALL {
        menders[lang]
            .off
            .insert(MendRule::from_name("apostrophe").unwrap());
    }
    let file = SourceFile::new("memos/a.yaml", memo("heading: {en: it's..., fr: x}"));
    let mended = mend_source(&file, SourceKind::Memo, &menders, &Codes::default()).unwrap();
    assert!(mended.text.contains("en: it's…"), "{}", mended.text);
    for lang in Lang::ALL {
        menders[lang].off.extend(MendRule::all());
    }
    let none = mend_source(&file, SourceKind::Memo, &menders, &Codes::default()).unwrap();
    assert_eq!(none.edits, []);
}

#[test]
fn letterheads_and_the_directory_have_words_too() {
    let letterhead = "organization: {en: King's, fr: l'an}\naddress:\n  en: [King's Road, 5  Elm]\n  fr: [rue de l'Eau]\nweb: l'an.ca\n";
    assert_eq!(
        mend(letterhead, SourceKind::Letterhead),
        "organization: {en: King’s, fr: l’an}\naddress:\n  en: [King’s Road, 5 Elm]\n  fr: [rue de l’Eau]\nweb: l'an.ca\n"
    );
    let directory = "people:\n  a:\n    name: D'A\n    title: {en: King's, fr: l'an}\norganizations:\n  b:\n    name: {en: King's, fr: l'an}\n    french: {de: de l'an}\n";
    assert_eq!(
        mend(directory, SourceKind::Directory),
        "people:\n  a:\n    name: D'A\n    title: {en: King’s, fr: l’an}\norganizations:\n  b:\n    name: {en: King’s, fr: l’an}\n    french: {de: de l’an}\n"
    );
}

#[test]
fn facts_are_words_without_markdown() {
    let settings = "# l'an\nfacts:\n  a: {en: \"*It's* 5 %\", fr: la 2ème d'une l'`a`}\n  b: l'an\n  c: {message: m, args: {d: {en: It's, fr: x}}}\n  n: 5\n";
    assert_eq!(
        mend(settings, SourceKind::Settings),
        "# l'an\nfacts:\n  a: {en: \"*It’s* 5%\", fr: la 2e d’une l’`a`}\n  b: l'an\n  c: {message: m, args: {d: {en: It’s, fr: x}}}\n  n: 5\n"
    );
    // A command and an address are no words.
    let body = "body:\n      en: \"`{ $place }`\"\n      fr: \"[l'an](https://a.ca/{ $place })\"\n";
    let yaml = memo(body);
    assert_eq!(
        mend(&yaml, SourceKind::Memo),
        yaml.replace("\"[l'an]", "\"[l’an]")
    );
}

#[test]
fn in_locales_patterns_are_mended_and_nothing_else() {
    let source = "# L'an\na = L'an { $x } : { \"l'an\" }\n    .b = { $x ->\n        [l] l'an\n       *[other] 2ème { -t(a: \"l'an\") }\n    }\n-t =\n    l'un\n    l'autre\n## d'un\n";
    let expected = "# L'an\na = L’an { $x }\u{a0}: { \"l'an\" }\n    .b = { $x ->\n        [l] l’an\n       *[other] 2e { -t(a: \"l'an\") }\n    }\n-t =\n    l’un\n    l’autre\n## d'un\n";
    assert_eq!(mend(source, SourceKind::Locale(Lang::Fr)), expected);
    let crlf = source.replace('\n', "\r\n");
    let mended = mend(&crlf, SourceKind::Locale(Lang::Fr));
    assert_eq!(mended, expected.replace('\n', "\r\n"));
}

#[test]
fn a_source_with_errors_is_reported_and_not_mended() {
    let findings = |source: &str, kind| {
        let file = SourceFile::new("memos/a.yaml", source);
        let findings = mend_source(&file, kind, &menders(), &Codes::default()).unwrap_err();
        let codes: Vec<&str> = findings.iter().map(|it| it.code.id).collect();
        codes.join(" ")
    };
    assert_eq!(
        findings("subjct: it's\n", SourceKind::Memo).get(..1),
        Some("Y")
    );
    let text = memo("heading: {en: \"it's { $n\", fr: \"l'an }\"}");
    assert_eq!(findings(&text, SourceKind::Memo), "L005 L005");
    let locale = SourceKind::Locale(Lang::En);
    assert_eq!(findings("a = it's { $x\n", locale), "L005");
}
