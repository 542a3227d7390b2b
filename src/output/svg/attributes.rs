//! The attributes of elements that draw.

use super::codes::OVERSIZED_NUMBER;
use super::css::{self, Styles};
use super::names::{self, SvgPart, XLINK, XML};
use super::numbers::too_large;
use super::places::place_in;
use super::read::{Attribute, SvgNode, SvgReader};
use super::references::{Reference, reference};
use std::ops::Range;

/// An element's attributes as they are written, and the parts that they refer to.
#[derive(Debug, Default)]
pub(super) struct SvgAttributes {
    pub written: Vec<(String, String)>,
    pub parts: Vec<String>,
}

impl SvgReader<'_> {
    /// Reads the attributes of an element.
    pub(super) fn attributes(&mut self, node: SvgNode<'_, '_>) -> SvgAttributes {
        let mut read = SvgAttributes::default();
        for attribute in node.attributes() {
            let name = attribute.name();
            match attribute.namespace() {
                None if name == "href" => self.reference(node, &attribute, name, &mut read),
                None => self.attribute(&attribute, &mut read),
                Some(XLINK) if name == "href" => {
                    self.reference(node, &attribute, "xlink:href", &mut read);
                }
                Some(XML) if matches!(name, "space" | "lang") => {
                    let value = attribute.value().to_owned();
                    read.written.push((format!("xml:{name}"), value));
                }
                Some(XML) if name == "base" => {
                    self.faults
                        .part(SvgPart::Fetches, attribute.range(), "`xml:base`");
                }
                // Notes of programs.
                Some(_) => {}
            }
        }
        read
    }

    fn attribute(&mut self, attribute: &Attribute<'_, '_>, read: &mut SvgAttributes) {
        let (name, value) = (attribute.name(), attribute.value());
        if is_handler(name) {
            let what = format!("`{name}`");
            return self.faults.part(SvgPart::Runs, attribute.range(), &what);
        }
        let is_read = names::is_attribute(name) || name == "style";
        if (is_read || names::is_presentation(name)) && self.is_too_large(attribute) {
            return;
        }
        if names::is_attribute(name) {
            return read.written.push((name.to_owned(), value.to_owned()));
        }
        let styles = match (name, names::property(name)) {
            ("style", _) => css::read_declarations(value),
            (_, SvgPart::Drawn) => css::read_value(value, true),
            (name, SvgPart::Silent) if !name.starts_with('-') => css::read_value(value, false),
            // No browser looks at it.
            _ => return,
        };
        let is_drawn = name == "style" || names::is_presentation(name);
        let written = attribute.range_value();
        let sound = styles.faults.is_empty();
        read.parts
            .extend(styles.references.iter().map(|(_, id)| id.clone()));
        let text = self.styles(styles, written, value);
        if is_drawn && sound {
            read.written.push((name.to_owned(), text));
        }
    }

    /// Notes a number that nothing can be drawn with: without its attribute the rest can.
    fn is_too_large(&mut self, attribute: &Attribute<'_, '_>) -> bool {
        self.has_too_large(attribute.name(), attribute.value(), attribute.range())
    }

    /// The same for what stands in the file's bytes `written`.
    pub(super) fn has_too_large(&mut self, name: &str, value: &str, written: Range<usize>) -> bool {
        let Some(range) = too_large(name, value) else {
            return false;
        };
        let number = value.get(range);
        let wording = OVERSIZED_NUMBER.say("large", given!(number, attribute = name));
        self.faults.add(written, wording);
        true
    }

    /// Notes the faults and references of styles that were read from `value`, which
    /// stands in the file's bytes `written`; gives what to write.
    pub(super) fn styles(&mut self, styles: Styles, written: Range<usize>, value: &str) -> String {
        let place = |range: Range<usize>, reader: &Self| {
            let raw = reader.source.text().get(written.clone());
            let at = |at| place_in(raw.unwrap_or_default(), value, at);
            match (at(range.start), at(range.end)) {
                (Some(start), Some(end)) => written.start + start..written.start + end,
                _ => written.clone(),
            }
        };
        for fault in styles.faults {
            let range = place(fault.range, self);
            self.faults.part(fault.part, range, &fault.what);
        }
        for (range, id) in styles.references {
            let range = place(range, self);
            self.references.push((range, id));
        }
        styles.text
    }

    fn reference(
        &mut self,
        node: SvgNode<'_, '_>,
        attribute: &Attribute<'_, '_>,
        name: &str,
        read: &mut SvgAttributes,
    ) {
        let range = attribute.range();
        match reference(node.tag_name().name(), attribute.value()) {
            Reference::Kept(value) => read.written.push((name.to_owned(), value)),
            Reference::Part(id) => {
                read.written.push((name.to_owned(), format!("#{id}")));
                read.parts.push(id.clone());
                self.references.push((range, id));
            }
            Reference::Nothing => {}
            Reference::Fault(part, what) => self.faults.part(part, range, &what),
        }
    }
}

/// Whether an attribute is a handler of events: those of SVG and HTML begin so, and no
/// other does.
pub(super) fn is_handler(name: &str) -> bool {
    name.get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("on"))
}
