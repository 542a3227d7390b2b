//! Plain texts that are nearly facts: an amount, a time, a date as people write it. As
//! a text it prints the same in both languages; as a fact each language has it in its
//! own form. What the reader of running text takes for one value, in English or in
//! French, is one.

mod duration;
#[cfg(test)]
mod tests;
mod value;

use crate::check::rule::Rule;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::memo::fact::{Date, NamedFact};
use crate::memo::{Memo, NodePath, PlainText, Settings};
use crate::source::Span;

crate::diagnostic::codes! {
    NEARLY_A_FACT = "Y036", "nearly-a-fact", Warning;
}

crate::diagnostic::phrases! {
    NEARLY = "nearly";
}

/// Looks at a text, and says what it was meant to be.
type Meaning = fn(&str) -> Option<Meant>;

/// All rules, in the order in which they look at a text: the first that knows what was
/// meant tells it, under the code of that kind of fact or their own.
pub(super) static RULES: &[Rule<Meaning>] = &[
    Rule::new(&[&NEARLY_A_FACT], value::meant),
    Rule::new(&[], duration::meant),
];

/// What a plain text was meant to be.
#[derive(Debug, PartialEq)]
pub(super) struct Meant {
    /// The rule that finds it.
    code: &'static Code,
    /// The value's kind, as the phrase has it: `amount`.
    what: &'static str,
    /// The YAML to write; two where the text can be read in two ways.
    yaml: Vec<String>,
    /// What else helps.
    hint: Option<String>,
    /// Whether it has a link as a fact alone.
    linked: bool,
}

impl Meant {
    fn new(code: &'static Code, what: &'static str, yaml: impl Into<String>) -> Meant {
        Meant {
            code,
            what,
            yaml: vec![yaml.into()],
            hint: None,
            linked: false,
        }
    }

    fn hint(self, hint: impl Into<String>) -> Meant {
        Meant {
            hint: Some(hint.into()),
            ..self
        }
    }

    /// The same as a warning: the characters may be meant as they are.
    fn unsure(self) -> Meant {
        Meant {
            code: &NEARLY_A_FACT,
            ..self
        }
    }
}

/// Finds the plain texts of a memo that are nearly facts. A fact that is certainly one
/// is taken for unread, so that nothing that follows from it is told.
pub fn near_facts(memo: &mut Memo) -> Vec<Diagnostic> {
    let texts = memo.plain_texts();
    let (findings, lost) = find(&texts, |place| memo.span(place));
    memo.unread.facts.extend(take(&mut memo.facts, &lost));
    findings
}

/// Finds the facts of the settings that are nearly facts, the same way.
pub fn near_facts_of_settings(
    settings: &mut Settings,
    locate: impl Fn(&NodePath) -> Span,
) -> Vec<Diagnostic> {
    let texts = settings.plain_texts();
    let (findings, lost) = find(&texts, locate);
    let taken = take(&mut settings.facts, &lost);
    settings.unread.facts.extend(taken);
    findings
}

/// Takes out the facts at these places; their names.
fn take(facts: &mut Vec<NamedFact>, lost: &[NodePath]) -> Vec<String> {
    let is_lost = |fact: &NamedFact| lost.contains(&fact.place);
    let names = facts.iter().filter(|fact| is_lost(fact));
    let names = names.map(|fact| fact.name.clone()).collect();
    facts.retain(|fact| !is_lost(fact));
    names
}

/// The findings, and the places of facts that are lost with them.
fn find(
    texts: &[PlainText<'_>],
    locate: impl Fn(&NodePath) -> Span,
) -> (Vec<Diagnostic>, Vec<NodePath>) {
    let mut findings = Vec::new();
    let mut lost = Vec::new();
    for text in texts {
        let Some(meant) = meant(text.words) else {
            continue;
        };
        let finding = finding(text, &meant, locate(text.place));
        if finding.severity == Severity::Error {
            lost.push(text.place.clone());
        }
        findings.push(finding);
    }
    (findings, lost)
}

fn finding(text: &PlainText<'_>, meant: &Meant, span: Span) -> Diagnostic {
    let written = text.words.trim();
    let linked = if meant.linked { "yes" } else { "no" };
    let wording = NEARLY.say(
        meant.code,
        "text",
        given!(written, what = meant.what, linked),
    );
    let mut finding = Diagnostic::told(span, wording);
    if text.fact.is_none() {
        let yaml = meant.yaml.first().map_or("…", String::as_str);
        return finding
            .hint(NEARLY.words("both", &[]))
            .hint(NEARLY.words("print", given!(yaml)));
    }
    for (index, yaml) in meant.yaml.iter().enumerate() {
        finding = finding.hint(match index {
            0 => NEARLY.words("write", given!(yaml)),
            _ => NEARLY.words("or-write", given!(yaml)),
        });
    }
    finding.hints.extend(meant.hint.clone());
    finding.hint(NEARLY.words("meant", &[]))
}

/// The most bytes that one value takes: a date with its weekday, its time and its zone.
const LONGEST: usize = 100;

/// What a plain text was meant to be, where it reads as one value.
fn meant(text: &str) -> Option<Meant> {
    // What prints another fact or a message is written on purpose.
    if text.contains(['{', '}', '\n']) || text.len() > LONGEST {
        return None;
    }
    let has_offset = has_offset(text);
    let text = ordinary(text);
    if is_as_a_name(&text) {
        return None;
    }
    let meant = RULES.iter().find_map(|rule| (rule.check)(&text));
    meant.map(|meant| match has_offset {
        true => meant.hint(NEARLY.words("offset", &[])),
        false => meant,
    })
}

/// Whether a moment in ISO form has an offset from Greenwich behind.
fn has_offset(text: &str) -> bool {
    let behind = iso_moment(text.trim()).and_then(|moment| text.trim().strip_prefix(moment));
    behind.is_some_and(|rest| rest.contains(['Z', '+', '-']))
}

/// A text with ordinary spaces, single ones, and a minus sign that is a hyphen; digits
/// that are parted as programmers do it stand in groups, and a moment has no seconds.
fn ordinary(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ").replace('\u{2212}', "-");
    if let Some(moment) = iso_moment(&text) {
        return moment.to_owned();
    }
    let marks = ['_', '\'', '’'];
    let bare: String = text.chars().filter(|c| !marks.contains(c)).collect();
    let parted = text.split(marks);
    let is_number = parted.clone().count() > 1
        && parted.enumerate().all(|(at, part)| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            digits && !part.is_empty() && (at == 0 || part.len() == 3)
        });
    if is_number { grouped(&bare) } else { text }
}

/// `2026-04-30T14:30` of a moment as ISO 8601 has it, with seconds or an offset behind.
fn iso_moment(text: &str) -> Option<&str> {
    const LENGTH: usize = "2026-04-30T14:30".len();
    let (moment, rest) = text.split_at_checked(LENGTH)?;
    let (date, time) = moment.split_once(['T', ' '])?;
    let clock = |c: char| c.is_ascii_digit() || c == ':';
    let sound = Date::from_iso(date).is_some() && time.chars().all(clock);
    let seconds = rest.starts_with([':', 'Z', '+', '-', '.'])
        && rest.chars().all(|c| clock(c) || "Z+-.".contains(c));
    (sound && seconds).then_some(moment)
}

/// Digits in groups of three, so that they are read as a number that is written so.
fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// Whether a text is digits with at most a point, which a quoted number is on purpose:
/// a room, a version.
fn is_as_a_name(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}
