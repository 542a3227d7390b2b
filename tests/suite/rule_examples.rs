//! The YAML of the rules' manual pages: each example, completed to a workspace in an empty
//! folder, causes its rule, and what it shows as right does not.
//!
//! A line that ends in `# right` is the mended form of one before it, and one that ends in
//! `# a fault` is wrong: the example is run without the one, then without the other.

use crate::examples::{check, completed, folder};
use bimemo::diagnostic::Code;
use bimemo::press::codes;

/// Pages whose first example does not cause the rule by itself, each with why: it must be
/// read without a finding all the same.
const SHOWN: [(&str, &str); 12] = [
    ("L013", "the message is one of the examples' memos"),
    (
        "L003",
        "the first example is a text of its own; the second is right",
    ),
    (
        "L100",
        "the entry of the glossary that a message of Fluent goes against",
    ),
    (
        "L101",
        "the entry of the glossary that a message of Fluent goes against",
    ),
    ("W049", "the right form"),
    ("W054", "the right form"),
    ("W056", "the right form"),
    ("W082", "the right form"),
    ("W083", "the right form"),
    ("W110", "the right form"),
    ("W113", "the right form"),
    ("W209", "a link to a file, which is not there"),
];

/// Keys of the files of a workspace that are no memo.
const FILES: [(&str, &[&str]); 3] = [
    ("directory.yaml", &["people", "organizations"]),
    (
        "bimemo.yaml",
        &["glossary", "limits", "severity", "typography"],
    ),
    (
        "templates/theme.yaml",
        &["page", "colours", "fonts", "styles", "based-on"],
    ),
];

/// The memo of an example.
const MEMO: &str = "memos/example.yaml";

/// Keys of a person.
const PERSON: [&str; 6] = ["gender", "acting", "email", "telephone", "title", "name"];

/// A directory for the examples that name somebody of one.
const DIRECTORY: &str = "people:\n  louis-bergeron: { name: Louis Bergeron }\n  jroy: { name: Jean Roy }\norganizations:\n  labour: { name: { en: Labour, fr: Travail } }\n  harbour-communities: { name: { en: Harbour Communities, fr: Ports } }\n";

/// The YAML examples of a rule's page.
fn examples(code: &Code) -> Vec<String> {
    let page = code.page();
    page.split("```yaml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or_default().to_owned())
        .collect()
}

/// The lines without the remarks behind them; those with a certain remark left out.
fn without(example: &str, remark: &str) -> String {
    let mut lines = String::new();
    for line in example.lines() {
        let (text, said) = match line.rsplit_once("  # ") {
            Some((text, said)) => (text.trim_end(), said),
            None => (line, ""),
        };
        if remark.is_empty() || !said.starts_with(remark) {
            lines += text;
            lines.push('\n');
        }
    }
    lines
}

/// The first key of an example.
fn first_key(example: &str) -> &str {
    let mut lines = example.lines();
    let line = lines
        .find(|line| !line.starts_with('#'))
        .unwrap_or_default();
    line.split(':').next().unwrap_or_default()
}

fn below(keys: &str, indent: usize, example: &str) -> String {
    let pad = " ".repeat(indent);
    let lines: String = example
        .lines()
        .map(|line| format!("{pad}{line}\n"))
        .collect();
    completed(&format!("{keys}\n{lines}"))
}

/// The files of the workspace that an example is completed to.
fn files(code: &Code, example: &str) -> Vec<(&'static str, String)> {
    let key = first_key(example);
    let mut files = vec![("directory.yaml", DIRECTORY.to_owned())];
    if let Some((path, _)) = FILES.iter().find(|(_, keys)| keys.contains(&key)) {
        files.retain(|(other, _)| other != path);
        files.push((path, example.to_owned()));
        files.push((MEMO, completed("")));
        return files;
    }
    let memo = match (code.id, key) {
        // The whole file.
        ("Y016", _) => "# date: 2026-04-01\n".to_owned(),
        (_, "en") | (_, "fr") => {
            let other = if example.contains("fr:") {
                "en: A\n"
            } else {
                "fr: A\n"
            };
            below(
                "facts: { selection: 2026-04-30, n: 9, months: 9, transition: 9, date: 2026-04-30 }\nsections:\n  - body:",
                6,
                &format!("{example}{other}"),
            )
        }
        (_, key) if PERSON.contains(&key) => {
            let name = if example.contains("name:") {
                ""
            } else {
                "name: A\n"
            };
            below("sender:", 2, &format!("{example}{name}"))
        }
        ("P047", _) => {
            format!(
                "{}sections:\n  - body: {{ en: \"Room {{ $room }}\", fr: \"Salle {{ $room }}\" }}\n",
                completed("").replace("sections: [{ body: { en: Hello., fr: Bonjour. } }]\n", "")
            ) + example
        }
        ("Y060", _) => format!(
            "date: 2026-04-01\nsubject: {{ en: A, fr: A }}\nsections: [{{ body: {{ en: A, fr: A }} }}]\n{example}"
        ),
        ("Y010", _) => {
            completed(example).replace("recipients: [{ en: Partners, fr: Partenaires }]\n", "")
        }
        _ => completed(example),
    };
    files.push((MEMO, memo));
    files
}

/// An example on its way: its rule, which of its lines it has, and what check says of it.
struct Run {
    code: &'static Code,
    /// Whether only what is right is left of it.
    right: bool,
    said: String,
}

/// What check says of each example. Those that are memos stand in one workspace.
fn runs() -> Vec<Run> {
    let mut runs = Vec::new();
    let mut shared = vec![("directory.yaml".to_owned(), DIRECTORY.to_owned())];
    let mut own = Vec::new();
    for code in codes::all() {
        let Some(example) = examples(code).into_iter().next() else {
            continue;
        };
        for (right, remark) in [(false, "right"), (true, "a fault")] {
            if right && !example.contains("# right") {
                continue;
            }
            let files = files(code, &without(&example, remark));
            match files.as_slice() {
                [(_, directory), (MEMO, memo)] if directory == DIRECTORY => {
                    let name = format!("memos/{}-{right}.yaml", code.id.to_lowercase());
                    shared.push((name, memo.clone()));
                }
                _ => own.push((runs.len(), files)),
            }
            let said = String::new();
            runs.push(Run { code, right, said });
        }
    }
    let stage = folder(&shared);
    let all = check(stage.path()).0;
    for run in &mut runs {
        let name = format!("{}-{}.yaml:", run.code.id.to_lowercase(), run.right);
        let own = all.lines().filter(|line| line.contains(&name));
        run.said = own.collect::<Vec<_>>().join("\n");
    }
    for (at, files) in own {
        runs[at].said = check(folder(&files).path()).0;
    }
    runs
}

#[test]
fn the_examples_of_the_rules_cause_them() {
    let runs = runs();
    let mut faults = Vec::new();
    for Run { code, right, said } in &runs {
        let found = said.contains(&format!("[{}]", code.id));
        let shown = SHOWN.iter().any(|(id, _)| *id == code.id);
        let fault = match (right, shown) {
            // Of the date that stands twice, each is right by itself.
            (true, _) => (found && code.id != "Y011").then_some("is caused by what is right"),
            (false, true) => said.contains("[Y0").then_some("does not read"),
            (false, false) => (!found).then_some("is not caused by its example"),
        };
        faults.extend(fault.map(|fault| format!("{} {fault}:\n{said}", code.id)));
    }
    assert!(runs.len() >= 80, "only {} examples were found", runs.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `cargo test` compiles what the documentation of a code shows as Rust, which a block
/// without a language is for rustdoc.
#[test]
fn the_examples_of_the_rules_name_their_language() {
    let mut faults = Vec::new();
    for code in codes::all() {
        let page = code.page();
        for fence in page
            .lines()
            .filter(|line| line.starts_with("```"))
            .step_by(2)
        {
            if matches!(fence.trim_start_matches('`'), "" | "rust") {
                faults.push(format!("{}: `{fence}` opens an example", code.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
