//! What a fact prints is text, wherever it stands and whatever it is: the Markdown
//! says the same as the blocks.

use super::*;
use crate::locale::PrintedValue;

/// The author's texts, `@` and `%` for values.
const TEXTS: &[&str] = &[
    "@",
    "@. a",
    "@) a",
    "@.",
    "@%",
    "@%. a",
    "@ a",
    "@- a",
    "- @",
    "- @. a",
    "- a\n  @. b",
    "1. @. a",
    "3) @) a",
    "> @. a",
    "> - @ a",
    "a\n@",
    "a\n@. b",
    "a  \n@. b",
    "a<br>@. b",
    "a @. b",
    "a@",
    "@a",
    "1@",
    "1@ a",
    "1.@",
    "-@",
    "+@",
    "#@",
    "=@",
    "<@>",
    "<@",
    "&@;",
    "@amp;",
    "@;",
    "\\@",
    "\\\\@",
    "C:\\@",
    "[@]",
    "[@](https://a.ca)",
    "[@]: b",
    "@[a](https://a.ca)",
    "!@",
    "`@` @",
    "`@",
    "@`",
    "*@*",
    "**@**. a",
    "_@_",
    "~~@~~",
    "(@)",
    "« @ »",
    "@\n@",
    "@\n===",
    "@\n\n%",
    "| @ | a |\n|---|---|\n| % | @ |",
    "@ | a\n--|--\n% | b",
    "    @. a",
    "- [@] a",
    "a[^1]\n\n[^1]: @. a",
    "@^%^",
    "@ *%*",
    "@<sup>%</sup>",
    "@ % a\n% @",
];

/// What facts may print.
const VALUES: &[&str] = &[
    "1",
    "12",
    "2026",
    "1234567890",
    "1.",
    "1. a",
    "1)",
    "6.5",
    "a",
    "-",
    "- a",
    "-5",
    "--- ",
    "---",
    "+",
    "+ a",
    "*",
    "* a",
    "***",
    "*a*",
    "**",
    "_",
    "__",
    "_a_",
    "a_b",
    "___",
    "#",
    "# a",
    "a #",
    ">",
    "> a",
    "=",
    "===",
    "|",
    "a|b",
    "`",
    "``",
    "`a`",
    "```",
    "~",
    "~~",
    "~~~",
    "~~a~~",
    "<",
    "<b>",
    "<br>",
    "<!--",
    "<https://a.ca>",
    "&",
    "&amp;",
    "&#65;",
    "R&D",
    "[",
    "]",
    "[a](b)",
    "[a]: b",
    "[^1]",
    "[ ]",
    "x",
    "^1",
    "!",
    "a!",
    "![",
    "\\",
    "a\\",
    "\\*",
    ":",
    ". a",
    ") a",
    " a",
    "a ",
    " ",
    "    a",
    "\ta",
    "a\nb",
    "a\n- b",
    "a\n\nb",
    "$5",
    "5\u{a0}$",
    "1\u{a0}250,00\u{a0}$",
    "{ $x }",
    "é",
    "sup",
    "br",
    "amp",
    "#38",
    "https://a.ca",
    "a@b.ca",
];

fn printed(text: &str) -> PrintedValue {
    PrintedValue {
        pieces: vec![Piece {
            text: text.to_owned(),
            ..Piece::default()
        }],
        ..PrintedValue::default()
    }
}

/// A document's blocks in the compact notation, white space as Markdown has it.
fn notation(parsed: &Parsed) -> String {
    let notes = parsed.notes.iter().map(|note| sketch(&note.body.blocks));
    let all: Vec<String> = std::iter::once(sketch(&parsed.passage.blocks))
        .chain(notes)
        .collect();
    all.join(" note ").replace(['\n', '\t', '\r'], " ")
}

#[test]
fn every_value_is_text_in_every_place() {
    let [first, second] = [0, 1].map(|index| token(index).unwrap().to_string());
    let mut differ = Vec::new();
    for text in TEXTS {
        let text = text.replace('@', &first).replace('%', &second);
        for (at, value) in VALUES.iter().enumerate() {
            // Each value meets another one beside it in each text.
            let other = VALUES[(at * 7 + text.len()) % VALUES.len()];
            let parsed = with_values(&text, &[printed(value), printed(other)]);
            // Notes stand at the document's end.
            let mut markdown = parsed.passage.markdown.clone();
            for note in &parsed.notes {
                markdown += &format!("\n\n[^{}]: {}", note.number, note.body.markdown);
            }
            let again = body(&markdown);
            let (wanted, got) = (notation(&parsed), notation(&again));
            if wanted != got {
                let text = text.replace(&first, "@").replace(&second, "%");
                differ.push(format!(
                    "{text:?} with {value:?} and {other:?} is\n  {:?}\n  {wanted}\n  {got}",
                    markdown
                ));
            }
        }
    }
    assert!(
        differ.is_empty(),
        "{} differ:\n{}",
        differ.len(),
        differ[..differ.len().min(60)].join("\n")
    );
}
