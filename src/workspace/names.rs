//! Names of files that cannot be names of documents, or stand in links to them.

use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span, unseen};
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

/// Whether a path has a name that files cannot be read under: it is not UTF-8 and has U+FFFD
/// for what is at fault, or a backslash, which stands between folders on other machines.
pub(super) fn is_misnamed(path: &str) -> bool {
    path.contains(['\u{fffd}', '\\'])
}

/// That a file or a folder is so called.
pub(super) fn misnamed(path: &str) -> Diagnostic {
    let name = visible(path);
    let wording = if path.contains('\u{fffd}') {
        UNSAFE_FILE_NAME.say("not-utf8", given!(name))
    } else {
        UNSAFE_FILE_NAME.say("backslash", given!(name))
    };
    Diagnostic::told(top(path), wording)
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

/// The beginning of a file.
pub(super) fn top(path: &str) -> Span {
    Span::new(&SourceFile::new(path, ""), 0..0)
}
