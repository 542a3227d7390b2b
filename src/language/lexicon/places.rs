//! Places and their names in both languages: `pairs/places.tsv`.

use super::key::place_key;
use crate::lang::Lang;
use crate::language::table::{Index, Row, Table, index, table};

pub(super) static PLACES: Table<Place> = table!("pairs/places.tsv", PLACES_COLUMNS, read);

const PLACES_COLUMNS: &[&str] = &[
    "kind",
    "english",
    "french",
    "article",
    "in",
    "english abbreviations",
    "french abbreviations",
];

/// A place of the table.
#[derive(Clone, Debug)]
pub struct Place {
    names: [Vec<&'static str>; 2],
    /// For each French name.
    forms: Vec<PlaceForm>,
}

/// What French sets before a name of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceForm {
    /// The article, before any elision: `le`, `la`, `les`; `-` for none.
    pub article: &'static str,
    /// The words that say "in": `en`, `à l’`; none where they are not known.
    pub locative: Option<&'static str>,
}

/// A place's number in the table, the same in every run of one build.
pub type PlaceId = u16;

/// The places of a name, by its key.
static NAMED: [Index; 2] = [index!("places-en"), index!("places-fr")];

/// How many words the longest name has that begins with a word.
static BEGINNINGS: [Index; 2] = [index!("place-beginnings-en"), index!("place-beginnings-fr")];

/// The places of an abbreviation.
static ABBREVIATED: [Index; 2] = [
    index!("place-abbreviations-en"),
    index!("place-abbreviations-fr"),
];

impl Place {
    /// Its names in a language; the first is the one to use.
    pub fn names(&self, lang: Lang) -> &[&'static str] {
        lang.of::<Vec<_>>(&self.names)
    }

    fn form_of(&self, french: &str) -> Option<PlaceForm> {
        let key = place_key(french);
        let mut names = self.names[1].iter().zip(&self.forms);
        let found = names.find(|(name, _)| place_key(name) == key);
        found.map(|(_, form)| *form)
    }
}

/// The place of this number.
pub fn place(id: PlaceId) -> &'static Place {
    // Numbers come from the table alone, which has a first entry.
    let places = PLACES.entries();
    places.get(usize::from(id)).unwrap_or(&places[0])
}

/// The places of a name, in any case, with or without accents, hyphens or dots; several
/// where places share a name, none for a name that is not known.
pub fn places_named(name: &str, lang: Lang) -> &'static [PlaceId] {
    lang.of(&NAMED).get(&place_key(name))
}

/// What French sets before a French name of a place, each that there is once: several where
/// places of different grammar share the name. `english` tells which of them is meant, where
/// it is known: first by the usual English name to the letter, then by any.
pub fn place_forms(name: &str, english: Option<&str>) -> Vec<PlaceForm> {
    let ids = places_named(name, Lang::Fr);
    let of = |is_meant: &dyn Fn(&Place) -> bool| -> Vec<PlaceForm> {
        let mut forms = Vec::new();
        for place in ids.iter().map(|id| place(*id)).filter(|it| is_meant(it)) {
            let form = place.form_of(name);
            forms.extend(form.filter(|form| !forms.contains(form)));
        }
        forms
    };
    let Some(english) = english else {
        return of(&|_| true);
    };
    let usual = of(&|place| place.names[0].first() == Some(&english));
    let key = place_key(english);
    let any = || of(&|place| place.names[0].iter().any(|name| place_key(name) == key));
    let found = [usual, any()].into_iter().find(|forms| !forms.is_empty());
    found.unwrap_or_else(|| of(&|_| true))
}

/// The places of an abbreviation, to the letter: `N.S.`, `C.-B.`, `ON`.
pub fn places_abbreviated(abbreviation: &str, lang: Lang) -> &'static [PlaceId] {
    lang.of(&ABBREVIATED).get(abbreviation)
}

/// How many words the longest name of a place has that begins with a folded word, as the
/// table parts them; nothing where none begins with it. One letter of `St.` and all of
/// `Nova` count alike.
pub fn longest_place_name(folded: &str, lang: Lang) -> Option<usize> {
    let longest = lang.of(&BEGINNINGS).get(folded).first();
    longest.copied().map(usize::from)
}

/// Whether the name of a place begins with a folded word.
pub fn begins_place(folded: &str, lang: Lang) -> bool {
    longest_place_name(folded, lang).is_some()
}

fn read(row: &Row) -> Option<Place> {
    let french = some(row.list(2))?;
    let articles = for_each(row.cell(3), french.len())?;
    let locatives = for_each(row.cell(4), french.len())?;
    let form = |(article, locative): (&'static str, &'static str)| PlaceForm {
        article,
        locative: Some(locative).filter(|words| *words != "-"),
    };
    Some(Place {
        forms: articles.into_iter().zip(locatives).map(form).collect(),
        names: [some(row.list(1))?, french],
    })
}

/// What a column says of each of so many names: one thing of all, or one of each.
fn for_each(cell: &'static str, count: usize) -> Option<Vec<&'static str>> {
    let said: Vec<&str> = cell.split("; ").collect();
    match said.as_slice() {
        [one] => Some(vec![one; count]),
        _ => (said.len() == count).then_some(said),
    }
}

fn some(names: Vec<&'static str>) -> Option<Vec<&'static str>> {
    (!names.is_empty()).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::fold;
    use std::collections::BTreeMap;

    fn pair(en: &str, fr: &str) -> bool {
        let french = places_named(fr, Lang::Fr);
        places_named(en, Lang::En)
            .iter()
            .any(|id| french.contains(id))
    }

    #[test]
    fn a_place_is_found_by_its_names() {
        for (en, fr) in [
            ("Nova Scotia", "Nouvelle-Écosse"),
            ("Quebec", "Québec"),
            ("QUEBEC CITY", "QUÉBEC"),
            ("Saint John", "Saint-Jean"),
            ("St. John's", "St. John’s"),
            ("Trois Rivieres", "Trois-Rivières"),
            ("Lake Superior", "lac Supérieur"),
            ("bay of fundy", "Baie de Fundy"),
            ("London", "Londres"),
            ("London", "London"),
            ("United States", "États\u{2011}Unis"),
        ] {
            assert!(pair(en, fr), "{en} {fr}");
        }
        assert!(!pair("Halifax", "Moncton"));
        assert!(!pair("Nova Scotia", "Manitoba"));
        assert!(places_named("Nowhere", Lang::En).is_empty());
        assert!(longest_place_name("ile", Lang::Fr) > Some(3));
        assert_eq!(longest_place_name("nowhere", Lang::En), None);
    }

    #[test]
    fn an_abbreviation_is_read_to_the_letter() {
        let french = places_abbreviated("N.-É.", Lang::Fr);
        assert_eq!(french, places_abbreviated("N.S.", Lang::En));
        assert_eq!(place(french[0]).names(Lang::En), ["Nova Scotia"]);
        assert_eq!(places_abbreviated("ON", Lang::En).len(), 1);
        assert!(places_abbreviated("on", Lang::En).is_empty());
    }

    /// The abbreviations of each place.
    static SHORT: Table<[Vec<&str>; 2]> = table!("pairs/places.tsv", PLACES_COLUMNS, |row| {
        Some([row.list(5), row.list(6)])
    });

    #[test]
    fn every_name_and_abbreviation_of_the_table_is_found() {
        for lang in Lang::ALL {
            let mut named: BTreeMap<String, Vec<PlaceId>> = BTreeMap::new();
            let mut short: BTreeMap<&str, Vec<PlaceId>> = BTreeMap::new();
            let mut longest: BTreeMap<String, usize> = BTreeMap::new();
            let lines = PLACES.entries().iter().zip(SHORT.entries());
            for (id, (place, abbreviations)) in (0..).zip(lines) {
                for key in place.names(lang).iter().map(|name| place_key(name)) {
                    let first = key.split(|letter: char| !letter.is_alphanumeric());
                    let first = first.take(1).collect::<String>();
                    let words = key.split(' ').count();
                    longest
                        .entry(first)
                        .and_modify(|most| *most = words.max(*most))
                        .or_insert(words);
                    let ids = named.entry(key).or_default();
                    ids.push(id);
                    ids.dedup();
                }
                for abbreviation in lang.of(abbreviations) {
                    short.entry(abbreviation).or_default().push(id);
                }
            }
            let counts = [&NAMED, &ABBREVIATED, &BEGINNINGS].map(|it| lang.of(it).ends.len());
            assert_eq!(counts, [named.len(), short.len(), longest.len()]);
            for (key, ids) in &named {
                assert_eq!(places_named(key, lang), ids, "{key}");
            }
            for (abbreviation, ids) in &short {
                assert_eq!(
                    places_abbreviated(abbreviation, lang),
                    ids,
                    "{abbreviation}"
                );
            }
            for (word, words) in &longest {
                assert_eq!(longest_place_name(word, lang), Some(*words), "{word}");
            }
        }
    }

    /// What each line says of each French name: its kind, the name, its article, its "in".
    static COLUMNS: Table<Vec<[&str; 4]>> = table!("pairs/places.tsv", PLACES_COLUMNS, |row| {
        let names = row.list(2);
        let articles = for_each(row.cell(3), names.len())?;
        let locatives = for_each(row.cell(4), names.len())?;
        let columns = names.iter().zip(articles).zip(locatives);
        let cells =
            columns.map(|((name, article), locative)| [row.cell(0), *name, article, locative]);
        Some(cells.collect())
    });

    const KINDS: [&str; 13] = [
        "province",
        "territory",
        "city",
        "region",
        "island",
        "lake",
        "river",
        "sea",
        "mountain",
        "park",
        "country",
        "state",
        "continent",
    ];

    /// What a name says of itself, held against its columns: a place whose French
    /// locative contracts or elides has an article, and `en` stands where French has it.
    #[test]
    fn the_columns_agree() {
        for [kind, name, article, locative] in COLUMNS.entries().iter().flatten().copied() {
            assert!(KINDS.contains(&kind), "{name}: {kind}");
            let wanted: &[&str] = match locative {
                "au" | "dans le" | "sur le" => &["le"],
                "à la" | "dans la" | "sur la" => &["la"],
                "aux" | "dans les" | "sur les" => &["les"],
                "en" | "à l’" | "dans l’" | "sur l’" => &["le", "la", "-"],
                "à" | "dans" | "-" => &["-"],
                other => panic!("{name}: {other}"),
            };
            assert!(wanted.contains(&article), "{name}");
            let vowel = fold(name).starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
            let elided = locative.ends_with('’');
            assert!(!elided || vowel || name == "Himalaya", "{name}");
            let whole = locative.ends_with(" le") || locative.ends_with(" la");
            assert!(!whole || !vowel, "{name}");
            let au = locative == "au";
            assert!(
                !au || !vowel || name == "Yukon" || name == "Yémen",
                "{name}"
            );
            assert!(!(locative == "en" && article == "le") || vowel, "{name}");
            let of_city = ["à", "dans la", "à la"].contains(&locative);
            assert!(
                kind != "city" || of_city || name == "Grand Sudbury",
                "{name}"
            );
        }
    }

    #[test]
    fn no_place_stands_twice() {
        let mut seen = std::collections::HashSet::new();
        for (place, columns) in PLACES.entries().iter().zip(COLUMNS.entries()) {
            let [kind, ..] = columns[0];
            let [en, fr] = [place.names(Lang::En)[0], place.names(Lang::Fr)[0]];
            assert!(seen.insert((kind, en, fr)), "{en} {fr}");
            for lang in Lang::ALL {
                let names: std::collections::HashSet<_> = place.names(lang).iter().collect();
                assert_eq!(names.len(), place.names(lang).len(), "{en}");
            }
        }
        assert!(seen.len() > 900, "{}", seen.len());
    }
}
