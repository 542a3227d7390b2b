//! Ids that are not in kebab-case.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    ID_NOT_KEBAB_CASE = "L044", "id-not-kebab-case", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for lang in Lang::ALL {
        for entry in scope.entries(lang) {
            let attributes = entry.attributes.iter().map(|attribute| attribute.id.name);
            for id in std::iter::once(entry.id).chain(attributes) {
                if is_kebab_case(id) || !seen.insert((entry.id, id)) {
                    continue;
                }
                let wording = ID_NOT_KEBAB_CASE.say("form", given!(id, wanted = kebab_case(id)));
                out.push(Diagnostic::told(entry.source.span_of(id), wording).lang(lang));
            }
        }
    }
}

fn is_kebab_case(id: &str) -> bool {
    id.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

fn kebab_case(id: &str) -> String {
    let mut kebab = String::new();
    let mut lower = false;
    for letter in id.chars() {
        let parts = matches!(letter, '-' | '_');
        if (parts || (lower && letter.is_ascii_uppercase())) && !kebab.ends_with('-') {
            kebab.push('-');
        }
        if !parts {
            kebab.push(letter.to_ascii_lowercase());
        }
        lower = letter.is_ascii_lowercase();
    }
    kebab.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_turned_to_kebab_case() {
        for (id, kebab) in [
            ("labelTo", "label-to"),
            ("Label_To", "label-to"),
            ("A--b", "a-b"),
        ] {
            assert!(!is_kebab_case(id));
            assert_eq!(kebab_case(id), kebab);
        }
        assert!(is_kebab_case("form-12-a"));
    }
}
