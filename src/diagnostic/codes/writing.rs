//! `W…`: templates, theme, fonts and files.

use super::{Code, Severity};

codes! {
    /// A text file whose bytes are not UTF-8.
    ///
    /// ## Why it matters
    /// Read as something else, `é` becomes `Ã©` in every document.
    ///
    /// ## Example
    /// A memo saved by an older editor as Windows-1252, where `é` is the byte 0xE9.
    /// Save it again as UTF-8.
    NOT_UTF8 = "W301", "not-utf8", Error;

    /// Two memos of the workspace have one file stem, or stems that differ only in
    /// capitals.
    ///
    /// ## Why it matters
    /// The stem is the memo's id and names its documents: the second memo would
    /// overwrite the documents of the first.
    ///
    /// ## Example
    /// `memos/2026/update.yaml` and `memos/2025/update.yaml` both write
    /// `out/update.en.pdf`. Rename one of them.
    DUPLICATE_STEM = "W302", "duplicate-stem", Error;
}
