//! Keys and items, line by line.

use super::*;
use crate::memo::yaml::scan;

/// The lines, from 1, that stand at the wrong level, each with the key beside which
/// it belongs, or a dash.
fn misplaced(text: &str) -> Vec<(usize, &str)> {
    let mut levels = Levels::default();
    scan::lines(text)
        .filter_map(|line| {
            let rest = &text[line.start + line.text.len()..];
            let indents = || {
                rest.lines()
                    .skip(1)
                    .map(|it| it.len() - it.trim_start().len())
            };
            levels.enter(&line, text, &|column| indents().find(|at| *at <= column))
        })
        .map(|found| {
            let (start, what) = match found {
                Misplaced::NoDash { start, .. } => (start, "-"),
                Misplaced::Level { start, beside, .. } => (start, beside),
            };
            (text[..start].lines().count() + 1, what)
        })
        .collect()
}

#[test]
fn items_without_a_dash_are_told() {
    for (text, wanted) in [
        (
            "a:\n  - b: 1\n    c: 2\n  - b: 3\nd:\n- e\n- f\ng: 1\n",
            &[][..],
        ),
        ("a:\n  - b: 1\n    c: 2\n  b: 3\n", &[(4, "-")]),
        ("a:\n  - one\n  two\n  - three\n", &[(3, "-")]),
        ("a:\n  b: 1\n  c: 2\n  - b: 3\n", &[(2, "-")]),
        ("a:\n    b: 1\n    c: 2\n  - b: 3\n", &[(2, "-")]),
        ("a:\n  b:\n    c: 1\n  - b: 3\n", &[(2, "-")]),
        (
            "a:\n  - b:\n      - c: 1\n        d: 2\n      c: 3\n",
            &[(5, "-")],
        ),
        ("a:\n- b: 1\n  c:\n  - d\n  e: 2\nf: 1\n", &[]),
        (
            "attachments:\n  title:\n      en: x\n    href: y\n",
            &[(2, "-")],
        ),
        ("a:\n  - - b\n    - c\n  - - d\n", &[]),
    ] {
        assert_eq!(misplaced(text), wanted, "{text}");
    }
}

#[test]
fn keys_at_the_wrong_level_are_told() {
    for (text, wanted) in [
        ("  kind: memo\ndate: 1\nsender: x\n", &[(1, "date")][..]),
        (
            "date: 1\nsender:\n  name: x\n  recipients:\n  - y\n",
            &[(4, "sender")],
        ),
        (
            "subject:\n  en: x\n  fr: y\n  facts:\n  a: 1\n",
            &[(4, "subject")],
        ),
        (
            "sections:\n  - heading:\n      en: x\n      fr: y\n      body:\n      en: z\n",
            &[(5, "heading")],
        ),
        (
            "sections:\n  - body: x\n  cc:\n    - y\n",
            &[(3, "sections")],
        ),
        ("sender:\n  name: x\ngender: y\ndate: 1\n", &[(3, "name")]),
        ("facts:\n  date: 1\n  closing: 2\n  x: 3\n", &[]),
        (
            "sections:\n  - body:\n      en: \"x\"\n        fr: y\n",
            &[(4, "en")],
        ),
        ("subject:\n    en: x\n  fr: y\n", &[(2, "fr")]),
        ("sender:\n  name: x\n gender:\n  title: y\n", &[(3, "name")]),
        ("facts:\n  x: 1\n y: \"2\"\n  z: 3\n", &[(3, "x")]),
    ] {
        assert_eq!(misplaced(text), wanted, "{text}");
    }
}
