//! The locales as other rooms use them.

use super::args::{Args, Locator};
use super::formatted::{Formatted, Value};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::memo::fact::Date;
use crate::memo::{NodePath, Text, TextValue};
use crate::source::SourceFile;
use std::sync::Arc;

/// A Fluent resource: an `.ftl` file of one language.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its language.
    pub lang: Lang,
    /// The file.
    pub file: Arc<SourceFile>,
    /// Where it stands against others.
    pub layer: Layer,
}

/// A message of a later layer wins over one of the same id in an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The defaults in the binary.
    Embedded,
    /// The workspace's own.
    Workspace,
}

/// The words of both languages, loaded once. Cheap to clone; `Send` and `Sync`.
#[derive(Clone)]
pub struct Locales {
    en: Locale,
    fr: Locale,
}

/// The words of one language, for all memos or for one.
#[derive(Clone)]
pub struct Locale {
    lang: Lang,
}

impl Locales {
    /// Loads every resource; faults of the files come beside what could be loaded.
    pub fn load(_resources: impl IntoIterator<Item = Resource>) -> (Locales, Vec<Diagnostic>) {
        let locales = Locales {
            en: Locale { lang: Lang::En },
            fr: Locale { lang: Lang::Fr },
        };
        (locales, Vec::new())
    }

    /// The locales with a memo's own messages, which win and are seen by this memo
    /// alone.
    pub fn for_memo(
        &self,
        _en: Option<Arc<SourceFile>>,
        _fr: Option<Arc<SourceFile>>,
    ) -> (Locales, Vec<Diagnostic>) {
        (self.clone(), Vec::new())
    }

    /// The locale of a language.
    pub fn get(&self, lang: Lang) -> &Locale {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

impl Locale {
    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Formats a Text; nothing where it has no words in this language. `locator`
    /// finds places in the file that the Text was read from.
    ///
    /// # Errors
    /// Every fault of the pattern, each with its place.
    pub fn text(
        &self,
        _text: &Text,
        _locator: &dyn Locator,
        _args: &Args<'_>,
    ) -> Result<Option<Formatted>, Vec<Diagnostic>> {
        Ok(None)
    }

    /// The scalar in which a Text has its words of this language: what
    /// [`Source::Text`](super::Source::Text) counts its bytes in.
    pub fn text_place(&self, text: &Text) -> NodePath {
        match text.value {
            TextValue::Bilingual { .. } => text.place.key(self.lang.code()),
            TextValue::Shared(_) => text.place.clone(),
            TextValue::Message { .. } => text.place.key("message"),
        }
    }

    /// Formats the message `id` or `id.attribute`.
    ///
    /// # Errors
    /// Every fault of the message, each with its place in the `.ftl`; a message
    /// that does not exist has no place.
    pub fn message(&self, _id: &str, _args: &Args<'_>) -> Result<Formatted, Vec<Diagnostic>> {
        Err(Vec::new())
    }

    /// Whether there is a message `id` or `id.attribute`.
    pub fn has(&self, _id: &str) -> bool {
        false
    }

    /// The ids of messages that begin with `prefix`, in alphabetical order: of
    /// `classification-`, say.
    pub fn ids(&self, _prefix: &str) -> Vec<&str> {
        Vec::new()
    }

    /// A date in its usual form.
    pub fn date(&self, _date: Date) -> Value {
        Value::default()
    }

    /// A telephone number in its usual form, with its extension.
    pub fn telephone(&self, _number: &str, _extension: Option<&str>) -> Value {
        Value::default()
    }

    /// An e-mail address.
    pub fn email(&self, _address: &str) -> Value {
        Value::default()
    }

    /// Gives the text a capital where it begins a line: `ministère du Travail` →
    /// `Ministère du Travail`. Words with a capital inside (`eHealth`) and what is
    /// no letter stay.
    pub fn capitalize(&self, _formatted: &mut Formatted) {}
}
