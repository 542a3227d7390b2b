use super::*;
use crate::lang::Lang;
use crate::output::pdf::font::shape::Shaper;
use crate::output::pdf::font::shape::ShapingManner;
use crate::output::pdf::font::tests::fonts;
use crate::output::pdf::pages::Drawing;
use crate::output::pdf::pages::MarkRole;
use crate::output::theme::Align;
use crate::output::theme::PrintStyle;
use std::collections::BTreeSet;

const ENGLISH: &str = "Organizations that deliver services under the renewed agreements have nine months for the transition, and the ministry offers individual accompaniment throughout the implementation of the responsibilities that are described in the program guide and its appendices.";
const FRENCH: &str = "Les organismes qui assurent la prestation des services en vertu des ententes renouvelées disposent de neuf mois pour effectuer la transition, et le ministère offre un accompagnement individualisé pendant toute la mise en œuvre des responsabilités décrites dans le guide.";

fn look() -> Look {
    let (_, set) = fonts();
    let text = crate::output::theme::TextStyle {
        font: "Noto Sans".into(),
        size: 10.0,
        hyphenate: true,
        ..PrintStyle::default().text
    };
    Look {
        order: set.order(&text),
        text,
    }
}

fn paragraph(text: &str, lang: Lang) -> Paragraph {
    let run = StyledRun {
        start: 0,
        end: text.len(),
        source: None,
        look: look(),
        role: MarkRole::Content(1),
        lang,
        link: None,
        picture: None,
        note: None,
        anchors: Vec::new(),
    };
    Paragraph {
        text: text.to_owned(),
        runs: vec![run],
        ..Paragraph::default()
    }
}

fn set(paragraph: &Paragraph, measure: f32, align: Align, words: &[&str]) -> Vec<Line> {
    let (_, fonts) = fonts();
    let base = look();
    let no_hyphen = words.iter().map(|word| (*word).to_owned()).collect();
    let setting = Setting {
        measure,
        indent: 0.0,
        align,
        base: &base,
        no_hyphen: &no_hyphen,
        divide_at_need: true,
    };
    paragraph.set(&mut Shaper::new(fonts), &setting)
}

fn text(line: &Line) -> String {
    let mut text = String::new();
    for mark in &line.marks {
        if let Drawing::Text(run) = &mark.drawing {
            text.extend(run.glyphs.iter().map(|glyph| glyph.text.as_str()));
        }
    }
    text
}

fn texts(lines: &[Line]) -> Vec<String> {
    lines.iter().map(text).collect()
}

fn break_at(source: &str, lang: Lang, measure: f32) -> Vec<String> {
    texts(&set(&paragraph(source, lang), measure, Align::Left, &[]))
}

/// The widths of lines when each takes as many words as fit.
fn greedy(source: &str, measure: f32) -> Vec<f32> {
    let (_, fonts) = fonts();
    let mut shaper = Shaper::new(fonts);
    let order = look().order;
    let mut width = |text: &str| shaper.shape(text, order, ShapingManner::default()).width / 100.0;
    let space = width(" ");
    let mut lines = vec![0.0_f32];
    for word in source.split(' ') {
        let word = width(word);
        let line = lines.last_mut().unwrap();
        if *line > 0.0 && *line + space + word > measure {
            lines.push(word);
        } else {
            *line += word + if *line > 0.0 { space } else { 0.0 };
        }
    }
    lines
}

fn raggedness(widths: &[f32], measure: f32) -> f32 {
    widths[..widths.len() - 1]
        .iter()
        .map(|width| ((measure - width) / 10.0).powi(6))
        .sum()
}

#[test]
fn lines_are_more_even_than_greedy_ones() {
    let mut better = 0;
    for source in [ENGLISH, FRENCH] {
        for step in 0..40 {
            let measure = 150.0 + step as f32 * 8.0;
            let mut paragraph = paragraph(source, Lang::En);
            paragraph.runs[0].look.text.hyphenate = false;
            let lines = set(&paragraph, measure, Align::Left, &[]);
            let widths: Vec<f32> = lines.iter().map(|line| line.width).collect();
            let plain = greedy(source, measure);
            assert!(widths.iter().all(|width| *width <= measure + 0.01));
            if raggedness(&widths, measure) < raggedness(&plain, measure) * 0.99 {
                better += 1;
            }
        }
    }
    assert!(better >= 25, "better than greedy in {better} of 80");
}

#[test]
fn a_short_word_does_not_stand_alone_in_the_last_line() {
    let source = "A pictogram supports the text but never replaces it.";
    let alone =
        |lines: &[String]| lines.len() > 1 && lines.last().is_some_and(|line| line == "it.");
    let greedy_leaves_it = (180..260)
        .filter(|measure| {
            let widths = greedy(source, *measure as f32);
            widths.len() > 1 && widths.last().is_some_and(|width| *width < 12.0)
        })
        .count();
    assert!(greedy_leaves_it > 5);
    for measure in 180..260 {
        let lines = break_at(source, Lang::En, measure as f32);
        assert!(!alone(&lines), "{lines:?}");
    }
}

#[test]
fn no_text_is_lost_and_words_stay_apart() {
    for measure in [12.0, 40.0, 90.0, 200.0, 400.0] {
        for (source, lang) in [(ENGLISH, Lang::En), (FRENCH, Lang::Fr)] {
            let all = break_at(source, lang, measure)
                .concat()
                .replace('\u{ad}', "");
            assert_eq!(all, source, "{measure}");
        }
    }
}

#[test]
fn words_are_divided_by_the_rules_of_their_language() {
    let divided = |source, lang| -> Vec<String> {
        (60..160)
            .flat_map(|measure| break_at(source, lang, measure as f32))
            .filter(|line| line.ends_with('\u{ad}'))
            .filter_map(|line| line.rsplit(' ').next().map(str::to_owned))
            .collect()
    };
    let english = divided("the accommodation transportation of passengers", Lang::En);
    let french = divided("une accommodation transportation des voyageuses", Lang::Fr);
    assert!(
        english
            .iter()
            .any(|part| part == "trans\u{ad}" || part == "transporta\u{ad}"),
        "{english:?}"
    );
    assert!(
        french.iter().any(|part| part.starts_with("accom")),
        "{french:?}"
    );
    let places = |parts: Vec<String>| parts.into_iter().collect::<BTreeSet<_>>();
    assert_ne!(places(english), places(french));
}

#[test]
fn what_must_not_be_divided_is_not() {
    let words = [
        "Administration",
        "ORGANIZATIONS",
        "A2dministration9",
        "McAdministrators",
    ];
    for word in words {
        let source = format!("see the {word} and the other");
        // Wide enough for the word; narrower, anything is better than torn words.
        for measure in 100..160 {
            for line in break_at(&source, Lang::En, measure as f32) {
                assert!(!line.contains('\u{ad}'), "{line:?}");
            }
        }
    }
    let source = "we speak of administration and of the others here";
    let lines = |words: &[&str]| -> bool {
        (40..120).any(|measure| {
            let lines = set(
                &paragraph(source, Lang::En),
                measure as f32,
                Align::Left,
                words,
            );
            lines.iter().any(|line| line.divided)
        })
    };
    assert!(lines(&[]));
    let narrow = |words: &[&str]| -> bool {
        (72..120).any(|measure| {
            let lines = set(
                &paragraph(source, Lang::En),
                measure as f32,
                Align::Left,
                words,
            );
            lines.iter().any(|line| line.divided)
        })
    };
    assert!(!narrow(&["administration"]));
}

#[test]
fn the_last_word_of_a_paragraph_is_not_divided() {
    for measure in 80..200 {
        let lines = break_at(
            "they all accept the responsibilities",
            Lang::En,
            measure as f32,
        );
        let [.., before, _] = lines.as_slice() else {
            continue;
        };
        assert!(!before.ends_with('\u{ad}'), "{lines:?}");
    }
}

#[test]
fn no_line_breaks_at_spaces_that_hold_words_together() {
    let source = "le 1er\u{a0}avril, 1\u{202f}250\u{202f}000,00\u{a0}$ et 416\u{2011}555\u{2011}0123, «\u{a0}non\u{a0}» pour 9\u{a0}mois\u{a0}: oui";
    for measure in 90..240 {
        for line in break_at(source, Lang::Fr, measure as f32) {
            assert!(
                !line.ends_with(['\u{a0}', '\u{202f}', '\u{2011}']),
                "{line:?}"
            );
            assert!(
                !line.starts_with(['\u{a0}', '\u{202f}', '\u{2011}', ':', '»']),
                "{line:?}"
            );
        }
    }
}

#[test]
fn addresses_break_at_their_separators_without_a_hyphen() {
    let source = "see https://www.example.gc.ca/en/services/program_guide-2026.html?lang=en&version=2 or first.lastname@organization.example.ca now.";
    for measure in 80..200 {
        let lines = break_at(source, Lang::En, measure as f32);
        for (line, next) in lines.iter().zip(&lines[1..]) {
            assert!(!line.contains('\u{ad}'), "{lines:?}");
            let whole =
                line.ends_with([' ', '/', '&']) || next.starts_with(['.', '-', '_', '?', '=', '@']);
            assert!(whole, "{lines:?}");
            assert!(
                !next.starts_with('/') && !line.ends_with("https:/"),
                "{lines:?}"
            );
        }
        assert_eq!(lines.concat(), source);
    }
}

#[test]
fn an_address_that_fits_a_line_stays_whole_where_the_margin_is_ragged() {
    let source = "Write to Priya Lindqvist, Senior Program Advisor, 416-555-0134, renewal.revitalisation@harbours.example.ca";
    let broken = |align| {
        (340..460)
            .filter(|measure| {
                let lines = set(&paragraph(source, Lang::En), *measure as f32, align, &[]);
                !texts(&lines)
                    .iter()
                    .any(|line| line.contains("renewal.revitalisation@harbours.example.ca"))
            })
            .count()
    };
    // Cut it would be where the rest of the line is long enough for a part of it.
    assert!(broken(Align::Left) < 40, "{}", broken(Align::Left));
    assert!(broken(Align::Justify) > broken(Align::Left));
}

#[test]
fn a_word_wider_than_the_measure_is_broken_and_does_not_stick_out() {
    let word = "x".repeat(120);
    let lines = set(
        &paragraph(&format!("a {word} b"), Lang::En),
        100.0,
        Align::Left,
        &[],
    );
    assert!(lines.len() > 5);
    assert!(lines.iter().all(|line| line.width <= 100.01));
    let read = texts(&lines).concat();
    assert_eq!(read.replace('\u{ad}', ""), format!("a {word} b"));
    assert!(read.contains('\u{ad}'), "with hyphens");
    let date = paragraph("on 8\u{a0}September here", Lang::En);
    let alone = (40..62).any(|measure| {
        let lines = set(&date, measure as f32, Align::Left, &[]);
        texts(&lines).iter().any(|line| line.trim() == "September")
    });
    assert!(alone, "a date on two lines is better than a torn word");
}

#[test]
fn justified_lines_end_at_the_margin_but_for_the_last() {
    let lines = set(&paragraph(FRENCH, Lang::Fr), 300.0, Align::Justify, &[]);
    assert!(lines.len() > 3);
    for (at, line) in lines.iter().enumerate() {
        let mut pen = 0.0_f32;
        for mark in &line.marks {
            if let Drawing::Text(run) = &mark.drawing {
                let end = run
                    .glyphs
                    .iter()
                    .rposition(|glyph| glyph.text != " ")
                    .unwrap()
                    + 1;
                let width: f32 = run.glyphs[..end].iter().map(|glyph| glyph.advance).sum();
                pen = run.origin.0 + width * run.size / 1000.0;
            }
        }
        if at + 1 < lines.len() {
            // Punctuation hangs in the margin by seven tenths of its width at most.
            let hangs = text(line)
                .trim_end()
                .ends_with(|c: char| !c.is_alphanumeric());
            let most = if hangs { 2.3 } else { 0.02 };
            assert!(
                (-0.02..most).contains(&(pen - 300.0)),
                "line {at} ends at {pen}"
            );
        } else {
            assert!(pen < 299.0);
        }
    }
}

#[test]
fn a_soft_hyphen_divides_where_the_author_says() {
    let mut paragraph = paragraph("the Supercalifragilistic word", Lang::En);
    paragraph.soft_hyphens = vec!["the Supercali".len()];
    let found = (60..110).any(|measure| {
        texts(&set(&paragraph, measure as f32, Align::Left, &[]))
            .iter()
            .any(|line| line.ends_with("Supercali\u{ad}"))
    });
    assert!(found);
}

#[test]
fn raised_text_does_not_move_lines() {
    let mut raised = paragraph("the 26th floor", Lang::En);
    let at = "the 26".len();
    let mut tail = raised.runs[0].clone();
    let mut middle = raised.runs[0].clone();
    raised.runs[0].end = at;
    (middle.start, middle.end) = (at, at + 2);
    middle.look.text.size = 7.0;
    middle.look.text.raise = 3.4;
    tail.start = at + 2;
    raised.runs.extend([middle, tail]);
    let plain = set(
        &paragraph("the 26th floor", Lang::En),
        200.0,
        Align::Left,
        &[],
    );
    let lines = set(&raised, 200.0, Align::Left, &[]);
    assert_eq!(
        (lines[0].height, lines[0].baseline),
        (plain[0].height, plain[0].baseline)
    );
    assert_eq!(text(&lines[0]), "the 26th floor");
}

#[test]
fn a_line_break_ends_a_line_and_keeps_words_apart() {
    let lines = break_at("777 Bay Street,\n26th Floor", Lang::En, 300.0);
    assert_eq!(lines, ["777 Bay Street, ", "26th Floor"]);
}

#[test]
fn an_address_is_told_from_other_words() {
    for word in [
        "www.ontario.ca",
        "https://x.ca/a",
        "a.b@c.ca,",
        "(ontario.ca/page)",
    ] {
        assert!(opportunity::is_address(word), "{word}");
    }
    for word in [
        "and/or",
        "1.5/2.5",
        "M./Mme",
        "@home",
        "etc.",
        "24/7",
        "l’accès/sortie",
    ] {
        assert!(!opportunity::is_address(word), "{word}");
    }
}

#[test]
fn no_letter_stands_alone_and_no_range_is_torn() {
    let source =
        "the e-mail of 2026–27, km/h, a-t-il, and the word—closed dash—of M./Mme with T-shirts";
    for measure in 60..200 {
        for line in break_at(source, Lang::Fr, measure as f32) {
            let end = line.trim_end();
            for torn in ["e-", "2026–", "km/", "a-", "a-t-", "M./", "T-"] {
                assert!(!end.ends_with(torn), "{line:?}");
            }
            assert!(!line.starts_with(['—', '–']), "{line:?}");
        }
    }
}

#[test]
fn words_written_with_hyphens_break_after_them() {
    let found = (60..160).any(|measure| {
        break_at("le secrétariat porte-parole", Lang::Fr, measure as f32)
            .iter()
            .any(|line| line.ends_with("porte-"))
    });
    assert!(found);
}

#[test]
fn a_paragraph_of_two_lines_is_not_hyphenated() {
    let words = "Les organismes responsables renseignent particulièrement les intergouvernementaux";
    let mut two = 0;
    for align in [Align::Left, Align::Justify] {
        for count in 3..10 {
            let source: Vec<&str> = words.split(' ').cycle().take(count).collect();
            let paragraph = paragraph(&source.join(" "), Lang::Fr);
            for measure in (130..500).step_by(3) {
                let lines = set(&paragraph, measure as f32, align, &[]);
                if lines.len() <= 2 {
                    two += usize::from(lines.len() == 2);
                    assert!(!lines[0].divided, "{:?} in {measure}", texts(&lines));
                }
            }
        }
    }
    assert!(two > 100, "{two}");
}

#[test]
fn a_date_does_not_break_behind_its_month() {
    for (lang, dates) in [
        (Lang::En, ["May 2026", "Sept. 4, 2026", "March 12"]),
        (Lang::Fr, ["mai 2026", "4\u{a0}août 2026", "1er sept. 2026"]),
    ] {
        for date in dates {
            let source = format!("The desk opens again in {date} and closes the year after.");
            for measure in 80..300 {
                for line in break_at(&source, lang, measure as f32) {
                    let bad = ["May", "Sept.", "March", "mai", "août", "sept."];
                    let line = line.trim_end();
                    assert!(
                        !bad.iter().any(|month| line.ends_with(month)),
                        "{line} in {measure}"
                    );
                }
            }
        }
    }
    // A verb is no month.
    let verb = (60..95).any(|measure| {
        let lines = break_at("Members may 2 times a year", Lang::En, measure as f32);
        lines.iter().any(|line| line.trim_end().ends_with("may"))
    });
    assert!(verb);
}

#[test]
fn punctuation_hangs_in_the_margins_of_justified_lines() {
    let source = ENGLISH.replace(' ', ", ");
    let long = paragraph(&source.repeat(2), Lang::En);
    let lines = set(&long, 220.0, Align::Justify, &[]);
    let mut hanging = 0;
    for line in &lines[..lines.len() - 1] {
        let end = line.marks.iter().filter_map(|mark| match &mark.drawing {
            Drawing::Text(run) => {
                let glyphs = run
                    .glyphs
                    .iter()
                    .rev()
                    .skip_while(|glyph| glyph.text == " ");
                let advance = glyphs.map(|glyph| glyph.advance).sum::<f32>();
                Some(run.origin.0 + advance * run.size / 1000.0)
            }
            _ => None,
        });
        let end = end.fold(0.0, f32::max);
        let last = text(line).trim_end().chars().next_back();
        if last == Some(',') {
            hanging += 1;
            assert!((221.0..224.0).contains(&end), "{end}");
        } else if last.is_some_and(char::is_alphabetic) {
            assert!((end - 220.0).abs() < 0.1, "{end}");
        }
    }
    assert!(hanging > 5, "{hanging}");
    for line in set(&long, 220.0, Align::Left, &[]) {
        assert!(line.width <= 220.01, "{}", line.width);
    }
}

#[test]
fn an_underline_leaves_out_the_strokes_that_come_down_through_it() {
    let pieces = |word: &str| {
        let mut source = paragraph(word, Lang::En);
        source.runs[0].look.text.underline = true;
        let line = set(&source, 500.0, Align::Left, &[]).remove(0);
        let rules = line.marks.iter().filter_map(|mark| match mark.drawing {
            Drawing::Line { from, to, .. } => Some((from.0, to.0)),
            _ => None,
        });
        (rules.collect::<Vec<_>>(), line.width)
    };
    let (whole, width) = pieces("summer");
    assert_eq!(whole.len(), 1);
    assert!(
        whole[0].0 == 0.0 && (whole[0].1 - width).abs() < 0.01,
        "{whole:?}"
    );
    let (parts, width) = pieces("supplying");
    assert!(parts.len() >= 3, "{parts:?}");
    assert!(parts.is_sorted_by(|one, next| one.1 < next.0), "{parts:?}");
    let drawn: f32 = parts.iter().map(|(from, to)| to - from).sum();
    assert!(
        drawn > width * 0.3 && drawn < width * 0.8,
        "{drawn} of {width}"
    );
}
