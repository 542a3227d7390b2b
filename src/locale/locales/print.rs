//! What a locale prints: Texts, messages, values.

use super::Locale;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::args::{Args, Locator};
use crate::locale::capital::capitalize;
use crate::locale::formatted::{Formatted, FormattedSegment, PrintedValue, Source};
use crate::locale::frame::{Bindings, Frame, Ground};
use crate::locale::functions;
use crate::locale::output::Output;
use crate::locale::pattern::is_plain;
use crate::locale::private::{private_use_finding, private_uses};
use crate::locale::resolve::{Resolver, Scalar};
use crate::memo::fact::Date;
use crate::memo::{Fact, NodePath, Text, TextValue};

impl Locale {
    /// Formats a Text; nothing where it has no words in this language. `locator`
    /// finds places in the file that the Text was read from.
    ///
    /// # Errors
    /// Every fault of the pattern, each with its place.
    pub fn text(
        &self,
        text: &Text,
        locator: &dyn Locator,
        args: &Args<'_>,
    ) -> Result<Option<Formatted>, Vec<Diagnostic>> {
        let (formatted, mut diagnostics) = self.text_with_gaps(text, locator, args);
        if diagnostics.is_empty() {
            return Ok(formatted);
        }
        diagnostics.extend(formatted.into_iter().flat_map(|it| it.remarks));
        Err(diagnostics)
    }

    /// The same with every fault of the pattern beside the text, which has gaps where
    /// something is faulty; nothing where all of it is, or where it has no words in this
    /// language.
    pub fn text_with_gaps(
        &self,
        text: &Text,
        locator: &dyn Locator,
        args: &Args<'_>,
    ) -> (Option<Formatted>, Vec<Diagnostic>) {
        if let TextValue::Message { id, args: own } = &text.value {
            let args = args.message_args(own, locator);
            let ground = Ground::Node {
                locator,
                place: &text.place.key("message"),
            };
            let (formatted, diagnostics) = self.message_on(id, ground, &args);
            let nothing = formatted.text.is_empty() && !diagnostics.is_empty();
            return (Some(formatted).filter(|_| !nothing), diagnostics);
        }
        let Some((words, place)) = Locale::own_words(&text.value, &text.place, self.lang()) else {
            return (None, Vec::new());
        };
        let scalar = Scalar {
            text: words,
            locator,
            place: &place,
        };
        self.scalar(scalar, args)
    }

    fn scalar(&self, scalar: Scalar<'_>, args: &Args<'_>) -> (Option<Formatted>, Vec<Diagnostic>) {
        if is_plain(scalar.text) {
            let private = private_use(scalar.text, scalar.place, scalar.locator, self.lang());
            let formatted = private.is_empty().then(|| plain(scalar.text));
            return (formatted, private);
        }
        let mut resolver = Resolver::new(self);
        let mut output = Output::default();
        resolver.scalar(scalar, "", Bindings::Args(args), None, &mut output);
        let (formatted, diagnostics) = resolver.finish(output);
        let nothing = formatted.text.is_empty() && !diagnostics.is_empty();
        (Some(formatted).filter(|_| !nothing), diagnostics)
    }

    /// The scalar in which a Text has its words of this language: what
    /// [`Source::Text`] counts its bytes in.
    pub fn text_place(&self, text: &Text) -> NodePath {
        match text.value {
            TextValue::Bilingual(_) => text.place.key(self.lang().code()),
            TextValue::Shared(_) => text.place.clone(),
            TextValue::Message { .. } => text.place.key("message"),
        }
    }

    /// The words of a Text that has words of its own in a language, and their node.
    pub(crate) fn own_words<'t>(
        text: &'t TextValue,
        place: &NodePath,
        lang: Lang,
    ) -> Option<(&'t str, NodePath)> {
        match text {
            TextValue::Bilingual(words) => {
                let words = words[lang].as_deref();
                words.map(|words| (words, place.key(lang.code())))
            }
            TextValue::Shared(words) => Some((words, place.clone())),
            TextValue::Message { .. } => None,
        }
    }

    /// Formats the message `id` or `id.attribute`.
    ///
    /// # Errors
    /// Every fault of the message, each with its place in the `.ftl`; a message
    /// that does not exist has no place.
    pub fn message(&self, id: &str, args: &Args<'_>) -> Result<Formatted, Vec<Diagnostic>> {
        let (formatted, mut diagnostics) = self.message_on(id, Ground::Program, args);
        if diagnostics.is_empty() {
            return Ok(formatted);
        }
        diagnostics.extend(formatted.remarks);
        Err(diagnostics)
    }

    fn message_on(
        &self,
        id: &str,
        ground: Ground<'_>,
        args: &Args<'_>,
    ) -> (Formatted, Vec<Diagnostic>) {
        let frame = Frame {
            ground,
            bindings: Bindings::Args(args),
            name: "",
            parent: None,
        };
        let mut resolver = Resolver::new(self);
        let mut output = Output::default();
        resolver.message(id, &frame, &mut output);
        resolver.finish(output)
    }

    /// A date in its usual form.
    pub fn date(&self, date: Date) -> PrintedValue {
        functions::print_fact(&Fact::Date(date), self.style)
    }

    /// A telephone number in its usual form, with its extension.
    pub fn telephone(&self, number: &str, extension: Option<&str>) -> PrintedValue {
        functions::print_telephone(number, extension, self.style)
    }

    /// An e-mail address with its link.
    pub fn email(&self, address: &str) -> PrintedValue {
        functions::print_fact(&Fact::Email(address.to_owned()), self.style)
    }

    /// Gives the text a capital where it begins a line: `ministère du Travail` →
    /// `Ministère du Travail`. Words with a capital inside (`eHealth`) and what is
    /// no letter stay.
    pub fn capitalize(&self, formatted: &mut Formatted) {
        capitalize(formatted);
    }
}

/// Findings for the characters of a Text that are for private use.
pub(crate) fn private_use(
    text: &str,
    place: &NodePath,
    locator: &dyn Locator,
    lang: Lang,
) -> Vec<Diagnostic> {
    private_uses(text)
        .into_iter()
        .map(|(range, character)| {
            private_use_finding(locator.locate(place, Some(range)), character).lang(lang)
        })
        .collect()
}

/// A text without braces: its own pattern.
fn plain(text: &str) -> Formatted {
    let range = 0..text.len();
    Formatted {
        text: text.to_owned(),
        values: Vec::new(),
        segments: if text.is_empty() {
            Vec::new()
        } else {
            vec![FormattedSegment {
                range: range.clone(),
                source: Source::Text(range.clone()),
                outer: Some(range),
                verbatim: true,
            }]
        },
        remarks: Vec::new(),
    }
}
