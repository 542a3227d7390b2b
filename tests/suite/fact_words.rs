//! What facts come to in documents: which words came from which, organizations of the
//! directory, translations that are missing, typography.

use bimemo::diagnostic::Diagnostic;
use bimemo::document::{BlockKind, Document, Inline};
use bimemo::lang::Lang;
use bimemo::press::{Press, Release};
use bimemo::workspace::Workspace;
use std::fs;
use tempfile::TempDir;

const DIRECTORY: &str = "\
people:
  ann:
    name: Ann Roy
    gender: feminine
    acting: true
    title: { message: role-director }
    organization: programs
organizations:
  labour:
    name: { en: Ministry of Labour, fr: ministère du Travail }
    french: { de: du ministère du Travail }
  programs:
    name: { en: Programs Division, fr: Division des programmes }
    within: labour
  health:
    name: { en: Health Canada, fr: Santé Canada }
    french: { name: Santé Canada }
  films:
    name: { en: Film Board, fr: \"Office d'ici\" }
    french: { name: l'Office d'ici, a: à l'Office d'ici }
";

/// A memo with these facts (lines), sections in both languages and sender.
fn memo(facts: &str, en: &str, fr: &str, sender: &str) -> String {
    let block = |text: &str| text.replace('\n', "\n        ");
    format!(
        "date: 2026-04-01\nsender: {sender}\nrecipients: [Everybody]\n\
         subject: {{ en: Test, fr: Essai }}\nfacts:\n{facts}\nsections:\n  - body:\n      \
         en: |\n        {}\n      fr: |\n        {}\n",
        block(en),
        block(fr)
    )
}

fn compose(yaml: &str, release: Release) -> (Vec<Document>, Vec<Diagnostic>) {
    let stage = TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(stage.path().join("memos")).expect("a folder can be made");
    fs::write(stage.path().join("memos/a.yaml"), yaml).expect("written");
    fs::write(stage.path().join("memos/map.png"), "").expect("written");
    fs::write(stage.path().join("directory.yaml"), DIRECTORY).expect("written");
    let workspace = Workspace::open(stage.path()).expect("the workspace can be opened");
    let (press, findings) = Press::load(&workspace);
    assert_eq!(findings, []);
    let selection = workspace.select(&[]).expect("the memos can be listed");
    let composition = press.compose(&workspace, &selection.memos[0], release);
    (composition.documents, composition.diagnostics)
}

/// The bodies in both languages, and the findings: `P030 the English …`.
fn bodies(facts: &str, en: &str, fr: &str) -> ([String; 2], Vec<String>) {
    let (documents, findings) = compose(&memo(facts, en, fr, "Staff"), Release::Draft);
    let body = |document: &Document| document.sections[0].body.markdown.clone();
    let [en, fr] = documents.as_slice() else {
        panic!("{findings:?}");
    };
    let findings = findings
        .iter()
        .map(|finding| format!("{} {}", finding.code.id, finding.message));
    ([body(en), body(fr)], findings.collect())
}

/// The words of the first paragraph, each piece with the facts that print it.
fn pieces(document: &Document) -> Vec<(String, String)> {
    fn collect(inlines: &[Inline], pieces: &mut Vec<(String, String)>) {
        for inline in inlines {
            match inline {
                Inline::Text { text, facts, .. } => pieces.push((text.clone(), facts.join("+"))),
                Inline::Superscript(inner) => collect(inner, pieces),
                other => panic!("{other:?}"),
            }
        }
    }
    let BlockKind::Paragraph(inlines) = &document.sections[0].body.blocks[0].kind else {
        panic!("no paragraph");
    };
    let mut found = Vec::new();
    collect(inlines, &mut found);
    found
}

const DAYS: &str = "  a: 2026-05-02\n  b: 2026-05-15\n  n: 3\n  place: { en: Marlow, fr: Marlow }\n  by: { en: \"by { $b }\", fr: \"d'ici le { $b }\" }";

#[test]
fn words_know_every_fact_that_they_come_from() {
    let text = "{ RANGE($a, $b) }; { LIST($a, $n, LIST($place, \"x\")) }; { $by }; { NUMBER($n) }; { DE($place) }";
    let (documents, findings) = compose(&memo(DAYS, text, text, "Staff"), Release::Draft);
    assert_eq!(findings, []);
    let expected = |words: &[(&str, &str)]| -> Vec<(String, String)> {
        let owned = |(text, facts): &(&str, &str)| ((*text).to_owned(), (*facts).to_owned());
        words.iter().map(owned).collect()
    };
    assert_eq!(
        pieces(&documents[0]),
        expected(&[
            ("May 2 to 15, 2026", "a+b"),
            ("; ", ""),
            ("May 2, 2026", "a"),
            (", ", ""),
            ("3", "n"),
            (" and ", ""),
            ("Marlow", "place"),
            (" and ", ""),
            ("x; ", ""),
            ("by ", "by"),
            ("May 15, 2026", "by+b"),
            ("; ", ""),
            ("3", "n"),
            ("; ", ""),
            ("of Marlow", "place"),
        ])
    );
    let french = pieces(&documents[1]);
    assert!(french.contains(&("du 2 au 15\u{a0}mai 2026".to_owned(), "a+b".to_owned())));
    assert!(french.contains(&("15\u{a0}mai 2026".to_owned(), "by+b".to_owned())));
}

#[test]
fn every_fact_of_a_range_and_a_list_counts_for_parity() {
    let findings = |en: &str, fr: &str| bodies(DAYS, en, fr).1;
    let none: [&str; 0] = [];
    assert_eq!(findings("{ RANGE($a, $b) }", "du { $a } au { $b }"), none);
    assert_eq!(findings("{ LIST($a, $n) }", "{ $a } et { $n }"), none);
    // By hand in one language: each fact is named.
    assert_eq!(
        findings("Open { RANGE($a, $b) }", "Ouvert du 2 au 15 mai 2026"),
        [
            "P031 the French has written out what the fact `a` says",
            "P031 the French has written out what the fact `b` says"
        ]
    );
    assert_eq!(
        findings("Open { RANGE($a, $b) }", "Ouvert du { $a } au 15 mai 2026"),
        ["P031 the French has written out what the fact `b` says"]
    );
    assert_eq!(
        findings("{ LIST($place, $n) }", "{ $place } et trois"),
        ["P031 the French has written out what the fact `n` says"]
    );
    assert_eq!(
        findings("In { LIST($place, \"Oka\") }", "À Oka et ailleurs"),
        ["P030 the English prints the fact `place`, the French does not"]
    );
    // A fact inside of a named Text is printed too.
    let facts = DAYS.replace("d'ici le { $b }", "bientôt");
    let (_, findings) = bodies(&facts, "Answer { $by }.", "Répondez { $by }.");
    assert_eq!(
        findings,
        ["P036 the English has a date, May 15, 2026, that the French lacks"]
    );
}

#[test]
fn organizations_of_the_directory_stand_in_running_text() {
    let facts = "  l: { organization: labour }\n  h: { organization: health }\n  f: { organization: films }\n  p: { organization: programs }";
    let text = "{ $l }, { DE($l) }, { DE($l, preposition: \"à\") }, { DE($l, preposition: \"none\") }; \
                { DE($h) }; { DE($f) }, { DE($f, preposition: \"a\") }; { DE($p, gender: \"feminine\") }";
    let ([en, fr], findings) = bodies(facts, text, text);
    assert_eq!(
        en,
        "Ministry of Labour, of the Ministry of Labour, to the Ministry of Labour, the Ministry of Labour; \
         of Health Canada; of the Film Board, to the Film Board; of the Programs Division"
    );
    assert_eq!(
        fr,
        "ministère du Travail, du ministère du Travail, au ministère du Travail, le ministère du Travail; \
         de Santé Canada; de l’Office d’ici, à l’Office d’ici; de la Division des programmes"
    );
    assert_eq!(findings, [""; 0]);
    // A form that nobody gives is not guessed.
    let (_, findings) = bodies(facts, "{ DE($p) }", "{ DE($p) }");
    assert_eq!(
        findings,
        ["L026 the organization `programs` has no French form `de`"]
    );
    let (_, findings) = bodies("  l: { organization: labor }", "x", "y");
    assert_eq!(findings, ["Y033 the directory has no organization `labor`"]);
}

#[test]
fn millions_that_the_program_prints_have_de() {
    let facts = "  n: 1000000\n  all: 2000000";
    let english = "It counts { SPELLOUT($n) } boats, { $all } seats and { $all ->\n    [one] one oar\n   *[other] { $all } oars\n}.";
    let french = "Il compte { SPELLOUT($n) } bateaux, { $all } places et { $all ->\n    [one] une rame\n    [many] { NUMBER($all, notation: \"compact\") } rames\n   *[other] { $all } rames\n}.";
    let ([en, fr], findings) = bodies(facts, english, french);
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(
        en.trim_end(),
        "It counts one million boats, 2,000,000 seats and 2,000,000 oars."
    );
    assert_eq!(
        fr.trim_end(),
        "Il compte un million de bateaux, 2\u{a0}000\u{a0}000 places et 2\u{a0}millions de rames."
    );
}

#[test]
fn a_translation_that_a_fact_lacks_is_a_gap() {
    let facts = "  t: { en: Only this }";
    let text = "A { $t }; { LIST($t, \"x\") }; { DE($t) }.";
    let missing = "P001 `facts.t` has no French".to_owned();
    let ([en, fr], findings) = bodies(facts, text, text);
    assert_eq!(en, "A Only this; Only this and x; of Only this.");
    let gap = "\\[texte français à venir\\]";
    assert_eq!(fr, format!("A {gap}; {gap} et x; {gap}."));
    assert!(findings.contains(&missing), "{findings:?}");
    assert!(
        findings.iter().all(|finding| finding.starts_with('P')),
        "{findings:?}"
    );
    let (documents, _) = compose(&memo(facts, text, text, "Staff"), Release::Draft);
    let BlockKind::Paragraph(inlines) = &documents[1].sections[0].body.blocks[0].kind else {
        panic!("no paragraph");
    };
    let gaps = inlines
        .iter()
        .filter(|inline| matches!(inline, Inline::Gap(_)));
    assert_eq!(gaps.count(), 3);
    // Whether it is printed or not.
    assert!(bodies(facts, "x", "y").1.contains(&missing));
}

#[test]
fn fields_beside_a_person_of_the_directory_win() {
    let from = |sender: &str| {
        let (documents, _) = compose(&memo(DAYS, "x", "y", sender), Release::Draft);
        let field = |document: &Document| {
            let field = document.header.iter().find(|field| field.key == "from");
            let field = field.expect("a sender");
            format!("{} {}", field.label.markdown, field.values[0].markdown)
        };
        Lang::ALL.map(|lang| field(&documents[usize::from(lang == Lang::Fr)]))
    };
    let [en, fr] = from("{ person: ann }");
    assert_eq!(
        en,
        "From: Ann Roy, Director (A), Programs Division, Ministry of Labour"
    );
    assert_eq!(
        fr,
        "Expéditrice\u{a0}: Ann Roy, directrice par intérim, Division des programmes, ministère du Travail"
    );
    let [en, fr] =
        from("{ person: ann, gender: unspecified, acting: false, organization: labour }");
    assert_eq!(en, "From: Ann Roy, Director, Ministry of Labour");
    assert_eq!(
        fr,
        "De\u{a0}: Ann Roy, responsable de la direction, ministère du Travail"
    );
    let [_, fr] = from("{ person: ann, gender: masculine }");
    assert!(fr.contains("directeur par intérim"), "{fr}");
}

#[test]
fn all_words_that_documents_show_are_mended() {
    let facts = "  t: { en: \"It's \\\"so\\\"\", fr: \"la 2ème d'une \\\"série\\\"\" }";
    let text = "{ $t } `{ $t }` { LIST($t, \"l'an\") }\n\n![l'an : \"x\" { $t }](map.png) [l'an](https://a.ca/l'an \"l'an { $t }\")";
    let ([en, fr], findings) = bodies(facts, text, text);
    assert_eq!(findings, ["P070 the English is the same as the French"]);
    assert_eq!(
        en,
        "It’s “so” `It's \"so\"` It’s “so” and l’an\n\n![l’an: “x” It’s “so”](a/map.png) [l’an](https://a.ca/l'an \"l’an It’s “so”\")"
    );
    assert_eq!(
        fr,
        "la 2<sup>e</sup> d’une «\u{a0}série\u{a0}» `la 2ème d'une \"série\"` la 2<sup>e</sup> d’une «\u{a0}série\u{a0}» et l’an\n\n\
         ![l’an\u{a0}: «\u{a0}x\u{a0}» la 2e d’une «\u{a0}série\u{a0}»](a/map.png) [l’an](https://a.ca/l'an \"l’an la 2e d’une «\u{a0}série\u{a0}»\")"
    );
}
