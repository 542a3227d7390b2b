//! A command line that cannot be read.

use crate::args::{Arguments, OutputFormat};
use crate::terminal::{Stream, Terminal};
use clap::ValueEnum;
use std::path::Path;

/// Names of commands that are promised and not built yet.
const RESERVED: [&str; 9] = [
    "review",
    "export",
    "import",
    "translate",
    "new",
    "init",
    "schema",
    "completions",
    "man",
];

/// Ends the program over a command line that cannot be read. Where it asks for a form that
/// machines read, that is a record, too.
pub fn refuse(error: &clap::Error) -> ! {
    use clap::error::{ContextKind, ContextValue, ErrorKind};
    let reserved = match error.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(name)) => RESERVED.contains(&name.as_str()).then_some(name),
        _ => None,
    };
    // No other command stands in for it, so none is suggested.
    let reserved = reserved.map(|name| {
        let mut command = <Arguments as clap::CommandFactory>::command();
        let message = format!("the command `{name}` is reserved for a later version");
        command.error(ErrorKind::InvalidSubcommand, message)
    });
    let error = reserved.as_ref().unwrap_or(error);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_record = error.use_stderr()
        && asked_format(&arguments).is_some_and(|format| {
            let told = error.to_string();
            let message = told.lines().next().unwrap_or_default();
            let message = message.trim_start_matches("error: ");
            let asks = |name: &str| arguments.iter().any(|it| it == name);
            let stream = match asks("check") && !asks("fmt") || asks("locale") {
                true => Stream::Output,
                false => Stream::Error,
            };
            let mut terminal = Terminal::new(format, true, Path::new("."));
            terminal.fail_of_words(message, stream);
            stream == Stream::Error
        });
    if is_record {
        std::process::exit(error.exit_code());
    }
    error.exit()
}

/// The form for machines that a command line asks for, which cannot be read as a whole.
fn asked_format(arguments: &[String]) -> Option<OutputFormat> {
    const OPTION: &str = "--output-format";
    let asked = arguments.iter().enumerate().find_map(|(at, argument)| {
        let rest = argument.strip_prefix(OPTION)?;
        match rest.strip_prefix('=') {
            Some(value) => Some(value),
            None => arguments.get(at + 1).map(String::as_str),
        }
    });
    let format = OutputFormat::from_str(asked?, false).ok()?;
    format.is_for_machines().then_some(format)
}
