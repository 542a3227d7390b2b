//! Addresses that nothing marks as links.

use super::*;

#[test]
fn bare_addresses_are_links_and_stay_bare_in_markdown() {
    for (text, expected) in [
        (
            "The table is at https://a.ca/en/tides.",
            "p(The table is at a[https://a.ca/en/tides](https://a.ca/en/tides).)",
        ),
        (
            "(www.a.ca/x_y) or keys@a.ca, please",
            "p((a[https://www.a.ca/x_y](www.a.ca/x_y)) or a[mailto:keys@a.ca](keys@a.ca), please)",
        ),
        (
            "**https://a.ca/a** and *keys@a.ca*",
            "p(strong(a[https://a.ca/a](https://a.ca/a)) and em(a[mailto:keys@a.ca](keys@a.ca)))",
        ),
        (
            "- https://a.ca/?a=1&lang=fr\n- b",
            "ul(p(a[https://a.ca/?a=1&lang=fr](https://a.ca/?a=1&lang=fr)); p(b))",
        ),
    ] {
        let parsed = body(text);
        assert_eq!(sketch(&parsed.passage.blocks), expected, "{text}");
        assert_eq!(parsed.passage.markdown, text);
        assert!(parsed.diagnostics.is_empty());
    }
    assert_eq!(
        sketch(&line("Write to keys@a.ca").passage.blocks),
        "p(Write to a[mailto:keys@a.ca](keys@a.ca))"
    );
}

#[test]
fn code_links_and_pictures_have_no_further_links() {
    for (text, expected) in [
        ("`https://a.ca`", "p(code(https://a.ca))"),
        ("[www.a.ca](https://b.ca)", "p(a[https://b.ca](www.a.ca))"),
        ("<https://a.ca>", "p(a[https://a.ca](https://a.ca))"),
        ("![www.a.ca](map.png)", "p(img[memos/map.png](www.a.ca))"),
        ("    www.a.ca\n", "code[](www.a.ca\n)"),
    ] {
        assert_eq!(sketch(&body(text).passage.blocks), expected, "{text}");
    }
}

/// A forge reads the address before the marks in it; a reader without the extension does
/// not, so the Markdown marks the link.
#[test]
fn marks_in_an_address_are_its_own() {
    let parsed = body("At https://a.ca/_b_/*c* and *d*.");
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(At a[https://a.ca/_b_/*c](https://a.ca/_b_/*c)* and em(d).)"
    );
    let parsed = body("At https://a.ca/_b_/c and *d*.");
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(At a[https://a.ca/_b_/c](https://a.ca/_b_/c) and em(d).)"
    );
    assert_eq!(parsed.passage.markdown, "At <https://a.ca/_b_/c> and *d*.");
    let escaped = body("At https://a.ca/b\\_c.");
    assert_eq!(escaped.passage.markdown, "At <https://a.ca/b_c>.");
}

#[test]
fn markdown_marks_a_link_that_a_forge_would_read_on() {
    let mender = Mender::new(Lang::Fr);
    let parsed = parse("Voir https://a.ca: « www.a.ca »", &[], false, Some(&mender));
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(Voir a[https://a.ca](https://a.ca)\u{a0}: «\u{a0}a[https://www.a.ca](www.a.ca)\u{a0}»)"
    );
    assert_eq!(
        parsed.passage.markdown,
        "Voir <https://a.ca>\u{a0}: «\u{a0}[www.a.ca](https://www.a.ca)\u{a0}»"
    );
}

#[test]
fn what_a_fact_prints_in_an_address_is_part_of_it() {
    let t = token(0).unwrap();
    let parsed = with_values(&format!("See https://a.ca/{t}/b."), &[value("x_y")]);
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(See a[https://a.ca/x_y/b](https://a.ca/$x:x_y$/b).)"
    );
    assert_eq!(parsed.passage.markdown, "See https://a.ca/x_y/b.");
}

#[test]
fn an_address_in_what_a_fact_prints_is_a_link() {
    let t = token(0).unwrap();
    let parsed = with_values(&format!("{t}."), &[value("*Ask* keys_1@a.ca now")]);
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p($x:*Ask* $a[mailto:keys_1@a.ca]($x:keys_1@a.ca$)$x: now$.)"
    );
    assert_eq!(parsed.passage.markdown, "\\*Ask\\* <keys_1@a.ca> now.");
    let parsed = with_values(&format!("[{t}](https://b.ca)"), &[value("www.a.ca")]);
    assert_eq!(
        sketch(&parsed.passage.blocks),
        "p(a[https://b.ca]($x:www.a.ca$))"
    );
}
