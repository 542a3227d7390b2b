//! What pages have of style and script in them, as those who serve them must name it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The hash of what stands in a page's only element of this name, `style` or `script`, as a
/// Content-Security-Policy names it: `sha256-…` (CSP 3, 2.3.1). None where there is none, where
/// there are several, and where the element names a file.
pub fn inline_hash(page: &str, element: &str) -> Option<String> {
    let open = format!("<{element}");
    let mut found = page.match_indices(&open).filter_map(|(at, _)| {
        let rest = page.get(at + open.len()..)?;
        let (attributes, rest) = rest.split_once('>')?;
        let is_named = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        // Data is run by nobody, and its hash is not asked for (HTML, 4.12.1).
        let is_data = attributes.contains("application/ld+json");
        (is_named && !is_data).then_some((attributes, rest))
    });
    let (attributes, rest) = found.next()?;
    if found.next().is_some() || attributes.contains("src") {
        return None;
    }
    let (content, _) = rest.split_once(&format!("</{element}>"))?;
    Some(format!(
        "sha256-{}",
        STANDARD.encode(Sha256::digest(content))
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_an_element_has_the_hash_that_browsers_compute() {
        // The example of CSP 3, section 8.3.
        let page = "<script>alert('Hello, world.');</script>";
        let hash = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
        assert_eq!(inline_hash(page, "script").as_deref(), Some(hash));
        assert_eq!(inline_hash(page, "style"), None);
        let data = format!("<script type=\"application/ld+json\">{{}}</script>{page}");
        assert_eq!(inline_hash(&data, "script").as_deref(), Some(hash));
        assert_eq!(inline_hash(&page.repeat(2), "script"), None);
        assert_eq!(inline_hash("<scripts>a</scripts>", "script"), None);
        assert_eq!(inline_hash("<script src=\"a\"></script>", "script"), None);
    }
}
