//! The timeline: every gesture by pointer and by keyboard, and what it looks like on screens of every size.

use anyhow::Result;
use tests::page::{DIALOG, Lane, Press, id};
use tests::visit::Size;
use tests::{Page, Visit, visit, wait};
use thirtyfour::Key;

const PUBLISHER: u32 = 0;
const BROKER: u32 = 1;
const ORDER: u32 = 2;
const INVOICE: u32 = 3;

/// A run in which ORDER has worked, standing still where the whole of it is 15 s long.
async fn with_a_past(page: &Page) -> Result<()> {
    page.pause().await?;
    page.publish("TRANSACTION_PAID").await?;
    page.until_key_is("TRANSACTION_PAID").await?;
    page.set_speed("10").await?;
    page.play().await?;
    page.until_clock_is_past(10_500.0).await?;
    page.pause().await?;
    page.until_no_frame_is_requested().await
}

/// The end of the whole record, as the lanes show it.
async fn whole_ms(page: &Page) -> Result<f64> {
    let (mut whole, recorded) = (10_000.0, page.recorded_ms().await?);
    while whole < recorded {
        whole += whole / 2.0;
    }
    Ok(whole)
}

async fn assert_near(page: &Page, expected: f64) -> Result<()> {
    let clock = page.clock_ms().await?;
    assert!((clock - expected).abs() < 60.0, "the clock says {clock}, not about {expected}");
    Ok(())
}

#[test]
fn a_click_on_a_lane_goes_there_and_dragging_scrubs() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        let whole = whole_ms(page).await?;
        page.click_at(page.lane_point(Lane(PUBLISHER, 0.4)).await?).await?;
        assert_near(page, whole * 0.4).await?;
        page.mouse("down", page.lane_point(Lane(BROKER, 0.2)).await?).await?;
        page.mouse("drag", page.lane_point(Lane(BROKER, 0.3)).await?).await?;
        assert_near(page, whole * 0.3).await?;
        page.mouse("drag", page.lane_point(Lane(BROKER, 0.1)).await?).await?;
        page.mouse("up", page.lane_point(Lane(BROKER, 0.1)).await?).await?;
        assert_near(page, whole * 0.1).await?;
        page.click_at(page.lane_point(Lane(BROKER, 0.999)).await?).await?;
        let end = page.recorded_ms().await?;
        wait::until_equal("the clock", end, async || page.clock_ms().await).await
    });
}

#[test]
fn pointing_tells_what_happened_and_a_click_leads_to_why() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        page.mouse("move", page.lane_point(Lane(BROKER, 0.1)).await?).await?;
        assert!(page.lanes_card().await?.contains("TRANSACTION_PAID"));
        assert!(!page.has(&id("why")).await?, "what is only pointed at has no button");
        // A look that led to nothing has no entry, and is told of all the same.
        let look = page.lane_point(Lane(INVOICE, 5_000.0 / whole_ms(page).await?)).await?;
        page.mouse("move", look).await?;
        wait::until("the look is told of", async || {
            Ok(page.lanes_card().await?.contains("INVOICE read IDLE"))
        })
        .await?;
        page.click_at(page.lane_point(Lane(ORDER, 0.1)).await?).await?;
        assert!(page.lanes_card().await?.contains("ORDER took TRANSACTION_PAID"));
        page.click(&id("why")).await?;
        assert!(page.history().await?.contains("ORDER took TRANSACTION_PAID"));
        page.click(&id("time-lab-close")).await?;
        wait::until("it is closed", async || Ok(!page.has(&id("time-lab")).await?)).await
    });
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_moves_along_with_shift() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        let point = page.lane_point(Lane(ORDER, 0.25)).await?;
        page.wheel(point, -240.0, 0).await?;
        let (left, width) = page.shown_part().await?.expect("a part is shown");
        assert!(width < 900.0, "{left} {width}");
        assert!(
            ((250.0 - left) / width - 0.25).abs() < 0.02,
            "what was under the pointer is: {left} {width}"
        );
        page.wheel(point, -240.0, 2).await?;
        let (_, nearer) = page.shown_part().await?.expect("a part is shown");
        assert!(nearer < width, "with Control, too");
        page.wheel(point, 100.0, 8).await?;
        let (moved, same) = page.shown_part().await?.expect("a part is shown");
        assert!((same - nearer).abs() < 1.0 && moved > left, "{left} {moved}");
        for _ in 0..8 {
            page.wheel(point, 240.0, 0).await?;
        }
        assert_eq!(page.shown_part().await?, None, "all of it again");
        Ok(())
    });
}

#[test]
fn the_part_that_is_shown_can_be_dragged_along_the_strip() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        let point = page.lane_point(Lane(ORDER, 0.0)).await?;
        page.wheel(point, -240.0, 0).await?;
        page.wheel(point, -240.0, 0).await?;
        let (left, width) = page.shown_part().await?.expect("a part is shown");
        assert!(left < 1.0);
        let script = "const e = document.querySelector('[data-testid=strip-window]').getBoundingClientRect();
            return [e.left + e.width / 2, e.top + e.height / 2]";
        let (x, y): (f64, f64) = page.script(script, vec![]).await?;
        page.mouse("move", (x, y)).await?;
        page.mouse("down", (x, y)).await?;
        page.mouse("drag", (x + 100.0, y)).await?;
        page.mouse("drag", (x + 200.0, y)).await?;
        page.mouse("up", (x + 200.0, y)).await?;
        let (moved, same) = page.shown_part().await?.expect("a part is shown");
        assert!(moved > left + 50.0 && (same - width).abs() < 1.0, "{moved}");
        page.mouse("move", (x, y)).await?;
        assert_eq!(page.shown_part().await?, Some((moved, same)), "it was let go");
        Ok(())
    });
}

#[test]
fn keys_lead_from_entry_to_entry_and_from_lane_to_lane() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        page.tab_to(&id("lanes")).await?;
        assert!(page.focus_can_be_seen().await?);
        page.press(Key::Left).await?;
        assert!(
            page.said_of_lanes().await?.contains("The publisher set the key to TRANSACTION_PAID"),
            "{}",
            page.said_of_lanes().await?
        );
        page.press(Key::Right).await?;
        assert!(page.said_of_lanes().await?.contains("Nothing further"));
        page.press(Key::Down).await?;
        page.press(Key::Down).await?;
        page.press(Key::End).await?;
        let last = page.said_of_lanes().await?;
        assert!(last.contains("ORDER worked for 3 s"), "{last}");
        assert!(page.lanes_card().await?.contains("ORDER worked for 3 s"), "and it is shown");
        page.press(Key::Left).await?;
        assert!(page.said_of_lanes().await?.contains("ORDER took TRANSACTION_PAID"));
        page.press(Key::Enter).await?;
        page.service("ORDER").until_it_is("working").await?;
        page.press(Key::Home).await?;
        assert!(page.said_of_lanes().await?.contains("ORDER started"));
        page.press(Key::Up).await?;
        page.press(Key::Up).await?;
        assert!(page.said_of_lanes().await?.contains("The publisher set"));
        page.press('w').await?;
        assert!(page.history().await?.contains("The publisher set"));
        assert!(page.focus_is_on(&id("lanes")).await?, "the keys stay where they were");
        Ok(())
    });
}

#[test]
fn keys_zoom_and_show_the_whole_run_again() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        page.tab_to(&id("lanes")).await?;
        page.press('+').await?;
        page.until_the_picture_is_new().await?;
        let (_, near) = page.shown_part().await?.expect("a part is shown");
        page.press('+').await?;
        page.until_the_picture_is_new().await?;
        let (_, nearer) = page.shown_part().await?.expect("a part is shown");
        page.press('-').await?;
        page.until_the_picture_is_new().await?;
        let (_, back) = page.shown_part().await?.expect("a part is shown");
        assert!(nearer < near && (back - near).abs() < 2.0, "{near} {nearer} {back}");
        assert_eq!(
            page.attribute(&format!("{} option:checked", id("speed")), "value").await?,
            Some("10".into())
        );
        page.press('0').await?;
        wait::until("all is shown", async || Ok(page.shown_part().await?.is_none())).await
    });
}

#[test]
fn two_fingers_zoom_and_one_scrubs() {
    visit(Visit::new().size(Size::TABLET).query("?timeline=open"), async |page| {
        with_a_past(page).await?;
        let whole = whole_ms(page).await?;
        let [a, b, near, far] = [0.4, 0.6, 0.2, 0.8].map(|share| Lane(BROKER, share));
        let (a, b) = (page.lane_point(a).await?, page.lane_point(b).await?);
        let (near, far) = (page.lane_point(near).await?, page.lane_point(far).await?);
        page.touch("touchStart", &[a]).await?;
        page.touch("touchMove", &[(a.0 - 20.0, a.1)]).await?;
        page.touch("touchMove", &[near]).await?;
        page.touch("touchEnd", &[]).await?;
        assert_near(page, whole * 0.2).await?;
        page.touch("touchStart", &[a]).await?;
        page.touch("touchStart", &[a, b]).await?;
        page.touch("touchMove", &[near, far]).await?;
        page.touch("touchEnd", &[]).await?;
        let (left, width) = page.shown_part().await?.expect("a part is shown");
        assert!((width - 333.0).abs() < 30.0 && (left - 333.0).abs() < 30.0, "{left} {width}");
        assert_near(page, whole * 0.2).await
    });
}

#[test]
fn lanes_are_folded_and_unfolded_by_pointer_and_by_key_and_it_is_kept() {
    visit(Visit::new(), async |page| {
        wait::until("they are there", async || page.lanes_are_open().await).await?;
        page.click(&id("fold-lanes")).await?;
        wait::until("they are folded", async || Ok(!page.lanes_are_open().await?)).await?;
        page.reload().await?;
        assert!(!page.lanes_are_open().await?, "it is kept");
        assert!(page.shows(&id("scrubber")).await?);
        page.tab_to(&format!("[role=toolbar]:has({})", id("play"))).await?;
        page.walk_to(&id("fold-lanes"), Key::Right.into()).await?;
        page.press(Key::Enter).await?;
        wait::until("they are open", async || page.lanes_are_open().await).await?;
        page.open_with("?timeline=folded").await?;
        assert!(!page.lanes_are_open().await?, "a link folds them");
        Ok(())
    });
}

#[test]
fn a_phone_has_the_strip_and_unfolds_the_lanes_when_asked() {
    visit(Visit::new().size(Size::PHONE), async |page| {
        assert!(!page.lanes_are_open().await?);
        assert!(page.shows(&id("scrubber")).await?);
        page.click(&id("fold-lanes")).await?;
        wait::until("they are open", async || page.lanes_are_open().await).await?;
        for size in [Size::DESKTOP, Size::PHONE] {
            page.resize(size).await?;
            page.until_the_picture_is_new().await?;
            assert!(page.lanes_are_open().await?, "who asked for them keeps them");
        }
        let wide: f64 =
            page.script("return document.documentElement.scrollWidth - innerWidth", vec![]).await?;
        assert!(wide <= 0.0, "nothing is wider than the phone");
        Ok(())
    });
}

#[test]
fn lanes_come_and_go_with_the_room_for_them() {
    visit(Visit::new(), async |page| {
        wait::until("they are there", async || page.lanes_are_open().await).await?;
        page.resize(Size::PHONE).await?;
        wait::until("they are folded", async || Ok(!page.lanes_are_open().await?)).await?;
        assert!(page.shows(&id("scrubber")).await?);
        page.resize(Size::DESKTOP).await?;
        wait::until("they are open", async || page.lanes_are_open().await).await
    });
}

#[test]
fn a_selected_service_is_seen_in_the_lanes_and_a_lanes_name_selects_its_service() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        let before = page.lane_pixels().await?;
        let (x, y) = page.lane_point(Lane(ORDER, 0.0)).await?;
        page.click_at((x - 60.0, y)).await?;
        wait::until("the inspector is open", async || page.shows(&id("inspector")).await).await?;
        assert!(page.has(&format!("{}.is-chosen[data-service=ORDER]", id("node"))).await?);
        page.close_lab().await?;
        page.until_no_frame_is_requested().await?;
        assert_ne!(page.lane_pixels().await?, before, "the lane stands out");
        Ok(())
    });
}

#[test]
fn lanes_ask_for_no_frame_while_nothing_moves_and_a_pointer_only_points() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        let (before, pixels) = (page.frames_requested().await?, page.lane_pixels().await?);
        page.watch_for_a_second().await?;
        page.mouse("move", page.lane_point(Lane(ORDER, 0.1)).await?).await?;
        page.mouse("move", page.lane_point(Lane(ORDER, 0.15)).await?).await?;
        page.mouse("move", (400.0, 200.0)).await?;
        assert_eq!(page.frames_requested().await?, before);
        wait::until("they are as they were", async || Ok(page.lane_pixels().await? == pixels)).await
    });
}

#[test]
fn the_keys_of_the_lanes_are_the_lanes_own() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        page.tab_to(&id("lanes")).await?;
        page.press(Press::Character(' ')).await?;
        wait::until("time runs", async || page.is_playing().await).await?;
        page.press(Press::Character(' ')).await?;
        wait::until("time stands", async || Ok(!page.is_playing().await?)).await?;
        let clock = page.clock_ms().await?;
        page.press(Key::Left).await?;
        page.until_the_picture_is_new().await?;
        assert_eq!(page.clock_ms().await?, clock, "an arrow walks through the lane, not through the run");
        page.press('?').await?;
        wait::until("help is open", async || page.has(DIALOG).await).await?;
        let help = page.text(DIALOG).await?;
        assert!(help.contains("On the timeline's lanes") && help.contains("A state was lost"));
        Ok(())
    });
}

#[test]
fn breakpoints_and_the_part_that_is_looped_are_seen_in_the_lanes() {
    visit(Visit::new(), async |page| {
        with_a_past(page).await?;
        page.click(&id("open-time-lab")).await?;
        page.click(&id("tab-run-until")).await?;
        let before = page.lane_pixels().await?;
        page.choose(&id("until-choice"), "loss").await?;
        page.click(&id("until-keep")).await?;
        page.find(&id("breakpoint")).await?;
        wait::until("it is seen", async || Ok(page.lane_pixels().await? != before)).await?;
        page.click(&id("breakpoint-remove")).await?;
        wait::until("it is gone", async || Ok(page.lane_pixels().await? == before)).await?;
        page.click(&id("loop-window")).await?;
        wait::until("the part is seen", async || Ok(page.lane_pixels().await? != before)).await
    });
}
