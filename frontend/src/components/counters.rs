//! What was counted so far, over all services and for the selected one; each number says what it counts.

use event_pattern::metrics::ServiceMetrics;
use event_pattern::{Metrics, Span};
use yew::prelude::*;

use crate::run::Picture;
use crate::state::Node;
use crate::texts::Texts;

/// One number of a run.
struct Counter {
    /// What it is called for tests, in every language.
    id: &'static str,
    name: &'static str,
    /// What it counts.
    hint: &'static str,
    /// Over all services.
    all: String,
    /// Of the selected service, where a service has such a number of its own.
    own: Option<String>,
}

/// What was counted so far.
pub fn counters(texts: &Texts, picture: &Picture, selected: Option<Node>) -> Html {
    let metrics = Metrics::at(&picture.trace, &picture.view);
    let own = match selected {
        Some(Node::Service(id)) => metrics.services.iter().find(|service| service.service == id),
        _ => None,
    };
    let counters = of_services(texts, &metrics, own).into_iter().chain(of_run(texts, &metrics));
    html! {
        <section class="counters section" aria-labelledby="counters-title">
            <h2 id="counters-title">{ texts.counters.title }</h2>
            if picture.is_live() {
                <p class="hint" data-testid="at-least">{ texts.live_run.at_least }</p>
            }
            <table aria-labelledby="counters-title">
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ texts.counters.number }</span></th>
                        if let Some(own) = own {
                            <th scope="col">{ own.name.clone() }</th>
                        }
                        <th scope="col">{ texts.counters.all }</th>
                    </tr>
                </thead>
                <tbody>{ for counters.map(|counter| row(counter, own.is_some())) }</tbody>
            </table>
        </section>
    }
}

/// A number whose name opens what it counts: by click, by key, or for a mouse that rests on it.
fn row(counter: Counter, has_own: bool) -> Html {
    let Counter { id, name, hint, all, own } = counter;
    html! {
        <tr key={id}>
            <th scope="row">
                <details>
                    <summary title={hint}>{ name }</summary>
                    <p class="hint">{ hint }</p>
                </details>
            </th>
            if has_own {
                <td class="number" data-testid="counter-own" data-counter={id}>{ for own }</td>
            }
            <td class="number" data-testid="counter" data-counter={id}>{ all }</td>
        </tr>
    }
}

/// The numbers that each service has, too.
fn of_services(texts: &Texts, metrics: &Metrics, own: Option<&ServiceMetrics>) -> [Counter; 4] {
    let words = &texts.counters;
    let sum = |of: fn(&ServiceMetrics) -> u64| metrics.services.iter().map(of).sum::<u64>();
    let counter = |id, name, hint, of: fn(&ServiceMetrics) -> u64| Counter {
        id,
        name,
        hint,
        all: texts.number(sum(of)),
        own: own.map(|own| texts.number(of(own))),
    };
    let busy = metrics.services.iter().map(|service| service.busy).fold(Span::ZERO, |sum, busy| sum + busy);
    [
        counter("polls", words.polls, words.polls_hint, |service| service.polls),
        counter("wasted_polls", words.wasted_polls, words.wasted_polls_hint, |service| service.wasted_polls),
        counter("works", words.works, words.works_hint, |service| service.works),
        Counter {
            id: "busy",
            name: words.busy,
            hint: words.busy_hint,
            all: texts.span(busy),
            own: own.map(|own| texts.span(own.busy)),
        },
    ]
}

/// The numbers that only the whole run has.
fn of_run(texts: &Texts, metrics: &Metrics) -> [Counter; 7] {
    let (words, totals) = (&texts.counters, &metrics.totals);
    let counter = |id, name, hint, all| Counter { id, name, hint, all, own: None };
    let waited = |span: Option<Span>| span.map_or_else(|| words.none.to_owned(), |span| texts.span(span));
    let (median, max) = (metrics.detection.map(|it| it.median), metrics.detection.map(|it| it.max));
    let (number, by_result) = (|count| texts.number(count), totals.overwritten_by_result);
    [
        counter("detection_median", words.detection_median, words.detection_median_hint, waited(median)),
        counter("detection_max", words.detection_max, words.detection_max_hint, waited(max)),
        counter("lost", words.lost, words.lost_hint, number(totals.lost)),
        counter("overwritten_by_result", words.by_result, words.by_result_hint, number(by_result)),
        counter("unheard", words.unheard, words.unheard_hint, number(totals.unheard)),
        counter("double_work", words.double_work, words.double_work_hint, number(totals.double_work)),
        counter("abandoned_work", words.abandoned, words.abandoned_hint, number(totals.abandoned_work)),
    ]
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command};
    use event_pattern::trace::ServiceId;
    use event_pattern::{Span, State};

    use super::*;
    use crate::player::Player;
    use crate::run::{Intent, Origin, Speed};
    use crate::testing::rendered;
    use crate::texts::Language;

    #[test]
    fn numbers_are_those_of_the_run_in_the_readers_language() {
        let shown = rendered(Language::Id, || {
            let described = BuiltIn::Described;
            let origin = Origin::BuiltIn(described.name());
            let mut player = Player::open(described.scenario(), origin, Speed(1_000.0));
            let publish = Intent::Give(Command::Publish(State::TRANSACTION_PAID));
            player.tell(publish).expect("a state can be published");
            player.advance(Span::from_ms(1_000), &mut || true);
            let picture = player.picture();
            counters(Texts::of(Language::Id), &picture, Some(Node::Service(ServiceId::from_index(0))))
        });
        // Attributes come in any order.
        let value = |of: &str, counter: &str| {
            let has = |tag: &str, name: &str, value: &str| tag.contains(&[name, "=\"", value, "\""].concat());
            let cells = shown.split("<td").filter_map(|cell| cell.split_once('>'));
            let cell = cells.into_iter().find_map(|(tag, rest)| {
                (has(tag, "data-testid", of) && has(tag, "data-counter", counter)).then_some(rest)
            });
            cell.and_then(|rest| rest.split('<').next()).map(str::to_owned).unwrap_or_default()
        };
        assert_eq!(value("counter", "works"), "1");
        assert_eq!(value("counter", "polls"), "3.996");
        assert_eq!(value("counter-own", "polls"), "1.995");
        assert_eq!(value("counter-own", "busy"), "3 detik");
        assert_eq!(value("counter", "detection_median"), "0,499 detik");
        assert_eq!(value("counter", "lost"), "0");
    }
}
