//! The parts of the page that are loaded when they are first asked for.

use anyhow::Result;
use serde_json::json;
use tests::page::id;
use tests::visit::{Language, Size};
use tests::{Page, Visit, visit, wait};

/// The chunks that were fetched, or should have been.
async fn fetched(page: &Page) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name)
        .filter((name) => name.includes('/snippets/'))";
    page.script(script, vec![]).await
}

/// What those are called that are not only parts of others.
async fn named(page: &Page) -> Result<Vec<String>> {
    let name = |address: String| {
        let file = address.rsplit('/').next().unwrap_or_default().to_owned();
        file.rsplit_once('-').map_or(file.clone(), |(name, _)| name.to_owned())
    };
    Ok(fetched(page).await?.into_iter().map(name).filter(|name| !name.starts_with("chunk-")).collect())
}

/// Lets no chunk through any more, or all of them again.
async fn refuse(page: &Page, addresses: &[&str]) -> Result<()> {
    page.devtools("Network.enable", json!({})).await?;
    page.devtools("Network.setBlockedURLs", json!({ "urls": addresses })).await?;
    Ok(())
}

/// Lets chunks through only once they are [let go](let_go).
async fn hold_back(page: &Page) -> Result<()> {
    let script = "const fetch = window.fetch; const gate = new Promise((open) => { window.__letGo = open; });
        window.fetch = (what, ...rest) => String(what.url ?? what).includes('/snippets/')
            ? gate.then(() => fetch(what, ...rest)) : fetch(what, ...rest);";
    page.script(script, vec![]).await
}

async fn let_go(page: &Page) -> Result<()> {
    page.script("window.__letGo()", vec![]).await
}

#[test]
fn on_a_phone_nothing_is_fetched_before_a_person_does_something_and_then_everything() {
    visit(Visit::new().size(Size::PHONE), async |page| {
        page.until_clock_is_past(500.0).await?;
        assert_eq!(fetched(page).await?, Vec::<String>::new());
        page.publish("TRANSACTION_PAID").await?;
        wait::until("the lab and the dialogs come", async || {
            let names = fetched(page).await?.concat();
            Ok(names.contains("/lab-") && names.contains("/dialogs-"))
        })
        .await?;
        assert!(!page.has(&id("inspector")).await?, "what has come is not opened");
        Ok(())
    });
}

#[test]
fn a_wide_window_fetches_the_lanes_at_once_and_nothing_else_that_has_a_name() {
    visit(Visit::new(), async |page| {
        page.until_clock_is_past(500.0).await?;
        wait::until("the lanes are there", async || page.has(&id("lanes")).await).await?;
        assert_eq!(named(page).await?, ["lanes"]);
        Ok(())
    });
}

#[test]
fn a_link_is_read_by_what_is_fetched_for_it_and_by_nothing_else_that_has_a_name() {
    visit(Visit::new().size(Size::PHONE).query("?scenario=overview&theme=dark"), async |page| {
        assert_eq!(named(page).await?, ["returning"]);
        page.service("Subscriber1").until_it_is("sleeping").await?;
        let kept: String =
            page.script("return localStorage.getItem('event-pattern-lab.preferences')", vec![]).await?;
        assert!(kept.contains("theme=dark"), "{kept}");
        Ok(())
    });
}

#[test]
fn a_page_that_cannot_read_its_link_does_not_open_and_changes_nothing() {
    visit(Visit::new().query("?theme=dark"), async |page| {
        let kept = async || -> Result<String> {
            page.script("return JSON.stringify({ ...localStorage })", vec![]).await
        };
        let before = kept().await?;
        refuse(page, &["*/snippets/*"]).await?;
        page.devtools("Page.reload", json!({})).await?;
        wait::until("it is refused", async || {
            Ok(page.console_errors().await?.concat().contains("Failed to fetch"))
        })
        .await?;
        page.until_the_picture_is_new().await?;
        assert!(!page.has(&id("play")).await?, "it does not open");
        assert_eq!(kept().await?, before);
        refuse(page, &[]).await?;
        page.reload().await?;
        page.console_errors().await.map(drop)
    });
}

#[test]
fn lanes_that_do_not_come_say_so_in_their_room_and_come_when_asked_again() {
    visit(Visit::new().size(Size::PHONE), async |page| {
        refuse(page, &["*/snippets/*"]).await?;
        page.click(&id("fold-lanes")).await?;
        wait::until("it is said", async || page.shows(&format!("#lanes {}", id("not-loaded"))).await).await?;
        let height = async || -> Result<f64> {
            page.script("return document.querySelector('#lanes').getBoundingClientRect().height", vec![])
                .await
        };
        let room = height().await?;
        refuse(page, &[]).await?;
        page.click(&id("load-again")).await?;
        wait::until("the lanes are there", async || page.has(&id("lanes")).await).await?;
        assert_eq!(height().await?, room, "they take the room that was kept for them");
        page.console_errors().await.map(drop)
    });
}

#[test]
fn what_comes_while_time_stands_is_shown() {
    visit(Visit::new().size(Size::PHONE), async |page| {
        hold_back(page).await?;
        page.pause().await?;
        page.click(&id("fold-lanes")).await?;
        page.find("#lanes .coming").await?;
        let_go(page).await?;
        wait::until("the lanes are there", async || page.has(&id("lanes")).await).await
    });
}

#[test]
fn chunks_come_from_the_page_s_own_folder() {
    visit(Visit::new().folder("/class/1/"), async |page| {
        page.open_lab().await?;
        let elsewhere: Vec<_> =
            fetched(page).await?.into_iter().filter(|name| !name.contains("/class/1/snippets/")).collect();
        assert_eq!(elsewhere, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn a_lab_that_does_not_come_says_so_in_the_person_s_language_and_comes_when_asked_again() {
    visit(Visit::new().language(Language::Indonesian), async |page| {
        refuse(page, &["*/snippets/*"]).await?;
        page.click(&id("lab")).await?;
        wait::until("it is said", async || page.shows(&id("not-loaded")).await).await?;
        assert!(page.text(&id("not-loaded")).await?.contains("tidak bisa dimuat"));
        page.click(&id("load-again")).await?;
        wait::until("it is said again", async || page.shows(&id("not-loaded")).await).await?;
        refuse(page, &[]).await?;
        page.click(&id("load-again")).await?;
        wait::until("the lab is there", async || page.shows(&id("inspector")).await).await?;
        assert!(page.shows(&id("console")).await?);
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        // The refused requests are errors to the browser.
        page.console_errors().await.map(drop)
    });
}

#[test]
fn a_dialog_that_does_not_come_can_be_given_up_or_asked_for_again() {
    visit(Visit::new(), async |page| {
        refuse(page, &["*/snippets/*"]).await?;
        page.click(&id("help")).await?;
        wait::until("it is said", async || page.shows(&id("not-loaded")).await).await?;
        page.click(&id("give-up")).await?;
        wait::until("nothing is said", async || Ok(!page.has(&id("dialog-coming")).await?)).await?;
        assert!(page.focus_is_on(&id("play")).await?);
        page.click(&id("help")).await?;
        wait::until("it is said again", async || page.shows(&id("not-loaded")).await).await?;
        refuse(page, &[]).await?;
        page.click(&id("load-again")).await?;
        wait::until("help is there", async || page.shows(&id("factory-reset")).await).await?;
        assert!(page.focus_is_in("dialog.help").await?);
        page.close_dialog().await?;
        assert!(page.focus_is_on(&id("play")).await?, "the button that asked again is gone");
        page.console_errors().await.map(drop)
    });
}

#[test]
fn a_language_that_does_not_come_is_said_and_spoken_when_asked_for_again() {
    visit(Visit::new(), async |page| {
        refuse(page, &["*/snippets/*"]).await?;
        let again = format!("{} {}", id("language-coming"), id("load-again"));
        let english = page.text(&id("publish-button")).await?;
        page.click(&id("language-id")).await?;
        wait::until("it is said", async || page.shows(&id("not-loaded")).await).await?;
        assert_eq!(
            (page.language().await?.as_str(), page.text(&id("publish-button")).await?),
            ("en", english)
        );
        // What is there goes on.
        page.pause().await?;
        page.click(&id("play")).await?;
        page.click(&again).await?;
        wait::until("it is said again", async || page.shows(&again).await).await?;
        refuse(page, &[]).await?;
        page.click(&again).await?;
        wait::until("the page speaks it", async || Ok(page.language().await? == "id")).await?;
        page.publish("TRANSACTION_PAID").await?;
        wait::until("all words follow", async || Ok(page.text("main").await?.contains("sedang bekerja")))
            .await?;
        assert!(!page.has(&id("language-coming")).await?);
        page.console_errors().await.map(drop)
    });
}

#[test]
fn a_language_that_does_not_come_can_be_given_up() {
    visit(Visit::new(), async |page| {
        refuse(page, &["*/snippets/*"]).await?;
        page.click(&id("language-id")).await?;
        wait::until("it is said", async || page.shows(&id("not-loaded")).await).await?;
        page.click(&id("language-en")).await?;
        wait::until("nothing is said any more", async || Ok(!page.has(&id("language-coming")).await?))
            .await?;
        page.console_errors().await.map(drop)
    });
}

#[test]
fn what_cannot_be_loaded_is_not_done_and_that_is_said() {
    visit(Visit::new(), async |page| {
        refuse(page, &["*/snippets/*"]).await?;
        page.publish("TRANSACTION_PAID").await?;
        wait::until("it is said", async || page.shows(&id("not-loaded")).await).await?;
        assert!(page.has(&id("notices-coming")).await?);
        assert_eq!(page.key_value().await?, "", "it is not done");
        refuse(page, &[]).await?;
        page.click(&id("load-again")).await?;
        wait::until("why is said", async || {
            Ok(page.text(&id("notice")).await?.contains("could not be loaded"))
        })
        .await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.console_errors().await.map(drop)
    });
}

#[test]
fn what_is_asked_after_something_that_is_on_its_way_waits_for_it() {
    visit(Visit::new(), async |page| {
        hold_back(page).await?;
        page.publish("TRANSACTION_PAID").await?;
        page.click(&id("restart-run")).await?;
        page.publish("ORDER_COMPLETED").await?;
        page.until_the_picture_is_new().await?;
        assert_eq!(page.key_value().await?, "", "nothing is done yet");
        let_go(page).await?;
        page.until_key_is("ORDER_COMPLETED").await
    });
}
