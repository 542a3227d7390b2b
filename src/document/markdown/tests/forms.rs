//! Alerts, definition lists, figures: blocks that CommonMark has no form for.

use super::*;

/// Checks what blocks a text gives, and which Markdown.
fn gives(text: &str, blocks: &str, markdown: &str) {
    let parsed = body(text);
    assert_eq!(sketch(&parsed.passage.blocks), blocks, "{text}");
    assert_eq!(parsed.passage.markdown, markdown, "{text}");
    assert_eq!(codes(&parsed), Vec::<&str>::new(), "{text}");
    // What is written says the same to a reader of CommonMark.
    let words = |text: &str| sketch(&body(text).passage.blocks);
    assert_eq!(words(markdown), words(&body(markdown).passage.markdown));
}

#[test]
fn an_alert_is_a_quotation_that_begins_with_its_label() {
    gives(
        "> [!NOTE]\n> one\n> two\n>\n> - three\n",
        "alert[Note](p(one two) ul(p(three)))",
        "> **Note**\n>\n> one\n> two\n>\n> - three",
    );
    gives(
        "a\n\n- b\n\n  >[!caution]  \n  > > [!Tip]\n  > > c",
        "p(a) ul~(p(b) alert[Caution](alert[Tip](p(c))))",
        "a\n\n- b\n\n  >**Caution**\n  >\n  > > **Tip**\n  > >\n  > > c",
    );
}

/// A line may go on with the alert without its mark.
#[test]
fn a_lazy_line_stays_in_its_alert() {
    gives(
        "> [!TIP]\n> 4. two\n\n> [!TIP]\n>\n>     three",
        "alert[Tip](ol4(p(two))) alert[Tip](code[](three))",
        "> **Tip**\n>\n> 4. two\n\n> **Tip**\n>\n>     three",
    );
    gives(
        "> [!NOTE]\none\ntwo\n\nthree",
        "alert[Note](p(one two)) p(three)",
        "> **Note**\n>\n> one\ntwo\n\nthree",
    );
}

#[test]
fn an_alert_without_words_is_found() {
    let parsed = body("> [!WARNING]\n\nThe ramp is icy.");
    assert_eq!(codes(&parsed), ["empty-alert"]);
    for text in [
        "> [!NOTICE]\n> a",
        "> [!NOTE] a",
        "[!NOTE]\na",
        "> a\n> [!NOTE]",
    ] {
        let blocks = sketch(&body(text).passage.blocks);
        assert!(!blocks.contains("alert"), "{blocks}");
    }
}

#[test]
fn a_definition_list_is_terms_in_bold_with_their_paragraphs() {
    gives(
        "a\n\nKey\n: opens\n: or closes\n\nGate\n: is opened\n  by a key\n\nb",
        "p(a) dl(Key: p(opens) | p(or closes); Gate: p(is opened by a key)) p(b)",
        "a\n\n**Key**\n\nopens\n\nor closes\n\n**Gate**\n\nis opened\nby a key\n\nb",
    );
    gives(
        "Key\n\n:   one\n    two\n\n    - three\n      four\n\n          five\n\n*Gate*\n\n:   ```\n    six\n      seven\n    ```\n> b",
        "dl~(Key: p(one two) ul~(p(three four) code[](five\n)); em(Gate): code[](six\n  seven\n)) quote(p(b))",
        "**Key**\n\none\ntwo\n\n- three\n  four\n\n      five\n\n***Gate***\n\n```\nsix\n  seven\n```\n\n> b",
    );
}

#[test]
fn definitions_stand_in_other_blocks() {
    gives(
        "> - Key **a** 5 * 6\n>   : one\n>     two\n>\n>   **Gate**\n>   : > [!TIP]\n>     > three\n>     > four\n>\n>   b",
        "quote(ul(dl(Key strong(a) 5 * 6: p(one two); strong(Gate): alert[Tip](p(three four))) p(b)))",
        "> - **Key a 5 \\* 6**\n>\n>   one\n>   two\n>\n>   **Gate**\n>\n>   > **Tip**\n>   >\n>   > three\n>   > four\n>\n>   b",
    );
    let noted = body("a[^1]\n\n[^1]: Key\n    : one\n      two\n");
    assert_eq!(sketch(&noted.notes[0].body.blocks), "dl(Key: p(one two))");
    assert_eq!(noted.notes[0].body.markdown, "**Key**\n\none\ntwo");
    gives(
        "Key\n: Gate\n  : one\n    two\n\n    three\n***",
        "dl(Key: dl~(Gate: p(one two) p(three))) rule",
        "**Key**\n\n**Gate**\n\none\ntwo\n\nthree\n\n***",
    );
    gives(
        "Key\\\n: ```\n  one",
        "dl(Key\\: code[](one))",
        "**Key\\\\**\n\n```\none\n```",
    );
}

#[test]
fn a_colon_at_the_beginning_of_a_line_is_no_mark_by_itself() {
    for text in [
        "Il dit ce que voici,\nsans plus\n: l'an deux mille",
        "a\n:b",
        "a\n::: b",
        "a\n:) b",
        "a\n: ",
        ": a\n: b",
    ] {
        let parsed = body(text);
        let blocks = sketch(&parsed.passage.blocks);
        assert!(
            blocks.starts_with("p(") && !blocks.contains("dl"),
            "{blocks}"
        );
        assert_eq!(
            plain(&parsed),
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        assert_eq!(plain(&parsed), plain(&body(&parsed.passage.markdown)));
    }
}

fn plain(parsed: &Parsed) -> String {
    match &parsed.passage.blocks[0].kind {
        BlockKind::Paragraph(inlines) => crate::document::inline::plain_text(inlines),
        _ => String::new(),
    }
}

#[test]
fn a_picture_with_a_title_is_a_figure_with_its_caption() {
    gives(
        "a\n\n![Plan](map.png \"Map of the \\\"pier\\\" & 2*3 =60%\")\n\n- ![Plan][]\n- b ![Plan](map.png \"c\")\n\n[plan]: map.png 'd'",
        "p(a) figure1(img[memos/map.png](Plan) Figure $number:1$: Map of the \"pier\" & 2*3) \
         ul(figure2(img[memos/map.png](Plan) Figure $number:2$: d); p(b img[memos/map.png](Plan)))",
        "a\n\n\u{E0F0}figure-1\u{E0F0}![Plan](a/map.png)\n\n*Figure 1: Map of the \"pier\" & 2\\*3*\n\n\
         - \u{E0F0}figure-2\u{E0F0}![Plan](a/map.png)\n\n  *Figure 2: d*\n- b ![Plan](a/map.png \"c\")",
    );
    let width = |text: &str| match body(text).passage.blocks.remove(0).kind {
        BlockKind::Paragraph(mut inlines) => match inlines.remove(0) {
            Inline::Image {
                width, decorative, ..
            } => (width, decorative),
            _ => (None, false),
        },
        _ => (None, false),
    };
    assert_eq!(width("![Plan](map.png \"=60%\")"), (Some(60), false));
    assert_eq!(width("![](map.png \"=decorative =5%\")"), (Some(5), true));
}

#[test]
fn what_a_picture_cannot_say_is_found() {
    for text in [
        "![Plan](map.png \"Map =60\")",
        "![Plan](map.png \"=decorative\")",
        "![](map.png \"Map =decorative\")",
        "a ![Plan](map.png \"=60%\")",
        "| ![Plan](map.png \"=60%\") |\n|---|",
    ] {
        assert_eq!(codes(&body(text)), ["picture-title"], "{text}");
    }
    for text in ["![](map.png)", "![](map.png \"=60%\")"] {
        assert_eq!(codes(&body(text)), ["missing-alt"], "{text}");
    }
    let decorative = body("a ![](map.png \"=decorative\") b");
    assert_eq!(codes(&decorative), Vec::<&str>::new());
    let link = body("[![](map.png \"=decorative\")](https://example.ca)");
    assert_eq!(codes(&link), ["link-without-words"]);
}

const TABLE: &str = "| a | b |\n| --- | --- |\n| c | d |";

#[test]
fn a_paragraph_beside_a_table_is_its_caption() {
    let anchor = |number: u32| format!("\u{E0F0}table-{number}\u{E0F0}");
    let one = format!("{}**Table 1:** Fees *paid*", anchor(1));
    let table = "table2[Table $number:1$: Fees em(paid)](a|b/c|d)";
    // Before the table or behind it, it is printed before.
    for text in [
        format!("x\n\nTable: Fees *paid*\n\n{TABLE}\n\ny"),
        format!("x\n\nTable : Fees *paid*\n\n{TABLE}\n\ny"),
        format!("x\n\n{TABLE}\n\nTable: Fees *paid*\n\ny"),
    ] {
        gives(
            &text,
            &format!("p(x) {table} p(y)"),
            &format!("x\n\n{one}\n\n{TABLE}\n\ny"),
        );
    }
    gives(
        &format!("Table: Fees *paid*\n{TABLE}"),
        table,
        &format!("{one}\n\n{TABLE}"),
    );
    let quoted = |text: &str| format!("> {}", text.replace('\n', "\n> ")).replace("> \n", ">\n");
    gives(
        &quoted(&format!("{TABLE}\n\nTable: Fees *paid*\n\ny")),
        &format!("quote({table} p(y))"),
        &quoted(&format!("{one}\n\n{TABLE}\n\ny")),
    );
    // A caption that stands before goes before one that stands behind.
    let two = |first: &str, second: &str| {
        format!("Table: {first}\n\n{TABLE}\n\nTable: {second}\n\n{TABLE}")
    };
    gives(
        &two("m", "n"),
        "table2[Table $number:1$: m](a|b/c|d) table2[Table $number:2$: n](a|b/c|d)",
        &format!(
            "{}**Table 1:** m\n\n{TABLE}\n\n{}**Table 2:** n\n\n{TABLE}",
            anchor(1),
            anchor(2)
        ),
    );
    gives(
        &format!("{TABLE}\n\nTable: m\nand\n\n{TABLE}"),
        "table2[Table $number:1$: m and](a|b/c|d) table2(a|b/c|d)",
        &format!("{}**Table 1:** m\nand\n\n{TABLE}\n\n{TABLE}", anchor(1)),
    );
    gives(
        &format!("- x\n\n  Table: m\n\n  {}", TABLE.replace('\n', "\n  ")),
        "ul~(p(x) table2[Table $number:1$: m](a|b/c|d))",
        &format!(
            "- x\n\n  {}**Table 1:** m\n\n  {}",
            anchor(1),
            TABLE.replace('\n', "\n  ")
        ),
    );
}

#[test]
fn notes_of_a_caption_are_counted_before_those_of_its_table() {
    let cell = TABLE.replace('c', "c[^c]");
    let notes = "[^c]: in a cell\n\n[^m]: in the caption";
    let parsed = body(&format!("{cell}\n\nTable: m[^m]\n\n{notes}"));
    assert_eq!(codes(&parsed), Vec::<&str>::new());
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "table2[Table $number:1$: m^1](a|b/c^2|d)"
    );
}

#[test]
fn a_caption_that_stands_beside_no_table_is_found() {
    for text in [
        format!("Table: m\n\nx\n\n{TABLE}"),
        format!("Table: m\n\n{TABLE}\n\nTable: n"),
        format!("{TABLE}\n\nx\n\nTable: m"),
    ] {
        assert_eq!(codes(&body(&text)), ["stray-caption"], "{text}");
    }
    for text in [
        "Table: oak, two metres".to_owned(),
        format!("Table:\n\n{TABLE}"),
        format!("Table\\: m\n\n{TABLE}"),
        format!("Table 1: m\n\n{TABLE}"),
        format!("**Table:** m\n\n{TABLE}"),
    ] {
        let parsed = body(&text);
        assert_eq!(codes(&parsed), Vec::<&str>::new(), "{text}");
        assert!(
            !sketch(&parsed.passage.blocks).contains("table2["),
            "{text}"
        );
    }
}

/// Words of the other language, and abbreviations, are their words in Markdown.
#[test]
fn what_tags_say_of_words_is_left_out_of_markdown() {
    for (text, inlines, markdown) in [
        (
            "a <span lang=\"fr\">la *mise* à jour</span>, b",
            "a lang[fr](la em(mise) à jour), b",
            "a la *mise* à jour, b",
        ),
        (
            "<abbr title=\"Access to Information Act\">ATIA</abbr> b",
            "abbr[Access to Information Act](ATIA) b",
            "ATIA b",
        ),
        (
            "<span lang='fr'>1. x</span>",
            "lang[fr](1. x)",
            "<span lang='fr'>1. x</span>",
        ),
        (
            "*a<span lang=\"fr\">b</span>*c",
            "*alang[fr](b)*c",
            "*a<span lang=\"fr\">b</span>*c",
        ),
        (
            "a <span lang=\"fr\">x <sup>e</sup></span> <span lang=\"de\">y</span> z</span>",
            "a lang[fr](x sup(e)) <span lang=\"de\">y</span> z</span>",
            "a <span lang=\"fr\">x <sup>e</sup></span> &lt;span lang=\"de\">y&lt;/span> z&lt;/span>",
        ),
    ] {
        let shorts = [line(text)];
        // A short text never begins a list: there is nothing to keep.
        let shorts = shorts.into_iter().filter(|_| !inlines.contains("1."));
        for parsed in [body(text)].into_iter().chain(shorts) {
            let BlockKind::Paragraph(parts) = &parsed.passage.blocks[0].kind else {
                panic!("{text}");
            };
            assert_eq!(inline_sketch(parts), inlines, "{text}");
            assert_eq!(parsed.passage.markdown, markdown, "{text}");
        }
    }
}

/// What is said in the other language keeps its own typography.
#[test]
fn words_of_the_other_language_are_not_mended() {
    let mender = Mender::new(Lang::Fr);
    let text = "l'avis \"a\" : <span lang=\"en\">it's \"b\": **2:30 p.m.**</span>; <span lang=\"fr\">l'an</span>";
    let parsed = parse(text, &[], true, Some(&mender));
    assert_eq!(
        parsed.passage.markdown,
        "l’avis «\u{a0}a\u{a0}»\u{a0}: <span lang=\"en\">it's \"b\": **2:30 p.m.**</span>; l’an"
    );
}

#[test]
fn a_list_in_a_cell_begins_behind_breaks() {
    for (cell, inlines) in [
        ("a<br>- b *c*<br> - d", "ali(b em(c))li(d)"),
        ("- a<br>- b<br>c<br>d", "li(a)li(b)c/d"),
        ("- a", "- a"),
        ("- a<br>b", "- a/b"),
        ("a<br>\\- b<br>-", "a/- b/-"),
        ("a - b<br>-c", "a - b/-c"),
    ] {
        let text = format!("| h |\n| --- |\n| {cell} |");
        let parsed = body(&text);
        let wanted = format!("table1(h/{inlines})");
        assert_eq!(sketch(&parsed.passage.blocks), wanted, "{cell}");
        assert_eq!(parsed.passage.markdown, text);
    }
}
