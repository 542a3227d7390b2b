//! Licences that the places which compare values, texts and lists ask for by name.

use super::licence::Licence;

macro_rules! licences {
    ($($(#[$about:meta])+ $constant:ident = $name:literal, $en:literal, $fr:literal;)+) => {
        $(
            $(#[$about])+
            pub(in crate::check) static $constant: Licence = Licence {
                name: $name,
                en: $en,
                fr: $fr,
            };
        )+
        /// All of them.
        pub(super) static ASKED: &[&Licence] = &[$(&$constant),+];
    };
}

licences! {
    /// Two numbers are one share.
    SHARE = "share-of-a-whole", "Four employees in five agree.", "80 % des employés sont d’accord.";

    /// Lengths of time in two units.
    SAME_LENGTH = "same-length", "The meeting takes half an hour.", "La réunion dure 30 minutes.";

    /// Two lengths of time are one.
    SUM = "sum-of-lengths", "It takes two hours and 30 minutes.", "Elle prend 150 minutes.";

    /// Two years in a row are a fiscal year.
    SHORT_YEARS = "fiscal-year-in-two-digits", "In 23-24, the dock was closed.", "En 2023-2024, le quai était fermé.";

    /// So many times a number before it.
    TIMES = "times-a-number", "The first dose is 20 mL; the next is twice that.", "La première dose est de 20 mL; la suivante est de 40 mL.";

    /// The English leaves the half of the day to the reader.
    HALF_OF_DAY = "half-of-day-left-out", "Supper is at 7:30.", "Le souper est à 19 h 30.";

    /// One language says a unit once for several numbers.
    SHARED_UNIT = "shared-unit", "The grants are $5,000, $10,000 and $15,000.", "Les subventions sont de 5 000, 10 000 et 15 000 $.";

    /// Both languages have the same characters, which each reads in its way.
    WRITTEN_ALIKE = "written-alike", "In 2024, it opened on June 3.", "Il a ouvert le 3 juin 2024.";

    /// Numbers of fixed phrases and of names.
    IDLE = "fixed-phrase", "The line is open around the clock, 24 hours a day.", "La ligne est ouverte en tout temps.";

    /// Values that the other language may say in other words, such as holidays.
    LOOSE = "loosely-said", "The office closes on Canada Day.", "Le bureau ferme pour la fête nationale.";

    /// What is said twice in one language and once in the other.
    SAID_AGAIN = "said-again", "Bring three copies. The three copies are kept.", "Apportez trois exemplaires. Ils sont gardés.";

    /// Small numbers in words that the other language does not say.
    SMALL_NUMBER = "small-number-in-words", "The ships left.", "Les deux navires sont partis.";

    /// English gives names the ending of the plural, and French none.
    PLURAL_NAME = "plural-of-a-name", "The port lends Macs to its guests.", "Le port prête des Mac à ses invités.";

    /// A number that only counts what is named.
    LISTED = "counts-what-is-named", "There are three lights: red, white and red.", "Les feux sont rouge, blanc et rouge.";

    /// A number that the other language says in another text of the section.
    SAID_NEAR = "said-in-the-section", "On June 3, the fifteen boats were ready.\n\nOn June 8, the crews left.", "Le 3 juin, les bateaux étaient prêts.\n\nLe 8 juin, les équipages des quinze bateaux sont partis.";
}
