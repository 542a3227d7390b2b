//! The language that a web address says its page is in.

use crate::lang::Lang;

/// The language that a folded word names.
pub fn names_language(word: &str) -> Option<Lang> {
    match word {
        "english" | "anglais" | "anglaise" => Some(Lang::En),
        "french" | "francais" | "francaise" => Some(Lang::Fr),
        _ => None,
    }
}

/// The language that an address names.
pub fn language_of(href: &str) -> Option<Lang> {
    let mut found = None;
    for part in href.split(['/', '-', '_', '.', '=', '?', '&', '#']) {
        let part = part.to_ascii_lowercase();
        let lang = match part.as_str() {
            "en" | "eng" => Lang::En,
            "fr" | "fra" => Lang::Fr,
            word => match names_language(word) {
                Some(lang) => lang,
                None => continue,
            },
        };
        if found.is_some_and(|other| other != lang) {
            return None;
        }
        found = Some(lang);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_an_address_is_known() {
        assert_eq!(language_of("https://a.ca/en/b"), Some(Lang::En));
        assert_eq!(language_of("guide-fr.pdf"), Some(Lang::Fr));
        assert_eq!(language_of("https://a.ca/eng/1?lang=fra"), None);
        assert_eq!(language_of("https://a.ca/energy"), None);
    }
}
