//! What somebody does who does not look: it is done if it can be done now, and left if not.

use anyhow::Result;
use serde_json::json;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use super::Page;

impl Page {
    /// Clicks one of these elements, if there are any that can be clicked.
    pub async fn click_if_possible(&self, selector: &str, number: usize) -> Result<()> {
        if let Some(element) = self.reachable(selector, number).await? {
            self.unless_impossible(element.click().await)?;
        }
        Ok(())
    }

    /// Types into a field in place of what is there, if that can be done.
    pub async fn fill_if_possible(&self, selector: &str, text: &str) -> Result<()> {
        if let Some(field) = self.reachable(selector, 0).await?
            && self.unless_impossible(field.click().await)?
        {
            self.unless_impossible(field.send_keys(Key::Control + "a").await)?;
            self.unless_impossible(field.send_keys(Key::Delete + "").await)?;
            self.unless_impossible(field.send_keys(text).await)?;
        }
        Ok(())
    }

    /// Chooses an option, if that can be done.
    pub async fn choose_if_possible(&self, selector: &str, value: &str) -> Result<()> {
        if self.reachable(selector, 0).await?.is_some() {
            let option = self.driver().find(By::Css(format!("{selector} option[value=\"{value}\"]"))).await;
            if let Ok(option) = option {
                self.unless_impossible(option.click().await)?;
            }
        }
        Ok(())
    }

    /// Presses the mouse at one place of the window and lets it go at another; both in thousandths of its size.
    pub async fn drag(&self, from: (u32, u32), to: (u32, u32)) -> Result<()> {
        let (width, height): (f64, f64) = self.script("return [innerWidth, innerHeight]", vec![]).await?;
        let pixel = |part: u32, whole: f64| (f64::from(part) * whole / 1000.0) as i64;
        let chain = self
            .driver()
            .action_chain()
            .move_to(pixel(from.0, width), pixel(from.1, height))
            .click_and_hold()
            .move_to(pixel(to.0, width), pixel(to.1, height))
            .release();
        self.unless_impossible(chain.perform().await)?;
        Ok(())
    }

    /// One of these elements, if there are any and no dialog or sheet is in the way.
    async fn reachable(&self, selector: &str, number: usize) -> Result<Option<WebElement>> {
        let script = "const all = [...document.querySelectorAll(arguments[0])];
            const e = all[arguments[1] % Math.max(all.length, 1)];
            e?.scrollIntoView({ block: 'nearest' });
            const box = e?.getBoundingClientRect();
            const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return top && (e === top || e.contains(top)) ? e : null";
        let answer = self.driver().execute(script, vec![json!(selector), json!(number)]).await?;
        if answer.json().is_null() { Ok(None) } else { Ok(Some(answer.element()?)) }
    }

    /// Whether it was done. That an element has just gone, moved or been covered is no failure; that the browser does not
    /// answer is.
    fn unless_impossible(&self, outcome: WebDriverResult<()>) -> Result<bool> {
        let Err(error) = outcome else { return Ok(true) };
        match error.as_inner() {
            WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
            | WebDriverErrorInner::ElementClickIntercepted(_)
            | WebDriverErrorInner::NoSuchElement(_)
            | WebDriverErrorInner::MoveTargetOutOfBounds(_) => Ok(false),
            _ => Err(error.into()),
        }
    }

    /// Goes to the page as somebody who was never there.
    pub async fn open_as_a_stranger(&self) -> Result<()> {
        self.open_after("localStorage.clear(); sessionStorage.clear()").await
    }
}
