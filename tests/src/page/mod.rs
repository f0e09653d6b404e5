//! The page as a person speaks of it: what can be read, clicked and typed.

mod basics;
mod charts;
mod exports;
mod held;
mod keyboard;
mod lab;
mod language;
mod live;
mod monkey;
mod publish;
mod scenarios;
mod service;
mod time;
mod timeline;
mod watch;

use tempfile::TempDir;
use thirtyfour::WebDriver;

pub use basics::{DIALOG, id};
pub use charts::chart;
pub use held::Held;
pub use keyboard::Press;
pub use service::Service;
pub use timeline::Lane;

/// The page in its browser.
#[derive(Debug)]
pub struct Page {
    driver: WebDriver,
    address: String,
    downloads: TempDir,
}
