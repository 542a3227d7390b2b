//! How findings are shown: one renderer per format, each a pure function from
//! findings to text. Printing is the command's business.

mod concise;
mod explain;
mod github;
mod human;
mod json;
mod place;
mod sarif;
mod shown;
#[cfg(test)]
mod tests;

use crate::args::OutputFormat;
use bimemo::diagnostic::Diagnostic;

pub use explain::{explanation, retired};
pub use json::object;
pub use place::{from_here, one_line};

/// How text that people read is to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether the human format uses ANSI colours.
    pub colour: bool,
    /// How many columns the human format may fill; longer lines of source are cut
    /// around the mark.
    pub width: usize,
    /// The way from the current folder to the workspace's root, `/` between
    /// folders, empty where they are the same. It stands before the paths that people read;
    /// those of `json` are relative to the root.
    pub prefix: String,
    /// The way to the root from the folder that services know, a repository: before the
    /// paths of `sarif` and `github`. None where there is no such folder.
    pub from_base: Option<String>,
    /// How many findings the human format shows in full; the rest are counted by their
    /// rule.
    pub most: usize,
}

/// The columns that the human format fills where no terminal says otherwise.
pub const DEFAULT_WIDTH: usize = 120;

impl Default for Look {
    fn default() -> Look {
        Look {
            colour: false,
            width: DEFAULT_WIDTH,
            prefix: String::new(),
            from_base: None,
            most: usize::MAX,
        }
    }
}

/// The findings in one format, in their order. Every line ends with a line break; no
/// findings give nothing, but for SARIF, where they give a log without results.
pub fn findings(format: OutputFormat, findings: &[Diagnostic], look: &Look) -> String {
    match format {
        OutputFormat::Human => human::render(findings, look),
        OutputFormat::Concise => concise::render(findings, look),
        OutputFormat::Json => json::render(findings),
        OutputFormat::Sarif => {
            sarif::render(findings, look.from_base.as_deref().unwrap_or_default())
        }
        OutputFormat::Github => github::render(findings, look),
    }
}
