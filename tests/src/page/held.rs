//! What the page holds on to: what grows here while nothing that matters grows is a leak.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Page;

/// What the page holds on to, once the browser has thrown away what nobody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Documents.
    pub documents: u64,
    /// Nodes of all documents.
    pub nodes: u64,
    /// Listeners to events.
    pub listeners: u64,
    /// Sockets that are not closed.
    pub sockets: u64,
    /// What the program has allocated, if it is a page that counts it: `cargo xtask fuzz` builds one.
    pub allocated: Option<u64>,
}

impl Page {
    /// What the page holds on to now.
    pub async fn held(&self) -> Result<Held> {
        // What one round frees, the next one may find.
        for _ in 0..2 {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let counters = self.devtools("Memory.getDOMCounters", json!({})).await?;
        let count = |name: &str| {
            counters.get(name).and_then(Value::as_u64).with_context(|| format!("no {name} in {counters}"))
        };
        Ok(Held {
            documents: count("documents")?,
            nodes: count("nodes")?,
            listeners: count("jsEventListeners")?,
            sockets: self.script("return window.__seen.sockets", vec![]).await?,
            allocated: self.script("return window.wasmBindings?.allocated_bytes?.() ?? null", vec![]).await?,
        })
    }

    /// Clicks one of these elements, if there are any: by a script, because the driver would hold on to what it has found.
    pub async fn click_by_script(&self, selector: &str, number: usize) -> Result<()> {
        let script = "const all = document.querySelectorAll(arguments[0]);
            all[arguments[1] % Math.max(all.length, 1)]?.click()";
        self.script(script, vec![json!(selector), json!(number)]).await
    }

    /// Types into a field in place of what is there, if there is one: by a script, too.
    pub async fn fill_by_script(&self, selector: &str, text: &str) -> Result<()> {
        let script = "const field = document.querySelector(arguments[0]);
            if (field === null) return;
            field.value = arguments[1];
            field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
        self.script(script, vec![json!(selector), json!(text)]).await
    }

    /// The size of the program's memory in bytes. It never shrinks.
    pub async fn program_memory(&self) -> Result<u64> {
        let size: Option<u64> =
            self.script("return window.__seen.memory?.buffer.byteLength ?? null", vec![]).await?;
        size.context("the program's memory was not seen")
    }
}
