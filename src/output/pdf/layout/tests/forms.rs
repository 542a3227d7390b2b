//! Boxes, figures of a given width, abbreviations.

use super::{checked, laid_out};
use crate::output::pdf::pages::{Drawing, Pages, Rect};

/// The pictures of pages.
fn pictures(pages: &Pages) -> Vec<Rect> {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    marks
        .filter_map(|mark| match mark.drawing {
            Drawing::Image { rect, .. } => Some(rect),
            _ => None,
        })
        .collect()
}

/// The fills of pages.
fn fills(pages: &Pages) -> Vec<Rect> {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    marks
        .filter_map(|mark| match mark.drawing {
            Drawing::Fill { rect, .. } => Some(rect),
            _ => None,
        })
        .collect()
}

#[test]
fn a_picture_takes_the_part_of_the_width_that_it_says() {
    let figure = |width: &str| {
        let image = format!("<img src=\"chart.png\" alt=\"A chart\"{width}/>");
        let figure = format!("<figure>{image}<figcaption>Figure 1: A chart</figcaption></figure>");
        let pages = checked(&figure);
        pictures(&pages)[0]
    };
    let whole = figure(" width=\"100%\"").width;
    for percent in [10_u8, 35, 60] {
        let part = figure(&format!(" width=\"{percent}%\"")).width;
        let wanted = whole * f32::from(percent) / 100.0;
        assert!((part - wanted).abs() < 0.01, "{percent}: {part} of {whole}");
    }
    // Without, it is as wide as it is.
    assert!(figure("").width < whole);
    for wrong in ["60", "0%", "101%", "wide"] {
        let markup = format!("<img src=\"chart.png\" alt=\"A chart\" width=\"{wrong}\"/>");
        assert!(laid_out(&super::document(&markup)).is_err(), "{wrong}");
    }
}

#[test]
fn an_alert_stands_on_a_ground_of_its_own() {
    let pages = checked(
        "<p>a</p><div class=\"alert alert-warning\"><p class=\"label\">Warning</p><p>b</p></div>",
    );
    let fills = fills(&pages);
    // The ground, and the bar at its left.
    assert_eq!(fills.len(), 2, "{fills:?}");
    let left = fills.iter().map(|fill| fill.x).fold(f32::MAX, f32::min);
    assert!((left - 72.0).abs() < 0.01, "{left}");
}
