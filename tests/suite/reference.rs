//! `docs/cli.md`: the reference of the command line is what `--help` prints.

use crate::stage;
use std::fmt::Write;

#[test]
fn the_reference_is_what_help_prints() {
    let mut page = String::from(
        "# Command line\n\n\
         What `--help` prints for every command; a test writes this page from it.\n",
    );
    describe(&mut page, &[]);
    let path = stage::repository().join("docs/cli.md");
    stage::assert_none(&Vec::from_iter(stage::compare(&path, &page)));
}

/// Adds a command and the commands below it.
fn describe(page: &mut String, command: &[&str]) {
    let help = help(command);
    let name = [&["bimemo"], command].concat().join(" ");
    let _ = write!(page, "\n## `{name}`\n\n```text\n{}\n```\n", help.trim_end());
    for below in commands(&help) {
        describe(page, &[command, &[below]].concat());
    }
}

fn help(command: &[&str]) -> String {
    let result = stage::bimemo(stage::repository())
        .args(command)
        .arg("--help")
        .output()
        .expect("bimemo runs");
    assert!(result.status.success(), "{command:?} --help fails");
    let text = String::from_utf8(result.stdout).expect("help is UTF-8");
    text.lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

/// The names under "Commands:".
fn commands(help: &str) -> Vec<&str> {
    help.lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .collect()
}

#[test]
fn commands_are_read_from_help() {
    let help =
        "Do.\n\nCommands:\n  render  Make\n          more\n  help    Print\n\nOptions:\n  -h\n";
    assert_eq!(commands(help), ["render"]);
}
