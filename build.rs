//! Rebuilds the crate when a default that it embeds is added or removed.

fn main() {
    for folder in ["locales", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
