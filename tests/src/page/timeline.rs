//! The timeline: its lanes and its strip, and the time lab below.

use anyhow::{Context, Result};
use serde_json::json;

use super::Page;
use super::basics::id;
use crate::wait;

/// A point of the lanes: which lane, counted from the publisher's, and how far along the time that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Lane(pub u32, pub f64);

impl Page {
    /// Where a point of the lanes is in the window.
    pub async fn lane_point(&self, Lane(lane, share): Lane) -> Result<(f64, f64)> {
        let script = "const room = document.querySelector('.lanes-scroller').getBoundingClientRect();
            const probe = document.querySelector('.lanes-probe');
            const width = document.querySelector('.lanes-scroller').clientWidth - probe.offsetWidth - 8;
            return [room.left + probe.offsetWidth + width * arguments[1],
                room.top + probe.offsetHeight * (arguments[0] + 0.5)]";
        self.script(script, vec![json!(lane), json!(share)]).await
    }

    /// Moves the mouse to a point, with or without a button down.
    pub async fn mouse(&self, what: &str, (x, y): (f64, f64)) -> Result<()> {
        let (kind, button, buttons) = match what {
            "down" => ("mousePressed", "left", 1),
            "up" => ("mouseReleased", "left", 0),
            "drag" => ("mouseMoved", "left", 1),
            _ => ("mouseMoved", "none", 0),
        };
        let event =
            json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
        self.devtools("Input.dispatchMouseEvent", event).await?;
        self.until_the_picture_is_new().await
    }

    /// Clicks on a point.
    pub async fn click_at(&self, point: (f64, f64)) -> Result<()> {
        for what in ["move", "down", "up"] {
            self.mouse(what, point).await?;
        }
        Ok(())
    }

    /// Turns the wheel at a point; `held` is a key: 0 none, 2 Control, 8 Shift.
    pub async fn wheel(&self, (x, y): (f64, f64), turn: f64, held: u32) -> Result<()> {
        let event =
            json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": turn, "modifiers": held });
        self.devtools("Input.dispatchMouseEvent", event).await?;
        self.until_the_picture_is_new().await
    }

    /// Puts fingers on points of the window, moves them, or lifts them (then there are none).
    pub async fn touch(&self, kind: &str, points: &[(f64, f64)]) -> Result<()> {
        let points: Vec<_> =
            points.iter().enumerate().map(|(id, (x, y))| json!({ "x": x, "y": y, "id": id })).collect();
        self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await?;
        self.until_the_picture_is_new().await
    }

    /// The part of the record that the lanes show, in thousandths of the whole; none for the whole.
    pub async fn shown_part(&self) -> Result<Option<(f64, f64)>> {
        let script = "const e = document.querySelector('[data-testid=strip-window]');
            return e && [parseFloat(e.style.left) * 10, parseFloat(e.style.width) * 10]";
        self.script(script, vec![]).await
    }

    /// What was said of the lanes last, for a screen reader.
    pub async fn said_of_lanes(&self) -> Result<String> {
        self.text(&id("lanes-said")).await
    }

    /// The text of the card on the lanes, as soon as there is one.
    pub async fn lanes_card(&self) -> Result<String> {
        wait::until("there is a card", async || self.has(&id("lanes-card")).await).await?;
        self.text(&id("lanes-card")).await
    }

    /// Whether the lanes can be seen.
    pub async fn lanes_are_open(&self) -> Result<bool> {
        self.shows(&id("lanes")).await
    }

    /// What is drawn in the lanes, as one text that is equal for equal pictures.
    pub async fn lane_pixels(&self) -> Result<String> {
        let script =
            "return [...document.querySelectorAll('.lanes-room > canvas')].map((c) => c.toDataURL()).join()";
        self.script(script, vec![]).await
    }

    /// The entry that the history tells of.
    pub async fn history(&self) -> Result<String> {
        wait::until("the history is open", async || self.has(&id("history-what")).await).await?;
        let text = self.text(&id("history-what")).await?;
        Some(text).filter(|text| !text.is_empty()).context("the history tells of something")
    }
}
