//! What the ends of pages cost.
//!
//! Of two ways to spread a document over pages the one is better that costs less in the
//! first of these terms in which they differ; that nothing is lost needs no cost, since
//! every piece is placed:
//!
//! 1. **torn**: what must stay together is not divided, nor a heading, an introduction or
//!    a closing torn from what follows, as long as there is another place;
//! 2. **pages**: there are as few pages as can be;
//! 3. **alone**: no page holds only what stands below the signature (attachments, copies);
//! 4. **short**: no page but the last is less full than [`FULL`], unless what follows can
//!    neither be divided nor has room on it, or begins a page: an appendix, or a table on a
//!    page that lies on its side, and what goes on behind it;
//! 5. **parts**: two rows of a table stand on each page at least;
//! 6. **loose**: all that is only a matter of looks, weighed against one another and
//!    against the empty space at the feet of pages ([`EMPTY`]).
//!
//! So a table is divided rather than a page left half empty, but a page is rather left a
//! quarter empty than one row torn off; and a page more is never made for looks.
//!
//! A place where a page may end has one number, since the greater of two counts where
//! both are for one place: below [`LONE_ROW`] it is a matter of looks, below
//! [`FOOT_ALONE`] of parts, below [`KEPT`] of what would stand alone, and from there on
//! it is torn.

/// A page is full enough from this part of its height on: two thirds, below which a
/// reader takes it for the last.
pub(super) const FULL: f32 = 2.0 / 3.0;

/// From this cost on a page ends there only where it can end nowhere else.
pub(super) const KEPT: u32 = 10_000;
/// The cost of tearing an introduction from its list: more than [`KEPT`], since the list
/// cannot be understood without it.
pub(super) const INTRODUCTION: u32 = 15_000;
/// The cost of dividing what is kept together: signatures, boxes, figures with captions.
pub(super) const TOGETHER: u32 = 20_000;
/// The cost of a single line of a paragraph on a page, which looks like a mistake.
pub(super) const SINGLE_LINE: u32 = 30_000;
/// The cost of ending a page with a divided word: read only when the page is turned.
pub(super) const DIVIDED_WORD: u32 = 45_000;
/// The cost of tearing a heading from what follows, the worst that there is.
pub(super) const HEADING: u32 = 50_000;

/// The cost of ending a page before or in what stands below the signature.
pub(super) const FOOT_ALONE: u32 = 5_000;
/// The cost of ending a page after a table's first row, or before its last: one row
/// alone looks lost.
pub(super) const LONE_ROW: u32 = 1_000;

/// What an empty page would cost; of an emptier page the square counts, so that one hole
/// is worse than two of half its height. All costs of looks are measured by it: one of
/// 10 is worth a tenth of a page left empty, one of 40 a fifth, one of 90 three tenths.
const EMPTY: f64 = 1000.0;
/// The cost of ending a page in a paragraph rather than before or after it: worth a line.
pub(super) const LINE: u32 = 1;
/// The cost of ending a page after a list's first item, or before its last: worth three
/// or four lines, so that an item moves to its neighbours but a heading with its list
/// does not leave a hole.
pub(super) const LONE_ITEM: u32 = 16;
/// The cost of ending a page inside a table: worth five lines, since between two blocks
/// is better.
pub(super) const ROW: u32 = 20;
/// The cost of ending a page inside a table of a third of a page at most: as it can
/// leave no more than that empty, it is moved whole, unless its page would be too short.
pub(super) const SMALL_TABLE: u32 = 100;
/// The height of a small table, as a part of the page.
pub(super) const SMALL: f32 = 1.0 - FULL;
/// What a last page costs that has less than [`LOST`] of text: more than half a page
/// left empty before it.
const LAST_LINES: f64 = 300.0;
/// The height of text, in points, below which it looks lost on a last page: some three
/// lines.
const LOST: f32 = 45.0;
/// Looks that cost less than a fifth of a page are good enough not to be thought over.
const GOOD: f64 = 40.0;

/// What pages cost together; the first term counts most, see above.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub(super) struct Cost {
    torn: u32,
    pages: u32,
    alone: u32,
    /// In thousandths of pages that are lacking to full ones.
    short: u32,
    parts: u32,
    loose: f64,
}

impl Cost {
    /// What the end of a page costs that is filled to this part, at a place of this cost;
    /// `reach` is how full it could be without tearing anything.
    pub fn of_end(place: u32, filled: f32, reach: f32) -> Cost {
        let empty = f64::from((1.0 - filled).max(0.0));
        let mut cost = Cost {
            loose: EMPTY * empty * empty,
            ..Cost::default()
        };
        match place {
            KEPT.. => cost.torn = place,
            FOOT_ALONE.. => cost.alone = place,
            LONE_ROW.. => cost.parts = place,
            _ => cost.loose += f64::from(place),
        }
        if filled < FULL && filled < reach - 0.001 {
            cost.short = ((FULL - filled) * 1000.0) as u32 + 1;
        }
        cost
    }

    /// What a last page costs with text of this height: a line or two look lost.
    pub fn of_last(text: f32) -> Cost {
        Cost {
            loose: if text < LOST { LAST_LINES } else { 0.0 },
            ..Cost::default()
        }
    }

    /// These costs, and a page with its own.
    pub fn with_page(self, page: Cost) -> Cost {
        Cost {
            torn: self.torn + page.torn,
            pages: self.pages + 1,
            alone: self.alone + page.alone,
            short: self.short + page.short,
            parts: self.parts + page.parts,
            loose: self.loose + page.loose,
        }
    }

    /// Which of the two is less.
    pub fn order(&self, other: &Cost) -> std::cmp::Ordering {
        self.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal)
    }

    /// Whether the pages need not be thought over, as far as their number is right.
    pub fn is_good(&self) -> bool {
        self.torn + self.alone + self.short + self.parts == 0 && self.loose < GOOD
    }
}
