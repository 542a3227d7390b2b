//! The phases in order: what all memos share is loaded once ([`Press::load`]), then
//! each memo is composed into documents ([`Press::compose`]) and each document is
//! set in its formats ([`Press::set`]).

mod characters;
pub mod codes;
mod compose;
mod describe;
mod directions;
mod edition;
mod files;
mod findings;
mod fitting;
mod format;
mod kept;
mod labour;
mod load;
mod locales;
mod machine;
pub mod manifest;
mod printable;
pub mod recall;
mod release;
mod set;
mod successor;
#[cfg(test)]
mod tests;
mod written;

pub use edition::{Layout, file_name, parallel_file_name};
pub use findings::{put_in_order, set_aside_print, stops};
pub use fitting::Fitting;
pub use format::{Format, Release};
pub use load::{Menders, load_menders};
pub use machine::{Composition, Press};
pub use release::{
    Options, Rendering, check, command_failed, internal_fault, left_over, out_of_date, render,
    too_much_work, would_change,
};
pub use set::OutputFile;
