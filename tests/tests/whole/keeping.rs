//! What is kept in the browser, and what happens when it cannot be.

use tests::{Visit, visit, wait};

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
