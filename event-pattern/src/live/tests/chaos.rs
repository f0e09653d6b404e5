//! Whatever comes in whatever order: nothing panics, time never goes back, what was seen is never rewritten, no write is
//! asked twice, nothing is asked while the store is away, and nobody waits for ever.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;

use super::store::Store;
use crate::live::{Ask, Held, LiveRun, News, Reply, Request, Ticket, Welcome};
use crate::scenario::{BuiltIn, Command, Edit, ServiceName};
use crate::state::State;
use crate::time::{Span, Time};
use crate::trace::What;

#[derive(Clone, Debug)]
enum Move {
    Pass(u32),
    Command(u8, u8),
    /// Answer the oldest, the newest or one that is unknown, in one of four ways.
    Answer(u8, u8),
    Foreign(u8, bool, u8),
    Echo(u8),
    StoreAway,
    StoreBack,
    LinkLost,
    Welcome(u8),
    /// The connection takes what is asked.
    Send,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        6 => (0..3_000_000_u32).prop_map(Move::Pass),
        5 => (any::<u8>(), any::<u8>()).prop_map(|(what, which)| Move::Command(what, which)),
        8 => (any::<u8>(), any::<u8>()).prop_map(|(which, how)| Move::Answer(which, how)),
        3 => (any::<u8>(), any::<bool>(), 0..4_u8).prop_map(|(text, known, skip)| Move::Foreign(text, known, skip)),
        1 => any::<u8>().prop_map(Move::Echo),
        1 => Just(Move::StoreAway),
        1 => Just(Move::StoreBack),
        1 => Just(Move::LinkLost),
        2 => any::<u8>().prop_map(Move::Welcome),
        8 => Just(Move::Send),
    ];
    prop::collection::vec(one, 0..200)
}

struct World {
    run: LiveRun,
    store: Store,
    now: Time,
    sent: Vec<Ask>,
    tickets: BTreeSet<Ticket>,
    reachable: bool,
    linked: bool,
}

const TEXTS: [&str; 6] = ["TRANSACTION_PAID", "ORDER_COMPLETED", "order_paid", "", "IDLE", "<b>&\u{0}"];

impl World {
    fn apply(&mut self, step: &Move) {
        let now = self.now;
        match step {
            Move::Pass(micros) => {
                self.now = self.now + Span::from_micros((*micros).into());
                self.run.wake(self.now);
            }
            Move::Command(what, which) => {
                // What makes no valid command is refused, and nothing else.
                let _ = self.run.command(now, command(*what, *which));
            }
            Move::Answer(which, how) => self.answer(*which, *how),
            Move::Foreign(text, known, skip) => {
                self.store.revision += u64::from(*skip);
                let sighting = self.store.set(TEXTS[usize::from(*text) % TEXTS.len()]);
                let by = known.then(|| Arc::from("Budi"));
                self.run.hear(now, News::Changed { sighting, by });
            }
            Move::Echo(back) => {
                let mut sighting = self.store.sighting();
                sighting.revision = sighting.revision.saturating_sub(u64::from(*back % 3));
                self.run.hear(now, News::Changed { sighting, by: Some(Arc::from("Budi")) });
            }
            Move::StoreAway => self.reach(self.linked, false, News::StoreAway),
            Move::StoreBack => self.reach(self.linked, self.linked, News::StoreBack),
            Move::LinkLost => self.reach(false, false, News::LinkLost),
            Move::Welcome(how) => {
                self.sent.clear();
                let there = how % 4 > 0;
                let instance = Arc::from(if how % 8 > 3 { "a" } else { "b" });
                let sighting = there.then(|| self.store.sighting());
                self.reach(true, there, News::Welcome(Welcome { instance, sighting }));
            }
            Move::Send => self.send(),
        }
    }

    fn reach(&mut self, linked: bool, reachable: bool, news: News) {
        self.run.hear(self.now, news);
        (self.linked, self.reachable) = (linked, reachable);
    }

    fn send(&mut self) {
        while let Some(ask) = self.run.next_ask() {
            assert!(self.reachable, "nothing is asked while the store is away");
            assert!(self.tickets.insert(ask.ticket), "nothing is asked twice");
            self.sent.push(ask);
        }
    }

    fn answer(&mut self, which: u8, how: u8) {
        if which == 0 {
            self.run.hear(self.now, News::Reply(Ticket(u64::from(how)), Reply::Failed));
        }
        if self.sent.is_empty() {
            return;
        }
        let ask = self.sent.remove(usize::from(which) % self.sent.len());
        let news = match how % 8 {
            0 => News::Reply(ask.ticket, Reply::Failed),
            1 => News::Reply(ask.ticket, Reply::OutcomeUnknown),
            2 if ask.request == Request::Get => {
                self.store.held = Held::Unreadable(Arc::from("too long"));
                News::Reply(ask.ticket, Reply::Done(self.store.sighting()))
            }
            _ => self.store.answer(&ask),
        };
        self.run.hear(self.now, news);
    }
}

fn command(what: u8, which: u8) -> Command {
    let name = |text| ServiceName::parse(text).expect("a name");
    let service = name(if which.is_multiple_of(2) { "ORDER" } else { "INVOICE" });
    match what % 12 {
        0..4 => Command::Publish(State::as_it_stands(
            ["TRANSACTION_PAID", "ORDER_COMPLETED", "IDLE"][usize::from(which) % 3],
        )),
        4 | 5 => Command::Start(service),
        6 => Command::Stop(service),
        7 => Command::Crash(service),
        8 => Command::Restart(service),
        9 => {
            let mut edit = Edit::new(service);
            edit.poll_interval = Some(Span::from_ms(u64::from(which) + 1));
            edit.work_time = Some(Span::from_ms(u64::from(which) * 20));
            Command::Edit(edit)
        }
        10 if which > 200 => Command::Remove(service),
        10 => Command::Rename { service, to: name("SHOP") },
        _ => Command::Publish(State::TRANSACTION_CANCELED),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 20_000, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn arbitrary_interleavings_keep_the_promises(moves in moves()) {
        let store = Store::empty();
        let run = LiveRun::enter(BuiltIn::Described.scenario(), store.welcome());
        let mut world =
            World { run, store, now: Time::ZERO, sent: Vec::new(), tickets: BTreeSet::new(), reachable: true, linked: true };
        let mut seen = Vec::new();
        for step in &moves {
            let before = world.now;
            if let Move::Pass(_) = step {
                let trace = world.run.trace();
                let place = trace.place_after(before);
                seen.push((place, trace.view_at(place)));
            }
            world.apply(step);
        }
        let trace = world.run.trace();
        for ((_, earlier), (_, later)) in trace.entries().zip(trace.entries().skip(1)) {
            prop_assert!(earlier.at <= later.at);
        }
        for (place, view) in &seen {
            // More may have happened at the instant afterwards, but not to what was seen there.
            prop_assert_eq!(&trace.view_at(*place).totals, &view.totals);
            if trace.place_after(place.at) == *place {
                prop_assert_eq!(&trace.view_at(*place), view);
            }
        }
        let head = trace.view_at(trace.place_after(world.now));
        for (service, machine) in head.services.iter().zip(&world.run.services) {
            prop_assert_eq!(service.phase.is_running(), machine.phase().is_running());
            prop_assert_eq!(service.phase.work().is_some(), machine.phase().work().is_some());
        }
        let failed = trace.entries().filter(|(_, entry)| entry.what == What::ReadFailed).count() as u64;
        let at_end = trace.view_at(trace.place_after(world.now + Span::from_ms(1_000)));
        let measured: u64 = trace.idle_reads_from(&at_end, Time::ZERO).iter().map(|run| run.count).sum();
        let wasted: u64 = at_end.services.iter().map(|service| service.wasted_polls()).sum();
        prop_assert_eq!(measured + failed, wasted);
        world.run.hear(world.now, News::LinkLost);
        prop_assert!(world.run.waiting.is_empty());
        prop_assert_eq!(world.run.next_ask(), None);
    }
}
