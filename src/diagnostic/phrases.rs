//! What findings say: the phrases of a rule. They stand in Fluent's syntax at the head of its
//! manual page, in a block of code that begins the file, one file for each language. Those of
//! a language are read when the first is said in it; which language that is, holds on a thread
//! ([`tell_in`]).
//!
//! A phrase is a message of Fluent. Its value is what the finding says; the attributes
//! `.hint` and `.hint-…` are what to do, where they come to words, and the others are named by who shows them: `.en`
//! and `.fr` stand at a partner in that language, `.has` and `.lacks` at one that has or
//! lacks what the finding is about.

use super::Code;
use crate::lang::{Both, Lang};
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::OnceLock;

thread_local! {
    /// The language of findings and manual pages on this thread.
    static TOLD_IN: Cell<Lang> = const { Cell::new(Lang::En) };
}

/// Lets findings and manual pages be told in a language, on this thread, until what is
/// returned goes. Without it they are English.
pub fn tell_in(lang: Lang) -> Telling {
    Telling {
        before: TOLD_IN.replace(lang),
        here: PhantomData,
    }
}

/// The language in which findings and manual pages are told on this thread.
pub fn told_in() -> Lang {
    TOLD_IN.get()
}

/// While it lives, findings are told in the language that was asked for.
#[must_use]
pub struct Telling {
    before: Lang,
    /// It belongs to its thread.
    here: PhantomData<*const ()>,
}

impl Drop for Telling {
    fn drop(&mut self) {
        TOLD_IN.set(self.before);
    }
}

/// The files of phrases and manual page beside a rule.
macro_rules! text_of {
    ($folder:literal, $name:literal) => {
        $crate::lang::Both {
            en: include_str!(concat!($folder, $name, ".en.md")),
            fr: include_str!(concat!($folder, $name, ".fr.md")),
        }
    };
}

/// Declares phrases that several rules have in common: `SHAPES = "shapes";`, from
/// `shapes.en.md` beside the file.
macro_rules! phrases {
    ($($constant:ident = $name:literal;)+) => {
        $(pub(super) static $constant: $crate::diagnostic::Phrases =
            $crate::diagnostic::Phrases::new($crate::diagnostic::text_of!("", $name));)+
    };
}

/// The values of a phrase, by their names: `given!(lang, count = all.len())`. A variable of
/// the value's own name stands for both, as it does in a struct.
macro_rules! given {
    (@ $name:ident) => { &$name };
    (@ $name:ident $value:expr) => { &$value };
    ($($name:ident $(= $value:expr)?),+) => {
        &[$((stringify!($name), given!(@ $name $($value)?))),+]
    };
}

pub(crate) use {phrases, text_of};

/// The opening and the closing line of the head.
const HEAD: (&str, &str) = ("```ftl\n", "\n```\n");

/// The phrases of a rule with its manual page, in both languages. Those of a language are
/// read when the first is said in it.
pub struct Phrases {
    text: Both<&'static str>,
    bundles: Both<OnceLock<FluentBundle<FluentResource>>>,
}

impl Phrases {
    /// Those of two files: the phrases, if they begin with some, then the manual page.
    pub const fn new(text: Both<&'static str>) -> Phrases {
        Phrases {
            text,
            bundles: Both {
                en: OnceLock::new(),
                fr: OnceLock::new(),
            },
        }
    }

    /// The manual page in the language that is told in.
    pub(super) fn page(&self) -> &'static str {
        self.parts(told_in()).1
    }

    fn parts(&self, lang: Lang) -> (&'static str, &'static str) {
        let (open, close) = HEAD;
        let text = self.text[lang];
        let head = text.strip_prefix(open);
        let parts = head.and_then(|head| head.split_once(close));
        parts.map_or(("", text), |(head, page)| (head, page.trim_start()))
    }

    /// The phrases in Fluent's syntax, in both languages.
    pub fn sources(&self) -> Both<&'static str> {
        Both::of(|lang| self.parts(lang).0)
    }

    fn bundle(&self, lang: Lang) -> &FluentBundle<FluentResource> {
        self.bundles[lang].get_or_init(|| {
            // A test reads the phrases of every rule.
            let read = FluentResource::try_new(self.parts(lang).0.to_owned());
            let resource = read.unwrap_or_else(|(resource, _)| resource);
            let tag = lang.tag().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            bundle.set_use_isolating(false);
            bundle.add_resource_overriding(resource);
            bundle
        })
    }

    /// What a finding of `code` says, with these values: the phrase `name`.
    pub(crate) fn say(
        &self,
        code: &'static Code,
        name: &str,
        values: &[(&str, &dyn Show)],
    ) -> Wording {
        let (message, parts) = self.write(name, values);
        Wording {
            code,
            message,
            parts,
        }
    }

    /// A part of what findings say: the value of the phrase `name`, with these values.
    pub fn words(&self, name: &str, values: &[(&str, &dyn Show)]) -> String {
        self.write(name, values).0
    }

    /// The words of a phrase without values, or of a part of it, where there are some.
    pub fn find(&self, name: &str, part: Option<&str>) -> Option<String> {
        let bundle = self.bundle(told_in());
        let message = bundle.get_message(name)?;
        let pattern = match part {
            None => message.value()?,
            Some(part) => message.get_attribute(part)?.value(),
        };
        let written = bundle.format_pattern(pattern, None, &mut Vec::new());
        Some(written.into_owned())
    }

    /// The value of a phrase, and its attributes with their names. A phrase that is not
    /// there says nothing: a test holds that there is none.
    fn write(&self, name: &str, values: &[(&str, &dyn Show)]) -> (String, Vec<(String, String)>) {
        let bundle = self.bundle(told_in());
        let message = bundle.get_message(name);
        debug_assert!(message.is_some(), "there is no phrase `{name}`");
        let Some(message) = message else {
            return Default::default();
        };
        let values: FluentArgs<'_> = values.iter().map(|(name, it)| (*name, it.show())).collect();
        let write = |pattern| {
            let mut faults = Vec::new();
            let written = bundle.format_pattern(pattern, Some(&values), &mut faults);
            debug_assert!(faults.is_empty(), "`{name}`: {faults:?}");
            written.into_owned()
        };
        let parts = message.attributes();
        let parts = parts.map(|part| (part.id().to_owned(), write(part.value())));
        let parts = parts.collect();
        (message.value().map(write).unwrap_or_default(), parts)
    }
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wording {
    /// The rule.
    pub code: &'static Code,
    /// The message.
    pub message: String,
    /// What else the phrase has, by its name, in its order.
    parts: Vec<(String, String)>,
}

impl Wording {
    /// What the phrase has by this name; nothing where it has no such part.
    pub fn part(&self, name: &str) -> String {
        let part = self.parts.iter().find(|(own, _)| own == name);
        part.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    /// Gives a part another name.
    pub fn name_part(&mut self, own: &str, other: &str) {
        for (name, _) in self.parts.iter_mut().filter(|(name, _)| name == own) {
            other.clone_into(name);
        }
    }

    /// What to do, one suggestion each; a hint that comes to nothing is none.
    pub fn hints(&self) -> Vec<String> {
        let is_hint = |name: &str| name == "hint" || name.starts_with("hint-");
        let hints = self.parts.iter();
        hints
            .filter(|(name, text)| is_hint(name) && !text.is_empty())
            .map(|(_, text)| text.clone())
            .collect()
    }
}

/// A value that a phrase shows, or chooses by: words, a number, a language by its name,
/// `yes` or `no`.
pub trait Show {
    /// As Fluent has it.
    fn show(&self) -> FluentValue<'_>;
}

impl Show for str {
    fn show(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}

impl<T: Show + ?Sized> Show for &T {
    fn show(&self) -> FluentValue<'_> {
        (**self).show()
    }
}

impl Show for String {
    fn show(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}

impl Show for char {
    fn show(&self) -> FluentValue<'_> {
        FluentValue::from(self.to_string())
    }
}

impl Show for bool {
    fn show(&self) -> FluentValue<'_> {
        FluentValue::from(if *self { "yes" } else { "no" })
    }
}

impl Show for usize {
    fn show(&self) -> FluentValue<'_> {
        FluentValue::from(*self)
    }
}

/// What is not there is the number 0: the variant `[0]`, which no words choose.
impl<T: Show> Show for Option<T> {
    fn show(&self) -> FluentValue<'_> {
        self.as_ref().map_or(FluentValue::from(0), Show::show)
    }
}

impl Show for Lang {
    fn show(&self) -> FluentValue<'_> {
        FluentValue::from(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Severity, Silence};

    static SEATS: Code = Code {
        id: "Z005",
        name: "seat-mismatch",
        severity: Severity::Error,
        silence: Silence::Setting,
        phrases: Phrases::new(Both {
            fr: "```ftl\nlacks = il manque { $count ->\n    [one] { $count } place\n   *[other] { $count } places\n  }\n```\n\nDes places qui diffèrent.\n",
            en: "```ftl\n\
             lacks =\n    the { $lacks } lacks { $count ->\n        [1] a seat\n       *[other] { $count } seats\n    }\n    \
             .has = only in the { $has }\n    .hint = seat “{ $name }”\n    .hint-more = { again }\n\
             seat = a seat\n    .hint = { $near ->\n        [0] {\"\"}\n       *[other] did you mean `{ $near }`?\n    }\n\
             again = or write `{\"{\"} ${ $name } {\"}\"}`\n\
             ```\n\nSeats that differ.\n",
        }),
    };

    fn lacks(count: usize) -> Wording {
        SEATS.say(
            "lacks",
            given!(lacks = Lang::Fr, has = Lang::En, count, name = "Émond"),
        )
    }

    #[test]
    fn a_phrase_has_its_values_and_its_parts() {
        let one = lacks(1);
        assert_eq!(one.message, "the French lacks a seat");
        assert_eq!(one.part("has"), "only in the English");
        assert_eq!(one.part("lacks"), "");
        assert_eq!(one.hints(), ["seat “Émond”", "or write `{ $Émond }`"]);
        assert_eq!(lacks(1250).message, "the French lacks 1250 seats");
    }

    #[test]
    fn what_is_not_there_is_chosen_by_zero_and_may_give_no_hint() {
        let meant = |near: Option<&str>| SEATS.say("seat", given!(near)).hints();
        assert_eq!(meant(Some("0")), ["did you mean `0`?"]);
        assert_eq!(meant(None), [""; 0]);
    }

    #[test]
    fn the_language_holds_on_a_thread_until_it_is_let_go() {
        let telling = tell_in(Lang::Fr);
        assert_eq!(lacks(0).message, "il manque 0 place");
        assert_eq!(SEATS.phrases.page(), "Des places qui diffèrent.\n");
        let elsewhere = std::thread::spawn(|| lacks(1).message);
        assert_eq!(elsewhere.join().unwrap(), "the French lacks a seat");
        drop(telling);
        assert_eq!(lacks(1).message, "the French lacks a seat");
    }

    #[test]
    fn the_page_is_what_follows_the_head() {
        assert_eq!(SEATS.phrases.page(), "Seats that differ.\n");
        let page = "A page.\n\n```ftl\na = b\n```\n";
        let bare = Phrases::new(Both { en: page, fr: page });
        assert_eq!(bare.page(), "A page.\n\n```ftl\na = b\n```\n");
        assert_eq!(bare.sources(), Both { en: "", fr: "" });
    }
}
