//! What was written once went wrong in one format or another: small memos with what is
//! right of them, in both languages and both layouts.

use crate::printed::{Open, Printed, Room, errors, told, words, words_of_pages};
use bimemo::lang::Lang;
use bimemo::output::pdf::pages::{Drawing, MarkRole, Pages};

/// A memo with these bodies.
fn memo(en: &str, fr: &str) -> String {
    let indented = |body: &str| -> String {
        let lines = body.lines();
        lines.map(|line| format!("        {line}\n")).collect()
    };
    format!(
        "date: 2026-05-04\nsender: Harbour Office\nrecipients: Dock staff\nsubject: {{ en: Mooring season, fr: Saison des amarrages }}\nsections:\n  - body:\n      en: |\n{}      fr: |\n{}signature: {{ original: true }}\n",
        indented(en),
        indented(fr)
    )
}

/// The memo printed: in English, in French, in both side by side.
fn print(en: &str, fr: &str) -> [Printed; 3] {
    let room = Room::new();
    room.put("memos/memo.yaml", memo(en, fr));
    room.put(
        "memos/plan.png",
        include_bytes!("../fixtures/print/crest.png"),
    );
    let open: Open = room.open();
    let composition = open.compose(&open.memos()[0]);
    // Some bodies are the same in both languages, which is no matter here.
    let found = errors(&composition.diagnostics).into_iter();
    let found: Vec<_> = found.filter(|it| it.code.id != "P070").cloned().collect();
    assert_eq!(told(&found), "");
    let printed = [
        open.print(&composition, Lang::En),
        open.print(&composition, Lang::Fr),
        open.print_parallel(&composition),
    ];
    printed.map(|printed| printed.unwrap_or_else(|findings| panic!("{}", told(&findings))))
}

/// The texts of pages with where they stand: page, height, text.
fn lines(pages: &Pages) -> Vec<(usize, f32, String)> {
    let mut lines: Vec<(usize, f32, String)> = Vec::new();
    for (page, marks) in pages.pages.iter().enumerate() {
        for mark in &marks.marks {
            let (MarkRole::Content(_), Drawing::Text(run)) = (mark.role, &mark.drawing) else {
                continue;
            };
            let text: String = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
            match lines.last_mut() {
                Some(line) if line.0 == page && (line.1 - run.origin.1).abs() < 4.0 => {
                    line.2 += &text;
                }
                _ => lines.push((page, run.origin.1, text)),
            }
        }
    }
    lines
}

/// Whether the words stand one behind another.
fn say(words: &[String], wanted: &str) -> bool {
    format!(" {} ", words.join(" ")).contains(&format!(" {wanted} "))
}

/// All formats say this.
fn assert_said(printed: &Printed, wanted: &str) {
    for words in [
        words::of_markdown(&printed.markdown),
        words::of_page(&printed.html),
        words_of_pages(&printed.pages),
    ] {
        assert!(say(&words, wanted), "{wanted}: {}", words.join(" "));
    }
}

#[test]
fn a_note_that_a_note_calls_stands_under_it() {
    for (en, fr) in [
        (
            "The ramp opens at dawn.[^a]\n\n[^a]: Weather permitting.[^b]\n[^b]: The master decides.",
            "La rampe ouvre à l'aube[^a].\n\n[^a]: Si le temps le permet[^b].\n[^b]: La capitaine décide.",
        ),
        (
            "Ramps open at dawn[^a] and close at dusk[^b].\n\n[^a]: In fog they stay closed.[^b]\n[^b]: The master decides.",
            "Les rampes ouvrent à l'aube[^a] et ferment au crépuscule[^b].\n\n[^a]: Par temps de brume, elles restent fermées[^b].\n[^b]: La capitaine décide.",
        ),
    ] {
        let [english, french, both] = print(en, fr);
        for (printed, wanted) in [
            (&english, "The master decides."),
            (&french, "La capitaine décide."),
            (&both, "The master decides."),
            (&both, "La capitaine décide."),
        ] {
            let lines = lines(&printed.pages);
            let notes: Vec<_> = lines
                .iter()
                .enumerate()
                .filter(|(_, (.., text))| text.contains(wanted))
                .collect();
            let [(at, (page, height, _))] = notes[..] else {
                panic!("{wanted}: {lines:?}");
            };
            let above = &lines[at - 1];
            assert_eq!(above.0, *page);
            assert!(above.1 > *height && above.1 - height < 20.0, "{lines:?}");
            // At the foot of the page.
            assert!(*height < 200.0, "{lines:?}");
        }
        assert_said(&english, "The master decides.");
        assert_said(&french, "La capitaine décide.");
    }
}

#[test]
fn notes_of_a_page_stand_in_the_order_of_their_numbers() {
    let text = "A[^a] b[^b].\n\n[^a]: One.[^c]\n[^b]: Two.\n[^c]: Three.";
    let [english, ..] = print(text, text);
    let lines = lines(&english.pages);
    let notes = ["One.", "Two.", "Three."].map(|wanted| {
        let line = lines.iter().find(|(.., text)| text.contains(wanted));
        line.expect("the note is printed").1
    });
    assert!(notes.is_sorted_by(|a, b| a > b), "{notes:?}");
}

#[test]
fn a_fence_that_is_never_closed_swallows_nothing() {
    for (end, closed) in [
        ("", "```\nberth north\n```\n\nOriginal sign"),
        (
            "\n    ```",
            "```\nberth north\n    ```\n```\n\nOriginal sign",
        ),
        ("\n``", "```\nberth north\n``\n```\n\nOriginal sign"),
    ] {
        let body = format!("Send:\n\n```\nberth north{end}");
        let [english, french, both] = print(&body, &body);
        for printed in [&english, &french, &both] {
            assert!(printed.markdown.contains(closed), "{}", printed.markdown);
        }
        // Both languages side by side are two documents still.
        assert_eq!(both.markdown.matches(closed).count(), 2);
        assert_said(&both, "Note de service");
        assert_said(&english, "berth north");
    }
    for (body, closed) in [
        ("> - ~~~ sh\n>   a", "> - ~~~ sh\n>   a\n>   ~~~"),
        ("1. ```\n   a\n2. b", "1. ```\n   a\n   ```\n2. b"),
        (
            "x[^note]\n\n[^note]: ```\n    a",
            "[^1]: ```\n    a\n    ```",
        ),
        ("```", "```\n```\n\nOriginal sign"),
    ] {
        for printed in print(body, body) {
            let markdown = printed
                .markdown
                .replace("[^en-", "[^")
                .replace("[^fr-", "[^");
            assert!(markdown.contains(closed), "{markdown}");
        }
    }
}

#[test]
fn a_mend_makes_no_definition() {
    let [english, french, _] = print(
        "It moves.\n\n[Contact] : harbour-office\n\n- [Desk] : key",
        "Il déménage.\n\n[Contact] : bureau-du-port\n\n- [Bureau] : clé",
    );
    assert!(english.markdown.contains("\n\\[Contact]: harbour-office\n"));
    assert!(english.markdown.contains("\n- \\[Desk]: key\n"));
    assert_said(&english, "[Contact]: harbour-office [Desk]: key");
    assert_said(&french, "[Contact] : bureau-du-port [Bureau] : clé");
    // Nor does it make a note of its call: the blank behind that stays.
    let body = "A\n\n[^a] : b\n\n[^a]: c";
    let [english, ..] = print(body, body);
    assert!(
        english.markdown.contains("\n[^1] : b\n"),
        "{}",
        english.markdown
    );
    assert_said(&english, "A c : b");
}

#[test]
fn a_label_leaves_no_brackets_behind() {
    let body = "Read [the *tide* table][] and ![Plan][].\n\n| [Plan][] |\n| --- |\n| [the *tide* table][] |\n\n[the *tide* table]: https://example.ca/en/tides \"All\"\n[plan]: plan.png";
    for printed in print(body, body) {
        let link = "[the *tide* table](https://example.ca/en/tides \"All\")";
        assert!(
            printed
                .markdown
                .contains(&format!("{link} and ![Plan](memo/plan.png)."))
        );
        assert!(printed.markdown.contains(&format!("| {link} |")));
        assert!(printed.markdown.contains("| [Plan](memo/plan.png) |"));
        assert!(!printed.markdown.contains("[]"), "{}", printed.markdown);
        assert_said(&printed, "the tide table and");
    }
}

#[test]
fn numbered_tasks_have_number_and_box() {
    let body = "3. [x] Order.\n4. [ ] Paint.\n   - [x] Sand.\n5. Wait.";
    for printed in print(body, body) {
        let text: Vec<String> = lines(&printed.pages)
            .into_iter()
            .map(|(.., text)| text)
            .collect();
        for wanted in ["3. ☑Order.", "4. ☐Paint.", "☑Sand.", "5.Wait."] {
            let found = text.iter().any(|line| line.trim_end().starts_with(wanted));
            assert!(found, "{wanted}: {text:?}");
        }
        assert!(printed.html.contains(
            "<ol start=\"3\" class=\"tight\"><li class=\"task done\"><span class=\"box\""
        ));
        assert!(printed.markdown.contains("3. [x] Order.\n4. [ ] Paint.\n"));
    }
}

#[test]
fn nested_lists_have_the_numbers_of_the_pages() {
    let body = "1. Open.\n   1. Take the key.\n      1. The small one.\n         1. It is blue.\n   2. Turn it.\n2. See 1 b).";
    for printed in print(body, body) {
        let text: Vec<String> = lines(&printed.pages)
            .into_iter()
            .map(|(.., text)| text)
            .collect();
        for wanted in ["1.Open.", "a)Take", "i.The", "i.It", "b)Turn"] {
            let found = text.iter().any(|line| line.starts_with(wanted));
            assert!(found, "{wanted}: {text:?}");
        }
        for wanted in [
            "<ol class=\"tight\"><li>Open.<ol type=\"a\" class=\"tight level-2\"><li>Take the key.<ol type=\"i\" class=\"tight level-3\"><li>The small one.<ol type=\"i\" class=\"tight level-3\">",
            "@counter-style number-2 { system: extends lower-alpha; prefix: \"\"; suffix: \") \"; }",
            "ol.level-2 { list-style-type: number-2; }",
            "ol.level-3 { list-style-type: number-3; }",
        ] {
            assert!(printed.html.contains(wanted), "{wanted}");
        }
    }
}

#[test]
fn code_keeps_its_lines() {
    let code = "    gate open \n\n      \n\n      gate close  ";
    let inner = code.replace('\n', "\n  ");
    let body = format!("Type this.\n\n{code}\n\n- a\n\n  {inner}\n\nEnd `x \ny`.");
    for printed in print(&body, &body) {
        assert!(printed.markdown.contains(&body), "{}", printed.markdown);
        let shown = "<code>gate open \n\n  \n\n  gate close  </code>";
        let count = printed.html.matches(shown).count();
        assert!(count == 2 || count == 4, "{}", printed.html);
    }
}

#[test]
fn an_angle_before_a_letter_is_no_tag_for_anybody() {
    let body = "It is <svg/onload=alert(1)> closed: \\<b>x, a<b, 5 < 6, <!x, </p, <?y, `<i>`, <https://example.ca/>, [t](https://example.ca/ \"a <b c\"), 1<sup>st</sup>.";
    for printed in print(body, body) {
        for wanted in [
            "&lt;svg/onload=alert(1)> closed",
            " &lt;b>x, a&lt;b, 5 < 6, &lt;!x, &lt;/p, &lt;?y, `<i>`, <https://example.ca/>, [t](https://example.ca/ \"a &lt;b c\"), 1<sup>st</sup>.",
        ] {
            assert!(printed.markdown.contains(wanted), "{}", printed.markdown);
        }
        assert!(printed.html.contains("title=\"a &lt;b c\""));
        assert_said(&printed, "<svg/onload=alert(1)>");
        assert_said(
            &printed,
            "<b>x, a<b, 5 < 6, <!x, </p, <?y, <i>, https://example.ca/, t, 1st.",
        );
    }
}

#[test]
fn what_a_logo_shows_is_plain_in_markdown() {
    let room = Room::new();
    let letterhead = "letterhead:\n  logo: { file: plan.png, alt: { en: \"A <b> [x] * y\", fr: \"Un <b> [x] * y\" } }\n  organization: { en: Harbours, fr: Ports }\n";
    room.put("memos/memo.yaml", memo("a", "b") + letterhead);
    room.put(
        "memos/plan.png",
        include_bytes!("../fixtures/print/crest.png"),
    );
    let open = room.open();
    let composition = open.compose(&open.memos()[0]);
    let printed = open.print(&composition, Lang::En);
    let printed = printed.unwrap_or_else(|findings| panic!("{}", told(&findings)));
    let wanted = "![A &lt;b&gt; &#91;x&#93; \\* y](memo/plan.png)";
    assert!(printed.markdown.contains(wanted), "{}", printed.markdown);
    assert!(printed.html.contains("alt=\"A &lt;b&gt; [x] * y\""));
}
