//! Phrases put together from others.

use super::Builder;
use crate::document::markdown::escape;
use crate::document::markdown::{linked_value, value_markdown};
use crate::document::{Inline, Origin, Phrase, inline};
use crate::lang::Lang;
use crate::language::typography::{MendRule, is_straight};
use crate::locale::PrintedValue;
use crate::memo::{NodePath, Placed};

/// Phrases in one line, with `separator` between them.
pub(super) fn join(parts: Vec<Phrase>, separator: &str, origin: &Origin) -> Phrase {
    let mut whole = Phrase::default();
    for part in parts {
        if part.inlines.is_empty() {
            continue;
        }
        if !whole.inlines.is_empty() {
            whole.inlines.push(inline::text(separator, origin.clone()));
            whole.markdown.push_str(separator);
        }
        whole.inlines.extend(part.inlines);
        whole.markdown.push_str(&part.markdown);
    }
    whole
}

/// A title with a mark behind its words, before what a comma parts from them: "gestionnaire
/// par intérim, Interprétation visuelle".
pub(super) fn mark_title(title: Phrase, mark: Phrase, origin: &Origin) -> Phrase {
    let commas = title.inlines.iter().map(|inline| match inline {
        Inline::Text { text, facts, .. } if facts.is_empty() => outer_comma(text),
        _ => None,
    });
    let first = commas
        .enumerate()
        .find_map(|(at, comma)| Some((at, comma?)));
    let (Some((at, comma)), Some(written)) = (first, outer_comma(&title.markdown)) else {
        return join(vec![title, mark], " ", origin);
    };
    let Phrase {
        mut inlines,
        mut markdown,
    } = title;
    let mut rest = inlines.split_off(at);
    let tail = markdown.split_off(written);
    if let Some(Inline::Text { text, origin, .. }) = rest.first_mut() {
        let behind = text.split_off(comma);
        let mut before = origin.clone();
        if let (Origin::Node { range: first, .. }, Origin::Node { range: last, .. }) =
            (&mut before, origin)
            && last.len() == text.len() + behind.len()
        {
            (first.end, last.start) = (first.start + comma, last.start + comma);
        }
        inlines.push(inline::text(text, before));
        *text = behind;
    }
    let mut whole = join(vec![Phrase { inlines, markdown }, mark], " ", origin);
    whole.inlines.extend(rest);
    whole.markdown.push_str(&tail);
    whole
}

/// The first comma that stands in no brackets.
fn outer_comma(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, letter)| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (letter == ',' && depth == 0).then_some(at)
    })
}

/// A phrase that leads somewhere; one with a link in it stays as it is, since links
/// do not nest.
pub(super) fn link(phrase: Phrase, href: String, hreflang: Option<Lang>, origin: Origin) -> Phrase {
    if href.is_empty() || phrase.inlines.iter().any(has_link) {
        return phrase;
    }
    Phrase {
        markdown: format!("[{}]({})", phrase.markdown, escape::destination(&href)),
        inlines: vec![Inline::Link {
            href,
            title: String::new(),
            hreflang,
            inlines: phrase.inlines,
            origin,
        }],
    }
}

fn has_link(inline: &Inline) -> bool {
    inline.any(&|inline| matches!(inline, Inline::Link { .. }))
}

impl Builder<'_> {
    /// A value of the program, with what it leads to.
    pub(super) fn value(&self, value: &PrintedValue, origin: Origin) -> Phrase {
        let words = inline::value(value, &origin);
        match &value.href {
            Some(href) => {
                let href = self.session.links.uri(href);
                let markdown = linked_value(value, &href);
                let inlines = vec![inline::link(href, words, origin)];
                Phrase { inlines, markdown }
            }
            None => Phrase {
                inlines: words,
                markdown: escape::escape_line_start(&value_markdown(value)),
            },
        }
    }

    /// A name of the memo, with the language's own apostrophes and quotation marks. It
    /// is nobody's running text: nothing else of it is mended.
    pub(super) fn name_of(&self, name: &Placed<String>) -> Phrase {
        let origin = self.string_origin(&name.place, &name.value);
        if !name.value.contains(is_straight) {
            return inline::plain_phrase(&name.value, origin);
        }
        let marks = [MendRule::Quotes, MendRule::Apostrophe];
        let mut mender = self.around.menders[self.lang].clone();
        mender
            .off
            .extend(MendRule::all().filter(|rule| !marks.contains(rule)));
        inline::plain_phrase(&mender.mend(&name.value), origin)
    }

    /// The origin of a scalar and all that it says.
    pub(super) fn string_origin(&self, place: &NodePath, value: &str) -> Origin {
        Origin::whole(&self.memo.file, place, value)
    }
}
