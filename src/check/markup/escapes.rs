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
            if let Some((length, hint)) = sequence(rest) {
                let end = at + 1 + length;
                let written = text.slice(&(at..end));
                report.add(
                    &ESCAPE_SEQUENCE,
                    at..end,
                    format!("`{written}` is printed as it stands"),
                );
                report.hint(hint);
            }
        }
    }
}

/// How many bytes behind a backslash say something elsewhere, and what to write here.
fn sequence(rest: &str) -> Option<(usize, String)> {
    let mut letters = rest.chars();
    let first = letters.next()?;
    let second = letters.next();
    if matches!(first, 'n' | 'r' | 't') && !second.is_some_and(char::is_lowercase) {
        return Some((
            1,
            match first {
                't' => "write a space, or a table where columns are meant".to_owned(),
                _ => "begin a new line under `en: |` or `fr: |`; a blank line begins a paragraph"
                    .to_owned(),
            },
        ));
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
        return Some((
            1 + digits,
            match c.is_control() {
                true => "write the character itself".to_owned(),
                false => format!("write the character itself: {c}"),
            },
        ));
    }
    let length = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let name = rest.get(..length)?;
    COMMANDS.contains(&name).then(|| {
        let hint = "write Markdown: `**bold**`, `*italics*`, `[words](address)`, `[^1]`";
        (length, hint.to_owned())
    })
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
