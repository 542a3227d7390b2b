//! Whether a French word elides the `e` of *de* and the article before it.
//!
//! Sources: OQLF, Vitrine linguistique, « Élision avec un nom propre » and the
//! articles on h aspiré; the list of common words is that of the dictionaries
//! (Petit Robert, Larousse), which mark h aspiré with a sign.

use crate::language::lexicon::{ElisionKind, elision_words, fold};

/// `d’` or `de ` before `name`; `aspirate` overrides what is known of an initial h.
pub(crate) fn de(name: &str, aspirate: Option<bool>) -> &'static str {
    if elides(name, aspirate) {
        "d’"
    } else {
        "de "
    }
}

/// Whether `name` elides the word before it. `aspirate` says whether its initial h
/// is aspirated, where the caller knows.
pub(crate) fn elides(name: &str, aspirate: Option<bool>) -> bool {
    let name = name.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let word: String = name
        .chars()
        .take_while(|letter| letter.is_alphabetic() || matches!(letter, '-' | '’' | '\''))
        .collect();
    let Some(first) = word.chars().next() else {
        // Digits never elide: le 8, le 11, de 1 à 5.
        return false;
    };
    // An initial alone keeps "de": de A. Tremblay (OQLF).
    if word.chars().count() == 1
        && name
            .get(word.len()..)
            .is_some_and(|rest| rest.starts_with('.'))
    {
        return false;
    }
    let plain = fold(&word);
    match plain.chars().next() {
        Some('h') => match aspirate {
            Some(aspirate) => !aspirate,
            None => has_mute_h(&word, &plain, first.is_uppercase()),
        },
        Some('y') => elides_before_y(&plain),
        Some('a' | 'e' | 'i' | 'o' | 'u') => !is_listed(&plain, ElisionKind::None),
        _ => false,
    }
}

/// Initial y is a vowel before a consonant (d'Yves, d'Ypres) and a consonant before
/// a vowel (de Yellowknife, du Yukon), but for a few old words and names.
fn elides_before_y(plain: &str) -> bool {
    let second = plain.chars().nth(1);
    match second {
        None => false,
        Some('a' | 'e' | 'i' | 'o' | 'u') => is_listed(plain, ElisionKind::VowelY),
        Some(_) => true,
    }
}

/// Whether an initial h is mute. Common words: all but those listed. Names: those
/// listed alone, since foreign names keep their h and a name that nobody listed is
/// safe without elision (OQLF: the elision before a name is not obligatory).
fn has_mute_h(word: &str, plain: &str, capital: bool) -> bool {
    // Abbreviations read letter by letter: de HEC Montréal.
    let abbreviation = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    if abbreviation {
        return false;
    }
    if capital && is_listed(plain, ElisionKind::MuteHOfNames) {
        return true;
    }
    let aspirated = begins_as_listed(plain, ElisionKind::AspirateH)
        && !begins_as_listed(plain, ElisionKind::MuteH);
    if capital {
        // Institutions and titles begin with common words: l'Hôpital d'Ottawa.
        return !aspirated && begins_as_listed(plain, ElisionKind::MuteHOfInstitutions);
    }
    !aspirated
}

/// Whether a word of the list is `plain`, but for its plural or what is joined to it.
/// Vowel-initial words that take no elision: Le bon usage; OQLF, « Élision devant oui,
/// onze, ouate… ».
fn is_listed(plain: &str, kind: ElisionKind) -> bool {
    elision_words(kind).any(|word| is_word(plain, word))
}

/// Whether `plain` begins as a word of the list.
fn begins_as_listed(plain: &str, kind: ElisionKind) -> bool {
    elision_words(kind).any(|stem| plain.starts_with(stem))
}

/// Whether `plain` is `word`, its plural, or a compound that begins with it.
fn is_word(plain: &str, word: &str) -> bool {
    plain
        .strip_prefix(word)
        .is_some_and(|rest| rest.is_empty() || rest == "s" || rest.starts_with(['-', '’', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words() {
        for word in [
            "hache",
            "haine",
            "hall",
            "hameau",
            "handicap",
            "harcèlement",
            "hasard",
            "haut",
            "hausse",
            "hauteur",
            "héros",
            "hiérarchie",
            "hockey",
            "homard",
            "Hongrie",
            "honte",
            "huard",
            "huit",
            "huitième",
            "Huron",
            "hors-la-loi",
            "onze",
            "onzième",
            "oui",
            "yacht",
            "yogourt",
            "Yukon",
            "Yellowknife",
            "Yamachiche",
            "8",
            "11",
            "1",
            "weekend",
            "hernie",
            "hérisson",
            "Hull",
            "Hollande",
            "heurt",
            "hibou",
            "huis clos",
        ] {
            assert!(!elides(word, None), "{word}");
        }
        for word in [
            "habitation",
            "harmonie",
            "hebdomadaire",
            "hébergement",
            "héritage",
            "héroïne",
            "heure",
            "histoire",
            "hiver",
            "homme",
            "honneur",
            "hôpital",
            "horaire",
            "hôtel",
            "huile",
            "huissier",
            "huître",
            "humain",
            "hydrogène",
            "hygiène",
            "hypothèque",
            "hectare",
            "hallucination",
            "haleine",
            "honnêteté",
            "homologue",
            "hélicoptère",
            "herbe",
            "euro",
            "Ontario",
            "Île-des-Chênes",
            "Écosse",
            "œuvre",
            "air",
            "Ottawa",
            "yeux",
            "aujourd’hui",
            "« effet »",
            "hospitalisation",
            "hésitation",
            "hier",
        ] {
            assert!(elides(word, None), "{word}");
        }
    }

    #[test]
    fn names() {
        for name in [
            "Yves",
            "Yvette",
            "Ypres",
            "Hubert",
            "Huguette",
            "Henri",
            "Hélène",
            "Halifax",
            "Haïti",
            "Hôpital d’Ottawa",
            "Hydro-Québec",
            "Hugues",
            "Anouk",
            "Hudson",
            "Hervé",
        ] {
            assert!(elides(name, None), "{name}");
        }
        for name in [
            "Hamilton",
            "Harper",
            "Henderson",
            "York",
            "Yann",
            "Huntsville",
            "HEC Montréal",
            "A. Tremblay",
            "Hanovre",
            "Hearst",
            "Hawkesbury",
            "Jean",
            "White",
            "Wendake",
        ] {
            assert!(!elides(name, None), "{name}");
        }
    }

    #[test]
    fn who_knows_better_is_heeded() {
        assert!(elides("Hamilton", Some(false)));
        assert!(!elides("Halifax", Some(true)));
    }
}
