//! Alerts, definition lists, figures, words of the other language, abbreviations and
//! lists in cells: what each is in every format, in both languages, and what is found
//! where the languages differ.

use crate::printed::{Open, Room, errors, told};
use bimemo::diagnostic::Diagnostic;
use bimemo::lang::Lang;
use bimemo::output::pdf::pages::{Child, Pages, Tag};

/// A workspace with a memo of these bodies, and a picture.
fn room(en: &str, fr: &str) -> Room {
    let room = Room::new();
    let [en, fr] = [en, fr].map(|body| serde_json::to_string(body).expect("a string"));
    room.put(
        "memos/memo.yaml",
        format!(
            "kind: notice\ndate: 2026-05-04\nsubject: {{ en: The pier, fr: Le quai }}\n\
             sections:\n  - body: {{ en: {en}, fr: {fr} }}\n"
        ),
    );
    let picture = include_bytes!("../fixtures/print/crest.png");
    room.put("memos/pier.png", picture);
    room
}

/// What is found in a memo of these bodies.
fn found(en: &str, fr: &str) -> Vec<Diagnostic> {
    let room = room(en, fr);
    composed(&room.open()).diagnostics
}

fn composed(open: &Open) -> bimemo::press::Composition {
    open.compose(&open.memos()[0])
}

/// The body of a page of these bodies, in a language.
fn page(en: &str, fr: &str, lang: Lang) -> (String, String, Pages) {
    let room = room(en, fr);
    let open = room.open();
    let composition = composed(&open);
    assert_eq!(told(&composition.diagnostics), "", "{en}");
    let printed = open.print(&composition, lang);
    let printed = printed.unwrap_or_else(|findings| panic!("{}", told(&findings)));
    let between = |text: &str, from: &str, to: &str| {
        let rest = text.split_once(from).map_or("", |(_, rest)| rest);
        rest.split_once(to)
            .map_or(rest, |(body, _)| body)
            .trim()
            .to_owned()
    };
    let html = between(&printed.html, "<div id=\"section-1\">", "\n</main>");
    let html = html.split("<section class=\"notes\"").next();
    let html = html
        .map(str::trim)
        .and_then(|body| body.strip_suffix("</div>"));
    let html = html.unwrap_or_default().trim().to_owned();
    let markdown = between(&printed.markdown, "\n---\n", "\n---\n");
    (html, markdown, printed.pages)
}

/// The structure of pages below their section: `Div(P P)`.
fn structure(pages: &Pages) -> String {
    let section = pages.structure.iter().position(|it| it.tag == Tag::Sect);
    described(pages, section.expect("there is a section"))
}

fn described(pages: &Pages, index: usize) -> String {
    let element = &pages.structure[index];
    let mut text = match element.tag {
        Tag::L { .. } => "L".to_owned(),
        Tag::Figure { .. } => "Figure".to_owned(),
        Tag::TH { .. } => "TH".to_owned(),
        other => format!("{other:?}"),
    };
    if let Some(lang) = element.lang {
        text.push_str(&format!(":{lang}"));
    }
    if let Some(expansion) = &element.expansion {
        text.push_str(&format!("={expansion}"));
    }
    let children = element.children.iter().filter_map(|child| match child {
        Child::Element(child) => Some(described(pages, *child)),
        Child::Marks => None,
    });
    let children: Vec<String> = children.collect();
    if !children.is_empty() {
        text.push_str(&format!("({})", children.join(" ")));
    }
    text
}

#[test]
fn an_alert_is_a_box_with_its_label() {
    let (en, fr) = (
        "> [!WARNING]\n> The ramp is icy.",
        "> [!WARNING]\n> La rampe est glacée.",
    );
    let (html, markdown, pages) = page(en, fr, Lang::Fr);
    assert_eq!(
        html,
        "<div class=\"alert alert-warning\" role=\"note\"><p class=\"label\">Avertissement</p>\n\
         <p>La rampe est glacée.</p>\n</div>"
    );
    assert_eq!(markdown, "> **Avertissement**\n>\n> La rampe est glacée.");
    assert_eq!(structure(&pages), "Sect(Div(P P))");
    let (_, markdown, _) = page(en, fr, Lang::En);
    assert_eq!(markdown, "> **Warning**\n>\n> The ramp is icy.");
}

#[test]
fn a_definition_list_is_labels_and_bodies() {
    let (en, fr) = (
        "Gate\n: opens at noon\n: closes late\n\nKey\n:   lies here:\n\n    - inside",
        "Barrière\n: s'ouvre à midi\n: se ferme tard\n\nClé\n:   se trouve ici :\n\n    - à l'intérieur",
    );
    let (html, markdown, pages) = page(en, fr, Lang::En);
    assert_eq!(
        html,
        "<dl><dt>Gate</dt>\n<dd><p>opens at noon</p>\n</dd>\n<dd><p>closes late</p>\n</dd>\n\
         <dt>Key</dt>\n<dd><p>lies here:</p>\n<ul class=\"tight\"><li>inside</li>\n</ul>\n</dd>\n</dl>"
    );
    assert_eq!(
        markdown,
        "**Gate**\n\nopens at noon\n\ncloses late\n\n**Key**\n\nlies here:\n\n- inside"
    );
    assert_eq!(
        structure(&pages),
        "Sect(L(LI(Lbl LBody(P P)) LI(Lbl LBody(P L(LI(Lbl LBody(P)))))))"
    );
}

#[test]
fn a_figure_has_its_caption_number_anchor_and_width() {
    let (en, fr) = (
        "See [Figure 2](#figure-2).\n\n![The pier](pier.png \"From above\")\n\n\
         ![The pier](pier.png \"From below =50%\")\n\n![](pier.png \"=decorative\")",
        "Voir la [figure 2](#figure-2).\n\n![Le quai](pier.png \"D'en haut\")\n\n\
         ![Le quai](pier.png \"D'en bas =50%\")\n\n![](pier.png \"=decorative\")",
    );
    let (html, markdown, pages) = page(en, fr, Lang::Fr);
    let shown: String = html
        .split("src=\"")
        .map(|part| match part.split_once("\" alt") {
            Some((_, rest)) => format!("src alt{rest}"),
            None => part.to_owned(),
        })
        .collect();
    assert_eq!(
        shown,
        "<p>Voir la <a href=\"#figure-2\">figure\u{a0}2</a>.</p>\n\
         <figure id=\"figure-1\">\n<img src alt=\"Le quai\" width=\"600\" height=\"600\">\n\
         <figcaption>Figure\u{a0}1\u{a0}: D’en haut</figcaption>\n</figure>\n\
         <figure id=\"figure-2\">\n<img src alt=\"Le quai\" width=\"600\" height=\"600\" class=\"width-50\">\n\
         <figcaption>Figure\u{a0}2\u{a0}: D’en bas</figcaption>\n</figure>\n\
         <p><img src alt=\"\" width=\"600\" height=\"600\"></p>"
    );
    // Its anchor stands where a link leads to it.
    assert_eq!(
        markdown,
        "Voir la [figure\u{a0}2](#figure-2).\n\n![Le quai](memo/pier.png)\n\n\
         *Figure\u{a0}1\u{a0}: D’en haut*\n\n\
         <a id=\"figure-2\"></a>![Le quai](memo/pier.png)\n\n\
         *Figure\u{a0}2\u{a0}: D’en bas*\n\n![](memo/pier.png)"
    );
    assert_eq!(
        structure(&pages),
        "Sect(P(Span Link Span) Div(Figure Caption) Div(Figure Caption))"
    );
    let room = room(en, fr);
    let open = room.open();
    let printed = open
        .print_parallel(&composed(&open))
        .expect("it is printed");
    for anchor in ["en-figure-2", "fr-figure-2"] {
        assert!(
            printed.html.contains(&format!("id=\"{anchor}\"")),
            "{}",
            printed.html
        );
        let written = format!("<a id=\"{anchor}\"></a>");
        assert!(printed.markdown.contains(&written), "{}", printed.markdown);
        assert!(
            printed.markdown.contains(&format!("](#{anchor})")),
            "{}",
            printed.markdown
        );
    }
}

const FEES: (&str, &str) = (
    "See [Table 1](#table-1).\n\nTable: Fees by dock, 2026[^n]\n\n| Dock | Fee |\n| --- | --: |\n| North | $75 |\n| South | $80 |\n\n[^n]: With tax.",
    "Voir le [tableau 1](#table-1).\n\n| Quai | Droit |\n| --- | --: |\n| Nord | 75 $ |\n| Sud | 80 $ |\n\nTableau : Droits par quai, 2026[^n]\n\n[^n]: Avec la taxe.",
);

#[test]
fn a_table_has_its_caption_number_and_anchor() {
    let (html, markdown, pages) = page(FEES.0, FEES.1, Lang::Fr);
    let shown = html.split("<thead>").next().unwrap_or_default();
    assert_eq!(
        shown,
        "<p>Voir le <a href=\"#table-1\">tableau\u{a0}1</a>.</p>\n\
         <div class=\"scroll\" role=\"region\" \
         aria-label=\"Tableau\u{a0}1\u{a0}: Droits par quai, 2026\"><table id=\"table-1\">\
         <caption>Tableau\u{a0}1\u{a0}: Droits par quai, 2026<a class=\"note-reference\" \
         id=\"note-reference-1\" href=\"#note-1\" role=\"doc-noteref\" aria-label=\"Note 1\">1</a></caption>\n"
    );
    assert!(
        markdown.starts_with(
            "Voir le [tableau\u{a0}1](#table-1).\n\n\
             <a id=\"table-1\"></a>**Tableau\u{a0}1\u{a0}:** Droits par quai, 2026[^1]\n\n\
             | Quai | Droit |\n"
        ),
        "{markdown}"
    );
    assert!(
        structure(&pages).contains("Table(Caption(Span Reference(Link) Note(Lbl P)) THead("),
        "{}",
        structure(&pages)
    );
    // The same words in the same place, wherever the caption is written.
    let (html, markdown, _) = page(FEES.0, FEES.1, Lang::En);
    assert!(
        html.contains("<caption>Table 1: Fees by dock, 2026<"),
        "{html}"
    );
    assert!(
        markdown.contains("**Table 1:** Fees by dock, 2026[^1]\n\n|"),
        "{markdown}"
    );
    let room = room(FEES.0, FEES.1);
    let open = room.open();
    let printed = open
        .print_parallel(&composed(&open))
        .expect("it is printed");
    for anchor in ["en-table-1", "fr-table-1"] {
        assert!(printed.html.contains(&format!("<table id=\"{anchor}\">")));
        assert!(
            printed
                .markdown
                .contains(&format!("<a id=\"{anchor}\"></a>**"))
        );
    }
}

#[test]
fn paragraphs_are_numbered_past_captions() {
    let room = Room::new();
    let body = "One.\\n\\nTable: Fees\\n\\n| a | b |\\n| --- | --- |\\n| c | d |\\n\\nTwo.";
    room.put(
        "memos/memo.yaml",
        format!(
            "kind: notice\ndate: 2026-05-04\nlanguages: [en]\nnumbered: paragraphs\n\
             subject: {{ en: The pier }}\nsections:\n  - body: {{ en: \"{body}\" }}\n"
        ),
    );
    let open = room.open();
    let printed = open
        .print(&composed(&open), Lang::En)
        .expect("it is printed");
    assert!(
        printed.html.contains("1.\u{a0}</span>One.</p>"),
        "{}",
        printed.html
    );
    assert!(
        printed.html.contains("<caption>Table 1: Fees</caption>"),
        "{}",
        printed.html
    );
    assert!(
        printed.html.contains("2.\u{a0}</span>Two.</p>"),
        "{}",
        printed.html
    );
}

#[test]
fn a_heading_leaves_a_table_its_anchor() {
    let table = "Table: Fees\n\n| a | b |\n| --- | --- |\n| c | d |";
    let (en, fr) = (
        format!("## Table 1\n\n{table}\n\n## Table 2\n\nx"),
        format!("## Tableau 1\n\n{table}\n\n## Tableau 2\n\nx"),
    );
    let room = room(&en, &fr);
    let open = room.open();
    let composition = composed(&open);
    for lang in [Lang::En, Lang::Fr] {
        let printed = open.print(&composition, lang).expect("it is printed");
        let html = printed.html;
        assert_eq!(html.matches("id=\"table-1\"").count(), 1, "{html}");
        assert!(html.contains("<table id=\"table-1\">"), "{html}");
        // The heading's words are free where no table has such a number.
        assert!(html.contains("<section id=\"table-1-2\">"), "{html}");
        assert!(html.contains("<section id=\"table-2\">"), "{html}");
    }
}

#[test]
fn captions_of_tables_are_compared() {
    let none: [&str; 0] = [];
    assert_eq!(codes(FEES.0, FEES.1), none);
    assert_eq!(codes(FEES.0, &FEES.1.replace("2026", "2027")), ["P032"]);
    let (en, fr) = (FEES.0.replace("[^n]", ""), FEES.1.replace("[^n]", ""));
    let (en, fr) = (
        en.replace(": With tax.", ""),
        fr.replace(": Avec la taxe.", ""),
    );
    // What links to the table leads nowhere where it has no caption.
    let en = en.replace("See [Table 1](#table-1).\n\n", "");
    let fr = fr.replace("Voir le [tableau 1](#table-1).\n\n", "");
    let lacks = found(&en, &fr.replace("Tableau : Droits par quai, 2026", ""));
    assert_eq!(
        told(&lacks),
        "P010 the French lacks a caption of the English: “Fees by dock, 2026”"
    );
    let below = "Tableau : Droits par quai, 2026";
    let above = format!("Les droits par quai, 2026\n\n{}", fr.replace(below, ""));
    let paragraph = found(&en, &above);
    assert_eq!(
        told(&paragraph),
        "P011 a paragraph in French where the English has a caption"
    );
    assert_eq!(
        codes("See [it](#table-1).", "Voir [le tableau](#table-1)."),
        ["W020", "W020"]
    );
}

#[test]
fn words_of_the_other_language_and_abbreviations_say_so() {
    let (en, fr) = (
        "The form <span lang=\"fr\">Demande d'accès : suite</span> (<abbr title=\"Request for Access\">RFA</abbr>) is here.",
        "Le formulaire <span lang=\"en-CA\">It's \"next\": access</span> (<abbr title=\"Demande d'accès\">DA</abbr>) est ici.",
    );
    let (html, markdown, pages) = page(en, fr, Lang::Fr);
    assert_eq!(
        html,
        "<p>Le formulaire <span lang=\"en-CA\">It's &quot;next&quot;: access</span> \
         (<abbr title=\"Demande d’accès\">DA</abbr>) est ici.</p>"
    );
    assert_eq!(
        markdown,
        "Le formulaire It's \"next\": access (DA) est ici."
    );
    assert_eq!(
        structure(&pages),
        "Sect(P(Span Span:en Span Span=Demande d’accès Span))"
    );
}

#[test]
fn a_list_in_a_cell_is_a_list() {
    let (en, fr) = (
        "| Where | What |\n| --- | --- |\n| Pier | bring:<br>- gloves<br>- boots |",
        "| Où | Quoi |\n| --- | --- |\n| Quai | apporter :<br>- des gants<br>- des bottes |",
    );
    let (html, markdown, pages) = page(en, fr, Lang::En);
    let cell = "<td>bring:<ul class=\"tight\"><li>gloves</li><li>boots</li></ul></td>";
    assert!(html.contains(cell), "{html}");
    assert!(
        markdown.ends_with("| Pier | bring:<br>- gloves<br>- boots |"),
        "{markdown}"
    );
    assert!(
        structure(&pages).contains("TD(P L(LI(Lbl LBody) LI(Lbl LBody)))"),
        "{}",
        structure(&pages)
    );
}

/// The codes of what is found.
fn codes(en: &str, fr: &str) -> Vec<&'static str> {
    found(en, fr)
        .iter()
        .map(|finding| finding.code.id)
        .collect()
}

#[test]
fn what_differs_between_the_languages_is_found() {
    let none: [&str; 0] = [];
    assert_eq!(
        codes(
            "> [!NOTE]\n> The ramp is icy.",
            "> [!WARNING]\n> La rampe est glacée."
        ),
        ["P011"]
    );
    // Each language has its own alphabet.
    let lists = |en: [&str; 4], fr: [&str; 4]| {
        let list = |terms: [&str; 4]| terms.map(|term| term.replace(" = ", "\n: ")).join("\n\n");
        (list(en), list(fr))
    };
    let en = [
        "bridge = the crossing of the river at Linden Street, closed since 2019",
        "ferry = the boat for 40 cars that leaves every hour from the north shore",
        "season permit = a card that lets one vehicle park beside the water until October",
        "wharf = the timber structure where fishing boats unload their catch",
    ];
    let fr = [
        "bateau = le traversier pour 40 voitures qui part toutes les heures de la rive nord",
        "permis saisonnier = une carte qui permet à un véhicule de stationner au bord de l'eau jusqu'en octobre",
        "pont = le passage de la rivière à la rue Linden, fermé depuis 2019",
        "quai = la structure de bois où les bateaux de pêche débarquent leurs prises",
    ];
    let (list, translated) = lists(en, fr);
    assert_eq!(codes(&list, &translated), none);
    assert_eq!(codes(&list, &translated.replace("40", "14")), ["P032"]);
    // In one order, what lacks is told by its term.
    let (_, in_order) = lists(en, [fr[2], fr[0], fr[1], ""]);
    let lacking = "P014 the French lacks a definition of the English: “wharf”";
    assert_eq!(told(&found(&list, in_order.trim_end())), lacking);
    let figure = |caption: &str| format!("![The pier](pier.png \"{caption}\")");
    let figures = (
        figure("Built in 1912"),
        figure("Construit en 1921").replace("The pier", "Le quai"),
    );
    assert!(!codes(&figures.0, &figures.1).is_empty());
    let missing = codes("See [the plan](#figure-1).", "Voir [le plan](#figure-1).");
    assert_eq!(missing, ["W020", "W020"]);
    let expansions = codes(
        "The <abbr title=\"Act of 1912\">ATIA</abbr> applies.",
        "La <abbr title=\"Loi de 1921\">LAI</abbr> s'applique.",
    );
    assert!(!expansions.is_empty());
    // What is said in the other language is not taken for a passage left in it.
    let said = "The sign says: <span lang=\"fr\">Il est interdit de marcher sur la glace en tout temps.</span>";
    let dit = "L'affiche dit : <span lang=\"en\">Walking on the ice is forbidden at all times of the day.</span>";
    let told = found(said, dit);
    assert_eq!(errors(&told), Vec::<&Diagnostic>::new());
    assert_eq!(told.iter().map(|it| it.code.id).collect::<Vec<_>>(), none);
}
