//! Bodies that say the same and are built otherwise: each difference of structure is told
//! once, as what it is, and what differs beside it is told as well.

use super::pairs::{findings, none};
use bimemo::diagnostic::Severity;

/// What is told of two bodies, each as severity and code, and words of its message.
#[track_caller]
fn told(en: &str, fr: &str, expected: &[(&str, &str)]) {
    let found = findings(en, fr, Severity::Warning);
    let fits = found.len() == expected.len()
        && expected.iter().all(|(code, message)| {
            let is_told = |finding: &String| finding.starts_with(code) && finding.contains(message);
            found.iter().any(is_told)
        });
    assert!(fits, "{}\n   {en}\n   {fr}", found.join("\n"));
}

#[test]
fn an_item_is_a_paragraph() {
    told(
        "- The survey asked members what they think of the ramps.\n\nThe new ramp rules take effect in July and replace the rules of 2004.",
        "- L'enquête demandait aux membres ce qu'ils pensent des rampes.\n- Les nouvelles règles sur les rampes entrent en vigueur en juillet et remplacent celles de 2004.",
        &[(
            "warning P011",
            "a list item in French where the English has a paragraph",
        )],
    );
    told(
        "Bring:\n\n- your card;\n- two photos;\n- the form of 2026.",
        "Apportez :\n\nvotre carte;\n\ndeux photos;\n\nle formulaire de 2026.",
        &[(
            "warning P011",
            "three paragraphs in French where the English has a bullet list",
        )],
    );
}

#[test]
fn a_list_is_a_sentence() {
    told(
        "The shed has:\n\n- 12 paddles of cedar;\n- 4 canoes from Peterborough;\n- a telephone, 416-555-0123.\n\nIt opens in May.",
        "Le hangar contient :\n\n12 pagaies de cèdre, 4 canoës de Peterborough et un téléphone, le 416-555-0123.\n\nIl ouvre en mai.",
        &[(
            "warning P011",
            "a paragraph in French where the English has a bullet list",
        )],
    );
}

#[test]
fn an_item_is_nested() {
    told(
        "- Does the siren start by itself?\n- If it does, can it be stopped in 2 steps? ([guide](https://example.ca/en/siren))\n- Can it be made quieter?",
        "- La sirène démarre-t-elle d'elle-même?\n    - Si oui, peut-on l'arrêter en 2 étapes? ([guide](https://example.ca/fr/sirene))\n- Peut-on en baisser le volume?",
        &[(
            "warning P011",
            "an item is nested in French, beside the others in English",
        )],
    );
}

#[test]
fn a_quotation_is_a_paragraph() {
    told(
        "The charter sets one rule.\n\n> Share the water and the docks with every crew of the harbour.\n\nCrews post their plans.",
        "La charte fixe une règle.\n\nPartagez l'eau et les quais avec tous les équipages du port.\n\nLes équipages affichent leurs plans.",
        &[(
            "warning P011",
            "a paragraph in French where the English has a quotation",
        )],
    );
}

#[test]
fn one_paragraph_is_two() {
    let en = "The tide board is redrawn each week from the readings of the gauge.\nSince our note on [what crews need](https://example.ca/en/crews), two things changed:\n\n- the colour.";
    let first =
        "Le tableau des marées est refait chaque semaine d'après les relevés du marégraphe.";
    let second = "Depuis notre note sur [les besoins des équipages](https://example.ca/fr/equipages), deux choses ont changé :";
    told(
        en,
        &format!("{first}\n\n{second}\n\n- la couleur."),
        &[("warning P013", "one paragraph in English is two in French")],
    );
    none(&[(en, &format!("{first} {second}\n\n- la couleur."))]);
}

#[test]
fn values_are_compared_in_another_form_too() {
    told(
        "Boats of 12 metres pay $450.\n\nTheir crews sign by March 3.",
        "Les bateaux de 12 mètres paient 540 $. Leurs équipages signent au plus tard le 3 mars.",
        &[("warning P013", ""), ("error P038", "")],
    );
    told(
        "- The shed is open.\n- The ramp closes on June 4, 2026.",
        "- Le hangar est ouvert.\n\nLa rampe ferme le 5 juin 2026.",
        &[("warning P011", ""), ("error P036", "")],
    );
}

#[test]
fn what_is_left_out_is_told_once() {
    told(
        "The shed opens in May.\n\nCall 416-555-0123 by March 3, 2026, or read [the guide](https://example.ca/en/guide).\n\nThe dues are $450.",
        "Le hangar ouvre en mai.\n\nLes droits sont de 450 $.",
        &[(
            "error P010",
            "the French lacks a paragraph of the English: “Call",
        )],
    );
    told(
        "The shed opens in May.\n\nCall 416-555-0123 by March 3, 2026.\n\nRead [the guide](https://example.ca/en/guide) first.\n\nThe dues are $450.",
        "Le hangar ouvre en mai.\n\nLes droits sont de 450 $.",
        &[("error P010", "the French lacks 2 blocks of the English")],
    );
    told(
        "- Bring 2 photos.\n- Bring the form of 2026.\n- Sign at the desk.",
        "- Apportez 2 photos.\n- Signez au comptoir.",
        &[(
            "error P014",
            "the French lacks a list item of the English: “Bring the form of 2026.”",
        )],
    );
}

#[test]
fn steps_are_exchanged() {
    told(
        "1. Take the key.\n2. Open the gate.\n3. Coil the rope.",
        "1. Ouvrez la barrière.\n2. Prenez la clé.\n3. Enroulez la corde.",
        &[("error P016", "")],
    );
}

#[test]
fn definitions_stand_in_the_order_of_their_language() {
    none(&[(
        "**berth** means a place for one boat;\n\n**dues** means the yearly charge for a berth;\n\n**ramp** means a slope into the water;\n\n**skipper** means the person who steers.",
        "**cale** Plan incliné qui descend dans l'eau.\n\n**droits** Somme payée chaque année pour un poste.\n\n**patron** Personne qui tient la barre.\n\n**poste** Place pour un bateau.",
    )]);
}

#[test]
fn a_line_is_a_paragraph() {
    told(
        "Example: [the tide of May](https://example.ca/tide?day=4)\n\nGives you this:\n\n- high water at noon.",
        "Exemple : [la marée de mai](https://example.ca/tide?day=4)\\\nOn obtient ceci :\n\n- pleine mer à midi.",
        &[("warning P013", "one paragraph in French is two in English")],
    );
}

#[test]
fn sentences_tell_that_a_paragraph_is_two() {
    let en = "Crews can catch the Aubry fever from other crews. The Aubry fever passes from one person to the next by drops, mostly when an infected person coughs.";
    let (first, second) = (
        "Les équipages peuvent attraper la fièvre d'Aubry d'autres équipages.",
        "La fièvre d'Aubry passe d'une personne à l'autre par gouttes, surtout lorsqu'une personne infectée tousse.",
    );
    told(
        &format!("The clinic opens in May.\n\n{en}\n\nWash your hands."),
        &format!("La clinique ouvre en mai.\n\n{first}\n\n{second}\n\nLavez-vous les mains."),
        &[("warning P013", "one paragraph in English is two in French")],
    );
}

#[test]
fn neighbours_are_exchanged() {
    told(
        "The shed opens in May.\n\nHere is some of what we do:\n\nWe work with you at the pace that suits your crew best, from the first day to the last.\n\nThe dues are $450.",
        "Le hangar ouvre en mai.\n\nNous travaillons avec vous au rythme qui convient le mieux à votre équipage, du premier jour au dernier.\n\nVoici un aperçu de nos tâches :\n\nLes droits sont de 450 $.",
        &[("error P012", "stands in another place")],
    );
}

#[test]
fn numbers_and_bullets_are_told_once() {
    told(
        "1. Purpose\n2. Rules\n   1. Of the ramp\n   2. Of the shed\n3. Dues\n   1. Of members\n   2. Of guests",
        "- Objet\n- Règles\n  - De la rampe\n  - Du hangar\n- Droits\n  - Des membres\n  - Des invités",
        &[(
            "error P015",
            "a numbered list in English is a bullet list in French",
        )],
    );
}

#[test]
fn a_line_of_dashes_is_no_content() {
    told(
        "The shed opens in May.\n\nThe dues are $450.",
        "Le hangar ouvre en mai.\n\n\\---\n\nLes droits sont de 450 $.",
        &[("warning P010", "the English lacks a paragraph")],
    );
}
