//! From nothing to a memo: a workspace, a new memo in it, and what the binary carries.

mod defaults;
mod init;
mod new;

pub use defaults::{DefaultsOptions, run as defaults};
pub use init::{InitOptions, run as init};
pub use new::{NewOptions, run as new};
