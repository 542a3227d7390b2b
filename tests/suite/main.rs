//! The tests that look at bimemo from outside: its sources, its table of codes, its
//! documents and its command line.

mod codes;
mod layering;
mod paths;
mod reference;
mod robustness;
mod stage;
mod transcripts;
