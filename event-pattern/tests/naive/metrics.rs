//! The naive engine's numbers as one JSON object.

use event_pattern::time::{Span, Time};
use serde_json::{Map, Value, json};

use super::service::Service;
use super::world::World;

/// "`metrics`: one object".
pub fn metrics(world: &World, until: Time) -> Value {
    json!({
        "services": services(&world.services, until),
        "lost": world.lost,
        "overwritten_by_result": world.overwritten_by_result,
        "unheard": world.unheard,
        "double_work": world.double_work,
        "abandoned_work": world.abandoned_work,
        "detection_ms": detection(&world.detections),
    })
}

/// "Metrics list every identity, removed ones too, under its last name; where several share it (case aside), the
/// second in order of appearance is `NAME#2`, and so on."
fn services(services: &[Service], until: Time) -> Value {
    let mut listed = Map::new();
    for (index, service) in services.iter().enumerate() {
        let same_name = |other: &&Service| other.name.eq_ignore_ascii_case(&service.name);
        let before = services[..index].iter().filter(same_name).count();
        let name = match before {
            0 => service.name.clone(),
            _ => format!("{}#{}", service.name, before + 1),
        };
        // "Busy time counts up to t": also that of a work that is not over.
        let under_way = service.work().map_or(Span::ZERO, |w| until.since(w.began));
        let numbers = json!({
            "polls": service.polls,
            "wasted_polls": service.wasted_polls,
            "works": service.works,
            "busy_ms": ms(service.busy + under_way),
        });
        listed.insert(name, numbers);
    }
    Value::Object(listed)
}

/// "`detection_ms.{median, max}` (both null without one; the lower of two middle values)".
fn detection(detections: &[Span]) -> Value {
    let mut sorted = detections.to_vec();
    sorted.sort();
    let Some(max) = sorted.last() else {
        return json!({ "median": null, "max": null });
    };
    json!({ "median": ms(sorted[(sorted.len() - 1) / 2]), "max": ms(*max) })
}

/// "Milliseconds in files and output (a number with at most three decimals)", "whole numbers without a point".
fn ms(span: Span) -> Value {
    let micros = span.as_micros();
    if micros.is_multiple_of(1000) { json!(micros / 1000) } else { json!(span.as_ms()) }
}
