//! The contract of time: pause freezes, a step is one event, the past can be seen again.

use tests::{Visit, visit, wait};

#[test]
fn pause_freezes_everything_that_moves() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.pause().await?;
        page.until_no_frame_is_requested().await?;
        page.until_nothing_more_is_said().await?;
        let before = (page.clock_ms().await?, page.canvas_pixels().await?, page.frames_requested().await?);
        let text = page.all_text().await?;
        page.watch_for_a_second().await?;
        let after = (page.clock_ms().await?, page.canvas_pixels().await?, page.frames_requested().await?);
        assert!(
            before == after,
            "clock, pixels or frames changed: {} {}, {} {}",
            before.0,
            after.0,
            before.2,
            after.2
        );
        assert_eq!(text, page.all_text().await?);

        page.play().await?;
        page.until_clock_is_past(before.0).await
    });
}

#[test]
fn with_less_motion_wanted_a_step_asks_for_no_frames_afterwards() {
    visit(Visit::new().with_reduced_motion(), async |page| {
        page.pause().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.next_change().await?;
        page.service("ORDER").until_it_is("working").await?;
        page.until_no_frame_is_requested().await
    });
}

#[test]
fn next_change_leads_from_change_to_change_and_back() {
    visit(Visit::new(), async |page| {
        page.pause().await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("TRANSACTION_PAID").await?;
        assert!(!page.is_playing().await?, "a command does not let time run");
        let published = page.clock_ms().await?;

        page.next_change().await?;
        page.service("ORDER").until_it_is("working").await?;
        assert!(page.clock_ms().await? > published);
        let mut presses = 0;
        while page.key_value().await? != "IDLE" {
            page.next_change().await?;
            page.until_the_picture_is_new().await?;
            presses += 1;
            assert!(presses <= 3, "the work and its result are few entries, and no wait");
        }
        while page.key_value().await? != "TRANSACTION_PAID" {
            page.previous_change().await?;
            page.until_the_picture_is_new().await?;
            presses -= 1;
            assert!(presses >= -1, "what was seen going forward is seen going back");
        }
        assert_eq!(page.service("ORDER").phase().await?, "working");
        Ok(())
    });
}

#[test]
fn a_step_is_one_look_or_one_event_and_step_back_undoes_it() {
    visit(Visit::new(), async |page| {
        page.pause().await?;
        page.restart_run().await?;
        page.pause().await?;
        page.step().await?;
        page.until_the_picture_is_new().await?;
        let first = page.clock_ms().await?;
        page.step().await?;
        page.until_the_picture_is_new().await?;
        let second = page.clock_ms().await?;
        assert!(
            second > first && second - first <= 500.0,
            "from {first} to {second}: one look of each service"
        );
        page.step_back().await?;
        wait::until_equal("the clock", first, async || page.clock_ms().await).await
    });
}

#[test]
fn a_step_is_the_same_at_every_speed() {
    visit(Visit::new(), async |page| {
        let mut places = Vec::new();
        for speed in ["0.1", "1", "1000"] {
            page.set_speed("0.1").await?;
            page.restart_run().await?;
            page.pause().await?;
            page.seek(0.0).await?;
            page.set_speed(speed).await?;
            page.step().await?;
            page.until_the_picture_is_new().await?;
            page.step().await?;
            page.until_the_picture_is_new().await?;
            places.push(page.clock_ms().await?);
        }
        assert!(places.iter().all(|place| *place == places[0]), "{places:?}");
        Ok(())
    });
}

#[test]
fn speed_lets_time_run_faster() {
    visit(Visit::new(), async |page| {
        page.set_speed("1000").await?;
        page.until_clock_is_past(60_000.0).await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("IDLE").await
    });
}

#[test]
fn scrubbing_back_shows_the_past() {
    visit(Visit::new(), async |page| {
        page.publish("TRANSACTION_PAID").await?;
        page.service("ORDER").until_it_is("working").await?;
        page.pause().await?;
        let working = page.clock_ms().await?;
        page.set_speed("10").await?;
        page.play().await?;
        page.until_key_is("IDLE").await?;
        page.pause().await?;
        let end = page.clock_ms().await?;

        page.seek(working).await?;
        wait::until_equal("the clock", working, async || page.clock_ms().await).await?;
        assert_eq!(page.key_value().await?, "TRANSACTION_PAID");
        assert_eq!(page.service("ORDER").phase().await?, "working");
        page.seek(0.0).await?;
        assert_eq!(page.key_value().await?, "");
        page.seek(end).await?;
        assert_eq!(page.key_value().await?, "IDLE");
        Ok(())
    });
}

#[test]
fn a_command_in_the_past_cuts_what_came_after_and_undo_brings_it_back() {
    visit(Visit::new(), async |page| {
        page.set_speed("10").await?;
        page.publish("TRANSACTION_PAID").await?;
        page.until_key_is("IDLE").await?;
        page.pause().await?;
        let end = page.recorded_ms().await?;

        page.seek(100.0).await?;
        page.publish("ORDER_COMPLETED").await?;
        page.until_key_is("ORDER_COMPLETED").await?;
        let cut = page.recorded_ms().await?;
        assert!(cut < 200.0, "the record ends at {cut} ms");

        page.undo().await?;
        wait::until_equal("the end of the record", end, async || page.recorded_ms().await).await?;
        page.seek(end).await?;
        assert_eq!(page.key_value().await?, "IDLE");

        page.redo().await?;
        wait::until_equal("the end of the record", cut, async || page.recorded_ms().await).await
    });
}

#[test]
fn a_page_in_the_background_goes_on_where_it_was() {
    visit(Visit::new(), async |page| {
        page.until_clock_is_past(300.0).await?;
        let before = page.clock_ms().await?;
        page.look_away().await?;
        let after = page.clock_ms().await?;
        assert!(after - before < 800.0, "{} ms went by unseen", after - before);
        page.until_clock_is_past(after).await
    });
}
