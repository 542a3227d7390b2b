//! The language in which the program speaks.

use crate::args::OutputFormat;
use bimemo::lang::Lang;
use std::env;
use std::ffi::OsString;

/// The language that was asked for. Without one, that of the environment, where people read;
/// what machines read does not depend on the environment, and is English.
pub fn of_program(asked: Option<Lang>, format: OutputFormat) -> Lang {
    let spoken = || match format {
        OutputFormat::Human | OutputFormat::Concise => of_environment(|name| env::var(name).ok()),
        OutputFormat::Json | OutputFormat::Sarif | OutputFormat::Github => Lang::En,
    };
    asked.unwrap_or_else(spoken)
}

/// The language in which a command line itself is answered, help or what is wrong with it:
/// that of its `--ui-lang`, wherever it stands, else that of the environment.
pub fn of_command_line(words: impl Iterator<Item = OsString>) -> Lang {
    let mut words = words.map(|word| word.to_string_lossy().into_owned());
    let mut asked = None;
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--ui-lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => continue,
        };
        asked = value.and_then(|value| Lang::from_code(&value)).or(asked);
    }
    asked.unwrap_or_else(|| of_environment(|name| env::var(name).ok()))
}

/// The language of messages as POSIX has it (IEEE Std 1003.1, 8.2): the first of these
/// variables that is set and not empty says it. Any other language than French is English.
fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names
        .into_iter()
        .find_map(|name| variable(name).filter(|it| !it.is_empty()));
    let locale = set.unwrap_or_default();
    let end = locale.find(['_', '-', '.', '@']).unwrap_or(locale.len());
    match locale.get(..end) {
        Some("fr") => Lang::Fr,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_says_the_language() {
        let spoken = |set: &[(&str, &str)]| {
            of_environment(|name| {
                let found = set.iter().find(|(own, _)| *own == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(spoken(&[]), Lang::En);
        assert_eq!(spoken(&[("LANG", "fr_CA.UTF-8")]), Lang::Fr);
        assert_eq!(spoken(&[("LANG", "fr")]), Lang::Fr);
        assert_eq!(spoken(&[("LANG", "fy_NL")]), Lang::En);
        assert_eq!(
            spoken(&[("LC_ALL", "C"), ("LANG", "fr_CA.UTF-8")]),
            Lang::En
        );
        assert_eq!(spoken(&[("LC_ALL", ""), ("LC_MESSAGES", "fr@x")]), Lang::Fr);
    }

    #[test]
    fn a_command_line_is_answered_in_the_language_that_it_names() {
        let of = |line: &str| of_command_line(line.split(' ').map(OsString::from));
        assert_eq!(of("bimemo --ui-lang fr chekc"), Lang::Fr);
        assert_eq!(of("bimemo check --ui-lang=fr --help"), Lang::Fr);
        assert_eq!(of("bimemo check --ui-lang=fr --ui-lang en"), Lang::En);
    }

    #[test]
    fn machines_are_told_in_english_unless_asked() {
        for format in [
            OutputFormat::Json,
            OutputFormat::Sarif,
            OutputFormat::Github,
        ] {
            assert_eq!(of_program(None, format), Lang::En);
            assert_eq!(of_program(Some(Lang::Fr), format), Lang::Fr);
        }
    }
}
