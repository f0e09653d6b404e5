//! Scenarios and their files.

use std::path::{Path, PathBuf};

use anyhow::Result;

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
        let before = self.saved_files()?;
        self.click(&id("save-file")).await?;
        wait::for_some("the file is saved", async || {
            Ok(self.saved_files()?.into_iter().find(|file| !before.contains(file)))
        })
        .await
    }

    fn saved_files(&self) -> Result<Vec<PathBuf>> {
        let files: Result<Vec<PathBuf>, _> =
            std::fs::read_dir(self.downloads())?.map(|entry| entry.map(|entry| entry.path())).collect();
        let finished = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "json");
        Ok(files?.into_iter().filter(finished).collect())
    }

    /// Opens a scenario's file.
    pub async fn open_file(&self, path: &Path) -> Result<()> {
        let field = self.find(&id("open-file")).await?;
        field.send_keys(path.to_str().unwrap_or_default()).await?;
        Ok(())
    }

    /// The problems that are listed.
    pub async fn problems(&self) -> Result<Vec<String>> {
        self.texts(&format!("{} li", id("problems"))).await
    }
}
