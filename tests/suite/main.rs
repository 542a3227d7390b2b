//! The tests that look at bimemo from outside: its sources, its table of codes, its
//! documents and its command line.

mod codes;
mod determinism;
mod faults;
mod goldens;
mod icu;
mod layering;
mod pages_dump;
mod parity;
mod paths;
mod reference;
mod robustness;
mod stage;
mod transcripts;
