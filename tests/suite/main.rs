//! The tests that look at bimemo from outside: its sources, its table of codes, its
//! documents and its command line.

mod codes;
mod determinism;
mod examples;
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
mod nothing_lost;
mod pages_dump;
mod parity;
mod paths;
mod proof;
mod read_back;
mod reference;
mod robustness;
mod rule_examples;
mod stage;
mod transcripts;
mod values_kept;
