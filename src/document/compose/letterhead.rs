//! The letterhead: both languages' columns whole, the first one first.

use super::Builder;
use super::parties::{LabelAgreement, agreement};
use crate::diagnostic::{Diagnostic, nearest};
use crate::document::codes::{EXAMPLE_LETTERHEAD, UNKNOWN_LETTERHEAD};
use crate::document::links::folder_of;
use crate::document::{Inline, LetterheadColumn, Origin, Phrase, PrintedLetterhead, inline};
use crate::lang::Lang;
use crate::locale::Args;
use crate::memo::codes::INVALID_CONTACT;
use crate::memo::{self, LetterheadChoice, Placed, Text};
use crate::source::SourceFile;
use std::sync::Arc;

/// Whether a text is the address of a page on the web, with or without its scheme.
fn is_page(url: &str) -> bool {
    let rest = match url.split_once("://") {
        Some(("http" | "https", rest)) => rest,
        Some(_) => return false,
        None => url,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "0"));
    let is_name = name.split('.').count() > 1
        && name
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
    is_name && port.bytes().all(|byte| byte.is_ascii_digit()) && !url.contains(char::is_whitespace)
}

impl<'a> Builder<'a> {
    /// The letterhead that the memo names or has, or the settings' own.
    pub(super) fn letterhead(&mut self) -> Option<PrintedLetterhead> {
        let memo = self.memo;
        let letterhead = match &memo.letterhead {
            Some(LetterheadChoice::Inline(letterhead)) => letterhead.as_ref(),
            Some(LetterheadChoice::Named(name)) => self.named(name, &memo.file)?,
            None => {
                let settings = self.around.settings;
                self.named(settings.letterhead.as_ref()?, &settings.file)?
            }
        };
        let other = letterhead.first.other();
        let languages = if letterhead.own_language_only {
            vec![self.lang]
        } else {
            vec![letterhead.first, other]
        };
        Some(PrintedLetterhead {
            first: letterhead.first,
            logo: self.logo(letterhead),
            columns: languages
                .into_iter()
                .map(|lang| self.column(letterhead, lang))
                .collect(),
        })
    }

    fn named(
        &mut self,
        name: &Placed<String>,
        file: &Arc<SourceFile>,
    ) -> Option<&'a memo::Letterhead> {
        let letterheads = self.around.letterheads;
        let known = letterheads.get(&name.value);
        let wording = match known {
            Some(letterhead) if !letterhead.is_example => return known,
            Some(_) => EXAMPLE_LETTERHEAD.say("example", given!(name = name.value)),
            None => {
                let near = nearest(&name.value, letterheads.keys().map(String::as_str));
                UNKNOWN_LETTERHEAD.say("unknown", given!(name = name.value, near))
            }
        };
        let place = self.around.places.of(file).span_of(&name.place);
        self.session.report(Diagnostic::told(place, wording));
        known
    }

    fn logo(&mut self, letterhead: &memo::Letterhead) -> Option<(String, String)> {
        let logo = letterhead.logo.as_ref()?;
        let origin = Origin::whole(&letterhead.file, &logo.file.place, &logo.file.value);
        self.session.links.folder = folder_of(letterhead.file.path());
        let path = self.session.picture(&logo.file.value, &origin);
        self.session.links.folder = folder_of(self.memo.file.path());
        let alt = self.letterhead_phrase(&logo.alt, letterhead, self.lang);
        Some((path?, inline::plain_text(&alt.inlines)))
    }

    fn column(&mut self, letterhead: &memo::Letterhead, lang: Lang) -> LetterheadColumn {
        let mut line = |text: &Option<Text>| {
            text.as_ref()
                .map(|text| self.letterhead_phrase(text, letterhead, lang))
        };
        let organization = line(&letterhead.organization);
        let office = line(&letterhead.office);
        let mut lines = self.address(letterhead, lang);
        let locale = self.around.locales.get(lang);
        let origin = |it: &Placed<String>| Origin::whole(&letterhead.file, &it.place, &it.value);
        if let Some(telephone) = &letterhead.telephone {
            let value = locale.telephone(&telephone.value, None);
            lines.push(self.value(&value, origin(telephone)));
        }
        if let Some(email) = &letterhead.email {
            let value = locale.email(&email.value);
            lines.push(self.value(&value, origin(email)));
        }
        if let Some(web) = &letterhead.web {
            lines.push(self.web(web, letterhead, lang));
        }
        LetterheadColumn {
            lang,
            organization,
            office,
            lines,
            contact: self.message_in("contact", lang, &Args::new()),
        }
    }

    /// The address in one language, which may have fewer lines than the other.
    fn address(&mut self, letterhead: &memo::Letterhead, lang: Lang) -> Vec<Phrase> {
        let written = |text: &&Text| text.is_written_in(lang);
        let mut lines: Vec<&Text> = letterhead.address.iter().filter(written).collect();
        if lines.is_empty() {
            // One finding for an address that is missing whole.
            lines.extend(letterhead.address.first());
        }
        let lines = lines.into_iter();
        lines
            .map(|text| self.letterhead_phrase(text, letterhead, lang))
            .collect()
    }

    /// The page on the web, as it is spoken of: without `https://`.
    fn web(&mut self, web: &Text, letterhead: &memo::Letterhead, lang: Lang) -> Phrase {
        let args = self.args.clone();
        let Some(formatted) = self.format(web, &letterhead.file, lang, &args) else {
            return self.gap(lang);
        };
        let url = formatted.to_plain();
        let place = self.around.locales.get(lang).text_place(web);
        let origin = Origin::whole(&letterhead.file, &place, &url);
        if !is_page(&url) {
            let shown = url.trim();
            if !formatted.has_gaps() {
                let wording = INVALID_CONTACT.say("web", given!(written = shown));
                let finding = Diagnostic::told(self.session.span(&origin), wording);
                self.session.report(finding.lang(lang));
            }
            return inline::plain_phrase(shown, origin);
        }
        let shown = url
            .trim_start_matches("https://")
            .trim_start_matches("http://")
            .trim_end_matches('/');
        let target = if url.contains("://") {
            url.clone()
        } else {
            format!("https://{url}")
        };
        let words = inline::plain_phrase(shown, origin.clone());
        let href = self.session.link(&target, &origin);
        super::phrases::link(words, href, None, origin)
    }

    fn letterhead_phrase(
        &mut self,
        text: &Text,
        letterhead: &memo::Letterhead,
        lang: Lang,
    ) -> Phrase {
        // An office agrees with the person who holds it.
        let LabelAgreement { gender, number } = agreement(&self.memo.sender);
        let args = self.args.clone().gender(gender).grammatical_number(number);
        match self.format(text, &letterhead.file, lang, &args) {
            Some(formatted) => self.parse_phrase(&formatted, text, &letterhead.file, lang),
            None => {
                let gap = self.gap(lang);
                Phrase {
                    inlines: vec![Inline::Foreign(lang, gap.inlines)],
                    markdown: gap.markdown,
                }
            }
        }
    }
}
