//! The two official languages.

use std::fmt;
use std::ops::{Index, IndexMut};

/// An official language of Canada.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Canadian English.
    En,
    /// Canadian French.
    Fr,
}

impl Lang {
    /// Both languages, in the order in which outputs are listed.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The language's key in memo files and file names: `en` or `fr`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The BCP 47 tag written into HTML and PDF: `en-CA` or `fr-CA`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en-CA",
            Lang::Fr => "fr-CA",
        }
    }

    /// The three letters of ISO 639-2/T, as catalogues have them: `eng` or `fra`.
    pub const fn iso_639_2(self) -> &'static str {
        match self {
            Lang::En => "eng",
            Lang::Fr => "fra",
        }
    }

    /// The language and the country as programs name them: `en_CA` or `fr_CA`.
    pub const fn locale(self) -> &'static str {
        match self {
            Lang::En => "en_CA",
            Lang::Fr => "fr_CA",
        }
    }

    /// The language's name in findings, which are English.
    pub const fn name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fr => "French",
        }
    }

    /// The other language.
    pub const fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        }
    }

    /// What belongs to this language, of what is there for English and for French.
    pub(crate) const fn of<T>(self, both: &[T; 2]) -> &T {
        let [en, fr] = both;
        match self {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }

    /// The first for English, the second for French.
    pub(crate) fn choose<T>(self, en: T, fr: T) -> T {
        match self {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }

    /// The language whose [`code`](Lang::code) is `code`.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// One of something for each language: `both[Lang::Fr]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Both<T> {
    /// The English one.
    pub en: T,
    /// The French one.
    pub fr: T,
}

impl<T> Both<T> {
    /// What `make` makes for each language, English first.
    pub fn of(mut make: impl FnMut(Lang) -> T) -> Both<T> {
        Both {
            en: make(Lang::En),
            fr: make(Lang::Fr),
        }
    }

    /// Each language with its own, English first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        Lang::ALL.into_iter().zip([&self.en, &self.fr])
    }
}

impl<T> Index<Lang> for Both<T> {
    type Output = T;

    fn index(&self, lang: Lang) -> &T {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

impl<T> IndexMut<Lang> for Both<T> {
    fn index_mut(&mut self, lang: Lang) -> &mut T {
        match lang {
            Lang::En => &mut self.en,
            Lang::Fr => &mut self.fr,
        }
    }
}
