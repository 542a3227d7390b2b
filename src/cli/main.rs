//! The `bimemo` command: arguments, progress, how findings are shown, exit status.

mod args;
mod check;
mod diff;
mod explain;
mod fitting;
mod fmt;
mod jobs;
mod locale;
mod render;
mod report;
mod saved;
mod serve;
mod terminal;
mod watch;

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
        Command::Watch(options) => options.render.root.as_path(),
        Command::Serve(options) => options.root.as_path(),
        Command::Explain(_) => Path::new("."),
    };
    jobs::tell_failures_as_findings();
    let mut terminal = Terminal::new(arguments.output_format, arguments.quiet, root);
    // Where the system does not let signals be caught, they end the program as ever.
    let _ = jobs::stop_at_signals().and_then(|()| jobs::survive_large_files());
    let outcome = match &arguments.command {
        Command::Render(options) => render::run(options, &mut terminal),
        Command::Check(options) => check::run(options, &mut terminal),
        Command::Fmt(options) => fmt::run(options, &mut terminal),
        Command::Locale { command } => locale::run(command, &mut terminal),
        Command::Explain(options) => explain::run(options, &mut terminal),
        Command::Watch(options) => watch::run(options, &mut terminal),
        Command::Serve(options) => serve::run(options, &mut terminal),
    };
    let status = outcome.unwrap_or_else(|error| {
        terminal.fail(error.as_ref());
        Status::Failed
    });
    match jobs::stopped() {
        Some(status) => {
            terminal.say("stopped by a signal: what is finished stays, the rest was not begun");
            ExitCode::from(status)
        }
        None => status.into(),
    }
}
