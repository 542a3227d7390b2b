//! Workspaces as they were at a date, with templates, a theme, words and letterheads of
//! their own, in today's program: `docs/upgrading.md` says that they go on working.

use crate::stage;
use std::fs;

#[test]
fn frozen_workspaces_go_on_working() {
    let folder = stage::repository().join("tests/fixtures/frozen");
    let dates: Vec<_> = fs::read_dir(&folder).expect("there are some").collect();
    assert!(!dates.is_empty());
    for date in dates {
        let date = date.expect("it can be read").path();
        let stage = stage::copy_of(&date);
        let root = stage.path();
        let run = |arguments: &[&str]| {
            let result = stage::bimemo(root).args(arguments).output();
            let result = result.expect("bimemo runs");
            let said =
                String::from_utf8_lossy(&[result.stdout, result.stderr].concat()).into_owned();
            assert!(result.status.success(), "{arguments:?}\n{said}");
            said
        };
        // Rules get better, and then an exception has nothing to silence: nothing else is
        // told of what was without a finding.
        let said = run(&["check", "--output-format", "concise"]);
        for finding in said.lines().filter(|line| line.contains("]")) {
            let needless = ["warning[P090]", "warning[L120]"];
            assert!(
                needless.iter().any(|code| finding.contains(code)),
                "{finding}"
            );
        }
        run(&["locale", "check"]);
        run(&["render"]);
        run(&["render", "--layout", "parallel"]);
        let memos = stage::files(&root.join("memos"));
        let memos = memos
            .iter()
            .filter(|it| it.extension().is_some_and(|it| it == "yaml"));
        for stem in memos.filter_map(|it| it.file_stem()?.to_str()) {
            // Their own templates made it, and their own words stand in it.
            let page = root.join(format!("out/{stem}.fr.html"));
            let page = fs::read_to_string(&page).expect("it is there");
            assert!(page.contains("Aller droit au texte"), "{stem}");
            assert!(
                page.contains("<meta name=\"template\" content=\"own\">"),
                "{stem}"
            );
            for name in ["en.md", "en.pdf", "fr.pdf", "en-fr.pdf"] {
                let file = root.join(format!("out/{stem}.{name}"));
                assert!(file.exists(), "{}", file.display());
            }
        }
    }
}
