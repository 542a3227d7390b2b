//! How documents are fitted into what publishes them: the formats that others make pages of.

use super::codes::GENERATOR_INSTRUCTION;
use super::{Format, Press, file_name, written};
use crate::diagnostic::Diagnostic;
use crate::document::markup::ShownPicture;
use crate::document::{AssetPrefix, Edition, path_href};
use crate::output::html::{FragmentForm, fragment_namespace, picture_data, write_fragment};
use crate::output::json::{JsonExtras, write_json};
use crate::output::markdown::{FrontMatter, with_asset_prefix, with_front_matter, write_markdown};
use crate::template::{Extras, Target};
use crate::workspace::Workspace;
use std::collections::BTreeMap;

/// How documents are fitted into what publishes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting {
    /// The level of the first heading of a fragment, from 1 to 6.
    pub heading_level: u8,
    /// Which generator of sites the front matter of Markdown is for; without one there is
    /// none.
    pub front_matter: Option<FrontMatter>,
    /// What stands before the addresses of pictures and linked files in Markdown, fragments
    /// and JSON; without it they are relative, and a fragment has its pictures in it.
    pub asset_prefix: Option<AssetPrefix>,
}

/// Below the heading of the page that a fragment is put into.
impl Default for Fitting {
    fn default() -> Fitting {
        Fitting {
            heading_level: 2,
            front_matter: None,
            asset_prefix: None,
        }
    }
}

impl Fitting {
    /// Whether a format has the pictures of a document in it.
    pub(super) fn holds_pictures(&self, format: Format) -> bool {
        match format {
            Format::Markdown | Format::Json => false,
            Format::Html | Format::Pdf => true,
            Format::Fragment => self.asset_prefix.is_none(),
        }
    }
}

impl Press {
    /// An edition as Markdown.
    pub(super) fn fitted_markdown(
        &self,
        edition: &Edition<'_>,
        fitting: &Fitting,
    ) -> Result<String, Vec<Diagnostic>> {
        let mut file = write_markdown(&self.fill_markdown(edition)?);
        if let Some(prefix) = &fitting.asset_prefix {
            file = with_asset_prefix(&file, edition, prefix);
        }
        if let Some(generator) = fitting.front_matter {
            if let Some(instruction) = generator.instruction_in(&file) {
                return Err(vec![self.instruction(edition, generator, instruction)]);
            }
            file = with_front_matter(&file, edition.first(), generator);
        }
        Ok(file)
    }

    /// The finding for words that a generator of sites would take for an instruction.
    fn instruction(
        &self,
        edition: &Edition<'_>,
        generator: FrontMatter,
        instruction: &str,
    ) -> Diagnostic {
        let origin = written::find(edition.columns(), instruction);
        let span = origin.map(|origin| self.span(origin));
        let shown: String = instruction.chars().take(40).collect();
        let wording =
            GENERATOR_INSTRUCTION.say("instruction", given!(shown, generator = generator.name()));
        Diagnostic::told(span, wording)
    }

    /// An edition as the article of a page.
    pub(super) fn fragment(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
        fitting: &Fitting,
    ) -> Result<String, Vec<Diagnostic>> {
        let prefix = fitting.asset_prefix.as_ref();
        let mut pictures = self.shown_pictures(workspace, edition)?;
        if prefix.is_some() {
            for document in edition.columns() {
                for file in document.files.iter().filter(|file| file.picture) {
                    let size = pictures.get(&file.path).and_then(|it| it.size);
                    let src = document.asset_href(file, prefix);
                    pictures.insert(file.path.clone(), ShownPicture { src, size });
                }
            }
        }
        let extras = Extras {
            pictures,
            numbers: self.theme.labels.number_patterns(),
            successor: Press::successor_links(edition, Format::Fragment),
            ..Extras::default()
        };
        let filled = self.filled(edition, Target::Fragment, &extras)?;
        let documents = edition.columns().iter();
        let copies = documents.flat_map(|document| document.copy_hrefs());
        let form = FragmentForm {
            template: &self.templates.path(edition, Target::Fragment),
            namespace: fragment_namespace(edition),
            heading_level: fitting.heading_level,
            assets: prefix.map(|prefix| (prefix, copies.collect())),
        };
        write_fragment(&filled, &form)
    }

    /// An edition as data.
    pub(super) fn json(edition: &Edition<'_>, fitting: &Fitting) -> String {
        let counterpart = match edition {
            Edition::Separate(document) if document.bilingual => {
                let name = file_name(&document.stem, document.lang.other(), Format::Json);
                Some(path_href(&name))
            }
            _ => None,
        };
        let extras = JsonExtras {
            assets: fitting.asset_prefix.as_ref(),
            counterpart,
            successor: Press::successor_links(edition, Format::Json),
        };
        write_json(edition, &extras)
    }

    /// The pictures of an edition as data URIs, by their paths.
    pub(super) fn shown_pictures(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
    ) -> Result<BTreeMap<String, ShownPicture>, Vec<Diagnostic>> {
        let mut pictures = BTreeMap::new();
        for document in edition.columns() {
            for (file, bytes) in self.outgoing(workspace, document, |file| file.picture)? {
                let size = self.files.size(file, &bytes);
                let src = picture_data(&file.path, bytes);
                pictures.insert(file.path.clone(), ShownPicture { src, size });
            }
        }
        Ok(pictures)
    }
}
