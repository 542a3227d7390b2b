//! Markdown: what is left to do after the template.

mod front_matter;

pub use front_matter::{FrontMatter, with_front_matter};

use crate::document::markdown::copies::prefix_copies;
use crate::document::markdown::dialects::plain_to_all;
use crate::document::markdown::lines::tidy;
use crate::document::markup::ShownPicture;
use crate::document::{AssetPrefix, Document, Edition};
use std::collections::BTreeMap;

/// The finished file: blank lines that templates leave are one, lines have no
/// spaces at their ends, other readers of Markdown than CommonMark's take nothing for
/// what it is not, and the file ends in a line break.
pub fn write_markdown(filled: &str) -> String {
    let mut file = plain_to_all(&tidy(filled));
    if !file.is_empty() {
        file.push('\n');
    }
    file
}

/// The file for who has the copies of an edition's files at `prefix`.
pub fn with_asset_prefix(markdown: &str, edition: &Edition<'_>, prefix: &AssetPrefix) -> String {
    let documents = edition.columns().iter();
    let copies = documents.flat_map(|document| document.copy_hrefs());
    prefix_copies(markdown, prefix, &copies.collect())
}

/// What stands in the place of pictures' paths: the paths of their copies beside
/// the output.
pub fn picture_paths(document: &Document) -> BTreeMap<String, ShownPicture> {
    document
        .files
        .iter()
        .filter(|file| file.picture)
        .map(|file| {
            let src = document.copy_href(file);
            (file.path.clone(), ShownPicture { src, size: None })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::write_markdown;

    #[test]
    fn a_file_ends_in_one_line_break() {
        assert_eq!(write_markdown("\n\n# A  \n\n\n\nb\n\n"), "# A\n\nb\n");
        assert_eq!(write_markdown("\n"), "");
    }
}
