//! axe-core: what a person with a disability would stumble over.

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{Page, surroundings};

#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

impl Page {
    /// Fails when axe-core finds something to object to; `view` names what is looked at.
    pub async fn check_with_axe(&self, view: &str) -> Result<()> {
        if !self.script::<bool>("return typeof window.axe === 'object'", vec![]).await? {
            self.script::<()>(&surroundings::axe()?, vec![]).await.context("axe-core does not start")?;
        }
        // Halfway through a transition, colours are neither the old ones nor the new ones.
        let script = "const done = arguments[0];
            const transitions = document.getAnimations().filter((a) => a instanceof CSSTransition);
            Promise.allSettled(transitions.map((a) => a.finished)).then(() => window.axe.run(document, { resultTypes: ['violations'] })).then(
                ({ violations }) => done(violations.map(({ id, help, nodes }) => ({ id, help,
                    nodes: nodes.map((n) => `${n.html.slice(0, 200)}: ${n.failureSummary}`) }))),
                (error) => done([{ id: 'axe', help: String(error), nodes: [] }]))";
        let answer = self.asynchronous(script).await?;
        let violations: Vec<Violation> = serde_json::from_value(answer)?;
        if !violations.is_empty() {
            let lines =
                violations.iter().map(|v| format!("{}: {}\n    {}", v.id, v.help, v.nodes.join("\n    ")));
            bail!("axe-core objects to {view}:\n{}", lines.collect::<Vec<_>>().join("\n"));
        }
        Ok(())
    }
}
