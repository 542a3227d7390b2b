use super::*;
use crate::diagnostic::Severity;
use crate::document::markdown::{Form, Sort, read_markdown};
use crate::locale::Formatted;

fn reading(text: &str, form: Form) -> Reading {
    let formatted = Formatted {
        text: text.to_owned(),
        ..Formatted::default()
    };
    read_markdown(&formatted, form)
}

fn find_in(text: &str, form: Form, lang: Lang) -> Vec<Found> {
    find_markup(&reading(text, form), lang, &["fee", "opening-date"])
}

/// What is found in a body, each as its code and the words that are shown.
fn found(text: &str) -> Vec<String> {
    find_in(text, Form::Blocks, Lang::En)
        .into_iter()
        .map(|found| format!("{} {}", found.code.id, &text[found.range]))
        .collect()
}

/// The text with its mends made.
fn mended(text: &str, lang: Lang) -> String {
    let mut mended = text.to_owned();
    for found in find_in(text, Form::Blocks, lang).into_iter().rev() {
        let edits = found.mend.map_or_else(Vec::new, |mend| mend.edits);
        for (range, replacement) in edits.into_iter().rev() {
            mended.replace_range(range, &replacement);
        }
    }
    mended
}

#[track_caller]
fn expect(text: &str, wanted: &[&str]) {
    assert_eq!(found(text), wanted, "{text}");
}

#[track_caller]
fn silent(texts: &[&str]) {
    for text in texts {
        expect(text, &[]);
    }
}

#[test]
fn typed_bullets() {
    expect("• a key\n• a card", &["W045 • "]);
    expect("Bring:\n\n▪\tkey\n\n▪\tcard", &["W045 ▪\t"]);
    expect("Bring\n– a key\n– a card", &["W045 – "]);
    expect("o a key\no a card", &["W045 o "]);
    expect("· a key\n· a card", &["W045 · "]);
    expect("- • a key", &["W045 • "]);
    expect("> • a key", &["W045 • "]);
    expect("Bring: • a key • a card", &["W045 •"]);
    expect("•the key\nfor the shed", &["W045 •"]);
    silent(&[
        "– Where is it?\n\n– In the shed.",
        "– one dash",
        "o Canada",
        "one · two · three",
        "Toronto • Ottawa • Halifax",
        "• • •",
        "\\• a key",
        "- a key\n- a card",
        "| • a | b |\n|---|---|\n| · c | d |",
    ]);
    assert_eq!(
        mended("Bring\n•\ta key\no\ta *big* one\n•\ta card", Lang::En),
        "Bring\n- a key\n  - a *big* one\n- a card"
    );
    assert_eq!(mended("☐ open\n☑ done", Lang::En), "- [ ] open\n- [x] done");
    assert_eq!(mended("– a\n– b", Lang::En), "- a\n- b");
    assert_eq!(mended("– a\n– b", Lang::Fr), "– a\n– b");
    assert_eq!(mended("• a\n    • b\n• c", Lang::Fr), "- a\n  - b\n- c");
}

#[test]
fn typed_numbering() {
    expect("a) Sign.\nb) Return.", &["W046 a)"]);
    expect("(i) Sign.\n(ii) Return.", &["W046 (i)"]);
    expect("(1) Sign the\nlog.\n(2) Return.", &["W046 (1)"]);
    expect("① Sign\n② Return", &["W046 ①"]);
    expect("1° Sign\n2° Return", &["W046 1°"]);
    expect("Then\n2. sign\n3. return", &["W046 2."]);
    expect("1. One:\n   a) sign\n   b) return", &["W046 a)"]);
    silent(&[
        "a) by itself",
        "See a) and b) below,\nand c) too.",
        "(a) Sign.\n\n(b) Return.",
        "A. Roy\nC. Park",
        "1. sign\n2. return",
        "2026. A year\n2027. A year",
        "It costs\n5. It is",
    ]);
    assert_eq!(
        mended("a) Sign.\nb) Return.", Lang::En),
        "a) Sign.\nb) Return."
    );
}

#[test]
fn markers_without_their_space() {
    expect("-key\n-card", &["W047 -"]);
    expect("1.sign\n2.return", &["W047 1."]);
    expect("1.\u{a0}sign\n\n2.\u{a0}return", &["W047 1.", "W047 2."]);
    expect("- [x]done\n- [ ]open", &["W047 [x]", "W047 [ ]"]);
    expect("- []open", &["W047 []"]);
    expect("##Next steps", &["W047 ##"]);
    expect("#Next steps", &["W047 #"]);
    expect("#\u{a0}Next", &["W047 #"]);
    silent(&[
        "-5 °C\n-3 °C",
        "1.5 km\n2.5 km",
        "#OpenData is ours.",
        "#OpenData",
        "-key",
        "- [x] done",
        "- [a link](https://a.ca)",
        "*key*\n*card*",
    ]);
    let line = |text: &str| find_in(text, Form::Line, Lang::En).len();
    assert_eq!(line("# Boathouse keys"), 1);
    assert_eq!(
        line("# of positions") + line("#1 priority") + line("1. Keys"),
        0
    );
    assert_eq!(mended("-key\n-card", Lang::En), "- key\n- card");
    assert_eq!(
        mended("1.\u{a0}sign\n\n2.\u{a0}return", Lang::Fr),
        "1. sign\n\n2. return"
    );
    assert_eq!(
        mended("- []open\n- [x]done", Lang::En),
        "- [ ] open\n- [x] done"
    );
}

#[test]
fn tables_without_their_rule() {
    expect("| a | b |\n| 1 | 2 |", &["W048 | a | b |"]);
    expect("a | b\nc | d", &["W048 a | b"]);
    expect(
        "| a | b | c |\n|---|---|\n| 1 | 2 |",
        &["W048 | a | b | c |"],
    );
    expect("| a | b |\n| — | — |\n| 1 | 2 |", &["W048 | a | b |"]);
    silent(&[
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Home | Contact",
        "| alone |",
        "n(a|b)\nn(c|d)",
        "a \\| b\nc \\| d",
    ]);
    assert_eq!(
        mended("> | a | b |\n> | 1 | 2 |", Lang::En),
        "> | a | b |\n> | --- | --- |\n> | 1 | 2 |"
    );
    assert_eq!(
        mended("| a | b |\n| – | – |\n| 1 | 2 |", Lang::En),
        "| a | b |\n| --- | --- |\n| 1 | 2 |"
    );
    // A cell would be lost.
    assert_eq!(mended("| a |\n| 1 | 2 |", Lang::En), "| a |\n| 1 | 2 |");
}

#[test]
fn columns_by_blanks() {
    expect("Dock\tKeys\nNorth\t4\nSouth\t6", &["W049 Dock\tKeys"]);
    expect("North    4\nSouth    6", &["W049 North    4"]);
    expect(
        "North ........ 4\nSouth ........ 6",
        &["W049 North ........ 4"],
    );
    silent(&[
        "Dock\tKeys",
        "Two.  Spaces\nTwo.  Spaces",
        "Wait. ... So\nwe wait. ... So",
        "```\na\tb\nc\td\n```",
    ]);
}

#[test]
fn stress_that_is_not_closed() {
    expect("closes **at noon.", &["W050 **"]);
    expect("closes** at noon.", &["W050 **"]);
    expect("l'**avis", &["W050 **"]);
    expect("a *word", &["W050 *"]);
    expect("a __word and ~~another", &["W050 __", "W050 ~~"]);
    expect("a _word", &["W050 _"]);
    expect("a `command", &["W050 `"]);
    expect("** Note ** here", &["W050 **"]);
    expect("**Note: **here", &["W050 **"]);
    expect("**One\n\nTwo**", &["W050 **"]);
    silent(&[
        "5 * 3",
        "2**3 and x**2",
        "snake_case and __init__",
        "a \\*word and \\*\\*more",
        "Fees* apply.\n\n*Plus tax.",
        "| Fees** | x |\n|---|---|\n| 1 | 2 |\n\n**Plus tax",
        "Name: ______",
        "A**** and D*** and ****1234",
        "all *.pdf files",
        "~5 km",
        "`a *b` and **c**",
        "* a\n* b",
        "l`an",
    ]);
}

#[test]
fn links_that_cannot_be_read() {
    expect(
        "[Guide](https://a.ca/b. It",
        &["W051 [Guide](https://a.ca/b"],
    );
    expect("![Map](plan.png and", &["W051 ![Map](plan.png"]);
    expect("[Guide](guide en.pdf) x", &["W051 [Guide](guide en.pdf)"]);
    expect("[Guide]https://a.ca", &["W051 [Guide]https://a.ca"]);
    expect("(Guide)[https://a.ca]", &["W051 (Guide)[https://a.ca]"]);
    expect("the guide<https://a.ca> x", &["W051 guide<https://a.ca>"]);
    expect("x@y.ca<mailto:x@y.ca>", &["W051 x@y.ca<mailto:x@y.ca>"]);
    expect("[Guide] (https://a.ca) x", &["W052 [Guide] (https://a.ca)"]);
    expect(
        "[Guide]\u{a0}(guide.pdf)",
        &["W052 [Guide]\u{a0}(guide.pdf)"],
    );
    silent(&[
        "[Guide](https://a.ca)",
        "[2020] (SCC)",
        "[sic] (www.a.ca)",
        "[sic](as they wrote)",
        "They wrote [more] (see above) and […] (p. 5)",
        "\\[Guide\\] (https://a.ca)",
        "`[Guide] (https://a.ca)`",
        "[1] (https://a.ca)",
        "the guide <https://a.ca> (<https://b.ca>)",
    ]);
    assert_eq!(
        mended(
            "[A] (https://a.ca) [B] (www.b.ca) [C] (c@c.ca) [D] (d.pdf)",
            Lang::En
        ),
        "[A](https://a.ca) [B](https://www.b.ca) [C](mailto:c@c.ca) [D] (d.pdf)"
    );
}

#[test]
fn html() {
    expect("<b>Note:</b> it is", &["W053 <b>"]);
    expect("<div>\nText\n</div>", &["W053 <div>"]);
    expect(
        "<a href=\"https://a.ca\">x</a>",
        &["W053 <a href=\"https://a.ca\">"],
    );
    expect("x</b>", &["W053 </b>"]);
    expect("a <sup>b", &["W053 <sup>"]);
    expect("<br clear=\"all\">", &["W053 <br clear=\"all\">"]);
    expect("Now <!-- ask --> then", &["W054 <!-- ask -->"]);
    expect("Now <!-- ask\n\nthen", &["W054 <!-- ask"]);
    expect("// ask legal", &["W054 // ask legal"]);
    silent(&[
        "26<sup>e</sup> a<br>b H<sub>2</sub>O",
        "a < b and c > d",
        "\\<b> and &lt;b>",
        "`<b>`",
        "<https://a.ca> <x@y.ca>",
        "x <3 y",
    ]);
    assert_eq!(
        mended(
            "<b>Note:</b> <i>x</i> <strong> y</strong> <u>z</u>",
            Lang::En
        ),
        "**Note:** *x* <strong> y</strong> <u>z</u>"
    );
}

#[test]
fn facts_without_their_braces() {
    expect("The fee is $fee a year", &["W055 $fee"]);
    expect("on $opening-date.", &["W055 $opening-date"]);
    expect("a $fee-free ramp", &["W055 $fee"]);
    expect("<<fee>> and %fee%", &["W055 <<fee>>", "W055 %fee%"]);
    expect("on $openning-date", &["W055 $openning-date"]);
    silent(&[
        "$5 and US$fee",
        "in $thousands",
        "$FEE",
        "«fee»",
        "\\$fee",
        "`$fee`",
        "$feed",
    ]);
    let severities: Vec<Severity> = find_in("$fee $openning-date", Form::Blocks, Lang::En)
        .iter()
        .map(|found| found.severity)
        .collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning]);
}

#[test]
fn other_notations() {
    expect("dawn.^[If it is dry.]", &["W056 ^[If it is dry.]"]);
    expect("26^e^, m^2, H~2~O", &["W057 ^e^", "W057 ^2", "W057 ~2~"]);
    expect(
        "[[Tides]] and [[Tides|them]]",
        &["W058 [[Tides]]", "W058 [[Tides|them]]"],
    );
    expect("[them|https://a.ca]", &["W058 [them|https://a.ca]"]);
    expect(
        "[https://a.ca the tides]",
        &["W058 [https://a.ca the tides]"],
    );
    expect("\"them\":https://a.ca", &["W058 \"them\":https://a.ca"]);
    expect("https://a.ca[them]", &["W058 https://a.ca[them]"]);
    expect("[url=https://a.ca]them[/url]", &["W058 [url=https://a.ca]"]);
    expect(
        "==closed== ++now++ '''so'''",
        &["W059 ==closed==", "W059 ++now++", "W059 '''so'''"],
    );
    expect(":::note\nIcy.\n:::", &["W060 :::"]);
    expect("> [!NOTE]\n> Icy.", &[]);
    expect("> [!INFO]\n> Icy.", &["W060 [!INFO]"]);
    expect("> [!NOTE] Icy.", &["W060 [!NOTE]"]);
    expect("[!NOTE]\nIcy.", &["W060 [!NOTE]"]);
    expect("== Next steps ==", &["W060 =="]);
    expect("h2. Next steps", &["W060 h2."]);
    expect("[TOC]", &["W060 [TOC]"]);
    expect("!!! note\n    Icy.", &["W060 !!!"]);
    expect("\\newpage", &["W060 \\newpage"]);
    expect(
        "a&nbps;b caf&eacute c &amp;nbsp; d",
        &["W061 &nbps;", "W061 &eacute", "W061 &amp;nbsp;"],
    );
    expect(
        "key.\\nBring \\u00e9 \\textbf",
        &["W062 \\n", "W062 \\u00e9", "W062 \\textbf"],
    );
    expect(
        "One.\n\n    The office opens at nine for those who have none.",
        &["W063 The office opens at nine for those who have none."],
    );
    silent(&[
        "^_^ and ^[0-9]",
        "at 10:30:15, a:b:c and a note: the ramp",
        "short-\nand long-term, the Sept-\nÎles",
        "~5 km to ~6 km",
        "[[1]] and [a|b]",
        "[https://a.ca, read on May 4]",
        "a == b == c, C++ and D++",
        "= 5",
        "R&D; then AT&T;",
        "&nbsp; and &eacute;",
        "C:\\new\\tools and \\\\server\\notes",
        "One.\n\n    cargo build --release\n",
        "Wow!!! note",
        "the <ramp is 5' '' long",
    ]);
    assert_eq!(
        mended("26^e^ et H~2~O et m^2", Lang::Fr),
        "26<sup>e</sup> et H<sub>2</sub>O et m^2"
    );
}

#[test]
fn what_one_rule_tells_no_other_tells_again() {
    expect("•\ta key\n•\ta card", &["W045 •\t"]);
    expect(
        "| a\tx | b\ty |\n| c\tx | d\ty |",
        &["W048 | a\tx | b\ty |"],
    );
    expect("<!-- **a <b> -->", &["W054 <!-- **a <b> -->"]);
    expect(
        "[Guide] (https://a.ca/**b)",
        &["W052 [Guide] (https://a.ca/**b)"],
    );
}

/// Text made of pieces that matter, the same at each run.
fn random(seed: &mut u64) -> String {
    const PIECES: [&str; 48] = [
        "a",
        "é",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "`",
        "[",
        "]",
        "(",
        ")",
        "<",
        ">",
        "• ",
        "– ",
        "o ",
        "a) ",
        "b) ",
        "1.",
        "2.\u{a0}",
        "| ",
        " | ",
        "\t",
        "    ",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "$fee",
        "^[",
        "^2^",
        "~2~",
        "==",
        "++",
        "[[",
        "]]",
        "](",
        "] (",
        "https://x.ca",
        "x@y.ca",
        ":::",
        "&nbps;",
        "\\n",
        "-x",
        "[x]",
        "> ",
    ];
    let mut text = String::new();
    for _ in 0..24 {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        text.push_str(PIECES[usize::try_from(*seed % 48).unwrap()]);
    }
    text
}

#[test]
fn places_are_whole_characters_and_mends_apart_in_any_text() {
    let mut seed = 0x2545_F491_4F6C_DD1D;
    for _ in 0..4000 {
        let text = random(&mut seed);
        for form in [Form::Blocks, Form::Line] {
            for found in find_in(&text, form, Lang::Fr) {
                assert!(
                    text.get(found.range.clone()).is_some(),
                    "{text:?} {found:?}"
                );
                assert!(!found.range.is_empty(), "{text:?} {found:?}");
                let edits = found.mend.map_or_else(Vec::new, |mend| mend.edits);
                let apart = edits.is_sorted_by(|a, b| a.0.end <= b.0.start);
                let whole = edits
                    .iter()
                    .all(|(range, _)| text.get(range.clone()).is_some());
                assert!(apart && whole, "{text:?} {edits:?}");
            }
        }
    }
}

/// What is told is printed: a finding never stands at marks alone that Markdown reads.
#[test]
fn what_is_told_is_printed() {
    let mut seed = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..4000 {
        let text = random(&mut seed);
        let reading = reading(&text, Form::Blocks);
        for found in find_markup(&reading, Lang::En, &["fee"]) {
            let mut printed = found
                .range
                .clone()
                .filter(|at| reading.sort(*at) != Sort::Mark);
            assert!(printed.next().is_some(), "{text:?} {found:?}");
        }
    }
}
