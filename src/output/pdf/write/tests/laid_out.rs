//! A memo laid out by the typesetter with the built-in theme, with all that print
//! markup has.

use crate::lang::Lang;
use crate::output::pdf::font::FontSet;
use crate::output::pdf::image::Picture;
use crate::output::pdf::layout::{Pictures, layout_pages};
use crate::output::pdf::markup::PrintMarkup;
use crate::output::pdf::pages::{Metadata, Pages};
use crate::output::theme::Theme;
use std::path::Path;
use std::sync::Arc;

/// The pages of the memo.
pub(super) fn memo() -> Pages {
    let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let theme = Theme::parse(None, &[]).0;
    let fonts = FontSet::load(&theme, &mut |file| {
        std::fs::read(templates.join(file)).ok().map(Into::into)
    })
    .unwrap();
    let mut pictures = Pictures::new();
    for (folder, name) in [
        ("templates/letterheads", "harbour.svg"),
        ("tests/fixtures/print", "crest.png"),
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read(root.join(folder).join(name)).unwrap();
        pictures.insert(
            name.to_owned(),
            Arc::new(Picture::decode(&file, name).unwrap()),
        );
    }
    let markup = PrintMarkup {
        template: "memo.pdf.html",
        text: &MARKUP.replace("WIDE", &wide_rows()),
        written: &|_| None,
        leads: &|_| true,
    };
    let metadata = Metadata {
        title: "Mise à jour du printemps".to_owned(),
        author: "Marguerite Okafor".to_owned(),
        subject: "Note de service".to_owned(),
        keywords: Vec::new(),
        lang: Some(Lang::Fr),
        date: "2026-04-01".to_owned(),
        modified: None,
    };
    layout_pages(markup, &theme, &fonts, &pictures, metadata).unwrap()
}

/// The rows of a table that stands on pages that lie on their side, more than one of them.
fn wide_rows() -> String {
    let row = |(tag, first): (&str, &str), cell: &str| {
        format!("<tr><{tag}>{first}</{tag}>{}</tr>", cell.repeat(12))
    };
    let head = row(("td", ""), "<th scope=\"col\" class=\"numeric\">Net</th>");
    let amount = "<td class=\"numeric\">1\u{a0}234\u{a0}567\u{a0}$</td>";
    let body = row(("th", "Nord"), amount).replace("<th>", "<th scope=\"row\">");
    let body = body.repeat(40);
    format!("<thead>{head}</thead><tbody>{body}</tbody>")
}

/// Print markup of a French memo.
const MARKUP: &str = r##"<div class="document draft" lang="fr-CA" data-watermark="ÉBAUCHE">
<header class="banner"><p class="classification">Protégé B</p></header>
<header class="running"><p>Mise à jour du printemps</p></header>
<footer class="running"><p>Page <span class="page-number"></span> de <span class="page-count"></span></p></footer>
<header class="letterhead"><img class="logo" src="harbour.svg" alt="Phare"/>
<div class="columns"><div class="column" lang="en"><p class="organization">Programs Division</p><p>26<sup>th</sup> Floor</p></div>
<div class="column" lang="fr"><p class="organization">Division des programmes</p><p>26<sup>e</sup> étage</p></div></div></header>
<h1>Note de service</h1>
<dl class="header"><dt>Destinataires :</dt><dd>Partenaires de la prestation de services</dd>
<dt>Objet :</dt><dd><strong>Mise à jour du printemps</strong></dd></dl>
<p>Chers partenaires,</p>
<section><p>Les résultats seront connus d’ici le 30 avril 2026. Le cœur du programme demeure
« inchangé », <em>et les organismes</em> disposent de <strong>neuf (9) mois</strong> pour
<strong><em>terminer</em></strong> la transition; <a href="https://exemple.ca/été">consultez le guide du
programme, qui est long et passe sans doute à la ligne suivante</a>.<a class="note-reference" id="note-reference-1" href="#note-1">1</a>
Un texte <span lang="en">in the other language</span>, H<sub>2</sub>O, <del>rayé</del>, <code>let x = 1;</code>.</p>
<ul><li><p>Premier point</p><ol start="3"><li><p>Trois</p></li><li><p>Quatre</p></li></ol></li><li><p>Deuxième point</p></li></ul>
<ul><li class="task done"><p>Terminé</p></li><li class="task"><p>À faire</p></li></ul>
<blockquote><p>La transition est affaire de patience.</p></blockquote>
<pre><code>bimemo render --lang fr
</code></pre></section>
<section><h2 id="budget">Budget</h2>
<table id="table-1"><caption>Tableau 1 : Le budget de <strong>deux</strong> ans</caption><thead><tr><th scope="col">Poste</th><th scope="col" class="numeric">2026</th><th scope="col" class="numeric">2027</th></tr></thead>
<tbody><tr><td>Services</td><td class="numeric">1 250 000,00 $</td><td class="numeric">900 000,00 $</td></tr>
<tr><td>Total</td><td class="numeric">9 %</td><td class="numeric">—</td></tr></tbody></table>
<section><h3>Figure</h3><figure><img src="crest.png" alt="Collines et rivière"/><figcaption>Les Laurentides</figcaption></figure></section>
<hr/><p>Voir le <a href="#budget">budget</a>.</p></section>
<section class="signature"><p class="closing">Cordialement,</p><p>Marguerite Okafor</p></section>
<ul class="plain"><li><p>c. c. Gloria Park</p></li><li><p>Jean Roy</p></li></ul>
<p lang="en">Write to <a href="https://example.ca/en">the service desk</a>, or <a href="https://exemple.ca"><span lang="fr">au centre</span></a>.</p>
<section class="appendix"><h2>Annexe A</h2><p>Le programme <span class="gap">[traduction manquante]</span> suit.</p><p>Voici les mois :</p>
<table id="table-2"><caption>Tableau 2 : Les mois<a class="note-reference" id="note-reference-2" href="#note-2">2</a></caption>WIDE</table>
<p>Voir le <a href="#table-2">tableau 2</a>.</p></section>
<div class="note" id="note-1"><p>Selon l’avis de 2025.</p></div>
<div class="note" id="note-2"><p>Sans les jours fériés.</p></div>
</div>"##;
