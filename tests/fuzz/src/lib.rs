//! The bodies of the fuzzing targets, which the suite replays with what was found.

#[path = "../../suite/fuzzed/bodies/mod.rs"]
pub mod bodies;
#[allow(dead_code, reason = "the suite uses more of it")]
#[path = "../../suite/printed.rs"]
mod printed;
