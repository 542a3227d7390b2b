//! Control characters and characters without width.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::locale::INVISIBLE_CHARACTER;
use crate::locale::catalog::BOM;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.subjects().map(|unit| unit.source) {
        let text = source.file.text();
        for (at, letter) in text.char_indices() {
            let ends_line = letter == '\r'
                && text
                    .get(at + 1..)
                    .is_some_and(|rest| rest.starts_with('\n'));
            if !is_invisible(letter) || ends_line || (at == 0 && letter == BOM) {
                continue;
            }
            let code = u32::from(letter);
            let span = source.span(at..at + letter.len_utf8());
            let message = format!("U+{code:04X} stands here, which nobody can see");
            let finding = Diagnostic::new(&INVISIBLE_CHARACTER, span, message).lang(source.lang);
            let wide = if code > 0xFFFF { 'U' } else { 'u' };
            let digits = if code > 0xFFFF { 6 } else { 4 };
            out.push(finding.hint("take it out").hint(format!(
                "where it is meant, write it so that it can be seen: `{{ \"\\{wide}{code:0digits$X}\" }}`"
            )));
        }
    }
}

/// Whether a character has neither width nor a visible effect that a writer means.
fn is_invisible(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        _ if letter.is_control() => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | BOM => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}
