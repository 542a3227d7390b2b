//! Words of one language in the place of a value of the other: "weekdays" for Monday to
//! Friday.

use super::asked::WEEKDAYS;
use crate::check::values::Kind;
use crate::lang::Lang;
use crate::language::lexicon::{WordRole, fold, words_of};
use crate::language::read::Value;

/// Whether a text of the language says the value in words.
pub(in crate::check) fn says(text: &str, lang: Lang, kind: &Kind) -> bool {
    if !matches!(kind.value, Value::Weekday(1 | 5)) {
        return false;
    }
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let padded = format!(" {} ", words.join(" "));
    let mut weekdays = words_of(WordRole::Weekdays, lang);
    weekdays.any(|word| padded.contains(&format!(" {word} "))) && WEEKDAYS.allows()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_values() {
        let day = |number| Kind {
            value: Value::Weekday(number),
            length: None,
        };
        assert!(says("les jours de semaine", Lang::Fr, &day(5)));
        assert!(says("on weekdays", Lang::En, &day(1)));
        assert!(!says("on weekdays", Lang::En, &day(6)));
        assert!(!says("every week", Lang::En, &day(1)));
    }
}
