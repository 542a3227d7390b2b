//! Ranges of dates, times, moments and parts of years.

use super::{De, RangeForm, RangeOptions, joined};
use crate::lang::Lang;
use crate::language::words::Words;
use crate::language::write::date::{date, month, month_name, quarter};
use crate::language::write::spellout::ordinal_in_words;
use crate::language::write::style::Style;
use crate::language::write::time::{
    DateTimeOptions, DateTimeStyle, FieldWidth, at, clock, day_period, twelve_hours, zone_suffix,
};
use crate::memo::Gender;
use crate::memo::fact::{Date, Time, Zone};

/// `May 1 to 15, 2026`, `May 1 to June 15, 2026`, `May 1, 2026, to June 15, 2027`.
pub(super) fn dates(from: Date, to: Date, style: Style, options: &RangeOptions) -> Words {
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
pub(super) fn times(
    from: Time,
    to: Time,
    zones: (Option<Zone>, Option<Zone>),
    lang: Lang,
    options: &DateTimeOptions,
) -> [Words; 2] {
    let in_figures = |time: Time| !time.0.is_multiple_of(720);
    let share_period = lang == Lang::En
        && zones.0 == zones.1
        && in_figures(from)
        && in_figures(to)
        // Over midnight nothing is shared.
        && from <= to
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

pub(super) type Moment = (Date, Time, Option<Zone>);

/// `May 29, 2026, from 9 a.m. to 5 p.m. ET` / `le 29 mai 2026 de 9 h à 17 h (HE)`;
/// over several days both ends whole.
pub(super) fn moments(from: Moment, to: Moment, style: Style, options: &RangeOptions) -> Words {
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
pub(super) fn months(
    from: (i16, u8),
    to: (i16, u8),
    style: Style,
    options: &RangeOptions,
) -> Words {
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
pub(super) fn quarters(
    from: (i16, u8),
    to: (i16, u8),
    style: Style,
    options: &RangeOptions,
) -> Words {
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
