//! Scenarios and their files.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Opens the dialog of scenarios.
    pub async fn open_scenarios(&self) -> Result<()> {
        self.click(&id("scenarios")).await?;
        wait::until("the scenarios are there", async || self.shows(&id("scenario-choice")).await).await
    }

    /// Opens a built-in scenario: `described`, `listed` ...
    pub async fn switch_scenario(&self, name: &str) -> Result<()> {
        self.open_scenarios().await?;
        self.click(&format!("{}[data-scenario=\"{name}\"]", id("scenario-choice"))).await
    }

    /// Saves the scenario and answers with the file's path.
    pub async fn save_file(&self) -> Result<PathBuf> {
        self.save_with(&id("save-file")).await
    }

    /// Presses a button of the scenarios dialog that saves a file.
    async fn save_with(&self, button: &str) -> Result<PathBuf> {
        self.open_scenarios().await?;
        let saved = self.saved_by(async || self.click(button).await).await?;
        self.close_dialog().await?;
        Ok(saved)
    }

    /// The file that the browser saves because of `act`.
    pub async fn saved_by(&self, act: impl AsyncFnOnce() -> Result<()>) -> Result<PathBuf> {
        let before = self.saved_files()?;
        act().await?;
        wait::for_some("the file is saved", async || {
            Ok(self.saved_files()?.into_iter().find(|file| !before.contains(file)))
        })
        .await
    }

    /// Closes the dialog that is open, if one is.
    pub async fn close_dialog(&self) -> Result<()> {
        if self.has("dialog[open]").await? {
            self.press(Key::Escape).await?;
        }
        self.until_no_dialog_is_there().await
    }

    /// Waits until the last dialog is closed, and the page knows it: the browser closes one and gives the focus back
    /// before it tells the page.
    pub async fn until_no_dialog_is_there(&self) -> Result<()> {
        wait::until("the dialog is gone", async || Ok(!self.has("dialog").await?)).await
    }

    /// Waits until something is kept in the browser's storage.
    pub async fn until_something_is_kept(&self) -> Result<()> {
        wait::until("something is kept", async || self.script("return localStorage.length > 0", vec![]).await)
            .await
    }

    /// Goes to the page again, with this in place of everything that is kept in the browser's storage.
    pub async fn open_with_kept(&self, garbage: &str) -> Result<()> {
        let garbage = json!(garbage);
        let script =
            format!("for (const key of Object.keys(localStorage)) localStorage.setItem(key, {garbage})");
        self.open_after(&script).await
    }

    fn saved_files(&self) -> Result<Vec<PathBuf>> {
        let files: Result<Vec<PathBuf>, _> =
            std::fs::read_dir(self.downloads())?.map(|entry| entry.map(|entry| entry.path())).collect();
        // Until it is whole, Chromium's file has another ending.
        let endings = ["json", "jsonl", "csv", "mmd", "svg", "png"];
        let finished =
            |path: &PathBuf| path.extension().is_some_and(|ending| endings.iter().any(|e| ending == *e));
        Ok(files?.into_iter().filter(finished).collect())
    }

    /// Opens a scenario's file.
    pub async fn open_file(&self, path: &Path) -> Result<()> {
        self.open_scenarios().await?;
        let field = self.find(&id("open-file")).await?;
        field.send_keys(path.to_str().unwrap_or_default()).await?;
        Ok(())
    }

    /// The problems that are listed.
    pub async fn problems(&self) -> Result<Vec<String>> {
        self.texts(&format!("{} li", id("problems"))).await
    }
}
