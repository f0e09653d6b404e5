//! Keys and help: the table of shortcuts, what can be switched off, and a start afresh for the next class.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::dialog::Dialog;
use crate::keys::{Key, LANE_TABLE, LaneKeys, Shortcut, TABLE, cap_of};
use crate::preferences::{Motion, Preferences, Shortcuts};
use crate::state::{self, Action, Dispatch};
use crate::texts::Texts;
use crate::texts::help::HelpTexts;

/// Keys and help.
pub fn help(
    all_texts: &Texts,
    preferences: Preferences,
    dispatch: &Dispatch,
    on_close: &Callback<()>,
) -> Html {
    let texts = &all_texts.help;
    let bare = preferences.shortcuts;
    let on = |choose: fn(bool) -> Action| {
        let dispatch = dispatch.clone();
        move |event: Event| {
            dispatch.dispatch(choose(event.target_unchecked_into::<HtmlInputElement>().checked()));
        }
    };
    let listen = on(|checked| Action::Listen(if checked { Shortcuts::On } else { Shortcuts::Off }));
    let less = on(|checked| Action::Move(if checked { Motion::Less } else { Motion::System }));
    let start_afresh = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.dispatch(Action::OpenDialog(state::Dialog::FactoryReset))
    };
    html! {
        <Dialog title={all_texts.page.help} key="help" {on_close} class="help">
            <section class="section" aria-labelledby="help-keys">
                <h3 id="help-keys">{ texts.keys }</h3>
                <p class="hint">{ texts.keys_hint }</p>
                <table class="help-keys">
                    <tbody>{ for TABLE.iter().map(|line| row(all_texts, line, bare)) }</tbody>
                </table>
            </section>
            { lanes(all_texts) }
            <section class="section" aria-labelledby="help-settings">
                <h3 id="help-settings">{ texts.settings }</h3>
                { switch("bare-keys", texts.bare_keys, texts.bare_keys_hint, bare == Shortcuts::On, listen) }
                { switch("less-motion", texts.less_motion, texts.less_motion_hint,
                    preferences.motion == Motion::Less, less) }
                <div class="row help-afresh">
                    <p class="hint grow" id="help-afresh">{ texts.start_afresh_hint }</p>
                    <button type="button" class="button danger" data-testid="factory-reset"
                        aria-describedby="help-afresh" onclick={start_afresh}>{ texts.start_afresh }</button>
                </div>
            </section>
        </Dialog>
    }
}

fn row(texts: &Texts, line: &Shortcut, bare: Shortcuts) -> Html {
    let is_off = |key: &Key| matches!(key, Key::Character(_)) && bare == Shortcuts::Off;
    html! {
        <tr>
            <th scope="row">{ (line.text)(texts) }</th>
            <td>{ for line.keys.iter().filter(|key| !is_off(key)).map(|key| caps(&texts.help, *key)) }</td>
        </tr>
    }
}

/// The keys of the timeline's lanes, and what their marks are.
fn lanes(texts: &Texts) -> Html {
    let words = &texts.timeline;
    let cap = |key: &&'static str| html! { <span class="help-key"><kbd>{ cap_of(key) }</kbd></span> };
    let row = |line: &LaneKeys| {
        html! { <tr><th scope="row">{ (line.text)(texts) }</th><td>{ for line.keys.iter().map(cap) }</td></tr> }
    };
    let marks = [
        ("●", words.mark_publication),
        ("▲", words.mark_write),
        ("✕", words.mark_loss),
        ("✸", words.mark_crash),
        ("✓", words.mark_receipt),
        ("◇", words.mark_foreign),
        ("≀", words.mark_gap),
        ("!", words.mark_failure),
        ("□", words.mark_other),
        ("❘", words.mark_look),
        ("⬣", words.mark_stop),
    ];
    let mark = |(shape, meaning): (&'static str, &'static str)| {
        html! { <li><span class="help-mark" aria-hidden="true">{ shape }</span>{ meaning }</li> }
    };
    html! {
        <section class="section" aria-labelledby="help-lanes">
            <h3 id="help-lanes">{ words.keys_title }</h3>
            <p class="hint">{ words.wheel_hint }</p>
            <table class="help-keys"><tbody>{ for LANE_TABLE.iter().map(row) }</tbody></table>
            <h4>{ words.marks_title }</h4>
            <ul class="help-marks">{ for marks.into_iter().map(mark) }</ul>
        </section>
    }
}

/// What is written on a key, or on the keys that are held together.
fn caps(texts: &HelpTexts, key: Key) -> Html {
    let cap = |name: &str| html! { <kbd>{ name.to_owned() }</kbd> };
    let held: &[&str] = match key {
        Key::Control(_) => &[texts.key_control],
        Key::ControlShift(_) => &[texts.key_control, texts.key_shift],
        _ => &[],
    };
    let last = match key {
        Key::Space => texts.key_space,
        Key::Paging("PageDown") => texts.key_page_down,
        Key::Paging(_) => texts.key_page_up,
        other => other.cap(),
    };
    let last = if held.is_empty() { last.to_owned() } else { last.to_ascii_uppercase() };
    html! { <span class="help-key">{ for held.iter().map(|name| cap(name)) }{ cap(&last) }</span> }
}

fn switch(
    id: &'static str,
    name: &'static str,
    hint: &'static str,
    checked: bool,
    onchange: impl Fn(Event) + 'static,
) -> Html {
    let hint_id = [id, "-hint"].concat();
    html! {
        <div class="switch">
            <input type="checkbox" {id} data-testid={id} {checked} aria-describedby={hint_id.clone()} {onchange} />
            <label for={id}>{ name }</label>
            <p class="hint" id={hint_id}>{ hint }</p>
        </div>
    }
}
