//! French *de* behind millions, and the plural category of whole millions.

use super::*;

fn facts() -> Vec<NamedFact> {
    let noun = Fact::Text(Text {
        value: TextValue::Bilingual(Both {
            en: Some("requests".to_owned()),
            fr: Some("demandes".to_owned()),
        }),
        place: NodePath::root().key("facts").key("noun"),
    });
    let total = Fact::Text(Text {
        value: TextValue::Bilingual(Both::of(|_| Some("{ SPELLOUT($n) }".to_owned()))),
        place: NodePath::root().key("facts").key("total"),
    });
    let money = Fact::Money {
        amount: Decimal::parse("5300000").unwrap(),
        currency: "CAD".to_owned(),
        compact: true,
    };
    vec![
        fact("n", number("2000000")),
        fact("noun", noun),
        fact("total", total),
        fact("money", money),
        fact("exact", number("5300000")),
    ]
}

/// What a text prints, its no-break spaces shown. Every byte of it has its place.
fn printed(lang: Lang, text: &str) -> String {
    let locales = locales("-unit = boats\n", "-unit = bateaux\n");
    let (value, locator) = scalar(lang, text);
    let args = Args::new().facts(&[], &locator);
    let facts = facts();
    let args = args.facts(&facts, &locator);
    let formatted = match locales.get(lang).text(&value, &locator, &args) {
        Ok(formatted) => formatted.unwrap(),
        Err(faults) => panic!("{text}\n{}", lines(&faults)),
    };
    let mut end = 0;
    for segment in &formatted.segments {
        assert_eq!(segment.range.start, end, "{text}");
        end = segment.range.end;
        let written = formatted.text.get(segment.range.clone()).unwrap();
        if let (true, Source::Text(place)) = (segment.verbatim, &segment.source) {
            assert_eq!(text.get(place.clone()), Some(written), "{text}");
        }
    }
    assert_eq!(end, formatted.text.len(), "{text}");
    formatted.to_plain().replace('\u{a0}', "⍽")
}

#[test]
fn nouns_behind_millions() {
    for (pattern, wanted) in [
        // Words and compact forms, and ranges of them.
        ("{ SPELLOUT(1000000) } bateaux.", "un million de bateaux."),
        (
            "{ SPELLOUT(2000000) } habitants",
            "deux millions d’habitants",
        ),
        (
            "{ SPELLOUT(3000000000) } haches",
            "trois milliards de haches",
        ),
        (
            "{ SPELLOUT(3000000000) } d'arbres",
            "trois milliards d'arbres",
        ),
        ("{ SPELLOUT(1000000) } de clés", "un million de clés"),
        (
            "{ NUMBER(5300000, notation: \"compact\") } demandes",
            "5,3⍽millions de demandes",
        ),
        (
            "{ NUMBER($n, notation: \"compact\", compactDisplay: \"short\") } arbres",
            "2⍽M d’arbres",
        ),
        (
            "{ RANGE($n, $exact, notation: \"compact\") } clés",
            "de 2 à 5,3⍽millions de clés",
        ),
        // An adjective before the noun, letters, marks of stress, lines.
        (
            "{ SPELLOUT($n) } autres demandes",
            "deux millions d’autres demandes",
        ),
        ("{ SPELLOUT($n) } REER", "deux millions de REER"),
        (
            "**{ SPELLOUT($n) }** demandes",
            "**deux millions** de demandes",
        ),
        ("{ SPELLOUT($n) } **arbres**", "deux millions d’**arbres**"),
        ("{ SPELLOUT($n) } [clés](#k)", "deux millions de [clés](#k)"),
        ("{ SPELLOUT($n) }\nclés ici", "deux millions\nde clés ici"),
        // Facts, terms, variants.
        ("{ SPELLOUT($n) } { $noun }", "deux millions de demandes"),
        ("{ $total } { -unit }", "deux millions de bateaux"),
        (
            "{ SPELLOUT($n) } { $n ->\n [one] clé\n*[other] clés\n} et { SPELLOUT($n) } noms",
            "deux millions de clés et deux millions de noms",
        ),
        (
            "{ SPELLOUT($n) } { $n ->\n [many] de clés\n*[other] clés\n}",
            "deux millions de clés",
        ),
        // What is no noun.
        ("{ SPELLOUT($n) } suffisent", "deux millions suffisent"),
        ("{ SPELLOUT($n) } sont versés", "deux millions sont versés"),
        (
            "{ SPELLOUT($n) } supplémentaires",
            "deux millions supplémentaires",
        ),
        (
            "{ SPELLOUT($n) } dans l'année",
            "deux millions dans l'année",
        ),
        ("{ SPELLOUT($n) } aujourd'hui", "deux millions aujourd'hui"),
        ("{ SPELLOUT($n) }, clés", "deux millions, clés"),
        ("{ SPELLOUT($n) }\n\nclés", "deux millions\n\nclés"),
        // Numbers that end in another word or in digits; what was typed.
        (
            "{ SPELLOUT($exact) } clés",
            "cinq millions trois cent mille clés",
        ),
        ("{ $n } demandes", "2⍽000⍽000 demandes"),
        ("{ $money } alloués", "5,3⍽millions de dollars alloués"),
        ("deux millions demandes", "deux millions demandes"),
    ] {
        assert_eq!(printed(Lang::Fr, pattern), wanted, "{pattern}");
    }
    assert_eq!(
        printed(Lang::En, "{ SPELLOUT($n) } boats"),
        "two million boats"
    );
}

/// CLDR 38, French: whole millions, and what is printed with a scale word.
#[test]
fn whole_millions_are_many() {
    for (selector, en, fr) in [
        ("$n", "other", "many"),
        ("NUMBER($n)", "other", "many"),
        ("NUMBER($n, minimumFractionDigits: 1)", "other", "other"),
        ("$exact", "other", "other"),
        ("NUMBER($exact, notation: \"compact\")", "other", "many"),
        (
            "NUMBER($exact, notation: \"compact\", compactDisplay: \"short\")",
            "other",
            "many",
        ),
        ("NUMBER(1000, notation: \"compact\")", "other", "other"),
        ("$money", "other", "many"),
        ("NUMBER($money)", "other", "many"),
    ] {
        let text = format!("{{ {selector} ->\n [one] one\n [many] many\n*[other] other\n}}");
        assert_eq!(printed(Lang::En, &text), en, "{selector}");
        assert_eq!(printed(Lang::Fr, &text), fr, "{selector}");
    }
}
