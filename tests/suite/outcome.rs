//! What becomes of a memo: its status, with the link to the memo that stands in its
//! place, and the decision that it asks for.

use crate::stage::bimemo;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const PARTIES: &str = "sender: { name: Odile Fenwick, gender: feminine }\n\
    recipients: [{ en: All staff, fr: Tout le personnel }]\n";
const BODY: &str = "sections:\n  - body:\n      en: Keys are lent for one day.\n      \
    fr: Les clés sont prêtées pour une journée.\n";

/// A memo with these further keys.
fn memo(keys: &str) -> String {
    format!(
        "date: 2026-05-04\n{PARTIES}subject: {{ en: Boathouse keys, fr: Clés du hangar }}\n{BODY}{keys}"
    )
}

/// A workspace with these memos.
fn workspace(memos: &[(&str, &str)]) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(stage.path().join("memos")).expect("a folder can be made");
    for (stem, yaml) in memos {
        let path = stage.path().join(format!("memos/{stem}.yaml"));
        fs::write(path, yaml).expect("the memo can be written");
    }
    stage
}

/// Runs the command; gives what it says, and whether all went well.
fn run(root: &Path, arguments: &[&str]) -> (String, bool) {
    let output = bimemo(root).args(arguments).output().expect("it runs");
    let said = [output.stdout, output.stderr].concat();
    (
        String::from_utf8(said).expect("text"),
        output.status.success(),
    )
}

fn output(root: &Path, name: &str) -> String {
    let bytes = fs::read(root.join("out").join(name)).unwrap_or_else(|_| panic!("no {name}"));
    String::from_utf8_lossy(&bytes).into_owned()
}

const SUPERSEDED: &str = "status: { state: superseded, date: 2026-06-01, by: lent-keys, reason: { en: Keys \
     are lent for a week now., fr: Les clés sont désormais prêtées pour une semaine. } }\n";

#[test]
fn a_superseded_memo_leads_to_its_successor_in_every_format_and_layout() {
    let other = memo("").replace(
        "en: Boathouse keys, fr: Clés du hangar",
        "en: \"Keys: { $many }\", fr: \"Clés : { $many }\"",
    ) + "facts: { many: { amount: \"5\", currency: CAD } }\n";
    let stage = workspace(&[("keys", &memo(SUPERSEDED)), ("lent-keys", &other)]);
    let root = stage.path();
    let (said, clean) = run(root, &["render"]);
    assert!(clean, "{said}");
    for (name, texts) in [
        (
            "keys.en.md",
            [
                "> **Superseded on June 1, 2026**",
                "> Superseded by: [Keys: $5](lent-keys.en.md)",
            ],
        ),
        (
            "keys.fr.md",
            [
                "> **Document remplacé le 1<sup>er</sup>\u{a0}juin 2026**",
                "> Remplacé par\u{a0}: [Clés\u{a0}: 5\u{a0}$](lent-keys.fr.md)",
            ],
        ),
        (
            "keys.en.html",
            [
                "<strong>Superseded on June 1, 2026</strong>",
                "<a href=\"lent-keys.en.html\">Keys: $5</a>",
            ],
        ),
        (
            "keys.fr.html",
            [
                "<a href=\"lent-keys.fr.html\">Clés\u{a0}: 5\u{a0}$</a>",
                "<meta name=\"dcterms.modified\" title=\"W3CDTF\" content=\"2026-06-01\">",
            ],
        ),
    ] {
        let text = output(root, name);
        for wanted in texts {
            assert!(text.contains(wanted), "{name} lacks {wanted}:\n{text}");
        }
        let title = text.find("<h1>").or(text.find("\n# "));
        let head = text.find("2026</strong>").or(text.find("2026**"));
        assert!(head < title, "{name}:\n{text}");
    }
    let (said, clean) = run(root, &["render", "--layout", "parallel"]);
    assert!(clean, "{said}");
    let text = output(root, "keys.en-fr.html");
    assert_eq!(
        text.matches("href=\"lent-keys.en-fr.html\"").count(),
        2,
        "{text}"
    );
}

#[test]
fn a_successor_in_one_language_is_named_in_that_language() {
    let other = memo("languages: [fr]\n");
    let stage = workspace(&[("keys", &memo(SUPERSEDED)), ("lent-keys", &other)]);
    let root = stage.path();
    let (said, clean) = run(root, &["render", "--format", "html,md", "memos/keys.yaml"]);
    assert!(clean, "{said}");
    let text = output(root, "keys.en.html");
    let link = "<a href=\"lent-keys.fr.html\" hreflang=\"fr-CA\"><span lang=\"fr-CA\">Clés du hangar</span></a>";
    assert!(text.contains(link), "{text}");
    assert!(
        output(root, "keys.fr.html").contains("<a href=\"lent-keys.fr.html\">Clés du hangar</a>")
    );
}

#[test]
fn a_successor_that_is_not_there_or_cannot_be_read_is_told_once() {
    for (by, other, wanted) in [
        ("lend-keys", memo(""), "did you mean `lent-keys`?"),
        ("keys", memo(""), "this memo names itself"),
        (
            "lent-keys",
            memo("").replace("Boathouse keys", "\"{ $nothing }\""),
            "the memo `lent-keys` has errors",
        ),
    ] {
        let keys = SUPERSEDED.replace("lent-keys", by);
        let stage = workspace(&[("keys", &memo(&keys)), ("lent-keys", &other)]);
        let (said, clean) = run(stage.path(), &["check", "memos/keys.yaml"]);
        assert!(!clean && said.contains(wanted), "{said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
}

/// Two memos that name each other are read once each.
#[test]
fn memos_may_name_each_other() {
    let (one, two) = (
        SUPERSEDED.replace("superseded", "corrected"),
        SUPERSEDED.replace("lent-keys", "keys"),
    );
    let stage = workspace(&[("keys", &memo(&one)), ("lent-keys", &memo(&two))]);
    let (said, clean) = run(stage.path(), &["check", "--deny-warnings"]);
    assert!(clean, "{said}");
}

#[test]
fn a_reason_is_compared_and_the_date_judged() {
    let keys = SUPERSEDED
        .replace("for a week", "for 3 weeks")
        .replace("2026-06", "2026-04");
    let stage = workspace(&[("keys", &memo(&keys)), ("lent-keys", &memo(""))]);
    let (said, _) = run(stage.path(), &["check", "memos/keys.yaml"]);
    assert!(said.contains("Y040"), "{said}");
    assert!(said.contains("week"), "{said}");
    assert!(said.contains("error[P"), "{said}");
}

#[test]
fn a_decision_has_its_boxes_and_room_to_sign() {
    let keys = "decision:\n  by: { name: Rémi Gaunt, gender: masculine, title: { en: Clerk, fr: commis } }\n  \
                choices: [approved, not-approved]\n";
    let stage = workspace(&[("keys", &memo(keys))]);
    let root = stage.path();
    let (said, clean) = run(root, &["render"]);
    assert!(clean, "{said}");
    let text = output(root, "keys.fr.md");
    let wanted = "## Décision\n\n- [ ] Approuvé\n- [ ] Non approuvé\n\nSignature\u{a0}:\n\n\
                  **Rémi Gaunt**\\\nCommis\n\nDate\u{a0}:\n";
    assert!(text.contains(wanted), "{text}");
    assert!(output(root, "keys.en.html").contains(
        "<li class=\"task\"><span class=\"box\" aria-hidden=\"true\"></span>Not approved</li>"
    ));
}

/// "Original signed by" needs no room; a pen does.
#[test]
fn a_signature_by_hand_has_room() {
    for (keys, by_hand) in [
        ("signature: { original: true }\n", false),
        (
            "signature: { by: [{ name: A. Roy }, { name: B. Cole }] }\n",
            true,
        ),
    ] {
        let stage = workspace(&[("keys", &memo(keys))]);
        let (said, clean) = run(stage.path(), &["render", "--format", "html"]);
        assert!(clean, "{said}");
        let text = output(stage.path(), "keys.en.html");
        assert_eq!(text.contains("class=\"signature by-hand\""), by_hand);
        let abreast = text.matches("<p class=\"signatory\">").count() == 2;
        assert_eq!(
            text.contains("<div class=\"column\">\n<p class=\"signatory\">"),
            abreast && by_hand
        );
    }
}
