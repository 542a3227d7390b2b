//! What starts something: the editor. Only the desk may order it, from this machine, and only
//! a person at it.

use super::content::{Content, Reply};
use super::desk::{fields, is_shown};
use super::hosts::is_loopback;
use super::problem::text;
use super::shelf::Shelf;
use super::site::Site;
use http_body_util::{BodyExt, Limited};
use hyper::StatusCode;
use hyper::body::Incoming;
use hyper::header::{FORWARDED, HeaderName, ORIGIN};
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;
use tokio::time::timeout;

/// How many bytes a form may have, and how long it may take to come.
const FORM: usize = 8 << 10;
const TIME: Duration = Duration::from_secs(5);

/// Opens a place of a file in the editor.
pub async fn open(site: &Site, peer: SocketAddr, request: &Parts, body: Incoming) -> Reply {
    let Some(editor) = &site.editor else {
        return text(
            StatusCode::NOT_FOUND,
            "there is no editor: name one with --editor",
        );
    };
    if !is_from_here(site, peer, request) {
        return text(
            StatusCode::FORBIDDEN,
            "only the desk on this machine may order this",
        );
    }
    let form = timeout(TIME, Limited::new(body, FORM).collect()).await;
    let form = match form {
        Ok(Ok(form)) => form.to_bytes(),
        Ok(Err(_)) => return text(StatusCode::PAYLOAD_TOO_LARGE, "the form is too long"),
        Err(_) => return text(StatusCode::REQUEST_TIMEOUT, "the form did not come"),
    };
    let form = fields(&String::from_utf8_lossy(&form));
    let field = |name: &str| {
        let named = form.iter().find(|(own, _)| own == name);
        named.map_or("", |(_, value)| value.as_str())
    };
    if !is_same(field("token"), &site.token) {
        return text(
            StatusCode::FORBIDDEN,
            "the desk is older than the server: load it anew",
        );
    }
    let Some(file) = file(&site.shelf(), field("file")) else {
        return text(StatusCode::NOT_FOUND, "the desk shows no such file");
    };
    let number = |name: &str| field(name).parse().unwrap_or(1).max(1);
    match editor.open(&file, number("line"), number("column")) {
        Ok(true) => {
            let mut reply = text(StatusCode::NO_CONTENT, "");
            *reply.body_mut() = Content::of(Vec::new());
            reply.headers_mut().remove(hyper::header::CONTENT_TYPE);
            reply
        }
        Ok(false) => text(StatusCode::TOO_MANY_REQUESTS, "too many editors are open"),
        Err(error) => text(
            StatusCode::INTERNAL_SERVER_ERROR,
            &format!("the editor cannot be started: {error}"),
        ),
    }
}

/// Whether a request comes from a page of this server, opened on this machine and over no
/// proxy.
fn is_from_here(site: &Site, peer: SocketAddr, request: &Parts) -> bool {
    let host = site.hosts.of_request(request);
    let Some(host) = host.filter(is_loopback).filter(|_| peer.ip().is_loopback()) else {
        return false;
    };
    let proxied = [
        FORWARDED,
        HeaderName::from_static("x-forwarded-for"),
        HeaderName::from_static("x-forwarded-host"),
        HeaderName::from_static("x-real-ip"),
        hyper::header::VIA,
    ];
    if proxied
        .iter()
        .any(|name| request.headers.contains_key(name))
    {
        return false;
    }
    let said = |name: HeaderName| request.headers.get(name).map(|value| value.to_str().ok());
    let origin = said(ORIGIN).map(|origin| origin.is_some_and(|it| is_origin(it, &host)));
    let site = said(HeaderName::from_static("sec-fetch-site"));
    let site = site.map(|site| site == Some("same-origin"));
    // A browser says one of them at least; what it says must be so.
    let told: Vec<bool> = origin.into_iter().chain(site).collect();
    !told.is_empty() && told.iter().all(|is_so| *is_so)
}

fn is_origin(origin: &str, host: &Authority) -> bool {
    origin.strip_prefix("http://") == Some(host.as_str())
}

/// Compares without telling by the time it takes how much is the same.
fn is_same(one: &str, other: &str) -> bool {
    let pairs = one.bytes().zip(other.bytes());
    let differs = pairs.fold(0, |differs, (one, other)| differs | (one ^ other));
    one.len() == other.len() && differs == 0
}

/// A file on the disk that the desk shows; none that lies outside of the workspace.
fn file(shelf: &Shelf, path: &str) -> Option<PathBuf> {
    let workspace = &shelf.workspace;
    let may_be = is_shown(shelf, path) && !workspace.leads_outside(path);
    let root = workspace.root();
    let file = root.join(path).canonicalize().ok().filter(|_| may_be)?;
    let is_inside = file.starts_with(root.canonicalize().ok()?);
    (is_inside && file.is_file()).then_some(file)
}
