//! Makes sure that this machine has what a command needs, in three moves: look for everything, stop at once where a
//! person has to act, then install what is missing, all of it at the same time.

mod apt;
mod browser;
mod cargo_tool;
mod components;
mod head_start;
mod need;
mod npm;
mod redis;
mod redis_py;
mod script;
mod toolchain;
mod tools;
mod webdis;

pub(crate) use browser::Browser;
pub(crate) use redis::Redis;
pub(crate) use tools::{PageTools, TestTools};
pub(crate) use webdis::Yardsticks;

use crate::progress::Progress;
use crate::project::Project;
use anyhow::Result;
use apt::Apt;
use browser::BrowserPair;
use cargo_tool::CargoTool;
use components::Components;
use need::{Search, stop_where_a_person_must_act};
use redis::RedisPrograms;
use redis_py::RedisPy;
use script::{AXE, MERMAID};
use std::thread::{self, ScopedJoinHandle};
use toolchain::WasmLibrary;
use webdis::{RedisBenchmark, Webdis};

/// Whether the machine may be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Permission {
    /// What is missing may be installed.
    Install,
    /// What is missing is only named.
    OnlyReport,
}

/// What the page is prepared for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// For whoever works on it: in one piece, and compiled while tools are still being installed.
    Development,
    /// As it is shipped: in several pieces, which takes one more program.
    Shipping,
}

/// What every step of the set-up may look at.
#[derive(Debug)]
pub(crate) struct Site<'a> {
    /// The project's files.
    pub(crate) project: &'a Project,
    /// Where steps say what they do.
    pub(crate) progress: &'a Progress,
    /// Debian's packages, where the machine has them and we may install them.
    apt: Apt,
}

impl<'a> Site<'a> {
    /// Looks at the machine.
    pub(crate) fn look(project: &'a Project, progress: &'a Progress) -> Self {
        Self { project, progress, apt: Apt::find() }
    }
}

/// Prepares for building and serving the page.
pub(crate) fn for_page(site: &Site<'_>, permission: Permission, purpose: Purpose) -> Result<PageTools> {
    let page = PageNeeds::search(site, purpose)?;
    stop_where_a_person_must_act(page.lacks(), permission)?;
    page.supply(site)
}

/// Prepares for starting a Redis.
pub(crate) fn for_redis(site: &Site<'_>, permission: Permission) -> Result<Redis> {
    let redis = Search::of(site, RedisPrograms);
    stop_where_a_person_must_act(redis.lack().into_iter().collect(), permission)?;
    redis.supply(site)
}

/// Prepares for measuring the bridge.
pub(crate) fn for_bench_bridge(site: &Site<'_>, permission: Permission) -> Result<Yardsticks> {
    let redis = Search::of(site, RedisPrograms);
    let redis_benchmark = Search::of(site, RedisBenchmark);
    let webdis = Search::of(site, Webdis);
    let lacks = [redis.lack(), redis_benchmark.lack(), webdis.lack()];
    stop_where_a_person_must_act(lacks.into_iter().flatten().collect(), permission)?;
    Ok(Yardsticks {
        redis: redis.supply(site)?,
        redis_benchmark: redis_benchmark.supply(site)?,
        webdis: webdis.supply(site)?,
    })
}

/// Prepares for measuring the page in a browser.
pub(crate) fn for_bench_page(site: &Site<'_>, permission: Permission) -> Result<(PageTools, Browser)> {
    let page = PageNeeds::search(site, Purpose::Shipping)?;
    let browser = Search::of(site, BrowserPair);
    stop_where_a_person_must_act(page.lacks().into_iter().chain(browser.lack()).collect(), permission)?;
    Ok((page.supply(site)?, browser.supply(site)?))
}

/// Prepares for every check and test, the page included.
pub(crate) fn for_tests(site: &Site<'_>, permission: Permission) -> Result<TestTools> {
    let page = PageNeeds::search(site, Purpose::Shipping)?;
    let components = Search::of(site, Components);
    let browser = Search::of(site, BrowserPair);
    let axe = Search::of(site, AXE);
    let mermaid = Search::of(site, MERMAID);
    let redis = Search::of(site, RedisPrograms);
    let redis_py = Search::of(site, RedisPy);
    let lacks =
        [components.lack(), browser.lack(), axe.lack(), mermaid.lack(), redis.lack(), redis_py.lack()];
    let lacks = lacks.into_iter().flatten();
    stop_where_a_person_must_act(page.lacks().into_iter().chain(lacks).collect(), permission)?;
    thread::scope(|scope| {
        let page = scope.spawn(|| page.supply(site));
        let components = scope.spawn(|| components.supply(site));
        let browser = scope.spawn(|| browser.supply(site));
        let axe = scope.spawn(|| axe.supply(site));
        let mermaid = scope.spawn(|| mermaid.supply(site));
        let redis = scope.spawn(|| redis.supply(site));
        let redis_py = scope.spawn(|| redis_py.supply(site));
        outcome(components)?;
        Ok(TestTools {
            page: outcome(page)?,
            browser: outcome(browser)?,
            axe: outcome(axe)?,
            mermaid: outcome(mermaid)?,
            redis: outcome(redis)?,
            python: outcome(redis_py)?,
        })
    })
}

#[derive(Debug)]
struct PageNeeds {
    library: Search<WasmLibrary>,
    bindgen: Search<CargoTool>,
    trunk: Search<CargoTool>,
    /// Only for the page that is shipped.
    splitter: Option<Search<CargoTool>>,
}

impl PageNeeds {
    fn search(site: &Site<'_>, purpose: Purpose) -> Result<Self> {
        let bindgen = CargoTool::wasm_bindgen(site.project.locked_version("wasm-bindgen")?);
        Ok(Self {
            library: Search::of(site, WasmLibrary),
            bindgen: Search::of(site, bindgen),
            trunk: Search::of(site, CargoTool::trunk()),
            splitter: (purpose == Purpose::Shipping).then(|| Search::of(site, CargoTool::wasm_split())),
        })
    }

    fn lacks(&self) -> Vec<need::Lack> {
        let splitter = self.splitter.as_ref().and_then(Search::lack);
        let lacks = [self.library.lack(), self.bindgen.lack(), self.trunk.lack(), splitter];
        lacks.into_iter().flatten().collect()
    }

    fn supply(self, site: &Site<'_>) -> Result<PageTools> {
        let is_waiting = [&self.bindgen, &self.trunk].into_iter().any(|program| program.lack().is_some());
        let is_developed = self.splitter.is_none();
        thread::scope(|scope| {
            let library = scope.spawn(|| {
                let toolchain = self.library.supply(site)?;
                if is_waiting && is_developed {
                    // Only a head start: whatever goes wrong here goes wrong again where it is reported.
                    let _ = head_start::compile_page(site, &toolchain);
                }
                Ok(toolchain)
            });
            let bindgen = scope.spawn(|| self.bindgen.supply(site));
            let trunk = scope.spawn(|| self.trunk.supply(site));
            let splitter = self.splitter.map(|splitter| scope.spawn(|| splitter.supply(site)));
            Ok(PageTools {
                toolchain: outcome(library)?,
                bindgen: outcome(bindgen)?,
                trunk: outcome(trunk)?,
                splitter: splitter.map(outcome).transpose()?,
            })
        })
    }
}

fn outcome<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}
