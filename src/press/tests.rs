//! Every example in every theme and layout.

use super::*;
use crate::document::Edition;
use crate::lang::Lang;
use crate::output::pdf::layout::layout_pages;
use crate::output::pdf::layout::tests::check;
use crate::output::pdf::markup::PrintMarkup;
use crate::output::pdf::pages::{Child, Metadata, Pages, Tag};
use crate::output::theme::Theme;
use crate::source::SourceFile;
use crate::template::{Extras, Target};
use crate::workspace::Workspace;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

fn workspace() -> Workspace {
    Workspace::open(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn loaded(workspace: &Workspace) -> Press {
    let (press, findings) = Press::load(workspace);
    assert_eq!(findings, []);
    press
}

/// The memos of this repository, composed.
fn compositions(press: &Press, workspace: &Workspace) -> Vec<Composition> {
    let selection = workspace.select(&[]).unwrap();
    assert!(selection.memos.len() > 4);
    let compose = |memo| press.compose(workspace, memo, Release::Final);
    selection.memos.iter().map(compose).collect()
}

/// An edition's print markup laid out and checked.
fn checked(press: &Press, workspace: &Workspace, edition: &Edition<'_>) -> Pages {
    let extras = Extras::default();
    let markup = press.templates.render(edition, Target::Print, &extras);
    let markup = markup.unwrap();
    let pictures = press.pictures(workspace, edition).unwrap();
    let fonts = press.fonts.as_ref().unwrap();
    let markup = PrintMarkup {
        template: "test",
        text: markup.trim(),
        written: &|_| None,
        leads: &|_| true,
    };
    let pages = layout_pages(markup, &press.theme, fonts, &pictures, Metadata::default()).unwrap();
    let faults = check(markup.text, &pages, &press.theme, fonts);
    assert_eq!(faults, Vec::<String>::new(), "{}", edition.first().stem);
    pages
}

#[test]
fn only_what_may_not_print_is_laid_out_for_check() {
    let workspace = workspace();
    let press = loaded(&workspace);
    assert!(press.plain_look);
    let compositions = compositions(&press, &workspace);
    let documents = compositions.iter().flat_map(|it| &it.documents);
    let measure = press.theme.page.measure();
    let (sure, unsure): (Vec<_>, Vec<_>) =
        documents.partition(|it| printable::surely_prints(it, measure));
    assert!(sure.len() >= 8, "{}", sure.len());
    // One has a picture.
    assert!(unsure.len() >= 2, "{}", unsure.len());
}

#[test]
fn every_theme_lays_out_every_example_in_both_layouts() {
    let workspace = workspace();
    let mut press = loaded(&workspace);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/themes");
    let mut themes = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("templates/themes/{}", path.file_name().unwrap().display());
        themes.push(SourceFile::new(
            name,
            std::fs::read_to_string(path).unwrap(),
        ));
    }
    assert_eq!(themes.len(), 3);
    let compositions = compositions(&press, &workspace);
    for base in ["clear-print", "dense", "federal", ""] {
        let own = SourceFile::new("templates/theme.yaml", format!("based-on: {base}\n"));
        let own = Some(&own).filter(|_| !base.is_empty());
        let (theme, findings) = Theme::parse(own, &themes);
        assert_eq!(findings, [], "{base}");
        press.theme = theme;
        for composition in &compositions {
            for edition in press.editions(composition, Layout::Separate).unwrap() {
                checked(&press, &workspace, &edition);
            }
            for edition in press.editions(composition, Layout::Parallel).unwrap() {
                check_languages(&checked(&press, &workspace, &edition));
            }
        }
    }
}

/// Each section is read in one language to its end: no element of one language lies in
/// an element of the other, letterhead and links' words left out.
fn check_languages(pages: &Pages) {
    let sections = pages
        .structure
        .iter()
        .filter(|element| element.tag == Tag::Sect);
    let mut langs = BTreeSet::new();
    for section in sections {
        langs.extend(section.lang.map(Lang::code));
        for child in &section.children {
            if let Child::Element(child) = child
                && let Some(inner) = pages.structure.get(*child)
            {
                assert_eq!(inner.lang, None, "{inner:?} in {section:?}");
            }
        }
    }
    // The document's own language is not said again.
    assert_eq!(langs.len(), 1);
}

#[test]
fn anchors_of_both_languages_are_apart() {
    let workspace = workspace();
    let press = loaded(&workspace);
    for composition in compositions(&press, &workspace) {
        let editions = press.editions(&composition, Layout::Parallel).unwrap();
        let files = press.set(&workspace, &editions[0], Format::Html);
        let (name, bytes) = files.unwrap().swap_remove(0);
        assert!(name.ends_with(".en-fr.html"), "{name}");
        let page = String::from_utf8(bytes).unwrap();
        let page = scraper::Html::parse_document(&page);
        let elements = || page.tree.values().filter_map(|node| node.as_element());
        let ids: Vec<&str> = elements().filter_map(|node| node.attr("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: {ids:?}");
        for href in elements().filter_map(|node| node.attr("href")) {
            if let Some(id) = href.strip_prefix('#') {
                assert!(unique.contains(id), "{name}: nothing has the id {id}");
            }
        }
        let columns = elements().filter(|node| node.attr("class") == Some("column"));
        let tags: Vec<&str> = columns.filter_map(|node| node.attr("lang")).collect();
        assert!(tags.contains(&"en-CA") && tags.contains(&"fr-CA"));
    }
}

/// A workspace of its own, with these files.
fn small(files: &[(&str, &str)]) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let workspace = Workspace::open(folder.path()).unwrap();
    (folder, workspace)
}

const MEMO: &str = "date: 2026-04-01\nsender:\n  person: roy\nrecipients:\n  - name: Al Bo\n\
                    subject: { en: Hello, fr: Bonjour }\nsections:\n  - body:\n      en: Text.\n\
                    \x20     fr: Texte.\n";

#[test]
fn pages_know_where_they_are_published_and_templates_whom_they_name() {
    let (_folder, workspace) = small(&[
        ("memos/a b.yaml", MEMO),
        ("bimemo.yaml", "base-url: https://memos.example.ca/2026/\n"),
        (
            "directory.yaml",
            "people:\n  roy: { name: Jo Roy, language: fr }\n",
        ),
        (
            "templates/memo.md",
            "{% for one in people %}{{ one.field }} {{ one.name }} {{ one.language or \"-\" }}; {% endfor %}\n",
        ),
    ]);
    let press = loaded(&workspace);
    let selection = workspace.select(&[]).unwrap();
    let composition = press.compose(&workspace, &selection.memos[0], Release::Final);
    assert_eq!(composition.diagnostics, []);
    let document = &composition.documents[0];
    let set = |format| {
        let files = press.set(&workspace, &Edition::Separate(document), format);
        String::from_utf8(files.unwrap().swap_remove(0).1).unwrap()
    };
    let page = set(Format::Html);
    for wanted in [
        "<link rel=\"canonical\" href=\"https://memos.example.ca/2026/a%20b.en.html\">",
        "hreflang=\"fr-CA\" href=\"https://memos.example.ca/2026/a%20b.fr.html\">",
        "<a href=\"a%20b.fr.html\"",
    ] {
        assert!(page.contains(wanted), "{wanted}\n{page}");
    }
    assert_eq!(set(Format::Markdown).trim(), "to Al Bo -; from Jo Roy fr;");
}

#[test]
fn what_nobody_sees_in_a_copy_of_the_programs_files_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let paths = ["templates/memo.md", "templates/theme.yaml"];
    for (sign, count) in [("", 0), ("\u{200B}", 2)] {
        let copy = |path| std::fs::read_to_string(root.join(path)).unwrap() + sign;
        let [template, theme] = paths.map(copy);
        let (_folder, workspace) = small(&[(paths[0], &template), (paths[1], &theme)]);
        let (_, findings) = Press::load(&workspace);
        assert_eq!(findings.len(), count, "{findings:?}");
    }
}

#[test]
fn a_picture_over_a_link_that_leads_out_is_refused() {
    let with_picture = MEMO
        .replace("person: roy", "name: Jo Roy")
        .replace("en: Text.", "en: \"![x](l.png)\"")
        .replace("fr: Texte.", "fr: \"![x](l.png)\"");
    let (folder, workspace) = small(&[("memos/a.yaml", &with_picture)]);
    let outside = tempfile::NamedTempFile::new().unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path(), folder.path().join("memos/l.png")).unwrap();
    #[cfg(not(unix))]
    return drop((folder, outside));
    let press = loaded(&workspace);
    let selection = workspace.select(&[]).unwrap();
    let composition = press.compose(&workspace, &selection.memos[0], Release::Final);
    let codes: Vec<&str> = composition
        .diagnostics
        .iter()
        .map(|finding| finding.code.id)
        .collect();
    assert_eq!(codes, ["W017", "W017"]);
}

#[test]
fn files_in_memory_give_what_a_folder_gives() {
    let folder = workspace();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeMap::new();
    let mut open = vec![
        root.join("memos"),
        root.join("locales"),
        root.join("templates"),
    ];
    let mut found = vec![root.join("bimemo.yaml"), root.join("directory.yaml")];
    while let Some(below) = open.pop() {
        for entry in std::fs::read_dir(below).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    for path in found {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap();
        files.insert(name.replace('\\', "/"), std::fs::read(&path).unwrap());
    }
    let options = Options {
        formats: vec![Format::Markdown, Format::Html],
        ..Options::default()
    };
    let memory = Workspace::of(files);
    let (one, other) = (render(&folder, &options), render(&memory, &options));
    let (one, other) = (one, other);
    assert_eq!(one.findings, []);
    assert_eq!(other.findings, []);
    assert!(one.files.len() > 24, "{}", one.files.len());
    assert_eq!(one.files, other.files);
    let (one, other) = (super::check(&folder), super::check(&memory));
    assert_eq!(one, other);
}

#[test]
fn a_memo_with_errors_gives_findings_and_no_documents() {
    let broken = MEMO.replace("fr: Texte.", "de: Text.");
    let files = [
        ("memos/a.yaml", &broken),
        ("memos/b.yaml", &MEMO.to_owned()),
    ];
    let directory = "people:\n  roy: { name: Jo Roy }\n".to_owned();
    let files = files
        .into_iter()
        .chain([("directory.yaml", &directory)])
        .map(|(path, text)| (path.to_owned(), text.clone().into_bytes()));
    let workspace = Workspace::of(files.collect::<BTreeMap<_, _>>());
    let rendering = render(&workspace, &Options::default());
    assert!(
        rendering
            .files
            .iter()
            .all(|(name, _)| name.starts_with("b."))
    );
    assert_eq!(rendering.files.len(), 6);
    let paths = rendering
        .findings
        .iter()
        .map(|it| it.span.as_ref().unwrap().file().path().to_owned());
    assert!(
        paths
            .collect::<Vec<_>>()
            .iter()
            .all(|path| path == "memos/a.yaml")
    );
    assert!(!rendering.findings.is_empty());
}

#[test]
fn what_another_program_has_is_told_once_and_stops_every_memo() {
    let memo = MEMO.replace("en: Text.", "en: { message: b }");
    let memo = memo.replace("fr: Texte.", "fr: { message: b }");
    let files = [
        ("memos/a.yaml", memo.as_str()),
        ("directory.yaml", "people:\n  roy: { name: Jo Roy }\n"),
        (
            "locales/en/a.ftl",
            "a = Press { PLATFORM() }.\nb = Hold { PLATFORM() }.\n",
        ),
        (
            "locales/fr/a.ftl",
            "a = Appuyez sur { PLATFORM() }.\nb = Tenez { PLATFORM() }.\n",
        ),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let workspace = Workspace::of(BTreeMap::from(files));
    let rendering = render(&workspace, &Options::default());
    assert_eq!(rendering.files, []);
    for findings in [rendering.findings, super::check(&workspace)] {
        let mut told = findings.iter().filter(|it| it.code.id == "L014");
        let one = told.next().unwrap();
        assert_eq!(told.next(), None);
        assert_eq!(
            one.message,
            "there is no function `PLATFORM`, here and at 3 more places (locales/en/a.ftl, \
             locales/fr/a.ftl)"
        );
        assert_eq!((one.lang, one.labels.len()), (None, 3));
        assert_eq!(one.span.as_ref().unwrap().text(), "PLATFORM");
    }
}
