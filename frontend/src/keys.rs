//! Every shortcut of the page, in one table: it feeds the handlers, the `?` dialog and a test. Knows no browser.

use crate::preferences::Shortcuts;
use crate::texts::Texts;

/// What a person does with the whole page, by key or by button.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Act {
    /// Let time run, or stop it.
    PlayOrPause,
    /// Let time run back, or stop it.
    PlayBackwards,
    /// Forwards by one entry or one instant of reads.
    Step,
    /// Backwards by one.
    StepBack,
    /// To the next entry.
    NextChange,
    /// To the entry before.
    PreviousChange,
    /// To the next state that is lost.
    NextLoss,
    /// To the state that was lost last.
    PreviousLoss,
    /// To the next thing that the selected one does.
    NextOfActor,
    /// To the last thing that it did.
    PreviousOfActor,
    /// The next speed on offer.
    Faster,
    /// The speed on offer before.
    Slower,
    /// Back to time 0 of the scenario as it was opened.
    RestartRun,
    /// Take back the last edit, cut or restart.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Open or close the lab.
    Lab,
    /// Open the panel of the link to a real Redis.
    Live,
    /// Show this table.
    Help,
}

/// A line of the table.
pub struct Shortcut {
    /// What it does.
    pub act: Act,
    /// The keys that do it.
    pub keys: &'static [Key],
    /// What it is called.
    pub text: fn(&Texts) -> &'static str,
}

/// A key as the browser names it, and when it is a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A bare character, which can be switched off.
    Character(&'static str),
    /// The space bar, where it presses no button.
    Space,
    /// An arrow, where nothing else uses it.
    Arrow(&'static str),
    /// A key that turns pages, where nobody types and no region that scrolls has the focus itself: what a presenter's
    /// clicker sends, wherever the presenter has clicked last.
    Paging(&'static str),
    /// A letter with Control, or Command on a Mac.
    Control(&'static str),
    /// A letter with Control and Shift.
    ControlShift(&'static str),
}

/// The table. A presenter's clicker sends PageDown, PageUp and, on its third button, a dot.
pub const TABLE: &[Shortcut] = &[
    Shortcut {
        act: Act::PlayOrPause,
        keys: &[Key::Space, Key::Character(".")],
        text: |t| t.page.play_or_pause,
    },
    Shortcut { act: Act::PlayBackwards, keys: &[Key::Character(",")], text: |t| t.passage.play_backwards },
    Shortcut { act: Act::Step, keys: &[Key::Arrow("ArrowRight")], text: |t| t.page.step },
    Shortcut { act: Act::StepBack, keys: &[Key::Arrow("ArrowLeft")], text: |t| t.page.step_back },
    Shortcut {
        act: Act::NextChange,
        keys: &[Key::Paging("PageDown"), Key::Character("n")],
        text: |t| t.page.next_change,
    },
    Shortcut {
        act: Act::PreviousChange,
        keys: &[Key::Paging("PageUp"), Key::Character("b")],
        text: |t| t.page.previous_change,
    },
    Shortcut { act: Act::NextLoss, keys: &[Key::Character("x")], text: |t| t.passage.next_loss },
    Shortcut { act: Act::PreviousLoss, keys: &[Key::Character("z")], text: |t| t.passage.previous_loss },
    Shortcut { act: Act::NextOfActor, keys: &[Key::Character("s")], text: |t| t.passage.next_of_actor },
    Shortcut {
        act: Act::PreviousOfActor,
        keys: &[Key::Character("a")],
        text: |t| t.passage.previous_of_actor,
    },
    Shortcut { act: Act::Faster, keys: &[Key::Character("+")], text: |t| t.page.faster },
    Shortcut { act: Act::Slower, keys: &[Key::Character("-")], text: |t| t.page.slower },
    Shortcut { act: Act::RestartRun, keys: &[Key::Character("r")], text: |t| t.page.restart_run },
    Shortcut { act: Act::Undo, keys: &[Key::Control("z")], text: |t| t.page.undo },
    Shortcut { act: Act::Redo, keys: &[Key::ControlShift("z")], text: |t| t.page.redo },
    Shortcut { act: Act::Lab, keys: &[Key::Character("l")], text: |t| t.page.open_or_close_lab },
    Shortcut { act: Act::Live, keys: &[Key::Character("v")], text: |t| t.page.open_live },
    Shortcut { act: Act::Help, keys: &[Key::Character("?")], text: |t| t.page.help },
];

/// A line of the table of keys that act while the timeline's lanes have the focus.
pub struct LaneKeys {
    /// The keys, as the browser names them.
    pub keys: &'static [&'static str],
    /// What they do.
    pub text: fn(&Texts) -> &'static str,
}

/// The keys of the lanes.
pub const LANE_TABLE: &[LaneKeys] = &[
    LaneKeys { keys: &["ArrowLeft", "ArrowRight"], text: |t| t.timeline.key_entry },
    LaneKeys { keys: &["ArrowUp", "ArrowDown"], text: |t| t.timeline.key_lane },
    LaneKeys { keys: &["Home", "End"], text: |t| t.timeline.key_ends },
    LaneKeys { keys: &["Enter"], text: |t| t.timeline.key_go },
    LaneKeys { keys: &["w"], text: |t| t.timeline.key_why },
    LaneKeys { keys: &["+", "-"], text: |t| t.timeline.key_zoom },
    LaneKeys { keys: &["0"], text: |t| t.timeline.key_whole },
    LaneKeys { keys: &["Escape"], text: |t| t.timeline.key_away },
];

/// What is written on a key, but for those that each language names.
pub fn cap_of(key: &'static str) -> &'static str {
    match key {
        "ArrowRight" => "→",
        "ArrowLeft" => "←",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Escape" => "Esc",
        other => other,
    }
}

/// A key that was pressed.
#[derive(Clone, Copy, Debug)]
pub struct Press<'a> {
    /// Its name, as in `KeyboardEvent.key`.
    pub key: &'a str,
    /// Control, or Command on a Mac.
    pub control: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, or Option on a Mac.
    pub alt: bool,
    /// Whether it is held down and comes again.
    pub again: bool,
}

/// What has the focus, as far as shortcuts care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Nothing that uses keys.
    Nothing,
    /// A button or a link: the space bar is its own.
    Button,
    /// A slider, a checkbox, a radio button: arrows and the space bar are its own.
    Control,
    /// A list to choose from: it jumps to what is typed, too.
    List,
    /// A region that scrolls has the focus itself: paging keys are its own.
    Scroller,
    /// What takes text.
    Text,
    /// A dialog is open: every key is its own.
    Dialog,
}

/// What a key does, if it does anything.
pub fn find(press: Press<'_>, focus: Focus, bare: Shortcuts) -> Option<Act> {
    if press.alt || matches!(focus, Focus::Text | Focus::Dialog) {
        return None;
    }
    let here = |key: &Key| key.is(press) && key.acts(focus, bare);
    let act = TABLE.iter().find(|shortcut| shortcut.keys.iter().any(here))?.act;
    // Held down, only what goes step by step repeats.
    let repeats = matches!(
        act,
        Act::Step
            | Act::StepBack
            | Act::NextChange
            | Act::PreviousChange
            | Act::NextLoss
            | Act::PreviousLoss
            | Act::NextOfActor
            | Act::PreviousOfActor
    );
    (repeats || !press.again).then_some(act)
}

impl Key {
    fn is(self, press: Press<'_>) -> bool {
        let Press { key, control, shift, .. } = press;
        match self {
            // Shift may be needed to type the character.
            Key::Character(character) => !control && key.eq_ignore_ascii_case(character),
            Key::Space => !control && !shift && key == " ",
            Key::Arrow(name) | Key::Paging(name) => !control && !shift && key == name,
            Key::Control(letter) => control && !shift && key.eq_ignore_ascii_case(letter),
            Key::ControlShift(letter) => control && shift && key.eq_ignore_ascii_case(letter),
        }
    }

    fn acts(self, focus: Focus, bare: Shortcuts) -> bool {
        match self {
            Key::Character(_) => bare == Shortcuts::On && focus != Focus::List,
            Key::Space => matches!(focus, Focus::Nothing | Focus::Scroller),
            Key::Arrow(_) => !matches!(focus, Focus::Control | Focus::List),
            Key::Paging(_) => focus != Focus::Scroller,
            Key::Control(_) | Key::ControlShift(_) => true,
        }
    }

    /// What is written on it; none if it is a word that each language has.
    pub fn cap(self) -> &'static str {
        match self {
            Key::Character(character) => character,
            Key::Space => "␣",
            Key::Arrow(name) | Key::Paging(name) => cap_of(name),
            Key::Control(letter) | Key::ControlShift(letter) => letter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press<'_> {
        Press { key, control: false, shift: false, alt: false, again: false }
    }

    fn act(key: &str, focus: Focus) -> Option<Act> {
        find(press(key), focus, Shortcuts::On)
    }

    /// Every key of the table with what it does.
    fn keys() -> impl Iterator<Item = (Key, Act)> {
        TABLE.iter().flat_map(|line| line.keys.iter().map(move |key| (*key, line.act)))
    }

    #[test]
    fn no_key_does_two_things_and_no_line_is_there_twice() {
        let all: Vec<_> = keys().collect();
        for (index, (key, act)) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|(other, _)| other != key), "{key:?} of {act:?}");
        }
        for (index, line) in TABLE.iter().enumerate() {
            assert!(TABLE[..index].iter().all(|other| other.act != line.act), "{:?}", line.act);
        }
    }

    #[test]
    fn every_key_of_the_table_acts_where_nothing_has_the_focus() {
        for (key, expected) in keys() {
            let shift = matches!(key, Key::ControlShift(_));
            let control = shift || matches!(key, Key::Control(_));
            let name = if key == Key::Space { " " } else { raw(key) };
            let press = Press { key: name, control, shift, alt: false, again: false };
            assert_eq!(find(press, Focus::Nothing, Shortcuts::On), Some(expected), "{key:?}");
        }
    }

    fn raw(key: Key) -> &'static str {
        match key {
            Key::Arrow(name) | Key::Paging(name) => name,
            other => other.cap(),
        }
    }

    /// Keys with Control that a browser keeps for itself, or that a person expects of it.
    const BROWSERS_OWN: &str = "acdefghijklmnopqrstuvwxy0123456789+-=";

    #[test]
    fn nothing_overlaps_the_browsers_own() {
        for (key, act) in keys() {
            match key {
                Key::Control(letter) | Key::ControlShift(letter) => {
                    assert!(!BROWSERS_OWN.contains(letter), "{act:?}");
                }
                // Quick find, caret browsing and the like.
                Key::Character(character) => assert!(!"'/ ".contains(character), "{act:?}"),
                _ => {}
            }
        }
    }

    #[test]
    fn nothing_acts_while_somebody_types_or_a_dialog_is_open() {
        for (key, _) in keys() {
            assert_eq!(act(raw(key), Focus::Text), None);
            assert_eq!(act(raw(key), Focus::Dialog), None);
        }
    }

    #[test]
    fn bare_characters_can_be_switched_off_and_the_rest_stays() {
        let off = |key| find(press(key), Focus::Nothing, Shortcuts::Off);
        assert_eq!(off("."), None);
        assert_eq!(off("r"), None);
        assert_eq!(off(" "), Some(Act::PlayOrPause));
        assert_eq!(off("ArrowRight"), Some(Act::Step));
    }

    #[test]
    fn controls_keep_their_own_keys() {
        assert_eq!(act(" ", Focus::Button), None);
        assert_eq!(act("ArrowRight", Focus::Button), Some(Act::Step));
        assert_eq!(act("ArrowRight", Focus::Control), None);
        assert_eq!(act("n", Focus::Control), Some(Act::NextChange));
        assert_eq!(
            (act("n", Focus::List), act("ArrowLeft", Focus::List), act(" ", Focus::List)),
            (None, None, None)
        );
    }

    #[test]
    fn a_clicker_works_wherever_the_presenter_has_clicked_last() {
        for focus in [Focus::Nothing, Focus::Button, Focus::Control, Focus::List] {
            assert_eq!(act("PageDown", focus), Some(Act::NextChange), "{focus:?}");
            assert_eq!(act("PageUp", focus), Some(Act::PreviousChange), "{focus:?}");
        }
        for focus in [Focus::Scroller, Focus::Text, Focus::Dialog] {
            assert_eq!(act("PageDown", focus), None, "{focus:?}");
        }
        assert_eq!(act(" ", Focus::Scroller), Some(Act::PlayOrPause));
    }

    #[test]
    fn a_key_that_is_held_repeats_steps_only() {
        let held = |key| find(Press { again: true, ..press(key) }, Focus::Nothing, Shortcuts::On);
        assert_eq!(held("ArrowRight"), Some(Act::Step));
        assert_eq!(held(" "), None);
    }
}
