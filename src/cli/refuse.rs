//! A command line that cannot be read, told in the language that the program speaks. English is
//! clap's own; other languages are said from what clap found.

use crate::args::OutputFormat;
use crate::help;
use crate::terminal::{self, Stream, Terminal};
use crate::words::said;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error, ValueEnum};
use std::path::Path;

/// Names of commands that are promised and not built yet.
const RESERVED: [&str; 7] = [
    "review",
    "export",
    "import",
    "translate",
    "schema",
    "completions",
    "man",
];

/// Ends the program: with help or the version where they were asked for, else over what cannot
/// be read. Where that asks for a form that machines read, it is a record, too.
pub fn refuse(error: &Error, command: &mut Command) -> ! {
    let name = text(error, ContextKind::InvalidSubcommand);
    let reserved = name.filter(|name| RESERVED.contains(&name.as_str()));
    // No other command stands in for it, so none is suggested.
    let reserved = reserved.map(|name| said("reserved", &[("name", &name)]));
    let error = match &reserved {
        Some(message) => &command.error(ErrorKind::InvalidSubcommand, message),
        None => error,
    };
    if !error.use_stderr() {
        error.exit();
    }
    let own_words = reserved.or_else(|| (!help::is_of_clap()).then(|| told(error)).flatten());
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(format) = asked_format(&arguments) {
        let whole = error.to_string();
        let first = whole.lines().next().unwrap_or_default();
        let first = first.trim_start_matches("error: ");
        let message = own_words
            .as_deref()
            .and_then(|it| it.lines().next())
            .unwrap_or(first);
        let asks = |name: &str| arguments.iter().any(|it| it == name);
        let stream = match asks("check") && !asks("fmt") || asks("locale") {
            true => Stream::Output,
            false => Stream::Error,
        };
        let mut terminal = Terminal::new(format, true, Path::new("."));
        terminal.fail_of_words(message, stream);
        if stream == Stream::Error {
            std::process::exit(error.exit_code());
        }
    }
    match own_words {
        Some(message) if !help::is_of_clap() => {
            let usage = command.render_usage().to_string();
            let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
            let message = said("failed", &[("what", &message)]);
            let end = said("see-help", &[("usage", &usage.trim())]);
            terminal::tell(&format!("{message}\n\n{end}"));
            std::process::exit(error.exit_code());
        }
        _ => error.exit(),
    }
}

/// What is wrong, from what clap knows of it; nothing where help or the version was asked for.
fn told(error: &Error) -> Option<String> {
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = text(error, ContextKind::InvalidValue).unwrap_or_default();
    let mut message = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            said("unknown-command", &[("name", &name)])
        }
        ErrorKind::MissingSubcommand => said("missing-command", &[]),
        ErrorKind::UnknownArgument => said("unknown-argument", &[("argument", &argument)]),
        ErrorKind::MissingRequiredArgument => said("missing-argument", &[("argument", &argument)]),
        ErrorKind::ArgumentConflict => {
            let other = text(error, ContextKind::PriorArg).unwrap_or_default();
            match other == argument {
                true => said("argument-twice", &[("argument", &argument)]),
                false => said("conflict", &[("argument", &argument), ("other", &other)]),
            }
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            said("missing-value", &[("argument", &argument)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            said("wrong-value", &[("argument", &argument), ("value", &value)])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            said("number-of-values", &[("argument", &argument)])
        }
        ErrorKind::NoEquals => said("missing-value", &[("argument", &argument)]),
        // What the system or its bytes are at fault for has only clap's words.
        _ => said("unreadable", &[("cause", &error.to_string().trim())]),
    };
    if let Some(values) = text(error, ContextKind::ValidValue).filter(|it| !it.is_empty()) {
        message += "\n  ";
        message += &said("values-are", &[("values", &values)]);
    }
    let near = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    if let Some(meant) = near.into_iter().find_map(|kind| text(error, kind)) {
        message += "\n  ";
        message += &said("meant", &[("meant", &meant)]);
    }
    Some(message)
}

/// What clap knows of the error, as it is written on a command line.
fn text(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
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
