//! Which variant a selector chooses.

use super::{Evaluated, Resolver};
use crate::locale::anchors::anchor;
use crate::locale::codes::{IMPOSSIBLE_VARIANT, MISSING_FORM, WRONG_SELECTOR};
use crate::locale::frame::{Bindings, Frame};
use crate::locale::functions;
use crate::locale::lookup::PatternFault;
use crate::locale::output::Output;
use crate::locale::plural::{CATEGORIES, SelectorNumber};
use crate::memo::fact::Decimal;
use fluent_syntax::ast::{InlineExpression, Variant, VariantKey};

/// The keys by which `$gender` chooses.
const GENDERS: [&str; 3] = ["feminine", "masculine", "unspecified"];

impl Resolver<'_> {
    /// The variant that a selector chooses; nothing where the selector is faulty.
    pub(super) fn select<'p, 's>(
        &mut self,
        selector: &InlineExpression<&'s str>,
        variants: &'p [Variant<&'s str>],
        frame: &Frame<'_>,
    ) -> Option<&'p Variant<&'s str>> {
        let default = variants.iter().find(|variant| variant.default);
        let evaluated = match selector {
            InlineExpression::VariableReference { id }
                if matches!(frame.bindings, Bindings::Term(..)) =>
            {
                match self.variable(id.name, frame, true) {
                    Some(evaluated) => evaluated,
                    None => return default,
                }
            }
            // An attribute is compared as it is, spaces at its ends and all.
            InlineExpression::TermReference { .. } => {
                let before = self.faults();
                let mut output = Output::default();
                self.inline(selector, frame, &mut output);
                if self.faults() > before {
                    return None;
                }
                let text = output.finish().to_plain();
                Evaluated::Text { text, name: None }
            }
            selector => self.evaluate(selector, frame)?,
        };
        let chosen = match functions::selects_by(&evaluated, self.locale.lang()) {
            Some(functions::Selects::Number(number)) => {
                self.check_keys(variants, frame);
                variants
                    .iter()
                    .find(|variant| self.number_matches(&variant.key, number))
            }
            Some(functions::Selects::Word(word)) => variants
                .iter()
                .find(
                    |variant| matches!(variant.key, VariantKey::Identifier { name } if name == word),
                )
                .or_else(|| {
                    self.check_form(selector, &word, default, frame);
                    None
                }),
            None => {
                let kind = functions::kind_of(&evaluated);
                let wording = WRONG_SELECTOR.say("kind", given!(kind));
                self.fault(frame, PatternFault::new(anchor(selector), wording));
                return None;
            }
        };
        chosen.or(default)
    }

    /// Reports a choice by `$gender` that comes to the form of another gender, since
    /// the one that is needed is not there.
    fn check_form(
        &mut self,
        selector: &InlineExpression<&str>,
        needed: &str,
        default: Option<&Variant<&str>>,
        frame: &Frame<'_>,
    ) {
        let (
            InlineExpression::VariableReference { id },
            Some(Variant {
                key: VariantKey::Identifier { name: default },
                ..
            }),
        ) = (selector, default)
        else {
            return;
        };
        if id.name != "gender" || !GENDERS.contains(&needed) || !GENDERS.contains(default) {
            return;
        }
        let wording = MISSING_FORM.say("gender", given!(needed, default));
        self.fault(frame, PatternFault::new((id.name, 1), wording));
    }

    fn number_matches(&self, key: &VariantKey<&str>, number: SelectorNumber) -> bool {
        match key {
            VariantKey::NumberLiteral { value } => Decimal::parse(value)
                .is_some_and(|key| key.normalized() == number.value.normalized()),
            VariantKey::Identifier { name } => number.is(name, self.locale.lang()),
        }
    }

    /// Reports keys that no number has.
    fn check_keys(&mut self, variants: &[Variant<&str>], frame: &Frame<'_>) {
        for variant in variants {
            if let VariantKey::Identifier { name } = variant.key
                && !variant.default
                && !CATEGORIES.contains(&name)
            {
                let wording = IMPOSSIBLE_VARIANT.say("key", given!(key = name));
                self.fault(frame, PatternFault::new((name, 0), wording));
            }
        }
    }
}
