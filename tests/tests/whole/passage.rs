//! Time backwards, round and round, and until something: each control by pointer and by key.

use anyhow::Result;
use tests::page::id;
use tests::{Page, Visit, visit, wait};
use thirtyfour::Key;

/// A run in which a state is lost at once, stopped where ORDER has taken the one that overwrote it.
async fn with_a_loss(page: &Page) -> Result<()> {
    // Between two looks: whoever waits for the pause may be stopped right before one.
    page.until_clock_is_past(100.0).await?;
    page.pause().await?;
    page.seek(100.0).await?;
    page.publish("TRANSACTION_CANCELED").await?;
    page.publish("TRANSACTION_PAID").await?;
    page.next_change().await?;
    page.service("ORDER").until_it_is("working").await
}

/// Opens the time lab with the tab that says where time is to stop.
async fn open_run_until(page: &Page) -> Result<()> {
    page.open_time_tab("run-until").await?;
    page.find(&id("until-go")).await.map(|_| ())
}

async fn until_it_is_said(page: &Page, words: &str) -> Result<()> {
    wait::until(&format!("a notice says {words:?}"), async || {
        Ok(page.texts(&id("notice")).await?.iter().any(|notice| notice.contains(words)))
    })
    .await
}

#[test]
fn a_run_is_played_backwards_by_button_and_by_key_until_its_beginning() {
    visit(Visit::new(), async |page| {
        page.set_speed("10").await?;
        page.until_clock_is_past(3_000.0).await?;
        page.pause().await?;
        let end = page.recorded_ms().await?;
        page.click(&id("play-backwards")).await?;
        assert!(page.is_playing().await?);
        assert_eq!(page.attribute(&id("play-backwards"), "aria-pressed").await?.as_deref(), Some("true"));
        wait::until("it is earlier", async || Ok(page.clock_ms().await? < end - 500.0)).await?;
        page.click(&id("play-backwards")).await?;
        wait::until("time stands", async || Ok(!page.is_playing().await?)).await?;
        page.press(',').await?;
        wait::until_equal("the clock", 0.0, async || page.clock_ms().await).await?;
        wait::until("time stands", async || Ok(!page.is_playing().await?)).await?;
        assert_eq!(page.recorded_ms().await?, end, "what is recorded stays");
        page.until_no_frame_is_requested().await
    });
}

#[test]
fn keys_jump_from_loss_to_loss_and_along_what_the_selected_one_did() {
    visit(Visit::new(), async |page| {
        with_a_loss(page).await?;
        page.press('z').await?;
        page.until_the_picture_is_new().await?;
        let loss = page.clock_ms().await?;
        page.press('z').await?;
        until_it_is_said(page, "No state was lost before").await?;
        page.seek(0.0).await?;
        page.press('x').await?;
        wait::until_equal("the clock", loss, async || page.clock_ms().await).await?;
        page.press('s').await?;
        until_it_is_said(page, "Select the publisher or a service").await?;
        page.service("ORDER").inspect().await?;
        page.press('s').await?;
        page.service("ORDER").until_it_is("working").await?;
        page.press('a').await?;
        wait::until_equal("the clock", 0.0, async || page.clock_ms().await).await
    });
}

#[test]
fn a_run_is_run_ahead_until_the_next_loss_or_it_says_that_there_is_none() {
    visit(Visit::new(), async |page| {
        page.pause().await?;
        open_run_until(page).await?;
        page.click(&id("ahead-loss")).await?;
        until_it_is_said(page, "never comes by itself").await?;
        page.click(&id("ahead-hour")).await?;
        page.until_clock_is_past(3_600_000.0).await?;
        until_it_is_said(page, "Here it is: it is 1:00:0").await
    });
}

#[test]
fn a_run_is_run_until_what_is_chosen_by_keys_alone() {
    visit(Visit::new(), async |page| {
        page.pause().await?;
        page.publish("TRANSACTION_PAID").await?;
        open_run_until(page).await?;
        page.choose(&id("until-choice"), "at 0").await?;
        page.tab_to(&id("until-go")).await?;
        page.press(Key::Enter).await?;
        wait::until("the value is asked for", async || page.focus_is_on(&id("until-value")).await).await?;
        assert!(page.shows(&id("until-error")).await?);
        page.type_text("2.5").await?;
        page.press(Key::Enter).await?;
        wait::until_equal("the clock", 2_500.0, async || page.clock_ms().await).await?;
        page.choose(&id("until-choice"), "kind work_finished").await?;
        page.set_speed("10").await?;
        page.click(&id("until-play")).await?;
        until_it_is_said(page, "Here it is: a service finishes its work").await?;
        assert!(!page.is_playing().await?);
        page.check_with_axe("run until").await
    });
}

#[test]
fn a_breakpoint_stops_time_is_there_after_a_reload_and_can_be_switched_off_and_removed() {
    visit(Visit::new(), async |page| {
        page.pause().await?;
        open_run_until(page).await?;
        page.choose(&id("until-choice"), "kind work_started").await?;
        page.click(&id("until-keep")).await?;
        page.find(&id("breakpoint")).await?;
        page.publish("TRANSACTION_PAID").await?;
        page.play().await?;
        until_it_is_said(page, "Breakpoint: a service starts to work").await?;
        assert!(!page.is_playing().await?);
        assert_eq!(page.service("ORDER").phase().await?, "working");

        page.reload().await?;
        open_run_until(page).await?;
        assert_eq!(page.count(&id("breakpoint")).await?, 1);
        page.click(&id("breakpoint-watch")).await?;
        page.set_speed("100").await?;
        page.publish("TRANSACTION_PAID").await?;
        page.play().await?;
        page.until_clock_is_past(20_000.0).await?;
        page.click(&id("breakpoint-remove")).await?;
        wait::until_equal("breakpoints", 0, async || page.count(&id("breakpoint")).await).await
    });
}

#[test]
fn a_part_is_looped_and_a_sign_says_so_and_ends_it() {
    visit(Visit::new(), async |page| {
        page.set_speed("10").await?;
        page.until_clock_is_past(5_000.0).await?;
        page.pause().await?;
        open_run_until(page).await?;
        page.fill(&id("loop-from"), "1").await?;
        page.fill(&id("loop-until"), "2").await?;
        page.press(Key::Enter).await?;
        page.find(&id("loop-sign")).await?;
        wait::until_equal("the clock", 1_000.0, async || page.clock_ms().await).await?;
        page.play().await?;
        for _ in 0..20 {
            let at = page.clock_ms().await?;
            assert!((1_000.0..=2_000.0).contains(&at), "{at}");
            page.until_the_picture_is_new().await?;
        }
        page.click(&id("loop-sign")).await?;
        page.until_clock_is_past(2_500.0).await?;
        assert!(!page.has(&id("loop-sign")).await?);
        page.click(&id("loop-window")).await?;
        page.find(&id("loop-sign")).await?;
        page.click(&id("loop-stop")).await?;
        wait::until("nothing is looped", async || Ok(!page.has(&id("loop-sign")).await?)).await
    });
}
