//! Fluent resources with faults that only the check of locales finds, each pair with the
//! findings that it must give beside it.
//!
//! `tests/fixtures/locale-check/<rule>.en.ftl` and `<rule>.fr.ftl` are the shared
//! resources of a workspace with the settings below; one of them may be absent. Only the
//! rule of that name may find anything, and `<rule>.expected` has its findings; what else
//! stands in the files shows what the rule leaves alone. `BLESS=1` writes it.

use crate::stage;
use bimemo::check::messages::{Context, check_locales};
use bimemo::diagnostic::Diagnostic;
use bimemo::lang::{Both, Lang};
use bimemo::language::typography::Mender;
use bimemo::locale::{Layer, Locales, Resource};
use bimemo::memo::parse_settings;
use bimemo::press::codes;
use bimemo::source::{SourceFile, Span};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

const SETTINGS: &str = "\
facts:
  ministry-telephone: { telephone: 416-555-0100 }
glossary:
  - en: season pass
    fr: laissez-passer saisonnier
    forbidden:
      fr: [passe saisonnière]
  - { en: Branch, fr: Direction, kind: name }
  - { en: Partner Portal, fr: Portail des partenaires, kind: name }
  - { en: TTY, fr: ATS, kind: acronym }
";

/// The first of the rules that this check has; those before it are the loader's.
const FIRST: &str = "L030";

/// What the press finds, and `tests/fixtures/faults` has.
const ELSEWHERE: &str = "orphan-locale-file";

fn folder() -> PathBuf {
    stage::repository().join("tests/fixtures/locale-check")
}

/// The names of the rules that have fixtures.
fn cases() -> BTreeSet<String> {
    stage::files(&folder())
        .iter()
        .filter_map(|path| path.to_str()?.split('.').next().map(str::to_owned))
        .collect()
}

fn resource(case: &str, lang: Lang) -> Option<Resource> {
    let text = fs::read_to_string(folder().join(format!("{case}.{lang}.ftl"))).ok()?;
    Some(Resource {
        lang,
        file: SourceFile::new(format!("locales/{lang}/{case}.ftl"), text),
        layer: Layer::Workspace,
    })
}

/// What the rules find; messages are used where their ids do not begin with `unused`.
fn findings(case: &str) -> Vec<Diagnostic> {
    let resources: Vec<Resource> = Lang::ALL
        .into_iter()
        .filter_map(|lang| resource(case, lang))
        .collect();
    found_in(resources)
}

fn found_in(resources: Vec<Resource>) -> Vec<Diagnostic> {
    let names: BTreeSet<String> = resources
        .iter()
        .flat_map(|resource| resource.file.text().lines())
        .filter_map(|line| line.trim_start_matches('-').split([' ', '=']).next())
        .filter(|id| !id.starts_with("unused"))
        .map(str::to_owned)
        .collect();
    let (locales, faults) = Locales::load(resources);
    assert_eq!(faults, []);
    let (settings, faults) =
        parse_settings(&SourceFile::new("bimemo.yaml", SETTINGS), codes::table());
    assert_eq!(faults, []);
    let menders = Both::of(Mender::new);
    let context = Context {
        settings: &settings,
        menders: &menders,
        is_named: &|name: &str| names.contains(name),
        languages: &Lang::ALL,
        codes: codes::table(),
        source: Lang::En,
    };
    check_locales(&locales, &context)
}

/// `fr:3:1-3:9 L040 error message`, then its labels and hints.
fn show(findings: &[Diagnostic]) -> String {
    let place = |span: &Span| {
        let (start, end) = (span.start(), span.end());
        let lang = span.file().path().split('/').nth(1).unwrap_or_default();
        format!(
            "{lang}:{}:{}-{}:{}",
            start.line, start.column, end.line, end.column
        )
    };
    let mut shown = String::new();
    for finding in findings {
        let at = finding.span.as_ref().map(place).unwrap_or_default();
        let (id, severity) = (finding.code.id, finding.severity.name());
        let _ = writeln!(shown, "{at} {id} {severity} {}", finding.message);
        for label in &finding.labels {
            let _ = writeln!(shown, "  {} {}", place(&label.span), label.message);
        }
        for hint in &finding.hints {
            let _ = writeln!(shown, "  help: {hint}");
        }
    }
    shown
}

#[test]
fn pairs_give_the_findings_beside_them_and_no_others() {
    let mut differences = Vec::new();
    for case in cases() {
        let findings = findings(&case);
        let expected = folder().join(format!("{case}.expected"));
        differences.extend(stage::compare(&expected, &show(&findings)));
        let names: BTreeSet<&str> = findings.iter().map(|finding| finding.code.name).collect();
        if names != BTreeSet::from([case.as_str()]) {
            differences.push(format!("{case}: rules that find something: {names:?}"));
        }
    }
    stage::assert_none(&differences);
}

/// Pairs of messages as they are found in the wild, with the rules that they break.
const PAIRS: &[(&str, &str, &[&str])] = &[
    (
        "hint = Renew after 1 year\n",
        "hint = Renouvelez après un an\n",
        &[],
    ),
    (
        "hint = Set the mode MODE.\n",
        "hint = Choisissez le mode MODE.\n",
        &[],
    ),
    (
        "hint = The gate (north side) is open\n",
        "hint = La barrière du côté nord est ouverte\n",
        &[],
    ),
    (
        "hint = A “{ \"]\" }” is lacking\n",
        "hint = Il manque un « { \"]\" } »\n",
        &[],
    ),
    ("-brand = Harbourly\n", "-brand = Harbourly\n", &[]),
    (
        "step = 2. Open the gate\n",
        "step = 2.\u{a0}Ouvrez la barrière\n",
        &[],
    ),
    (
        "-portal = Dock Portal\nhint = { -portal } for members\n",
        "-portal = portail du quai\nhint = Portail du quai pour les membres\n",
        &[],
    ),
    (
        "-board = Dock Board\nhint = Rules of the { -board }\n",
        "# $form - plain, de\n-board = { $form ->\n    [de] de la Régie des quais\n   *[plain] Régie des quais\n}\nhint = Règles { -board(form: \"de\") }\n",
        &[],
    ),
    (
        "# $end - the last part\nhint = Write to desk@yourdock.{ $end }\n",
        "# $end - la fin\nhint = Écrivez à comptoir@votrequai.{ $end }\n",
        &[],
    ),
    (
        "# $n - how many\nleft = { $n ->\n    [one] 1 boat left\n   *[other] { $n } boats left\n}\n",
        "# $n - combien\nleft = { $n ->\n    [one] { $n } bateau reste\n   *[other] { $n } bateaux restent\n}\n",
        &[],
    ),
    (
        "# $n - how many\nleft = { $n ->\n    [one] { $n } boat left\n   *[other] { $n } boats left\n}\n",
        "# $n - combien\nleft = { $n ->\n    [one] { $n } bateau reste\n   *[autre] { $n } bateaux restent\n}\n",
        &["L053"],
    ),
    (
        "# $n - how many\nleft = { $n ->\n    [one] Pay $20 for { $n } boat.\n   *[other] Pay $40 for { $n } boats.\n}\n",
        "# $n - combien\nleft = { $n ->\n    [one] Payez 30\u{a0}$ pour { $n } bateau.\n   *[other] Payez 40\u{a0}$ pour { $n } bateaux.\n}\n",
        &["L075"],
    ),
    (
        "hint = It costs $25.\n",
        "hint = Il en coûte $25.\n",
        &["T016"],
    ),
    (
        "label = Berth number\n",
        "label = NumÃ©ro du poste\n",
        &["L039"],
    ),
    (
        "ask = Souhaitez-vous signer le registre?\n",
        "ask = Voulez-vous envoyer la demande?\n",
        &["L070"],
    ),
    (
        "hint = Open it with the key\n",
        "hint = Ouvrez-la with la clé\n",
        &["L070"],
    ),
    (
        "hint = Open the gate. \n",
        "hint = Ouvrez la barrière. \n",
        &["L045", "L045"],
    ),
    // A word that the French of other messages translates is one that was forgotten; one
    // that it keeps is borrowed.
    (
        "a = Open the mooring settings\nb = The settings are saved\nc = Your settings were lost\nd = Change all settings here\n",
        "a = Ouvrez les settings d’amarrage\nb = Les réglages sont enregistrés\nc = Vos réglages ont été perdus\nd = Modifiez ici tous les réglages\n",
        &["L070"],
    ),
    (
        "a = Tie up at the ramping dock\nb = The dock is closed today\n",
        "a = Amarrez-vous au dock de la rampe\nb = Le dock est fermé aujourd’hui\n",
        &[],
    ),
    (
        "help = Plus 24/7 help at the dock.\n",
        "help = De l’aide au quai 24 h/24 et 7 j/7.\n",
        &[],
    ),
    ("day = Mon\n", "day = Lundi\n", &[]),
    (
        "# $n - kilograms\nair = { $n } kg CO₂e\n",
        "# $n - kilogrammes\nair = { $n } kg éqCO₂\n",
        &[],
    ),
    (
        "# $n - kilograms\nair = { $n } kg CO₂e\n",
        "# $n - kilogrammes\nair = { $n } kg CO₃e\n",
        &["L075"],
    ),
    (
        "# $n - power\nlamp = { $n } μW\n",
        "# $n - puissance\nlamp = { $n } μW\n",
        &[],
    ),
    (
        "hint = Ask when the desk is open on Mon\n",
        "hint = Demandez si le comptoir est ouvert le mardi\n",
        &["L075"],
    ),
    (
        "# $from, $to - days\nago = { $from }-{ $to } days ago\n",
        "# $from, $to - jours\nago = Il y a { $from }-{ $to } jours\n",
        &[],
    ),
    (
        "# $to - days\nago = In { $to } days\n",
        "# $to - jours\nago = Dans { $to } jours\n",
        &["L056", "L056"],
    ),
    ("none = No berth :(\n", "none = Aucun poste :(\n", &[]),
    ("none = <moored>\n", "none = <amarré>\n", &[]),
    (
        "none = A <b>moored</b> boat\n",
        "none = Un bateau <i>amarré</i>\n",
        &["L063"],
    ),
    (
        "name = English (Canada)\n",
        "name = Français (France)\n",
        &[],
    ),
    (
        "name = Harbours (Canada)\n",
        "name = Ports (France)\n",
        &["L084"],
    ),
    (
        "old = Charts (needed for Tides <= 2.14)\n",
        "old = Cartes (nécessaires pour Marées <= 2.14)\n",
        &[],
    ),
    (
        "# $key - a key, or zero\nkeys = { $key ->\n    [zero] Moor here\n   *[other] Press { $key } to moor\n}\n",
        "# $key - une touche, ou zero\nkeys = { $key ->\n    [zero] Amarrez ici\n   *[other] Appuyez sur { $key } pour amarrer\n}\n",
        &["L053", "L053"],
    ),
    (
        "a = Loading…\nb = Loading\nc = Loading\n",
        "a = Chargement…\nb = Chargement\nc = Chargement.\n",
        &[],
    ),
    // What one language says in a part of a sentence the other says in its own.
    (
        "hint = The key was wrong; please try again. Ask at the desk for a new key.\n",
        "hint = La clé que vous avez entrée au clavier est incorrecte. Merci de réessayer. Demandez une nouvelle clé au comptoir.\n",
        &[],
    ),
    (
        "# $who - a name\nhint = The map shows all berths of the port. { $who } keeps the map. Boats must not wait at the ramp.\n",
        "# $who - un nom\nhint = La carte montre tous les postes du port. { $who } tient la carte. Les bateaux ne doivent pas attendre à la rampe.\n",
        &[],
    ),
    (
        "hint = Remember to save the berth number and the gate code.\n",
        "hint = N’oubliez pas de noter le numéro du poste et le code de la barrière.\n",
        &[],
    ),
    (
        "hint = The harbour couldn’t save your berth number.\n",
        "hint = Le port n’a pu enregistrer votre numéro de poste.\n",
        &[],
    ),
    (
        "hint = The harbour couldn’t save your berth number.\n",
        "hint = Le port a pu enregistrer votre numéro de poste.\n",
        &["L085"],
    ),
    (
        "hint = Some of the files may not be writeable.\n",
        "hint = Le port n’a peut-être pas la possibilité d’écrire dans certains des fichiers.\n",
        &[],
    ),
    // The ending of the plural, which French gives to no name; a person's name is of one.
    (
        "hint = OpenSea (recommended on Macs)\n",
        "hint = OpenSea (recommandé pour les Mac)\n",
        &[],
    ),
    (
        "hint = Ask Jane Adams at the dock\n",
        "hint = Adressez-vous à Jane Adam au quai\n",
        &["L084"],
    ),
    // `<br>` breaks lines as lines do.
    (
        "hint = Bring these:<br>- the key<br>- the rope<br><br>The dock is ready.\n",
        "hint =\n    Apportez ceci :\n    - la clé\n    - la corde\n    \n    Le quai est prêt.\n",
        &[],
    ),
    (
        "hint = The harbour is open <br>until dusk\n",
        "hint = Le port est ouvert jusqu’au soir\n",
        &[],
    ),
    (
        "hint = The dock is closed when the scale is broken today.\n",
        "hint = Le quai est fermé quand la balance ne fonctionne pas aujourd’hui.\n",
        &[],
    ),
    // Elements are blocks, and what stands in a tag is none of its words.
    (
        "hint = <p class=\"mb-2.5\">The gate is open.</p> <ul><li>Bring the key.</li><li>Bring the rope.</li></ul>\n",
        "hint = <p class=\"mb-2.5\">La barrière est ouverte.</p> <ul><li>Apportez la clé.</li><li>Apportez la corde.</li></ul>\n",
        &[],
    ),
    (
        "hint = <p>The gate is open.</p> <ul><li>Bring the key.</li><li>Bring the rope.</li></ul>\n",
        "hint = <p>La barrière est ouverte.</p> <ul><li>Apportez la clé.</li></ul>\n",
        &["L064"],
    ),
    // A label of one word is no person.
    ("day = Sat\n", "day = Sam\n", &[]),
    ("tongue = Georgian\n", "tongue = Géorgien\n", &[]),
    // An address for show.
    (
        "hint = colleague@example.com\n",
        "hint = collegue@example.com\n",
        &[],
    ),
    (
        "hint = wharf@brightwater.ca\n",
        "hint = warf@brightwater.ca\n",
        &["L076"],
    ),
    ("cry = Uh oh…\n", "cry = Oh oh…\n", &[]),
    (
        "label = Overall Hr. Total\n",
        "label = Total d’heures\n",
        &[],
    ),
    (
        "hint = On the dock you may choose…\n",
        "hint = Sur le quai, vous pouvez choisir :\n",
        &[],
    ),
    (
        "tail = , the port’s{\" \"}\n",
        "tail = {\" \"}et le port du{\" \"}\n",
        &[],
    ),
    (
        "hint = We translate the signs for many locales (languages).\n",
        "hint = Nous traduisons les panneaux en plusieurs langues.\n",
        &[],
    ),
    // A word alone that the French of the others translates.
    (
        "a = Settings\nb = The settings are saved\nc = Your settings were lost\nd = Change all settings here\n",
        "a = Settings\nb = Les réglages sont enregistrés\nc = Vos réglages ont été perdus\nd = Modifiez ici tous les réglages\n",
        &["L070"],
    ),
    (
        "hint = The port probably won’t have room for your boat this week.\n",
        "hint = Le port a peut-être de la place pour votre bateau cette semaine.\n",
        &[],
    ),
    (
        "hint = Donate to the port and take the piers back from the ferries.\n",
        "hint = Faites un don au port pour ne pas laisser les quais aux traversiers.\n",
        &[],
    ),
    (
        "hint = The port does not record, publish or sell the numbers of boats.\n",
        "hint = Le port n’enregistre, ne publie ni ne vend aucun numéro de bateau.\n",
        &[],
    ),
    (
        "hint = These keys will be added to all boats.\n",
        "hint = Ces clés ne seront ajoutées à aucun bateau.\n",
        &["L085"],
    ),
    (
        "hint = For most boats the change of the tide is not noticeable in the port.\n",
        "hint = Pour la plupart des bateaux, le changement de la marée est imperceptible dans le port.\n",
        &[],
    ),
    (
        "hint = A never-ending line of boats waits at the port ramp.\n",
        "hint = Une file constante de bateaux attend à la rampe du port.\n",
        &[],
    ),
    (
        "# bimemo-ignore P032: rooms have other numbers\nroom = Room 410\n",
        "room = Salle 401\n",
        &[],
    ),
    (
        "# bimemo-ignore L075: rooms have other numbers\nroom = Room 410\n",
        "room = Salle 401\n",
        &[],
    ),
];

#[test]
fn messages_of_the_wild_are_read_as_they_are_meant() {
    let mut differences = Vec::new();
    for (en, fr, expected) in PAIRS {
        let resources = [(Lang::En, en), (Lang::Fr, fr)].map(|(lang, text)| Resource {
            lang,
            file: SourceFile::new(format!("locales/{lang}/dock.ftl"), *text),
            layer: Layer::Workspace,
        });
        let found = found_in(resources.to_vec());
        let ids: Vec<&str> = found.iter().map(|finding| finding.code.id).collect();
        // What is mended and what is merely noted is not asked here.
        let ids: Vec<&str> = ids
            .into_iter()
            .filter(|id| !["L090", "L092"].contains(id))
            .collect();
        if ids != *expected {
            differences.push(format!("{en}{fr}{ids:?} for {expected:?}"));
        }
    }
    stage::assert_none(&differences);
}

#[test]
fn every_rule_has_a_pair() {
    let rules: BTreeSet<String> = codes::all()
        .filter(|code| code.id.starts_with('L') && code.id >= FIRST && code.name != ELSEWHERE)
        .map(|code| code.name.to_owned())
        .collect();
    assert_eq!(cases(), rules);
}

/// What messages of the program are named by, from which ids are put together.
const PUT_TOGETHER: [&str; 2] = ["label-", "only-"];

/// What memos name by a code or a message of their own.
const NAMED_BY_MEMOS: [&str; 6] = [
    "choice-",
    "classification-",
    "mark-",
    "role-",
    "salutation-",
    "title-",
];

/// The rule `unused-message` takes the program's own messages for used: they are.
#[test]
fn the_program_uses_its_own_messages() {
    let root = stage::repository();
    let read = |folder: &str, ending: &str| -> String {
        stage::files(&root.join(folder))
            .iter()
            .filter(|path| path.to_string_lossy().ends_with(ending))
            .map(|path| fs::read_to_string(root.join(folder).join(path)).expect("it can be read"))
            .collect()
    };
    let (sources, resources) = (read("src", ".rs"), read("locales/en", ".ftl"));
    let ids: Vec<&str> = resources
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(ids.len() > 50, "the messages were not found");
    let unused: Vec<&str> = ids
        .into_iter()
        .filter(|id| !NAMED_BY_MEMOS.iter().any(|prefix| id.starts_with(prefix)))
        .filter(|id| {
            let names = PUT_TOGETHER
                .iter()
                .filter_map(|prefix| id.strip_prefix(prefix))
                .chain([*id]);
            let mut quoted = names.map(|name| format!("\"{name}\""));
            let referred = resources.contains(&format!("{{ {id} }}"));
            !referred && !quoted.any(|name| sources.contains(&name))
        })
        .collect();
    assert_eq!(unused, [""; 0]);
}
