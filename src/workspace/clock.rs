//! The clock of the machine.

/// Today, where the machine is, as `2026-04-30`: the one place where the clock is asked, for
/// what a person begins and never for what a document prints.
pub fn today() -> String {
    jiff::Zoned::now().date().to_string()
}
