//! Names of persons and of places that become others.

use super::{Field, Maker};
use crate::parity::words::{protected, touches, words};
use bimemo::lang::Lang;
use bimemo::language::lexicon;
use std::ops::Range;

/// Family names of no memo of the corpus.
const FAMILIES: [&str; 4] = ["Lindqvist", "Okonkwo", "Dhaliwal", "Thibeault"];

/// Places in English and in French; each becomes the next.
const PLACES: [(&str, &str); 16] = [
    ("Halifax", "Halifax"),
    ("Moncton", "Moncton"),
    ("Ottawa", "Ottawa"),
    ("Edmonton", "Edmonton"),
    ("Toronto", "Toronto"),
    ("Kingston", "Kingston"),
    ("Sudbury", "Sudbury"),
    ("Kenora", "Kenora"),
    ("Thunder Bay", "Thunder Bay"),
    ("Vancouver", "Vancouver"),
    ("Nova Scotia", "Nouvelle-Écosse"),
    ("British Columbia", "Colombie-Britannique"),
    ("Manitoba", "Manitoba"),
    ("New Brunswick", "Nouveau-Brunswick"),
    ("Ontario", "Ontario"),
    ("Alberta", "Alberta"),
];

/// Whether a folded word is in the table of given names.
fn is_given_name(folded: &str) -> bool {
    let table = include_str!("../../../../src/language/pairs/given-names.tsv");
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.any(|line| line.split("; ").any(|name| name == folded))
}

impl Maker<'_> {
    /// Another family name behind a given name, and one with a letter or an accent
    /// changed.
    pub(super) fn persons(&mut self, field: &Field, text: &str, block: &Range<usize>) {
        let spared = protected(text);
        let other = self.text(&field.other).to_owned();
        let found = words(text);
        for pair in found.windows(2) {
            let [(first, given), (second, family)] = pair else {
                continue;
            };
            let name = first.start..second.end;
            let is_name = is_given_name(&lexicon::fold(given))
                && given.starts_with(char::is_uppercase)
                && family.starts_with(char::is_uppercase)
                && &text[first.end..second.start] == " "
                && other.contains(&text[name.clone()])
                && !touches(&spared, &name);
            if !is_name {
                continue;
            }
            let at = block.start + second.start..block.start + second.end;
            let turn = block.start + second.start;
            self.replace("another family name", &at, FAMILIES[turn % 4], block);
            let letters: Vec<char> = family.chars().collect();
            let lost = 1 + turn % (letters.len() - 1);
            let shorter: String = (letters.iter().enumerate())
                .filter(|(at, _)| *at != lost)
                .map(|(_, letter)| letter)
                .collect();
            self.replace("letter of a family name", &at, &shorter, block);
            let plain = family.replace(['é', 'è'], "e");
            let accented = if plain == *family {
                family.replacen('e', "é", 1)
            } else {
                plain
            };
            self.replace("accent of a family name", &at, &accented, block);
        }
    }

    /// Another place, where both languages name one.
    pub(super) fn places(&mut self, field: &Field, text: &str, block: &Range<usize>) {
        let spared = protected(text);
        let other = self.text(&field.other).to_owned();
        for (at, place) in PLACES.iter().enumerate() {
            let of = |(en, fr): &(&'static str, &'static str), lang: Lang| match lang {
                Lang::En => *en,
                Lang::Fr => *fr,
            };
            let own = of(place, field.lang);
            let next = of(&PLACES[(at + 1) % PLACES.len()], field.lang);
            let is_whole = |range: &Range<usize>| {
                let tie = |letter: char| letter.is_alphanumeric() || letter == '-';
                !text[..range.start].ends_with(tie) && !text[range.end..].starts_with(tie)
            };
            let found = text.find(own).map(|start| start..start + own.len());
            let Some(range) = found.filter(is_whole) else {
                continue;
            };
            if other.contains(of(place, field.lang.other())) && !touches(&spared, &range) {
                let at = block.start + range.start..block.start + range.end;
                self.replace("another place", &at, next, block);
            }
        }
    }
}
