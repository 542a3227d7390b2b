//! Drawings of many programs, and drawings that do what they must not.

mod attacks;
mod random;

use super::*;
use std::fs;
use std::path::{Path, PathBuf};
use usvg::{Options, Tree};

/// The drawings as programs save them, by name.
fn drawings() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = fs::read_dir(root.join("tests/fixtures/drawings")).unwrap();
    let logos = fs::read_dir(root.join("templates/letterheads")).unwrap();
    let mut paths: Vec<PathBuf> = own.chain(logos).map(|it| it.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "svg"));
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read(&path).unwrap())
    };
    paths.into_iter().map(read).collect()
}

/// What usvg makes of a drawing: every shape with its place, paint and effects.
fn resolved(text: &str) -> String {
    let tree = Tree::from_str(text, &Options::default()).unwrap();
    format!("{tree:?}")
}

/// A drawing without faults, as it goes out.
fn clean(name: &str, bytes: &[u8]) -> SafeSvg {
    let reading = read_svg(name, bytes);
    assert_eq!(reading.findings, [], "{name}");
    reading.svg.unwrap()
}

/// Fails where something goes out that is not known to draw.
fn check_written(text: &str) {
    let xml = roxmltree::Document::parse(text).unwrap();
    for node in xml.root().descendants().skip(1) {
        assert!(node.is_element() || node.is_text(), "{node:?}");
        if !node.is_element() {
            continue;
        }
        let name = node.tag_name();
        let part = names::element(name.namespace(), name.name());
        assert_eq!(part, names::SvgPart::Drawn, "{name:?}");
        for attribute in node.attributes() {
            check_attribute(name.name(), &attribute);
        }
        if name.name() == "style" {
            check_style(node.text().unwrap_or_default());
        }
    }
}

fn check_attribute(element: &str, attribute: &roxmltree::Attribute<'_, '_>) {
    let (name, value) = (attribute.name(), attribute.value());
    match attribute.namespace() {
        Some(names::XML) => assert!(matches!(name, "space" | "lang"), "{name}"),
        Some(names::XLINK) => assert_eq!(name, "href"),
        Some(other) => panic!("{other} {name}"),
        None => {
            let known = names::is_attribute(name)
                || names::is_presentation(name)
                || matches!(name, "href" | "style");
            assert!(known && !attributes::is_handler(name), "{name}");
        }
    }
    if name == "href" {
        let web = ["http:", "https:", "mailto:", "tel:"];
        let safe = value.starts_with('#')
            || value.starts_with("data:image/") && !value.contains("svg")
            || element == "a" && web.iter().any(|it| value.to_lowercase().starts_with(it));
        assert!(safe, "{value}");
    } else if !names::is_attribute(name) {
        check_style(value);
    }
}

/// No backslash outside of strings hides anything, so that a search finds all.
fn check_style(style: &str) {
    let lower = style.to_lowercase();
    for part in lower.split("url(").skip(1) {
        assert!(part.trim_start_matches('"').starts_with('#'), "{style}");
    }
    for word in [
        "@import",
        "expression(",
        "image-set(",
        "src(",
        "-moz-binding",
        "behavior",
    ] {
        assert!(!lower.contains(word), "{style}");
    }
}

#[test]
fn drawings_of_every_program_pass_and_stay_the_same_picture() {
    let drawings = drawings();
    assert!(drawings.len() >= 15, "{}", drawings.len());
    for (name, bytes) in drawings {
        let svg = clean(&name, &bytes);
        check_written(svg.as_str());
        let source = text::decode(&name, &bytes).unwrap();
        let (before, after) = (resolved(source.text()), resolved(svg.as_str()));
        assert!(before.contains("Path"), "{name} draws nothing");
        assert!(before == after, "{name}:\n{before}\n{after}");
        assert_eq!(clean(&name, svg.as_str().as_bytes()).as_str(), svg.as_str());
    }
}

#[test]
fn notes_of_programs_are_left_out() {
    let all: String = drawings()
        .iter()
        .map(|(name, bytes)| clean(name, bytes).text)
        .collect();
    for note in [
        "inkscape",
        "sodipodi",
        "rdf",
        "metadata",
        "<!",
        "<?",
        "serif:",
        "sketch:",
        "data-",
        "xmlns:v",
        "ooo",
        "pgf",
        "Odile",
        "enable-background",
        "version",
        "foreignObject",
        "requiredExtensions",
    ] {
        assert!(!all.contains(note), "{note}");
    }
    for kept in [
        "Crest of Tern Harbour",
        "North star",
        "aria-labelledby",
        "Quai  nord —",
        "Évêché",
    ] {
        assert!(all.contains(kept), "{kept}");
    }
}

#[test]
fn no_digit_and_no_blank_of_a_text_is_lost() {
    let svg = clean(
        "a.svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h1.000000012' \
          style='stroke-width:123456.7891;font-family:\"A\\20 B\", C' stroke-opacity='.30000000001'/>\
          <text> a  <tspan>b</tspan>\n<desc>c</desc></text> x </svg>",
    );
    assert_eq!(
        svg.as_str(),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h1.000000012\" \
         style=\"stroke-width:123456.7891;font-family:&quot;A B&quot;, C;\" \
         stroke-opacity=\".30000000001\"/>\
         <text> a  <tspan>b</tspan>\n<desc>c</desc></text></svg>\n"
    );
}

#[test]
fn words_and_ids_have_their_places_in_the_file() {
    let svg = clean(
        "a.svg",
        b"<!-- one -->\n<svg xmlns='http://www.w3.org/2000/svg'>\n  <text> </text>\n \
          <g id='a'><text id='b'>x</text></g></svg>",
    );
    let at = |span: Span| (span.start().line, span.start().column);
    assert_eq!(svg.words().map(at), Some((4, 12)));
    assert_eq!(at(svg.place_of("a")), (4, 2));
    assert_eq!(at(svg.place_of("none")), (1, 1));
}

#[test]
fn files_are_told_by_name_or_content() {
    for (path, bytes, svg) in [
        ("a.SVG", b"".as_slice(), true),
        ("a.svgz", b"\x1F\x8B", true),
        ("a.png", b" \n<!-- x --><x:svg/>", true),
        ("a.txt", b"\xFF\xFE<\0s\0v\0g\0", true),
        ("a.png", b"\x89PNG<svg", false),
        ("a.html", b"<html>", false),
    ] {
        assert_eq!(is_svg(path, bytes), svg, "{path}");
    }
}
