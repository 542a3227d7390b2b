//! Sentences that deny what their translations do not.

use super::scope::Scope;
use crate::check::pairing::{Comparison, TextMark, language};
use crate::check::sentences::Bead;
use crate::check::sentences::stances::Claim;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{Grade, Stance};

crate::diagnostic::codes! {
    NEGATION_MISMATCH = "P080", "negation-mismatch", Warning;
}

/// Finds denials that no word of the other language answers.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, sentences) = (scope.comparison, scope.sentences());
    let beads = sentences.iter().flat_map(|pair| &pair.beads);
    for bead in beads.filter(|bead| bead.is_whole()) {
        let (en, fr) = (Denials::of(bead, Lang::En), Denials::of(bead, Lang::Fr));
        for (has, own, other) in [(Lang::En, &en, &fr), (Lang::Fr, &fr, &en)] {
            if own.exceeds(other) && bead.is_sure() {
                out.extend(finding(comparison, bead, (has, own)));
            }
        }
    }
}

/// What one language of a bead denies.
struct Denials<'c, 'n, 'd> {
    sure: Vec<&'c Claim<'n, 'd>>,
    weak: usize,
}

impl<'c, 'n, 'd> Denials<'c, 'n, 'd> {
    fn of(bead: &'c Bead<'n, 'd>, lang: Lang) -> Denials<'c, 'n, 'd> {
        let mut denials = Denials {
            sure: Vec::new(),
            weak: 0,
        };
        let claims = bead.claims(lang).iter();
        for claim in claims.filter(|claim| claim.stance == Stance::Negation) {
            match claim.grade {
                Grade::Sure => denials.sure.push(claim),
                Grade::Weak => denials.weak += 1,
                Grade::Hint => {}
            }
        }
        denials
    }

    fn all(&self) -> usize {
        self.sure.len() + self.weak
    }

    /// Whether these denials exceed what the other language denies, in whatever words.
    /// What is negative here answers what is negative there first: "without" and "sans"
    /// leave nothing for a "not".
    fn exceeds(&self, other: &Denials<'_, '_, '_>) -> bool {
        self.sure.len() > other.all()
    }
}

fn finding(
    comparison: &Comparison<'_, '_>,
    bead: &Bead<'_, '_>,
    (has, denials): (Lang, &Denials<'_, '_, '_>),
) -> Option<Diagnostic> {
    let lacks = has.other();
    let claim = denials.sure.first()?;
    let there = bead.side(lacks).first()?;
    let own = TextMark::part(claim.text, &claim.range);
    let other = TextMark::part(there.text, &there.range);
    let (en, fr) = match has {
        Lang::En => (&own, &other),
        Lang::Fr => (&other, &own),
    };
    let written = claim.text.passage.slice(&claim.range);
    let label = |lang: Lang| match lang == has {
        true => format!("the {} has “{written}”", language(lang)),
        false => format!("the {}", language(lang)),
    };
    let message = format!(
        "the {} has a negation, “{written}”, that the {} does not seem to have",
        language(has),
        language(lacks)
    );
    let labels = (label(Lang::En), label(Lang::Fr));
    let finding = comparison.finding(&NEGATION_MISMATCH, en, fr, message, labels);
    Some(finding.hint("read both; if they say the same in other words, silence this with a reason"))
}
