//! The pages of the desk: what their templates are given.

use super::fields;
use super::shown::{Places, all_findings, findings_of, is_shown};
use super::words::{Words, language, words};
use crate::serve::documents::location;
use crate::serve::hosts::is_loopback;
use crate::serve::shelf::{Entry, Look, Shelf};
use crate::serve::site::Site;
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::document::path_href;
use bimemo::lang::Lang;
use bimemo::press::{self, Format, Release, file_name};
use hyper::http::request::Parts;
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::sync::{Arc, LazyLock};
use tera::{Context, Tera};

/// How many memos a page lists.
const A_PAGE: usize = 200;

/// The templates, by their names.
const TEMPLATES: [(&str, &str); 7] = [
    ("page.html", include_str!("page.html")),
    ("parts.html", include_str!("parts.html")),
    ("memos.html", include_str!("memos.html")),
    ("memo.html", include_str!("memo.html")),
    ("findings.html", include_str!("findings.html")),
    ("file.html", include_str!("file.html")),
    ("nothing.html", include_str!("nothing.html")),
];

static TERA: LazyLock<Tera> = LazyLock::new(|| {
    let mut tera = Tera::new();
    // A test fills all of them.
    let read = tera.add_raw_templates(TEMPLATES);
    debug_assert!(read.is_ok(), "{read:?}");
    tera
});

/// The desk as one request sees it.
pub struct Desk<'a> {
    shelf: Arc<Shelf>,
    words: &'static Words,
    /// The fields at the end of the address.
    asked: Vec<(String, String)>,
    /// What ends every address: the language, where it was chosen.
    query: String,
    /// The address without its fields.
    here: String,
    /// The secret of this start, where an editor may be started.
    token: Option<&'a str>,
}

impl<'a> Desk<'a> {
    /// The desk for a request.
    pub fn of(site: &'a Site, request: &Parts) -> Desk<'a> {
        let asked = fields(request.uri.query().unwrap_or_default());
        let named = asked.iter().find(|(name, _)| name == "lang");
        let named = named.map(|(_, value)| value.as_str());
        let lang = language(named, &request.headers);
        let is_chosen = named == Some(lang.code());
        let host = site.hosts.of_request(request);
        let is_here = host.as_ref().is_some_and(is_loopback);
        Desk {
            shelf: site.shelf(),
            words: words(lang),
            query: match is_chosen {
                true => format!("?lang={lang}"),
                false => String::new(),
            },
            here: request.uri.path().to_owned(),
            token: (is_here && site.editor.is_some()).then_some(site.token.as_str()),
            asked,
        }
    }

    fn asked(&self, name: &str) -> &str {
        let named = self.asked.iter().find(|(own, _)| own == name);
        named.map_or("", |(_, value)| value.as_str())
    }

    fn places<'p>(&'p self, here: &'p str, is_page: bool) -> Places<'p> {
        Places {
            shelf: &self.shelf,
            words: self.words,
            query: &self.query,
            here,
            is_page,
        }
    }

    fn fill(&self, template: &str, mut values: Value) -> Option<String> {
        let root = self.shelf.workspace.root();
        let folder = root.file_name().unwrap_or_default().to_string_lossy();
        values["title"] = json!(self.words.say("title", &[("folder", folder.into())]));
        values["words"] = self.words.plain();
        values["lang"] = json!(self.words.lang.tag());
        values["query"] = json!(self.query);
        values["switch"] = json!(format!("{}?lang={}", self.here, self.words.lang.other()));
        values["editor"] = json!(self.token);
        for name in ["heading", "memo_path", "place"] {
            if values.get(name).is_none() {
                values[name] = json!("");
            }
        }
        let filled = Context::from_serialize(&values);
        let filled = filled.and_then(|context| TERA.render(template, &context));
        debug_assert!(filled.is_ok(), "{filled:?}");
        filled.ok()
    }

    /// The words for what was not looked at yet.
    fn looking(&self) -> Option<String> {
        let memos = self.shelf.memos.values();
        let left = memos.filter(|entry| entry.known().is_none()).count();
        (left > 0).then(|| self.words.say("looking", &[("left", left.into())]))
    }

    /// The list of memos: the newest first.
    pub fn memos(&self) -> Option<String> {
        let memos = self.wanted();
        let last = memos.len().saturating_sub(1) / A_PAGE;
        let at = self.asked("page").parse().unwrap_or(0).min(last);
        let (all, shown) = (self.shelf.memos.len(), memos.len());
        let count = match self.asked("q").trim() {
            "" => self.words.count("memo-count", all),
            _ => self.words.say(
                "filtered-count",
                &[("count", all.into()), ("shown", shown.into())],
            ),
        };
        let listed = memos.iter().skip(at * A_PAGE).take(A_PAGE).enumerate();
        let listed = listed.map(|(index, entry)| {
            let mut memo = self.about(entry);
            memo["id"] = json!(format!("m{index}"));
            memo["href"] = json!(self.places("", false).page(entry.memo.name()));
            memo
        });
        self.fill(
            "memos.html",
            json!({
                "place": "memos",
                "heading": self.words.say("memos", &[]),
                "q": self.asked("q"),
                "asked_lang": (!self.query.is_empty()).then(|| self.words.lang.code()),
                "count": count,
                "looking": self.looking(),
                "memos": listed.collect::<Value>(),
                "newer": (at > 0).then(|| self.list(at - 1)),
                "older": (at < last).then(|| self.list(at + 1)),
            }),
        )
    }

    /// The memos that have the words that are asked for, the newest first.
    fn wanted(&self) -> Vec<&Arc<Entry>> {
        let wanted = self.asked("q").trim().to_lowercase();
        let fits = |entry: &&Arc<Entry>| {
            let subjects = entry.known().map(|look| &look.subjects);
            let mut subjects = subjects.into_iter().flatten();
            let path = entry.memo.name().to_lowercase();
            path.contains(&wanted) || subjects.any(|(_, it)| it.to_lowercase().contains(&wanted))
        };
        let mut memos: Vec<&Arc<Entry>> = self.shelf.memos.values().filter(fits).collect();
        memos.sort_by_key(|entry| Reverse(entry.known().map_or("", |look| look.date.as_str())));
        memos
    }

    /// The address of one page of the list.
    fn list(&self, at: usize) -> String {
        let begins = if self.query.is_empty() { "?" } else { "&" };
        let filter = path_href(self.asked("q"));
        let filter = filter.replace('&', "%26").replace('+', "%2B");
        format!("/{}{begins}q={filter}&page={at}", self.query)
    }

    /// What a memo is about and how it stands, as far as that is known.
    fn about(&self, entry: &Entry) -> Value {
        let look = entry.known();
        let subjects = look.map(|look| self.subjects(look)).unwrap_or_default();
        json!({
            "path": entry.memo.name(),
            "date": look.map_or("", |look| &look.date),
            "subjects": subjects,
            "states": self.states(entry),
        })
    }

    /// The subjects, that in the language of the desk first.
    fn subjects(&self, look: &Look) -> Vec<Value> {
        let mut subjects: Vec<&(Lang, String)> = look.subjects.iter().collect();
        subjects.retain(|(_, subject)| !subject.trim().is_empty());
        subjects.sort_by_key(|(lang, _)| *lang != self.words.lang);
        let shown = subjects.into_iter();
        let shown = shown.map(|(lang, subject)| json!({ "lang": lang.tag(), "words": subject }));
        shown.collect()
    }

    /// Of words in several languages those in the language of the desk, or the first.
    fn own<'w>(&self, words: &'w [(Lang, String)]) -> Option<&'w str> {
        let own = words.iter().find(|(lang, _)| *lang == self.words.lang);
        own.or(words.first()).map(|(_, words)| words.as_str())
    }

    fn is_released(&self, entry: &Entry, look: &Look) -> bool {
        !press::stops(&look.findings, Release::Final)
            && !self.shelf.is_stopped(Release::Final)
            && self.shelf.clashes(&entry.memo).is_empty()
    }

    fn states(&self, entry: &Entry) -> Vec<Value> {
        let badge = |kind: &str, words: String| json!({ "kind": kind, "words": words });
        let own = |kind: &str| badge(kind, self.words.say(kind, &[]));
        let Some(look) = entry.known() else {
            return vec![own("unread")];
        };
        let mut states = vec![own(match self.is_released(entry, look) {
            true => "released",
            false => "not-released",
        })];
        states.extend(
            look.status
                .map(|it| badge("status", self.words.say(it, &[]))),
        );
        let own_words = self.own(&look.classifications);
        states.extend(own_words.map(|words| badge("classification", words.to_owned())));
        states.extend(
            self.counts(&look.findings)
                .map(|(kind, words)| badge(kind, words)),
        );
        states
    }

    /// How many findings of each severity there are, where there are any.
    fn counts(&self, findings: &[Diagnostic]) -> impl Iterator<Item = (&'static str, String)> {
        let counted = [
            (Severity::Error, "errors"),
            (Severity::Warning, "warnings"),
            (Severity::Note, "notes"),
        ];
        counted.into_iter().filter_map(|(severity, name)| {
            let is_one = |finding: &&Diagnostic| finding.severity == severity;
            let count = findings.iter().filter(is_one).count();
            (count > 0).then(|| (severity.name(), self.words.count(name, count)))
        })
    }

    /// A memo: its pictures beside each other, its findings, its source.
    pub fn memo(&self, path: &str) -> Option<String> {
        let entry = self.shelf.memos.get(path)?;
        let look = entry.look(&self.shelf);
        let places = self.places(path, true);
        let mut found = look.findings.clone();
        found.extend(self.shelf.clashes(&entry.memo));
        let source = self.shelf.workspace.read_memo(&entry.memo);
        let lines = source.map_or(json!([]), |file| places.lines(&file, &found));
        let subject = self.own(&look.subjects);
        let is_released = self.is_released(entry, look);
        self.fill(
            "memo.html",
            json!({
                "heading": subject.unwrap_or(path),
                "memo_path": path,
                "memo": self.about(entry),
                "documents": is_released.then(|| location(&entry.memo.stem)),
                "frames": look.subjects.iter().map(|it| self.frame(entry, it)).collect::<Value>(),
                "findings": places.findings(&found, "f"),
                "is_known": true,
                "lines": lines,
            }),
        )
    }

    fn frame(&self, entry: &Entry, (lang, subject): &(Lang, String)) -> Value {
        let base = format!("/desk/preview/{}", path_href(entry.memo.name()));
        let address = |format: Format| {
            let name = file_name(&entry.memo.stem, *lang, format);
            format!("{base}/{}", path_href(&name))
        };
        let language = self.words.say(&lang.name().to_lowercase(), &[]);
        let own = ("language", language.as_str().into());
        json!({
            "name": format!("picture-{lang}"),
            "language": language,
            "title": self.words.say("frame", &[own.clone(), ("subject", subject.as_str().into())]),
            "links": self.words.say("links", &[own]),
            "page": address(Format::Html),
            "markdown": address(Format::Markdown),
            "pdf": address(Format::Pdf),
        })
    }

    /// Everything that is wrong with the workspace, by files.
    pub fn findings(&self) -> Option<String> {
        let all = all_findings(&self.shelf);
        let path_of = |it: &Diagnostic| it.span.as_ref().map(|it| it.file().path().to_owned());
        let by_file = all.chunk_by(|one, other| path_of(one) == path_of(other));
        let files = by_file.enumerate().map(|(at, found)| {
            let path = path_of(&found[0]);
            let places = self.places(path.as_deref().unwrap_or_default(), false);
            let findings = places.findings(found, &format!("f{at}-"));
            let page = path.as_ref().map(|path| places.page(path));
            json!({
                "id": format!("file{at}"),
                "name": path.clone().unwrap_or_else(|| self.words.say("no-place", &[])),
                "href": page,
                "findings": findings,
            })
        });
        let files: Value = files.collect();
        let counted: Vec<String> = self.counts(&all).map(|(_, words)| words).collect();
        let count = match counted.is_empty() {
            true => self.words.say("nothing-found", &[]),
            false => counted.join(", "),
        };
        let heading = self.words.say("findings", &[]);
        let looking = self.looking();
        self.fill(
            "findings.html",
            json!({ "place": "findings", "heading": heading, "count": count, "looking": looking, "files": files }),
        )
    }

    /// A file with which something is wrong, with that at its lines.
    pub fn file(&self, path: &str) -> Option<String> {
        if !is_shown(&self.shelf, path) {
            return None;
        }
        let found = findings_of(&self.shelf, path);
        let file = self.shelf.workspace.text(path).ok().flatten()?;
        let lines = self.places(path, true).lines(&file, &found);
        self.fill("file.html", json!({ "heading": path, "lines": lines }))
    }

    /// That there is nothing to show of a memo.
    pub fn nothing(&self) -> Option<String> {
        self.fill("nothing.html", json!({}))
    }
}
