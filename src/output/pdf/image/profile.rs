//! Colour profiles of pictures (ICC.1:2022, 7.2): those that a PDF may hold, and that
//! say something that its output intent, sRGB, does not.

/// The fewest bytes: header and an empty table of tags.
const LEAST: usize = 132;
/// The most that a profile of a memo's picture is worth.
const MOST: usize = 64 * 1024;

/// The profile, if it is whole, for pictures of so many channels, of a version and a
/// class that PDF/A-2 lets through (ISO 19005-2, 6.2.4.2), and not sRGB's.
pub(super) fn usable(profile: Option<Vec<u8>>, channels: u8) -> Option<Vec<u8>> {
    let profile = profile?;
    let field = |at: usize| profile.get(at..at + 4);
    let size = field(0).and_then(|size| <[u8; 4]>::try_from(size).ok());
    let whole = size.map(u32::from_be_bytes) == u32::try_from(profile.len()).ok();
    let space: &[u8] = if channels == 1 { b"GRAY" } else { b"RGB " };
    let good = (LEAST..=MOST).contains(&profile.len())
        && whole
        && field(36) == Some(b"acsp")
        && profile.get(8).is_some_and(|major| (2..=4).contains(major))
        && [b"scnr", b"mntr", b"prtr", b"spac"]
            .map(|class| Some(&class[..]))
            .contains(&field(12))
        && field(16) == Some(space)
        && !names_srgb(&profile);
    good.then_some(profile)
}

/// Whether it calls itself sRGB, in ASCII or UTF-16.
fn names_srgb(profile: &[u8]) -> bool {
    let has = |wanted: &[u8]| profile.windows(wanted.len()).any(|part| part == wanted);
    has(b"sRGB") || has(b"s\0R\0G\0B") || has(b"\0s\0R\0G\0B")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A profile of a space and class, with its description.
    fn profile(space: &[u8], class: &[u8], text: &[u8]) -> Vec<u8> {
        let mut profile = vec![0; LEAST];
        profile.extend_from_slice(text);
        let size = u32::try_from(profile.len()).unwrap();
        profile[..4].copy_from_slice(&size.to_be_bytes());
        profile[8] = 4;
        profile[12..16].copy_from_slice(class);
        profile[16..20].copy_from_slice(space);
        profile[36..40].copy_from_slice(b"acsp");
        profile
    }

    #[test]
    fn profiles_that_say_something_are_kept() {
        let display = profile(b"RGB ", b"mntr", b"Display P3");
        assert_eq!(usable(Some(display.clone()), 3), Some(display.clone()));
        assert_eq!(usable(Some(display.clone()), 1), None, "of other channels");
        assert_eq!(
            usable(Some(profile(b"RGB ", b"mntr", b"sRGB IEC61966-2.1")), 3),
            None
        );
        assert_eq!(usable(Some(profile(b"RGB ", b"link", b"P3")), 3), None);
        assert_eq!(usable(Some(display[..140].to_vec()), 3), None, "cut off");
        assert_eq!(usable(Some(Vec::new()), 3), None);
        assert_eq!(usable(None, 3), None);
    }
}
