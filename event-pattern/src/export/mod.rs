//! What leaves a run as text: JSON lines, CSV, a Mermaid diagram, the metrics object. In the words of the formats.

mod csv;
mod fields;
mod jsonl;
mod mermaid;
mod metrics;

pub use csv::csv;
pub use jsonl::{jsonl, jsonl_entry};
pub use mermaid::{LONGEST_MERMAID, mermaid};
pub use metrics::metrics_json;
