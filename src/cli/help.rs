//! Help in the language that the program speaks. English stands beside the arguments, as their
//! documentation; what stands in its place in French are the phrases of `help.fr.md`:
//! `render` for a command, `render_format` for one of its arguments, `render_format_pdf` for a
//! value that it may have. An attribute `.long` is the longer text, `.after` what follows the
//! arguments, `.value` what stands for the value.

use bimemo::diagnostic::{Phrases, told_in};
use bimemo::lang::Both;
use clap::builder::PossibleValue;
use clap::{Arg, Command};

static HELP: Phrases = Phrases::new(Both {
    en: "",
    fr: include_str!("help.fr.md"),
});

/// What clap puts into every command by itself, whose phrases all commands share.
const OF_CLAP: [&str; 2] = ["help", "version"];

/// Whether help and errors of usage are clap's own words in the language that is told in.
pub fn is_of_clap() -> bool {
    HELP.sources()[told_in()].is_empty()
}

/// The command with its help in the language that is told in.
pub fn told(mut command: Command) -> Command {
    if is_of_clap() {
        return command;
    }
    // What clap adds by itself is there after this.
    command.build();
    with_help(command, "bimemo", "bimemo")
}

/// A command with the help that is called `name`; those in it are called as if they stood in
/// `outer`.
fn with_help(command: Command, name: &str, outer: &str) -> Command {
    let about = text(name, None);
    let long = text(name, Some("long"));
    let usage = text("usage", None);
    let mut command = command
        .about(about.clone())
        .long_about(joined(&[&about, &long], "\n\n"))
        .after_help(text(name, Some("after")))
        .subcommand_help_heading(text("commands", None))
        .subcommand_value_name(text("command", None))
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .mut_args(|arg| with_words(arg, name));
    let inner: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for inner in inner {
        let own = of_command(outer, &inner);
        command = command.mut_subcommand(&inner, |inner| match inner.get_name() {
            // Below it clap repeats all commands.
            "help" => with_help(inner, "help", outer),
            _ => with_help(inner, &own, &own),
        });
    }
    command
}

/// An argument with its help, its values and its default, which clap would tell in English.
fn with_words(arg: Arg, command: &str) -> Arg {
    let name = of_argument(command, &arg);
    let own = text(&name, None);
    let values: Vec<PossibleValue> = arg.get_possible_values();
    let values: Vec<&PossibleValue> = values.iter().filter(|it| !it.is_hide_set()).collect();
    let takes_values = arg.get_action().takes_values();
    let shown = |key: &str, shown: String| match shown.as_str() {
        "" => String::new(),
        _ => format!("[{} {shown}]", text(key, None)),
    };
    let default = arg.get_default_values().iter();
    let default: Vec<_> = default.map(|value| value.to_string_lossy()).collect();
    let default = shown("default", default.join(" "));
    let short: Vec<&str> = values.iter().map(|value| value.get_name()).collect();
    let short = shown("values", short.join(", "));
    let each = |value: &&PossibleValue| {
        let help = text(&of_value(&name, value), None);
        format!("- {}\u{a0}: {help}", value.get_name())
    };
    let each: Vec<String> = values.iter().map(each).collect();
    let list = match each.is_empty() {
        true => String::new(),
        false => format!("{}\n{}", text("values-are", None), each.join("\n")),
    };
    let long = text(&name, Some("long"));
    let value = text(&name, Some("value"));
    let arg = match takes_values {
        false => arg
            .help(own.clone())
            .long_help(joined(&[&own, &long], "\n\n")),
        true => arg
            .help(joined(&[&own, &default, &short], " "))
            .long_help(joined(&[&own, &long, &list, &default], "\n\n"))
            .hide_default_value(true)
            .hide_possible_values(true),
    };
    match value.is_empty() || !takes_values {
        true => arg,
        false => arg.value_name(value),
    }
}

/// The parts that have words, put together.
fn joined(parts: &[&str], between: &str) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(between)
}

/// A phrase, or a part of it; nothing where there is none.
fn text(name: &str, part: Option<&str>) -> String {
    HELP.find(name, part).unwrap_or_default()
}

fn of_command(outer: &str, inner: &str) -> String {
    match outer {
        "bimemo" => inner.to_owned(),
        outer => format!("{outer}-{inner}"),
    }
}

fn of_argument(command: &str, arg: &Arg) -> String {
    let id = arg.get_id().as_str().replace('_', "-");
    match arg.is_global_set() || OF_CLAP.contains(&id.as_str()) {
        true => format!("all_{id}"),
        false => format!("{command}_{id}"),
    }
}

fn of_value(argument: &str, value: &PossibleValue) -> String {
    format!("{argument}_{}", value.get_name())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Arguments;
    use bimemo::diagnostic::tell_in;
    use bimemo::lang::Lang;
    use clap::CommandFactory;
    use std::collections::BTreeSet;

    /// What the help of a command and of those in it says.
    fn names(command: &Command, name: &str, names: &mut BTreeSet<String>) {
        names.insert(name.to_owned());
        if command.get_after_help().is_some() {
            names.insert(format!("{name}.after"));
        }
        let long = command.get_long_about().map(ToString::to_string);
        if long.is_some_and(|long| long.contains("\n\n")) {
            names.insert(format!("{name}.long"));
        }
        for arg in command.get_arguments() {
            let of = of_argument(name, arg);
            if arg
                .get_long_help()
                .is_some_and(|it| it.to_string().contains("\n\n"))
            {
                names.insert(format!("{of}.long"));
            }
            for value in arg.get_possible_values() {
                // A switch has values that nobody writes.
                if arg.get_action().takes_values() {
                    names.insert(of_value(&of, &value));
                }
            }
            names.insert(of);
        }
        for inner in command
            .get_subcommands()
            .filter(|it| it.get_name() != "help")
        {
            self::names(inner, &of_command(name, inner.get_name()), names);
        }
    }

    /// The phrases of this file that are no command's or argument's.
    const FRAME: [&str; 7] = [
        "usage",
        "commands",
        "command",
        "default",
        "values",
        "values-are",
        "help",
    ];

    #[test]
    fn all_help_is_there_in_french_and_no_more() {
        let mut command = Arguments::command();
        command.build();
        let mut wanted: BTreeSet<String> = FRAME.map(str::to_owned).into();
        names(&command, "bimemo", &mut wanted);
        let source = HELP.sources().fr;
        let mut found = BTreeSet::new();
        let mut last = "";
        for line in source.lines() {
            let Some((name, _)) = line.split_once(" =") else {
                continue;
            };
            match name.trim_start().strip_prefix('.') {
                Some(part) if part != "value" => found.insert(format!("{last}.{part}")),
                Some(_) => continue,
                None if line.starts_with(|it: char| it.is_ascii_lowercase()) => {
                    last = name;
                    found.insert(name.to_owned())
                }
                None => continue,
            };
        }
        let lacking: Vec<&String> = wanted.difference(&found).collect();
        let surplus: Vec<&String> = found.difference(&wanted).collect();
        assert!(lacking.is_empty(), "French lacks: {lacking:#?}");
        assert!(surplus.is_empty(), "nothing shows: {surplus:#?}");
    }

    #[test]
    fn help_in_french_has_no_english_of_claps() {
        let _told = tell_in(Lang::Fr);
        let mut command = told(Arguments::command());
        let mut pages = vec![command.render_long_help().to_string()];
        for inner in command.get_subcommands_mut() {
            pages.push(inner.render_long_help().to_string());
            pages.push(inner.render_help().to_string());
        }
        for page in pages {
            for english in [
                "Usage:",
                "Commands:",
                "[default:",
                "ossible values",
                "Print help",
            ] {
                assert!(!page.contains(english), "{english} in\n{page}");
            }
            assert!(page.contains("Utilisation\u{a0}: bimemo"), "{page}");
        }
    }
}
