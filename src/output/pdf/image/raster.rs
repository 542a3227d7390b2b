//! PNG and JPEG.

use super::profile::usable;
use super::{Picture, PictureContent, PictureError, PixelSpace};
use crate::limits::{Limit, current};
use crate::output::svg::codes::{OVERSIZED_PICTURE, UNREADABLE_PICTURE};
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, Limits};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The longest side that is read, in pixels: 1.5 m at 300 dots an inch. Beyond it
/// files are accidents or attacks.
const LONGEST_SIDE: u32 = 18_000;

/// The most memory that decoding may take, in bytes a pixel: three channels of 16 bits.
const PIXEL: u64 = 6;

/// Decodes a PNG file of any depth and colour type; 16 bits become 8.
pub(super) fn decode_png(bytes: &[u8], name: &str) -> Result<Picture, PictureError> {
    let mut decoder = PngDecoder::with_limits(Cursor::new(bytes), limits())
        .map_err(|error| fault(&error, name))?;
    check_size(decoder.dimensions(), name)?;
    let profile = usable(decoder.icc_profile().ok().flatten(), 3);
    let pixels = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error, name))?;
    let picture = pack(&pixels, name)?;
    let grey = matches!(
        picture.content,
        PictureContent::Pixels {
            space: PixelSpace::Grey,
            ..
        }
    );
    Ok(Picture {
        profile: profile.filter(|_| !grey),
        ..picture
    })
}

/// Decodes a JPEG file to see that it is whole; RGB and grey are then embedded as
/// they are, others (CMYK) as RGB pixels.
pub(super) fn decode_jpeg(bytes: &[u8], name: &str) -> Result<Picture, PictureError> {
    let mut decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|error| fault(&error, name))?;
    check_size(decoder.dimensions(), name)?;
    decoder
        .set_limits(limits())
        .map_err(|error| fault(&error, name))?;
    let (columns, rows) = decoder.dimensions();
    let profile = decoder.icc_profile().ok().flatten();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error, name))?;
    let channels = frame_channels(bytes);
    let (Some(data), Some(1 | 3)) = (without_metadata(bytes), channels) else {
        pixels.apply_orientation(orientation);
        return pack(&pixels, name);
    };
    let (turn, sideways) = turn(orientation);
    let (width, height) = if sideways {
        (rows, columns)
    } else {
        (columns, rows)
    };
    Ok(Picture {
        width: width as f32,
        height: height as f32,
        content: PictureContent::Jpeg {
            data,
            columns,
            rows,
            grey: channels == Some(1),
            turn,
        },
        profile: usable(profile, channels.unwrap_or_default()),
    })
}

/// The width and height of a file as it is shown.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        let mut decoder = JpegDecoder::new(Cursor::new(bytes)).ok()?;
        let (columns, rows) = decoder.dimensions();
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let (_, sideways) = turn(orientation);
        return Some(if sideways {
            (rows, columns)
        } else {
            (columns, rows)
        });
    }
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits()).ok()?;
    Some(decoder.dimensions())
}

/// What decoders may use.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(current(Limit::PicturePixels) * PIXEL);
    limits
}

/// Refuses pictures whose pixels would not fit in memory, before they are decoded.
fn check_size((columns, rows): (u32, u32), name: &str) -> Result<(), PictureError> {
    let pixels = u64::from(columns) * u64::from(rows);
    if columns.max(rows) > LONGEST_SIDE || pixels > current(Limit::PicturePixels) {
        return Err(oversized(name, Some((columns, rows))));
    }
    Ok(())
}

/// The fault that a decoder's error is.
fn fault(error: &image::ImageError, name: &str) -> PictureError {
    match error {
        image::ImageError::Limits(_) => oversized(name, None),
        _ => PictureError::one(UNREADABLE_PICTURE.say("pixels", given!(name))),
    }
}

/// The fault of a picture that has too many pixels; how many, where that is known.
fn oversized(name: &str, size: Option<(u32, u32)>) -> PictureError {
    let (columns, rows) = size.unzip();
    let [columns, rows] = [columns, rows].map(|side| side.map(|side| side as usize));
    PictureError::one(OVERSIZED_PICTURE.say("pixels", given!(name, columns, rows)))
}

/// The picture of decoded pixels, deflated.
fn pack(pixels: &DynamicImage, name: &str) -> Result<Picture, PictureError> {
    let (columns, rows) = (pixels.width(), pixels.height());
    let alpha = if pixels.color().has_alpha() {
        let alpha: Vec<u8> = pixels
            .to_rgba8()
            .chunks_exact(4)
            .map(|pixel| pixel[3])
            .collect();
        (alpha.iter().any(|&value| value != 255)).then_some(alpha)
    } else {
        None
    };
    let rgb = pixels.to_rgb8().into_raw();
    let (space, samples) = smallest(&rgb);
    let colour = match space {
        PixelSpace::Rgb => ExtendedColorType::Rgb8,
        PixelSpace::Grey | PixelSpace::Palette(_) => ExtendedColorType::L8,
    };
    // Neighbouring numbers of a palette are not alike, so differences do not help.
    let filter = match space {
        PixelSpace::Palette(_) => FilterType::NoFilter,
        PixelSpace::Grey | PixelSpace::Rgb => FilterType::Adaptive,
    };
    let samples = deflate(
        samples.as_ref().unwrap_or(&rgb),
        columns,
        rows,
        colour,
        filter,
    );
    let alpha = alpha.map(|alpha| {
        let grey = ExtendedColorType::L8;
        deflate(&alpha, columns, rows, grey, FilterType::Adaptive)
    });
    let unreadable = |error| fault(&error, name);
    Ok(Picture {
        width: columns as f32,
        height: rows as f32,
        content: PictureContent::Pixels {
            columns,
            rows,
            space,
            samples: samples.map_err(unreadable)?,
            alpha: alpha.transpose().map_err(unreadable)?,
        },
        profile: None,
    })
}

/// The space that needs the fewest bytes a pixel, and the samples in it where that is
/// not RGB.
fn smallest(rgb: &[u8]) -> (PixelSpace, Option<Vec<u8>>) {
    let pixels = || {
        rgb.chunks_exact(3)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
    };
    if pixels().all(|[red, green, blue]| red == green && green == blue) {
        return (
            PixelSpace::Grey,
            Some(pixels().map(|[grey, ..]| grey).collect()),
        );
    }
    let mut numbers: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let mut palette = Vec::new();
    let mut samples = Vec::with_capacity(rgb.len() / 3);
    let mut last = None;
    for pixel in pixels() {
        let number = match (last, numbers.get(&pixel)) {
            (Some((colour, number)), _) if colour == pixel => number,
            (_, Some(number)) => *number,
            (_, None) => {
                let Ok(number) = u8::try_from(numbers.len()) else {
                    return (PixelSpace::Rgb, None);
                };
                numbers.insert(pixel, number);
                palette.extend_from_slice(&pixel);
                number
            }
        };
        last = Some((pixel, number));
        samples.push(number);
    }
    (PixelSpace::Palette(palette), Some(samples))
}

/// Rows with PNG predictors, deflated: what the `IDAT` chunks of a PNG file hold
/// is what PDF's FlateDecode with predictor 15 reads (ISO 32000-1, 7.4.4.4).
fn deflate(
    samples: &[u8],
    columns: u32,
    rows: u32,
    colour: ExtendedColorType,
    filter: FilterType,
) -> image::ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    PngEncoder::new_with_quality(&mut file, CompressionType::Best, filter)
        .write_image(samples, columns, rows, colour)?;
    let mut data = Vec::with_capacity(file.len());
    let mut rest = file.get(8..).unwrap_or_default();
    while let Some((header, after)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([header[0], header[1], header[2], header[3]]) as usize;
        if &header[4..] == b"IDAT" {
            data.extend_from_slice(after.get(..length).unwrap_or_default());
        }
        rest = after.get(length + 4..).unwrap_or_default();
    }
    Ok(data)
}

/// The number of channels that the frame header names (ISO 10918-1, B.2.2).
fn frame_channels(bytes: &[u8]) -> Option<u8> {
    let is_frame = |marker| matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
    let mut frames = segments(bytes).filter(|(marker, _)| is_frame(*marker));
    frames.find_map(|(_, segment)| segment.get(9).copied())
}

/// The file without what no reader of a PDF uses: EXIF (where a photograph was
/// taken, too), thumbnails and comments, and the profile, which the PDF has beside it.
/// The Adobe segment stays, since it tells how colours are coded.
fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = bytes.get(..2)?.to_vec();
    for (marker, segment) in segments(bytes) {
        if !matches!(marker, 0xE1..=0xED | 0xEF | 0xFE) {
            file.extend_from_slice(segment);
        }
        if marker == 0xDA {
            return Some(file);
        }
    }
    None
}

/// The segments of a JPEG file before the first scan, and it with all that follows, each
/// with its marker.
fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = bytes.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        // Any number of fill bytes may stand before a marker.
        while rest.first() == Some(&0xFF) && rest.get(1) == Some(&0xFF) {
            rest = rest.get(1..)?;
        }
        let &[0xFF, marker, high, low, ..] = rest else {
            return None;
        };
        let length = 2 + usize::from(u16::from_be_bytes([high, low]));
        let length = if marker == 0xDA { rest.len() } else { length };
        let segment = rest.get(..length)?;
        rest = rest.get(length..)?;
        Some((marker, segment))
    })
}

/// The matrix that turns the unit square with the file's pixels upright, and
/// whether that swaps width and height.
fn turn(orientation: Orientation) -> ([f32; 6], bool) {
    match orientation {
        Orientation::NoTransforms => ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], false),
        Orientation::FlipHorizontal => ([-1.0, 0.0, 0.0, 1.0, 1.0, 0.0], false),
        Orientation::FlipVertical => ([1.0, 0.0, 0.0, -1.0, 0.0, 1.0], false),
        Orientation::Rotate180 => ([-1.0, 0.0, 0.0, -1.0, 1.0, 1.0], false),
        Orientation::Rotate90 => ([0.0, -1.0, 1.0, 0.0, 0.0, 1.0], true),
        Orientation::Rotate270 => ([0.0, 1.0, -1.0, 0.0, 1.0, 0.0], true),
        Orientation::Rotate90FlipH => ([0.0, -1.0, -1.0, 0.0, 1.0, 1.0], true),
        Orientation::Rotate270FlipH => ([0.0, 1.0, 1.0, 0.0, 0.0, 0.0], true),
    }
}
