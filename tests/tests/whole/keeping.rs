//! What is kept in the browser, and what happens when it cannot be.

use anyhow::Result;
use tests::page::id;
use tests::{Page, Visit, visit, wait};

const LIKED: &str = "localStorage.setItem('event-pattern-lab.preferences', 'language=id theme=dark')";
const HALF_LIKED: &str = "localStorage.setItem('event-pattern-lab.preferences', 'language=tlh theme=dark')";

/// The names of what is kept in the browser's storage.
async fn kept(page: &Page) -> Result<Vec<String>> {
    page.script("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]", vec![]).await
}

#[test]
fn the_run_is_there_after_a_reload() {
    visit(Visit::new(), async |page| {
        page.switch_scenario("choreography").await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.pause().await?;
        let clock = page.clock_ms().await?;
        page.reload().await?;
        wait::until_equal("the clock", clock, async || page.clock_ms().await).await?;
        assert!(!page.is_playing().await?);
        assert_eq!(page.service("ORDER").phase().await?, "working");
        assert_eq!(page.key_value().await?, "TRANSACTION_PAID");
        Ok(())
    });
}

#[test]
fn language_and_theme_are_there_after_a_reload() {
    visit(Visit::new(), async |page| {
        page.switch_language("id").await?;
        let light = page.colours().await?;
        page.choose_theme("dark").await?;
        wait::until("the colours are others", async || Ok(page.colours().await? != light)).await?;
        let dark = page.colours().await?;
        page.reload().await?;
        assert_eq!(page.language().await?, "id");
        assert_eq!(page.colours().await?, dark);
        Ok(())
    });
}

#[test]
fn nothing_is_kept_before_something_is_done() {
    visit(Visit::new(), async |page| {
        page.until_clock_is_past(500.0).await?;
        assert_eq!(kept(page).await?, Vec::<String>::new());
        page.choose_theme("dark").await?;
        wait::until("it is kept", async || Ok(kept(page).await?.concat().contains("preferences"))).await
    });
}

#[test]
fn what_a_person_likes_comes_back_without_a_run() {
    visit(Visit::new(), async |page| {
        let light = page.colours().await?;
        page.open_after(LIKED).await?;
        assert_eq!(page.language().await?, "id");
        assert_ne!(page.colours().await?, light);
        assert_eq!(page.texts(&id("notice")).await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn what_can_be_read_among_garbage_is_kept_without_it() {
    visit(Visit::new(), async |page| {
        let light = page.colours().await?;
        page.open_after(HALF_LIKED).await?;
        let dark = page.colours().await?;
        assert_ne!(dark, light);
        wait::until("it is said", async || page.has(&id("notice")).await).await?;
        page.reload().await?;
        assert_eq!(page.colours().await?, dark);
        assert!(!page.has(&id("notice")).await?, "it is put aside");
        Ok(())
    });
}

#[test]
fn forbidden_storage_is_survived() {
    let forbidden = "Object.defineProperty(window, 'localStorage',
        { get() { throw new DOMException('not here', 'SecurityError') } })";
    visit(Visit::new().before(forbidden), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.switch_language("id").await?;
        page.reload().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await
    });
}

#[test]
fn full_storage_is_survived() {
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    visit(Visit::new().before(full), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.switch_language("id").await?;
        page.reload().await?;
        page.service("ORDER").until_it_is("sleeping").await
    });
}

#[test]
fn garbage_in_storage_is_survived() {
    const GARBAGE: [&str; 4] = ["", "{\"version\": 99, \"run\": [1e999", "\u{0}\u{fffd}", "null"];
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.switch_language("id").await?;
        page.until_something_is_kept().await?;
        for garbage in GARBAGE {
            page.open_with_kept(garbage).await?;
            page.service("ORDER").until_it_is("sleeping").await?;
            page.publish("TRANSACTION_PAID").await?;
            page.service("ORDER").until_it_is("working").await?;
        }
        Ok(())
    });
}
