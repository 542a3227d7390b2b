//! What is read from English and French texts.

use super::*;
use crate::lang::Lang;
use crate::memo::fact::Time;

/// The values of a text in a short form.
fn read(text: &str, lang: Lang) -> Vec<String> {
    scan(text, lang)
        .into_iter()
        .filter(|reading| reading.weight == Weight::Firm)
        .map(|reading| match reading.value {
            Value::Number { value, words } => format!("{value}{}", if words { "w" } else { "" }),
            Value::Ordinal { value, .. } => format!("#{value}"),
            Value::Fraction(above, below) => format!("{above}/{below}"),
            Value::Percent(value) => format!("{value}%"),
            Value::Money { amount, currency } => format!("{currency}{amount}"),
            Value::Date { year, month, day } => format!(
                "{}.{}.{}",
                year.map_or(String::new(), |year| year.to_string()),
                month.map_or(String::new(), |month| month.to_string()),
                day.map_or(String::new(), |day| day.to_string())
            ),
            Value::Weekday(day) => format!("day{day}"),
            Value::FiscalYear(year) => format!("FY{year}"),
            Value::Time(Time(minutes)) => format!("{}:{:02}", minutes / 60, minutes % 60),
            Value::Phone(digits) => format!("tel{digits}"),
            Value::PostalCode(code) => code,
            Value::Email(text) | Value::Url(text) | Value::File(text) => text,
            Value::Code(code) => format!("code{code}"),
        })
        .collect()
}

fn en(text: &str) -> String {
    read(text, Lang::En).join(" ")
}

fn fr(text: &str) -> String {
    read(text, Lang::Fr).join(" ")
}

/// Both languages say the same.
#[track_caller]
fn same(english: &str, french: &str, values: &str) {
    assert_eq!(en(english), values, "{english}");
    assert_eq!(fr(french), values, "{french}");
}

#[test]
fn numbers() {
    same(
        "1,234.5 and 12,000,000",
        "1 234,5 et 12\u{a0}000\u{202f}000",
        "1234.5 12000000",
    );
    same("5 million people", "5 millions de personnes", "5000000");
    same("1.5 billion", "1,5 milliard", "1500000000");
    same("5 to 10 million", "5 à 10 millions", "5000000 10000000");
    same("the 26th floor", "le 26e étage", "#26");
    same("12 or 13, 14", "12 ou 13, 14", "12 13 14");
    same("WCAG 2.0", "WCAG 2.0", "2");
    assert!(scan("WCAG 2.0", Lang::Fr)[0].foreign_mark);
    assert!(scan("1,250.00 $", Lang::Fr)[0].foreign_mark);
    assert_eq!(fr("1,250"), "1.25");
    assert_eq!(en("section 4.2.1"), "code4.2.1");
}

#[test]
fn number_words() {
    same("nine (9) months", "neuf (9) mois", "9w 9");
    same("twenty-one", "vingt et un", "21w");
    same("ninety-seven", "quatre-vingt-dix-sept", "97w");
    same("eighty", "quatre-vingts", "80w");
    same("seventy-one", "soixante et onze", "71w");
    same("two hundred and five", "deux cent cinq", "205w");
    same(
        "a hundred and twenty thousand",
        "cent vingt mille",
        "120000w",
    );
    same("three million", "trois millions", "3000000w");
    same("a dozen", "une douzaine", "12w");
    same("third", "troisième", "#3");
    same("two-thirds", "deux tiers", "2/3");
    same("three quarters", "trois quarts", "3/4");
    same("half", "moitié", "1/2");
    same("one thousand and one", "mille un", "1001w");
    same("twenty-first", "vingt et unième", "#21");
    same("one hundred and first", "cent unième", "#101");
    same("eightieth", "quatre-vingtième", "#80");
    assert_eq!(fr("mille cent; deux millions mille"), "1100w 2001000w");
    assert_eq!(fr("les vingt premiers jours"), "20w #1");
    same(
        "two and a half million",
        "deux millions et demi",
        "2500000w",
    );
    same("a third of them", "le tiers des gens", "1/3");
    same("2 and a half hours", "2 heures et demie", "2.5");
    same(
        "twenty-two and a half hours",
        "vingt-deux heures et demie",
        "22.5w",
    );
    same("fifteen minutes", "une quinzaine de minutes", "15w");
    assert_eq!(fr("la prochaine quinzaine"), "");
    same("Phase II", "phase II", "2w");
    same("three quarters of an hour", "trois quarts d’heure", "45w");
    assert_eq!(fr("dix-sept, soixante-dix-huit"), "17w 78w");
    assert_eq!(fr("un à trois"), "1w 3w");
}

#[test]
fn parts_of_great_numbers_and_of_units() {
    same("half a million", "un demi-million", "500000w");
    same(
        "half a billion dollars",
        "un demi-milliard de dollars",
        "CAD500000000",
    );
    same(
        "a quarter of a million dollars",
        "un quart de million de dollars",
        "CAD250000",
    );
    same(
        "three-quarters of a million",
        "trois quarts de million",
        "750000w",
    );
    same("a million and a half", "un million et demi", "1500000w");
    same("half a dozen", "une demi-douzaine", "6w");
    same("two dozen", "deux douzaines", "24w");
    same("two decades", "deux décennies", "20w");
    same("an hour and a half", "une heure et demie", "1.5w");
    same("two hours and a half", "deux heures et demie", "2.5w");
    same("2½ million", "2,5 millions", "2500000");
    same("four fifths", "quatre cinquièmes", "4/5");
    same("a tenth of it", "le dixième du tout", "1/10");
    same("a quarter", "le quart", "1/4");
    assert_eq!(fr("les trois quarts de travail"), "3w");
    same(
        "for decades, dozens of",
        "depuis des décennies, des dizaines de",
        "",
    );
}

#[test]
fn words_of_how_many_times() {
    same("twice", "deux fois", "2w");
    same("double the number", "le double du nombre", "2w");
    same("tripled", "le triple", "3w");
    same("a couple of days", "deux jours", "2w");
    same("reduced to zero", "ramené à zéro", "0w");
    same("in the nineties", "les années quatre-vingt-dix", "90w");
}

#[test]
fn names_and_idioms_say_no_number() {
    same(
        "Six Nations of the Grand River",
        "Trois-Rivières et Sept-Îles",
        "",
    );
    same(
        "on Twelve O'Clock Point",
        "les Mille-Îles, à Mille Roches",
        "",
    );
    same(
        "open 24/7, seven days a week",
        "24 heures sur 24, 7 jours sur 7",
        "",
    );
    same("the four corners", "aux quatre coins, mille mercis", "");
    assert_eq!(fr("Trois bureaux"), "3w");
    same("Part I, phase V", "partie I, phase V", "1w 5w");
    same("in the 21st century", "au XXIe siècle", "#21");
    assert_eq!(fr("Vie quotidienne"), "");
    same("2021–26", "2021-2026", "2021 2026");
}

#[test]
fn money_and_percentages() {
    same("$5 million", "5 millions de dollars", "CAD5000000");
    same("$5M", "5 M$", "CAD5000000");
    same("$1,250,000.00", "1 250 000,00 $", "CAD1250000");
    same("$1.2 billion", "1,2 milliard de dollars", "CAD1200000000");
    same("US$40", "40 $ US", "USD40");
    same("up 52%pts", "en hausse de 52 %pts", "52%");
    same(
        "between $20,000 and $35,000",
        "entre 20 000 et 35 000 $",
        "CAD20000 CAD35000",
    );
    same(
        "$5 to $10 million",
        "de 5 à 10 millions de dollars",
        "CAD5000000 CAD10000000",
    );
    same(
        "half a million dollars",
        "un demi-million de dollars",
        "CAD500000",
    );
    same(
        "half a million people",
        "un demi-million de gens",
        "500000w",
    );
    same(
        "a half-million jobs",
        "un demi-million d'emplois",
        "500000w",
    );
    same("half of them", "la moitié d'entre eux", "1/2");
    same("the 21st century", "le XXIe siècle", "#21");
    same(
        "five million dollars",
        "cinq millions de dollars",
        "CAD5000000",
    );
    same("50 cents", "50 cents", "CAD0.5");
    same("45¢ ($0.45)", "45 ¢ (0,45 $)", "CAD0.45 CAD0.45");
    same("$1.4-million", "1,4 million de dollars", "CAD1400000");
    same("12.5%", "12,5 %", "12.5%");
    same("10 to 15%", "10 à 15 %", "10% 15%");
    same("5 per cent", "5 pour cent", "5%");
    same("$500", "500 $", "CAD500");
    same("for $450 a month", "pour 450 $ par mois", "CAD450");
}

#[test]
fn dates() {
    same("April 30, 2026", "30 avril 2026", "2026.4.30");
    same("April 1", "1er avril", ".4.1");
    same("April 2026", "avril 2026", "2026.4.");
    same(
        "May 1 to 15, 2026",
        "du 1er au 15 mai 2026",
        "2026.5.1 2026.5.15",
    );
    same(
        "May 28 to June 3, 2026",
        "du 28 mai au 3 juin 2026",
        ".5.28 2026.6.3",
    );
    same(
        "May 3, 10 and 17",
        "les 3, 10 et 17 mai",
        ".5.3 .5.10 .5.17",
    );
    same("Thursday, April 30", "le jeudi 30 avril", "day4 .4.30");
    same("2026-04-30", "2026-04-30", "2026.4.30");
    same("2026–27", "2026-2027", "FY2026");
    same("in May", "en mai", ".5.");
    same("In May", "En mai", ".5.");
    same("the May session", "la séance de mai", ".5.");
    same("April, May and June", "avril, mai et juin", ".4. .5. .6.");
    same("May and June", "Mai et juin", ".5. .6.");
    same("mid-March", "la mi-mars", ".3.");
    same("the 15th of May", "le 15 mai", ".5.15");
    assert_eq!(en("June 3, 15 people"), ".6.3 15");
    assert_eq!(en("May 4 to 3:40 a.m. on May 5"), ".5.4 3:40 .5.5");
    assert_eq!(en("You may ask; May I? We march on."), "");
    same("Sept. 1, 2024", "1er sept. 2024", "2024.9.1");
    assert_eq!(fr("sept jours"), "7w");
    assert_eq!(en("April 30"), ".4.30");
    assert_eq!(en("Since 2021, 150 people"), "2021 150");
}

#[test]
fn times() {
    same("2:30 p.m.", "14 h 30", "14:30");
    same("9 a.m. to 5 p.m.", "de 9 h à 17 h", "9:00 17:00");
    same("8:30 to 4:30 p.m.", "de 8 h 30 à 16 h 30", "8:30 16:30");
    same("9 to 11 a.m.", "de 9 à 11 h", "9:00 11:00");
    same("noon", "midi", "12:00");
    same("midnight", "minuit", "0:00");
    same("12:05 a.m.", "0 h 5", "0:05");
    same("10\u{a0}a.m.", "10\u{a0}h", "10:00");
    same("half past two", "2 h 30", "2:30");
    same("a quarter to nine", "8 h 45", "8:45");
    same("quarter past 9", "9 h 15", "9:15");
    same("nine o’clock", "9 h", "9:00");
    same("12:01 a.m.", "0 h 01", "0:01");
    assert_eq!(fr("14h30"), "14:30");
    assert_eq!(en("a ratio of 8:1"), "8 1");
    assert_eq!(fr("cet après-midi"), "");
}

#[test]
fn addresses() {
    same(
        "Call 416-555-0123, ext. 12",
        "Composez le 416-555-0123, poste 12",
        "tel4165550123 12",
    );
    same("(416) 555-0123", "416 555-0123", "tel4165550123");
    same("1-800-555-0199", "1 800 555-0199", "tel8005550199");
    same("9-1-1", "9-1-1", "tel911");
    same(
        "Toronto ON  M5G 2E5",
        "Toronto (Ontario)  M5G\u{a0}2E5",
        "M5G2E5",
    );
    same("a.b@ontario.ca.", "a.b@ontario.ca.", "a.b@ontario.ca");
    same("see www.a.ca/x2", "voir www.a.ca/x2", "www.a.ca/x2");
    same("(guide-en.pdf)", "(guide-en.pdf)", "guide-en.pdf");
    same("HR-2026-014", "RH-2026-014", "code2026-014");
    same("form T4", "formulaire T4", "code4");
    same("COVID-19", "COVID-19", "code19");
    same("Q2", "T2", "code2");
}

#[test]
fn readings_stand_in_order_and_never_overlap() {
    let text = "Le 3 mai à 14 h 30, 5 M$ (12,5 %) pour 9 projets; tél. : 416-555-0123.";
    let readings = scan(text, Lang::Fr);
    assert_eq!(readings.len(), 6);
    for pair in readings.windows(2) {
        assert!(pair[0].range.end <= pair[1].range.start);
    }
}
