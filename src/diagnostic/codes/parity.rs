//! `P…`: English–French parity.

use super::{Code, Severity};

codes! {}
