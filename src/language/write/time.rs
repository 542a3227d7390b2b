//! Times and moments: `2:30 p.m.` and `14 h 30`; and the options of `DATETIME`.

use super::NO_BREAK_SPACE;
use super::date::date;
use super::options::{CallOptions, OptionFault, SetOption, choose};
use super::style::Style;
use crate::lang::Lang;
use crate::language::words::Words;
use crate::memo::fact::{Date, Time, Zone};

/// How much of a date or a time is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateTimeStyle {
    /// With weekday; a time with the zone's name.
    Full,
    /// With the month's name; a time with the zone's letters.
    Long,
    /// With the month shortened; a time without zone.
    Medium,
    /// In figures, ISO 8601; a time without zone.
    Short,
}

/// How a part of a date is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldWidth {
    /// The whole name.
    Long,
    /// Shortened.
    Short,
    /// In figures.
    Numeric,
}

/// How a time zone is printed. Whether daylight time is kept is a matter of place
/// and law that a memo does not state, so there are generic names alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeZoneName {
    /// `ET` / `HE`.
    #[default]
    ShortGeneric,
    /// `Eastern time` / `heure de l’Est`.
    LongGeneric,
}

/// Options of `DATETIME`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateTimeOptions {
    /// `dateStyle`: `full`, `long` (usual), `medium`, `short`.
    pub date_style: Option<DateTimeStyle>,
    /// `timeStyle`: `full`, `long` (usual), `medium`, `short`.
    pub time_style: Option<DateTimeStyle>,
    /// `weekday`: `long`, `short`.
    pub weekday: Option<FieldWidth>,
    /// `year`: `numeric`.
    pub year: bool,
    /// `month`: `long`, `short`, `numeric`, `2-digit`.
    pub month: Option<FieldWidth>,
    /// `day`: `numeric`, `2-digit`.
    pub day: bool,
    /// `timeZoneName`: `shortGeneric`, `longGeneric`.
    pub time_zone_name: Option<TimeZoneName>,
    /// `minute`: `2-digit` gives French minutes their zero (8 h 05), as OQLF allows
    /// and tables want; usually they have none (8 h 5).
    pub padded_minutes: bool,
    /// `article`: `definite` puts *le* before a French date, `none` does not.
    pub article: bool,
}

const STYLES: [(&str, DateTimeStyle); 4] = [
    ("full", DateTimeStyle::Full),
    ("long", DateTimeStyle::Long),
    ("medium", DateTimeStyle::Medium),
    ("short", DateTimeStyle::Short),
];

const WEEKDAYS: [(&str, FieldWidth); 2] =
    [("long", FieldWidth::Long), ("short", FieldWidth::Short)];

const MONTHS: [(&str, FieldWidth); 4] = [
    ("long", FieldWidth::Long),
    ("short", FieldWidth::Short),
    ("numeric", FieldWidth::Numeric),
    ("2-digit", FieldWidth::Numeric),
];

const ZONE_NAMES: [(&str, TimeZoneName); 2] = [
    ("shortGeneric", TimeZoneName::ShortGeneric),
    ("longGeneric", TimeZoneName::LongGeneric),
];

const YEARS: [(&str, bool); 1] = [("numeric", true)];
const DAYS: [(&str, bool); 2] = [("numeric", true), ("2-digit", true)];
const MINUTES: [(&str, bool); 2] = [("2-digit", true), ("numeric", false)];
const ARTICLES: [(&str, bool); 2] = [("definite", true), ("none", false)];

impl CallOptions for DateTimeOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[
        ("dateStyle", |it, value| {
            choose(value, &STYLES, &mut it.date_style)
        }),
        ("timeStyle", |it, value| {
            choose(value, &STYLES, &mut it.time_style)
        }),
        ("weekday", |it, value| {
            choose(value, &WEEKDAYS, &mut it.weekday)
        }),
        ("year", |it, value| choose(value, &YEARS, &mut it.year)),
        ("month", |it, value| choose(value, &MONTHS, &mut it.month)),
        ("day", |it, value| choose(value, &DAYS, &mut it.day)),
        ("minute", |it, value| {
            choose(value, &MINUTES, &mut it.padded_minutes)
        }),
        ("timeZoneName", |it, value| {
            choose(value, &ZONE_NAMES, &mut it.time_zone_name)
        }),
        ("article", |it, value| {
            choose(value, &ARTICLES, &mut it.article)
        }),
    ];

    fn conflicts(&self) -> Vec<OptionFault> {
        let parts = [
            ("weekday", self.weekday.is_some()),
            ("year", self.year),
            ("month", self.month.is_some()),
            ("day", self.day),
        ];
        parts
            .into_iter()
            .filter(|(_, given)| *given && self.date_style.is_some())
            .map(|(name, _)| OptionFault::Conflict {
                name: "dateStyle",
                other: name,
            })
            .collect()
    }
}

impl DateTimeOptions {
    /// Whether single parts of a date were asked for.
    pub(super) const fn has_date_fields(&self) -> bool {
        self.weekday.is_some() || self.year || self.month.is_some() || self.day
    }

    /// How the zone is named, if it is.
    fn zone_name(&self) -> Option<TimeZoneName> {
        match (self.time_zone_name, self.time_style) {
            (Some(name), _) => Some(name),
            (None, Some(DateTimeStyle::Full)) => Some(TimeZoneName::LongGeneric),
            (None, Some(DateTimeStyle::Long) | None) => Some(TimeZoneName::ShortGeneric),
            (None, Some(DateTimeStyle::Medium | DateTimeStyle::Short)) => None,
        }
    }
}

/// A time: `2:30 p.m.`, `9 a.m.`, `noon` / `14 h 30`, `9 h`, `midi`, with the zone
/// that was written: `5 p.m. ET` / `17 h (HE)`.
///
/// Full hours have no minutes, and noon and midnight are words in both languages
/// (*The Canadian Style*; Guide du rédacteur 1.1.12).
pub fn time(value: Time, zone: Option<Zone>, style: Style, options: &DateTimeOptions) -> Words {
    Words::plain(format!(
        "{}{}",
        clock(value, style.lang, options),
        zone_suffix(zone, style.lang, options)
    ))
}

/// The time without its zone.
pub(super) fn clock(value: Time, lang: Lang, options: &DateTimeOptions) -> String {
    let (hour, minute) = (value.0 / 60, value.0 % 60);
    match (value.0, lang) {
        (0 | 1440, Lang::En) => "midnight".to_owned(),
        (0 | 1440, Lang::Fr) => "minuit".to_owned(),
        (720, Lang::En) => "noon".to_owned(),
        (720, Lang::Fr) => "midi".to_owned(),
        (_, Lang::En) => format!(
            "{}{NO_BREAK_SPACE}{}",
            twelve_hours(value),
            day_period(value)
        ),
        (_, Lang::Fr) if minute == 0 => format!("{hour}{NO_BREAK_SPACE}h"),
        (_, Lang::Fr) if options.padded_minutes => {
            format!("{hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minute:02}")
        }
        (_, Lang::Fr) => format!("{hour}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{minute}"),
    }
}

/// `2:30`, `9`: the hour of twelve, with minutes where there are any.
pub(super) fn twelve_hours(value: Time) -> String {
    let (hour, minute) = (value.0 / 60 % 12, value.0 % 60);
    let hour = if hour == 0 { 12 } else { hour };
    if minute == 0 {
        hour.to_string()
    } else {
        format!("{hour}:{minute:02}")
    }
}

/// `a.m.` or `p.m.`
pub(super) const fn day_period(value: Time) -> &'static str {
    if value.0 % 1440 < 720 { "a.m." } else { "p.m." }
}

/// What follows a time for its zone: `⍽ET`, `⍽(HE)`, `, heure de l’Est`.
pub(super) fn zone_suffix(zone: Option<Zone>, lang: Lang, options: &DateTimeOptions) -> String {
    let (Some(zone), Some(name)) = (zone, options.zone_name()) else {
        return String::new();
    };
    let (en, en_long, fr, fr_long) = zone_names(zone);
    match (lang, name) {
        (Lang::En, TimeZoneName::ShortGeneric) => format!("{NO_BREAK_SPACE}{en}"),
        (Lang::En, TimeZoneName::LongGeneric) => format!(", {en_long}"),
        (Lang::Fr, TimeZoneName::ShortGeneric) => format!("{NO_BREAK_SPACE}({fr})"),
        (Lang::Fr, TimeZoneName::LongGeneric) => format!(", {fr_long}"),
    }
}

/// The zone's letters and name in English and in French (National Research Council
/// of Canada, « Fuseaux horaires et heure avancée »; CLDR generic forms).
pub(crate) const fn zone_names(
    zone: Zone,
) -> (&'static str, &'static str, &'static str, &'static str) {
    match zone {
        Zone::Newfoundland => ("NT", "Newfoundland time", "HT", "heure de Terre-Neuve"),
        Zone::Atlantic => ("AT", "Atlantic time", "HA", "heure de l’Atlantique"),
        Zone::Eastern => ("ET", "Eastern time", "HE", "heure de l’Est"),
        Zone::Central => ("CT", "Central time", "HC", "heure du Centre"),
        Zone::Mountain => ("MT", "Mountain time", "HR", "heure des Rocheuses"),
        Zone::Pacific => ("PT", "Pacific time", "HP", "heure du Pacifique"),
    }
}

/// A moment: `May 29, 2026, at 5 p.m. ET` / `29 mai 2026 à 17 h (HE)`. With
/// `dateStyle` alone the date, with `timeStyle` alone the time.
pub fn moment(
    day: Date,
    value: Time,
    zone: Option<Zone>,
    style: Style,
    options: &DateTimeOptions,
) -> Words {
    let date_asked = options.date_style.is_some() || options.has_date_fields();
    match (date_asked, options.time_style.is_some()) {
        (true, false) => return date(day, style, options),
        (false, true) => return time(value, zone, style, options),
        _ => {}
    }
    let mut words = date(day, style, options);
    words.push(at(style.lang, &words.to_plain()));
    words.extend(time(value, zone, style, options));
    words
}

/// What joins a date and its time. An English date that ends in its year is closed
/// by a comma.
pub(super) fn at(lang: Lang, date: &str) -> &'static str {
    match lang {
        Lang::En if date.contains(',') => ", at ",
        Lang::En => " at ",
        Lang::Fr => " à ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(minutes: u16, lang: Lang, pairs: &[(&str, &str)]) -> String {
        let options = crate::language::write::tests::options::<DateTimeOptions>(pairs);
        time(Time(minutes), Some(Zone::Eastern), lang.into(), &options)
            .to_plain()
            .replace('\u{a0}', "⍽")
    }

    #[test]
    fn both_languages() {
        let short = [("timeStyle", "short")];
        for (minutes, en, fr) in [
            (870, "2:30⍽p.m.", "14⍽h⍽30"),
            (540, "9⍽a.m.", "9⍽h"),
            (0, "midnight", "minuit"),
            (1440, "midnight", "minuit"),
            (720, "noon", "midi"),
            (30, "12:30⍽a.m.", "0⍽h⍽30"),
            (750, "12:30⍽p.m.", "12⍽h⍽30"),
            (485, "8:05⍽a.m.", "8⍽h⍽5"),
        ] {
            assert_eq!(of(minutes, Lang::En, &short), en);
            assert_eq!(of(minutes, Lang::Fr, &short), fr);
        }
        let padded = [("timeStyle", "short"), ("minute", "2-digit")];
        assert_eq!(of(485, Lang::Fr, &padded), "8⍽h⍽05");
    }

    #[test]
    fn zones() {
        assert_eq!(of(1020, Lang::En, &[]), "5⍽p.m.⍽ET");
        assert_eq!(of(1020, Lang::Fr, &[]), "17⍽h⍽(HE)");
        assert_eq!(of(720, Lang::Fr, &[]), "midi⍽(HE)");
        let full = [("timeStyle", "full")];
        assert_eq!(of(1020, Lang::En, &full), "5⍽p.m., Eastern time");
        assert_eq!(of(1020, Lang::Fr, &full), "17⍽h, heure de l’Est");
    }

    #[test]
    fn moments() {
        let day = Date::new(2026, 5, 29).expect("a date");
        let of = |lang: Lang, pairs: &[(&str, &str)]| {
            let options = crate::language::write::tests::options::<DateTimeOptions>(pairs);
            moment(day, Time(1020), Some(Zone::Eastern), lang.into(), &options)
                .to_plain()
                .replace('\u{a0}', "⍽")
        };
        assert_eq!(of(Lang::En, &[]), "May 29, 2026, at 5⍽p.m.⍽ET");
        assert_eq!(of(Lang::Fr, &[]), "29⍽mai 2026 à 17⍽h⍽(HE)");
        assert_eq!(of(Lang::Fr, &[("dateStyle", "long")]), "29⍽mai 2026");
        assert_eq!(of(Lang::Fr, &[("timeStyle", "short")]), "17⍽h");
        let date_fields = [
            ("month", "long"),
            ("day", "numeric"),
            ("timeStyle", "short"),
        ];
        assert_eq!(of(Lang::En, &date_fields), "May 29 at 5⍽p.m.");
    }

    #[test]
    fn styles_and_fields_exclude_each_other() {
        let faults = crate::language::write::tests::parse::<DateTimeOptions>(&[
            ("dateStyle", "long"),
            ("month", "long"),
        ])
        .expect_err("a conflict");
        assert_eq!(
            faults[0],
            OptionFault::Conflict {
                name: "dateStyle",
                other: "month",
            }
        );
    }
}
