//! Lines of Markdown put in order: blank ones and spaces that say nothing go, code
//! keeps every one.

/// Takes away blank lines at the ends, all but one between blocks, and spaces at
/// the ends of lines. Fenced code stays as it is.
pub(crate) fn tidy(markdown: &str) -> String {
    let mut tidied = String::with_capacity(markdown.len());
    let mut fence: Option<(char, usize)> = None;
    let mut blank = 0;
    for line in markdown.lines() {
        let shown = match fence {
            Some(_) => line,
            None => line.trim_end_matches([' ', '\t', '\r']),
        };
        if fence.is_none() && shown.is_empty() {
            blank += 1;
            continue;
        }
        if !tidied.is_empty() {
            tidied.push_str(if blank > 0 { "\n\n" } else { "\n" });
        }
        blank = 0;
        tidied.push_str(shown);
        fence = next_fence(fence, shown);
    }
    tidied.truncate(tidied.trim_end_matches('\n').len());
    tidied
}

/// The fence that is open after this line.
fn next_fence(open: Option<(char, usize)>, line: &str) -> Option<(char, usize)> {
    let inside = line.trim_start_matches([' ', '\t', '>', '-', '*', '+']);
    let mark = inside.chars().next().filter(|c| matches!(c, '`' | '~'));
    let length = inside.chars().take_while(|c| Some(*c) == mark).count();
    let rest = inside.get(length..).unwrap_or_default();
    match (open, mark) {
        (None, Some(mark)) if length >= 3 && !(mark == '`' && rest.contains('`')) => {
            Some((mark, length))
        }
        (Some((mark, least)), Some(other))
            if mark == other && length >= least && rest.trim().is_empty() =>
        {
            None
        }
        (open, _) => open,
    }
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn blank_lines_are_one_but_in_code() {
        assert_eq!(
            tidy("\n\na  \n\n\n\nb\n```\nc\n\n\nd  \n```\n\n\n"),
            "a\n\nb\n```\nc\n\n\nd  \n```"
        );
        assert_eq!(tidy("~~~\n```\n\n\n~~~\n\n\nx"), "~~~\n```\n\n\n~~~\n\nx");
    }

    #[test]
    fn tidying_twice_changes_nothing() {
        for text in ["a\n\n\nb", "- a\n\n\n- b\n", "```\n\n", ""] {
            assert_eq!(tidy(&tidy(text)), tidy(text));
        }
    }
}
