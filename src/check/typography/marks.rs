//! Marks of a typewriter that the mending left as they are, since nobody can know what
//! was meant: each is told at its place.

use super::scope::{Report, Scope};
use crate::check::passage::{Manner, ReadPassage, Role};
use crate::document::{Document, Origin, Phrase};
use crate::lang::Lang;
use crate::language::typography::{Fragment, MendRule, Mender, is_straight};
use crate::source::Span;
use std::collections::BTreeSet;
use std::ops::Range;

crate::diagnostic::codes! {
    UNBALANCED_QUOTES = "T010", "unbalanced-quotes", Warning;
    STRAIGHT_MARK = "T023", "straight-mark", Warning;
}

/// Checks all words that a document shows: its texts, its letterhead, what pictures and
/// links say.
pub(super) fn check(scope: &Scope<'_>, report: &mut Report<'_>) {
    let Scope { outline, settings } = *scope;
    let off = settings.iter().flat_map(|it| &it.typography.off);
    let mut marks = Marks {
        off: off
            .filter_map(|name| MendRule::from_name(&name.value))
            .collect(),
        report,
        facts: BTreeSet::new(),
    };
    for passage in letterhead(outline.document) {
        marks.passage(&passage);
    }
    for text in outline.texts() {
        if text.passage.role != Role::Code && !text.passage.gap {
            marks.passage(&text.passage);
        }
    }
}

/// The lines of the letterhead, each in its column's language.
pub(super) fn letterhead(document: &Document) -> Vec<ReadPassage<'_>> {
    let columns = document.letterhead.iter().flat_map(|it| &it.columns);
    let lines = columns.flat_map(|column| {
        let phrases = column.organization.iter().chain(&column.office);
        let phrases = phrases.chain(&column.lines);
        phrases.map(|phrase: &Phrase| ReadPassage::of_phrase(Role::Formula, column.lang, phrase))
    });
    lines.collect()
}

struct Marks<'r, 'p> {
    /// The rules that the workspace has switched off.
    off: BTreeSet<MendRule>,
    report: &'r mut Report<'p>,
    /// The facts that were told: what one prints is wrong once.
    facts: BTreeSet<String>,
}

impl Marks<'_, '_> {
    fn passage(&mut self, passage: &ReadPassage<'_>) {
        if passage.text.contains(is_straight) {
            for at in self.undecided(passage.lang, &fragments(passage)) {
                self.mark(passage, at);
            }
            self.code_in_words(passage);
        }
        for image in &passage.images {
            self.words(passage.lang, image.alt, image.origin);
        }
        for link in &passage.links {
            self.words(passage.lang, link.title, link.origin);
        }
    }

    /// The places of the marks that nobody can tell, counted through the fragments.
    fn undecided(&self, lang: Lang, fragments: &[(usize, Fragment<'_>)]) -> Vec<usize> {
        let mut mender = Mender::new(lang);
        mender.off.clone_from(&self.off);
        let parts: Vec<Fragment<'_>> = fragments.iter().map(|(_, fragment)| *fragment).collect();
        let found = mender.undecided(&parts).into_iter();
        found
            .filter_map(|(fragment, byte)| Some(fragments.get(fragment)?.0 + byte))
            .collect()
    }

    fn mark(&mut self, passage: &ReadPassage<'_>, at: usize) {
        let length = passage.text[at..].chars().next().map_or(1, char::len_utf8);
        let range = at..at + length;
        let pieces = passage.pieces_in(&range);
        let known = |fact: &String| !self.facts.insert(fact.clone());
        let facts: Vec<&String> = pieces.iter().flat_map(|piece| piece.facts).collect();
        if !facts.is_empty() && facts.into_iter().all(known) {
            return;
        }
        let span = self.report.finder.of_range(passage, &range);
        self.tell(passage.lang, passage.slice(&range), span);
    }

    /// Words of a picture or of a link's tooltip, which have no place of their own.
    fn words(&mut self, lang: Lang, words: &str, origin: &Origin) {
        if !words.contains(is_straight) {
            return;
        }
        let marks = self.undecided(lang, &[(0, Fragment::words(words))]);
        if let Some(mark) = marks
            .first()
            .and_then(|at| words.get(*at..)?.chars().next())
        {
            let whole = self.report.finder.of_origin(origin);
            // The source has quotation marks around a tooltip.
            let found = whole.text().find(mark).filter(|_| mark != '"');
            let found = found.map(|at| whole.range().start + at);
            let span = match found {
                Some(at) => Span::new(whole.file(), at..at + mark.len_utf8()),
                None => whole,
            };
            self.tell(lang, &mark.to_string(), Some(span));
        }
    }

    /// Two backticks for apostrophes make code of what stands between them: "It`s wet
    /// and it`s open".
    fn code_in_words(&mut self, passage: &ReadPassage<'_>) {
        for piece in &passage.pieces {
            let (before, after) = passage.around(&piece.range);
            let inside =
                before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic);
            let code = passage.slice(&piece.range);
            if piece.manner == Manner::Code && inside && code.contains(char::is_whitespace) {
                let place = self.report.finder.of_range(passage, &piece.range);
                self.report
                    .add(place, STRAIGHT_MARK.say("code", given!(code)));
            }
        }
    }

    fn tell(&mut self, lang: Lang, mark: &str, span: Option<Span>) {
        let wording = match mark {
            "\"" => UNBALANCED_QUOTES.say("straight", given!(lang)),
            "'" => STRAIGHT_MARK.say("apostrophe", given!(lang)),
            mark => STRAIGHT_MARK.say("alone", given!(mark)),
        };
        self.report.add(span, wording);
    }
}

/// The pieces of a passage as the mending sees them, each with its first byte: code and what
/// is said in the other language are no words, and a note's call stands between.
fn fragments<'l>(passage: &'l ReadPassage<'_>) -> Vec<(usize, Fragment<'l>)> {
    let mut calls = passage.notes.iter().map(|(_, at)| *at).peekable();
    let mut fragments = Vec::new();
    let mut done = 0;
    for piece in &passage.pieces {
        let Range { start, end } = piece.range;
        push(&mut fragments, passage, done..start, false);
        let words = !matches!(piece.manner, Manner::Code | Manner::Foreign);
        let mut from = start;
        while let Some(at) = calls.next_if(|at| *at <= end) {
            push(&mut fragments, passage, from..at.max(from), words);
            fragments.push((at, Fragment::CALL));
            from = at.max(from);
        }
        push(&mut fragments, passage, from..end, words);
        done = end;
    }
    fragments
}

fn push<'l>(
    fragments: &mut Vec<(usize, Fragment<'l>)>,
    passage: &'l ReadPassage<'_>,
    range: Range<usize>,
    words: bool,
) {
    if !range.is_empty() {
        let text = passage.slice(&range);
        let fragment = Fragment {
            words,
            ..Fragment::words(text)
        };
        fragments.push((range.start, fragment));
    }
}
