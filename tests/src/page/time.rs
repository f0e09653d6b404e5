//! Time: play, pause, step, speed, the scrubber.

use anyhow::{Context, Result};
use serde_json::json;

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// The simulated milliseconds of the place that is looked at.
    pub async fn clock_ms(&self) -> Result<f64> {
        let clock = self.attribute(&id("clock"), "data-ms").await?.context("the clock has no data-ms")?;
        Ok(clock.parse()?)
    }

    /// The end of what is recorded, in simulated milliseconds.
    pub async fn recorded_ms(&self) -> Result<f64> {
        let script = "const e = document.querySelector('[data-testid=scrubber]');
            return Number(e.max || e.getAttribute('aria-valuemax'))";
        self.script(script, vec![]).await
    }

    /// Whether time is running.
    pub async fn is_playing(&self) -> Result<bool> {
        let script = "const e = document.querySelector('[data-testid=play]');
            return (e.dataset.playing ?? e.getAttribute('aria-pressed')) === 'true'";
        self.script(script, vec![]).await
    }

    /// Stops time, if it is running.
    pub async fn pause(&self) -> Result<()> {
        if self.is_playing().await? {
            self.click(&id("play")).await?;
        }
        wait::until("time stands", async || Ok(!self.is_playing().await?)).await
    }

    /// Lets time run, if it stands.
    pub async fn play(&self) -> Result<()> {
        if !self.is_playing().await? {
            self.click(&id("play")).await?;
        }
        wait::until("time runs", async || self.is_playing().await).await
    }

    /// One step forwards.
    pub async fn step(&self) -> Result<()> {
        self.click(&id("step")).await
    }

    /// One step backwards.
    pub async fn step_back(&self) -> Result<()> {
        self.click(&id("step-back")).await
    }

    /// To the next change.
    pub async fn next_change(&self) -> Result<()> {
        self.click(&id("next-change")).await
    }

    /// To the change before.
    pub async fn previous_change(&self) -> Result<()> {
        self.click(&id("previous-change")).await
    }

    /// Sets the speed: `0.1` to `1000`.
    pub async fn set_speed(&self, speed: &str) -> Result<()> {
        self.choose(&id("speed"), speed).await
    }

    /// Opens the time lab, if it is not open, with a tab: `run-until`, `branches` ...
    pub async fn open_time_tab(&self, tab: &str) -> Result<()> {
        if !self.has(&id("time-lab")).await? {
            self.click(&id("open-time-lab")).await?;
        }
        self.click(&id(&format!("tab-{tab}"))).await?;
        let open = format!("{}[aria-selected=true]", id(&format!("tab-{tab}")));
        wait::until("the tab is open", async || self.has(&open).await).await
    }

    /// Makes another future: another state is published before the first one was, and both futures are compared, with a
    /// breakpoint kept and a part looped.
    pub async fn use_the_time_lab(&self) -> Result<()> {
        self.pause().await?;
        self.seek(10.0).await?;
        self.publish("ORDER_COMPLETED").await?;
        self.open_time_tab("run-until").await?;
        self.click(&id("until-keep")).await?;
        self.choose(&id("until-choice"), "at 0").await?;
        self.click(&id("until-go")).await?;
        self.find(&id("until-error")).await?;
        self.fill(&id("loop-from"), "0").await?;
        self.fill(&id("loop-until"), "1").await?;
        self.click(&id("loop-set")).await?;
        self.find(&id("loop-sign")).await?;
        self.open_time_tab("branches").await?;
        self.click(&id("branch-compare")).await?;
        self.find(&id("branches-difference")).await?;
        Ok(())
    }

    /// Restarts the run.
    pub async fn restart_run(&self) -> Result<()> {
        self.click(&id("restart-run")).await
    }

    /// Restarts the run so many times, one after the other.
    pub async fn restart_often(&self, times: usize) -> Result<()> {
        let script = "for (let n = 0; n < arguments[0]; n += 1) document.querySelector('[data-testid=restart-run]').click()";
        self.script(script, vec![serde_json::json!(times)]).await
    }

    /// Takes back the last edit, cut or restart.
    pub async fn undo(&self) -> Result<()> {
        self.click(&id("undo")).await
    }

    /// Does again what was taken back.
    pub async fn redo(&self) -> Result<()> {
        self.click(&id("redo")).await
    }

    /// Moves the scrubber to an instant, as dragging it there would.
    pub async fn seek(&self, ms: f64) -> Result<()> {
        let script = "const e = document.querySelector(arguments[0]);
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(e, String(arguments[1]));
            e.dispatchEvent(new Event('input', { bubbles: true }));
            e.dispatchEvent(new Event('change', { bubbles: true }))";
        self.script::<()>(script, vec![json!(id("scrubber")), json!(ms)]).await?;
        self.until_the_picture_is_new().await
    }

    /// Waits until the clock is past an instant.
    pub async fn until_clock_is_past(&self, ms: f64) -> Result<()> {
        wait::until(&format!("the clock is past {ms} ms"), async || Ok(self.clock_ms().await? > ms)).await
    }

    /// Waits until what was asked for has been drawn: two frames.
    pub async fn until_the_picture_is_new(&self) -> Result<()> {
        let script = "const done = arguments[0]; const { frame } = window.__seen;
            frame(() => frame(() => setTimeout(done, 0)))";
        self.asynchronous(script).await?;
        Ok(())
    }
}
