//! The metrics object.

use std::fmt::Write;

use crate::metrics::Metrics;

/// The numbers of a run as one JSON object on one line.
pub fn metrics_json(metrics: &Metrics) -> String {
    let mut out = String::from("{\"services\":{");
    for (index, service) in metrics.services.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            r#"{comma}"{}":{{"polls":{},"wasted_polls":{},"works":{},"busy_ms":{}}}"#,
            service.name, service.polls, service.wasted_polls, service.works, service.busy
        );
    }
    let totals = &metrics.totals;
    let (median, max) = match metrics.detection {
        Some(detection) => (detection.median.to_string(), detection.max.to_string()),
        None => ("null".to_owned(), "null".to_owned()),
    };
    let _ = write!(
        out,
        r#"}},"lost":{},"overwritten_by_result":{},"unheard":{},"double_work":{},"abandoned_work":{},"#,
        totals.lost, totals.overwritten_by_result, totals.unheard, totals.double_work, totals.abandoned_work
    );
    let _ = write!(out, r#""detection_ms":{{"median":{median},"max":{max}}}}}"#);
    out
}
