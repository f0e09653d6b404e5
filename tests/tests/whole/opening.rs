//! What the page is before anybody touches it.

use serde_json::json;
use tests::page::id;
use tests::visit::Size;
use tests::{Visit, server, surroundings, visit, wait};

#[test]
fn the_page_works_from_any_folder_of_a_host() {
    visit(Visit::new().folder("/school/class-1/"), async |page| {
        page.until_clock_is_past(0.0).await?;
        let elsewhere: Vec<String> = page
            .script(
                "return performance.getEntriesByType('resource').map((entry) => entry.name)
                    .filter((name) => !name.startsWith(document.baseURI))",
                vec![],
            )
            .await?;
        assert_eq!(elsewhere, Vec::<String>::new(), "everything comes from the page's own folder");
        assert_eq!(server::absolute_addresses(&surroundings::dist()?)?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_first_screen_has_at_most_twelve_stops_of_the_tab_key() {
    visit(Visit::new(), async |page| {
        let stops = page.tab_stops().await?;
        assert!((5..=12).contains(&stops.len()), "{} stops: {stops:#?}", stops.len());
        Ok(())
    });
}

#[test]
fn a_link_opens_the_lab_a_scenario_a_language_and_a_theme() {
    visit(Visit::new().query("?scenario=listed&lang=id&theme=dark&lab"), async |page| {
        wait::until("the lab is open", async || page.shows(&id("inspector")).await).await?;
        assert_eq!(page.language().await?, "id");
        page.publish("ORDER_PAID").await?;
        page.service("INVOICE").until_it_is("working").await?;
        assert_eq!(
            page.script::<String>("return getComputedStyle(document.documentElement).colorScheme", vec![])
                .await?,
            "dark"
        );
        Ok(())
    });
}

#[test]
fn a_link_with_a_bad_value_gets_a_warning_and_the_default() {
    visit(Visit::new().query("?scenario=nothing"), async |page| {
        wait::until("the value is named", async || {
            Ok(page.texts(&id("notice")).await?.concat().contains("nothing"))
        })
        .await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await
    });
}

#[test]
fn nothing_jumps_while_the_page_opens_on_a_slow_phone() {
    nothing_jumps_while_the_page_opens(Size::PHONE);
}

#[test]
fn nothing_jumps_while_the_page_opens_on_a_slow_machine_and_its_lanes_come_later() {
    nothing_jumps_while_the_page_opens(Size::DESKTOP);
}

fn nothing_jumps_while_the_page_opens(size: Size) {
    visit(Visit::new().size(size), async |page| {
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 6 })).await?;
        page.reload().await?;
        page.until_clock_is_past(0.0).await?;
        if size == Size::DESKTOP {
            wait::until("the lanes are there", async || page.has(&id("lanes")).await).await?;
        }
        let jumps: Vec<String> = page
            .script(
                "const observer = new PerformanceObserver(() => {});
                observer.observe({ type: 'layout-shift', buffered: true });
                return observer.takeRecords().filter((jump) => jump.value > 0.001)
                    .map((jump) => `${jump.value} of ${jump.sources.map((source) => source.node?.className)}`)",
                vec![],
            )
            .await?;
        assert_eq!(jumps, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn the_pattern_is_seen_before_the_program_is_there() {
    visit(Visit::new(), async |page| {
        page.devtools("Network.enable", json!({})).await?;
        page.devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await?;
        page.devtools("Page.reload", json!({})).await?;
        wait::until("the program stays away", async || Ok(!page.has(&id("play")).await?)).await?;
        wait::until("the pattern is there", async || {
            let text = page.all_text().await?;
            Ok(["ORDER", "INVOICE", "Loading", "Sedang dimuat"].iter().all(|word| text.contains(word)))
        })
        .await?;
        // What was refused stands in the console.
        assert_ne!(page.console_errors().await?, Vec::<String>::new());
        page.devtools("Network.setBlockedURLs", json!({ "urls": [] })).await?;
        page.reload().await?;
        let text = page.all_text().await?;
        assert!(!text.contains("Sedang dimuat"), "the page takes the first picture's place: {text}");
        Ok(())
    });
}
