//! What a person asks: done at once, or as soon as what does it is here.

use event_pattern::scenario::{Command, Problems};
use wasm_bindgen_futures::spawn_local;

use super::Conductor;
use crate::player::ACTS;
use crate::run::{Intent, Refused};

impl Conductor {
    /// Does what a person asks, and shows it at once. What has to be loaded first is done when it is here; if it is refused
    /// then, that hears whoever [attends](Conductor::attend).
    ///
    /// # Errors
    ///
    /// Why it was not done.
    pub fn tell(&self, intent: Intent) -> Result<(), Refused> {
        let later = ACTS.get().is_err().then(|| intent.clone());
        match (self.tell_now(intent), later) {
            (Err(Refused::NotLoaded), Some(intent)) => {
                let on_refused = self.0.on_refused.borrow().clone();
                self.tell_later(intent, move |told| {
                    told.err().into_iter().for_each(|why| on_refused.emit(why))
                });
                Ok(())
            }
            (told, _) => told,
        }
    }

    /// The same for those who do something about what came of it.
    pub fn tell_and_then(&self, intent: Intent, then: impl FnOnce(Result<(), Refused>) + 'static) {
        let later = ACTS.get().is_err().then(|| intent.clone());
        match (self.tell_now(intent), later) {
            (Err(Refused::NotLoaded), Some(intent)) => self.tell_later(intent, then),
            (told, _) => then(told),
        }
    }

    fn tell_now(&self, intent: Intent) -> Result<(), Refused> {
        let result = self.0.driver.borrow_mut().tell(self.0.live_now(), intent);
        self.0.show();
        self.0.go_on();
        self.0.serve_live();
        result
    }

    fn tell_later(&self, intent: Intent, then: impl FnOnce(Result<(), Refused>) + 'static) {
        let conductor = self.clone();
        spawn_local(async move {
            then(match ACTS.fetched().await {
                Ok(_) => conductor.tell_now(intent),
                Err(_) => Err(Refused::NotLoaded),
            });
        });
    }

    /// Gives a command at the place that is looked at, for those who show what is wrong with it themselves.
    ///
    /// # Errors
    ///
    /// All that is wrong with it; nothing is changed then.
    pub fn give(&self, command: Command) -> Result<(), Problems> {
        match self.tell(Intent::Give(command)) {
            Err(Refused::Command(problems)) => Err(problems),
            // A command is refused for nothing else.
            _ => Ok(()),
        }
    }
}
