//! What a person asks: done at once, or, with all that is asked after it, as soon as what does it is here.

use event_pattern::scenario::{Command, Problems};
use futures_util::future::join;
use wasm_bindgen_futures::spawn_local;

use super::Conductor;
use crate::narration::NARRATION;
use crate::player::{ACTS, PUBLISH};
use crate::run::{Intent, Refused};

/// What was asked and is not done yet.
pub(super) struct Waiting {
    intent: Intent,
    then: Box<dyn FnOnce(Result<(), Refused>)>,
}

impl Conductor {
    /// Does what a person asks, and shows it at once. What has to be loaded first is done when it is here; if it is refused
    /// then, that hears whoever [attends](Conductor::attend).
    ///
    /// # Errors
    ///
    /// Why it was not done.
    pub fn tell(&self, intent: Intent) -> Result<(), Refused> {
        match self.tell_if_ready(intent) {
            Ok(told) => told,
            Err(intent) => {
                let on_refused = self.0.on_refused.borrow().clone();
                self.wait_with(intent, move |told| {
                    told.err().into_iter().for_each(|why| on_refused.emit(why))
                });
                Ok(())
            }
        }
    }

    /// The same for those who do something about what came of it.
    pub fn tell_and_then(&self, intent: Intent, then: impl FnOnce(Result<(), Refused>) + 'static) {
        match self.tell_if_ready(intent) {
            Ok(told) => then(told),
            Err(intent) => self.wait_with(intent, then),
        }
    }

    /// Gives a command at the place that is looked at, for those who show what is wrong with it themselves: `then` hears
    /// all of that. Where what does it cannot be loaded nothing has come of it, which hears whoever attends instead.
    pub fn give(&self, command: Command, then: impl FnOnce(Result<(), Problems>) + 'static) {
        let on_refused = self.0.on_refused.borrow().clone();
        self.tell_and_then(Intent::Give(command), move |told| match told {
            Ok(()) => then(Ok(())),
            Err(Refused::Command(problems)) => then(Err(problems)),
            Err(why) => on_refused.emit(why),
        });
    }

    /// What came of it; or the intent itself, if it has to wait for what does it or tells of it, or for what was asked before.
    fn tell_if_ready(&self, intent: Intent) -> Result<Result<(), Refused>, Intent> {
        let is_here = match Doer::of(&intent) {
            Doer::Player => true,
            Doer::Publish => PUBLISH.get().is_ok() && NARRATION.get().is_ok(),
            Doer::Acts => ACTS.get().is_ok() && NARRATION.get().is_ok(),
        };
        if is_here && self.0.waiting.borrow().is_empty() { Ok(self.tell_now(intent)) } else { Err(intent) }
    }

    fn tell_now(&self, intent: Intent) -> Result<(), Refused> {
        let result = self.0.driver.borrow_mut().tell(self.0.live_now(), intent);
        self.0.show();
        self.0.go_on();
        self.0.serve_live();
        result
    }

    fn wait_with(&self, intent: Intent, then: impl FnOnce(Result<(), Refused>) + 'static) {
        let is_first = {
            let mut waiting = self.0.waiting.borrow_mut();
            waiting.push_back(Waiting { intent, then: Box::new(then) });
            waiting.len() == 1
        };
        if is_first {
            spawn_local(self.clone().tell_waiting());
        }
    }

    /// Does all that waits, in the order in which it was asked, each when what it needs is here. If that did not come, it is
    /// refused for that reason, and the rest is done.
    async fn tell_waiting(self) {
        loop {
            let Some(doer) = self.0.waiting.borrow().front().map(|first| Doer::of(&first.intent)) else {
                break;
            };
            // Whoever acts wants to be told what comes of it.
            match doer {
                Doer::Player => {}
                Doer::Publish => drop(join(PUBLISH.fetched(), NARRATION.fetched()).await),
                Doer::Acts => drop(join(ACTS.fetched(), NARRATION.fetched()).await),
            }
            let first = self.0.waiting.borrow_mut().pop_front();
            if let Some(Waiting { intent, then }) = first {
                then(self.tell_now(intent));
            }
        }
    }
}

/// What does what a person asks.
#[derive(Clone, Copy)]
enum Doer {
    /// The player itself: it is always here.
    Player,
    /// What publishes.
    Publish,
    /// What does all the rest.
    Acts,
}

impl Doer {
    fn of(intent: &Intent) -> Doer {
        match intent {
            Intent::Give(Command::Publish(_)) => Doer::Publish,
            intent if intent.is_always_here() => Doer::Player,
            _ => Doer::Acts,
        }
    }
}
