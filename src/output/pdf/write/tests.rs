//! Pages made by hand, with every drawing, role and tag, and what a reader finds in
//! their files.

mod laid_out;
mod specimen;

use super::*;
use crate::output::pdf::pages::{Child, Drawing, Glyph, MarkRole, Tag};
use lopdf::{Dictionary, Document, Object};
use specimen::Specimen;
use std::collections::BTreeSet;

fn read(file: &[u8]) -> Document {
    Document::load_mem(file).unwrap()
}

fn resolve<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    match object {
        Object::Reference(id) => document.get_object(*id).unwrap(),
        object => object,
    }
}

fn catalog_entry<'a>(document: &'a Document, key: &str) -> &'a Object {
    resolve(
        document,
        document.catalog().unwrap().get(key.as_bytes()).unwrap(),
    )
}

/// Every structure element, in reading order, with its depth.
fn elements(document: &Document) -> Vec<(usize, &Dictionary)> {
    fn walk<'a>(
        document: &'a Document,
        object: &'a Object,
        depth: usize,
        found: &mut Vec<(usize, &'a Dictionary)>,
    ) {
        match resolve(document, object) {
            Object::Array(kids) => {
                for kid in kids {
                    walk(document, kid, depth, found);
                }
            }
            Object::Dictionary(element) if element.has(b"S") => {
                found.push((depth, element));
                if let Ok(kids) = element.get(b"K") {
                    walk(document, kids, depth + 1, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    let root = catalog_entry(document, "StructTreeRoot").as_dict().unwrap();
    walk(document, root.get(b"K").unwrap(), 0, &mut found);
    found
}

fn name_of(element: &Dictionary) -> &str {
    std::str::from_utf8(element.get(b"S").unwrap().as_name().unwrap()).unwrap()
}

fn attribute<'a>(element: &'a Dictionary, key: &str) -> Option<&'a Object> {
    element
        .get(b"A")
        .ok()?
        .as_dict()
        .ok()?
        .get(key.as_bytes())
        .ok()
}

/// The content of a page.
fn content(document: &Document, page: u32) -> String {
    let id = document.get_pages()[&page];
    let content = document.get_page_content(id);
    String::from_utf8_lossy(&content).into_owned()
}

#[test]
fn the_same_pages_give_the_same_bytes_in_any_thread() {
    let pages = Specimen::everything();
    let file = write_pdf(&pages).unwrap();
    let others: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| write_pdf(&pages).unwrap()))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(others.iter().all(|other| *other == file));
}

#[test]
fn every_tag_reaches_the_structure_tree_in_reading_order() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let found = elements(&document);
    let names: BTreeSet<&str> = found.iter().map(|(_, element)| name_of(element)).collect();
    let all = [
        "Document",
        "Sect",
        "Div",
        "H1",
        "H2",
        "H3",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "THead",
        "TBody",
        "TR",
        "TH",
        "TD",
        "BlockQuote",
        "Code",
        "Figure",
        "Caption",
        "Link",
        "Note",
        "Reference",
        "Span",
    ];
    for name in all {
        assert!(names.contains(name), "{name} is missing");
    }
    let headings: Vec<&str> = found
        .iter()
        .map(|(_, element)| name_of(element))
        .filter(|name| name.starts_with('H'))
        .collect();
    assert_eq!(headings, ["H1", "H2", "H3"]);
    assert_eq!(found[0].0, 0);
}

#[test]
fn elements_carry_the_attributes_that_readers_need() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let found = elements(&document);
    let of = |name: &str| -> Vec<&Dictionary> {
        let named = found.iter().map(|(_, element)| *element);
        named.filter(|element| name_of(element) == name).collect()
    };
    let scopes: Vec<&[u8]> = of("TH")
        .iter()
        .map(|header| attribute(header, "Scope").unwrap().as_name().unwrap())
        .collect();
    let columns = [b"Column".as_slice(); 3];
    assert_eq!(scopes, [&columns[..], &[b"Row"]].concat());
    let numberings: Vec<&[u8]> = of("L")
        .iter()
        .map(|list| attribute(list, "ListNumbering").unwrap().as_name().unwrap())
        .collect();
    assert_eq!(numberings, [b"Decimal".as_slice(), b"Disc", b"None"]);
    let figure = of("Figure")[0];
    assert!(figure.has(b"Alt"));
    assert_eq!(
        attribute(figure, "BBox").unwrap().as_array().unwrap().len(),
        4
    );
    assert!(of("Note").iter().all(|note| note.has(b"ID")));
    let lang = of("Span")[0].get(b"Lang").unwrap().as_str().unwrap();
    assert_eq!(lang, b"en-CA");
    let links = of("Link");
    let kids = links[0].get(b"K").unwrap().as_array().unwrap();
    let annotations = kids
        .iter()
        .filter(|kid| kid.as_dict().is_ok_and(|kid| kid.has(b"Obj")));
    assert_eq!(
        annotations.count(),
        2,
        "one for each line that the link is on"
    );
}

#[test]
fn content_and_annotations_lead_back_to_their_elements() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let root = catalog_entry(&document, "StructTreeRoot")
        .as_dict()
        .unwrap();
    let tree = root.get(b"ParentTree").unwrap().as_dict().unwrap();
    let numbers = tree.get(b"Nums").unwrap().as_array().unwrap();
    let parents: Vec<&Object> = numbers.chunks(2).map(|pair| &pair[1]).collect();
    for (number, page) in document.get_pages() {
        let page = document.get_dictionary(page).unwrap();
        let key = page.get(b"StructParents").unwrap().as_i64().unwrap() as usize;
        let of_page = parents[key].as_array().unwrap();
        assert!(of_page.iter().all(|parent| parent.as_reference().is_ok()));
        let sequences = content(&document, number).matches("/MCID").count();
        assert_eq!(of_page.len(), sequences);
        assert_eq!(page.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        for annotation in page
            .get(b"Annots")
            .and_then(Object::as_array)
            .into_iter()
            .flatten()
        {
            let annotation = resolve(&document, annotation).as_dict().unwrap();
            let key = annotation.get(b"StructParent").unwrap().as_i64().unwrap() as usize;
            let link = resolve(&document, parents[key]).as_dict().unwrap();
            assert_eq!(name_of(link), "Link");
            assert!(annotation.has(b"Contents"));
        }
    }
}

#[test]
fn descriptions_of_links_in_the_other_language_say_so() {
    let document = read(&write_pdf(&laid_out::memo()).unwrap());
    let lang_of = |words: &str| -> Option<Vec<u8>> {
        let link = document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .find(|link| {
                link.get(b"Contents")
                    .and_then(Object::as_str)
                    .is_ok_and(|contents| contents == words.as_bytes())
            })
            .unwrap_or_else(|| panic!("no link says {words}"));
        Some(link.get(b"Lang").ok()?.as_str().ok()?.to_vec())
    };
    assert_eq!(lang_of("the service desk").as_deref(), Some(&b"en-CA"[..]));
    assert_eq!(lang_of("au centre"), None);
}

#[test]
fn an_element_on_two_pages_names_the_second_page() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let second = document.get_pages()[&2];
    let runs_over = elements(&document).into_iter().any(|(_, element)| {
        let kids = element.get(b"K").and_then(Object::as_array);
        kids.is_ok_and(|kids| {
            kids.iter().any(|kid| {
                kid.as_dict().is_ok_and(|kid| {
                    kid.has(b"MCID") && kid.get(b"Pg").unwrap().as_reference().unwrap() == second
                })
            })
        })
    });
    assert!(runs_over);
}

#[test]
fn marks_of_one_element_are_one_sequence_and_decoration_is_an_artifact() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let first = content(&document, 1);
    assert_eq!(first.matches("BDC").count(), first.matches("EMC").count());
    assert_eq!(first.matches("BT").count(), first.matches("ET").count());
    assert!(first.contains("/Subtype/Watermark"));
    assert!(first.contains("/Type/Layout"));
    assert!(first.find("/Watermark").unwrap() < first.find("/MCID").unwrap());
    let second = content(&document, 2);
    assert!(second.contains("/Subtype/Header"));
    assert!(second.contains("/Subtype/Footer"));
    let heading = first
        .split("/H1 <</MCID")
        .nth(1)
        .unwrap()
        .split("EMC")
        .next()
        .unwrap();
    let runs = heading
        .lines()
        .filter(|line| line.ends_with("TJ") || line.ends_with("Tj"));
    assert_eq!(runs.count(), 2, "two runs, one sequence: {heading}");
}

#[test]
fn fonts_are_embedded_as_subsets_with_their_metrics() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let mut found = 0;
    for object in document.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if !font.has_type(b"FontDescriptor") {
            continue;
        }
        found += 1;
        let name = font.get(b"FontName").unwrap().as_name().unwrap();
        assert_eq!(name[6], b'+');
        assert_eq!(font.get(b"CapHeight").unwrap().as_i64().unwrap(), 714);
        let italic = font.get(b"Flags").unwrap().as_i64().unwrap() & 64 != 0;
        assert_eq!(italic, name.ends_with(b"Italic"));
        let program = font.get(b"FontFile2").unwrap().as_reference().unwrap();
        let program = document.get_object(program).unwrap().as_stream().unwrap();
        assert!(program.decompressed_content().unwrap().len() < 40_000);
    }
    assert_eq!(found, 4);
}

#[test]
fn the_words_can_be_read_back() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let text = document.extract_text(&[1]).unwrap();
    for words in [
        "«\u{A0}inchangé\u{A0}»",
        "L’œuvre",
        "9\u{202F}%",
        "offi",
        "orga\u{AD}",
        "ÉBAUCHE",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn a_picture_used_twice_is_embedded_once() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let images: Vec<&Dictionary> = document
        .objects
        .values()
        .filter_map(|object| object.as_stream().ok())
        .map(|stream| &stream.dict)
        .filter(|dict| {
            dict.get(b"Subtype")
                .and_then(Object::as_name)
                .is_ok_and(|name| name == b"Image")
        })
        .collect();
    // A JPEG file, and pixels with their mask.
    assert_eq!(images.len(), 3);
    let drawn = (1..=2).map(|page| content(&document, page).matches(" Do").count());
    assert_eq!(drawn.sum::<usize>(), 4);
}

#[test]
fn the_outline_nests_and_leads_to_its_places() {
    let document = read(&write_pdf(&Specimen::everything()).unwrap());
    let outline = catalog_entry(&document, "Outlines").as_dict().unwrap();
    assert_eq!(outline.get(b"Count").unwrap().as_i64().unwrap(), 3);
    let first = resolve(&document, outline.get(b"First").unwrap())
        .as_dict()
        .unwrap();
    let nested = resolve(&document, first.get(b"First").unwrap())
        .as_dict()
        .unwrap();
    assert!(nested.has(b"First"));
    assert!(nested.has(b"SE"));
    assert_eq!(nested.get(b"Dest").unwrap().as_array().unwrap().len(), 5);
}

#[test]
fn info_and_xmp_agree_and_xmp_is_plain() {
    let file = write_pdf(&Specimen::everything()).unwrap();
    let document = read(&file);
    let info = document.trailer.get(b"Info").unwrap();
    let info = resolve(&document, info).as_dict().unwrap();
    let title = lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "Mise à jour du printemps");
    let text = String::from_utf8_lossy(&file);
    assert!(text.contains("Mise à jour du printemps</rdf:li>"));
    assert!(text.contains("<pdfaid:part>2</pdfaid:part>"));
    assert_eq!(catalog_entry(&document, "Lang").as_str().unwrap(), b"fr-CA");
    let first = document.trailer.get(b"ID").unwrap().as_array().unwrap()[0].clone();
    let mut other = Specimen::everything();
    other.metadata.title.push('!');
    let other = read(&write_pdf(&other).unwrap());
    let other = &other.trailer.get(b"ID").unwrap().as_array().unwrap()[0];
    assert_ne!(&first, other, "the identifier depends on the content");
}

#[test]
fn faults_of_pages_are_named() {
    type Spoil = fn(&mut Pages);
    let faults: [(&str, Spoil); 10] = [
        ("title", |pages| pages.metadata.title.clear()),
        ("language", |pages| pages.metadata.lang = None),
        ("alternative text", |pages| {
            let figure = |element: &&mut crate::output::pdf::pages::Element| {
                matches!(element.tag, Tag::Figure { .. })
            };
            pages.structure.iter_mut().find(figure).unwrap().alt = None;
        }),
        ("face", |pages| pages.faces.clear()),
        ("picture", |pages| pages.images.clear()),
        ("not in the tree", |pages| {
            pages.structure[0].children.clear()
        }),
        ("two places", |pages| {
            pages.structure[1].children.push(Child::Element(0))
        }),
        ("not there", |pages| {
            pages.pages[0].marks[0].role = MarkRole::Content(10_000);
        }),
        ("private-use character U+F0B7", |pages| {
            let mut runs =
                pages.pages[0]
                    .marks
                    .iter_mut()
                    .filter_map(|mark| match &mut mark.drawing {
                        Drawing::Text(run) => Some(run),
                        _ => None,
                    });
            runs.next().unwrap().glyphs[0].text = "\u{F0B7}".into();
        }),
        ("glyph for “ᐃ”", |pages| {
            let mut runs =
                pages.pages[0]
                    .marks
                    .iter_mut()
                    .filter_map(|mark| match &mut mark.drawing {
                        Drawing::Text(run) => Some(run),
                        _ => None,
                    });
            runs.next().unwrap().glyphs.push(Glyph {
                id: 0,
                advance: 500.0,
                offset: (0.0, 0.0),
                text: "ᐃ".into(),
                source: None,
            });
        }),
    ];
    for (words, spoil) in faults {
        let mut pages = Specimen::everything();
        spoil(&mut pages);
        let error = write_pdf(&pages).unwrap_err();
        assert!(
            error.message.contains(words),
            "{} should say {words}",
            error.message
        );
        assert_eq!(error.code.id, "W206");
    }
}

#[test]
fn a_font_that_cannot_be_embedded_is_named() {
    let mut pages = Specimen::everything();
    let face = crate::output::pdf::font::Face {
        name: "Broken".to_owned(),
        data: std::sync::Arc::new(b"no font".into()),
    };
    pages.faces[0] = std::sync::Arc::new(face);
    let error = write_pdf(&pages).unwrap_err();
    assert!(error.message.contains("Broken"));
    assert_eq!(error.code.id, "W205");
}

#[test]
fn figures_that_are_no_numbers_or_too_large_do_no_harm() {
    for wrong in [f32::NAN, f32::INFINITY, -1e30, 1e30] {
        let mut pages = Specimen::everything();
        for mark in pages.pages.iter_mut().flat_map(|page| &mut page.marks) {
            match &mut mark.drawing {
                Drawing::Text(run) => {
                    run.origin = (wrong, -wrong);
                    run.size = wrong;
                    if let Some(glyph) = run.glyphs.first_mut() {
                        glyph.advance = wrong;
                        glyph.offset = (wrong, wrong);
                    }
                }
                Drawing::Fill { rect, .. } | Drawing::Image { rect, .. } => rect.width = wrong,
                Drawing::Line { width, .. } => *width = wrong,
            }
        }
        assert_eq!(read(&write_pdf(&pages).unwrap()).get_pages().len(), 2);
        let content = content(&read(&write_pdf(&pages).unwrap()), 1);
        assert!(!content.contains("NaN") && !content.contains("inf"));
    }
}

#[test]
fn no_page_at_all_is_still_a_file() {
    let mut pages = Specimen::everything();
    pages.pages = vec![crate::output::pdf::pages::Page::default()];
    pages.outline.clear();
    let document = read(&write_pdf(&pages).unwrap());
    assert_eq!(document.get_pages().len(), 1);
}

#[test]
#[ignore = "writes target/specimens for tests/conformance/run"]
fn write_specimens() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/specimens");
    std::fs::create_dir_all(&folder).unwrap();
    let specimens = [
        ("everything", Specimen::everything()),
        ("memo", Specimen::memo()),
        ("laid-out", laid_out::memo()),
    ];
    for (name, pages) in specimens {
        let file = write_pdf(&pages).unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), file).unwrap();
    }
}
