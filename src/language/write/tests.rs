//! What the tests of several formats need.

use super::options::{CallOptions, OptionFault};

/// The options of a call.
///
/// # Errors
///
/// Every fault of every option.
pub(super) fn parse<O: CallOptions>(pairs: &[(&str, &str)]) -> Result<O, Vec<OptionFault>> {
    let mut options = O::default();
    let set = |(name, value): &(&str, &str)| options.set(name, value).err();
    let mut faults: Vec<OptionFault> = pairs.iter().filter_map(set).collect();
    faults.extend(options.conflicts());
    if faults.is_empty() {
        Ok(options)
    } else {
        Err(faults)
    }
}

/// The options of a call without a fault.
pub(super) fn options<O: CallOptions>(pairs: &[(&str, &str)]) -> O {
    parse(pairs).expect("options")
}
