//! Names of hosts in ASCII (RFC 3492): `xn--80ak6aa92e` stands for `аррӏе`.

/// What such a label begins with (RFC 5890, 2.3.2.5).
pub(super) const PREFIX: &str = "xn--";

/// Octets of a label at most (RFC 1035, 2.3.4).
const LONGEST: usize = 63;

// The parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const LEAST: u32 = 1;
const MOST: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 128;

/// What a label stands for, where it is one of these.
pub(super) fn decoded(label: &str) -> Option<String> {
    let encoded = label.strip_prefix(PREFIX)?;
    if label.len() > LONGEST || !encoded.is_ascii() {
        return None;
    }
    let (plain, deltas) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut letters: Vec<char> = plain.chars().collect();
    let (mut code, mut place, mut bias) = (FIRST_CODE, 0_u32, FIRST_BIAS);
    let mut digits = deltas.bytes();
    while digits.len() > 0 {
        let before = place;
        let (mut weight, mut step) = (1_u32, BASE);
        loop {
            let digit = value(digits.next()?)?;
            place = place.checked_add(digit.checked_mul(weight)?)?;
            let threshold = step.saturating_sub(bias).clamp(LEAST, MOST);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            step += BASE;
        }
        let count = u32::try_from(letters.len()).ok()? + 1;
        bias = adapted(place - before, count, before == 0);
        code = code.checked_add(place / count)?;
        place %= count;
        letters.insert(usize::try_from(place).ok()?, char::from_u32(code)?);
        place += 1;
    }
    Some(letters.into_iter().collect())
}

fn value(digit: u8) -> Option<u32> {
    match digit {
        b'a'..=b'z' => Some(u32::from(digit - b'a')),
        b'A'..=b'Z' => Some(u32::from(digit - b'A')),
        b'0'..=b'9' => Some(u32::from(digit - b'0') + 26),
        _ => None,
    }
}

/// The bias after a letter (RFC 3492, section 6.1).
fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = delta / if is_first { DAMP } else { 2 };
    delta += delta / count;
    let mut steps = 0;
    while delta > (BASE - LEAST) * MOST / 2 {
        delta /= BASE - LEAST;
        steps += BASE;
    }
    steps + (BASE - LEAST + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    /// Samples of RFC 3492, section 7.1, and names that are registered.
    #[test]
    fn names_in_ascii_are_read() {
        for (label, name) in [
            ("xn--80ak6aa92e", "аррӏе"),
            ("xn--p1ai", "рф"),
            ("xn--qubec-csa", "québec"),
            ("xn--bcher-kva", "bücher"),
            ("xn--ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
            ("xn--d9juau41awczczp", "そのスピードで"),
            (
                "xn--PorqunopuedensimplementehablarenEspaol-fmd56a",
                "PorquénopuedensimplementehablarenEspañol",
            ),
        ] {
            assert_eq!(decoded(label).as_deref(), Some(name), "{label}");
        }
        for none in ["quebec", "xn--ü", "xn--99999999", "xn--a-é", "xn---$"] {
            assert_eq!(decoded(none), None, "{none}");
        }
        assert_eq!(decoded(&format!("xn--{}", "a".repeat(80))), None);
    }
}
