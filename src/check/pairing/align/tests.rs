use super::*;
use crate::check::outline::of_blocks;
use crate::check::tests::{list, paragraphs};
use crate::document::Block;
use crate::lang::Lang;

fn steps(en: &[Block], fr: &[Block]) -> Vec<Step> {
    align(&of_blocks(en, Lang::En), &of_blocks(fr, Lang::Fr))
}

fn pair(en: usize, fr: usize) -> Step {
    Step::Match {
        en: en..en + 1,
        fr: fr..fr + 1,
        moved: false,
    }
}

const EN: [&str; 4] = [
    "The office opens on June 3 at noon.",
    "Call 416-555-0123 for help with your file.",
    "Three schools receive $5,000 each for new books.",
    "The library in Hearst stays closed.",
];
const FR: [&str; 4] = [
    "Le bureau ouvrira le 3 juin à midi.",
    "Composez le 416-555-0123 pour obtenir de l'aide.",
    "Trois écoles reçoivent chacune 5 000 $ pour de nouveaux livres.",
    "La bibliothèque de Hearst demeure fermée.",
];

#[test]
fn translations_are_partners() {
    let all: Vec<Step> = (0..4).map(|at| pair(at, at)).collect();
    assert_eq!(steps(&paragraphs(&EN), &paragraphs(&FR)), all);
}

#[test]
fn one_block_less_is_one_step() {
    for missing in 0..4 {
        let mut fr = FR.to_vec();
        fr.remove(missing);
        let found = steps(&paragraphs(&EN), &paragraphs(&fr));
        assert_eq!(found.len(), 4, "{missing}: {found:?}");
        assert!(
            found.contains(&Step::OnlyEn(missing)),
            "{missing}: {found:?}"
        );
        let found = steps(&paragraphs(&fr), &paragraphs(&EN));
        assert!(
            found.contains(&Step::OnlyFr(missing)),
            "{missing}: {found:?}"
        );
    }
}

#[test]
fn exchanged_blocks_are_told() {
    let fr = [FR[0], FR[2], FR[1], FR[3]];
    let moved = steps(&paragraphs(&EN), &paragraphs(&fr))
        .into_iter()
        .filter(|step| matches!(step, Step::Match { moved: true, .. }))
        .count();
    assert!(moved >= 1);
}

#[test]
fn a_list_is_no_paragraph() {
    let mut en = paragraphs(&EN[..2]);
    en.insert(1, list(None, &EN[2..]));
    let fr = paragraphs(&FR[..2]);
    let found = steps(&en, &fr);
    assert_eq!(found, [pair(0, 0), Step::OnlyEn(1), pair(2, 1)]);
}

#[test]
fn a_paragraph_may_be_two() {
    let en = format!("{} {}", EN[0], EN[1]);
    let found = steps(&paragraphs(&[&en, EN[2]]), &paragraphs(&FR[..3]));
    let split = Step::Match {
        en: 0..1,
        fr: 0..2,
        moved: false,
    };
    assert_eq!(found, [split, pair(1, 2)]);
}

#[test]
fn long_texts_are_aligned_near_the_diagonal() {
    let words: Vec<String> = (0..600)
        .map(|at| format!("Paragraph {at} of many."))
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let found = steps(&paragraphs(&words), &paragraphs(&words[1..]));
    assert_eq!(found.len(), 600);
    assert_eq!(found.first(), Some(&Step::OnlyEn(0)));
}

#[test]
fn nothing_aligns_with_nothing() {
    assert_eq!(steps(&[], &[]), []);
    assert_eq!(steps(&paragraphs(&["One."]), &[]), [Step::OnlyEn(0)]);
}

/// Paragraphs of which no two say the same.
fn many(count: usize) -> Vec<String> {
    let paragraph = |at: usize| format!("Paragraph {} of many.", at + 3000);
    (0..count).map(paragraph).collect()
}

#[test]
fn a_long_text_that_lacks_its_middle_keeps_its_partners() {
    let words = many(1500);
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    let en = paragraphs(&words);
    words.drain(200..1100);
    let found = steps(&en, &paragraphs(&words));
    let lacks = found.iter().filter(|step| matches!(step, Step::OnlyEn(_)));
    assert_eq!(lacks.count(), 900);
    assert!(found.contains(&pair(199, 199)) && found.contains(&pair(1100, 200)));
}

#[test]
fn the_table_of_a_long_text_grows_as_the_text_does() {
    let cells = |en: usize, fr: usize| -> usize {
        let words = many(en.max(fr));
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (en, fr) = (paragraphs(&words[..en]), paragraphs(&words[..fr]));
        let (en, fr) = (of_blocks(&en, Lang::En), of_blocks(&fr, Lang::Fr));
        // The band is narrower here, so that the test takes no time.
        let table = Aligner::new(&en, &fr).fill(2);
        table.iter().map(|row| row.cells.len()).sum()
    };
    assert_eq!(cells(500, 400), 501 * 401);
    assert!(cells(4000, 4000) < 3 * cells(2000, 2000));
    assert!(cells(4000, 2000) < 4 * cells(2000, 1000));
    assert!(cells(40, 8000) < 100_000);
}
