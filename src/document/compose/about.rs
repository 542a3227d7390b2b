//! What a document says of itself, and the words of its workspace's own templates.

use super::Builder;
use crate::document::codes::MARKED_METADATA;
use crate::document::inline::plain_text;
use crate::document::links::decode;
use crate::document::{DocumentAbout, Inline, Phrase, PrintedLetterhead};
use crate::locale::Args;
use crate::memo::{Text, TextValue};

/// What the ids of messages begin with that templates of a workspace may print.
const OWN_WORDS: &str = "web-";

impl Builder<'_> {
    pub(super) fn about(&mut self, letterhead: Option<&PrintedLetterhead>) -> DocumentAbout {
        let (memo, lang) = (self.memo, self.lang);
        let about = &memo.about;
        let description = about.description.as_ref();
        let keywords = about.keywords.iter().flat_map(|it| &it.lists[lang]);
        let metadata = about.metadata_with(&self.around.settings.metadata, lang);
        let metadata = metadata.into_iter();
        DocumentAbout {
            description: description.map(|text| self.plain_phrase_of(text)),
            keywords: keywords.map(|text| self.plain_phrase_of(text)).collect(),
            slug: about.slug[lang].as_ref().map(|slug| slug.value.clone()),
            expires: about.expires.as_ref().map(|date| date.value.to_string()),
            metadata: metadata
                .map(|(name, value)| (name.to_owned(), value.clone()))
                .collect(),
            authors: self.authors(),
            publisher: self.publisher(letterhead),
            source: memo.source_language,
            own_words: self.own_words(),
        }
    }

    /// The institution of a letterhead, in the document's language.
    fn publisher(&self, letterhead: Option<&PrintedLetterhead>) -> String {
        let columns = letterhead.iter().flat_map(|it| &it.columns);
        let mut own = columns.filter(|column| column.lang == self.lang);
        let organization = own.find_map(|column| column.organization.as_ref());
        organization.map_or_else(String::new, |it| plain_text(&it.inlines))
    }

    fn own_words(&mut self) -> Vec<(String, Phrase)> {
        let ids = self.locale().ids(OWN_WORDS).into_iter();
        ids.map(|id| (id.to_owned(), self.message(id, &Args::new())))
            .collect()
    }

    /// A Text that is shown as characters. What else stands in it is told, since nobody
    /// would see it.
    fn plain_phrase_of(&mut self, text: &Text) -> Phrase {
        let phrase = self.phrase(text);
        if let Some(what) = phrase.inlines.iter().find_map(hidden_part) {
            let place = match &text.value {
                TextValue::Bilingual(_) => text.place.key(self.lang.code()),
                TextValue::Shared(_) | TextValue::Message { .. } => text.place.clone(),
            };
            self.tell(&place, MARKED_METADATA.say("marked", given!(what)));
        }
        phrase
    }
}

/// What of an inline nobody sees who gets its characters alone.
fn hidden_part(inline: &Inline) -> Option<&'static str> {
    match inline {
        Inline::Image { .. } => Some("picture"),
        Inline::NoteReference(_) => Some("note"),
        Inline::Deleted(_) => Some("deleted"),
        Inline::Link { href, inlines, .. } if !shows_address(href, inlines) => Some("link"),
        inline => inline.wrapped().iter().find_map(hidden_part),
    }
}

/// Whether the words of a link are its address.
fn shows_address(href: &str, words: &[Inline]) -> bool {
    href.starts_with("tel:") || decode(href).contains(plain_text(words).trim())
}
