//! Pictures → image and form XObjects, and the resources of pages.

use super::objects::round;
use crate::output::pdf::image::{
    Drawing, Gradient, GradientShape, Picture, PictureContent, PixelSpace, State,
};
use crate::output::pdf::pages::{Drawing as Mark, Pages, Rect};
use lopdf::{Document, Object, ObjectId, dictionary};
use printpdf::matrix::CurTransMat;
use printpdf::{
    DictItem, ExternalStream, ExternalXObject, Op, PdfDocument, Pt, XObject, XObjectId,
    XObjectTransform,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The index of the first picture that has the same content as this one.
pub(super) fn first_alike(pictures: &[Arc<Picture>], index: usize) -> usize {
    let Some(picture) = pictures.get(index) else {
        return index;
    };
    pictures
        .iter()
        .position(|other| Arc::ptr_eq(other, picture) || other == picture)
        .unwrap_or(index)
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

/// Gives the drawing library the pictures that the pages show, each once.
pub(super) fn add_pictures(document: &mut PdfDocument, pages: &Pages) {
    let shown: BTreeSet<usize> = pages
        .pages
        .iter()
        .flat_map(|page| &page.marks)
        .filter_map(|mark| match mark.drawing {
            Mark::Image { image, .. } => Some(first_alike(&pages.images, image)),
            _ => None,
        })
        .collect();
    for index in shown {
        let Some(picture) = pages.images.get(index) else {
            continue;
        };
        let object = XObject::External(ExternalXObject {
            stream: stream(picture),
            width: None,
            height: None,
            dpi: None,
        });
        let id = XObjectId(format!("I{index}"));
        document.resources.xobjects.map.insert(id, object);
    }
}

/// The key under which an image has its profile until it has a number.
const PROFILE: &str = "Profile";

/// The XObject of a picture, which fills the unit square.
fn stream(picture: &Picture) -> ExternalStream {
    let mut stream = plain_stream(picture);
    if let Some(profile) = &picture.profile {
        let channels = match picture.content {
            PictureContent::Jpeg { grey: true, .. } => 1,
            _ => 3,
        };
        let entries = vec![("N", DictItem::Int(channels))];
        let profile = content(entries, profile.clone());
        stream
            .dict
            .insert(PROFILE.to_owned(), DictItem::Stream { stream: profile });
    }
    stream
}

/// The same with the colours of the output.
fn plain_stream(picture: &Picture) -> ExternalStream {
    match &picture.content {
        PictureContent::Jpeg {
            data,
            columns,
            rows,
            grey,
            ..
        } => {
            let space = if *grey {
                &PixelSpace::Grey
            } else {
                &PixelSpace::Rgb
            };
            let mut entries = image(*columns, *rows, space);
            entries.push(("Filter", name("DCTDecode")));
            content(entries, data.clone())
        }
        PictureContent::Pixels {
            columns,
            rows,
            space,
            samples,
            alpha,
        } => {
            let mut entries = image(*columns, *rows, space);
            entries.extend(predicted(*columns, space));
            if let Some(alpha) = alpha {
                let mut mask = image(*columns, *rows, &PixelSpace::Grey);
                mask.extend(predicted(*columns, &PixelSpace::Grey));
                let stream = content(mask, alpha.clone());
                entries.push(("SMask", DictItem::Stream { stream }));
            }
            content(entries, samples.clone())
        }
        PictureContent::Drawing(drawing) => {
            let (width, height) = drawing.size;
            let matrix = [1.0 / width, 0.0, 0.0, -1.0 / height, 0.0, 1.0];
            let mut stream = form(drawing);
            stream.dict.insert("Matrix".to_owned(), reals(&matrix));
            stream
        }
    }
}

/// What all images have.
fn image(columns: u32, rows: u32, space: &PixelSpace) -> Vec<(&'static str, DictItem)> {
    let space = match space {
        PixelSpace::Grey => name("DeviceGray"),
        PixelSpace::Rgb => name("DeviceRGB"),
        PixelSpace::Palette(colours) => DictItem::Array(vec![
            name("Indexed"),
            name("DeviceRGB"),
            DictItem::Int(colours.len() as i64 / 3 - 1),
            DictItem::String {
                data: colours.clone(),
                literal: false,
            },
        ]),
    };
    vec![
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(columns))),
        ("Height", DictItem::Int(i64::from(rows))),
        ("ColorSpace", space),
        ("BitsPerComponent", DictItem::Int(8)),
    ]
}

/// The filter of rows with PNG predictors.
fn predicted(columns: u32, space: &PixelSpace) -> [(&'static str, DictItem); 2] {
    let channels = if *space == PixelSpace::Rgb { 3 } else { 1 };
    let parameters = vec![
        ("Predictor", DictItem::Int(15)),
        ("Colors", DictItem::Int(channels)),
        ("Columns", DictItem::Int(i64::from(columns))),
    ];
    [
        ("Filter", name("FlateDecode")),
        ("DecodeParms", dict(parameters)),
    ]
}

/// A drawing as a form XObject; a transparency group, so that it can be painted as
/// one.
fn form(drawing: &Drawing) -> ExternalStream {
    let (width, height) = drawing.size;
    let named = |prefix: &str, items: Vec<DictItem>| DictItem::Dict {
        map: (0..)
            .zip(items)
            .map(|(index, item): (usize, _)| (format!("{prefix}{index}"), item))
            .collect(),
    };
    let states = drawing.states.iter().map(state).collect();
    let gradients = drawing.gradients.iter().map(gradient).collect();
    let mut objects = BTreeMap::new();
    for (index, group) in drawing.groups.iter().enumerate() {
        let stream = form(group);
        objects.insert(format!("X{index}"), DictItem::Stream { stream });
    }
    for (index, picture) in drawing.pictures.iter().enumerate() {
        let stream = stream(picture);
        objects.insert(format!("I{index}"), DictItem::Stream { stream });
    }
    let resources = vec![
        ("ExtGState", named("G", states)),
        ("Pattern", named("P", gradients)),
        ("XObject", DictItem::Dict { map: objects }),
    ];
    let entries = vec![
        ("Type", name("XObject")),
        ("Subtype", name("Form")),
        ("BBox", reals(&[0.0, 0.0, width, height])),
        (
            "Group",
            dict(vec![
                ("Type", name("Group")),
                ("S", name("Transparency")),
                ("CS", name("DeviceRGB")),
                ("I", DictItem::Bool(true)),
            ]),
        ),
        ("Resources", dict(resources)),
    ];
    content(entries, drawing.operators.clone())
}

fn state(state: &State) -> DictItem {
    dict(vec![
        ("ca", DictItem::Real(state.fill)),
        ("CA", DictItem::Real(state.stroke)),
        ("BM", name(state.blend)),
    ])
}

/// A shading pattern (ISO 32000-1, 8.7.4).
fn gradient(gradient: &Gradient) -> DictItem {
    let (kind, coordinates) = match gradient.shape {
        GradientShape::Linear(points) => (2, reals(&points)),
        GradientShape::Radial(circles) => (3, reals(&circles)),
    };
    let shading = dict(vec![
        ("ShadingType", DictItem::Int(kind)),
        ("ColorSpace", name("DeviceRGB")),
        ("Coords", coordinates),
        (
            "Extend",
            DictItem::Array(vec![DictItem::Bool(true), DictItem::Bool(true)]),
        ),
        ("Function", stitched(&gradient.stops)),
    ]);
    dict(vec![
        ("PatternType", DictItem::Int(2)),
        ("Matrix", reals(&gradient.matrix)),
        ("Shading", shading),
    ])
}

/// The function from 0–1 to colours, linear between stops.
fn stitched(stops: &[(f32, [u8; 3])]) -> DictItem {
    let colour = |colour: [u8; 3]| reals(&colour.map(|channel| f32::from(channel) / 255.0));
    let pieces = stops
        .windows(2)
        .filter_map(|pair| match pair {
            [(_, from), (_, to)] => Some(dict(vec![
                ("FunctionType", DictItem::Int(2)),
                ("Domain", reals(&[0.0, 1.0])),
                ("C0", colour(*from)),
                ("C1", colour(*to)),
                ("N", DictItem::Int(1)),
            ])),
            _ => None,
        })
        .collect::<Vec<_>>();
    let inner: Vec<f32> = stops
        .iter()
        .skip(1)
        .take(stops.len().saturating_sub(2))
        .map(|(offset, _)| *offset)
        .collect();
    let encode = reals(&[0.0, 1.0].repeat(pieces.len()));
    dict(vec![
        ("FunctionType", DictItem::Int(3)),
        ("Domain", reals(&[0.0, 1.0])),
        ("Functions", DictItem::Array(pieces)),
        ("Bounds", reals(&inner)),
        ("Encode", encode),
    ])
}

fn content(entries: Vec<(&str, DictItem)>, content: Vec<u8>) -> ExternalStream {
    ExternalStream {
        dict: entries
            .into_iter()
            .map(|(key, item)| (key.to_owned(), item))
            .collect(),
        content,
        compress: false,
    }
}

fn dict(entries: Vec<(&str, DictItem)>) -> DictItem {
    DictItem::Dict {
        map: entries
            .into_iter()
            .map(|(key, item)| (key.to_owned(), item))
            .collect(),
    }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn reals(numbers: &[f32]) -> DictItem {
    DictItem::Array(
        numbers
            .iter()
            .map(|&number| DictItem::Real(number))
            .collect(),
    )
}

/// Gives images with a profile the colour space that it makes (ISO 32000-1, 8.6.5.5).
pub(super) fn finish_profiles(document: &mut Document) {
    for object in document.objects.values_mut() {
        let Object::Stream(image) = object else {
            continue;
        };
        let Some(profile) = image.dict.remove(PROFILE.as_bytes()) else {
            continue;
        };
        let space = Object::Array(vec!["ICCBased".into(), profile]);
        match image.dict.get_mut(b"ColorSpace") {
            // The colours of a palette.
            Ok(Object::Array(indexed)) => {
                if let Some(base) = indexed.get_mut(1) {
                    *base = space;
                }
            }
            _ => image.dict.set("ColorSpace", space),
        }
    }
}

/// Leaves the pages one resource dictionary, without what is empty, and the entries
/// that say nothing new out; pages with pictures blend in the output's space.
pub(super) fn finish_resources(document: &mut Document, ids: &[ObjectId]) {
    let Some(fonts_and_pictures) = shared_resources(document, ids) else {
        return;
    };
    let blends = fonts_and_pictures.has(b"XObject");
    let resources = document.add_object(fonts_and_pictures);
    for id in ids {
        let Ok(page) = document.get_object_mut(*id).and_then(Object::as_dict_mut) else {
            continue;
        };
        page.set("Resources", resources);
        for key in [b"TrimBox".as_slice(), b"CropBox", b"Annots"] {
            page.remove(key);
        }
        if blends {
            page.set(
                "Group",
                dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" },
            );
        }
    }
}

/// The fonts and pictures that the drawing library shares among all pages.
fn shared_resources(document: &Document, ids: &[ObjectId]) -> Option<lopdf::Dictionary> {
    let page = document.get_dictionary(*ids.first()?).ok()?;
    let resources = page.get(b"Resources").ok()?.as_reference().ok()?;
    let resources = document.get_dictionary(resources).ok()?;
    let mut shared = dictionary! {};
    for key in ["Font", "XObject"] {
        let entry = resources.get(key.as_bytes()).ok()?.as_reference().ok()?;
        let entry = document.get_dictionary(entry).ok()?;
        if !entry.is_empty() {
            shared.set(key, entry.clone());
        }
    }
    Some(shared)
}
