//! Dates and parts of dates: `April 1, 2026` and `1er avril 2026`.

use super::NO_BREAK_SPACE;
use super::ordinal::{OrdinalOptions, ordinal};
use super::spellout::ordinal_in_words;
use super::style::Style;
use super::time::{DateTimeOptions, DateTimeStyle, FieldWidth};
use crate::lang::Lang;
use crate::language::lexicon::{CalendarName, months, weekdays};
use crate::language::words::Words;
use crate::memo::Gender;
use crate::memo::fact::Date;

fn name_of(names: &'static [CalendarName], number: u8, width: FieldWidth) -> &'static str {
    let index = usize::from(number.saturating_sub(1)).min(names.len().saturating_sub(1));
    match (names.get(index), width) {
        (Some(entry), FieldWidth::Short) => entry.abbreviation.unwrap_or(entry.name),
        (Some(entry), _) => entry.name,
        (None, _) => "",
    }
}

/// The name of a month (1 to 12) as it stands inside a sentence.
pub fn month_name(month: u8, lang: Lang, width: FieldWidth) -> &'static str {
    name_of(months(lang), month, width)
}

/// The name of a day of the week (Monday is 1) as it stands inside a sentence.
pub fn weekday_name(weekday: u8, lang: Lang, width: FieldWidth) -> &'static str {
    name_of(weekdays(lang), weekday, width)
}

/// A date: `April 1, 2026` / `1er avril 2026`, with a raised `er`.
///
/// `dateStyle: "full"` adds the weekday, `medium` shortens the month, `short` is
/// ISO 8601 as Canada's standard (CAN/CSA-Z234.4) wants numeric dates.
pub fn date(value: Date, style: Style, options: &DateTimeOptions) -> Words {
    let fields = Fields::of(options);
    let mut words = Words::new();
    if options.article && style.is_french() {
        words.push("le ");
    }
    words.extend(match fields.month {
        Some(FieldWidth::Numeric) => Words::plain(fields.iso(value)),
        _ => fields.words(value, style.lang),
    });
    words
}

/// Which parts of a date are printed, and how.
#[derive(Clone, Copy)]
struct Fields {
    weekday: Option<FieldWidth>,
    day: bool,
    month: Option<FieldWidth>,
    year: bool,
}

impl Fields {
    fn of(options: &DateTimeOptions) -> Fields {
        if options.has_date_fields() {
            return Fields {
                weekday: options.weekday,
                day: options.day,
                month: options.month,
                year: options.year,
            };
        }
        let (weekday, month) = match options.date_style.unwrap_or(DateTimeStyle::Long) {
            DateTimeStyle::Full => (Some(FieldWidth::Long), FieldWidth::Long),
            DateTimeStyle::Long => (None, FieldWidth::Long),
            DateTimeStyle::Medium => (None, FieldWidth::Short),
            DateTimeStyle::Short => (None, FieldWidth::Numeric),
        };
        Fields {
            weekday,
            day: true,
            month: Some(month),
            year: true,
        }
    }

    fn iso(self, date: Date) -> String {
        let mut parts = Vec::new();
        if self.year {
            parts.push(format!("{:04}", date.year()));
        }
        parts.push(format!("{:02}", date.month()));
        if self.day {
            parts.push(format!("{:02}", date.day()));
        }
        parts.join("-")
    }

    fn words(self, date: Date, lang: Lang) -> Words {
        let weekday = self
            .weekday
            .map(|width| weekday_name(date.weekday(), lang, width));
        let month = self
            .month
            .map(|width| month_name(date.month(), lang, width));
        let year = self.year.then(|| date.year().to_string());
        match lang {
            Lang::En => english(weekday, month, self.day.then(|| date.day()), year),
            Lang::Fr => french(weekday, month, self.day.then(|| date.day()), year),
        }
    }
}

/// `Thursday, March 17, 2022`
fn english(
    weekday: Option<&str>,
    month: Option<&str>,
    day: Option<u8>,
    year: Option<String>,
) -> Words {
    let month_and_day = match (month, day) {
        (Some(month), Some(day)) => Some(format!("{month} {day}")),
        (Some(month), None) => Some(month.to_owned()),
        (None, Some(day)) => Some(day.to_string()),
        (None, None) => None,
    };
    let joint = if day.is_some() { ", " } else { " " };
    let date = match (month_and_day, year) {
        (Some(date), Some(year)) => Some(format!("{date}{joint}{year}")),
        (date, year) => date.or(year),
    };
    let parts: Vec<&str> = weekday.into_iter().chain(date.as_deref()).collect();
    Words::plain(parts.join(", "))
}

/// `jeudi 17 mars 2022`: the day is bound to its month.
fn french(
    weekday: Option<&str>,
    month: Option<&str>,
    day: Option<u8>,
    year: Option<String>,
) -> Words {
    let month_gap = match day {
        Some(_) => NO_BREAK_SPACE,
        None => ' ',
    };
    let parts = [
        (' ', weekday.map(Words::plain)),
        (' ', day.map(day_of_month)),
        (month_gap, month.map(Words::plain)),
        (' ', year.map(Words::plain)),
    ];
    let mut words = Words::new();
    for (gap, part) in parts {
        let Some(part) = part else { continue };
        if !words.is_empty() {
            words.push(gap.encode_utf8(&mut [0; 4]));
        }
        words.extend(part);
    }
    words
}

/// The day as French counts it: the first is `1er`, the others are cardinals.
pub(super) fn day_of_month(day: u8) -> Words {
    if day == 1 {
        ordinal(1, Lang::Fr.into(), &OrdinalOptions::default())
    } else {
        Words::plain(day.to_string())
    }
}

/// A month of a year: `April 2026` / `avril 2026`; `2026-04` with
/// `dateStyle: "short"`.
pub fn month(year: i16, month: u8, style: Style, options: &DateTimeOptions) -> Words {
    let width = match (options.month, options.date_style) {
        (Some(width), _) => width,
        (None, Some(DateTimeStyle::Short)) => FieldWidth::Numeric,
        (None, Some(DateTimeStyle::Medium)) => FieldWidth::Short,
        (None, _) => FieldWidth::Long,
    };
    let with_year = options.year || !options.has_date_fields();
    Words::plain(match (width, with_year) {
        (FieldWidth::Numeric, true) => format!("{year:04}-{month:02}"),
        (FieldWidth::Numeric, false) => format!("{month:02}"),
        (_, true) => format!("{} {year}", month_name(month, style.lang, width)),
        (_, false) => month_name(month, style.lang, width).to_owned(),
    })
}

/// A year, never grouped: `2026`.
pub fn year(year: i16) -> Words {
    Words::plain(year.to_string())
}

/// A quarter (1 to 4) of a year: `second quarter of 2026` / `deuxième trimestre de
/// 2026`; `Q2 2026` / `T2 2026` with `dateStyle` `medium` or `short`.
pub fn quarter(year: i16, quarter: u8, style: Style, options: &DateTimeOptions) -> Words {
    let short = matches!(
        options.date_style,
        Some(DateTimeStyle::Medium | DateTimeStyle::Short)
    );
    Words::plain(match (style.lang, short) {
        (Lang::En, true) => format!("Q{quarter} {year}"),
        (Lang::Fr, true) => format!("T{quarter} {year}"),
        (lang, false) => {
            let nth = ordinal_in_words(u32::from(quarter), lang, Gender::Masculine);
            match lang {
                Lang::En => format!("{nth} quarter of {year}"),
                Lang::Fr => format!("{nth} trimestre de {year}"),
            }
        }
    })
}

/// The fiscal year that begins in `year`: `2026–27` (*The Canadian Style*) /
/// `2026-2027` (OQLF; Guide du rédacteur).
pub fn fiscal_year(year: i16, lang: Lang) -> Words {
    let next = i32::from(year) + 1;
    Words::plain(match lang {
        // At the turn of a century the short form would mislead: 1999–2000.
        Lang::En if next % 100 == 0 => format!("{year}–{next}"),
        Lang::En => format!("{year}–{:02}", next % 100),
        Lang::Fr => format!("{year}-{next}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::from_iso(text).expect("a date")
    }

    fn expect(text: &str, pairs: &[(&str, &str)], en: &str, fr: &str) {
        let options = crate::language::write::tests::options::<DateTimeOptions>(pairs);
        let of = |lang: Lang| {
            date(day(text), lang.into(), &options)
                .to_plain()
                .replace('\u{a0}', "⍽")
        };
        assert_eq!((of(Lang::En).as_str(), of(Lang::Fr).as_str()), (en, fr));
    }

    #[test]
    fn styles() {
        expect("2022-03-17", &[], "March 17, 2022", "17⍽mars 2022");
        expect("2022-04-01", &[], "April 1, 2022", "1er⍽avril 2022");
        expect(
            "2022-03-17",
            &[("dateStyle", "full")],
            "Thursday, March 17, 2022",
            "jeudi 17⍽mars 2022",
        );
        expect(
            "2022-03-17",
            &[("dateStyle", "full"), ("article", "definite")],
            "Thursday, March 17, 2022",
            "le jeudi 17⍽mars 2022",
        );
        expect(
            "2022-02-17",
            &[("dateStyle", "medium")],
            "Feb. 17, 2022",
            "17⍽févr. 2022",
        );
        expect(
            "2022-02-17",
            &[("dateStyle", "short")],
            "2022-02-17",
            "2022-02-17",
        );
    }

    #[test]
    fn fields() {
        expect(
            "2022-03-17",
            &[("month", "long"), ("day", "numeric")],
            "March 17",
            "17⍽mars",
        );
        expect(
            "2022-03-17",
            &[("month", "long"), ("year", "numeric")],
            "March 2022",
            "mars 2022",
        );
        expect("2022-03-17", &[("weekday", "long")], "Thursday", "jeudi");
        expect("2022-03-17", &[("year", "numeric")], "2022", "2022");
        expect(
            "2022-03-17",
            &[("month", "2-digit"), ("day", "2-digit")],
            "03-17",
            "03-17",
        );
        expect(
            "2022-03-01",
            &[("weekday", "long"), ("month", "long"), ("day", "numeric")],
            "Tuesday, March 1",
            "mardi 1er⍽mars",
        );
    }

    #[test]
    fn the_first_is_raised() {
        let words = date(
            day("2026-04-01"),
            Lang::Fr.into(),
            &DateTimeOptions::default(),
        );
        assert_eq!(words.0[1].text, "er");
        assert!(words.0[1].superscript);
    }

    #[test]
    fn partial_dates() {
        let options = DateTimeOptions::default();
        let (en, fr) = (Lang::En.into(), Lang::Fr.into());
        assert_eq!(month(2026, 4, en, &options).to_plain(), "April 2026");
        assert_eq!(month(2026, 4, fr, &options).to_plain(), "avril 2026");
        assert_eq!(
            quarter(2026, 2, en, &options).to_plain(),
            "second quarter of 2026"
        );
        assert_eq!(
            quarter(2026, 1, fr, &options).to_plain(),
            "premier trimestre de 2026"
        );
        assert_eq!(fiscal_year(2026, Lang::En).to_plain(), "2026–27");
        assert_eq!(fiscal_year(1999, Lang::En).to_plain(), "1999–2000");
        assert_eq!(fiscal_year(2008, Lang::En).to_plain(), "2008–09");
        assert_eq!(fiscal_year(2026, Lang::Fr).to_plain(), "2026-2027");
    }
}
