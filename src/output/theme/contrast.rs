//! Contrast between two colours, after WCAG 2.2 ("relative luminance", "contrast
//! ratio").

use super::Colour;

/// The contrast that text needs at least (WCAG 2.2, 1.4.3, level AA).
pub(super) const REQUIRED: f64 = 4.5;

/// The contrast of two colours, from 1 to 21.
pub(super) fn ratio(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// How light a colour is, from 0 to 1.
pub(super) fn luminance(colour: Colour) -> f64 {
    let channel = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(colour.red) + 0.7152 * channel(colour.green) + 0.0722 * channel(colour.blue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grey(level: u8) -> Colour {
        Colour {
            red: level,
            green: level,
            blue: level,
        }
    }

    #[test]
    fn the_ratios_are_those_of_the_standard() {
        assert!((ratio(grey(0), grey(255)) - 21.0).abs() < 1e-9);
        assert!((ratio(grey(0x77), grey(255)) - 4.48).abs() < 0.01);
        assert!((ratio(grey(0x76), grey(255)) - 4.54).abs() < 0.01);
        assert!((ratio(grey(40), grey(40)) - 1.0).abs() < 1e-9);
    }
}
