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

    /// "Weekdays" says Monday and Friday.
    WEEKDAYS = "weekdays", "The counter is open on weekdays.", "Le comptoir est ouvert du lundi au vendredi.";

    /// Two years in a row are a fiscal year.
    SHORT_YEARS = "fiscal-year-in-two-digits", "In 23-24, the dock was closed.", "En 2023-2024, le quai était fermé.";

    /// The English leaves the half of the day to the reader.
    HALF_OF_DAY = "half-of-day-left-out", "Supper is at 7:30.", "Le souper est à 19 h 30.";

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
}
