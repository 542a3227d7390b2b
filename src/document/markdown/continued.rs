//! Lines that go on with a block: what stands before them.

/// What stands before a line that goes on with the block that begins at the byte `at`:
/// the marks of the quotations that it is in, and blanks in the place of those of items
/// and notes.
pub(super) fn go_on(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let mut written = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        match rest.find("]:") {
            // A note goes on below its fourth column, however long its label is.
            Some(end) if rest.starts_with("[^") => {
                written.push_str("    ");
                rest = rest
                    .get(end + "]:".len()..)
                    .unwrap_or_default()
                    .trim_start();
            }
            _ => {
                written.push(if matches!(c, '>' | '\t') { c } else { ' ' });
                rest = rest.get(c.len_utf8()..).unwrap_or_default();
            }
        }
    }
    written
}

/// How many bytes of a line are what stands around a block that goes on in it.
pub(super) fn continued(line: &str, around: &str) -> usize {
    let mut at = 0;
    for mark in around.chars() {
        let rest = line.get(at..).unwrap_or_default();
        match mark {
            '>' => {
                let blanks = rest.len() - rest.trim_start_matches(' ').len();
                if !rest[blanks..].starts_with('>') {
                    break;
                }
                at += blanks + 1;
            }
            _ if rest.starts_with([' ', '\t']) => at += 1,
            _ => break,
        }
    }
    at
}
