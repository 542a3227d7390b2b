//! More single sentences in classes, learned from the third reading of correct memos:
//! addresses of organizations with two names, clocks and rates, register numbers, lists
//! in another order, words that are the same in both languages.

use super::pairs::{findings, none, some};
use bimemo::diagnostic::Severity;

/// The findings with an id of a pair.
fn told(en: &str, fr: &str, id: &str) -> Vec<String> {
    let found = findings(en, fr, Severity::Note).into_iter();
    found.filter(|finding| finding.contains(id)).collect()
}

/// The errors of a pair.
fn errors(en: &str, fr: &str) -> Vec<String> {
    findings(en, fr, Severity::Error)
}

#[test]
fn addresses_of_one_organization() {
    none(&[
        (
            "The Fire Safety Bureau (FSB) answers: licensing@fsb.example.ca.",
            "Le Bureau de la sécurité incendie (BSI) répond : permis@bsi.example.ca.",
        ),
        (
            "The Fire Safety Bureau (FSB) answers.\n\nWrite to info@fsb.example.ca.",
            "Le Bureau de la sécurité incendie (BSI) répond.\n\nÉcrivez à info@bsi.example.ca.",
        ),
        (
            "See [the rules](https://harvest.example.ca/en/rules) or write to help@harvest.example.ca.",
            "Voir [les règles](https://recolte.example.ca/fr/regles) ou écrire à aide@recolte.example.ca.",
        ),
        (
            "Write to licensing@tlo.example.ca.\n\nOr to refunds@tlo.example.ca.",
            "Écrivez à permis@bpt.example.ca.\n\nOu à remboursements@bpt.example.ca.",
        ),
        (
            "Write to info@library.example.ca.",
            "Écrivez à info@bibliotheque.example.ca.",
        ),
    ]);
    // Nothing says that the hosts belong together: no error, but a warning.
    let pair = (
        "Write to licensing@tlo.example.ca.",
        "Écrivez à permis@bpt.example.ca.",
    );
    assert!(errors(pair.0, pair.1).is_empty());
    some(&[pair]);
    for (en, fr) in [
        // A slip in the mailbox, in the host, in a digit.
        (
            "Write to licensing@tlo.example.ca.",
            "Écrivez à licensnig@tlo.example.ca.",
        ),
        (
            "Write to licensing@tlo.example.ca.",
            "Écrivez à licensing@tol.example.ca.",
        ),
        (
            "Write to team3@tlo.example.ca.",
            "Écrivez à equipe4@tlo.example.ca.",
        ),
        (
            "Write to a@region1.example.ca.",
            "Écrivez à a@region2.example.ca.",
        ),
        // The memo keeps one domain for both languages.
        (
            "Write to licensing@tlo.example.ca or fees@tlo.example.ca.",
            "Écrivez à permis@tlo.example.ca ou à droits@bvq.example.ca.",
        ),
        (
            "See [this](https://tlo.example.ca/en/fees) or write to fees@tlo.example.ca.",
            "Voir [ceci](https://tlo.example.ca/fr/droits) ou écrire à droits@bvq.example.ca.",
        ),
    ] {
        assert!(!errors(en, fr).is_empty(), "{en}\n{fr}");
    }
}

#[test]
fn links_of_one_organization() {
    none(&[
        (
            "See <https://harvest.example.ca/en/rules>.",
            "Voir <https://recolte.example.ca/fr/regles>.",
        ),
        (
            "See <https://seniors.example.ca/en/fees>.",
            "Voir <https://aines.example.ca/fr/frais>.",
        ),
        (
            "The Fire Safety Bureau (FSB) says so: <https://fsb.example.ca/en/a>.",
            "Le Bureau de la sécurité incendie (BSI) le dit : <https://bsi.example.ca/fr/b>.",
        ),
    ]);
    some(&[
        (
            "See <https://harvest.example.ca/en/rules>.",
            "Voir <https://harvst.example.ca/fr/regles>.",
        ),
        (
            "See <https://harvest.example.ca/en/rules/4>.",
            "Voir <https://recolte.example.ca/fr/regles/5>.",
        ),
        (
            "See <https://a.example.ca/en/x> and <https://a.example.ca/en/rules>.",
            "Voir <https://a.example.ca/fr/x> et <https://recolte.example.ca/fr/regles>.",
        ),
    ]);
}

#[test]
fn clocks_of_24_hours() {
    none(&[
        ("It starts at 0600 on Monday.", "Début lundi à 6 h."),
        ("It starts at 0600 hours.", "Début à 6 h."),
        ("The watch ends at 1430 h.", "Le quart prend fin à 14 h 30."),
        ("From 0800 to 1645 hours", "De 8 h à 16 h 45"),
        ("Until 2400", "Jusqu’à minuit"),
        ("At 6 a.m.", "À 0600"),
        ("At 2:30 p.m.", "À 1430 h"),
        ("From 0800 to 1645", "De 0800 à 1645"),
    ]);
    some(&[
        ("It starts at 0600 on Monday.", "Début lundi à 7 h."),
        ("It starts at 1800 hours.", "Début à 6 h."),
        ("The watch ends at 1430 h.", "Le quart prend fin à 14 h 40."),
        ("At 2:30 p.m.", "À 1530 h"),
    ]);
}

#[test]
fn how_often() {
    none(&[
        ("Every six months", "Deux fois l’an"),
        ("Every six months", "Deux fois par année"),
        ("Twice a year", "Tous les six mois"),
        ("Twice a year", "Chaque semestre"),
        ("Four times a year", "Tous les trois mois"),
        ("Four times a year", "Chaque trimestre"),
        ("Every quarter", "Tous les trois mois"),
        ("Quarterly", "Quatre fois par an"),
        ("Each month", "Douze fois par année"),
        ("Monthly", "Chaque mois"),
        ("Every four months", "Trois fois l’an"),
        ("Weekly", "Toutes les semaines"),
        ("Once a year", "Tous les ans"),
        (
            "Rates are set each quarter.",
            "Les taux sont fixés au trimestre.",
        ),
    ]);
    some(&[
        ("Every six months", "Trois fois l’an"),
        ("Twice a year", "Tous les quatre mois"),
        ("Four times a year", "Cinq fois par année"),
        ("Every three months", "Quatre fois par mois"),
    ]);
}

#[test]
fn words_that_look_like_numbers() {
    none(&[
        (
            "Quarantine the plants.",
            "Placez les plantes en quarantaine.",
        ),
        ("The quarantine is lifted.", "La quarantaine est levée."),
        (
            "Some forty people came.",
            "Une quarantaine de personnes sont venues.",
        ),
        ("Answer within a week.", "Répondez sous huitaine."),
        ("About eight days", "Une huitaine de jours"),
        (
            "A new vehicle is on order.",
            "Un véhicule neuf est commandé.",
        ),
        (
            "A score of 40 is a pass.",
            "Il faut une note de 40 pour réussir.",
        ),
        (
            "Third parties may not see it.",
            "Les tiers ne peuvent le voir.",
        ),
        (
            "We second two officers to them.",
            "Nous leur détachons deux agents.",
        ),
        ("Wait a second.", "Attendez une seconde."),
        ("In the second quarter", "Au deuxième trimestre"),
        (
            "The fourth quarter was slow.",
            "Le quatrième trimestre a été calme.",
        ),
        (
            "No more than one in four may go.",
            "Il ne peut en partir plus du quart.",
        ),
        (
            "At least one in three stayed.",
            "Au tiers près, tous sont restés.",
        ),
        ("A fourth of the staff", "Le quart du personnel"),
        ("Come within 15 minutes.", "Venez dans le quart d’heure."),
        ("The last quarter hour", "Le dernier quart d’heure"),
        (
            "It takes three-quarters of an hour.",
            "Il faut compter 45 minutes.",
        ),
    ]);
    some(&[
        (
            "Some forty people came.",
            "Une trentaine de personnes sont venues.",
        ),
        (
            "No more than one in four may go.",
            "Il ne peut en partir plus du tiers.",
        ),
        ("Come within 25 minutes.", "Venez dans le quart d’heure."),
    ]);
}

#[test]
fn counts_of_what_is_named() {
    none(&[
        (
            "She shows green, white and green flags.",
            "Elle arbore trois pavillons, soit vert, blanc et vert.",
        ),
        (
            "Four things matter: cost, time, scope and risk.",
            "L’important, c’est le coût, le temps, la portée et le risque.",
        ),
        (
            "Bring:\n\n- a pen;\n- a card;\n- a key.",
            "Apportez ces trois choses :\n\n- un stylo;\n- une carte;\n- une clé.",
        ),
        (
            "There are five rules:\n\n1. Read.\n2. Write.\n3. Count.\n4. Sleep.\n5. Eat.",
            "Voici les règles :\n\n1. Lire.\n2. Écrire.\n3. Compter.\n4. Dormir.\n5. Manger.",
        ),
    ]);
    some(&[
        (
            "Bring:\n\n- a pen;\n- a card;\n- a key.",
            "Apportez ces quatre choses :\n\n- un stylo;\n- une carte;\n- une clé.",
        ),
        (
            "She shows green, white and green flags.",
            "Elle arbore cinq pavillons, soit vert, blanc et vert.",
        ),
    ]);
}

#[test]
fn numbers_of_a_register() {
    none(&[
        (
            "| No. | Object |\n|---|---|\n| 1981.16 | Oak chest |",
            "| N° | Objet |\n|---|---|\n| 1981.16 | Coffre de chêne |",
        ),
        ("It bears No. 12.4.", "Il porte le no 12.4."),
        ("It bears No. 12.4.", "Il porte le n° 12.4."),
        (
            "The accession number is 87.3.",
            "Le numéro d’inventaire est 87.3.",
        ),
        ("See file 2019.35.", "Voir le dossier 2019.35."),
        ("Catalogue number 2003.8", "Numéro de catalogue 2003.8"),
    ]);
    some(&[
        (
            "It weighs no more than 12.4 kg.",
            "Il pèse au plus 12.4 kg.",
        ),
        ("It covers 1974.7 hectares.", "Il couvre 1974.7 hectares."),
        (
            "The accession number is 87.3.",
            "Le numéro d’inventaire est 87.4.",
        ),
        ("No. 1981.16", "N° 1981.61"),
    ]);
}

#[test]
fn cells_and_short_lines() {
    let table = |cells: &str| format!("| A | B |\n|---|---|\n{cells}");
    for (en, fr) in [
        ("| Archive | Unavailable |", "| Archives | Non disponible |"),
        ("| Archive | Not available |", "| Archives | Indisponible |"),
        ("| Archive | n/a |", "| Archives | s.o. |"),
        ("| Archive | – |", "| Archives | |"),
        ("| Archive | None |", "| Archives | Pas de minimum |"),
        ("| Ramp | Route 18 |", "| Bretelle | Route 18 |"),
        ("| Volume | 12,000 m³ |", "| Volume | 12 000 m³ |"),
        ("| Depth | 40 m³ |", "| Profondeur | 40 m³ |"),
        ("| AN-5 | Saint-Boniface |", "| AN-5 | Saint-Boniface |"),
        ("| Embargo | Version 3 |", "| Embargo | Version 3 |"),
        ("| Tara Lewis | Kanata |", "| Tara Lewis | Kanata |"),
        (
            "| 10 km | 20 km, 30 km, 40 km |",
            "| 10 km | 20 km, 30 km, 40 km |",
        ),
        ("| Total | Permanent |", "| Total | Permanent |"),
        ("| Sept. | Nov. |", "| Sept. | Nov. |"),
        ("| Type | Installation |", "| Type | Installation |"),
    ] {
        none(&[(&table(en), &table(fr))]);
    }
    for (en, fr) in [
        ("| Archive | Open |", "| Archives | |"),
        ("| Archive | n/a |", "| Archives | Ouvert |"),
        ("| Closed until noon | 4 |", "| Closed until noon | 4 |"),
        ("| Gratuit pour tous | 4 |", "| Gratuit pour tous | 4 |"),
    ] {
        some(&[(&table(en), &table(fr))]);
    }
}

#[test]
fn lists_in_another_order() {
    let en =
        "- Oak Road, to the end;\n- Pine Street, up to the school;\n- Quarry Lane, near No. 40.";
    let fr = "- le chemin de la Carrière, près du 40;\n- le chemin du Chêne, jusqu’au bout;\n- la rue du Pin, jusqu’à l’école.";
    assert!(errors(en, fr).is_empty(), "{:?}", errors(en, fr));
    assert!(told(en, fr, "P014").is_empty());
    // One item less is still told.
    let shorter = "- le chemin de la Carrière, près du 40;\n- la rue du Pin, jusqu’à l’école.";
    assert!(!errors(en, shorter).is_empty());
}

#[test]
fn emphasis_in_parts() {
    none(&[
        (
            "Fees are **not** refunded.",
            "Les frais **ne** sont **pas** remboursés.",
        ),
        (
            "Members must **never** share it.",
            "Les membres **ne** doivent **jamais** le divulguer.",
        ),
        ("**Turn** the pump **off**.", "**Fermez** la pompe."),
        (
            "An expert was hired for the purpose.",
            "On a formé un comité *ad hoc*.",
        ),
        (
            "Beware of phishing.",
            "Attention à l’hameçonnage (*phishing*).",
        ),
    ]);
    some(&[
        ("**Pay** by **noon**.", "**Payez** d’ici midi."),
        (
            "Fees are **not** refunded.",
            "Les frais ne sont pas remboursés.",
        ),
    ]);
}

#[test]
fn money_beside_money() {
    none(&[(
        "It costs $4,200 at 20, and $9,100 at 40.",
        "Il en coûte 4 200 $ à 20 ans et 9 100 à 40 ans.",
    )]);
    some(&[
        ("It costs $9,100 at 40.", "Il en coûte 9 100 à 40 ans."),
        (
            "It costs $4,200 at 20, and $9,100 at 40.",
            "Il en coûte 4 200 $ à 20 ans et 9 200 à 40 ans.",
        ),
    ]);
}

#[test]
fn words_and_digits_that_disagree_are_told_once() {
    let (en, fr) = ("There are seven (6) desks.", "Il y a sept (7) bureaux.");
    assert_eq!(told(en, fr, "P034").len(), 1);
    assert!(told(en, fr, "P032").is_empty());
    some(&[("There are seven (7) desks.", "Il y a huit (8) bureaux.")]);
}
