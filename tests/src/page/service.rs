//! A service: its node in the graph and its inspector.

use anyhow::{Context, Result};

use super::Page;
use super::basics::id;
use crate::wait;

/// A service of the run, by its name.
#[derive(Clone, Copy, Debug)]
pub struct Service<'a> {
    page: &'a Page,
    name: &'a str,
}

impl Page {
    /// A service.
    pub fn service<'a>(&'a self, name: &'a str) -> Service<'a> {
        Service { page: self, name }
    }

    /// The names of all services in the graph, in its order.
    pub async fn service_names(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('[data-testid=node][data-node=service]')]
            .map((node) => node.dataset.service)";
        self.script(script, vec![]).await
    }

    /// Applies what was typed into the inspector.
    pub async fn apply_edit(&self) -> Result<()> {
        self.click(&id("edit-apply")).await
    }

    /// What the page has against an edit; empty when it has nothing against it.
    pub async fn edit_error(&self) -> Result<String> {
        if self.has(&id("edit-error")).await? {
            self.text(&id("edit-error")).await
        } else {
            Ok(String::new())
        }
    }
}

impl Service<'_> {
    /// Finds its node.
    pub fn node(&self) -> String {
        format!("{}[data-service=\"{}\"]", id("node"), self.name)
    }

    /// Its phase: `sleeping`, `working`, `crashed` ...
    pub async fn phase(&self) -> Result<String> {
        let phase = self.page.attribute(&self.node(), "data-phase").await?;
        phase.with_context(|| format!("{} has no phase", self.name))
    }

    /// Waits until it is in a phase.
    pub async fn until_it_is(&self, phase: &str) -> Result<()> {
        let what = format!("the phase of {}", self.name);
        wait::until_equal(&what, phase.to_owned(), async || self.phase().await).await
    }

    /// Selects it, and opens the inspector if that is closed.
    pub async fn inspect(&self) -> Result<()> {
        self.page.click(&self.node()).await?;
        if !self.page.shows(&id("inspector")).await? {
            self.page.open_lab().await?;
        }
        wait::until("the inspector is about the service", async || {
            Ok(self.page.text(&id("inspector")).await?.contains(self.name))
        })
        .await
    }

    /// Crashes it.
    pub async fn crash(&self) -> Result<()> {
        self.command("service-crash").await
    }

    /// Stops it.
    pub async fn stop(&self) -> Result<()> {
        self.command("service-stop").await
    }

    /// Starts it.
    pub async fn start(&self) -> Result<()> {
        self.command("service-start").await
    }

    /// Starts it again after a stop or a crash.
    pub async fn restart(&self) -> Result<()> {
        self.command("service-restart").await
    }

    /// Removes it from the run.
    pub async fn remove(&self) -> Result<()> {
        self.command("service-remove").await
    }

    async fn command(&self, test_id: &str) -> Result<()> {
        self.inspect().await?;
        self.page.click(&id(test_id)).await
    }
}
