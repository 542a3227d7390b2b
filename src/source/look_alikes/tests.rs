use super::*;

/// What is found in a text: where it stands and what it is taken for.
fn found(text: &str) -> Vec<(LookAlikeKind, String, String)> {
    let found = look_alikes(text).into_iter();
    found
        .map(|it| (it.kind, text[it.range].to_owned(), it.plain))
        .collect()
}

#[test]
fn words_of_two_scripts_are_taken_for_others() {
    for (text, word, plain) in [
        ("en: The \u{41C}inister.", "\u{41C}inister", "Minister"),
        ("l’\u{430}rrêté", "\u{430}rrêté", "arrêté"),
        ("name: Jean R\u{43E}y", "R\u{43E}y", "Roy"),
        (
            "name: Jean \u{420}\u{43E}\u{443}",
            "\u{420}\u{43E}\u{443}",
            "Poy",
        ),
        ("**\u{391}pril**", "\u{391}pril", "April"),
        ("\\n\\\u{41C}oscow-\u{13AA}rea", "\u{13AA}rea", "Area"),
        // Behind the host, which says where an address leads.
        ("[x](https://canada.ca/\u{440}ay)", "\u{440}ay", "pay"),
        // The other way round: a Russian word with Latin letters.
        ("Ив\u{61}н\u{6F}в", "Ив\u{61}н\u{6F}в", "Иванов"),
        // A Syllabics H for a Latin one.
        ("\u{157C}otel", "\u{157C}otel", "Hotel"),
    ] {
        let wanted = (LookAlikeKind::Word, word.to_owned(), plain.to_owned());
        assert_eq!(found(text), [wanted], "{text}");
    }
}

#[test]
fn addresses_lead_elsewhere() {
    for (text, there, plain) in [
        (
            "https://\u{430}\u{440}\u{440}\u{4CF}\u{435}.com/x",
            "\u{430}\u{440}\u{440}\u{4CF}\u{435}.com",
            "apple.com",
        ),
        (
            "<https://xn--80ak6aa92e.com>",
            "xn--80ak6aa92e.com",
            "apple.com",
        ),
        (
            "see www.can\u{430}da.ca.",
            "www.can\u{430}da.ca",
            "www.canada.ca",
        ),
        ("keys@harb\u{43E}ur.ca", "harb\u{43E}ur.ca", "harbour.ca"),
        ("k\u{435}ys@harbour.ca", "k\u{435}ys", "keys"),
        (
            "mailto:keys@harb\u{43E}ur.ca?subject=a",
            "harb\u{43E}ur.ca",
            "harbour.ca",
        ),
        (
            "https://canada.ca\u{2044}login.evil.example/a",
            "canada.ca\u{2044}login.evil.example",
            "canada.ca/login.evil.example",
        ),
        (
            "https://a@xn--80ak6aa92e.com:80/",
            "xn--80ak6aa92e.com",
            "apple.com",
        ),
    ] {
        let wanted = (LookAlikeKind::Address, there.to_owned(), plain.to_owned());
        assert_eq!(found(text), [wanted], "{text}");
    }
}

/// Orthographies of Canada, units, formulas, names and names of hosts in scripts of their own.
#[test]
fn what_is_right_is_left_alone() {
    for text in [
        "xʷməθkʷəy̓əm (Musqueam), Sḵwx̱wú7mesh Úxwumixw, səl̓ilw̓ətaʔɬ, SENĆOŦEN, W̱SÁNEĆ",
        "Hul’q’umi’num’: θe’; hən̓q̓əmin̓əm̓ sc̓əwaθən məsteyəx̌ʷ, χʷməθkʷəy̓əm",
        "Nuxalk: xłp̓x̣ʷłtłpłłskʷc̓; Haíɫzaqvḷa λ̓aƛ̓a, λuλa; Nuučaan̓uɫ ʔaʔiičum; Kwak̓wala",
        "Dëne Sųłıné, Tłı̨chǫ Yatıì, Dëneγa, Dene Zhatıé, Dane-zaa Ẕáágéʔ, Dákʷ'a",
        "ᓀᐦᐃᔭᐍᐏᐣ (nēhiyawēwin), ᓄᓇᕗᑦ Nunavut ᑲᓇᑕ, Inuktitut ᐃᓄᒃᑎᑐᑦ, ᕼᐊᓕ Hall-ᒥ",
        "5 µm, 5 μm, 3 kΩ, 2 MΩ·m, Δt, ΔT, ρgh, αx, πr², Σxᵢ, χ²-test, β-carotene, γ-ray, λmax",
        "anti-TNFα, IFNα, sinα, βHCG, https://example.ca/TNFα, the ΑΚΑ chapter, word ᒪᑲ means",
        "α and β, the letter Ω; “ΝΑΤΟ” and *сора* are cited, Сара (Sara)",
        "name: Анна Роса; Sara and Сара Левина; Αθήνα, Москва, Ελλάδα; СССР и Россия",
        "https://сора.рф, https://xn--p1ai.xn--p1ai, https://www.québec.ca/é, https://xn--qubec-csa.ca",
        "https://ru.wikipedia.org/wiki/Москва, почта@пример.рф, иван@example.ca",
        "“\\nМосква” Łódź, Đặng, Müller, Ångström, Þór, naïve, cœur, ﬁn",
        "2020–2021, 1⁄2, 3∕4, a.ca—b, c’est-à-dire, 12:30, 日本語と英語 東京Tower",
        "@имя, a@, http://, ://, www., xn--, .xn--, mailto:",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn any_text_is_looked_at_in_no_time() {
    for part in ["а", "аa", "а.", "а@", "xn--a", "://а", "а-", "\u{2044}"] {
        look_alikes(&part.repeat(10_000));
        look_alikes(&format!("https://{}", part.repeat(10_000)));
    }
}

#[test]
fn scripts_have_names() {
    assert_eq!(script_name('\u{430}'), "Cyrillic");
}
