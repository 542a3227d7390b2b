//! The tests that look at bimemo from outside: its sources, its table of codes, its
//! documents and its command line.

mod codes;
mod determinism;
mod fact_words;
mod facts;
mod faults;
mod goldens;
mod icu;
mod layering;
mod locale;
mod locale_check;
mod manual;
mod mends;
mod pages_dump;
mod parity;
mod paths;
mod proof;
mod read_back;
mod reference;
mod robustness;
mod slips;
mod stage;
mod transcripts;
