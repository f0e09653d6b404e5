//! The history: why something happened, and what it came from.

use tests::page::id;
use tests::visit::Size;
use tests::{Visit, visit, wait};
use thirtyfour::Key;

#[test]
fn the_history_walks_back_to_the_publication_and_along_lanes_and_losses() {
    visit(Visit::new(), async |page| {
        page.until_clock_is_past(200.0).await?;
        page.pause().await?;
        page.seek(100.0).await?;
        page.publish("ORDER_COMPLETED").await?;
        page.until_key_is("ORDER_COMPLETED").await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.set_speed("10").await?;
        page.play().await?;
        page.until_clock_is_past(6_000.0).await?;
        page.pause().await?;
        page.click(&id("open-time-lab")).await?;
        wait::until("it is open", async || page.shows(&id("time-lab")).await).await?;
        page.click(&id("history-previous-loss")).await?;
        let loss = page.history().await?;
        assert!(
            loss.contains("ORDER_COMPLETED") && loss.contains("INVOICE"),
            "it says who missed it: {loss}"
        );
        let causes = page.texts(&id("history-cause")).await?;
        assert!(
            causes.iter().any(|cause| cause.contains("to TRANSACTION_PAID")),
            "who overwrote it: {causes:?}"
        );
        assert!(causes.iter().any(|cause| cause.contains("to ORDER_COMPLETED")), "what was lost: {causes:?}");
        page.click(&id("history-next")).await?;
        page.until_the_picture_is_new().await?;
        // The last thing in the broker's lane: ORDER's own write. By keys from here on.
        page.tab_to(&id("history-next")).await?;
        while page.attribute(&id("history-next"), "aria-disabled").await?.is_none() {
            page.press(Key::Enter).await?;
            page.until_the_picture_is_new().await?;
        }
        let causes = page.texts(&id("history-cause")).await?;
        let tells = |cause: &str, words: &str| cause.contains(words);
        assert_eq!(causes.len(), 3, "{causes:?}");
        assert!(tells(&causes[0], "ORDER worked") && tells(&causes[1], "ORDER took"), "{causes:?}");
        assert!(tells(&causes[2], "The publisher set"), "{causes:?}");
        page.tab_to(&id("history-cause")).await?;
        page.press(Key::Tab).await?;
        page.press(Key::Enter).await?;
        page.service("ORDER").until_it_is("working").await?;
        assert!(page.history().await?.contains("ORDER took TRANSACTION_PAID"));
        page.click(&id("history-previous")).await?;
        wait::until("it started", async || Ok(page.history().await?.contains("ORDER started"))).await
    });
}

#[test]
fn a_line_of_the_console_is_what_the_history_tells_of() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.pause().await?;
        page.open_lab().await?;
        page.click(&id("open-time-lab")).await?;
        page.click(&format!("{}[aria-current]", id("console-line"))).await?;
        assert!(!page.history().await?.is_empty());
        Ok(())
    });
}

#[test]
fn on_a_projector_the_time_lab_takes_the_consoles_place_and_leaves_the_graph_its_room() {
    visit(Visit::new().size(Size::PROJECTOR), async |page| {
        page.open_lab().await?;
        let graph = async || {
            page.script::<f64>(
                "return document.querySelector('.stage').getBoundingClientRect().height",
                vec![],
            )
            .await
        };
        let before = graph().await?;
        page.click(&id("open-time-lab")).await?;
        wait::until("it is open", async || page.shows(&id("time-lab")).await).await?;
        assert!(!page.shows(&id("console")).await?);
        assert!((graph().await? - before).abs() < 2.0, "the graph keeps its {before} px");
        page.click(&id("time-lab-console")).await?;
        wait::until("the console is back", async || page.shows(&id("console")).await).await
    });
}
