//! The tests that look at bimemo from outside: its sources, its table of codes, its
//! documents and its command line.

mod agreement;
mod attacks;
mod circles;
mod clear_print;
mod codes;
mod determinism;
mod examples;
mod fact_words;
mod facts;
mod faults;
mod forms;
mod french;
mod gate;
mod goldens;

mod headings;
#[path = "../hostile/mod.rs"]
mod hostile;
mod icu;
mod inside;
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
mod outcome;
mod outputs;
mod page_ends;
mod pages_dump;
mod parity;
mod paths;
mod phrases;
mod printed;
mod proof;
mod read_back;
mod reference;
mod robustness;
mod rule_examples;
mod same_words;
mod signals;
mod slips;
mod specifications;
mod stage;
mod transcripts;
mod unicode;
mod upgrading;
mod values_kept;
mod yaml;
