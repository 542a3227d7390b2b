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
