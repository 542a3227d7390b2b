//! The style sheet's lines as examples, and what holds for every text.

mod marks;
mod properties;

use super::*;
use crate::lang::Lang;

fn mended(lang: Lang, text: &str) -> String {
    show(&Mender::new(lang).mend(text))
}

/// No-break spaces and raised letters made visible.
fn show(text: &str) -> String {
    text.replace('\u{a0}', "⍽").replace('\u{202f}', "⎵")
}

fn raised(text: &str) -> String {
    let mender = Mender::new(Lang::Fr);
    let words = apply(text, &mender.edits(text));
    show(
        &words
            .0
            .iter()
            .map(|piece| {
                if piece.superscript {
                    format!("^{}^", piece.text)
                } else {
                    piece.text.clone()
                }
            })
            .collect::<String>(),
    )
}

fn french(text: &str, expected: &str) {
    assert_eq!(mended(Lang::Fr, text), expected);
}

fn english(text: &str, expected: &str) {
    assert_eq!(mended(Lang::En, text), expected);
}

#[test]
fn colons() {
    french("Objet : mise à jour", "Objet⍽: mise à jour");
    french("Objet: mise à jour", "Objet⍽: mise à jour");
    french("à 10:30 ou 3:1", "à 10:30 ou 3:1");
    french("ont :", "ont⍽:");
    french("voir https://a.ca/x: ici", "voir https://a.ca/x⍽: ici");
    english("Subject : update", "Subject: update");
    english("at 10:30", "at 10:30");
}

#[test]
fn other_punctuation() {
    french("Quoi ? Oui ! Bon ; fin", "Quoi? Oui! Bon; fin");
    english("What ? Yes !", "What? Yes!");
    let france = Mender::new(Style {
        lang: Lang::Fr,
        profile: Profile::FrFr,
    });
    assert_eq!(
        show(&france.mend("Quoi? Oui ! Note : 5 %")),
        "Quoi⎵? Oui⎵! Note⍽: 5⎵%"
    );
    english("a != b", "a != b");
}

#[test]
fn quotation_marks() {
    english("the \"new\" plan", "the “new” plan");
    english("(\"new\")", "(“new”)");
    english("\"He said 'yes' twice.\"", "“He said ‘yes’ twice.”");
    english(
        "the partners' \"new\" plan isn't",
        "the partners’ “new” plan isn’t",
    );
    english("a 5\" pipe", "a 5″ pipe");
    english("one \"open", "one \"open");
    french("le \"nouveau\" plan", "le «⍽nouveau⍽» plan");
    french("l'\"effet\" produit", "l’«⍽effet⍽» produit");
    french("\"il a dit \"oui\" hier\"", "«⍽il a dit “oui” hier⍽»");
    french("« il a dit \"oui\" »", "«⍽il a dit “oui”⍽»");
    french("«mot» et « mot »", "«⍽mot⍽» et «⍽mot⍽»");
    french("« mot", "«⍽mot");
    french("Avis : \"urgent\"?", "Avis⍽: «⍽urgent⍽»?");
}

#[test]
fn apostrophes() {
    english(
        "don't; the '90s; rock 'n' roll",
        "don’t; the ’90s; rock ’n’ roll",
    );
    french(
        "l'objet d'aujourd'hui, qu'il",
        "l’objet d’aujourd’hui, qu’il",
    );
    english("6' tall", "6′ tall");
}

#[test]
fn dots_and_spaces() {
    english("wait...  what", "wait… what");
    english("a....b", "a....b");
    english("by 5 p.m..", "by 5⍽p.m.");
    french("etc.. Fin", "etc. Fin");
}

#[test]
fn numbers() {
    french("48 200 demandes, 91 %", "48⍽200 demandes, 91⍽%");
    french("1 234 567,5 et 50%", "1⍽234⍽567,5 et 50⍽%");
    french("en 2026 300 personnes", "en 2026 300 personnes");
    french("5 p. 100", "5⍽p.⍽100");
    english("5 % of 48,200", "5% of 48,200");
}

#[test]
fn money() {
    french("1 234,50 $", "1⍽234,50⍽$");
    french("50$ et 5 M$", "50⍽$ et 5⍽M$");
    french("5 $ US, 10 €", "5⍽$⍽US, 10⍽€");
    french("6,4 ¢ et 28,5¢/km", "6,4⍽¢ et 28,5⍽¢/km");
    english("45¢ 5 times", "45¢ 5 times");
    french("5 millions de dollars", "5⍽millions de dollars");
    english("$ 1,234 or US$ 5", "$1,234 or US$5");
    english("$5 million", "$5 million");
}

#[test]
fn times_and_dates() {
    french("14h30, 14 h 30, 9h et 9 h", "14⍽h⍽30, 14⍽h⍽30, 9⍽h et 9⍽h");
    french("8 h 5 puis 17 h", "8⍽h⍽5 puis 17⍽h");
    french("le 17 mars 2022", "le 17⍽mars 2022");
    french("le 1er avril, le 3 janv.", "le 1er⍽avril, le 3⍽janv.");
    english("2:30 p.m. on March 17", "2:30⍽p.m. on March 17");
    english("10 am I", "10⍽am I");
}

#[test]
fn units() {
    french(
        "neuf (9) mois, 10 jours, 5 km",
        "neuf (9)⍽mois, 10⍽jours, 5⍽km",
    );
    french("en 2026 mois après mois", "en 2026 mois après mois");
    french("A-12 mois et 19,2 kW", "A-12 mois et 19,2⍽kW");
    french("ces 5 l'ont dit", "ces 5 l’ont dit");
    english("9 months, 5 km", "9 months, 5⍽km");
}

#[test]
fn abbreviations() {
    french(
        "M. Roy, Mme Roy et le Dr Roy",
        "M.⍽Roy, Mme⍽Roy et le Dr⍽Roy",
    );
    french("p. ex. l'art. 5, § 3", "p.⍽ex. l’art.⍽5, §⍽3");
    french(
        "page 5 de l'annexe A, Phase 1",
        "page⍽5 de l’annexe⍽A, Phase⍽1",
    );
    english("Mr. Roy and Dr. Park, s. 14", "Mr.⍽Roy and Dr.⍽Park, s.⍽14");
}

#[test]
fn ordinals_are_raised() {
    assert_eq!(raised("les 3e-4e rangs"), "les 3^e^-4^e^ rangs");
    assert_eq!(raised("du XIXe-XXe siècle"), "du XIX^e^-XX^e^ siècle");
    assert_eq!(raised("un 2e-mail"), "un 2e-mail");
    assert_eq!(raised("le 26e étage"), "le 26^e^ étage");
    assert_eq!(raised("le 1er avril"), "le 1^er^⍽avril");
    assert_eq!(raised("la 2ème et la 1ère"), "la 2^e^ et la 1^re^");
    assert_eq!(raised("le XXIe siècle"), "le XXI^e^ siècle");
    assert_eq!(
        raised("no 5, No. 12, nos 5 et 6"),
        "n^o^⍽5, N^o^⍽12, n^os^⍽5 et 6"
    );
    assert_eq!(
        raised("les lots nos 5, 6 et 7 (nos 12); nos 1 250 à 1 260"),
        "les lots n^os^⍽5, 6 et 7 (n^os^⍽12); n^os^⍽1⍽250 à 1⍽260"
    );
    assert_eq!(
        raised(
            "quatorze de nos 42 dépôts; Nos 3 bateaux, nos 1 250 clés, nos 2,5 millions, n° 5 bis"
        ),
        "quatorze de nos 42 dépôts; Nos 3 bateaux, nos 1⍽250 clés, nos 2,5⍽millions, n^o^⍽5 bis"
    );
    assert_eq!(raised("n° 5"), "n^o^⍽5");
    assert_eq!(raised("code A26e, 3e5, 1e"), "code A26e, 3e5, 1e");
    french("la 2ème et la 1ère", "la 2e et la 1re");
    french("no 5 et n° 6", "no⍽5 et n°⍽6");
    english("the 26th floor, no 5", "the 26th floor, no 5");
}

#[test]
fn the_first_of_a_month_is_an_ordinal() {
    assert_eq!(raised("le 1 mai 2026"), "le 1^er^⍽mai 2026");
    assert_eq!(raised("Du 1 au 12 juin"), "Du 1^er^ au 12⍽juin");
    assert_eq!(
        raised("les 1 et 2 août, au 1 mai"),
        "les 1^er^ et 2⍽août, au 1^er^⍽mai"
    );
    assert_eq!(raised("1 mai 2026"), "1^er^⍽mai 2026");
    assert_eq!(
        raised("lundi 1 juin (1 juin)"),
        "lundi 1^er^⍽juin (1^er^⍽juin)"
    );
    french("le 1 mai", "le 1er⍽mai");
    for text in [
        "Phase 1 mai 2026",
        "n° 1 mars",
        "le 11 mai",
        "le 1 maille",
        "les 1 et 2 articles",
        "2,1 mai",
        "le 1er mai",
    ] {
        let kept = raised(text).replace('⍽', " ").replace("^er^", "er");
        let kept = kept.replace("^o^", "°");
        assert_eq!(kept, text);
    }
    english("the 1 mai", "the 1 mai");
}

#[test]
fn raised_letters_stay() {
    let mender = Mender::new(Lang::Fr);
    let fragments = [
        Fragment::words("le 1"),
        Fragment::words("er"),
        Fragment::words(" avril"),
    ];
    let edits = mender.mend_block(&fragments);
    assert!(edits[0].is_empty() && edits[1].is_empty());
    assert_eq!(edits[2].len(), 1);
    assert_eq!(edits[2][0].range, 0..1);
    assert_eq!(edits[2][0].rule, MendRule::MonthSpace);
}

#[test]
fn telephone_numbers_and_postal_codes() {
    for text in [
        "416-555-0123",
        "(416) 555-0123",
        "416.555.0123",
        "416 555-0123",
    ] {
        french(&format!("au {text}, poste 12"), "au 416‑555‑0123, poste⍽12");
        english(&format!("at {text}, ext. 12"), "at 416‑555‑0123, ext.⍽12");
    }
    english("(call 1-800-555-0199)", "(call 1‑800‑555‑0199)");
    english(
        "file 2026-555-0123, 12416-555-0123",
        "file 2026-555-0123, 12416-555-0123",
    );
    english("Toronto ON  M5G 2E5", "Toronto ON⍽⍽M5G⍽2E5");
    french("Toronto (Ontario) M5G 2E5", "Toronto (Ontario)⍽⍽M5G⍽2E5");
    english("code M5G 2E5.", "code M5G⍽2E5.");
}

#[test]
fn dashes() {
    english("the plan -- at last -- works", "the plan—at last—works");
    french(
        "le plan -- enfin -- fonctionne",
        "le plan –⍽enfin⍽– fonctionne",
    );
    english("use --help, a --- b", "use --help, a --- b");
}

#[test]
fn addresses_are_left_alone() {
    for text in [
        "https://a.ca/it's?x=5%",
        "jean.o'neil@a.ca",
        "guide_1--2.pdf",
        "{ $l'x }",
        "www.a.ca/no 5",
    ] {
        assert_eq!(Mender::new(Lang::En).mend(text), text);
    }
    french(
        "voir ontario.ca/page5%: l'un",
        "voir ontario.ca/page5%⍽: l’un",
    );
}

#[test]
fn quotes_pair_across_fragments() {
    let mender = Mender::new(Lang::Fr);
    let fragments = [
        Fragment::words("le \""),
        Fragment::words("nouveau"),
        Fragment::words("\" plan "),
        Fragment::fixed("l'x"),
        Fragment::words(" : l'"),
        Fragment::fixed("y"),
    ];
    let edits = mender.mend_block(&fragments);
    let texts: String = fragments
        .iter()
        .zip(&edits)
        .map(|(fragment, edits)| apply(fragment.text, edits).to_plain())
        .collect();
    assert_eq!(show(&texts), "le «⍽nouveau⍽» plan l'x⍽: l’y");
    assert!(edits[3].is_empty() && edits[5].is_empty());
}

/// The manual's page of rules.
const MANUAL: &str = include_str!("../../../docs/typography.md");

#[test]
fn the_manual_names_every_rule_and_says_what_it_does() {
    let rows: Vec<Vec<&str>> = MANUAL
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.split('|').skip(1).map(str::trim).collect())
        .collect();
    for (rule, row) in MendRule::all().map(|rule| {
        let name = format!("`{}`", rule.name());
        (rule, rows.iter().find(|row| row[0] == name))
    }) {
        let row = row.unwrap_or_else(|| panic!("{} is missing", rule.name()));
        for (lang, cell) in Lang::ALL.into_iter().zip(&row[1..]) {
            for (before, after) in cell.split("; ").filter_map(|pair| pair.split_once(" → ")) {
                // Raised letters and text in code are written otherwise.
                let marked = |text: &str| text.contains(['<', '`']);
                if !marked(before) && !marked(after) && before.contains(char::is_alphanumeric) {
                    assert_eq!(mended(lang, before), after, "{}", rule.name());
                }
            }
        }
    }
    assert_eq!(rows.len(), MendRule::all().count());
}

#[test]
fn rules_can_be_switched_off() {
    for rule in MendRule::all() {
        assert_eq!(MendRule::from_name(rule.name()), Some(rule));
    }
    let mut mender = Mender::new(Lang::Fr);
    mender.off.insert(MendRule::ColonSpace);
    assert_eq!(mender.mend("Objet: l'an"), "Objet: l’an");
    mender.off.extend(MendRule::all());
    assert_eq!(
        mender.mend("no 5 : \"x\"... 5%  14h30"),
        "no 5 : \"x\"... 5%  14h30"
    );
}
