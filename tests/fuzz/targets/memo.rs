#![no_main]
//! See `tests/suite/fuzzed/bodies/memo.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| bimemo_fuzz::bodies::run("memo", data));
