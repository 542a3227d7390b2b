//! The anchors of sections that headings of bodies begin: the English words in both
//! languages.

use super::Builder;
use super::headings::depths;
use crate::document::Section;
use crate::document::inline::plain_text;
use crate::document::links::{Links, folder_of};
use crate::document::markdown::{HeadedPart, Markdown, ParsedBody, origin_of, parse_body};
use crate::document::session::Session;
use crate::lang::Lang;
use crate::memo::{self, Text};
use std::ops::Range;

/// What a section is called whose heading has no letters.
const NAMELESS: &str = "section";

/// A heading as its anchor sees it.
struct Outlined {
    depth: usize,
    slug: String,
}

/// The place of an anchor that is still to be found, with the words that it is made of.
type Unnamed<'s> = (&'s mut String, String);

impl Builder<'_> {
    /// Gives the sections that headings of bodies begin their anchors, once those of all
    /// others are known. All English ones are taken first, so that what one language has
    /// alone changes nothing in the other.
    pub(super) fn name_headed(&mut self, parts: [&mut Vec<Section>; 2]) {
        if !parts.iter().any(|sections| has_headed(sections)) {
            return;
        }
        let memo = self.memo;
        let mut unnamed = Vec::new();
        for (sections, own) in parts.into_iter().zip([&memo.sections, &memo.appendices]) {
            self.name_sections(sections, own, &mut unnamed);
        }
        for (id, slug) in unnamed {
            *id = self.free_slug(&slug);
        }
    }

    fn name_sections<'s>(
        &mut self,
        sections: &'s mut [Section],
        own: &[memo::MemoSection],
        unnamed: &mut Vec<Unnamed<'s>>,
    ) {
        for (section, source) in sections.iter_mut().zip(own) {
            let count = section.headed().count();
            let (headed, inner) = section.sections.split_at_mut(count);
            if let Some(text) = &source.body {
                self.name_begun(headed, text, unnamed);
            }
            self.name_sections(inner, &source.sections, unnamed);
        }
    }

    /// Names what the headings of one body begin.
    fn name_begun<'s>(
        &mut self,
        headed: &'s mut [Section],
        text: &Text,
        unnamed: &mut Vec<Unnamed<'s>>,
    ) {
        let mut own = Vec::new();
        gather(headed, 0, &mut own);
        let english = self.english_outline(text);
        let Some(english) = english else {
            for (id, outlined) in own {
                *id = self.free_slug(&outlined.slug);
            }
            return;
        };
        let mut taken = Vec::new();
        for outlined in &english {
            taken.push(Some(self.free_slug(&outlined.slug)));
        }
        let depths: Vec<usize> = own.iter().map(|(_, outlined)| outlined.depth).collect();
        let partners = partners(&depths, &english);
        for ((id, outlined), partner) in own.into_iter().zip(partners) {
            let partner = partner.and_then(|at| taken.get_mut(at));
            match partner.and_then(Option::take) {
                Some(english) => *id = english,
                None => unnamed.push((id, outlined.slug)),
            }
        }
    }

    /// The headings of a body's English, where the memo has it.
    fn english_outline(&self, text: &Text) -> Option<Vec<Outlined>> {
        let (memo, around) = (self.memo, self.around);
        if !memo.languages.contains(&Lang::En) {
            return None;
        }
        let locator = around.locator(&memo.file);
        let locale = around.locales.get(Lang::En);
        let (formatted, _) = locale.text_with_gaps(text, &locator, &self.args);
        let formatted = formatted?;
        let place = locale.text_place(text);
        let origin = |range: Range<usize>| origin_of(&formatted, &memo.file, &place, range);
        let source = Markdown {
            formatted: &formatted,
            origin: &origin,
            mender: Some(&around.menders[Lang::En]),
        };
        let folder = folder_of(memo.file.path());
        let links = Links::new(folder, memo.stem.clone(), around.files);
        let mut session = Session::new(Lang::En, around.places, links);
        let ParsedBody { headed, .. } = parse_body(&source, &mut session);
        let depths = depths(&headed);
        let outlined = |(part, depth): (&HeadedPart, usize)| Outlined {
            depth,
            slug: slug(&plain_text(&part.heading.inlines)),
        };
        Some(headed.iter().zip(depths).map(outlined).collect())
    }

    /// The anchor of a heading: its words, with a number where they are taken.
    fn free_slug(&mut self, slug: &str) -> String {
        let own = if slug.is_empty() { NAMELESS } else { slug };
        let captions = self.session.caption_anchors();
        let is_free =
            |id: &String| !self.anchors.contains(id) && !captions.contains(id) && !is_of_page(id);
        let numbered = (2_usize..).map(|number| format!("{own}-{number}"));
        let mut all = std::iter::once(own.to_owned()).chain(numbered);
        let free = all.find(is_free).unwrap_or_default();
        self.anchors.push(free.clone());
        free
    }
}

/// Whether a heading of a body begins one of some sections, or one inside of them.
fn has_headed(sections: &[Section]) -> bool {
    let mut all = sections.iter();
    all.any(|it| it.begun.is_some() || has_headed(&it.sections))
}

/// All of some sections and those inside of them, in order.
fn gather<'s>(
    sections: &'s mut [Section],
    depth: usize,
    all: &mut Vec<(&'s mut String, Outlined)>,
) {
    for section in sections {
        let words = section.heading.iter();
        let words: String = words.map(|it| plain_text(&it.inlines)).collect();
        let slug = slug(&words);
        all.push((&mut section.id, Outlined { depth, slug }));
        gather(&mut section.sections, depth + 1, all);
    }
}

/// Which English heading each one is, by their depths: where the outlines differ, what
/// they have in common at their beginnings and ends.
fn partners(own: &[usize], english: &[Outlined]) -> Vec<Option<usize>> {
    let same = |(one, other): &(&usize, &Outlined)| **one == other.depth;
    let before = own.iter().zip(english).take_while(same).count();
    let most = own.len().min(english.len()) - before;
    let behind = own.iter().rev().zip(english.iter().rev());
    let behind = behind.take_while(same).count().min(most);
    let partner = |at: usize| {
        let rest = own.len() - at;
        let last = (rest <= behind).then(|| english.len() - rest);
        last.or((at < before).then_some(at))
    };
    (0..own.len()).map(partner).collect()
}

/// Whether a page has this id already: that of its content, or of a footnote.
fn is_of_page(id: &str) -> bool {
    let numbered = |prefix: &str| {
        let number = id.strip_prefix(prefix);
        number.is_some_and(|it| !it.is_empty() && it.bytes().all(|c| c.is_ascii_digit()))
    };
    id == "content" || numbered("note-") || numbered("note-reference-")
}

/// Words as an anchor, as forges write it: in small letters, white space as hyphens, and
/// of the rest letters, figures, hyphens and underscores alone.
fn slug(words: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut slug = String::with_capacity(words.len());
    for c in words.trim().chars() {
        let hyphen = c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}');
        if hyphen {
            slug.push('-');
        } else if kept(c) {
            slug.extend(c.to_lowercase());
        }
    }
    slug
}
