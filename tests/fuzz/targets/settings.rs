#![no_main]
//! See `tests/suite/fuzzed/bodies/settings.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| bimemo_fuzz::bodies::run("settings", data));
