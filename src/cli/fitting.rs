//! How documents are fitted into what publishes them, from the command line.

use crate::args::RenderOptions;
use crate::words::said;
use bimemo::press::{Fitting, Format};

impl RenderOptions {
    /// What is asked for, where it is of use for the formats that are.
    pub fn fitting(&self) -> Result<Fitting, String> {
        let has = |formats: &[Format]| formats.iter().any(|it| self.format.contains(it));
        if self.front_matter.is_some() && !has(&[Format::Markdown]) {
            return Err(said("needs-markdown", &[]));
        }
        if self.heading_level.is_some() && !has(&[Format::Fragment]) {
            return Err(said("needs-fragment", &[]));
        }
        let with_copies = [Format::Markdown, Format::Fragment, Format::Json];
        if self.asset_prefix.is_some() && !has(&with_copies) {
            return Err(said("needs-copies", &[]));
        }
        let usual = Fitting::default();
        Ok(Fitting {
            heading_level: self.heading_level.unwrap_or(usual.heading_level),
            front_matter: self.front_matter,
            asset_prefix: self.asset_prefix.clone(),
        })
    }
}
