//! The tutorial's own lines for the steps of a service's program, with the service's name and times in them.

use event_pattern::Span;

use super::Flowchart;
use super::step::Step;

/// What is printed for a service that nobody knows.
pub(super) const NOT_FOUND: &str = "print(f\"Service is not found. Input: {service}\")";

/// The line of a step.
pub(super) fn line(step: Step, props: &Flowchart) -> String {
    let name = props.name.as_str();
    match step {
        Step::Start => format!("python main.py --service {}", argument(name)),
        Step::Check => "args = parser.parse_args()".to_owned(),
        Step::Known => "if service not in all_services:".to_owned(),
        Step::Initiate => format!("app = {}Service(broker=self.redis)", class_name(name)),
        Step::Read => "state = self.broker.get_state()".to_owned(),
        Step::Mine => "if state not in self.allowed_states:".to_owned(),
        Step::Work => sleep(props.work_time),
        Step::Set => "self.broker.set_state(new_state)".to_owned(),
        Step::Sleep => sleep(props.poll_interval),
    }
}

/// `sleep(0.5)`: Python writes a point in every language.
fn sleep(span: Span) -> String {
    let (seconds, rest) = (span.as_micros() / 1_000_000, span.as_micros() % 1_000_000);
    if rest == 0 {
        return format!("sleep({seconds})");
    }
    let decimals = format!("{rest:06}");
    format!("sleep({seconds}.{})", decimals.trim_end_matches('0'))
}

/// `order`, and in quotes what a command line would take apart.
fn argument(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    if name.contains(' ') { format!("\"{name}\"") } else { name }
}

/// `Order`, as in the tutorial's `OrderService`.
fn class_name(name: &str) -> String {
    let words = name.split([' ', '_', '-']).filter(|word| !word.is_empty());
    words.map(|word| word[..1].to_ascii_uppercase() + &word[1..].to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_the_tutorials() {
        assert_eq!(sleep(Span::from_ms(500)), "sleep(0.5)");
        assert_eq!(sleep(Span::from_ms(3_000)), "sleep(3)");
        assert_eq!(class_name("INVOICE"), "Invoice");
        assert_eq!(class_name("my-Shop 2"), "MyShop2");
        assert_eq!((argument("ORDER"), argument("My Shop")), ("order".to_owned(), "\"my shop\"".to_owned()));
    }
}
