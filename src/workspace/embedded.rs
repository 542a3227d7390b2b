//! The defaults in the binary: the repository's own `locales/` and `templates/`.

use rust_embed::{Embed, EmbeddedFile};
use std::borrow::Cow;

#[derive(Embed)]
#[folder = "locales/"]
#[prefix = "locales/"]
struct Locales;

#[derive(Embed)]
#[folder = "templates/"]
#[prefix = "templates/"]
struct Templates;

/// The bytes of a default.
pub fn default_file(path: &str) -> Option<Cow<'static, [u8]>> {
    let file: EmbeddedFile = Locales::get(path).or_else(|| Templates::get(path))?;
    Some(file.data)
}

/// The paths of the defaults in the binary, sorted.
pub fn default_files() -> Vec<String> {
    let mut paths: Vec<String> = Locales::iter()
        .chain(Templates::iter())
        .map(Cow::into_owned)
        .collect();
    paths.sort();
    paths
}
