//! Everything by keyboard alone; shortcuts, and where they keep still.

use anyhow::Result;
use tests::page::{DIALOG, Press, id};
use tests::{Page, Visit, visit, wait};
use thirtyfour::Key;

#[test]
fn everything_can_be_done_by_keyboard_alone() {
    visit(Visit::new(), async |page| {
        publish_by_keys(page).await?;
        move_through_time_by_keys(page).await?;
        edit_and_crash_by_keys(page).await?;
        read_help_by_keys(page).await?;
        page.tab_to(&id("language-en")).await?;
        page.walk_to(&id("language-id"), Key::Right.into()).await?;
        page.press(Key::Enter).await?;
        wait::until_equal("the language", "id".to_owned(), async || page.language().await).await
    });
}

async fn publish_by_keys(page: &Page) -> Result<()> {
    page.tab_to(&id("publish-state")).await?;
    page.walk_to(&format!("{}[data-state=TRANSACTION_PAID]", id("publish-state")), Key::Down.into()).await?;
    page.press(Key::Enter).await?;
    page.service("ORDER").until_it_is("working").await?;
    page.tab_to(&id("publish-input")).await?;
    page.type_text("order_completed").await?;
    page.press(Key::Enter).await?;
    page.until_key_is("ORDER_COMPLETED").await
}

async fn move_through_time_by_keys(page: &Page) -> Result<()> {
    tab_to_tool(page, "play").await?;
    page.press(Key::Space).await?;
    wait::until("time stands", async || Ok(!page.is_playing().await?)).await?;
    let paused = page.clock_ms().await?;
    tab_to_tool(page, "step").await?;
    page.press(Key::Enter).await?;
    page.until_clock_is_past(paused).await?;
    page.tab_to(&id("scrubber")).await?;
    page.press(Key::Home).await?;
    wait::until_equal("the clock", 0.0, async || page.clock_ms().await).await?;
    page.press(Key::End).await?;
    page.until_clock_is_past(paused).await
}

/// The tools of the time bar are one stop of the Tab key; arrows lead from one to the next.
async fn tab_to_tool(page: &Page, test_id: &str) -> Result<()> {
    page.tab_to(&format!("[role=toolbar]:has({})", id("play"))).await?;
    page.walk_to(&id(test_id), Key::Right.into()).await
}

async fn edit_and_crash_by_keys(page: &Page) -> Result<()> {
    let order = page.service("ORDER");
    page.tab_to(&id("node")).await?;
    page.walk_to(&order.node(), Key::Right.into()).await?;
    page.press(Key::Enter).await?;
    if !page.shows(&id("inspector")).await? {
        page.press('l').await?;
    }
    wait::until("the inspector is open", async || page.shows(&id("inspector")).await).await?;
    page.tab_to(&id("edit-work-time")).await?;
    page.press(Press::Control('a')).await?;
    page.type_text("0.25").await?;
    page.tab_to(&id("edit-apply")).await?;
    page.press(Key::Enter).await?;
    page.until_the_picture_is_new().await?;
    assert_eq!(page.edit_error().await?, "");
    page.walk_to(&id("service-crash"), Press::Shift(Key::Tab)).await?;
    page.press(Key::Enter).await?;
    order.until_it_is("crashed").await
}

async fn read_help_by_keys(page: &Page) -> Result<()> {
    page.tab_to(&id("help")).await?;
    page.press(Key::Enter).await?;
    wait::until("help is open", async || page.focus_is_in(DIALOG).await).await?;
    page.press(Key::Escape).await?;
    page.until_no_dialog_is_there().await?;
    wait::until("the focus is back", async || page.focus_is_on(&id("help")).await).await?;
    page.press('?').await?;
    wait::until("help is open", async || page.focus_is_in(DIALOG).await).await?;
    page.press(Key::Escape).await?;
    wait::until("the focus is back", async || page.focus_is_on(&id("help")).await).await
}

#[test]
fn a_restart_leaves_the_lab_open_and_the_focus_where_it_was() {
    visit(Visit::new(), async |page| {
        page.open_lab().await?;
        page.until_clock_is_past(500.0).await?;
        page.pause().await?;
        page.tab_to(&id("console-copy")).await?;
        page.press('r').await?;
        wait::until("time runs again", async || page.is_playing().await).await?;
        assert!(page.focus_is_on(&id("console-copy")).await?);

        // The button of a service that is no longer chosen is gone: the inspector has the focus.
        page.service("ORDER").inspect().await?;
        page.tab_to(&id("service-stop")).await?;
        page.press('r').await?;
        wait::until("its button is gone", async || Ok(!page.has(&id("service-stop")).await?)).await?;
        wait::until("the focus is near", async || page.focus_is_in(&id("inspector")).await).await
    });
}

#[test]
fn help_lists_every_shortcut() {
    visit(Visit::new(), async |page| {
        page.press('?').await?;
        page.find(DIALOG).await?;
        let keys = page.texts(&format!("{DIALOG} kbd")).await?;
        for key in [".", "n", "b", "+", "-", "r", "l", "?"] {
            assert!(keys.iter().any(|listed| listed.eq_ignore_ascii_case(key)), "{key} is not in {keys:?}");
        }
        assert!(keys.len() >= 16, "{keys:?}");
        Ok(())
    });
}

#[test]
fn each_shortcut_does_what_it_says() {
    visit(Visit::new(), async |page| {
        page.press('.').await?;
        wait::until("time stands", async || Ok(!page.is_playing().await?)).await?;
        page.press(Key::Space).await?;
        wait::until("time runs", async || page.is_playing().await).await?;
        page.press(Key::Space).await?;
        page.publish("TRANSACTION_PAID").await?;
        page.put_the_focus_nowhere().await?;

        let published = page.clock_ms().await?;
        for (forwards, backwards) in [(Key::PageDown, Key::PageUp), (Key::Right, Key::Left)] {
            page.press(forwards).await?;
            page.until_clock_is_past(published).await?;
            page.press(backwards).await?;
            wait::until_equal("the clock", published, async || page.clock_ms().await).await?;
        }
        page.press('n').await?;
        page.service("ORDER").until_it_is("working").await?;
        page.press('b').await?;
        page.service("ORDER").until_it_is("sleeping").await?;

        page.press('+').await?;
        wait::until_equal("the speed", "2".to_owned(), async || page.value(&id("speed")).await).await?;
        page.press('-').await?;
        wait::until_equal("the speed", "1".to_owned(), async || page.value(&id("speed")).await).await?;
        page.press('l').await?;
        wait::until("the lab is open", async || page.shows(&id("inspector")).await).await?;
        page.press('l').await?;
        wait::until("the lab is closed", async || Ok(!page.shows(&id("inspector")).await?)).await?;

        page.press('r').await?;
        wait::until("the run is a new one", async || Ok(page.key_value().await?.is_empty())).await?;
        page.press(Press::Control('z')).await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.press(Press::ControlShift('z')).await?;
        wait::until("the run is the new one", async || Ok(page.key_value().await?.is_empty())).await
    });
}

#[test]
fn a_presenters_clicker_walks_through_the_changes() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.put_the_focus_nowhere().await?;
        page.press('.').await?;
        wait::until("time stands", async || Ok(!page.is_playing().await?)).await?;
        let mut presses = 0;
        while page.key_value().await? != "IDLE" {
            page.press(Key::PageDown).await?;
            page.until_the_picture_is_new().await?;
            presses += 1;
            assert!(presses <= 5, "next change after next change");
        }
        page.press(Key::PageUp).await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        page.tab_to(&id("scrubber")).await?;
        page.press(Key::PageDown).await?;
        page.until_key_is("IDLE").await?;
        tab_to_tool(page, "speed").await?;
        page.press(Key::PageUp).await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        assert_eq!(page.value(&id("speed")).await?, "1");
        Ok(())
    });
}

#[test]
fn shortcuts_do_nothing_while_somebody_types() {
    visit(Visit::new(), async |page| {
        page.click(&id("publish-input")).await?;
        page.type_text("r.n?l +-b").await?;
        page.press(Key::PageDown).await?;
        assert_eq!(page.value(&id("publish-input")).await?.to_ascii_lowercase(), "r.n?l +-b");
        assert!(page.is_playing().await?);
        assert!(!page.has("dialog[open]").await?);
        assert!(!page.shows(&id("inspector")).await?);
        assert_eq!(page.value(&id("speed")).await?, "1");
        Ok(())
    });
}

#[test]
fn shortcuts_of_a_bare_character_can_be_switched_off() {
    visit(Visit::new(), async |page| {
        page.press('?').await?;
        page.click(&id("bare-keys")).await?;
        page.close_dialog().await?;
        page.put_the_focus_nowhere().await?;
        for key in ['.', 'r', 'l', '?'] {
            page.press(key).await?;
        }
        page.until_the_picture_is_new().await?;
        assert!(page.is_playing().await?);
        assert!(!page.has("dialog[open]").await? && !page.shows(&id("inspector")).await?);
        page.press(Key::Space).await?;
        wait::until("the space bar still stops time", async || Ok(!page.is_playing().await?)).await
    });
}

#[test]
fn what_cannot_act_now_can_be_reached_and_says_why() {
    visit(Visit::new(), async |page| {
        assert_eq!(page.attribute(&id("undo"), "aria-disabled").await?.as_deref(), Some("true"));
        tab_to_tool(page, "undo").await?;
        page.press(Key::Enter).await?;
        wait::until("the reason is told", async || Ok(!page.texts(&id("notice")).await?.concat().is_empty()))
            .await
    });
}

#[test]
fn the_focus_is_always_visible() {
    visit(Visit::new(), async |page| {
        page.open_lab().await?;
        page.put_the_focus_nowhere().await?;
        for _ in 0..60 {
            page.press(Key::Tab).await?;
            assert!(
                page.focus_can_be_seen().await?,
                "nobody sees that the focus is on {}",
                page.focused().await?
            );
        }
        Ok(())
    });
}
