//! What a language may say in words where the other has a value: "fully" for 100 %,
//! "weekdays" for Monday to Friday.

use crate::check::values::Kind;
use crate::lang::Lang;
use crate::language::lexicon::fold;
use crate::language::read::Value;
use crate::memo::fact::Decimal;

/// Whether a text of the language says the value in words.
pub(in crate::check) fn says(text: &str, lang: Lang, kind: &Kind) -> bool {
    let words: &[&str] = match (&kind.value, lang) {
        (Value::Percent(value), Lang::En) if *value == Decimal::from(100) => &[
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
        (Value::Percent(value), Lang::Fr) if *value == Decimal::from(100) => &[
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
        (Value::Percent(value), Lang::En) if *value == Decimal::from(0) => {
            &["no", "none", "nil", "free", "without", "nobody"]
        }
        (Value::Percent(value), Lang::Fr) if *value == Decimal::from(0) => &[
            "aucun", "aucune", "nul", "nulle", "sans", "rien", "personne",
        ],
        (Value::Money { amount, .. }, Lang::En) if *amount == Decimal::from(0) => {
            &["no", "none", "nil", "free", "nothing", "without", "waived"]
        }
        (Value::Money { amount, .. }, Lang::Fr) if *amount == Decimal::from(0) => &[
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
        (Value::Weekday(1 | 5), Lang::En) => &["weekday", "weekdays", "workweek", "workdays"],
        (Value::Weekday(1 | 5), Lang::Fr) => &[
            "en semaine",
            "la semaine",
            "jours ouvrables",
            "jour ouvrable",
            "jours de semaine",
        ],
        (Value::Weekday(6 | 7), Lang::En) => &["weekend", "weekends"],
        (Value::Weekday(6 | 7), Lang::Fr) => {
            &["fin de semaine", "fins de semaine", "week end", "week ends"]
        }
        _ => return false,
    };
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
    words
        .iter()
        .any(|word| padded.contains(&format!(" {word} ")))
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
