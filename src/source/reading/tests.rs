use super::*;

fn read(written: &str) -> SourceReading {
    SourceReading::of(written, Without::Unseen).expect("it is read otherwise")
}

#[test]
fn what_is_composed_and_seen_is_read_as_it_is() {
    for text in [
        "",
        "date: 2026-04-01\r\n",
        "“Février”\u{A0}: d’où…\tà",
        "\u{FEFF}a: b\n",
        "नमस्ते",
        "می\u{200C}خواهم",
        "👩\u{200D}🔧",
        "שלום\u{200F}!",
        "한글",
        "q\u{303}",
    ] {
        assert_eq!(SourceReading::of(text, Without::Unseen), None, "{text:?}");
    }
}

#[test]
fn accents_are_composed_and_lead_back() {
    let written = "le 5 fe\u{301}vrier a\u{300} l’e\u{301}te\u{301}";
    let reading = read(written);
    assert_eq!(reading.text, "le 5 février à l’été");
    assert_eq!(reading.strays, []);
    for (word, there) in [
        ("février", "fe\u{301}vrier"),
        ("à", "a\u{300}"),
        ("é", "e\u{301}"),
    ] {
        let at = reading.text.find(word).unwrap();
        assert_eq!(&written[reading.written(&(at..at + word.len()))], there);
    }
    assert_eq!(composed(written), reading.text);
    assert_eq!(reading.written(&(0..reading.text.len())), 0..written.len());
}

#[test]
fn singletons_hangul_and_orders_of_marks_are_composed() {
    for text in [
        "\u{212B}x",
        "\u{1112}\u{1161}\u{11AB}",
        "a\u{323}\u{302}",
        "a\u{302}\u{323}",
    ] {
        assert_eq!(read(text).text, composed(text), "{text:?}");
    }
}

#[test]
fn strays_are_left_out_and_part_words_where_they_did() {
    let written = "boat\u{200B}house opens\u{B}at\u{2028}dawn\u{0}.";
    let reading = read(written);
    assert_eq!(reading.text, "boathouse opens at dawn.");
    let strays: Vec<char> = reading.strays.iter().map(|stray| stray.character).collect();
    assert_eq!(strays, ['\u{200B}', '\u{B}', '\u{2028}', '\u{0}']);
    for stray in &reading.strays {
        let there = &written[stray.written.clone()];
        assert_eq!(there, stray.character.to_string());
    }
    let of = |word: &str| {
        let at = reading.text.find(word).unwrap();
        &written[reading.written(&(at..at + word.len()))]
    };
    assert_eq!(of("boat"), "boat");
    assert_eq!(of("house"), "house");
    assert_eq!(of("boathouse"), "boat\u{200B}house");
    assert_eq!(of("dawn"), "dawn");
}

#[test]
fn a_stray_between_a_letter_and_its_accent_parts_nothing() {
    let reading = read("e\u{200B}\u{301}te");
    assert_eq!(reading.text, "éte");
    assert_eq!(reading.strays.len(), 1);
    assert_eq!(read("e\u{200B}\u{AD}\u{301}").text, "é");
}

#[test]
fn joiners_and_marks_are_left_out_where_they_do_nothing() {
    assert_eq!(read("shelf\u{200C}ful\u{200F}").text, "shelfful");
    assert_eq!(read("a\u{202E}b\u{2066}c").text, "abc");
}

#[test]
fn returns_alone_end_lines() {
    let reading = read("a: b\rc: d\r");
    assert_eq!(reading.text, "a: b\nc: d\n");
    assert_eq!(reading.strays.len(), 1);
    assert_eq!(read("a\r\nb\rc\rd\n").strays.len(), 2);
}

#[test]
fn any_number_of_strays_is_read_in_no_time() {
    for part in ["\u{200B}", "\u{200F}", "\0", "\r", "e\u{301}", "\u{301}"] {
        let text = format!("a{}", part.repeat(200_000));
        let reading = read(&text);
        assert!(reading.text.len() <= text.len());
    }
}

#[test]
fn escaped_characters_of_no_width_are_meant() {
    assert_eq!(
        SourceReading::of("boat\u{AD}house", Without::Controls),
        None
    );
    let reading = SourceReading::of("e\u{301}\u{B}x\u{200B}", Without::Controls).unwrap();
    assert_eq!(reading.text, "é x\u{200B}");
    assert_eq!(reading.strays.len(), 1);
}

/// Every text of a few characters: reading again changes nothing, and every byte
/// leads back in order.
#[test]
fn reading_is_done_once_and_keeps_the_order() {
    let letters = [
        "e", "\u{301}", "\u{323}", "\u{200B}", "\u{B}", "\u{1100}", "\u{1161}", "\r", "\n",
        "\u{FB1F}", " ",
    ];
    let mut texts = vec![String::new()];
    for _ in 0..4 {
        let longer: Vec<String> = texts
            .iter()
            .flat_map(|text| letters.iter().map(move |letter| format!("{text}{letter}")))
            .collect();
        for text in &longer {
            let Some(reading) = SourceReading::of(text, Without::Unseen) else {
                assert_eq!(composed(text), *text);
                continue;
            };
            assert_eq!(
                SourceReading::of(&reading.text, Without::Unseen),
                None,
                "{text:?}"
            );
            let mut last = 0..0;
            for (at, letter) in reading.text.char_indices() {
                let there = reading.written(&(at..at + letter.len_utf8()));
                let is_ordered = there.start >= last.end || there == last;
                assert!(is_ordered && text.get(there.clone()).is_some(), "{text:?}");
                last = there;
            }
        }
        texts = longer;
    }
}
