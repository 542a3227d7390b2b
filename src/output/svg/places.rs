//! Where a piece of a value stands in the file that the value was read from.

/// The byte of `written` where the byte `at` of `value` stands, given that an XML reader
/// made `value` of the beginning of `written`: line ends are one character, references
/// are what they refer to, CDATA sections are their content. Nothing where an entity of
/// the file's own stands before.
pub(super) fn place_in(written: &str, value: &str, at: usize) -> Option<usize> {
    let mut rest = written;
    let mut read = value.get(..at)?.chars();
    loop {
        rest = rest.strip_prefix("<![CDATA[").unwrap_or(rest);
        rest = rest.strip_prefix("]]>").unwrap_or(rest);
        let Some(next) = read.next() else {
            return Some(written.len() - rest.len());
        };
        rest = match rest.chars().next()? {
            '&' => {
                let (reference, after) = rest.split_once(';')?;
                let known = ["&amp", "&lt", "&gt", "&quot", "&apos"].contains(&reference)
                    || reference.starts_with("&#");
                known.then_some(after)?
            }
            '\r' => rest
                .strip_prefix("\r\n")
                .or_else(|| rest.strip_prefix('\r'))?,
            // In attributes, line ends and tabs are blanks.
            blank if next == ' ' && blank.is_whitespace() => rest.get(blank.len_utf8()..)?,
            same if same == next => rest.get(same.len_utf8()..)?,
            _ => return None,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::place_in;

    #[test]
    fn values_are_found_where_they_were_written() {
        assert_eq!(place_in("fill:red", "fill:red", 5), Some(5));
        assert_eq!(
            place_in("<![CDATA[\r\n@import]]>", "\n@import", 1),
            Some(11)
        );
        assert_eq!(place_in("a&amp;b&#x42;c", "a&bBc", 4), Some(13));
        assert_eq!(place_in("é\u{a0}x", "é\u{a0}x", 4), Some(4));
        assert_eq!(place_in("a\r\nb", "a b", 2), Some(3));
        assert_eq!(place_in("&own;b", "…b", 3), None);
    }
}
