//! Drives one service: the machine says what it needs, the wall clock and the store answer.

use std::time::Duration;

use event_pattern::service::{Answer, Input, Operation, Output, Service, StoreError};
use event_pattern::trace::{CommandKind, ServiceId, StateId, Trace, WriteFailure};
use event_pattern::{State, Time};
use protocol::Reading;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

use super::console::{Console, capitalized};
use crate::cli::Failure;
use crate::cli::output::Reader;
use crate::store::client::{Client, Unwritten};
use crate::store::link::Connector;

/// One service at work.
pub(super) struct Worker<'t, C: Connector> {
    trace: &'t Trace,
    name: String,
    service: Service,
    client: Client<C>,
    console: Console,
    began: Instant,
    /// Why the last read failed, if it did: the same reason is said once, not twice a second.
    unread: Option<String>,
}

/// Whether there is more to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    GoesOn,
    Over,
}

/// Each time that somebody wants the service to end.
type Stops = mpsc::Receiver<()>;

impl<'t, C: Connector> Worker<'t, C> {
    pub(super) fn new(trace: &'t Trace, id: ServiceId, client: Client<C>, console: Console) -> Worker<'t, C> {
        let record = trace.names().service(id);
        let allowed = trace.names().allowed(record.allowed).clone();
        Worker {
            trace,
            name: record.first_name().as_str().to_owned(),
            service: Service::new(allowed, record.poll_interval, record.work_time, None),
            client,
            console,
            began: Instant::now(),
            unread: None,
        }
    }

    /// Works until it is stopped. A stop lets work that has begun come to its end; a second one does not.
    pub(super) async fn run(mut self, mut stops: Stops) -> Result<(), Failure> {
        let mut output = self.handle(Input::Command(CommandKind::Start));
        while self.tell(output)? == Course::GoesOn {
            output = match output {
                Output::Read(operation) => self.read(operation, &mut stops).await,
                Output::Write(operation, state) => self.write(operation, state, &mut stops).await?,
                _ => self.wait(&mut stops).await?,
            };
        }
        Ok(())
    }

    /// Sleeps or works until the machine wants to go on.
    async fn wait(&mut self, stops: &mut Stops) -> Result<Output, Failure> {
        let wakes_at = self.service.wakes_at().unwrap_or(Time::LAST);
        tokio::select! {
            biased;
            _ = stops.recv() => self.stop(),
            () = sleep_until(self.began + Duration::from_micros(wakes_at.as_micros())) => {
                Ok(self.handle(Input::Wake))
            }
        }
    }

    async fn read(&mut self, operation: Operation, stops: &mut Stops) -> Output {
        let read = tokio::select! {
            read = self.client.read() => read,
            _ = stops.recv() => return self.handle(Input::Command(CommandKind::Stop)),
        };
        let value = match read {
            Ok(reading) => {
                if self.unread.take().is_some() {
                    self.console.remark(&format!("Service {}: reads again.", self.name));
                }
                Ok(self.allowed_state(&reading))
            }
            Err(why) => {
                if self.unread.as_ref() != Some(&why) {
                    self.console.remark(&format!("Service {}: read failed: {why}", self.name));
                }
                self.unread = Some(why);
                Err(StoreError)
            }
        };
        self.handle(Input::Answered(operation, Answer::Read(value)))
    }

    async fn write(
        &mut self,
        operation: Operation,
        state: StateId,
        stops: &mut Stops,
    ) -> Result<Output, Failure> {
        let next = self.state(state).clone();
        // What is sent is not called back: a stop waits for its reply, or for the end of the patience with it.
        let mut is_to_stop = false;
        let written = {
            let mut write = std::pin::pin!(self.client.write(next.clone()));
            loop {
                tokio::select! {
                    written = &mut write => break written,
                    _ = stops.recv(), if !is_to_stop => is_to_stop = true,
                }
            }
        };
        let result = match &written {
            Ok(()) => {
                if self.console.say(&format!("Change state into: {next}"))? == Reader::Gone {
                    return Ok(self.handle(Input::Command(CommandKind::Crash)));
                }
                Ok(())
            }
            Err(Unwritten::NotDone(why)) => {
                self.console.remark(&format!("Service {}: write of {next} failed: {why}", self.name));
                Err(WriteFailure::Failed)
            }
            Err(Unwritten::Unknown(why)) => {
                self.console.remark(&format!(
                    "Service {}: write of {next}, outcome unknown: {why} It is not sent again.",
                    self.name
                ));
                Err(WriteFailure::OutcomeUnknown)
            }
        };
        let output = self.handle(Input::Answered(operation, Answer::Written(result)));
        if is_to_stop && self.service.phase().is_running() { self.stop() } else { Ok(output) }
    }

    /// The first wish to end is a stop, the second a crash.
    fn stop(&mut self) -> Result<Output, Failure> {
        match self.handle(Input::Command(CommandKind::Stop)) {
            Output::Refused(_) => {
                let state = self.service.phase().work().map(|work| self.state(work.state).clone());
                let lost = state.map_or(String::new(), |state| format!(" Its work on {state} is lost."));
                Err(Failure::Broken(format!("Service {} crashed.{lost}", self.name)))
            }
            output => Ok(output),
        }
    }

    /// Says what became of the service.
    fn tell(&mut self, output: Output) -> Result<Course, Failure> {
        let line = match output {
            Output::Started => format!("Service {} started....", self.name),
            Output::WorkStarted(state) => {
                format!("{} service started. State: {}", capitalized(&self.name), self.state(state))
            }
            Output::Stopping => {
                let line = "stopping.... It finishes its work first; once more ends it at once.";
                self.console.remark(&format!("Service {} {line}", self.name));
                return Ok(Course::GoesOn);
            }
            _ if !self.service.phase().is_running() => {
                self.console.remark(&format!("Service {} stopped.", self.name));
                return Ok(Course::Over);
            }
            _ => return Ok(Course::GoesOn),
        };
        Ok(if self.console.say(&line)? == Reader::Gone { Course::Over } else { Course::GoesOn })
    }

    /// The state that a text is: byte for byte, so that `order_paid` is none. Only what the service knows matters.
    fn allowed_state(&self, reading: &Reading) -> Option<StateId> {
        let text = reading.text()?;
        let state = State::parse(text).ok().filter(|state| state.as_str() == text)?;
        self.trace.names().find(&state)
    }

    fn state(&self, id: StateId) -> &State {
        self.trace.names().state(id)
    }

    fn handle(&mut self, input: Input) -> Output {
        let now = u64::try_from(self.began.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.service.handle(Time::from_micros(now), input)
    }
}
