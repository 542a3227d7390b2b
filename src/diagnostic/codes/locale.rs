//! `L…`: Fluent resources.

use super::{Code, Severity};

codes! {}
