//! No control character of any kind reaches an output, or passes without a finding at
//! its place, wherever it stands and however it is written.

use super::write;
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::document::Edition;
use bimemo::press::{Format, Press, Release};
use bimemo::source::{Span, Unseen, unseen};
use bimemo::workspace::Workspace;
use bimemo::workspace::codes::CONTROL_CHARACTER;
use tempfile::TempDir;

/// Every character that belongs in no text.
fn controls() -> Vec<char> {
    let all = ('\0'..='\u{10FFFF}').filter(|c| unseen(*c) == Some(Unseen::Control));
    let all: Vec<char> = all.collect();
    assert!(all.len() > 100, "{}", all.len());
    all
}

const FILES: [(&str, &str); 9] = [
    (
        "memos/m.yaml",
        "# note §0\ndate: 2026-05-04\nsender: { name: \"Odile §1Fenwick\", gender: feminine }\n\
         recipients: [{ en: All staff, fr: 'Tout le §2personnel' }]\nreference: A§3-1\n\
         subject: { en: \"Boathouse §4keys\", fr: Clés du §5hangar }\nfacts:\n  \
         place: { en: \"the §6dock\", fr: \"le §7quai\" }\nsections:\n  - id: one\n    \
         heading: { en: The keys§8, fr: Les clés }\n    body:\n      en: |\n        The **§9ramp** \
         opens at { $place }, { dock-hours }.\n\n        - `code §a`\n        \
         - [link §b](https://example.ca/§c \"a §d\")\n\n        | A§e | B |\n        | --- | --- \
         |\n        | 1 | 2 |\n      fr: >\n        La **rampe** §f ouvre à { $place }, { dock-hours \
         }.\n\n        - `code`\n\n        - [lien](https://example.ca/ \"un\")\n\n\n        | A | B |\n\
         \n        | --- | --- |\n\n        | 1 | 2 |\n",
    ),
    ("memos/m.en.ftl", "own = Own §0word\n"),
    (
        "locales/en/dock.ftl",
        "# §0\ndock-hours = by day,§1 daily\n    .note = a §2\n",
    ),
    (
        "locales/fr/dock.ftl",
        "dock-hours =\n    de jour,§0\n    chaque jour\n",
    ),
    (
        "bimemo.yaml",
        "# §0\nfacts:\n  shared: { en: \"a §1\", fr: b }\n",
    ),
    ("directory.yaml", "people:\n  a-b: { name: A §0B }\n"),
    (
        "templates/letterheads/harbour.yaml",
        "organization: { en: Harbour§0, fr: Port }\naddress: { en: [\"5 §1Elm\"], fr: [5 Orme] }\n",
    ),
    ("templates/theme.yaml", "# §0\nbased-on: dense\n"),
    ("templates/parts/own.html", "<p>a §0</p>\n"),
];

/// The text without its places, but for one where `put` stands.
fn filled(text: &str, place: Option<char>, put: &str) -> String {
    let mut parts = text.split('§');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut letters = part.chars();
        if letters.next() == place {
            out += put;
        }
        out += letters.as_str();
    }
    out
}

fn places(text: &str) -> Vec<char> {
    text.split('§')
        .skip(1)
        .filter_map(|part| part.chars().next())
        .collect()
}

fn workspace(changed: Option<(&str, String)>) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for (name, text) in FILES {
        let own = changed.as_ref().filter(|(other, _)| *other == name);
        let text = own.map_or_else(|| filled(text, None, ""), |(_, text)| text.clone());
        write(&stage.path().join(name), text);
    }
    stage
}

/// The workspace's shared files, loaded, with their findings.
struct Loaded {
    stage: TempDir,
    workspace: Workspace,
    press: Press,
    findings: Vec<Diagnostic>,
}

impl Loaded {
    fn new(stage: TempDir) -> Loaded {
        let workspace = Workspace::open(stage.path()).expect("the workspace can be opened");
        let (press, findings) = Press::load(&workspace);
        Loaded {
            stage,
            workspace,
            press,
            findings,
        }
    }

    /// All findings, with the texts of all documents that can be made whatever is wrong.
    fn outcome(&self, formats: &[Format]) -> (Vec<Diagnostic>, Vec<String>) {
        let selection = self.workspace.select(&[]).expect("its memos can be found");
        let mut findings = self.findings.clone();
        let mut texts = Vec::new();
        for memo in &selection.memos {
            let composition = self.press.compose(&self.workspace, memo, Release::Final);
            for document in &composition.documents {
                for &format in formats {
                    let set = self
                        .press
                        .set(&self.workspace, &Edition::Separate(document), format);
                    match set {
                        Ok(files) => texts.extend(
                            files
                                .into_iter()
                                .filter_map(|(_, bytes)| String::from_utf8(bytes).ok()),
                        ),
                        Err(faults) => findings.extend(faults),
                    }
                }
            }
            findings.extend(composition.diagnostics);
        }
        (findings, texts)
    }
}

/// Markdown and HTML, which are text.
const TEXTS: [Format; 2] = [Format::Markdown, Format::Html];

/// Holds what a workspace comes to against one control character at `place` of a file;
/// `memos` is loaded already, for a memo.
fn hold(
    memos: Option<&Loaded>,
    (name, text): (&str, &str),
    place: char,
    put: &str,
    character: char,
) {
    let written = filled(text, Some(place), put);
    let before = filled(text, Some(place), "\u{E000}");
    let start = before.find('\u{E000}').expect("the place is there");
    let line = before[..start].matches('\n').count() + 1;
    let column = before[..start]
        .rsplit('\n')
        .next()
        .map_or(0, |line| line.chars().count())
        + 1;
    let own = memos
        .is_none()
        .then(|| Loaded::new(workspace(Some((name, written.clone())))));
    let loaded = own.as_ref().or(memos).expect("one of the two is there");
    write(&loaded.stage.path().join(name), written);
    let code = u32::from(character);
    // Pages are laid out for some: print markup is read strictly.
    let formats = if code % 8 == 3 {
        &Format::ALL[..]
    } else {
        &TEXTS[..]
    };
    let (findings, texts) = loaded.outcome(formats);
    let at = format!("{name} §{place}, U+{code:04X} as {put:?}");
    let mut told: Vec<&Diagnostic> = findings
        .iter()
        .filter(|finding| finding.code == &CONTROL_CHARACTER)
        .collect();
    told.dedup_by(|one, other| one.span == other.span);
    assert_eq!(told.len(), 1, "{at}: {findings:?}");
    let start = told[0]
        .span
        .as_ref()
        .map(|span| (span.file().path(), span.start()));
    let (path, start) = start.unwrap_or_else(|| panic!("{at}: no place"));
    assert_eq!(
        (path, start.line, start.column),
        (name, line, column),
        "{at}"
    );
    let others = findings.iter().filter(|finding| {
        finding.severity == Severity::Error && finding.code != &CONTROL_CHARACTER
    });
    assert_eq!(
        others.collect::<Vec<_>>(),
        Vec::<&Diagnostic>::new(),
        "{at}"
    );
    for text in &texts {
        let bad = text.chars().find(|c| unseen(*c) == Some(Unseen::Control));
        assert_eq!(bad, None, "{at}");
        assert!(!text.contains('\u{FFFD}'), "{at}");
    }
    assert!(texts.len() >= 4, "{at}: the documents can still be made");
}

#[test]
fn a_workspace_without_any_is_sound() {
    let (findings, texts) = Loaded::new(workspace(None)).outcome(&Format::ALL);
    let errors = findings.iter().filter(|it| it.severity == Severity::Error);
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
    assert_eq!(texts.len(), 8);
}

#[test]
fn as_they_are() {
    let loaded = Loaded::new(workspace(None));
    let mut kinds = [
        '\0', '\u{B}', '\u{1B}', '\u{7F}', '\u{85}', '\u{92}', '\u{2028}', '\u{2029}', '\u{FFFF}',
    ]
    .into_iter()
    .cycle();
    for file in FILES {
        let memos = (file.0 == FILES[0].0).then_some(&loaded);
        for place in places(file.1) {
            let count = if memos.is_some() { 4 } else { 1 };
            for character in kinds.by_ref().take(count) {
                hold(memos, file, place, &character.to_string(), character);
            }
        }
    }
    for character in controls() {
        // The lone end of an old Mac's line is a line's end.
        if character != '\r' {
            hold(
                Some(&loaded),
                FILES[0],
                '9',
                &character.to_string(),
                character,
            );
        }
    }
}

#[test]
fn as_escapes() {
    let loaded = Loaded::new(workspace(None));
    for character in controls() {
        for place in ['1', '6'] {
            let escape = format!("\\U{:08X}", u32::from(character));
            hold(Some(&loaded), FILES[0], place, &escape, character);
        }
    }
}

#[test]
fn as_entities_and_literals() {
    let loaded = Loaded::new(workspace(None));
    let (name, text) = FILES[0];
    for character in controls() {
        let code = u32::from(character);
        // CommonMark reads `&#0;` as the sign of a character that was lost.
        if character != '\0' && character != '\r' {
            let entity = format!("&#{code};");
            hold(Some(&loaded), FILES[0], '9', &entity, character);
        }
        // Fluent points at the escape in its quotation marks.
        let literal = format!("{{ \"\\U{code:06X}\" }}");
        if character != '\r' {
            write(
                &loaded.stage.path().join(name),
                filled(text, Some('9'), &literal),
            );
            let (findings, _) = loaded.outcome(&[]);
            let place = findings
                .iter()
                .find(|it| it.code == &CONTROL_CHARACTER)
                .and_then(|it| it.span.as_ref());
            assert_eq!(place.map(Span::text), Some(&literal[3..11]), "{findings:?}");
        }
    }
}
