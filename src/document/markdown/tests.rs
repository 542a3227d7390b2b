use super::*;
use crate::document::{Origin, Passage};
use crate::locale::Formatted;
use crate::locale::PrintedValue;
use std::ops::Range;
mod bare;
mod forms;
mod headings;
mod mended;
mod values;

use crate::diagnostic::Diagnostic;
use crate::document::links::Links;
use crate::document::session::PrintedWords;
use crate::document::{Alignment, Block, BlockKind, Files, Inline};
use crate::lang::{Both, Lang};
use crate::language::Piece;
use crate::language::typography::Mender;
use crate::locale::{FormattedSegment, Layer, Locales, Resource, Source, token};
use crate::memo::yaml::Places;
use crate::source::{SourceFile, Span};
use std::sync::{Arc, LazyLock};

struct Some3;

impl Files for Some3 {
    fn exists(&self, path: &str) -> bool {
        ["memos/guide.pdf", "images/map.png", "memos/map.png"].contains(&path)
    }
    fn candidates(&self, _: &str) -> Vec<String> {
        vec!["memos/guide.pdf".to_owned(), "images/map.png".to_owned()]
    }
}

/// What came of a text: blocks, Markdown, notes, findings.
struct Parsed {
    passage: Passage,
    headed: Vec<HeadedPart>,
    notes: Vec<crate::document::Note>,
    diagnostics: Vec<Diagnostic>,
    files: Vec<crate::document::FileUse>,
}

/// The program's own words.
fn words() -> PrintedWords<'static> {
    static WORDS: LazyLock<(Locales, Both<Mender>, Arc<SourceFile>)> = LazyLock::new(|| {
        let files = [
            (Lang::En, include_str!("../../../locales/en/pages.ftl")),
            (Lang::En, include_str!("../../../locales/en/labels.ftl")),
            (Lang::Fr, include_str!("../../../locales/fr/pages.ftl")),
            (Lang::Fr, include_str!("../../../locales/fr/labels.ftl")),
        ];
        let resources = files.map(|(lang, text)| Resource {
            lang,
            file: SourceFile::new(format!("locales/{lang}/pages.ftl"), text),
            layer: Layer::Embedded,
        });
        let (locales, faults) = Locales::load(resources);
        assert_eq!(faults, []);
        let file = SourceFile::new("memos/a.yaml", "");
        (locales, Both::of(Mender::new), file)
    });
    let (locales, menders, file) = &*WORDS;
    PrintedWords {
        locales,
        menders,
        file,
    }
}

fn formatted(text: &str, values: &[PrintedValue]) -> Formatted {
    Formatted {
        text: text.to_owned(),
        values: values.to_vec(),
        segments: vec![FormattedSegment {
            range: 0..text.len(),
            source: Source::Text(0..text.len()),
            outer: None,
            verbatim: true,
        }],
        remarks: Vec::new(),
    }
}

fn parse(text: &str, values: &[PrintedValue], line: bool, mender: Option<&Mender>) -> Parsed {
    let file = SourceFile::new("memos/a.yaml", text);
    let places = Places::default();
    let mut session = Session {
        lang: Lang::En,
        places: &places,
        links: Links {
            folder: "memos/".to_owned(),
            stem: "a".to_owned(),
            files: &Some3,
            used: Vec::new(),
            anchors: Vec::new(),
        },
        words: Some(words()),
        notes: Vec::new(),
        note_count: 0,
        figure_count: 0,
        table_count: 0,
        paragraphs: None,
        diagnostics: Vec::new(),
    };
    let origin = |range: Range<usize>| Origin::Locale(Span::new(&file, range));
    let formatted = formatted(text, values);
    let source = Markdown {
        formatted: &formatted,
        origin: &origin,
        mender,
    };
    let body = if line {
        let phrase = parse_phrase(&source, &mut session);
        ParsedBody {
            passage: Passage {
                blocks: vec![Block {
                    kind: BlockKind::Paragraph(phrase.inlines),
                    origin: origin(0..0),
                }],
                markdown: phrase.markdown,
            },
            headed: Vec::new(),
        }
    } else {
        parse_body(&source, &mut session)
    };
    Parsed {
        passage: body.passage,
        headed: body.headed,
        notes: session.notes,
        diagnostics: session.diagnostics,
        files: session.links.used,
    }
}

fn body(text: &str) -> Parsed {
    parse(text, &[], false, None)
}

fn line(text: &str) -> Parsed {
    parse(text, &[], true, None)
}

fn with_values(text: &str, values: &[PrintedValue]) -> Parsed {
    parse(text, values, false, None)
}

fn piece(fact: &str, text: &str) -> Piece {
    Piece {
        text: text.to_owned(),
        facts: vec![fact.to_owned()],
        ..Piece::default()
    }
}

fn value(text: &str) -> PrintedValue {
    PrintedValue {
        pieces: vec![piece("x", text)],
        ..PrintedValue::default()
    }
}

/// Blocks in a compact notation, so that a test shows what it expects.
fn sketch(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Paragraph(inlines) => format!("p({})", inline_sketch(inlines)),
            BlockKind::List {
                start,
                tight,
                items,
            } => {
                let name = match start {
                    Some(start) => format!("ol{start}"),
                    None => "ul".to_owned(),
                };
                let items: Vec<String> = items
                    .iter()
                    .map(|item| {
                        let task = match item.task {
                            Some(true) => "[x]",
                            Some(false) => "[ ]",
                            None => "",
                        };
                        format!("{task}{}", sketch(&item.blocks))
                    })
                    .collect();
                let loose = if *tight { "" } else { "~" };
                format!("{name}{loose}({})", items.join("; "))
            }
            BlockKind::Table {
                caption,
                columns,
                header,
                rows,
            } => {
                let row = |cells: &[crate::document::Cell]| {
                    let cells: Vec<_> = cells.iter().map(|c| inline_sketch(&c.inlines)).collect();
                    cells.join("|")
                };
                let rows: Vec<_> = rows.iter().map(|cells| row(cells)).collect();
                let caption = caption.as_ref().map_or(String::new(), |caption| {
                    format!("[{}]", inline_sketch(&caption.words.inlines))
                });
                let (columns, header) = (columns.len(), row(header));
                format!("table{columns}{caption}({header}/{})", rows.join("/"))
            }
            BlockKind::Quote(blocks) => format!("quote({})", sketch(blocks)),
            BlockKind::Definitions { tight, items } => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| {
                        let meanings = item.meanings.iter().map(|it| sketch(&it.blocks));
                        let meanings: Vec<String> = meanings.collect();
                        format!("{}: {}", inline_sketch(&item.term), meanings.join(" | "))
                    })
                    .collect();
                format!("dl{}({})", if *tight { "" } else { "~" }, items.join("; "))
            }
            BlockKind::Alert { label, blocks, .. } => {
                let label = inline_sketch(&label.inlines);
                format!("alert[{label}]({})", sketch(blocks))
            }
            BlockKind::Figure { picture, caption } => {
                let number = caption.number;
                let (picture, caption) = (
                    inline_sketch(picture),
                    inline_sketch(&caption.words.inlines),
                );
                format!("figure{number}({picture} {caption})")
            }
            BlockKind::Code { language, text } => format!("code[{language}]({text})"),
            BlockKind::Rule => "rule".to_owned(),
        })
        .collect();
    parts.join(" ")
}

fn inline_sketch(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, facts, .. } => match facts.first() {
                Some(fact) => format!("${fact}:{text}$"),
                None => text.clone(),
            },
            Inline::Emphasis(inlines) => format!("em({})", inline_sketch(inlines)),
            Inline::Strong(inlines) => format!("strong({})", inline_sketch(inlines)),
            Inline::Deleted(inlines) => format!("del({})", inline_sketch(inlines)),
            Inline::Superscript(inlines) => format!("sup({})", inline_sketch(inlines)),
            Inline::Subscript(inlines) => format!("sub({})", inline_sketch(inlines)),
            Inline::Code { text, .. } => format!("code({text})"),
            Inline::Link { href, inlines, .. } => format!("a[{href}]({})", inline_sketch(inlines)),
            Inline::Image { src, alt, .. } => format!("img[{src}]({alt})"),
            Inline::Break => "/".to_owned(),
            Inline::Item(inlines) => format!("li({})", inline_sketch(inlines)),
            Inline::NoteReference(number) => format!("^{number}"),
            Inline::Foreign(lang, inlines) => format!("lang[{lang}]({})", inline_sketch(inlines)),
            Inline::Abbreviation {
                expansion, inlines, ..
            } => format!(
                "abbr[{}]({})",
                inline_sketch(expansion),
                inline_sketch(inlines)
            ),
            other => format!("{other:?}"),
        })
        .collect()
}

fn codes(parsed: &Parsed) -> Vec<&'static str> {
    parsed
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code.name)
        .collect()
}

#[test]
fn blocks_of_every_kind() {
    let text = "One *two* **three** ~~four~~ `five`.\n\n- a\n  - b\n- c\n\n3. x\n\n4. y\n\n> q\n\n| h | i |\n|:--|--:|\n| 1 |\n\n- [x] done\n- [ ] open\n\n```rust\nfn\n```\n\n---\n";
    let parsed = body(text);
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(One em(two) strong(three) del(four) code(five).) ul(p(a) ul(p(b)); p(c)) \
         ol3~(p(x); p(y)) quote(p(q)) table2(h|i/1|) ul([x]p(done); [ ]p(open)) \
         code[rust](fn\n) rule"
    );
    assert!(parsed.diagnostics.is_empty());
    assert_eq!(parsed.passage.markdown, text.trim_end());
}

#[test]
fn sup_sub_and_br_are_let_through() {
    let parsed = body("26<sup>e</sup> étage<br>H<sub>2</sub>O<BR/>x  \ny");
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(26sup(e) étage/Hsub(2)O/x/y)"
    );
    assert_eq!(
        parsed.passage.markdown,
        "26<sup>e</sup> étage<br>H<sub>2</sub>O<BR/>x\\\ny"
    );
}

#[test]
fn other_html_is_text() {
    for (text, expected) in [
        ("a <b>c</b>", "p(a <b>c</b>)"),
        ("<script>alert(1)</script>", "p(<script>alert(1)</script>)"),
        ("<div>\n<p>*x*</p>\n</div>", "p(<div> <p>em(x)</p> </div>)"),
        ("<!-- note -->", "p(<!-- note -->)"),
        ("a <sup>b", "p(a <sup>b)"),
        ("a </sup>b", "p(a </sup>b)"),
        ("<sup>*a</sup>*", "p(<sup>em(a</sup>))"),
        ("- <img src=x onerror=y>", "ul(p(<img src=x onerror=y>))"),
        ("> <div>\n> a", "quote(p(<div> a))"),
    ] {
        let parsed = body(text);
        assert_eq!(sketch(&parsed.passage.blocks), expected, "{text}");
        // The Markdown says the same when it is read again.
        let again = body(&parsed.passage.markdown);
        assert_eq!(sketch(&again.passage.blocks), expected, "{text}");
    }
}

#[test]
fn values_never_become_markdown() {
    let t = token(0).unwrap();
    for printed in [
        "1. a", "# b", "*c*", "[d](e)", "<b>", "- x", "a|b", "> q", "`k`",
    ] {
        for text in [
            format!("{t}"),
            format!("a\n{t}"),
            format!("> {t}"),
            format!("- {t}"),
        ] {
            let parsed = with_values(&text, &[value(printed)]);
            let shown = sketch(&parsed.passage.blocks);
            assert!(shown.contains(&format!("$x:{printed}$")), "{shown}");
            let again = body(&parsed.passage.markdown);
            assert_eq!(
                sketch(&again.passage.blocks),
                shown.replace("$x:", "").replace('$', ""),
                "{}",
                parsed.passage.markdown
            );
        }
    }
}

#[test]
fn values_keep_their_raised_letters_and_links() {
    let (a, b) = (token(0).unwrap(), token(1).unwrap());
    let first = PrintedValue {
        pieces: vec![
            piece("day", "1"),
            Piece {
                superscript: true,
                ..piece("day", "er")
            },
            piece("day", "\u{a0}avril"),
        ],
        ..PrintedValue::default()
    };
    let page = PrintedValue {
        pieces: vec![piece("page", "https://a.ca/é")],
        href: Some("https://a.ca/é".into()),
        ..PrintedValue::default()
    };
    let parsed = with_values(
        &format!("Le {a}: {b} et [ici]({b}), `{a}`, <https://b.ca/{a}>"),
        &[first, page],
    );
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(Le $day:1$sup($day:er$)$day:\u{a0}avril$: a[https://a.ca/%C3%A9]($page:https://a.ca/é$) \
         et a[https://a.ca/%C3%A9](ici), code(1er\u{a0}avril), \
         a[https://b.ca/1er%C2%A0avril](https://b.ca/1er\u{a0}avril))"
    );
    assert_eq!(
        parsed.passage.markdown,
        "Le 1<sup>er</sup>\u{a0}avril: [https://a.ca/é](https://a.ca/é) et [ici](https://a.ca/%C3%A9), \
         `1er\u{a0}avril`, <https://b.ca/1er%C2%A0avril>"
    );
}

#[test]
fn short_texts_take_inlines_only() {
    for (text, expected) in [
        ("# not a heading", "p(# not a heading)"),
        ("1. not a list", "p(1. not a list)"),
        ("_em_ and **\"x\"**", "p(em(em) and strong(\"x\"))"),
        ("one\n  two\n", "p(one two)"),
        ("    no code", "p(no code)"),
        ("le 1<sup>er</sup> juillet", "p(le 1sup(er) juillet)"),
        ("[a](https://b.ca)", "p(a[https://b.ca](a))"),
        ("", "p()"),
    ] {
        let parsed = line(text);
        assert_eq!(sketch(&parsed.passage.blocks), expected, "{text}");
        assert!(parsed.diagnostics.is_empty());
        // As a paragraph of its own it is still running text.
        let again = body(&parsed.passage.markdown);
        if !text.is_empty() {
            assert_eq!(sketch(&again.passage.blocks), expected, "{text}");
        }
    }
}

#[test]
fn notes_are_numbered_by_their_references() {
    let parsed = body(
        "B[^b] and a[^a] and b[^b].\n\n[^a]: First *defined*.\n\n[^b]: Second,\n    longer.\n\n    - x\n\nEnd.",
    );
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(B^1 and a^2 and b^1.) p(End.)"
    );
    assert_eq!(
        parsed.passage.markdown,
        "B[^1] and a[^2] and b[^1].\n\nEnd."
    );
    assert_eq!(parsed.notes.len(), 2);
    assert_eq!(parsed.notes[0].body.markdown, "Second,\nlonger.\n\n- x");
    assert_eq!(
        sketch(&parsed.notes[1].body.blocks),
        "p(First em(defined).)"
    );
    assert!(parsed.diagnostics.is_empty());
}

#[test]
fn notes_may_refer_to_notes() {
    let parsed = body("A[^a].\n\n[^a]: See[^b].\n\n[^b]: B.");
    assert_eq!(sketch(&parsed.notes[0].body.blocks), "p(See^2.)");
    assert_eq!(parsed.notes[0].body.markdown, "See[^2].");
    assert_eq!(parsed.notes[1].number, 2);
    assert!(parsed.diagnostics.is_empty());
}

#[test]
fn faults_are_found_with_their_places() {
    for (text, code, at) in [
        ("- a\n  ## b", "nested-heading", "## b"),
        ("> a\n> ---", "nested-heading", "a\n> ---"),
        ("a\n\n##\n\nb", "empty-heading", "##"),
        ("a[^x] b", "undefined-note", "[^x]"),
        ("a\n\n[^x]: b", "unused-note", "[^x]: b"),
        ("a ![](map.png)", "missing-alt", "![](map.png)"),
        ("a ![b](mapp.png)", "missing-file", "![b](mapp.png)"),
        (
            "a ![b](https://c.ca/d.png)",
            "image-not-a-file",
            "![b](https://c.ca/d.png)",
        ),
        ("a [b](javascript:c)", "unsafe-link", "[b](javascript:c)"),
        ("a [b]()", "empty-link", "[b]()"),
        (
            "a [b](../../c.pdf)",
            "outside-workspace",
            "[b](../../c.pdf)",
        ),
        (
            "a <javascript:alert(1)>",
            "unsafe-link",
            "<javascript:alert(1)>",
        ),
    ] {
        let parsed = body(text);
        assert_eq!(codes(&parsed), [code], "{text}");
        let span = parsed.diagnostics[0].span.clone().unwrap();
        assert_eq!(span.text(), at, "{text}");
        assert!(!parsed.diagnostics[0].hints.is_empty());
    }
}

#[test]
fn hostile_nesting_is_a_finding_and_no_crash() {
    for text in [
        ">".repeat(5000) + " a",
        "- ".repeat(5000) + "a",
        "*".repeat(5000) + "a" + &"*".repeat(5000),
    ] {
        let parsed = body(&text);
        assert!(parsed.diagnostics.len() <= 1);
    }
    assert_eq!(
        codes(&body(&(">".repeat(5000) + " a"))),
        ["nested-too-deeply"]
    );
}

#[test]
fn links_to_files_lead_to_their_copies() {
    let parsed = body(
        "[g](guide.pdf#page=2), ![Map](../images/map.png), ![Other](map.png)\n\n[r]: guide.pdf \"T\"\n\n[again][r] and [r]",
    );
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(a[a/guide.pdf#page=2](g), img[images/map.png](Map), img[memos/map.png](Other)) \
         p(a[a/guide.pdf](again) and a[a/guide.pdf](r))"
    );
    assert_eq!(
        parsed.passage.markdown,
        "[g](a/guide.pdf#page=2), ![Map](a/map.png), ![Other](a/map-2.png)\n\n\
         [again](a/guide.pdf \"T\") and [r](a/guide.pdf \"T\")"
    );
    assert_eq!(parsed.files.len(), 3);
}

#[test]
fn mends_reach_blocks_and_markdown_alike() {
    let mender = Mender::new(crate::lang::Lang::Fr);
    let t = token(0).unwrap();
    let text = format!("l'été : `l'` *d'été* & {t}, l&#39;an [l'x](https://a.ca/l'x) \\*l'\\*");
    let parsed = parse(&text, &[value("it's")], false, Some(&mender));
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(l’été\u{a0}: code(l') em(d’été) & $x:it's$, l’an a[https://a.ca/l'x](l’x) *l’*)"
    );
    assert_eq!(
        parsed.passage.markdown,
        "l’été\u{a0}: `l'` *d’été* & it's, l’an [l’x](https://a.ca/l'x) \\*l’\\*"
    );
}

/// Text made of pieces that matter to Markdown, the same at each run.
fn random_text(seed: &mut u64) -> String {
    const PIECES: [&str; 48] = [
        "a",
        "é",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "<sup>",
        "</sup>",
        "<br>",
        "<div>",
        "- ",
        "1. ",
        "> ",
        "#",
        "|",
        "|--|\n",
        "[^1]",
        "[^1]: ",
        "![",
        "&amp;",
        "&",
        "\\",
        "~~",
        "    ",
        "---\n",
        "[a]: b\n",
        "<!--",
        "-->",
        "https://x.ca",
        "\u{e100}",
        "<svg/onload=x>",
        "</a",
        "<?",
        "<",
        "](<b",
        "\"<i\")",
        "\\<b>",
        "[a](https://x.ca ",
    ];
    let mut text = String::new();
    for _ in 0..30 {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        text.push_str(PIECES[(*seed % 48) as usize]);
    }
    text
}

/// Whether the text would not be printed.
fn has_errors(parsed: &Parsed) -> bool {
    let mut found = parsed.diagnostics.iter();
    found.any(|finding| finding.severity == crate::diagnostic::Severity::Error)
}

#[test]
fn random_texts_say_the_same_in_blocks_and_in_markdown() {
    let mut seed = 0x2545_F491_4F6C_DD1D;
    let words = |blocks: &[Block]| {
        sketch(blocks)
            .replace("$x:", "")
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
    };
    let mut differ = Vec::new();
    for _ in 0..3000 {
        let text = random_text(&mut seed);
        for parsed in [
            with_values(&text, &[value("v")]),
            parse(&text, &[value("v")], true, None),
        ] {
            if has_errors(&parsed) || !parsed.notes.is_empty() {
                continue;
            }
            let again = body(&parsed.passage.markdown);
            if words(&again.passage.blocks) != words(&parsed.passage.blocks) {
                let [one, other] = [&parsed, &again].map(|it| sketch(&it.passage.blocks));
                differ.push([text.clone(), parsed.passage.markdown, one, other]);
            }
        }
    }
    // Left are texts that nobody writes: an item that holds a note alone, `**` before
    // a bracket that the guard lets close.
    assert!(
        differ.len() <= 12,
        "{} of 6000 differ: {:#?}",
        differ.len(),
        &differ[..differ.len().min(15)]
    );
}

/// What is left of Markdown once code, bare addresses and the tags that are let through
/// are taken out.
fn without_right_angles(markdown: &str) -> String {
    fn gather(nodes: &[tree::TreeNode], found: &mut Vec<Range<usize>>) {
        for node in nodes {
            match &node.kind {
                tree::TreeKind::Code(_) | tree::TreeKind::CodeBlock { .. } => {}
                tree::TreeKind::Link(to) if to.form.is_bare() => {}
                tree::TreeKind::Html(html) if inline_tags::inline_tag(html).is_some() => {}
                _ => {
                    gather(&node.children, found);
                    continue;
                }
            }
            found.push(node.range.clone());
        }
    }
    let mut out = Vec::new();
    gather(&tree::parse_tree(markdown).nodes, &mut out);
    let mut left = markdown.to_owned();
    for range in out.into_iter().rev() {
        left.replace_range(range, " ");
    }
    left
}

#[test]
fn no_angle_of_random_texts_could_begin_a_tag() {
    let mut seed = 0x1234_5678_9ABC_DEF1;
    let mut angles = 0;
    for _ in 0..1200 {
        let text = random_text(&mut seed);
        for printed in ["<b>", "x <", "/script>", "!--"] {
            for line in [false, true] {
                let parsed = parse(&text, &[value(printed)], line, None);
                if has_errors(&parsed) {
                    continue;
                }
                let notes = parsed.notes.iter().map(|note| &note.body.markdown);
                for markdown in notes.chain([&parsed.passage.markdown]) {
                    let left = without_right_angles(markdown);
                    let faulty = left
                        .char_indices()
                        .any(|(at, c)| c == '<' && left[at + 1..].starts_with(escape::begins_tag));
                    assert!(!faulty, "{text:?} with {printed} gives {markdown:?}");
                    angles += left.matches("&lt;").count();
                }
            }
        }
    }
    assert!(angles > 500, "{angles}");
}

#[test]
fn what_is_written_for_an_angle_makes_no_link() {
    for (text, expected) in [
        ("[a](<b", "p([a](<b)"),
        ("[a](<b\\>)", "p([a](<b>))"),
        ("![a](<b)c", "p(![a](<b)c)"),
        (
            "[foo]: <bar>(baz)\n\n[foo]",
            "p([foo]: <bar>(baz)) p([foo])",
        ),
    ] {
        let parsed = body(text);
        assert_eq!(sketch(&parsed.passage.blocks), expected, "{text}");
        let again = body(&parsed.passage.markdown);
        assert_eq!(sketch(&again.passage.blocks), expected, "{text}");
    }
}

#[test]
fn markup_of_random_texts_is_well_formed() {
    use crate::document::markup::{MarkupWords, MarkupWriter, Medium};
    let pictures = std::collections::BTreeMap::new();
    let mut seed = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..2000 {
        let text = random_text(&mut seed);
        let parsed = with_values(&text, &[value("<v> & \"w\" \u{1}")]);
        for medium in [Medium::Web, Medium::Print] {
            let mut writer = MarkupWriter::new(
                medium,
                &pictures,
                MarkupWords {
                    done: "done".to_owned(),
                    open: "open".to_owned(),
                    ..MarkupWords::default()
                },
            );
            let markup = writer.blocks(&parsed.passage.blocks);
            let xml = format!("<div>{markup}</div>");
            if let Err(error) = roxmltree::Document::parse(&xml) {
                panic!("{text:?} gives {xml}: {error}");
            }
        }
    }
}

#[test]
fn columns_of_numbers_are_found_where_the_author_leaves_them() {
    let table = |dashes: &str| {
        format!(
            "| Item | Amount | Count | Code |\n| {dashes} |\n| Docks | **$1,250.00** | 12 | 7-B |\n| Ramps | n/a | 4 | 8-B |\n| Total | $40 | – | 9-C |\n"
        )
    };
    let columns = |dashes: &str| match &parse(&table(dashes), &[], false, None).passage.blocks[..] {
        [
            Block {
                kind: BlockKind::Table { columns, .. },
                ..
            },
        ] => columns.clone(),
        other => panic!("{other:?}"),
    };
    use Alignment::{Center, Left, Numeric, Right};
    assert_eq!(
        columns("--- | --- | ---: | ---"),
        [Alignment::None, Numeric, Numeric, Alignment::None]
    );
    assert_eq!(
        columns(":--- | :--- | :---: | ---:"),
        [Left, Left, Center, Right]
    );
}

#[test]
fn numbers_in_the_first_column_name_rows() {
    let first = |dash: &str| {
        let text = format!("| Year | Sum |\n| {dash} | --- |\n| 2024 | 5 |\n| 2025 | 7 |\n");
        match &parse(&text, &[], false, None).passage.blocks[0].kind {
            BlockKind::Table { columns, .. } => columns[0],
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(first("---"), Alignment::None);
    assert_eq!(first("---:"), Alignment::Numeric);
}
