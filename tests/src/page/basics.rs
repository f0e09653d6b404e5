//! What every area of the page is reached with.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::*;

use super::Page;
use crate::visit::{Scheme, Size};
use crate::wait;

/// The dialog that is open, once what it is about is here: one that still fetches its part of the page is another.
pub const DIALOG: &str = "dialog[open]:not(.waiting)";

/// The element with this test id.
pub fn id(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

impl Page {
    pub(crate) fn new(driver: WebDriver, address: String, downloads: TempDir) -> Page {
        Page { driver, address, downloads }
    }

    /// Goes to the page and waits until it is there.
    pub async fn open(&self) -> Result<()> {
        self.driver.goto(&self.address).await?;
        self.until_it_is_there().await
    }

    /// Goes to another page, and waits for nothing.
    pub async fn go_to(&self, address: &str) -> Result<()> {
        Ok(self.driver.goto(address).await?)
    }

    /// Goes to the page by a link with this query: `?lang=id`.
    pub async fn open_with(&self, query: &str) -> Result<()> {
        let bare = self.address.split('?').next().unwrap_or_default();
        self.driver.goto(&format!("{bare}{query}")).await?;
        self.until_it_is_there().await
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<()> {
        self.driver.refresh().await?;
        self.until_it_is_there().await
    }

    /// Goes to the page again; before its own scripts, this one runs once.
    pub async fn open_after(&self, script: &str) -> Result<()> {
        let added =
            self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        self.open().await?;
        self.devtools("Page.removeScriptToEvaluateOnNewDocument", added).await?;
        Ok(())
    }

    /// Goes to an empty page: what comes then is about no page of ours.
    pub async fn leave_for_nothing(&self) -> Result<()> {
        Ok(self.driver.goto("about:blank").await?)
    }

    /// With the parts that come on their own because they are shown.
    async fn until_it_is_there(&self) -> Result<()> {
        let script = "return document.querySelector('[data-testid=play]') !== null
            && document.querySelector('.coming') === null";
        wait::until("the page is there", async || self.script(script, vec![]).await).await
    }

    /// What a script returns; its arguments are `arguments[0]` and so on.
    pub async fn script<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let answer = self.driver.execute(script, arguments).await?;
        Ok(answer.convert()?)
    }

    /// What a script hands to the function that is its last argument.
    pub async fn asynchronous(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute_async(script, Vec::new()).await?.json().clone())
    }

    /// Whether there is such an element.
    pub async fn has(&self, selector: &str) -> Result<bool> {
        self.script("return document.querySelector(arguments[0]) !== null", vec![json!(selector)]).await
    }

    /// Whether there is such an element and it can be seen.
    pub async fn shows(&self, selector: &str) -> Result<bool> {
        let script = "const e = document.querySelector(arguments[0]);
            return e !== null && e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
                && e.getClientRects().length > 0";
        self.script(script, vec![json!(selector)]).await
    }

    /// How many such elements there are.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        self.script("return document.querySelectorAll(arguments[0]).length", vec![json!(selector)]).await
    }

    /// The first such element, as soon as there is one.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        let what = format!("{selector} is there");
        wait::for_some(&what, async || Ok(Some(self.driver.find(By::Css(selector)).await?))).await
    }

    /// The text that the first such element shows.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.innerText.trim() ?? null";
        let text: Option<String> = self.script(script, vec![json!(selector)]).await?;
        text.with_context(|| format!("there is no {selector}"))
    }

    /// The texts of all such elements.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText.trim())";
        self.script(script, vec![json!(selector)]).await
    }

    /// An attribute of the first such element.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        let script = "const e = document.querySelector(arguments[0]);
            if (e === null) throw new Error(`there is no ${arguments[0]}`);
            return e.getAttribute(arguments[1])";
        self.script(script, vec![json!(selector), json!(name)]).await
    }

    /// The value of the first such form field.
    pub async fn value(&self, selector: &str) -> Result<String> {
        let script = "return String(document.querySelector(arguments[0]).value)";
        self.script(script, vec![json!(selector)]).await
    }

    /// Clicks the first such element, as soon as that can be done; scrolls to it first, as a person does.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let what = format!("{selector} can be clicked");
        let scroll =
            "document.querySelector(arguments[0])?.scrollIntoView({ block: 'nearest', behavior: 'instant' })";
        wait::until(&what, async || {
            self.script::<()>(scroll, vec![json!(selector)]).await?;
            self.driver.find(By::Css(selector)).await?.click().await?;
            Ok(true)
        })
        .await
    }

    /// Replaces what stands in a text field.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<()> {
        self.click(selector).await?;
        let field = self.find(selector).await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(Key::Delete + "").await?;
        field.send_keys(text).await?;
        Ok(())
    }

    /// Chooses an option of a `<select>` by its value.
    pub async fn choose(&self, selector: &str, value: &str) -> Result<()> {
        self.click(&format!("{selector} option[value=\"{value}\"]")).await
    }

    /// All text that the page shows.
    pub async fn all_text(&self) -> Result<String> {
        self.text("body").await
    }

    /// Sends a command of the DevTools protocol.
    pub async fn devtools(&self, method: &str, parameters: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, parameters).await?)
    }

    /// Gives the window another size.
    pub async fn resize(&self, size: Size) -> Result<()> {
        let Size(width, height) = size;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Changes what the system says about colours and motion.
    pub async fn emulate(&self, scheme: Scheme, motion: &str) -> Result<()> {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme.name() },
            { "name": "prefers-reduced-motion", "value": motion },
        ]});
        self.devtools("Emulation.setEmulatedMedia", features).await?;
        Ok(())
    }

    pub(crate) async fn run_before_each_document(&self, script: &str) -> Result<()> {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// The errors and warnings that stand in the console since the last call.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        let lines = self.driver.browser_log().await?;
        let bad = lines.into_iter().filter(|line| ["SEVERE", "WARNING"].contains(&line.level.as_str()));
        let mut errors: Vec<String> = bad.map(|line| line.message).collect();
        errors.dedup();
        Ok(errors)
    }

    /// Fails when an error or a warning stands in the console: a panic, a refused request, a violation of the security
    /// policy, a preload that nobody uses.
    pub async fn check_console(&self) -> Result<()> {
        let errors = self.console_errors().await?;
        if !errors.is_empty() {
            bail!("errors or warnings in the console:\n{}", errors.join("\n"));
        }
        Ok(())
    }

    /// The folder that saved files land in.
    pub fn downloads(&self) -> &Path {
        self.downloads.path()
    }

    /// Saves a picture of the window.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        Ok(self.driver.screenshot(path).await?)
    }

    pub(crate) fn browser_process(&self) -> Option<u64> {
        self.driver.handle().capabilities().get("goog:processID").and_then(Value::as_u64)
    }

    pub(crate) async fn leave(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    pub(super) fn driver(&self) -> &WebDriver {
        &self.driver
    }
}
