//! Which glyphs of a face the pages show, and the text that each gives.

/// The pairs of a glyph and its text that are shown of one face, numbered from 0 as they
/// are met.
#[derive(Default)]
pub(super) struct UsedGlyphs<'a> {
    pairs: Vec<Used<'a>>,
    /// For each glyph of the face the pair that was met first, counted from 1.
    first: Vec<usize>,
}

struct Used<'a> {
    glyph: u16,
    text: &'a str,
    /// The next pair of the same glyph, counted from 1; 0 where there is none.
    next: usize,
}

/// A glyph that is shown, with its text.
#[derive(Clone, Copy)]
pub(super) struct PairedGlyph<'a> {
    /// The glyph in the face.
    pub(super) glyph: u16,
    /// The text that it gives.
    pub(super) text: &'a str,
    /// The pair's number.
    pub(super) number: usize,
}

impl<'a> UsedGlyphs<'a> {
    /// The number of this pair.
    pub(super) fn pair(&mut self, glyph: u16, text: &'a str) -> usize {
        let place = usize::from(glyph);
        if self.first.len() <= place {
            self.first.resize(place + 1, 0);
        }
        let mut at = self.first.get(place).copied().unwrap_or(0);
        let mut last = 0;
        while let Some(known) = at.checked_sub(1).and_then(|at| self.pairs.get(at)) {
            if known.text == text {
                return at - 1;
            }
            (last, at) = (at, known.next);
        }
        let next = 0;
        self.pairs.push(Used { glyph, text, next });
        let added = self.pairs.len();
        match last.checked_sub(1).and_then(|at| self.pairs.get_mut(at)) {
            Some(before) => before.next = added,
            None => self.first[place] = added,
        }
        added - 1
    }

    /// Whether nothing of the face is shown.
    pub(super) fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Each glyph's first text, ordered by text, then the further texts: so most codes are
    /// the subset's glyph numbers, and ToUnicode has long ranges.
    pub(super) fn ordered(&self) -> Vec<PairedGlyph<'a>> {
        let pairs = self.pairs.iter().enumerate();
        let mut pairs: Vec<PairedGlyph<'a>> = pairs
            .map(|(number, &Used { glyph, text, .. })| PairedGlyph {
                glyph,
                text,
                number,
            })
            .collect();
        pairs.sort_unstable_by_key(|pair| (pair.glyph, pair.text));
        let mut before = None;
        let mut ranked: Vec<(bool, PairedGlyph<'a>)> = pairs
            .into_iter()
            .map(|pair| (before.replace(pair.glyph) == Some(pair.glyph), pair))
            .collect();
        ranked.sort_unstable_by_key(|(further, pair)| (*further, pair.text, pair.glyph));
        ranked.into_iter().map(|(_, pair)| pair).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_told_apart_and_ordered_by_text() {
        let mut used = UsedGlyphs::default();
        let pairs = [
            (9, "b"),
            (4, "-"),
            (4, "\u{AD}"),
            (9, "b"),
            (7, "a"),
            (4, "-"),
        ];
        let numbers = pairs.map(|(glyph, text)| used.pair(glyph, text));
        assert_eq!(numbers, [0, 1, 2, 0, 3, 1]);
        let ordered = used.ordered();
        let ordered: Vec<_> = ordered
            .iter()
            .map(|pair| (pair.glyph, pair.text, pair.number))
            .collect();
        assert_eq!(
            ordered,
            [(4, "-", 1), (7, "a", 3), (9, "b", 0), (4, "\u{AD}", 2)]
        );
    }
}
