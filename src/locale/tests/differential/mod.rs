//! The resolver against Fluent's own bundle, on random patterns in any layout.
//!
//! The bundle is asked for what a pattern means (plural rules, terms, attributes,
//! literals) with its blanks and line breaks written out by the specification's rules;
//! ours gets it as it is laid out. Where the bundle itself reads the layout otherwise,
//! that is asserted to be for the one reason that is known. What we refuse and the bundle
//! prints is in [`STRICTER`], what else differs in [`DIFFERENCES`], each with its reason.

mod patterns;

use super::*;
use crate::diagnostic::Severity;
use ::fluent::types::FluentValue;
use ::fluent::{FluentArgs, FluentBundle, FluentResource};
use patterns::{Meant, Numbers, Of, SUPPORT};
use std::rc::Rc;

/// How many patterns of each kind are compared, each in both languages.
const PATTERNS: usize = 10_000;

/// How the bundle prints a number in English: as it is, with the minus sign of print.
fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number.as_string().replace('-', "\u{2212}")),
        _ => None,
    }
}

/// The same in French: with a decimal comma.
fn french<M>(value: &FluentValue<'_>, memoizer: &M) -> Option<String> {
    english(value, memoizer).map(|printed| printed.replace('.', ","))
}

/// What `$n` and `$who` are.
type Values<'v> = (i64, &'v str);

fn some_values(numbers: &mut Numbers) -> Values<'static> {
    let n = *numbers.of(&[0, 1, 2, 3, 5, 11, 21]);
    (
        n,
        *numbers.of(&["feminine", "masculine", "red", "one", "é x"]),
    )
}

/// What Fluent's bundle prints for `v` of a resource, and every error it has.
struct Oracle {
    lang: Lang,
    support: Rc<FluentResource>,
}

impl Oracle {
    fn new(lang: Lang) -> Oracle {
        let support = FluentResource::try_new(SUPPORT.to_owned()).unwrap();
        Oracle {
            lang,
            support: Rc::new(support),
        }
    }

    fn print(&self, source: &str, (n, who): Values<'_>) -> Result<String, Vec<String>> {
        let all = |errors: &mut dyn Iterator<Item = String>| errors.collect::<Vec<_>>();
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, errors)| all(&mut errors.iter().map(ToString::to_string)))?;
        let mut bundle = FluentBundle::new(vec![self.lang.tag().parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_builtins().unwrap();
        bundle.set_formatter(Some(match self.lang {
            Lang::En => english,
            Lang::Fr => french,
        }));
        bundle.add_resource(Rc::clone(&self.support)).unwrap();
        bundle
            .add_resource(Rc::new(resource))
            .map_err(|errors| all(&mut errors.iter().map(ToString::to_string)))?;
        let message = bundle.get_message("v").ok_or_else(Vec::new)?;
        let pattern = message.value().ok_or_else(Vec::new)?;
        let mut args = FluentArgs::new();
        args.set("n", n);
        args.set("who", who);
        let mut errors = Vec::new();
        let printed = bundle.format_pattern(pattern, Some(&args), &mut errors);
        if errors.is_empty() {
            Ok(printed.into_owned())
        } else {
            Err(all(&mut errors.iter().map(ToString::to_string)))
        }
    }
}

/// What we print for a message `v`, and every finding.
fn message(
    locales: &Locales,
    lang: Lang,
    source: &str,
    (n, who): Values<'_>,
) -> Result<String, String> {
    let file = SourceFile::new("memos/v.ftl", source);
    let own = |of: Lang| (of == lang).then(|| Arc::clone(&file));
    let (locales, mut faults) = locales.for_memo(own(Lang::En), own(Lang::Fr), &Args::new());
    // That other tools print only a hundred placeables is a warning.
    faults.retain(|finding| finding.severity == Severity::Error);
    let facts = numbers(&[("n", n)]);
    let args = Args::new()
        .facts(&facts, &nowhere)
        .text("who", who.to_owned());
    match locales.get(lang).message("v", &args) {
        Ok(formatted) if faults.is_empty() => Ok(formatted.to_plain()),
        Ok(_) => Err(lines(&faults)),
        Err(found) => {
            faults.extend(found);
            Err(lines(&faults))
        }
    }
}

/// What we print for a string of a memo, and every finding.
fn text(
    locales: &Locales,
    lang: Lang,
    source: &str,
    (n, who): Values<'_>,
) -> Result<String, String> {
    let (text, locator) = scalar(lang, source);
    let shared = Text {
        value: TextValue::Shared(who.to_owned()),
        place: NodePath::root().key("facts").key("who"),
    };
    let facts = [
        fact("n", Fact::Number(n.into())),
        fact("who", Fact::Text(shared)),
    ];
    let args = Args::new().facts(&facts, &locator);
    match locales.get(lang).text(&text, &locator, &args) {
        Ok(formatted) => Ok(formatted.unwrap().to_plain()),
        Err(found) => Err(lines(&found)),
    }
}

#[test]
fn what_is_printed_is_what_fluents_bundle_prints() {
    let shared = locales(SUPPORT, SUPPORT);
    let oracles = Lang::ALL.map(Oracle::new);
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let mut freely = 0;
    for index in 0..2 * PATTERNS {
        let (of, least) = if index % 2 == 0 {
            (Of::Message, 1)
        } else {
            (Of::Text, 0)
        };
        let meant = Meant::random(&mut numbers, of, 0, least);
        let (mut written, mut spelt_out) = (String::new(), "v = ".to_owned());
        meant.written(of, &mut written);
        meant.spelt_out(of, &mut spelt_out);
        let values = some_values(&mut numbers);
        for oracle in &oracles {
            let wanted = oracle
                .print(&spelt_out, values)
                .unwrap_or_else(|errors| panic!("{spelt_out}\n{errors:?}"));
            let got = match of {
                Of::Message => message(&shared, oracle.lang, &format!("v = {written}\n"), values),
                Of::Text => text(&shared, oracle.lang, &written, values),
            };
            assert_eq!(got, Ok(wanted.clone()), "{values:?}\n{written}");
            if of == Of::Message && oracle.lang == Lang::En {
                let theirs = oracle.print(&format!("v = {written}\n"), values);
                if theirs != Ok(wanted) {
                    freely += 1;
                    assert!(meant.is_laid_out_freely(of), "{theirs:?}\n{written}");
                }
            }
        }
    }
    // fluent-syntax 0.12 leaves lines that begin with a placeable out of the common
    // indent and keeps the blanks of blank lines.
    assert!(freely > PATTERNS / 20, "{freely}");
}

/// What we refuse and the bundle prints: findings by their codes, with the reasons.
const STRICTER: [(&str, &str); 7] = [
    (
        "L011",
        "a message is missed in variants too that nobody chose today",
    ),
    (
        "L012",
        "a term is missed in variants too that nobody chose today",
    ),
    (
        "L013",
        "an attribute is missed in variants too that nobody chose today",
    ),
    (
        "L014",
        "a selector by an unknown function would take the default in silence",
    ),
    ("L022", "an argument more would be left out in silence"),
    (
        "L023",
        "an option that is not there would change nothing, in silence",
    ),
    (
        "L025",
        "a variant that no number chooses is a slip, and its words would be lost",
    ),
];

/// Whether a line of findings is of that kind, or a finding's hint.
fn is_stricter(line: &str) -> bool {
    line.starts_with("  ") || STRICTER.iter().any(|(code, _)| line.starts_with(code))
}

/// What is no Fluent for one is no Fluent for the other.
#[test]
fn what_the_bundle_refuses_is_refused() {
    let shared = locales(SUPPORT, SUPPORT);
    let oracle = Oracle::new(Lang::En);
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let mut refused = 0;
    for _ in 0..PATTERNS / 4 {
        let mut written = "v = ".to_owned();
        Meant::random(&mut numbers, Of::Message, 0, 1).written(Of::Message, &mut written);
        break_something(&mut numbers, &mut written);
        written.push('\n');
        let values = some_values(&mut numbers);
        let theirs = oracle.print(&written, values);
        let ours = message(&shared, Lang::En, &written, values);
        refused += usize::from(theirs.is_err());
        match (&theirs, &ours) {
            (Ok(_), Err(findings)) => {
                assert!(findings.lines().all(is_stricter), "{findings}\n{written}");
            }
            (Err(errors), Ok(_)) => panic!("{errors:?}\n{written}"),
            _ => {}
        }
    }
    assert!(refused > PATTERNS / 16, "{refused}");
}

/// Takes a character out, or puts one in.
fn break_something(numbers: &mut Numbers, text: &mut String) {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(4).collect();
    let at = *numbers.of(&places);
    if numbers.below(2) == 0 {
        text.remove(at);
    } else {
        text.insert(
            at,
            *numbers.of(&[
                '{', '}', '"', '[', '*', '(', ')', '-', '$', '.', ' ', '\n', 'x',
            ]),
        );
    }
}

/// Why something differs, the pattern, what we print or the code of our finding, what
/// the bundle prints, nothing where it has an error.
type Difference = (
    &'static str,
    &'static str,
    Result<&'static str, &'static str>,
    Option<&'static str>,
);

/// What else differs.
const DIFFERENCES: [Difference; 14] = [
    (
        "a line that begins with a placeable counts for the common indent",
        "v =\n    { $n } a\n\n        b\n",
        Ok("2 a\n\n    b"),
        Some("2 a\n\nb"),
    ),
    (
        "and keeps what it has beyond it",
        "v =\n    a\n      { $n }\n",
        Ok("a\n  2"),
        Some("a\n2"),
    ),
    (
        "a blank line is a line break and nothing else",
        "v =\n    a\n      \n    b\n",
        Ok("a\n\nb"),
        Some("a\n  \nb"),
    ),
    (
        "a named argument may be a number below zero",
        "v = { -sign(x: -1) }\n",
        Ok("minus"),
        None,
    ),
    (
        "a fraction is no English ordinal",
        "v = { NUMBER(1.5, type: \"ordinal\") ->\n    [one] one\n   *[other] other\n }\n",
        Ok("other"),
        Some("one"),
    ),
    (
        "1.0 is 1",
        "v = { 1.0 ->\n    [1] same\n   *[other] other\n }\n",
        Ok("same"),
        Some("other"),
    ),
    (
        "a term that refers to another keeps its own arguments",
        "v = { -outer(n: 7) }\n-outer = { -form(case: \"of\") } { $n }\n",
        Ok("of the Act 7"),
        Some("of the Act 2"),
    ),
    (
        "a number has more digits than a double",
        "v = { 12345678901234567 }\n",
        Ok("12,345,678,901,234,567"),
        Some("12345678901234568"),
    ),
    (
        "a brace has no escape",
        "v = { \"\\{\" }\n",
        Err("L006"),
        Some("\u{fffd}"),
    ),
    (
        "half of a pair of surrogates is no character",
        "v = { \"\\uD800\" }\n",
        Err("L006"),
        Some("\u{fffd}"),
    ),
    (
        "a character for private use stands for what a fact prints",
        "v = { \"\\uE100\" } { $n }\n",
        Err("L024"),
        Some("\u{e100} 2"),
    ),
    (
        "what is not given to a term would be printed with its `$`",
        "v = { -plain }\n-plain = { $x }\n",
        Err("L020"),
        Some("{$x}"),
    ),
    (
        "a text is no number",
        "v = { NUMBER(\"two\") }\n",
        Err("L021"),
        Some("NUMBER()"),
    ),
    (
        "a function that is not there chooses nothing",
        "v = { NUBMER($n) ->\n    [one] one\n   *[other] other\n }\n",
        Err("L014"),
        Some("other"),
    ),
];

#[test]
fn what_differs_has_a_reason() {
    let shared = locales(SUPPORT, SUPPORT);
    let oracle = Oracle::new(Lang::En);
    for (reason, source, ours, theirs) in DIFFERENCES {
        let got = message(&shared, Lang::En, source, (2, "red"));
        match (&got, ours) {
            (Err(findings), Err(code)) => {
                assert!(findings.starts_with(code), "{reason}: {findings}")
            }
            (Ok(printed), Ok(wanted)) => assert_eq!(printed, wanted, "{reason}"),
            _ => panic!("{reason}: {got:?}"),
        }
        let bundle = oracle.print(source, (2, "red"));
        assert_eq!(bundle.ok().as_deref(), theirs, "{reason}");
    }
}
