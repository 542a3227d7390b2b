//! `human`: excerpts of the source as rustc shows them.

use super::place::{from_here, one_line};
use super::shown::{ShownFile, renumbered};
use super::{Look, concise};
use crate::words;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use bimemo::diagnostic::{Diagnostic, Severity};
use std::borrow::Cow;
use std::fmt::Write;

/// The findings, a blank line after each.
pub(super) fn render(findings: &[Diagnostic], look: &Look) -> String {
    let renderer = if look.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(look.width);
    let (shown, rest) = findings.split_at(findings.len().min(look.most));
    let draw = |finding: &Diagnostic| {
        let files = ShownFile::of(finding);
        let drawn = renderer.render(&[group(finding, &files, look)]) + "\n\n";
        renumbered(drawn, &files)
    };
    shown.iter().map(draw).collect::<String>() + &counted(rest, look)
}

/// The findings that are not shown in full: how many there are of each rule, and where the
/// first stands.
fn counted(rest: &[Diagnostic], look: &Look) -> String {
    let mut rules: Vec<(String, usize, &Diagnostic)> = Vec::new();
    for finding in rest {
        let title = concise::title(finding);
        match rules.iter_mut().find(|(known, ..)| *known == title) {
            Some((_, count, _)) => *count += 1,
            None => rules.push((title, 1, finding)),
        }
    }
    if rules.is_empty() {
        return String::new();
    }
    let mut out = words::counted("more", rest.len()) + "\n";
    for (title, count, first) in rules {
        let _ = write!(out, "{count:>7} {title}");
        if let Some(span) = &first.span {
            let path = one_line(&from_here(&look.prefix, span.file().path()));
            let start = span.start();
            let place = format!("{path}:{}:{}", start.line, start.column);
            out += &words::said("first-at", &[("place", &place)]);
        }
        out.push('\n');
    }
    out + "\n"
}

/// A finding with its excerpts and hints.
fn group<'a>(finding: &'a Diagnostic, files: &'a [ShownFile], look: &Look) -> Group<'a> {
    let level = level(finding.severity).with_name(concise::title(finding));
    let title = level.primary_title(one_line(&finding.message));
    let hints = finding.hints.iter().map(|hint| {
        Level::HELP
            .with_name(words::said("help", &[]))
            .message(each_line(hint))
    });
    Group::with_title(title)
        .elements(excerpts(finding, files, look))
        .elements(hints)
}

/// A hint that may show some lines of YAML, each without control characters.
fn each_line(hint: &str) -> String {
    let lines: Vec<_> = hint.lines().map(one_line).collect();
    lines.join("\n")
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

/// One excerpt for each file, that of the finding's own place first.
fn excerpts<'a>(
    finding: &'a Diagnostic,
    files: &'a [ShownFile],
    look: &Look,
) -> impl Iterator<Item = Snippet<'a, Annotation<'a>>> {
    files.iter().map(move |file| {
        let own = finding.span.as_ref().filter(|span| file.is_of(span));
        let own = own.map(|span| AnnotationKind::Primary.span(file.visible(span)));
        let labels = finding.labels.iter().filter(|it| file.is_of(&it.span));
        let labels = labels.map(|label| {
            let annotation = AnnotationKind::Context.span(file.visible(&label.span));
            annotation.label(one_line(&label.message))
        });
        Snippet::source(drawable(&file.text))
            .line_start(file.first_line)
            .path(one_line(&from_here(&look.prefix, file.file.path())))
            .annotations(own.into_iter().chain(labels))
    })
}

/// The text with signs in the place of what the renderer does not replace by itself and
/// a terminal may take for a command or a line break; every byte keeps its place.
fn drawable(text: &str) -> Cow<'_, str> {
    let is_command = |c: char| matches!(c, '\u{80}'..='\u{9F}' | '\u{2028}' | '\u{2029}');
    if !text.contains(is_command) {
        return Cow::Borrowed(text);
    }
    let signs = text.chars().map(|c| match c {
        '\u{2028}' | '\u{2029}' => '␤',
        c if is_command(c) => '¿',
        c => c,
    });
    Cow::Owned(signs.collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::samples;
    use super::super::{Look, findings};
    use super::drawable;
    use crate::args::OutputFormat;
    use std::borrow::Cow;

    #[test]
    fn matches_its_snapshot() {
        samples::assert_snapshot("human.txt", &samples::rendered(OutputFormat::Human));
    }

    #[test]
    fn colours_only_when_asked() {
        let plain = samples::rendered(OutputFormat::Human);
        assert!(!plain.contains('\u{1b}'));
        let look = Look {
            colour: true,
            ..Look::default()
        };
        let coloured = findings(OutputFormat::Human, &samples::findings(), &look);
        assert!(coloured.contains("\u{1b}["));
    }

    #[test]
    fn escape_sequences_of_an_input_do_not_reach_the_terminal() {
        let hostile = samples::hostile();
        let text = findings(OutputFormat::Human, &[hostile], &Look::default());
        assert!(!text.contains('\u{1b}'), "{text:?}");
    }

    #[test]
    fn what_a_terminal_would_obey_is_drawn_in_its_place() {
        let text = "a\u{9B}31m é\u{2028}b\u{85}";
        let drawn = drawable(text);
        assert_eq!(drawn, "a¿31m é␤b¿");
        assert_eq!(drawn.len(), text.len());
        assert!(matches!(drawable("é"), Cow::Borrowed(_)));
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let look = Look {
            width: 80,
            ..Look::default()
        };
        let text = findings(OutputFormat::Human, &[samples::long_line()], &look);
        assert!(text.contains("TARGET"), "{text}");
        assert!(
            text.lines().all(|line| line.chars().count() <= 100),
            "{text}"
        );
    }

    #[test]
    fn spans_over_many_lines_are_folded() {
        let text = findings(
            OutputFormat::Human,
            &[samples::many_lines()],
            &Look::default(),
        );
        assert!(
            text.contains("line 1 ") && text.contains("line 60 "),
            "{text}"
        );
        assert!(text.lines().count() < 20, "{text}");
    }
}
