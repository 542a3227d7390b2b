//! The tests that look at bimemo from outside: its sources, its table of codes, its
//! documents and its command line.

mod attacks;
mod codes;
mod determinism;
mod examples;
mod fact_words;
mod facts;
mod faults;
mod goldens;
mod icu;
mod kept;
mod layering;
mod locale;
mod locale_check;
mod manual;
mod markup;
mod mend_cases;
mod mend_markup;
mod mends;
mod nothing_lost;
mod outputs;
mod pages_dump;
mod parity;
mod paths;
mod printed;
mod proof;
mod read_back;
mod reference;
mod robustness;
mod rule_examples;
mod same_words;
mod specifications;
mod stage;
mod transcripts;
mod unicode;
mod values_kept;
