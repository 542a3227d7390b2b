//! Pictures, and figures: pictures that stand alone, with captions.
//!
//! What a picture's title says is all that Markdown has for it: its caption, and at the
//! end how wide it is (`=60%`) or that it shows nothing (`=decorative`).

use super::Converter;
use crate::document::codes::{MISSING_ALT, PICTURE_TITLE};
use crate::document::edition::{ANCHOR, figure_anchor};
use crate::document::inline::{plain_text, text};
use crate::document::markdown::escape::escape_text;
use crate::document::markdown::tree::{Destination, TreeNode};
use crate::document::markdown::{Markdown, parse_phrase};
use crate::document::{BlockKind, Caption, Inline, Origin, Phrase};
use crate::locale::{Args, Formatted};
use std::ops::Range;

/// What a picture's title says.
#[derive(Debug, Default, PartialEq)]
struct PictureTitle<'t> {
    /// The words.
    words: &'t str,
    /// The width in per cent.
    width: Option<u8>,
    /// Whether the picture shows nothing.
    decorative: bool,
    /// What begins as if it said something, and does not.
    unknown: Option<&'t str>,
}

impl Converter<'_, '_> {
    /// A picture that stands alone in its paragraph: a figure where it has a caption.
    pub(super) fn lone_picture(&mut self, to: &Destination, node: &TreeNode) -> BlockKind {
        let title = read_title(&to.title);
        if title.words.is_empty() || title.decorative {
            return BlockKind::Paragraph(vec![self.picture(to, node, &title, Some(""))]);
        }
        let number = self.session.next_figure();
        let caption = self.figure_caption(number, title.words, node);
        let before = self.go_on(node.range.start);
        let below = format!(
            "\n{}\n{before}*{}*",
            before.trim_end(),
            caption.words.markdown
        );
        let picture = vec![self.picture(to, node, &title, Some(&below))];
        let anchor = format!("{ANCHOR}{}{ANCHOR}", figure_anchor(number));
        self.edits.open(node.range.start, &anchor);
        BlockKind::Figure { picture, caption }
    }

    fn figure_caption(&mut self, number: u32, words: &str, node: &TreeNode) -> Caption {
        let origin = self.origin(&node.range);
        let mut caption = self.caption("label-figure", number, origin);
        let own = self.characters(words, node);
        caption.words.inlines.extend(own.inlines);
        caption.words.markdown.push_str(&own.markdown);
        caption
    }

    /// A caption of which only the number is there yet, as a message says it.
    pub(super) fn caption(&mut self, message: &str, number: u32, origin: Origin) -> Caption {
        let args = Args::new().text("number", number.to_string());
        let mut words = self.session.message(message, &args);
        if !words.inlines.is_empty() {
            words.inlines.push(text(" ", origin.clone()));
            words.markdown.push(' ');
        }
        Caption {
            number,
            label: words.inlines.len(),
            words,
            origin,
        }
    }

    /// Words that a node says of itself, in which there is no Markdown.
    pub(super) fn characters(&mut self, words: &str, node: &TreeNode) -> Phrase {
        let formatted = Formatted {
            text: escape_text(words, false),
            values: self.source.formatted.values.clone(),
            ..Formatted::default()
        };
        let whole = self.place_in(node, words);
        // Where nothing is written otherwise, each character has its place.
        let exact = formatted.text == words && whole != node.range;
        let (source, prepared) = (self.source, self.prepared);
        let origin = |range: Range<usize>| {
            let range = match exact {
                true => whole.start + range.start..whole.start + range.end,
                false => whole.clone(),
            };
            (source.origin)(prepared.original(&range))
        };
        let source = Markdown {
            formatted: &formatted,
            origin: &origin,
            mender: self.source.mender,
        };
        parse_phrase(&source, self.session)
    }

    /// A picture in running text. Its title is its tooltip.
    pub(super) fn picture_in_line(
        &mut self,
        to: &Destination,
        node: &TreeNode,
        inlines: &mut Vec<Inline>,
    ) {
        let title = read_title(&to.title);
        let picture = self.picture(to, node, &title, None);
        inlines.push(picture);
    }

    /// A picture; `below` is the Markdown that follows one that stands alone.
    fn picture(
        &mut self,
        to: &Destination,
        node: &TreeNode,
        title: &PictureTitle<'_>,
        below: Option<&str>,
    ) -> Inline {
        let alone = below.is_some();
        let origin = self.origin(&node.range);
        let nested = std::mem::replace(&mut self.in_link, true);
        let description = self.inlines(&node.children);
        let alt = plain_text(&description);
        self.in_link = nested;
        let described = !alt.trim().is_empty();
        if !described && !title.decorative {
            self.session.tell(&origin, MISSING_ALT.say("missing", &[]));
        }
        self.report_title(title, described, alone, node);
        let url = self.fill_url(&to.url);
        let src = match self.has_gap(&to.url) {
            true => None,
            false => self.session.picture(&url, &origin),
        };
        let Some(src) = src else {
            return Inline::Gap(alt);
        };
        let href = self.session.links.copied_href(&src);
        let tooltip = if alone { "" } else { title.words };
        let below = below.unwrap_or_default();
        self.rewrite_destination(node, &href, to.form, (tooltip, below));
        Inline::Image {
            src,
            alt,
            description,
            title: self.title(tooltip),
            width: title.width.filter(|_| alone),
            decorative: title.decorative,
            origin,
        }
    }

    /// Reports what a title says that cannot be.
    fn report_title(
        &mut self,
        title: &PictureTitle<'_>,
        described: bool,
        alone: bool,
        node: &TreeNode,
    ) {
        if let Some(written) = title.unknown {
            let place = self.place_in(node, written);
            let written = self.source.fill(written);
            self.tell(&place, PICTURE_TITLE.say("unknown", given!(written)));
        }
        if title.decorative && described {
            self.tell(&node.range, PICTURE_TITLE.say("described", &[]));
        }
        if title.decorative && !title.words.is_empty() {
            self.tell(&node.range, PICTURE_TITLE.say("captioned", &[]));
        }
        if title.width.is_some() && !alone {
            self.tell(&node.range, PICTURE_TITLE.say("in-line", &[]));
        }
    }

    /// Where something stands last in a node; all of it where it is written otherwise.
    fn place_in(&self, node: &TreeNode, written: &str) -> Range<usize> {
        match self.raw(node.range.clone()).rfind(written) {
            Some(at) => node.range.start + at..node.range.start + at + written.len(),
            None => node.range.clone(),
        }
    }
}

/// Reads a title: its last words may begin with `=`.
fn read_title(title: &str) -> PictureTitle<'_> {
    let mut read = PictureTitle {
        words: title.trim(),
        ..PictureTitle::default()
    };
    while let Some(last) = read.words.split_whitespace().next_back()
        && let Some(said) = last.strip_prefix('=')
    {
        let percent = said
            .strip_suffix('%')
            .and_then(|number| number.parse().ok());
        match percent {
            _ if said == "decorative" && !read.decorative => read.decorative = true,
            Some(width @ 1..=100) if read.width.is_none() => read.width = Some(width),
            _ => {
                read.unknown = Some(last);
                break;
            }
        }
        let rest = read.words.len() - last.len();
        read.words = read.words.get(..rest).unwrap_or_default().trim_end();
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_with_what_it_says_of_the_picture() {
        let read = |title| {
            let read = read_title(title);
            (read.words, read.width, read.decorative, read.unknown)
        };
        assert_eq!(read("Map"), ("Map", None, false, None));
        assert_eq!(
            read("Map of the pier =60%"),
            ("Map of the pier", Some(60), false, None)
        );
        assert_eq!(read(" =100% "), ("", Some(100), false, None));
        assert_eq!(read("=decorative =5%"), ("", Some(5), true, None));
        assert_eq!(read("1 + 1 = 2"), ("1 + 1 = 2", None, false, None));
        for title in [
            "Map =60",
            "Map =0%",
            "Map =101%",
            "Map =decor",
            "Map =",
            "Map ==60%",
        ] {
            let last = title.rsplit(' ').next();
            assert_eq!(read(title), (title, None, false, last));
        }
        assert_eq!(
            read("Map =10% =20%"),
            ("Map =10%", Some(20), false, Some("=10%"))
        );
    }
}
