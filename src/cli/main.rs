//! The `bimemo` command: arguments, progress, how findings are shown, exit status.

mod args;
mod base;
mod check;
mod diff;
mod explain;
mod fitting;
mod fmt;
mod help;
mod jobs;
mod language;
mod locale;
mod refuse;
mod render;
mod report;
mod saved;
mod serve;
mod start;
mod terminal;
mod watch;
mod words;

use args::{Arguments, Command};
use bimemo::diagnostic::tell_in;
use clap::{CommandFactory, FromArgMatches};
use std::env;
use std::error::Error;
use std::process::ExitCode;
use terminal::{Status, Stream, Terminal};

fn main() -> ExitCode {
    let answered = tell_in(language::of_command_line(env::args_os()));
    let mut command = help::told(Arguments::command());
    let read = command.try_get_matches_from_mut(env::args_os());
    let arguments = match read.and_then(|read| Arguments::from_arg_matches(&read)) {
        Ok(arguments) => arguments,
        Err(error) => refuse::refuse(&error, &mut command),
    };
    drop(answered);
    let told_in = language::of_program(arguments.ui_lang, arguments.output_format);
    let _told = tell_in(told_in);
    jobs::tell_failures_as_findings();
    let root = arguments.root();
    let mut terminal = Terminal::new(arguments.output_format, arguments.quiet, root);
    // Where the system does not let signals be caught, they end the program as ever.
    let _ = jobs::stop_at_signals().and_then(|()| jobs::survive_large_files());
    let status = run(&arguments, &mut terminal).unwrap_or_else(|error| {
        terminal.fail(error.as_ref(), stream_of(&arguments.command));
        Status::Failed
    });
    match jobs::stopped() {
        Some(status) => {
            terminal.say(&words::said("stopped", &[]));
            ExitCode::from(status)
        }
        None => status.into(),
    }
}

/// Where findings are written: to standard output where they are what was asked for.
const fn stream_of(command: &Command) -> Stream {
    match command {
        Command::Check(_) | Command::Locale { .. } => Stream::Output,
        Command::Render(_)
        | Command::Fmt(_)
        | Command::Explain(_)
        | Command::Init(_)
        | Command::New(_)
        | Command::Defaults(_)
        | Command::Watch(_)
        | Command::Serve(_) => Stream::Error,
    }
}

/// Does what is asked.
fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let asked = arguments.relative_to.as_deref();
    terminal.relate(base::way_to(arguments.root(), asked)?);
    match &arguments.command {
        Command::Render(options) => render::run(options, terminal),
        Command::Check(options) => check::run(options, terminal),
        Command::Fmt(options) => fmt::run(options, terminal),
        Command::Locale { command } => locale::run(command, terminal),
        Command::Explain(options) => explain::run(options, terminal),
        Command::Init(options) => start::init(options, terminal),
        Command::New(options) => start::new(options, terminal),
        Command::Defaults(options) => start::defaults(options, terminal),
        Command::Watch(options) => watch::run(options, terminal),
        Command::Serve(options) => serve::run(options, terminal),
    }
}
