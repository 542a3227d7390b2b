//! The resources that the program carries.

use super::*;
use crate::locale::lookup::visit_pattern;
use ::fluent::FluentResource;
use fluent_syntax::ast::{Entry, InlineExpression};
use std::collections::{BTreeMap, BTreeSet};

macro_rules! shipped {
    ($($name:literal),*) => {
        &[$((
            $name,
            include_str!(concat!("../../../locales/en/", $name, ".ftl")),
            include_str!(concat!("../../../locales/fr/", $name, ".ftl")),
        )),*]
    };
}

const FILES: &[(&str, &str, &str)] =
    shipped!("codes", "formulas", "labels", "pages", "roles", "titles");

/// The shipped locales, which must be without fault.
pub(super) fn shipped() -> Locales {
    let resources = FILES.iter().flat_map(|(name, en, fr)| {
        [(Lang::En, en), (Lang::Fr, fr)].map(|(lang, text)| Resource {
            lang,
            file: SourceFile::new(format!("locales/{lang}/{name}.ftl"), *text),
            layer: Layer::Embedded,
        })
    });
    let (locales, faults) = Locales::load(resources);
    assert_eq!(lines(&faults), "");
    locales
}

/// Agreement is each language's own business; everything else must be the same.
const AGREEMENT: [&str; 5] = ["gender", "acting", "number", "position", "named"];

/// Each message with the variables it uses, and whether it has a comment.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = FluentResource::try_new(text.to_owned()).unwrap();
    let mut messages = BTreeMap::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else {
            panic!("the shipped files have messages only");
        };
        let mut variables = BTreeSet::new();
        visit_pattern(message.value.as_ref().unwrap(), &mut |inline| {
            if let InlineExpression::VariableReference { id } = inline {
                variables.insert(id.name.to_owned());
            }
        });
        messages.insert(message.id.name.to_owned(), variables);
    }
    messages
}

#[test]
fn every_message_is_in_both_languages_with_the_same_variables() {
    for (name, en, fr) in FILES {
        let (en, fr) = (messages(en), messages(fr));
        assert_eq!(
            en.keys().collect::<Vec<_>>(),
            fr.keys().collect::<Vec<_>>(),
            "{name}"
        );
        for (id, variables) in &en {
            let other = fr[id]
                .iter()
                .filter(|name| !AGREEMENT.contains(&name.as_str()));
            let own = variables
                .iter()
                .filter(|name| !AGREEMENT.contains(&name.as_str()));
            assert_eq!(own.collect::<Vec<_>>(), other.collect::<Vec<_>>(), "{id}");
        }
    }
}

#[test]
fn every_message_says_what_it_is_for_and_which_variables_it_has() {
    for (name, en, fr) in FILES {
        for text in [en, fr] {
            let resource = fluent_syntax::parser::parse(*text).unwrap();
            let used = messages(text);
            for entry in &resource.body {
                let Entry::Message(message) = entry else {
                    continue;
                };
                let id = message.id.name;
                let comment = message
                    .comment
                    .as_ref()
                    .map(|comment| comment.content.join("\n"));
                let comment = comment.unwrap_or_else(|| panic!("{name}: `{id}` has no comment"));
                for variable in &used[id] {
                    assert!(
                        comment.contains(&format!("${variable} ")),
                        "{id}: ${variable}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_message_prints() {
    let locales = shipped();
    let facts = numbers(&[("page", 1), ("count", 2)]);
    let args = Args::new().facts(&facts, &nowhere).text("letter", "A");
    let args = args.text("date", "…");
    for lang in Lang::ALL {
        let locale = locales.get(lang);
        for id in locale.ids("") {
            let words = locale.message(id, &args).unwrap();
            assert_eq!(
                words.text.trim().is_empty(),
                id == "acting-role",
                "{lang} {id}"
            );
            let double = words.to_plain();
            assert!(
                !double.contains("  ") && !double.contains('\''),
                "{lang} {id}: {double}"
            );
        }
    }
}

#[test]
fn codes_are_listed() {
    let locales = shipped();
    let codes = [
        "classification-confidential",
        "classification-protected-a",
        "classification-protected-b",
        "classification-protected-c",
        "classification-secret",
        "classification-unclassified",
    ];
    assert_eq!(locales.get(Lang::Fr).ids("classification-"), codes);
    assert!(locales.get(Lang::En).has("mark-for-action"));
    assert!(!locales.get(Lang::En).has("mark-for-nobody"));
}

#[test]
fn pages_and_formulas() {
    let locales = shipped();
    let facts = numbers(&[("page", 2), ("count", 3)]);
    let args = Args::new().facts(&facts, &nowhere).text("letter", "B");
    for (id, en, fr) in [
        ("page", "Page 2 of 3", "Page\u{a0}2 de\u{a0}3"),
        ("label-appendix", "Appendix B:", "Annexe\u{a0}B\u{a0}:"),
        ("label-cc", "cc:", "c.\u{a0}c.\u{a0}:"),
        ("label-subject", "Subject:", "Objet\u{a0}:"),
        (
            "original-signed-by",
            "Original signed by",
            "Original signé par",
        ),
        ("title-memo", "Memorandum", "Note de service"),
        ("classification-protected-b", "Protected B", "Protégé B"),
        ("gap", "[English text to come]", "[texte français à venir]"),
        ("colon", ":", "\u{a0}:"),
    ] {
        let words = |lang| locales.get(lang).message(id, &args).unwrap().to_plain();
        assert_eq!(words(Lang::En), en);
        assert_eq!(words(Lang::Fr), fr);
    }
}
