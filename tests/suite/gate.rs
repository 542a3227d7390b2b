//! Differences that are none, and some that are: what `check` says of pairs of texts, each
//! an example of a kind that public documents are full of.

use crate::examples::{check, folder};

/// A memo with these bodies.
fn memo(en: &str, fr: &str) -> String {
    let body = |text: &str| text.replace('\n', "\n        ");
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick, gender: feminine }}\n\
         recipients: [{{ en: All staff, fr: Tout le personnel }}]\n\
         subject: {{ en: Boathouse keys, fr: Clés du hangar }}\n\
         sections:\n  - body:\n      en: |\n        {}\n      fr: |\n        {}\n",
        body(en),
        body(fr)
    )
}

/// The severities and codes of what `check` finds in a memo.
fn found(yaml: &str) -> Vec<String> {
    let stage = folder(&[("memos/keys.yaml", yaml)]);
    let (output, _) = check(stage.path());
    let findings = output.lines().filter_map(|line| {
        let (_, rest) = line.split_once(": ")?;
        let (severity, rest) = rest.split_once('[')?;
        let (code, _) = rest.split_once(']')?;
        Some(format!("{severity} {code}"))
    });
    findings.collect()
}

macro_rules! pairs {
    ($($name:ident: $en:literal, $fr:literal => [$($finding:literal),*];)*) => {
        $(
            #[test]
            fn $name() {
                let expected: Vec<&str> = vec![$($finding),*];
                assert_eq!(found(&memo($en, $fr)), expected, "{}\n{}", $en, $fr);
            }
        )*
    };
}

pairs! {
    a_version_behind_a_letter_is_no_decimal:
        "Beacons must run firmware R6.1.4 by June.",
        "Les balises doivent exécuter le micrologiciel R6.1.4 d'ici juin."
        => [];
    codes_with_points_are_no_decimals:
        "See the buoy guide (HLDK.20.315) and procedure B7.4.1.",
        "Voir le guide des bouées (HLDK.20.315) et la procédure B7.4.1."
        => [];
    another_version_is_found:
        "Beacons run R6.1.4 and charts version 2.1.0.",
        "Les balises exécutent R6.1.5 et les cartes, la version 2.1.0."
        => ["error P032"];
    a_version_with_and_without_its_letter_is_one:
        "The charts move to v2.1.0.",
        "Les cartes passent à la version 2.1.0."
        => [];
    the_number_of_a_section_begins_a_title:
        "Read [Dock rules: 2.4 Tie up at the stern](https://example.ca/en/rules).",
        "Lisez les [Règles du quai : 2.4 S'amarrer par la poupe](https://example.ca/fr/regles)."
        => [];
    files_of_two_languages_have_two_sizes:
        "- [Mooring form (PDF, 84 KB)](https://example.ca/en/mooring.pdf)\n- [Key form (PDF, 37 KB)](https://example.ca/en/key.pdf)",
        "- [Formulaire d'amarrage (PDF, 91 ko)](https://example.ca/fr/amarrage.pdf)\n- [Formulaire de clé (PDF, 42 ko)](https://example.ca/fr/cle.pdf)"
        => [];
    one_size_is_the_same_in_both:
        "Files may have 10 MB.",
        "Les fichiers peuvent avoir 12 Mo."
        => ["error P032"];
    code_says_a_file_name:
        "Keep a `TIDES.csv` file on the desk computer.",
        "Gardez un fichier TIDES.csv dans l'ordinateur du comptoir."
        => [];
    hosts_that_meet_twice_in_one_text_are_a_pair:
        "Read [our report on berths](https://design.example.ca/2024/05/berths-and-ramps/) and [our plan](https://design.example.ca/2025/01/a-plan-for-ramps/).",
        "Lisez [notre rapport sur les postes](https://conception.example.ca/2024/05/postes-et-rampes/) et [notre plan](https://conception.example.ca/2025/01/un-plan-pour-les-rampes/)."
        => [];
    a_slash_at_the_end_leads_nowhere_else:
        "Book at [Berths Online](https://berths.example.ca/).",
        "Réservez dans [Postes en ligne](https://berths.example.ca)."
        => [];
    each_language_leads_to_the_other:
        "[Français](https://example.ca/fr/proces-verbaux/2025-03.html)\n\nThe board met.",
        "[English](https://example.ca/en/minutes/2025-03.html)\n\nLa régie s'est réunie."
        => [];
    a_translated_standard_is_one_page:
        "Can the form be left with the keys alone? ([WCAG 2.1.2](https://www.standards.example.ca/WAI/WCAG21/Understanding/no-keyboard-trap.html))",
        "Peut-on quitter le formulaire par les touches seules? ([WCAG 2.1.2](https://www.standards.example.ca/Translations/WCAG21-fr/#no-keyboard-trap))"
        => [];
    another_page_of_the_site_is_a_warning:
        "Fill in the [form](https://www.example.ca/en/keys/form.html).",
        "Remplissez le [formulaire](https://www.example.ca/fr/poissons/autre-page.html)."
        => ["warning P041"];
    the_page_of_a_site_has_a_name_in_each_language:
        "Fill in the [key form](https://www.example.ca/en/keys/key-form.html).",
        "Remplissez le [formulaire de clé](https://www.example.ca/fr/cles/formulaire-cle.html)."
        => [];
    a_page_in_english_alone_is_said_to_be_so:
        "Read the [tide notes](https://example.ca/en/tides).",
        "Lisez les [notes sur les marées](https://example.ca/en/tides) (en anglais seulement)."
        => [];
    third_parties_are_not_counted:
        "The pump is run by a 3rd party supplier.",
        "La pompe est exploitée par un fournisseur tiers."
        => [];
    the_day_of_a_month_is_a_date:
        "The 3rd day of May is to be known as “Dock Day”.",
        "Le 3 mai est désigné « Journée du quai »."
        => [];
    a_thing_named_mille_counts_nothing:
        "The captain hit the nail on the head on both points.",
        "La capitaine a mis dans le mille sur les deux points."
        => [];
    a_name_may_leave_its_number_out:
        "We put the form on two COVID-related pages.",
        "Nous avons mis le formulaire dans deux pages liées à la COVID-19."
        => [];
    another_number_of_a_code_is_found:
        "The notice names COVID-19.",
        "L'avis nomme la COVID-18."
        => ["error P032"];
    what_is_quoted_keeps_its_marks:
        "English sign: “Please close the gate behind you when you leave the ramp.”",
        "Affiche en anglais : “Please close the gate behind you when you leave the ramp.”"
        => [];
    grades_are_counted_from_the_seventh:
        "The notice now reads at **grade 9**, down from grade 11.",
        "L'avis se lit maintenant au niveau de la **3e secondaire**, plutôt que de la 5e."
        => [];
    the_last_but_one_item_may_end_in_and:
        "The board may\n\n- (a) lend keys;\n- (b) rent berths; and\n- (c) close a ramp.",
        "La régie peut :\n\n- a) prêter des clés;\n- b) louer des postes;\n- c) fermer une rampe."
        => [];
    another_year_behind_a_month_is_an_error:
        "The ramp was rebuilt in October 2021.",
        "La rampe a été refaite en octobre 2012."
        => ["error P036"];
    a_date_in_digits_is_one_value:
        "The ramp closes on 2026-09-30.",
        "La rampe ferme le 30-09-2026."
        => [];
    a_short_paragraph_left_in_english_is_an_error:
        "The ramp opens at dawn.\n\nKeep it clear.",
        "La rampe ouvre à l'aube.\n\nKeep it clear."
        => ["error P070"];
    thousands_have_a_letter:
        "The berths cost $500k.",
        "Les postes coûtent 500 000 $."
        => [];
    what_one_language_lacks_is_told_once:
        "Bring 2 keys, 3 lines and 14 buoys.",
        "Apportez des clés, des amarres et des bouées."
        => ["error P032"];
    links_that_one_language_lacks_are_told_once:
        "Read [the rules](https://example.ca/en/rules) and [the map](https://example.ca/en/map).",
        "Lisez les règles et la carte."
        => ["error P040"];
    a_title_keeps_its_language:
        "See [How to tie a bowline and keep it tied](https://knots.example/bowline).",
        "Voir [How to tie a bowline and keep it tied](https://knots.example/bowline)."
        => [];
    the_power_of_a_unit_is_no_number:
        "The shed heats 40 kWh/m² and stores CO₂ bottles.",
        "Le hangar chauffe à 40 kWh/m2 et garde des bouteilles de CO2."
        => [];
    a_fiscal_year_may_have_two_digits:
        "In Q4 23-24, the ramp was mended.",
        "Au quatrième trimestre de 2023-2024, la rampe a été réparée."
        => [];
    a_letter_says_thousand:
        "Over 200K boats called.",
        "Plus de 200 000 bateaux ont fait escale."
        => [];
    seconds_that_are_zero_say_nothing:
        "The gate opened on 2026-03-02 at 13:00:00.",
        "La barrière a ouvert le 2 mars 2026 à 13 h."
        => [];
    a_code_that_one_language_spells_out_is_a_warning:
        "Read the H2B page before you call.",
        "Lisez la page sur la façon d'appeler avant de téléphoner."
        => ["warning P032"];
    a_unit_that_one_language_lacks_is_told_as_that:
        "The levy is 5% of the fee.",
        "Le prélèvement est de 5 sur les droits."
        => ["warning P032"];
    a_run_may_be_named_by_its_letter:
        "Join the 5K run on the pier.",
        "Participez à la course de 5 km sur le quai."
        => [];
    a_letter_for_thousand_is_compared:
        "Over 200K boats called.",
        "Plus de 200 bateaux ont fait escale."
        => ["error P032"];
    several_hundred_are_no_number:
        "The ramp cost several hundred thousand dollars.",
        "La rampe a coûté des centaines de milliers de dollars."
        => [];
    a_reference_to_a_work_keeps_its_title:
        "- Odile Fenwick, “Why the Tides Do Not Wait for Us,” Harbour Papers, March 27, 2016, https://papers.example.ca/tides\n- Chen, A. B. 2015. What We Know of Old Ropes. Harbour Papers 12. <https://papers.example.ca/ropes>",
        "- Odile Fenwick, Why the Tides Do Not Wait for Us, Harbour Papers, le 27 mars 2016. (https://papers.example.ca/tides)\n- Chen, A. B. 2015. What We Know of Old Ropes. Harbour Papers 12. <https://papers.example.ca/ropes>"
        => [];
    data_for_programs_keep_their_point:
        "| sampleId | decimalLatitude | pH |\n|---|---|---|\n| P01 | 48.1331 | 7.9 |\n| P02 | 50.2531 | 6.8 |",
        "| sampleId | decimalLatitude | pH |\n|---|---|---|\n| P01 | 48.1331 | 7.9 |\n| P02 | 50.2531 | 6.8 |"
        => [];
    a_reference_may_have_a_label:
        "**Key source:** Miller, S.D., & Chalk, M.B. (2006). What we know of old ropes and how they hold. *Harbour Papers*, 5(1), 5-22.",
        "**Source principale :** Miller, S.D., & Chalk, M.B. (2006). What we know of old ropes and how they hold. *Harbour Papers*, 5(1), 5-22."
        => [];
    versions_stand_in_a_row_behind_their_name:
        "RTBF 2.0, 2.1 and 2.2 are made to fit each other.",
        "Les RTBF 2.0, 2.1 et 2.2 sont faites pour aller ensemble."
        => [];
    a_sentence_that_moved_is_told_once:
        "The ramp opens at dawn and closes at dusk on all days of summer. The office of Odile Fenwick keeps 12 lamps for boats at the gate.\n\nThe dock is dry in July and the nets hang on the fence near the shed.\n\nBring a card and a pen when you call at the counter on Monday.",
        "La rampe ouvre à l'aube et ferme au crépuscule tous les jours de l'été.\n\nLe quai est sec en juillet et les filets sèchent sur la clôture près du hangar.\n\nApportez une carte et un stylo quand vous passez au comptoir le lundi. Le bureau d'Odile Fenwick garde 12 lampes pour les bateaux à la barrière."
        => ["warning P065"];
    the_files_of_an_example_have_names_in_each_language:
        "Keep file_a.csv and README.txt together.",
        "Gardez ensemble fichier_a.csv et Lisez-moi.txt."
        => ["warning P045", "warning P045"];
    a_digit_in_a_reference_is_compared:
        "- Chen, A. B. 2015. What We Know of Old Ropes. Harbour Papers 12. <https://papers.example.ca/ropes>",
        "- Chen, A. B. 2018. What We Know of Old Ropes. Harbour Papers 12. <https://papers.example.ca/ropes>"
        => ["error P032"];
    one_page_under_another_body_s_name_is_an_error:
        "Read the [tide tables](https://tides.example.ca/tables/2026.html).",
        "Lisez les [tables des marées](https://papers.example.org/tables/2026.html)."
        => ["error P041"];
    one_body_may_have_a_host_for_each_language:
        "Read the [tide tables](https://tides.example.ca/tables/2026.html).",
        "Lisez les [tables des marées](https://marees.example.ca/tables/2026.html)."
        => [];
    a_page_that_the_other_language_links_to_elsewhere_is_another:
        "Open the [editor](https://tools.example.ca/app/editor.html) or the [explorer](https://tools.example.ca/app/api.html).\n\nThen the [editor](https://tools.example.ca/app/editor.html) saves.",
        "Ouvrez l'[éditeur](https://tools.example.ca/app/editor.html) ou l'[explorateur](https://tools.example.ca/app/api.html).\n\nPuis l'[éditeur](https://tools.example.ca/app/api.html) enregistre."
        => ["warning P041"];
    an_address_in_words_is_no_lacking_link:
        "Berth rules: https://berths.example.ca/rules/all-of-them",
        "Règles des postes (berths.example.ca/rules/all-of-them)"
        => [];
    a_number_that_may_be_a_version_is_a_warning:
        "The agile buying process 3.0 begins.",
        "Le processus d'achat agile 3.0 commence."
        => ["warning P035"];
    a_number_that_counts_has_the_mark_of_its_language:
        "Each berth takes 2.5 tonnes.",
        "Chaque poste prend 2.5 tonnes."
        => ["error P035"];
    the_adjective_of_a_place_is_small_in_french:
        "Boats from Atlantic Canada stay free of charge.",
        "Les bateaux du Canada atlantique restent sans frais."
        => [];
    computer_names_are_no_words:
        "The file has `a` column booking_rule_id_of_the_day.",
        "Le fichier a une colonne booking_rule_id_of_the_day."
        => [];
    names_in_links_stand_by_themselves:
        "[Adam Dean](https://example.ca/a) [Beth Moss](https://example.ca/b) [Carl Roy](https://example.ca/c)",
        "[Beth Moss](https://example.ca/b) [Adam Daan](https://example.ca/a) [Carl Roy](https://example.ca/c)"
        => ["error P051"];
    a_name_that_the_translation_keeps_is_the_same_to_the_letter:
        "The keys lie at Mount Saint Orrin College this week.",
        "Les clés se trouvent au Mount Saint Orrín College cette semaine."
        => ["error P051"];
    a_table_of_data_keeps_its_points:
        "| id | water_temp | salt_level | DIC |\n| --- | --- | --- | --- |\n| A1 | 4.32 | 23.5 | 2.34 |",
        "| id | water_temp | salt_level | DIC |\n| --- | --- | --- | --- |\n| A1 | 4.32 | 23.5 | 2.34 |"
        => [];
    a_link_on_the_next_item_is_told_once:
        "- Storms, ice and other weather that keeps the harbour shut.\n- The rules of the [harbour board](https://example.ca/en/board) and of its tenants.",
        "- Les tempêtes, la glace et toute autre météo qui ferme le [havre](https://example.ca/fr/conseil).\n- Les règles du conseil du havre et de ses locataires."
        => ["warning P040"];
    a_sentence_at_the_head_of_the_next_paragraph_is_told_once:
        "The boathouse counts its visitors each month of the season. Members find the figures on a board beside the door.\n\nThe board also shows the tides of Larkspur Bay for the next three days.",
        "Le hangar compte ses visiteurs chaque mois de la saison.\n\nLes membres trouvent ces chiffres sur un tableau à côté de la porte. Le tableau montre aussi les marées de Larkspur Bay pour les trois prochains jours."
        => ["warning P013"];
    two_sentences_of_which_each_is_lacking_are_two:
        "The boathouse counts its visitors each month of the season. Dogs stay outside by the rack for oars.\n\nThe board shows the tides of Larkspur Bay for the next three days.",
        "Le hangar compte ses visiteurs chaque mois de la saison.\n\nApportez votre propre corde quand vous venez. Le tableau montre les marées de Larkspur Bay pour les trois prochains jours."
        => ["warning P065", "warning P065"];
    a_link_named_for_its_host_leads_to_it:
        "Ask [Larkspur](https://larkspur.example) for the keys.",
        "Demandez les clés à [Larkspur](https://fenwick.example)."
        => ["error P041"];
    a_place_that_the_other_text_has_nowhere_may_be_wrong:
        "Gifts from persons in Australia are welcome at the desk.",
        "Les dons de particuliers allemands sont les bienvenus au comptoir."
        => ["warning P055"];
    such_a_place_is_told_once:
        "Gifts from Australia are welcome at the desk.\n\nBoats from Australia tie up at the pier.",
        "Les dons d'outre-mer sont les bienvenus au comptoir.\n\nLes bateaux d'outre-mer s'amarrent au quai."
        => ["warning P055"];
    one_that_is_only_for_some_is_no_single_one:
        "Only members may use the north pier with its boats.",
        "Les membres seulement peuvent utiliser le quai nord avec 1 bateau."
        => ["error P032"];
    one_negation_governs_a_row_of_verbs:
        "The desk does not track payments, write invoices or keep keys.",
        "Le comptoir ne suit pas les paiements, ne rédige pas de factures et ne garde pas de clés."
        => [];
    no_key_is_ever_lent_denies_once:
        "No key is ever lent to visitors.",
        "Aucune clé n'est jamais prêtée aux visiteurs."
        => [];
    a_row_of_verbs_without_its_negation_is_told:
        "The desk does track payments, write invoices or keep keys.",
        "Le comptoir ne suit pas les paiements, ne rédige pas de factures et ne garde pas de clés."
        => ["warning P080"];
    a_short_sentence_that_lost_its_negation_is_noted:
        "You don't have to moor every boat yourself.",
        "Vous avez à tout amarrer vous-même."
        => ["note P080"];
    what_is_free_in_both_answers_no_denial:
        "Free entry: the harbour does not charge visitors who come by boat.",
        "Entrée gratuite : le havre facture les visiteurs qui viennent en bateau."
        => ["warning P080"];
    only_behind_a_colon_is_of_another_clause:
        "Tickets are not required: the only pier of the harbour is open to all visitors.",
        "Les billets sont requis : le seul quai du havre est ouvert à tous les visiteurs."
        => ["warning P080"];
    two_negatives_say_what_none_says:
        "The clerk shows to all visitors that the keys of the north pier are not misused by the boats.",
        "Le commis montre à tous les visiteurs que les clés du quai nord sont bien utilisées par les bateaux."
        => ["note P080"];
    a_comma_behind_a_decimal_parts_a_list:
        "The piers are 99.98, 106.375, 135.6 and 440.039 metres long.",
        "Les quais ont 99,98, 106,375, 135,6 et 440,039 mètres de long."
        => [];
    one_is_single:
        "The board has a single column and 2 rows.",
        "Le tableau a 1 colonne et 2 rangées."
        => [];
    an_abbreviation_before_a_number_ends_no_sentence:
        "Send the form in accordance with Art. 15 of the harbour rules. Keep a copy.",
        "Envoyez le formulaire conformément à l'art. 15 des règles du havre. Gardez une copie."
        => [];
}

pairs! {
    front_pages_of_two_bodies_are_an_error:
        "Write to [the board](https://boatboard.ca/) before May.",
        "Écrivez à [l'office](https://amarres.org/) avant mai."
        => ["error P041"];
    one_page_under_the_host_of_another_body_is_an_error:
        "The [fees](https://www.boatboard.ca/en/fees.html) and the [hours](https://www.boatboard.ca/en/hours.html).",
        "Les [droits](https://www.boatboard.ca/fr/fees.html) et les [heures](https://www.tidewatch.org/fr/hours.html)."
        => ["error P041"];
    a_body_with_a_host_in_each_language_is_one:
        "See the [marine forecast](https://weather.gc.ca/marine/).",
        "Voir les [prévisions maritimes](https://meteo.gc.ca/marine/)."
        => [];
    names_in_code_and_as_items_are_one_thing_in_two_forms:
        "Set these names:\n\n```\nDOCK_NAME\nDOCK_KEY\n```\n\nThen start the crane.",
        "Réglez ces noms :\n\n- `DOCK_NAME`\n- `DOCK_KEY`\n\nDémarrez ensuite la grue."
        => ["warning P011"];
    steps_are_known_by_the_code_in_them:
        "1. Click the `Keys` tab on the left.\n2. Choose a boat that nobody uses.\n3. Sign the sheet at the door.",
        "1. Choisissez un bateau que personne n'emploie.\n2. Cliquez sur l'onglet `Keys` à gauche.\n3. Signez la feuille à la porte."
        => ["error P016"];
    filler_text_is_told_once_in_each_language:
        "Lorem ipsum dolor sit amet, consectetur adipisicing elit.\n\nLorem ipsum dolor sit amet, sed est qui nisi.",
        "Lorem ipsum dolor sit amet, consectetur adipisicing elit.\n\nLorem ipsum dolor sit amet, sed est qui nisi."
        => ["error P072", "error P072"];
}

#[test]
fn a_paragraph_of_another_section_is_told_as_moved() {
    let section = |en: &str, fr: &str| {
        format!("  - body:\n      en: |\n        {en}\n      fr: |\n        {fr}\n")
    };
    let moved = "Skipper Fenwick stores 40 lifejackets in locker B-12.";
    let there = "Le capitaine Fenwick range 40 gilets dans l'armoire B-12.";
    let plain = ("The docks open in May.", "Les quais ouvrent en mai.");
    let other = ("Members pay $25.", "Les membres paient 25 $.");
    let before = memo(plain.0, plain.1);
    let first = before.replace(plain.0, &format!("{}\n\n        {moved}", plain.0));
    let second = section(other.0, &format!("{}\n\n        {there}", other.1));
    assert_eq!(found(&(first + &second)), ["warning P012"]);
}

#[test]
fn languages_that_were_exchanged_are_told_once() {
    let yaml = memo("Les clés sont prêtes.", "The keys are ready.")
        .replace(
            "en: All staff, fr: Tout le personnel",
            "en: Tout le personnel, fr: All staff",
        )
        .replace(
            "en: Boathouse keys, fr: Clés du hangar",
            "en: Clés du hangar, fr: Boathouse keys",
        );
    assert_eq!(found(&yaml), ["error P071"]);
}

#[test]
fn alternative_text_in_the_other_language_is_found_at_the_picture() {
    let yaml = memo(
        "![A boat tied to the dock](boat.svg)",
        "![A boat at the dock](boat.svg)",
    );
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\
                   <path d=\"M1 1h7v7z\"/></svg>";
    let stage = folder(&[("memos/keys.yaml", &*yaml), ("memos/boat.svg", drawing)]);
    let (output, _) = check(stage.path());
    assert_eq!(
        output,
        "memos/keys.yaml:10:9: error[P071] wrong-language: the French alternative text is \
         written in English\n"
    );
}

/// The messages of what `check` finds, with their severities and codes.
fn messages(yaml: &str) -> String {
    let stage = folder(&[("memos/keys.yaml", yaml)]);
    check(stage.path()).0
}

#[test]
fn in_a_row_of_alike_items_none_is_named_for_sure() {
    let item = |words: &str| format!("- {words}\n");
    let en = ["Blue rope", "Red rope", "Long rope", "Old rope"].map(item);
    let fr = ["Une corde", "Des cordes", "La corde"].map(item);
    let told = messages(&memo(&en.concat(), &fr.concat()));
    assert!(
        told.contains("error[P014]") && told.contains("or one beside it"),
        "{told}"
    );
    let fr = [
        "Corde de 5 m à la porte 12",
        "Corde de 7 m à la porte 14",
        "Corde de 9 m à la porte 16",
    ];
    let en = [
        "Rope of 5 m at gate 12",
        "Rope of 6 m at gate 13",
        "Rope of 7 m at gate 14",
        "Rope of 9 m at gate 16",
    ];
    let told = messages(&memo(&en.map(item).concat(), &fr.map(item).concat()));
    assert!(
        told.contains("Rope of 6 m") && !told.contains("or one beside it"),
        "{told}"
    );
}

#[test]
fn a_section_that_was_written_anew_is_told_once() {
    let en = "The boathouse opens in May.\n\n\
        Members bring their own rope and leave it on the hooks behind the stairs.\n\n\
        Keys lie at the desk.\n\n\
        Visitors who come by water tie up at the north pier and ring the bell twice.\n\n\
        The desk closes at dusk.\n\n\
        Whoever finds a lifebuoy adrift puts it back on the rack and tells the harbour master.\n";
    let fr = "Le hangar ouvre en mai.\n\nLes clés se trouvent au comptoir.\n\n\
        Le comptoir ferme au crépuscule.\n";
    let found = found(&memo(en, fr));
    let told = found
        .iter()
        .filter(|it| it.as_str() == "error P010")
        .count();
    assert_eq!(told, 1, "{found:?}");
}

#[test]
fn a_paragraph_left_in_english_is_an_error_in_such_a_section_too() {
    let kept = "Whoever is late for the last boat has to wait until the next morning.\n";
    let en = format!(
        "The boathouse opens in May.\n\n\
        Members bring their own rope and leave it on the hooks behind the stairs.\n\n\
        Keys lie at the desk.\n\n\
        Visitors who come by water tie up at the north pier and ring the bell twice.\n\n\
        The desk closes at dusk.\n\n\
        Whoever finds a lifebuoy adrift puts it back on the rack and tells us.\n\n{kept}"
    );
    let fr = format!(
        "Le hangar ouvre en mai.\n\nLes clés se trouvent au comptoir.\n\n\
        Le comptoir ferme au crépuscule.\n\n{kept}"
    );
    let found = found(&memo(&en, &fr));
    assert!(found.contains(&"error P070".to_owned()), "{found:?}");
}
