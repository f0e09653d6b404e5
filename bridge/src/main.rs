//! The `bridge` program: reads its command line and hands over to the library.

fn main() {}
