//! Pictures of all kinds, sound and not.

use super::*;

const CMYK: &[u8] = include_bytes!("tests/cmyk.jpg");
const PROGRESSIVE: &[u8] = include_bytes!("tests/progressive.jpg");
const TURNED: &[u8] = include_bytes!("tests/turned.jpg");
const GREY: &[u8] = include_bytes!("tests/grey.jpg");
const PALETTE: &[u8] = include_bytes!("tests/palette.png");
const DEEP: &[u8] = include_bytes!("tests/deep.png");

fn decode(bytes: &[u8]) -> Picture {
    Picture::decode(bytes, "picture").unwrap()
}

fn faults(bytes: &[u8]) -> Vec<(&'static str, String)> {
    let error = Picture::decode(bytes, "picture").unwrap_err();
    let faults = error.diagnostics(None).into_iter();
    faults.map(|fault| (fault.code.id, fault.message)).collect()
}

fn svg(inside: &str) -> Vec<u8> {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
         width='20' height='10'>{inside}</svg>"
    )
    .into_bytes()
}

fn drawing(inside: &str) -> Drawing {
    match decode(&svg(inside)).content {
        PictureContent::Drawing(drawing) => drawing,
        other => panic!("no drawing: {other:?}"),
    }
}

fn operators(inside: &str) -> String {
    String::from_utf8(drawing(inside).operators).unwrap()
}

#[test]
fn jpeg_is_kept_as_it_is_but_for_its_metadata() {
    let picture = decode(TURNED);
    let PictureContent::Jpeg {
        data, grey, turn, ..
    } = &picture.content
    else {
        panic!("not kept");
    };
    assert_eq!(
        (picture.width, picture.height),
        (8.0, 16.0),
        "turned upright"
    );
    assert_eq!(*turn, [0.0, -1.0, 1.0, 0.0, 0.0, 1.0]);
    assert!(!grey);
    assert!(!data.windows(6).any(|bytes| bytes == b"secret"));
    let again = image::load_from_memory(data).unwrap();
    let original = image::load_from_memory(TURNED).unwrap();
    assert_eq!(again.to_rgb8(), original.to_rgb8());
}

#[test]
fn grey_and_progressive_jpeg_are_kept() {
    assert!(matches!(
        decode(GREY).content,
        PictureContent::Jpeg { grey: true, .. }
    ));
    assert!(matches!(
        decode(PROGRESSIVE).content,
        PictureContent::Jpeg {
            grey: false,
            columns: 16,
            rows: 8,
            ..
        }
    ));
}

#[test]
fn cmyk_becomes_rgb() {
    let PictureContent::Pixels {
        samples,
        space,
        alpha,
        ..
    } = decode(CMYK).content
    else {
        panic!("not converted");
    };
    let PixelSpace::Palette(colours) = space else {
        panic!("few colours make a palette");
    };
    assert!(
        matches!(colours[..3], [230..=255, 0..30, 0..70]),
        "red, a little blue"
    );
    assert_eq!(alpha, None);
    let rows = inflate(&samples);
    assert_eq!(rows.len(), 8 * (1 + 16), "a predictor before each row");
}

#[test]
fn many_colours_stay_rgb() {
    let pixels = image::RgbImage::from_fn(40, 40, |x, y| image::Rgb([x as u8, y as u8, 7]));
    let mut file = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut file, image::ImageFormat::Png).unwrap();
    let PictureContent::Pixels { samples, space, .. } = decode(&file.into_inner()).content else {
        panic!("no pixels");
    };
    assert_eq!(space, PixelSpace::Rgb);
    assert_eq!(inflate(&samples).len(), 40 * (1 + 40 * 3));
}

fn inflate(bytes: &[u8]) -> Vec<u8> {
    use std::io::Read;
    let mut inflated = Vec::new();
    flate2::read::ZlibDecoder::new(bytes)
        .read_to_end(&mut inflated)
        .unwrap();
    inflated
}

#[test]
fn png_of_all_depths_is_read() {
    assert!(matches!(
        decode(PALETTE).content,
        PictureContent::Pixels {
            space: PixelSpace::Palette(_),
            alpha: None,
            columns: 16,
            ..
        }
    ));
    assert!(matches!(
        decode(DEEP).content,
        PictureContent::Pixels {
            space: PixelSpace::Grey,
            columns: 4,
            ..
        }
    ));
}

#[test]
fn opaque_alpha_is_dropped_and_real_alpha_kept() {
    let png = |alpha| {
        let pixels = image::RgbaImage::from_pixel(3, 3, image::Rgba([9, 9, 9, alpha]));
        let mut file = std::io::Cursor::new(Vec::new());
        pixels.write_to(&mut file, image::ImageFormat::Png).unwrap();
        decode(&file.into_inner()).content
    };
    assert!(matches!(
        png(255),
        PictureContent::Pixels {
            alpha: None,
            space: PixelSpace::Grey,
            ..
        }
    ));
    assert!(matches!(
        png(254),
        PictureContent::Pixels { alpha: Some(_), .. }
    ));
}

#[test]
fn damaged_pictures_are_faults_and_never_panics() {
    for whole in [CMYK, PROGRESSIVE, TURNED, GREY, PALETTE, DEEP] {
        for length in 0..whole.len() {
            let _ = Picture::decode(&whole[..length], "picture");
        }
    }
    assert_eq!(faults(&PALETTE[..PALETTE.len() / 2])[0].0, "W200");
    assert_eq!(faults(&GREY[..20])[0].0, "W200");
    assert_eq!(faults(b"")[0].0, "W200");
}

#[test]
fn other_formats_are_named() {
    let cases: [(&[u8], &str); 4] = [
        (b"GIF89a...", "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"words", "no PNG"),
    ];
    for (bytes, word) in cases {
        let (code, message) = faults(bytes).remove(0);
        assert_eq!(code, "W201");
        assert!(message.contains(word), "{message}");
    }
}

#[test]
fn huge_pictures_are_refused_before_they_are_decoded() {
    let mut bytes = PALETTE.to_vec();
    bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    let mut crc = flate2::Crc::new();
    crc.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    assert_eq!(faults(&bytes)[0].0, "W204");
}

#[test]
fn a_drawing_has_points_for_its_size_and_paths_for_its_shapes() {
    let picture = decode(&svg(
        "<path d='M0 0H5V5z' fill='red' stroke='#00f' stroke-width='2'/>",
    ));
    assert_eq!((picture.width, picture.height), (15.0, 7.5));
    let operators = operators("<path d='M0 0H5V5z' fill='red' stroke='#00f' stroke-width='2'/>");
    assert!(
        operators.contains("1 0 0 rg\n0 0 m\n5 0 l\n5 5 l\nh\nf\n"),
        "{operators}"
    );
    assert!(operators.contains("0 0 1 RG\n2 w"));
    assert_eq!(
        operators.matches("q\n").count(),
        operators.matches("Q\n").count()
    );
}

#[test]
fn opacity_clips_and_gradients_become_resources() {
    let gradient = "<linearGradient id='a'><stop offset='.2' stop-color='red'/>\
                    <stop offset='.9' stop-color='blue'/></linearGradient>";
    let drawing = drawing(&format!(
        "{gradient}<clipPath id='c'><circle r='4'/></clipPath>\
         <g opacity='.5'><rect width='5' height='5'/><rect width='4' height='4'/></g>\
         <rect width='9' height='9' fill='url(#a)' clip-path='url(#c)' fill-opacity='.3'/>"
    ));
    assert_eq!(drawing.groups.len(), 1);
    assert_eq!(drawing.states.len(), 2);
    assert_eq!(drawing.gradients[0].stops.len(), 4, "from 0 to 1");
    let operators = String::from_utf8(drawing.operators).unwrap();
    assert!(operators.contains("W n"));
    assert!(operators.contains("/Pattern cs /P0 scn"));
}

#[test]
fn pictures_inside_a_drawing_are_drawn() {
    use base64_of as base64;
    let drawing = drawing(&format!(
        "<image width='10' height='5' xlink:href='data:image/png;base64,{}'/>",
        base64(PALETTE)
    ));
    assert_eq!(drawing.pictures.len(), 1);
    assert!(
        String::from_utf8(drawing.operators)
            .unwrap()
            .contains("/I0 Do")
    );
}

/// Base64 for data URLs.
fn base64_of(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word = chunk
            .iter()
            .fold(0_u32, |word, byte| word << 8 | u32::from(*byte));
        let word = word << (8 * (3 - chunk.len()));
        for nth in 0..4 {
            let digit = DIGITS[(word >> (18 - 6 * nth) & 63) as usize];
            text.push(if nth <= chunk.len() {
                char::from(digit)
            } else {
                '='
            });
        }
    }
    text
}

#[test]
fn all_that_a_drawing_lacks_is_named_at_once() {
    let found = faults(&svg(
        "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter>\
         <pattern id='p' width='2' height='2' patternUnits='userSpaceOnUse'><rect width='1' height='1'/></pattern>\n\
         <text x='1' y='5'>Ministère</text><rect width='5' height='5' filter='url(#f)'/>\
         <rect width='5' height='5' fill='url(#p)'/><image width='4' height='4' href='/etc/passwd'/>",
    ));
    let codes: Vec<&str> = found.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["W207", "W202", "W203", "W203"]);
    let all: String = found.into_iter().map(|(_, message)| message).collect();
    for word in ["text", "filter", "pattern", "/etc/passwd"] {
        assert!(all.contains(word), "{word}: {all}");
    }
}

#[test]
fn hostile_and_broken_drawings_are_faults() {
    let entities = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
        <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>\
        <!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>]>\
        <svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><path d='&f;'/></svg>";
    for bytes in [
        entities.as_bytes(),
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>",
    ] {
        assert_eq!(faults(bytes)[0].0, "W200");
    }
    let diagnostics = Picture::decode(b"<svg", "a.svg")
        .unwrap_err()
        .diagnostics(None);
    let place = diagnostics[0].span.as_ref().unwrap();
    assert_eq!(place.file().path(), "a.svg");
    assert!(!diagnostics[0].hints.is_empty());
}

/// Every place of a number in a drawing, with numbers that nobody draws with: it is told, or
/// what is drawn has numbers alone that PDF can write.
#[test]
fn numbers_at_their_extremes_are_told_or_can_be_written() {
    const NUMBERS: [&str; 14] = [
        "1e30", "-1e30", "1e39", "3e38", "1e999", "NaN", "inf", "0", "-5", "1e-30", "1e7",
        "999999", "32768", "1e-5",
    ];
    const DRAWINGS: [&str; 16] = [
        "<svg width='N' height='9'><rect width='5' height='5'/></svg>",
        "<svg width='9' height='N'><rect width='5' height='5'/></svg>",
        "<svg width='9' height='9' viewBox='0 0 N N'><rect width='5' height='5'/></svg>",
        "<svg width='9' height='9' viewBox='N N 9 9'><rect width='5' height='5'/></svg>",
        "<svg viewBox='0 0 N 9'><rect width='5' height='5'/></svg>",
        "<svg width='9' height='9'><g transform='scale(N)'><rect width='5' height='5'/></g></svg>",
        "<svg width='9' height='9'><g transform='matrix(1 N 0 1 N 0)'><path d='M0 0h5v5z'/></g></svg>",
        "<svg width='9' height='9'><path stroke='red' stroke-width='N' d='M0 0h5v5z'/></svg>",
        "<svg width='9' height='9'><path style='stroke:red;stroke-width:N' d='M0 0h5v5z'/></svg>",
        "<svg width='9' height='9'><path stroke='red' stroke-dasharray='N 3' stroke-dashoffset='N' d='M0 0h5'/></svg>",
        "<svg width='9' height='9'><path stroke='red' stroke-miterlimit='N' d='M0 0h5v5z'/></svg>",
        "<svg width='9' height='9'><style>path{stroke:red;stroke-miterlimit:N}</style><path d='M0 0h5v5z'/></svg>",
        "<svg width='9' height='9'><path d='M0 0C5 N 5 5 9 9A N 1 0 0 0 5 5A1 N 0 1 1 N 5z'/></svg>",
        "<svg width='9' height='9'><circle cx='N' r='N'/><rect x='N' width='N' height='5' rx='N'/></svg>",
        "<svg width='9' height='9'><linearGradient id='g' gradientUnits='userSpaceOnUse' x1='N' gradientTransform='scale(N)'><stop stop-color='red'/><stop offset='N' stop-color='blue'/></linearGradient><path fill='url(#g)' d='M0 0h5v5z'/></svg>",
        "<svg width='9' height='9'><clipPath id='c'><rect width='N' height='5'/></clipPath><path clip-path='url(#c)' opacity='N' d='M0 0h5v5z'/></svg>",
    ];
    let mut told = 0;
    for (drawing, number) in DRAWINGS
        .iter()
        .flat_map(|it| NUMBERS.map(|number| (it, number)))
    {
        let drawing = drawing.replacen("<svg", "<svg xmlns='http://www.w3.org/2000/svg'", 1);
        let text = drawing.replace('N', number);
        match Picture::decode(text.as_bytes(), "a.svg") {
            Err(error) => {
                told += 1;
                assert!(!error.faults.is_empty(), "{text}");
            }
            Ok(picture) => {
                assert!(picture.width > 0.0 && picture.width <= 1e6, "{text}");
                assert!(picture.height > 0.0 && picture.height <= 1e6, "{text}");
                let PictureContent::Drawing(drawing) = picture.content else {
                    panic!("no drawing: {text}");
                };
                let operators = String::from_utf8(drawing.operators).unwrap();
                for number in operators.split_ascii_whitespace() {
                    let Ok(value) = number.parse::<f64>() else {
                        continue;
                    };
                    let plain = number
                        .bytes()
                        .all(|b| b.is_ascii_digit() || b"-.".contains(&b));
                    assert!(plain && value.abs() <= 1e6, "{text}: {number}");
                }
            }
        }
    }
    assert!(told > 50, "{told} are told");
}
