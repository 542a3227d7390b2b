use super::*;

/// The code and the YAML of what a text was meant to be.
fn yaml(text: &str) -> Option<(&'static str, Vec<String>)> {
    let meant = meant(text)?;
    Some((meant.code.id, meant.yaml))
}

#[test]
fn what_reads_as_one_value_is_nearly_a_fact() {
    for (text, code, expected) in [
        ("$1250", "Y026", "{ amount: \"1250\", currency: CAD }"),
        (
            "$1,250.50",
            "Y026",
            "{ amount: \"1250.50\", currency: CAD }",
        ),
        ("12.50 $", "Y026", "{ amount: \"12.50\", currency: CAD }"),
        (
            "1\u{a0}250,00\u{a0}$",
            "Y026",
            "{ amount: \"1250\", currency: CAD }",
        ),
        (
            "5 M$",
            "Y026",
            "{ amount: \"5000000\", currency: CAD, compact: true }",
        ),
        ("US$40", "Y026", "{ amount: \"40\", currency: USD }"),
        ("CAD 1250", "Y026", "{ amount: \"1250\", currency: CAD }"),
        ("1,250,000", "Y026", "1250000"),
        ("1 250,50", "Y026", "{ number: \"1250.50\" }"),
        ("1_000", "Y026", "1000"),
        ("1’000", "Y026", "1000"),
        ("12,5", "Y026", "12.5"),
        ("5 million", "Y026", "5000000"),
        ("12.5%", "Y026", "{ percent: \"12.5\" }"),
        ("5 pour cent", "Y026", "{ percent: \"5\" }"),
        ("26th", "Y026", "{ ordinal: 26 }"),
        ("26e", "Y026", "{ ordinal: 26 }"),
        ("14:30", "Y029", "{ time: \"14:30\" }"),
        ("14 h 30", "Y029", "{ time: \"14:30\" }"),
        (
            "2:30 p.m. (ET)",
            "Y029",
            "{ time: \"14:30\", zone: eastern }",
        ),
        ("14 h 30 HE", "Y029", "{ time: \"14:30\", zone: eastern }"),
        (
            "2026-04-30T14:30",
            "Y029",
            "{ date: 2026-04-30, time: \"14:30\" }",
        ),
        (
            "2026-04-30T14:30:00-04:00",
            "Y029",
            "{ date: 2026-04-30, time: \"14:30\" }",
        ),
        (
            "30 avril 2026 à 14 h 30",
            "Y029",
            "{ date: 2026-04-30, time: \"14:30\" }",
        ),
        ("Thursday, April 30, 2026", "Y020", "2026-04-30"),
        ("le jeudi 30 avril 2026", "Y020", "2026-04-30"),
        ("April 2026", "Y020", "2026-04"),
        ("2026-2027", "Y020", "{ fiscal-year: 2026 }"),
        ("T2 2026", "Y020", "{ quarter: 2026-Q2 }"),
        ("2026-Q2", "Y020", "{ quarter: 2026-Q2 }"),
        (
            "May 1 to 15, 2026",
            "Y027",
            "{ from: 2026-05-01, to: 2026-05-15 }",
        ),
        (
            "du 1er au 15 mai 2026",
            "Y027",
            "{ from: 2026-05-01, to: 2026-05-15 }",
        ),
        (
            "de 9 h à 17 h",
            "Y027",
            "{ from: \"09:00\", to: \"17:00\" }",
        ),
        ("3 to 6", "Y027", "{ from: 3, to: 6 }"),
        ("9 mois", "Y030", "{ duration: P9M }"),
        ("1 hour 30 minutes", "Y030", "{ duration: PT1H30M }"),
        (
            "705-555-0142, poste 12",
            "Y031",
            "{ telephone: 705-555-0142, extension: 12 }",
        ),
        ("705-555-0142", "Y036", "{ telephone: 705-555-0142 }"),
        ("nine", "Y036", "9"),
        ("midi", "Y036", "{ time: \"12:00\" }"),
        ("mercredi", "Y036", "{ en: Wednesday, fr: mercredi }"),
        ("P9M", "Y036", "{ duration: P9M }"),
        ("2.5 km", "Y036", "{ en: 2.5 km, fr: \"2,5 km\" }"),
    ] {
        let found = yaml(text).unwrap_or_else(|| panic!("{text} is not found"));
        assert_eq!((found.0, found.1[0].as_str()), (code, expected), "{text}");
    }
}

#[test]
fn two_readings_are_both_shown() {
    for (text, expected) in [
        ("1,250", ["1250", "1.250"]),
        (
            "1,250 $",
            [
                "{ amount: \"1250\", currency: CAD }",
                "{ amount: \"1.25\", currency: CAD }",
            ],
        ),
        ("8 h", ["{ time: \"08:00\" }", "{ duration: PT8H }"]),
    ] {
        let (_, yaml) = yaml(text).expect("it is found");
        assert_eq!(yaml[0], expected[0], "{text}");
        assert_eq!(yaml.len(), 2, "{text}");
    }
    // A sign before the figures is English: the comma groups.
    assert_eq!(yaml("$1,250").map(|(_, yaml)| yaml.len()), Some(1));
}

#[test]
fn names_codes_and_quantities_of_things_are_texts() {
    for text in [
        "Marlow Point",
        "1410",
        "2.10",
        "-5",
        "4.2.1",
        "HR-2026-014",
        "M5G 2E5",
        "T4",
        "COVID-19",
        "10-15",
        "24/7",
        "keys@example.ca",
        "https://example.ca/keys",
        "1/2",
        "9-1-1",
        "16:9",
        "12 monkeys",
        "Phase 2",
        "Highway 401",
        "5 km",
        "20 °C",
        "May",
        "Neuf",
        "9 to 5",
        "P",
        "Parks Canada",
        "{ $grant }",
        "$5 for { $n }",
        "www.example.ca",
        "",
    ] {
        assert_eq!(yaml(text), None, "{text}");
    }
}
