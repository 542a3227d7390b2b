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
    computer_names_are_no_words:
        "The file has `a` column booking_rule_id_of_the_day.",
        "Le fichier a une colonne booking_rule_id_of_the_day."
        => [];
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
