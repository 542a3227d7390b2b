//! Words that deny, oblige or allow. Each language has sure words, which say so
//! wherever they stand, and loose ones, which may say so: a sure word of one language
//! is translated where the other has at least a loose one.

use crate::lang::Lang;

/// What a word says of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It is not so.
    Negation,
    /// It must be so.
    Obligation,
    /// It may be so.
    Permission,
}

/// The words of a stance in one language, folded. A word that ends in `*` stands for
/// all that begin with it.
struct Words {
    sure: &'static [&'static str],
    loose: &'static [&'static str],
}

const ENGLISH_NEGATION: Words = Words {
    sure: &[
        "not", "cannot", "never", "nobody", "nothing", "none", "neither",
    ],
    loose: &[
        "absen*",
        "avoid*",
        "but",
        "cease*",
        "closed",
        "deni*",
        "deny",
        "except*",
        "exclu*",
        "fail*",
        "forbid*",
        "free",
        "impossible",
        "ineligible",
        "lack*",
        "less",
        "miss*",
        "no",
        "non",
        "nor",
        "only",
        "out",
        "prevent*",
        "prohibit*",
        "refus*",
        "remain*",
        "same",
        "stay*",
        "still",
        "stop*",
        "t",
        "unable",
        "unchang*",
        "unless",
        "until",
        "without",
    ],
};

const FRENCH_NEGATION: Words = Words {
    sure: &[],
    loose: &[
        "absen*",
        "aucun*",
        "autre*",
        "cess*",
        "defaut",
        "defen*",
        "depourvu*",
        "empech*",
        "evit*",
        "exclu*",
        "faute",
        "ferme*",
        "hors",
        "impossib*",
        "impossible*",
        "inadmissible*",
        "inchang*",
        "interdi*",
        "introuvable*",
        "jamais",
        "manqu*",
        "moins",
        "n",
        "ne",
        "ni",
        "non",
        "nul*",
        "omet*",
        "omis*",
        "pas",
        "rater",
        "refus*",
        "sans",
        "sauf",
        "seul*",
        "sus",
        "uniquement",
    ],
};

const ENGLISH_OBLIGATION: Words = Words {
    sure: &["must", "shall"],
    loose: &[
        "compulsory",
        "due",
        "had",
        "has",
        "have",
        "mandatory",
        "need*",
        "oblig*",
        "ought",
        "requir*",
        "should",
        "supposed",
        "to",
        "will",
    ],
};

const FRENCH_OBLIGATION: Words = Words {
    sure: &[
        "dois", "doit", "doivent", "devons", "devez", "devra", "devras", "devront", "devrez",
        "devrons",
    ],
    loose: &[
        "devaient",
        "devait",
        "devant",
        "devoir",
        "devr*",
        "du",
        "due",
        "dues",
        "dus",
        "exig*",
        "falloir",
        "faudra",
        "faut",
        "imperati*",
        "necess*",
        "oblig*",
        "requi*",
        "tenu*",
        "veuillez",
    ],
};

const ENGLISH_PERMISSION: Words = Words {
    sure: &["may"],
    loose: &[
        "able", "allow*", "authori*", "can", "cannot", "could", "eligible", "enabl*", "entitled",
        "let*", "might", "permi*", "possib*", "will", "would",
    ],
};

const FRENCH_PERMISSION: Words = Words {
    sure: &[],
    loose: &[
        "admissible*",
        "autoris*",
        "droit*",
        "eventuel*",
        "libre*",
        "loisible",
        "permet*",
        "permi*",
        "peut",
        "peuvent",
        "peux",
        "possib*",
        "pourr*",
        "pouv*",
        "puiss*",
        "risqu*",
    ],
};

const fn words(stance: Stance, lang: Lang) -> &'static Words {
    match (stance, lang) {
        (Stance::Negation, Lang::En) => &ENGLISH_NEGATION,
        (Stance::Negation, Lang::Fr) => &FRENCH_NEGATION,
        (Stance::Obligation, Lang::En) => &ENGLISH_OBLIGATION,
        (Stance::Obligation, Lang::Fr) => &FRENCH_OBLIGATION,
        (Stance::Permission, Lang::En) => &ENGLISH_PERMISSION,
        (Stance::Permission, Lang::Fr) => &FRENCH_PERMISSION,
    }
}

fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|one| match one.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => *one == word,
    })
}

/// The place of the first word among folded ones that surely takes this stance.
pub fn takes_surely(folded: &[&str], stance: Stance, lang: Lang) -> Option<usize> {
    let sure = words(stance, lang).sure;
    let denies_in_french = stance == Stance::Negation && lang == Lang::Fr;
    (0..folded.len()).find(|&at| {
        let word = folded.get(at).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| folded.get(at)).copied();
        let after = folded.get(at + 1).copied();
        if denies_in_french {
            return matches!(word, "ne" | "n") && denies(&folded[at + 1..]);
        }
        // "Not only", "whether or not" and "not-for-profit" deny nothing.
        let denies_nothing =
            word == "not" && (matches!(after, Some("only" | "for")) || before == Some("or"));
        is_in(sure, word) && !denies_nothing
    })
}

/// Whether any word among folded ones may take this stance.
pub fn may_take(folded: &[&str], stance: Stance, lang: Lang) -> bool {
    let Words { sure, loose } = words(stance, lang);
    folded
        .iter()
        .any(|word| is_in(sure, word) || is_in(loose, word))
}

/// Whether what follows "ne" denies: "ne … pas", but neither "ne … que" nor the "ne"
/// behind "avant que".
fn denies(rest: &[&str]) -> bool {
    const REACH: usize = 6;
    rest.iter()
        .take(REACH)
        .find_map(|word| match *word {
            "pas" | "plus" | "jamais" | "aucun" | "aucune" | "rien" | "personne" => Some(true),
            "que" | "qu" => Some(false),
            _ => None,
        })
        .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::fold;

    fn surely(text: &str, stance: Stance, lang: Lang) -> bool {
        let folded: Vec<String> = text.split([' ', '\'']).map(fold).collect();
        let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
        takes_surely(&folded, stance, lang).is_some()
    }

    #[test]
    fn sure_words_are_found_and_traps_are_not() {
        use Stance::{Negation, Obligation, Permission};
        for (text, stance, lang) in [
            ("It is not open", Negation, Lang::En),
            ("Il n'est pas ouvert", Negation, Lang::Fr),
            ("Personnel ne doit jamais entrer", Negation, Lang::Fr),
            ("You must apply", Obligation, Lang::En),
            ("Vous devez postuler", Obligation, Lang::Fr),
            ("Staff may leave early", Permission, Lang::En),
        ] {
            assert!(surely(text, stance, lang), "{text}");
        }
        for (text, stance, lang) in [
            ("It is open not only to staff", Negation, Lang::En),
            ("whether or not it rains", Negation, Lang::En),
            ("Le bureau n'ouvre que le lundi", Negation, Lang::Fr),
            ("avant que la route ne ferme", Negation, Lang::Fr),
        ] {
            assert!(!surely(text, stance, lang), "{text}");
        }
    }
}
