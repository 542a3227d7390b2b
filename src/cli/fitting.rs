//! How documents are fitted into what publishes them, from the command line.

use crate::args::RenderOptions;
use bimemo::press::{Fitting, Format};

impl RenderOptions {
    /// What is asked for, where it is of use for the formats that are.
    pub fn fitting(&self) -> Result<Fitting, String> {
        let has = |formats: &[Format]| formats.iter().any(|it| self.format.contains(it));
        let needed = |option: &str, of: &str, format: &str| {
            Err(format!("{option} is for {of}: add `{format}` to --format"))
        };
        if self.front_matter.is_some() && !has(&[Format::Markdown]) {
            return needed("--front-matter", "Markdown", "md");
        }
        if self.heading_level.is_some() && !has(&[Format::Fragment]) {
            return needed("--heading-level", "fragments", "fragment");
        }
        let with_prefix = [Format::Markdown, Format::Fragment, Format::Json];
        if self.asset_prefix.is_some() && !has(&with_prefix) {
            let of = "Markdown, fragments and JSON";
            return needed("--asset-prefix", of, "md`, `fragment` or `json");
        }
        let usual = Fitting::default();
        Ok(Fitting {
            heading_level: self.heading_level.unwrap_or(usual.heading_level),
            front_matter: self.front_matter,
            asset_prefix: self.asset_prefix.clone(),
        })
    }
}
