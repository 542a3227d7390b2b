//! The bodies of the fuzzing targets: what is done with bytes that nobody meant, and what
//! must hold of it. cargo-fuzz calls them with inputs that it makes up (tests/fuzz/), the
//! suite with those that are kept (tests/fuzz/corpus/).

mod drawing;
mod ftl;
mod inert;
mod markdown;
mod memo;
mod placed;
mod print;
mod room;
mod settings;
mod theme;

pub use memo::assert_opens;

/// What is done with an input.
type Body = fn(&[u8]);

/// Every target: its name and its body.
pub const TARGETS: [(&str, Body); 7] = [
    ("memo", memo::run),
    ("ftl", ftl::run),
    ("markdown", markdown::run),
    ("print", print::run),
    ("theme", theme::run),
    ("drawing", drawing::run),
    ("settings", settings::run),
];

/// Does with an input what the target of this name does.
pub fn run(target: &str, data: &[u8]) {
    let (_, body) = TARGETS
        .iter()
        .find(|(name, _)| *name == target)
        .expect("a target has this name");
    body(data);
}
