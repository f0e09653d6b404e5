//! The charts of the time lab.

use anyhow::Result;
use serde_json::json;

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Opens the time lab with its charts.
    pub async fn open_charts(&self) -> Result<()> {
        if !self.has(&id("time-lab")).await? {
            self.click(&id("open-time-lab")).await?;
        }
        self.click(&id("tab-charts")).await?;
        wait::until("the charts are there", async || self.shows(&id("chart")).await).await
    }

    /// What stands above a chart: its name, and its values at the instant that is read.
    pub async fn chart(&self, name: &str) -> Result<String> {
        let text = self.text(&format!("{} figcaption", chart(name))).await?;
        Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Points at a chart so far along its time, 0 to 1.
    pub async fn point_at_chart(&self, name: &str, share: f64) -> Result<()> {
        self.chart_mouse(name, share, "mouseMoved").await
    }

    /// Clicks on a chart so far along its time.
    pub async fn click_chart(&self, name: &str, share: f64) -> Result<()> {
        self.chart_mouse(name, share, "mousePressed").await?;
        self.chart_mouse(name, share, "mouseReleased").await
    }

    async fn chart_mouse(&self, name: &str, share: f64, what: &str) -> Result<()> {
        let script = "const plot = document.querySelector(arguments[0]);
            plot.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = plot.getBoundingClientRect();
            return [left + width * arguments[1], top + height / 2]";
        let plot = format!("{} .chart-plot", chart(name));
        let (x, y): (f64, f64) = self.script(script, vec![json!(plot), json!(share)]).await?;
        let button = if what == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": what, "x": x, "y": y, "button": button, "clickCount": 1 });
        self.devtools("Input.dispatchMouseEvent", event).await?;
        self.until_the_picture_is_new().await
    }

    /// The instant at which the charts are read.
    pub async fn charts_read(&self) -> Result<String> {
        self.text(&id("charts-read")).await
    }

    /// The rows of a chart's table, which is open.
    pub async fn chart_rows(&self, name: &str) -> Result<Vec<String>> {
        self.texts(&format!("{} tr", chart(name))).await
    }
}

/// A chart.
pub fn chart(name: &str) -> String {
    format!("{}[data-chart='{name}']", id("chart"))
}
