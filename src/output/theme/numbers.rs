//! The numbers of lists: what a theme's patterns (`1.`, `a)`) make of them.

use super::Labels;

/// The pattern of a list's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPattern {
    /// What stands before the number.
    pub before: String,
    /// How the number is written.
    pub kind: NumberKind,
    /// What stands after it.
    pub after: String,
}

/// How a list's numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// In figures.
    Decimal,
    /// In small letters: 1 is a, 26 is z, 27 is aa.
    Letters,
    /// In small Roman numerals; from 4000 on in figures.
    Roman,
}

impl NumberKind {
    /// The sign that stands for it in patterns, and in HTML's `type`.
    pub const fn sign(self) -> char {
        match self {
            NumberKind::Decimal => '1',
            NumberKind::Letters => 'a',
            NumberKind::Roman => 'i',
        }
    }

    /// The name of CSS for it.
    pub const fn css(self) -> &'static str {
        match self {
            NumberKind::Decimal => "decimal",
            NumberKind::Letters => "lower-alpha",
            NumberKind::Roman => "lower-roman",
        }
    }
}

impl NumberPattern {
    fn parse(pattern: &str) -> NumberPattern {
        let kinds = [NumberKind::Decimal, NumberKind::Letters, NumberKind::Roman];
        let sign = |c: char| kinds.into_iter().find(|kind| kind.sign() == c);
        let found = pattern
            .char_indices()
            .find_map(|(at, c)| Some((at, sign(c)?)));
        let (at, length, kind) = match found {
            Some((at, kind)) => (at, 1, kind),
            None => (0, 0, NumberKind::Decimal),
        };
        NumberPattern {
            before: pattern.get(..at).unwrap_or_default().to_owned(),
            kind,
            after: pattern.get(at + length..).unwrap_or_default().to_owned(),
        }
    }

    /// A number's label.
    pub fn label(&self, number: u32) -> String {
        let number = match self.kind {
            NumberKind::Decimal => number.to_string(),
            NumberKind::Letters => letters(number),
            NumberKind::Roman => roman(number),
        };
        format!("{}{number}{}", self.before, self.after)
    }
}

impl Labels {
    /// The pattern of the numbers of a list that stands in `depth` others.
    pub fn number(&self, depth: usize) -> NumberPattern {
        let pattern = self.numbers.get(depth).or(self.numbers.last());
        NumberPattern::parse(pattern.map_or("1.", String::as_str))
    }

    /// The patterns by depth.
    pub fn number_patterns(&self) -> Vec<NumberPattern> {
        self.numbers
            .iter()
            .map(|pattern| NumberPattern::parse(pattern))
            .collect()
    }
}

/// 1 is a, 26 is z, 27 is aa.
fn letters(mut number: u32) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
    }
    if letters.is_empty() {
        return "0".to_owned();
    }
    letters.iter().rev().collect()
}

/// Roman numerals in lower case; numbers from 4000 on stay figures.
fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number >= 4000 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::NumberPattern;

    #[test]
    fn numbers_follow_the_pattern() {
        let label = |pattern, number| NumberPattern::parse(pattern).label(number);
        assert_eq!(label("1.", 12), "12.");
        assert_eq!(label("a)", 28), "ab)");
        assert_eq!(label("(i)", 1949), "(mcmxlix)");
        assert_eq!(label("i.", 0), "0.");
        assert_eq!(label("–", 3), "3–");
    }
}
