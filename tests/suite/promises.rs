//! What docs/security.md promises, each with a test that holds it, and some of those tests.

use crate::fuzzed::bodies::assert_opens;
use crate::stage;
use bimemo::workspace::Workspace;
use bimemo::{Options, Severity, render};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where the tests of a path of modules stand: `inside` in the suite, `workspace::tests` in
/// the library.
fn sources_of(module: &str) -> Vec<String> {
    let path = module.replace("::", "/");
    let around = path.rsplit_once('/').map_or("", |(around, _)| around);
    let files = [
        format!("tests/suite/{path}.rs"),
        format!("src/{path}.rs"),
        format!("src/{path}/mod.rs"),
        // `tests` inside of the file that they test.
        format!("src/{around}.rs"),
    ];
    let read = |file: &String| fs::read_to_string(stage::repository().join(file)).ok();
    files.iter().filter_map(read).collect()
}

/// Every row of the table of promises names tests, and each of them is there.
#[test]
fn every_promise_has_its_test() {
    let page = stage::repository().join("docs/security.md");
    let page = fs::read_to_string(page).expect("the page can be read");
    let rows: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| promise"))
        .collect();
    assert!(rows.len() >= 10, "there are {} promises", rows.len());
    for row in rows {
        let named: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        let mut tests = 0;
        for name in &named {
            if let Some((module, test)) = name.rsplit_once("::") {
                let head = format!("#[test]\nfn {test}()");
                let inner = format!("#[test]\n    fn {test}()");
                let there = |text: &String| text.contains(&head) || text.contains(&inner);
                assert!(sources_of(module).iter().any(there), "no test {name}");
                tests += 1;
            } else if name.starts_with("tests/") {
                assert!(stage::repository().join(name).exists(), "no script {name}");
                tests += 1;
            }
        }
        assert!(tests > 0, "no test holds: {row}");
    }
}

/// No source of the program opens a connection or starts another program.
#[test]
fn nothing_is_sent_and_nothing_started() {
    let folder = stage::repository().join("src");
    let mut read = 0;
    for file in stage::files(&folder) {
        // Tests may: they make sockets and pipes to be refused.
        let is_test = file.iter().any(|it| it == "tests" || it == "tests.rs");
        if is_test || file.extension().is_none_or(|it| it != "rs") {
            continue;
        }
        let text = fs::read_to_string(folder.join(&file)).expect("a source can be read");
        let connects = [
            "os::unix::net",
            "UdpSocket",
            "TcpStream::connect",
            "connect(",
        ];
        let serves = ["std::net", "TcpStream"];
        let starts = ["process::Command", "process::{Command"];
        // `serve` listens, and starts the editor that its command line names.
        let name = file.to_string_lossy().replace('\\', "/");
        let is_server = name.starts_with("cli/serve/");
        let may_name_addresses = is_server || name == "cli/args.rs";
        let words = connects
            .iter()
            .chain(serves.iter().filter(|_| !may_name_addresses))
            .chain(starts.iter().filter(|_| name != "cli/serve/editor.rs"));
        for word in words {
            assert!(!text.contains(word), "{name} has {word}");
        }
        read += 1;
    }
    assert!(read > 100, "the sources were not found");
}

/// A template asks for the environment, the clock or a file, and gets nothing.
#[test]
fn templates_learn_nothing_of_the_machine() {
    let memo = "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\nsections:\n  \
                - body: { en: High., fr: Haute. }\n";
    for asked in [
        "{{ get_env(name=\"HOME\") }}",
        "{{ now() }}",
        "{{ get_random(start=0, end=9) }}",
        "{{ read(path=\"/etc/passwd\") }}",
        "{% include \"/etc/passwd\" %}",
        "{% include \"../memos/m.yaml\" %}",
        "{{ include_str(\"bimemo.yaml\") }}",
        "{{ \"<script>x</script>\" | safe }}",
    ] {
        let files = BTreeMap::from([
            ("memos/m.yaml".to_owned(), memo.into()),
            ("templates/memo.md".to_owned(), asked.into()),
            ("templates/memo.html".to_owned(), asked.into()),
        ]);
        let rendering = render(&Workspace::of(files), &Options::default());
        let mut findings = rendering.findings.iter();
        let refused = findings.any(|it| it.severity == Severity::Error);
        assert!(
            refused && rendering.files.is_empty(),
            "{asked}: {:?}",
            rendering.findings
        );
    }
}

/// The PDFs of the examples do nothing by themselves.
#[test]
fn pdfs_are_printed_matter() {
    let workspace = Workspace::open(stage::repository()).expect("the workspace opens");
    let rendering = render(&workspace, &Options::default());
    let is_pdf = |name: &str| Path::new(name).extension().is_some_and(|it| it == "pdf");
    let pdfs = rendering.files.iter().filter(|(name, _)| is_pdf(name));
    assert!(pdfs.clone().count() > 10, "the examples were not found");
    for (_, bytes) in pdfs {
        assert_opens(bytes, None);
    }
}
