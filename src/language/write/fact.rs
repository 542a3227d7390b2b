//! A fact in its usual form, as `{ $name }` prints it.

use super::currency::money;
use super::date::{date, fiscal_year, month, quarter, year};
use super::duration::duration;
use super::number::number;
use super::ordinal::{OrdinalOptions, ordinal};
use super::percent::percent;
use super::phone::phone;
use super::range::{RangeOptions, range};
use super::style::{NO_BREAK_SPACE, Style};
use super::time::{moment, time};
use crate::language::words::{Hand, Piece, Words};
use crate::memo::Fact;

/// The fact as it is printed where no function says otherwise. None for a Text
/// and an organization, whose words the resolver has to find.
pub fn fact(fact: &Fact, style: Style) -> Option<Words> {
    fact_with(fact, style, &RangeOptions::default())
}

/// A name of figures and letters, as it is written, without a place to break at.
fn identifier(name: &str) -> Words {
    let piece = Piece {
        text: name.replace(' ', &NO_BREAK_SPACE.to_string()),
        hand: Hand::Name,
        ..Piece::default()
    };
    Words(vec![piece])
}

/// The fact with options of its own kind.
pub(crate) fn fact_with(fact: &Fact, style: Style, options: &RangeOptions) -> Option<Words> {
    let (date_time, numbers) = (&options.date_time, &options.number);
    Some(match fact {
        Fact::Date(day) => date(*day, style, date_time),
        Fact::Month(of, number) => month(*of, *number, style, date_time),
        Fact::Year(number) => year(*number),
        Fact::Quarter(of, number) => quarter(*of, *number, style, date_time),
        Fact::FiscalYear(number) => fiscal_year(*number, style.lang),
        Fact::Time(value, zone) => time(*value, *zone, style, date_time),
        Fact::Moment(day, value, zone) => moment(*day, *value, *zone, style, date_time),
        Fact::Range(from, to) => range(from, to, style, options)?,
        Fact::Number(value) => number(*value, style, numbers),
        Fact::Percent(value) => percent(*value, style, numbers),
        Fact::Ordinal(value) => ordinal(*value, style, &OrdinalOptions::default()),
        Fact::Identifier(name) => identifier(name),
        Fact::Money {
            amount,
            currency,
            compact,
        } => {
            let numbers = numbers.clone().compact_if(*compact);
            money(*amount, currency, style, &numbers)
        }
        Fact::Duration(parts) => duration(parts, style),
        Fact::Telephone { number, extension } => phone(number, extension.as_deref(), style),
        Fact::Email(address) => Words::plain(address.as_str()),
        Fact::Url(url) => Words::plain(url[style.lang].as_str()),
        Fact::Organization(_) | Fact::Text(_) => return None,
    })
}
