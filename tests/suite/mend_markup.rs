//! Inline markup beside all that is mended: the Markdown that a run writes, read by a
//! CommonMark reader, has the words and the emphasis of the HTML.

use bimemo::document::Edition;
use bimemo::lang::Lang;
use bimemo::press::{Format, Press, Release};
use bimemo::workspace::Workspace;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::fs;
use tempfile::TempDir;

/// Markup that stands in a sentence, around `x`.
const ELEMENTS: &[&str] = &[
    "*x*",
    "**x**",
    "_x_",
    "~~x~~",
    "[x](https://a.ca)",
    "<sup>x</sup>",
    "`x`",
    "[*x*](https://a.ca)",
    "***x***",
];

/// What stands in the elements.
#[rustfmt::skip]
const INSIDE: &[&str] = &[
    "plan", "\"plan\"", "plan:", "5", "14h30", "\"plan", "5 $", "le \"plan\" 5", "plan ?", "l'an",
];

/// What stands before an element and behind it.
#[rustfmt::skip]
const BEFORE: &[&str] = &["", " ", "\"", " \"", ": ", " -- ", "--", "$", "$ ", "5 ", "l'", " («", "-", "14 h "];
#[rustfmt::skip]
const BEHIND: &[&str] = &["", " ", "\"", "\" ", ":", " : ", " -- ", "--", " $", "$", " h 30", "'s", "» ?)", "%", "..."];

/// How many paragraphs a memo has.
const PARAGRAPHS: usize = 40;

/// Each element with all that may stand beside it, and what stands in it by turns.
fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    for element in ELEMENTS {
        for before in BEFORE {
            for behind in BEHIND {
                let inside = INSIDE[texts.len() % INSIDE.len()];
                let element = element.replace('x', inside);
                texts.push(format!("Le mot{before}{element}{behind}mot ici."));
            }
        }
    }
    texts
}

fn memo(paragraphs: &[String]) -> String {
    let body = |lang: Lang| {
        let paragraphs = paragraphs.iter();
        let lines: String = paragraphs
            .map(|text| format!("        {text}\n\n"))
            .collect();
        format!("      {lang}: |\n{lines}")
    };
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick, gender: feminine }}\nrecipients: [{{ en: All staff, fr: Tout le personnel }}]\nsubject: {{ en: Boathouse keys, fr: Clés du hangar }}\nsections:\n  - body:\n{}",
        Lang::ALL.map(body).concat()
    )
}

/// The paragraphs of Markdown as the tags of HTML, without attributes.
fn read(markdown: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut open = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) => open += &text,
            Event::Code(code) => open += &format!("<code>{code}</code>"),
            Event::InlineHtml(tag) => open += &tag,
            Event::SoftBreak => open.push(' '),
            Event::Start(Tag::Paragraph) => open.clear(),
            Event::End(TagEnd::Paragraph) => paragraphs.push(open.clone()),
            Event::Start(Tag::Emphasis) => open += "<em>",
            Event::End(TagEnd::Emphasis) => open += "</em>",
            Event::Start(Tag::Strong) => open += "<strong>",
            Event::End(TagEnd::Strong) => open += "</strong>",
            Event::Start(Tag::Strikethrough) => open += "<del>",
            Event::End(TagEnd::Strikethrough) => open += "</del>",
            Event::Start(Tag::Link { .. }) => open += "<a>",
            Event::End(TagEnd::Link) => open += "</a>",
            _ => {}
        }
    }
    paragraphs
}

/// The paragraphs of HTML, without their tags' attributes.
fn shown(html: &str) -> Vec<String> {
    let paragraphs = html
        .split("<p>")
        .filter_map(|rest| Some(rest.split_once("</p>")?.0));
    paragraphs
        .map(|paragraph| {
            let mut tags = paragraph.split('<');
            let mut text = tags.next().unwrap_or_default().to_owned();
            for tag in tags {
                let (tag, rest) = tag.split_once('>').expect("a tag ends");
                let name = tag.split(' ').next().unwrap_or_default();
                text += &format!("<{name}>{rest}");
            }
            text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&")
        })
        .collect()
}

#[test]
fn the_markdown_read_again_has_the_words_and_the_emphasis_of_the_html() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(stage.path().join("memos")).expect("a folder can be made");
    let texts = texts();
    for (number, paragraphs) in texts.chunks(PARAGRAPHS).enumerate() {
        let file = stage.path().join(format!("memos/keys-{number}.yaml"));
        fs::write(file, memo(paragraphs)).expect("the memo can be written");
    }
    let workspace = Workspace::open(stage.path()).expect("the workspace opens");
    let (press, _) = Press::load(&workspace);
    let memos = workspace
        .select(&[])
        .expect("the memos can be listed")
        .memos;
    let (mut compared, mut differ) = (0, Vec::new());
    for memo in &memos {
        let composition = press.compose(&workspace, memo, Release::Final);
        for document in &composition.documents {
            let set = |format| {
                let files = press.set(&workspace, &Edition::Separate(document), format);
                let files = files.expect("it can be set");
                let (_, bytes) = files.into_iter().next().expect("a document");
                String::from_utf8(bytes).expect("text")
            };
            let body = |paragraphs: Vec<String>| -> Vec<String> {
                let body = paragraphs.into_iter();
                body.filter(|text| text.starts_with("Le mot")).collect()
            };
            let markdown = body(read(&set(Format::Markdown)));
            let html = body(shown(&set(Format::Html)));
            assert_eq!(markdown.len(), html.len());
            compared += html.len();
            for (markdown, html) in markdown.iter().zip(&html) {
                if markdown != html {
                    differ.push(format!(
                        "{:?}\n  Markdown {markdown}\n  HTML     {html}",
                        document.lang
                    ));
                }
            }
        }
    }
    assert_eq!(compared, 2 * texts.len());
    assert!(
        differ.is_empty(),
        "{} differ:\n{}",
        differ.len(),
        differ.join("\n")
    );
}
