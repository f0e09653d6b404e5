//! The kind of an entry: what happened, without whom and what it concerns.

use super::What;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal,)*) => {
        /// The kind of an entry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EntryKind {
            $($(#[$doc])* $kind,)*
        }

        impl EntryKind {
            /// Every kind.
            pub const ALL: &[EntryKind] = &[$(EntryKind::$kind),*];

            /// The kind's name in every output.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(EntryKind::$kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// The publisher set the key.
    Published "published",
    /// The key's value became another one.
    StateChanged "state_changed",
    /// A state was overwritten on which nobody ever started work, though a service allows it.
    StateLost "state_lost",
    /// A service took a state.
    WorkStarted "work_started",
    /// A service's work is over and it sets the key.
    WorkFinished "work_finished",
    /// A service reported its finished work to the receiver.
    ResultPublished "result_published",
    /// A service started.
    Started "started",
    /// A service that works is to stop when its work is done.
    Stopping "stopping",
    /// A service is gone, in good order.
    Stopped "stopped",
    /// A service is gone, and its work with it.
    Crashed "crashed",
    /// A stopped or crashed service started again.
    Restarted "restarted",
    /// A service got other settings.
    Edited "edited",
    /// A service joined.
    Added "added",
    /// A service got another name.
    Renamed "renamed",
    /// A service left the scenario.
    Removed "removed",
    /// A command made no sense.
    CommandRefused "command_refused",
    /// A read of the key failed.
    ReadFailed "read_failed",
    /// A write of the key failed, or nobody knows whether it happened.
    WriteFailed "write_failed",
    /// The key was set by somebody elsewhere.
    KeySet "key_set",
    /// The key was found as it is.
    KeyFound "key_found",
    /// Who had set the key was learned later.
    Attributed "attributed",
    /// Not all could be seen.
    Gap "gap",
}

impl EntryKind {
    /// The kind with this name, if there is one.
    pub fn named(name: &str) -> Option<EntryKind> {
        EntryKind::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

impl What {
    /// What kind of thing happened.
    pub fn entry_kind(&self) -> EntryKind {
        match self {
            What::Published { .. } => EntryKind::Published,
            What::StateChanged { .. } => EntryKind::StateChanged,
            What::StateLost { .. } => EntryKind::StateLost,
            What::WorkStarted { .. } => EntryKind::WorkStarted,
            What::WorkFinished { .. } => EntryKind::WorkFinished,
            What::ResultPublished { .. } => EntryKind::ResultPublished,
            What::Started => EntryKind::Started,
            What::Stopping => EntryKind::Stopping,
            What::Stopped => EntryKind::Stopped,
            What::Crashed => EntryKind::Crashed,
            What::Restarted => EntryKind::Restarted,
            What::Edited(_) => EntryKind::Edited,
            What::Added => EntryKind::Added,
            What::Renamed => EntryKind::Renamed,
            What::Removed => EntryKind::Removed,
            What::CommandRefused { .. } => EntryKind::CommandRefused,
            What::ReadFailed => EntryKind::ReadFailed,
            What::WriteFailed { .. } => EntryKind::WriteFailed,
            What::KeySet { .. } => EntryKind::KeySet,
            What::KeyFound { .. } => EntryKind::KeyFound,
            What::Attributed => EntryKind::Attributed,
            What::Gap(_) => EntryKind::Gap,
        }
    }

    /// The kind's name in every output.
    pub fn kind(&self) -> &'static str {
        self.entry_kind().as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_name() {
        for &kind in EntryKind::ALL {
            assert_eq!(EntryKind::named(kind.as_str()), Some(kind));
        }
        assert_eq!(EntryKind::named("Published"), None);
    }
}
