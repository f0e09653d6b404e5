//! The time bar: play, steps, speed, the clock and the timeline.

pub mod ahead;
mod signs;

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon::{Icon, icon};
use super::span::span;
use super::timeline::timeline_tools;
use crate::hooks::{Roving, use_act, use_chosen, use_conductor, use_dispatch, use_roving};
use crate::keys::Act;
use crate::narration::NARRATION;
use crate::preferences::Timeline;
use crate::run::{Direction, Intent, Picture, Speed};
use crate::shell::focus;
use crate::state::{Notice, TimeTab};
use crate::texts::{Texts, clock, fill, use_texts};
pub use signs::signs;

/// What the time bar is made from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The still of the run that is shown.
    pub picture: Rc<Picture>,
    /// The notices: they stand in the bar's free middle, or above it where it has none.
    pub children: Html,
    /// The timeline, which stands below the tools.
    pub timeline: Html,
    /// Whether the timeline's lanes are open or folded.
    pub lanes: Timeline,
    /// The tab of the time lab that is open.
    pub time_tab: Option<TimeTab>,
}

/// What has the focus when what had it is gone.
pub const PLAY: &str = "play";

/// A button of the bar.
struct Tool {
    act: Act,
    icon: Icon,
    test_id: &'static str,
    text: fn(&Texts) -> &'static str,
}

const PREVIOUS_CHANGE: Tool = Tool {
    act: Act::PreviousChange,
    icon: Icon::PreviousChange,
    test_id: "previous-change",
    text: |t| t.page.previous_change,
};
const STEP_BACK: Tool =
    Tool { act: Act::StepBack, icon: Icon::StepBack, test_id: "step-back", text: |t| t.page.step_back };
const BACKWARDS: Tool = Tool {
    act: Act::PlayBackwards,
    icon: Icon::PlayBackwards,
    test_id: "play-backwards",
    text: |t| t.passage.play_backwards,
};
const STEP: Tool = Tool { act: Act::Step, icon: Icon::Step, test_id: "step", text: |t| t.page.step };
const NEXT_CHANGE: Tool = Tool {
    act: Act::NextChange,
    icon: Icon::NextChange,
    test_id: "next-change",
    text: |t| t.page.next_change,
};
const UNDO: Tool = Tool { act: Act::Undo, icon: Icon::Undo, test_id: "undo", text: |t| t.page.undo };
const REDO: Tool = Tool { act: Act::Redo, icon: Icon::Redo, test_id: "redo", text: |t| t.page.redo };

/// The time bar: its controls are one tab stop, the scrubber is another.
#[component]
pub fn TimeBar(props: &Props) -> Html {
    let texts = use_texts();
    let page = &texts.page;
    let act = use_act();
    let (conductor, dispatch) = (use_conductor(), use_dispatch());
    let roving = use_roving(13, 3);
    let Picture { playing, speed, can_undo, can_redo, end, .. } = *props.picture;
    let (at, live) = (props.picture.view.place.at, props.picture.is_live());
    let chosen_speed = use_chosen(speed.code().to_owned());
    let tools = timeline_tools(texts, &roving, 10, props.lanes, props.time_tab, &dispatch);
    let on_loop_end = {
        let conductor = conductor.clone();
        Callback::from(move |_: MouseEvent| {
            // The sign goes with the loop; and to end one is never refused.
            focus(PLAY);
            let _ = conductor.tell(Intent::Loop(None));
        })
    };
    let on_speed = Callback::from(move |speed| {
        if let Err(refused) = conductor.tell(Intent::SetSpeed(speed)) {
            dispatch.dispatch(Notice::Refused(refused).into());
        }
    });
    let on = |what: Act| act.reform(move |_: MouseEvent| what);
    let backwards = playing && props.picture.direction == Direction::Backwards;
    let tool = |index: usize, tool: Tool, can: bool| {
        let name = (tool.text)(texts);
        html! {
            <button type="button" class="button icon" data-testid={tool.test_id} aria-label={name} title={name}
                aria-pressed={(tool.act == Act::PlayBackwards).then(|| backwards.to_string())}
                aria-disabled={(!can).then_some("true")} data-roving="" tabindex={roving.tab_index(index)}
                onclick={on(tool.act)}>{ icon(tool.icon) }</button>
        }
    };
    let goes_on = end.is_none();
    let goes_back = props.picture.view.entries_seen > 0 || at > event_pattern::Time::ZERO;
    html! {
        <section class="time-bar" aria-label={page.time}>
            <div class="time-tools" role="toolbar" aria-label={page.time} ref={roving.group()}
                onkeydown={roving.on_key()} onfocusin={roving.on_focus()}>
                <div class="time-steps">
                    { tool(0, PREVIOUS_CHANGE, goes_back) }
                    { tool(1, STEP_BACK, goes_back) }
                    { tool(2, BACKWARDS, goes_back && !live) }
                    <button type="button" id={PLAY} class={classes!("button", "primary", "time-play", live.then_some("is-live"))} data-testid="play"
                        title={(live && playing).then_some(texts.live_run.look_back_hint)}
                        data-playing={playing.to_string()} aria-disabled={(!goes_on).then_some("true")}
                        data-roving="" tabindex={roving.tab_index(3)} onclick={on(Act::PlayOrPause)}>
                        { icon(if playing { Icon::Pause } else { Icon::Play }) }
                        { play_name(texts, &props.picture) }
                    </button>
                    { tool(4, STEP, goes_on) }
                    { tool(5, NEXT_CHANGE, goes_on) }
                </div>
                <div class="time-clock">
                    { span("visually-hidden", page.clock) }
                    <span class="clock number" data-testid="clock" data-ms={at.to_string()}>{ clock(at) }</span>
                    { for NARRATION.get().iter().map(|told| {
                        (told.signs)(texts, &props.picture, roving.tab_index(12), on_loop_end.clone())
                    }) }
                </div>
                { props.children.clone() }
                <div class="time-rest">
                    { speeds(texts, chosen_speed, &props.picture, roving.tab_index(6), on_speed) }
                    { tool(7, UNDO, can_undo) }
                    { tool(8, REDO, can_redo) }
                    { restart(texts, &roving, &props.picture, on(Act::RestartRun)) }
                    { tools }
                </div>
            </div>
            { props.timeline.clone() }
        </section>
    }
}

/// The one button whose name is always written out: a service has a restart, too.
fn restart(texts: &Texts, roving: &Roving, picture: &Picture, onclick: Callback<MouseEvent>) -> Html {
    let name = texts.page.restart_run;
    let title = if picture.is_live() { texts.live_run.no_restart } else { name };
    html! {
        <button type="button" class="button time-restart" data-testid="restart-run" data-roving=""
            aria-disabled={picture.is_live().then_some("true")}
            tabindex={roving.tab_index(9)} aria-label={name} {title} {onclick}>
            { icon(Icon::Restart) }{ span("time-restart-name", name) }
        </button>
    }
}

/// What the one button does that is larger than the others.
fn play_name(texts: &Texts, picture: &Picture) -> &'static str {
    match (picture.is_live(), picture.playing) {
        (_, true) => texts.page.pause,
        (true, false) => texts.live_run.to_present,
        (false, false) => texts.page.play,
    }
}

/// The speeds on offer; the world has its own.
fn speeds(
    texts: &Texts,
    select: NodeRef,
    picture: &Picture,
    tab_index: &'static str,
    on_speed: Callback<Speed>,
) -> Html {
    let (chosen, live) = (picture.speed, picture.is_live());
    let onchange = move |event: Event| {
        let chosen = Speed::from_code(&event.target_unchecked_into::<HtmlSelectElement>().value());
        on_speed.emit(chosen.unwrap_or(Speed::NORMAL));
    };
    let option = |speed: Speed| {
        let number = texts.decimal(speed.0);
        html! {
            <option value={speed.code()} selected={speed == chosen}>
                { fill(texts.page.times, &[("number", &number)]) }
            </option>
        }
    };
    html! {
        <select ref={select} class="input time-speed number" data-testid="speed" aria-label={texts.page.speed}
            title={if live { texts.live_run.no_speed } else { texts.page.speed }}
            aria-disabled={live.then_some("true")} data-roving="" tabindex={tab_index} {onchange}>
            { for Speed::ALL.map(option) }
        </select>
    }
}
