//! What a command prints. A reader that goes away early, such as `head`, is no error.

use std::io::{self, BufWriter, ErrorKind, Stdout, Write};

use super::Failure;

/// Standard output, for much text.
pub(super) struct Output(BufWriter<Stdout>);

/// Whether anybody still reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    Listening,
    Gone,
}

impl Output {
    pub(super) fn new() -> Output {
        Output(BufWriter::new(io::stdout()))
    }

    /// Prints a part of what there is to say.
    pub(super) fn print(&mut self, text: &str) -> Result<Reader, Failure> {
        told(self.0.write_all(text.as_bytes()))
    }

    /// Sees to it that everything is out.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        let result = told(self.0.flush()).map(|_| ());
        // What could not be written will not be written later either: nothing is left for the drop.
        let (_, _) = self.0.into_parts();
        result
    }
}

/// Says something on standard error; where that is gone, there is nobody to tell.
pub(super) fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Whether somebody read it.
pub(super) fn told(result: io::Result<()>) -> Result<Reader, Failure> {
    match result {
        Ok(()) => Ok(Reader::Listening),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Reader::Gone),
        Err(error) => Err(Failure::Broken(format!("the output could not be written: {error}"))),
    }
}
