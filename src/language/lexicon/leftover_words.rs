//! The words that stand where a text is to come.

/// Words that stand alone in brackets where a text is to come, without accents and in
/// lower case.
pub(super) const BRACKETED: &[&str] = &[
    "a traduire",
    "traduire",
    "traduction a venir",
    "translation to come",
    "translate",
    "insert",
    "inserer",
    "placeholder",
    "draft text",
    "french to come",
    "english to come",
    "fr to come",
    "en to come",
    "version francaise a venir",
    "version anglaise a venir",
    "xx",
    "xxx",
    "xxxx",
    "#",
    "##",
    "###",
    "nn",
    "tk",
    "tktk",
];

/// Words that name what belongs in their place, where they stand alone in brackets: form
/// letters have them, and so do examples of how to cite something.
pub(super) const NAMING: &[&str] = &[
    "translation",
    "name",
    "nom",
    "date",
    "link",
    "lien",
    "title",
    "titre",
    "number",
    "numero",
    "amount",
    "montant",
    "address",
    "adresse",
    "signature",
];

/// What a text that names what belongs in its place begins with.
pub(super) const NAMING_BEGINNINGS: &[&str] = &["name of ", "nom de ", "nom du ", "nom de l"];

/// What such a text begins with, without accents and in lower case; more may follow.
pub(super) const BEGINNINGS: &[&str] = &[
    "tbd",
    "tbc",
    "tba",
    "to come",
    "to be determined",
    "to be confirmed",
    "to be completed",
    "to be announced",
    "to be added",
    "to be inserted",
    "to be translated",
    "a venir",
    "a completer",
    "a confirmer",
    "a determiner",
    "a preciser",
    "a verifier",
    "a inserer",
    "a ajouter",
    "a traduire",
    "insert ",
    "inserer ",
    "placeholder",
    "your name",
    "your title",
    "votre nom",
    "votre titre",
    "note to draft",
    "note to translator",
    "note to reviewer",
    "note au traducteur",
    "note a la traduct",
    "note au redacteur",
    "ntd",
    "todo",
    "fixme",
];

/// What such a text ends in where it begins with a capital and has a few words: the name
/// of what is to be put there.
pub(super) const ENDINGS: &[&str] = &[
    "name",
    "names",
    "date",
    "dates",
    "title",
    "number",
    "address",
    "email",
    "phone",
    "amount",
    "department",
    "organization",
    "company",
    "position",
    "location",
    "time",
    "link",
    "signature",
    "nom",
    "noms",
    "titre",
    "numero",
    "adresse",
    "courriel",
    "montant",
    "ministere",
    "organisme",
    "poste",
    "lieu",
    "heure",
    "lien",
];

/// How many words a name of what is to come has.
pub(super) const NAME: usize = 4;

/// Capital words that mark unfinished text wherever they stand.
pub(super) const MARKS: &[&str] = &["TODO", "FIXME", "XXX", "TKTK"];

/// Capital words that say that something is to come, and are nothing else.
pub(super) const ABBREVIATIONS: &[&str] = &["TBD", "TBC", "TBA"];

/// Words that say so in capitals, and ordinary things in small letters: without accents.
pub(super) const PHRASES: &[&str] = &[
    "A VENIR",
    "A DETERMINER",
    "A COMPLETER",
    "A CONFIRMER",
    "A PRECISER",
    "A VERIFIER",
    "A TRADUIRE",
    "A INSERER",
    "TO COME",
    "TO BE DETERMINED",
    "TO BE CONFIRMED",
    "TO BE COMPLETED",
    "TO BE ANNOUNCED",
    "TO BE ADDED",
    "TO BE TRANSLATED",
    "PLACEHOLDER",
];

/// Words that want others put in their place: capitals follow them.
pub(super) const ORDERS: &[&str] = &["INSERT", "INSERER"];

/// Text that fills a place until its own is there, or says that a program lost it, without
/// accents and in lower case; and whether nothing else can be meant.
pub(super) const FILLERS: &[(&str, bool)] = &[
    ("lorem ipsum", true),
    ("click or tap here to enter text", true),
    ("click here to enter text", true),
    ("click or tap to enter a date", true),
    ("click here to enter a date", true),
    ("choose an item.", false),
    ("type text here", false),
    ("your text here", false),
    ("error! reference source not found", true),
    ("error! bookmark not defined", true),
    ("cliquez ou appuyez ici pour entrer", true),
    ("cliquez ici pour entrer", true),
    ("choisissez un element.", false),
    ("votre texte ici", false),
    ("erreur ! source du renvoi introuvable", true),
    ("erreur ! signet non defini", true),
    ("[object object]", true),
    ("#ref!", true),
    ("#value!", true),
    ("#div/0!", true),
    ("#name?", true),
    ("#valeur!", true),
    ("#nom?", true),
];
