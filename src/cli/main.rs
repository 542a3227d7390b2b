//! The `bimemo` command.

fn main() {}
