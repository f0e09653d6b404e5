//! How quick the page is in a real browser, beside yardsticks that are measured in the same run. `cargo xtask bench start`
//! and `cargo xtask bench frame` build the pages, serve them compressed, and start this.

mod frame;
mod numbers;
mod start;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    // `cargo bench` adds `--bench`; what counts are the subject and the addresses.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    match words[..] {
        ["start", page, counter] => runtime.block_on(start::run(page, counter)),
        ["frame", page, dots] => runtime.block_on(frame::run(page, dots)),
        _ => bail!("usage: cargo xtask bench start | frame (they pass the addresses of the pages)"),
    }
}
