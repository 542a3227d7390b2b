//! What is made for those who publish: fragments, data, front matter, and where the files
//! lie that go with them.

use crate::stage;
use bimemo::document::Edition;
use bimemo::press::{Format, Layout, Press, Release, stops};
use bimemo::workspace::Workspace;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Output;
use tempfile::TempDir;

/// Stems of which one is the beginning of another, or has what ids have not.
const STEMS: [&str; 10] = [
    "a", "a-en", "a--en", "en", "fr-a", "-", "é #1", "a_2d", "a-", "note-1",
];

fn workspace() -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let memos = stage.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    let body = "Fees[^1] in the [list](<liste été.pdf>), as in [Figure 1](#figure-1) \
                and in [the next part](#en-x).\n\n        ![Plan](plan.svg \"Plan\")\n\n        \
                - [x] done\n        - [ ] open\n\n        [^1]: A note.\n\n        ## Deep\n\n        \
                ### Deeper\n\n        #### Deepest\n\n        ##### Deeper than that\n\n        Words.";
    let memo = format!(
        "date: 2026-05-04\nupdated: 2026-06-01\nsender: {{ name: Odile Fenwick, gender: feminine }}\n\
         recipients: [{{ en: All staff, fr: Tout le personnel }}]\n\
         subject: {{ en: \"Keys: \\\"new\\\" # one\", fr: \"Clés : « neuves »\" }}\nsections:\n  - body:\n      \
         en: |\n        {body}\n      fr: |\n        {body}\n  - id: en-x\n    heading: {{ en: Next, fr: Suite }}\n    \
         body: {{ en: More words., fr: Encore des mots. }}\n"
    );
    for stem in STEMS {
        fs::write(memos.join(format!("{stem}.yaml")), &memo).expect("a memo can be written");
    }
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    fs::write(memos.join("plan.svg"), drawing).expect("a file can be written");
    fs::write(memos.join("liste été.pdf"), "%PDF-1.7").expect("a file can be written");
    // What the texts say in both languages alike is no matter here.
    fs::write(
        stage.path().join("bimemo.yaml"),
        "severity: { untranslated: off, wrong-language: off }\n",
    )
    .expect("settings can be written");
    stage
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    let result = stage::bimemo(root).args(arguments).output();
    result.expect("bimemo runs")
}

/// Renders with these options into `out/`, without a word.
fn render(root: &Path, options: &[&str]) {
    let _ = fs::remove_dir_all(root.join("out"));
    for layout in ["separate", "parallel"] {
        let mut arguments = vec!["render", "--quiet", "--layout", layout];
        arguments.extend(options);
        let result = run(root, &arguments);
        let told = String::from_utf8_lossy(&result.stderr);
        assert!(result.status.success(), "{told}");
    }
}

/// The files of a run whose names end so, with their texts.
fn texts(root: &Path, ending: &str) -> BTreeMap<String, String> {
    let out = root.join("out");
    let files = stage::files(&out).into_iter();
    let files = files.filter(|file| file != Path::new("manifest.json"));
    let named = files.filter(|file| file.to_string_lossy().ends_with(ending));
    let read = |file: &Path| fs::read_to_string(out.join(file)).expect("it is text");
    let texts: BTreeMap<String, String> = named
        .map(|file| (file.to_string_lossy().into_owned(), read(&file)))
        .collect();
    assert_eq!(texts.len(), STEMS.len() * 3, "{:?}", texts.keys());
    texts
}

fn parsed(fragment: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(fragment).expect("a fragment is well-formed")
}

#[test]
fn fragments_bring_nothing_that_a_page_around_them_has() {
    let stage = workspace();
    render(stage.path(), &["--format", "fragment"]);
    let mut ids = BTreeSet::new();
    for (name, text) in texts(stage.path(), ".fragment.html") {
        let document = parsed(&text);
        let root = document.root_element();
        let lang = if name.contains(".fr.") {
            "fr-CA"
        } else {
            "en-CA"
        };
        assert_eq!(root.attribute("lang"), Some(lang), "{name}");
        let mut own = BTreeSet::new();
        for element in document.descendants().filter(|node| node.is_element()) {
            let tag = element.tag_name().name();
            let of_pages = [
                "html", "head", "body", "style", "script", "link", "meta", "main", "nav",
            ];
            assert!(!of_pages.contains(&tag), "{name}: <{tag}>");
            for attribute in element.attributes() {
                let key = attribute.name();
                assert!(key != "style" && !key.starts_with("on"), "{name}: {key}");
            }
            let classes = element.attribute("class").unwrap_or_default();
            let is_own = |class: &str| class.starts_with("bimemo-");
            assert!(classes.split_whitespace().all(is_own), "{name}: {classes}");
            if let Some(id) = element.attribute("id") {
                let fits = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
                assert!(
                    id.starts_with("bimemo-") && id.chars().all(fits),
                    "{name}: {id}"
                );
                assert!(ids.insert(id.to_owned()), "{name}: {id} stands twice");
                own.insert(id.to_owned());
            }
        }
        let mut anchors = 0;
        for href in document.descendants().filter_map(|it| it.attribute("href")) {
            if let Some(anchor) = href.strip_prefix('#') {
                anchors += 1;
                assert!(own.contains(anchor), "{name}: {href}");
            }
        }
        assert!(anchors >= 4, "{name}: {anchors}");
        for sign in ["☑", "☐"] {
            assert!(text.contains(sign), "{name}");
        }
    }
}

/// The levels of a fragment's headings, in order.
fn levels(fragment: &str) -> Vec<u32> {
    let document = parsed(fragment);
    let headings = document.descendants().filter_map(|node| {
        let name = node.tag_name().name();
        let level = name.strip_prefix('h').and_then(|it| it.parse().ok());
        let deep = (node.attribute("role") == Some("heading")).then(|| {
            assert_eq!(name, "p");
            let level = node.attribute("aria-level").expect("it has a level");
            level.parse().expect("it is a number")
        });
        level.or(deep)
    });
    headings.collect()
}

#[test]
fn headings_of_fragments_begin_at_the_level_that_is_asked_for() {
    let stage = workspace();
    let mut first = BTreeMap::new();
    for level in 1..=6_u32 {
        let number = level.to_string();
        render(
            stage.path(),
            &["--format", "fragment", "--heading-level", &number],
        );
        for (name, text) in texts(stage.path(), ".fragment.html") {
            let found = levels(&text);
            assert_eq!(found.first(), Some(&level), "{name}");
            let above: Vec<u32> = found.iter().map(|it| it + 1 - level).collect();
            assert!(above.contains(&5), "{above:?}");
            let known = first.entry(name).or_insert_with(|| above.clone());
            assert_eq!(*known, above);
        }
    }
    render(stage.path(), &["--format", "fragment"]);
    let usual = texts(stage.path(), ".fragment.html");
    assert!(usual.values().all(|text| levels(text).first() == Some(&2)));
}

/// The addresses in something: of Markdown, of a fragment, of data.
fn addresses(name: &str, text: &str) -> BTreeSet<String> {
    if name.ends_with(".json") {
        let mut found = BTreeSet::new();
        addresses_of(&serde_json::from_str(text).expect("it is JSON"), &mut found);
        return found;
    }
    if name.ends_with(".md") {
        let options = pulldown_cmark::Options::all();
        let events = pulldown_cmark::Parser::new_ext(text, options);
        let links = events.filter_map(|event| match event {
            pulldown_cmark::Event::Start(
                pulldown_cmark::Tag::Link { dest_url, .. }
                | pulldown_cmark::Tag::Image { dest_url, .. },
            ) => Some(dest_url.to_string()),
            _ => None,
        });
        return links.collect();
    }
    let document = parsed(text);
    let nodes = document.descendants();
    nodes
        .flat_map(|it| [it.attribute("href"), it.attribute("src")])
        .flatten()
        .map(str::to_owned)
        .collect()
}

fn addresses_of(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|it| addresses_of(it, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match value.as_str() {
                    Some(address) if key == "href" || key == "src" => {
                        found.insert(address.to_owned());
                    }
                    _ => addresses_of(value, found),
                }
            }
        }
        _ => {}
    }
}

fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next(), rest.next()].map(|it| char::from(it.unwrap_or(b'?')));
            let digits = String::from_iter(digits);
            bytes.push(u8::from_str_radix(&digits, 16).expect("it is percent-encoded"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn copies_are_where_the_prefix_says_and_nothing_else_is() {
    let stage = workspace();
    let formats = ["--format", "md,fragment,json"];
    for (prefix, written) in [
        (None, ""),
        (Some("/files"), "/files/"),
        (
            Some("https://cdn.example.ca/m/"),
            "https://cdn.example.ca/m/",
        ),
    ] {
        let mut options = Vec::from(formats);
        options.extend(prefix.iter().flat_map(|prefix| ["--asset-prefix", prefix]));
        render(stage.path(), &options);
        for ending in [".md", ".fragment.html", ".json"] {
            for (name, text) in texts(stage.path(), ending) {
                let stem = name.split('.').next().unwrap_or_default();
                let mut copies = 0;
                for address in addresses(&name, &text) {
                    if address.starts_with(['#']) || address.starts_with("data:image/") {
                        assert!(address.starts_with('#') || ending == ".fragment.html");
                        assert!(address.starts_with('#') || prefix.is_none(), "{name}");
                        continue;
                    }
                    let path = address.strip_prefix(written);
                    let path = decoded(path.unwrap_or_else(|| panic!("{name}: {address}")));
                    assert!(path.starts_with(&format!("{stem}/")), "{name}: {address}");
                    assert!(
                        stage.path().join("out").join(&path).is_file(),
                        "{name}: {path}"
                    );
                    copies += 1;
                }
                let pictures = usize::from(ending != ".fragment.html" || prefix.is_some());
                assert_eq!(copies, 1 + pictures, "{name}");
            }
        }
    }
    // What people read goes on being whole, and leads to what is beside it.
    let format = ["--format", "md,html,pdf"];
    render(stage.path(), &format);
    let before = fs::read(stage.path().join("out/a.en.html")).expect("a page");
    render(
        stage.path(),
        &[&format[..], &["--asset-prefix", "/files"]].concat(),
    );
    let after = fs::read(stage.path().join("out/a.en.html")).expect("a page");
    let page = |bytes| String::from_utf8(bytes).expect("a page is text");
    let links = |page: &str| page.matches("href=\"a/liste").count();
    assert_eq!(links(&page(before)), 1);
    assert_eq!(links(&page(after)), 1);
}

#[test]
fn front_matter_says_what_the_memo_says() {
    let stage = workspace();
    for (generator, fence, key) in [
        ("hugo", "+++\n", "translationKey"),
        ("zola", "+++\n", "translation_key"),
        ("quarto", "---\n", "translation-key"),
        ("jekyll", "---\n", "ref"),
    ] {
        let options = ["--format", "md", "--front-matter", generator];
        for draft in [false, true] {
            let mut options = Vec::from(options);
            options.extend(draft.then_some("--draft"));
            render(stage.path(), &options);
            for (name, text) in texts(stage.path(), ".md") {
                let rest = text.strip_prefix(fence).expect("it begins with its fence");
                let (matter, markdown) = rest.split_once(&format!("\n{fence}\n")).expect("it ends");
                assert!(
                    markdown.len() > 200 && !markdown.starts_with('\n'),
                    "{name}"
                );
                let matter: Value = match fence {
                    "+++\n" => {
                        let table: toml::Table = toml::from_str(matter).expect("it is TOML");
                        let table = serde_json::to_value(&table).expect("it is data");
                        let text = table
                            .to_string()
                            .replace("{\"$__toml_private_datetime\":", "");
                        assert!(text.contains("2026-05-04"), "{text}");
                        table
                    }
                    _ => serde_yaml::from_str(matter).expect("it is YAML"),
                };
                let french = name.contains(".fr.");
                let title = match french {
                    true => "Clés\u{a0}: «\u{a0}neuves\u{a0}»",
                    false => "Keys: “new” # one",
                };
                assert_eq!(matter["title"], title, "{name}");
                let inside = matter.to_string();
                let stem = name.split('.').next().unwrap_or_default();
                let quoted = serde_json::to_string(stem).expect("a string can be quoted");
                assert!(inside.contains(&format!("\"{key}\":{quoted}")), "{inside}");
                let lang = if french { "fr-CA" } else { "en-CA" };
                assert!(inside.contains(&format!("\"{lang}\"")), "{inside}");
                assert!(inside.contains("2026-05-04") && inside.contains("2026-06-01"));
                assert_eq!(matter["draft"], draft, "{name}");
            }
        }
    }
}

#[test]
fn an_option_that_would_do_nothing_is_told() {
    let stage = workspace();
    for (options, told) in [
        (
            vec!["--format", "html", "--front-matter", "hugo"],
            "add `md` to --format",
        ),
        (vec!["--heading-level", "3"], "add `fragment` to --format"),
        (
            vec!["--format", "pdf", "--asset-prefix", "/x"],
            "add `md`, `fragment` or `json` to --format",
        ),
        (
            vec!["--format", "fragment", "--heading-level", "0"],
            "1..=6",
        ),
        (
            vec!["--format", "fragment", "--heading-level", "7"],
            "1..=6",
        ),
        (vec!["--asset-prefix", "a b"], "`%20`"),
        (vec!["--asset-prefix", ""], "empty"),
        (vec!["--asset-prefix", "javascript:x"], "https://"),
        (vec!["--front-matter", "hexo"], "hugo"),
    ] {
        let result = run(stage.path(), &[vec!["render"], options.clone()].concat());
        let said = String::from_utf8_lossy(&result.stderr);
        assert_eq!(result.status.code(), Some(2), "{options:?}: {said}");
        assert!(said.contains(told), "{options:?}: {said}");
        assert!(!stage.path().join("out").exists());
    }
}

#[test]
fn one_format_is_one_document_on_standard_output() {
    let stage = workspace();
    for format in ["fragment", "json"] {
        let arguments = [
            "render",
            "memos/a.yaml",
            "--lang",
            "fr",
            "--stdout",
            "--format",
            format,
        ];
        let result = run(stage.path(), &arguments);
        assert!(result.status.success(), "{result:?}");
        let said = String::from_utf8(result.stdout).expect("it is text");
        assert!(said.contains("fr-CA"), "{said}");
    }
}

/// The folders of workspaces and of memos without one, whose data the schema is held
/// against.
const WHOLE: [&str; 2] = ["tests/fixtures/workspaces", "tests/fixtures/frozen"];
const LOOSE: [&str; 4] = [
    "tests/fixtures/memos",
    "tests/fixtures/faults",
    "tests/corpus/blind",
    "tests/corpus/tuned",
];

fn schema() -> jsonschema::Validator {
    let path = stage::repository().join("docs/document.schema.json");
    let text = fs::read_to_string(path).expect("there is a schema");
    let schema: Value = serde_json::from_str(&text).expect("a schema is JSON");
    jsonschema::meta::validate(&schema).expect("it is a schema");
    jsonschema::validator_for(&schema).expect("a schema can be read")
}

/// What the schema finds in the data of a workspace's memos; counts those.
fn against_schema(root: &Path, schema: &jsonschema::Validator, count: &mut usize) -> Vec<String> {
    let workspace = Workspace::open(root).expect("the workspace can be opened");
    let (press, _) = Press::load(&workspace);
    let mut found = Vec::new();
    for memo in workspace.select(&[]).expect("memos").memos {
        let composition = press.compose(&workspace, &memo, Release::Draft);
        if stops(&composition.diagnostics, Release::Draft) {
            continue;
        }
        let layouts = [Layout::Separate, Layout::Parallel].into_iter();
        let editions = layouts.filter_map(|layout| press.editions(&composition, layout).ok());
        for edition in editions.flatten() {
            let Ok(files) = press.set(&workspace, &edition, Format::Json) else {
                continue;
            };
            let bytes = files
                .into_iter()
                .next()
                .map(|file| file.1)
                .unwrap_or_default();
            let data: Value = serde_json::from_slice(&bytes).expect("it is JSON");
            let errors = schema.iter_errors(&data).take(3);
            found.extend(errors.map(|it| format!("{}: {}: {it}", memo.stem, it.instance_path())));
            *count += usize::from(matches!(edition, Edition::Separate(_)));
        }
    }
    found
}

#[test]
fn data_are_as_their_schema_says() {
    let schema = schema();
    let mut count = 0;
    let mut found = against_schema(stage::repository(), &schema, &mut count);
    found.extend(against_schema(workspace().path(), &schema, &mut count));
    for folder in WHOLE {
        for entry in fs::read_dir(stage::repository().join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                found.extend(against_schema(&path, &schema, &mut count));
            }
        }
    }
    for folder in LOOSE {
        let stage = TempDir::new().expect("a temporary folder can be made");
        let memos = stage.path().join("memos");
        fs::create_dir(&memos).expect("a folder can be made");
        let from = stage::repository().join(folder);
        let files = stage::files(&from).into_iter();
        let yaml = files.filter(|it| it.extension().is_some_and(|it| it == "yaml"));
        for (number, file) in yaml.enumerate() {
            let to = memos.join(format!("memo-{number}.yaml"));
            fs::copy(from.join(file), to).expect("a memo can be copied");
        }
        found.extend(against_schema(stage.path(), &schema, &mut count));
    }
    stage::assert_none(&found);
    assert!(count > 100, "{count}");
    // A schema that takes everything proves nothing.
    let wrong = serde_json::json!({ "schema": 1, "id": "a" });
    assert!(!schema.is_valid(&wrong));
}
