//! Sentences that deny what their translations do not.

use crate::check::pairing::{Comparison, Mark, language};
use crate::check::sentences::stances::Claim;
use crate::check::sentences::{Bead, Beads};
use crate::diagnostic::codes::parity::NEGATION_MISMATCH;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon::{Grade, Stance};

/// Finds denials that no word of the other language answers.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    sentences: &[Beads<'_, '_>],
    out: &mut Vec<Diagnostic>,
) {
    let beads = sentences.iter().flat_map(|pair| &pair.beads);
    for bead in beads.filter(|bead| bead.is_whole()) {
        let (en, fr) = (Denials::of(bead, Lang::En), Denials::of(bead, Lang::Fr));
        for (has, own, other) in [(Lang::En, &en, &fr), (Lang::Fr, &fr, &en)] {
            if let Some(severity) = own.unanswered(other, bead) {
                out.extend(finding(comparison, bead, (has, own), severity));
                if std::env::var_os("BIMEMO_DUMP").is_some() {
                    if let Some(last) = out.last_mut() {
                        last.message += &format!(
                            " [{:.2} {} {}]",
                            bead.likeness(),
                            bead.en.len(),
                            bead.fr.len()
                        );
                    }
                }
            }
        }
    }
}

/// What one language of a bead denies.
struct Denials<'c, 'n, 'd> {
    sure: Vec<&'c Claim<'n, 'd>>,
    weak: usize,
    hints: usize,
}

impl<'c, 'n, 'd> Denials<'c, 'n, 'd> {
    fn of(bead: &'c Bead<'n, 'd>, lang: Lang) -> Denials<'c, 'n, 'd> {
        let mut denials = Denials {
            sure: Vec::new(),
            weak: 0,
            hints: 0,
        };
        let claims = bead.claims(lang).iter();
        for claim in claims.filter(|claim| claim.stance == Stance::Negation) {
            match claim.grade {
                Grade::Sure => denials.sure.push(claim),
                Grade::Weak => denials.weak += 1,
                Grade::Hint => denials.hints += 1,
            }
        }
        denials
    }

    fn all(&self) -> usize {
        self.sure.len() + self.weak
    }

    /// How gravely these denials exceed what the other language denies, in whatever
    /// words. What is negative here answers what is negative there first: "without" and
    /// "sans" leave nothing for a "not". It is an error where the other language, in one
    /// sentence, has no word in which a denial could be.
    fn unanswered(&self, other: &Denials<'_, '_, '_>, bead: &Bead<'_, '_>) -> Option<Severity> {
        if self.sure.len() <= other.sure.len() || self.all() <= other.all() {
            return None;
        }
        let nothing = other.all() == 0 && other.hints == 0;
        Some(match nothing && bead.is_sure() {
            true => Severity::Error,
            false => Severity::Warning,
        })
    }
}

fn finding(
    comparison: &Comparison<'_, '_>,
    bead: &Bead<'_, '_>,
    (has, denials): (Lang, &Denials<'_, '_, '_>),
    severity: Severity,
) -> Option<Diagnostic> {
    let lacks = has.other();
    let claim = denials.sure.first()?;
    let there = bead.side(lacks).first()?;
    let own = Mark::part(claim.text, &claim.range);
    let other = Mark::part(there.text, &there.range);
    let (en, fr) = match has {
        Lang::En => (&own, &other),
        Lang::Fr => (&other, &own),
    };
    let written = claim.text.passage.slice(&claim.range);
    let label = |lang: Lang| match lang == has {
        true => format!("the {} has “{written}”", language(lang)),
        false => format!("the {}", language(lang)),
    };
    let seems = match severity {
        Severity::Error => "has no word for",
        _ => "does not seem to have",
    };
    let message = format!(
        "the {} has a negation, “{written}”, that the {} {seems}",
        language(has),
        language(lacks)
    );
    let labels = (label(Lang::En), label(Lang::Fr));
    let mut finding = comparison.finding(&NEGATION_MISMATCH, en, fr, message, labels);
    finding.severity = severity;
    Some(finding.hint("read both; if they say the same in other words, silence this with a reason"))
}
