//! The theme for clear print, seen on finished pages.

use crate::printed::Room;
use bimemo::lang::Lang;
use bimemo::output::pdf::pages::{Drawing, Pages, TextRun};
use std::collections::BTreeSet;

/// A memo with what the built-in theme sets smaller: letterhead, table with its caption, code,
/// note, mark, heads and feet of two pages.
fn memo() -> String {
    let long = "The desk lends each key for one day and writes it in the log. ".repeat(6);
    let fill = format!("        {long}\n\n").repeat(14);
    let body = format!(
        "        {long}[^1] The command is `keys --lent`.\n\n        | Dock | Keys |\n        | --- | --: |\n        | North | 12 |\n\n        Table: Keys of docks\n\n        ```\n        keys --lent\n        ```\n\n        [^1]: A note.\n\n        ### Rules\n\n{fill}"
    );
    format!(
        "letterhead: harbour\nclassification: protected-b\nmarks: [urgent]\ndate: 2026-05-04\nsender: {{ name: Odile Fenwick, gender: feminine }}\nrecipients: [{{ en: All staff, fr: Tout le personnel }}]\nsubject: {{ en: Keys, fr: Clés }}\nsections:\n  - body:\n      en: |\n{body}      fr: |\n{body}"
    )
}

/// The sizes of what is raised: ordinals, and the references of notes.
const RAISED: [f32; 2] = [12.0 * 0.66, 12.0 * 0.68];

/// The runs of text of all pages.
fn runs(pages: &Pages) -> Vec<&TextRun> {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    let runs = marks.filter_map(|mark| match &mark.drawing {
        Drawing::Text(run) => Some(run),
        _ => None,
    });
    runs.collect()
}

#[test]
fn clear_print_has_12_points_and_lines_at_1_3_times_the_size() {
    let room = Room::new();
    room.put("templates/theme.yaml", "based-on: clear-print\n");
    room.put("memos/keys.yaml", memo());
    let open = room.open();
    let composition = open.compose(&open.memos()[0]);
    let printed = [
        open.print(&composition, Lang::En),
        open.print(&composition, Lang::Fr),
        open.print_parallel(&composition),
    ];
    for printed in printed {
        let pages = printed.expect("it can be printed").pages;
        assert!(pages.pages.len() > 1);
        let runs = runs(&pages);
        assert!(runs.len() > 100);
        let small = runs.iter().filter(|run| run.size < 12.0);
        for run in small {
            let raised = RAISED.iter().any(|size| (run.size - size).abs() < 0.01);
            assert!(raised, "{run:?}");
        }
        // Lines of 12 points in one column, each below the one before.
        let body = runs.iter().filter(|run| (run.size - 12.0).abs() < 0.01);
        let lines: Vec<(f32, f32)> = body.map(|run| run.origin).collect();
        let steps = lines
            .windows(2)
            .filter(|two| (two[0].0 - two[1].0).abs() < 0.1);
        let steps: Vec<i32> = steps
            .map(|two| ((two[0].1 - two[1].1) * 10.0).round() as i32)
            .filter(|step| *step > 0)
            .collect();
        let usual = steps.iter().filter(|step| **step == 156).count();
        assert!(usual > 60, "{:?}", steps.iter().collect::<BTreeSet<_>>());
        assert_eq!(
            steps.iter().filter(|step| **step < 156).count(),
            0,
            "{steps:?}"
        );
    }
}
