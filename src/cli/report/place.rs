//! Places as machine-readable formats write them.

use bimemo::source::Span;

/// A span as a file with lines and columns, all from 1; columns count characters
/// and the end is exclusive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place<'a> {
    pub file: Option<&'a str>,
    pub line: Option<usize>,
    pub column: Option<usize>,
    pub end_line: Option<usize>,
    pub end_column: Option<usize>,
}

impl<'a> Place<'a> {
    /// The place of a span; every field empty where there is none.
    pub fn of(span: Option<&'a Span>) -> Place<'a> {
        let Some(span) = span else {
            return Place::default();
        };
        let (start, end) = (span.start(), span.end());
        Place {
            file: Some(span.file().path()),
            line: Some(start.line),
            column: Some(start.column),
            end_line: Some(end.line),
            end_column: Some(end.column),
        }
    }
}

/// A path of the workspace as it is seen from the current folder.
pub fn from_here(prefix: &str, path: &str) -> String {
    match prefix.trim_end_matches('/') {
        "" => path.to_owned(),
        prefix => format!("{prefix}/{path}"),
    }
}

/// Text on one line without control characters: what an input says must not break
/// the lines of a format or reach the terminal's own commands.
pub fn one_line(text: &str) -> String {
    text.chars()
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bimemo::source::SourceFile;

    #[test]
    fn columns_count_characters_and_the_end_is_exclusive() {
        let file = SourceFile::new("a.yaml", "été: ça\nb: c\n");
        let start = file.text().find("ça").unwrap_or_default();
        let span = Span::new(&file, start..start + "ça".len());
        let place = Place::of(Some(&span));
        assert_eq!((place.line, place.column), (Some(1), Some(6)));
        assert_eq!((place.end_line, place.end_column), (Some(1), Some(8)));
        assert_eq!(Place::of(None), Place::default());
    }

    #[test]
    fn paths_are_seen_from_the_current_folder() {
        assert_eq!(from_here("", "memos/a.yaml"), "memos/a.yaml");
        assert_eq!(from_here("site/", "memos/a.yaml"), "site/memos/a.yaml");
    }

    #[test]
    fn control_characters_become_spaces() {
        assert_eq!(one_line("a\nb\u{1b}[31mc"), "a b [31mc");
    }
}
