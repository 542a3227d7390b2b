//! Names of files that cannot be names of documents, or stand in links to them.

use super::MemoFile;
use super::error::top;
use crate::diagnostic::Diagnostic;
use crate::source::{Span, unseen};
use crate::workspace::codes::UNSAFE_FILE_NAME;

/// The first character of a name that cannot be seen, or that changes how those around
/// it are seen: controls, ends of lines, directions (UAX #9), blanks without width. The
/// two joiners stay, which some scripts are written with.
pub fn hidden_character(name: &str) -> Option<char> {
    let is_joiner = |c: char| matches!(c, '\u{200c}' | '\u{200d}');
    let is_hidden = |c: char| matches!(c, '\n' | '\t') || unseen(c).is_some() && !is_joiner(c);
    name.chars().find(|&c| is_hidden(c))
}

/// A finding for a file, where `name` has a hidden character.
pub fn hidden_in_name(name: &str, span: Span) -> Option<Diagnostic> {
    let hidden = hidden_character(name)?;
    let code = format!("U+{:04X}", u32::from(hidden));
    let wording = UNSAFE_FILE_NAME.say("hidden", given!(name = visible(name), code));
    Some(Diagnostic::told(span, wording))
}

/// A name with its hidden characters written out.
fn visible(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    for c in name.chars() {
        match hidden_character(c.encode_utf8(&mut [0; 4])) {
            Some(hidden) => shown.push_str(&format!("<U+{:04X}>", u32::from(hidden))),
            None => shown.push(c),
        }
    }
    shown
}

/// Why a memo's file cannot be read under the name that it has, where that is so: names
/// that are not UTF-8 have U+FFFD for what is at fault, and a backslash stands between
/// folders on other machines.
pub(super) fn unreadable(memo: &MemoFile) -> Option<Diagnostic> {
    let path = memo.path.as_deref()?;
    let name = visible(path);
    let wording = if path.contains('\u{fffd}') {
        UNSAFE_FILE_NAME.say("not-utf8", given!(name))
    } else if path.contains('\\') {
        UNSAFE_FILE_NAME.say("backslash", given!(name))
    } else {
        return None;
    };
    Some(Diagnostic::told(top(path), wording))
}

/// That a file is no memo for the capitals of its extension alone.
pub(super) fn capital_extension(path: &str) -> Option<Diagnostic> {
    let (_, extension) = path.rsplit_once('.')?;
    let meant = extension.to_ascii_lowercase();
    let is_memo = extension != meant && matches!(meant.as_str(), "yaml" | "yml");
    is_memo.then(|| {
        let wording = UNSAFE_FILE_NAME.say("extension", given!(name = visible(path), meant));
        Diagnostic::told(top(path), wording)
    })
}

/// Why no document can be called as a memo is, where that is so.
pub(super) fn unsafe_stem(memo: &MemoFile) -> Option<Diagnostic> {
    let path = memo.path.as_deref()?;
    if matches!(memo.stem.as_str(), "." | "..") {
        let wording = UNSAFE_FILE_NAME.say("dots", given!(name = memo.stem));
        return Some(Diagnostic::told(top(path), wording));
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    hidden_in_name(name, top(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::select::memo_file;

    #[test]
    fn names_are_refused_for_what_cannot_be_seen() {
        let found = |path: &str| unsafe_stem(&memo_file(path).unwrap()).map(|it| it.message);
        for sound in [
            "memos/été #1 ?%.yaml",
            "memos/a\u{a0}b.yaml",
            "memos/می\u{200c}خواهم.yaml",
        ] {
            assert_eq!(found(sound), None);
        }
        let bell = found("memos/tide\u{7}bell.yaml").unwrap();
        assert!(
            bell.contains("`tide<U+0007>bell.yaml`") && bell.contains("(U+0007)"),
            "{bell}"
        );
        for hidden in [
            '\n',
            '\u{85}',
            '\u{202e}',
            '\u{200b}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            let path = format!("memos/a{hidden}b.yaml");
            assert!(found(&path).is_some(), "{hidden:?}");
        }
        assert!(found("memos/...yaml").unwrap().contains("`..`"));
    }
}
