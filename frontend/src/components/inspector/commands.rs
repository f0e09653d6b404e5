//! Start, stop, crash, restart, remove. A command that makes no sense now stays reachable and says why.

use std::rc::Rc;

use event_pattern::scenario::{Command, Problems, ServiceName};
use event_pattern::service::Phase;
use event_pattern::trace::{CommandKind, Refusal};
use yew::prelude::*;

use super::words::{command_word, say_refusal};
use crate::components::problems::problem_list;
use crate::hooks::use_conductor;
use crate::shell::focus;
use crate::texts::use_texts;

/// The commands that the core may refuse, in the order of their buttons.
const COMMANDS: [CommandKind; 4] =
    [CommandKind::Start, CommandKind::Stop, CommandKind::Crash, CommandKind::Restart];

/// What the buttons are made from.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The service's name.
    pub service: ServiceName,
    /// Per command, in the order of the buttons, why it would be refused now.
    pub refusals: [Option<Refusal>; 4],
}

/// Why each command would be refused in `phase`.
pub(super) fn refusals(phase: &Phase) -> [Option<Refusal>; 4] {
    COMMANDS.map(|command| refusal(phase, command))
}

fn refusal(phase: &Phase, command: CommandKind) -> Option<Refusal> {
    let stopping = phase.work().is_some_and(|work| work.stopping.is_some());
    match (command, phase) {
        (CommandKind::Start | CommandKind::Restart, phase) if phase.is_running() => Some(Refusal::Running),
        (CommandKind::Restart, Phase::NotStarted { .. }) => Some(Refusal::NeverStarted),
        (CommandKind::Start | CommandKind::Restart, _) => None,
        (CommandKind::Stop, _) if stopping => Some(Refusal::Stopping),
        (CommandKind::Stop, Phase::NotStarted { starts_at: Some(_) }) => None,
        (_, phase) if phase.is_running() => None,
        _ => Some(Refusal::NotRunning),
    }
}

/// The buttons.
#[component]
pub(super) fn Commands(props: &Props) -> Html {
    let all_texts = use_texts();
    let texts = &all_texts.inspector;
    let conductor = use_conductor();
    // Which button was pressed in vain, or what the core refused.
    let in_vain = use_state(|| None::<usize>);
    let refused = use_state(|| None::<Rc<Problems>>);
    let button = |(index, command): (usize, CommandKind)| {
        let why = props.refusals[index].map(|refusal| say_refusal(texts, refusal, props.service.as_str()));
        let (conductor, name) = (conductor.clone(), props.service.clone());
        let (in_vain, refused) = (in_vain.setter(), refused.setter());
        let inert = why.is_some();
        let onclick = move |_: MouseEvent| {
            in_vain.set(inert.then_some(index));
            if !inert {
                let refused = refused.clone();
                let command = command_of(command, name.clone());
                conductor.give(command, move |given| refused.set(given.err().map(Rc::new)));
            }
        };
        let id = AttrValue::from(format!("service-{}", word_of(command)));
        let why_id = AttrValue::from(format!("{id}-why"));
        let class = classes!("button", (command == CommandKind::Crash).then_some("danger"));
        html! {
            <>
                <button type="button" {class} data-testid={&id} aria-disabled={inert.then_some("true")}
                    aria-describedby={inert.then(|| why_id.clone())} title={why.clone()} {onclick}>
                    { command_word(texts, command) }
                </button>
                if let Some(why) = &why {
                    <span id={why_id} hidden=true>{ why }</span>
                }
            </>
        }
    };
    let remove = {
        let (conductor, name) = (conductor.clone(), props.service.clone());
        let refused = refused.setter();
        move |_: MouseEvent| {
            let refused = refused.clone();
            conductor.give(Command::Remove(name.clone()), move |given| {
                if given.is_ok() {
                    // Its button goes with the service.
                    focus("inspector-title");
                }
                refused.set(given.err().map(Rc::new));
            });
        }
    };
    let why = in_vain.and_then(|index| props.refusals[index]);
    html! {
        <div class="stack">
            <div class="row" role="group" aria-label={texts.run}>
                { for COMMANDS.into_iter().enumerate().map(button) }
                <button type="button" class="button danger" data-testid="service-remove" onclick={remove}>{ texts.remove }</button>
            </div>
            <div aria-live="polite">
                if let Some(refusal) = why {
                    <p class="error" data-testid="service-refused">{ say_refusal(texts, refusal, props.service.as_str()) }</p>
                }
                if let Some(problems) = &*refused {
                    <p class="error">{ texts.cannot }</p>
                    { problem_list(all_texts, problems) }
                }
            </div>
        </div>
    }
}

fn command_of(command: CommandKind, service: ServiceName) -> Command {
    match command {
        CommandKind::Start => Command::Start(service),
        CommandKind::Stop => Command::Stop(service),
        CommandKind::Crash => Command::Crash(service),
        CommandKind::Restart => Command::Restart(service),
    }
}

/// The command's name in test ids, the same in every language.
fn word_of(command: CommandKind) -> &'static str {
    match command {
        CommandKind::Start => "start",
        CommandKind::Stop => "stop",
        CommandKind::Crash => "crash",
        CommandKind::Restart => "restart",
    }
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::BuiltIn;
    use event_pattern::trace::{ServiceId, What};
    use event_pattern::{Engine, State, Time};

    use super::*;

    /// In every phase that a run can bring about, exactly those commands are inert which the core refuses.
    #[test]
    fn a_button_is_inert_when_and_only_when_the_core_would_refuse() {
        let order = ServiceName::parse("ORDER").unwrap();
        let id = ServiceId::from_index(0);
        let histories: [&[Command]; 6] = [
            &[],
            &[Command::Stop(order.clone())],
            &[Command::Crash(order.clone())],
            &[Command::Publish(State::TRANSACTION_PAID)],
            &[Command::Publish(State::TRANSACTION_PAID), Command::Stop(order.clone())],
            &[Command::Crash(order.clone()), Command::Restart(order.clone())],
        ];
        for history in histories {
            let mut engine = Engine::new(BuiltIn::Described.scenario());
            let mut place = engine.go_to(Time::from_ms(100));
            for command in history {
                engine.intervene(place, command.clone()).unwrap();
                place = engine.go_to(place.at + event_pattern::Span::from_ms(600));
            }
            for command in COMMANDS {
                let expected = refusal(&engine.trace().view_at(place).service(id).phase, command);
                let mut engine = engine.clone();
                engine.intervene(place, command_of(command, order.clone())).unwrap();
                let refused = engine.trace().entries_from(0).find_map(|(_, entry)| match entry.what {
                    What::CommandRefused { reason, .. } => Some(reason),
                    _ => None,
                });
                assert_eq!(refused, expected, "{command:?} after {history:?}");
            }
        }
    }
}
