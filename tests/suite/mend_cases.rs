//! What documents print of texts whose marks, dashes and spaces are hard to tell: the
//! same in Markdown, HTML and PDF, without a finding, and `fmt` writes it too.

use crate::stage;
use bimemo::document::Edition;
use bimemo::lang::Lang;
use bimemo::output::pdf::pages::{Drawing, Pages};
use bimemo::press::{Press, Release};
use bimemo::workspace::Workspace;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A text in both languages, each as it is written and as the Markdown says it; ⍽ is
/// U+00A0.
struct Case {
    en: [&'static str; 2],
    fr: [&'static str; 2],
}

#[rustfmt::skip]
const CASES: &[Case] = &[
    Case {
        en: ["See the \"*Plan*\" today.", "See the “*Plan*” today."],
        fr: ["Voir le \"*Plan*\" aujourd'hui.", "Voir le «⍽*Plan*⍽» aujourd’hui."],
    },
    Case {
        en: ["See the \"[guide](https://example.ca/en)\".", "See the “[guide](https://example.ca/en)”."],
        fr: ["Voir le \"[guide](https://example.ca/fr)\".", "Voir le «⍽[guide](https://example.ca/fr)⍽»."],
    },
    Case {
        en: ["See pp. 5--10.", "See pp.⍽5–10."],
        fr: ["Voir p. 5--10.", "Voir p.⍽5–10."],
    },
    Case {
        en: ["The first point -- open. The second point -- closed.", "The first point—open. The second point—closed."],
        fr: ["Premier point -- ouvert. Deuxième point -- fermé.", "Premier point –⍽ouvert. Deuxième point –⍽fermé."],
    },
    Case {
        en: ["The sign says \"closed\"[^1] and \"wet\".", "The sign says “closed”[^1] and “wet”."],
        fr: ["Le panneau dit \"fermé\"[^1] et \"mouillé\".", "Le panneau dit «⍽fermé⍽»[^1] et «⍽mouillé⍽»."],
    },
    Case {
        en: ["She wrote \"the sign says 'wet'\".", "She wrote “the sign says ‘wet’”."],
        fr: ["Elle a écrit \"le panneau dit 'mouillé'\".", "Elle a écrit «⍽le panneau dit “mouillé”⍽»."],
    },
    Case {
        en: ["We follow the Harbour Authority (HA)'s rules.", "We follow the Harbour Authority (HA)’s rules."],
        fr: ["Nous suivons les règles de l'Autorité portuaire (AP).", "Nous suivons les règles de l’Autorité portuaire (AP)."],
    },
    Case {
        en: ["It´s open.", "It’s open."],
        fr: ["C´est ouvert.", "C’est ouvert."],
    },
    Case {
        en: ["The plank is 6\" wide and the sign says \"wet\".", "The plank is 6″ wide and the sign says “wet”."],
        fr: ["La planche mesure 6\" de large et le panneau dit \"mouillé\".", "La planche mesure 6″ de large et le panneau dit «⍽mouillé⍽»."],
    },
    Case {
        en: ["The dock cost $3M.", "The dock cost $3M."],
        fr: ["Le quai a coûté 3 M $.", "Le quai a coûté 3⍽M$."],
    },
    Case {
        en: ["The water is 15°C.", "The water is 15°C."],
        fr: ["L'eau est à 15°C.", "L’eau est à 15⍽°C."],
    },
    Case {
        en: ["Send a copy to the desk (see enc.).", "Send a copy to the desk (see enc.)."],
        fr: ["Envoyez une copie au comptoir (c.c. et p.j.).", "Envoyez une copie au comptoir (c.⍽c. et p.⍽j.)."],
    },
    Case {
        en: ["Bring keys, cards, etc...", "Bring keys, cards, etc."],
        fr: ["Apportez les clés, les cartes, etc...", "Apportez les clés, les cartes, etc."],
    },
    Case {
        en: ["See form No. 12.", "See form No.⍽12."],
        fr: ["Voir le formulaire nº 12.", "Voir le formulaire n<sup>o</sup>⍽12."],
    },
    Case {
        en: ["The water fell to -5 °C; the gap is { $gap }.", "The water fell to −5⍽°C; the gap is −3."],
        fr: ["L'eau est tombée à -5 °C; l'écart est de { $gap }.", "L’eau est tombée à −5⍽°C; l’écart est de −3."],
    },
    Case {
        en: ["The cove is 5 km away; see page 12.", "The cove is 5⍽km away; see page 12."],
        fr: ["L'anse est à 5\u{202f}km; voir page\u{202f}12.", "L’anse est à 5⍽km; voir page⍽12."],
    },
    Case {
        en: ["The port counts 62,318 boats.", "The port counts 62,318 boats."],
        fr: ["Le port compte 62\u{2009} 318 bateaux.", "Le port compte 62⍽318 bateaux."],
    },
    Case {
        en: ["See the file l'ete-2026.docx.", "See the file l'ete-2026.docx."],
        fr: ["Voir le fichier l'ete-2026.docx.", "Voir le fichier l'ete-2026.docx."],
    },
];

impl Case {
    fn of(&self, lang: Lang) -> [&'static str; 2] {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }
}

/// A workspace with one memo that has all cases, a paragraph each.
fn workspace() -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let bodies = Lang::ALL.map(|lang| {
        let paragraphs = CASES
            .iter()
            .map(|case| format!("        {}\n\n", case.of(lang)[0]));
        let note = match lang {
            Lang::En => "In red.",
            Lang::Fr => "En rouge.",
        };
        format!(
            "      {lang}: |\n{}        [^1]: {note}\n",
            paragraphs.collect::<String>()
        )
    });
    let memo = format!(
        "date: 2026-05-04\nsender: {{ name: Odile O'Fenwick, gender: feminine }}\nrecipients: [{{ en: All staff, fr: Tout le personnel }}]\nsubject: {{ en: Boathouse keys, fr: Clés du hangar }}\nfacts:\n  gap: -3\nsections:\n  - body:\n{}",
        bodies.concat()
    );
    fs::create_dir(stage.path().join("memos")).expect("a folder can be made");
    fs::write(stage.path().join("memos/keys.yaml"), memo).expect("the memo can be written");
    stage
}

/// No-break spaces made visible.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "⍽")
}

/// What a text of Markdown shows, a note's call as its number.
fn words(markdown: &str) -> String {
    let mut words = markdown.replace("[^1]", "1").replace('*', "");
    for tag in ["<sup>", "</sup>"] {
        words = words.replace(tag, "");
    }
    match words.split_once('[') {
        Some((before, rest)) => {
            let (link, after) = rest.split_once("](").expect("a link");
            let (_, after) = after.split_once(')').expect("a link");
            format!("{before}{link}{after}")
        }
        None => words,
    }
}

/// The text of markup without its tags.
fn without_tags(markup: &str) -> String {
    let mut parts = markup.split('<');
    let mut text = parts.next().unwrap_or_default().to_owned();
    text.extend(parts.filter_map(|part| Some(part.split_once('>')?.1)));
    text
}

fn run(root: &Path, arguments: &[&str]) -> String {
    let result = stage::bimemo(root)
        .args(arguments)
        .output()
        .expect("bimemo runs");
    let said = String::from_utf8_lossy(&result.stderr).into_owned();
    assert!(result.status.success(), "{arguments:?}: {said}");
    String::from_utf8_lossy(&result.stdout).into_owned() + &said
}

fn read(root: &Path, file: &str) -> String {
    seen(&fs::read_to_string(root.join(file)).expect("the file can be read"))
}

/// The text of all pages, run by run.
fn text(pages: &Pages) -> String {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    let runs = marks.filter_map(|mark| match &mark.drawing {
        Drawing::Text(run) => Some(run),
        _ => None,
    });
    let glyphs = runs.flat_map(|run| &run.glyphs);
    seen(&glyphs.map(|glyph| glyph.text.as_str()).collect::<String>())
}

/// What the pages of a language show.
fn pages(root: &Path) -> Vec<(Lang, String)> {
    let workspace = Workspace::open(root).expect("the workspace opens");
    let (press, _) = Press::load(&workspace);
    let memos = workspace
        .select(&[])
        .expect("the memos can be listed")
        .memos;
    let memo = memos.first().expect("a memo");
    let composition = press.compose(&workspace, memo, Release::Final);
    let documents = composition.documents.iter();
    documents
        .map(|document| {
            let pages = press
                .pages(&workspace, &Edition::Separate(document))
                .expect("it can be laid out");
            (document.lang, text(&pages))
        })
        .collect()
}

#[test]
fn every_format_prints_what_is_right_and_nothing_is_found() {
    let stage = workspace();
    let said = run(stage.path(), &["check"]);
    assert!(
        !said.contains("warning") && !said.contains("error"),
        "{said}"
    );
    run(stage.path(), &["render", "--format", "md,html"]);
    let pages = pages(stage.path());
    for lang in Lang::ALL {
        let markdown = read(stage.path(), &format!("out/keys.{lang}.md"));
        let html = read(stage.path(), &format!("out/keys.{lang}.html"));
        let paragraphs = html
            .split("<p>")
            .filter_map(|rest| Some(rest.split_once("</p>")?.0));
        let html: Vec<String> = paragraphs.map(without_tags).collect();
        let (_, printed) = pages.iter().find(|(of, _)| *of == lang).expect("pages");
        for case in CASES {
            let [_, wanted] = case.of(lang);
            assert!(
                markdown.lines().any(|line| line == wanted),
                "{wanted}\n{markdown}"
            );
            let words = words(wanted);
            assert!(
                html.iter().any(|text| text.trim_end() == words),
                "{words}\n{html:?}"
            );
            assert!(printed.contains(&words), "{words}\n{printed}");
        }
        assert!(markdown.contains("Odile O’Fenwick"), "{markdown}");
    }
}

#[test]
fn fmt_writes_what_documents_print() {
    let stage = workspace();
    run(
        stage.path(),
        &["render", "--format", "md,html", "--out", "before"],
    );
    run(stage.path(), &["fmt"]);
    run(stage.path(), &["fmt", "--check"]);
    run(
        stage.path(),
        &["render", "--format", "md,html", "--out", "after"],
    );
    for file in stage::documents(&stage.path().join("before")) {
        let [before, after] = ["before", "after"].map(|folder| {
            fs::read(stage.path().join(folder).join(&file)).expect("the file can be read")
        });
        assert_eq!(before, after, "{}", file.display());
    }
    let memo = read(stage.path(), "memos/keys.yaml");
    for case in CASES {
        for lang in Lang::ALL {
            let wanted = case.of(lang)[1].replace("is −3.", "is { $gap }.");
            let wanted = wanted.replace("de −3.", "de { $gap }.");
            assert!(
                memo.lines().any(|line| line.trim() == wanted),
                "{wanted}\n{memo}"
            );
        }
    }
}
