//! Numbers that are names and numbers with letters: how they are printed, and that both
//! languages say the same where both have them.

use crate::examples::{check, folder};
use crate::stage;
use std::fs;
use std::path::Path;

/// A memo with these facts and bodies.
fn memo(facts: &str, en: &str, fr: &str) -> String {
    let facts = if facts.is_empty() {
        String::new()
    } else {
        format!("facts:\n{facts}\n")
    };
    format!(
        "date: 2026-05-04\nsender: {{ name: Odile Fenwick, gender: feminine }}\n\
         recipients: [{{ en: All staff, fr: Tout le personnel }}]\n\
         subject: {{ en: Boathouse keys, fr: Clés du hangar }}\n{facts}\
         sections:\n  - body:\n      en: |\n        {en}\n      fr: |\n        {fr}\n"
    )
}

/// What `check` says, and the documents of a memo without findings.
fn documents(yaml: &str) -> [String; 4] {
    let stage = folder(&[("memos/keys.yaml", yaml)]);
    assert_eq!(check(stage.path()), (String::new(), Some(0)), "{yaml}");
    render(stage.path());
    ["en.md", "en.html", "fr.md", "fr.html"].map(|end| {
        let path = stage.path().join(format!("out/keys.{end}"));
        fs::read_to_string(path).expect("the document is text")
    })
}

fn render(root: &Path) {
    let result = stage::bimemo(root)
        .args(["render", "--quiet"])
        .output()
        .expect("bimemo runs");
    assert!(result.status.success());
}

/// The links of the PDFs of a rendered workspace, as its bytes have them once they are
/// inflated.
fn addresses(root: &Path, stem: &str) -> Vec<String> {
    use bimemo::document::Edition;
    use bimemo::output::pdf::pages::LinkTarget;
    use bimemo::press::{Press, Release};
    use bimemo::workspace::Workspace;
    let workspace = Workspace::open(root).expect("it is a workspace");
    let (press, _) = Press::load(&workspace);
    let memos = workspace.select(&[]).expect("memos").memos;
    let memo = memos
        .iter()
        .find(|memo| memo.stem == stem)
        .expect("the memo");
    let composition = press.compose(&workspace, memo, Release::Final);
    let mut addresses = Vec::new();
    for document in &composition.documents {
        let pages = press
            .pages(&workspace, &Edition::Separate(document))
            .expect("it can be laid out");
        for link in pages.pages.iter().flat_map(|page| &page.links) {
            if let LinkTarget::Uri(uri) = &link.target {
                addresses.push(uri.clone());
            }
        }
    }
    addresses
}

#[test]
fn an_identifier_stays_with_its_word_and_has_no_separator() {
    let yaml = memo(
        "  room: { identifier: \"1410\" }\n  form: { identifier: HR-2026-014 }\n  standard: { identifier: EN 301 549 }",
        "Keys are in Room { $room }, form { $form }, by standard { $standard }, at { $room }.",
        "Les clés sont à la salle { $room }, formulaire { $form }, selon la norme { $standard }, au { $room }.",
    );
    let [en, en_page, fr, fr_page] = documents(&yaml);
    for text in [en, en_page] {
        let words = "Room\u{a0}1410, form\u{a0}HR-2026-014, by standard\u{a0}EN\u{a0}301\u{a0}549, at 1410.";
        assert!(text.contains(words), "{text}");
    }
    for text in [fr, fr_page] {
        let words = "salle\u{a0}1410, formulaire\u{a0}HR-2026-014, selon la norme\u{a0}EN\u{a0}301\u{a0}549, au 1410.";
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn an_identifier_is_compared_as_one_value() {
    for (fact, fr, expected) in [
        (
            "\"1410\"",
            "1411",
            "the French has 1411 where the English has 1410",
        ),
        ("EN 301 549", "EN 301 548", "the French has"),
        ("HR-2026-014", "RH-2026-015", "the French has"),
    ] {
        let yaml = memo(
            &format!("  room: {{ identifier: {fact} }}"),
            "Keys are in Room { $room } at noon.",
            &format!("Les clés sont à la salle {fr} à midi."),
        );
        let stage = folder(&[("memos/keys.yaml", &yaml)]);
        let (said, _) = check(stage.path());
        assert!(said.contains(expected), "{fact}: {said}");
        assert_eq!(said.matches("error[").count(), 1, "{fact}: {said}");
        // Typed as it is, it is the same value, which may change apart from the fact.
        let same = yaml.replace(fr, fact.trim_matches('"'));
        let stage = folder(&[("memos/keys.yaml", &same)]);
        let (said, _) = check(stage.path());
        assert!(
            said.contains("P031") && !said.contains("error["),
            "{fact}: {said}"
        );
    }
}

#[test]
fn an_identifier_is_no_number() {
    for call in ["NUMBER($room)", "SPELLOUT($room)", "ORDINAL($room)"] {
        let text = format!("Room {{ {call} }}.");
        let yaml = memo("  room: { identifier: \"1410\" }", &text, &text);
        let stage = folder(&[("memos/keys.yaml", &yaml)]);
        let (said, _) = check(stage.path());
        assert!(
            said.contains("L021") && said.contains("an identifier"),
            "{call}: {said}"
        );
    }
}

#[test]
fn a_number_with_letters_is_one_telephone_number() {
    let yaml = memo(
        "",
        "Call 1-800-O-Harbour for help.",
        "Composez le 1 800 O-Harbour pour obtenir de l'aide.",
    );
    let [en, en_page, fr, fr_page] = documents(&yaml);
    let link = "<a href=\"tel:+18006427268\">";
    let (english, french) = (
        "1\u{2011}800\u{2011}O\u{2011}Harbour",
        "1\u{a0}800\u{a0}O\u{2011}Harbour",
    );
    assert!(
        en_page.contains(&format!("Call {link}{english}</a> for")),
        "{en_page}"
    );
    assert!(
        fr_page.contains(&format!("le {link}{french}</a> pour")),
        "{fr_page}"
    );
    assert!(en.contains(&format!("Call {english} for")), "{en}");
    assert!(fr.contains(&format!("Composez le {french} pour")), "{fr}");
    let stage = folder(&[("memos/keys.yaml", &yaml)]);
    assert_eq!(
        addresses(stage.path(), "keys"),
        ["tel:+18006427268", "tel:+18006427268"]
    );
}

#[test]
fn numbers_with_letters_stand_in_facts_and_contact_fields() {
    let yaml = memo(
        "  help: { telephone: 1 800 O-Harbour }",
        "Call { $help }.",
        "Composez le 1-800-O-Harbour.",
    );
    let yaml = yaml.replace(
        "gender: feminine }",
        "gender: feminine, telephone: 1-800-O-HARBOUR }",
    );
    let stage = folder(&[("memos/keys.yaml", &yaml)]);
    let (said, status) = check(stage.path());
    // Written out in one language, and the same number all the same.
    assert!(said.contains("P031") && status == Some(0), "{said}");
    render(stage.path());
    assert_eq!(addresses(stage.path(), "keys").len(), 4);
}

#[test]
fn another_number_is_found() {
    let yaml = memo(
        "",
        "Call 1-800-O-Harbour for help.",
        "Composez le 1 800 O-Bateaux pour obtenir de l'aide.",
    );
    let stage = folder(&[("memos/keys.yaml", &yaml)]);
    let (said, _) = check(stage.path());
    assert_eq!(said.matches("error[").count(), 1, "{said}");
    assert!(said.contains("P043"), "{said}");
}

#[test]
fn typed_numbers_lead_to_their_telephone() {
    let yaml = memo(
        "",
        "Call (705) 555-0142, ext. 12, or see the [desk at 705-555-0199](https://example.ca/desk).",
        "Composez le 705 555-0142, poste 12, ou voyez le [guichet, 705-555-0199](https://example.ca/desk).",
    );
    let [en, en_page, _, fr_page] = documents(&yaml);
    let link = "<a href=\"tel:+17055550142;ext=12\">705‑555‑0142, ";
    assert!(
        en_page.contains(&format!("{link}ext.\u{a0}12</a>")),
        "{en_page}"
    );
    assert!(
        fr_page.contains(&format!("{link}poste\u{a0}12</a>")),
        "{fr_page}"
    );
    // Links do not nest, and Markdown stays as it is.
    assert!(en_page.contains("<a href=\"https://example.ca/desk\">desk at 705‑555‑0199</a>"));
    assert!(!en.contains("tel:"), "{en}");
}

#[test]
fn contacts_of_parties_stand_beside_them() {
    let yaml = "date: 2026-05-04\nsender:\n  name: Odile Fenwick\n  gender: feminine\n  \
                telephone: 705-555-0141\nrecipients:\n  - name: Piers Laval\n    gender: masculine\n    \
                email: piers.laval@example.ca\nsubject: { en: Boathouse keys, fr: Clés du hangar }\n\
                sections:\n  - body: { en: The keys are ready., fr: Les clés sont prêtes. }\n\
                signature: { original: true }\ncc:\n  - name: Wanda Ashby\n    gender: feminine\n    \
                telephone: 705-555-0172\n    email: wanda.ashby@example.ca\n";
    let [en, en_page, fr, fr_page] = documents(yaml);
    for (text, lines) in [
        (
            &en,
            [
                "**To:** Piers Laval, <piers.laval@example.ca>",
                "**From:** Odile Fenwick, [705‑555‑0141](tel:+17055550141)",
                "**cc:** Wanda Ashby, [705‑555‑0172](tel:+17055550172), <wanda.ashby@example.ca>",
            ],
        ),
        (
            &fr,
            [
                "**Destinataire\u{a0}:** Piers Laval, <piers.laval@example.ca>",
                "**Expéditrice\u{a0}:** Odile Fenwick, [705‑555‑0141](tel:+17055550141)",
                "**c.\u{a0}c.\u{a0}:** Wanda Ashby, [705‑555‑0172](tel:+17055550172), <wanda.ashby@example.ca>",
            ],
        ),
    ] {
        for line in lines {
            assert!(text.contains(line), "{line}\n{text}");
        }
        // The signature of the sender says it not again.
        assert_eq!(text.matches("705‑555‑0141").count(), 1, "{text}");
    }
    for page in [en_page, fr_page] {
        assert!(
            page.contains("<a href=\"mailto:piers.laval@example.ca\">"),
            "{page}"
        );
        assert!(page.contains("<a href=\"tel:+17055550172\">"), "{page}");
    }
    let stage = folder(&[("memos/keys.yaml", yaml)]);
    let of_each = [
        "mailto:piers.laval@example.ca",
        "tel:+17055550141",
        "tel:+17055550172",
    ];
    let addresses = addresses(stage.path(), "keys");
    for address in of_each {
        let times = addresses.iter().filter(|found| *found == address).count();
        assert_eq!(times, 2, "{address}: {addresses:?}");
    }
}
