//! What the monkey can do. An act is chosen without looking at the page, so that a seed always gives the same acts; one
//! that cannot be done just now is not done.

use anyhow::Result;
use fastrand::Rng;
use tests::Page;
use tests::page::{Press, id};
use tests::visit::Size;
use thirtyfour::Key;

/// What is clicked that belongs to the run.
const RUN: &[&str] = &[
    "play",
    "step",
    "step-back",
    "next-change",
    "previous-change",
    "undo",
    "redo",
    "publish-state",
    "publish-button",
    "node",
    "lab",
    "service-start",
    "service-stop",
    "service-crash",
    "service-restart",
    "service-remove",
    "service-rename",
    "service-add",
    "add-apply",
    "edit-apply",
    "edit-add-row",
    "edit-remove-row",
    "console-line",
    "console-clear",
    "flowchart-step",
];
/// What is clicked that belongs to the page.
const PAGE: &[&str] = &["language-en", "language-id", "restart-run", "console-copy"];
/// What opens a dialog, or is in one.
const DIALOGS: &[&str] = &["help", "scenarios", "scenario-choice", "model-card", "save-file"];
const FIELDS: &[&str] = &[
    "publish-input",
    "edit-poll-interval",
    "edit-work-time",
    "edit-name",
    "add-name",
    "edit-state",
    "edit-next",
];
const TEXTS: &[&str] =
    &["order_paid", "0.25", "0", "-1", "1e3", "INVOICE", "a b", "<b>&amp;</b>", "", "🦀", "0,5", "IDLE"];
const SPEEDS: &[&str] = &["0.1", "1", "10", "1000"];
const KEYS: &[Key] = &[
    Key::Tab,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::Left,
    Key::Right,
    Key::Up,
    Key::Down,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
];

/// How much the monkey may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repertoire {
    /// Only what belongs to the run.
    Run,
    /// Everything but what opens dialogs.
    NoDialogs,
    /// Everything.
    Everything,
}

/// One act.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Clicks the n-th of the elements with this test id.
    Click(&'static str, usize),
    /// Clicks a place of the window, in thousandths of its size.
    ClickAt(u32, u32),
    /// Drags from one place of the window to another.
    Drag((u32, u32), (u32, u32)),
    /// Moves the scrubber, in thousandths of what is recorded.
    Scrub(u32),
    /// Chooses a speed.
    Speed(&'static str),
    /// Chooses a theme.
    Theme(&'static str),
    /// Types into a field, in place of what is there.
    Type(&'static str, &'static str),
    /// Presses a named key.
    Key(Key),
    /// Presses a key that types a character.
    Character(char),
    /// Changes the window's size.
    Resize(Size),
    /// Loads the page again.
    Reload,
}

impl Act {
    /// The next act of a seed.
    pub(crate) fn any(rng: &mut Rng, repertoire: Repertoire) -> Act {
        let place = |rng: &mut Rng| (rng.u32(0..1000), rng.u32(0..1000));
        match (rng.u32(0..100), repertoire) {
            (0..40, _) => Act::Click(RUN[rng.usize(0..RUN.len())], rng.usize(0..6)),
            (40..50, _) => Act::Scrub(rng.u32(0..=1000)),
            (50..58, _) => Act::Speed(SPEEDS[rng.usize(0..SPEEDS.len())]),
            (58..72, _) => Act::Type(FIELDS[rng.usize(0..FIELDS.len())], TEXTS[rng.usize(0..TEXTS.len())]),
            (_, Repertoire::Run) => Act::Click("publish-state", rng.usize(0..6)),
            (72..74, _) => Act::Theme(["system", "light", "dark"][rng.usize(0..3)]),
            (74..78, _) => Act::Click(PAGE[rng.usize(0..PAGE.len())], 0),
            (78..84, Repertoire::Everything) => {
                Act::Click(DIALOGS[rng.usize(0..DIALOGS.len())], rng.usize(0..5))
            }
            (72..84, _) => Act::Click("publish-state", rng.usize(0..6)),
            (84..88, _) => Act::Key(KEYS[rng.usize(0..KEYS.len())].clone()),
            (88..91, _) => Act::Character(rng.alphanumeric()),
            (91..94, Repertoire::Everything) => {
                let (x, y) = place(rng);
                Act::ClickAt(x, y)
            }
            (91..97, _) => Act::Drag(place(rng), place(rng)),
            (97..99, _) => Act::Resize(Size::ALL[rng.usize(0..Size::ALL.len())]),
            _ => Act::Reload,
        }
    }

    /// Does it, if it can be done now.
    pub(crate) async fn perform(&self, page: &Page) -> Result<()> {
        match self {
            Act::Click(test_id, number) => page.click_if_possible(&id(test_id), *number).await,
            Act::ClickAt(x, y) => page.drag((*x, *y), (*x, *y)).await,
            Act::Drag(from, to) => page.drag(*from, *to).await,
            Act::Scrub(thousandths) => {
                let end = page.recorded_ms().await?;
                if page.has("dialog[open]").await? {
                    return Ok(());
                }
                page.seek((end * f64::from(*thousandths) / 1000.0).floor()).await
            }
            Act::Speed(speed) => page.choose_if_possible(&id("speed"), speed).await,
            Act::Theme(theme) => page.choose_if_possible(&id("theme"), theme).await,
            Act::Type(field, text) => page.fill_if_possible(&id(field), text).await,
            Act::Key(key) => page.press(key.clone()).await,
            Act::Character(character) => page.press(Press::Character(*character)).await,
            Act::Resize(size) => page.resize(*size).await,
            Act::Reload => page.reload().await,
        }
    }
}
