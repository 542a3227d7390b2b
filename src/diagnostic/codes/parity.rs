//! `P…`: English–French parity.

use super::{Code, Severity};

codes! {
    /// A text that has no words in one of the memo's languages.
    ///
    /// ## Why it matters
    /// Both official languages stand equal: a memo leaves whole in each, and English
    /// never stands silently where French is missing, nor the other way round. With
    /// `--draft` the gap is marked in the document.
    ///
    /// ## Example
    /// ```yaml
    /// subject:
    ///   en: Spring update          # and `fr:`?
    /// ```
    ///
    /// ## How to silence it
    /// Write the translation; or `languages: [en]` in a memo that exists in one
    /// language on purpose; or, for a name, a code or an address that is the same in
    /// both languages, a plain string in the place of `en:` and `fr:`.
    MISSING_TRANSLATION = "P001", "missing-translation", Error;
}
