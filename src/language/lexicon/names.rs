//! Small closed lists: months and days, "not applicable", empty link texts, and
//! what tells an organization's short name.

use super::fold;
use crate::lang::Lang;

const ENGLISH_MONTHS_AND_DAYS: [&str; 19] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

const FRENCH_MONTHS_AND_DAYS: [&str; 19] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
];

/// Whether a folded word is a month or a day of the week in either language.
pub fn is_month_or_day(folded: &str) -> bool {
    Lang::ALL
        .into_iter()
        .any(|lang| is_month_or_day_of(folded, lang))
}

/// Whether a folded word is a month or a day of the week in a language.
pub fn is_month_or_day_of(folded: &str, lang: Lang) -> bool {
    match lang {
        Lang::En => ENGLISH_MONTHS_AND_DAYS.contains(&folded),
        Lang::Fr => FRENCH_MONTHS_AND_DAYS.contains(&folded),
    }
}

/// Whether a folded word of either language says what a minus sign says: less, lower,
/// below zero.
pub fn says_below(folded: &str) -> bool {
    matches!(
        folded,
        "minus"
            | "less"
            | "below"
            | "under"
            | "down"
            | "negative"
            | "deficit"
            | "shortfall"
            | "drop"
            | "dropped"
            | "fall"
            | "fell"
            | "fallen"
            | "lower"
            | "lost"
            | "loss"
            | "losses"
            | "decrease"
            | "decreased"
            | "decline"
            | "declined"
            | "reduction"
            | "reduced"
            | "cut"
            | "moins"
            | "sous"
            | "dessous"
            | "negatif"
            | "deficitaire"
            | "baisse"
            | "baisser"
            | "baissee"
            | "chute"
            | "recul"
            | "reculer"
            | "perte"
            | "pertes"
            | "perdu"
            | "diminution"
            | "diminuer"
            | "diminue"
            | "reduit"
            | "reduire"
            | "inferieur"
            | "inferieure"
    )
}

/// Whether a table's cell says that there is nothing to say: empty, a dash, "n/a",
/// "s.o.".
pub fn is_no_value(text: &str) -> bool {
    let text = letters_of(text);
    let is_dash = |letter: char| matches!(letter, '-' | '–' | '—');
    text.chars().all(is_dash)
        || ["na", "so", "nd", "nsp", "tbd", "tba", "ac"].contains(&text.as_str())
        || NO_VALUES.contains(&text.as_str())
}

/// Words for "nothing to say", without their spaces.
const NO_VALUES: &[&str] = &[
    "none",
    "nil",
    "aucun",
    "aucune",
    "neant",
    "notapplicable",
    "sansobjet",
    "notavailable",
    "unavailable",
    "nondisponible",
    "indisponible",
    "tobedetermined",
    "adeterminer",
    "tobeconfirmed",
    "aconfirmer",
    "tobeannounced",
    "aannoncer",
];

/// Whether a table's cell says in words that there is nothing to say: "none", which the
/// other language may say in words of its own.
pub fn says_no_value(text: &str) -> bool {
    NO_VALUES.contains(&letters_of(text).as_str())
}

fn letters_of(text: &str) -> String {
    fold(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '.' | '/' | '(' | ')'))
        .collect()
}

/// Whether a link's words say nothing of where it leads: "here", "ici".
pub fn vague_link(text: &str) -> bool {
    let text = fold(text);
    let text = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    [
        "here",
        "click here",
        "this link",
        "link",
        "read more",
        "more",
        "this page",
        "ici",
        "cliquez ici",
        "cliquer ici",
        "ce lien",
        "lien",
        "lire la suite",
        "en savoir plus",
        "plus",
        "cette page",
    ]
    .contains(&text)
}

/// Whether what follows a folded word numbers a version or a part of a text.
pub fn numbers_a_part(folded: &str) -> bool {
    const WORDS: &[&str] = &[
        "alinea",
        "annex",
        "annexe",
        "appendice",
        "appendix",
        "art",
        "article",
        "bureau",
        "build",
        "chapitre",
        "chapter",
        "clause",
        "critere",
        "criterion",
        "directive",
        "disposition",
        "element",
        "etape",
        "exigence",
        "fig",
        "figure",
        "form",
        "formulaire",
        "guideline",
        "item",
        "lesson",
        "lecon",
        "level",
        "ligne",
        "local",
        "module",
        "niveau",
        "norme",
        "objectif",
        "objective",
        "page",
        "par",
        "paragraph",
        "paragraphe",
        "part",
        "partie",
        "phase",
        "piece",
        "poste",
        "point",
        "principe",
        "principle",
        "question",
        "recommandation",
        "recommendation",
        "reference",
        "regle",
        "release",
        "requirement",
        "room",
        "rubrique",
        "rule",
        "salle",
        "schedule",
        "section",
        "sections",
        "standard",
        "step",
        "subclause",
        "subparagraph",
        "subsection",
        "suite",
        "tab",
        "table",
        "tableau",
        "v",
        "version",
        "volet",
        "volume",
    ];
    let stem = folded.strip_suffix('s').unwrap_or(folded);
    WORDS.contains(&folded) || WORDS.contains(&stem)
}

/// Whether a folded word begins the name of an organization that may be shortened:
/// "the Ministry", "le Secrétariat".
pub fn short_organization(folded: &str) -> bool {
    [
        "ministry",
        "department",
        "secretariat",
        "branch",
        "division",
        "office",
        "agency",
        "board",
        "commission",
        "centre",
        "center",
        "bureau",
        "service",
        "ministere",
        "direction",
        "agence",
        "conseil",
        "unite",
        "unit",
    ]
    .contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_say_is_known_in_both_languages() {
        for text in ["", "–", "n/a", "N.A.", "s.o.", "s. o.", "S/O"] {
            assert!(is_no_value(text), "{text}");
        }
        assert!(!is_no_value("12") && !is_no_value("Nancy"));
    }

    #[test]
    fn vague_links_are_known() {
        assert!(vague_link("Here") && vague_link("cliquez ici.") && !vague_link("the guide"));
    }
}
