//! What the file says of itself: Info, XMP, language, output intent.

use super::deflate::deflate;
use super::error::inaccessible;
use super::objects::text_string;
use crate::diagnostic::Diagnostic;
use crate::output::pdf::pages::Metadata;
use lopdf::{Document, Object, Stream, dictionary};
use std::sync::LazyLock;

/// The program as files name it.
const PRODUCER: &str = concat!("bimemo ", env!("CARGO_PKG_VERSION"));

/// The colours that the file's numbers mean: a compact sRGB profile in the public
/// domain (`sRGB-v4.LICENSE`).
static SRGB: &[u8] = include_bytes!("sRGB-v4.icc");

/// The profile as files have it.
static PROFILE: LazyLock<Vec<u8>> = LazyLock::new(|| deflate(SRGB));

/// Refuses what both standards ask for and is missing (ISO 14289-1, 7.1 and 7.2).
pub(super) fn check(metadata: &Metadata) -> Result<(), Box<Diagnostic>> {
    if metadata.title.trim().is_empty() {
        return Err(inaccessible("title", ""));
    }
    if metadata.lang.is_none() {
        return Err(inaccessible("language", ""));
    }
    Ok(())
}

/// Adds all of it to the catalog and the trailer.
pub(super) fn add_metadata(document: &mut Document, metadata: &Metadata) {
    let date = pdf_date(&metadata.date);
    let mut info = dictionary! {
        "Title" => text_string(&metadata.title),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
    };
    let keywords = metadata.keywords.join(", ");
    for (key, value) in [
        ("Author", &metadata.author),
        ("Subject", &metadata.subject),
        ("Keywords", &keywords),
    ] {
        if !value.is_empty() {
            info.set(key, text_string(value));
        }
    }
    if let Some(date) = &date {
        let modified = metadata.modified.as_deref().and_then(pdf_date);
        info.set("CreationDate", text_string(date));
        info.set("ModDate", text_string(modified.as_ref().unwrap_or(date)));
    }
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    let packet = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(metadata).into_bytes(),
    );
    let packet = document.add_object(packet);
    let profile = dictionary! { "N" => 3, "Filter" => "FlateDecode" };
    let profile = document.add_object(Stream::new(profile, PROFILE.clone()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text_string("sRGB"),
        "Info" => text_string("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let Ok(catalog) = document.catalog_mut() else {
        return;
    };
    catalog.remove(b"PageMode");
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![intent.into()]);
    catalog.set(
        "ViewerPreferences",
        dictionary! { "DisplayDocTitle" => true },
    );
    if let Some(lang) = metadata.lang {
        catalog.set("Lang", text_string(lang.tag()));
    }
}

/// The day of `2026-04-01` as Info has it; `None` where it is not of that form. Without
/// a time of day there is no zone, and the day is the same everywhere.
fn pdf_date(date: &str) -> Option<String> {
    let is_figure = |c: char| c.is_ascii_digit();
    let parts: Vec<&str> = date.split('-').collect();
    let figures = parts.iter().all(|part| part.chars().all(is_figure));
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    (figures && lengths == [4, 2, 2]).then(|| format!("D:{}", parts.concat()))
}

/// The XMP packet (ISO 16684-1), with the schema that PDF/A wants described where
/// PDF/UA's mark is used (ISO 19005-2, 6.6.2.3).
fn xmp(metadata: &Metadata) -> String {
    let lang = metadata.lang.map_or("x-default", |lang| lang.tag());
    let mut fields = format!(
        "<dc:format>application/pdf</dc:format>\
         <dc:title>{}</dc:title>\
         <dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>",
        alternatives(&metadata.title)
    );
    if !metadata.author.is_empty() {
        let author = escape(&metadata.author);
        fields += &format!("<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>");
    }
    if !metadata.subject.is_empty() {
        let subject = alternatives(&metadata.subject);
        fields += &format!("<dc:description>{subject}</dc:description>");
    }
    if !metadata.keywords.is_empty() {
        let items = metadata.keywords.iter();
        let items = items.map(|word| format!("<rdf:li>{}</rdf:li>", escape(word)));
        let (items, all) = (items.collect::<String>(), metadata.keywords.join(", "));
        fields += &format!("<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>");
        fields += &format!("<pdf:Keywords>{}</pdf:Keywords>", escape(&all));
    }
    let date = &metadata.date;
    if pdf_date(date).is_some() {
        let modified = metadata.modified.as_deref();
        let modified = modified
            .filter(|day| pdf_date(day).is_some())
            .unwrap_or(date);
        fields += &format!(
            "<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{modified}</xmp:ModifyDate>"
        );
    }
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\"{NAMESPACES}\
         \x20xmp:CreatorTool=\"{PRODUCER}\" pdf:Producer=\"{PRODUCER}\" pdfuaid:part=\"1\">{fields}\
         <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>{EXTENSION}\
         </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

/// The namespaces of the fields.
const NAMESPACES: &str = "\
\x20xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\
\x20xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\
\x20xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\
\x20xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\
\x20xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\
\x20xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\
\x20xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\
\x20xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

/// The description of PDF/UA's field.
const EXTENSION: &str = "\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li pdfaProperty:name=\"part\"\
\x20pdfaProperty:valueType=\"Integer\" pdfaProperty:category=\"internal\"\
\x20pdfaProperty:description=\"The part of ISO 14289 that is followed\"/>\
</rdf:Seq></pdfaSchema:property>\
</rdf:li></rdf:Bag></pdfaExtension:schemas>";

/// One text for readers of all languages, as the catalog's language is the text's.
fn alternatives(text: &str) -> String {
    format!(
        "<rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>",
        escape(text)
    )
}

/// Text between tags; what XML cannot hold is left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Drops what the drawing library puts into the trailer by itself.
pub(super) fn trailer_entries(
    document: &Document,
) -> impl Iterator<Item = (&'static str, &Object)> {
    ["Root", "Info"]
        .into_iter()
        .filter_map(|key| Some((key, document.trailer.get(key.as_bytes()).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xmp_is_well_formed_whatever_the_texts_are() {
        let metadata = Metadata {
            title: "A < B & \u{1} “C”".to_owned(),
            author: "]]>".to_owned(),
            subject: "Été".to_owned(),
            keywords: vec!["a & b".to_owned(), "c".to_owned()],
            lang: Some(crate::lang::Lang::Fr),
            date: "2026-04-01".to_owned(),
            modified: Some("2026-05-02".to_owned()),
        };
        let packet = xmp(&metadata);
        let tree = roxmltree::Document::parse(&packet).unwrap();
        let text = |name: &str| {
            let node = tree
                .descendants()
                .find(|node| node.tag_name().name() == name);
            node.map(|node| {
                node.descendants()
                    .filter_map(|n| n.text())
                    .next()
                    .unwrap_or("")
                    .to_owned()
            })
        };
        assert_eq!(text("title").as_deref(), Some("A < B &  “C”"));
        assert_eq!(text("creator").as_deref(), Some("]]>"));
        assert_eq!(text("subject").as_deref(), Some("a & b"));
        assert_eq!(text("Keywords").as_deref(), Some("a & b, c"));
        assert_eq!(text("CreateDate").as_deref(), Some("2026-04-01"));
        assert_eq!(text("ModifyDate").as_deref(), Some("2026-05-02"));
    }

    #[test]
    fn what_is_no_date_is_left_out() {
        assert!(pdf_date("").is_none());
        assert!(pdf_date("2026-4-1").is_none());
        assert!(pdf_date("2026-04-01-05").is_none());
        assert_eq!(pdf_date("2026-04-01").unwrap(), "D:20260401");
    }
}
