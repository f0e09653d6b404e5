//! A service against a store that does what a test tells it, in a time that passes as fast as it can.

use std::future::{self, Future};
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use event_pattern::scenario::BuiltIn;
use event_pattern::trace::{Driver, Trace};
use protocol::Watch;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::console::Console;
use super::find;
use super::worker::Worker;
use crate::cli::Failure;
use crate::store::Pace;
use crate::store::client::Client;
use crate::store::link::{Command, Connector, Hint, Link, Lost, Replies, Reply};

/// How the store behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Well,
    Away,
    Silent,
    ReadOnly,
}

/// A store with one key.
#[derive(Debug)]
struct Shelf {
    text: String,
    mood: Mood,
    writes: Vec<String>,
    reads: u32,
    links: u32,
}

#[derive(Clone, Debug)]
struct Fake(Arc<Mutex<Shelf>>);

/// Text that a test can look at while it is written.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Fake {
    fn holding(text: &str) -> Fake {
        let shelf = Shelf { text: text.to_owned(), mood: Mood::Well, writes: Vec::new(), reads: 0, links: 0 };
        Fake(Arc::new(Mutex::new(shelf)))
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap()
    }
}

impl Connector for Fake {
    type Link = Fake;

    async fn connect(&self) -> Result<Fake, Lost> {
        let mut shelf = self.shelf();
        shelf.links += 1;
        match shelf.mood {
            Mood::Away => Err(Lost("The store is away.".to_owned())),
            _ => Ok(self.clone()),
        }
    }
}

impl Link for Fake {
    fn watch(&self) -> Watch {
        Watch::Tracking
    }

    fn reads_whole_texts(&self) -> bool {
        false
    }

    fn send(&mut self, commands: &[Command]) -> Replies {
        let mut shelf = self.shelf();
        let mut replies = Vec::new();
        for command in commands {
            replies.push(match command {
                Command::Write(state) => {
                    shelf.writes.push(state.to_string());
                    if shelf.mood == Mood::ReadOnly {
                        Reply::Refused("Redis says READONLY.".to_owned())
                    } else {
                        shelf.text = state.to_string();
                        Reply::Done
                    }
                }
                _ => {
                    shelf.reads += 1;
                    Reply::Text(shelf.text.clone().into_bytes())
                }
            });
        }
        if shelf.mood == Mood::Silent {
            return Box::pin(future::pending());
        }
        Box::pin(future::ready(Ok(replies)))
    }

    fn hint(&mut self) -> impl Future<Output = Hint> + Send {
        let is_closed = self.shelf().mood == Mood::Away;
        async move {
            if is_closed {
                return Hint::Closed(Lost("It closed.".to_owned()));
            }
            future::pending().await
        }
    }
}

impl Paper {
    fn lines(&self) -> Vec<String> {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap().lines().map(str::to_owned).collect()
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// ORDER as the tutorial describes it, at work.
struct Running {
    store: Fake,
    output: Paper,
    remarks: Paper,
    stops: mpsc::Sender<()>,
    task: JoinHandle<Result<(), Failure>>,
}

impl Running {
    fn on(store: Fake) -> Running {
        let (output, remarks) = (Paper::default(), Paper::default());
        let (stops, asked) = mpsc::channel(2);
        let console = Console::new(output.clone(), remarks.clone());
        let client = Client::new(store.clone(), Pace::default());
        let task = tokio::task::spawn_local(async move {
            let trace = Trace::new(Arc::new(BuiltIn::Described.scenario()), Driver::Live);
            let order = find(&trace, "Order").expect("it is in the scenario");
            Worker::new(&trace, order, client, console).run(asked).await
        });
        Running { store, output, remarks, stops, task }
    }

    async fn stop(&self) {
        self.stops.send(()).await.expect("it still runs");
    }

    async fn end(self) -> (Result<(), Failure>, Vec<String>, Vec<String>) {
        (self.task.await.expect("no panic"), self.output.lines(), self.remarks.lines())
    }
}

/// Runs a test in a time that jumps to the next moment at which anything happens.
fn in_quick_time(test: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    tokio::task::LocalSet::new().block_on(&runtime.expect("a runtime"), test);
}

async fn ms(ms: u64) {
    sleep(Duration::from_millis(ms)).await;
}

#[test]
fn it_works_and_says_so_in_the_tutorial_s_words() {
    in_quick_time(async {
        let order = Running::on(Fake::holding(""));
        ms(700).await;
        order.store.shelf().text = "TRANSACTION_PAID".to_owned();
        ms(3_250).await;
        assert_eq!(order.store.shelf().text, "TRANSACTION_PAID");
        ms(100).await;
        assert_eq!(order.store.shelf().text, "IDLE");
        ms(1_100).await;
        assert_eq!(order.store.shelf().reads, 5, "at 0, 500, 1000, and again from 4500 on");
        order.stop().await;
        let (result, output, remarks) = order.end().await;
        assert!(result.is_ok());
        assert_eq!(
            output,
            [
                "Service ORDER started....",
                "Order service started. State: TRANSACTION_PAID",
                "Change state into: IDLE"
            ]
        );
        assert_eq!(remarks, ["Service ORDER stopped."]);
    });
}

#[test]
fn another_s_text_is_compared_as_it_stands() {
    in_quick_time(async {
        let order = Running::on(Fake::holding("transaction_paid"));
        for text in ["ORDER_COMPLETED", " TRANSACTION_PAID", "TRANSACTION_PAID\n", "\u{0}"] {
            ms(1_000).await;
            order.store.shelf().text = text.to_owned();
        }
        ms(1_000).await;
        order.stop().await;
        let (_, output, _) = order.end().await;
        assert_eq!(output, ["Service ORDER started...."]);
    });
}

#[test]
fn a_read_that_fails_is_said_once_and_is_a_poll() {
    in_quick_time(async {
        let order = Running::on(Fake::holding("IDLE"));
        ms(100).await;
        order.store.shelf().mood = Mood::Away;
        ms(10_000).await;
        assert_eq!(order.store.shelf().links, 21, "twice a second");
        order.store.shelf().text = "TRANSACTION_PAID".to_owned();
        order.store.shelf().mood = Mood::Well;
        ms(4_000).await;
        order.stop().await;
        let (result, output, remarks) = order.end().await;
        assert!(result.is_ok());
        assert_eq!(output.last().map(String::as_str), Some("Change state into: IDLE"));
        assert_eq!(
            remarks,
            [
                "Service ORDER: read failed: The store is away.",
                "Service ORDER: reads again.",
                "Service ORDER stopped."
            ]
        );
    });
}

#[test]
fn a_write_whose_outcome_is_unknown_is_said_so_and_never_repeated() {
    in_quick_time(async {
        let order = Running::on(Fake::holding("TRANSACTION_PAID"));
        ms(1_000).await;
        order.store.shelf().mood = Mood::Silent;
        ms(3_000).await;
        order.store.shelf().mood = Mood::Well;
        ms(2_000).await;
        assert_eq!(order.store.shelf().writes, ["IDLE"]);
        assert!(order.store.shelf().links >= 2, "the link without an answer was used again");
        order.stop().await;
        let (_, output, remarks) = order.end().await;
        assert_eq!(output.len(), 2, "it said that it changed the state: {output:?}");
        assert_eq!(
            remarks[0],
            "Service ORDER: write of IDLE, outcome unknown: No answer came in 500 ms. It is not sent again."
        );
    });
}

#[test]
fn a_write_that_fails_ends_the_work() {
    in_quick_time(async {
        for (mood, why) in [(Mood::ReadOnly, "Redis says READONLY."), (Mood::Away, "The store is away.")] {
            let order = Running::on(Fake::holding("TRANSACTION_PAID"));
            ms(1_000).await;
            order.store.shelf().mood = mood;
            ms(2_100).await;
            order.store.shelf().text = "IDLE".to_owned();
            ms(3_000).await;
            order.stop().await;
            let (_, output, remarks) = order.end().await;
            assert_eq!(output.len(), 2);
            assert_eq!(remarks[0], format!("Service ORDER: write of IDLE failed: {why}"));
        }
    });
}

#[test]
fn a_stop_lets_work_come_to_its_end_and_a_second_one_does_not() {
    in_quick_time(async {
        let order = Running::on(Fake::holding("TRANSACTION_PAID"));
        ms(1_000).await;
        order.stop().await;
        let (result, output, remarks) = order.end().await;
        assert!(result.is_ok());
        assert_eq!(output.last().map(String::as_str), Some("Change state into: IDLE"));
        assert_eq!(
            remarks,
            [
                "Service ORDER stopping.... It finishes its work first; once more ends it at once.",
                "Service ORDER stopped."
            ]
        );

        let order = Running::on(Fake::holding("TRANSACTION_PAID"));
        ms(1_000).await;
        order.stop().await;
        order.stop().await;
        let store = order.store.clone();
        let (result, _, _) = order.end().await;
        let Err(Failure::Broken(said)) = result else { panic!("it ended well") };
        assert_eq!(said, "Service ORDER crashed. Its work on TRANSACTION_PAID is lost.");
        assert_eq!(store.shelf().writes, [""; 0]);
    });
}

#[test]
fn a_stop_in_the_middle_of_a_write_waits_for_what_comes_of_it() {
    in_quick_time(async {
        let order = Running::on(Fake::holding("TRANSACTION_PAID"));
        ms(2_900).await;
        order.store.shelf().mood = Mood::Silent;
        ms(300).await;
        order.stop().await;
        order.stop().await;
        let (result, _, remarks) = order.end().await;
        assert!(result.is_ok());
        assert_eq!(remarks.len(), 2, "{remarks:?}");
        assert!(remarks[0].contains("outcome unknown"));
        assert_eq!(remarks[1], "Service ORDER stopped.");
    });
}
