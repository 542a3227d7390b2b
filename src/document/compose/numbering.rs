//! The numbers of headings: 1, 1.1, 1.1.1, the same in both languages.

use crate::document::{Inline, Section};
use crate::memo::{Memo, MemoSection, NumberedParts};

/// Numbers that headings of one level go on with.
struct Count {
    /// The number of the heading above, with its point.
    above: String,
    last: usize,
}

impl Count {
    fn below(number: &str) -> Count {
        let above = match number {
            "" => String::new(),
            number => format!("{number}."),
        };
        Count { above, last: 0 }
    }
}

/// Numbers the headings of a memo's sections, and of what stands in its appendices, whose
/// own headings have their letters.
pub(super) fn number_headings(
    memo: &Memo,
    (sections, appendices): (&mut [Section], &mut [Section]),
) {
    let all = memo.numbered == Some(NumberedParts::Headings);
    let mut count = all.then(|| Count::below(""));
    for (section, source) in sections.iter_mut().zip(&memo.sections) {
        number(section, Some(source), count.as_mut());
    }
    for (at, (section, source)) in appendices.iter_mut().zip(&memo.appendices).enumerate() {
        let own = all || source.numbered == Some(NumberedParts::Headings);
        let mut count = own.then(|| Count::below(&letter(at)));
        number_inside(section, Some(source), count.as_mut());
    }
}

/// Numbers a section and those inside of it; one without a heading takes no number.
fn number(section: &mut Section, source: Option<&MemoSection>, count: Option<&mut Count>) {
    let Some(count) = count else {
        let own = source.is_some_and(|it| it.numbered == Some(NumberedParts::Headings));
        let mut count = own.then(|| Count::below(""));
        return number_inside(section, source, count.as_mut());
    };
    let Some(heading) = &mut section.heading else {
        return number_inside(section, source, Some(count));
    };
    count.last += 1;
    let number = format!("{}{}", count.above, count.last);
    let shown = format!("{number}\u{a0}");
    heading.markdown.insert_str(0, &shown);
    heading.inlines.insert(0, Inline::Number(shown));
    section.label += 1;
    number_inside(section, source, Some(&mut Count::below(&number)));
}

fn number_inside(
    section: &mut Section,
    source: Option<&MemoSection>,
    mut count: Option<&mut Count>,
) {
    let headed = section.headed().count();
    let own = source.map_or(&[][..], |source| &source.sections);
    for (at, inner) in section.sections.iter_mut().enumerate() {
        let source = at.checked_sub(headed).and_then(|at| own.get(at));
        number(inner, source, count.as_deref_mut());
    }
}

/// A, B, … Z, AA, AB, …
pub(super) fn letter(at: usize) -> String {
    let last = char::from(b'A' + u8::try_from(at % 26).unwrap_or_default());
    match (at / 26).checked_sub(1) {
        Some(before) => format!("{}{last}", letter(before)),
        None => last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<_> = [0, 25, 26, 51, 52, 701, 702].map(super::letter).into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
