#![no_main]
//! See `tests/suite/fuzzed/bodies/ftl.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| bimemo_fuzz::bodies::run("ftl", data));
