//! What each rule does, and its name, in the order in which they are applied.

use super::block::TextBlock;
use super::rules::MendRule;
use super::signs::{self, Signs};
use super::{
    abbreviations, apostrophe, dash, dots, identifiers, minus, money, numbers, ordinals, phone,
    postal_code, prime, punctuation, quotes, spaces, times, units,
};

/// A rule's work on a block. What it does depends on the block alone.
type Mend = fn(&mut TextBlock);

/// The rules in order: later ones see what earlier ones made. Each has the signs of
/// which a block must have one for the rule to find anything in it.
pub(super) const MENDS: &[(MendRule, &str, Mend, Signs)] = &[
    (
        MendRule::Ellipsis,
        "ellipsis",
        dots::ellipsis,
        signs::PERIOD,
    ),
    (
        MendRule::DoublePeriod,
        "double-period",
        dots::double_period,
        signs::PERIOD | signs::ELLIPSIS,
    ),
    (MendRule::Dash, "dash", dash::dash, signs::HYPHEN),
    (MendRule::Quotes, "quotes", quotes::quotes, signs::STRAIGHT),
    (
        MendRule::Apostrophe,
        "apostrophe",
        apostrophe::apostrophe,
        signs::STRAIGHT | signs::ACCENT,
    ),
    (MendRule::Prime, "prime", prime::prime, signs::STRAIGHT),
    (MendRule::Minus, "minus", minus::minus, signs::HYPHEN),
    (MendRule::Phone, "phone", phone::phone, signs::DIGIT),
    (
        MendRule::PostalCode,
        "postal-code",
        postal_code::postal_code,
        signs::DIGIT,
    ),
    (
        MendRule::DoubleSpace,
        "double-space",
        spaces::double_space,
        signs::SPACE,
    ),
    (
        MendRule::QuoteSpace,
        "quote-space",
        quotes::quote_space,
        signs::GUILLEMET,
    ),
    (
        MendRule::NumberGroup,
        "number-group",
        numbers::number_group,
        signs::DIGIT,
    ),
    (
        MendRule::NumberSign,
        "number-sign",
        ordinals::number_sign,
        signs::DIGIT,
    ),
    (
        MendRule::FirstOfMonth,
        "first-of-month",
        ordinals::first_of_month,
        signs::DIGIT,
    ),
    (
        MendRule::OrdinalSuperscript,
        "ordinal-superscript",
        ordinals::ordinal_superscript,
        signs::DIGIT | signs::ROMAN,
    ),
    (
        MendRule::MonthSpace,
        "month-space",
        units::month_space,
        signs::DIGIT,
    ),
    (
        MendRule::PercentSpace,
        "percent-space",
        numbers::percent_space,
        signs::DIGIT,
    ),
    (
        MendRule::CurrencySpace,
        "currency-space",
        money::currency_space,
        signs::CURRENCY,
    ),
    (
        MendRule::TimeSpace,
        "time-space",
        times::time_space,
        signs::DIGIT,
    ),
    (
        MendRule::UnitSpace,
        "unit-space",
        units::unit_space,
        signs::DIGIT,
    ),
    (
        MendRule::AbbreviationSpace,
        "abbreviation-space",
        abbreviations::abbreviation_space,
        signs::GAP | signs::PERIOD,
    ),
    (
        MendRule::ReferenceSpace,
        "reference-space",
        abbreviations::reference_space,
        signs::GAP,
    ),
    (
        MendRule::IdentifierSpace,
        "identifier-space",
        identifiers::identifier_space,
        signs::SPACE,
    ),
    (
        MendRule::ColonSpace,
        "colon-space",
        punctuation::colon_space,
        signs::COLON,
    ),
    (
        MendRule::PunctuationSpace,
        "punctuation-space",
        punctuation::punctuation_space,
        signs::MARK,
    ),
    (
        MendRule::NarrowSpace,
        "narrow-space",
        spaces::narrow_space,
        signs::NARROW,
    ),
];

impl MendRule {
    /// All rules, in the order in which they are applied.
    pub fn all() -> impl Iterator<Item = MendRule> {
        MENDS.iter().map(|(rule, ..)| *rule)
    }

    /// The name in `bimemo.yaml`.
    pub fn name(self) -> &'static str {
        let row = MENDS.iter().find(|(rule, ..)| *rule == self);
        row.map_or("", |(_, name, ..)| name)
    }

    /// The rule of this name.
    pub fn from_name(name: &str) -> Option<MendRule> {
        MendRule::all().find(|rule| rule.name() == name)
    }
}
