//! *De* and *à* before names that are known at run time: `de Montréal`, `d’Ottawa`,
//! `du ministère du Travail`, `des Escoumins`.

use super::elision::elides;
use super::options::{CallOptions, GENDERS, NUMBERS, SetOption, choose};
use super::style::Style;
use crate::lang::Lang;
use crate::language::words::Words;
use crate::memo::{Gender, GrammaticalNumber};

/// Which preposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preposition {
    /// *de*; in English "of".
    #[default]
    De,
    /// *à*; in English "to".
    A,
    /// *en*, *au*, *aux*, *à*, *dans le*: what says "in" before this name.
    In,
    /// No preposition: the name, with its article where that is asked for.
    None,
}

/// Whether the name takes the definite article after the preposition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Article {
    /// As it stands: people, towns, and names that begin with their own article.
    #[default]
    None,
    /// With the article: `ministère du Travail` → `du ministère du Travail`.
    Definite,
}

/// Options of `DE`: what cannot be read off a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrepositionOptions {
    /// `preposition`: `de`, `à` (or `a`), `en`, `none`.
    pub preposition: Preposition,
    /// `article`: `none`, `definite`. A gender or a plural says `definite` by itself.
    pub article: Article,
    /// `gender`: `masculine`, `feminine`.
    pub gender: Option<Gender>,
    /// `number`: `one`, `other`.
    pub number: Option<GrammaticalNumber>,
    /// `h`: `aspirate`, `mute`; what the list of names does not know.
    pub aspirate: Option<bool>,
    /// Whether `article`, `gender` or `number` were given.
    pub article_is_said: bool,
}

const PREPOSITIONS: [(&str, Preposition); 5] = [
    ("de", Preposition::De),
    ("à", Preposition::A),
    ("a", Preposition::A),
    ("en", Preposition::In),
    ("none", Preposition::None),
];

const ARTICLES: [(&str, Article); 2] = [("none", Article::None), ("definite", Article::Definite)];

const ASPIRATES: [(&str, bool); 2] = [("aspirate", true), ("mute", false)];

impl CallOptions for PrepositionOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[
        ("preposition", |it, value| {
            choose(value, &PREPOSITIONS, &mut it.preposition)
        }),
        ("article", |it, value| {
            it.article_is_said = true;
            choose(value, &ARTICLES, &mut it.article)
        }),
        ("gender", |it, value| {
            (it.article, it.article_is_said) = (Article::Definite, true);
            choose(value, &GENDERS, &mut it.gender)
        }),
        ("number", |it, value| {
            it.article_is_said = true;
            choose(value, &NUMBERS, &mut it.number)?;
            if it.number == Some(GrammaticalNumber::Other) {
                it.article = Article::Definite;
            }
            Ok(())
        }),
        ("h", |it, value| choose(value, &ASPIRATES, &mut it.aspirate)),
    ];
}

/// The name with its preposition, contracted and elided as French wants it.
///
/// A name that begins with its own article contracts where French does: *Le Havre* →
/// *du Havre*, *Les Escoumins* → *des Escoumins* (Commission de toponymie); *La
/// Malbaie* and *L’Isle-Verte* keep theirs. English has "of" and "to".
pub fn preposition(name: &str, style: Style, options: &PrepositionOptions) -> Words {
    let name = name.trim();
    if style.lang == Lang::En {
        let word = match options.preposition {
            Preposition::De => "of ",
            Preposition::A => "to ",
            Preposition::In => "in ",
            Preposition::None => "",
        };
        let the = match options.article {
            Article::None => "",
            Article::Definite => "the ",
        };
        return Words::plain(format!("{word}{the}{name}"));
    }
    let [simple, masculine, plural] = match options.preposition {
        Preposition::De => ["de ", "du ", "des "],
        Preposition::A | Preposition::In => ["à ", "au ", "aux "],
        Preposition::None => ["", "le ", "les "],
    };
    // Feminine names, and all that begin with a vowel, take "en": en France, en Iraq.
    let feminine = options.gender == Some(Gender::Feminine);
    if options.preposition == Preposition::In
        && options.article == Article::Definite
        && options.number != Some(GrammaticalNumber::Other)
        && (feminine || elides(name, options.aspirate))
    {
        return Words::plain(format!("en {name}"));
    }
    if options.preposition == Preposition::None && has_article(name) {
        return Words::plain(name);
    }
    if let Some(rest) = own_article(name, "le ") {
        return Words::plain(format!("{masculine}{rest}"));
    }
    if let Some(rest) = own_article(name, "les ") {
        return Words::plain(format!("{plural}{rest}"));
    }
    if has_article(name) {
        return Words::plain(format!("{simple}{name}"));
    }
    let elided = elides(name, options.aspirate);
    let text = match (options.article, options.number, options.gender) {
        (Article::Definite, Some(GrammaticalNumber::Other), _) => format!("{plural}{name}"),
        (Article::Definite, ..) if elided => format!("{simple}l’{name}"),
        (Article::Definite, _, Some(Gender::Feminine)) => format!("{simple}la {name}"),
        (Article::Definite, ..) => format!("{masculine}{name}"),
        (Article::None, ..) if elided && options.preposition == Preposition::De => {
            format!("d’{name}")
        }
        (Article::None, ..) => format!("{simple}{name}"),
    };
    Words::plain(text)
}

/// Whether a French name begins with its article: `le ministère du Travail`.
pub fn has_article(name: &str) -> bool {
    ["le ", "la ", "les ", "l’", "l'"]
        .iter()
        .any(|article| own_article(name, article).is_some())
}

/// A French form behind its preposition, without it: `du ministère` → `le ministère`,
/// `de la Division` → `la Division`, `d’Ottawa` → `Ottawa`.
pub fn without_preposition(form: &str, preposition: Preposition) -> String {
    let (contracted, simple): (&[(&str, &str)], &[&str]) = match preposition {
        Preposition::De => (&[("du ", "le "), ("des ", "les ")], &["de ", "d’", "d'"]),
        Preposition::A | Preposition::In => (&[("au ", "le "), ("aux ", "les ")], &["à "]),
        Preposition::None => (&[], &[]),
    };
    for (contraction, article) in contracted {
        if let Some(name) = own_article(form, contraction) {
            return format!("{article}{name}");
        }
    }
    let name = simple.iter().find_map(|simple| own_article(form, simple));
    name.unwrap_or(form).to_owned()
}

/// What follows the article with which a name begins, in any case.
fn own_article<'a>(name: &'a str, article: &str) -> Option<&'a str> {
    let head = name.get(..article.len())?;
    let rest = name.get(article.len()..)?;
    (head.to_lowercase() == article && !rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fr(name: &str, pairs: &[(&str, &str)]) -> String {
        let options = crate::language::write::tests::options::<PrepositionOptions>(pairs);
        preposition(name, Lang::Fr.into(), &options).to_plain()
    }

    /// Forms of the Commission de toponymie, of OQLF's Vitrine linguistique and of
    /// the Translation Bureau's lists of departments.
    #[test]
    fn de_and_a() {
        let de = |name| fr(name, &[]);
        assert_eq!(de("Montréal"), "de Montréal");
        assert_eq!(de("Ottawa"), "d’Ottawa");
        assert_eq!(de("Yves Roy"), "d’Yves Roy");
        assert_eq!(de("A. Tremblay"), "de A. Tremblay");
        assert_eq!(de("Le Havre"), "du Havre");
        assert_eq!(de("Les Escoumins"), "des Escoumins");
        assert_eq!(de("La Malbaie"), "de La Malbaie");
        assert_eq!(de("L’Isle-Verte"), "de L’Isle-Verte");
        assert_eq!(de("le ministère du Travail"), "du ministère du Travail");
        assert_eq!(
            de("l'Office national du film"),
            "de l'Office national du film"
        );
        assert_eq!(de("Léa Hébert"), "de Léa Hébert");
        assert_eq!(de("Lesage"), "de Lesage");
        let a = |name| fr(name, &[("preposition", "à")]);
        assert_eq!(a("Ottawa"), "à Ottawa");
        assert_eq!(a("Le Havre"), "au Havre");
        assert_eq!(a("les partenaires"), "aux partenaires");
    }

    #[test]
    fn with_an_article() {
        let masculine = [("gender", "masculine")];
        let feminine = [("gender", "feminine")];
        assert_eq!(
            fr("ministère du Travail", &masculine),
            "du ministère du Travail"
        );
        assert_eq!(
            fr("Direction des programmes", &feminine),
            "de la Direction des programmes"
        );
        assert_eq!(
            fr("Office des transports", &masculine),
            "de l’Office des transports"
        );
        assert_eq!(fr("Hôpital d’Ottawa", &masculine), "de l’Hôpital d’Ottawa");
        assert_eq!(fr("Huron", &masculine), "du Huron");
        assert_eq!(fr("Yukon", &masculine), "du Yukon");
        assert_eq!(fr("Ontario", &masculine), "de l’Ontario");
        assert_eq!(
            fr("Archives publiques", &[("number", "other")]),
            "des Archives publiques"
        );
        assert_eq!(
            fr(
                "Commission",
                &[("gender", "feminine"), ("preposition", "à")]
            ),
            "à la Commission"
        );
        assert_eq!(
            fr("Archives", &[("number", "other"), ("preposition", "à")]),
            "aux Archives"
        );
    }

    #[test]
    fn a_form_tells_the_name() {
        for (form, preposition, name) in [
            (
                "du ministère du Travail",
                Preposition::De,
                "le ministère du Travail",
            ),
            ("des Archives", Preposition::De, "les Archives"),
            ("de la Commission", Preposition::De, "la Commission"),
            ("de l’Office", Preposition::De, "l’Office"),
            ("d’Élections Ontario", Preposition::De, "Élections Ontario"),
            ("de Santé Canada", Preposition::De, "Santé Canada"),
            ("au ministère", Preposition::A, "le ministère"),
            ("aux Archives", Preposition::A, "les Archives"),
            ("à la Commission", Preposition::A, "la Commission"),
            ("la Commission", Preposition::None, "la Commission"),
        ] {
            assert_eq!(without_preposition(form, preposition), name);
            // And back.
            let options = PrepositionOptions {
                preposition,
                ..PrepositionOptions::default()
            };
            let back = super::preposition(name, Lang::Fr.into(), &options);
            assert_eq!(back.to_plain(), form);
        }
        let none = [("preposition", "none")];
        assert_eq!(fr("le Yukon", &none), "le Yukon");
        assert_eq!(fr("Yukon", &none), "Yukon");
        let with = |name| fr(name, &[("preposition", "none"), ("gender", "feminine")]);
        assert_eq!(with("Commission"), "la Commission");
        assert_eq!(with("Agence"), "l’Agence");
    }

    #[test]
    fn english_has_of_and_to() {
        let options = PrepositionOptions::default();
        assert_eq!(
            preposition("Ottawa", Lang::En.into(), &options).to_plain(),
            "of Ottawa"
        );
    }
}
