//! From navigation until publishing works, with a cold cache, beside a bare Yew counter until its button works; and what is
//! fetched until all that is shown is there.

use anyhow::Result;
use serde_json::{Value, json};
use tests::visit::{Size, Visit, in_browser};
use tests::wait;

use crate::numbers::{median, save, verdict};

/// How often each page is opened, in turns, each time in a fresh browser.
const ROUNDS: usize = 9;
/// The most that the page may take, in counters.
const MOST: f64 = 1.5;

/// Clicks the first button that publishes, or that counts, and notes when its effect is seen. A click before the page
/// listens has no effect, and is tried again.
const WATCH: &str = "(() => {
  let clicked = 0;
  const effect = () => {
    const key = document.querySelector('[data-testid=key-value]');
    return key ? key.textContent !== '' : /[1-9]/.test(document.querySelector('body > button')?.textContent ?? '');
  };
  const look = () => {
    if (window.__works !== undefined) return;
    if (effect()) { window.__works = performance.now(); return; }
    const button = document.querySelector('[data-testid=publish-state], body > button');
    if (button && performance.now() - clicked > 50) { clicked = performance.now(); button.click(); }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  setInterval(look, 20);
})()";

/// How many bytes were sent for the page once it shows all that this window has room for; nothing before.
const FETCHED: &str = "const whole = innerWidth < 900 ? '[data-testid=play]' : '[data-testid=lanes]';
    if (!document.querySelector(whole)) return null;
    return ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind))
        .reduce((sum, entry) => sum + entry.encodedBodySize, 0)";

/// What a page took, in milliseconds since navigation.
struct Opening {
    works: f64,
    first_picture: f64,
}

/// Measures and reports.
pub(crate) async fn run(page: &str, counter: &str) -> Result<()> {
    let (mut pages, mut counters) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        pages.push(open(page).await?);
        counters.push(open(counter).await?);
    }
    let [phone, wide] = [fetched(page, Size::PHONE).await?, fetched(page, Size::DESKTOP).await?];
    let works = |openings: &[Opening]| median(&openings.iter().map(|it| it.works).collect::<Vec<_>>());
    let pictured: Vec<f64> = pages.iter().map(|it| it.first_picture).collect();
    let (page, counter, picture) = (works(&pages), works(&counters), median(&pictured));
    let ratio = page / counter;
    println!("| measure | figure | yardstick in the same run | ratio | to reach |");
    println!("|---|---|---|---|---|");
    println!(
        "| navigation until publishing works | {page:.0} ms | a bare Yew counter until its button works: {counter:.0} ms \
         | {ratio:.2} | {MOST} or less: {} |",
        verdict(ratio <= MOST)
    );
    println!("| until the first picture | {picture:.0} ms | | | before that |");
    println!("| sent until all is there that a phone shows | {:.1} KB | | | |", phone / 1_000.0);
    println!("| the same in a window of 1440 x 900 | {:.1} KB | | | |", wide / 1_000.0);
    let figures = json!({
        "rounds": ROUNDS, "page_ms": page, "counter_ms": counter, "ratio": ratio, "first_picture_ms": picture,
        "sent_to_phone": phone, "sent_to_wide_window": wide,
        "most": MOST, "reached": ratio <= MOST,
    });
    save("start", &figures)
}

async fn open(address: &str) -> Result<Opening> {
    in_browser(&Visit::new().before(WATCH), address, async |page| {
        page.go_to(address).await?;
        let works = wait::for_some("the page works", async || {
            page.script::<Option<f64>>("return window.__works ?? null", vec![]).await
        })
        .await?;
        let script = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
        let first: Value = wait::for_some("something is painted", async || {
            Ok(Some(page.script::<Value>(script, vec![]).await?).filter(Value::is_number))
        })
        .await?;
        Ok(Opening { works, first_picture: first.as_f64().unwrap_or_default() })
    })
    .await
}

async fn fetched(address: &str, size: Size) -> Result<f64> {
    in_browser(&Visit::new().size(size), address, async |page| {
        page.go_to(address).await?;
        wait::for_some("all is there", async || page.script::<Option<f64>>(FETCHED, vec![]).await).await
    })
    .await
}
