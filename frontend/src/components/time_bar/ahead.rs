//! A run on its way to something: how far it is, and what ends it. Stands where notices stand.

use yew::prelude::*;

use crate::chunks::chunk;
use crate::components::conditions::say_condition;
use crate::decimals::thousandths;
use crate::run::{Intent, Pace, Picture};
use crate::shell::Conductor;
use crate::texts::{Texts, clock, fill};

chunk! {
    /// How far the run is that is run until something; nothing if it is not.
    pub AHEAD: fn(&Texts, &Picture, &Conductor) -> Html = dialogs(ahead)
}

fn ahead(texts: &Texts, picture: &Picture, conductor: &Conductor) -> Html {
    let Some(progress) = picture.ahead else { return Html::default() };
    let said = &texts.until;
    let condition = say_condition(texts, picture.trace.names(), progress.goal);
    let sentence = match progress.pace {
        Pace::AtOnce => fill(said.running, &[("condition", &condition), ("time", &clock(progress.reached))]),
        Pace::Played => fill(said.playing, &[("condition", &condition)]),
    };
    let conductor = conductor.clone();
    let onclick = move |_: MouseEvent| {
        // A run that has got there meanwhile has nothing to be ended.
        let _ = conductor.tell(Intent::Cancel);
    };
    html! {
        <div class="notice is-ahead" data-testid="ahead">
            <p class="number">{ sentence }</p>
            if progress.pace == Pace::AtOnce {
                <progress aria-label={said.progress} max="1" value={progress.share().map(thousandths)} />
            }
            <button type="button" class="button" data-testid="ahead-cancel" {onclick}>{ said.stop }</button>
        </div>
    }
}
