//! Frames with 200 services and 5,000 messages in flight, beside a bare canvas page that moves as many dots.

use std::fs;

use anyhow::Result;
use serde_json::{Value, json};
use tempfile::TempDir;
use tests::page::id;
use tests::visit::{Visit, in_browser};
use tests::{Page, wait};

use crate::numbers::{median, quantile, save, verdict};

/// How often each page is measured, in turns.
const ROUNDS: usize = 3;
/// How many frames of each.
const FRAMES: usize = 600;
/// Frames before those: programs get warm, the lanes and the graph are laid out.
const WARM: usize = 120;
/// A longer gap between two frames is seen.
const LONG_GAP_MS: f64 = 25.0;
/// The most frames with a long gap that the page may have beyond the yardstick's, in hundredths of all.
const MOST_BEYOND: f64 = 5.0;
/// The most that our script may take in 95 of 100 frames.
const MOST_SCRIPT_MS: f64 = 6.0;

const SERVICES: usize = 200;
/// A service looks again so long after its work, and works so long: two messages in twice that, of which each flies
/// 400 ms, so that more than 5,000 are in flight. The page draws the 5,000 newest.
const TURN_MS: usize = 14;

/// Notes for each frame when it came and how long the page's script took in it: its callback, and all that it left to
/// be done right after, which is where a virtual DOM is compared.
const WATCH: &str = "(() => {
  const own = window.requestAnimationFrame.bind(window);
  const seen = window.__frames = { gaps: [], scripts: [], last: null, tasks: 0 };
  const after = (turns, began) => {
    if (turns > 0) queueMicrotask(() => after(turns - 1, began));
    else seen.scripts.push(performance.now() - began);
  };
  window.requestAnimationFrame = (callback) => own((now) => {
    if (seen.last !== null && now > seen.last) seen.gaps.push(now - seen.last);
    seen.last = now;
    const began = performance.now();
    callback(now);
    after(24, began);
  });
  new PerformanceObserver((list) => { seen.tasks += list.getEntries().length; }).observe({ type: 'longtask' });
})()";

/// What the frames of one page were like.
#[derive(Default)]
struct Frames {
    gaps: Vec<f64>,
    scripts: Vec<f64>,
    /// Tasks of more than 50 ms among them.
    long_tasks: u64,
}

/// Measures and reports.
pub(crate) async fn run(page: &str, dots: &str) -> Result<()> {
    let folder = TempDir::new()?;
    let scenario = folder.path().join("busy.json");
    fs::write(&scenario, busy_scenario().to_string())?;
    let (mut ours, mut bare) = (Frames::default(), Frames::default());
    for _ in 0..ROUNDS {
        in_browser(&Visit::new().before(WATCH), page, async |page| {
            page.open().await?;
            page.open_file(&scenario).await?;
            page.close_dialog().await?;
            let services = format!("{}[data-node=service]", id("node"));
            wait::until_equal("all services are there", SERVICES, async || page.count(&services).await)
                .await?;
            ours.measure(page).await
        })
        .await?;
        in_browser(&Visit::new().before(WATCH), dots, async |page| {
            page.go_to(dots).await?;
            bare.measure(page).await
        })
        .await?;
    }
    report(&ours, &bare)
}

fn report(ours: &Frames, bare: &Frames) -> Result<()> {
    let beyond = ours.long_gaps() - bare.long_gaps();
    let script = quantile(&ours.scripts, 0.95);
    let (smooth, quick) = (beyond <= MOST_BEYOND, script <= MOST_SCRIPT_MS);
    println!("| measure | figure | yardstick in the same run | ratio | to reach |");
    println!("|---|---|---|---|---|");
    println!(
        "| frames after a gap over 25 ms, {SERVICES} services and 5,000 messages | {:.1} % | a bare canvas with 5,000 dots: \
         {:.1} % | {beyond:+.1} % | +{MOST_BEYOND} % or less: {} |",
        ours.long_gaps(),
        bare.long_gaps(),
        verdict(smooth)
    );
    println!(
        "| our script in a frame, 95 of 100 | {script:.1} ms (median {:.1}) | the dots: {:.1} ms (median {:.1}) | | \
         {MOST_SCRIPT_MS} ms or less: {} |",
        median(&ours.scripts),
        quantile(&bare.scripts, 0.95),
        median(&bare.scripts),
        verdict(quick)
    );
    println!("| tasks over 50 ms | {} | the dots: {} | | |", ours.long_tasks, bare.long_tasks);
    save("frame", &json!({ "page": ours.json(), "dots": bare.json(), "reached": smooth && quick }))
}

impl Frames {
    async fn measure(&mut self, page: &Page) -> Result<()> {
        let script = |from: &str| format!("return window.__frames.{from}");
        let reached = async |frames: usize| {
            Ok(page.script::<usize>(&script("scripts.length"), vec![]).await? >= frames)
        };
        wait::until("the page is warm", async || reached(WARM).await).await?;
        page.script::<()>("Object.assign(window.__frames, { gaps: [], scripts: [], tasks: 0 })", vec![])
            .await?;
        // Two waits: slow frames take longer than anything else may.
        wait::until("half the frames are drawn", async || reached(FRAMES / 2).await).await?;
        wait::until("the frames are drawn", async || reached(FRAMES).await).await?;
        let seen: Value = page.script("return window.__frames", vec![]).await?;
        let figures = |name: &str| -> Result<Vec<f64>> { Ok(serde_json::from_value(seen[name].clone())?) };
        self.gaps.extend(figures("gaps")?.into_iter().take(FRAMES));
        self.scripts.extend(figures("scripts")?.into_iter().take(FRAMES));
        self.long_tasks += seen["tasks"].as_u64().unwrap_or_default();
        Ok(())
    }

    /// How many of its frames came after a long gap, in hundredths.
    fn long_gaps(&self) -> f64 {
        let long = self.gaps.iter().filter(|gap| **gap > LONG_GAP_MS).count();
        100.0 * long as f64 / self.gaps.len() as f64
    }

    fn json(&self) -> Value {
        json!({
            "frames": self.gaps.len(), "long_gaps_percent": self.long_gaps(), "gap_median_ms": median(&self.gaps),
            "script_median_ms": median(&self.scripts), "script_p95_ms": quantile(&self.scripts, 0.95),
            "tasks_over_50_ms": self.long_tasks,
        })
    }
}

/// Services that all act on one state and set it again, set apart in time.
fn busy_scenario() -> Value {
    let service = |number: usize| {
        let starts_at_us = number * 2 * TURN_MS * 1_000 / SERVICES;
        json!({
            "name": format!("S{number}"), "allowed_states": { "BUSY": "BUSY" }, "poll_interval_ms": TURN_MS,
            "work_time_ms": TURN_MS, "starts_at_ms": starts_at_us as f64 / 1_000.0,
        })
    };
    json!({
        "version": 1, "name": "Busy", "services": (0..SERVICES).map(service).collect::<Vec<_>>(),
        "commands": [{ "at_ms": 0, "publish": "BUSY" }],
    })
}
