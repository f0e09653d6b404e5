//! What leaves the page as a file: pictures and data.

use std::path::PathBuf;

use anyhow::Result;

use super::Page;
use super::basics::id;
use crate::wait;

impl Page {
    /// Opens the dialog of pictures and data, as somebody does who finds it in the dialog of scenarios.
    pub async fn open_export(&self) -> Result<()> {
        self.open_scenarios().await?;
        self.click(&id("open-export")).await?;
        wait::until("the export is there", async || self.shows(&id("export-save")).await).await
    }

    /// Chooses what is written (`run.csv` ...) and, where it can be chosen, which part of the run (`whole` ...).
    pub async fn choose_export(&self, file: &str, part: &str) -> Result<()> {
        self.click(&format!("[data-testid=export-format][value='{file}']")).await?;
        let part = format!("[data-testid=export-extent][value='{part}']");
        self.until_the_picture_is_new().await?;
        if self.has(&part).await? { self.click(&part).await } else { Ok(()) }
    }

    /// Saves what was up to the place that is looked at as the file `name`, and says where the browser has put it.
    pub async fn export(&self, name: &str) -> Result<PathBuf> {
        self.export_part(name, "to-place").await
    }

    /// Saves a part of the run as the file `name`.
    pub async fn export_part(&self, name: &str, part: &str) -> Result<PathBuf> {
        self.open_export().await?;
        self.choose_export(name, part).await?;
        let saved = self.saved_by(async || self.click(&id("export-save")).await).await?;
        self.close_dialog().await?;
        Ok(saved)
    }
}
