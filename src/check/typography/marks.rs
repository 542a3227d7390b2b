//! Marks of a typewriter that the mending left as they are, since nobody can know what
//! was meant: each is told at its place.

use super::Report;
use crate::check::leaf::{Leaf, Manner, Role};
use crate::check::outline_parts::Outline;
use crate::check::place::Finder;
use crate::diagnostic::codes::typography::{STRAIGHT_MARK, UNBALANCED_QUOTES};
use crate::document::{Document, Origin, Phrase};
use crate::lang::Lang;
use crate::language::typography::{Fragment, Mender, Rule, is_straight};
use crate::memo::Settings;
use crate::source::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// Checks all words that a document shows: its texts, its letterhead, what pictures and
/// links say.
pub(super) fn check(
    outline: &Outline<'_>,
    finder: Finder<'_>,
    settings: Option<&Settings>,
    report: &mut Report,
) {
    let off = settings.iter().flat_map(|it| &it.typography.off);
    let mut marks = Marks {
        off: off
            .filter_map(|name| Rule::from_name(&name.value))
            .collect(),
        finder,
        report,
        facts: BTreeSet::new(),
    };
    for leaf in letterhead(outline.document) {
        marks.leaf(&leaf);
    }
    for text in outline.texts() {
        if text.leaf.role != Role::Code && !text.leaf.gap {
            marks.leaf(&text.leaf);
        }
    }
}

/// The lines of the letterhead, each in its column's language.
fn letterhead(document: &Document) -> Vec<Leaf<'_>> {
    let columns = document.letterhead.iter().flat_map(|it| &it.columns);
    let lines = columns.flat_map(|column| {
        let phrases = column.organization.iter().chain(&column.office);
        let phrases = phrases.chain(&column.lines);
        phrases.map(|phrase: &Phrase| Leaf::of_phrase(Role::Formula, column.lang, phrase))
    });
    lines.collect()
}

struct Marks<'r, 'p> {
    /// The rules that the workspace has switched off.
    off: BTreeSet<Rule>,
    finder: Finder<'p>,
    report: &'r mut Report,
    /// The facts that were told: what one prints is wrong once.
    facts: BTreeSet<String>,
}

impl Marks<'_, '_> {
    fn leaf(&mut self, leaf: &Leaf<'_>) {
        if leaf.text.contains(is_straight) {
            for at in self.undecided(leaf.lang, &fragments(leaf)) {
                self.mark(leaf, at);
            }
            self.code_in_words(leaf);
        }
        for image in &leaf.images {
            self.words(leaf.lang, image.alt, image.origin);
        }
        for link in &leaf.links {
            self.words(leaf.lang, link.title, link.origin);
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

    fn mark(&mut self, leaf: &Leaf<'_>, at: usize) {
        let length = leaf.text[at..].chars().next().map_or(1, char::len_utf8);
        let range = at..at + length;
        let pieces = leaf.pieces_in(&range);
        let known = |fact: &String| !self.facts.insert(fact.clone());
        let facts: Vec<&String> = pieces.iter().flat_map(|piece| piece.facts).collect();
        if !facts.is_empty() && facts.into_iter().all(known) {
            return;
        }
        let span = self.finder.of_range(leaf, &range);
        self.tell(leaf.lang, leaf.slice(&range), span);
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
            let whole = self.finder.of_origin(origin);
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
    fn code_in_words(&mut self, leaf: &Leaf<'_>) {
        for piece in &leaf.pieces {
            let before = leaf.text.get(..piece.range.start);
            let after = leaf.text.get(piece.range.end..);
            let inside = before.is_some_and(|text| text.ends_with(char::is_alphabetic))
                && after.is_some_and(|text| text.starts_with(char::is_alphabetic));
            let code = leaf.slice(&piece.range);
            if piece.manner == Manner::Code && inside && code.contains(char::is_whitespace) {
                self.report.add(
                    &STRAIGHT_MARK,
                    self.finder.of_range(leaf, &piece.range),
                    format!("backticks in two words make code of “{code}”"),
                    "write ’ for an apostrophe".into(),
                );
            }
        }
    }

    fn tell(&mut self, lang: Lang, mark: &str, span: Option<Span>) {
        let (code, message, hint) = match mark {
            "\"" => (
                &UNBALANCED_QUOTES,
                "the quotation mark \" has no partner".to_owned(),
                match lang {
                    Lang::En => {
                        "open and close each quotation in the same paragraph, or write the marks that are meant: “ ”, ″ for inches"
                    }
                    Lang::Fr => {
                        "open and close each quotation in the same paragraph, or write the marks that are meant: « », ″ for inches"
                    }
                },
            ),
            "'" => (
                &STRAIGHT_MARK,
                "the mark ' may be an apostrophe or a quotation mark".to_owned(),
                match lang {
                    Lang::En => {
                        "write ’ for an apostrophe, ‘…’ around a quotation in a quotation, ′ for feet"
                    }
                    Lang::Fr => {
                        "write ’ for an apostrophe, “…” around a quotation in a quotation, ′ for feet"
                    }
                },
            ),
            mark => (
                &STRAIGHT_MARK,
                format!("the mark {mark} stands by itself"),
                "write ’ for an apostrophe, or take it out",
            ),
        };
        self.report.add(code, span, message, hint.into());
    }
}

/// The pieces of a leaf as the mending sees them, each with its first byte: code is no
/// words, and a note's call stands between.
fn fragments<'l>(leaf: &'l Leaf<'_>) -> Vec<(usize, Fragment<'l>)> {
    let mut calls = leaf.notes.iter().map(|(_, at)| *at).peekable();
    let mut fragments = Vec::new();
    let mut done = 0;
    for piece in &leaf.pieces {
        let Range { start, end } = piece.range;
        push(&mut fragments, leaf, done..start, false);
        let words = piece.manner != Manner::Code;
        let mut from = start;
        while let Some(at) = calls.next_if(|at| *at <= end) {
            push(&mut fragments, leaf, from..at.max(from), words);
            fragments.push((at, Fragment::CALL));
            from = at.max(from);
        }
        push(&mut fragments, leaf, from..end, words);
        done = end;
    }
    fragments
}

fn push<'l>(
    fragments: &mut Vec<(usize, Fragment<'l>)>,
    leaf: &'l Leaf<'_>,
    range: Range<usize>,
    words: bool,
) {
    if !range.is_empty() {
        let text = leaf.slice(&range);
        let fragment = Fragment {
            words,
            ..Fragment::words(text)
        };
        fragments.push((range.start, fragment));
    }
}
