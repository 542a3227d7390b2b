//! Currencies: `pairs/currencies.tsv`.

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Row, Table, table};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

pub(super) static CURRENCIES: Table<Currency> = table!(
    "pairs/currencies.tsv",
    &[
        "code",
        "digits",
        "english sign",
        "french sign",
        "narrow sign",
        "english",
        "french",
        "read",
    ],
    read
);

/// What is known of a currency.
#[derive(Clone, Debug)]
pub(crate) struct Currency {
    /// The ISO 4217 code.
    pub code: &'static str,
    /// How many fraction digits an amount with cents has.
    pub minor_digits: u32,
    /// The sign before an English amount and the one behind a French amount, with
    /// U+00A0 inside.
    signs: [String; 2],
    /// The sign without its country.
    pub narrow: &'static str,
    /// The names of one and of several.
    names: [[&'static str; 2]; 2],
    read: Vec<&'static str>,
}

impl Currency {
    /// Its sign in a language.
    pub(crate) fn sign(&self, lang: Lang) -> &str {
        lang.of::<String>(&self.signs)
    }

    /// Its names in a language, of one and of several.
    pub(crate) const fn names(&self, lang: Lang) -> [&'static str; 2] {
        *lang.of(&self.names)
    }
}

fn read(row: &Row) -> Option<Currency> {
    let sign = |column| Some(row.filled(column)?.replace(' ', "\u{a0}"));
    Some(Currency {
        code: row.filled(0).filter(|code| code.len() == 3)?,
        minor_digits: row.number(1)?,
        signs: [sign(2)?, sign(3)?],
        narrow: row.filled(4)?,
        names: [row.one_and_several(5)?, row.one_and_several(6)?],
        read: row.list(7),
    })
}

/// The currency of an ISO 4217 code.
pub(crate) fn currency(code: &str) -> Option<&'static Currency> {
    let mut all = CURRENCIES.entries().iter();
    all.find(|currency| currency.code == code)
}

/// The code of the currency that a folded word behind figures names: `dollars`, `usd`.
pub(crate) fn currency_named(folded: &str) -> Option<&'static str> {
    static READ: OnceLock<FxHashMap<String, &str>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let all = CURRENCIES.entries().iter();
        let words = all.flat_map(|it| it.read.iter().map(|word| (fold(word), it.code)));
        words.collect()
    });
    read.get(folded).copied()
}
