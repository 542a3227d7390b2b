//! `Y…`: YAML and the schema of memos, letterheads, settings and themes.

use super::{Code, Severity};

codes! {
    /// A key that this mapping does not have.
    ///
    /// ## Why it matters
    /// A misspelt key would be lost without a word: the memo would leave without
    /// its `recipients`.
    ///
    /// ## Example
    /// ```yaml
    /// recepients:          # did you mean `recipients`?
    ///   - Service partners
    /// ```
    UNKNOWN_KEY = "Y010", "unknown-key", Error;
}
