//! What is said where there is nothing to give: as JSON, or as text for people.

use super::content::{Content, Reply};
use super::deliver::put;
use super::negotiation::Wanted;
use super::sets::Set;
use super::shelf::Entry;
use crate::args::OutputFormat;
use crate::report::{self, Look};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use hyper::http::request::Parts;
use hyper::{HeaderMap, Method, Response, StatusCode};
use serde_json::{Value, json};

/// A response of text.
pub fn text(status: StatusCode, words: &str) -> Reply {
    let bytes = format!("{words}\n");
    let mut reply = Response::new(Content::of(bytes));
    *reply.status_mut() = status;
    let head = reply.headers_mut();
    put(head, CONTENT_TYPE, "text/plain; charset=utf-8");
    put(head, CACHE_CONTROL, "no-store");
    reply
}

/// That there is nothing of this name.
pub fn not_found() -> Reply {
    text(StatusCode::NOT_FOUND, "there is nothing of this name")
}

/// That something else can be done here.
pub fn not_allowed(allowed: &str) -> Reply {
    let mut reply = text(StatusCode::METHOD_NOT_ALLOWED, &format!("only {allowed}"));
    put(reply.headers_mut(), ALLOW, allowed);
    reply
}

/// A problem in both forms.
pub struct Problem {
    status: StatusCode,
    data: Value,
    words: String,
}

impl Problem {
    /// That a memo is not released, with its findings.
    pub fn not_released(entry: &Entry, set: &Set) -> Problem {
        let memo = entry.memo.name();
        let found = &set.findings;
        let written = report::findings(OutputFormat::Concise, found, &Look::default());
        Problem {
            status: StatusCode::CONFLICT,
            words: format!("{memo} is not released:\n{}", written.trim_end()),
            data: json!({
                "memo": memo,
                "id": entry.memo.stem,
                "released": false,
                "findings": found.iter().map(report::object).collect::<Vec<Value>>(),
            }),
        }
    }

    /// That none of these fits what is asked for.
    pub fn not_acceptable(documents: impl Iterator<Item = String>) -> Problem {
        let documents: Vec<String> = documents.collect();
        Problem {
            status: StatusCode::NOT_ACCEPTABLE,
            words: format!("none of these is asked for:\n{}", documents.join("\n")),
            data: json!({ "documents": documents }),
        }
    }

    /// The response to a request.
    pub fn reply(self, request: &Parts) -> Reply {
        let wanted = Wanted::types(&request.headers);
        let as_text = wanted.type_weight("text/plain") > wanted.type_weight("application/json");
        let mut reply = text(self.status, &self.words);
        let head = reply.headers_mut();
        put(head, VARY, "Accept");
        if !as_text {
            let bytes = format!("{}\n", self.data);
            put(head, CONTENT_TYPE, "application/json");
            *reply.body_mut() = Content::of(bytes);
        }
        without_body(reply, &request.method)
    }
}

/// A response to `HEAD`: how long the content would be, and none of it.
pub fn without_body(mut reply: Reply, method: &Method) -> Reply {
    use hyper::body::Body;
    if method == Method::HEAD {
        if let Some(length) = reply.body().size_hint().exact()
            && !reply.headers().contains_key(CONTENT_LENGTH)
        {
            put(reply.headers_mut(), CONTENT_LENGTH, &length.to_string());
        }
        *reply.body_mut() = Content::of(Vec::new());
    }
    reply
}

/// A response of JSON that is made anew each time.
pub fn data(value: &Value, method: &Method) -> Reply {
    let mut reply = text(StatusCode::OK, &value.to_string());
    put(reply.headers_mut(), CONTENT_TYPE, "application/json");
    without_body(reply, method)
}

/// The headers that every response has.
pub fn guard(head: &mut HeaderMap) {
    use hyper::header::{HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
    put(head, X_CONTENT_TYPE_OPTIONS, "nosniff");
    if !head.contains_key(REFERRER_POLICY) {
        put(head, REFERRER_POLICY, "no-referrer");
    }
    let policy = HeaderName::from_static("cross-origin-resource-policy");
    put(head, policy, "same-origin");
}
