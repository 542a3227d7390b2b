//! Every table of words is read whole, and none is forgotten.

use super::{
    calendar, captions, cognates, concepts, currencies, durations, fold, function_words, joints,
    leftover_words, mailboxes, names, numbers, persons, phrases, places, roles, stance, stem,
    titles, typographic,
};
use crate::language::table::tests::CheckedTable;
use std::collections::BTreeSet;
use std::path::Path;

fn tables() -> Vec<&'static dyn CheckedTable> {
    let [months, mois] = &calendar::MONTHS;
    let [weekdays, jours] = &calendar::WEEKDAYS;
    let [captions, legendes] = &captions::CAPTIONS;
    let [parts, elements] = &numbers::PARTS;
    let [ranks, rangs] = &numbers::RANKS;
    let [fractions, parties] = &numbers::FRACTIONS;
    let [scales, echelles] = &numbers::SCALES;
    let [durations, durees] = &durations::DURATIONS;
    let [rates, frequences] = &durations::RATES;
    let [holidays, fetes] = &phrases::HOLIDAYS;
    let [idioms, locutions] = &phrases::IDIOMS;
    let [english, french] = &function_words::FUNCTION_WORDS;
    let [below, dessous] = &names::BELOW;
    let [kinds, genres] = &names::PLACE_KINDS;
    let [no_values, neants] = &names::NO_VALUES;
    let [vague_links, liens] = &names::VAGUE_LINKS;
    let [numbered, numerotes] = &names::NUMBERED;
    let [organizations, organismes] = &names::ORGANIZATIONS;
    let [stances, attitudes] = &stance::STANCES;
    let [leftovers, restes] = &leftover_words::BY_LANGUAGE;
    let [abbreviations, abreges] = &typographic::ABBREVIATIONS;
    let [loose, libres] = &typographic::LOOSE;
    let [roles, emplois] = &roles::ROLES;
    let [honorifics, civilites] = &persons::HONORIFICS;
    let [given_names, surnames] = &persons::TABLES;
    vec![
        months,
        mois,
        weekdays,
        jours,
        captions,
        legendes,
        parts,
        elements,
        ranks,
        rangs,
        fractions,
        parties,
        scales,
        echelles,
        durations,
        durees,
        rates,
        frequences,
        holidays,
        fetes,
        idioms,
        locutions,
        english,
        french,
        &names::PLURAL_WORDS,
        below,
        dessous,
        kinds,
        genres,
        no_values,
        neants,
        vague_links,
        liens,
        numbered,
        numerotes,
        organizations,
        organismes,
        stances,
        attitudes,
        &stance::SAME,
        leftovers,
        restes,
        abbreviations,
        abreges,
        loose,
        libres,
        roles,
        emplois,
        honorifics,
        civilites,
        given_names,
        surnames,
        &persons::BEFORE_TRANSLATED,
        &persons::PARTICLES,
        &roles::LATIN,
        &roles::ENTITIES,
        &phrases::BEFORE_MONTHS,
        &function_words::LIGHT,
        &function_words::SPELLINGS,
        &titles::TITLES,
        &titles::FORMS,
        &titles::COMPLEMENTS,
        &leftover_words::OF_BOTH,
        &cognates::COGNATES,
        &concepts::CONCEPTS,
        &currencies::CURRENCIES,
        &mailboxes::SHORT_FORMS,
        &mailboxes::HOSTS,
        &places::PLACES,
        &typographic::COUNTED_WORDS,
        &typographic::UNCOUNTED_WORDS,
        &names::BODIES,
        &typographic::UNIT_SYMBOLS,
        &typographic::BEFORE_RANGES,
        &typographic::ORDINAL_ENDINGS,
        &typographic::ELISION,
        &joints::JOINTS,
        &joints::GUARDS,
        &joints::CAPITALS,
    ]
}

#[test]
fn every_line_of_every_table_is_read() {
    let faults: Vec<_> = tables().iter().flat_map(|table| table.faults()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_file_is_the_file_of_a_table() {
    let known: BTreeSet<_> = tables()
        .iter()
        .map(|table| table.file().to_owned())
        .collect();
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language");
    let mut found = BTreeSet::new();
    for folder in ["en", "fr", "pairs"] {
        for file in std::fs::read_dir(room.join(folder)).expect("a folder") {
            let name = file.expect("an entry").file_name();
            found.insert(format!("{folder}/{}", name.to_string_lossy()));
        }
    }
    assert_eq!(found, known);
}

#[test]
fn stems_stop_on_characters() {
    assert_eq!(stem("reglements"), "regle");
    assert_eq!(stem("mois"), "moi");
    assert_eq!(stem("as"), "as");
    assert_eq!(fold("ÉCOLE Œuvre"), "ecole oeuvre");
}
