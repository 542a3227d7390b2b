//! Where two French words meet: elision, contraction, doubled prepositions, the article of a
//! day, *de* behind a million. What a fact or a term prints is read with what stands around.

use super::meeting::{
    Joints, Meeting, call_of, form_of, is_apostrophe, is_gap, like, preposition_of,
};
use super::scope::Report;
use crate::check::outline::ValuedText;
use crate::check::passage::{Case, ReadPassage, Word};
use crate::diagnostic::Severity;
use crate::lang::Lang;
use crate::language::lexicon::{
    self, Joint, JointGuard, LONGEST_JOINT, PairFault, guards_joint, is_infinitive, joint,
};
use crate::language::write::{Preposition, elides};
use std::borrow::Cow;
use std::ops::Range;

crate::diagnostic::codes! {
    MISSING_ELISION = "T024", "missing-elision", Warning;
    MISSING_CONTRACTION = "T025", "missing-contraction", Warning;
    DOUBLED_PREPOSITION = "T026", "doubled-preposition", Error;
}

/// Checks the joints of a French text.
pub(super) fn check(text: &ValuedText<'_>, report: &mut Report<'_>) {
    check_passage(&text.passage, report);
}

/// The same of a passage.
pub(super) fn check_passage(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    if passage.lang != Lang::Fr {
        return;
    }
    let mut joints = Joints { passage, report };
    for (at, word) in passage.words.iter().enumerate() {
        if word.folded.len() <= LONGEST_JOINT {
            joints.small_word(at, word);
        }
        if word.folded.contains("illi") {
            joints.million(at, word);
        }
    }
}

impl<'p> Joints<'_, '_, 'p, '_> {
    fn small_word(&mut self, at: usize, word: &'p Word) {
        let written = self.passage.slice(&word.range);
        let small: Cow<'p, str> = match word.case {
            Case::Lower => Cow::Borrowed(written),
            Case::Title => Cow::Owned(written.to_lowercase()),
            Case::Upper => return,
        };
        let known = joint(&small);
        if !(known.is_some() || small == "en") || !self.is_read(word) || self.is_tied(word) {
            return;
        }
        let Some(known) = known else {
            return self.within(at, word);
        };
        if matches!(&*small, "de" | "à") {
            self.day(word, &small);
        }
        let Some(next) = self.behind(at) else { return };
        let fact = self.fact_at(next);
        let meeting = Meeting {
            written,
            small,
            at,
            first: word,
            next,
            fact: fact.map(|piece| {
                let name = piece.facts.first().map_or("", String::as_str);
                (name, self.passage.slice(&piece.range))
            }),
        };
        if !self.pair(&meeting, known) && !self.elision(&meeting, known) {
            self.place(&meeting);
        }
    }

    /// Two small words that must not follow one another; whether something was said.
    fn pair(&mut self, meeting: &Meeting<'p>, known: &Joint) -> bool {
        let second = self.passage.slice(&meeting.next.range);
        let lower: Cow<'_, str> = match meeting.next.case {
            Case::Lower => Cow::Borrowed(second),
            _ => Cow::Owned(second.to_lowercase()),
        };
        let mut pairs = known.pairs.iter();
        let Some((_, fault, right)) = pairs.find(|(word, ..)| *word == lower) else {
            return false;
        };
        let typed = meeting.fact.is_none();
        let range = meeting.first.range.start..meeting.next.range.end;
        if let (PairFault::Contracts, Some(right)) = (fault, right) {
            if typed && (meeting.next.case != Case::Lower || self.is_verb(meeting, right)) {
                return false;
            }
            self.contraction(meeting, right, &range);
            return true;
        }
        let wanted = match fault {
            PairFault::DoublesFact => !typed,
            PairFault::DoublesRange => !typed && self.is_range(meeting.next),
            _ => true,
        };
        let third = self.passage.words.get(meeting.at + 2);
        let degree = third.is_some_and(|it| guards_joint(&it.folded, JointGuard::Degree));
        if !wanted || meeting.next.case != Case::Lower || degree {
            return false;
        }
        self.doubled(meeting, second, &range);
        true
    }

    fn doubled(&mut self, meeting: &Meeting<'p>, second: &str, range: &Range<usize>) {
        let (_, after) = self.passage.around(&meeting.next.range);
        let mark = if after.starts_with(['’', '\'']) {
            "’"
        } else {
            ""
        };
        let first_mark = if meeting.small == "d" { "’" } else { "" };
        let first = format!("{}{first_mark}", meeting.written);
        let second = format!("{second}{mark}");
        match meeting.fact {
            Some((fact, _)) => {
                let wording = DOUBLED_PREPOSITION.say("fact", given!(fact, first, second));
                self.report.at(self.passage, &meeting.next.range, wording);
            }
            None => {
                let wording = DOUBLED_PREPOSITION.say("typed", given!(first, second));
                let before = self.report.findings.len();
                self.report.at(self.passage, range, wording);
                // Nothing but what is typed is wrong with it.
                for finding in self.report.findings.iter_mut().skip(before) {
                    finding.severity = Severity::Warning;
                }
            }
        }
    }

    /// Whether "de le" stands before a verb: de le transmettre, à les y inviter.
    fn is_verb(&self, meeting: &Meeting<'p>, right: &str) -> bool {
        if right.contains("quel") {
            return false;
        }
        // Where nothing follows that can be read, nobody knows.
        let Some(third) = self.behind(meeting.at + 1) else {
            return true;
        };
        let adverb = third.folded.ends_with("ment");
        let fourth = self.behind(meeting.at + 2).filter(|_| adverb);
        is_infinitive(&third.folded)
            || third.folded.len() < 2
            || guards_joint(&third.folded, JointGuard::Pronoun)
            || fourth.is_some_and(|it| is_infinitive(&it.folded))
            || self.is_in_english(meeting.at)
    }

    fn contraction(&mut self, meeting: &Meeting<'p>, right: &str, range: &Range<usize>) {
        let Some((fact, printed)) = meeting.fact else {
            let written = self.passage.slice(range);
            let right = like(meeting.written, right);
            let wording = MISSING_CONTRACTION.say("typed", given!(written, right));
            return self.report.at(self.passage, range, wording);
        };
        let preposition = preposition_of(&meeting.small);
        let form = form_of(printed, preposition);
        let wording = MISSING_CONTRACTION.say(
            "fact",
            given!(
                word = meeting.written,
                fact,
                printed,
                right,
                call = call_of(fact, preposition),
                form
            ),
        );
        self.report.at(self.passage, &meeting.next.range, wording);
    }

    /// Whether a range of time or numbers begins with a preposition that a fact prints.
    fn is_range(&self, preposition: &Word) -> bool {
        let (_, after) = self.passage.around(&preposition.range);
        let after = after.trim_start_matches(|letter| is_gap(letter) || is_apostrophe(letter));
        let first = after.split(is_gap).next().unwrap_or_default();
        after.starts_with(|letter: char| letter.is_ascii_digit())
            || lexicon::is_month_or_day_of(&lexicon::fold(first), Lang::Fr)
            || matches!(first, "premier" | "deuxième" | "troisième")
    }

    /// A small word that loses its vowel before another; whether something was said.
    fn elision(&mut self, meeting: &Meeting<'p>, known: &Joint) -> bool {
        let next = meeting.next;
        let Some(elided) = known.elided else {
            return false;
        };
        let first = next.folded.as_bytes().first().copied().unwrap_or_default();
        if !matches!(first, b'a' | b'e' | b'i' | b'o' | b'u' | b'h' | b'y') {
            return false;
        }
        let written = self.passage.slice(&next.range);
        let begins = match known.before_il {
            true => matches!(written, "il" | "ils"),
            false => self.begins_with_vowel(meeting, written),
        };
        if !begins || self.is_in_english(meeting.at) {
            return false;
        }
        // Of an organization without its forms L026 tells it.
        if meeting
            .fact
            .is_some_and(|(fact, _)| self.report.is_organization(fact))
        {
            return true;
        }
        let elided = like(meeting.written, elided);
        let Some((fact, printed)) = meeting.fact else {
            let range = meeting.first.range.start..next.range.end;
            let right = format!("{elided}{written}");
            let wording =
                MISSING_ELISION.say("typed", given!(written = self.passage.slice(&range), right));
            self.report.at(self.passage, &range, wording);
            return true;
        };
        self.elided_fact(meeting, (fact, printed), &elided);
        true
    }

    /// A small word before a vowel that a fact prints.
    fn elided_fact(&mut self, meeting: &Meeting<'p>, (fact, printed): (&str, &str), elided: &str) {
        let (call, form) = self.known_place(meeting, fact, printed);
        let bare = format!("{elided}{printed}");
        let place = form.as_ref().is_some_and(|form| *form != bare);
        let wording = MISSING_ELISION.say(
            "fact",
            given!(
                word = meeting.written,
                fact,
                printed,
                elided,
                call,
                form,
                place
            ),
        );
        self.report.at(self.passage, &meeting.next.range, wording);
    }

    /// What is written for a small word and the name of a place behind it, and what that prints,
    /// where it is known.
    fn known_place(
        &self,
        meeting: &Meeting<'p>,
        fact: &str,
        printed: &str,
    ) -> (String, Option<String>) {
        if meeting.small == "de" {
            let form = form_of(printed, Preposition::De);
            let form = form.map(|form| like(meeting.written, &form));
            return (call_of(fact, Preposition::De), form);
        }
        let name = call_of(fact, Preposition::None);
        let form = form_of(printed, Preposition::None).filter(|form| form != printed);
        match &*meeting.small {
            "le" | "la" => (name, form),
            _ => (
                format!("{} {name}", meeting.written),
                form.map(|form| format!("{} {form}", meeting.written)),
            ),
        }
    }

    fn begins_with_vowel(&self, meeting: &Meeting<'p>, written: &str) -> bool {
        let (small, next) = (&*meeting.small, meeting.next);
        // Letters are read in many ways (de EDSC, la OACI), and so are names in code.
        let inner = |letter: char| letter.is_ascii_digit() || letter.is_uppercase();
        let letters = next.case == Case::Upper || written.chars().skip(1).any(inner);
        let article = matches!(small, "le" | "la");
        if written.chars().count() == 1 {
            return !article && small != "de" && matches!(written, "a" | "à" | "y");
        }
        let numeral = matches!(next.folded.as_str(), "un" | "une" | "unieme");
        let (_, after) = self.passage.around(&next.range);
        let counted = numeral
            && small == "de"
            && self.passage.words.get(meeting.at + 2).is_some_and(|it| {
                let gap =
                    after.trim_start_matches(|c: char| is_gap(c) || "(0123456789)".contains(c));
                let near = gap.starts_with(self.passage.slice(&it.range));
                near && guards_joint(&it.folded, JointGuard::Numeral)
            });
        let rest = self
            .passage
            .text
            .get(next.range.start..)
            .unwrap_or_default();
        let chunk = rest.split(char::is_whitespace).next().unwrap_or_default();
        let never = written != "où" && guards_joint(&next.folded, JointGuard::Never);
        // A pronoun behind a verb lacks its hyphen: donnez le aux autres.
        let pronoun = article && matches!(next.folded.as_str(), "au" | "aux");
        if letters || never || pronoun || (numeral && article) || counted || chunk.contains('/') {
            return false;
        }
        // Of an h only what is known to be mute: names and borrowed words have any.
        match next.folded.starts_with('h') {
            true => elides(&lexicon::with_capital(rest), None),
            false => elides(rest, None),
        }
    }
}
