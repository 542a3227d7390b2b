//! The rules of typography.

use crate::lang::Lang;

/// A mend that can be switched off by its name in `bimemo.yaml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MendRule {
    /// `ellipsis`: `...` is one character, `…`.
    Ellipsis,
    /// `double-period`: the period of an abbreviation ends the sentence too, and `etc.`
    /// has no ellipsis: `5 p.m..` → `5 p.m.`, `etc...` → `etc.`
    DoublePeriod,
    /// `quotes`: straight quotation marks that have a partner in their block become
    /// “ ” ‘ ’ and « » “ ”.
    Quotes,
    /// `apostrophe`: `'`, and what is written for it, becomes `’` in and behind words.
    Apostrophe,
    /// `prime`: `6'` and `6"` are 6′ and 6″ where no quotation ends there.
    Prime,
    /// `minus`: the hyphen before a number is a minus sign: −5.
    Minus,
    /// `phone`: telephone numbers of ten digits are written `416‑555‑0123`, with
    /// U+2011 and without brackets, their extension bound by U+00A0.
    Phone,
    /// `postal-code`: `M5G 2E5` does not break; two no-break spaces stand between a
    /// province and its postal code (Canada Post).
    PostalCode,
    /// `double-space`: one space between words.
    DoubleSpace,
    /// `quote-space`: no-break spaces inside « ».
    QuoteSpace,
    /// `number-group`: no-break spaces in `1 234,5`.
    NumberGroup,
    /// `number-sign`: `no 5`, `no. 5` → n<sup>o</sup> 5, unbreakable.
    NumberSign,
    /// `first-of-month`: the first day of a month is an ordinal: le 1 mai → le 1er mai.
    FirstOfMonth,
    /// `ordinal-superscript`: 26<sup>e</sup>, 1<sup>er</sup>; `2ème` → 2<sup>e</sup>.
    OrdinalSuperscript,
    /// `month-space`: the day is bound to its month: `17 mars`.
    MonthSpace,
    /// `percent-space`: `5%` in English, `5 %` in French.
    PercentSpace,
    /// `currency-space`: `$5` in English, `5 $`, `5 M$`, `5 $ US` in French.
    CurrencySpace,
    /// `time-space`: `2:30 p.m.`, `14 h 30`.
    TimeSpace,
    /// `unit-space`: a number is bound to its unit: `9 mois`, `5 km`.
    UnitSpace,
    /// `abbreviation-space`: `M. Roy`, `Mme Roy`, `p. ex.`, `Dr. Roy`.
    AbbreviationSpace,
    /// `reference-space`: `page 5`, `§ 3`, `Phase 1` in French.
    ReferenceSpace,
    /// `dash`: `--` becomes a dash: closed `–` between numbers, `—` in English, spaced
    /// `–` in French.
    Dash,
    /// `identifier-space`: the number of a room stays with its word: `Room 1410`, where
    /// a fact prints it.
    IdentifierSpace,
    /// `colon-space`: a no-break space before `:` in French, none in English.
    ColonSpace,
    /// `punctuation-space`: no space before `;` `!` `?`; U+202F in the profile fr-FR.
    PunctuationSpace,
    /// `narrow-space`: U+202F is U+00A0 but in the profile fr-FR.
    NarrowSpace,
}

impl MendRule {
    /// Whether the rule has anything to say about a language.
    pub const fn applies(self, lang: Lang) -> bool {
        match self {
            MendRule::QuoteSpace
            | MendRule::NumberGroup
            | MendRule::NumberSign
            | MendRule::FirstOfMonth
            | MendRule::OrdinalSuperscript
            | MendRule::MonthSpace
            | MendRule::ReferenceSpace => matches!(lang, Lang::Fr),
            _ => true,
        }
    }
}
