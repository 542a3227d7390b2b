//! Marks of the direction of reading that a document prints: those that were written so
//! that they can be seen, as escapes and entities. What turns a direction, and what is not
//! closed, is found paragraph by paragraph (UAX #9).

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Inline, Origin, Visitor};
use crate::lang::Lang;
use crate::source::{Span, unusual};
use crate::workspace::unseen::{direction_override, is_override, unclosed_direction};

/// The findings for the marks of direction in a document.
pub(super) fn marks_of_direction(
    document: &Document,
    span: &dyn Fn(&Origin) -> Span,
) -> Vec<Diagnostic> {
    let mut search = Search {
        span,
        lang: document.lang,
        depth: 0,
        open: Vec::new(),
        findings: Vec::new(),
    };
    search.document(document);
    let about = &document.about;
    search.phrases(about.description.iter().chain(&about.keywords));
    search.findings
}

struct Search<'d, 'a> {
    span: &'a dyn Fn(&Origin) -> Span,
    lang: Lang,
    /// In how many inlines the walk stands; the outermost are those of a paragraph.
    depth: usize,
    /// The marks of the paragraph that are open, with where they were written.
    open: Vec<(char, &'d Origin)>,
    findings: Vec<Diagnostic>,
}

impl<'d> Visitor<'d> for Search<'d, '_> {
    fn inlines(&mut self, inlines: &'d [Inline]) {
        self.depth += 1;
        for inline in inlines {
            self.inline(inline);
        }
        self.depth -= 1;
        self.end();
    }

    fn text(&mut self, text: &'d str, origin: &'d Origin) {
        for (_, mark) in unusual(text).filter(|(_, c)| is_mark(*c)) {
            self.mark(mark, origin);
        }
        self.end();
    }
}

/// Whether a character begins or ends a direction.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_isolate(mark: char) -> bool {
    matches!(mark, '\u{2066}'..='\u{2068}')
}

impl<'d> Search<'d, '_> {
    fn mark(&mut self, mark: char, origin: &'d Origin) {
        match mark {
            // It ends its isolate with all that was begun in it.
            '\u{2069}' => match self.open.iter().rposition(|(open, _)| is_isolate(*open)) {
                Some(at) => {
                    let inside = self.open.split_off(at);
                    self.unclosed(inside.into_iter().skip(1));
                }
                None => self.unclosed([(mark, origin)]),
            },
            '\u{202C}' => match self.open.pop_if(|(open, _)| !is_isolate(*open)) {
                Some(_) => {}
                None => self.unclosed([(mark, origin)]),
            },
            _ => {
                if is_override(mark) {
                    let finding = direction_override((self.span)(origin), mark, false);
                    self.findings.push(finding.lang(self.lang));
                }
                self.open.push((mark, origin));
            }
        }
    }

    /// The end of a paragraph, if it is one, ends every direction.
    fn end(&mut self) {
        if self.depth == 0 {
            let open = std::mem::take(&mut self.open);
            self.unclosed(open);
        }
    }

    /// An override is told already.
    fn unclosed(&mut self, marks: impl IntoIterator<Item = (char, &'d Origin)>) {
        let marks = marks.into_iter().filter(|(mark, _)| !is_override(*mark));
        for (mark, origin) in marks {
            let finding = unclosed_direction((self.span)(origin), mark);
            self.findings.push(finding.lang(self.lang));
        }
    }
}
