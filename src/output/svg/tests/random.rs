//! Drawings with all kinds of things in all kinds of places: nothing goes out that is not
//! known to draw, what is not at fault stays the same picture, and no input stops the
//! program.

use super::*;

/// Pieces that are put into drawings: harmless ones, and ones that do something.
const PIECES: [&str; 40] = [
    "<script>x</script>",
    "<g onclick='x'/>",
    " onload='x' ",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
    "<a href='javascript:x'><path d='M0 0h9'/></a>",
    "<style>@import 'a';</style>",
    "<style>path{fill:url(https://a.ca/#b)}</style>",
    " style='fill:u\\72l(//a.ca/#b)' ",
    " fill='url(#a' ",
    " fill=\"url(')#a')\" ",
    "<image href='https://a.ca/x.png'/>",
    "<set attributeName='href' to='javascript:x'/>",
    "<?xml-stylesheet href='a'?>",
    "<!-- --><script/>",
    "<![CDATA[<script>]]>",
    "<metadata><script/></metadata>",
    "<n:x xmlns:n='urn:n'><path d='M0 0h9'/></n:x>",
    "<title>&lt;script></title>",
    "<desc>a</desc>",
    "<path d='M1 1h5v5z' fill='red'/>",
    "<style>/*</style>",
    "<style>*{fill:rgb(1,2,3)}</style>",
    "<style>g{fill:red}}script{x:y}</style>",
    "<style>a{b:c;fill:'\\",
    "</style>",
    "</g>",
    "<g>",
    "<use href='#a'/>",
    " id='a' ",
    "&#x3c;script&#x3e;",
    "]]>",
    "\u{0}",
    "\u{202e}",
    "url(",
    "\\",
    "/*",
    "*/",
    "<defs><rect width='4' height='3' id='a'/></defs>",
    "<text>x &amp; y</text>",
    "<switch><g requiredExtensions='http://ns.adobe.com/a'><path/></g><g><path d='M0 0v9'/></g></switch>",
];

/// The same numbers on every machine (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// A drawing with pieces put in at tags, at blanks, or anywhere; and whether all are
/// elements between elements, and no styles: browsers read those in one way, usvg, which
/// takes them from every namespace, in another.
fn changed(drawing: &str, numbers: &mut Numbers) -> (String, bool) {
    let mut text = drawing.to_owned();
    let mut regular = true;
    for _ in 0..=numbers.below(2) {
        let piece = PIECES[numbers.below(PIECES.len())];
        let sign = ["><", "><", "><", " ", ""][numbers.below(5)];
        let places: Vec<usize> = text
            .match_indices(sign)
            .map(|(at, found)| at + found.len().min(1))
            .collect();
        let at = places.get(numbers.below(places.len())).copied();
        text.insert_str(at.unwrap_or(text.len()), piece);
        regular &= sign == "><" && piece.starts_with('<') && !piece.contains("style");
    }
    (text, regular)
}

#[test]
fn nothing_goes_out_that_is_not_known_to_draw() {
    let mut numbers = Numbers(9);
    let drawings = drawings();
    let (mut faulty, mut clean, mut unreadable) = (0, 0, 0);
    for round in 0..2000 {
        let (name, bytes) = &drawings[round % drawings.len()];
        let source = text::decode(name, bytes).unwrap();
        let (text, regular) = changed(source.text(), &mut numbers);
        let reading = read_svg(name, text.as_bytes());
        match &reading.svg {
            None => {
                unreadable += 1;
                assert_eq!(reading.findings.len(), 1);
            }
            Some(svg) => {
                check_written(svg.as_str());
                match &*reading.findings {
                    [] => {
                        clean += 1;
                        let same = !regular || resolved(&text) == resolved(svg.as_str());
                        assert!(same, "{name}\n{text}\n{}", svg.as_str());
                    }
                    _ => faulty += 1,
                }
            }
        }
    }
    assert!(
        faulty > 250 && clean > 100 && unreadable > 250,
        "{faulty} {clean} {unreadable}"
    );
}
