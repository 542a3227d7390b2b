//! `bimemo explain`: the manual page of a finding.

use crate::args::ExplainOptions;
use crate::report;
use crate::terminal::{Status, Terminal};
use crate::words::said;
use bimemo::diagnostic::nearest;
use bimemo::press::codes;
use std::error::Error;

/// Prints the page that was asked for, or all of them.
pub fn run(options: &ExplainOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let pages: Vec<String> = match &options.code {
        None => codes::all().map(report::explanation).collect(),
        Some(asked) => match codes::find(asked) {
            Some(code) => vec![report::explanation(code)],
            None => match codes::find_retired(asked) {
                Some(code) => vec![report::retired(code)],
                None => return Err(unknown(asked).into()),
            },
        },
    };
    terminal.output(pages.join("\n").as_bytes())?;
    Ok(Status::Clean)
}

fn unknown(asked: &str) -> String {
    let names = || codes::all().flat_map(|code| [code.id, code.name]);
    let capitals = asked.to_uppercase();
    match nearest(asked, names()).or_else(|| nearest(&capitals, names())) {
        Some(meant) => said("unknown-code-near", &[("asked", &asked), ("meant", &meant)]),
        None => said("unknown-code", &[("asked", &asked)]),
    }
}
