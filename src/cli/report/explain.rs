//! `explain CODE`: the manual page of a rule.

use crate::words;
use bimemo::diagnostic::{Code, told_in};
use bimemo::press::codes::RetiredCode;

/// The manual page as a terminal shows it: a title line, then the Markdown page as
/// it was written.
pub fn explanation(code: &Code) -> String {
    format!(
        "{} {} ({})\n\n{}",
        code.id,
        code.name,
        words::severity(code.severity),
        code.page()
    )
}

/// The same of a code that is used no more.
pub fn retired(code: &RetiredCode) -> String {
    let retired = words::said("retired", &[]);
    let page = code.page[told_in()];
    format!("{} {} ({retired})\n\n{page}", code.id, code.name)
}

#[cfg(test)]
mod tests {
    use super::super::tests::samples;
    use super::*;
    use bimemo::press::codes;

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
             ```\n\n\
             ## How to silence it\n\
             In `bimemo.yaml`: `ignore: [{ code: Z002, path: …, reason: … }]` for one file, \
             `severity: { Z002: off }` for all.\n"
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
