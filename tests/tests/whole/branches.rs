//! Other futures of a run: kept, gone to, named, compared and removed, by pointer and by key.

use anyhow::Result;
use tests::page::id;
use tests::{Page, Visit, visit, wait};
use thirtyfour::Key;

/// The row of a branch, and a part of it.
fn of(branch: u32, part: &str) -> String {
    format!("[data-branch=\"{branch}\"] {}", id(part))
}

/// A run with two futures: in the second ORDER is crashed while it works. The tab of them is open.
async fn with_two(page: &Page) -> Result<()> {
    page.set_speed("10").await?;
    page.publish("TRANSACTION_PAID").await?;
    page.until_key_is("IDLE").await?;
    page.pause().await?;
    page.seek(2_000.0).await?;
    page.publish("ORDER_CANCELED").await?;
    page.open_time_tab("branches").await?;
    wait::until_equal("branches", 2, async || page.count(&id("branch")).await).await
}

async fn until_shown(page: &Page, branch: u32) -> Result<()> {
    let shown = format!("[data-branch=\"{branch}\"] [aria-current=true]");
    wait::until(&format!("branch {branch} is shown"), async || page.has(&shown).await).await
}

#[test]
fn the_old_future_stays_and_is_gone_to_and_back_and_is_there_after_a_reload() {
    visit(Visit::new(), async |page| {
        with_two(page).await?;
        until_shown(page, 2).await?;
        let there = page.clock_ms().await?;
        assert!(page.text(&of(2, "branch-show")).await?.contains("publishing ORDER_CANCELED"));
        page.click(&of(1, "branch-show")).await?;
        until_shown(page, 1).await?;
        wait::until_equal("the clock", 2_000.0, async || page.clock_ms().await).await?;
        assert!(page.recorded_ms().await? > 3_000.0);
        page.reload().await?;
        page.open_time_tab("branches").await?;
        page.tab_to(&of(2, "branch-show")).await?;
        page.press(Key::Enter).await?;
        until_shown(page, 2).await?;
        wait::until_equal("the clock", there, async || page.clock_ms().await).await?;
        page.until_key_is("ORDER_CANCELED").await
    });
}

#[test]
fn a_branch_is_named_by_keys_alone_and_undo_takes_the_name_away() {
    visit(Visit::new(), async |page| {
        with_two(page).await?;
        page.tab_to(&of(2, "branch-rename")).await?;
        page.press(Key::Enter).await?;
        wait::until("the field has the focus", async || page.focus_is_on(&id("branch-name")).await).await?;
        page.type_text("canceled in time").await?;
        page.press(Key::Enter).await?;
        wait::until("it is named", async || {
            Ok(page.text(&of(2, "branch-show")).await?.starts_with("canceled in time"))
        })
        .await?;
        wait::until("the focus is back", async || page.focus_is_on(&of(2, "branch-rename")).await).await?;
        page.undo().await?;
        wait::until("it has its own name", async || {
            Ok(page.text(&of(2, "branch-show")).await?.starts_with("Branch 2"))
        })
        .await
    });
}

#[test]
fn two_branches_are_compared_from_their_first_difference_on() {
    visit(Visit::new(), async |page| {
        with_two(page).await?;
        page.click(&of(1, "branch-compare")).await?;
        let said = page.text(&id("branches-difference")).await?;
        assert!(said.starts_with("Up to 00:02.001 both are the same"), "{said}");
        assert_eq!(page.count(&id("branches-column")).await?, 2);
        page.check_with_axe("branches").await?;
        page.click(".branch-entry").await?;
        wait::until_equal("the clock", 2_001.0, async || page.clock_ms().await).await
    });
}

#[test]
fn the_branch_that_has_run_less_far_catches_up_whichever_is_shown() {
    visit(Visit::new(), async |page| {
        with_two(page).await?;
        page.click(&of(1, "branch-compare")).await?;
        let even = async || {
            wait::until("both have run equally far", async || Ok(!page.has(&id("branches-behind")).await?))
                .await
        };
        let behind = page.text(&id("branches-behind")).await?;
        assert!(behind.starts_with("Branch 2") && behind.contains("until 00:02.001 only"), "{behind}");
        page.click(&id("branches-run-on")).await?;
        even().await?;
        let until = page.recorded_ms().await?;
        assert!(until > 3_000.0, "{until}");
        assert!(page.shows(&id("branches-lanes")).await?);
        // Now the shown one goes further.
        page.play().await?;
        page.until_clock_is_past(until + 2_000.0).await?;
        page.pause().await?;
        let further = page.recorded_ms().await?;
        let behind = page.text(&id("branches-behind")).await?;
        assert!(behind.starts_with("Branch 1 has run"), "{behind}");
        page.tab_to(&id("branches-run-on")).await?;
        page.press(Key::Enter).await?;
        until_shown(page, 1).await?;
        even().await?;
        wait::until_equal("the record", further, async || page.recorded_ms().await).await?;
        page.check_with_axe("branches side by side").await
    });
}

#[test]
fn a_branch_is_removed_and_undo_brings_it_back_and_undo_of_the_command_takes_its_future_away() {
    visit(Visit::new(), async |page| {
        with_two(page).await?;
        let count = async |count: usize| {
            wait::until_equal("branches", count, async || page.count(&id("branch")).await).await
        };
        page.click(&of(1, "branch-remove")).await?;
        count(1).await?;
        page.undo().await?;
        count(2).await?;
        page.undo().await?;
        count(1).await?;
        until_shown(page, 1).await?;
        page.redo().await?;
        count(2).await?;
        until_shown(page, 2).await
    });
}
