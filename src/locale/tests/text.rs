//! Texts of memos: facts, messages, functions, and where every byte comes from.

use super::*;
use crate::lang::Both;
use crate::memo::fact::{DurationUnit, Time};

fn facts() -> Vec<NamedFact> {
    let text = |en: &str, fr: &str| {
        Fact::Text(Text {
            value: TextValue::Bilingual(Both {
                en: Some(en.to_owned()),
                fr: Some(fr.to_owned()),
            }),
            place: NodePath::root().key("facts").key("program"),
        })
    };
    vec![
        fact("selection", date("2026-04-01")),
        fact("transition", number("9")),
        fact("one", number("1")),
        fact("big", number("1234567.50")),
        fact(
            "program",
            text("*Renewal* { $transition }", "*Renouveau* { $transition }"),
        ),
        fact(
            "budget",
            Fact::Money {
                amount: Decimal::parse("1250000.00").unwrap(),
                currency: "CAD".to_owned(),
                compact: false,
            },
        ),
        fact("share", Fact::Percent(Decimal::parse("12.5").unwrap())),
        fact("floor", Fact::Ordinal(26)),
        fact("month", Fact::Month(2026, 4)),
        fact("quarter", Fact::Quarter(2026, 2)),
        fact("fiscal", Fact::FiscalYear(2026)),
        fact("time", Fact::Time(Time(14 * 60 + 30), None)),
        fact("duration", Fact::Duration(vec![(9, DurationUnit::Month)])),
        fact(
            "period",
            Fact::Range(Box::new(date("2026-05-01")), Box::new(date("2026-05-15"))),
        ),
        fact(
            "phone",
            Fact::Telephone {
                number: "416-555-0123".to_owned(),
                extension: Some("12".to_owned()),
            },
        ),
        fact("mail", Fact::Email("a_b@example.ca".to_owned())),
        fact(
            "page",
            Fact::Url(Both::of(|lang| format!("https://example.ca/{lang}"))),
        ),
    ]
}

const EN: &str = r#"
-ministry = Ministry of Labour
-case = { $case ->
    [upper] { -ministry }
   *[lower] the ministry
}
intro = See *{ $program }* by { $selection }.
    .short = by { $selection }
"#;

fn format(lang: Lang, text: &str) -> Result<Formatted, Vec<Diagnostic>> {
    let locales = locales(EN, EN);
    let facts = facts();
    let locator = in_file(SourceFile::new("memo.yaml", text));
    let args = Args::new().facts(&facts, &locator);
    let (text, _) = scalar(lang, text);
    let formatted = locales.get(lang).text(&text, &locator, &args)?;
    Ok(formatted.unwrap())
}

fn plain(lang: Lang, text: &str) -> String {
    match format(lang, text) {
        Ok(formatted) => formatted.to_plain(),
        Err(faults) => panic!("{text}\n{}", lines(&faults)),
    }
}

#[test]
fn every_kind_of_fact_prints_in_its_usual_form() {
    for (text, en, fr) in [
        ("{ $selection }", "April 1, 2026", "1er\u{a0}avril 2026"),
        ("{ $transition }", "9", "9"),
        ("{ $big }", "1,234,567.50", "1\u{a0}234\u{a0}567,50"),
        ("{ $program }", "*Renewal* 9", "*Renouveau* 9"),
        (
            "{ $budget }",
            "$1,250,000.00",
            "1\u{a0}250\u{a0}000,00\u{a0}$",
        ),
        ("{ $share }", "12.5%", "12,5\u{a0}%"),
        ("{ $floor }", "26th", "26e"),
        ("{ $month }", "April 2026", "avril 2026"),
        (
            "{ $quarter }",
            "second quarter of 2026",
            "deuxième trimestre de 2026",
        ),
        ("{ $fiscal }", "2026–27", "2026-2027"),
        ("{ $time }", "2:30\u{a0}p.m.", "14\u{a0}h\u{a0}30"),
        ("{ $duration }", "9\u{a0}months", "9\u{a0}mois"),
        (
            "{ $period }",
            "May\u{a0}1 to 15, 2026",
            "du\u{a0}1er\u{a0}au 15\u{a0}mai 2026",
        ),
        ("{ $mail }", "a_b@example.ca", "a_b@example.ca"),
        (
            "{ $page }",
            "https://example.ca/en",
            "https://example.ca/fr",
        ),
    ] {
        let no_break = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(
            no_break(plain(Lang::En, text)),
            no_break(en.to_owned()),
            "{text}"
        );
        assert_eq!(
            no_break(plain(Lang::Fr, text)),
            no_break(fr.to_owned()),
            "{text}"
        );
    }
}

#[test]
fn functions_print() {
    for (text, en, fr) in [
        ("{ SPELLOUT($transition) }", "nine", "neuf"),
        ("{ SPELLOUT($one, gender: \"feminine\") }", "one", "une"),
        ("{ SPELLOUT($floor) }", "twenty-sixth", "vingt-sixième"),
        ("{ ORDINAL($one) }", "1st", "1er"),
        (
            "{ NUMBER($big, maximumFractionDigits: 0) }",
            "1,234,568",
            "1 234 568",
        ),
        ("{ NUMBER($one, minimumFractionDigits: 2) }", "1.00", "1,00"),
        (
            "{ DATETIME($selection, dateStyle: \"short\") }",
            "2026-04-01",
            "2026-04-01",
        ),
        (
            "{ DATETIME($selection, dateStyle: \"full\") }",
            "Wednesday, April 1, 2026",
            "mercredi 1er avril 2026",
        ),
        (
            "{ LIST($one, \"x\", $transition) }",
            "1, x and 9",
            "1, x et 9",
        ),
        ("{ RANGE($one, $transition) }", "1 to 9", "de 1 à 9"),
        (
            "{ PHONE(\"416-555-0199\") }",
            "416‑555‑0199",
            "416‑555‑0199",
        ),
        ("{ DE(\"Ontario\") }", "of Ontario", "de l’Ontario"),
        (
            "{ DE(-ministry) }",
            "of Ministry of Labour",
            "de Ministry of Labour",
        ),
        ("{ 1234.50 }", "1,234.50", "1 234,50"),
    ] {
        let no_break = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(no_break(plain(Lang::En, text)), en, "{text}");
        assert_eq!(no_break(plain(Lang::Fr, text)), fr, "{text}");
    }
}

#[test]
fn selectors_choose_by_facts() {
    let month = "{ $transition ->\n [one] month\n*[other] months\n}";
    assert_eq!(plain(Lang::En, month), "months");
    let one = month.replace("transition", "one");
    assert_eq!(plain(Lang::En, &one), "month");
    let decimal = "{ NUMBER($one, minimumFractionDigits: 1) ->\n [one] month\n*[other] months\n}";
    assert_eq!(plain(Lang::En, decimal), "months");
    assert_eq!(plain(Lang::Fr, decimal), "month");
    let ordinal = "{ NUMBER($one, type: \"ordinal\") ->\n [one] st\n*[other] th\n}";
    assert_eq!(plain(Lang::En, ordinal), "st");
    let exact = "{ $big ->\n [1234567.5] exactly\n*[other] other\n}";
    assert_eq!(plain(Lang::En, exact), "exactly");
    let literal = "{ $share ->\n [one] one\n*[other] a **b** { $one }\n}";
    assert_eq!(plain(Lang::En, literal), "a **b** 1");
}

#[test]
fn what_a_fact_prints_is_a_token_and_what_the_author_wrote_is_markdown() {
    let formatted = format(
        Lang::Fr,
        "*Le* { $selection }, { $program } et { -ministry }",
    )
    .unwrap();
    let [first, second] = [token(0).unwrap(), token(1).unwrap()];
    assert_eq!(
        formatted.text,
        format!("*Le* {first}, {second} et Ministry of Labour")
    );
    assert_eq!(formatted.values[0].facts(), ["selection"]);
    let raised: Vec<&str> = formatted.values[0]
        .pieces
        .iter()
        .filter(|piece| piece.superscript)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(raised, ["er"]);
    assert_eq!(formatted.values[1].to_plain(), "*Renouveau* 9");
    let contact = format(Lang::En, "{ $phone } { $mail } { $page }").unwrap();
    let hrefs: Vec<&str> = contact
        .values
        .iter()
        .filter_map(|value| value.href.as_deref())
        .collect();
    assert_eq!(
        hrefs,
        [
            "tel:+14165550123;ext=12",
            "mailto:a_b@example.ca",
            "https://example.ca/en"
        ]
    );
}

#[test]
fn every_byte_knows_where_it_was_written() {
    let text = "É { $selection } a\n\n* b { -ministry } { \"{\" } c";
    let formatted = format(Lang::En, text).unwrap();
    let at = |needle: &str| {
        let start = formatted.text.find(needle).unwrap();
        formatted.source(start..start + needle.len()).unwrap()
    };
    let in_text = |needle: &str| {
        let start = text.find(needle).unwrap();
        Source::Text(start..start + needle.len())
    };
    assert_eq!(at("É "), in_text("É "));
    assert_eq!(at("* b"), in_text("* b"));
    assert_eq!(at(" c"), in_text(" c"));
    assert_eq!(
        at(&token(0).unwrap().to_string()),
        in_text("{ $selection }")
    );
    match at("Labour") {
        Source::Locale(span) => assert_eq!(span.text(), "Labour"),
        other => panic!("{other:?}"),
    }
    // What begins in a term and ends in the text belongs to the text.
    let start = formatted.text.find("Labour").unwrap();
    let Some(Source::Text(range)) = formatted.source(start..formatted.text.len()) else {
        panic!("the text ends in the memo");
    };
    assert_eq!(&text[range], "{ -ministry } { \"{\" } c");
    assert_eq!(
        formatted.source(0..formatted.text.len()),
        Some(Source::Text(0..text.len()))
    );
}

#[test]
fn messages_stand_for_texts() {
    let locales = locales(EN, EN);
    let facts = facts();
    let file = SourceFile::new("memo.yaml", "body");
    let locator = in_file(file);
    let args = Args::new().facts(&facts, &locator);
    let text = |id: &str, own: Vec<NamedFact>| Text {
        value: TextValue::Message {
            id: id.to_owned(),
            args: own,
        },
        place: NodePath::root().key("body"),
    };
    let format = |text: &Text| {
        let formatted = locales.get(Lang::En).text(text, &locator, &args);
        formatted.unwrap().unwrap().to_plain()
    };
    assert_eq!(
        format(&text("intro", Vec::new())),
        "See **Renewal* 9* by April 1, 2026."
    );
    assert_eq!(format(&text("intro.short", Vec::new())), "by April 1, 2026");
    let own = vec![fact("selection", number("3"))];
    assert_eq!(format(&text("intro.short", own)), "by 3");
    let unknown = text("intro.shrot", Vec::new());
    let faults = locales
        .get(Lang::En)
        .text(&unknown, &locator, &args)
        .unwrap_err();
    assert_eq!(
        lines(&faults),
        "L013 error 1:1-1:5 `intro` has no attribute `shrot`\n  hint did you mean `intro.short`?\n"
    );
}

#[test]
fn a_memos_own_messages_win_for_it_alone() {
    let shared = locales(
        "a = shared { b }\nb = shared\n-t = shared\n",
        "a = partagé\n",
    );
    let own = SourceFile::new("memos/x.en.ftl", "b = own { -t }\nc = own { a }\n");
    let (memo, faults) = shared.for_memo(Some(own), None, &Args::new());
    assert_eq!(faults, []);
    let words = |locales: &Locales, id: &str| {
        let formatted = locales.get(Lang::En).message(id, &Args::new());
        formatted.unwrap().to_plain()
    };
    assert_eq!(words(&memo, "a"), "shared own shared");
    assert_eq!(words(&memo, "c"), "own shared own shared");
    assert_eq!(words(&shared, "a"), "shared shared");
    assert!(!shared.get(Lang::En).has("c"));
    assert!(!memo.get(Lang::Fr).has("c"));
    assert_eq!(memo.get(Lang::En).ids(""), ["a", "b", "c"]);
}

#[test]
fn a_workspaces_message_wins_over_the_embedded_one() {
    let resource = |layer, path: &str, text: &str| Resource {
        lang: Lang::En,
        file: SourceFile::new(path, text),
        layer,
    };
    let (locales, faults) = Locales::load([
        resource(Layer::Workspace, "locales/en/a.ftl", "a = workspace\n"),
        resource(
            Layer::Embedded,
            "locales/en/z.ftl",
            "a = embedded\nb = { a }\n",
        ),
    ]);
    assert_eq!(faults, []);
    let b = locales.get(Lang::En).message("b", &Args::new()).unwrap();
    assert_eq!(b.to_plain(), "workspace");
}

#[test]
fn a_text_without_words_in_a_language_is_a_gap() {
    let locales = locales("", "");
    let (text, locator) = scalar(Lang::Fr, "bonjour");
    let english = locales.get(Lang::En).text(&text, &locator, &Args::new());
    assert_eq!(english, Ok(None));
}

#[test]
fn more_than_a_hundred_placeables_print() {
    let text = "{ $one }".repeat(250);
    assert_eq!(plain(Lang::En, &text), "1".repeat(250));
}

#[test]
fn growth_and_depth_have_limits() {
    let mut resource = "m0 = ha\n".to_owned();
    for at in 1..12 {
        resource.push_str(&format!(
            "m{at} = {}\n",
            format!("{{ m{} }}", at - 1).repeat(10)
        ));
    }
    let (growing, faults) = load(&resource, "");
    assert_eq!(faults, []);
    let faults = growing
        .get(Lang::En)
        .message("m11", &Args::new())
        .unwrap_err();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].code.id, "L017");
    let mut chain = "c0 = end\n".to_owned();
    for at in 1..5000 {
        chain.push_str(&format!("c{at} = {{ c{} }}\n", at - 1));
    }
    let (chain, faults) = load(&chain, "");
    assert_eq!(faults, []);
    let faults = chain
        .get(Lang::En)
        .message("c4999", &Args::new())
        .unwrap_err();
    assert_eq!(faults[0].code.id, "L017");
    for nested in [
        format!("{}{}", "{".repeat(100_000), "}".repeat(100_000)),
        format!("{{{}", "A(".repeat(100_000)),
    ] {
        let (_, faults) = load(&format!("a = {nested}\n"), "");
        assert!(faults.iter().any(|fault| fault.code.id == "L005"));
        assert!(format(Lang::En, &nested).is_err());
    }
}

#[test]
fn broken_input_never_panics() {
    let parts = [
        "{", "}", "\"", "\\", "\\u", "\\u00", "\\U0", "é", "$", "-", "a", "A(", ")", "(", ",", ":",
        "->", "\n", "\n ", " ", "[", "]", "*", ".", "=", "1", "#", "\t", "\r", "\u{feff}",
        "\u{e000}",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % limit as u64) as usize
    };
    let empty = locales("", "");
    for _ in 0..4000 {
        let text: String = (0..below(24)).map(|_| parts[below(parts.len())]).collect();
        let (memo, locator) = scalar(Lang::En, &text);
        let result = empty.get(Lang::En).text(&memo, &locator, &Args::new());
        if let Err(faults) = result {
            assert!(faults.iter().all(|fault| fault.span.is_some()), "{text:?}");
        }
        load(&text, &format!("a = {text}"));
    }
}

/// fluent-syntax 0.12 loses the blanks before a placeable that begins a line.
#[test]
fn a_placeable_keeps_the_indent_of_its_line() {
    let resource = "\
body =
    1. First,
       { $n } days.

       { $n ->
           [one] One more
          *[other] { NUMBER($n) } more
       }
    { $n } { word }
word = last
alone =
      { $n } a
    { $n } b
inline = { $n } a
    { $n } b
";
    let locales = locales(resource, resource);
    let facts = numbers(&[("n", 2)]);
    let args = Args::new().facts(&facts, &nowhere);
    let plain = |id: &str| {
        let words = locales.get(Lang::En).message(id, &args).unwrap();
        words.to_plain()
    };
    assert_eq!(plain("body"), "1. First,\n   2 days.\n\n   2 more\n2 last");
    assert_eq!(plain("inline"), "2 a\n2 b");
    assert_eq!(plain("alone"), "  2 a\n2 b");
}
