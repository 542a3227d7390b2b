//! The examples of the specifications of Markdown (`tests/specifications/`), each the
//! body of a memo: words and structure of the page are those of the specification, and
//! the Markdown that is written, read again, and the pages say what the page says.

use crate::printed::{Printed, Room, difference, errors, told, words, words_of_pages};
use crate::stage;
use bimemo::lang::Lang;
use bimemo::language::typography::MendRule;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// What a body may not hold, by the codes that say so, each with its reason.
const REFUSED: [(&str, &str); 12] = [
    ("W011", "a footnote's label must be defined"),
    ("W013", "a picture needs words for those who do not see it"),
    ("W014", "a link's scheme is one that a memo may lead to"),
    ("W015", "the file that a link leads to is there"),
    ("W016", "a picture is a file of the workspace"),
    ("W017", "a file beyond the workspace is not copied"),
    ("W020", "a link inside the memo leads to a section"),
    ("W021", "a link leads somewhere"),
    ("W037", "a heading has words"),
    ("W040", "a cell has its head"),
    ("W041", "a link has words"),
    ("W105", "a font has every character"),
];

/// What is told of an example that is printed all the same: words in brackets that may be
/// a place to fill in, and comments of HTML.
const PRINTED: [&str; 2] = ["P072", "W054"];

/// What is printed otherwise than in the specification, by the examples' sections or by
/// what is in them.
const OTHERWISE: [&str; 6] = [
    "raw HTML is printed as it is written",
    "footnotes stand at the end, with their way back",
    "marks in a bare address are its own",
    "a heading inside of another block is a line in bold",
    "the specification leaves it open",
    "the title of a picture that stands alone is its caption",
];

/// What is said of examples that are as in the specification but for such addresses.
const MORE_LINKS: &str = "a bare address is a link";
const FEWER_LINKS: &str = "a bare address of this kind is no link";

struct Example {
    name: String,
    markdown: String,
    html: String,
}

fn all_examples() -> Vec<Example> {
    let folder = stage::repository().join("tests/specifications");
    let mut all = Vec::new();
    for file in ["commonmark", "gfm", "gfm-extensions"] {
        let text = fs::read_to_string(folder.join(format!("{file}.json")));
        let text = text.expect("the examples can be read");
        let examples: Vec<serde_json::Value> =
            serde_json::from_str(&text).expect("the examples are JSON");
        for example in examples {
            let text = |key: &str| example[key].as_str().unwrap_or_default().to_owned();
            all.push(Example {
                name: format!("{file}-{}", example["example"]),
                markdown: text("markdown"),
                html: text("html"),
            });
        }
    }
    all
}

impl Example {
    /// The example with addresses that a memo may lead to: a path from the root leads
    /// out of a workspace.
    fn with_addresses(mut self) -> Example {
        let there = match self.html.contains("<img") {
            true => "",
            false => "https://example.ca/",
        };
        for root in ["url", "uri"] {
            let (from, to) = (format!("/{root}"), format!("{there}{root}"));
            self.markdown = self.markdown.replace(&from, &to);
            self.html = self.html.replace(&from, &to);
        }
        self
    }

    /// Why it is printed otherwise than in the specification.
    fn otherwise(&self) -> Option<&'static str> {
        let parser = || Parser::new_ext(&self.markdown, options());
        let raw = |event| matches!(event, Event::Html(_) | Event::InlineHtml(_));
        let note = |event| matches!(event, Event::FootnoteReference(_));
        let [html, notes, marks, nested, open, caption] = OTHERWISE;
        let reasons = [
            (html, parser().any(raw)),
            (notes, parser().any(note)),
            (marks, has_marked_address(parser())),
            (nested, has_nested_heading(parser())),
            (open, self.html.contains("<IGNORE>")),
            (caption, has_captioned_picture(&self.html)),
        ];
        let reason = reasons.into_iter().find(|(_, applies)| *applies);
        reason.map(|(reason, _)| reason)
    }

    /// What is to be said of the page's links: bare ones are no links in CommonMark, and
    /// some of GitHub's are none here.
    fn links(&self, printed: &Printed) -> &'static str {
        match count_links(body(&words::page_as_xml(&printed.html))).cmp(&count_links(&self.html)) {
            Ordering::Less => FEWER_LINKS,
            Ordering::Equal => AS_SPECIFIED,
            Ordering::Greater => MORE_LINKS,
        }
    }

    /// The files that its links and pictures lead to.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        for key in ["href=\"", "src=\""] {
            for part in self.html.split(key).skip(1) {
                let path = part.split('"').next().unwrap_or_default();
                let path = path.split(['#', '?']).next().unwrap_or_default();
                let path = decoded(&path.replace("&amp;", "&").replace("&quot;", "\""));
                if !path.is_empty() && !path.contains([':', '/', '\0']) {
                    files.push(path);
                }
            }
        }
        files
    }

    /// Where the formats differ from each other, or the page from the specification.
    fn faults(&self, printed: &Printed) -> Vec<String> {
        let html = words::of_page(&printed.html);
        let markdown = difference(&words::of_markdown(&printed.markdown), &html);
        let pages = difference(&html, &words_of_pages(&printed.pages));
        let page = words::page_as_xml(&printed.html);
        let page = body(&page);
        let reread = compare(&read_again(&printed.markdown), page);
        let specified = self.otherwise().is_none().then(|| {
            // Pages end their code without a line break.
            compare(&self.html.replace("\n</code></pre>", "</code></pre>"), page)
        });
        [
            ("Markdown, page", markdown),
            ("structure of Markdown, page", reread),
            ("page, pages", pages),
            ("specification, page", specified.flatten()),
        ]
        .into_iter()
        .filter_map(|(what, difference)| Some(format!("{what}:\n{}", difference?)))
        .chain(printed.differences())
        .collect()
    }

    fn memo(&self, lang: Lang) -> String {
        // Braces are Fluent's.
        let body = self.markdown.replace('{', "\u{0}").replace('}', "{\"}\"}");
        let body = body.replace('\u{0}', "{\"{\"}");
        let body = serde_json::to_string(&body).expect("a string");
        format!(
            "date: 2026-05-04\nlanguages: [{lang}]\nsender: {{ {lang}: Office }}\nrecipients: [{{ {lang}: Staff }}]\nsubject: {{ {lang}: Example }}\nsections:\n  - body: {{ {lang}: {body} }}\n"
        )
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
}

/// Whether a picture with a title stands alone in its paragraph.
fn has_captioned_picture(html: &str) -> bool {
    let mut paragraphs = html.split("<p>").skip(1);
    paragraphs.any(|rest| {
        let paragraph = rest.split("</p>").next().unwrap_or_default();
        let alone = paragraph.starts_with("<img") && paragraph.matches('<').count() == 1;
        alone && paragraph.ends_with("/>") && paragraph.contains(" title=\"")
    })
}

/// Takes percent-encoding away.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let code = tail
            .get(..2)
            .and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(code) if byte == b'%' => {
                bytes.push(code);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether a mark of emphasis stands inside of an address in running text: forges read it
/// as part of that.
fn has_marked_address<'e>(events: impl Iterator<Item = Event<'e>>) -> bool {
    let (mut text, mut marked) = (String::new(), false);
    for event in events {
        match event {
            Event::Text(part) if marked && !part.starts_with(char::is_whitespace) => return true,
            Event::Text(part) => text.push_str(&part),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                let address = text.rsplit_once("://");
                marked = address.is_some_and(|(_, rest)| !rest.contains(char::is_whitespace));
                continue;
            }
            _ => text.clear(),
        }
        marked = false;
    }
    false
}

/// Whether a heading stands in a list or a quotation.
fn has_nested_heading<'e>(events: impl Iterator<Item = Event<'e>>) -> bool {
    let mut depth = 0_usize;
    for event in events {
        match event {
            Event::Start(Tag::Heading { .. }) if depth > 0 => return true,
            Event::Start(Tag::Item | Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => depth -= 1,
            _ => {}
        }
    }
    false
}

fn count_links(html: &str) -> usize {
    html.matches("<a ").count()
}

/// Where words and structure of markup and of a page part. Where one has more links than
/// the other, which knows no bare addresses, addresses that are their own words count as
/// words.
fn compare(wanted: &str, page: &str) -> Option<String> {
    let links = match count_links(wanted) == count_links(page) {
        true => Links::All,
        false => Links::Worded,
    };
    match (outline(wanted, links), outline(page, links)) {
        (Ok(wanted), Ok(found)) => difference(&wanted, &found),
        (wanted, found) => Some(format!("{wanted:?} {found:?}")),
    }
}

/// Which links an outline has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    All,
    /// Those with words that are not the address itself.
    Worded,
}

/// Whether a link's words are its address.
fn is_own_address(link: roxmltree::Node<'_, '_>) -> bool {
    let address = decoded(link.attribute("href").unwrap_or_default());
    let words: String = link
        .descendants()
        .filter(|it| it.is_text())
        .filter_map(|it| it.text())
        .collect();
    ["", "mailto:", "http://", "https://"]
        .iter()
        .any(|prefix| address.strip_prefix(prefix) == Some(&decoded(&words)))
}

/// Words and structure of markup, what is written without a space in one piece: what
/// differs by habit alone is left out.
fn outline(markup: &str, links: Links) -> Result<Vec<String>, roxmltree::Error> {
    // What is no XML in a specification's HTML: an open `input`.
    let mut inputs = markup.split("<input");
    let mut well_formed = inputs.next().unwrap_or_default().to_owned();
    for input in inputs {
        let (attributes, rest) = input.split_once('>').unwrap_or_default();
        let _ = write!(
            well_formed,
            "<input{}/>{rest}",
            attributes.trim_end_matches('/')
        );
    }
    let whole = format!("<body>{well_formed}</body>");
    let tree = roxmltree::Document::parse(&whole)?;
    let numbered: Vec<roxmltree::NodeId> = tree
        .descendants()
        .filter(|it| it.has_tag_name("ul") && labelled(*it).is_some())
        .map(|it| it.id())
        .collect();
    let mut text = String::new();
    let mut about = About {
        links,
        headings: Vec::new(),
        numbered,
        begins: None,
    };
    describe(tree.root_element(), &mut about, false, &mut text);
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// Elements that stand in a line.
const INLINE: [&str; 8] = ["a", "strong", "em", "del", "code", "img", "input", "span"];

/// What a description knows.
struct About {
    links: Links,
    /// The levels of the headings above, the shallowest first.
    headings: Vec<u8>,
    /// Lists of bullets whose items have letters or Roman numerals for words: Markdown has
    /// no other way to number them.
    numbered: Vec<roxmltree::NodeId>,
    /// In how many numbered lists an item of such a list begins, until its words do.
    begins: Option<usize>,
}

/// The label of the first item of a list, as its number, where it is a letter or a Roman
/// numeral of a list inside of a numbered one.
fn labelled(list: roxmltree::Node<'_, '_>) -> Option<usize> {
    let around = list
        .ancestors()
        .skip(1)
        .filter(|it| it.has_tag_name("ol") || it.has_tag_name("ul") && labelled(*it).is_some());
    let depth = around.count();
    let item = list.first_element_child()?;
    let first = |node: roxmltree::Node<'_, '_>| {
        let mut own = node.children();
        own.find(|it| !it.is_text() || it.text().is_some_and(|text| !text.trim().is_empty()))
            .map(|it| it.id())
    };
    let tree = list.document();
    let mut words = tree.get_node(first(item)?)?;
    if words.has_tag_name("p") {
        words = tree.get_node(first(words)?)?;
    }
    words.is_text().then_some(())?;
    label(words.text().unwrap_or_default(), depth).map(|(number, _)| number)
}

/// The number that a text begins with in a list inside of so many, and how long it is.
fn label(text: &str, depth: usize) -> Option<(usize, usize)> {
    let word = text.split_whitespace().next()?;
    let known: Vec<String> = match depth {
        0 => Vec::new(),
        1 => ('a'..='z').map(|letter| format!("{letter})")).collect(),
        _ => [
            "i.", "ii.", "iii.", "iv.", "v.", "vi.", "vii.", "viii.", "ix.", "x.",
        ]
        .map(str::to_owned)
        .into(),
    };
    let at = known.iter().position(|it| it == word)?;
    Some((at + 1, word.len()))
}

impl About {
    /// How deep a heading stands below others: its level says no more, and pages have no
    /// more than five below their title.
    fn depth(&mut self, level: u8) -> usize {
        while self.headings.pop_if(|above| *above >= level).is_some() {}
        self.headings.push(level);
        self.headings.len().min(5)
    }
}

fn describe(node: roxmltree::Node<'_, '_>, about: &mut About, code: bool, out: &mut String) {
    for child in node.children() {
        if child.is_text() {
            let text = child.text().unwrap_or_default();
            let text = match about.begins.take_if(|_| !text.trim().is_empty()) {
                Some(depth) => label(text, depth).map_or(text, |(_, end)| &text[end..]),
                None => text,
            };
            if code {
                // Every space and line of code counts.
                out.push_str(&text.replace(' ', "·").replace('\n', "¶").replace('\t', "→"));
            } else {
                out.push_str(text);
            }
            continue;
        }
        let of = |name: &str| child.attribute(name);
        let name = child.tag_name().name();
        let inline = INLINE.contains(&name);
        if !inline {
            out.push(' ');
        }
        match name {
            // A wide table scrolls.
            "div" if of("class") == Some("scroll") => describe(child, about, code, out),
            // A heading begins one.
            "section" => describe(child, about, code, out),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let depth = about.depth(name.as_bytes()[1] - b'0');
                let _ = write!(out, "<h+{depth}> ");
                describe(child, about, code, out);
                out.push_str(" </h>");
            }
            "a" if about.links == Links::Worded && is_own_address(child) => {
                describe(child, about, code, out);
            }
            // In Markdown a caption is a paragraph below its picture.
            "figure" => {
                let mut figure = String::new();
                describe(child, about, code, &mut figure);
                let (picture, caption) = figure.split_once("<figcaption>").unwrap_or_default();
                let caption = caption.replace("</figcaption>", "");
                let _ = write!(
                    out,
                    "<p> {} </p> <p> <em>{}</em> </p>",
                    picture.trim(),
                    caption.trim()
                );
            }
            // So does a table without rows.
            "tbody" if child.first_element_child().is_none() => {}
            // A box, which has its words behind it.
            "input" | "span" => {
                let classes = child.parent().and_then(|item| item.attribute("class"));
                let done = classes.is_some_and(|classes| classes.contains("done"));
                let done = done || of("checked").is_some();
                out.push_str(if done { "[x] " } else { "[_] " });
            }
            _ => {
                let lettered = about
                    .numbered
                    .contains(&child.id())
                    .then(|| labelled(child));
                // The head of an empty column names nothing.
                let name = match (name, lettered) {
                    ("th", _) => "td",
                    (_, Some(_)) => "ol",
                    _ => name,
                };
                if name == "li" && about.numbered.contains(&node.id()) {
                    let lists = child
                        .ancestors()
                        .filter(|it| it.has_tag_name("ol") || about.numbered.contains(&it.id()));
                    about.begins = Some(lists.count() - 1);
                }
                let _ = write!(out, "<{name}");
                if let Some(number) = lettered.flatten().filter(|number| *number != 1) {
                    let _ = write!(out, " start={number}");
                }
                for attribute in ["href", "alt", "title", "start"] {
                    if let Some(value) = of(attribute) {
                        // A file's copy lies in a folder of its own.
                        let value = match attribute {
                            "href" => decoded(value.rsplit('/').next().unwrap_or_default()),
                            _ => value.to_owned(),
                        };
                        let _ = write!(out, " {attribute}={value}");
                    }
                }
                let space = if inline { "" } else { " " };
                let _ = write!(out, ">{space}");
                describe(child, about, code || name == "pre", out);
                let _ = write!(out, "{space}</{name}>");
            }
        }
        if !inline {
            out.push(' ');
        }
    }
}

/// The body of written Markdown as another reader's HTML.
fn read_again(markdown: &str) -> String {
    let (_, body) = markdown.split_once("\n---\n").unwrap_or_default();
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, Parser::new_ext(body, options()));
    let html = html.replace("\n</code></pre>", "</code></pre>");
    html.replace("<br>", "<br/>")
}

/// The part of a page that is the body's.
fn body(html: &str) -> &str {
    let begins = "<div id=\"section-1\">";
    let start = html.find(begins).expect("a section");
    let rest = &html[start + begins.len()..];
    let mut open = 1_i32;
    for (at, _) in rest.match_indices("div") {
        match &rest[at.saturating_sub(2)..at] {
            "</" => open -= 1,
            before if before.ends_with('<') => open += 1,
            _ => {}
        }
        if open == 0 {
            return &rest[..at - 2];
        }
    }
    panic!("the section has no end");
}

/// The smallest picture.
const PICTURE: &[u8] = include_bytes!("../fixtures/print/crest.png");

#[test]
fn every_example_goes_through_all_three_formats() {
    let room = Room::new();
    let off: Vec<&str> = MendRule::all().map(MendRule::name).collect();
    room.put(
        "bimemo.yaml",
        format!("typography: {{ off: [{}] }}\n", off.join(", ")),
    );
    let mut examples: BTreeMap<String, (Example, Lang)> = BTreeMap::new();
    for (at, example) in all_examples().into_iter().enumerate() {
        let example = example.with_addresses();
        let lang = Lang::ALL[at % 2];
        for file in example.files() {
            room.put(&format!("memos/{file}"), PICTURE);
        }
        room.put(&format!("memos/{}.yaml", example.name), example.memo(lang));
        examples.insert(example.name.clone(), (example, lang));
    }
    let open = room.open();
    let (mut faults, mut outcome) = (Vec::new(), BTreeMap::new());
    for memo in open.memos() {
        let Some((example, lang)) = examples.get(&memo.stem) else {
            continue;
        };
        let composition = open.compose(&memo);
        let mut refused = errors(&composition.diagnostics);
        refused.retain(|finding| !PRINTED.contains(&finding.code.id));
        if let Some(finding) = refused.first() {
            let code = finding.code.id;
            match REFUSED.iter().find(|(known, _)| *known == code) {
                Some((_, reason)) => note(&mut outcome, &format!("{code}: {reason}"), &memo.stem),
                None => faults.push(format!("{}: {code} {}", memo.stem, finding.message)),
            }
            continue;
        }
        match open.print(&composition, *lang) {
            Ok(printed) => {
                let found = example.faults(&printed).into_iter();
                faults.extend(found.map(|fault| format!("{} {fault}", memo.stem)));
                let links = || example.links(&printed);
                let reason = example.otherwise().unwrap_or_else(links);
                note(&mut outcome, reason, &memo.stem);
            }
            Err(findings) => faults.push(format!("{}: {}", memo.stem, told(&findings))),
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
    let right = outcome.get(AS_SPECIFIED).map_or(0, Vec::len);
    assert!(right > 500, "{right} examples are as in the specification");
    let listed = stage::repository().join("tests/specifications/outcome.txt");
    stage::assert_none(&Vec::from_iter(stage::compare(&listed, &list(&outcome))));
}

/// What is said of examples that need no reason.
const AS_SPECIFIED: &str = "as in the specification";

/// The names of examples by what came of them.
type Outcome = BTreeMap<String, Vec<String>>;

fn note(outcome: &mut Outcome, reason: &str, name: &str) {
    outcome
        .entry(reason.to_owned())
        .or_default()
        .push(name.to_owned());
}

/// The examples that are refused or printed otherwise, by their reasons.
fn list(outcome: &Outcome) -> String {
    let mut text = String::from(
        "What came of the examples; a test writes this list. Refused are those with a code.\n",
    );
    for (reason, names) in outcome {
        let _ = write!(text, "\n{reason}: {}\n", names.len());
        if reason != AS_SPECIFIED {
            for name in names {
                let _ = writeln!(text, "  {name}");
            }
        }
    }
    text
}
