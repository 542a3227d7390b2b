//! What a page says of itself: to search engines and catalogues, to what shows links, to
//! programs; and that it leads nowhere but to what its run makes.

use crate::stage;
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A notice that says all of itself that it can.
const NOTICE: &str = r#"kind: notice
date: 2026-05-04
updated: 2026-05-06
reference: NR-2026-3
sender: { name: Odile Fenwick, gender: feminine }
letterhead:
  organization: { en: Ministry of Harbours, fr: Ministère des Ports }
subject: { en: Boathouse keys, fr: Clés du hangar }
description:
  en: The keys are at the front desk from { $from } on.
  fr: Les clés sont à la réception à partir du { $from }.
keywords: { en: [keys, boathouse], fr: [clés, hangar] }
slug: { en: boathouse-keys, fr: cles-du-hangar }
expires: 2026-12-31
facts: { from: 2026-05-05 }
metadata:
  audience: staff
  topics: [keys, "12"]
  shown: true
  programme: { en: Harbours, fr: Ports }
sections:
  - body: { en: The keys are ready., fr: Les clés sont prêtes. }
"#;

/// A memo of which the subject and the description are these words.
fn memo(words: &str, more: &str) -> String {
    let words = json!(words).to_string();
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick }}\n\
         recipients: [{{ en: All staff, fr: Tout le personnel }}]\n\
         subject: {{ en: {words}, fr: {words} }}\n\
         description: {{ en: {words}, fr: {words} }}\n\
         sections:\n  - body: {{ en: The keys are ready., fr: Les clés sont prêtes. }}\n{more}"
    )
}

fn workspace(files: &[(&str, &str)]) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for (path, text) in files {
        let path = stage.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    stage
}

/// The pages that a run makes, by their names.
fn pages(root: &Path, arguments: &[&str]) -> BTreeMap<String, Html> {
    let out = TempDir::new().expect("a temporary folder can be made");
    let result = stage::bimemo(root)
        .args(["render", "--quiet", "--out"])
        .arg(out.path())
        .args(arguments)
        .output()
        .expect("bimemo runs");
    let told = String::from_utf8_lossy(&result.stderr).into_owned();
    let files = stage::files(out.path()).into_iter();
    let pages: BTreeMap<String, Html> = files
        .filter(|file| file.extension().is_some_and(|it| it == "html"))
        .map(|file| {
            let page = fs::read_to_string(out.path().join(&file)).expect("it can be read");
            (file.display().to_string(), Html::parse_document(&page))
        })
        .collect();
    assert!(!pages.is_empty(), "{told}");
    pages
}

fn all<'p>(page: &'p Html, selector: &str) -> Vec<ElementRef<'p>> {
    let selector = Selector::parse(selector).expect("it is a selector");
    page.select(&selector).collect()
}

/// What the head says under a name: each value with its `title`.
fn said(page: &Html, name: &str) -> Vec<String> {
    let found = all(page, "head > meta").into_iter().map(|it| it.value());
    let named = found.filter(|it| it.attr("name").or(it.attr("property")) == Some(name));
    named
        .map(|it| {
            let content = it.attr("content").expect("it has a content");
            match it.attr("title") {
                Some(title) => format!("{content} ({title})"),
                None => content.to_owned(),
            }
        })
        .collect()
}

fn linked_data(page: &Html) -> Vec<Value> {
    let scripts = all(page, "script[type='application/ld+json']").into_iter();
    scripts
        .map(|it| serde_json::from_str(&it.text().collect::<String>()).expect("it is JSON"))
        .collect()
}

#[test]
fn a_page_says_of_itself_what_the_memo_does() {
    let settings = "base-url: https://example.ca/notices/\n";
    let root = workspace(&[("memos/keys.yaml", NOTICE), ("bimemo.yaml", settings)]);
    let pages = pages(root.path(), &[]);
    let page = &pages["keys.fr.html"];
    let description = "Les clés sont à la réception à partir du 5\u{a0}mai 2026.";
    for (name, values) in [
        ("description", vec![description]),
        ("keywords", vec!["clés, hangar"]),
        ("author", vec!["Odile Fenwick"]),
        ("robots", vec![]),
        ("dcterms.title", vec!["Clés du hangar"]),
        ("dcterms.language", vec!["fra (ISO639-2/T)"]),
        ("dcterms.issued", vec!["2026-05-04 (W3CDTF)"]),
        ("dcterms.modified", vec!["2026-05-06 (W3CDTF)"]),
        ("dcterms.valid", vec!["2026-12-31 (W3CDTF)"]),
        ("dcterms.creator", vec!["Ministère des Ports"]),
        ("dcterms.description", vec![description]),
        ("dcterms.subject", vec!["clés; hangar"]),
        ("dcterms.accessRights", vec!["2"]),
        ("og:title", vec!["Clés du hangar"]),
        ("og:description", vec![description]),
        ("og:url", vec!["https://example.ca/notices/keys.fr.html"]),
        ("og:site_name", vec!["Ministère des Ports"]),
        ("og:locale", vec!["fr_CA"]),
        ("og:locale:alternate", vec!["en_CA"]),
        ("article:published_time", vec!["2026-05-04"]),
        ("article:modified_time", vec!["2026-05-06"]),
        ("article:expiration_time", vec!["2026-12-31"]),
        ("article:tag", vec!["clés", "hangar"]),
    ] {
        let said: Vec<String> = said(page, name);
        assert_eq!(said, values, "{name}");
    }
    let english = &pages["keys.en.html"];
    assert_eq!(said(english, "dcterms.language"), ["eng (ISO639-2/T)"]);
    let times = all(page, "time[datetime]").into_iter();
    let times: Vec<&str> = times.filter_map(|it| it.value().attr("datetime")).collect();
    assert_eq!(times, ["2026-05-06"]);
    let [data] = &linked_data(page)[..] else {
        panic!("there is one block of data");
    };
    let expected = json!({
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "name": "Clés du hangar",
        "genre": "Avis",
        "description": description,
        "keywords": ["clés", "hangar"],
        "inLanguage": "fr-CA",
        "identifier": "NR-2026-3",
        "url": "https://example.ca/notices/keys.fr.html",
        "datePublished": "2026-05-04",
        "dateModified": "2026-05-06",
        "expires": "2026-12-31",
        "author": [{ "@type": "Person", "name": "Odile Fenwick" }],
        "publisher": { "@type": "Organization", "name": "Ministère des Ports" },
        "translationOfWork": {
            "@type": "DigitalDocument",
            "inLanguage": "en-CA",
            "url": "https://example.ca/notices/keys.en.html",
        },
        "encoding": [
            {
                "@type": "MediaObject",
                "encodingFormat": "text/markdown",
                "contentUrl": "keys.fr.md",
            },
            {
                "@type": "MediaObject",
                "encodingFormat": "application/pdf",
                "contentUrl": "keys.fr.pdf",
            },
        ],
    });
    assert_eq!(*data, expected);
}

/// The links of a page's head: what they say and where they lead.
fn links(page: &Html, rel: &str) -> Vec<(String, String)> {
    let links = all(page, &format!("head > link[rel='{rel}']")).into_iter();
    let attribute =
        |it: &ElementRef<'_>, name| it.value().attr(name).unwrap_or_default().to_owned();
    links
        .map(|it| (attribute(&it, "hreflang"), attribute(&it, "href")))
        .collect()
}

#[test]
fn pages_name_one_another_and_nothing_that_the_run_does_not_make() {
    let alone = NOTICE.replace("slug:", "languages: [fr]\nslug:");
    for (settings, base) in [
        ("", ""),
        ("base-url: https://example.ca/n\n", "https://example.ca/n/"),
    ] {
        let root = workspace(&[
            ("memos/keys.yaml", NOTICE),
            ("memos/alone.yaml", &alone),
            (
                "memos/later.yaml",
                &NOTICE.replace("reference:", "source-language: fr\nreference:"),
            ),
            ("bimemo.yaml", settings),
        ]);
        for arguments in [
            &["--format", "html"][..],
            &["--format", "html", "--lang", "fr"],
        ] {
            let pages = pages(root.path(), arguments);
            for (name, page) in &pages {
                let canonical = links(page, "canonical");
                let own = (String::new(), format!("{base}{name}"));
                let expected = if base.is_empty() { vec![] } else { vec![own] };
                assert_eq!(canonical, expected, "{name}");
                let versions = links(page, "alternate");
                if pages.len() < 5 || name.starts_with("alone") {
                    assert_eq!(versions, [], "{name}");
                    continue;
                }
                let (stem, _) = name.split_once('.').expect("a name");
                let first = if stem == "later" { "fr" } else { "en" };
                let version =
                    |tag: &str, lang: &str| (tag.to_owned(), format!("{base}{stem}.{lang}.html"));
                let all = [
                    version("en-CA", "en"),
                    version("fr-CA", "fr"),
                    version("x-default", first),
                ];
                assert_eq!(versions, all, "{name}");
                for (_, href) in versions {
                    assert!(pages.contains_key(href.trim_start_matches(base)), "{href}");
                }
            }
            let switches = pages.values().flat_map(|page| all(page, "nav.languages a"));
            for switch in switches {
                let href = switch.value().attr("href").expect("it leads somewhere");
                assert!(pages.contains_key(href), "{href}");
            }
        }
    }
}

#[test]
fn drafts_and_what_is_classified_tell_programs_nothing() {
    for (more, arguments, is_told) in [
        ("", &["--format", "html"][..], true),
        (
            "classification: unclassified\n",
            &["--format", "html"],
            true,
        ),
        (
            "classification: protected-b\n",
            &["--format", "html"],
            false,
        ),
        ("", &["--format", "html", "--draft"], false),
        (
            "classification: protected-b\n",
            &["--format", "html", "--layout", "parallel"],
            false,
        ),
        ("", &["--format", "html", "--layout", "parallel"], true),
    ] {
        let root = workspace(&[("memos/keys.yaml", &memo("Keys 12", more))]);
        for (name, page) in pages(root.path(), arguments) {
            assert_eq!(linked_data(&page).is_empty(), !is_told, "{more}{name}");
            assert_eq!(said(&page, "og:title").is_empty(), !is_told, "{more}{name}");
            assert_eq!(
                said(&page, "robots") == ["noindex"],
                !is_told,
                "{more}{name}"
            );
            let rights = said(&page, "dcterms.accessRights");
            assert_eq!(rights == ["2"], is_told, "{more}{name}");
            if more.contains("protected-b") {
                assert!(rights.concat().contains("B"), "{rights:?}");
            }
        }
    }
}

/// Words that end a string, an attribute, an element or its data, or begin another.
const ATTACKS: [&str; 8] = [
    "</script><script>alert(1)</script>",
    "< !-- <script>",
    "\" onload=\"x",
    "a\\\",\"@type\":\"Person",
    "]]> &lt;/script> &amp;",
    "&#60;b> & ${x}",
    "a & b; c",
    "{\"@id\":\"x\"}",
];

#[test]
fn no_words_leave_the_place_where_they_are_said() {
    for words in ATTACKS {
        // Braces are Fluent's.
        let fluent = words.replace('{', "\u{1}").replace('}', "\u{2}");
        let fluent = fluent
            .replace('\u{1}', "{\"{\"}")
            .replace('\u{2}', "{\"}\"}");
        let more = format!("keywords: {{ en: [{0}], fr: [{0}] }}\n", json!(fluent));
        let root = workspace(&[("memos/keys.yaml", &memo(&fluent, &more))]);
        for (name, page) in pages(root.path(), &["--format", "html"]) {
            let scripts = all(&page, "script");
            assert_eq!(scripts.len(), 2, "{name}: {words}");
            let [data] = &linked_data(&page)[..] else {
                panic!("{name}: {words}");
            };
            let description = said(&page, "description").concat();
            for key in ["name", "description"] {
                assert_eq!(data[key], json!(description), "{name}: {words}");
            }
            assert_eq!(data["keywords"], json!([description]), "{name}: {words}");
            assert_eq!(data["@type"], json!("DigitalDocument"));
            assert_eq!(said(&page, "og:title").concat(), description);
            let loaded = all(&page, "[onload], [onclick], [src]");
            assert_eq!(loaded.len(), 0, "{name}: {words}");
        }
    }
}

#[test]
fn templates_get_what_the_memo_and_the_settings_know() {
    let template = "<!DOCTYPE html><html lang=\"{{ lang }}\"><title>x</title>\n\
        <p id=\"a\">{{ metadata.audience }}|{{ metadata[\"a-b\"] }}|{{ metadata.programme }}|\
        {% if metadata.shown %}shown{% endif %}|{% if metadata.nothing %}no{% endif %}|\
        {% for topic in metadata.topics %}{{ topic }};{% endfor %}|{{ metadata.office }}|\
        {{ slug }}|{{ words.web_greeting }}</p></html>\n";
    let settings = "metadata: { audience: everybody, a-b: c, office: { en: Port, fr: Havre } }\n";
    let root = workspace(&[
        ("memos/keys.yaml", NOTICE),
        ("bimemo.yaml", settings),
        ("templates/notice.html", template),
        ("locales/en/web.ftl", "web-greeting = Good day\n"),
        ("locales/fr/web.ftl", "web-greeting = Bonjour\n"),
    ]);
    let pages = pages(root.path(), &["--format", "html"]);
    let text = |name: &str| -> String {
        let found = all(&pages[name], "#a");
        found.iter().flat_map(|it| it.text()).collect()
    };
    assert_eq!(
        text("keys.en.html"),
        "staff|c|Harbours|shown||keys;12;|Port|boathouse-keys|Good day"
    );
    assert_eq!(
        text("keys.fr.html"),
        "staff|c|Ports|shown||keys;12;|Havre|cles-du-hangar|Bonjour"
    );
}

/// A workspace with the examples, set by the templates for Canada.ca.
fn gcweb() -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let copy = |from: &str, to: &str| {
        let from = stage::repository().join(from);
        for file in stage::files(&from) {
            let to = stage.path().join(to).join(&file);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder can be made");
            fs::copy(from.join(&file), to).expect("a file can be copied");
        }
    };
    copy("memos", "memos");
    copy("examples/gcweb", "");
    for file in ["directory.yaml", "bimemo.yaml"] {
        let from = fs::read_to_string(stage::repository().join(file)).expect("it can be read");
        let to = stage.path().join(file);
        let set = fs::read_to_string(&to).unwrap_or_default();
        fs::write(to, from + &set).expect("it can be written");
    }
    stage
}

#[test]
fn the_examples_stand_on_canada_ca_without_findings() {
    let root = gcweb();
    for command in [&["check"][..], &["locale", "check"]] {
        let result = stage::bimemo(root.path())
            .args(command)
            .args(["--quiet", "--output-format", "concise", "--deny-warnings"])
            .output()
            .expect("bimemo runs");
        let told = String::from_utf8_lossy(&result.stdout).into_owned();
        // The letterheads of the examples are examples.
        let told: Vec<&str> = told.lines().filter(|it| !it.contains("[W026]")).collect();
        assert_eq!(told, <[&str; 0]>::default());
        assert_eq!(result.status.code(), Some(0));
    }
    let pages = pages(root.path(), &["--format", "html,pdf"]);
    assert!(pages.len() > 10);
    for (name, page) in &pages {
        let is_french = name.contains(".fr.");
        for (selector, count) in [
            ("html[lang]", 1),
            ("body[vocab='http://schema.org/'][typeof='WebPage']", 1),
            (
                "main[property='mainContentOfPage'] h1#wb-cont[property='name']",
                1,
            ),
            ("h1", 1),
            ("#wb-tphp a[href='#wb-cont']", 1),
            ("dl#wb-dtmd time[property='dateModified']", 1),
            ("footer#wb-info", 1),
            ("header #wb-lng a[hreflang]", 1),
            (
                "link[rel='stylesheet'][href='/etc/designs/canada/wet-boew/css/theme.min.css']",
                1,
            ),
            (
                "style, script:not([type='application/ld+json']), [style]",
                0,
            ),
        ] {
            assert_eq!(all(page, selector).len(), count, "{name}: {selector}");
        }
        let ids = all(page, "[id]")
            .into_iter()
            .filter_map(|it| it.value().attr("id"));
        let ids: Vec<&str> = ids.collect();
        assert_eq!(ids.len(), BTreeSet::from_iter(&ids).len(), "{name}");
        let text: String = page.root_element().text().collect();
        assert_eq!(text.contains("Détails de la page"), is_french, "{name}");
        assert_eq!(text.contains("Page details"), !is_french, "{name}");
    }
}
