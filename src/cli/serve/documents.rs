//! `/memos/…`: finished documents, as `render` writes them, for what publishes them.

use super::content::Reply;
use super::deliver::put;
use super::negotiation::Wanted;
use super::problem::{Problem, not_found};
use super::sets::{Set, Wish};
use super::shelf::{Entry, Shelf};
use super::site::Site;
use bimemo::lang::Lang;
use bimemo::press::{Format, file_name};
use hyper::HeaderMap;
use hyper::header::{
    CONTENT_LANGUAGE, CONTENT_LOCATION, CONTENT_SECURITY_POLICY, HeaderValue, VARY,
};
use hyper::http::request::Parts;
use std::sync::Arc;

/// What a page may do that a browser opens from here: its own script runs, and it reaches
/// nothing of the desk, which has the same address. Templates are the workspace's.
const SANDBOX: &str =
    "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// The format that is given where a client would as well have another.
const PREFERRED: Format = Format::Html;

/// A document's place: whose it is, in which language and format.
pub struct DocumentName<'s> {
    /// The memo.
    pub entry: &'s Arc<Entry>,
    /// The language.
    pub lang: Lang,
    /// The format.
    pub format: Format,
}

impl<'s> DocumentName<'s> {
    /// What the name of a document means; none where no memo has such an id.
    pub fn read(shelf: &'s Shelf, name: &str) -> Option<DocumentName<'s>> {
        let all = Lang::ALL.into_iter().flat_map(|lang| {
            let formats = Format::ALL.into_iter();
            formats.map(move |format| (lang, format))
        });
        let named = all.filter_map(|(lang, format)| {
            let end = file_name("", lang, format);
            let entry = shelf.of_id(name.strip_suffix(end.as_str())?)?;
            Some(DocumentName {
                entry,
                lang,
                format,
            })
        });
        // An id may itself end in the name of a language and a format.
        named.max_by_key(|it| it.entry.memo.stem.len())
    }

    fn file(&self) -> String {
        file_name(&self.entry.memo.stem, self.lang, self.format)
    }

    fn deliver(&self, site: &Site, shelf: &Shelf, request: &Parts, mut head: HeaderMap) -> Reply {
        let wish = Wish::released(self.format);
        let set = site.store.set(shelf, self.entry, &wish);
        put(&mut head, CONTENT_LANGUAGE, self.lang.tag());
        file(&set, self.entry, &self.file(), request, head)
    }
}

/// The response to a request for what stands below `/memos/`.
pub fn respond(site: &Site, request: &Parts, path: &[String]) -> Reply {
    let shelf = site.shelf();
    match path {
        [name] => {
            if let Some(entry) = shelf.of_id(name) {
                return negotiated(site, &shelf, entry, request);
            }
            let Some(document) = DocumentName::read(&shelf, name) else {
                return not_found();
            };
            document.deliver(site, &shelf, request, HeaderMap::new())
        }
        // What documents need beside them.
        [id, rest @ ..] if !rest.is_empty() => {
            let Some(entry) = shelf.of_id(id) else {
                return not_found();
            };
            let set = site
                .store
                .set(&shelf, entry, &Wish::released(Format::Markdown));
            let name = format!("{id}/{}", rest.join("/"));
            file(&set, entry, &name, request, HeaderMap::new())
        }
        _ => not_found(),
    }
}

/// One file of a released memo.
fn file(set: &Set, entry: &Entry, name: &str, request: &Parts, mut head: HeaderMap) -> Reply {
    if !set.released {
        return Problem::not_released(entry, set).reply(request);
    }
    let Some(file) = set.files.get(name) else {
        return not_found();
    };
    if !name.ends_with(".pdf") {
        put(&mut head, CONTENT_SECURITY_POLICY, SANDBOX);
    }
    file.deliver(request, head)
}

/// The document of a memo that fits a request best.
fn negotiated(site: &Site, shelf: &Shelf, entry: &Arc<Entry>, request: &Parts) -> Reply {
    let vary = HeaderValue::from_static("Accept, Accept-Language");
    let set = site.store.set(shelf, entry, &Wish::released(Format::Html));
    let choice = match set.released {
        true => choose(entry, &set, &request.headers),
        false => None,
    };
    let mut reply = match choice {
        Some(document) => {
            let mut head = HeaderMap::new();
            put(&mut head, CONTENT_LOCATION, &location(&document.file()));
            document.deliver(site, shelf, request, head)
        }
        None if set.released => {
            let names = set.files.keys().filter(|name| !name.contains('/'));
            Problem::not_acceptable(names.map(|name| location(name))).reply(request)
        }
        None => Problem::not_released(entry, &set).reply(request),
    };
    reply.headers_mut().append(VARY, vary);
    reply
}

/// The path of a document, as a link has it.
pub fn location(name: &str) -> String {
    format!("/memos/{}", bimemo::document::path_href(name))
}

/// Of the documents that there are, the one whose type and language are wanted most; a
/// weight for both is their product, so that what is not wanted in one way is not given.
fn choose<'s>(entry: &'s Arc<Entry>, set: &Set, headers: &HeaderMap) -> Option<DocumentName<'s>> {
    let (types, languages) = (Wanted::types(headers), Wanted::languages(headers));
    let stem = &entry.memo.stem;
    let exists = |lang: &Lang| set.files.contains_key(&file_name(stem, *lang, PREFERRED));
    let others = Format::ALL
        .into_iter()
        .filter(|format| *format != PREFERRED);
    let mut best: Option<(u32, DocumentName<'s>)> = None;
    for format in std::iter::once(PREFERRED).chain(others) {
        let wanted = u32::from(types.type_weight(format.media_type()));
        for lang in Lang::ALL.into_iter().filter(exists) {
            let wanted = wanted * u32::from(languages.language_weight(lang.tag()));
            let least = best.as_ref().map_or(0, |(most, _)| *most);
            if wanted > least {
                let document = DocumentName {
                    entry,
                    lang,
                    format,
                };
                best = Some((wanted, document));
            }
        }
    }
    best.map(|(_, document)| document)
}
