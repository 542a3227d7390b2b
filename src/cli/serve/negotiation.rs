//! Which of several representations a client would rather have (RFC 9110, 12.5; RFC 4647).

use hyper::HeaderMap;
use hyper::header::{ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, HeaderName};

/// How much something is wanted: thousandths, 0 is not at all.
pub type Weight = u16;

/// What is wanted as nothing else is.
const FULL: Weight = 1000;

/// What a client says that it takes, in one header: ranges with their parameters and their
/// weights. None where it says nothing.
#[derive(Debug, Default)]
pub struct Wanted(Option<Vec<Range>>);

#[derive(Debug)]
struct Range {
    /// In small letters.
    name: String,
    parameters: Vec<(String, String)>,
    weight: Weight,
}

impl Wanted {
    /// What `Accept` says.
    pub fn types(headers: &HeaderMap) -> Wanted {
        Wanted::of(headers, ACCEPT)
    }

    /// What `Accept-Language` says.
    pub fn languages(headers: &HeaderMap) -> Wanted {
        Wanted::of(headers, ACCEPT_LANGUAGE)
    }

    /// What `Accept-Encoding` says.
    pub fn encodings(headers: &HeaderMap) -> Wanted {
        Wanted::of(headers, ACCEPT_ENCODING)
    }

    fn of(headers: &HeaderMap, name: HeaderName) -> Wanted {
        let mut said = headers.get_all(name).iter().peekable();
        if said.peek().is_none() {
            return Wanted(None);
        }
        // What cannot be read is nothing that is taken.
        let lines = said.filter_map(|value| value.to_str().ok());
        let ranges: Vec<Range> = lines
            .flat_map(|line| line.split(','))
            .filter_map(range)
            .collect();
        Wanted(Some(ranges))
    }

    /// Whether the client said anything.
    pub fn is_said(&self) -> bool {
        self.0.as_ref().is_some_and(|ranges| !ranges.is_empty())
    }

    /// How much a media type is wanted: the most exact range that has it says.
    pub fn type_weight(&self, media_type: &str) -> Weight {
        let kind = media_type.split('/').next().unwrap_or_default();
        self.most_exact(|range| {
            // All text is UTF-8; no other parameter is known here.
            let is_ours = |(name, value): &(String, String)| {
                name == "charset" && value.eq_ignore_ascii_case("utf-8")
            };
            if !range.parameters.iter().all(is_ours) {
                return None;
            }
            match range.name.as_str() {
                "*/*" => Some(1),
                name if name == media_type => Some(3),
                name => (name.strip_suffix("/*")? == kind).then_some(2),
            }
        })
    }

    /// How much a language is wanted, given its tag: a range of another country asks for
    /// it, too, though less exactly.
    pub fn language_weight(&self, tag: &str) -> Weight {
        let tag = tag.to_ascii_lowercase();
        let primary = |tag: &str| tag.split('-').next().map(str::to_owned);
        self.most_exact(|range| match range.name.as_str() {
            "*" => Some(1),
            name if name == tag => Some(4),
            name if tag.strip_prefix(name).is_some_and(|it| it.starts_with('-')) => Some(3),
            name => (primary(name) == primary(&tag)).then_some(2),
        })
    }

    /// How much `gzip` is wanted, and how much the bytes as they are.
    pub fn gzip_and_plain(&self) -> (Weight, Weight) {
        if !self.is_said() {
            return (0, FULL);
        }
        let own = |names: &[&str]| {
            let exact = |range: &Range| names.contains(&range.name.as_str()).then_some(2);
            self.ranked(|range| exact(range).or((range.name == "*").then_some(1)))
        };
        // The bytes as they are may always be sent, unless that is ruled out.
        (
            own(&["gzip", "x-gzip"]).unwrap_or(0),
            own(&["identity"]).unwrap_or(1),
        )
    }

    fn most_exact(&self, exactness: impl Fn(&Range) -> Option<u8>) -> Weight {
        if !self.is_said() {
            return FULL;
        }
        self.ranked(exactness).unwrap_or(0)
    }

    /// The weight of the most exact range; of two that are as exact, the greater one.
    fn ranked(&self, exactness: impl Fn(&Range) -> Option<u8>) -> Option<Weight> {
        let ranges = self.0.iter().flatten();
        let ranked = ranges.filter_map(|range| Some((exactness(range)?, range.weight)));
        ranked.max().map(|(_, weight)| weight)
    }
}

/// One range: `text/html;level=1;q=0.5`. What is no range is passed over; a weight that is
/// none asks for nothing.
fn range(text: &str) -> Option<Range> {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next()?.to_ascii_lowercase();
    if name.is_empty() {
        return None;
    }
    let mut range = Range {
        name,
        parameters: Vec::new(),
        weight: FULL,
    };
    for part in parts.filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        if name == "q" {
            range.weight = weight(value).unwrap_or(0);
        } else {
            range
                .parameters
                .push((name, value.trim_matches('"').to_owned()));
        }
    }
    Some(range)
}

/// A weight of at most three decimals from 0 to 1.
fn weight(text: &str) -> Option<Weight> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let is_number = decimals.bytes().all(|byte| byte.is_ascii_digit()) && decimals.len() <= 3;
    let thousandths: Weight = match is_number {
        true => format!("{decimals:0<3}").parse().ok()?,
        false => return None,
    };
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(FULL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::HeaderValue;

    fn said(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).expect("a value"))])
    }

    #[test]
    fn the_most_exact_range_counts() {
        let cases = [
            ("text/html", "text/html", 1000),
            ("text/html", "application/pdf", 0),
            ("*/*", "application/pdf", 1000),
            ("text/*;q=0.5, */*;q=0.1", "text/html", 500),
            ("text/*;q=0.5, */*;q=0.1", "application/pdf", 100),
            ("*/*, text/html;q=0", "text/html", 0),
            ("text/html;q=0.25;level=1", "text/html", 0),
            ("text/html; charset=UTF-8; q=0.25", "text/html", 250),
            ("text/html;q=1.5", "text/html", 0),
            ("text/html;q=0.1234", "text/html", 0),
            ("TEXT/HTML", "text/html", 1000),
            (", ,", "text/html", 1000),
            ("nonsense", "text/html", 0),
        ];
        for (accept, media_type, expected) in cases {
            let wanted = Wanted::types(&said(ACCEPT, accept));
            assert_eq!(wanted.type_weight(media_type), expected, "{accept}");
        }
        assert_eq!(Wanted::types(&HeaderMap::new()).type_weight("a/b"), 1000);
    }

    #[test]
    fn languages_of_other_countries_are_taken() {
        let cases = [
            ("fr", "fr-CA", 1000),
            ("fr-CA", "fr-CA", 1000),
            ("fr-FR, en;q=0.5", "fr-CA", 1000),
            ("fr-FR, en;q=0.5", "en-CA", 500),
            ("fr;q=0, *", "fr-CA", 0),
            ("fr;q=0.2, fr-CA;q=0.8", "fr-CA", 800),
            ("de", "fr-CA", 0),
            ("frr", "fr-CA", 0),
            ("*;q=0.3", "en-CA", 300),
        ];
        for (accept, tag, expected) in cases {
            let wanted = Wanted::languages(&said(ACCEPT_LANGUAGE, accept));
            assert_eq!(wanted.language_weight(tag), expected, "{accept}");
        }
    }

    #[test]
    fn bytes_as_they_are_may_be_sent_unless_ruled_out() {
        let of = |value: &str| Wanted::encodings(&said(ACCEPT_ENCODING, value)).gzip_and_plain();
        assert_eq!(of("gzip, br"), (1000, 1));
        assert_eq!(of("br"), (0, 1));
        assert_eq!(of("gzip;q=0"), (0, 1));
        assert_eq!(of("*;q=0"), (0, 0));
        assert_eq!(of("identity, gzip;q=0.5"), (500, 1000));
        assert_eq!(of("gzip;q=0.5, identity;q=0"), (500, 0));
        assert_eq!(Wanted::default().gzip_and_plain(), (0, 1000));
    }
}
