//! Two texts compared, line by line, as `diff -u` does.

use similar::{ChangeTag, TextDiff};
use std::fmt::Write;

/// How many lines stand around a change.
const CONTEXT: usize = 3;

const BOLD: &str = "\u{1b}[1m";
const CYAN: &str = "\u{1b}[36m";
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
/// Shows spaces, which most mends are.
const REVERSE: &str = "\u{1b}[7m";
const NOT_REVERSE: &str = "\u{1b}[27m";
const RESET: &str = "\u{1b}[0m";

/// What turns `old`, the file `name`, into `new`; nothing where they are the same. With
/// `colour`, what differs within a line is shown in reverse.
pub fn unified(name: &str, old: &str, new: &str, colour: bool) -> String {
    let diff = TextDiff::from_lines(old, new);
    let mut unified = diff.unified_diff();
    unified.context_radius(CONTEXT).header(name, name);
    if !colour {
        return unified.to_string();
    }
    let mut shown = String::new();
    for hunk in unified.iter_hunks() {
        if shown.is_empty() {
            let _ = writeln!(shown, "{BOLD}--- {name}{RESET}\n{BOLD}+++ {name}{RESET}");
        }
        let _ = writeln!(shown, "{CYAN}{}{RESET}", hunk.header());
        for change in hunk
            .ops()
            .iter()
            .flat_map(|op| diff.iter_inline_changes(op))
        {
            let (sign, tint) = match change.tag() {
                ChangeTag::Delete => ('-', RED),
                ChangeTag::Insert => ('+', GREEN),
                ChangeTag::Equal => (' ', ""),
            };
            let mut line = String::new();
            for (differs, piece) in change.iter_strings_lossy() {
                let piece = piece.trim_end_matches(['\n', '\r']);
                if differs && !piece.is_empty() {
                    let _ = write!(line, "{REVERSE}{piece}{NOT_REVERSE}");
                } else {
                    line.push_str(piece);
                }
            }
            let end = if tint.is_empty() { "" } else { RESET };
            let _ = writeln!(shown, "{tint}{sign}{line}{end}");
            if change.missing_newline() {
                shown.push_str("\\ No newline at end of file\n");
            }
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_adds_nothing_but_colour() {
        let old = "a\nb\nc\nd\ne\nl'an, l'eau\nf";
        let new = "a\nb\nc\nd\ne\nl’an, l’eau\nf";
        let plain = unified("x.yaml", old, new, false);
        assert!(plain.starts_with("--- x.yaml\n+++ x.yaml\n@@ -3,5 +3,5 @@\n c\n"));
        let mut coloured = unified("x.yaml", old, new, true);
        assert!(coloured.contains("\u{1b}[7m"));
        for code in [BOLD, CYAN, RED, GREEN, REVERSE, NOT_REVERSE, RESET] {
            coloured = coloured.replace(code, "");
        }
        assert_eq!(coloured, plain);
        assert_eq!(unified("x.yaml", old, old, true), "");
    }
}
