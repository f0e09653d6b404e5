//! What the page does behind its picture: frames that it asks for, layout that shifts, pixels of the canvas.

use anyhow::{Context, Result};
use serde_json::json;

use super::Page;
use crate::wait;

impl Page {
    /// How many frames have been asked for since the page was loaded.
    pub async fn frames_requested(&self) -> Result<u64> {
        self.script("return window.__seen.frames", vec![]).await
    }

    /// How far the layout has shifted without being asked to since the page was loaded or this was last called, and what
    /// shifted, the sentences of what is happening aside.
    pub async fn take_layout_shift(&self) -> Result<(f64, Vec<String>)> {
        let script = "const { shift, shifted } = window.__seen;
            window.__seen.shift = 0; window.__seen.shifted = []; return [shift, shifted]";
        self.script(script, vec![]).await
    }

    /// Everything that is drawn, as one text that is equal for equal pictures.
    pub async fn canvas_pixels(&self) -> Result<String> {
        let script = "return [...document.querySelectorAll('canvas')].map((c) => c.toDataURL()).join()";
        self.script(script, vec![]).await
    }

    /// Waits until the page asks for no more frames.
    pub async fn until_no_frame_is_requested(&self) -> Result<()> {
        wait::until("no frame is requested", async || {
            let before = self.frames_requested().await?;
            self.until_the_picture_is_new().await?;
            Ok(self.frames_requested().await? == before)
        })
        .await
    }

    /// Waits until nothing is said any more of what has happened: a page says it once a second at the most, so it
    /// may still have something to say when time stands still already.
    pub async fn until_nothing_more_is_said(&self) -> Result<()> {
        wait::until("nothing more is said", async || {
            let before = self.text("[data-testid=announcer]").await?;
            self.watch_for_a_second().await?;
            Ok(self.text("[data-testid=announcer]").await? == before)
        })
        .await
    }

    /// Lets a second pass in the browser: what stands still is watched for that long.
    pub async fn watch_for_a_second(&self) -> Result<()> {
        self.asynchronous("setTimeout(arguments[0], 1000)").await?;
        Ok(())
    }

    /// Holds back every frame that the page asks for from now on: time stands still, and the page does not know.
    pub async fn hold_frames(&self) -> Result<()> {
        self.script("window.__seen.hold = true", vec![]).await
    }

    /// Gives the page the frames that were held back.
    pub async fn let_frames_come(&self) -> Result<()> {
        let script = "const { seen, held, frame } = { seen: window.__seen, ...window.__seen };
            seen.hold = false; held.splice(0).forEach((callback) => frame(callback))";
        self.script(script, vec![]).await
    }

    /// Everything that a screen reader finds, line by line. What tells of the past is left out: Undo, notices,
    /// announcements.
    pub async fn everything_a_screen_reader_finds(&self) -> Result<String> {
        let script = "for (const id of ['undo', 'redo', 'notice', 'announcer'])
            for (const e of document.querySelectorAll(`[data-testid=${id}]`)) e.inert = true;
            document.activeElement?.blur()";
        self.script::<()>(script, vec![]).await?;
        self.until_the_picture_is_new().await?;
        let tree = self.devtools("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().context("the tree has nodes")?;
        let told = nodes
            .iter()
            .filter(|node| node["ignored"] != true && node["role"]["value"] != "InlineTextBox")
            .map(|node| {
                let value = |field: &str| node[field]["value"].to_string();
                let properties = node["properties"].as_array().into_iter().flatten();
                let properties: Vec<String> = properties
                    .filter(|property| property["name"] != "focused")
                    .map(|property| format!("{}={}", property["name"], property["value"]["value"]))
                    .collect();
                let [role, name, held, description] = ["role", "name", "value", "description"].map(value);
                format!("{role} {name} {held} {description} {}", properties.join(" "))
            });
        Ok(told.collect::<Vec<_>>().join("\n"))
    }

    /// The words that are left when every text of the page is `X`: shown or spoken, but for states, names, keys of the
    /// keyboard and what a program prints.
    pub async fn untranslated_words(&self) -> Result<Vec<String>> {
        self.script(include_str!("../scripts/untranslated.js"), vec![]).await
    }

    /// Opens all that is folded.
    pub async fn open_details(&self) -> Result<()> {
        self.script("for (const e of document.querySelectorAll('details')) e.open = true", vec![]).await
    }

    /// Looks at another tab for a second: this page is hidden for so long.
    pub async fn look_away(&self) -> Result<()> {
        let here = self.driver().window().await?;
        let other = self.driver().new_tab().await?;
        self.driver().switch_to_window(other).await?;
        self.watch_for_a_second().await?;
        self.driver().close_window().await?;
        Ok(self.driver().switch_to_window(here).await?)
    }
}
