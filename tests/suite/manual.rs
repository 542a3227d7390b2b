//! `docs/reference.md`: every kind of fact and every function with its options, and
//! what they print in both languages, written from the program's own tables.

use crate::stage;
use bimemo::lang::Lang;
use bimemo::locale::{Args, Formatted, Locales, functions, token_index};
use bimemo::memo::{
    Directory, FACT_KINDS, Fact, Memo, NodePath, Text, TextValue, parse_directory, parse_memo,
};
use bimemo::press::codes;
use bimemo::source::{SourceFile, Span};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

/// Facts as they are written, every kind and every form of it.
const FACTS: &[&str] = &[
    "2026-04-30",
    "2026-05-01",
    "2026-04",
    "{ year: 2026 }",
    "{ quarter: 2026-Q2 }",
    "{ fiscal-year: 2026 }",
    "{ time: \"14:30\" }",
    "{ time: \"09:00\", zone: eastern }",
    "{ time: \"12:00\" }",
    "{ date: 2026-05-29, time: \"17:00\" }",
    "{ date: 2026-05-29, time: \"17:00\", zone: eastern }",
    "{ from: 2026-05-01, to: 2026-05-15 }",
    "{ from: 2026-05-15, to: 2026-06-01 }",
    "{ from: 2026-12-15, to: 2027-01-08 }",
    "{ from: \"09:00\", to: \"11:30\" }",
    "{ from: \"09:00\", to: \"17:00\" }",
    "{ from: 3, to: 6 }",
    "9",
    "1234567.5",
    "{ number: \"1250000.10\" }",
    "{ percent: \"12.5\" }",
    "{ ordinal: 1 }",
    "{ ordinal: 26 }",
    "{ identifier: \"1410\" }",
    "{ identifier: HR-2026-014 }",
    "{ amount: \"1250000.00\", currency: CAD }",
    "{ amount: \"36.75\", currency: USD }",
    "{ amount: \"5000000\", currency: CAD, compact: true }",
    "{ duration: P9M }",
    "{ duration: P1Y6M }",
    "{ duration: PT45M }",
    "{ telephone: 416-555-0123, extension: 12 }",
    "{ telephone: 1-800-O-Canada }",
    "{ email: info@harbours.example.ca }",
    "{ url: https://harbours.example.ca }",
    "{ url: { en: https://harbours.example.ca/en, fr: https://harbours.example.ca/fr } }",
    "{ organization: harbour-communities }",
    "{ en: Harbour Fund, fr: Fonds des ports }",
    "Marlow Point",
];

/// What a function is for.
fn purpose(function: &str) -> &'static str {
    match function {
        "DATETIME" => "Parts of a date or a time, and other widths of them.",
        "DE" => {
            "*De*, *à* or what says “in” (`en`) before a name, with article, elision and contraction. English prints “of”, “to” or “in”. Provinces, territories, countries, cities, rivers and many bodies are known with their articles; a name of which nothing is known but its first letter is a warning (L026). An organization of the directory has its own French forms (`french: {name, de, a}`), which win; those that are absent follow from those that are there, and an organization without any needs `gender`, `number` or `article` here, or it is an error (L026)."
        }
        "LIST" => {
            "Values in a sentence, without a comma before the last. It takes as many as there are."
        }
        "NUMBER" => {
            "A number with other digits, signs or words. Without options it prints the digits that were written."
        }
        "ORDINAL" => "A rank in figures, its letters raised.",
        "PHONE" => "A telephone number that stands in a text, with its link.",
        "RANGE" => {
            "From one value to another, what both share said once. Besides `form` it takes the options of `DATETIME` for dates and times and those of `NUMBER` for numbers."
        }
        "SPELLOUT" => "A number in words; an ordinal fact in ordinal words.",
        _ => panic!("say in tests/suite/manual.rs what {function} is for"),
    }
}

/// Calls that show a function, each with the facts `x` and `y` that it uses.
fn calls(function: &str) -> &'static [(&'static [&'static str], &'static str)] {
    match function {
        "DATETIME" => &[
            (&["2026-05-01"], "DATETIME($x)"),
            (
                &["2026-05-01"],
                "DATETIME($x, month: \"long\", day: \"numeric\")",
            ),
            (
                &["{ date: 2026-05-29, time: \"17:00\" }"],
                "DATETIME($x, dateStyle: \"full\")",
            ),
            (
                &["{ date: 2026-05-29, time: \"17:00\" }"],
                "DATETIME($x, timeStyle: \"short\")",
            ),
            (&["{ time: \"08:05\" }"], "DATETIME($x)"),
        ],
        "DE" => &[
            (&["Montréal"], "DE($x)"),
            (&["Ottawa"], "DE($x)"),
            (&["Ontario"], "DE($x)"),
            (&["Ontario"], "DE($x, preposition: \"en\")"),
            (&["Yukon"], "DE($x)"),
            (&["Canada"], "DE($x, preposition: \"en\")"),
            (
                &["{ en: Prince Edward Island, fr: Île-du-Prince-Édouard }"],
                "DE($x, preposition: \"en\")",
            ),
            (&["{ en: Quebec, fr: Québec }"], "DE($x)"),
            (&["{ en: Quebec City, fr: Québec }"], "DE($x)"),
            (&["{ en: the UN, fr: ONU }"], "DE($x)"),
            (&["{ en: Le Havre, fr: Le Havre }"], "DE($x)"),
            (
                &["{ en: Ministry of Labour, fr: ministère du Travail }"],
                "DE($x, gender: \"masculine\")",
            ),
            (
                &["{ en: Programs Division, fr: Division des programmes }"],
                "DE($x, gender: \"feminine\", preposition: \"à\")",
            ),
            (&["{ organization: harbour-communities }"], "DE($x)"),
            (
                &["{ organization: harbour-communities }"],
                "DE($x, preposition: \"à\")",
            ),
            (
                &["{ organization: harbour-communities }"],
                "DE($x, preposition: \"none\")",
            ),
        ],
        "LIST" => &[
            (&[], "LIST(\"Gatineau\", \"Moncton\", \"Regina\")"),
            (&["2026-07-01", "2026-08-03"], "LIST($x, $y)"),
            (
                &["2026-07-01", "2026-08-03"],
                "LIST(DATETIME($x, month: \"long\", day: \"numeric\"), $y)",
            ),
        ],
        "NUMBER" => &[
            (&["1234567.5"], "NUMBER($x)"),
            (&["{ percent: \"12.5\" }"], "NUMBER($x)"),
            (
                &["5300000"],
                "NUMBER($x, style: \"currency\", notation: \"compact\", compactDisplay: \"short\")",
            ),
        ],
        "ORDINAL" => &[
            (&["1"], "ORDINAL($x)"),
            (&["{ ordinal: 26 }"], "ORDINAL($x)"),
        ],
        "PHONE" => &[
            (&[], "PHONE(\"416-555-0123\")"),
            (&["{ telephone: 416-555-0123, extension: 12 }"], "PHONE($x)"),
        ],
        "RANGE" => &[
            (&["{ from: 2026-05-01, to: 2026-05-15 }"], "RANGE($x)"),
            (&["2026-06-15", "2026-09-04"], "RANGE($x, $y)"),
            (&["2026-01", "2026-06"], "RANGE($x, $y)"),
            (
                &["{ from: \"09:00\", to: \"17:00\" }"],
                "RANGE($x, form: \"bare\")",
            ),
            (
                &["{ from: 2026-05-01, to: 2026-05-15 }"],
                "RANGE($x, dateStyle: \"medium\")",
            ),
            (
                &["{ from: 3, to: 6 }"],
                "RANGE($x, minimumFractionDigits: 1)",
            ),
            (&["{ percent: 3 }", "{ percent: 6 }"], "RANGE($x, $y)"),
        ],
        "SPELLOUT" => &[
            (&["9"], "SPELLOUT($x)"),
            (&["81"], "SPELLOUT($x)"),
            (&["12.5"], "SPELLOUT($x)"),
            (&["{ ordinal: 3 }"], "SPELLOUT($x)"),
        ],
        _ => panic!("say in tests/suite/manual.rs how {function} is called"),
    }
}

/// The fact that shows best what an option does.
fn sample(function: &str, option: &str) -> &'static str {
    match (function, option) {
        ("DATETIME", "timeStyle" | "timeZoneName") => "{ time: \"14:30\", zone: eastern }",
        ("DATETIME", "minute") => "{ time: \"08:05\" }",
        ("DATETIME", _) => "2026-02-01",
        ("DE", "preposition") => "Ottawa",
        ("DE", "h") => "Hugo",
        ("DE", "number") => "{ en: Islands, fr: îles }",
        ("DE", _) => "{ en: Secretary, fr: secrétaire }",
        ("NUMBER", "currencyDisplay" | "currency") => "{ amount: \"36.75\", currency: USD }",
        ("NUMBER", "notation") => "5300000",
        ("NUMBER", "compactDisplay") => "{ amount: \"5300000\", currency: CAD, compact: true }",
        ("NUMBER", "useGrouping") => "4500",
        ("NUMBER", "minimumIntegerDigits" | "minimumFractionDigits") => "7",
        ("NUMBER", "style") => "0.125",
        ("NUMBER", _) => "12.345",
        ("SPELLOUT", "type") => "3",
        ("SPELLOUT", _) => "21",
        ("RANGE", _) => "{ from: 2026-05-01, to: 2026-05-15 }",
        _ => "1",
    }
}

/// The values of an option to show: those that it names, or one.
fn values(option: &str, allowed: &str) -> Vec<String> {
    let quoted: Vec<String> = allowed
        .split('"')
        .skip(1)
        .step_by(2)
        .map(|value| format!("\"{value}\""))
        .collect();
    match option {
        "currency" => vec!["\"EUR\"".to_owned()],
        _ if quoted.is_empty() => vec!["2".to_owned()],
        _ => quoted,
    }
}

/// What no table shows.
const DECIDED: &str = "
## What is decided

- A number prints the digits that it was written with, since facts are exact; \
`maximumFractionDigits` rounds half away from zero. Compact numbers stay exact too, and \
begin at a million.
- The number of a room, a form or a file is a name: as an `identifier` it is printed as it \
is written, and a no-break space ties it to the word before it. `NUMBER` and `SPELLOUT` do \
not take it.
- Noon and midnight are words. Full hours have no minutes.
- Numbers in French words keep the traditional hyphens (vingt et un, cent cinq), the \
spelling of the federal guides; OQLF accepts it beside that of 1990. English words have \
“and”: one hundred and five.
- *Million* and *milliard* are nouns in French: where the program prints them, it puts *de* or \
*d’* before the plural that follows (deux millions de demandes, 5,3⍽millions d’arbres). Digits \
alone take none (2⍽000⍽000 demandes), nor does what was typed.
- Plural categories are CLDR’s: in English `one` and `other`; in French `one` (0, 1, 1,5), `many` \
(whole millions, and what is printed with *million* or *milliard*) and `other`.
- *De* elides before vowels and mute h. Common words follow the dictionaries; names with h \
are elided where they are listed (Halifax, Haïti, Hubert) and otherwise keep *de* (de \
Hamilton).
- An option or a value that a function does not know is an error that names it.
";

#[test]
fn the_reference_says_what_the_program_prints() {
    let mut page = String::from(
        "# Facts and functions\n\n\
         What every kind of fact and every function prints. A test writes this page from \
         the program's own tables: `⍽` is a no-break space, raised letters are raised.\n\n\
         A fact is written once, under `facts:` of a memo or of `bimemo.yaml`, and printed \
         in both languages: `{ $name }`, or in another form by a function. `{ $name -> … }` \
         chooses words by it. Organizations are those of the examples' `directory.yaml`.\n",
    );
    facts(&mut page);
    choices(&mut page);
    page.push_str("\n## Functions\n\nNames and values of options are those of ECMA-402, JavaScript's `Intl`, where it has them.\n");
    for function in functions() {
        let (name, takes) = (function.name, function.takes);
        let _ = write!(
            page,
            "\n### `{name}`\n\n{} It takes {takes}.\n",
            purpose(name)
        );
        if !function.options.is_empty() {
            page.push_str("\n| Option | Values |\n| :-- | :-- |\n");
        }
        for (option, allowed) in &function.options {
            let _ = writeln!(page, "| `{option}` | {} |", allowed.replace('"', "`"));
        }
        page.push_str("\n| `$x`, `$y` | Written | English | French |\n| :-- | :-- | :-- | :-- |\n");
        for (facts, call) in calls(name) {
            row(&mut page, facts, call);
        }
        for (option, allowed) in &function.options {
            // The other options of a range are those of its ends.
            if name == "RANGE" && *option != "form" || (name, *option) == ("NUMBER", "type") {
                continue;
            }
            for value in values(option, allowed) {
                let call = match name {
                    "LIST" => format!("LIST(\"a\", \"b\", \"c\", {option}: {value})"),
                    "NUMBER" if *option == "currency" => {
                        format!("NUMBER($x, style: \"currency\", currency: {value})")
                    }
                    _ => format!("{name}($x, {option}: {value})"),
                };
                let facts = match name {
                    "LIST" => &[][..],
                    "NUMBER" if *option == "currency" => &["36.75"],
                    _ => &[sample(name, option)],
                };
                row(&mut page, facts, &call);
            }
        }
    }
    page.push_str(DECIDED);
    let path = stage::repository().join("docs/reference.md");
    stage::assert_none(&Vec::from_iter(stage::compare(&path, &page)));
}

fn facts(page: &mut String) {
    page.push_str("\n## Facts\n\n| Written | Is | English | French |\n| :-- | :-- | :-- | :-- |\n");
    let mut kinds = BTreeSet::new();
    for written in FACTS {
        let memo = memo_with(&[written]);
        let kind = kind(&memo.facts[0].value);
        kinds.insert(kind);
        let [en, fr] = Lang::ALL.map(|lang| shown(&memo, lang, "{ $x }"));
        let _ = writeln!(page, "| `{written}` | {kind} | {en} | {fr} |");
    }
    assert_eq!(
        kinds,
        BTreeSet::from(KINDS),
        "facts that the page leaves out"
    );
    page.push_str("\n| Keys of a fact | What it is |\n| :-- | :-- |\n");
    let mut seen = BTreeSet::new();
    for (key, what, keys) in FACT_KINDS.iter() {
        assert!(
            *key == "currency" || FACTS.iter().any(|fact| fact.contains(&format!("{key}:"))),
            "the page has no fact with `{key}`"
        );
        if seen.insert(keys) {
            let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            let _ = writeln!(page, "| {} | {what} |", keys.join(", "));
        }
    }
}

const KINDS: [&str; 19] = [
    "amount",
    "date",
    "date and time",
    "duration",
    "e-mail address",
    "fiscal year",
    "identifier",
    "month",
    "named Text",
    "number",
    "ordinal",
    "organization",
    "percentage",
    "quarter",
    "range",
    "telephone number",
    "time",
    "URL",
    "year",
];

fn kind(fact: &Fact) -> &'static str {
    match fact {
        Fact::Date(_) => "date",
        Fact::Month(..) => "month",
        Fact::Year(_) => "year",
        Fact::Quarter(..) => "quarter",
        Fact::FiscalYear(_) => "fiscal year",
        Fact::Time(..) => "time",
        Fact::Moment(..) => "date and time",
        Fact::Range(..) => "range",
        Fact::Number(_) => "number",
        Fact::Percent(_) => "percentage",
        Fact::Ordinal(_) => "ordinal",
        Fact::Identifier(_) => "identifier",
        Fact::Money { .. } => "amount",
        Fact::Duration(_) => "duration",
        Fact::Telephone { .. } => "telephone number",
        Fact::Email(_) => "e-mail address",
        Fact::Url(_) => "URL",
        Fact::Organization(_) => "organization",
        Fact::Text(_) => "named Text",
    }
}

/// Words that a count decides, by plural category and by rank.
fn choices(page: &mut String) {
    let cardinal = "{ $x } { $x ->\n    [one] file\n   *[other] files\n}";
    let french = "{ $x } { $x ->\n    [one] dossier\n   *[other] dossiers\n}";
    page.push_str(
        "\n## Words by number\n\nA count chooses by `[one]` and `[other]`, each language by its own \
         rule (French counts 0 and 1.5 as one), or by a value such as `[0]`. Each variant \
         has a line of its own, `*` is the default.\n\n",
    );
    let _ = write!(page, "```yaml text\nen: |\n");
    for (lang, pattern) in [("", cardinal), ("fr: |\n", french)] {
        page.push_str(lang);
        for line in pattern.lines() {
            let _ = writeln!(page, "  {line}");
        }
    }
    page.push_str("```\n\n| `$x` | English | French |\n| :-- | :-- | :-- |\n");
    for count in ["0", "1", "1.5", "2", "1000000"] {
        let memo = memo_with(&[count]);
        let en = shown(&memo, Lang::En, cardinal);
        let fr = shown(&memo, Lang::Fr, french);
        let _ = writeln!(page, "| `{count}` | {en} | {fr} |");
    }
}

fn row(page: &mut String, facts: &[&str], call: &str) {
    let memo = memo_with(facts);
    let pattern = format!("{{ {call} }}");
    let [en, fr] = Lang::ALL.map(|lang| shown(&memo, lang, &pattern));
    let facts: Vec<String> = facts.iter().map(|fact| format!("`{fact}`")).collect();
    let _ = writeln!(page, "| {} | `{pattern}` | {en} | {fr} |", facts.join(", "));
}

/// A memo with the facts `x` and `y`.
fn memo_with(facts: &[&str]) -> Memo {
    let mut yaml = String::from(
        "kind: notice\ndate: 2026-04-01\nsubject: { en: A, fr: B }\n\
         sections: [{ body: { en: A, fr: B } }]\n",
    );
    for (at, (name, fact)) in ["x", "y"].into_iter().zip(facts).enumerate() {
        let key = if at == 0 { "facts:\n" } else { "" };
        let _ = writeln!(yaml, "{key}  {name}: {fact}");
    }
    let (memo, faults) = parse_memo(
        &SourceFile::new("memos/reference.yaml", yaml),
        "reference",
        codes::table(),
    );
    assert_eq!(faults, [], "{facts:?}");
    memo.expect("a memo")
}

/// The directory of the examples.
fn directory() -> Directory {
    let path = stage::repository().join("directory.yaml");
    let text = std::fs::read_to_string(path).expect("the directory can be read");
    let (directory, faults) = parse_directory(&SourceFile::new("directory.yaml", text));
    assert_eq!(faults, []);
    directory
}

/// What a pattern prints, as Markdown for a cell of a table.
fn shown(memo: &Memo, lang: Lang, pattern: &str) -> String {
    let (locales, faults) = Locales::load([]);
    assert_eq!(faults, []);
    let locator =
        |place: &NodePath, _: Option<Range<usize>>| -> Option<Span> { Some(memo.span(place)) };
    let directory = directory();
    let args = Args::new()
        .facts(&memo.facts, &locator)
        .organizations(&directory.organizations);
    let text = Text {
        value: TextValue::Shared(pattern.to_owned()),
        place: NodePath::root(),
    };
    match locales.get(lang).text(&text, &locator, &args) {
        Ok(words) => markdown(&words.expect("words")),
        Err(faults) => panic!("{pattern}: {faults:?}"),
    }
}

fn markdown(words: &Formatted) -> String {
    let mut cell = String::new();
    let escape = |text: &str| text.replace('$', "\\$").replace('\u{a0}', "⍽");
    for character in words.text.chars() {
        match token_index(character).and_then(|index| words.values.get(index)) {
            Some(value) => {
                for piece in &value.pieces {
                    let text = escape(&piece.text);
                    cell += &if piece.superscript {
                        format!("<sup>{text}</sup>")
                    } else {
                        text
                    };
                }
            }
            None => cell += &escape(character.encode_utf8(&mut [0; 4])),
        }
    }
    cell
}
