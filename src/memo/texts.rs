//! The words of a file: every Text that a document prints as the author's own
//! Markdown, with the scalars in which each language has them.

use super::directory::{Directory, FrenchForms};
use super::fact::{Fact, NamedFact};
use super::model::{
    Letterhead, LetterheadChoice, Memo, MemoSection, Party, Person, Text, TextValue,
};
use super::outcome::StatusSource;
use super::path::NodePath;
use super::settings::Settings;
use crate::lang::Lang;

/// How a Text is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// As blocks: a body.
    Blocks,
    /// As a line of running text: everything else.
    Line,
    /// As characters without Markdown: a fact or an argument.
    Plain,
}

/// A Text's words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenWords<'m> {
    /// The words, as the scalar says them.
    pub words: &'m str,
    /// Their language.
    pub lang: Lang,
    /// The scalar's node.
    pub place: NodePath,
    /// How they are printed.
    pub printed: Printed,
}

/// A plain string where a value may stand: a fact, an argument, a detail's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlainText<'m> {
    /// The string.
    pub words: &'m str,
    /// Its node.
    pub place: &'m NodePath,
    /// The name of the fact or the argument that it is; none for a detail.
    pub fact: Option<&'m str>,
}

/// Collects the Texts of a file.
#[derive(Default)]
struct Texts<'m> {
    words: Vec<WrittenWords<'m>>,
    plain: Vec<PlainText<'m>>,
}

impl Memo {
    /// The words that stand in the memo's own file under `en:` and `fr:`, in no
    /// particular order. Addresses (`href`, `web`) are no words; nor are named Texts
    /// that stand in code or in an address.
    pub fn written_words(&self) -> Vec<WrittenWords<'_>> {
        let mut texts = self.texts();
        texts.facts(self.facts_outside_code(&texts, |_| true));
        texts.words
    }

    /// The plain strings that stand where values may; what is printed in code is left
    /// out.
    pub fn plain_texts(&self) -> Vec<PlainText<'_>> {
        let is_plain = |fact: &NamedFact| match &fact.value {
            Fact::Text(text) => matches!(text.value, TextValue::Shared(_)),
            _ => false,
        };
        let mut texts = self.texts();
        texts.facts(self.facts_outside_code(&texts, is_plain));
        texts.plain
    }

    /// The facts that are wanted and that no words print in code.
    fn facts_outside_code(
        &self,
        texts: &Texts<'_>,
        wanted: impl Fn(&NamedFact) -> bool,
    ) -> Vec<&NamedFact> {
        let in_code = |fact: &NamedFact| {
            let mut words = texts.words.iter();
            words.any(|words| is_in_code(words.words, &fact.name))
        };
        let facts = self.facts.iter().filter(|fact| wanted(fact));
        facts.filter(|fact| !in_code(fact)).collect()
    }

    /// The Texts of the memo but its facts.
    fn texts(&self) -> Texts<'_> {
        let mut texts = Texts::default();
        texts.lines([&self.subject]);
        texts.lines(&self.reference);
        texts.lines(&self.salutation);
        texts.lines(&self.closing);
        texts.lines(&self.about.description);
        for (lang, list) in self.about.keywords.iter().flat_map(|it| it.lists.iter()) {
            texts.in_language(list, lang);
        }
        if let Some(status) = &self.status {
            texts.lines(&status.reason);
            if let Some(StatusSource::Words(words)) = &status.by {
                texts.lines([words]);
            }
        }
        self.parties().for_each(|party| texts.party(party));
        texts.sections(&self.sections);
        texts.sections(&self.appendices);
        for enquiry in &self.enquiries {
            texts.lines(&enquiry.about);
            texts.person(&enquiry.contact);
        }
        texts.lines(self.attachments.iter().map(|attachment| &attachment.title));
        for detail in &self.details {
            texts.lines([&detail.label, &detail.value]);
            texts.plain_value(&detail.value, None);
        }
        if let Some(LetterheadChoice::Inline(letterhead)) = &self.letterhead {
            texts.letterhead(letterhead);
        }
        texts
    }
}

impl Settings {
    /// The words that stand in the settings under `en:` and `fr:`: those of facts.
    pub fn written_words(&self) -> Vec<WrittenWords<'_>> {
        self.texts().words
    }

    /// The facts of the settings that are plain strings.
    pub fn plain_texts(&self) -> Vec<PlainText<'_>> {
        self.texts().plain
    }

    fn texts(&self) -> Texts<'_> {
        let mut texts = Texts::default();
        texts.facts(&self.facts);
        texts
    }
}

/// Whether words print a fact in code, or in the address of a link.
fn is_in_code(words: &str, name: &str) -> bool {
    let prints = |part: &str| {
        part.split('$').skip(1).any(|rest| {
            rest.strip_prefix(name)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        })
    };
    let is_code = |line: &str| line.starts_with("    ") && prints(line);
    let addresses = words.split("](").skip(1);
    words.split('`').skip(1).step_by(2).any(prints)
        || addresses
            .map(|rest| rest.split(')').next().unwrap_or(rest))
            .any(prints)
        || words.split('<').skip(1).any(|rest| {
            let inside = rest.split('>').next().unwrap_or(rest);
            inside.contains(':') && prints(inside)
        })
        || words.lines().any(is_code)
}

impl Letterhead {
    /// The words that stand in the letterhead's own file under `en:` and `fr:`.
    pub fn written_words(&self) -> Vec<WrittenWords<'_>> {
        let mut texts = Texts::default();
        texts.letterhead(self);
        texts.words
    }
}

impl Directory {
    /// The words that stand in the directory under `en:` and `fr:`, and the French
    /// forms of organizations.
    pub fn written_words(&self) -> Vec<WrittenWords<'_>> {
        let mut texts = Texts::default();
        for entry in self.people.values() {
            texts.person(entry);
        }
        texts.lines(
            self.organizations
                .values()
                .map(|organization| &organization.name),
        );
        for organization in self.organizations.values() {
            let FrenchForms { name, de, a } = &organization.french;
            let forms = [name, de, a].into_iter().flatten();
            // They are no patterns: a brace is itself.
            let plain = forms.filter(|form| !form.value.contains(['{', '}']));
            texts.words.extend(plain.map(|form| WrittenWords {
                words: &form.value,
                lang: Lang::Fr,
                place: form.place.clone(),
                printed: Printed::Plain,
            }));
        }
        texts.words
    }
}

impl<'m> Texts<'m> {
    fn lines(&mut self, texts: impl IntoIterator<Item = &'m Text>) {
        for text in texts {
            self.text(text, Printed::Line);
        }
    }

    /// Texts that stand in a list of one language.
    fn in_language(&mut self, texts: &'m [Text], lang: Lang) {
        self.words
            .extend(texts.iter().filter_map(|text| match &text.value {
                TextValue::Shared(words) => Some(WrittenWords {
                    words,
                    lang,
                    place: text.place.clone(),
                    printed: Printed::Line,
                }),
                TextValue::Bilingual(_) | TextValue::Message { .. } => None,
            }));
    }

    fn text(&mut self, text: &'m Text, printed: Printed) {
        let both = match &text.value {
            TextValue::Bilingual(both) => both,
            TextValue::Message { args, .. } => return self.facts(args),
            TextValue::Shared(_) => return,
        };
        for (lang, words) in both.iter() {
            self.words.extend(words.as_ref().map(|words| WrittenWords {
                words,
                lang,
                place: text.place.key(lang.code()),
                printed,
            }));
        }
    }

    fn facts(&mut self, facts: impl IntoIterator<Item = &'m NamedFact>) {
        for fact in facts {
            if let Fact::Text(text) = &fact.value {
                self.text(text, Printed::Plain);
                self.plain_value(text, Some(&fact.name));
            }
        }
    }

    /// A text that may be a plain string, as a fact or without a name.
    fn plain_value(&mut self, text: &'m Text, fact: Option<&'m str>) {
        if let TextValue::Shared(words) = &text.value {
            self.plain.push(PlainText {
                words,
                place: &text.place,
                fact,
            });
        }
    }

    fn party(&mut self, party: &'m Party) {
        match party {
            Party::Person(person) => self.person(person),
            Party::Group(group) => self.lines([&group.name]),
        }
    }

    fn person(&mut self, person: &'m Person) {
        self.lines(&person.honorific);
        self.lines(&person.title);
        self.lines(&person.organization);
    }

    fn sections(&mut self, sections: &'m [MemoSection]) {
        for section in sections {
            self.lines(&section.heading);
            if let Some(body) = &section.body {
                self.text(body, Printed::Blocks);
            }
            self.sections(&section.sections);
        }
    }

    fn letterhead(&mut self, letterhead: &'m Letterhead) {
        self.lines(&letterhead.organization);
        self.lines(&letterhead.office);
        self.lines(&letterhead.address);
        self.lines(letterhead.logo.iter().map(|logo| &logo.alt));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Codes;
    use crate::memo::parse_memo;
    use crate::source::SourceFile;

    #[test]
    fn words_are_found_and_values_are_not() {
        let yaml = "date: 2026-04-01\nsender:\n  name: A\n  title: {en: T, fr: t}\nrecipients:\n  - en: G\n    fr: g\nsubject: {en: S, fr: s}\nreference: R-1\nfacts:\n  f: {en: F, fr: f}\nsections:\n  - heading: {en: H, fr: h}\n    body: {en: B, fr: b}\n    sections:\n      - body: {en: I}\nattachments:\n  - title: {en: A, fr: a}\n    href: {en: x.pdf, fr: y.pdf}\ndetails:\n  - label: {en: L, fr: l}\n    value: {en: V, fr: v}\nletterhead:\n  organization: {en: O, fr: o}\n  address:\n    en: [1]\n    fr: [2, 3]\n  web: {en: W, fr: w}\n";
        let (memo, findings) = parse_memo(&SourceFile::new("m.yaml", yaml), "m", &Codes::default());
        let memo = memo.unwrap_or_else(|| panic!("{findings:?}"));
        let words = memo.written_words();
        let mut all: Vec<&str> = words.iter().map(|words| words.words).collect();
        all.sort_unstable();
        assert_eq!(all.join(""), "123ABFGHILOSTVabfghlostv");
        let blocks = words
            .iter()
            .filter(|words| words.printed == Printed::Blocks)
            .count();
        assert_eq!(blocks, 3);
        for words in &words {
            let span = memo.span(&words.place);
            assert_eq!(span.text(), words.words, "{}", words.place);
        }
    }
}
