//! French that stands around what a fact prints, and French that is typed: what documents
//! print, and what `check` says of it.

use crate::examples::{check, folder};
use crate::stage;
use std::fs;
use std::path::Path;

/// A memo with facts and bodies.
fn memo(facts: &str, en: &str, fr: &str) -> String {
    let facts = match facts {
        "" => String::new(),
        facts => format!("facts:\n  {}\n", facts.replace('\n', "\n  ")),
    };
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick, gender: feminine }}\n\
         recipients: [{{ en: All staff, fr: Tout le personnel }}]\n\
         subject: {{ en: Boathouse keys, fr: Clés du hangar }}\n{facts}\
         sections:\n  - body:\n      en: |\n        {en}\n      fr: |\n        {fr}\n"
    )
}

/// What `check` finds: severity, code and place of each.
fn found(root: &Path) -> Vec<String> {
    let (output, _) = check(root);
    let findings = output.lines().filter_map(|line| {
        let (place, rest) = line.split_once(": ")?;
        let (finding, _) = rest.split_once(' ')?;
        let (_, place) = place.split_once(':')?;
        Some(format!("{finding} {place}"))
    });
    findings.collect()
}

/// The paragraph of the French Markdown, no-break spaces shown.
fn printed(root: &Path) -> String {
    let render = stage::bimemo(root)
        .args(["render", "--quiet", "--lang", "fr", "--format", "md"])
        .output();
    render.expect("bimemo runs");
    let text = fs::read_to_string(root.join("out/keys.fr.md")).unwrap_or_default();
    let body = text.rsplit("\n\n");
    let body = body
        .map(str::trim)
        .find(|it| !it.is_empty() && !it.contains("Odile"));
    body.unwrap_or_default().replace('\u{a0}', "⍽")
}

const DIRECTORY: &str = "organizations:\n  ports:\n    name: { en: Ministry of Ports, fr: ministère des Ports }\n    french: { name: le ministère des Ports }\n  fund:\n    name: { en: Agency of Funds, fr: Agence des fonds }\n    french: { de: de l’Agence des fonds }\n  bare:\n    name: { en: Programs Division, fr: Division des programmes }\n";

fn workspace(facts: &str, en: &str, fr: &str) -> tempfile::TempDir {
    folder(&[
        ("memos/keys.yaml", memo(facts, en, fr).as_str()),
        ("directory.yaml", DIRECTORY),
    ])
}

/// Each prints the French and has no finding.
#[track_caller]
fn prints(facts: &str, en: &str, fr: &str, expected: &str) {
    let stage = workspace(facts, en, fr);
    assert_eq!(found(stage.path()), Vec::<String>::new(), "{fr}");
    assert_eq!(printed(stage.path()), expected);
}

#[track_caller]
fn finds(facts: &str, en: &str, fr: &str, expected: &[&str]) {
    let stage = workspace(facts, en, fr);
    assert_eq!(found(stage.path()), expected, "{fr}");
}

#[test]
fn the_program_sets_the_words_before_what_it_forms() {
    let month = "month: 2026-10";
    prints(
        month,
        "The report of { $month } is out.",
        "Le rapport de { $month } est publié.",
        "Le rapport d’octobre 2026 est publié.",
    );
    prints(
        month,
        "It is later than **{ $month }**.",
        "C'est plus tard que **{ $month }**.",
        "C’est plus tard qu’**octobre 2026**.",
    );
    prints(
        "boats: 1",
        "More than { SPELLOUT($boats) } boat is tied up.",
        "Plus de { SPELLOUT($boats) } bateau est amarré.",
        "Plus d’un bateau est amarré.",
    );
    prints(
        "boats: 11",
        "More than { SPELLOUT($boats) } boats are tied up.",
        "Plus de { SPELLOUT($boats) } bateaux sont amarrés.",
        "Plus de onze bateaux sont amarrés.",
    );
    prints(
        "boats: 1000000",
        "The fund counts { SPELLOUT($boats) } boats.",
        "Le fonds compte { SPELLOUT($boats) } bateaux.",
        "Le fonds compte un million de bateaux.",
    );
    prints(
        "day: 2026-05-29",
        "The notice of { $day } is out until { $day }.",
        "L'avis de { $day } est affiché jusqu'à { $day }.",
        "L’avis du 29⍽mai 2026 est affiché jusqu’au 29⍽mai 2026.",
    );
    prints(
        "day: 2026-05-01",
        "From { DATETIME($day, article: \"definite\") } on.",
        "À partir de { DATETIME($day, article: \"definite\") }.",
        "À partir du 1<sup>er</sup>⍽mai 2026.",
    );
    prints(
        "term: { quarter: 2026-Q2 }",
        "The report of the { $term } is out.",
        "Le rapport de { $term } est publié.",
        "Le rapport du deuxième trimestre de 2026 est publié.",
    );
}

#[test]
fn organizations_with_forms_are_set_too() {
    let ports = "office: { organization: ports }";
    prints(
        ports,
        "The keys of the { $office } are here.",
        "Les clés de { $office } sont ici.",
        "Les clés du ministère des Ports sont ici.",
    );
    prints(
        ports,
        "Write to the { $office }; the { $office } answers.",
        "Écrivez à { $office }; le { $office } répond.",
        "Écrivez au ministère des Ports; le ministère des Ports répond.",
    );
    let fund = "office: { organization: fund }";
    prints(
        fund,
        "The keys of the { $office } are those that the { $office } lends.",
        "Les clés de la { $office } sont celles que { $office } prête.",
        "Les clés de l’Agence des fonds sont celles que l’Agence des fonds prête.",
    );
    finds(
        "office: { organization: bare }",
        "The keys of the { $office } are here.",
        "Les clés de { $office } sont ici.",
        &["warning[L026] 12:23"],
    );
}

#[test]
fn the_words_of_an_author_are_told() {
    finds(
        "port: Ontario",
        "The rules of { $port } apply.",
        "Les règles de { $port } s'appliquent.",
        &["warning[T024] 12:23"],
    );
    finds(
        "works: { from: 2026-06-01, to: 2026-06-12 }",
        "The ramp is closed from { $works }.",
        "La rampe est fermée du { $works }.",
        &["error[T026] 12:32"],
    );
    finds(
        "town: Le Havre",
        "The boats of { $town } are here.",
        "Les bateaux de { $town } sont ici.",
        &["warning[T025] 12:24"],
    );
    finds(
        "",
        "The key of the school is here.",
        "La clé de la école est ici.",
        &["warning[T024] 10:19"],
    );
    finds(
        "",
        "Take it to the ministry.",
        "Apportez-la à le ministère.",
        &["warning[T025] 10:21"],
    );
    finds(
        "",
        "The State pays.",
        "L'Etat paie.",
        &["warning[T029] 10:11"],
    );
    prints(
        "",
        "The ramp opens on May 1, 2026.",
        "La rampe ouvre le 1 mai 2026.",
        "La rampe ouvre le 1<sup>er</sup>⍽mai 2026.",
    );
}

/// What looks like a fault and is none.
#[test]
fn right_french_is_left_alone() {
    for (en, fr) in [
        (
            "Please send it to them.",
            "Il convient de le leur transmettre et de les y inviter.",
        ),
        (
            "It has the right to do it.",
            "Il a le droit de le faire; il tient à les aider.",
        ),
        (
            "One in ten has the key.",
            "La clé de un à dix personnes: le onze, le huit, le oui.",
        ),
        (
            "He or she signs.",
            "Le ou la titulaire signe, de ou vers le quai.",
        ),
        (
            "The heron and the hero are here.",
            "Le héron et la hache du héros sont à la une.",
        ),
        (
            "Send it to the office.",
            "Remettez-le à un bureau, au moins à au moins trois pas.",
        ),
        (
            "The department sends it.",
            "La mission de EDSC et la OACI la transmettent.",
        ),
    ] {
        let stage = workspace("", en, fr);
        let found = found(stage.path());
        let of_french = found.iter().filter(|it| it.contains("[T02"));
        assert_eq!(of_french.count(), 0, "{fr} {found:?}");
    }
}

#[test]
fn de_knows_places() {
    prints(
        "place: { en: Prince Edward Island, fr: Île-du-Prince-Édouard }\nland: Yukon",
        "The roads { DE($place) } and { DE($land) }, { DE($place, preposition: \"en\") }.",
        "Les routes { DE($place) } et { DE($land) }, { DE($place, preposition: \"en\") }.",
        "Les routes de l’Île-du-Prince-Édouard et du Yukon, à l’Île-du-Prince-Édouard.",
    );
    prints(
        "city: { en: Quebec City, fr: Québec }\nland: { en: Quebec, fr: Québec }",
        "The roads { DE($city) } and { DE($land) }.",
        "Les routes { DE($city) } et { DE($land) }.",
        "Les routes de Québec et du Québec.",
    );
    let en = "The keys { DE($place) } are here.";
    let fr = "Les clés { DE($place) } sont ici.";
    finds("place: Québec", en, fr, &["error[L026] 12:23"]);
    finds("place: Capitainerie", en, fr, &["warning[L026] 12:23"]);
    let none = ", article: \"none\") }";
    let [en, fr] = [en, fr].map(|text| text.replace(") }", none));
    finds("place: Capitainerie", &en, &fr, &[]);
}

/// What `check` says of a French body, hints and all.
fn hints(facts: &str, en: &str, fr: &str) -> Vec<String> {
    let stage = workspace(facts, en, fr);
    let output = stage::bimemo(stage.path())
        .args(["check", "--output-format", "json"])
        .output();
    let output = output.expect("bimemo runs").stdout;
    let output = String::from_utf8(output).expect("findings are UTF-8");
    let findings = output.lines().flat_map(|line| {
        let finding: serde_json::Value = serde_json::from_str(line).expect("a finding is JSON");
        let hints = finding["hints"].as_array().cloned().unwrap_or_default();
        hints
            .iter()
            .filter_map(|hint| hint.as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    });
    findings.collect()
}

/// A place that a plain Text names is told with the call that prints it right; a place that
/// `DE` prints is right behind the words that were typed, and nothing is said.
#[test]
fn a_plain_place_is_told_with_the_call_that_prints_it() {
    for (land, fr, expected) in [
        (
            "Ontario",
            "Les règles de { $land } sont ici.",
            &[
                "write `{ DE($land) }`, which prints “de l’Ontario”",
                "or `d’{ $land }`, where it is no place",
            ][..],
        ),
        (
            "Ottawa",
            "Les règles de { $land } sont ici.",
            &[
                "write `d’{ $land }`",
                "or `{ DE($land) }`, which prints “d’Ottawa”",
            ],
        ),
        (
            "Escale",
            "Les règles de { $land } sont ici.",
            &["write `d’{ $land }`"],
        ),
        (
            "Ontario",
            "Les règles que { $land } a sont ici.",
            &[
                "write `que { DE($land, preposition: \"none\") }`, which prints “que l’Ontario”",
                "or `qu’{ $land }`, where it is no place",
            ],
        ),
        (
            "Yukon",
            "Les règles de { $land } sont ici.",
            &["write `{ DE($land) }`, which prints “du Yukon”"],
        ),
        (
            "Ontario",
            "Les règles envoyées à { $land } sont ici.",
            &[
                "write `{ DE($land, preposition: \"à\") }`, which prints “à l’Ontario”",
                "or `{ DE($land, preposition: \"en\") }`, which prints “en Ontario”, to say where \
                 something is",
            ],
        ),
        (
            "Canada",
            "Les règles en { $land } sont ici.",
            &["write `{ DE($land, preposition: \"en\") }`"],
        ),
        ("Ontario", "Les règles en { $land } sont ici.", &[]),
        ("Escale", "Les règles en { $land } sont ici.", &[]),
    ] {
        let en = "The rules of { $land } are here.";
        assert_eq!(hints(&format!("land: {land}"), en, fr), expected, "{fr}");
    }
    // Each call prints what its hint says, behind typed words too.
    prints(
        "land: Ontario\nterritory: Yukon",
        "The rules { DE($land) }, those { DE($territory) } and those that \
         { DE($land, preposition: \"none\") } has, { DE($land, preposition: \"en\") }.",
        "Les règles de { DE($land, preposition: \"none\") }, celles de \
         { DE($territory, preposition: \"none\") } et celles que \
         { DE($land, preposition: \"none\") } a, { DE($land, preposition: \"en\") }.",
        "Les règles de l’Ontario, celles du Yukon et celles que l’Ontario a, en Ontario.",
    );
}

/// A day behind its day of the week is a day.
#[test]
fn a_day_behind_a_weekday_has_its_article() {
    for (fr, expected) in [
        (
            "C'est ouvert jusqu'à jeudi 17 mars 2022.",
            "write “au jeudi 17 mars”",
        ),
        ("À jeudi 29 mai 2025, rien.", "write “Au jeudi 29 mai”"),
        (
            "La réunion de vendredi 1er mai 2026.",
            "write “du vendredi 1er mai”",
        ),
        (
            "Les clés de lundi 2 à jeudi 5 mars 2026.",
            "write “au jeudi 5 mars”",
        ),
    ] {
        let stage = workspace("", "It is open.", fr);
        let found = found(stage.path());
        let articles = found.iter().filter(|it| it.starts_with("warning[T027]"));
        assert_eq!(articles.count(), 1, "{fr} {found:?}");
        let hints = hints("", "It is open.", fr);
        let hint = hints.iter().map(|it| it.replace('\u{a0}', " "));
        assert!(hint.clone().any(|it| it == expected), "{fr} {hints:?}");
    }
    for fr in [
        "C'est ouvert de lundi à jeudi, à midi.",
        "C'est ouvert du lundi 2 au jeudi 5 mars 2026.",
        "C'est ouvert de jeudi en huit à vendredi 17 h.",
    ] {
        let stage = workspace("", "It is open.", fr);
        let found = found(stage.path());
        assert!(
            !found.iter().any(|it| it.contains("[T027]")),
            "{fr} {found:?}"
        );
    }
    prints(
        "day: 2026-05-01",
        "It is open until { DATETIME($day, dateStyle: \"full\") }, after Sunday, March 1, 2026.",
        "C'est ouvert jusqu'à { DATETIME($day, dateStyle: \"full\") }, après le dimanche 1 mars 2026.",
        "C’est ouvert jusqu’au vendredi 1<sup>er</sup>⍽mai 2026, après le dimanche 1<sup>er</sup>⍽mars 2026.",
    );
}

/// French that has no English beside it is read too: a message, an attribute, a choice.
#[test]
fn messages_without_a_partner_are_read() {
    let stage = folder(&[
        (
            "memos/keys.yaml",
            memo("", "It is here.", "C'est ici.").as_str(),
        ),
        (
            "locales/en/keys.ftl",
            "# The keys.\nkeys = The keys are here.\n",
        ),
        (
            "locales/fr/keys.ftl",
            "# The keys.\nkeys = Les clés sont ici.\n    .school = La clé de la école\n\n\
             # The dock.\ndock = Le quai est ouvert à 29 mai, à le public.\n\n\
             # The boats.\n# Variables:\n#   $n - how many\nboats =\n    { $n ->\n        \
             [one] Le quai d’un bateau et du du port\n       *[other] Les quais de Etat\n    }\n",
        ),
    ]);
    let output = stage::bimemo(stage.path())
        .args(["locale", "check", "--output-format", "concise"])
        .output();
    let output = String::from_utf8(output.expect("bimemo runs").stdout).expect("it is UTF-8");
    let codes = |code: &str| output.lines().filter(|line| line.contains(code)).count();
    assert_eq!([codes("[L087]"), codes("[L088]")], [5, 1], "{output}");
    // Each is told once.
    assert_eq!(codes("[L078]"), 0, "{output}");
}
