//! Ranges: `May 1 to 15, 2026` and `du 1er au 15 mai 2026`.

use super::NumberOptions;
use super::date::{date, fiscal_year, month, month_name, quarter, year};
use super::duration::duration;
use super::elision;
use super::fact::fact_with;
use super::options::{OptionFault, Options, choose};
use super::spellout::ordinal_in_words;
use super::style::Style;
use super::time::{
    DateTimeOptions, DateTimeStyle, FieldWidth, at, clock, day_period, twelve_hours, zone_suffix,
};
use crate::lang::Lang;
use crate::locale::words::Words;
use crate::memo::Gender;
use crate::memo::fact::{Date, Fact, Time, Zone};

/// Whether French has its first preposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RangeForm {
    /// `du 1er au 15 mai 2026`, `de 9 h à 17 h`: inside a sentence.
    #[default]
    Sentence,
    /// `1er au 15 mai 2026`, `9 h à 17 h`: in a table or after a label.
    Bare,
}

/// Options of `RANGE`: its form, and those of what is ranged over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RangeOptions {
    /// `form`: `sentence`, `bare`.
    pub form: RangeForm,
    /// Options of dates and times.
    pub date_time: DateTimeOptions,
    /// Options of numbers, percentages and money.
    pub number: NumberOptions,
}

impl Options for RangeOptions {
    const NAMES: &'static [&'static str] = &[
        "form",
        "dateStyle",
        "timeStyle",
        "weekday",
        "year",
        "month",
        "day",
        "minute",
        "timeZoneName",
        "style",
        "currency",
        "currencyDisplay",
        "notation",
        "compactDisplay",
        "useGrouping",
        "signDisplay",
        "minimumIntegerDigits",
        "minimumFractionDigits",
        "maximumFractionDigits",
    ];

    fn set(&mut self, name: &str, value: &str) -> Result<(), OptionFault> {
        if name == "form" {
            let forms = [("sentence", RangeForm::Sentence), ("bare", RangeForm::Bare)];
            self.form = choose("form", value, &forms)?;
            Ok(())
        } else if !Self::NAMES.contains(&name) {
            Err(Self::unknown(name))
        } else if DateTimeOptions::NAMES.contains(&name) {
            self.date_time.set(name, value)
        } else {
            self.number.set(name, value)
        }
    }

    fn conflicts(&self) -> Vec<OptionFault> {
        let mut faults = self.date_time.conflicts();
        faults.extend(self.number.conflicts());
        faults
    }
}

/// From one fact to another of its kind. What both share stands once: `May 1 to
/// 15, 2026`, `9 to 11 a.m. ET`, `3 à 6 mois`. None where one of them is a Text.
pub fn range(from: &Fact, to: &Fact, style: Style, options: &RangeOptions) -> Option<Words> {
    let lang = style.lang;
    if from == to {
        return fact_with(from, style, options);
    }
    Some(match (from, to) {
        (Fact::Date(from), Fact::Date(to)) => dates(*from, *to, style, options),
        (Fact::Time(from, zone), Fact::Time(to, to_zone)) => {
            let zones = (*zone, *to_zone);
            let [from, to] = times(*from, *to, zones, lang, &options.date_time);
            joined(De::Plain, from, to, lang, options.form)
        }
        (Fact::Moment(from, start, zone), Fact::Moment(to, end, to_zone)) => moments(
            (*from, *start, *zone),
            (*to, *end, *to_zone),
            style,
            options,
        ),
        (Fact::Month(from, first), Fact::Month(to, last)) => {
            months((*from, *first), (*to, *last), style, options)
        }
        (Fact::Year(from), Fact::Year(to)) => {
            joined(De::Plain, year(*from), year(*to), lang, options.form)
        }
        (Fact::FiscalYear(from), Fact::FiscalYear(to)) => {
            let [from, to] = [*from, *to].map(|year| fiscal_year(year, lang));
            joined(De::Plain, from, to, lang, options.form)
        }
        (Fact::Quarter(from, first), Fact::Quarter(to, last)) => {
            quarters((*from, *first), (*to, *last), style, options)
        }
        (Fact::Duration(from), Fact::Duration(to)) => match (from.as_slice(), to.as_slice()) {
            ([(count, unit)], [(_, other)]) if unit == other => {
                let from = Words::plain(count.to_string());
                joined(De::Plain, from, duration(to, style), lang, options.form)
            }
            _ => {
                let [from, to] = [from, to].map(|parts| duration(parts, style));
                joined(De::Plain, from, to, lang, options.form)
            }
        },
        (Fact::Ordinal(_), Fact::Ordinal(_)) => {
            let (from, to) = (
                fact_with(from, style, options)?,
                fact_with(to, style, options)?,
            );
            joined(De::Article, from, to, lang, options.form)
        }
        _ => {
            let (from, to) = (
                fact_with(from, style, options)?,
                fact_with(to, style, options)?,
            );
            joined(De::Plain, from, to, lang, options.form)
        }
    })
}

/// Which words French sets before both ends.
#[derive(Clone, Copy)]
enum De {
    /// de … à …
    Plain,
    /// du … au …
    Article,
}

fn joined(de: De, from: Words, to: Words, lang: Lang, form: RangeForm) -> Words {
    let mut words = Words::new();
    let (first, between) = match (lang, de) {
        (Lang::En, _) => ("", " to "),
        (Lang::Fr, De::Plain) => (elision::de(&from.to_plain(), None), " à "),
        (Lang::Fr, De::Article) => ("du ", " au "),
    };
    if form == RangeForm::Sentence {
        words.push(first);
    }
    words.extend(from).push(between).extend(to);
    words
}

/// `May 1 to 15, 2026`, `May 1 to June 15, 2026`, `May 1, 2026, to June 15, 2027`.
fn dates(from: Date, to: Date, style: Style, options: &RangeOptions) -> Words {
    let lang = style.lang;
    let of_end = DateTimeOptions {
        article: false,
        ..options.date_time.clone()
    };
    if numeric(&of_end) {
        let [from, to] = [from, to].map(|day| date(day, style, &of_end));
        return joined(De::Article, from, to, lang, options.form);
    }
    let end = with_fields(&of_end);
    let same_year = from.year() == to.year();
    let same_month = same_year && from.month() == to.month() && end.day && end.weekday.is_none();
    let start = DateTimeOptions {
        year: end.year && !same_year,
        // What both share stands once: in English with the first, in French with the last.
        month: end.month.filter(|_| !same_month || lang == Lang::En),
        ..end.clone()
    };
    let end_fields = DateTimeOptions {
        month: end.month.filter(|_| !same_month || lang == Lang::Fr),
        ..end
    };
    let mut first = date(from, style, &start);
    // An English date that ends in its year, or begins with its weekday, is closed.
    if lang == Lang::En && first.to_plain().contains(',') {
        first.push(",");
    }
    joined(
        De::Article,
        first,
        date(to, style, &end_fields),
        lang,
        options.form,
    )
}

fn numeric(options: &DateTimeOptions) -> bool {
    options.date_style == Some(DateTimeStyle::Short) || options.month == Some(FieldWidth::Numeric)
}

/// The same options with their date style spelled out as fields.
fn with_fields(options: &DateTimeOptions) -> DateTimeOptions {
    if options.has_date_fields() {
        return options.clone();
    }
    let style = options.date_style.unwrap_or(DateTimeStyle::Long);
    DateTimeOptions {
        date_style: None,
        weekday: (style == DateTimeStyle::Full).then_some(FieldWidth::Long),
        month: Some(match style {
            DateTimeStyle::Medium => FieldWidth::Short,
            _ => FieldWidth::Long,
        }),
        day: true,
        year: true,
        ..options.clone()
    }
}

/// Both ends of a range of times; what they share stands with the last.
fn times(
    from: Time,
    to: Time,
    zones: (Option<Zone>, Option<Zone>),
    lang: Lang,
    options: &DateTimeOptions,
) -> [Words; 2] {
    let in_figures = |time: Time| time.0 % 720 != 0;
    let share_period = lang == Lang::En
        && zones.0 == zones.1
        && in_figures(from)
        && in_figures(to)
        && day_period(from) == day_period(to);
    let mut first = if share_period {
        twelve_hours(from)
    } else {
        clock(from, lang, options)
    };
    if zones.0 != zones.1 {
        first.push_str(&zone_suffix(zones.0, lang, options));
    }
    let last = format!(
        "{}{}",
        clock(to, lang, options),
        zone_suffix(zones.1, lang, options)
    );
    [Words::plain(first), Words::plain(last)]
}

type Moment = (Date, Time, Option<Zone>);

/// `May 29, 2026, from 9 a.m. to 5 p.m. ET` / `le 29 mai 2026 de 9 h à 17 h (HE)`;
/// over several days both ends whole.
fn moments(from: Moment, to: Moment, style: Style, options: &RangeOptions) -> Words {
    let lang = style.lang;
    let date_time = DateTimeOptions {
        article: false,
        ..options.date_time.clone()
    };
    let [first, last] = times(from.1, to.1, (from.2, to.2), lang, &date_time);
    let mut words = Words::new();
    let mut start = date(from.0, style, &date_time);
    if from.0 == to.0 {
        if lang == Lang::Fr && options.form == RangeForm::Sentence {
            words.push("le ");
        }
        words.extend(start);
        let closed = lang == Lang::En && words.to_plain().contains(',');
        words.push(if closed { ", " } else { " " });
        words.push(if lang == Lang::En { "from " } else { "" });
        words.extend(joined(De::Plain, first, last, lang, RangeForm::Sentence));
        return words;
    }
    // The day stands between the times, so nothing of them is shared.
    let shared_zone = from.2 == to.2;
    start
        .push(at(lang, &start.to_plain()))
        .push(&clock(from.1, lang, &date_time));
    if !shared_zone {
        start.push(&zone_suffix(from.2, lang, &date_time));
    }
    let mut end = date(to.0, style, &date_time);
    end.push(at(lang, &end.to_plain())).extend(last);
    joined(De::Article, start, end, lang, options.form)
}

/// `April to June 2026` / `d’avril à juin 2026`
fn months(from: (i16, u8), to: (i16, u8), style: Style, options: &RangeOptions) -> Words {
    let date_time = &options.date_time;
    let end = month(to.0, to.1, style, date_time);
    let start = if from.0 == to.0 && !numeric(date_time) {
        let short = date_time.month == Some(FieldWidth::Short)
            || date_time.date_style == Some(DateTimeStyle::Medium);
        let width = if short {
            FieldWidth::Short
        } else {
            FieldWidth::Long
        };
        Words::plain(month_name(from.1, style.lang, width))
    } else {
        month(from.0, from.1, style, date_time)
    };
    joined(De::Plain, start, end, style.lang, options.form)
}

/// `first to third quarter of 2026` / `du premier au troisième trimestre de 2026`
fn quarters(from: (i16, u8), to: (i16, u8), style: Style, options: &RangeOptions) -> Words {
    let short = matches!(
        options.date_time.date_style,
        Some(DateTimeStyle::Medium | DateTimeStyle::Short)
    );
    let end = quarter(to.0, to.1, style, &options.date_time);
    let start = match (from.0 == to.0, short) {
        (true, false) => Words::plain(ordinal_in_words(
            u32::from(from.1),
            style.lang,
            Gender::Masculine,
        )),
        (true, true) => {
            let letter = if style.is_french() { 'T' } else { 'Q' };
            Words::plain(format!("{letter}{}", from.1))
        }
        (false, _) => quarter(from.0, from.1, style, &options.date_time),
    };
    let de = if short { De::Plain } else { De::Article };
    joined(de, start, end, style.lang, options.form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::fact::{Decimal, DurationUnit};

    fn expect(from: Fact, to: Fact, pairs: &[(&str, &str)], en: &str, fr: &str) {
        let options = RangeOptions::parse(pairs.iter().copied()).expect("options");
        let of = |lang: Lang| {
            range(&from, &to, lang.into(), &options)
                .expect("no Text")
                .to_plain()
                .replace('\u{a0}', "⍽")
        };
        assert_eq!((of(Lang::En).as_str(), of(Lang::Fr).as_str()), (en, fr));
    }

    fn day(text: &str) -> Fact {
        Fact::Date(Date::from_iso(text).expect("a date"))
    }

    #[test]
    fn dates_share_month_and_year() {
        expect(
            day("2026-05-01"),
            day("2026-05-15"),
            &[],
            "May 1 to 15, 2026",
            "du 1er au 15⍽mai 2026",
        );
        expect(
            day("2026-04-28"),
            day("2026-05-01"),
            &[],
            "April 28 to May 1, 2026",
            "du 28⍽avril au 1er⍽mai 2026",
        );
        expect(
            day("2026-05-01"),
            day("2027-06-15"),
            &[],
            "May 1, 2026, to June 15, 2027",
            "du 1er⍽mai 2026 au 15⍽juin 2027",
        );
        expect(
            day("2026-05-01"),
            day("2026-05-15"),
            &[("dateStyle", "full")],
            "Friday, May 1, to Friday, May 15, 2026",
            "du vendredi 1er⍽mai au vendredi 15⍽mai 2026",
        );
        expect(
            day("2026-05-01"),
            day("2026-05-15"),
            &[("dateStyle", "short"), ("form", "bare")],
            "2026-05-01 to 2026-05-15",
            "2026-05-01 au 2026-05-15",
        );
        expect(
            day("2026-05-01"),
            day("2026-05-01"),
            &[],
            "May 1, 2026",
            "1er⍽mai 2026",
        );
        expect(
            day("2026-05-01"),
            day("2026-05-15"),
            &[("month", "long"), ("day", "numeric")],
            "May 1 to 15",
            "du 1er au 15⍽mai",
        );
    }

    #[test]
    fn parts_of_years() {
        expect(
            Fact::Month(2026, 4),
            Fact::Month(2026, 6),
            &[],
            "April to June 2026",
            "d’avril à juin 2026",
        );
        expect(
            Fact::Month(2026, 3),
            Fact::Month(2027, 4),
            &[],
            "March 2026 to April 2027",
            "de mars 2026 à avril 2027",
        );
        expect(
            Fact::Year(2026),
            Fact::Year(2028),
            &[],
            "2026 to 2028",
            "de 2026 à 2028",
        );
        expect(
            Fact::FiscalYear(2025),
            Fact::FiscalYear(2027),
            &[],
            "2025–26 to 2027–28",
            "de 2025-2026 à 2027-2028",
        );
        expect(
            Fact::Quarter(2026, 1),
            Fact::Quarter(2026, 3),
            &[],
            "first to third quarter of 2026",
            "du premier au troisième trimestre de 2026",
        );
    }

    #[test]
    fn times_share_half_day_and_zone() {
        let time = |minutes| Fact::Time(Time(minutes), Some(Zone::Eastern));
        expect(
            time(540),
            time(1020),
            &[],
            "9⍽a.m. to 5⍽p.m.⍽ET",
            "de 9⍽h à 17⍽h⍽(HE)",
        );
        expect(
            time(540),
            time(660),
            &[],
            "9 to 11⍽a.m.⍽ET",
            "de 9⍽h à 11⍽h⍽(HE)",
        );
        expect(
            time(540),
            time(720),
            &[],
            "9⍽a.m. to noon⍽ET",
            "de 9⍽h à midi⍽(HE)",
        );
        expect(
            time(540),
            time(1020),
            &[("form", "bare")],
            "9⍽a.m. to 5⍽p.m.⍽ET",
            "9⍽h à 17⍽h⍽(HE)",
        );
    }

    #[test]
    fn moments_share_the_day() {
        let moment = |day: &str, minutes| {
            Fact::Moment(
                Date::from_iso(day).expect("a date"),
                Time(minutes),
                Some(Zone::Eastern),
            )
        };
        expect(
            moment("2026-05-29", 540),
            moment("2026-05-29", 1020),
            &[],
            "May 29, 2026, from 9⍽a.m. to 5⍽p.m.⍽ET",
            "le 29⍽mai 2026 de 9⍽h à 17⍽h⍽(HE)",
        );
        expect(
            moment("2026-05-29", 540),
            moment("2026-06-01", 600),
            &[],
            "May 29, 2026, at 9⍽a.m. to June 1, 2026, at 10⍽a.m.⍽ET",
            "du 29⍽mai 2026 à 9⍽h au 1er⍽juin 2026 à 10⍽h⍽(HE)",
        );
    }

    #[test]
    fn numbers_and_money() {
        let number = |text| Decimal::parse(text).expect("a decimal");
        expect(
            Fact::Number(number("5")),
            Fact::Number(number("10")),
            &[],
            "5 to 10",
            "de 5 à 10",
        );
        expect(
            Fact::Percent(number("5")),
            Fact::Percent(number("7.5")),
            &[],
            "5% to 7.5%",
            "de 5⍽% à 7,5⍽%",
        );
        expect(
            Fact::Duration(vec![(3, DurationUnit::Month)]),
            Fact::Duration(vec![(6, DurationUnit::Month)]),
            &[],
            "3 to 6 months",
            "de 3 à 6⍽mois",
        );
        let money = |text| Fact::Money {
            amount: number(text),
            currency: "CAD".to_owned(),
            compact: true,
        };
        expect(
            money("5000000"),
            money("10000000"),
            &[],
            "$5 million to $10 million",
            "de 5⍽millions de dollars à 10⍽millions de dollars",
        );
        expect(
            Fact::Ordinal(1),
            Fact::Ordinal(5),
            &[],
            "1st to 5th",
            "du 1er au 5e",
        );
    }
}
