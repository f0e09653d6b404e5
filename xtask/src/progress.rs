//! Says what is being done, and for how long already. A terminal gets one moving line below the others; anything
//! else, such as a CI log, gets a line for each running step every 15 seconds.

use anyhow::Result;
use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

const TICK: Duration = Duration::from_millis(250);
const REPEAT_AFTER: Duration = Duration::from_secs(15);
/// The moving line must not wrap, or it could not be wiped out again.
const NARROWEST_TERMINAL: usize = 79;

/// The running steps of all threads.
#[derive(Debug)]
pub(crate) struct Progress {
    board: Arc<Mutex<Board>>,
}

/// One step, while it runs.
#[derive(Debug)]
pub(crate) struct Step {
    board: Arc<Mutex<Board>>,
    id: u64,
}

impl Progress {
    /// Starts with no step, and begins to tick.
    pub(crate) fn start() -> Self {
        let surface = if io::stderr().is_terminal() { Surface::Terminal } else { Surface::Log };
        let board = Arc::new(Mutex::new(Board { surface, next_id: 0, running: Vec::new() }));
        let ticking = Arc::downgrade(&board);
        thread::spawn(move || tick(&ticking));
        Self { board }
    }

    /// Runs a step from its first line to its last.
    pub(crate) fn during<T>(
        &self,
        name: &str,
        doing: &str,
        work: impl FnOnce(&Step) -> Result<T>,
    ) -> Result<T> {
        let id = lock(&self.board).begin(name, doing);
        let step = Step { board: Arc::clone(&self.board), id };
        let outcome = work(&step);
        lock(&self.board).end(id, if outcome.is_ok() { "done" } else { "failed" });
        outcome
    }

    /// Says something that took no time.
    pub(crate) fn note(&self, name: &str, what: &str) {
        lock(&self.board).print(Duration::ZERO, name, what);
    }
}

impl Step {
    /// Says that the step has come to its next part.
    pub(crate) fn now(&self, doing: &str) {
        lock(&self.board).change(self.id, doing);
    }

    /// The step's children write to the terminal themselves from here on, so the moving line would be in their way.
    pub(crate) fn hand_over_the_terminal(&self) {
        lock(&self.board).hand_over();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Surface {
    Terminal,
    Log,
}

#[derive(Debug)]
struct Board {
    surface: Surface,
    next_id: u64,
    running: Vec<Running>,
}

#[derive(Debug)]
struct Running {
    id: u64,
    name: String,
    doing: String,
    started: Instant,
    last_said: Instant,
}

impl Board {
    fn begin(&mut self, name: &str, doing: &str) -> u64 {
        let (id, now) = (self.next_id, Instant::now());
        self.next_id += 1;
        self.print(Duration::ZERO, name, doing);
        self.running.push(Running {
            id,
            name: name.to_owned(),
            doing: doing.to_owned(),
            started: now,
            last_said: now,
        });
        id
    }

    fn change(&mut self, id: u64, doing: &str) {
        let now = Instant::now();
        let Some(running) = self.running.iter_mut().find(|running| running.id == id) else {
            return;
        };
        doing.clone_into(&mut running.doing);
        running.last_said = now;
        let (elapsed, name) = (now - running.started, running.name.clone());
        self.print(elapsed, &name, doing);
    }

    fn end(&mut self, id: u64, how: &str) {
        let Some(place) = self.running.iter().position(|running| running.id == id) else {
            return;
        };
        let ended = self.running.remove(place);
        self.print(ended.started.elapsed(), &ended.name, how);
    }

    fn hand_over(&mut self) {
        self.wipe();
        self.surface = Surface::Log;
    }

    fn print(&self, elapsed: Duration, name: &str, what: &str) {
        self.wipe();
        eprintln!("{:>7.1} s  {name}: {what}", elapsed.as_secs_f64());
    }

    fn wipe(&self) {
        if self.surface == Surface::Terminal {
            eprint!("\r\x1b[2K");
        }
    }

    fn tick(&mut self, now: Instant) {
        match self.surface {
            Surface::Terminal if self.running.is_empty() => {}
            Surface::Terminal => {
                let line: Vec<String> = self
                    .running
                    .iter()
                    .map(|r| format!("{} s {}", (now - r.started).as_secs(), r.name))
                    .collect();
                let line: String = line.join("   ").chars().take(NARROWEST_TERMINAL).collect();
                eprint!("\r\x1b[2K{line}");
                // A terminal that is gone will fail every other line too; the work itself need not stop for it.
                let _ = io::stderr().flush();
            }
            Surface::Log => {
                let due = |running: &&mut Running| now - running.last_said >= REPEAT_AFTER;
                for running in self.running.iter_mut().filter(due) {
                    running.last_said = now;
                    eprintln!(
                        "{:>7.1} s  {}: {}",
                        (now - running.started).as_secs_f64(),
                        running.name,
                        running.doing
                    );
                }
            }
        }
    }
}

/// A step that panicked has left nothing half done on the board.
fn lock(board: &Mutex<Board>) -> MutexGuard<'_, Board> {
    board.lock().unwrap_or_else(PoisonError::into_inner)
}

fn tick(board: &Weak<Mutex<Board>>) {
    while let Some(board) = board.upgrade() {
        lock(&board).tick(Instant::now());
        drop(board);
        thread::sleep(TICK);
    }
}
