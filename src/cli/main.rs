//! The `bimemo` command: arguments, progress, how findings are shown, exit status.

mod args;
mod check;
mod diff;
mod explain;
mod fmt;
mod jobs;
mod locale;
mod render;
mod report;
mod terminal;

use args::{Arguments, Command, LocaleCommand};
use clap::Parser;
use std::path::Path;
use std::process::ExitCode;
use terminal::{Status, Terminal};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => args::refuse(&error),
    };
    let root = match &arguments.command {
        Command::Render(options) => options.root.as_path(),
        Command::Check(options) => options.root.as_path(),
        Command::Fmt(options) => options.root.as_path(),
        Command::Locale {
            command: LocaleCommand::Check(options),
        } => options.root.as_path(),
        Command::Explain(_) => Path::new("."),
    };
    jobs::tell_failures_as_findings();
    let mut terminal = Terminal::new(arguments.output_format, arguments.quiet, root);
    let outcome = match &arguments.command {
        Command::Render(options) => render::run(options, &mut terminal),
        Command::Check(options) => check::run(options, &mut terminal),
        Command::Fmt(options) => fmt::run(options, &mut terminal),
        Command::Locale { command } => locale::run(command, &mut terminal),
        Command::Explain(options) => explain::run(options, &mut terminal),
    };
    outcome
        .unwrap_or_else(|error| {
            terminal.fail(error.as_ref());
            Status::Failed
        })
        .into()
}
