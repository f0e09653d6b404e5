//! The program under test, while it runs: its lines as they come.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// A service works for three seconds; a busy machine takes its time.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Running {
    child: Child,
    output: Receiver<String>,
    errors: Receiver<String>,
}

pub(crate) fn bridge(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bridge"));
    command.args(arguments).stdin(Stdio::null()).env_remove("BRIDGE_REDIS").env_remove("BRIDGE_KEY");
    command
}

/// Runs it to its end: exit code, output, errors.
pub(crate) fn run(command: &mut Command) -> (Option<i32>, String, String) {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

impl Running {
    pub(crate) fn start(command: &mut Command) -> Running {
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("the program starts");
        let output = lines(child.stdout.take().expect("its output"));
        let errors = lines(child.stderr.take().expect("its errors"));
        Running { child, output, errors }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// The next line is this one.
    pub(crate) fn expect_line(&mut self, line: &str) {
        assert_eq!(self.output.recv_timeout(PATIENCE).expect("another line"), line);
    }

    /// The next line on standard error begins so.
    pub(crate) fn expect_error(&mut self, begin: &str) {
        let line = self.errors.recv_timeout(PATIENCE).expect("another line on standard error");
        assert!(line.starts_with(begin), "{line}");
    }

    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.expect("kill is there").success());
    }

    /// Its exit code, and what it still said.
    pub(crate) fn end(mut self) -> (Option<i32>, String, String) {
        let rest = |lines: &Receiver<String>| {
            let mut text = String::new();
            while let Ok(line) = lines.recv_timeout(PATIENCE) {
                text += &(line + "\n");
            }
            text
        };
        let (output, errors) = (rest(&self.output), rest(&self.errors));
        (self.child.wait().expect("it ends").code(), output, errors)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}
