//! `T…`: typography.

use super::{Code, Severity};

codes! {}
