//! Quotation marks, apostrophes, dashes, primes, minus signs: each case with what stands
//! beside it.

use super::super::fragment::CALL;
use super::super::{Fragment, Mender, apply};
use super::{english, french, raised, show};
use crate::lang::Lang;

#[test]
fn one_hard_case_leaves_the_others_alone() {
    english(
        "6\" wide and the sign says \"wet\"",
        "6″ wide and the sign says “wet”",
    );
    english("a \"b c and \"d\"", "a \"b c and “d”");
    english("a\"b and \"d\" isn't", "a\"b and “d” isn’t");
    french("a\"b et \"d\", l'un", "a\"b et «⍽d⍽», l’un");
    english("'open and \"wet\"", "'open and “wet”");
    french(
        "\"ouvert et l'autre \"clos\"",
        "\"ouvert et l’autre «⍽clos⍽»",
    );
    english("« a and \"b\"", "« a and “b”");
}

#[test]
fn quotations_in_quotations() {
    english(
        "\"the sign says 'wet'\". \"'Wet' is it\"",
        "“the sign says ‘wet’”. “‘Wet’ is it”",
    );
    french(
        "\"le mot 'oui'\". \"'Oui' est là\"",
        "«⍽le mot “oui”⍽». «⍽“Oui” est là⍽»",
    );
    french("'oui' et \"non\"", "«⍽oui⍽» et «⍽non⍽»");
    english("\"a 'b \"c\" d' e\"", "“a ‘b “c” d’ e”");
    french("\"a \"b 'c' d\" e\"", "«⍽a “b ‘c’ d” e⍽»");
    english("\"the partners' 'big' plan\"", "“the partners’ ‘big’ plan”");
    english("“wet\" and \"dry”", "“wet” and “dry”");
    french(
        "«⍽oui\" et \"non⍽»".replace('⍽', "\u{a0}").as_str(),
        "«⍽oui⍽» et «⍽non⍽»",
    );
}

#[test]
fn what_stands_beside_a_quotation() {
    english("(\"a\"), [\"b\"]: \"c\"; \"d\"!", "(“a”), [“b”]: “c”; “d”!");
    english("x/\"a\"/y, \"b\"-\"c\", \"d\"…", "x/“a”/y, “b”-“c”, “d”…");
    english("\"$5\" or \"(x)\" or \"-5\"", "“$5” or “(x)” or “−5”");
    english("he said:\"yes\",\"no\"", "he said:“yes”,“no”");
    english("the \"Plan\"'s end", "the “Plan”’s end");
    french("le mot \" oui \" est là", "le mot «⍽oui⍽» est là");
    english("the word \" yes \" is", "the word \" yes \" is");
    french("d'\"aide\" et l'« aide »", "d’«⍽aide⍽» et l’«⍽aide⍽»");
}

#[test]
fn a_note_is_called_behind_a_quotation() {
    let text = format!("\"fermé\"{CALL} et \"non\"{CALL}.");
    french(&text, &format!("«⍽fermé⍽»{CALL} et «⍽non⍽»{CALL}."));
}

#[test]
fn apostrophes_in_and_behind_words() {
    english(
        "the (HA)'s, the Ph.D.'s, the U.S.'s",
        "the (HA)’s, the Ph.D.’s, the U.S.’s",
    );
    english("It´s, it‘s, it`s, it′s", "It’s, it’s, it’s, it’s");
    french("C´est l‘an, qu`il l′a", "C’est l’an, qu’il l’a");
    english(
        "the partners´ plan, 1990's, 5%'s",
        "the partners’ plan, 1990’s, 5%’s",
    );
    english("'tis the '90s, class of '98", "’tis the ’90s, class of ’98");
    english("'cause it's 'cause' and", "’cause it’s ‘cause’ and");
    french("l'été '98, l'(an), l'11", "l’été ’98, l’(an), l’11");
    english("an ´ alone, a ` alone", "an ´ alone, a ` alone");
}

#[test]
fn feet_inches_minutes() {
    english("6'2\" and 5' 10\"", "6′2″ and 5′ 10″");
    english("12\" x 14\", 6'x4'", "12″ x 14″, 6′x4′");
    english("\"Form 6\" and 'Room 6'", "“Form 6” and ‘Room 6’");
    english("\"a 6\" plank\"", "“a 6″ plank”");
    french("« 6\" de large »", "«⍽6″ de large⍽»");
    french("45°30'15\" de latitude", "45°30′15″ de latitude");
    english("6½\" and 3.5\"", "6½″ and 3.5″");
    // A year, a code: a quotation's mark that lost its partner.
    english("since 2026\" and A6\"", "since 2026\" and A6\"");
}

#[test]
fn dashes_between_numbers() {
    for (text, expected) in [
        ("pp. 5--10", "pp.⍽5–10"),
        ("2021--2022 and 2021--22", "2021–2022 and 2021–22"),
        ("$5--$10, 5%--10%", "$5–$10, 5%–10%"),
        (
            "May 4--8, May 4--June 8, May--June",
            "May 4–8, May 4–June 8, May–June",
        ),
        ("9:00--17:00, 9 a.m.--5 p.m.", "9:00–17:00, 9⍽a.m.–5⍽p.m."),
        (
            "A5--A7, 3rd--5th, Monday--Friday",
            "A5–A7, 3rd–5th, Monday–Friday",
        ),
        ("pp. 5 -- 10, 2021 -- 2022", "pp.⍽5–10, 2021–2022"),
        (
            "$5 -- $10, May 4 -- 8, 9 a.m. -- 5 p.m.",
            "$5–$10, May 4–8, 9⍽a.m.–5⍽p.m.",
        ),
        // Down, or to a word: a remark begins.
        ("in 2025 -- 12 more", "in 2025—12 more"),
        ("in 2025--the last", "in 2025—the last"),
        // Nobody knows.
        ("Item 4 -- 8 copies", "Item 4 -- 8 copies"),
    ] {
        english(text, expected);
    }
    for (text, expected) in [
        ("p. 5--10 et 2021--2022", "p.⍽5–10 et 2021–2022"),
        ("5 $--10 $, 5--10 %", "5⍽$–10⍽$, 5–10⍽%"),
        ("10 000 $ -- 20 000 $", "10⍽000⍽$–20⍽000⍽$"),
        (
            "4--8 mai, 4 mai--8 juin, mai--juin",
            "4–8⍽mai, 4⍽mai–8⍽juin, mai–juin",
        ),
        (
            "4 -- 8 mai, 9 h--17 h, 9 h 30--10 h",
            "4–8⍽mai, 9⍽h–17⍽h, 9⍽h⍽30–10⍽h",
        ),
        ("lundi -- fermé", "lundi –⍽fermé"),
        ("Phase 1 -- 2 semaines", "Phase⍽1 -- 2⍽semaines"),
    ] {
        french(text, expected);
    }
}

#[test]
fn dashes_pair_where_a_pair_is_meant() {
    french("Un -- ouvert. Deux -- fermé.", "Un –⍽ouvert. Deux –⍽fermé.");
    french("a -- b -- c -- d", "a –⍽b⍽– c –⍽d");
    french("a -- b; c -- d", "a –⍽b; c –⍽d");
    french("a (b -- c) et d -- e -- f", "a (b –⍽c) et d –⍽e⍽– f");
    french(
        "M. Roy -- le chef -- dit. Non -- oui",
        "M.⍽Roy –⍽le chef⍽– dit. Non –⍽oui",
    );
    french("a – b -- c", "a – b⍽– c");
    english("a -- b. C -- d -- e", "a—b. C—d—e");
}

#[test]
fn minus_signs() {
    english("at -5 °C, (-3), -$5, -5%", "at −5⍽°C, (−3), −$5, −5%");
    french(
        "de -10 à -5 °C, -5 $, -1 234,5",
        "de −10 à −5⍽°C, −5⍽$, −1⍽234,5",
    );
    english("A-5, 5 -10, -5-10, -3D, --5", "A-5, 5 -10, -5-10, -3D, --5");
    english("x -- -5 and 2026-05-04", "x—−5 and 2026-05-04");
}

#[test]
fn abbreviations_and_their_periods() {
    french(
        "(c.c. et p.j.), p.ex. l'an",
        "(c.⍽c. et p.⍽j.), p.⍽ex. l’an",
    );
    french("C.c.Q., a.s.a.p., s.o.", "C.c.Q., a.s.a.p., s.⍽o.");
    french("etc... etc.… etc…, etc..", "etc. etc. etc., etc.");
    english("etc... Etc.… and so on...", "etc. Etc. and so on…");
    english("see p.ex., c.c.", "see p.ex., c.c.");
}

#[test]
fn signs_of_numbers_degrees_and_money() {
    french("25°C, 25ºC, 25 °C, 25° ici", "25⍽°C, 25⍽°C, 25⍽°C, 25° ici");
    english("25°C, 25ºC, 25 °C", "25°C, 25°C, 25⍽°C");
    french("5km, 10 km/h, 5G, A5km", "5⍽km, 10⍽km/h, 5G, A5km");
    french("3 M $, 3M$, 3 k $ US, 2 Md $", "3⍽M$, 3⍽M$, 3⍽k$⍽US, 2⍽Md$");
    assert_eq!(
        raised("nº 12, Nº 5, nº5, nos 5"),
        "n^o^⍽12, N^o^⍽5, nº5, n^os^⍽5"
    );
    french("nº 12, n˚ 5", "nº⍽12, n˚⍽5");
}

#[test]
fn spaces_of_other_kinds() {
    french("62\u{2009} 318 bateaux", "62⍽318 bateaux");
    french("1\u{202f}234\u{202f}567,5", "1⍽234⍽567,5");
    french(
        "à 5\u{202f}km; page\u{202f}12, a\u{202f}b",
        "à 5⍽km; page⍽12, a⍽b",
    );
    french(
        "5\u{a0} km, 17\u{2009} mars, M.\u{2009}Roy",
        "5⍽km, 17⍽mars, M.⍽Roy",
    );
    english("5\u{202f}km at 2:30\u{202f}p.m.", "5⍽km at 2:30⍽p.m.");
}

#[test]
fn names_of_files_are_left_alone() {
    for text in [
        "l'ete-2026.docx",
        "voir d'ici--la...(2).PDF",
        "l'un-deux.xyz",
    ] {
        let name = text.split(' ').next_back().unwrap();
        for lang in Lang::ALL {
            let mended = Mender::new(lang).mend(text).into_owned();
            assert!(mended.ends_with(name), "{mended}");
        }
    }
    english(
        "guide.pdf's end, \"guide.pdf\"",
        "guide.pdf’s end, “guide.pdf”",
    );
    french("l'ontario.ca, d'www.a.ca", "l’ontario.ca, d’www.a.ca");
}

/// The fragments of `text`, in which `[` begins and `]` ends an element.
fn fragments(text: &str) -> Vec<Fragment<'_>> {
    let mut depth = 0;
    let mut fragments = Vec::new();
    for part in text.split_inclusive(['[', ']']) {
        let mark = part.chars().next_back();
        fragments.push(Fragment {
            depth,
            emphasis: depth,
            ..Fragment::words(part.trim_end_matches(['[', ']']))
        });
        match mark {
            Some('[') => depth += 1,
            Some(']') => depth -= 1,
            _ => {}
        }
    }
    fragments
}

/// The mended text with its elements marked.
fn marked(lang: Lang, text: &str) -> String {
    let fragments = fragments(text);
    let edits = Mender::new(lang).mend_block(&fragments);
    let mut mended = String::new();
    let mut depth = 0;
    for (fragment, edits) in fragments.iter().zip(edits) {
        while depth < fragment.depth {
            mended.push('[');
            depth += 1;
        }
        while depth > fragment.depth {
            mended.push(']');
            depth -= 1;
        }
        mended.push_str(&apply(fragment.text, &edits).to_plain());
    }
    mended.push_str(&"]".repeat(depth));
    show(&mended)
}

#[test]
fn spaces_stand_outside_of_elements() {
    for (text, expected) in [
        ("\"[Plan]\" x", "«⍽[Plan]⍽» x"),
        ("[\"][Plan]\" x", "[«]⍽[Plan]⍽» x"),
        ("[Note]: x", "[Note]⍽: x"),
        ("[Note][:] x", "[Note]⍽[:] x"),
        ("[50][$] x", "[50]⍽[$] x"),
        ("[5[ km]] x", "[5⍽[km]] x"),
        ("« [ x ] »", "«⍽[x]⍽»"),
        ("[14]h[30] x", "[14]⍽h⍽[30] x"),
        ("a [-- b -- ]c", "a [–⍽b⍽–] c"),
    ] {
        assert_eq!(marked(Lang::Fr, text), expected, "{text}");
    }
}

#[test]
fn a_sign_does_not_meet_a_word_across_an_edge() {
    for (text, expected) in [
        ("a [-- b]", "a [-- b]"),
        ("[a --] b", "[a --] b"),
        ("[a] -- [b]", "[a]—[b]"),
        ("5 [%] x", "5 [%] x"),
        ("[5] % x", "[5]% x"),
    ] {
        assert_eq!(marked(Lang::En, text), expected, "{text}");
    }
}

/// The colon of a drive's name is part of it.
#[test]
fn drives_keep_their_colon() {
    french("les lecteurs (G:, H:)", "les lecteurs (G:, H:)");
    french("sur le lecteur G:.", "sur le lecteur G:.");
    french(
        "les lecteurs G: et H: du réseau, le disque C: local",
        "les lecteurs G: et H: du réseau, le disque C: local",
    );
    for text in [
        "le lecteur réseau H: du service",
        "les lecteurs partagés G: et H: ferment",
        "Le disque dur C: est plein",
    ] {
        french(text, text);
    }
    french("notre réseau A: tout", "notre réseau A⍽: tout");
    french("Options A: et B: tout", "Options A⍽: et B⍽: tout");
    french("Option A: tout. (Note:)", "Option A⍽: tout. (Note⍽:)");
}
