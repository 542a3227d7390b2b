//! The desk: the workspace in a browser, for those who write it. Drafts are shown here, and
//! nowhere else.

mod pages;
mod shown;
mod words;

use super::content::Reply;
use super::deliver::{Representation, put};
use super::documents::DocumentName;
use super::problem::{not_found, text, without_body};
use super::route::decode;
use super::sets::Wish;
use super::shelf::{Entry, Shelf};
use super::site::Site;
use bimemo::document::path_href;
use hyper::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LOCATION, REFERRER_POLICY};
use hyper::http::request::Parts;
use hyper::{HeaderMap, StatusCode};
use pages::Desk;
use std::sync::{Arc, LazyLock};

pub use shown::is_shown;

/// What a page of the desk may do: its own script, its own style, and pictures of documents
/// in frames. Nobody else may frame it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'";

/// What a picture of a document may do in its frame: be looked at. No script runs there,
/// which is why it may have the desk's origin, by which the desk puts it in its place.
const SANDBOX: &str = "sandbox allow-same-origin; default-src 'none'; \
    style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; \
    form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

static STYLE: LazyLock<Representation> =
    LazyLock::new(|| Representation::new(include_bytes!("desk.css").to_vec(), "text/css"));
static SCRIPT: LazyLock<Representation> =
    LazyLock::new(|| Representation::new(include_bytes!("desk.js").to_vec(), "text/javascript"));

/// Whether the desk may have something of this path, which is for reading.
pub fn is_place(path: &[&str]) -> bool {
    matches!(
        path,
        [""] | ["desk", "findings" | "events" | "desk.css" | "desk.js"]
            | ["desk", "memo" | "file" | "preview", _, ..]
    )
}

/// The response to a request of the desk.
pub fn respond(site: &Site, request: &Parts, path: &[String]) -> Reply {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    match *names {
        ["desk", "desk.css"] => STYLE.deliver(request, HeaderMap::new()),
        ["desk", "desk.js"] => SCRIPT.deliver(request, HeaderMap::new()),
        ["desk", "events"] => events(site),
        ["desk", "preview", ..] => preview(site, request, &path[2..]),
        [""] => page(Desk::of(site, request).memos(), request),
        ["desk", "findings"] => page(Desk::of(site, request).findings(), request),
        ["desk", "memo", ..] => page(Desk::of(site, request).memo(&path[2..].join("/")), request),
        ["desk", "file", ..] => page(Desk::of(site, request).file(&path[2..].join("/")), request),
        _ => not_found(),
    }
}

/// What the desk hears of saves.
fn events(site: &Site) -> Reply {
    let Some(listening) = site.listeners.listen() else {
        return text(StatusCode::SERVICE_UNAVAILABLE, "too many desks are open");
    };
    let mut reply = text(StatusCode::OK, "");
    *reply.body_mut() = listening;
    put(reply.headers_mut(), CONTENT_TYPE, "text/event-stream");
    reply
}

/// A page of the desk, where there is one.
fn page(html: Option<String>, request: &Parts) -> Reply {
    let Some(html) = html else {
        return not_found();
    };
    let mut reply = text(StatusCode::OK, html.trim());
    let head = reply.headers_mut();
    put(head, CONTENT_TYPE, "text/html; charset=utf-8");
    put(head, CONTENT_SECURITY_POLICY, POLICY);
    let policy = HeaderName::from_static("cross-origin-opener-policy");
    put(head, policy, "same-origin");
    // Without it a form would not say where it comes from.
    put(head, REFERRER_POLICY, "same-origin");
    without_body(reply, &request.method)
}

/// A picture of a memo, or a file that it needs beside it: the memo's path and the file's
/// name below it.
fn preview(site: &Site, request: &Parts, path: &[String]) -> Reply {
    let shelf = site.shelf();
    let split = (1..path.len()).find_map(|at| {
        let entry = shelf.memos.get(&path[..at].join("/"))?;
        Some((entry, path[at..].join("/")))
    });
    let Some((entry, name)) = split else {
        return not_found();
    };
    let document = DocumentName::read(&shelf, &name);
    let is_own = document
        .as_ref()
        .is_none_or(|it| it.entry.memo.stem == entry.memo.stem);
    let Some(document) = document.filter(|_| is_own) else {
        return beside(site, &shelf, entry, &name, request);
    };
    let set = site
        .store
        .set(&shelf, entry, &Wish::preview(document.format));
    let mut head = HeaderMap::new();
    if !name.ends_with(".pdf") {
        put(&mut head, CONTENT_SECURITY_POLICY, SANDBOX);
    }
    match set.files.get(&name) {
        Some(file) if name.ends_with(".html") || name.ends_with(".pdf") => {
            file.deliver(request, head)
        }
        // A browser shows text, and saves what it does not know.
        Some(file) => {
            put(&mut head, CONTENT_TYPE, "text/plain; charset=utf-8");
            file.deliver(request, head)
        }
        None => nothing(site, request, head),
    }
}

/// A file that a memo needs beside it; where another memo's document is meant, that
/// memo's page at the desk.
fn beside(site: &Site, shelf: &Shelf, entry: &Arc<Entry>, name: &str, request: &Parts) -> Reply {
    if let Some(other) = DocumentName::read(shelf, name) {
        let path = format!(
            "/desk/preview/{}/{}",
            path_href(other.entry.memo.name()),
            path_href(name)
        );
        let mut reply = text(StatusCode::FOUND, &path);
        put(reply.headers_mut(), LOCATION, &path);
        return reply;
    }
    let wish = Wish::preview(bimemo::press::Format::Markdown);
    let set = site.store.set(shelf, entry, &wish);
    let mut head = HeaderMap::new();
    put(&mut head, CONTENT_SECURITY_POLICY, SANDBOX);
    match set.files.get(name) {
        Some(file) => file.deliver(request, head),
        None => not_found(),
    }
}

/// That there is no picture before errors are mended.
fn nothing(site: &Site, request: &Parts, head: HeaderMap) -> Reply {
    let mut reply = page(Desk::of(site, request).nothing(), request);
    *reply.status_mut() = StatusCode::CONFLICT;
    for (name, value) in &head {
        reply.headers_mut().insert(name, value.clone());
    }
    reply
}

/// The fields of a form or of the end of an address.
pub fn fields(written: &str) -> Vec<(String, String)> {
    let read = |text: &str| {
        let bytes = decode(&text.replace('+', " "))?;
        String::from_utf8(bytes).ok()
    };
    let pairs = written.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs
        .filter_map(|(name, value)| Some((read(name)?, read(value)?)))
        .collect()
}
