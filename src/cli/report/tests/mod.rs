//! The order of findings, and what the tests of each form show.

pub(in crate::report) mod samples;

use super::*;
use bimemo::press::put_in_order;

#[test]
fn findings_are_ordered_by_place_and_code() {
    let findings = samples::findings();
    let shown: Vec<String> = findings
        .iter()
        .map(|finding| match &finding.span {
            Some(span) => format!("{span:?} {}", finding.code.id),
            None => finding.code.id.to_owned(),
        })
        .collect();
    let (placed, rest) = shown.split_at(shown.len() - 1);
    assert_eq!(rest, ["Z004"], "{shown:#?}");
    assert!(placed.iter().all(|finding| finding.contains(':')));
    let lines: Vec<usize> = findings
        .iter()
        .filter_map(|finding| finding.span.as_ref())
        .filter(|span| span.file().path() == samples::MEMO)
        .map(|span| span.start().line)
        .collect();
    assert!(lines.is_sorted(), "{lines:?}");
    let mut reversed = findings.clone();
    reversed.reverse();
    put_in_order(&mut reversed);
    assert_eq!(findings, reversed);
}

#[test]
fn nothing_found_says_nothing() {
    let look = Look::default();
    for format in [
        OutputFormat::Human,
        OutputFormat::Concise,
        OutputFormat::Json,
        OutputFormat::Github,
    ] {
        assert_eq!(super::findings(format, &[], &look), "", "{format:?}");
    }
}
