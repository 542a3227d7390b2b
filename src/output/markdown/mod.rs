//! Markdown: what the template leaves to do, so that the file reads well raw.

/// The filled template as a file: no blank lines at the beginning and the end, and
/// one between blocks. Code keeps its blank lines.
pub fn finish(filled: &str) -> String {
    let mut out = String::with_capacity(filled.len());
    let mut fence: Option<Fence> = None;
    let mut blanks = 0;
    let mut after_code = false;
    for line in filled.lines() {
        if fence.is_none() && line.trim().is_empty() {
            blanks += 1;
            continue;
        }
        // Blank lines between lines that may be indented code belong to it.
        let kept = if after_code && is_indented(line) {
            blanks
        } else {
            blanks.min(1)
        };
        if !out.is_empty() {
            out.extend(std::iter::repeat_n('\n', kept));
        }
        blanks = 0;
        out.push_str(line);
        out.push('\n');
        after_code = fence.is_none() && is_indented(line);
        fence = match fence {
            Some(open) if open.is_closed_by(line) => None,
            Some(open) => Some(open),
            None => Fence::opened_by(line),
        };
    }
    out
}

/// Four spaces may make a line code.
fn is_indented(line: &str) -> bool {
    line.starts_with("    ")
}

/// The fence of a code block (CommonMark 0.31, 4.5), at any depth of lists and
/// quotes.
#[derive(Clone, Copy)]
struct Fence {
    character: char,
    length: usize,
}

impl Fence {
    fn opened_by(line: &str) -> Option<Fence> {
        let text = line.trim_start_matches([' ', '>', '-', '*', '+', '\t']);
        let character = text.chars().next().filter(|it| matches!(it, '`' | '~'))?;
        let length = text.chars().take_while(|it| *it == character).count();
        let info = &text[length..];
        (length >= 3 && !(character == '`' && info.contains('`')))
            .then_some(Fence { character, length })
    }

    fn is_closed_by(self, line: &str) -> bool {
        let text = line.trim_start_matches([' ', '>', '\t']).trim_end();
        text.chars().all(|it| it == self.character) && text.chars().count() >= self.length
    }
}

#[cfg(test)]
mod tests {
    use super::finish;

    #[test]
    fn one_blank_line_between_blocks() {
        assert_eq!(finish("\n\n# A\n\n\n\nb  \nc\n \n\n"), "# A\n\nb  \nc\n");
    }

    #[test]
    fn code_keeps_its_blank_lines() {
        let text = "- ~~~\n  a\n\n\n  b\n  ~~~\n\nc\n\n    d\n\n\n    e\n";
        assert_eq!(finish(text), text);
    }
}
