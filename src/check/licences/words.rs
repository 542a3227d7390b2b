//! Words of one language in the place of a value of the other: "fully" for 100 %,
//! "weekdays" for Monday to Friday.

use super::licence::Licence;
use crate::check::values::Kind;
use crate::lang::Lang;
use crate::language::lexicon::{WordRole, fold, words_of};
use crate::language::read::Value;
use crate::memo::fact::Decimal;

/// A licence for words that say a value.
pub(super) struct WordsLicence {
    /// What it is called, with its example.
    pub licence: Licence,
    /// Which values they say.
    says: fn(&Value) -> bool,
    /// The words.
    words: WordRole,
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
        words: WordRole::All,
    },
    WordsLicence {
        licence: Licence {
            name: "weekdays",
            en: "The counter is open on weekdays.",
            fr: "Le comptoir est ouvert du lundi au vendredi.",
        },
        says: |value| matches!(value, Value::Weekday(1 | 5)),
        words: WordRole::Weekdays,
    },
    WordsLicence {
        licence: Licence {
            name: "weekends",
            en: "The counter is closed on Saturdays and Sundays.",
            fr: "Le comptoir est fermé la fin de semaine.",
        },
        says: |value| matches!(value, Value::Weekday(6 | 7)),
        words: WordRole::Weekends,
    },
];

/// Whether a text of the language says the value in words.
pub(in crate::check) fn says(text: &str, lang: Lang, kind: &Kind) -> bool {
    let mut meant = WORDS.iter().filter(|it| (it.says)(&kind.value)).peekable();
    if meant.peek().is_none() {
        return false;
    }
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let padded = format!(" {} ", words.join(" "));
    meant.any(|it| {
        let mut words = words_of(it.words, lang);
        words.any(|word| padded.contains(&format!(" {word} "))) && it.licence.allows()
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
