//! Words of one language in the place of a value of the other: "fully" for 100 %,
//! "weekdays" for Monday to Friday.

use super::licence::Licence;
use crate::check::values::Kind;
use crate::lang::Lang;
use crate::language::lexicon::fold;
use crate::language::read::Value;
use crate::memo::fact::Decimal;

/// A licence for words that say a value.
pub(super) struct WordsLicence {
    /// What it is called, with its example.
    pub licence: Licence,
    /// Which values they say.
    says: fn(&Value) -> bool,
    /// The words, folded, in English and in French.
    words: [&'static [&'static str]; 2],
}

/// All of them.
pub(super) static WORDS: &[WordsLicence] = &[
    WordsLicence {
        licence: Licence {
            name: "all-in-words",
            en: "The work is fully funded.",
            fr: "Les travaux sont financés à 100 %.",
        },
        says: |value| matches!(value, Value::Percent(share) if *share == Decimal::from(100)),
        words: [
            &[
                "all",
                "full",
                "fully",
                "entire",
                "entirely",
                "whole",
                "total",
                "totally",
                "every",
                "everyone",
                "complete",
                "completely",
            ],
            &[
                "tout",
                "tous",
                "toute",
                "toutes",
                "totalite",
                "totalement",
                "entier",
                "entierement",
                "integralement",
                "integralite",
                "complet",
                "completement",
                "ensemble",
            ],
        ],
    },
    WordsLicence {
        licence: Licence {
            name: "none-in-words",
            en: "No member voted against it: 0% of them.",
            fr: "Aucun membre n’a voté contre.",
        },
        says: |value| matches!(value, Value::Percent(share) if *share == Decimal::from(0)),
        words: [
            &["no", "none", "nil", "free", "without", "nobody"],
            &[
                "aucun", "aucune", "nul", "nulle", "sans", "rien", "personne",
            ],
        ],
    },
    WordsLicence {
        licence: Licence {
            name: "no-money-in-words",
            en: "Parking costs $0.",
            fr: "Le stationnement est gratuit.",
        },
        says: |value| matches!(value, Value::Money { amount, .. } if *amount == Decimal::from(0)),
        words: [
            &["no", "none", "nil", "free", "nothing", "without", "waived"],
            &[
                "aucun",
                "aucune",
                "gratuit",
                "gratuite",
                "gratuits",
                "gratuites",
                "gratuitement",
                "rien",
                "sans",
            ],
        ],
    },
    WordsLicence {
        licence: Licence {
            name: "weekdays",
            en: "The counter is open on weekdays.",
            fr: "Le comptoir est ouvert du lundi au vendredi.",
        },
        says: |value| matches!(value, Value::Weekday(1 | 5)),
        words: [
            &["weekday", "weekdays", "workweek", "workdays"],
            &[
                "en semaine",
                "la semaine",
                "jours ouvrables",
                "jour ouvrable",
                "jours de semaine",
            ],
        ],
    },
    WordsLicence {
        licence: Licence {
            name: "weekends",
            en: "The counter is closed on Saturdays and Sundays.",
            fr: "Le comptoir est fermé la fin de semaine.",
        },
        says: |value| matches!(value, Value::Weekday(6 | 7)),
        words: [
            &["weekend", "weekends"],
            &["fin de semaine", "fins de semaine", "week end", "week ends"],
        ],
    },
];

/// Whether a text of the language says the value in words.
pub(in crate::check) fn says(text: &str, lang: Lang, kind: &Kind) -> bool {
    let mut meant = WORDS.iter().filter(|it| (it.says)(&kind.value)).peekable();
    if meant.peek().is_none() {
        return false;
    }
    let folded: String = fold(text)
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    let padded = format!(
        " {} ",
        folded.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    meant.any(|it| {
        let [en, fr] = it.words;
        let words = match lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        let said = |word: &&str| padded.contains(&format!(" {word} "));
        words.iter().any(said) && it.licence.allows()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(value: i64) -> Kind {
        Kind {
            value: Value::Percent(Decimal::from(value)),
            length: None,
        }
    }

    #[test]
    fn words_say_values() {
        assert!(says("It is fully funded.", Lang::En, &percent(100)));
        assert!(says("en totalité", Lang::Fr, &percent(100)));
        assert!(!says("It is fully funded.", Lang::En, &percent(90)));
        assert!(!says("It is partly funded.", Lang::En, &percent(100)));
        let saturday = Kind {
            value: Value::Weekday(6),
            length: None,
        };
        assert!(says("les fins de semaine", Lang::Fr, &saturday));
        assert!(!says("on weekdays", Lang::En, &saturday));
    }
}
