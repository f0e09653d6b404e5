//! What a jump to a random place costs in a long run, beside a short one. `cargo xtask bench seek` starts this.

use benches::measure::{seeks, until_entries};
use benches::report::{Limit, Report, duration};
use benches::{median, p95, workload};

const ROUNDS: usize = 7;
const SERVICES: usize = 200;

fn main() {
    let scenario = workload::always(SERVICES);
    let (long, _) = until_entries(&scenario, 1_000_000);
    let (short, _) = until_entries(&scenario, 10_000);
    // In turns, each round with fresh places.
    let rounds = (0..ROUNDS).map(|_| (seeks(&long, 2_000, 1), seeks(&short, 2_000, 1))).collect::<Vec<_>>();
    let of = |figure: fn(Vec<f64>) -> f64| {
        let long = median(rounds.iter().map(|(long, _)| figure(long.clone())).collect());
        (long, median(rounds.iter().map(|(_, short)| figure(short.clone())).collect()))
    };
    let ((long_s, short_s), (long_p95, _)) = (of(median), of(p95));
    let mut report = Report::of("seek");
    report.row(
        "a jump to a random place of 1,000,000 entries, 200 services, median",
        duration(long_s),
        format!("of 10,000 entries: {}", duration(short_s)),
        long_s / short_s,
        Limit::AtMost(1.5),
    );
    let to_1_ms = long_p95 / 1e-3;
    report.row("the same, of 95 in 100", duration(long_p95), "1 ms".to_owned(), to_1_ms, Limit::AtMost(1.0));
    report.publish();
}
