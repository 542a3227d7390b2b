//! The article of a day and of a place, *de* behind a million.

use super::meeting::{Joints, Meeting, call_of, form_of, is_gap, like, preposition_of};
use crate::check::passage::{Case, Word};
use crate::lang::Lang;
use crate::language::lexicon::{self, PlaceForm, place_forms};
use crate::language::write::{Preposition, de};

crate::diagnostic::codes! {
    MISSING_ARTICLE = "T027", "missing-article", Warning;
    MILLION_WITHOUT_DE = "T028", "million-without-de", Warning;
}

impl<'p> Joints<'_, '_, 'p, '_> {
    /// *À 29 mai*, *à jeudi 29 mai*: a day has its article.
    pub(super) fn day(&mut self, word: &Word, small: &str) {
        let (_, after) = self.passage.around(&word.range);
        let from = behind_weekday(after.trim_start_matches(is_gap));
        if !after.starts_with(is_gap) || !from.starts_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        let digits = from.len() - from.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let day: u8 = from
            .get(..digits)
            .and_then(|it| it.parse().ok())
            .unwrap_or(0);
        let rest = from.get(digits..).unwrap_or_default();
        let rest = rest.strip_prefix("er").unwrap_or(rest);
        let month = rest.trim_start_matches(is_gap);
        let end = month
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(month.len());
        let name = month.get(..end).unwrap_or_default();
        let is_month = lexicon::months(Lang::Fr).iter().any(|it| it.name == name);
        if !(1..=31).contains(&day) || digits > 2 || month.len() == rest.len() || !is_month {
            return;
        }
        let end = self.passage.text.len() - month.len() + end;
        let range = word.range.start..end;
        let article = if small == "de" { "du" } else { "au" };
        let written = self.passage.slice(&range);
        let behind = written.get(word.range.len()..).unwrap_or_default();
        let right = format!("{}{behind}", like(self.passage.slice(&word.range), article));
        let wording = MISSING_ARTICLE.say("day", given!(right));
        self.report.at(self.passage, &range, wording);
    }

    /// A fact that prints the name of a place, behind an "en" that is not said of it.
    pub(super) fn within(&mut self, at: usize, word: &Word) {
        let Some(next) = self.behind(at) else { return };
        let Some(piece) = self.fact_at(next) else {
            return;
        };
        let printed = self.passage.slice(&piece.range);
        let forms = place_forms(printed, None);
        let wrong = |form: &PlaceForm| form.locative.is_some_and(|it| it != "en");
        if forms.is_empty() || !forms.iter().all(wrong) {
            return;
        }
        let (Some(form), Some(fact)) = (form_of(printed, Preposition::In), piece.facts.first())
        else {
            return;
        };
        let wording = MISSING_ARTICLE.say(
            "within",
            given!(
                word = self.passage.slice(&word.range),
                fact = fact.as_str(),
                printed,
                call = call_of(fact, Preposition::In),
                form
            ),
        );
        self.report.at(self.passage, &next.range, wording);
    }

    /// A fact that prints the name of a place with an article, behind "de" or "à" without it.
    pub(super) fn place(&mut self, meeting: &Meeting<'p>) {
        let Some((fact, printed)) = meeting.fact else {
            return;
        };
        let small = &*meeting.small;
        if !matches!(small, "de" | "à") {
            return;
        }
        let forms = place_forms(printed, None);
        let lacks = |article: &str| match small {
            // Of feminine names "de" alone is right in many places: l’ambassade de France.
            "de" => matches!(article, "le" | "les"),
            _ => article != "-",
        };
        if forms.is_empty() || !forms.iter().all(|form| lacks(form.article)) {
            return;
        }
        let preposition = preposition_of(small);
        let form = form_of(printed, preposition);
        // Behind "à" nobody knows whether it says "to" or "in".
        let to = preposition == Preposition::A;
        let within = to.then(|| form_of(printed, Preposition::In)).flatten();
        let within = within.filter(|within| form.as_ref() != Some(within));
        let wording = MISSING_ARTICLE.say(
            "place",
            given!(
                word = meeting.written,
                fact,
                printed,
                call = call_of(fact, preposition),
                form,
                call_within = call_of(fact, Preposition::In),
                within
            ),
        );
        self.report.at(self.passage, &meeting.next.range, wording);
    }

    /// *Un million bateaux*: a million has *de* before what it counts.
    pub(super) fn million(&mut self, at: usize, word: &Word) {
        let written = self.passage.slice(&word.range);
        let mut scales = lexicon::scales(Lang::Fr).iter();
        let is_scale =
            scales.any(|it| it.one != "mille" && [it.one, it.several].contains(&written));
        let Some(next) = self.behind(at).filter(|_| is_scale && word.running) else {
            return;
        };
        let counted = self.passage.slice(&next.range);
        let plural = counted.ends_with(['s', 'x']) && !lexicon::UNCOUNTED_WORDS.has(counted);
        if !plural
            || next.case != Case::Lower
            || lexicon::scales(Lang::Fr)
                .iter()
                .any(|it| it.several == counted)
        {
            return;
        }
        let range = word.range.start..next.range.end;
        let de = de(counted, None);
        let right = format!("{written} {de}{counted}");
        let wording =
            MILLION_WITHOUT_DE.say("lacks", given!(written = self.passage.slice(&range), right));
        self.report.at(self.passage, &range, wording);
    }
}

/// What stands behind the day of the week with which a text begins.
fn behind_weekday(text: &str) -> &str {
    let mut days = lexicon::weekdays(Lang::Fr).iter();
    let rest = days.find_map(|day| text.strip_prefix(day.name));
    match rest {
        Some(rest) if rest.starts_with(is_gap) => rest.trim_start_matches(is_gap),
        _ => text,
    }
}
