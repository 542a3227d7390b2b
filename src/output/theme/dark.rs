//! Colours on a dark screen.

use super::{Colour, Theme, contrast};

/// What is behind the text on a dark screen, where a theme does not say.
const PAPER: Colour = Colour {
    red: 0x16,
    green: 0x18,
    blue: 0x1b,
};

pub(super) const WHITE: Colour = Colour {
    red: 255,
    green: 255,
    blue: 255,
};

impl Theme {
    /// What is behind the text on a dark screen.
    pub fn dark_paper(&self) -> Colour {
        self.dark.get("paper").copied().unwrap_or(PAPER)
    }

    /// A colour on a dark screen: what the theme says for its name, else the colour of its
    /// hue that stands out from dark paper as it does from white.
    pub fn on_dark(&self, name: Option<&str>, colour: Colour) -> Colour {
        let named = name.and_then(|name| self.dark.get(name));
        named
            .copied()
            .unwrap_or_else(|| mirrored(colour, self.dark_paper()))
    }
}

/// The colour of a hue that stands out from dark paper as `colour` does from white: mixed
/// with white or with black until it does.
fn mirrored(colour: Colour, paper: Colour) -> Colour {
    let wanted = contrast::ratio(colour, WHITE);
    let stands_out = |it: Colour| {
        let lighter = contrast::luminance(it) >= contrast::luminance(paper);
        lighter && contrast::ratio(it, paper) >= wanted
    };
    let black = Colour::default();
    let (from, to) = if stands_out(colour) {
        (black, colour)
    } else {
        (colour, WHITE)
    };
    // Half the way so often that the channels, of 8 bits, no longer change.
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        if stands_out(mixed(from, to, middle)) {
            high = middle;
        } else {
            low = middle;
        }
    }
    mixed(from, to, high)
}

/// A colour on the way between two, from 0 to 1.
fn mixed(from: Colour, to: Colour, part: f64) -> Colour {
    let channel = |from: u8, to: u8| {
        let (from, to) = (f64::from(from), f64::from(to));
        (from + (to - from) * part).round() as u8
    };
    Colour {
        red: channel(from.red, to.red),
        green: channel(from.green, to.green),
        blue: channel(from.blue, to.blue),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_out_on_white_stands_out_on_dark_paper() {
        let theme = Theme::parse(None, &[]).0;
        for (name, &colour) in &theme.colours {
            let dark = theme.on_dark(None, colour);
            let wanted = contrast::ratio(colour, WHITE);
            let most = contrast::ratio(WHITE, PAPER);
            let found = contrast::ratio(dark, PAPER);
            assert!(
                found >= wanted.min(most) - 1e-9 && found < wanted * 1.1,
                "{name}: {found} for {wanted}"
            );
        }
    }
}
