//! What a service says: the tutorial's lines on standard output, and what the tutorial has no line for beside them.

use std::io::{self, Write};

use crate::cli::Failure;
use crate::cli::output::{Reader, told};

/// Two streams of lines.
pub(super) struct Console {
    output: Box<dyn Write>,
    errors: Box<dyn Write>,
}

impl Console {
    pub(super) fn new(output: impl Write + 'static, errors: impl Write + 'static) -> Console {
        Console { output: Box::new(output), errors: Box::new(errors) }
    }

    pub(super) fn of_this_program() -> Console {
        Console::new(io::stdout(), io::stderr())
    }

    /// A line as the tutorial's program prints it, at once.
    pub(super) fn say(&mut self, line: &str) -> Result<Reader, Failure> {
        told(writeln!(self.output, "{line}").and_then(|()| self.output.flush()))
    }

    /// A line that the tutorial's program does not have. Where nobody listens, there is nobody to tell.
    pub(super) fn remark(&mut self, line: &str) {
        let _ = writeln!(self.errors, "{line}");
    }
}

/// `ORDER` as the tutorial's programs print it: `Order`.
pub(super) fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters.map(|letter| letter.to_ascii_lowercase())).collect()
}
