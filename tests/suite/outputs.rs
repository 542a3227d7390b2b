//! What lies in the output folder: links from one file to the other, copies of files, and
//! nothing of what was refused.

use crate::stage;
use scraper::{Html, Selector};
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

/// A memo whose body, in both languages, is this.
fn memo(body: &str) -> String {
    let body = body.replace('\n', "\n        ");
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick, gender: feminine }}\n\
         recipients: [{{ en: All staff, fr: Tout le personnel }}]\n\
         subject: {{ en: Boathouse keys, fr: Clés du hangar }}\nsections:\n  - body:\n      \
         en: |\n        {body}\n      fr: |\n        {body}\n"
    )
}

/// A workspace with files in its folder `memos`.
fn workspace(files: &[(&str, &[u8])]) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(stage.path().join("memos")).expect("a folder can be made");
    for (name, bytes) in files {
        fs::write(stage.path().join("memos").join(name), bytes).expect("a file can be written");
    }
    stage
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    stage::bimemo(root)
        .args(arguments)
        .output()
        .expect("bimemo runs")
}

/// The addresses in a page's links.
fn addresses(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let linked = Selector::parse("[href], [src]").expect("it is a selector");
    let address = |attribute: &str, element: scraper::ElementRef<'_>| {
        element.value().attr(attribute).map(str::to_owned)
    };
    html.select(&linked)
        .flat_map(|element| [address("href", element), address("src", element)])
        .flatten()
        .collect()
}

/// What a relative path of plain letters and percent-encoded bytes names (RFC 3986, 4.2);
/// nothing where an address is something else.
fn named(address: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?].map(char::from);
                let digits = String::from_iter(digits);
                bytes.push(u8::from_str_radix(&digits, 16).ok()?);
            }
            byte if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) => bytes.push(byte),
            _ => return None,
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    let relative = !path.starts_with('/') && path.split('/').all(|part| part != "..");
    relative.then_some(path)
}

/// Names that mean something else in an address, in HTML or in Markdown.
const STEMS: [&str; 16] = [
    "memo #1",
    "what?",
    "100%25",
    "100%",
    "javascript:alert(1)",
    "data:text,x",
    "https:example.ca",
    "a&amp;b",
    "a\"b'c",
    "<b onclick=x>",
    "été à l’île",
    "](x) [y",
    "a.en",
    "-",
    "a+b~c_d",
    "tab;x=y",
];

#[test]
fn every_link_to_an_output_is_a_path_that_leads_there() {
    let body = "See the [plan](plan #1.svg) and the [list](<liste été.pdf>).\n\n\
                ![Plan](plan #1.svg)";
    let body = body.replace("(plan #1.svg)", "(plan%20%231.svg)");
    let drawing = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>".as_slice();
    let names: Vec<String> = STEMS.iter().map(|stem| format!("{stem}.yaml")).collect();
    let text = memo(&body);
    let mut files: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), text.as_bytes()))
        .collect();
    files.push(("plan #1.svg", drawing));
    files.push(("liste été.pdf", b"%PDF-1.7"));
    let stage = workspace(&files);
    for layout in ["separate", "parallel"] {
        let result = run(
            stage.path(),
            &[
                "render", "--quiet", "--format", "md,html", "--layout", layout,
            ],
        );
        let told = String::from_utf8_lossy(&result.stderr);
        assert!(result.status.success(), "{told}");
    }
    let out = stage.path().join("out");
    for stem in STEMS {
        for (lang, other) in [("en", Some("fr")), ("fr", Some("en")), ("en-fr", None)] {
            let page = fs::read_to_string(out.join(format!("{stem}.{lang}.html")));
            let mut found: Vec<String> = addresses(&page.expect("there is a page"))
                .into_iter()
                .filter(|it| !it.starts_with(['#']) && !it.starts_with("data:image/"))
                .filter(|it| it != "http://purl.org/dc/terms/")
                .map(|it| named(&it).unwrap_or_else(|| panic!("{stem}: {it}")))
                .collect();
            found.sort();
            found.dedup();
            let mut wanted = vec![
                format!("{stem}/liste été.pdf"),
                format!("{stem}/plan #1.svg"),
            ];
            wanted.extend(other.map(|other| format!("{stem}.{other}.html")));
            // Of two languages a page names itself, too.
            wanted.extend(other.map(|_| format!("{stem}.{lang}.html")));
            wanted.push(format!("{stem}.{lang}.md"));
            wanted.sort();
            assert_eq!(found, wanted);
            assert!(wanted.iter().all(|path| out.join(path).is_file()), "{stem}");
        }
        let markdown = fs::read_to_string(out.join(format!("{stem}.en.md")));
        let markdown = markdown.expect("there is Markdown");
        let targets = markdown.match_indices("](").map(|(at, _)| {
            let rest = &markdown[at + 2..];
            &rest[..rest.find(')').expect("it is closed")]
        });
        let found: Vec<Option<String>> = targets.map(named).collect();
        let (plan, list) = (
            Some(format!("{stem}/plan #1.svg")),
            Some(format!("{stem}/liste été.pdf")),
        );
        assert_eq!(found, [plan.clone(), list, plan], "{markdown}");
    }
}

#[test]
fn one_drawing_goes_out_whether_shown_or_linked() {
    let drawing = b"<?xml version='1.0'?>\n<!-- made by hand -->\n\
        <svg xmlns='http://www.w3.org/2000/svg' xmlns:n='urn:notes' width='9' height='9' n:by='O.F.'>\n\
        <metadata>Odile Fenwick</metadata><rect width='9' height='9'/></svg>"
        .as_slice();
    let clean = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
                 <rect width=\"9\" height=\"9\"/></svg>\n";
    let text = memo("![Plan](plan.svg)\n\n[Map](map.svg)");
    let files = [
        ("a.yaml", text.as_bytes()),
        ("plan.svg", drawing),
        ("map.svg", drawing),
    ];
    let stage = workspace(&files);
    let result = run(stage.path(), &["render", "--quiet"]);
    assert!(result.status.success(), "{result:?}");
    for copy in ["plan.svg", "map.svg"] {
        let copy = fs::read_to_string(stage.path().join("out/a").join(copy));
        assert_eq!(copy.expect("there is a copy"), clean);
    }
    let page = fs::read_to_string(stage.path().join("out/a.en.html")).expect("there is a page");
    let data = addresses(&page)
        .into_iter()
        .find(|it| it.starts_with("data:"));
    let size = clean.len().div_ceil(3) * 4;
    let start = "data:image/svg+xml;base64,";
    let data = data.expect("the picture is in the page");
    assert!(
        data.starts_with(start) && data.len() == start.len() + size,
        "{data}"
    );
}

#[test]
fn nothing_of_a_memo_with_an_active_drawing_is_written() {
    for (body, format) in [
        ("![Plan](plan.svg)", "md"),
        ("![Plan](plan.svg)", "html"),
        ("![Plan](plan.svg)", "pdf"),
        ("[Plan](plan.svg)", "pdf"),
    ] {
        for (drawing, place) in [
            ("<script>alert(1)</script>", "plan.svg:2:3"),
            ("<foreignObject><p/></foreignObject>", "plan.svg:2:3"),
            ("<style>@import 'a';</style>", "plan.svg:2:10"),
            ("<rect onclick='x'/>", "plan.svg:2:9"),
        ] {
            let drawing = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\n  {drawing}</svg>"
            );
            let text = memo(body);
            let files = [
                ("a.yaml", text.as_bytes()),
                ("plan.svg", drawing.as_bytes()),
            ];
            let stage = workspace(&files);
            for draft in [&[][..], &["--draft"]] {
                let mut arguments = vec!["render", "--format", format];
                arguments.extend(["--output-format", "concise"]);
                arguments.extend(draft);
                let result = run(stage.path(), &arguments);
                let told = String::from_utf8_lossy(&result.stderr);
                assert_eq!(result.status.code(), Some(1), "{told}");
                assert!(
                    told.contains(&format!("memos/{place}: error[W207]")),
                    "{told}"
                );
                let written = stage::documents(&stage.path().join("out"));
                assert!(written.is_empty(), "{told}: {written:?}");
            }
        }
    }
}

#[test]
fn a_page_goes_along_only_with_a_reason() {
    let text = memo("[Plan](plan.html)");
    let page = b"<!DOCTYPE html><title>x</title>".as_slice();
    let files = [("a.yaml", text.as_bytes()), ("plan.html", page)];
    let stage = workspace(&files);
    let result = run(stage.path(), &["render"]);
    assert_eq!(result.status.code(), Some(1));
    assert_eq!(stage::documents(&stage.path().join("out")).len(), 0);
    let reason = format!("{text}ignore: [{{ code: W209, reason: our own page }}]\n");
    fs::write(stage.path().join("memos/a.yaml"), reason).expect("it can be written");
    let result = run(stage.path(), &["render"]);
    assert!(result.status.success(), "{result:?}");
    let copy = fs::read(stage.path().join("out/a/plan.html"));
    assert_eq!(copy.expect("there is a copy"), page);
}

#[cfg(unix)]
#[test]
fn names_that_cannot_be_seen_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let text = memo("The keys are ready.");
    for (name, told) in [
        (
            b"tide\x07bell.yaml".as_slice(),
            "`tide<U+0007>bell.yaml` has a character that cannot be seen (U+0007)",
        ),
        (b"a\x1b[31mb.yaml", "(U+001B)"),
        (b"a\nb.yaml", "(U+000A)"),
        ("a\u{202e}b.yaml".as_bytes(), "(U+202E)"),
        (b"caf\xe9.yaml", "is not UTF-8"),
        (b"a\\b.yaml", "has a backslash"),
    ] {
        let stage = workspace(&[("sound.yaml", text.as_bytes())]);
        let memos = stage.path().join("memos");
        fs::write(memos.join(OsStr::from_bytes(name)), &text).expect("it can be written");
        let checked = run(stage.path(), &["check", "--output-format", "concise"]);
        let rendered = run(
            stage.path(),
            &["render", "--output-format", "concise", "--format", "md"],
        );
        for (result, output) in [(&checked, &checked.stdout), (&rendered, &rendered.stderr)] {
            let shown = String::from_utf8_lossy(output);
            assert_eq!(result.status.code(), Some(1), "{shown}");
            let finding = shown.lines().find(|line| line.contains("error[W303]"));
            assert!(finding.is_some_and(|line| line.contains(told)), "{shown}");
            let hidden = |c: char| c.is_control() && c != '\n';
            assert!(!shown.contains(hidden), "{shown:?}");
        }
        let mut written = stage::documents(&stage.path().join("out"));
        written.retain(|path| !path.to_string_lossy().starts_with("sound."));
        assert_eq!(written, Vec::<std::path::PathBuf>::new());
    }
}
