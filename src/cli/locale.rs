//! `bimemo locale check`: what is wrong with the Fluent resources.

use crate::args::{LocaleCheckOptions, LocaleCommand};
use crate::terminal::{Status, Stream, Terminal, status_of};
use crate::words::{count, counted, said};
use bimemo::check::messages::Coverage;
use bimemo::diagnostic::{Diagnostic, Show};
use bimemo::lang::Lang;
use bimemo::limits::Limit;
use bimemo::press::Press;
use bimemo::workspace::Workspace;
use bimemo::workspace::codes::UNREADABLE_FILE;
use std::error::Error;

/// Does what is asked of the locales.
pub fn run(command: &LocaleCommand, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    match command {
        LocaleCommand::Check(options) => check(options, terminal),
    }
}

fn check(options: &LocaleCheckOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let workspace = Workspace::open(&options.root)?;
    let memos = workspace.select_all().memos;
    let (press, mut findings) = Press::load(&workspace);
    terminal.show_at_most(press.limits().of(Limit::FindingsShown));
    findings.retain(is_of_locales);
    let mut composition = press.check_locales(&workspace, &memos);
    findings.append(&mut composition.diagnostics);
    findings.extend(press.unused_locale_exceptions(&composition));
    terminal.findings(&mut findings, Stream::Output)?;
    terminal.say(&match count(&findings).as_str() {
        "" => said("locales-clean", &[]),
        found => said("locales-found", &[("found", &found)]),
    });
    for lang in Lang::ALL {
        let counts = press.count_messages(&workspace, &memos, lang);
        let other = press.count_messages(&workspace, &memos, lang.other());
        if counts.messages + other.messages > 0 {
            terminal.say(&summary(lang, counts, other.messages));
        }
    }
    Ok(status_of(&findings, options.deny_warnings))
}

/// How much a language has, and how much of the other's messages.
fn summary(lang: Lang, counts: Coverage, others: usize) -> String {
    let messages = counted("messages", counts.messages);
    let words = counted("words", counts.words);
    let values: [(&str, &dyn Show); 6] = [
        ("lang", &lang),
        ("messages", &messages),
        ("words", &words),
        ("translated", &counts.translated),
        ("others", &others),
        ("reviewed", &counts.reviewed),
    ];
    said("coverage", &values)
}

/// Whether a finding of the shared files is about a Fluent resource, or says that a file cannot
/// be read: settings and folders of resources have a say here.
fn is_of_locales(finding: &Diagnostic) -> bool {
    let span = finding.span.as_ref();
    let path = span.map_or("", |span| span.file().path());
    path.ends_with(".ftl") || finding.code == &UNREADABLE_FILE
}
