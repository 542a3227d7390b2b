use super::*;

/// The built-in theme and its fonts, loaded once for all tests.
pub(crate) fn fonts() -> &'static (Theme, FontSet) {
    static FONTS: OnceLock<(Theme, FontSet)> = OnceLock::new();
    FONTS.get_or_init(|| {
        let (theme, findings) = Theme::parse(None, &[]);
        assert_eq!(findings, []);
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/");
        let set = FontSet::load(&theme, &mut |file| {
            let bytes = std::fs::read(format!("{folder}{file}")).ok()?;
            Some(bytes.into())
        });
        (theme, set.unwrap())
    })
}

#[test]
fn fonts_are_shared_by_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let (theme, set) = fonts();
    shared(set);
    shared(theme);
}

#[test]
fn what_no_font_has_is_named() {
    let (_, set) = fonts();
    let missing = set.missing("Ré «\u{a0}ᐃᓄᒃ → ≤ ☐ ✓\u{202f}\u{2011}»\u{ad}");
    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(set.missing("日本 x 日"), ['日', '本']);
}

#[test]
fn a_file_that_is_no_font_is_named_where_the_theme_names_it() {
    let text = "fonts:\n  Own:\n    regular: fonts/own.ttf\n    bold: fonts/b.otf\n";
    let file = crate::source::SourceFile::new("templates/theme.yaml", text);
    let (theme, findings) = Theme::parse(Some(&file), &[]);
    assert_eq!(findings, []);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/");
    let found = FontSet::load(&theme, &mut |file| match file {
        "fonts/b.otf" => Some(b"OTTO....".into()),
        file => std::fs::read(format!("{folder}{file}"))
            .ok()
            .map(Cow::Owned),
    })
    .unwrap_err();
    let said: Vec<(usize, String)> = found
        .iter()
        .map(|finding| {
            (
                finding.span.as_ref().unwrap().start().line,
                finding.message.clone(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (3, "there is no font file `fonts/own.ttf`".to_owned()),
            (4, "`fonts/b.otf` is not a TrueType font".to_owned()),
        ]
    );
}

mod shaping {
    use super::*;
    use crate::output::pdf::font::shape::{Shaper, ShapingManner};

    fn order(set: &FontSet, bold: bool) -> usize {
        let style = TextStyle {
            font: "Noto Sans".into(),
            bold,
            ..crate::output::theme::PrintStyle::default().text
        };
        set.order(&style)
    }

    #[test]
    fn text_is_kerned() {
        let (_, set) = fonts();
        let mut shaper = Shaper::new(set);
        let order = order(set, false);
        let apart = shaper.shape("T", order, ShapingManner::default()).width
            + shaper.shape("o", order, ShapingManner::default()).width;
        assert!(shaper.shape("To", order, ShapingManner::default()).width < apart - 10.0);
    }

    #[test]
    fn every_character_extracts_and_falls_back_by_itself() {
        let (_, set) = fonts();
        let mut shaper = Shaper::new(set);
        let text = "Qallunaat ᐃᓄᒃ e\u{301}ffice → Ǫ\u{301}";
        let shaped = shaper.shape(text, order(set, true), ShapingManner::default());
        let extracted: String = shaped
            .glyphs
            .iter()
            .map(|glyph| &text[glyph.start..glyph.end])
            .collect();
        assert_eq!(extracted, text);
        assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0));
        let faces: Vec<usize> = shaped.glyphs.iter().map(|glyph| glyph.face).collect();
        let syllabics = shaped
            .glyphs
            .iter()
            .find(|glyph| text[glyph.start..].starts_with('ᐃ'));
        let name = &set.faces[syllabics.unwrap().face].face.name;
        assert_eq!(name, "NotoSansCanadianAboriginal-Bold", "{faces:?}");
        assert!(shaper.missing().is_empty());
    }

    #[test]
    fn a_missing_character_is_noted_and_never_drawn() {
        let (_, set) = fonts();
        let mut shaper = Shaper::new(set);
        let shaped = shaper.shape("a日b", order(set, false), ShapingManner::default());
        assert_eq!(shaped.glyphs.len(), 2);
        assert_eq!(shaper.missing().iter().collect::<Vec<_>>(), [&'日']);
    }

    #[test]
    fn figures_can_have_one_width() {
        let (_, set) = fonts();
        let mut shaper = Shaper::new(set);
        let order = order(set, false);
        let tabular = ShapingManner {
            tabular: true,
            ..ShapingManner::default()
        };
        let widths: Vec<f32> = ('0'..='9')
            .map(|figure| shaper.shape(&figure.to_string(), order, tabular).width)
            .collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}");
    }
}

#[test]
fn no_character_is_wider_than_it_is_taken_for() {
    use crate::output::pdf::paragraph::widest;
    let (_, set) = fonts();
    let mut shaper = shape::Shaper::new(set);
    let mut wide = Vec::new();
    let mut seen = 0;
    // No style of the program's sets text in signs.
    let first = |order: &usize| &set.faces[set.orders[*order][0]].face.name;
    let orders = (0..set.orders.len()).filter(|order| !first(order).contains("Symbols"));
    for order in orders {
        for c in (' '..='\u{2FFF}').filter(|c| set.has(*c)) {
            let shaped = shaper.shape(&c.to_string(), order, shape::ShapingManner::default());
            seen += 1;
            if shaped.width > 1000.0 * widest(c) {
                wide.push((c, order, shaped.width));
            }
        }
    }
    assert!(seen > 10_000, "{seen}");
    assert_eq!(wide, []);
}
