//! Branches: a command in the past keeps the future that was recorded, and Undo, Redo and branches agree.

use super::*;
use crate::run::{BranchId, BranchTitle, Deed, Refused};

fn shown(player: &mut Player) -> u32 {
    player.picture().branch.0
}

fn all(player: &mut Player) -> Vec<u32> {
    player.picture().branches.iter().map(|branch| branch.title.id.0).collect()
}

fn title(player: &mut Player, id: u32) -> BranchTitle {
    let picture = player.picture();
    picture.branches.iter().find(|branch| branch.title.id.0 == id).expect("it is there").title.clone()
}

/// A run in which ORDER is crashed at 2 s of a past of 10 s.
fn forked() -> Player {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 9_000);
    tell(&mut player, Intent::Seek(Time::from_ms(2_000)));
    tell(&mut player, crash("ORDER"));
    player
}

#[test]
fn the_old_future_stays_and_each_is_left_and_found_where_it_was() {
    let mut player = forked();
    assert_eq!((all(&mut player), shown(&mut player)), (vec![1, 2], 2));
    pass(&mut player, 500);
    let second = seen(&mut player);
    tell(&mut player, Intent::SwitchBranch(BranchId::FIRST));
    assert_eq!((at_ms(&mut player), player.picture().recorded_until.as_ms()), (2_000.0, 10_001.0));
    tell(&mut player, Intent::Seek(Time::from_ms(7_777)));
    let first = seen(&mut player);
    tell(&mut player, Intent::SwitchBranch(BranchId(2)));
    assert_eq!(seen(&mut player), second);
    tell(&mut player, Intent::SwitchBranch(BranchId::FIRST));
    assert_eq!(seen(&mut player), first);
}

#[test]
fn a_publication_in_the_past_keeps_what_came_after_it_too() {
    let mut player = player();
    pass(&mut player, 1_000);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    pass(&mut player, 9_000);
    // No command is cut off, but what came of the one before.
    tell(&mut player, Intent::Seek(Time::from_ms(2_000)));
    tell(&mut player, publish(&State::ORDER_CANCELED));
    assert_eq!((all(&mut player), shown(&mut player)), (vec![1, 2], 2));
}

#[test]
fn a_branch_is_called_by_what_it_began_with_until_somebody_names_it() {
    let mut player = forked();
    let begun = title(&mut player, 2).begun_by.expect("a command began it");
    assert_eq!((begun.at, &begun.command), (Time::from_ms(2_001), &Command::Crash(name("ORDER"))));
    assert_eq!(title(&mut player, 1).begun_by, None);
    tell(&mut player, Intent::RenameBranch(BranchId(2), Some("without ORDER".into())));
    assert_eq!(title(&mut player, 2).name.as_deref(), Some("without ORDER"));
    tell(&mut player, Intent::Undo);
    assert_eq!(title(&mut player, 2).name, None);
    tell(&mut player, Intent::Redo);
    assert_eq!(title(&mut player, 2).name.as_deref(), Some("without ORDER"));
}

#[test]
fn a_forks_past_is_its_parents_byte_for_byte() {
    let mut player = forked();
    let child = lines(&mut player);
    tell(&mut player, Intent::SwitchBranch(BranchId::FIRST));
    let parent = lines(&mut player);
    let picture = player.picture();
    let fork = picture.branches[1].forked_at;
    let common = picture.trace.count_through(fork);
    let past = |lines: &str| lines.lines().take(common).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(fork, Time::from_ms(2_000));
    assert_eq!(past(&child), past(&parent));
    assert_ne!(child.lines().nth(common), parent.lines().nth(common));
}

#[test]
fn undo_of_the_command_takes_its_branch_away_and_redo_brings_it_back() {
    let mut player = forked();
    pass(&mut player, 100);
    let second = seen(&mut player);
    tell(&mut player, Intent::Undo);
    assert_eq!((all(&mut player), shown(&mut player)), (vec![1], 1));
    tell(&mut player, Intent::Redo);
    assert_eq!((all(&mut player), shown(&mut player), seen(&mut player)), (vec![1, 2], 2, second));
    tell(&mut player, Intent::Undo);
    tell(&mut player, Intent::Seek(Time::from_ms(3_000)));
    tell(&mut player, crash("INVOICE"));
    assert_eq!(
        all(&mut player),
        [1, 3],
        "no number comes twice: what is kept by it cannot be taken for another"
    );
}

#[test]
fn undo_goes_back_through_switches_too() {
    let mut player = forked();
    tell(&mut player, Intent::SwitchBranch(BranchId::FIRST));
    tell(&mut player, Intent::SeekEnd);
    tell(&mut player, publish(&State::TRANSACTION_PAID));
    let length = player.picture().trace.len();
    assert!(
        matches!(player.to_undo().as_deref(), Some(Deed::Switched(title)) if title.id == BranchId::FIRST)
    );
    tell(&mut player, Intent::Undo);
    assert_eq!(shown(&mut player), 2);
    tell(&mut player, Intent::Undo);
    assert_eq!((shown(&mut player), all(&mut player), at_ms(&mut player)), (1, vec![1], 2_000.0));
    assert_eq!(player.picture().trace.len(), length, "what was published later in the first one stays");
    tell(&mut player, Intent::Redo);
    tell(&mut player, Intent::Redo);
    assert_eq!((shown(&mut player), all(&mut player)), (1, vec![1, 2]));
}

#[test]
fn a_branch_that_is_not_shown_can_be_removed_and_comes_back() {
    let mut player = forked();
    assert_eq!(player.tell(Intent::RemoveBranch(BranchId(2))), Err(Refused::NoSuchBranch));
    tell(&mut player, Intent::SwitchBranch(BranchId::FIRST));
    tell(&mut player, Intent::RemoveBranch(BranchId(2)));
    assert_eq!(all(&mut player), [1]);
    for gone in [Intent::SwitchBranch(BranchId(2)), Intent::RenameBranch(BranchId(2), None)] {
        assert_eq!(player.tell(gone), Err(Refused::NoSuchBranch));
    }
    tell(&mut player, Intent::Undo);
    assert_eq!(all(&mut player), [1, 2]);
    tell(&mut player, Intent::Redo);
    assert_eq!(all(&mut player), [1]);
}

#[test]
fn a_restart_has_one_future_and_undo_brings_all_of_them_back() {
    let mut player = forked();
    tell(&mut player, Intent::RestartRun);
    assert_eq!(all(&mut player), [1]);
    tell(&mut player, Intent::Undo);
    assert_eq!((all(&mut player), shown(&mut player)), (vec![1, 2], 2));
}

#[test]
fn too_many_branches_let_the_oldest_go_and_undo_never_leads_nowhere() {
    let mut player = player();
    pass(&mut player, 5_000);
    for second in 0..30 {
        tell(&mut player, Intent::Seek(Time::from_ms(1_000 - second)));
        tell(&mut player, publish(&State::IDLE));
        pass(&mut player, 300);
    }
    assert_eq!(all(&mut player), (11..=30).collect::<Vec<_>>());
    assert_eq!(player.picture().branches_let_go, 10);
    let mut undone = 0;
    while player.tell(Intent::Undo).is_ok() {
        undone += 1;
    }
    assert_eq!((undone, all(&mut player)), (19, vec![11]));
    for _ in 0..undone {
        tell(&mut player, Intent::Redo);
    }
    assert_eq!(all(&mut player).len(), 20);
}

#[test]
fn branches_breakpoints_and_loops_are_there_after_a_reload() {
    let mut player = forked();
    pass(&mut player, 700);
    tell(&mut player, Intent::RenameBranch(BranchId(2), Some("a \n name".into())));
    tell(&mut player, Intent::Seek(Time::from_ms(1_500)));
    tell(&mut player, crash("INVOICE"));
    tell(&mut player, Intent::KeepBreakpoint(event_pattern::condition::Condition::Loss));
    tell(&mut player, Intent::Loop(crate::run::Range::between(Time::ZERO, Time::from_ms(1_600))));
    tell(&mut player, Intent::SwitchBranch(BranchId(2)));
    let text = player.save().to_text("");
    let (saved, _) = crate::run::SavedRun::from_text(&text).expect("it is no garbage");
    let mut reloaded = Player::restore(saved, Speed::NORMAL).expect("what was saved fits");
    assert_eq!(reloaded.save().to_text(""), text);
    assert_eq!((shown(&mut reloaded), all(&mut reloaded)), (2, vec![1, 2, 3]));
    assert_eq!(title(&mut reloaded, 2).name.as_deref(), Some("a   name"));
    assert_eq!(title(&mut reloaded, 3), title(&mut player, 3));
    assert_eq!(reloaded.picture().breakpoints, player.picture().breakpoints);
    for id in [1, 3, 2] {
        assert_eq!(seen(&mut reloaded), seen(&mut player));
        tell(&mut reloaded, Intent::SwitchBranch(BranchId(id)));
        tell(&mut player, Intent::SwitchBranch(BranchId(id)));
    }
    tell(&mut reloaded, Intent::Seek(Time::from_ms(100)));
    tell(&mut reloaded, crash("ORDER"));
    assert_eq!(all(&mut reloaded), [1, 2, 3, 4]);
}
