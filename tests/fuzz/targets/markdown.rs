#![no_main]
//! See `tests/suite/fuzzed/bodies/markdown.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| bimemo_fuzz::bodies::run("markdown", data));
