//! What a pattern can refer to with `$`: facts of the memo and of the settings,
//! arguments of a message, and how words must agree with a person.

use crate::diagnostic::nearest;
use crate::memo::directory::Organization;
use crate::memo::fact::NamedFact;
use crate::memo::{Gender, GrammaticalNumber, NodePath, Unread};
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// Finds places in one YAML file; asked only when there is something to report.
pub trait Locator {
    /// The place of the bytes `range` of the value of the scalar at `place`, or of
    /// the whole node.
    fn locate(&self, place: &NodePath, range: Option<Range<usize>>) -> Option<Span>;
}

impl<F: Fn(&NodePath, Option<Range<usize>>) -> Option<Span>> Locator for F {
    fn locate(&self, place: &NodePath, range: Option<Range<usize>>) -> Option<Span> {
        self(place, range)
    }
}

/// Where a title stands: `$position`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Placement {
    /// After a name, in one line: `after-name`.
    AfterName,
    /// On a line of its own: `alone`.
    Alone,
}

/// Agreements, which are no names for facts, with what they mean where nobody gives
/// them.
const USUAL: [(&str, &str); 5] = [
    ("gender", "unspecified"),
    ("acting", "false"),
    ("number", "one"),
    ("position", "after-name"),
    ("named", "false"),
];

/// A gender as `$gender` has it.
pub(crate) const fn gender_name(gender: Gender) -> &'static str {
    match gender {
        Gender::Feminine => "feminine",
        Gender::Masculine => "masculine",
        Gender::Unspecified => "unspecified",
    }
}

/// Facts of one file with the way to their places.
#[derive(Clone)]
pub(super) struct FactLayer<'a> {
    pub facts: &'a [NamedFact],
    pub locator: &'a dyn Locator,
    /// Where the first fact of each name is among many; clones share it.
    names: Rc<OnceCell<FxHashMap<String, usize>>>,
}

/// Up to so many facts are looked through each time.
const FEW: usize = 16;

impl<'a> FactLayer<'a> {
    fn named(&self, name: &str) -> Option<&'a NamedFact> {
        if self.facts.len() <= FEW {
            return self.facts.iter().find(|fact| fact.name == name);
        }
        let names = self.names.get_or_init(|| {
            let facts = self.facts.iter().enumerate().rev();
            facts.map(|(at, fact)| (fact.name.clone(), at)).collect()
        });
        self.facts.get(*names.get(name)?)
    }
}

/// The arguments of Texts and messages. What is given first wins: values of the
/// program, then facts in the order of [`Args::facts`].
///
/// `$gender`, `$acting`, `$number`, `$position` and `$named` always mean something, so
/// that a role's message can stand in running text: where nobody gives them they are
/// `unspecified`, `false`, `one`, `after-name` and `false`.
#[derive(Clone, Default)]
pub struct Args<'a> {
    given: Vec<(&'static str, Cow<'static, str>)>,
    layers: Vec<FactLayer<'a>>,
    organizations: Option<&'a BTreeMap<String, Organization>>,
    unread: Vec<&'a Unread>,
}

impl<'a> Args<'a> {
    /// No arguments.
    pub fn new() -> Args<'a> {
        Args::default()
    }

    /// The same with these facts too, behind those that it has: call it for the
    /// memo's facts first and for the settings' after.
    #[must_use]
    pub fn facts(mut self, facts: &'a [NamedFact], locator: &'a dyn Locator) -> Args<'a> {
        let names = Rc::default();
        self.layers.push(FactLayer {
            facts,
            locator,
            names,
        });
        self
    }

    /// The same with the organizations of the directory, which facts may name.
    #[must_use]
    pub fn organizations(mut self, organizations: &'a BTreeMap<String, Organization>) -> Args<'a> {
        self.organizations = Some(organizations);
        self
    }

    /// The same with facts that could not be read, which is reported already.
    #[must_use]
    pub fn unread(mut self, unread: &'a Unread) -> Args<'a> {
        self.unread.push(unread);
        self
    }

    /// Whether a fact that is not there could not be read.
    pub(super) fn is_unread(&self, name: &str) -> bool {
        self.unread
            .iter()
            .any(|unread| unread.more_facts || unread.facts.iter().any(|fact| fact == name))
    }

    /// The organization of the directory with this key.
    ///
    /// # Errors
    /// The nearest key, if there is one, where the directory lacks it.
    pub(super) fn organization(&self, key: &str) -> Result<&'a Organization, Option<&'a str>> {
        let Some(organizations) = self.organizations else {
            return Err(None);
        };
        organizations
            .get(key)
            .ok_or_else(|| nearest(key, organizations.keys().map(String::as_str)))
    }

    /// The same with the arguments of a `message:` before all other facts.
    pub(super) fn message_args(&self, args: &'a [NamedFact], locator: &'a dyn Locator) -> Args<'a> {
        let mut with = self.clone();
        // What is written wins, over agreements too.
        with.given
            .retain(|(given, _)| args.iter().all(|arg| arg.name != *given));
        with.layers.insert(
            0,
            FactLayer {
                facts: args,
                locator,
                names: Rc::default(),
            },
        );
        with
    }

    /// The same with characters as `$name`.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: impl Into<Cow<'static, str>>) -> Args<'a> {
        self.given.retain(|(given, _)| *given != name);
        self.given.push((name, text.into()));
        self
    }

    /// The same with `$gender`.
    #[must_use]
    pub fn gender(self, gender: Gender) -> Args<'a> {
        self.text("gender", gender_name(gender))
    }

    /// The same with `$acting`: `true` or `false`.
    #[must_use]
    pub fn acting(self, acting: bool) -> Args<'a> {
        self.text("acting", if acting { "true" } else { "false" })
    }

    /// The same with `$number`: `one` or `other`.
    #[must_use]
    pub fn grammatical_number(self, number: GrammaticalNumber) -> Args<'a> {
        self.text(
            "number",
            match number {
                GrammaticalNumber::One => "one",
                GrammaticalNumber::Other => "other",
            },
        )
    }

    /// The same with `$named`: whether the name of the person stands beside it, `true` or
    /// `false`.
    #[must_use]
    pub fn named(self, named: bool) -> Args<'a> {
        self.text("named", if named { "true" } else { "false" })
    }

    /// The same with `$position`: `after-name` or `alone`.
    #[must_use]
    pub fn position(self, placement: Placement) -> Args<'a> {
        self.text(
            "position",
            match placement {
                Placement::AfterName => "after-name",
                Placement::Alone => "alone",
            },
        )
    }

    /// What the program gives under this name.
    pub(super) fn given(&self, name: &str) -> Option<&str> {
        self.given
            .iter()
            .find(|(given, _)| *given == name)
            .map(|(_, value)| value.as_ref())
    }

    /// What an agreement means where nobody gives it.
    pub(super) fn usual(name: &str) -> Option<&'static str> {
        USUAL
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| *value)
    }

    /// The fact of this name, with the way to its place.
    pub(super) fn named_fact(&self, name: &str) -> Option<(&'a NamedFact, &'a dyn Locator)> {
        self.layers.iter().find_map(|layer| {
            let fact = layer.named(name)?;
            Some((fact, layer.locator))
        })
    }

    /// Every name, for hints.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let given = self.given.iter().map(|(name, _)| *name);
        let facts = self
            .layers
            .iter()
            .flat_map(|layer| layer.facts.iter().map(|fact| fact.name.as_str()));
        given.chain(facts)
    }
}
