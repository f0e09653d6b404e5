//! A hundredth of the bench's day in NeXosim, every poll an event; prints the seconds that it took.

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant};

use nexosim::model::{Context, Model, schedulable};
use nexosim::simulation::{Mailbox, SimInit};
use nexosim::time::MonotonicTime;
use serde::{Deserialize, Serialize};

const DAY: Duration = Duration::from_secs(24 * 3_600 / 100);
const SERVICES: usize = 1_000;
/// The states as numbers, which is kinder to NeXosim than names.
const IDLE: u8 = 0;
const TRANSACTION_PAID: u8 = 1;
const ORDER_COMPLETED: u8 = 2;
/// Nothing can be scheduled at the beginning itself.
const BEGINNING: Duration = Duration::from_nanos(1);

/// The broker's key: a message to a broker for each poll would only make it slower.
static KEY: AtomicU8 = AtomicU8::new(IDLE);

#[derive(Serialize, Deserialize)]
struct Service {
    allowed: u8,
    works: bool,
}

#[Model]
impl Service {
    #[nexosim(init)]
    async fn init(&mut self, context: &Context<Self>) {
        context.schedule_event(BEGINNING, schedulable!(Self::wake), ()).unwrap();
    }

    #[nexosim(schedulable)]
    fn wake(&mut self, _: (), context: &Context<Self>) {
        let mut sleep = Duration::from_millis(500);
        if self.works {
            KEY.store(IDLE, Ordering::Relaxed);
            self.works = false;
        } else if KEY.load(Ordering::Relaxed) == self.allowed {
            self.works = true;
            sleep = Duration::from_secs(3);
        }
        context.schedule_event(sleep, schedulable!(Self::wake), ()).unwrap();
    }
}

#[derive(Serialize, Deserialize)]
struct Publisher;

#[Model]
impl Publisher {
    #[nexosim(init)]
    async fn init(&mut self, context: &Context<Self>) {
        context.schedule_event(BEGINNING, schedulable!(Self::publish), ()).unwrap();
    }

    #[nexosim(schedulable)]
    fn publish(&mut self, _: (), context: &Context<Self>) {
        KEY.store(TRANSACTION_PAID, Ordering::Relaxed);
        context.schedule_event(Duration::from_secs(10), schedulable!(Self::publish), ()).unwrap();
    }
}

fn main() {
    // One thread: with two it took longer.
    let mut bench = SimInit::with_num_threads(1).add_model(Publisher, Mailbox::new(), "publisher");
    for n in 0..SERVICES {
        let allowed = if n < 2 { TRANSACTION_PAID } else { ORDER_COMPLETED };
        bench = bench.add_model(Service { allowed, works: false }, Mailbox::new(), &format!("S{n}"));
    }
    let mut simulation = bench.init(MonotonicTime::EPOCH).unwrap();
    let started = Instant::now();
    simulation.step_until(DAY).unwrap();
    println!("{}", started.elapsed().as_secs_f64());
}
