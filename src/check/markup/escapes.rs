//! Backslashes that programs and LaTeX read: `\n`, `\u00e9`, `\textbf`.

use super::report::{Report, WrittenText};

crate::diagnostic::codes! {
    ESCAPE_SEQUENCE = "W062", "escape-sequence", Warning;
}

/// Commands of LaTeX that people paste.
const COMMANDS: [&str; 12] = [
    "textbf",
    "textit",
    "emph",
    "underline",
    "section",
    "subsection",
    "footnote",
    "href",
    "url",
    "ldots",
    "textsuperscript",
    "quad",
];

/// Finds them; a path, as in `C:\new`, has none.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("\\", &run.range) {
            if report.is_claimed(at) || is_path(text, at) {
                continue;
            }
            let rest = text.slice(&(at + 1..run.range.end));
            let Some((length, meant)) = sequence(rest) else {
                continue;
            };
            let end = at + 1 + length;
            let written = text.slice(&(at..end));
            let wording = match meant {
                Meant::Blank => ESCAPE_SEQUENCE.say("blank", given!(written)),
                Meant::Line => ESCAPE_SEQUENCE.say("line", given!(written)),
                Meant::Command => ESCAPE_SEQUENCE.say("command", given!(written)),
                Meant::Character(c) if c.is_control() => {
                    ESCAPE_SEQUENCE.say("control", given!(written))
                }
                Meant::Character(c) => {
                    ESCAPE_SEQUENCE.say("character", given!(written, character = c))
                }
            };
            report.add(at..end, wording);
        }
    }
}

/// What a backslash stands for elsewhere.
enum Meant {
    Blank,
    Line,
    Character(char),
    Command,
}

/// How many bytes behind a backslash say something elsewhere, and what.
fn sequence(rest: &str) -> Option<(usize, Meant)> {
    let mut letters = rest.chars();
    let first = letters.next()?;
    let second = letters.next();
    if matches!(first, 'n' | 'r' | 't') && !second.is_some_and(char::is_lowercase) {
        let is_tab = first == 't';
        return Some((1, if is_tab { Meant::Blank } else { Meant::Line }));
    }
    let digits = match first {
        'u' => 4,
        'x' => 2,
        _ => 0,
    };
    let code = rest.get(1..1 + digits).filter(|_| digits > 0);
    if let Some(code) = code
        && let Ok(number) = u32::from_str_radix(code, 16)
        && let Some(c) = char::from_u32(number)
    {
        return Some((1 + digits, Meant::Character(c)));
    }
    let length = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let name = rest.get(..length)?;
    COMMANDS.contains(&name).then_some((length, Meant::Command))
}

/// Whether a backslash parts folders: one stands before it in its word, or a drive does.
fn is_path(text: &WrittenText<'_>, at: usize) -> bool {
    let before = text.slice(&(0..at));
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let behind = text.slice(&(at..text.reading.text.len()));
    let whole = behind.split(char::is_whitespace).next().unwrap_or_default();
    word.contains(['\\', ':'])
        || whole.starts_with("\\\\")
        || whole.matches('\\').count() > 1 && !whole.contains("\\n")
}
