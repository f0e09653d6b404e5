//! The live driver beside the simulated one: the world goes on, commands act now, and nothing of the simulation is lost.

use std::sync::Arc;

use event_pattern::condition::Condition;
use event_pattern::live::{Held, News, Reply, Request, Sighting, Ticket, Welcome};
use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::{Place, Span, State, Time};

use super::{lines, name, of, paused, player, publish, tell};
use crate::player::{Driver, Heard};
use crate::run::{BranchId, Intent, Jump, LiveRefusal, Pace, Refused, Speed};

fn ms(ms: u64) -> Time {
    Time::from_ms(ms)
}

fn sighting(text: &str, revision: u64) -> Sighting {
    let held = if text.is_empty() { Held::Nothing } else { Held::Text(Arc::from(text)) };
    Sighting { held, revision }
}

fn welcome() -> News {
    News::Welcome(Welcome { instance: Arc::from("a"), sighting: Some(sighting("", 1)) })
}

fn changed(text: &str, revision: u64) -> News {
    News::Changed { sighting: sighting(text, revision), by: Some(Arc::from("Budi")) }
}

fn live() -> Driver {
    let mut driver = Driver::new(player());
    assert_eq!(driver.hear(Time::ZERO, welcome()), Heard::Entered);
    driver
}

fn advance(driver: &mut Driver, now: u64) {
    driver.advance(ms(now), Span::from_ms(16), &mut || true);
}

#[test]
fn the_simulated_run_is_kept_aside_and_comes_back_as_it_was_left() {
    let mut simulated = paused();
    tell(&mut simulated, publish(&State::TRANSACTION_PAID));
    tell(&mut simulated, Intent::Give(Command::Rename { service: name("ORDER"), to: name("SHOP") }));
    let before = (lines(&mut simulated), simulated.picture());
    let mut driver = Driver::new(simulated);
    driver.hear(Time::ZERO, welcome());
    let picture = driver.picture();
    assert!(picture.is_live() && picture.playing);
    assert_ne!(picture.run, before.1.run);
    assert!(picture.trace.is_empty());
    assert_eq!(
        picture.trace.names().services().next().map(|(_, it)| it.first_name().to_string()).as_deref(),
        Some("SHOP")
    );
    driver.tell(ms(5), publish(&State::IDLE)).expect("it can be published");
    advance(&mut driver, 50_000);
    driver.leave_live();
    let after = driver.picture();
    let entries = after.trace.entries().map(|(id, entry)| format!("{} {entry:?}\n", id.number()));
    assert_eq!(entries.collect::<String>(), before.0);
    assert_eq!((after.run, after.view, after.playing), (before.1.run, before.1.view, before.1.playing));
    assert!(after.can_undo);
}

#[test]
fn what_is_told_outside_a_live_run_concerns_nobody() {
    let mut driver = Driver::new(player());
    assert_eq!(driver.hear(ms(3), changed("IDLE", 2)), Heard::Noted);
    assert!(!driver.is_live());
    assert_eq!((driver.wakes_at(), driver.next_ask()), (None, None));
}

#[test]
fn looking_back_stays_where_it_is_while_the_world_goes_on_and_the_present_is_one_step_away() {
    let mut driver = live();
    driver.hear(ms(100), changed("TRANSACTION_PAID", 2));
    driver.tell(ms(200), Intent::Pause).expect("one can look back");
    driver.hear(ms(300), changed("IDLE", 3));
    advance(&mut driver, 400);
    let past = driver.picture();
    assert_eq!((past.playing, past.view.place.at, past.recorded_until), (false, ms(200), ms(400)));
    assert_eq!(past.view.entries_seen, 2);
    assert_eq!(past.trace.len(), 4);
    driver.tell(ms(500), Intent::NextChange).expect("something has happened since");
    assert_eq!(driver.picture().view.entries_seen, 3);
    driver.tell(ms(500), Intent::Play).expect("the present is there");
    advance(&mut driver, 600);
    let present = driver.picture();
    assert_eq!((present.playing, present.view.place.at), (true, ms(600)));
}

#[test]
fn steps_go_from_entry_to_entry_and_end_at_the_newest_and_at_the_beginning() {
    let mut driver = live();
    driver.hear(ms(100), changed("TRANSACTION_PAID", 2));
    let newest = Err(Refused::Live(LiveRefusal::Newest));
    assert_eq!(driver.tell(ms(200), Intent::NextChange), newest);
    for seen in [2, 1, 0] {
        driver.tell(ms(200), Intent::PreviousChange).expect("there is one before");
        assert_eq!(driver.picture().view.entries_seen, seen);
    }
    assert_eq!(driver.picture().view.place, Place::default());
    assert_eq!(driver.tell(ms(200), Intent::PreviousChange), Err(Refused::NothingBefore));
    for _ in 0..2 {
        driver.tell(ms(200), Intent::NextChange).expect("there is one ahead");
    }
    assert_eq!(driver.tell(ms(200), Intent::NextChange), newest);
}

#[test]
fn commands_act_now_wherever_somebody_looks() {
    let mut driver = live();
    driver.tell(ms(700), Intent::Pause).expect("one can look back");
    driver.tell(ms(1_000), Intent::Give(Command::Start(name("ORDER")))).expect("ORDER is there");
    assert!(driver.is_playing());
    assert_eq!(driver.picture().view.place.at, ms(1_000));
    assert_eq!(driver.wakes_at(), Some(ms(1_000)));
    driver.wake(ms(1_001));
    let ask = driver.next_ask().expect("ORDER looks");
    assert_eq!((ask.ticket, ask.request), (Ticket(1), Request::Get));
    driver.hear(ms(1_004), News::Reply(Ticket(1), Reply::Done(sighting("TRANSACTION_PAID", 2))));
    advance(&mut driver, 1_010);
    assert_eq!(driver.picture().view.totals.works, 1);
}

#[test]
fn what_cannot_be_done_to_the_world_is_refused_and_says_why() {
    let mut driver = live();
    let scenario = Box::new(driver.scenario_with_given());
    let origin = driver.picture().origin;
    let refused = [
        (Intent::SetSpeed(Speed(2.0)), LiveRefusal::Speed),
        (Intent::RestartRun, LiveRefusal::Restart),
        (Intent::Undo, LiveRefusal::Undo),
        (Intent::Open(scenario, origin), LiveRefusal::Open),
        (Intent::PlayBackwards, LiveRefusal::Film),
        (Intent::Loop(None), LiveRefusal::Film),
        (Intent::RunUntil(Condition::Loss, Pace::AtOnce), LiveRefusal::Ahead),
        (Intent::KeepBreakpoint(Condition::Loss), LiveRefusal::Ahead),
        (Intent::SwitchBranch(BranchId::FIRST), LiveRefusal::Branch),
    ];
    for (intent, why) in refused {
        assert_eq!(driver.tell(ms(1), intent), Err(Refused::Live(why)));
    }
    assert_eq!(driver.picture().speed, Speed::NORMAL);
}

#[test]
fn a_lost_link_leaves_the_run_where_it_is_and_another_welcome_goes_on_with_it() {
    let mut driver = live();
    driver.hear(ms(10), changed("IDLE", 2));
    let run = driver.picture().run;
    driver.hear(ms(20), News::LinkLost);
    assert!(driver.is_live());
    assert_eq!(driver.hear(ms(30), welcome()), Heard::Noted);
    assert_eq!(driver.picture().run, run);
}

#[test]
fn every_picture_has_a_number_of_its_own() {
    let mut driver = Driver::new(of(BuiltIn::Listed.scenario()));
    let mut numbers = vec![driver.picture().number];
    driver.hear(Time::ZERO, welcome());
    numbers.push(driver.picture().number);
    driver.leave_live();
    numbers.push(driver.picture().number);
    numbers.dedup();
    assert_eq!(numbers.len(), 3);
}

#[test]
fn the_recorded_past_can_be_jumped_through_and_the_present_is_where_it_ends() {
    let mut driver = live();
    driver.hear(ms(100), changed("TRANSACTION_PAID", 2));
    driver.tell(ms(200), publish(&State::IDLE)).expect("it can be published");
    let publisher = event_pattern::trace::Actor::Publisher;
    driver.tell(ms(300), Intent::Seek(Time::ZERO)).expect("one can look back");
    driver.tell(ms(300), Intent::JumpTo(Jump::PreviousLoss)).expect_err("nothing was lost yet");
    let next = driver.tell(ms(300), Intent::JumpTo(Jump::NextOf(publisher)));
    let happened = driver.picture().trace.entries().any(|(_, entry)| entry.actor == publisher);
    assert_eq!(next.is_ok(), happened, "the world is not run ahead");
    assert!(!driver.picture().playing);
}
