//! `explain CODE`: the manual page of a rule.

use bimemo::diagnostic::Code;
use std::fmt::Write;

/// The manual page as a terminal shows it: a title line, then the Markdown page as
/// it was written.
pub fn explanation(code: &Code) -> String {
    let mut out = format!("{} {} ({})\n\n", code.id, code.name, code.severity.name());
    for line in page(code) {
        let _ = writeln!(out, "{line}");
    }
    out
}

/// The lines of the manual page; a doc comment's lines begin with one space that is
/// not part of them.
pub(super) fn page(code: &Code) -> impl Iterator<Item = &'static str> {
    code.explanation
        .trim_end()
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line))
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use bimemo::diagnostic::codes;

    #[test]
    fn keeps_the_form_of_the_page() {
        assert_eq!(
            explanation(&samples::MISSING),
            "Z002 missing-translation (error)\n\n\
             A text that is there in one language only,\n\
             so that a reader would miss it.\n\n\
             ## Why it matters\n\
             Both languages are official.\n\n\
             ## Example\n\
             ```yaml\n\
             subject:\n  en: Spring update\n\
             ```\n"
        );
    }

    #[test]
    fn every_code_has_a_page() {
        for code in codes::all() {
            let text = explanation(code);
            assert!(text.starts_with(&format!("{} {} (", code.id, code.name)));
            assert!(text.lines().count() > 3, "{text}");
        }
    }
}
