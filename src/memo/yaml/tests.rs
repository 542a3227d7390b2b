use super::*;
use crate::memo::path::NodePath;
use crate::source::SourceFile;

fn findings(text: &str) -> Vec<String> {
    let file = SourceFile::new("m.yaml", text);
    let (_, mut findings) = parse(&file);
    findings.sort_by_key(|finding| finding.span.as_ref().map(|span| span.range().start));
    findings
        .iter()
        .map(|finding| {
            let start = finding.span.as_ref().map(crate::source::Span::start);
            let (line, column) = start.map_or((0, 0), |start| (start.line, start.column));
            format!("{} {line}:{column}", finding.code.name)
        })
        .collect()
}

#[test]
fn spans_of_values_are_exact_in_every_style() {
    let text = "\u{feff}plain: Rappel à tous\r\nfolded:\r\n  one «é» two\r\n  three\r\n\r\n  four\r\n\
single: 'l''été «é» here'\r\ndouble: \"a\\u00e9b \\\"x\\\" \\\r\n   tail {end}\\n\"\r\n\
list:\r\n- en: |\r\n    First é line\r\n\r\n      deep word\r\n    Last\r\n  fr: >-\r\n    wrapped é text\r\n    goes on\r\n\r\n    para two\r\n      more in\r\n    back\r\n\
explicit: |2\r\n    two more\r\n  word\r\nflow: { en: \"x, y\", fr: plain word }\r\nlast: &a anchored\r\nagain: *a\r\n";
    let file = SourceFile::new("m.yaml", text);
    let (node, found) = parse(&file);
    assert_eq!(found, []);
    let positions = Positions::of(&file);
    let mut checked = 0;
    walk(&node, NodePath::root(), &mut |path, value| {
        for (at, letter) in value.char_indices() {
            let span = positions.span_in_value(&path, at..at + letter.len_utf8());
            if letter.is_ascii_alphanumeric() || "«»éà{},".contains(letter) {
                if span.text() == "\\u00e9" {
                    continue;
                }
                assert_eq!(
                    span.text(),
                    letter.to_string(),
                    "{path} at {at} of {value:?}"
                );
                checked += 1;
            } else if letter != '\n' && letter != ' ' {
                assert!(span.text().contains(letter), "{path} at {at}: {span:?}");
            }
        }
    });
    assert!(checked > 100);
    let key = NodePath::root().key("list").index(0).key("fr");
    assert_eq!(positions.span_of_key(&key).text(), "fr");
    let double = NodePath::root().key("double");
    assert_eq!(positions.span_in_value(&double, 1..3).text(), "\\u00e9");
    assert!(positions.span_of(&double).text().ends_with("{end}\\n\""));
    let flow = NodePath::root().key("flow");
    assert_eq!(
        positions.span_of(&flow).text(),
        "{ en: \"x, y\", fr: plain word }"
    );
}

fn walk(node: &Node, path: NodePath, each: &mut dyn FnMut(NodePath, &str)) {
    match node {
        Node::Text(text) => each(path, text),
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, path.index(index), each);
            }
        }
        Node::Mapping(mapping) => {
            for (key, value) in &mapping.entries {
                walk(value, path.key(key.as_str()), each);
            }
        }
        _ => {}
    }
}

#[test]
fn every_fault_of_syntax_is_found() {
    let text = "date: 2026-04-01\nsubject:\n  en: Note\n  fr: Rappel : la date\nsections:\n\
                - body:\n    en: \"Unclosed\n    fr: *Important* note\n- heading:\n    en: { $x } begins\n\
                \x20   fr: fine\n- body:\n\ten: tab\n";
    assert_eq!(
        findings(text),
        [
            "colon-in-text 4:14",
            "unclosed-quotation 7:9",
            "indicator-at-start 8:9",
            "brace-at-start 10:9",
            "tab-indentation 13:1"
        ]
    );
    let (node, _) = parse(&SourceFile::new("m.yaml", text));
    let Node::Mapping(root) = node else {
        panic!("no mapping")
    };
    assert_eq!(root.get("date"), Some(&Node::Text("2026-04-01".into())));
    let Some(Node::List(sections)) = root.get("sections") else {
        panic!("no list: {root:?}")
    };
    assert_eq!(sections.len(), 3);
}

#[test]
fn traps_are_found_where_yaml_reads_on() {
    assert_eq!(
        findings("en: See item #3 there\n"),
        ["comment-in-text 1:14"]
    );
    assert_eq!(findings("date: 2026-04-01 # the date\n"), [""; 0]);
    assert_eq!(findings("marks:\n  -urgent\n"), ["missing-space 2:3"]);
    assert_eq!(findings("subject:\n  en:Text\n"), ["missing-space 2:3"]);
    assert_eq!(
        findings("en: !Attention please\n"),
        ["indicator-at-start 1:5"]
    );
    assert_eq!(findings("a: 1\n---\nb: 2\n"), ["several-documents 2:1"]);
    assert_eq!(findings("---\na: 1\n"), [""; 0]);
    assert_eq!(
        findings("en: Please see\n  [the guide](x) and\n  -more of #3\nfr: x\n"),
        ["comment-in-text 3:12"]
    );
    assert_eq!(findings("a: |\n  --- # x : y\n  -x\n  \"\n"), [""; 0]);
    assert_eq!(findings("a: &x { en: A }\nb: *x\n"), [""; 0]);
}

#[test]
fn a_wrong_indentation_and_a_missing_colon_are_found() {
    assert_eq!(
        findings("subject:\n  en: A\n fr: B\ndate: x\n"),
        ["indentation 2:3"]
    );
    assert_eq!(
        findings("subject\ndate: x\nb: 'x' y\n"),
        ["yaml-syntax 1:1", "unclosed-quotation 3:8"]
    );
}

#[test]
fn limits_are_findings() {
    assert_eq!(findings("a: &a [*a]\n").len(), 1);
    assert_eq!(findings(&"[".repeat(3000)).len(), 1);
    assert_eq!(findings(&"- ".repeat(3000)).len(), 1);
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..12 {
        let before = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} [{before}]\n");
    }
    assert_eq!(findings(&text), ["yaml-limit 1:1"]);
}

#[test]
fn what_nobody_can_see_is_found_where_it_stands() {
    // In a key, a quoted text, a block and a comment; once where an alias repeats it.
    let text = "a\\b: &x \"one\\vtwo e\\u0301\"\nb: *x\n\"k\\0\": 1\nc: |\n  x\u{200B}y\u{B}z \\v\n# \u{85}\n";
    assert_eq!(
        findings(text),
        [
            "control-character 1:13",
            "control-character 3:1",
            "hidden-character 5:4",
            "control-character 5:6",
            "control-character 6:3"
        ]
    );
    let (node, _) = parse(&SourceFile::new("m.yaml", text));
    let Node::Mapping(root) = node else {
        panic!("no mapping")
    };
    assert_eq!(root.get("b"), Some(&Node::Text("one two é".into())));
    assert_eq!(root.get("c"), Some(&Node::Text("xy z \\v\n".into())));
    assert!(root.has("k"));
    let file = SourceFile::new("m.yaml", text);
    let positions = Positions::of(&file);
    let b = NodePath::root().key("b");
    assert_eq!(positions.span_in_value(&b, 8..10).text(), "e\\u0301");
    assert_eq!(positions.span_in_value(&b, 4..7).text(), "two");
}

#[test]
fn a_file_with_an_old_macs_lines_is_read_and_told_once() {
    assert_eq!(findings("a: 1\rb: 2\rc: 3\r"), ["control-character 1:5"]);
    assert_eq!(findings("a: 1\r\nb: 2\r\n"), [""; 0]);
}

#[test]
fn a_fault_of_syntax_beside_a_control_character_is_told_too() {
    let found = findings("a: x\u{B}y\nb: one: two\n");
    assert_eq!(found, ["control-character 1:5", "colon-in-text 2:7"]);
}
