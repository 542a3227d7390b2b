//! Lengths of time: `9 months`, `1 an et 6 mois`, `P9M`.

use super::Meant;
use crate::memo::codes::INVALID_DURATION;

/// The units, largest first: how ISO 8601 has them, and their words without plural s.
const UNITS: [(&str, &[&str]); 6] = [
    ("Y", &["year", "yr", "an", "année"]),
    ("M", &["month", "moi"]),
    ("W", &["week", "semaine"]),
    ("D", &["day", "jour"]),
    ("H", &["hour", "hr", "heure"]),
    ("M", &["minute", "min"]),
];

/// Where the units of time of day begin.
const HOURS: usize = 4;

/// The duration that a text is, with its units in both languages or as ISO 8601 has it.
pub(super) fn meant(text: &str) -> Option<Meant> {
    let what = "duration";
    if is_iso(text) {
        let yaml = format!("{{ duration: {text} }}");
        return Some(Meant::new(&INVALID_DURATION, what, yaml).unsure());
    }
    let yaml = format!("{{ duration: {} }}", in_words(text)?);
    Some(Meant::new(&INVALID_DURATION, what, yaml))
}

/// `1 year and 6 months`: numbers with units, each smaller than the one before.
fn in_words(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace(',', " ");
    let words: Vec<&str> = lower
        .split(' ')
        .filter(|word| !matches!(*word, "" | "and" | "et"))
        .collect();
    let mut iso = String::from("P");
    let mut next = 0;
    for pair in words.chunks(2) {
        let &[count, unit] = pair else {
            return None;
        };
        let count: u32 = count.parse().ok()?;
        let unit = unit.trim_end_matches('.');
        let singular = unit.strip_suffix('s').unwrap_or(unit);
        let at = UNITS
            .iter()
            .position(|(_, names)| names.contains(&singular))
            .filter(|at| *at >= next)?;
        if at >= HOURS && next <= HOURS && !iso.contains('T') {
            iso.push('T');
        }
        iso.push_str(&format!("{count}{}", UNITS[at].0));
        next = at + 1;
    }
    (iso.len() > 1).then_some(iso)
}

/// `P9M`, `PT1H30M`.
fn is_iso(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let parts: Vec<&str> = rest
        .split_inclusive(|letter: char| !letter.is_ascii_digit())
        .collect();
    let unit = |part: &&str| {
        let end = part.len().saturating_sub(1);
        let (digits, unit) = part.split_at_checked(end).unwrap_or((part, ""));
        match unit {
            "Y" | "M" | "W" | "D" | "H" => !digits.is_empty(),
            "T" => digits.is_empty(),
            _ => false,
        }
    };
    !parts.is_empty() && rest.ends_with(|letter: char| letter != 'T') && parts.iter().all(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_both_languages_are_read() {
        for (text, iso) in [
            ("9 months", "P9M"),
            ("9 mois", "P9M"),
            ("1 year and 6 months", "P1Y6M"),
            ("1 an et 6 mois", "P1Y6M"),
            ("2 semaines", "P2W"),
            ("45 minutes", "PT45M"),
            ("1 hour 30 minutes", "PT1H30M"),
            ("3 days, 4 hours", "P3DT4H"),
        ] {
            assert_eq!(in_words(text).as_deref(), Some(iso), "{text}");
        }
        for text in ["9 boats", "months", "6 months and 1 year", "9", ""] {
            assert_eq!(in_words(text), None, "{text}");
        }
        assert!(is_iso("P9M") && is_iso("PT45M") && is_iso("P1Y6M"));
        assert!(!is_iso("P") && !is_iso("PT") && !is_iso("P9") && !is_iso("Parks"));
    }
}
