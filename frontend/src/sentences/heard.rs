//! What a screen reader says of the way from one picture to the next: one's own action at once, the rest one sentence
//! per service, the newest. How often something is said, the announcer decides.

use event_pattern::explain::{Stance, stance};
use event_pattern::scenario::TimedCommand;
use event_pattern::trace::{EntryId, ServiceId, What};

use super::entry::{entry_sentence, idle_read_sentence};
use super::story::story;
use crate::run::Picture;
use crate::texts::Texts;

/// The most entries of one step that are looked at: of more than these only the newest is heard anyway.
const HEARD_ENTRIES: usize = 500;
/// The most services whose looks in vain are heard.
const HEARD_SERVICES: usize = 8;

/// Of whom something is heard; what is newer about the same one takes the place of what is older.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The key.
    Key,
    /// A service.
    Service(ServiceId),
}

/// What is heard of the way from one picture to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// What the person did, to be said at once.
    pub own: Option<String>,
    /// The rest, the older first.
    pub others: Vec<(Subject, String)>,
}

/// What is heard of the way from `old` to `new`.
pub fn heard(texts: &Texts, old: &Picture, new: &Picture) -> Heard {
    if !goes_on(old, new) {
        let place = story(texts, &new.trace, &new.view).sentences.into_iter().next();
        return Heard { own: place.map(|sentence| sentence.text()), others: Vec::new() };
    }
    let (from, to) = (old.view.entries_seen, new.view.entries_seen);
    let first = from.max(to.saturating_sub(HEARD_ENTRIES));
    let own = own_command(old, new).and_then(|command| own_entry(new, first, command));
    // In the order of time: a subject of which more is said moves to the end.
    let mut newest: Vec<(Subject, EntryId)> = Vec::new();
    for (id, entry) in new.trace.entries_from(first).take(to - first) {
        if Some(id) == own || matches!(entry.what, What::StateChanged { .. }) {
            continue;
        }
        let subject = match (entry.what, entry.actor.service()) {
            (What::StateLost { .. } | What::Gap { .. }, _) | (_, None) => Subject::Key,
            (_, Some(service)) => Subject::Service(service),
        };
        newest.retain(|(other, _)| *other != subject);
        newest.push((subject, id));
    }
    let looks = looks_in_vain(texts, old, new, &newest);
    let said = |id| entry_sentence(texts, &new.trace, id).map(|sentence| sentence.text());
    let mut others: Vec<_> =
        newest.into_iter().filter_map(|(subject, id)| Some((subject, said(id)?))).collect();
    others.extend(looks);
    Heard { own: own.and_then(said), others }
}

/// Whether `new` shows what comes after `old`, and not another place or another run.
fn goes_on(old: &Picture, new: &Picture) -> bool {
    let until = old.view.place.at;
    let before = |picture: &Picture| picture.given.partition_point(|given| given.at <= until);
    old.run == new.run
        && old.view.place <= new.view.place
        && old.given[..before(old)] == new.given[..before(new)]
}

/// The command that was given between the two.
fn own_command<'a>(old: &Picture, new: &'a Picture) -> Option<&'a TimedCommand> {
    let last = new.given.last()?;
    let is_new = old.given.last() != Some(last) || old.given.len() != new.given.len();
    (is_new && old.view.place.at < last.at && last.at <= new.view.place.at).then_some(last)
}

/// The entry that the command made.
fn own_entry(new: &Picture, first: usize, command: &TimedCommand) -> Option<EntryId> {
    let at_its_instant = new
        .trace
        .entries_from(first)
        .skip_while(|(_, entry)| entry.at < command.at)
        .take_while(|(id, entry)| entry.at == command.at && id.index() < new.view.entries_seen);
    at_its_instant.filter(|(_, entry)| entry.cause.is_none()).last().map(|(id, _)| id)
}

/// The services that have now read for the first time what the key holds, and let it pass.
fn looks_in_vain(
    texts: &Texts,
    old: &Picture,
    new: &Picture,
    newest: &[(Subject, EntryId)],
) -> Vec<(Subject, String)> {
    let Some(key) = new.view.key else { return Vec::new() };
    let passed = |picture: &Picture, id| match stance(&picture.trace, &picture.view, id) {
        Stance::NotItsState { looks, .. } => looks > 0,
        _ => false,
    };
    let known = old.view.key.is_some_and(|before| before.occurrence == key.occurrence);
    let names = new.trace.names();
    let present = new.view.present().map(|(id, _)| id).take(HEARD_SERVICES);
    let first_looks = present.filter(|&id| {
        !newest.iter().any(|(subject, _)| *subject == Subject::Service(id))
            && passed(new, id)
            && !(known && id.index() < old.view.services.len() && passed(old, id))
    });
    let said = |id: ServiceId| {
        let name = names.service(id).name_after(new.view.entries_seen);
        let sentence = idle_read_sentence(texts, name.as_str(), Some(names.state(key.state)));
        (Subject::Service(id), sentence.text())
    };
    first_looks.map(said).collect()
}

#[cfg(test)]
mod tests {
    use event_pattern::scenario::{BuiltIn, Command};
    use event_pattern::{Span, State, Time};

    use super::*;
    use crate::player::Player;
    use crate::run::{Intent, Origin, Speed};
    use crate::texts::Language;

    fn player() -> Player {
        let name = BuiltIn::Described;
        Player::open(name.scenario(), Origin::BuiltIn(name.name()), Speed::NORMAL)
    }

    fn hear(old: &Picture, new: &Picture) -> Heard {
        heard(Texts::of(Language::En), old, new)
    }

    #[test]
    fn ones_own_action_is_heard_at_once_and_the_rest_per_service() {
        let mut player = player();
        player.advance(Span::from_ms(1_099), &mut || true);
        let before = player.picture();
        let publish = Command::Publish(State::TRANSACTION_PAID);
        player.tell(Intent::Give(publish)).expect("a state can be published");
        let given = player.picture();
        let now = hear(&before, &given);
        assert_eq!(now.own.as_deref(), Some("The publisher set the key to TRANSACTION_PAID."));
        assert_eq!(now.others, []);
        player.advance(Span::from_ms(900), &mut || true);
        let later = hear(&given, &player.picture());
        assert_eq!(later.own, None);
        let said: Vec<_> = later.others.iter().map(|(_, said)| said.as_str()).collect();
        assert_eq!(
            said,
            [
                "ORDER took TRANSACTION_PAID, 0.4 s after it was set, and starts to work.",
                "INVOICE read TRANSACTION_PAID: not one of its states, sleeps on.",
            ]
        );
    }

    #[test]
    fn a_look_in_vain_is_heard_once() {
        let mut player = player();
        player.tell(Intent::Give(Command::Publish(State::IDLE))).expect("a state can be published");
        player.advance(Span::from_ms(600), &mut || true);
        let known = player.picture();
        player.advance(Span::from_ms(600), &mut || true);
        assert_eq!(hear(&known, &player.picture()), Heard::default());
    }

    #[test]
    fn another_place_is_told_by_what_is_happening_there() {
        let mut player = player();
        player.advance(Span::from_ms(900), &mut || true);
        let later = player.picture();
        player.tell(Intent::Seek(Time::ZERO)).expect("any place can be looked at");
        let heard = hear(&later, &player.picture());
        assert!(heard.own.is_some_and(|said| said.starts_with("Both services look")));
    }
}
