//! The memo's parts, in the order in which they are printed.

use super::about::MemoAbout;
use super::fact::{Date, NamedFact};
use super::outcome::{MemoDecision, MemoStatus};
use super::path::NodePath;
use super::yaml::LazyPositions;
use crate::diagnostic::Code;
use crate::lang::{Both, Lang};
use crate::source::{SourceFile, Span};
use std::sync::Arc;

/// A value with the place in the file that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Its node in the file.
    pub place: NodePath,
}

/// One memo or notice.
#[derive(Clone, Debug)]
pub struct Memo {
    /// The file it was read from.
    pub file: Arc<SourceFile>,
    /// The file's stem, the memo's id in its workspace.
    pub stem: String,
    /// Which templates and title it uses: `memo`, `notice` or a workspace's own.
    pub kind: Placed<String>,
    /// The memo's date.
    pub date: Placed<Date>,
    /// When it was last changed.
    pub updated: Option<Placed<Date>>,
    /// When what it says takes effect.
    pub effective: Option<Placed<Date>>,
    /// The day by which the recipients must act.
    pub action_by: Option<Placed<Date>>,
    /// That it no longer holds as it was sent.
    pub status: Option<MemoStatus>,
    /// The file number.
    pub reference: Option<Text>,
    /// The code of the security classification: `protected-b`.
    pub classification: Option<Placed<String>>,
    /// Codes of marks: `urgent`.
    pub marks: Vec<Placed<String>>,
    /// The letterhead, by name or written out.
    pub letterhead: Option<LetterheadChoice>,
    /// Who sends it; empty in a notice that has no sender.
    pub sender: Vec<Party>,
    /// Whom it passes through.
    pub through: Vec<Party>,
    /// To whom it goes.
    pub recipients: Vec<Party>,
    /// The distribution list.
    pub distribution: Vec<Party>,
    /// What it is about.
    pub subject: Text,
    /// The opening: "Dear partners,".
    pub salutation: Option<Text>,
    /// Facts, in the order of the file.
    pub facts: Vec<NamedFact>,
    /// The body.
    pub sections: Vec<MemoSection>,
    /// The formula before the signature: "Sincerely,".
    pub closing: Option<Text>,
    /// The signature.
    pub signature: Option<MemoSignature>,
    /// The decision that it asks for.
    pub decision: Option<MemoDecision>,
    /// Whom to ask.
    pub enquiries: Vec<Enquiry>,
    /// What goes with the memo.
    pub attachments: Vec<Attachment>,
    /// Who gets a copy.
    pub cc: Vec<Party>,
    /// Appendices, each on a page of its own.
    pub appendices: Vec<MemoSection>,
    /// What it says of itself to those who look for it.
    pub about: MemoAbout,
    /// Further lines of the header: "Supersedes".
    pub details: Vec<Detail>,
    /// Which language was written first.
    pub source_language: Lang,
    /// The languages the memo exists in: both, or one on purpose.
    pub languages: Vec<Lang>,
    /// Findings silenced with a reason.
    pub ignore: Vec<Ignore>,
    /// What is numbered.
    pub numbered: Option<NumberedParts>,
    /// What of the file could not be read.
    pub unread: Unread,
    /// The places of the file's nodes, found when the first one is asked for.
    pub positions: LazyPositions,
}

impl Memo {
    /// The place of a node in the memo's file.
    pub fn span(&self, place: &NodePath) -> Span {
        self.positions.of(&self.file).span_of(place)
    }

    /// Everybody whom the header, the signature and the decision name.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        let addressed = [&self.recipients, &self.distribution, &self.cc];
        let lists = [&self.sender, &self.through].into_iter().chain(addressed);
        let signature = self.signature.iter();
        let signatories = signature.flat_map(|it| it.by.iter().chain(&it.on_behalf_of));
        let decides = self.decision.iter().map(|decision| &decision.by);
        lists.flatten().chain(signatories).chain(decides)
    }

    /// Every person of the memo: those whom it names, then those who can be asked.
    pub fn persons(&self) -> impl Iterator<Item = &Person> {
        let named = self.parties().filter_map(|party| match party {
            Party::Person(person) => Some(person),
            Party::Group(_) => None,
        });
        named.chain(self.enquiries.iter().map(|enquiry| &enquiry.contact))
    }
}

/// What of a file could not be read. What only follows from that is no finding of its
/// own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// The names of facts whose values could not be read.
    pub facts: Vec<String>,
    /// Whether there may be facts whose names are not known.
    pub more_facts: bool,
    /// Whether it is not known in which languages the memo exists.
    pub languages: bool,
}

/// Words that the author wrote: a Fluent pattern for each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The patterns.
    pub value: TextValue,
    /// The node of the whole Text; that of one language is `place.key("fr")`.
    pub place: NodePath,
}

impl Text {
    /// Whether there are words for this language: its own, or those for both.
    pub fn is_written_in(&self, lang: Lang) -> bool {
        match &self.value {
            TextValue::Bilingual(words) => words[lang].is_some(),
            TextValue::Shared(_) | TextValue::Message { .. } => true,
        }
    }
}

/// The forms in which a Text can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextValue {
    /// The patterns of `en:` and `fr:`; one that is missing is a gap.
    Bilingual(Both<Option<String>>),
    /// A plain string, the same in both languages; its node is `place` itself.
    Shared(String),
    /// `message: id` or `id.attribute`.
    Message {
        /// The message's id, with `.attribute` where one is meant.
        id: String,
        /// `args:`, in the order of the file.
        args: Vec<NamedFact>,
    },
}

/// Someone in a header line, a signature or a list of copies.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a memo has a handful of parties, and most are persons"
)]
pub enum Party {
    /// One person.
    Person(Person),
    /// Several people under one name.
    Group(Group),
}

/// A gender, as far as words must agree with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Words take the feminine form.
    Feminine,
    /// Words take the masculine form.
    Masculine,
    /// Words avoid a gendered form.
    #[default]
    Unspecified,
}

/// How many, as far as words must agree with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GrammaticalNumber {
    /// One.
    One,
    /// Several.
    Other,
}

/// A person; `name` or `title` is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The node of the person.
    pub place: NodePath,
    /// The directory's key.
    pub key: Option<Placed<String>>,
    /// The name, the same in both languages.
    pub name: Option<Placed<String>>,
    /// The gender, where it is written; else that of the directory.
    pub gender: Option<Gender>,
    /// "Dr.", "The Honourable".
    pub honorific: Option<Text>,
    /// The title as it stands after a name.
    pub title: Option<Text>,
    /// Whether the person acts in the position, where it is written; else what the
    /// directory says.
    pub acting: Option<bool>,
    /// Organizations, the smallest unit first.
    pub organization: Vec<Text>,
    /// The telephone number as written.
    pub telephone: Option<Placed<String>>,
    /// The extension.
    pub extension: Option<Placed<String>>,
    /// The teletypewriter number.
    pub tty: Option<Placed<String>>,
    /// The e-mail address.
    pub email: Option<Placed<String>>,
    /// The language that the person prefers, as the directory says.
    pub language: Option<Lang>,
    /// Whether some of the fields could not be read.
    pub unread: bool,
}

impl Person {
    /// The gender with which words agree: unspecified where nobody has written one.
    pub fn gender(&self) -> Gender {
        self.gender.unwrap_or_default()
    }

    /// Whether the person acts in the position.
    pub fn is_acting(&self) -> bool {
        self.acting.unwrap_or_default()
    }
}

/// A group or an organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The node of the group.
    pub place: NodePath,
    /// Its name.
    pub name: Text,
    /// How words agree with it: several, unless `number: one` is written.
    pub number: GrammaticalNumber,
}

/// A part of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoSection {
    /// The node of the section.
    pub place: NodePath,
    /// The anchor, the same in both languages.
    pub id: Option<Placed<String>>,
    /// What in it is numbered.
    pub numbered: Option<NumberedParts>,
    /// The heading.
    pub heading: Option<Text>,
    /// Markdown blocks.
    pub body: Option<Text>,
    /// Sections one level deeper.
    pub sections: Vec<MemoSection>,
}

/// What is numbered in a memo or a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberedParts {
    /// Headings, by their depth: 1, 1.1, 1.1.1.
    Headings,
    /// Paragraphs, in one row: 1., 2., 3.
    Paragraphs,
}

/// The signature block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoSignature {
    /// The node of the signature.
    pub place: NodePath,
    /// Whether "Original signed by" stands above it.
    pub original: bool,
    /// Who signs; empty where the sender does.
    pub by: Vec<Party>,
    /// For whom it is signed.
    pub on_behalf_of: Option<Party>,
}

/// Whom to ask about what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enquiry {
    /// The node of the enquiry.
    pub place: NodePath,
    /// About what.
    pub about: Option<Text>,
    /// Whom; the name may be an organization's.
    pub contact: Person,
}

/// A document that goes with the memo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// The node of the attachment.
    pub place: NodePath,
    /// Its title.
    pub title: Text,
    /// A path relative to the memo's file, or a URL.
    pub href: Option<Text>,
    /// The language it exists in, where that is one only.
    pub language: Option<Lang>,
}

/// A further line of the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The node of the detail.
    pub place: NodePath,
    /// The label, without its colon.
    pub label: Text,
    /// The value.
    pub value: Text,
}

/// A finding that is silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignore {
    /// The node of the exception.
    pub place: NodePath,
    /// The rule.
    pub code: Placed<&'static Code>,
    /// Where: a path such as `sections[2]`; everywhere in the memo where absent.
    pub at: Option<Placed<String>>,
    /// Why.
    pub reason: String,
}

/// How a memo names its letterhead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterheadChoice {
    /// `templates/letterheads/<name>.yaml`.
    Named(Placed<String>),
    /// Written out in the memo.
    Inline(Box<Letterhead>),
}

/// The head of the first page, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The file it was read from.
    pub file: Arc<SourceFile>,
    /// The node of the letterhead in that file.
    pub place: NodePath,
    /// Whether it is one of the examples that the program carries.
    pub is_example: bool,
    /// The language that stands left, or above.
    pub first: Lang,
    /// Whether the document's own language stands alone.
    pub own_language_only: bool,
    /// The logo.
    pub logo: Option<Logo>,
    /// The organization.
    pub organization: Option<Text>,
    /// The office.
    pub office: Option<Text>,
    /// The address, a Text a line (each language its own number of lines).
    pub address: Vec<Text>,
    /// The telephone number.
    pub telephone: Option<Placed<String>>,
    /// The e-mail address.
    pub email: Option<Placed<String>>,
    /// The page on the web.
    pub web: Option<Text>,
}

impl Letterhead {
    /// A letterhead with nothing in it.
    pub const fn empty(file: Arc<SourceFile>) -> Letterhead {
        Letterhead {
            file,
            place: NodePath::root(),
            is_example: false,
            first: Lang::En,
            own_language_only: false,
            logo: None,
            organization: None,
            office: None,
            address: Vec::new(),
            telephone: None,
            email: None,
            web: None,
        }
    }
}

/// A letterhead's picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    /// The file, relative to the letterhead's file.
    pub file: Placed<String>,
    /// What it shows.
    pub alt: Text,
}
