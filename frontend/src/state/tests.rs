//! What the page's own state does with each action.

use event_pattern::scenario::{BuiltIn, Command};
use event_pattern::trace::ServiceId;
use event_pattern::{Span, State, Time};

use super::*;
use crate::link::BadParameter;
use crate::player::Player;
use crate::run::{Deed, Intent, Origin, Refused, Speed};

fn player() -> Player {
    Player::open(BuiltIn::Described.scenario(), Origin::BuiltIn("described"), Speed::NORMAL)
}

fn opened(player: &mut Player) -> Rc<UiState> {
    let preferences = Preferences::new(Language::Id);
    Rc::new(UiState::opening(Rc::new(player.picture()), preferences))
}

fn reduced(state: Rc<UiState>, actions: impl IntoIterator<Item = Action>) -> Rc<UiState> {
    actions.into_iter().fold(state, Reducible::reduce)
}

fn order() -> Option<Node> {
    Some(Node::Service(ServiceId::from_index(0)))
}

fn said(state: &UiState) -> Vec<&Notice> {
    state.notices.iter().map(|shown| &*shown.notice).collect()
}

#[test]
fn what_changes_nothing_draws_nothing() {
    let state = opened(&mut player());
    let same = state.clone().reduce(Action::Speak(Language::Id));
    assert!(Rc::ptr_eq(&state, &same));
}

#[test]
fn a_switch_of_language_keeps_everything_else() {
    let state = reduced(
        opened(&mut player()),
        [Action::Select(order()), Action::ToggleLab, Action::OpenDialog(Dialog::Help)],
    );
    let spoken = state.clone().reduce(Action::Speak(Language::En));
    let mut expected = UiState::clone(&state);
    expected.preferences.language = Language::En;
    assert!(*spoken == expected);
}

#[test]
fn a_restart_leaves_the_page_as_it_was_opened_but_for_what_the_person_likes() {
    let mut player = player();
    let fresh = opened(&mut player);
    let used = reduced(
        fresh.clone(),
        [
            Action::Select(order()),
            Action::OpenDialog(Dialog::Help),
            Action::Dress(Theme::Dark),
            Notice::NothingIsKept.into(),
            Action::Restarted,
        ],
    );
    let mut expected = UiState::clone(&fresh);
    expected.preferences.theme = Theme::Dark;
    expected.preferences.lab = Lab::Open;
    expected.restarted = Some(1);
    expected.next = 2;
    assert!(*used == expected);
}

#[test]
fn another_run_has_no_selection_and_a_service_that_is_not_there_is_not_selected() {
    let mut player = player();
    let state = reduced(opened(&mut player), [Action::Select(order())]);
    player.tell(Intent::PreviousChange).expect("there is one");
    let earlier = state.reduce(Action::Pictured(Rc::new(player.picture())));
    assert_eq!(earlier.selected_here(), order());
    player.tell(Intent::RestartRun).expect("it can be done");
    let other = earlier.reduce(Action::Pictured(Rc::new(player.picture())));
    assert_eq!(other.selected, None);
}

#[test]
fn a_refusal_is_shown_until_something_else_is_done() {
    let mut player = player();
    let refused = [Notice::Refused(Refused::NothingToUndo).into(), Notice::NothingIsKept.into()];
    let state = reduced(opened(&mut player), refused);
    player.advance(Span::from_ms(50), &mut || true);
    let playing = state.reduce(Action::Pictured(Rc::new(player.picture())));
    assert_eq!(playing.notices.len(), 2);
    player.tell(Intent::Pause).expect("it can be done");
    let paused = playing.reduce(Action::Pictured(Rc::new(player.picture())));
    assert_eq!(said(&paused), [&Notice::NothingIsKept]);
}

#[test]
fn there_is_one_answer_to_what_was_asked_for_last() {
    let answers = [
        Notice::NothingIsKept,
        Notice::Refused(Refused::NothingToRedo),
        Notice::Undone(Rc::new(Deed::Restarted)),
        Notice::Refused(Refused::NothingToUndo),
    ];
    let state = reduced(opened(&mut player()), answers.map(Action::from));
    assert_eq!(said(&state), [&Notice::NothingIsKept, &Notice::Refused(Refused::NothingToUndo)]);
}

#[test]
fn notices_are_few_and_the_last_comes_last() {
    let notices = [
        Notice::NothingIsKept,
        Notice::NoRoomToKeep,
        Notice::KeptIsGarbage,
        Notice::Refused(Refused::NothingToUndo),
        Notice::NoRoomToKeep,
    ];
    let state = reduced(opened(&mut player()), notices.map(Action::from));
    let shown = [&Notice::KeptIsGarbage, &Notice::Refused(Refused::NothingToUndo), &Notice::NoRoomToKeep];
    assert_eq!(said(&state), shown);
    let put_away = state.clone().reduce(Action::Dismiss(state.notices[1].number));
    assert_eq!(said(&put_away), [shown[0], shown[2]]);
}

#[test]
fn what_is_said_of_another_thing_stays() {
    let bad = |value: &str| Notice::BadParameter(BadParameter { name: "speed", value: value.to_owned() });
    let notices = [bad("3"), bad("fast"), bad("3")];
    let state = reduced(opened(&mut player()), notices.map(Action::from));
    assert_eq!(said(&state), [&bad("fast"), &bad("3")]);
}

#[test]
fn a_window_goes_with_the_place_that_is_looked_at_and_ends_with_the_run() {
    let mut player = player();
    player.advance(Span::from_ms(30_000), &mut || true);
    let ms = |from, to| Some(Window { from: Time::from_ms(from), to: Time::from_ms(to) });
    let state = opened(&mut player).reduce(Action::ShowWindow(ms(1_000, 2_000)));
    assert_eq!(state.window, ms(1_000, 2_000));
    player.advance(Span::from_ms(50), &mut || true);
    let elsewhere = state.reduce(Action::Pictured(Rc::new(player.picture())));
    assert_eq!(elsewhere.window, ms(1_000, 2_000), "who looks at the past while time runs is left there");
    player.tell(Intent::Seek(Time::from_ms(5_000))).expect("it can be done");
    let jumped = elsewhere.reduce(Action::Pictured(Rc::new(player.picture())));
    assert!(jumped.window.is_some_and(|window| window.holds(Time::from_ms(5_000))));
    assert_eq!(
        jumped.clone().reduce(Action::ShowWindow(ms(0, 900_000))).window,
        None,
        "all of it is no window"
    );
    player.tell(Intent::RestartRun).expect("it can be done");
    assert_eq!(jumped.reduce(Action::Pictured(Rc::new(player.picture()))).window, None);
}

#[test]
fn a_chosen_entry_is_forgotten_when_another_future_has_another_one_in_its_place() {
    let mut player = player();
    let publish = |state: State| Intent::Give(Command::Publish(state));
    player.advance(Span::from_ms(100), &mut || true);
    player.tell(publish(State::TRANSACTION_PAID)).expect("it can be done");
    let published = EntryId::from_index(player.picture().trace.len() - 2);
    let state = opened(&mut player).reduce(Action::ChooseEntry(Some(published)));
    assert_eq!(state.chosen_here(), Some(published));
    player.advance(Span::from_ms(50), &mut || true);
    let later = state.reduce(Action::Pictured(Rc::new(player.picture())));
    assert_eq!(later.chosen_here(), Some(published));
    player.tell(Intent::Seek(Time::from_ms(50))).expect("it can be done");
    player.tell(publish(State::ORDER_CANCELED)).expect("it can be done");
    let other = later.reduce(Action::Pictured(Rc::new(player.picture())));
    assert_eq!(other.chosen_here(), None);
}
