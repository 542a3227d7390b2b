//! Pairs of messages, compared by the rules of memos: each language's texts become a
//! document, a section for each value or attribute and each choice of its variants.

use super::scope::{Pair, Scope};
use super::twins::{has_twin, in_its_place, with_twin};
use super::words::name_their_languages;
use super::{foreign_words, html, money, unpaired};
use crate::check::outline::parts::Outline;
use crate::check::pairing::Comparison;
use crate::check::place::Finder;
use crate::check::rules::acronyms::ACRONYM_MISMATCH;
use crate::check::rules::decimal_marks::DECIMAL_MARK;
use crate::check::rules::emails::EMAIL_MISMATCH;
use crate::check::rules::names::NAME_MISMATCH;
use crate::check::rules::number_words::NUMBER_WORD_MISMATCH;
use crate::check::rules::numbers::NUMBER_MISMATCH;
use crate::check::rules::places::PLACE_MISMATCH;
use crate::check::rules::untranslated::UNTRANSLATED;
use crate::check::rules::wrong_language::WRONG_LANGUAGE;
use crate::check::typography::words::{MONEY_FORM, MONTH_CASE, ORDINAL_FORM};
use crate::check::{rules, typography};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::markdown::Form;
use crate::document::{Document, LooseText, build_texts};
use crate::lang::{Both, Lang};
use crate::locale::{Formatted, Outcome};
use crate::memo::NodePath;
use crate::memo::yaml::Places;
use crate::source::{SourceFile, Span};
use std::collections::BTreeSet;

/// Rules of typography that see what no mend changes: `$25` in French.
const FORMS: [&Code; 3] = [&MONEY_FORM, &MONTH_CASE, &ORDINAL_FORM];

/// Runs the rules of memos over all pairs of messages.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let choices: Vec<Choice<'_, '_>> = scope.pairs().flat_map(choices_of).collect();
    let places = Places::default();
    let mut findings = Vec::new();
    if !choices.is_empty() {
        let texts = |lang| choices.iter().map(|choice| choice.text(lang)).collect();
        let [en, fr] = Lang::ALL.map(|lang| document(scope, lang, texts(lang), &places));
        let [en, fr] = Outline::of_both(&en, &fr);
        let settings = Some(scope.context.settings);
        let comparison = Comparison::new(&en, &fr, settings, scope.context.source, &places);
        rules::check(&comparison, None, &mut findings);
        foreign_words::check(&comparison, &mut findings);
        for outline in [&en, &fr] {
            check_words(scope, outline, &places, &mut findings);
        }
    }
    for lang in Lang::ALL {
        let paired = choices.iter().map(|choice| choice.side(lang));
        let paired = paired.map(std::ptr::from_ref).collect();
        let lone = unpaired::texts(scope, lang, &paired);
        let texts = lone.iter().map(unpaired::Lone::text).collect();
        let document = document(scope, lang, texts, &places);
        check_words(scope, &Outline::of(&document), &places, &mut findings);
    }
    let mut told = BTreeSet::new();
    out.extend(
        findings
            .into_iter()
            .filter(|finding| has_twin(finding.code) || FORMS.contains(&finding.code))
            .filter(|finding| !is_by_design(finding, &choices))
            .filter(|finding| !follows_from_choice(finding, &choices))
            // Variants share the words around them.
            .filter(|finding| told.insert(places_of(finding)))
            .map(of_one_word)
            .map(|finding| in_its_place(with_twin(finding))),
    );
}

/// Texts as a document.
fn document(
    scope: &Scope<'_, '_>,
    lang: Lang,
    texts: Vec<LooseText<'_>>,
    places: &Places,
) -> Document {
    let file = SourceFile::new("", "");
    let mender = Some(&scope.context.menders[lang]);
    build_texts(&texts, (lang, &file), mender, places)
}

/// The rules that look at the words of one language.
fn check_words(
    scope: &Scope<'_, '_>,
    outline: &Outline<'_>,
    places: &Places,
    out: &mut Vec<Diagnostic>,
) {
    let finder = Finder { places };
    money::check(outline, finder, out);
    let found = typography::check(outline, finder, Some(scope.context.settings), None);
    let is_of_words = |it: &Diagnostic| FORMS.contains(&it.code) || has_twin(it.code);
    out.extend(found.into_iter().filter(is_of_words));
}

/// Whether a difference is one that messages may have: the name of a term is the same in
/// both languages by right, and nothing around a message shows that two mailboxes belong
/// to one office under names in two languages.
fn is_by_design(finding: &Diagnostic, choices: &[Choice<'_, '_>]) -> bool {
    let sure = finding.severity == Severity::Error;
    if finding.code == &EMAIL_MISMATCH {
        return !sure || is_sample(finding);
    }
    if finding.code == &DECIMAL_MARK && finding.span.as_ref().is_some_and(is_version) {
        return true;
    }
    if finding.code == &NUMBER_MISMATCH && is_lone_one(finding) {
        return true;
    }
    if [&NAME_MISMATCH, &PLACE_MISMATCH].contains(&finding.code) {
        return finding.span.as_ref().is_some_and(|span| {
            let mut own = choices.iter().filter(|choice| choice.has(span));
            own.any(|choice| {
                let words = Both::of(|lang| choice.words(lang));
                let is_label = finding.code == &NAME_MISMATCH && choice.is_label();
                is_label || name_their_languages(words)
            })
        });
    }
    let of_names = [&UNTRANSLATED, &WRONG_LANGUAGE, &ACRONYM_MISMATCH].contains(&finding.code);
    let Some(span) = finding.span.as_ref().filter(|_| of_names && !sure) else {
        return false;
    };
    choices
        .iter()
        .filter(|choice| choice.is_term)
        .any(|choice| choice.has(span))
}

/// Whether all addresses are of hosts that are kept for examples (RFC 2606), where each
/// language has words of its own.
fn is_sample(finding: &Diagnostic) -> bool {
    let labels = finding.labels.iter().map(|label| &label.span);
    let mut spans = finding.span.iter().chain(labels);
    spans.all(|span| {
        let host = span.text().rsplit(['@', '.']).nth(1);
        host.is_some_and(|host| host.eq_ignore_ascii_case("example"))
    })
}

/// Whether a number with a point is a version: it stands behind a name or a placeable, or
/// behind other versions: "macOS 10.12, 10.13 ou 10.14".
fn is_version(span: &Span) -> bool {
    let text = span.file().text();
    let mut before = text.get(..span.range().start).unwrap_or_default();
    loop {
        before = before.trim_end();
        let word = before
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        let bare = word.trim_end_matches(',');
        let joins = matches!(bare, "ou" | "et" | "or" | "and");
        let is_number = bare.starts_with(|c: char| c.is_ascii_digit());
        let is_sign = matches!(bare, "<" | "<=" | ">" | ">=" | "≤" | "≥" | "=");
        if word.is_empty() || !(joins || is_number || is_sign) {
            return word.ends_with('}') || bare.chars().any(char::is_uppercase);
        }
        before = &before[..before.len() - word.len()];
    }
}

/// Whether a 1 alone stands in one language, where the other has an article: "1 price"
/// beside « un prix », "for 1 unbeatable price" beside « à prix imbattable ».
fn is_lone_one(finding: &Diagnostic) -> bool {
    let labels = finding.labels.iter().map(|label| &label.span);
    let texts: Vec<&str> = finding.span.iter().chain(labels).map(Span::text).collect();
    let has_words = |text: &&str| text.chars().any(char::is_alphabetic);
    texts.contains(&"1") && texts.iter().any(has_words)
}

/// One choice of variants in both languages.
struct Choice<'p, 'a> {
    key: NodePath,
    is_term: bool,
    form: Form,
    en: &'p Outcome<'a>,
    fr: &'p Outcome<'a>,
    /// The texts without their HTML, where they have some.
    read: Both<Option<Formatted>>,
}

impl<'p, 'a> Choice<'p, 'a> {
    fn side(&self, lang: Lang) -> &'p Outcome<'a> {
        lang.choose(self.en, self.fr)
    }

    /// Whether a place is one of it, in either language.
    fn has(&self, span: &Span) -> bool {
        let mut sides = Lang::ALL.into_iter().map(|lang| self.side(lang));
        sides.any(|outcome| holds(outcome, span))
    }

    /// Whether it is one word in both languages, a label such as "Sat": it names no person.
    fn is_label(&self) -> bool {
        let is_one = |lang| !self.words(lang).trim().contains(char::is_whitespace);
        !self.is_term && Lang::ALL.into_iter().all(is_one)
    }

    /// What it prints, with a token for each placeable.
    fn words(&self, lang: Lang) -> &'p str {
        &self.side(lang).formatted.text
    }

    fn text(&self, lang: Lang) -> LooseText<'_> {
        let read = self.read[lang].as_ref();
        LooseText {
            key: self.key.clone(),
            formatted: read.unwrap_or(&self.side(lang).formatted),
            form: self.form,
        }
    }
}

/// The default variants of both languages, and each other choice that both have.
fn choices_of<'p, 'a>(pair: Pair<'p, 'a>) -> Vec<Choice<'p, 'a>> {
    let key = NodePath::root().key(pair.en.name());
    let one_line = |outcome: &Outcome<'_>| {
        let text = &outcome.formatted.text;
        !text.contains('\n') && !html::has_lines(text)
    };
    let lines = pair
        .en
        .outcomes
        .iter()
        .chain(&pair.fr.outcomes)
        .all(one_line);
    let form = if lines { Form::Line } else { Form::Blocks };
    let mut choices = Vec::new();
    for (at, en) in pair.en.outcomes.iter().enumerate() {
        let choice = en.choice();
        let mut others = pair.fr.outcomes.iter();
        let Some(fr) = others.find(|fr| fr.choice() == choice) else {
            continue;
        };
        let is_said = |outcome: &Outcome<'_>| !outcome.formatted.text.trim().is_empty();
        if is_said(en) && is_said(fr) {
            let key = key.index(at);
            choices.push(Choice {
                key,
                is_term: pair.en.entry.is_term,
                form,
                en,
                fr,
                read: Both::of(|lang| html::without_html(&lang.choose(en, fr).formatted)),
            });
        }
    }
    choices
}

/// Whether a number that one language lacks is the one for which the variant stands: "1
/// file" beside « { $count } fichier ».
fn follows_from_choice(finding: &Diagnostic, choices: &[Choice<'_, '_>]) -> bool {
    let of_numbers = [&NUMBER_MISMATCH, &NUMBER_WORD_MISMATCH].contains(&finding.code);
    let Some(span) = finding.span.as_ref().filter(|_| of_numbers) else {
        return false;
    };
    choices
        .iter()
        .filter(|choice| !choice.en.chosen.is_empty())
        .filter(|choice| choice.has(span))
        .any(|choice| {
            let (en, fr) = (choice.en.variables(), choice.fr.variables());
            let by = choice.en.choice().into_iter().flat_map(|(names, _)| names);
            by.into_iter()
                .any(|name| en.contains(name) != fr.contains(name))
        })
}

fn holds(outcome: &Outcome<'_>, span: &Span) -> bool {
    let text = &outcome.formatted;
    match text.source(0..text.text.len()) {
        Some(crate::locale::Source::Locale(whole)) => {
            let (whole, part) = (whole.range(), span.range());
            whole.start <= part.start && part.end <= whole.end
        }
        _ => false,
    }
}

/// One word that is the same in both languages is often so by right: Dock, Support.
fn of_one_word(mut finding: Diagnostic) -> Diagnostic {
    let one = |span: &Span| !span.text().trim().contains(char::is_whitespace);
    let same = finding.code == &UNTRANSLATED && !finding.labels.is_empty();
    if same && finding.span.as_ref().is_some_and(one) {
        finding.severity = Severity::Note;
    }
    finding
}

type Place = (String, usize, usize);

/// The rule and all places of a finding.
fn places_of(finding: &Diagnostic) -> (&'static str, Vec<Place>) {
    let labels = finding.labels.iter().map(|label| &label.span);
    let spans = finding.span.iter().chain(labels);
    let places = spans.map(|span| {
        let range = span.range();
        (span.file().path().to_owned(), range.start, range.end)
    });
    (finding.code.id, places.collect())
}
