use super::*;
use crate::memo::fact::{Date, Decimal, DurationUnit, Fact, Time, Zone};
use crate::memo::model::{Gender, GrammaticalNumber, LetterheadChoice, Party, Text, TextValue};
use crate::memo::yaml::Positions;

const CONTRACT: &str = include_str!("../../../tests/fixtures/memos/contract.yaml");
const NOTICE: &str = include_str!("../../../tests/fixtures/memos/notice.yaml");

/// The rules that the examples name.
fn codes() -> Codes {
    Codes::of(crate::memo::codes::ALL.to_vec())
}

fn sound(text: &str) -> Memo {
    let file = SourceFile::new("memos/m.yaml", text);
    let (memo, findings) = parse_memo(&file, "m", &codes());
    assert_eq!(findings, []);
    memo.expect("a memo without findings")
}

fn date(text: &str) -> Date {
    Date::from_iso(text).expect("a date")
}

fn bilingual(text: &Text) -> (Option<&str>, Option<&str>) {
    match &text.value {
        TextValue::Bilingual(both) => (both.en.as_deref(), both.fr.as_deref()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_contracts_memo_is_read() {
    let memo = sound(CONTRACT);
    assert_eq!(memo.kind.value, "memo");
    assert_eq!(memo.date.value, date("2026-04-01"));
    assert_eq!(memo.marks[0].value, "urgent");
    let [Party::Person(sender)] = &*memo.sender else {
        panic!("{:?}", memo.sender)
    };
    assert_eq!(sender.gender(), Gender::Feminine);
    assert_eq!(memo.recipients.len(), 2);
    assert!(matches!(&memo.recipients[0], Party::Group(_)));
    assert_eq!(bilingual(&memo.subject).0, Some("Spring update"));
    assert_eq!(memo.facts.len(), 3);
    assert_eq!(memo.sections.len(), 2);
    let body = memo.sections[1].body.as_ref().expect("a body");
    assert!(
        bilingual(body)
            .0
            .is_some_and(|text| text.contains("[one] month\n"))
    );
    let Party::Person(copy) = &memo.cc[0] else {
        panic!("{:?}", memo.cc)
    };
    assert_eq!(copy.organization.len(), 2);
    assert_eq!(memo.attachments.len(), 1);
    let span = memo
        .positions
        .of(&memo.file)
        .span_in_value(&body.place.key("en"), 0..13);
    assert_eq!(span.text(), "Organizations");
    assert_eq!(span.start().line, 46);
}

#[test]
fn every_fact_of_the_contract_is_read() {
    let memo = sound(NOTICE);
    let fact = |name: &str| {
        let found = memo.facts.iter().find(|fact| fact.name == name);
        &found.expect("the fact").value
    };
    let number = |text: &str| Decimal::parse(text).expect("a number");
    assert_eq!(*fact("month"), Fact::Month(2026, 4));
    assert_eq!(*fact("year"), Fact::Year(2026));
    assert_eq!(*fact("quarter"), Fact::Quarter(2026, 2));
    assert_eq!(*fact("fiscal"), Fact::FiscalYear(2026));
    assert_eq!(*fact("start"), Fact::Time(Time(14 * 60 + 30), None));
    let meeting = Fact::Moment(date("2026-05-29"), Time(17 * 60), Some(Zone::Eastern));
    assert_eq!(*fact("meeting"), meeting);
    let (from, to) = (
        Fact::Date(date("2026-05-01")),
        Fact::Date(date("2026-05-15")),
    );
    assert_eq!(*fact("window"), Fact::Range(Box::new(from), Box::new(to)));
    assert!(matches!(fact("hours"), Fact::Range(..)));
    // Times may go over midnight.
    let night = NOTICE.replace("hours: { from: 9:00", "hours: { from: 22:00");
    assert!(night != NOTICE);
    sound(&night);
    assert_eq!(*fact("many"), Fact::Number(number("1234567.50")));
    assert!(matches!(fact("many"), Fact::Number(many) if many.to_string() == "1234567.50"));
    assert_eq!(*fact("share"), Fact::Percent(number("12.5")));
    assert_eq!(*fact("nth"), Fact::Ordinal(26));
    assert!(matches!(fact("budget"), Fact::Money { compact: true, .. }));
    let term = vec![(1, DurationUnit::Year), (6, DurationUnit::Month)];
    assert_eq!(*fact("term"), Fact::Duration(term));
    assert!(
        matches!(fact("phone"), Fact::Telephone { extension: Some(extension), .. } if extension == "12")
    );
    assert!(matches!(fact("page"), Fact::Url(url) if url.fr == "https://a.ca/fr"));
    assert!(
        matches!(fact("place"), Fact::Text(text) if text.value == TextValue::Shared("Ottawa".into()))
    );
    assert!(matches!(fact("name"), Fact::Text(_)));
}

#[test]
fn a_notice_needs_no_sender_and_may_exist_in_one_language() {
    let memo = sound(NOTICE);
    assert_eq!(memo.languages, [Lang::Fr]);
    assert_eq!(memo.source_language, Lang::Fr);
    assert!(memo.sender.is_empty());
    let heading = memo.sections[0].heading.as_ref().expect("a heading");
    assert_eq!(bilingual(heading), (None, Some("Portes")));
    let Party::Group(group) = &memo.distribution[1] else {
        panic!("no group")
    };
    assert_eq!(group.number, GrammaticalNumber::One);
    let Some(LetterheadChoice::Inline(letterhead)) = &memo.letterhead else {
        panic!("no letterhead")
    };
    assert!(letterhead.own_language_only);
    assert_eq!(letterhead.first, Lang::Fr);
    let line = &letterhead.address[1];
    assert_eq!(bilingual(line), (Some("Toronto ON  M5G 2E5"), None));
    let span = memo
        .positions
        .of(&memo.file)
        .span_in_value(&line.place.key("en"), 0..7);
    assert_eq!(span.text(), "Toronto");
}

#[test]
fn byte_order_marks_and_windows_lines_are_fine() {
    let windows = format!("\u{feff}{}", CONTRACT.replace('\n', "\r\n"));
    let memo = sound(&windows);
    assert_eq!(
        memo.span(&memo.subject.place.key("fr")).text(),
        "Mise à jour du printemps"
    );
    assert_eq!(
        bilingual(memo.sections[0].body.as_ref().expect("a body")).0,
        Some("Results come by { $selection }.\n")
    );
}

#[test]
fn the_directory_completes_persons() {
    let file = SourceFile::new(
        "directory.yaml",
        "people:\n  jroy:\n    name: Jean Roy\n    gender: masculine\n    language: fr\n    title: { en: Director, fr: directeur }\n    organization: unit\norganizations:\n  unit: { name: { en: Unit, fr: Unité }, within: work }\n  work:\n    name: { en: Department of Work, fr: ministère du Travail }\n    french: { de: du ministère du Travail }\n",
    );
    let (directory, findings) = parse_directory(&file);
    assert_eq!(findings, []);
    let mut memo = sound(NOTICE);
    assert_eq!(directory.complete(&mut memo), []);
    let signature = memo.signature.as_ref().expect("a signature");
    let [Party::Person(first), Party::Person(second)] = &*signature.by else {
        panic!("{signature:?}")
    };
    assert_eq!(
        first.name.as_ref().map(|name| &*name.value),
        Some("Jean Roy")
    );
    assert!(first.is_acting());
    let names: Vec<_> = first.organization.iter().map(bilingual).collect();
    assert_eq!(
        names,
        [
            (Some("Unit"), Some("Unité")),
            (Some("Department of Work"), Some("ministère du Travail"))
        ]
    );
    assert_eq!(second.organization.len(), 1);
    assert_eq!(memo.span(&first.organization[0].place).text(), "jroy");

    let mut memo = sound(&NOTICE.replace("person: jroy", "person: jroi"));
    let findings = directory.complete(&mut memo);
    assert_eq!(findings[0].hints, ["did you mean `jroy`?"]);
    assert_eq!(
        findings[0].span.as_ref().map(crate::source::Span::text),
        Some("jroi")
    );
}

/// Every prefix and every deletion of one character is read without a panic, and
/// each finding has a place in the file.
#[test]
fn broken_memos_never_panic() {
    for text in [CONTRACT, NOTICE] {
        for (at, letter) in text.char_indices() {
            let deleted = [&text[..at], &text[at + letter.len_utf8()..]].concat();
            for broken in [&text[..at], &*deleted] {
                let file = SourceFile::new("m.yaml", broken);
                let (memo, findings) = parse_memo(&file, "m", &codes());
                assert!(memo.is_some() || !findings.is_empty(), "{broken}");
                assert!(findings.iter().all(|finding| finding.span.is_some()));
                if at % 16 == 0 {
                    Positions::of(&file);
                }
            }
        }
    }
}
