//! Ranges: `May 1 to 15, 2026` and `du 1er au 15 mai 2026`.

mod dates;

#[cfg(test)]
mod tests;

use super::NumberOptions;
use super::date::{fiscal_year, year};
use super::duration::duration;
use super::elision;
use super::fact::fact_with;
use super::number::beside_scale;
use super::options::{CallOptions, OptionFault, SetOption, choose};
use super::style::Style;
use super::time::DateTimeOptions;
use crate::lang::Lang;
use crate::language::words::Words;
use crate::memo::fact::{DurationUnit, Fact};
use dates::{dates, moments, months, quarters, times};

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

const FORMS: [(&str, RangeForm); 2] =
    [("sentence", RangeForm::Sentence), ("bare", RangeForm::Bare)];

impl CallOptions for RangeOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] =
        &[("form", |it, value| choose(value, &FORMS, &mut it.form))];

    /// Those of dates and numbers; a range has no article of its own.
    fn names_inside() -> Vec<&'static str> {
        let of_dates = DateTimeOptions::names().into_iter();
        let of_dates = of_dates.filter(|name| *name != "article");
        of_dates.chain(NumberOptions::names()).collect()
    }

    fn set_inside(&mut self, name: &str, value: &str) -> Result<(), OptionFault> {
        if DateTimeOptions::names().contains(&name) {
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
    let (lang, form) = (style.lang, options.form);
    if from == to {
        return fact_with(from, style, options);
    }
    Some(match (from, to) {
        (Fact::Date(from), Fact::Date(to)) => dates(*from, *to, style, options),
        (Fact::Time(from, zone), Fact::Time(to, to_zone)) => {
            let zones = (*zone, *to_zone);
            let [from, to] = times(*from, *to, zones, lang, &options.date_time);
            joined(De::Plain, from, to, lang, form)
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
        (Fact::Quarter(from, first), Fact::Quarter(to, last)) => {
            quarters((*from, *first), (*to, *last), style, options)
        }
        (Fact::Year(from), Fact::Year(to)) => joined(De::Plain, year(*from), year(*to), lang, form),
        (Fact::FiscalYear(from), Fact::FiscalYear(to)) => {
            let [from, to] = [*from, *to].map(|year| fiscal_year(year, lang));
            joined(De::Plain, from, to, lang, form)
        }
        (Fact::Duration(from), Fact::Duration(to)) => durations(from, to, style, form),
        _ => {
            let ordinals = matches!((from, to), (Fact::Ordinal(_), Fact::Ordinal(_)));
            let de = if ordinals { De::Article } else { De::Plain };
            let start = match before_scale(from, to, style, options) {
                Some(digits) => Words::plain(digits),
                None => fact_with(from, style, options)?,
            };
            joined(de, start, fact_with(to, style, options)?, lang, form)
        }
    })
}

/// `de 1 à 2 millions de dollars`: French says a scale that both share, and what follows
/// it, once. English repeats it: of `$1 to $2 million` nobody knows the first.
fn before_scale(from: &Fact, to: &Fact, style: Style, options: &RangeOptions) -> Option<String> {
    let (from, to, numbers) = match (from, to) {
        _ if style.lang == Lang::En => return None,
        (Fact::Number(from), Fact::Number(to)) => (*from, *to, options.number.clone()),
        (
            Fact::Money {
                amount,
                currency,
                compact,
            },
            Fact::Money {
                amount: other,
                currency: its,
                compact: as_compact,
            },
        ) if currency == its && compact == as_compact => {
            let numbers = options.number.clone().compact_if(*compact);
            (*amount, *other, numbers)
        }
        _ => return None,
    };
    beside_scale(from, to, style, &numbers)
}

/// `3 to 6 months`: a unit that both share stands once.
fn durations(
    from: &[(u32, DurationUnit)],
    to: &[(u32, DurationUnit)],
    style: Style,
    form: RangeForm,
) -> Words {
    let start = match (from, to) {
        ([(count, unit)], [(_, other)]) if unit == other => Words::plain(count.to_string()),
        _ => duration(from, style),
    };
    joined(De::Plain, start, duration(to, style), style.lang, form)
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
