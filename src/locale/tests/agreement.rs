//! Labels and roles agree with the people.

use super::shipped::shipped;
use super::*;
use crate::memo::{Gender, GrammaticalNumber};

const ONE: GrammaticalNumber = GrammaticalNumber::One;
const OTHER: GrammaticalNumber = GrammaticalNumber::Other;
const F: Gender = Gender::Feminine;
const M: Gender = Gender::Masculine;
const U: Gender = Gender::Unspecified;

#[test]
fn labels() {
    let locales = shipped();
    let label = |lang, id, gender, number| {
        let args = Args::new().gender(gender).grammatical_number(number);
        locales.get(lang).message(id, &args).unwrap().to_plain()
    };
    for (id, gender, number, en, fr) in [
        ("label-to", U, ONE, "To:", "Destinataire"),
        ("label-to", F, OTHER, "To:", "Destinataires"),
        ("label-from", F, ONE, "From:", "Expéditrice"),
        ("label-from", M, ONE, "From:", "Expéditeur"),
        ("label-from", F, OTHER, "From:", "Expéditrices"),
        ("label-from", M, OTHER, "From:", "Expéditeurs"),
        ("label-from", U, ONE, "From:", "De"),
        ("label-from", U, OTHER, "From:", "De"),
        ("label-through", F, ONE, "Through:", "Par l’entremise de"),
        ("label-attachments", U, ONE, "Attachment:", "Pièce jointe"),
        (
            "label-attachments",
            U,
            OTHER,
            "Attachments:",
            "Pièces jointes",
        ),
    ] {
        assert_eq!(label(Lang::En, id, gender, number), en);
        assert_eq!(label(Lang::Fr, id, gender, number), format!("{fr}\u{a0}:"));
    }
}

/// Each role with its English, feminine, masculine and neutral French form.
const ROLES: [(&str, &str, &str, &str, &str); 11] = [
    (
        "assistant-deputy-minister",
        "Assistant Deputy Minister",
        "sous-ministre adjointe",
        "sous-ministre adjoint",
        "sous-ministériat adjoint",
    ),
    (
        "associate-deputy-minister",
        "Associate Deputy Minister",
        "sous-ministre déléguée",
        "sous-ministre délégué",
        "sous-ministériat délégué",
    ),
    (
        "chief-information-officer",
        "Chief Information Officer",
        "dirigeante principale de l’information",
        "dirigeant principal de l’information",
        "direction principale de l’information",
    ),
    (
        "chief-of-staff",
        "Chief of Staff",
        "chef de cabinet",
        "chef de cabinet",
        "chef de cabinet",
    ),
    (
        "coordinator",
        "Coordinator",
        "coordonnatrice",
        "coordonnateur",
        "coordination",
    ),
    (
        "deputy-minister",
        "Deputy Minister",
        "sous-ministre",
        "sous-ministre",
        "sous-ministre",
    ),
    (
        "director",
        "Director",
        "directrice",
        "directeur",
        "direction",
    ),
    (
        "director-general",
        "Director General",
        "directrice générale",
        "directeur général",
        "direction générale",
    ),
    (
        "executive-director",
        "Executive Director",
        "directrice générale",
        "directeur général",
        "direction générale",
    ),
    (
        "manager",
        "Manager",
        "gestionnaire",
        "gestionnaire",
        "gestionnaire",
    ),
    (
        "secretary",
        "Secretary",
        "secrétaire",
        "secrétaire",
        "secrétaire",
    ),
];

/// An office behind *de*, with its article.
fn of_office(id: &str, office: &str) -> String {
    match id.ends_with("deputy-minister") {
        true => format!("du {office}"),
        false => format!("de la {office}"),
    }
}

#[test]
fn roles() {
    let locales = shipped();
    let names: Vec<String> = ROLES
        .iter()
        .map(|role| format!("role-{}", role.0))
        .collect();
    assert_eq!(locales.get(Lang::Fr).ids("role-"), names);
    for (id, en, feminine, masculine, neutral) in ROLES {
        for (gender, fr) in [(F, feminine), (M, masculine), (U, neutral)] {
            let args = Args::new().gender(gender);
            let title = |lang: Lang, args: &Args<'_>| {
                let mut title = locales
                    .get(lang)
                    .message(&format!("role-{id}"), args)
                    .unwrap();
                let after_name = title.to_plain();
                locales.get(lang).capitalize(&mut title);
                (after_name, title.to_plain())
            };
            let acting = args.clone().acting(true);
            let args = args.acting(false).position(Placement::AfterName);
            assert_eq!(title(Lang::En, &args).0, en);
            assert_eq!(title(Lang::En, &acting).0, format!("{en} (A)"));
            assert_eq!(title(Lang::Fr, &args).0, fr);
            let (after_name, alone) = title(Lang::Fr, &acting);
            // Nobody but a person acts: no office does.
            let same = neutral == feminine && feminine == masculine;
            let expected = match gender == U && !same {
                true => format!("responsable par intérim {}", of_office(id, fr)),
                false => format!("{fr} par intérim"),
            };
            assert_eq!(after_name, expected);
            assert_eq!(alone.to_lowercase(), after_name);
            assert!(alone.starts_with(char::is_uppercase));
        }
    }
}

#[test]
fn a_role_stands_in_running_text_without_a_person() {
    let locales = shipped();
    let (text, locator) = scalar(Lang::Fr, "Cette { role-director-general } répond.");
    let words = locales.get(Lang::Fr).text(&text, &locator, &Args::new());
    assert_eq!(
        words.unwrap().unwrap().to_plain(),
        "Cette direction générale répond."
    );
}
