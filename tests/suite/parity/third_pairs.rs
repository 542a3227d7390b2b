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
            "Occupational Safety (OS) answers at os@example.ca.",
            "La Sécurité au travail (SAT) répond à sat@example.ca.",
        ),
        (
            "Occupational Safety (OS) uses OS_guide_v2.pdf.",
            "La Sécurité au travail (SAT) utilise SAT_guide_v2.pdf.",
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

#[test]
fn numbers_said_in_another_way() {
    none(&[
        ("The rate is one in 20.", "Le taux est de 5 %."),
        ("Some two dozen people", "Quelque 24 personnes"),
        (
            "It is 1.5 times the rate.",
            "C’est une fois et demie le taux.",
        ),
        (
            "Time and a half is paid.",
            "Les heures sont payées à taux et demi.",
        ),
        ("The two-year term", "Le mandat de deux ans"),
        ("A three-person panel", "Un comité de trois personnes"),
        (
            "The meeting is every second Friday.",
            "La réunion a lieu un vendredi sur deux.",
        ),
        ("Every other week", "Une semaine sur deux"),
        ("Every other week", "Toutes les deux semaines"),
        (
            "The first five callers win.",
            "Les cinq premières personnes gagnent.",
        ),
        (
            "The last two weeks of May",
            "Les deux dernières semaines de mai",
        ),
        ("Both offices are closed.", "Les deux bureaux sont fermés."),
        ("None of the 12 sites", "Aucun des 12 emplacements"),
        ("Cut by a half", "Réduit de moitié"),
        ("A 10-minute walk", "À dix minutes de marche"),
        ("It has doubled since 2019.", "Il a doublé depuis 2019."),
        ("In the 1990s", "Dans les années 1990"),
        ("Aged 65 and over", "Âgés de 65 ans et plus"),
        (
            "Under-18s pay half price.",
            "Les moins de 18 ans paient moitié prix.",
        ),
        ("At 5:00 p.m. sharp", "À 17 h précises"),
        ("From 9 to 5", "De 9 h à 17 h"),
        ("Midnight to 6 a.m.", "De minuit à 6 h"),
        ("Ten per cent", "Dix pour cent"),
        ("One per cent of payroll", "1 % de la masse salariale"),
        ("A 5-per-cent cut", "Une réduction de 5 p. 100"),
        ("Fiscal year 2026–27", "Exercice 2026-2027"),
        ("FY 2026-27", "L’exercice 2026-2027"),
        ("Q3 of 2026", "Le troisième trimestre de 2026"),
        ("Page 3 of 12", "Page 3 sur 12"),
        ("3 x 5 m", "3 m sur 5 m"),
        ("A 24-hour clock", "Une horloge de 24 heures"),
        (
            "On the 1st and 15th of each month",
            "Le 1er et le 15 de chaque mois",
        ),
        ("Twice-weekly visits", "Des visites deux fois par semaine"),
        ("Three times weekly", "Trois fois par semaine"),
        (
            "The course is given twice yearly.",
            "Le cours est donné deux fois par année.",
        ),
        (
            "The pilot runs 18 months.",
            "Le projet pilote dure un an et demi.",
        ),
        ("A 1,200-word limit", "Une limite de 1 200 mots"),
        ("Nos. 4 and 5", "Les nos 4 et 5"),
        ("Stage two of three", "La deuxième étape sur trois"),
        ("A one-time payment", "Un paiement unique"),
        ("Two-thirds majority", "Majorité des deux tiers"),
        ("A $50 gift card", "Une carte-cadeau de 50 $"),
        ("Two $50 gift cards", "Deux cartes-cadeaux de 50 $"),
        ("Minus 20 °C", "-20 °C"),
        ("20 below zero", "20 sous zéro"),
        ("It costs a quarter as much.", "Il en coûte le quart."),
        ("Zero tolerance", "Tolérance zéro"),
        ("A half-day session", "Une séance d’une demi-journée"),
        (
            "Open 8 to 4, Monday to Friday",
            "Ouvert de 8 h à 16 h, du lundi au vendredi",
        ),
        ("By the end of Q1", "D’ici la fin du premier trimestre"),
    ]);
}

#[test]
fn dates_addresses_and_names_said_in_another_way() {
    none(&[
        (
            "It closes on Friday, June 5.",
            "La clôture est le vendredi 5 juin.",
        ),
        ("From June 29 to July 3", "Du 29 juin au 3 juillet"),
        ("Between June 1 and 15", "Entre le 1er et le 15 juin"),
        ("On or before June 5", "Au plus tard le 5 juin"),
        ("The June 5 deadline", "L’échéance du 5 juin"),
        ("In early June", "Au début de juin"),
        ("The week of June 8", "La semaine du 8 juin"),
        ("Mondays and Wednesdays", "Le lundi et le mercredi"),
        ("On Monday and Tuesday nights", "Les lundis et mardis soirs"),
        (
            "On the night of July 10 to 11",
            "Dans la nuit du 10 au 11 juillet",
        ),
        ("Summer 2026", "Été 2026"),
        ("In 2025 and 2026", "En 2025 et en 2026"),
        ("2026-05-04", "2026-05-04"),
        ("At 12 noon", "À midi"),
        ("At 12 p.m.", "À 12 h"),
        ("From noon to 1 p.m.", "De 12 h à 13 h"),
        ("Open till 9", "Ouvert jusqu’à 21 h"),
        ("8:30–10 a.m.", "De 8 h 30 à 10 h"),
        ("9:00 AM ET", "9 h (HE)"),
        ("40 Elm Street, 2nd Floor", "40, rue Elm, 2e étage"),
        (
            "Suite 300, 10 King Street West",
            "10, rue King Ouest, bureau 300",
        ),
        ("P.O. Box 12, Station B", "C.P. 12, succursale B"),
        (
            "Call 613-555-0123, ext. 4.",
            "Composez le 613-555-0123, poste 4.",
        ),
        (
            "Call 1-800-555-0123 (toll-free).",
            "Composez le 1 800 555-0123 (sans frais).",
        ),
        ("Call 911.", "Composez le 9-1-1."),
        ("Exit 184 to Exit 190", "De la sortie 184 à la sortie 190"),
        ("Fifth Avenue is closed.", "La 5e Avenue est fermée."),
        ("King Charles III School", "École King Charles III"),
        ("Volume II, Chapter 3", "Volume 2, chapitre 3"),
        (
            "R.S.C. 1985, c. I-21, s. 4",
            "L.R.C. (1985), ch. I-21, art. 4",
        ),
        ("Regulation 12/95", "Règlement 12/95"),
        ("Form T-12 is due.", "Le formulaire T-12 doit être remis."),
        (
            "**Note:** bring *both* forms.",
            "**Remarque :** apportez les *deux* formulaires.",
        ),
        ("Ms. Ito will chair.", "Mme Ito présidera."),
        ("The Act and its regulations", "La Loi et ses règlements"),
        ("It is -5 °C to 10 °C.", "Il fait de -5 °C à 10 °C."),
        ("138 to 174 MHz", "De 138 à 174 MHz"),
        ("5 ft. 10 in. (1.78 m)", "5 pi 10 po (1,78 m)"),
        ("2 GB of memory", "2 Go de mémoire"),
        ("A 4x4 truck", "Un camion 4x4"),
        (
            "24 items at $2 each = $48",
            "24 articles à 2 $ chacun = 48 $",
        ),
        ("US$40 a day", "40 $ US par jour"),
        ("$1.2M in 2026", "1,2 M$ en 2026"),
        ("$10K", "10 000 $"),
        (
            "No one under 16 is admitted.",
            "Interdit aux moins de 16 ans.",
        ),
        (
            "Phase I ends; Phase II begins.",
            "La phase 1 se termine; la phase 2 commence.",
        ),
    ]);
}

#[test]
fn what_the_fourth_and_fifth_readings_taught() {
    let table = |head: &str, rows: &[&str]| {
        let rows: Vec<String> = rows.iter().map(|row| format!("| {row} |")).collect();
        format!("| {head} |\n| --- | --- |\n{}", rows.join("\n"))
    };
    none(&[
        (
            "The rinks close on Monday the 9th.",
            "Les patinoires ferment le lundi 9 mars.",
        ),
        (
            "Not one cent goes to fees.",
            "Pas un sou n'est versé en frais.",
        ),
        (
            "You save half of one per cent.",
            "Vous épargnez un demi pour cent.",
        ),
        (
            "The levy rises by half a per cent.",
            "La redevance augmente de 0,5 %.",
        ),
        (
            &table("Wharf | Cost ($000)", &["East | 12", "West | 14"]),
            &table("Quai | Coût (k$)", &["Est | 12", "Ouest | 14"]),
        ),
        (
            &table(
                "Section | Rule",
                &["3.1 | Fees are paid", "3.4 | Late fees"],
            ),
            &table(
                "Article | Règle",
                &["3.1 | Paiement des droits", "3.4 | Retards"],
            ),
        ),
    ]);
    some(&[
        (
            "The rinks close on Monday the 9th.",
            "Les patinoires ferment le lundi 8 mars.",
        ),
        (
            "You save half of one per cent.",
            "Vous épargnez un pour cent.",
        ),
        // A quantity is not what a row is about.
        (
            &table("Wharf | Cost", &["East | 12.5", "West | 14.5"]),
            &table("Quai | Coût", &["Est | 12.5", "Ouest | 14,5"]),
        ),
    ]);
}
