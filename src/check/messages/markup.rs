//! The Markdown in a reading's text: links, emphasis, tags, blocks, and the text with
//! what is no running text masked.

use std::ops::Range;

/// What stands in masked text for each byte of code, addresses and tags.
pub(super) const MASK: char = '\u{1a}';

/// What a text has of Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Markup {
    /// The addresses of links, and those that stand by themselves.
    pub addresses: Vec<Range<usize>>,
    /// The names of HTML elements that begin or end.
    pub tags: Vec<String>,
    /// How many stretches are strong, and how many are emphasized.
    pub strong: usize,
    pub emphasis: usize,
    /// The text, byte for byte, with what is no running text as [`MASK`].
    pub masked: String,
}

impl Markup {
    pub fn of(text: &str) -> Markup {
        let mut reader = Reader {
            text,
            masked: Vec::new(),
            markup: Markup::default(),
            stars: [0, 0],
        };
        reader.run();
        let Reader {
            masked,
            mut markup,
            stars: [single, double],
            ..
        } = reader;
        markup.emphasis = single / 2;
        markup.strong = double / 2;
        markup.masked = mask(text, &masked);
        markup
    }
}

fn mask(text: &str, ranges: &[Range<usize>]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for range in ranges {
        masked.push_str(text.get(done..range.start).unwrap_or_default());
        masked.extend(std::iter::repeat_n(
            MASK,
            range.end.saturating_sub(range.start.max(done)),
        ));
        done = range.end.max(done);
    }
    masked.push_str(text.get(done..).unwrap_or_default());
    masked
}

struct Reader<'t> {
    text: &'t str,
    masked: Vec<Range<usize>>,
    markup: Markup,
    /// Single and double marks of emphasis.
    stars: [usize; 2],
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(letter) = self.rest(at).chars().next() {
            at = match letter {
                '\\' => at + 1 + self.rest(at + 1).chars().next().map_or(0, char::len_utf8),
                '`' => self.code(at),
                ']' if self.rest(at + 1).starts_with('(') => self.link(at),
                '<' => self.tag(at),
                '*' | '_' => self.emphasis(at, letter),
                'h' if starts_address(self.rest(at)) => self.address(at),
                _ => at + letter.len_utf8(),
            };
        }
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    fn code(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let fence = "`".repeat(ticks);
        let inside = rest.get(ticks..).unwrap_or_default();
        match inside.find(&fence) {
            Some(length) => {
                let end = at + ticks + length + ticks;
                self.masked.push(at..end);
                end
            }
            None => at + ticks,
        }
    }

    /// The address behind a link's words, from their `]`.
    fn link(&mut self, at: usize) -> usize {
        let inside = at + 2;
        let mut depth = 0_usize;
        for (offset, letter) in self.rest(inside).char_indices() {
            match letter {
                '(' => depth += 1,
                ')' if depth == 0 => {
                    let end = inside + offset;
                    let address = self.rest(inside).get(..offset).unwrap_or_default();
                    let length = address.find([' ', '\n']).unwrap_or(address.len());
                    if let Some(open) = self.text.get(..at).and_then(|words| words.rfind('['))
                        && open >= self.masked.last().map_or(0, |last| last.end)
                    {
                        self.masked.push(open..open + 1);
                    }
                    self.markup.addresses.push(inside..inside + length);
                    self.masked.push(at..end + 1);
                    return end + 1;
                }
                ')' => depth -= 1,
                _ => {}
            }
        }
        inside
    }

    fn tag(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let Some(end) = rest
            .find(['>', '\n'])
            .filter(|end| rest.get(*end..=*end) == Some(">"))
        else {
            return at + 1;
        };
        let inside = rest.get(1..end).unwrap_or_default().to_owned();
        let name: String = inside
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if starts_address(&inside) || (inside.contains('@') && !inside.contains(' ')) {
            self.markup.addresses.push(at + 1..at + end);
        } else if name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let slash = if inside.starts_with('/') { "/" } else { "" };
            self.markup
                .tags
                .push(format!("{slash}{}", name.to_ascii_lowercase()));
        } else {
            return at + 1;
        }
        self.masked.push(at..at + end + 1);
        at + end + 1
    }

    fn emphasis(&mut self, at: usize, mark: char) -> usize {
        let rest = self.rest(at);
        let length = rest.len() - rest.trim_start_matches(mark).len();
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let before = self
            .text
            .get(..at)
            .and_then(|text| text.chars().next_back());
        let after = self.rest(at + length).chars().next();
        let alone = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        let inside_word = mark == '_' && is_word(before) && is_word(after);
        if !(inside_word || (alone(before) && alone(after))) {
            self.stars[0] += length % 2;
            self.stars[1] += usize::from(length >= 2);
        }
        at + length
    }

    fn address(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let end = rest
            .find(|letter: char| {
                letter.is_whitespace() || matches!(letter, ')' | '>' | '"' | '»' | '”')
            })
            .unwrap_or(rest.len());
        let address = rest.get(..end).unwrap_or_default();
        let length = address
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_'])
            .len();
        self.markup.addresses.push(at..at + length);
        self.masked.push(at..at + length);
        at + length.max(1)
    }
}

fn starts_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// The lines of a text with the byte where each begins.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}

/// The length of the sign that begins an item of a list, with its space.
pub(super) fn item_sign(line: &str) -> Option<usize> {
    let inside = line.trim_start_matches(' ');
    let digits = inside.len()
        - inside
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let sign = match inside.get(digits..)?.bytes().next()? {
        b'-' | b'+' | b'*' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
        _ => return None,
    };
    inside
        .get(sign..)?
        .starts_with(' ')
        .then(|| line.len() - inside.len() + sign + 1)
}

/// How many items of lists and how many other paragraphs a text has.
pub(super) fn blocks(text: &str) -> (usize, usize) {
    let (mut items, mut paragraphs) = (0, 0);
    let mut within = false;
    for (_, line) in lines(text) {
        if line.trim().is_empty() {
            within = false;
        } else if item_sign(line).is_some() {
            items += 1;
            within = true;
        } else if !within {
            paragraphs += 1;
            within = true;
        }
    }
    (items, paragraphs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_is_read() {
        let markup =
            Markup::of("**A** [b (c)](https://a.ca/(x) \"t\") `d*` <br> *e* https://b.ca.");
        assert_eq!((markup.strong, markup.emphasis), (1, 1));
        assert_eq!(markup.addresses.len(), 2);
        assert_eq!(markup.tags, ["br"]);
        let shown: String = markup.masked.chars().filter(|c| *c != MASK).collect();
        assert_eq!(shown, "**A** b (c)   *e* .");
        assert_eq!(Markup::of("a * b_c_d \\*").emphasis, 0);
    }

    #[test]
    fn blocks_are_counted() {
        assert_eq!(blocks("One\ntwo\n\n- a\n- b\n\nThree"), (2, 2));
        assert_eq!(item_sign("  12. a"), Some(6));
        assert_eq!(item_sign("**a**"), None);
    }
}
