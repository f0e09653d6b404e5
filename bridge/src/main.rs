//! The `bridge` program: reads its command line and hands over to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    bridge::cli::run()
}
