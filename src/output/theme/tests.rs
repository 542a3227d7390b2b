use super::*;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;

fn parse(text: &str) -> (Theme, Vec<Diagnostic>) {
    Theme::parse(Some(&SourceFile::new("templates/theme.yaml", text)), &[])
}

/// Line, column, code and message of each finding.
fn said(text: &str) -> Vec<(usize, usize, &'static str, String)> {
    parse(text)
        .1
        .into_iter()
        .map(|finding| {
            let at = finding.span.as_ref().unwrap().start();
            (at.line, at.column, finding.code.id, finding.message)
        })
        .collect()
}

fn style(theme: &Theme, name: &str, classes: &[&str]) -> PrintStyle {
    let root_classes = ["document".to_owned()];
    let root = StyleScope {
        name: "div",
        classes: &root_classes,
        within: None,
    };
    let document = theme.style(&root, &PrintStyle::default(), false);
    let classes: Vec<String> = classes.iter().map(|class| (*class).to_owned()).collect();
    let scope = StyleScope {
        name,
        classes: &classes,
        within: Some(&root),
    };
    theme.style(&scope, &document, false)
}

#[test]
fn the_built_in_theme_is_without_findings() {
    let (theme, findings) = Theme::parse(None, &[]);
    assert_eq!(findings, []);
    assert!(theme.styles.len() > 50);
    assert_eq!(theme.page.measure(), 468.0);
}

#[test]
fn a_workspace_changes_only_what_it_names() {
    let (theme, findings) = parse(
        "page:\n  size: a4\ncolours:\n  accent: \"#5a0000\"\nno-hyphen: [Bonavista]\nstyles:\n  h2: { size: 16 }\n",
    );
    assert_eq!(findings, []);
    let built_in = Theme::parse(None, &[]).0;
    assert_eq!(theme.page.width, 595.276);
    assert_eq!(theme.page.left, built_in.page.left);
    assert!(theme.no_hyphen.contains("bonavista") && theme.no_hyphen.contains("ontario"));
    let h2 = style(&theme, "h2", &[]);
    assert_eq!(h2.text.size, 16.0);
    assert!(h2.text.bold, "what the workspace does not say stays");
    let red = Colour {
        red: 0x5a,
        green: 0,
        blue: 0,
    };
    assert_eq!(
        h2.text.colour, red,
        "styles of the built-in theme follow the colour"
    );
}

#[test]
fn classes_count_more_than_names_and_relative_sizes_are_the_parents() {
    let (theme, findings) = parse(
        "styles:\n  .loud: { size: 20 }\n  p: { size: 9, colour: accent }\n  p.small: { size: \"50%\" }\n",
    );
    assert_eq!(findings, []);
    assert_eq!(style(&theme, "p", &["loud"]).text.size, 20.0);
    assert_eq!(style(&theme, "p", &[]).text.size, 9.0);
    let around = style(&theme, "div", &["document"]).text.size;
    assert_eq!(style(&theme, "p", &["small"]).text.size, around / 2.0);
    assert!(theme.knows_class("loud") && !theme.knows_class("quiet"));
}

#[test]
fn every_fault_is_found_where_it_stands() {
    let text = "\
page:
  size: A5
  margin: { top: 5, lft: 72 }
colours:
  ink: black
  soft: \"#12345\"
fonts:
  Own: { bold: fonts/b.ttf }
fallback: [Noto Sans, Noto Sens]
labels: { numbers: [\"*\"] }
languages:
  en: { decimal-mark: \"..\" }
styles:
  p > em: { weight: bold }
  paragraph: { size: 9 }
  h1: { size: 300, weight: heavy, colour: acent, align: middle, hyphenate: yes }
  td: { padding: [1, 2, 3], rule-below: { width: 1 } }
";
    let found = said(text);
    let places: Vec<(usize, &str)> = found
        .iter()
        .map(|(line, _, code, _)| (*line, *code))
        .collect();
    assert_eq!(
        places,
        [
            (2, "Y022"),
            (3, "W111"),
            (3, "Y010"),
            (5, "W110"),
            (6, "W110"),
            (8, "Y012"),
            (9, "W114"),
            (10, "W111"),
            (12, "W111"),
            (14, "W115"),
            (15, "W115"),
            (16, "W111"),
            (16, "Y022"),
            (16, "W110"),
            (16, "Y022"),
            (16, "Y019"),
            (17, "W111"),
            (17, "Y012"),
        ],
        "{found:#?}"
    );
    let size = found.iter().find(|(line, ..)| *line == 16).unwrap();
    assert_eq!(size.1, 15, "the column of the value");
    assert_eq!(size.3, "`300` is not a number from 4 to 144");
    let (_, findings) = parse(text);
    let colour = findings
        .iter()
        .find(|finding| finding.message.contains("acent"))
        .unwrap();
    assert_eq!(colour.hints, ["did you mean `accent`?"]);
}

#[test]
fn text_that_stands_out_too_little_is_a_warning() {
    let found = said(
        "styles:\n  p.pale: { colour: \"#999999\" }\n  th: { colour: accent, background: \"#336699\" }\n  td: { background: \"#303030\" }\n  em: { colour: soft }\n",
    );
    let places: Vec<(usize, usize, &str)> = found
        .iter()
        .map(|(line, column, code, _)| (*line, *column, *code))
        .collect();
    assert_eq!(places, [(2, 21, "W112"), (3, 17, "W112"), (4, 21, "W112")]);
    assert_eq!(
        found[0].3,
        "text of this colour stands out by 2.8 to 1 only"
    );
}

#[test]
fn a_colour_that_is_too_pale_for_styles_of_the_theme_below_is_named_where_it_is_given() {
    let found = said("colours:\n  soft: \"#aaaaaa\"\n");
    let [(2, 9, "W112", message)] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(message, "text stands out by 2.3 to 1 only with this `soft`");
    let dark = said("colours:\n  shade: \"#333333\"\n");
    assert_eq!((dark.len(), dark[0].0), (1, 2), "{dark:?}");
}

#[test]
fn a_file_that_is_no_theme_is_a_finding_and_no_panic() {
    for text in [
        "- a\n- b\n",
        "page",
        "styles: [1]\n",
        "page: {{{\n",
        "colours: 3\nfonts: x\n",
    ] {
        let (_, findings) = parse(text);
        assert!(!findings.is_empty(), "{text}");
    }
    assert_eq!(parse("").1, []);
}

#[test]
fn the_screen_has_the_themes_colours_and_sizes() {
    let variables = Theme::parse(None, &[]).0.css_variables();
    let get = |name: &str| {
        variables
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(get("--colour-accent"), Some("#1b4a72"));
    assert_eq!(get("--h1-size"), Some("1.8rem"));
    assert_eq!(
        get("--text-font"),
        Some("\"Noto Sans\", system-ui, sans-serif")
    );
    assert_eq!(
        get("--code-font"),
        Some("\"Noto Sans Mono\", ui-monospace, monospace")
    );
    let names: std::collections::BTreeSet<&String> =
        variables.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), variables.len());
}

#[test]
fn every_key_is_documented() {
    let manual = include_str!("../../../docs/theme.md");
    let keys = parse::KEYS.map(|(key, _)| key).into_iter();
    let keys = keys.chain(parse::properties::PROPERTIES.map(|(key, _)| key));
    let missing: Vec<&str> = keys
        .filter(|key| !manual.contains(&format!("`{key}`")))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

fn themes() -> Vec<std::sync::Arc<SourceFile>> {
    [
        ("one", "based-on: two\ncolours: { ink: \"#110000\" }\nstyles:\n  h2: { size: 17 }\n"),
        ("two", "colours: { ink: \"#220000\", own: \"#330000\" }\nstyles:\n  h2: { size: 18, colour: ink }\n  h3: { size: 19, colour: own }\n"),
        ("round", "based-on: again\n"),
        ("again", "based-on: round\n"),
    ]
    .map(|(name, text)| SourceFile::new(format!("templates/themes/{name}.yaml"), text))
    .into()
}

#[test]
fn a_theme_goes_on_from_the_one_that_it_is_based_on() {
    let own = SourceFile::new(
        "templates/theme.yaml",
        "based-on: one\nstyles:\n  h3: { size: 20 }\n",
    );
    let (theme, findings) = Theme::parse(Some(&own), &themes());
    assert_eq!(findings, []);
    let red = |red| Colour {
        red,
        green: 0,
        blue: 0,
    };
    let (h2, h3) = (style(&theme, "h2", &[]), style(&theme, "h3", &[]));
    assert_eq!((h2.text.size, h2.text.colour), (17.0, red(0x11)));
    assert_eq!((h3.text.size, h3.text.colour), (20.0, red(0x33)));
}

/// The themes of the program.
fn built_in_themes() -> Vec<std::sync::Arc<SourceFile>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/themes");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        let name = format!("templates/themes/{}", path.file_name().unwrap().display());
        SourceFile::new(name, std::fs::read_to_string(path).unwrap())
    };
    std::fs::read_dir(folder).unwrap().map(read).collect()
}

#[test]
fn sizes_are_parts_of_the_documents_in_every_theme() {
    let themes = built_in_themes();
    for base in ["", "clear-print", "dense", "federal"] {
        let own = SourceFile::new(
            "templates/theme.yaml",
            format!("based-on: {base}\nstyles:\n  div.document: {{ size: 12 }}\n"),
        );
        let (theme, findings) = Theme::parse(Some(&own), &themes);
        assert_eq!(findings, [], "{base}");
        let root = StyleSelector::parse("div.document");
        let fixed = theme.styles.iter().filter(|(selector, properties)| {
            let points =
                |setting: &StyleSetting| matches!(setting, StyleSetting::Size(Size::Points(_)));
            properties.iter().any(|(_, setting)| points(setting)) && Some(selector) != root.as_ref()
        });
        assert_eq!(fixed.count(), 0, "{base}");
    }
}

#[test]
fn one_size_changes_all_and_both_languages_side_by_side() {
    let sizes = |size: u32| {
        let (theme, findings) = parse(&format!("styles:\n  div.document: {{ size: {size} }}\n"));
        assert_eq!(findings, []);
        let classes = ["document".to_owned(), "parallel".to_owned()];
        let root = StyleScope {
            name: "div",
            classes: &classes,
            within: None,
        };
        let parallel = theme.style(&root, &PrintStyle::default(), false);
        let within = StyleScope {
            name: "h1",
            classes: &[],
            within: Some(&root),
        };
        let names = ["h1", "h2", "h3", "h4", "h5", "h6", "pre", "td"];
        let mut sizes = names
            .map(|name| style(&theme, name, &[]).text.size)
            .to_vec();
        sizes.push(theme.style(&within, &parallel, false).text.size);
        sizes.push(parallel.text.size);
        sizes
    };
    for (one, two) in sizes(11).into_iter().zip(sizes(22)) {
        assert!((one * 2.0 - two).abs() < 0.01, "{one} and {two}");
    }
}

#[test]
fn a_theme_that_is_not_there_or_its_own_base_is_found() {
    let found = |text: &str| {
        let own = SourceFile::new("templates/theme.yaml", text);
        let (_, findings) = Theme::parse(Some(&own), &themes());
        let told = |finding: Diagnostic| {
            let path = finding.span.as_ref().unwrap().file().path().to_owned();
            (finding.code.id, path, finding.message, finding.hints)
        };
        findings.into_iter().map(told).collect::<Vec<_>>()
    };
    let missing = found("based-on: tow\n");
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert_eq!(missing[0].0, "W116");
    assert_eq!(missing[0].3, ["did you mean `two`?"]);
    let circle = found("based-on: round\n");
    assert_eq!(circle.len(), 1, "{circle:?}");
    assert_eq!(circle[0].1, "templates/themes/again.yaml");
    assert_eq!(circle[0].2, "the theme `round` is based on itself");
    assert_eq!(found("based-on:\n"), []);
}
