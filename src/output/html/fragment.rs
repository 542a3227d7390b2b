//! The article of a page for a page of somebody else's: nothing in it has a name that
//! something around it may have, or says how it looks.
//!
//! What a template prints is read as XML, so that the result is well-formed, and written
//! anew: classes and ids get a prefix, headings the level that they have there.

use super::codes::{FRAGMENT_PART, MALFORMED_FRAGMENT};
use super::is_void;
use crate::diagnostic::{Diagnostic, Wording};
use crate::document::{AssetPrefix, Edition};
use crate::limits::spend;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What stands before every class, and first in every id.
const OWN: &str = "bimemo-";

/// The elements that only a whole page has, or that say how something looks or make it do
/// something.
const PAGE: [&str; 10] = [
    "html", "head", "body", "title", "meta", "link", "base", "style", "script", "main",
];

/// The attributes that name other elements by their ids.
const REFERENCES: [&str; 6] = [
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-details",
    "for",
    "headers",
];

/// The deepest heading that HTML has an element for.
const DEEPEST: u8 = 6;

/// How the article of an edition is written.
#[derive(Clone, Debug)]
pub struct FragmentForm<'a> {
    /// The path of the template, for findings.
    pub template: &'a str,
    /// What stands before each id.
    pub namespace: String,
    /// The level of its first heading, from 1.
    pub heading_level: u8,
    /// What stands before the addresses of copied files, and which those are.
    pub assets: Option<(&'a AssetPrefix, BTreeSet<String>)>,
}

/// What stands before the ids of an edition's fragment: no other memo's and no other
/// language's begins so. Letters, digits and single hyphens of the stem are themselves, and
/// each byte of all else is its number.
pub fn fragment_namespace(edition: &Edition<'_>) -> String {
    let document = edition.first();
    let mut name = String::from(OWN);
    let bytes = document.stem.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        // Two hyphens end the stem.
        let is_single = |at: usize| bytes.get(at).is_some_and(|next| *next != b'-');
        let stands = match byte {
            b'-' => at > 0 && is_single(at - 1) && is_single(at + 1),
            byte => byte.is_ascii_alphanumeric(),
        };
        if stands {
            name.push(char::from(*byte));
        } else {
            let _ = write!(name, "_{byte:02x}");
        }
    }
    let lang = match edition {
        Edition::Separate(document) => document.lang.code(),
        Edition::Parallel(_) => "both",
    };
    let _ = write!(name, "--{lang}-");
    name
}

/// The finished fragment.
///
/// # Errors
/// Where what the template prints is not well-formed, or has what only a page may have.
pub fn write_fragment(filled: &str, form: &FragmentForm<'_>) -> Result<String, Vec<Diagnostic>> {
    spend(filled.len() as u64);
    let document = match roxmltree::Document::parse(filled.trim()) {
        Ok(document) => document,
        Err(error) => {
            // Both languages have the fault in one line, if not in one column.
            let line = error.pos().row as usize;
            let told = error.to_string();
            let words = told.rsplit_once(" at ").map_or(&*told, |(words, _)| words);
            let wording = MALFORMED_FRAGMENT.say(
                "malformed",
                given!(template = form.template, line, error = words),
            );
            return Err(vec![Diagnostic::told(None, wording)]);
        }
    };
    let elements = document.descendants().filter(roxmltree::Node::is_element);
    let mut writer = FragmentWriter {
        form,
        ids: elements.filter_map(|it| it.attribute("id")).collect(),
        parts: BTreeSet::new(),
        out: String::with_capacity(filled.len()),
    };
    if !document.root_element().has_attribute("lang") {
        writer.parts.insert(Part::NoLang);
    }
    writer.tree(document.root_element());
    if writer.parts.is_empty() {
        writer.out.push('\n');
        return Ok(writer.out);
    }
    let parts = writer.parts.iter();
    let told = parts.map(|part| Diagnostic::told(None, part.wording(form.template)));
    Err(told.collect())
}

/// What a fragment may not have, or has to have.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Element(String),
    Attribute(String, String),
    NoLang,
}

impl Part {
    fn wording(&self, template: &str) -> Wording {
        match self {
            Part::Element(name) => FRAGMENT_PART.say("element", given!(template, name)),
            Part::Attribute(element, name) => {
                FRAGMENT_PART.say("attribute", given!(template, element, name))
            }
            Part::NoLang => FRAGMENT_PART.say("lang", given!(template)),
        }
    }
}

type Node<'a, 'input> = roxmltree::Node<'a, 'input>;

/// What is still to be written: a node, or the end of an element.
enum Step<'a, 'input> {
    Node(Node<'a, 'input>),
    End(String),
}

struct FragmentWriter<'a, 'input> {
    form: &'a FragmentForm<'a>,
    ids: BTreeSet<&'input str>,
    parts: BTreeSet<Part>,
    out: String,
}

impl<'input> FragmentWriter<'_, 'input> {
    fn tree(&mut self, root: Node<'_, 'input>) {
        // Without recursion, so that no nesting is too deep.
        let mut steps = vec![Step::Node(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::End(name) => {
                    let _ = write!(self.out, "</{name}>");
                }
                Step::Node(node) if node.is_element() => {
                    steps.extend(self.start(node).map(Step::End));
                    steps.extend(node.children().rev().map(Step::Node));
                }
                Step::Node(node) if node.is_text() => {
                    escape(node.text().unwrap_or_default(), &mut self.out);
                }
                Step::Node(_) => {}
            }
        }
    }

    /// Begins an element; gives its name, unless it ends at once.
    fn start(&mut self, node: Node<'_, 'input>) -> Option<String> {
        let own = node.tag_name().name();
        if PAGE.contains(&own) {
            self.parts.insert(Part::Element(own.to_owned()));
        }
        let heading = own.strip_prefix('h').and_then(|it| it.parse::<u8>().ok());
        let level = heading.map(|level| level.saturating_add(self.form.heading_level) - 1);
        let name = match level {
            Some(level) if level <= DEEPEST => format!("h{level}"),
            Some(_) => "p".to_owned(),
            None => own.to_owned(),
        };
        let _ = write!(self.out, "<{name}");
        let around = node.parent_element();
        let space = node.tag_name().namespace();
        if space != around.and_then(|it| it.tag_name().namespace()) {
            self.attribute("xmlns", space.unwrap_or_default());
        }
        let deep = level.filter(|level| *level > DEEPEST);
        if let Some(level) = deep {
            self.attribute("role", "heading");
            self.attribute("aria-level", &level.to_string());
        }
        for attribute in node.attributes() {
            self.attribute_of(node, attribute.name(), attribute.value());
            if attribute.namespace().is_some() {
                self.refuse(node, attribute.name());
            }
        }
        if is_void(own) {
            self.out.push_str("/>");
            return None;
        }
        self.out.push('>');
        // Where nothing draws a box it is a sign.
        if node.attribute("class") == Some("box") && !node.has_children() {
            let parent = node.parent_element().and_then(|it| it.attribute("class"));
            let is_done = parent.is_some_and(|it| it.split(' ').any(|class| class == "done"));
            self.out.push(if is_done { '☑' } else { '☐' });
        }
        Some(name)
    }

    fn refuse(&mut self, node: Node<'_, 'input>, attribute: &str) {
        let element = node.tag_name().name().to_owned();
        let part = Part::Attribute(element, attribute.to_owned());
        self.parts.insert(part);
    }

    fn attribute_of(&mut self, node: Node<'_, 'input>, name: &str, value: &str) {
        let all = |make: &dyn Fn(&str) -> String| {
            let made: Vec<String> = value.split_ascii_whitespace().map(make).collect();
            made.join(" ")
        };
        match name {
            "style" => self.refuse(node, name),
            name if name.starts_with("on") => self.refuse(node, name),
            "class" => self.attribute(name, &all(&|class| format!("{OWN}{class}"))),
            "id" => self.attribute(name, &format!("{}{value}", self.form.namespace)),
            name if REFERENCES.contains(&name) => {
                let referred = all(&|id| self.referred(id).unwrap_or_else(|| id.to_owned()));
                self.attribute(name, &referred);
            }
            "href" | "src" => {
                let anchor = value.strip_prefix('#').and_then(|id| self.referred(id));
                let anchor = anchor.map(|id| format!("#{id}"));
                let written = anchor.unwrap_or_else(|| self.address(value));
                self.attribute(name, &written);
            }
            _ => self.attribute(name, value),
        }
    }

    /// The id in the fragment of an element of it.
    fn referred(&self, id: &str) -> Option<String> {
        let is_own = self.ids.contains(id);
        is_own.then(|| format!("{}{id}", self.form.namespace))
    }

    fn address(&self, written: &str) -> String {
        match &self.form.assets {
            Some((prefix, copies)) if copies.contains(written) => {
                format!("{}{written}", prefix.as_str())
            }
            _ => written.to_owned(),
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.out, " {name}=\"");
        escape(value, &mut self.out);
        self.out.push('"');
    }
}

/// Writes characters so that they are text, in content and in attributes.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(heading_level: u8) -> FragmentForm<'static> {
        FragmentForm {
            template: "templates/memo.fragment.html",
            namespace: "bimemo-a--en-".to_owned(),
            heading_level,
            assets: None,
        }
    }

    fn written(filled: &str, heading_level: u8) -> String {
        write_fragment(filled, &form(heading_level)).expect("it can be written")
    }

    #[test]
    fn names_get_the_prefix_of_the_fragment() {
        let filled = "<div lang=\"en-CA\" class=\"a b\"><p id=\"x\">1 &lt; 2 &amp; 3</p>\
                      <a href=\"#x\">up</a><a href=\"#elsewhere\" aria-labelledby=\"x y\">?</a>\
                      <span class=\"gap\"></span><br/></div>";
        let wanted = "<div lang=\"en-CA\" class=\"bimemo-a bimemo-b\"><p id=\"bimemo-a--en-x\">1 &lt; 2 &amp; 3</p>\
                      <a href=\"#bimemo-a--en-x\">up</a><a href=\"#elsewhere\" aria-labelledby=\"bimemo-a--en-x y\">?</a>\
                      <span class=\"bimemo-gap\"></span><br/></div>\n";
        assert_eq!(written(filled, 1), wanted);
    }

    #[test]
    fn headings_begin_where_it_is_said_and_go_on_below_the_sixth_level() {
        let filled = "<div lang=\"en\"><h1>A</h1><h2 class=\"k\">B</h2><h6>C</h6></div>";
        assert_eq!(
            written(filled, 5),
            "<div lang=\"en\"><h5>A</h5><h6 class=\"bimemo-k\">B</h6>\
             <p role=\"heading\" aria-level=\"10\">C</p></div>\n"
        );
    }

    #[test]
    fn a_box_is_a_sign() {
        let filled = "<ul lang=\"fr\"><li class=\"task done\"><span class=\"box\"></span>a</li>\
                      <li class=\"task\"><span class=\"box\"></span>b</li></ul>";
        let written = written(filled, 1);
        assert!(written.contains("<span class=\"bimemo-box\">☑</span>a"));
        assert!(written.contains("<span class=\"bimemo-box\">☐</span>b"));
    }

    #[test]
    fn what_only_a_page_may_have_is_refused() {
        let told = |filled: &str| -> Vec<String> {
            let faults = write_fragment(filled, &form(1)).expect_err("it is refused");
            faults
                .into_iter()
                .map(|it| format!("{} {}", it.code.id, it.message))
                .collect()
        };
        let filled = "<div><style>p { color: red }</style><p style=\"a\" onclick=\"b\">c</p></div>";
        let found = told(filled);
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found.iter().all(|it| it.starts_with("W171 ")), "{found:?}");
        let found = told("<div lang=\"en\"><p>a<br></p></div>");
        assert!(
            found.len() == 1 && found[0].starts_with("W170 "),
            "{found:?}"
        );
    }
}
