//! Publishing, what comes of it, and what the page says about it.

use anyhow::Result;
use tests::page::id;
use tests::visit::Size;
use tests::{Visit, visit, wait};

#[test]
fn one_click_publishes_and_order_works_and_idle_returns() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        assert_eq!(page.service("INVOICE").phase().await?, "sleeping");
        page.until_key_is("IDLE").await?;
        page.service("ORDER").until_it_is("sleeping").await
    });
}

#[test]
fn the_key_changes_within_a_second_of_the_click() {
    visit(Visit::new(), async |page| {
        page.until_clock_is_past(300.0).await?;
        // Time stands still, so that what is measured is the run's time and not this machine's.
        page.pause().await?;
        let clicked = page.clock_ms().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        let changed = page.clock_ms().await? - clicked;
        assert!(changed <= 1000.0, "it took {changed} ms");
        Ok(())
    });
}

#[test]
fn invoice_lets_it_pass_and_the_page_says_why_and_what_moves_it() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.until_happening_names(&["INVOICE", "it pass: TRANSACTION_PAID is not one of its states"])
            .await?;
        page.until_happening_names(&["To move INVOICE, publish:", "ORDER_COMPLETED", "ORDER_CANCELED"])
            .await?;
        page.until_key_is("IDLE").await?;

        page.publish("ORDER_COMPLETED").await?;
        page.service("INVOICE").until_it_is("working").await?;
        assert_eq!(page.service("ORDER").phase().await?, "sleeping");
        page.until_happening_names(&["INVOICE took ORDER_COMPLETED"]).await
    });
}

#[test]
fn a_typed_state_is_published_in_capitals() {
    visit(Visit::new(), async |page| {
        page.publish_typed("order_completed").await?;
        page.until_key_is("ORDER_COMPLETED").await?;
        page.service("INVOICE").until_it_is("working").await
    });
}

#[test]
fn a_typed_state_that_is_none_is_refused_with_a_reason() {
    visit(Visit::new(), async |page| {
        page.fill(&id("publish-input"), "order paid!").await?;
        wait::until("a reason is given while typing", async || Ok(!page.publish_error().await?.is_empty()))
            .await?;
        page.click(&id("publish-button")).await?;
        assert!(!page.publish_error().await?.is_empty());
        assert!(page.focus_is_on(&id("publish-input")).await?, "the focus is where the mistake is");
        let clock = page.clock_ms().await?;
        page.until_clock_is_past(clock + 500.0).await?;
        assert_eq!(page.key_value().await?, "", "nothing was published");

        page.fill(&id("publish-input"), "order_paid").await?;
        wait::until("the reason goes with the mistake", async || Ok(page.publish_error().await?.is_empty()))
            .await
    });
}

#[test]
fn the_page_says_when_nobody_acts_on_what_was_published() {
    visit(Visit::new(), async |page| {
        page.publish_typed("TRANSACTION_CREATED").await?;
        page.until_happening_names(&["Nobody acts on TRANSACTION_CREATED"]).await
    });
}

#[test]
fn the_page_says_when_a_state_is_lost_and_to_whom() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.publish("TRANSACTION_CANCELED").await?;
        page.until_happening_names(&["TRANSACTION_CANCELED is waiting", "ORDER"]).await?;
        page.until_key_is("IDLE").await?;
        page.until_happening_names(&["TRANSACTION_CANCELED is lost", "ORDER"]).await?;
        page.open_lab().await?;
        assert_eq!(page.counter("lost").await?, 1);
        Ok(())
    });
}

#[test]
fn states_below_the_edge_fade_and_the_last_one_does_not() {
    visit(Visit::new().size(Size::PROJECTOR), async |page| {
        page.open_lab().await?;
        let fade = async || -> Result<String> {
            let script = "return getComputedStyle(document.querySelector('.publish-states')).getPropertyValue('--fade')";
            page.script(script, vec![]).await
        };
        wait::until_equal("the edge", "22px".to_owned(), &fade).await?;
        page.script::<Option<()>>("document.querySelector('.publish-states').scrollTop = 1000", vec![])
            .await?;
        wait::until_equal("the edge", "0px".to_owned(), &fade).await
    });
}
