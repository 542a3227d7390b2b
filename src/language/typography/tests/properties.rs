//! What holds for every text.

use super::super::block::TextBlock;
use super::super::{Fragment, MendRule, Mender, Profile, Style, apply, mends};
use super::show;
use crate::lang::Lang;

/// What the generated texts are put together from.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "le", "plan", "l'", "\"", "'", " ", " ", " ", "  ", ":", ";", "!", "?", "...", ".",
    "..", "5", "12", "2026", "300", ",", "%", "$", "M$", "US", "h", "30", "14h30",
    "mars", "1er", "2ème", "XXIe", "e", "no", "n°", "M.", "Roy", "p.", "ex.", "«", "»",
    "“", "”", "’", "416-555-0123", "(416) 555-0123", "M5G 2E5", "ON", "--", "-", "–",
    "(", ")", "mois", "km", "a.ca", "x@y.ca", "https://z.ca/", "p.m.", "\u{a0}",
    "\u{202f}", "\u{fffc}", "A", "page", "{", "}", "1", "/", "poste", "ext.", "§", "\n",
    "´", "`", "′", "‘", "º", "°C", "\u{2009}", "…", "etc", "c.c.", "p.ex.", "Md", "−",
    "\u{fffb}", "x", "mai", "May", "'s", "a.docx", "l'e.docx", "--", "\"", "'", "\"", "'",
];

/// A small generator of texts full of what the rules look for (xorshift).
struct Texts(u64);

impl Texts {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0)
    }

    fn text(&mut self) -> String {
        let count = 1 + self.next() % 14;
        (0..count)
            .map(|_| PARTS[self.next() % PARTS.len()])
            .collect()
    }
}

fn letters_and_digits(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

#[test]
fn mending_twice_changes_nothing_more() {
    let mut texts = Texts(0x9E37_79B9_7F4A_7C15);
    for _ in 0..4_000 {
        let text = texts.text();
        for style in [
            Style::from(Lang::En),
            Style::from(Lang::Fr),
            Style {
                lang: Lang::Fr,
                profile: Profile::FrFr,
            },
        ] {
            let mender = Mender::new(style);
            let once = mender.mend(&text).into_owned();
            assert_eq!(
                show(&mender.mend(&once)),
                show(&once),
                "{:?} {}",
                style,
                show(&text)
            );
        }
    }
}

#[test]
fn words_and_figures_stay() {
    let mut texts = Texts(42);
    for _ in 0..4_000 {
        let text = texts.text();
        for lang in Lang::ALL {
            let mut mender = Mender::new(lang);
            // The rules that change letters (2ème, 1 mai).
            mender.off.insert(MendRule::OrdinalSuperscript);
            mender.off.insert(MendRule::FirstOfMonth);
            let mended = mender.mend(&text);
            assert_eq!(letters_and_digits(&mended), letters_and_digits(&text));
            // With all rules digits stay too, and nothing else gets letters.
            let mended = Mender::new(lang).mend(&text).into_owned();
            let digits =
                |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
            assert_eq!(digits(&mended), digits(&text));
            if lang == Lang::En {
                assert_eq!(letters_and_digits(&mended), letters_and_digits(&text));
            }
        }
    }
}

#[test]
fn fragments_give_what_the_whole_text_gives() {
    let mut texts = Texts(7);
    for _ in 0..2_000 {
        let parts: Vec<String> = (0..3).map(|_| texts.text()).collect();
        let fragments: Vec<Fragment<'_>> = parts.iter().map(|part| Fragment::words(part)).collect();
        for lang in Lang::ALL {
            let mut mender = Mender::new(lang);
            mender.superscripts = false;
            // These look at where fragments end.
            mender.off.insert(MendRule::OrdinalSuperscript);
            mender.off.insert(MendRule::FirstOfMonth);
            mender.off.insert(MendRule::NumberSign);
            let whole = parts.concat();
            let mended: String = fragments
                .iter()
                .zip(mender.mend_block(&fragments))
                .map(|(fragment, edits)| apply(fragment.text, &edits).to_plain())
                .collect();
            assert_eq!(show(&mended), show(&mender.mend(&whole)), "{parts:?}");
        }
    }
}

/// What the fragments come to, and the same fragments mended.
fn mend_fragments(mender: &Mender, fragments: &[Fragment<'_>]) -> Vec<String> {
    let edits = mender.mend_block(fragments);
    fragments
        .iter()
        .zip(edits)
        .map(|(fragment, edits)| apply(fragment.text, &edits).to_plain())
        .collect()
}

/// No element gets a space at its edge, none that had words loses them, and mending twice
/// changes nothing more, wherever elements begin and end.
#[test]
fn elements_keep_their_edges() {
    let mut texts = Texts(23);
    for _ in 0..2_000 {
        let parts: Vec<String> = (0..4).map(|_| texts.text()).collect();
        let depths: Vec<usize> = (0..4).map(|_| texts.next() % 3).collect();
        let fragments: Vec<Fragment<'_>> = fragments(&parts, &depths);
        for lang in Lang::ALL {
            let mut mender = Mender::new(lang);
            mender.superscripts = false;
            let mended = mend_fragments(&mender, &fragments);
            let shown: Vec<String> = mended.iter().map(|part| show(part)).collect();
            for ((fragment, part), own) in fragments.iter().zip(&mended).zip(&depths_of(&fragments))
            {
                let is_space = char::is_whitespace;
                let edges = |text: &str| (text.starts_with(is_space), text.ends_with(is_space));
                let (before, after) = (edges(fragment.text), edges(part));
                let (opens, closes) = *own;
                assert!(
                    !opens || before.0 || !after.0,
                    "{parts:?} {depths:?} {shown:?}"
                );
                assert!(
                    !closes || before.1 || !after.1,
                    "{parts:?} {depths:?} {shown:?}"
                );
            }
            let depths: Vec<usize> = fragments.iter().map(|it| it.depth).collect();
            let again = mend_fragments(&mender, &self::fragments(&mended, &depths));
            assert_eq!(
                again.concat(),
                mended.concat(),
                "{parts:?} {depths:?} {shown:?}"
            );
        }
    }
}

/// The parts at their depths, with an empty one between two elements that touch.
fn fragments<'a>(parts: &'a [String], depths: &[usize]) -> Vec<Fragment<'a>> {
    let mut fragments: Vec<Fragment<'a>> = Vec::new();
    for (text, &depth) in parts.iter().zip(depths) {
        if fragments.last().is_some_and(|last| last.depth > 0) && depth > 0 {
            fragments.push(Fragment::words(""));
        }
        fragments.push(Fragment {
            depth,
            emphasis: depth,
            ..Fragment::words(text)
        });
    }
    fragments
}

/// Whether an element begins and ends with each fragment.
fn depths_of(fragments: &[Fragment<'_>]) -> Vec<(bool, bool)> {
    let depth = |at: Option<usize>| at.and_then(|at| fragments.get(at)).map_or(0, |it| it.depth);
    (0..fragments.len())
        .map(|at| {
            let own = depth(Some(at));
            (own > depth(at.checked_sub(1)), own > depth(Some(at + 1)))
        })
        .collect()
}

#[test]
fn a_rule_finds_nothing_in_a_block_without_its_signs() {
    let mut texts = Texts(11);
    let mut spared = 0;
    for _ in 0..4_000 {
        let text = texts.text();
        for lang in Lang::ALL {
            for (rule, _, mend, signs) in mends::MENDS {
                let mut block = TextBlock::new(&[Fragment::words(&text)], Style::from(lang), true);
                if !block.has_any(*signs) {
                    mend(&mut block);
                    assert_eq!(block.changes, 0, "{} in {text:?}", rule.name());
                    spared += 1;
                }
            }
        }
    }
    assert!(spared > 1_000, "{spared}");
}
