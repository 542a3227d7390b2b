//! What is written is printed: every key that the parser knows, filled with words that
//! stand nowhere else, which are found in all formats.

use crate::pages_dump::dump;
use crate::printed::data_words;
use crate::stage;
use bimemo::diagnostic::Severity;
use bimemo::lang::Lang;
use bimemo::language::write::{DateTimeOptions, date};
use bimemo::memo::fact::Date;
use bimemo::memo::keys::keys_of;
use bimemo::press::{Composition, Format, Layout, OutputFile, Press, Release};
use bimemo::workspace::Workspace;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The mappings of which a memo, a letterhead and the directory are made.
const MAPPINGS: [&str; 13] = [
    "a memo",
    "a section",
    "a signature",
    "a status",
    "a decision",
    "an attachment",
    "a detail",
    "a person",
    "an enquiry",
    "a group",
    "a letterhead",
    "a logo",
    "an organization",
];

/// The keys of a mapping: what is to be printed, or to say how.
fn known_keys(mapping: &str) -> &'static [&'static str] {
    keys_of(mapping.rsplit(' ').next().unwrap_or_default())
}

/// Keys that say how to print, or what a document says of itself to those who look for it
/// (`about.rs`), and are printed in no words of their own.
const INSTRUCTIONS: [(&str, &[&str]); 5] = [
    (
        "a memo",
        &[
            "kind",
            "facts",
            "source-language",
            "languages",
            "ignore",
            "description",
            "keywords",
            "slug",
            "expires",
            "metadata",
        ],
    ),
    ("a section", &["id"]),
    ("a group", &["message", "args"]),
    ("a letterhead", &["first", "languages"]),
    ("an organization", &["french"]),
];

/// What must be printed, in one language or in both.
struct Wanted {
    words: String,
    langs: &'static [Lang],
    key: String,
}

/// A memo on its way: its YAML, and what must be printed of it.
#[derive(Default)]
struct Memo {
    count: usize,
    wanted: Vec<Wanted>,
    filled: BTreeSet<(&'static str, &'static str)>,
}

impl Memo {
    /// A word of five letters that stands nowhere else: short enough not to be divided.
    fn token(&mut self) -> String {
        self.count += 1;
        let letters = b"bcdfghjklmnprstvwxyz";
        let letter = |at: usize| char::from(letters[at % letters.len()]);
        let (low, high) = (self.count, self.count / letters.len());
        format!("Q{}a{}q", letter(high), letter(low))
    }

    fn want(&mut self, words: String, langs: &'static [Lang], key: &str) {
        self.wanted.push(Wanted {
            words,
            langs,
            key: key.to_owned(),
        });
    }

    /// A word that both languages print.
    fn word(&mut self, key: &str) -> String {
        let word = self.token();
        self.want(word.clone(), &Lang::ALL, key);
        word
    }

    /// A Text with a word for each language.
    fn text(&mut self, key: &str) -> String {
        let (en, fr) = (self.token(), self.token());
        self.want(en.clone(), &[Lang::En], key);
        self.want(fr.clone(), &[Lang::Fr], key);
        format!("{{ en: {en}, fr: {fr} }}")
    }

    fn telephone(&mut self, key: &str) -> String {
        self.count += 1;
        let last = 100 + self.count;
        self.want(format!("705‑555‑0{last}"), &Lang::ALL, key);
        format!("705-555-0{last}")
    }

    fn email(&mut self, key: &str) -> String {
        let name = self.word(key);
        format!("{name}@example.ca")
    }

    fn day(&mut self, key: &str) -> String {
        self.count += 1;
        let day = i8::try_from(1 + self.count % 28).expect("a day");
        let day = Date::new(2031, 5, day).expect("a date");
        for lang in Lang::ALL {
            let langs: &'static [Lang] = match lang {
                Lang::En => &[Lang::En],
                Lang::Fr => &[Lang::Fr],
            };
            let words = date(day, lang.into(), &DateTimeOptions::default());
            // Raised letters are a run of their own.
            let words = words.to_plain().replace("1er", "1");
            self.want(words, langs, key);
        }
        day.to_string()
    }

    /// The keys of a mapping, each filled, on lines of their own.
    fn mapping(&mut self, what: &'static str, indent: usize, leave_out: &[&str]) -> String {
        let keys = known_keys(what);
        assert!(!keys.is_empty(), "the parser knows {what}");
        let instructions = INSTRUCTIONS.iter().find(|(name, _)| *name == what);
        let mut yaml = String::new();
        for key in keys {
            let is_instruction = instructions.is_some_and(|(_, keys)| keys.contains(key));
            if is_instruction || leave_out.contains(key) {
                continue;
            }
            self.filled.insert((what, key));
            let value = self.value(what, key, indent);
            let _ = writeln!(yaml, "{}{key}: {value}", " ".repeat(indent));
        }
        yaml
    }

    /// A mapping below a key, and as the item of a list.
    fn nested(&mut self, what: &'static str, indent: usize, leave_out: &[&str]) -> String {
        format!("\n{}", self.mapping(what, indent + 2, leave_out).trim_end())
    }

    fn item(&mut self, what: &'static str, indent: usize, leave_out: &[&str]) -> String {
        let keys = self.mapping(what, indent + 4, leave_out);
        let dash = format!("{}- ", " ".repeat(indent + 2));
        format!("\n{dash}{}", keys.trim())
    }

    fn parties(&mut self, indent: usize) -> String {
        let person = self.item("a person", indent, &["person"]);
        let group = self.item("a group", indent, &[]);
        format!("{person}{group}")
    }

    fn value(&mut self, what: &'static str, key: &'static str, indent: usize) -> String {
        let path = format!("{key} of {what}");
        match (what, key) {
            ("a memo", "date" | "updated" | "effective" | "action-by") | ("a status", "date") => {
                self.day(&path)
            }
            ("a memo", "classification") => {
                self.want("Protected B".to_owned(), &[Lang::En], &path);
                self.want("Protégé B".to_owned(), &[Lang::Fr], &path);
                "protected-b".to_owned()
            }
            ("a memo", "marks") => {
                self.want("Urgent".to_owned(), &Lang::ALL, &path);
                "[urgent]".to_owned()
            }
            ("a memo", "letterhead") => self.nested("a letterhead", indent, &[]),
            ("a memo", "status") => self.nested("a status", indent, &[]),
            ("a memo", "decision") => self.nested("a decision", indent, &[]),
            ("a status", "state") => {
                self.want("Corrected on".to_owned(), &[Lang::En], &path);
                self.want("Document corrigé le".to_owned(), &[Lang::Fr], &path);
                "corrected".to_owned()
            }
            ("a decision", "choices") => {
                self.want("Not approved".to_owned(), &[Lang::En], &path);
                self.want("Non approuvé".to_owned(), &[Lang::Fr], &path);
                "[approved, not-approved]".to_owned()
            }
            ("a memo", "sender") | ("a signature", "for") | ("a decision", "by") => {
                self.nested("a person", indent, &["person"])
            }
            ("a memo", "through" | "recipients" | "distribution" | "cc")
            | ("a signature", "by") => self.parties(indent),
            ("a memo", "sections") => self.item("a section", indent, &[]),
            ("a section", "sections") => self.item("a section", indent, &["sections"]),
            ("a memo", "appendices") => self.item("a section", indent, &["sections"]),
            ("a memo", "signature") => self.nested("a signature", indent, &[]),
            ("a signature", "original") => {
                self.want("Original signed by".to_owned(), &[Lang::En], &path);
                self.want("Original signé par".to_owned(), &[Lang::Fr], &path);
                "true".to_owned()
            }
            ("a memo", "enquiries") => {
                let about = self.mapping("an enquiry", indent + 4, &[]);
                let person = self.mapping("a person", indent + 4, &["person"]);
                format!(
                    "\n{}- {}",
                    " ".repeat(indent + 2),
                    format!("{about}{person}").trim()
                )
            }
            ("a memo", "attachments") => self.item("an attachment", indent, &[]),
            ("a memo", "details") => self.item("a detail", indent, &[]),
            ("an attachment", "href") => "https://example.ca/guide.pdf".to_owned(),
            ("an attachment", "language") => {
                self.want("(English only)".to_owned(), &[Lang::En], &path);
                self.want("(en anglais seulement)".to_owned(), &[Lang::Fr], &path);
                "en".to_owned()
            }
            ("a person", "name") => self.word(&path),
            ("a person", "gender") => "feminine".to_owned(),
            ("a person", "acting") => {
                self.want("(A)".to_owned(), &[Lang::En], &path);
                self.want("par intérim".to_owned(), &[Lang::Fr], &path);
                "true".to_owned()
            }
            ("a person", "organization") => {
                let (unit, above) = (self.text(&path), self.text(&path));
                format!("[{unit}, {above}]")
            }
            ("a person" | "a letterhead", "telephone") | ("a person", "tty") => {
                self.telephone(&path)
            }
            ("a person", "extension") => {
                self.count += 1;
                let digits = 4000 + self.count;
                self.want(format!("ext.⍽{digits}"), &[Lang::En], &path);
                self.want(format!("poste⍽{digits}"), &[Lang::Fr], &path);
                digits.to_string()
            }
            ("a person" | "a letterhead", "email") => self.email(&path),
            ("a letterhead", "web") => {
                let word = self.word(&path).to_lowercase();
                if let Some(wanted) = self.wanted.last_mut() {
                    wanted.words.clone_from(&word);
                }
                format!("https://{word}.example.ca")
            }
            ("a letterhead", "logo") => self.nested("a logo", indent, &[]),
            ("a letterhead", "address") => {
                let (one, other) = (self.text(&path), self.text(&path));
                format!("[{one}, {other}]")
            }
            ("a logo", "file") => "../images/logo.svg".to_owned(),
            ("a group", "en") => {
                let word = self.token();
                self.want(word.clone(), &[Lang::En], &path);
                word
            }
            ("a group", "fr") => {
                let word = self.token();
                self.want(word.clone(), &[Lang::Fr], &path);
                word
            }
            ("a group", "number") => "one".to_owned(),
            ("a memo" | "a section", "numbered") => "headings".to_owned(),
            ("a memo", "reference" | "subject" | "salutation" | "closing")
            | ("a section", "heading" | "body")
            | ("an attachment", "title")
            | ("a detail", _)
            | ("a person", "honorific" | "title")
            | ("an enquiry", "about")
            | ("a letterhead", "organization" | "office")
            | ("a status", "by" | "reason")
            | ("a logo", "alt") => self.text(&path),
            _ => panic!("say in tests/suite/nothing_lost.rs how `{key}` of {what} is filled"),
        }
    }

    /// Reports what is not found in the words of a document.
    fn missing(&self, name: &str, words: &str, lang: Lang) -> Vec<String> {
        let spaced = |text: &str| text.replace(['⍽', '\u{a0}', '\n'], " ");
        let words = spaced(words);
        self.wanted
            .iter()
            .filter(|wanted| wanted.langs.contains(&lang))
            .filter(|wanted| !words.contains(&spaced(&wanted.words)))
            .map(|wanted| format!("{name} lacks “{}”, the {}", wanted.words, wanted.key))
            .collect()
    }
}

/// The runs of a page's text in one line, so that no break of a line parts words.
fn in_one_line(dump: &str) -> String {
    let runs = dump.lines().map(|line| {
        let text = line.split_once('“').map_or(line, |(_, text)| text);
        text.trim_end_matches('”')
    });
    runs.collect::<Vec<_>>().join(" ")
}

/// A workspace with one memo, composed.
fn composed(root: &Path) -> (Workspace, Press, Composition) {
    let workspace = Workspace::open(root).expect("it is a workspace");
    let (press, faults) = Press::load(&workspace);
    assert!(faults.is_empty(), "{faults:?}");
    let memos = workspace.select(&[]).expect("memos").memos;
    let composition = press.compose(&workspace, &memos[0], Release::Final);
    // Made-up words may well be alike; what is wrong would be an error.
    let errors: Vec<&String> = composition
        .diagnostics
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| &finding.message)
        .collect();
    assert_eq!(errors, Vec::<&String>::new());
    (workspace, press, composition)
}

/// The documents of a memo in all formats and both layouts, each with its languages.
fn formats(root: &Path) -> Vec<(String, Vec<Lang>, String)> {
    let (workspace, press, composition) = composed(root);
    let text = |files: Vec<OutputFile>| {
        let (name, bytes) = files.into_iter().next().expect("a file");
        (name, String::from_utf8(bytes).expect("text"))
    };
    let mut texts = Vec::new();
    for layout in [Layout::Separate, Layout::Parallel] {
        let editions = press.editions(&composition, layout);
        for edition in editions.expect("both languages") {
            let langs: Vec<Lang> = edition.columns().iter().map(|it| it.lang).collect();
            for format in Format::ALL.into_iter().filter(|it| *it != Format::Pdf) {
                let files = press.set(&workspace, &edition, format);
                let (name, mut text) = text(files.expect("it can be set"));
                if format == Format::Json {
                    // In one line; raised letters are a run of their own.
                    let words = data_words::of_json(&text).join(" ").replace("1er ", "1 ");
                    text = format!("{words}\n{text}");
                }
                texts.push((name, langs.clone(), text));
            }
            let pages = press.pages(&workspace, &edition);
            let pages = pages.expect("it can be laid out");
            let name = format!("the pages in {langs:?}");
            texts.push((name, langs, in_one_line(&dump(&pages))));
        }
    }
    texts
}

fn workspace(memo: &str) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let root = stage.path();
    for folder in ["memos", "images"] {
        fs::create_dir(root.join(folder)).expect("a folder can be made");
    }
    fs::write(root.join("memos/filled.yaml"), memo).expect("the memo can be written");
    let logo = stage::repository().join("templates/letterheads/harbour.svg");
    fs::copy(logo, root.join("images/logo.svg")).expect("the picture can be copied");
    stage
}

/// Fails with what the documents of a workspace lack.
fn assert_printed(root: &Path, memo: &Memo) {
    let mut missing = Vec::new();
    for (name, langs, text) in formats(root) {
        // Raised letters are a run of their own.
        let text = text.replace("<sup>er</sup>", "");
        for lang in &langs {
            let mut lost = memo.missing(&name, &text, *lang);
            // The letterhead of a document with both languages stands once, and its
            // picture has words in the language that stands first.
            lost.retain(|lost| langs.len() == 1 || !lost.ends_with("the alt of a logo"));
            missing.extend(lost);
        }
    }
    let yaml = fs::read_to_string(root.join("memos/filled.yaml")).expect("the memo");
    assert!(missing.is_empty(), "{}\n{yaml}", missing.join("\n"));
}

#[test]
fn every_key_that_the_parser_knows_is_printed() {
    let mut memo = Memo::default();
    let yaml = memo.mapping("a memo", 0, &[]);
    let stage = workspace(&yaml);
    assert_printed(stage.path(), &memo);
    // Everything was filled: what is left out is said to be an instruction.
    for what in MAPPINGS {
        let instructions = INSTRUCTIONS.iter().find(|(name, _)| *name == what);
        for key in known_keys(what) {
            let said = instructions.is_some_and(|(_, keys)| keys.contains(key));
            let elsewhere = what == "an organization" || (what, *key) == ("a person", "person");
            assert!(
                said || elsewhere || memo.filled.contains(&(what, key)),
                "`{key}` of {what}"
            );
        }
    }
}

/// What the memo writes of a person is printed beside the person; what the directory
/// knows of telephones and addresses, where readers are told whom to ask.
#[test]
fn every_key_of_the_directory_is_printed() {
    let mut memo = Memo::default();
    let person = memo.mapping("a person", 4, &["person", "organization"]);
    let (unit, above) = (memo.text("a unit"), memo.text("the unit above"));
    let directory = format!(
        "people:\n  somebody:\n{person}    organization: unit\norganizations:\n  \
         unit: {{ name: {unit}, within: above }}\n  above: {{ name: {above} }}\n"
    );
    let yaml = "date: 2026-05-04\nsender: { person: somebody }\nrecipients:\n  - person: somebody\n\
                subject: { en: A, fr: B }\nsections:\n  - body: { en: C, fr: D }\n\
                enquiries:\n  - person: somebody\n";
    let stage = workspace(yaml);
    fs::write(stage.path().join("directory.yaml"), directory).expect("it can be written");
    assert_printed(stage.path(), &memo);
    let telephones: Vec<&Wanted> = memo
        .wanted
        .iter()
        .filter(|wanted| wanted.words.starts_with("705"))
        .collect();
    assert_eq!(telephones.len(), 2);
    for (name, _, text) in formats(stage.path()) {
        if name.ends_with(".en.md") {
            for wanted in &telephones {
                let times = text.matches(&wanted.words).count();
                assert_eq!(times, 1, "{} in {name}:\n{text}", wanted.words);
            }
        }
    }
}

/// A part of a person that goes with another cannot stand alone: it would be lost.
#[test]
fn parts_that_would_be_lost_are_found() {
    for (fields, message) in [
        (
            "title: { en: T, fr: T }, honorific: Dr.",
            "`honorific` stands here without a `name`",
        ),
        (
            "name: A, acting: true",
            "`acting` stands here without a `title`",
        ),
        (
            "name: A, extension: 12",
            "an extension stands here without a telephone number",
        ),
        (
            "person: somebody, extension: 12",
            "an extension stands here without a telephone number",
        ),
        (
            "person: somebody, acting: true",
            "`acting` stands here without a `title`",
        ),
        ("name: Null", "`Null` is no text: YAML takes it for nothing"),
        ("name: A, age: 12", "unknown key `age` in a person"),
    ] {
        let yaml = format!(
            "date: 2026-05-04\nsender: {{ {fields} }}\nrecipients: [B]\n\
             subject: {{ en: A, fr: B }}\nsections:\n  - body: {{ en: C, fr: D }}\n"
        );
        let stage = workspace(&yaml);
        let directory = "people:\n  somebody: { name: Somebody }\n";
        fs::write(stage.path().join("directory.yaml"), directory).expect("it can be written");
        let result = stage::bimemo(stage.path())
            .args(["check", "--quiet", "--output-format", "concise"])
            .output()
            .expect("bimemo runs");
        let found = String::from_utf8_lossy(&result.stdout).into_owned();
        assert!(found.contains(message), "{yaml}: {found}");
        assert_eq!(found.lines().count(), 1, "{yaml}: {found}");
    }
}
