//! Keys, pressed one after the other as a person does, on whatever has the focus.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;
use thirtyfour::prelude::*;

use super::Page;

/// A key together with those that are held.
#[derive(Clone, Debug)]
pub enum Press {
    /// One that types this character.
    Character(char),
    /// One with a name.
    Named(Key),
    /// One with a name, with Shift held.
    Shift(Key),
    /// One that types this character, with Control held.
    Control(char),
    /// One that types this character, with Control and Shift held.
    ControlShift(char),
}

impl From<char> for Press {
    fn from(character: char) -> Press {
        Press::Character(character)
    }
}

impl From<Key> for Press {
    fn from(key: Key) -> Press {
        Press::Named(key)
    }
}

impl Page {
    /// Presses one key and lets it go.
    pub async fn press(&self, key: impl Into<Press>) -> Result<()> {
        let chain = self.driver().action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        let chain = match key.into() {
            Press::Character(character) => chain.key_down(character).key_up(character),
            Press::Named(key) => chain.key_down(key.clone()).key_up(key),
            Press::Shift(key) => {
                chain.key_down(Key::Shift).key_down(key.clone()).key_up(key).key_up(Key::Shift)
            }
            Press::Control(character) => {
                chain.key_down(Key::Control).key_down(character).key_up(character).key_up(Key::Control)
            }
            Press::ControlShift(character) => chain
                .key_down(Key::Control)
                .key_down(Key::Shift)
                .key_down(character)
                .key_up(character)
                .key_up(Key::Shift)
                .key_up(Key::Control),
        };
        Ok(chain.perform().await?)
    }

    /// Types a text on whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self
            .driver()
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .send_keys(text)
            .perform()
            .await?)
    }

    /// Whether the focus is on such an element.
    pub async fn focus_is_on(&self, selector: &str) -> Result<bool> {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        self.script(script, vec![json!(selector)]).await
    }

    /// Whether the focus is on such an element or in it.
    pub async fn focus_is_in(&self, selector: &str) -> Result<bool> {
        let script = "return document.activeElement?.closest(arguments[0]) != null";
        self.script(script, vec![json!(selector)]).await
    }

    /// What has the focus, in a few words for a failing test.
    pub async fn focused(&self) -> Result<String> {
        let script = "const e = document.activeElement;
            if (e === null || e === document.body) return 'nothing';
            const id = e.dataset.testid ?? e.closest('[data-testid]')?.dataset.testid ?? '';
            return `${e.tagName.toLowerCase()} ${id} ${e.getAttribute('aria-label') ?? e.textContent.trim().slice(0, 30)}`";
        self.script(script, vec![]).await
    }

    /// Presses Tab until the focus is on such an element or in it, at most once around.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        self.walk_to(selector, Key::Tab.into()).await
    }

    /// Presses a key again and again until the focus is on such an element or in it.
    pub async fn walk_to(&self, selector: &str, key: Press) -> Result<()> {
        const MOST: usize = 60;
        let mut passed = Vec::new();
        for _ in 0..MOST {
            if self.focus_is_in(selector).await? {
                return Ok(());
            }
            self.press(key.clone()).await?;
            passed.push(self.focused().await?);
        }
        anyhow::bail!("{key:?} never leads to {selector}; it leads to {passed:#?}")
    }

    /// Takes the focus away from everything: the next Tab leads to the first stop.
    pub async fn put_the_focus_nowhere(&self) -> Result<()> {
        let script = "document.body.setAttribute('tabindex', '-1'); document.body.focus();
            document.body.blur(); document.body.removeAttribute('tabindex')";
        self.script(script, vec![]).await
    }

    /// Whether something is drawn around or in what has the focus, or its label.
    pub async fn focus_can_be_seen(&self) -> Result<bool> {
        let script = "const drawn = (e) => {
                const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
                return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
            };
            const e = document.activeElement;
            if (e === null || e === document.body) return true;
            return drawn(e) || (e.labels?.[0] ? drawn(e.labels[0]) : false)";
        self.script(script, vec![]).await
    }

    /// Every stop of the Tab key from the page's beginning, once around.
    pub async fn tab_stops(&self) -> Result<Vec<String>> {
        const MOST: usize = 60;
        self.put_the_focus_nowhere().await?;
        self.script::<()>("window.__stops = new Set()", vec![]).await?;
        let mut stops = Vec::new();
        for _ in 0..MOST {
            self.press(Key::Tab).await?;
            let script = "const e = document.activeElement;
                const new_one = e !== null && e !== document.body && !window.__stops.has(e);
                window.__stops.add(e); return new_one";
            if !self.script::<bool>(script, vec![]).await? {
                return Ok(stops);
            }
            stops.push(self.focused().await?);
        }
        Ok(stops)
    }
}
