//! Services: crashed, stopped, edited, renamed, added, removed.

use tests::page::id;
use tests::{Page, Visit, visit, wait};

#[test]
fn a_crashed_service_leaves_the_other_going_on() {
    visit(Visit::new(), async |page| {
        page.service("ORDER").crash().await?;
        page.service("ORDER").until_it_is("crashed").await?;
        page.publish("ORDER_COMPLETED").await?;
        page.service("INVOICE").until_it_is("working").await?;
        page.set_speed("10").await?;
        page.until_key_is("IDLE").await?;

        page.publish("TRANSACTION_PAID").await?;
        page.until_happening_names(&["TRANSACTION_PAID is waiting", "crashed"]).await?;
        page.service("ORDER").restart().await?;
        page.service("ORDER").until_it_is("working").await
    });
}

#[test]
fn a_service_that_is_stopped_at_work_finishes_first() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.service("ORDER").stop().await?;
        page.service("ORDER").until_it_is("stopping").await?;
        page.until_key_is("IDLE").await?;
        page.service("ORDER").until_it_is("stopped").await?;
        page.service("ORDER").start().await?;
        page.service("ORDER").until_it_is("sleeping").await
    });
}

#[test]
fn a_command_that_makes_no_sense_is_refused_with_its_reason() {
    visit(Visit::new(), async |page| {
        let order = page.service("ORDER");
        order.stop().await?;
        order.until_it_is("stopped").await?;
        order.stop().await?;
        wait::until("the reason is given", async || {
            Ok(page.text(&id("inspector")).await?.contains("ORDER is not running"))
        })
        .await
    });
}

#[test]
fn edited_states_count_and_the_edit_can_be_undone_and_redone() {
    visit(Visit::new(), async |page| {
        page.service("INVOICE").inspect().await?;
        let rows = page.count(&id("edit-allowed-state")).await?;
        page.click(&id("edit-add-row")).await?;
        let row = format!("{}:nth-of-type({})", id("edit-allowed-state"), rows + 1);
        page.fill(&format!("{row} input"), "transaction_paid").await?;
        page.apply_edit().await?;
        wait::until("the node lists the new state", async || {
            Ok(page.text(&page.service("INVOICE").node()).await?.contains("TRANSACTION_PAID"))
        })
        .await?;

        page.publish("TRANSACTION_PAID").await?;
        page.service("INVOICE").until_it_is("working").await?;
        page.service("ORDER").until_it_is("working").await?;

        page.undo().await?;
        wait::until("the new state is gone", async || {
            Ok(!page.text(&page.service("INVOICE").node()).await?.contains("TRANSACTION_PAID"))
        })
        .await?;
        page.redo().await?;
        wait::until("the new state is back", async || {
            Ok(page.text(&page.service("INVOICE").node()).await?.contains("TRANSACTION_PAID"))
        })
        .await
    });
}

#[test]
fn a_shorter_work_time_counts_from_the_next_work() {
    visit(Visit::new(), async |page| {
        page.pause().await?;
        page.service("ORDER").inspect().await?;
        page.fill(&id("edit-work-time"), "0.25").await?;
        page.apply_edit().await?;
        page.until_the_picture_is_new().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.next_change().await?;
        page.service("ORDER").until_it_is("working").await?;
        let started = page.clock_ms().await?;
        page.next_change().await?;
        wait::until_equal("how long the work took", 250.0, async || Ok(page.clock_ms().await? - started))
            .await
    });
}

#[test]
fn edits_that_cannot_be_are_refused_with_the_reason() {
    visit(Visit::new(), async |page| {
        page.service("ORDER").inspect().await?;
        page.fill(&id("edit-poll-interval"), "0").await?;
        page.apply_edit().await?;
        until_an_error_stands(page).await?;
        page.fill(&id("edit-poll-interval"), "0.5").await?;
        page.until_the_picture_is_new().await?;
        assert_eq!(page.edit_error().await?, "");

        page.fill(&id("edit-name"), "invoice").await?;
        page.click(&id("service-rename")).await?;
        until_an_error_stands(page).await?;
        assert_eq!(page.service_names().await?, ["ORDER", "INVOICE"]);
        Ok(())
    });
}

async fn until_an_error_stands(page: &Page) -> anyhow::Result<()> {
    wait::until("a reason is given", async || Ok(!page.edit_error().await?.is_empty())).await
}

#[test]
fn services_are_renamed_added_and_removed() {
    visit(Visit::new(), async |page| {
        page.service("ORDER").inspect().await?;
        page.fill(&id("edit-name"), "SHOP").await?;
        page.click(&id("service-rename")).await?;
        until_services_are(page, &["SHOP", "INVOICE"]).await?;

        page.click(&id("service-add")).await?;
        page.fill(&id("add-name"), "SALES").await?;
        page.click(&id("add-apply")).await?;
        until_services_are(page, &["SHOP", "INVOICE", "SALES"]).await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("SHOP").until_it_is("working").await?;

        page.service("INVOICE").remove().await?;
        until_services_are(page, &["SHOP", "SALES"]).await?;
        page.undo().await?;
        until_services_are(page, &["SHOP", "SALES", "INVOICE"]).await
    });
}

async fn until_services_are(page: &Page, names: &[&str]) -> anyhow::Result<()> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    wait::until_equal("the services", names, async || page.service_names().await).await
}

#[test]
fn the_flowchart_lights_the_step_that_the_service_is_at() {
    visit(Visit::new(), async |page| {
        page.service("ORDER").inspect().await?;
        page.publish("TRANSACTION_PAID").await?;
        wait::until_equal("the step", "work".to_owned(), async || page.flowchart_step().await).await?;
        wait::until_equal("the step", "sleep".to_owned(), async || page.flowchart_step().await).await
    });
}

#[test]
fn the_console_speaks_the_tutorials_words_and_can_be_filtered_copied_and_cleared() {
    visit(Visit::new(), async |page| {
        page.open_lab().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("IDLE").await?;
        for line in [
            "Service ORDER started....",
            "Order service started. State: TRANSACTION_PAID",
            "Change state into: IDLE",
        ] {
            wait::until(line, async || Ok(page.console_lines().await?.iter().any(|l| l.contains(line))))
                .await?;
        }
        assert_eq!(
            page.attribute(&format!("{} [lang]", id("console")), "lang").await?.as_deref(),
            Some("en")
        );
        page.grant_the_clipboard().await?;
        page.click(&id("console-copy")).await?;
        wait::until("the lines are copied", async || {
            Ok(page.clipboard().await?.contains("Order service started. State: TRANSACTION_PAID"))
        })
        .await?;

        let all = page.console_lines().await?.len();
        page.filter_console("INVOICE").await?;
        wait::until("fewer lines are left", async || {
            let lines = page.console_lines().await?;
            Ok(lines.len() < all && lines.iter().all(|line| !line.contains("Order")))
        })
        .await?;
        page.click(&id("console-clear")).await?;
        wait::until("no line is left", async || Ok(page.console_lines().await?.is_empty())).await
    });
}
