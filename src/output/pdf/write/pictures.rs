//! Pictures → image and form XObjects, and the resources of pages.

use super::objects::round;
use crate::output::pdf::image::{
    Drawing, Gradient, GradientShape, Picture, PictureContent, PixelSpace, State,
};
use crate::output::pdf::pages::{Drawing as Mark, Pages, Rect};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use printpdf::matrix::CurTransMat;
use printpdf::{Op, Pt, XObjectId, XObjectTransform};
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::BTreeMap;
use std::hash::Hasher as _;
use std::sync::Arc;

/// For each picture the index of the first that has the same content.
pub(super) fn first_alike(pictures: &[Arc<Picture>]) -> Vec<usize> {
    let mut known: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let first = |(index, picture): (usize, &Arc<Picture>)| {
        let alike = known.entry(hash_of(picture)).or_default();
        let same = alike.iter().copied().find(|&other| {
            let other = pictures.get(other);
            other.is_some_and(|other| Arc::ptr_eq(other, picture) || other == picture)
        });
        same.unwrap_or_else(|| {
            alike.push(index);
            index
        })
    };
    pictures.iter().enumerate().map(first).collect()
}

/// A number that pictures of the same content share, and others hardly ever.
fn hash_of(picture: &Picture) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(match &picture.content {
        PictureContent::Jpeg { data, .. } => data,
        PictureContent::Pixels { samples, .. } => samples,
        PictureContent::Drawing(drawing) => &drawing.operators,
    });
    hasher.finish()
}

/// Draws a picture in a rectangle.
pub(super) fn place(ops: &mut Vec<Op>, index: usize, picture: &Picture, rect: Rect) {
    let id = XObjectId(format!("I{index}"));
    let square = [
        round(rect.width),
        0.0,
        0.0,
        round(rect.height),
        round(rect.x),
        round(rect.y),
    ];
    let turn = match &picture.content {
        PictureContent::Jpeg { turn, .. } if *turn != UPRIGHT => Some(*turn),
        _ => None,
    };
    if let Some(turn) = turn {
        ops.push(Op::SaveGraphicsState);
        for matrix in [square, turn] {
            ops.push(Op::SetTransformationMatrix {
                matrix: CurTransMat::Raw(matrix),
            });
        }
    }
    let placed = turn.is_none();
    ops.push(Op::UseXobject {
        id,
        transform: XObjectTransform {
            scale_x: placed.then_some(square[0]),
            scale_y: placed.then_some(square[3]),
            translate_x: placed.then_some(Pt(square[4])),
            translate_y: placed.then_some(Pt(square[5])),
            no_auto_scale: true,
            ..XObjectTransform::default()
        },
    });
    if turn.is_some() {
        ops.push(Op::RestoreGraphicsState);
    }
}

/// The matrix that changes nothing.
const UPRIGHT: [f32; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// Adds the pictures that the pages show, each once; gives them by the names of the
/// resources.
pub(super) fn add_pictures(document: &mut Document, pages: &Pages, alike: &[usize]) -> Dictionary {
    let mut pictures = BTreeMap::new();
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        let Mark::Image { image, .. } = mark.drawing else {
            continue;
        };
        let index = alike.get(image).copied().unwrap_or(image);
        if let Some(picture) = pages.images.get(index) {
            let add = || Object::from(add(document, picture));
            pictures.entry(format!("I{index}")).or_insert_with(add);
        }
    }
    pictures.into_iter().collect()
}

/// Adds the XObject of a picture, which fills the unit square.
fn add(document: &mut Document, picture: &Picture) -> ObjectId {
    let mut image = Image {
        size: (0, 0),
        space: &PixelSpace::Rgb,
        samples: &[],
        is_jpeg: false,
        alpha: None,
        profile: picture.profile.as_deref(),
    };
    match &picture.content {
        PictureContent::Jpeg {
            data,
            columns,
            rows,
            grey,
            ..
        } => {
            (image.size, image.samples, image.is_jpeg) = ((*columns, *rows), data, true);
            if *grey {
                image.space = &PixelSpace::Grey;
            }
        }
        PictureContent::Pixels {
            columns,
            rows,
            space,
            samples,
            alpha,
        } => {
            (image.size, image.samples, image.space) = ((*columns, *rows), samples, space);
            image.alpha = alpha.as_deref();
        }
        PictureContent::Drawing(drawing) => {
            let (width, height) = drawing.size;
            let matrix = [1.0 / width, 0.0, 0.0, -1.0 / height, 0.0, 1.0];
            return add_form(document, drawing, Some(matrix));
        }
    }
    image.add(document)
}

/// A picture of pixels.
struct Image<'a> {
    size: (u32, u32),
    space: &'a PixelSpace,
    /// A JPEG file, or rows with PNG predictors.
    samples: &'a [u8],
    is_jpeg: bool,
    alpha: Option<&'a [u8]>,
    profile: Option<&'a [u8]>,
}

impl Image<'_> {
    fn add(&self, document: &mut Document) -> ObjectId {
        let (columns, rows) = self.size;
        let (device, channels) = match self.space {
            PixelSpace::Grey => ("DeviceGray", 1),
            PixelSpace::Rgb | PixelSpace::Palette(_) => ("DeviceRGB", 3),
        };
        // A profile makes a space of its own (ISO 32000-1, 8.6.5.5).
        let base = self.profile.map_or(Object::from(device), |profile| {
            let profile = Stream::new(dictionary! { "N" => channels }, profile.to_vec());
            vec!["ICCBased".into(), document.add_object(profile).into()].into()
        });
        let space = match self.space {
            PixelSpace::Palette(colours) => vec![
                "Indexed".into(),
                base,
                (colours.len() as i64 / 3 - 1).into(),
                Object::String(colours.clone(), StringFormat::Hexadecimal),
            ]
            .into(),
            PixelSpace::Grey | PixelSpace::Rgb => base,
        };
        let mut image = dictionary! { "BitsPerComponent" => 8, "ColorSpace" => space };
        if self.is_jpeg {
            image.set("Filter", "DCTDecode");
        } else {
            let samples = if *self.space == PixelSpace::Rgb { 3 } else { 1 };
            let rows = dictionary! { "Colors" => samples, "Columns" => columns, "Predictor" => 15 };
            image.set("DecodeParms", rows);
            image.set("Filter", "FlateDecode");
        }
        image.set("Height", rows);
        if self.profile.is_some() {
            // Its place, as in all files so far: the order of keys says nothing.
            image.set("Length", self.samples.len() as i64);
        }
        if let Some(samples) = self.alpha {
            let mask = Image {
                space: &PixelSpace::Grey,
                samples,
                alpha: None,
                profile: None,
                ..*self
            };
            image.set("SMask", mask.add(document));
        }
        image.set("Subtype", "Image");
        image.set("Type", "XObject");
        image.set("Width", columns);
        document.add_object(Stream::new(image, self.samples.to_vec()))
    }
}

/// Adds a drawing as a form XObject; a transparency group, so that it can be painted as
/// one.
fn add_form(document: &mut Document, drawing: &Drawing, matrix: Option<[f32; 6]>) -> ObjectId {
    let (width, height) = drawing.size;
    let mut objects = Vec::new();
    for group in &drawing.groups {
        objects.push(add_form(document, group, None).into());
    }
    let mut objects = named("X", objects);
    let pictures = drawing.pictures.iter();
    let pictures = pictures.map(|picture| add(document, picture).into());
    objects.extend(named("I", pictures));
    let states = named("G", drawing.states.iter().map(state));
    let gradients = named("P", drawing.gradients.iter().map(gradient));
    let mut form = dictionary! {
        "BBox" => reals(&[0.0, 0.0, width, height]),
        "Group" => dictionary! {
            "CS" => "DeviceRGB",
            "I" => true,
            "S" => "Transparency",
            "Type" => "Group",
        },
    };
    if let Some(matrix) = matrix {
        form.set("Matrix", reals(&matrix));
    }
    let resources = dictionary! {
        "ExtGState" => Dictionary::from_iter(states),
        "Pattern" => Dictionary::from_iter(gradients),
        "XObject" => Dictionary::from_iter(objects),
    };
    form.set("Resources", resources);
    form.set("Subtype", "Form");
    form.set("Type", "XObject");
    document.add_object(Stream::new(form, drawing.operators.clone()))
}

/// Objects by names that number them, in the order of the names.
fn named(prefix: &str, objects: impl IntoIterator<Item = Object>) -> BTreeMap<String, Object> {
    let objects = objects.into_iter().enumerate();
    objects
        .map(|(index, object)| (format!("{prefix}{index}"), object))
        .collect()
}

fn state(state: &State) -> Object {
    dictionary! { "BM" => state.blend, "CA" => state.stroke, "ca" => state.fill }.into()
}

/// A shading pattern (ISO 32000-1, 8.7.4).
fn gradient(gradient: &Gradient) -> Object {
    let (kind, coordinates) = match gradient.shape {
        GradientShape::Linear(points) => (2, reals(&points)),
        GradientShape::Radial(circles) => (3, reals(&circles)),
    };
    let shading = dictionary! {
        "ColorSpace" => "DeviceRGB",
        "Coords" => coordinates,
        "Extend" => vec![true.into(), true.into()],
        "Function" => stitched(&gradient.stops),
        "ShadingType" => kind,
    };
    let matrix = reals(&gradient.matrix);
    dictionary! { "Matrix" => matrix, "PatternType" => 2, "Shading" => shading }.into()
}

/// The function from 0–1 to colours, linear between stops.
fn stitched(stops: &[(f32, [u8; 3])]) -> Dictionary {
    let colour = |colour: [u8; 3]| reals(&colour.map(|channel| f32::from(channel) / 255.0));
    let pieces: Vec<Object> = stops
        .iter()
        .zip(stops.iter().skip(1))
        .map(|((_, from), (_, to))| {
            let piece = dictionary! {
                "C0" => colour(*from),
                "C1" => colour(*to),
                "Domain" => reals(&[0.0, 1.0]),
                "FunctionType" => 2,
                "N" => 1,
            };
            piece.into()
        })
        .collect();
    let inner = stops.iter().skip(1).take(stops.len().saturating_sub(2));
    let inner: Vec<f32> = inner.map(|(offset, _)| *offset).collect();
    dictionary! {
        "Bounds" => reals(&inner),
        "Domain" => reals(&[0.0, 1.0]),
        "Encode" => reals(&[0.0, 1.0].repeat(pieces.len())),
        "FunctionType" => 3,
        "Functions" => pieces,
    }
}

fn reals(numbers: &[f32]) -> Vec<Object> {
    numbers.iter().map(|&number| number.into()).collect()
}
