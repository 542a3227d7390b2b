//! Sentences that oblige where their translations allow.

use super::scope::Scope;
use crate::check::pairing::{Comparison, TextMark, language};
use crate::check::sentences::Bead;
use crate::check::sentences::stances::Claim;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{Grade, Stance};

crate::diagnostic::codes! {
    MODALITY_MISMATCH = "P081", "modality-mismatch", Warning;
}

/// Finds obligations beside permissions. One alone is no finding: English commands
/// where French says "vous devez", and both pass over what goes without saying.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, sentences) = (scope.comparison, scope.sentences());
    let beads = sentences.iter().flat_map(|pair| &pair.beads);
    for bead in beads.filter(|bead| bead.is_whole()) {
        let [en, fr] = Lang::ALL.map(|lang| bead.claims(lang));
        if en.is_empty() || fr.is_empty() {
            continue;
        }
        let (english, french) = (Modals::of(en), Modals::of(fr));
        for (has, obliges, allows) in [(Lang::En, &english, &french), (Lang::Fr, &french, &english)]
        {
            let contrary = obliges.is_against(allows) && obliges.is_beside(allows, bead, has);
            if contrary && bead.is_sure() {
                out.extend(finding(comparison, has, (obliges, allows)));
            }
        }
    }
}

/// What one language of a bead obliges to and allows.
struct Modals<'c, 'n, 'd> {
    obligations: Said<'c, 'n, 'd>,
    permissions: Said<'c, 'n, 'd>,
}

/// The claims of one stance: sure ones, and all.
struct Said<'c, 'n, 'd> {
    sure: Vec<&'c Claim<'n, 'd>>,
    all: Vec<&'c Claim<'n, 'd>>,
}

impl<'c, 'n, 'd> Said<'c, 'n, 'd> {
    fn of(claims: &'c [Claim<'n, 'd>], stance: Stance) -> Said<'c, 'n, 'd> {
        let all: Vec<_> = claims.iter().filter(|it| it.stance == stance).collect();
        let sure = all.iter().copied().filter(|it| it.grade == Grade::Sure);
        Said {
            sure: sure.collect(),
            all,
        }
    }

    /// Whether there is more of it here than there, sure and weak words together.
    fn exceeds(&self, other: &Said<'_, '_, '_>) -> bool {
        self.all.len() > other.all.len()
    }

    /// Whether there are more sure words here than there.
    fn surely_exceeds(&self, other: &Said<'_, '_, '_>) -> bool {
        self.sure.len() > other.sure.len()
    }

    /// The word to show: a sure one before a weak one.
    fn shown(&self) -> Option<&'c Claim<'n, 'd>> {
        self.sure.first().or(self.all.first()).copied()
    }
}

impl<'c, 'n, 'd> Modals<'c, 'n, 'd> {
    fn of(claims: &'c [Claim<'n, 'd>]) -> Modals<'c, 'n, 'd> {
        Modals {
            obligations: Said::of(claims, Stance::Obligation),
            permissions: Said::of(claims, Stance::Permission),
        }
    }

    /// Whether this side obliges to what the other allows: there is more of the one here
    /// and of the other there, and a sure word of one of them at least.
    fn is_against(&self, other: &Modals<'_, '_, '_>) -> bool {
        let (must, may) = (&self.obligations, &other.permissions);
        let (their_must, our_may) = (&other.obligations, &self.permissions);
        let sure = must.surely_exceeds(their_must) || may.surely_exceeds(our_may);
        sure && must.exceeds(their_must) && may.exceeds(our_may)
    }
}

impl Modals<'_, '_, '_> {
    /// Whether the words that are shown stand at about the same place of one sentence and
    /// its translation: both languages keep the order of what is said, and words far apart
    /// belong to different clauses.
    fn is_beside(&self, other: &Modals<'_, '_, '_>, bead: &Bead<'_, '_>, own: Lang) -> bool {
        const NEAR: f32 = 0.35;
        let (Some(must), Some(may)) = (self.obligations.shown(), other.permissions.shown()) else {
            return false;
        };
        let places = (
            bead.place(own, must.range.start),
            bead.place(own.other(), may.range.start),
        );
        match places {
            (Some(must), Some(may)) => (must - may).abs() <= NEAR,
            _ => true,
        }
    }
}

fn finding(
    comparison: &Comparison<'_, '_>,
    has: Lang,
    (obliges, allows): (&Modals<'_, '_, '_>, &Modals<'_, '_, '_>),
) -> Option<Diagnostic> {
    let (must, may) = (obliges.obligations.shown()?, allows.permissions.shown()?);
    let mark = |claim: &Claim<'_, '_>| claim.range.clone();
    let (own, other) = (
        TextMark::part(must.text, &mark(must)),
        TextMark::part(may.text, &mark(may)),
    );
    let (en, fr) = match has {
        Lang::En => (&own, &other),
        Lang::Fr => (&other, &own),
    };
    let written = |claim: &Claim<'_, '_>| claim.text.passage.slice(&claim.range).to_owned();
    let (obligation, permission) = (written(must), written(may));
    let label = |lang: Lang| match lang == has {
        true => format!("the {} obliges: “{obligation}”", language(lang)),
        false => format!("the {} allows: “{permission}”", language(lang)),
    };
    let message = format!(
        "the {} obliges, “{obligation}”, where the {} allows, “{permission}”",
        language(has),
        language(has.other())
    );
    let labels = (label(Lang::En), label(Lang::Fr));
    let finding = comparison.finding(&MODALITY_MISMATCH, en, fr, message, labels);
    Some(finding.hint("read both; if they say the same in other words, silence this with a reason"))
}
