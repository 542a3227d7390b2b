//! People and groups: in a line, on lines of their own, and what words agree with.

use super::Builder;
use super::phrases::{join, mark_title};
use crate::document::inline::plain_text;
use crate::document::{DocumentAuthor, Inline, Phrase};
use crate::locale::codes::MISSING_FORM;
use crate::locale::{Args, Placement, gender_name};
use crate::memo::{Gender, GrammaticalNumber, Group, Party, Person, Text, TextValue};

/// What a label agrees with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LabelAgreement {
    pub gender: Gender,
    pub number: GrammaticalNumber,
}

/// How words agree with these parties: several are plural, and so is a group that
/// is not one; they have a gender only where every party is a person of that gender.
/// Women and men together have none: words for all of them name both.
pub(super) fn agreement(parties: &[Party]) -> LabelAgreement {
    let number = match parties {
        [Party::Person(_)] => GrammaticalNumber::One,
        [Party::Group(group)] => group.number,
        _ => GrammaticalNumber::Other,
    };
    let mut genders = parties.iter().map(|party| match party {
        Party::Person(person) => person.gender(),
        Party::Group(_) => Gender::Unspecified,
    });
    let first = genders.next().unwrap_or_default();
    let gender = if genders.all(|other| other == first) {
        first
    } else {
        Gender::Unspecified
    };
    LabelAgreement { gender, number }
}

impl LabelAgreement {
    /// The arguments `$gender` and `$number`.
    pub fn args(self) -> Args<'static> {
        Args::new()
            .gender(self.gender)
            .grammatical_number(self.number)
    }
}

impl<'a> Builder<'a> {
    /// The salutation or the closing, which agrees with those whom it addresses: the
    /// recipients, or the distribution list where it stands for them.
    pub(super) fn formula(&mut self, text: Option<&Text>) -> Option<Phrase> {
        let memo = self.memo;
        let addressed = if memo.recipients.is_empty() {
            &memo.distribution
        } else {
            &memo.recipients
        };
        let LabelAgreement { gender, number } = agreement(addressed);
        let args = self.args.clone().gender(gender).grammatical_number(number);
        text.map(|text| self.phrase_with(text, &args))
    }

    /// Each party in one line: name, title, organizations and how to reach the person,
    /// with commas.
    pub(super) fn lines(&mut self, parties: &[Party]) -> Vec<Phrase> {
        parties.iter().map(|party| self.line(party)).collect()
    }

    fn line(&mut self, party: &Party) -> Phrase {
        match party {
            Party::Person(person) => {
                let mut parts = self.person_parts(person, false);
                parts.extend(self.contact_parts(person));
                join(parts, ", ", &self.node_origin(&person.place))
            }
            Party::Group(group) => self.group(group),
        }
    }

    /// A party as a signature prints it: name, title, organizations and, with `reach`,
    /// how to reach the person, on lines of their own.
    pub(super) fn signature_lines(&mut self, party: &Party, reach: bool) -> Vec<Phrase> {
        match party {
            Party::Person(person) => {
                let mut lines = self.person_parts(person, true);
                if reach {
                    lines.extend(self.contact_parts(person));
                }
                lines
            }
            Party::Group(group) => vec![self.group(group)],
        }
    }

    fn group(&mut self, group: &Group) -> Phrase {
        let args = self.args.clone().grammatical_number(group.number);
        self.phrase_at(&group.name, &args.position(Placement::Alone), true)
    }

    /// Name, title and organizations. Where each has a line (`own_lines`), or begins
    /// one, it gets a capital.
    pub(super) fn person_parts(&mut self, person: &Person, own_lines: bool) -> Vec<Phrase> {
        let mut parts = Vec::new();
        if let Some(name) = self.name(person) {
            parts.push(name);
        }
        let args = self
            .args
            .clone()
            .gender(person.gender())
            .grammatical_number(GrammaticalNumber::One)
            .named(!parts.is_empty());
        if let Some(title) = &person.title {
            let begins = own_lines || parts.is_empty();
            let title = self.person_title(person, title, &args, begins);
            parts.push(title);
        }
        for organization in &person.organization {
            let begins = own_lines || parts.is_empty();
            let args = args
                .clone()
                .acting(person.is_acting())
                .position(placement(begins));
            parts.push(self.phrase_at(organization, &args, begins));
        }
        if person.unread {
            // There is nothing whole to compare.
            for part in &mut parts {
                part.inlines.push(Inline::Gap(String::new()));
            }
        }
        parts
    }

    /// How to reach a person: telephone, teletypewriter, e-mail.
    pub(super) fn contact_parts(&mut self, person: &Person) -> Vec<Phrase> {
        let mut parts = Vec::new();
        if let Some(telephone) = &person.telephone {
            let extension = person.extension.as_ref().map(|text| text.value.as_str());
            let value = self.locale().telephone(&telephone.value, extension);
            let origin = self.string_origin(&telephone.place, &telephone.value);
            parts.push(self.value(&value, origin));
        }
        if let Some(tty) = &person.tty {
            let label = self.message("label-tty", &Args::new());
            let value = self.locale().telephone(&tty.value, None);
            let origin = self.string_origin(&tty.place, &tty.value);
            let number = self.value(&value, origin.clone());
            parts.push(join(vec![label, number], "\u{a0}", &origin));
        }
        if let Some(email) = &person.email {
            let value = self.locale().email(&email.value);
            let origin = self.string_origin(&email.place, &email.value);
            parts.push(self.value(&value, origin));
        }
        parts
    }

    fn name(&mut self, person: &Person) -> Option<Phrase> {
        let name = self.name_of(person.name.as_ref()?);
        let args = self.args.clone().gender(person.gender());
        let honorific = person
            .honorific
            .as_ref()
            .map(|text| self.phrase_with(text, &args));
        let parts = honorific.into_iter().chain([name]).collect();
        Some(join(parts, "\u{a0}", &self.node_origin(&person.place)))
    }

    /// A title. A role's message knows of `$acting` and says it in its own way; where
    /// it does not, and behind a title that is written out, stands the usual mark.
    fn person_title(
        &mut self,
        person: &Person,
        title: &Text,
        args: &Args<'_>,
        begins: bool,
    ) -> Phrase {
        let args = args.clone().position(placement(begins));
        let acting = args.clone().acting(person.is_acting());
        let phrase = self.phrase_at(title, &acting, begins);
        self.check_form(person, title, &args);
        if !person.is_acting() || self.says_acting(title, &args) {
            return phrase;
        }
        let mark = self.message("acting", &acting);
        mark_title(phrase, mark, &self.node_origin(&title.place))
    }

    /// Whether a title's words depend on `$acting`.
    fn says_acting(&self, title: &Text, args: &Args<'_>) -> bool {
        if !matches!(title.value, TextValue::Message { .. }) {
            return false;
        }
        let words = |acting| self.title_words(title, &args.clone().acting(acting));
        match (words(true), words(false)) {
            (Some(with), Some(without)) => with != without,
            // What is wrong with it is reported where it is printed.
            _ => true,
        }
    }

    /// What a title says; nothing where it is faulty, which is reported where it is
    /// printed.
    fn title_words(&self, title: &Text, args: &Args<'_>) -> Option<String> {
        let locator = self.around.locator(&self.memo.file);
        let words = self.locale().text(title, &locator, args).ok().flatten();
        words.map(|words| words.to_plain())
    }

    /// Reports a role whose words show another gender than the person's, or a gender
    /// of a person who has told none. A role that names the neutral form itself may
    /// use any word in it.
    fn check_form(&mut self, person: &Person, title: &Text, args: &Args<'_>) {
        let TextValue::Message { id, .. } = &title.value else {
            return;
        };
        let words = |gender| self.title_words(title, &args.clone().gender(gender));
        let Some(printed) = words(person.gender()) else {
            return;
        };
        let wrong = self.locale().other_gender(&printed, person.gender());
        let gendered = [Gender::Feminine, Gender::Masculine];
        let guessed = || {
            gendered
                .into_iter()
                .any(|gender| words(gender).as_ref() == Some(&printed))
        };
        let (Some(wrong), true) = (wrong, person.gender() != Gender::Unspecified || guessed())
        else {
            return;
        };
        let gender = gender_name(person.gender());
        let wording = MISSING_FORM.say("title", given!(id, gender, wrong));
        self.tell(&title.place, wording);
    }

    /// The senders for metadata: of those who have no names, the title or the group's name.
    pub(super) fn authors(&mut self) -> Vec<DocumentAuthor> {
        let mut authors = Vec::new();
        let memo = self.memo;
        for party in &memo.sender {
            let words = |phrase: Phrase| plain_text(&phrase.inlines);
            match party {
                Party::Person(person) => {
                    let name = self.person_parts(person, true).into_iter().next();
                    authors.extend(name.map(|name| DocumentAuthor::Person(words(name))));
                }
                Party::Group(group) => {
                    authors.push(DocumentAuthor::Group(words(self.group(group))));
                }
            }
        }
        authors
    }
}

fn placement(begins_line: bool) -> Placement {
    if begins_line {
        Placement::Alone
    } else {
        Placement::AfterName
    }
}
