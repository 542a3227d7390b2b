//! What the tables know of French names: the article that a name takes, and what stands
//! before it to say "in". *L’Ontario*, *le Yukon*, *Ottawa*; *en Ontario*, *au Yukon*, *à
//! Ottawa*.
//!
//! Nothing of it can be read off a name: *le Manitoba*, *la Saskatchewan*, *Terre-Neuve*.

use super::preposition::{Article, Preposition, PrepositionOptions, has_article, preposition};
use super::style::Style;
use crate::lang::Lang;
use crate::language::lexicon::{
    GIVEN_NAMES, PlaceForm, SURNAMES, body_article, fold, is_honorific, place_forms,
};
use crate::memo::{Gender, GrammaticalNumber};

/// What is known of a French name behind a preposition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnownName {
    /// It is printed so.
    Form(String),
    /// Places share the name that are not printed alike: the city and the province Québec.
    Several(Vec<String>),
    /// Nothing is known but its first letter: printed so, where that is enough.
    Unknown(Option<String>),
}

/// A French name behind its preposition, as far as anything is known of it: a place, a body,
/// a person, a name that begins with its article. `english` is what it is called in English,
/// where the author says it in both languages: it tells places of one name apart.
pub fn known_name(name: &str, english: Option<&str>, options: &PrepositionOptions) -> KnownName {
    let name = name.trim();
    let mut forms: Vec<String> = Vec::new();
    let places = place_forms(name, english);
    for form in &places {
        forms.extend(of_place(name, form, options));
    }
    forms.dedup();
    match forms.len() {
        0 => {}
        1 => return KnownName::Form(forms.swap_remove(0)),
        _ => return KnownName::Several(forms),
    }
    if options.preposition == Preposition::In {
        return match bare(name).map(|name| known_name(name, english, options)) {
            Some(known @ KnownName::Form(_)) => known,
            _ => KnownName::Unknown(None),
        };
    }
    if let Some(article) = body_article(name) {
        return KnownName::Form(with_article(name, article, options));
    }
    let form = print(name, options);
    if has_article(name) || is_person(name) || options.preposition == Preposition::None {
        return KnownName::Form(form);
    }
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => KnownName::Form(form),
        _ => KnownName::Unknown(Some(form)),
    }
}

/// A place behind its preposition; nothing where the table does not say how.
fn of_place(name: &str, form: &PlaceForm, options: &PrepositionOptions) -> Option<String> {
    if options.preposition != Preposition::In {
        return Some(with_article(name, form.article, options));
    }
    let before = form.locative?;
    if before == "à" {
        let to = PrepositionOptions {
            preposition: Preposition::A,
            ..PrepositionOptions::default()
        };
        return Some(print(name, &to));
    }
    let gap = if before.ends_with('’') { "" } else { " " };
    Some(format!("{before}{gap}{name}"))
}

fn with_article(name: &str, article: &str, options: &PrepositionOptions) -> String {
    let mut options = *options;
    (options.article, options.gender, options.number) = match article {
        "le" => (Article::Definite, Some(Gender::Masculine), None),
        "la" => (Article::Definite, Some(Gender::Feminine), None),
        "les" => (Article::Definite, None, Some(GrammaticalNumber::Other)),
        _ => (Article::None, None, None),
    };
    print(name, &options)
}

fn print(name: &str, options: &PrepositionOptions) -> String {
    preposition(name, Style::from(Lang::Fr), options).to_plain()
}

/// A name without the article in small letters with which it is written.
fn bare(name: &str) -> Option<&str> {
    let articles = ["le ", "la ", "les ", "l’", "l'"];
    articles
        .iter()
        .find_map(|article| name.strip_prefix(article))
}

/// Whether a name is that of a person, who takes no article: by its first word.
fn is_person(name: &str) -> bool {
    let mut words = name.split([' ', '\u{a0}']);
    let first = fold(words.next().unwrap_or_default().trim_end_matches('.'));
    let parts = first.split('-').next().unwrap_or_default();
    let alone = words.next().is_none();
    GIVEN_NAMES.has(parts) || is_honorific(&first, Lang::Fr) || (alone && SURNAMES.has(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, english: Option<&str>, word: Preposition) -> KnownName {
        let options = PrepositionOptions {
            preposition: word,
            ..PrepositionOptions::default()
        };
        known_name(name, english, &options)
    }

    /// Forms of the Commission de toponymie, the Translation Bureau's list of countries and
    /// its Guide du rédacteur.
    #[test]
    fn places_and_bodies_have_their_articles() {
        for (name, de, a, en) in [
            ("Ontario", "de l’Ontario", "à l’Ontario", "en Ontario"),
            ("Yukon", "du Yukon", "au Yukon", "au Yukon"),
            ("Canada", "du Canada", "au Canada", "au Canada"),
            ("Manitoba", "du Manitoba", "au Manitoba", "au Manitoba"),
            (
                "Île-du-Prince-Édouard",
                "de l’Île-du-Prince-Édouard",
                "à l’Île-du-Prince-Édouard",
                "à l’Île-du-Prince-Édouard",
            ),
            (
                "Territoires du Nord-Ouest",
                "des Territoires du Nord-Ouest",
                "aux Territoires du Nord-Ouest",
                "dans les Territoires du Nord-Ouest",
            ),
            (
                "Terre-Neuve-et-Labrador",
                "de Terre-Neuve-et-Labrador",
                "à Terre-Neuve-et-Labrador",
                "à Terre-Neuve-et-Labrador",
            ),
            (
                "Colombie-Britannique",
                "de la Colombie-Britannique",
                "à la Colombie-Britannique",
                "en Colombie-Britannique",
            ),
            (
                "États-Unis",
                "des États-Unis",
                "aux États-Unis",
                "aux États-Unis",
            ),
            ("Haïti", "d’Haïti", "à Haïti", "en Haïti"),
            ("Hongrie", "de la Hongrie", "à la Hongrie", "en Hongrie"),
            ("Iraq", "de l’Iraq", "à l’Iraq", "en Iraq"),
            ("Birmanie", "de la Birmanie", "à la Birmanie", "en Birmanie"),
            ("Ottawa", "d’Ottawa", "à Ottawa", "à Ottawa"),
            ("Hull", "de Hull", "à Hull", "à Hull"),
            ("Le Caire", "du Caire", "au Caire", "au Caire"),
            (
                "rivière des Outaouais",
                "de la rivière des Outaouais",
                "à la rivière des Outaouais",
                "dans la rivière des Outaouais",
            ),
            (
                "Saint-Laurent",
                "du Saint-Laurent",
                "au Saint-Laurent",
                "dans le Saint-Laurent",
            ),
        ] {
            for (word, form) in [
                (Preposition::De, de),
                (Preposition::A, a),
                (Preposition::In, en),
            ] {
                assert_eq!(of(name, None, word), KnownName::Form(form.to_owned()));
            }
        }
        for (name, de, a) in [
            ("ONU", "de l’ONU", "à l’ONU"),
            ("GRC", "de la GRC", "à la GRC"),
            ("CRTC", "du CRTC", "au CRTC"),
            ("EDSC", "d’EDSC", "à EDSC"),
            ("Nations Unies", "des Nations Unies", "aux Nations Unies"),
            ("Yves Roy", "d’Yves Roy", "à Yves Roy"),
            ("Mme Roy", "de Mme Roy", "à Mme Roy"),
            ("l’Ontario", "de l’Ontario", "à l’Ontario"),
            ("le Yukon", "du Yukon", "au Yukon"),
        ] {
            assert_eq!(
                of(name, None, Preposition::De),
                KnownName::Form(de.to_owned())
            );
            assert_eq!(
                of(name, None, Preposition::A),
                KnownName::Form(a.to_owned())
            );
        }
        let en = |name| of(name, None, Preposition::In);
        assert_eq!(en("le Yukon"), KnownName::Form("au Yukon".to_owned()));
        assert_eq!(en("l’Ontario"), KnownName::Form("en Ontario".to_owned()));
        let none = of("Ontario", None, Preposition::None);
        assert_eq!(none, KnownName::Form("l’Ontario".to_owned()));
    }

    #[test]
    fn what_is_not_known_is_not_guessed() {
        let de = |name, english| of(name, english, Preposition::De);
        let several = vec!["de Québec".to_owned(), "du Québec".to_owned()];
        let KnownName::Several(mut found) = de("Québec", None) else {
            panic!("{:?}", de("Québec", None));
        };
        found.sort();
        assert_eq!(found, several);
        let one = |name: &str| KnownName::Form(name.to_owned());
        assert_eq!(de("Québec", Some("Quebec")), one("du Québec"));
        assert_eq!(de("Québec", Some("Quebec City")), one("de Québec"));
        assert_eq!(de("Géorgie", None), one("de la Géorgie"));
        let unknown = |form: &str| KnownName::Unknown(Some(form.to_owned()));
        assert_eq!(de("Escapade", None), unknown("d’Escapade"));
        assert_eq!(de("Capitainerie", None), unknown("de Capitainerie"));
        let en = of("Marlow", None, Preposition::In);
        assert_eq!(en, KnownName::Unknown(None));
    }
}
