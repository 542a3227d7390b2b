//! Single sentences that good translators write for each other, in classes, with
//! nothing to find in them; and the same with one thing that differs.

use super::pipeline::Built;
use super::shown;
use bimemo::diagnostic::Severity;

/// A memo with these two texts as the bodies of a section.
pub(super) fn memo(en: &str, fr: &str) -> String {
    let body = |text: &str| {
        text.lines()
            .map(|line| format!("        {line}\n"))
            .collect::<String>()
    };
    let party = "{ en: Staff, fr: Personnel }";
    format!(
        "date: 2026-04-30\nsender: {party}\nrecipients: [{party}]\n\
         subject: {{ en: News, fr: Nouvelles }}\nsections:\n  - body:\n      en: |\n{}      fr: |\n{}",
        body(en),
        body(fr)
    )
}

pub(super) fn findings(en: &str, fr: &str, least: Severity) -> Vec<String> {
    let text = memo(en, fr);
    let built = Built::of("pair.yaml", &text).unwrap_or_else(|faults| {
        panic!("{text}: {:?}", faults.iter().map(shown).collect::<Vec<_>>())
    });
    built
        .findings()
        .iter()
        .filter(|finding| finding.severity >= least && finding.code.id.starts_with('P'))
        .map(shown)
        .collect()
}

#[track_caller]
pub(super) fn none(pairs: &[(&str, &str)]) {
    let found: Vec<String> = pairs
        .iter()
        .flat_map(|(en, fr)| {
            findings(en, fr, Severity::Warning)
                .into_iter()
                .map(move |finding| format!("{finding}\n   {en}\n   {fr}"))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[track_caller]
pub(super) fn some(pairs: &[(&str, &str)]) {
    let missed: Vec<String> = pairs
        .iter()
        .filter(|(en, fr)| findings(en, fr, Severity::Warning).is_empty())
        .map(|(en, fr)| format!("{en}\n   {fr}"))
        .collect();
    assert!(missed.is_empty(), "nothing found:\n{}", missed.join("\n"));
}

#[test]
fn amounts_whose_unit_one_language_leaves_out() {
    none(&[
        (
            "Of the $240 million, $86.5 million is spent.",
            "Des 240 millions de dollars, 86,5 millions sont dépensés.",
        ),
        (
            "We spent $12 million of $40 million.",
            "Nous avons dépensé 12 des 40 millions de dollars.",
        ),
        (
            "The fund holds $1.2 billion, of which $300 million is free.",
            "Le fonds compte 1,2 milliard de dollars, dont 300 millions sont libres.",
        ),
        (
            "It rose from $3 million to $5 million.",
            "Il est passé de 3 à 5 millions de dollars.",
        ),
        (
            "Half of the $9 million, $4.5 million, is theirs.",
            "La moitié des 9 millions de dollars, soit 4,5 millions, leur revient.",
        ),
        (
            "Five million of the $20 million was lent.",
            "Cinq des 20 millions de dollars ont été prêtés.",
        ),
        (
            "A budget of $2 million, or two million less than asked.",
            "Un budget de 2 millions de dollars, soit deux millions de moins que demandé.",
        ),
        (
            "They asked for $1.4-million.",
            "Ils ont demandé 1,4 million de dollars.",
        ),
        (
            "About half a billion dollars",
            "Environ un demi-milliard de dollars",
        ),
        ("Some half a million people", "Quelque 500 000 personnes"),
        (
            "A quarter of a million dollars was saved.",
            "On a économisé 250 000 $.",
        ),
        (
            "A million and a half dollars",
            "Un million et demi de dollars",
        ),
        ("It costs 45¢ a page.", "Cela coûte 45 cents la page."),
        ("It costs $0.45 a page.", "Cela coûte 45 ¢ la page."),
        ("It comes to $3 billion.", "Cela s’élève à 3 G$."),
        ("Fees are reduced to zero.", "Les frais sont ramenés à 0 $."),
        (
            "Grants of $5,000, $10,000 and $15,000",
            "Des subventions de 5 000, 10 000 et 15 000 $",
        ),
        ("1, 2 and 3 million litres", "1, 2 et 3 millions de litres"),
    ]);
    some(&[
        (
            "Of the $240 million, $86.5 million is spent.",
            "Des 240 millions de dollars, 85,5 millions sont dépensés.",
        ),
        (
            "Of the $240 million, $86.5 million is spent.",
            "Des 240 millions de dollars, 86,5 milliards sont dépensés.",
        ),
        (
            "Of the $240 million, $86.5 million is spent.",
            "Des 230 millions de dollars, 86,5 millions sont dépensés.",
        ),
        (
            "About half a billion dollars",
            "Environ un milliard de dollars",
        ),
        ("Some half a million people", "Quelque 600 000 personnes"),
        ("It costs 45¢ a page.", "Cela coûte 54 cents la page."),
        (
            "Fees are reduced to zero.",
            "Les frais sont ramenés à 10 $.",
        ),
    ]);
}

#[test]
fn lengths_of_time() {
    some(&[
        (
            "It answers 24 hours a day, seven days a week.",
            "Elle répond 23 heures sur 24, sept jours sur sept.",
        ),
        (
            "It answers 24 hours a day, seven days a week.",
            "Elle répond 24 heures sur 23, sept jours sur sept.",
        ),
        (
            "The hotline (613-555-0111) answers 24 hours a day, seven days a week. Grades 9 to 12 may volunteer from noon to midnight, on weekends only.",
            "La ligne d'assistance (613 555-0111) répond 23 heures sur 24, sept jours sur sept. Les élèves de la 9e à la 12e année peuvent faire du bénévolat de midi à minuit, la fin de semaine seulement.",
        ),
        (
            "It answers 24 hours a day, seven days a week.",
            "Elle répond 24 heures sur 24, huit jours sur sept.",
        ),
        (
            "It would rise by 3.9, or $148.",
            "La hausse serait de 3,9 %, ou de 148 $.",
        ),
        (
            "It answers 23 hours a day, seven days a week.",
            "Elle répond 24 heures sur 24, sept jours sur sept.",
        ),
    ]);
    none(&[
        (
            "The crossing takes an hour and a half.",
            "La traversée dure 90 minutes.",
        ),
        (
            "A 90-minute session is planned.",
            "Une séance d’une heure et demie est prévue.",
        ),
        ("It took a year and a half.", "Il a fallu 18 mois."),
        ("Reply within two weeks.", "Répondez dans les quinze jours."),
        ("Reply within a fortnight.", "Répondez d’ici quinze jours."),
        (
            "Books are kept for seven days.",
            "Les livres sont gardés une semaine.",
        ),
        ("It lasts half an hour.", "La durée est de 30 minutes."),
        (
            "A half-hour break is given.",
            "On accorde une pause de 30 minutes.",
        ),
        (
            "It takes a quarter of an hour.",
            "Il faut compter 15 minutes.",
        ),
        (
            "It takes an hour and a quarter.",
            "Il faut compter 75 minutes.",
        ),
        ("Answer within 48 hours.", "Répondez dans les deux jours."),
        (
            "It times out after 60 seconds.",
            "La session prend fin au bout d’une minute.",
        ),
        (
            "The test lasts 60 minutes instead of 75.",
            "L’examen dure une heure au lieu de 75 minutes.",
        ),
        ("It runs for twelve months.", "Il dure un an."),
        (
            "It is checked every six months.",
            "Une vérification semestrielle est faite.",
        ),
        (
            "A quarterly report is due.",
            "Un rapport est exigé tous les trois mois.",
        ),
        (
            "We meet biweekly.",
            "Nous nous réunissons toutes les deux semaines.",
        ),
        (
            "We meet every two weeks.",
            "Nous nous réunissons aux quinze jours.",
        ),
        (
            "The film runs 1 hour and 50 minutes.",
            "Le film dure 110 minutes.",
        ),
        (
            "Wait 60 to 90 minutes.",
            "Attendez d’une heure à une heure et demie.",
        ),
        ("For two decades", "Depuis vingt ans"),
        ("Half a century of service", "Cinquante ans de service"),
        ("It takes two and a half years.", "Il faut trente mois."),
        ("For the past 10 years", "Au cours de la dernière décennie"),
        ("It lasts three months.", "Il dure un trimestre."),
        (
            "Twice a week, for half a day",
            "Deux fois par semaine, pendant une demi-journée",
        ),
        ("Wait a couple of days.", "Attendez deux jours."),
        (
            "It is open 24 hours a day, seven days a week.",
            "C’est ouvert en tout temps.",
        ),
        (
            "The line is staffed 24/7.",
            "La ligne est ouverte jour et nuit.",
        ),
        (
            "The line is open around the clock.",
            "La ligne est ouverte 24 heures sur 24, 7 jours sur 7.",
        ),
        ("Once a year", "1 fois par année"),
    ]);
    some(&[
        (
            "The crossing takes an hour and a half.",
            "La traversée dure 80 minutes.",
        ),
        ("It took a year and a half.", "Il a fallu 19 mois."),
        ("Reply within two weeks.", "Répondez dans les vingt jours."),
        ("Answer within 48 hours.", "Répondez dans les trois jours."),
        (
            "The appeal period is 30 days.",
            "Le délai d’appel est d’un mois.",
        ),
        ("It lasts half an hour.", "La durée est de 20 minutes."),
        (
            "It is checked every six months.",
            "Une vérification trimestrielle est faite.",
        ),
        ("For two decades", "Depuis trente ans"),
    ]);
}

#[test]
fn shares() {
    none(&[
        (
            "Four homes did better than four in five.",
            "Quatre foyers ont dépassé les 80 %.",
        ),
        (
            "Four out of five applicants are new.",
            "Ce sont de nouveaux demandeurs dans 80 % des cas.",
        ),
        (
            "One in four families pays nothing.",
            "Le quart des familles ne paie rien.",
        ),
        (
            "One in four families pays nothing.",
            "Une famille sur quatre ne paie rien.",
        ),
        (
            "One person in five left.",
            "Le cinquième des gens sont partis.",
        ),
        ("A quarter of the homes", "25 % des foyers"),
        (
            "Three quarters of them answered.",
            "Les trois quarts ont répondu.",
        ),
        ("75% of them answered.", "Les trois quarts ont répondu."),
        ("Two thirds voted for it.", "Les deux tiers ont voté pour."),
        ("Two thirds voted for it.", "66 % ont voté pour."),
        ("A third of the budget", "33 % du budget"),
        ("The City pays half.", "La Ville paie 50 %."),
        (
            "Nine times out of ten, it works.",
            "Cela fonctionne dans 90 % des cas.",
        ),
        ("A tenth of the money", "10 % de l’argent"),
        ("Three of every five units", "Trois logements sur cinq"),
        (
            "All three shifts are covered.",
            "Les trois quarts de travail sont couverts.",
        ),
        (
            "Sales fell for three quarters in a row.",
            "Les ventes ont reculé trois trimestres de suite.",
        ),
        (
            "The project is fully funded.",
            "Le projet est financé à 100 %.",
        ),
        ("The cost was cut in half.", "Le coût a été réduit de 50 %."),
    ]);
    some(&[
        (
            "Four out of five applicants are new.",
            "Ce sont de nouveaux demandeurs dans 70 % des cas.",
        ),
        (
            "One in four families pays nothing.",
            "Une famille sur cinq ne paie rien.",
        ),
        ("75% of them answered.", "Les deux tiers ont répondu."),
        ("The City pays half.", "La Ville paie 40 %."),
        ("A third of the budget", "30 % du budget"),
        (
            "All three shifts are covered.",
            "Les quatre quarts de travail sont couverts.",
        ),
    ]);
}

#[test]
fn times_as_many() {
    none(&[
        (
            "We got twice as many as planned, with 86 forms.",
            "Avec 86 formulaires, nous avons eu le double de ce qui était prévu.",
        ),
        ("The number doubled.", "Le nombre a été multiplié par deux."),
        (
            "The number tripled.",
            "Le nombre a été multiplié par trois.",
        ),
        ("There are three times as many.", "Il y en a le triple."),
        (
            "Speak for five minutes, then answer questions for twice that.",
            "Parlez cinq minutes, puis répondez aux questions pendant une dizaine de minutes.",
        ),
        (
            "About ten people came.",
            "Une dizaine de personnes sont venues.",
        ),
        (
            "Some 30 people came.",
            "Une trentaine de personnes sont venues.",
        ),
        ("Nearly a dozen cases", "Près d’une douzaine de cas"),
        ("About fifteen minutes", "Une quinzaine de minutes"),
        ("Half a dozen offices", "Une demi-douzaine de bureaux"),
        (
            "Eighty chairs were given.",
            "On a attribué quatre-vingts chaires.",
        ),
        ("People in their forties", "Les gens dans la quarantaine"),
        ("In the nineties", "Dans les années 90"),
    ]);
    some(&[
        (
            "The number tripled.",
            "Le nombre a été multiplié par quatre.",
        ),
        ("Half a dozen offices", "Une douzaine de bureaux"),
        (
            "Some 30 people came.",
            "Une vingtaine de personnes sont venues.",
        ),
    ]);
}

#[test]
fn dates_and_times() {
    none(&[
        ("From May 12 to May 13", "Du 12 au 13 mai"),
        ("It is closed May 12–13.", "C’est fermé du 12 au 13 mai."),
        ("On May 1 and 8", "Les 1er et 8 mai"),
        (
            "Anything later is paid on May 27, not May 13.",
            "Passé ce délai, c’est payé le 27 mai plutôt que le 13.",
        ),
        (
            "It is paid on May 27 rather than the 13th.",
            "C’est payé le 27 mai plutôt que le 13 mai.",
        ),
        ("By mid-May", "À la mi-mai"),
        (
            "The outlook for May is good.",
            "En mai, les perspectives sont bonnes.",
        ),
        ("May will be warm.", "Le mois de mai sera chaud."),
        (
            "You may apply. May we help?",
            "Vous pouvez présenter une demande. Pouvons-nous vous aider?",
        ),
        (
            "Plans for March are made.",
            "On a fait des plans pour le mois de mars.",
        ),
        ("At noon or at midnight", "À midi ou à minuit"),
        ("At 12:01 a.m.", "À 0 h 01"),
        ("At half past two in the afternoon", "À 14 h 30"),
        ("At a quarter to nine", "À 8 h 45"),
        ("At nine o’clock", "À 9 h"),
        ("From 2021–26", "De 2021 à 2026"),
        ("In the 21st century", "Au XXIe siècle"),
        (
            "Open on weekdays only",
            "Ouvert du lundi au vendredi seulement",
        ),
        ("Closed on weekends", "Fermé le samedi et le dimanche"),
        (
            "Offices are closed on Christmas Day.",
            "Les bureaux sont fermés le 25 décembre.",
        ),
        (
            "Offices are closed on July 1.",
            "Les bureaux sont fermés à la fête du Canada.",
        ),
    ]);
    some(&[
        (
            "Anything later is paid on May 27, not May 13.",
            "Passé ce délai, c’est payé le 27 mai plutôt que le 12.",
        ),
        (
            "The outlook for May is good.",
            "En juin, les perspectives sont bonnes.",
        ),
        ("At half past two in the afternoon", "À 15 h 30"),
        ("At a quarter to nine", "À 9 h 15"),
        ("Closed on weekends", "Fermé le lundi"),
        (
            "Offices are closed on Christmas Day.",
            "Les bureaux sont fermés le 24 décembre.",
        ),
    ]);
}

#[test]
fn names_and_idioms() {
    none(&[
        (
            "Boats on the Thousand Islands and Twelve O'Clock Point",
            "Les bateaux aux Mille-Îles et à la pointe Twelve O'Clock",
        ),
        ("It is near Mille Roches.", "C’est près de Mille Roches."),
        (
            "We met with Six Nations of the Grand River.",
            "Nous avons rencontré les Six Nations de la rivière Grand.",
        ),
        (
            "The office in Trois-Rivières moved.",
            "Le bureau de Trois-Rivières a déménagé.",
        ),
        ("The crew of Sept-Îles", "L’équipe de Sept-Îles"),
        ("Many thanks!", "Mille mercis!"),
        (
            "It was said in private.",
            "Cela s’est dit entre quatre yeux.",
        ),
        (
            "They help one another; no one is left behind.",
            "On s’entraide et personne n’est laissé pour compte.",
        ),
        ("At first, it was easy.", "Au début, c’était facile."),
        ("I second the motion.", "J’appuie la motion."),
        (
            "People from across the country",
            "Des gens des quatre coins du pays",
        ),
        ("A year-round trail", "Un sentier quatre saisons"),
        ("Part I and Schedule V", "La partie 1 et l’annexe 5"),
        ("A third party may ask.", "Un tiers peut le demander."),
        ("The third of five stages", "La troisième de cinq étapes"),
    ]);
    some(&[
        ("The team of Six Nations", "L’équipe des Sept Nations"),
        ("There are three offices.", "Il y a quatre bureaux."),
    ]);
}

#[test]
fn decimal_marks() {
    none(&[
        ("See section 67.1.", "Voir l’article 67.1."),
        (
            "Under paragraph 4.2, it is so.",
            "Selon l’alinéa 4.2, il en est ainsi.",
        ),
        (
            "Under subsection 67.1(1), it is so.",
            "Selon le paragraphe 67.1(1), il en est ainsi.",
        ),
        (
            "Sections 4.1 and 4.2 apply.",
            "Les articles 4.1 et 4.2 s’appliquent.",
        ),
        ("Rule 3.4 applies.", "La règle 3.4 s’applique."),
        ("See Table 2.3.", "Voir le tableau 2.3."),
        ("Standard 1.4 is met.", "La norme 1.4 est respectée."),
        ("Use WCAG 2.1.", "Suivez les WCAG 2.1."),
        ("Use version 2.3.", "Utilisez la version 2.3."),
        ("Use the app v2.3.", "Utilisez l’application v2.3."),
        ("Room 2.110 is open.", "La pièce 2.110 est ouverte."),
        ("- 2.1 Purpose\n- 2.2 Scope", "- 2.1 Objet\n- 2.2 Portée"),
    ]);
    some(&[
        ("Standard, 0,5 mL", "Standard, 0,5 mL"),
        ("See section 67,1(1).", "Voir le paragraphe 67.1(1)."),
        ("Kept for eight days.", "Gardé une semaine."),
        ("It weighs 2.5 kg.", "Il pèse 2.5 kg."),
        (
            "2.5 million people came.",
            "2.5 millions de gens sont venus.",
        ),
        ("It is over 1.5 km long.", "Il fait plus de 1.5 km de long."),
        ("The cost is $2.50.", "Le coût est de 2.50 $."),
        ("See section 67.1.", "Voir l’article 67.2."),
    ]);
}

/// A length of a style sheet is a value of a program: it may be meant as it stands.
#[test]
fn lengths_of_style_sheets_are_no_errors() {
    let (en, fr) = ("The widest is 71.25rem.", "Le plus large est 71.25rem.");
    assert_eq!(findings(en, fr, Severity::Error), [""; 0]);
    some(&[("It is 0.5m wide.", "Il a 0.5m de large.")]);
    let (en, fr) = ("It is 0.5m wide.", "Il fait 0.5m de large.");
    assert_eq!(findings(en, fr, Severity::Error).len(), 1);
}

#[test]
fn other_classes() {
    none(&[
        (
            "See <https://a.example.ca/en/limits>.",
            "Voir <https://a.example.ca/fr/limites>.",
        ),
        (
            "File IM/2026/08 is closed. Information Management (IM) did it.",
            "Le dossier IM/2026/08 est fermé. La gestion de l’information (GI) l’a fait.",
        ),
        (
            "- alcohol\n- cash advances\n- software\n- travel",
            "- l’alcool\n- les avances de fonds\n- les déplacements\n- les logiciels",
        ),
    ]);
}
