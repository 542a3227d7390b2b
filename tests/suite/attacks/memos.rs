//! Memos with attacks in every place that takes text.

use crate::stage;
use std::fs;

/// An attack, and where it goes.
#[derive(Clone, Debug)]
pub enum Attack {
    /// Into every text of one line.
    Inline(String),
    /// Into a body, alone.
    Block(String),
    /// Where links and pictures lead.
    Destination(String),
}

/// All attacks, those of a kind together.
pub fn attacks() -> Vec<Attack> {
    let read = |name: &str| {
        let path = stage::repository()
            .join("tests/fixtures/attacks")
            .join(name);
        fs::read_to_string(path).expect("the attacks can be read")
    };
    let lines = |name: &str| -> Vec<String> { read(name).lines().map(str::to_owned).collect() };
    let blocks = read("blocks.txt");
    let blocks = blocks.trim_end().split("\n%%%%\n").map(str::to_owned);
    let mut all: Vec<Attack> = lines("inline.txt")
        .into_iter()
        .map(Attack::Inline)
        .collect();
    all.extend(blocks.map(Attack::Block));
    all.extend(
        lines("destinations.txt")
            .into_iter()
            .map(Attack::Destination),
    );
    all
}

/// A text as YAML, in quotation marks, that Fluent prints as it stands.
fn quoted(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars() {
        match c {
            '{' | '}' => pattern.push_str(&format!("{{\"{c}\"}}")),
            c => pattern.push(c),
        }
    }
    serde_json::to_string(&pattern).expect("it is text")
}

/// The same text in both languages.
fn both(text: &str) -> String {
    let text = quoted(text);
    format!("{{ en: {text}, fr: {text} }}")
}

impl Attack {
    /// Whether it is code, or may be, to a reader of Markdown.
    pub fn has_code(&self) -> bool {
        let (Attack::Inline(text) | Attack::Block(text) | Attack::Destination(text)) = self;
        let indented = |line: &str| line.starts_with(['\t', ' ']);
        text.contains(['`', '~']) || text.lines().any(indented)
    }
}

/// Where attacks go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Into names and facts, which are never Markdown.
    Values,
    /// Into texts, which are.
    Texts,
    /// The same, without code.
    Prose,
    /// Into both.
    All,
}

/// A memo with some attacks: each has a section of its own, and stands in some of the
/// places outside of sections.
pub fn memo(attacks: &[Attack], places: Places) -> String {
    let inline: Vec<&str> = attacks
        .iter()
        .filter_map(|attack| match attack {
            Attack::Inline(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let values = matches!(places, Places::Values | Places::All);
    let texts = places != Places::Values;
    let turn = std::cell::RefCell::new(inline.iter().cycle());
    let next = |wanted: bool| match turn.borrow_mut().next() {
        Some(text) if wanted => *text,
        _ => "words",
    };
    let value = || quoted(next(values));
    let text = || both(next(texts));
    let mut memo = String::from("date: 2026-05-04\n");
    for (key, written) in [
        ("reference", value()),
        ("letterhead", letterhead(value, text)),
        ("sender", person(value, text)),
        (
            "recipients",
            format!("[{}, {}]", person(value, text), text()),
        ),
        ("through", person(value, text)),
        ("cc", format!("[{}, {}]", text(), person(value, text))),
        ("subject", text()),
        ("description", text()),
        (
            "keywords",
            format!("{{ en: [{0}], fr: [{0}] }}", quoted(next(texts))),
        ),
        ("salutation", text()),
        ("closing", text()),
        (
            "signature",
            format!("{{ original: true, by: {} }}", person(value, text)),
        ),
        (
            "details",
            format!("[{{ label: {}, value: {} }}]", text(), text()),
        ),
        (
            "attachments",
            format!("[{{ title: {}, href: x.svg }}]", text()),
        ),
    ] {
        memo += &format!("{key}: {written}\n");
    }
    let facts = inline.iter().enumerate();
    let facts = facts.map(|(nth, text)| format!("  fact-{nth}: {}\n", both(text)));
    memo += &format!(
        "facts:\n  none: {{ en: words, fr: mots }}\n{}",
        facts.collect::<String>()
    );
    memo += "sections:\n";
    let mut nth = 0;
    for attack in attacks {
        let mut bodies = Vec::new();
        match attack {
            Attack::Inline(text) => {
                bodies.extend(texts.then(|| in_body(text, places != Places::Prose)));
                bodies.extend(values.then(|| printed(nth)));
                nth += 1;
            }
            Attack::Block(text) => bodies.push(in_blocks(text)),
            Attack::Destination(to) => bodies.push(as_destination(to)),
        }
        for body in bodies {
            memo += &format!("  - heading: {}\n    body: {body}\n", text());
        }
    }
    memo
}

fn person(value: impl Fn() -> String, text: impl Fn() -> String) -> String {
    format!(
        "{{ name: {}, gender: feminine, title: {}, organization: {} }}",
        value(),
        text(),
        text()
    )
}

fn letterhead(value: impl Fn() -> String, text: impl Fn() -> String) -> String {
    format!(
        "{{ logo: {{ file: x.svg, alt: {} }}, organization: {}, office: {}, \
         address: {{ en: [{}], fr: [{}] }} }}",
        text(),
        text(),
        text(),
        value(),
        value()
    )
}

/// An attack in every place of a body that takes a line of text.
fn in_body(text: &str, with_code: bool) -> String {
    let cell = text.replace('|', "\\|");
    let code = match with_code {
        true => format!("`{text}`\n\n``` {text}\nwords\n```\n\n```\n{text}\n```\n\n    {text}\n\n"),
        false => String::new(),
    };
    both(&format!(
        "{text}\n\nwords {text} words\n\nwords\n{text}\nwords\n\n**{text}** and *{text}* and \
         ~~{text}~~\n\n- {text}\n- words\n  1. {text}\n\n> {text}\n\n| {cell} | words |\n\
         | --- | --- |\n| words | {cell} |\n\n[{text}](https://example.ca/ \"{title}\") and \
         ![{text}](x.svg)\n\n{code}words[^n]\n\n[^n]: {text}\n\n- [ ] {text}\n",
        title = text.replace('"', "\\\""),
    ))
}

/// What a fact prints in every place that takes one.
fn printed(nth: usize) -> String {
    let value = format!("{{ $fact-{nth} }}");
    let body = format!(
        "{value}\n\nwords {value}\n\n- {value}\n- **{value}** *{value}*\n\n> {value}\n\n\
         | {value} |\n| --- |\n| {value} |\n\n[{value}](https://example.ca/) ![{value}](x.svg)\n"
    );
    let body = serde_json::to_string(&body).expect("it is text");
    format!("{{ en: {body}, fr: {body} }}")
}

/// An attack of several lines, alone and in a list, a quotation and a note.
fn in_blocks(text: &str) -> String {
    let indented = |by: &str| text.replace('\n', &format!("\n{by}"));
    both(&format!(
        "words[^n]\n\n{text}\n\n- words\n\n  {}\n\n> {}\n\n[^n]: words\n\n    {}\n\nwords\n",
        indented("  "),
        indented("> "),
        indented("    "),
    ))
}

/// Links and pictures of every form that lead there.
fn as_destination(to: &str) -> String {
    both(&format!(
        "[a]({to}) [b](<{to}>) [c]({to} \"{to}\") <{to}> [d][r] [{to}][r] {to}\n\n\
         ![e]({to}) ![f](<{to}>)\n\n[r]: {to}\n[s]: <{to}> '{to}'\n\n[r][] [s]\n"
    ))
}
