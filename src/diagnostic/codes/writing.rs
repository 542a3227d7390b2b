//! `W…`: templates, theme, fonts and files.

use super::{Code, Severity};

codes! {}
