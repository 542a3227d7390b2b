use super::super::escape::begins_tag;
use super::*;

#[test]
fn what_others_misread_is_written_in_another_way() {
    for (markdown, written) in [
        ("a {: onclick=x}", "a &#123;: onclick=x}"),
        (
            "# a {#b}\n\n{% x %} \\{{ y }}",
            "# a &#123;#b}\n\n&#123;% x %} &#123;&#123; y }}",
        ),
        ("`{a}` <https://a.ca/>", "`{a}` <https://a.ca/>"),
        ("    {a}\n\n```\n{a}\n```", "    {a}\n\n```\n{a}\n```"),
        ("[a](b \"c\")", "[a](b \"c\")"),
        ("[a](b \"c \\\" d\")", "[a](b \"c &quot; d\")"),
        ("[*a*](b 'c\">')", "[*a*](b \"c&quot;&gt;\")"),
        ("[a](https://b.ca/\"c)", "[a](https://b.ca/%22c)"),
        ("![a *b* \"c\"](d.png)", "![a b &quot;c&quot;](d.png)"),
        (
            "![a](d.png) ![&lt;a>](d.png)",
            "![a](d.png) ![&lt;a&gt;](d.png)",
        ),
        ("[![a\"](b.png)](c)", "[![a&quot;](b.png)](c)"),
        (
            "<https://a.ca/\"b>",
            "[https://a.ca/&quot;b](https://a.ca/%22b)",
        ),
        (
            "<tel:+14165550123> <a@b.ca>",
            "[tel:+14165550123](tel:+14165550123) <a@b.ca>",
        ),
        ("```html\na\n```", "```html\na\n```"),
        ("~~~ html \"x\" onclick=y\na\n~~~", "~~~ html\na\n~~~"),
        ("- ``` {.a onclick=x}\n  a\n  ```", "- ``` \n  a\n  ```"),
        ("a[^1]\n\n[^1]: Ibid.", "a[^1]\n\n[^1]: Ibid. &#32;"),
        ("a[^1]\n\n[^1]: x \"y\"", "a[^1]\n\n[^1]: x &#32; \"y\""),
        (
            "a[^1]\n\n[^1]: x\\\n    y",
            "a[^1]\n\n[^1]: x &#32;\\\n    y",
        ),
        ("a[^1]\n\n[^1]: Two words.", "a[^1]\n\n[^1]: Two words."),
        (
            "a[^1]\n\n[^1]: [Guide](https://a.ca \"b\")",
            "a[^1]\n\n[^1]: [Guide](https://a.ca \"b\")",
        ),
        (
            "<https://a.ca/\"?b&lt;=c>",
            "[https://a.ca/&quot;?b&amp;lt;=c](https://a.ca/%22?b&amp;lt;=c)",
        ),
        (
            "a[^1]\n\n[^1]: <https://a.ca/>",
            "a[^1]\n\n[^1]: <https://a.ca/>",
        ),
        (
            "| \"a\" |\n| --- |\n| \"b\" |",
            "| &quot;a&quot; |\n| --- |\n| \"b\" |",
        ),
        (
            "| a |\n| --- |\n| ![b\\|\"](c.png) |",
            "| a |\n| --- |\n| ![b\\|&quot;](c.png) |",
        ),
    ] {
        assert_eq!(plain_to_all(markdown), written, "{markdown}");
    }
}

/// What CommonMark reads: the structure, the words, and where links lead.
fn read(markdown: &str) -> Vec<String> {
    let mut read: Vec<String> = vec![String::new()];
    let mut pictures = 0_usize;
    for event in Parser::new_ext(markdown, OPTIONS) {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures -= 1,
            _ => {}
        }
        let words = match event {
            // In the words of a picture, links say nothing, nor does emphasis.
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) if pictures > 0 => continue,
            Event::Start(Tag::Link {
                dest_url, title, ..
            }) => {
                read.push(format!("link {} {title}", address(&dest_url)));
                continue;
            }
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                read.push(format!("image {} {title}", address(&dest_url)));
                continue;
            }
            Event::Start(Tag::CodeBlock(_)) => "code".to_owned(),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough)
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => continue,
            Event::Start(tag) => format!("{tag:?}"),
            Event::End(_) => "end".to_owned(),
            Event::Text(text) | Event::Code(text) => {
                if let Some(last) = read.last_mut() {
                    last.push_str(&text);
                }
                continue;
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(last) = read.last_mut() {
                    last.push(' ');
                }
                continue;
            }
            other => format!("{other:?}"),
        };
        read.push(words);
        read.push(String::new());
    }
    // White space in a row is one blank to whoever shows it.
    let folded = |part: &String| part.split_whitespace().collect::<Vec<_>>().join(" ");
    read.iter().map(folded).collect()
}

/// Whether a `<` of a text might begin a tag: finished files have none.
fn has_angle(markdown: &str) -> bool {
    Parser::new_ext(markdown, OPTIONS)
        .into_offset_iter()
        .any(|(event, range)| {
            let follows = |at: usize| markdown[at + 1..].starts_with(begins_tag);
            let mut angles = markdown[range.clone()].match_indices('<');
            matches!(event, Event::Text(_)) && angles.any(|(at, _)| follows(range.start + at))
        })
}

#[test]
fn commonmark_reads_the_same() {
    let pieces = [
        "{",
        "}",
        "\"",
        "\\",
        "[a](",
        ")",
        "![",
        "](b.png",
        " \"t\")",
        "<https://a.ca/",
        ">",
        "|",
        "\n",
        "\n\n",
        "| --- |\n",
        "```",
        "~~~ x",
        "`",
        "*",
        "a",
        " ",
        "[^1]",
        "\n\n[^1]: ",
        "<a@b.ca>",
        "&lt;",
        "- ",
        "> ",
        "    ",
        "'",
        "(",
        "# ",
        "\\\"",
        "é",
    ];
    let (mut seed, mut count): (u64, usize) = (7, 0);
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            text.push_str(pieces[(seed % pieces.len() as u64) as usize]);
        }
        if has_angle(&text) {
            continue;
        }
        count += 1;
        let written = plain_to_all(&text);
        assert_eq!(read(&text), read(&written), "{text:?}\n{written:?}");
        assert_eq!(plain_to_all(&written), written, "{text:?}");
    }
    assert!(count > 10_000, "{count}");
}
