//! The charts: the numbers of the run over time, read by pointer, by keyboard, and as tables.

use anyhow::Result;
use tests::page::{chart, id};
use tests::visit::{Scheme, Size};
use tests::{Page, Visit, visit, wait};
use thirtyfour::Key;

/// A run in which ORDER took a state and was done with it, standing still.
async fn run(page: &Page) -> Result<()> {
    page.publish("TRANSACTION_PAID").await?;
    page.service("ORDER").until_it_is("working").await?;
    page.set_speed("5").await?;
    page.until_key_is("IDLE").await?;
    page.pause().await?;
    page.open_charts().await
}

#[test]
fn charts_follow_the_place_that_is_looked_at() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        page.open_lab().await?;
        let made = page.counter("polls").await?.to_string();
        let looks = page.chart("looks").await?;
        assert!(looks.contains(&format!("made {made}")), "{looks} and {made}");
        page.seek(0.0).await?;
        assert_eq!(page.charts_read().await?, "00:00.000");
        let looks = page.chart("looks").await?;
        assert!(looks.contains("made 2"), "{looks}");
        Ok(())
    });
}

#[test]
fn a_pointer_reads_the_charts_and_a_click_goes_there() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        let place = page.clock_ms().await?;
        page.point_at_chart("working", 0.1).await?;
        wait::until("another instant is read", async || {
            Ok(page.charts_read().await? != page.text(&id("clock")).await?)
        })
        .await?;
        assert_eq!(page.clock_ms().await?, place, "pointing goes nowhere");
        page.click_chart("working", 0.1).await?;
        wait::until("the place is there", async || Ok(page.clock_ms().await? < place)).await
    });
}

#[test]
fn the_keyboard_reads_the_charts_and_enter_goes_there() {
    visit(Visit::new(), async |page| {
        run(page).await?;
        page.tab_to(&id("charts-at")).await?;
        page.press(Key::Home).await?;
        wait::until_equal("the start is read", "00:00.000".to_owned(), async || page.charts_read().await)
            .await?;
        page.press(Key::Right).await?;
        wait::until("the next instant is read", async || Ok(page.charts_read().await? != "00:00.000"))
            .await?;
        let read = page.charts_read().await?;
        let said = page.attribute(&id("charts-at"), "aria-valuetext").await?.unwrap_or_default();
        assert!(said.starts_with(&read) && said.contains("Looks so far: made 2"), "{said}");
        page.press(Key::Enter).await?;
        wait::until_equal("the place", read, async || page.text(&id("clock")).await).await?;
        page.press(Key::End).await?;
        page.press(Key::Escape).await?;
        wait::until("the place is read again", async || {
            Ok(page.charts_read().await? == page.text(&id("clock")).await?)
        })
        .await
    });
}

#[test]
fn behind_a_chart_is_a_table_that_can_be_copied() {
    visit(Visit::new(), async |page| {
        page.grant_the_clipboard().await?;
        run(page).await?;
        page.tab_to(&format!("{} summary", chart("looks"))).await?;
        page.press(Key::Enter).await?;
        wait::until("the table is there", async || Ok(page.chart_rows("looks").await?.len() > 10)).await?;
        let rows = page.chart_rows("looks").await?;
        page.tab_to(&id("chart-copy")).await?;
        page.press(Key::Enter).await?;
        wait::until_equal("it is copied", "Copied.".to_owned(), async || {
            page.text(&id("chart-copied")).await
        })
        .await?;
        let copied = page.clipboard().await?;
        assert_eq!(copied.lines().collect::<Vec<_>>(), rows);
        Ok(())
    });
}

#[test]
fn charts_go_on_while_it_runs_and_nothing_jumps() {
    visit(Visit::new(), async |page| {
        page.open_charts().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.watch_for_a_second().await?;
        page.take_layout_shift().await?;
        let before = page.chart("looks").await?;
        page.watch_for_a_second().await?;
        assert_ne!(page.chart("looks").await?, before);
        let (_, what) = page.take_layout_shift().await?;
        assert!(what.is_empty(), "{what:#?}");
        Ok(())
    });
}

#[test]
fn axe_finds_nothing_in_the_charts() {
    for (scheme, size) in [(Scheme::Light, Size::DESKTOP), (Scheme::Dark, Size::PHONE)] {
        visit(Visit::new().scheme(scheme).size(size), async |page| {
            run(page).await?;
            page.click(&format!("{} summary", chart("noticed"))).await?;
            page.until_the_picture_is_new().await?;
            page.check_with_axe("the charts").await
        });
    }
}

#[test]
fn no_word_of_the_charts_is_left_untranslated() {
    visit(Visit::new().query("?lang=pseudo-x"), async |page| {
        run(page).await?;
        page.click(&format!("{} summary", chart("working"))).await?;
        page.until_the_picture_is_new().await?;
        let words = page.untranslated_words().await?;
        assert!(words.is_empty(), "{words:#?}");
        Ok(())
    });
}
