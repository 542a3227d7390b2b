//! The structure tree, links and the outline.

use super::{checked, fonts, laid_out};
use crate::lang::Lang;
use crate::output::pdf::pages::{Child, LinkTarget, Numbering, Pages, Tag};

/// The tree as text: `P(Span Link)`, one top element a line.
fn outline(pages: &Pages, index: usize) -> String {
    let element = &pages.structure[index];
    let mut text = match element.tag {
        Tag::L {
            numbering: Numbering::Decimal,
        } => "OL".to_owned(),
        Tag::L { .. } => "L".to_owned(),
        Tag::H(level) => format!("H{level}"),
        Tag::TH { column } => if column { "TH" } else { "TH-row" }.to_owned(),
        Tag::TD => "TD".to_owned(),
        Tag::Figure { .. } => "Figure".to_owned(),
        other => format!("{other:?}"),
    };
    if let Some(lang) = element.lang.filter(|_| index > 0) {
        text.push_str(&format!(":{lang}"));
    }
    let children: Vec<String> = element
        .children
        .iter()
        .filter_map(|child| match child {
            Child::Element(child) => Some(outline(pages, *child)),
            Child::Marks => None,
        })
        .collect();
    if !children.is_empty() {
        text.push_str(&format!("({})", children.join(" ")));
    }
    text
}

fn tree(blocks: &str) -> String {
    outline(&checked(blocks), 0)
}

#[test]
fn blocks_are_tagged_as_what_they_are() {
    assert_eq!(
        tree("<h1>A</h1><section><h2>B</h2><p>c</p></section>"),
        "Document(H1 Sect(H2 P))"
    );
    assert_eq!(
        tree("<blockquote><p>a</p></blockquote><pre><code>b\n</code></pre><hr/><p>x</p>"),
        "Document(BlockQuote(P) P(Code) P)"
    );
    assert_eq!(
        tree("<div><p>a</p></div><div><p>b</p><p>c</p></div>"),
        "Document(P Div(P P))"
    );
}

#[test]
fn lists_have_labels_and_bodies_to_any_depth() {
    assert_eq!(
        tree(
            "<ol start=\"3\"><li>a<ul><li><p>b</p><p>c</p></li></ul></li></ol><ul class=\"plain\"><li>d</li></ul>"
        ),
        "Document(OL(LI(Lbl LBody(P L(LI(Lbl LBody(P P)))))) L(LI(LBody)))"
    );
    assert_eq!(
        tree("<dl class=\"header\"><dt>To:</dt><dd>A</dd><dd>B</dd></dl>"),
        "Document(L(LI(Lbl LBody(P P))))"
    );
    assert_eq!(
        tree("<dl><dt>a</dt><dd>b</dd><dd><p>c</p><ul><li>d</li></ul></dd></dl>"),
        "Document(L(LI(Lbl LBody(P P L(LI(Lbl LBody))))))"
    );
}

#[test]
fn tables_have_heads_rows_and_cells() {
    assert_eq!(
        tree(
            "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><th scope=\"row\">c</th><td><p>d</p><p>e</p></td></tr></tbody></table>"
        ),
        "Document(Table(THead(TR(TH TH)) TBody(TR(TH-row TD(P P)))))"
    );
}

#[test]
fn languages_stand_where_they_change() {
    assert_eq!(
        tree(
            "<p>a <span lang=\"fr\">b</span> c</p><div class=\"columns\"><div class=\"column\" lang=\"en\"><p>d</p><p>e</p></div><div class=\"column\" lang=\"fr\"><p>f</p><p>g</p></div></div>"
        ),
        "Document(P(Span Span:fr Span) Div(Div(P P) Div:fr(P P)))"
    );
}

#[test]
fn figures_have_their_words_and_their_bounds() {
    let pages = checked(
        "<figure><img src=\"chart.png\" alt=\"A chart\"/><figcaption>Chart</figcaption></figure><p><img src=\"chart.png\" alt=\"Again\"/></p><p>In a line: <img src=\"chart.png\" alt=\"Small\"/>.</p>",
    );
    assert_eq!(
        outline(&pages, 0),
        "Document(Div(Figure Caption) Figure P(Span Figure Span))"
    );
    let figures: Vec<_> = pages
        .structure
        .iter()
        .filter_map(|element| match element.tag {
            Tag::Figure { bounds, .. } => Some((element.alt.clone().unwrap(), bounds)),
            _ => None,
        })
        .collect();
    assert_eq!(figures.len(), 3);
    assert!(
        figures
            .iter()
            .all(|(_, bounds)| bounds.width > 1.0 && bounds.height > 1.0)
    );
    assert!(
        figures[2].1.height < 14.0,
        "a picture in a line is no higher than the line"
    );
}

#[test]
fn a_footnote_stands_behind_its_reference() {
    let pages = checked(
        "<p>Text<a class=\"note-reference\" id=\"ref-1\" href=\"#note-1\">1</a> more.</p><div class=\"note\" id=\"note-1\"><p>The note.</p></div>",
    );
    assert_eq!(
        outline(&pages, 0),
        "Document(P(Span Reference(Link) Note(Lbl P) Span))"
    );
    let link = &pages.pages[0].links[0];
    assert_eq!(link.contents, "The note.");
    let LinkTarget::Place {
        element, page: 0, ..
    } = link.target
    else {
        panic!("{link:?}");
    };
    assert_eq!(pages.structure[element].tag, Tag::Note);
    assert_eq!(pages.structure[element].id.as_deref(), Some("note-1"));
}

#[test]
fn a_link_over_two_lines_is_one_element_with_two_areas() {
    let words = "words of a very long link ".repeat(8);
    let pages = checked(&format!(
        "<p>See <a href=\"https://www.ontario.ca/\">the <strong>{words}</strong></a> now.</p>"
    ));
    assert_eq!(outline(&pages, 0), "Document(P(Span Link Span))");
    let links = &pages.pages[0].links;
    assert!(links.len() >= 3, "{links:?}");
    assert!(links.iter().all(|link| link.element == links[0].element));
    assert!(
        links
            .iter()
            .all(|link| link.target == LinkTarget::Uri("https://www.ontario.ca/".to_owned()))
    );
    assert!(links.windows(2).all(|pair| pair[1].rect.y < pair[0].rect.y));
}

#[test]
fn links_inside_the_document_find_their_place_on_a_later_page() {
    let pages = checked(
        "<p>See <a href=\"#a\">A</a>.</p><section class=\"appendix\"><h2 id=\"a\">A</h2><p>x</p></section>",
    );
    let LinkTarget::Place { page, y, .. } = pages.pages[0].links[0].target else {
        panic!("no place");
    };
    assert_eq!(page, 1);
    assert!(y > 700.0);
    let outline: Vec<_> = pages
        .outline
        .iter()
        .map(|entry| (entry.title.as_str(), entry.level, entry.page))
        .collect();
    assert_eq!(outline, [("A", 2, 1)]);
}

#[test]
fn an_element_may_stand_on_two_pages() {
    let pages = checked(&format!("<p>{}</p>", super::prose(1200)));
    assert!(pages.pages.len() >= 2);
    assert_eq!(outline(&pages, 0), "Document(P)");
}

#[test]
fn the_document_has_its_language() {
    let pages = laid_out("<div class=\"document\" lang=\"fr-CA\"><p>a</p></div>").unwrap();
    assert_eq!(pages.structure[0].lang, Some(Lang::Fr));
    assert_eq!(pages.structure[1].lang, None);
    let _ = fonts();
}
