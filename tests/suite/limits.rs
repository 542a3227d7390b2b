//! What a memo may be: the table of the contract, and what is at a limit and beyond.

use crate::stage;
use bimemo::diagnostic::Diagnostic;
use bimemo::limits::{Limit, Limits, grouped, left};
use bimemo::press::{Options, Press};
use bimemo::workspace::Workspace;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

#[test]
fn the_contract_has_the_table_of_limits() {
    let mut table = String::from("| key | default | most | what is counted | why |\n");
    table += "|---|---|---|---|---|\n";
    for limit in Limit::ALL {
        let row = limit.row();
        let _ = writeln!(
            table,
            "| `{}` | {} | {} | {} | {} |",
            row.name,
            grouped(row.default),
            grouped(row.ceiling),
            row.counts,
            row.because
        );
    }
    let page = stage::repository().join("docs/memo-format.md");
    let page = fs::read_to_string(page).expect("the contract can be read");
    assert!(page.contains(&table), "docs/memo-format.md lacks:\n{table}");
    let keys = fs::read_to_string(stage::repository().join("src/memo/keys.txt"));
    let keys = keys.expect("the keys can be read");
    let names: Vec<&str> = Limit::ALL.iter().map(|limit| limit.row().name).collect();
    assert!(keys.contains(&format!("\nlimits: {}\n", names.join(" "))));
}

/// The most steps that a memo of a workspace takes to check, and to set in all formats.
fn most_steps(root: &Path) -> (u64, String) {
    let workspace = Workspace::open(root).expect("it can be opened");
    let (press, _) = Press::load(&workspace);
    let all = Limits::default().of(Limit::MemoSteps);
    let steps = workspace.select_all().memos.into_iter().map(|memo| {
        let work = || {
            press.examine(&workspace, &memo);
            press.render(&workspace, &memo, &Options::default());
            left().unwrap_or_default()
        };
        let left = Limits::default().metered(work).unwrap_or_default();
        (all - left, memo.name().to_owned())
    });
    steps.max().expect("there are memos")
}

#[test]
fn ordinary_memos_take_less_than_a_hundredth_of_their_steps() {
    let corpus = TempDir::new().expect("a temporary folder can be made");
    let from = stage::repository().join("tests/corpus");
    let memos = corpus.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    for file in stage::files(&from) {
        let name = file.to_string_lossy().replace('/', "-");
        if name.ends_with(".yaml") {
            fs::copy(from.join(&file), memos.join(name)).expect("it can be copied");
        }
    }
    for root in [stage::repository(), corpus.path()] {
        let (steps, memo) = most_steps(root);
        let all = Limits::default().of(Limit::MemoSteps);
        assert!(0 < steps && steps < all / 100, "{memo} takes {steps}");
    }
}

/// A notice with a body in both languages.
fn notice(body: &str) -> String {
    let mut memo = HEAD.to_owned() + "sections:\n  - body:\n";
    for lang in ["en", "fr"] {
        let _ = writeln!(memo, "      {lang}: |2");
        for line in body.lines() {
            let _ = writeln!(memo, "        {line}");
        }
    }
    memo
}

const HEAD: &str = "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\n";

/// A notice with so many sections in one another, the last with headings of six levels in
/// its body.
fn sections(depth: usize) -> String {
    let mut memo = HEAD.to_owned();
    for level in 0..depth {
        let indent = "    ".repeat(level);
        let _ = writeln!(memo, "{indent}sections:");
        let heading = format!("{{ en: Tide {level}, fr: Marée {level} }}");
        let _ = writeln!(memo, "{indent}  - heading: {heading}");
    }
    let indent = "    ".repeat(depth);
    let _ = writeln!(memo, "{indent}body:");
    for (lang, word) in [("en", "Tide"), ("fr", "Marée")] {
        let _ = writeln!(memo, "{indent}  {lang}: |");
        for level in 1..=6 {
            let marks = "#".repeat(level);
            let _ = writeln!(memo, "{indent}    {marks} {word} of {level}\n");
        }
    }
    memo
}

/// A list in a list, so many deep.
fn lists(depth: usize) -> String {
    let line = |level: usize| format!("{}- a\n", "  ".repeat(level));
    (0..depth).map(line).collect()
}

/// What nests, in the deepest form that is allowed, in the first that is not, and far
/// beyond, with the code that says so.
fn nested() -> Vec<(&'static str, String, String, String, &'static str)> {
    let quotes = |count: usize| notice(&format!("{}a", "> ".repeat(count)));
    let select = |count: usize| notice(&format!("{}\"a\"{}", "{".repeat(count), "}".repeat(count)));
    let notes = |count: usize| {
        let call = |at: usize| match at <= count {
            true => format!("a[^{at}]"),
            false => "a".to_owned(),
        };
        let notes: String = (1..=count)
            .map(|at| format!("[^{at}]: {}\n\n", call(at + 1)))
            .collect();
        notice(&format!("{}\n\n{notes}", call(1)))
    };
    vec![
        ("sections", sections(12), sections(13), sections(60), "Y042"),
        // A quotation and the paragraph in it; a list, its item.
        ("quotes", quotes(47), quotes(48), quotes(100_000), "W018"),
        (
            "lists",
            notice(&lists(24)),
            notice(&lists(25)),
            notice(&lists(300)),
            "W018",
        ),
        (
            "placeables",
            select(50),
            select(51),
            select(100_000),
            "L005",
        ),
        ("notes", notes(20), notes(21), notes(2_000), "W018"),
    ]
}

/// What nests as deep as it may is printed in every format and layout; what nests deeper is
/// a finding, however deep it is.
#[test]
fn what_nests_is_fine_up_to_its_limit() {
    let root = TempDir::new().expect("a temporary folder can be made");
    let memos = root.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    for (name, fine, beyond, far, _) in nested() {
        for (how, memo) in [("fine", fine), ("beyond", beyond), ("far", far)] {
            let path = memos.join(format!("{name}-{how}.yaml"));
            fs::write(path, memo).expect("it can be written");
        }
    }
    for layout in ["separate", "parallel"] {
        let run = stage::bimemo(root.path())
            .args(["render", "--layout", layout, "--output-format", "concise"])
            .output()
            .expect("bimemo runs");
        assert_eq!(run.status.code(), Some(1), "{run:?}");
        let told = String::from_utf8_lossy(&run.stderr);
        for (name, .., code) in nested() {
            let of = |how: &str| {
                let path = format!("memos/{name}-{how}.yaml:");
                let is_error = |line: &&str| line.starts_with(&path) && line.contains(": error[");
                told.lines().filter(is_error).collect::<Vec<_>>().join("\n")
            };
            let fine = of("fine");
            let is_other = |line: &&str| !line.contains("error[W134]");
            assert_eq!(fine.lines().find(is_other), None);
            for how in ["beyond", "far"] {
                let found = of(how);
                assert!(
                    found.contains(&format!("[{code}]")),
                    "{name}-{how}: {found}"
                );
                assert!(!found.contains("W032"), "{found}");
            }
        }
    }
    // Two languages, three formats, and both side by side. Quotations so deep have no room in
    // print, and lists none in half a page (W134).
    let written = stage::documents(&root.path().join("out")).len();
    assert_eq!(written, (nested().len() - 2) * 9 + 6);
}

/// Findings beyond those that are shown in full are counted, and machines get them all.
#[test]
fn people_are_shown_so_many_findings() {
    let root = TempDir::new().expect("a temporary folder can be made");
    let memos = root.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    let memo = notice("The the tide.") + "strange: 1\nother: 2\nthird: 3\n";
    fs::write(memos.join("a.yaml"), memo).expect("it can be written");
    let settings = "limits: { findings-shown: 1 }\n";
    fs::write(root.path().join("bimemo.yaml"), settings).expect("it can be written");
    let check = |format: &str| {
        let arguments = ["check", "--quiet", "--output-format", format];
        let run = stage::bimemo(root.path()).args(arguments).output();
        String::from_utf8(run.expect("bimemo runs").stdout).expect("it is UTF-8")
    };
    let all = check("concise").lines().count();
    assert!(all > 2);
    assert_eq!(check("json").lines().count(), all);
    let human = check("human");
    let (shown, rest) = human
        .split_once("more are not shown")
        .expect("some are not");
    assert_eq!(shown.matches("-->").count(), 1, "{human}");
    assert!(shown.ends_with(&format!("{} ", all - 1)), "{human}");
    assert!(
        rest.contains("error[Y010] unknown-key, the first at memos/a.yaml:"),
        "{human}"
    );
}

/// A template of the workspace's own that is the program's to the byte but for a comment is
/// compiled with what counts, and prints the same.
#[test]
fn counting_changes_no_byte() {
    let root = TempDir::new().expect("a temporary folder can be made");
    let put = |path: &str, text: String| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("it has one")).expect("a folder can be made");
        fs::write(path, text).expect("it can be written");
    };
    let read =
        |path: &str| fs::read_to_string(stage::repository().join(path)).expect("it is there");
    put("memos/a.yaml", read("memos/laptop-theft.yaml"));
    put("directory.yaml", read("directory.yaml"));
    let render = |out: &str| {
        for layout in ["separate", "parallel"] {
            let arguments = ["render", "--out", out, "--layout", layout, "--quiet"];
            stage::bimemo(root.path())
                .args(arguments)
                .output()
                .expect("bimemo runs");
        }
        let out = root.path().join(out);
        // What they are made from is another; the list of them says so.
        let files = stage::documents(&out).into_iter();
        files
            .map(|file| fs::read(out.join(file)).expect("it can be read"))
            .collect::<Vec<_>>()
    };
    let plain = render("plain");
    assert_eq!(plain.len(), 9);
    let comment = |path: &str| put(path, read(path) + "{# a comment #}");
    comment("templates/parts/fields.html");
    assert_eq!(render("counted"), plain);
}

/// What takes steps in different ways: to read, to compare, to break into lines, to set on
/// pages.
fn laborious() -> Vec<(&'static str, String)> {
    let words = |count: usize| "tide and ebb of the bay ".repeat(count);
    let rows: String = (0..100)
        .map(|at| format!("| tide {at} | {} |\n", words(3)))
        .collect();
    let notes: String = (0..80)
        .map(|at| format!("Tide {at}.[^{at}]\n\n[^{at}]: {}\n\n", words(2)))
        .collect();
    vec![
        ("a paragraph", notice(&words(400))),
        ("a word", notice(&"tide".repeat(3000))),
        (
            "code",
            notice(&format!("```\n{}\n```\n", "x = 1; ".repeat(2000))),
        ),
        ("a table", notice(&format!("| a | b |\n|---|---|\n{rows}"))),
        ("notes", notice(&notes)),
    ]
}

/// Whether a memo takes more steps than it may: `check` and `render` say the same, whatever the
/// limit, and what was found before is told all the same.
#[test]
fn check_and_render_end_for_the_same_memos() {
    let root = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(root.path().join("memos")).expect("a folder can be made");
    let mut ended = 0;
    for (name, memo) in laborious() {
        fs::write(root.path().join("memos/a.yaml"), &memo).expect("it can be written");
        // Half as much again each time, from what nothing can be done with to what is enough.
        let mut steps = 2_000;
        let mut before: Vec<&str> = Vec::new();
        loop {
            let settings = format!("limits: {{ memo-steps: {steps} }}\n");
            fs::write(root.path().join("bimemo.yaml"), settings).expect("it can be written");
            let workspace = Workspace::open(root.path()).expect("it can be opened");
            let (press, _) = Press::load(&workspace);
            let file = workspace.select_all().memos.remove(0);
            let codes = |found: Vec<Diagnostic>| {
                let codes = found.into_iter().map(|it| it.code.id);
                codes.collect::<Vec<_>>()
            };
            let checked = codes(press.examine(&workspace, &file).diagnostics);
            let rendered = press.render(&workspace, &file, &Options::default());
            let rendered = codes(rendered.findings);
            let is_over = |found: &[&str]| found.contains(&"W084");
            assert_eq!(
                is_over(&checked),
                is_over(&rendered),
                "{name}, {steps} steps"
            );
            let count = |found: &[&str]| found.iter().filter(|it| **it == "W084").count();
            assert!(count(&checked) < 2 && count(&rendered) < 2, "{name}");
            if !is_over(&checked) {
                // What is told of the whole memo was told of a part of it, if anything was.
                let is_known = |code: &&&str| **code == "W084" || checked.contains(code);
                let told = before.iter().filter(is_known).count();
                assert_eq!(told, before.len(), "{name}: {before:?}");
                break;
            }
            before = checked;
            ended += 1;
            steps += steps / 2;
        }
    }
    assert!(ended > 20, "{ended}");
}

/// What was found before the steps ended is told, with where they did where that is known.
#[test]
fn what_was_found_before_the_steps_ended_is_told() {
    let root = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(root.path().join("memos")).expect("a folder can be made");
    let memo = format!(
        "{HEAD}nonsense: 1\nsections:\n  - body: {{ en: \"{0}\", fr: \"{0}\" }}\n",
        "The tide rises. ".repeat(600)
    );
    fs::write(root.path().join("memos/a.yaml"), memo).expect("it can be written");
    let settings = "limits: { memo-steps: 9000 }\n";
    fs::write(root.path().join("bimemo.yaml"), settings).expect("it can be written");
    for command in ["check", "render"] {
        let run = stage::bimemo(root.path())
            .args([command, "--output-format", "concise"])
            .output()
            .expect("bimemo runs");
        let told = [run.stdout, run.stderr].concat();
        let told = String::from_utf8_lossy(&told);
        assert!(told.contains("memos/a.yaml:4:1: error[Y010]"), "{told}");
        // In the text that was being read.
        assert!(told.contains("memos/a.yaml:6:11: error[W084]"), "{told}");
    }
}
