//! Which request is answered by what.

use super::content::Reply;
use super::desk;
use super::documents;
use super::listing;
use super::orders;
use super::problem::{data, guard, not_allowed, not_found, text, without_body};
use super::site::Site;
use hyper::body::Incoming;
use hyper::http::request::Parts;
use hyper::{HeaderMap, Method, Request, StatusCode};
use serde_json::json;
use std::net::SocketAddr;
use std::sync::Arc;

/// What may be done with everything but the editor.
const READ: &str = "GET, HEAD";

/// The response to a request.
pub async fn answer(site: Arc<Site>, peer: SocketAddr, request: Request<Incoming>) -> Reply {
    let (parts, body) = request.into_parts();
    let method = parts.method.clone();
    let reply = match refused(&site, &parts) {
        Some(reply) => reply,
        None => match path(parts.uri.path()) {
            None => text(StatusCode::BAD_REQUEST, "this is no path of the workspace"),
            Some(path) => chosen(site, peer, parts, path, body).await,
        },
    };
    let mut reply = without_body(reply, &method);
    guard(reply.headers_mut());
    reply
}

/// What is answered to a request that asks under another's name.
fn refused(site: &Site, request: &Parts) -> Option<Reply> {
    if site.hosts.of_request(request).is_some() {
        return None;
    }
    if !request.headers.contains_key(hyper::header::HOST) {
        return Some(text(StatusCode::BAD_REQUEST, "a request needs one Host"));
    }
    Some(text(
        StatusCode::MISDIRECTED_REQUEST,
        "this server has another name; --allow-host lets it have this one, too",
    ))
}

async fn chosen(
    site: Arc<Site>,
    peer: SocketAddr,
    request: Parts,
    path: Vec<String>,
    body: Incoming,
) -> Reply {
    if path == ["desk", "editor"] {
        return match request.method {
            Method::POST => orders::open(&site, peer, &request, body).await,
            _ => not_allowed("POST"),
        };
    }
    let is_reading = matches!(request.method, Method::GET | Method::HEAD);
    if !is_known(&path) {
        return not_found();
    }
    if !is_reading {
        return not_allowed(READ);
    }
    let own = Arc::clone(&site);
    let _turn = match path.first().is_some_and(|name| name == "manifest.json") {
        true => Some(own.listing.lock().await),
        false => None,
    };
    // Documents are made where there is room for deep ones, and the others go on.
    let made = tokio::task::spawn_blocking(move || read(&site, &request, &path));
    made.await.unwrap_or_else(|_| {
        text(
            StatusCode::INTERNAL_SERVER_ERROR,
            "the program itself failed",
        )
    })
}

fn is_known(path: &[String]) -> bool {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    matches!(*path, ["health" | "manifest.json"] | ["memos", _, ..]) || desk::is_place(&path)
}

fn read(site: &Site, request: &Parts, path: &[String]) -> Reply {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    match *names {
        ["health"] => health(site, &request.method),
        ["manifest.json"] => {
            listing::manifest(site, &site.shelf()).deliver(request, HeaderMap::new())
        }
        ["memos", ..] => documents::respond(site, request, &path[1..]),
        _ => desk::respond(site, request, path),
    }
}

fn health(site: &Site, method: &Method) -> Reply {
    let shelf = site.shelf();
    let looked = shelf.memos.values().filter(|entry| entry.known().is_some());
    let value = json!({
        "status": "ok",
        "program": concat!("bimemo ", env!("CARGO_PKG_VERSION")),
        "memos": shelf.memos.len(),
        "looked_at": looked.count(),
    });
    data(&value, method)
}

/// The names of a path, decoded; none where it has one that no file can have, or leads
/// upwards. A path that ends in `/` has an empty last name.
fn path(written: &str) -> Option<Vec<String>> {
    let names = written.strip_prefix('/')?;
    names.split('/').map(name).collect()
}

fn name(written: &str) -> Option<String> {
    let decoded = String::from_utf8(decode(written)?).ok()?;
    let is_odd = |letter: char| matches!(letter, '/' | '\\') || letter.is_control();
    let leads_up = matches!(&*decoded, "." | "..");
    let sound = !leads_up && !decoded.contains(is_odd);
    sound.then(|| bimemo::source::composed(&decoded).into_owned())
}

/// What is written with `%` and two digits of hexadecimal; none where one is no such.
pub fn decode(written: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(written.len());
    let mut parts = written.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let byte = u8::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
        bytes.push(byte);
        bytes.extend(rest.bytes());
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_and_none_leads_upwards() {
        let of = |written: &str| path(written).map(|names| names.join("|"));
        assert_eq!(
            of("/memos/%C3%A9t%C3%A9.fr.md").as_deref(),
            Some("memos|été.fr.md")
        );
        assert_eq!(of("/memos/e%CC%81").as_deref(), Some("memos|é"));
        assert_eq!(of("/a//b").as_deref(), Some("a||b"));
        assert_eq!(of("/").as_deref(), Some(""));
        for bad in [
            "/memos/../a",
            "/memos/%2e%2E/a",
            "/memos/..%2Fa",
            "/memos/a%00",
            "/memos/a%0A",
            "/memos/%5c",
            "/%",
            "/%4",
            "/%+1",
            "/%ff",
            "/%é",
            "a",
            "*",
        ] {
            assert_eq!(path(bad), None, "{bad}");
        }
    }
}
