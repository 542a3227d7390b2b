//! What each rule does, and its name, in the order in which they are applied.

use super::block::TextBlock;
use super::rules::Rule;
use super::signs::{self, Signs};
use super::{
    abbreviations, apostrophe, dash, dots, identifiers, minus, money, numbers, ordinals, phone,
    postal_code, prime, punctuation, quotes, spaces, times, units,
};

/// A rule's work on a block. What it does depends on the block alone.
type Mend = fn(&mut TextBlock);

/// The rules in order: later ones see what earlier ones made. Each has the signs of
/// which a block must have one for the rule to find anything in it.
pub(super) const MENDS: &[(Rule, &str, Mend, Signs)] = &[
    (Rule::Ellipsis, "ellipsis", dots::ellipsis, signs::PERIOD),
    (
        Rule::DoublePeriod,
        "double-period",
        dots::double_period,
        signs::PERIOD | signs::ELLIPSIS,
    ),
    (Rule::Dash, "dash", dash::dash, signs::HYPHEN),
    (Rule::Quotes, "quotes", quotes::quotes, signs::STRAIGHT),
    (
        Rule::Apostrophe,
        "apostrophe",
        apostrophe::apostrophe,
        signs::STRAIGHT | signs::ACCENT,
    ),
    (Rule::Prime, "prime", prime::prime, signs::STRAIGHT),
    (Rule::Minus, "minus", minus::minus, signs::HYPHEN),
    (Rule::Phone, "phone", phone::phone, signs::DIGIT),
    (
        Rule::PostalCode,
        "postal-code",
        postal_code::postal_code,
        signs::DIGIT,
    ),
    (
        Rule::DoubleSpace,
        "double-space",
        spaces::double_space,
        signs::SPACE,
    ),
    (
        Rule::QuoteSpace,
        "quote-space",
        quotes::quote_space,
        signs::GUILLEMET,
    ),
    (
        Rule::NumberGroup,
        "number-group",
        numbers::number_group,
        signs::DIGIT,
    ),
    (
        Rule::NumberSign,
        "number-sign",
        ordinals::number_sign,
        signs::DIGIT,
    ),
    (
        Rule::OrdinalSuperscript,
        "ordinal-superscript",
        ordinals::ordinal_superscript,
        signs::DIGIT | signs::ROMAN,
    ),
    (
        Rule::MonthSpace,
        "month-space",
        units::month_space,
        signs::DIGIT,
    ),
    (
        Rule::PercentSpace,
        "percent-space",
        numbers::percent_space,
        signs::DIGIT,
    ),
    (
        Rule::CurrencySpace,
        "currency-space",
        money::currency_space,
        signs::CURRENCY,
    ),
    (
        Rule::TimeSpace,
        "time-space",
        times::time_space,
        signs::DIGIT,
    ),
    (
        Rule::UnitSpace,
        "unit-space",
        units::unit_space,
        signs::DIGIT,
    ),
    (
        Rule::AbbreviationSpace,
        "abbreviation-space",
        abbreviations::abbreviation_space,
        signs::GAP | signs::PERIOD,
    ),
    (
        Rule::ReferenceSpace,
        "reference-space",
        abbreviations::reference_space,
        signs::GAP,
    ),
    (
        Rule::IdentifierSpace,
        "identifier-space",
        identifiers::identifier_space,
        signs::SPACE,
    ),
    (
        Rule::ColonSpace,
        "colon-space",
        punctuation::colon_space,
        signs::COLON,
    ),
    (
        Rule::PunctuationSpace,
        "punctuation-space",
        punctuation::punctuation_space,
        signs::MARK,
    ),
    (
        Rule::NarrowSpace,
        "narrow-space",
        spaces::narrow_space,
        signs::NARROW,
    ),
];

impl Rule {
    /// All rules, in the order in which they are applied.
    pub fn all() -> impl Iterator<Item = Rule> {
        MENDS.iter().map(|(rule, ..)| *rule)
    }

    /// The name in `bimemo.yaml`.
    pub fn name(self) -> &'static str {
        let row = MENDS.iter().find(|(rule, ..)| *rule == self);
        row.map_or("", |(_, name, ..)| name)
    }

    /// The rule of this name.
    pub fn from_name(name: &str) -> Option<Rule> {
        Rule::all().find(|rule| rule.name() == name)
    }
}
