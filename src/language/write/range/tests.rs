//! Ranges of each kind, as both languages print them.

use super::*;
use crate::memo::fact::{Date, Decimal, DurationUnit, Time, Zone};

fn expect(from: Fact, to: Fact, pairs: &[(&str, &str)], en: &str, fr: &str) {
    let options = crate::language::write::tests::options::<RangeOptions>(pairs);
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
    // Over midnight.
    expect(
        time(1320),
        time(360),
        &[],
        "10⍽p.m. to 6⍽a.m.⍽ET",
        "de 22⍽h à 6⍽h⍽(HE)",
    );
    expect(
        time(1380),
        time(1320),
        &[],
        "11⍽p.m. to 10⍽p.m.⍽ET",
        "de 23⍽h à 22⍽h⍽(HE)",
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
        "de 5 à 10⍽millions de dollars",
    );
    expect(
        money("900000000"),
        money("2000000000"),
        &[],
        "$900 million to $2 billion",
        "de 900⍽millions de dollars à 2⍽milliards de dollars",
    );
    expect(
        Fact::Number(number("1000000")),
        Fact::Number(number("2000000")),
        &[("notation", "compact")],
        "1 million to 2 million",
        "de 1 à 2⍽millions",
    );
    expect(
        Fact::Ordinal(1),
        Fact::Ordinal(5),
        &[],
        "1st to 5th",
        "du 1er au 5e",
    );
}
