//! What can be wrong with a scenario: data without words, for the page to say in its own language, and the English
//! sentence. Knows nothing of how problems are found.

use thiserror::Error;

use super::name::NameError;
use crate::state::StateError;
use crate::time::Time;

/// What is wrong. Texts of the file are cut to [`ProblemKind::LONGEST_QUOTE`] characters.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProblemKind {
    /// The file is larger than any that is read.
    #[error("is larger than {most_mib} MiB")]
    FileTooLarge {
        /// The largest size, in MiB.
        most_mib: usize,
    },
    /// The text is not JSON; lines and columns count from 1, columns in characters.
    #[error("line {line}, column {column}: broken JSON, {fault}")]
    BrokenJson {
        /// The line.
        line: usize,
        /// The column, in characters.
        column: usize,
        /// What is broken there.
        fault: JsonFault,
    },
    /// A value of one type stands where one of another belongs.
    #[error("is {given}, must be {must}")]
    WrongType {
        /// The type that is there.
        given: JsonType,
        /// The type that belongs there.
        must: Expected,
    },
    /// A required field is not there.
    #[error("is missing")]
    Missing,
    /// The format has no such field.
    #[error("is not a known field")]
    UnknownField,
    /// The key was there before in the same object.
    #[error("is there twice")]
    DuplicateKey,
    /// A number is below the least that is allowed.
    #[error("{given} is not allowed, at least {least}")]
    TooSmall {
        /// The number as it was written.
        given: String,
        /// The least that is allowed.
        least: u64,
    },
    /// A number is above the most that is allowed.
    #[error("{given} is not allowed, at most {most}")]
    TooLarge {
        /// The number as it was written.
        given: String,
        /// The most that is allowed.
        most: u64,
    },
    /// A number is finer than a microsecond, or not whole where it must be.
    #[error("{given} is not allowed, {}", finest(*most))]
    TooManyDecimals {
        /// The number as it was written.
        given: String,
        /// How many decimals are allowed.
        most: u32,
    },
    /// The time before the colon of a command line's command is not a number.
    #[error("{given:?} is not a number")]
    NotANumber {
        /// The text as it was written.
        given: String,
    },
    /// The file is of a version that this program does not read.
    #[error("{given} is not known, only 1")]
    UnknownVersion {
        /// The version as it was written.
        given: String,
    },
    /// A text is not the name of a state.
    #[error("{0}")]
    BadState(StateError),
    /// A text is not a name.
    #[error("{0}")]
    BadName(NameError),
    /// The name belongs to a node that is no service.
    #[error("is the name of the {0}")]
    ReservedName(Reserved),
    /// Another service has the name, at that time.
    #[error("{name:?} is the name of another service")]
    TakenName {
        /// The name as it was written.
        name: String,
    },
    /// No service has the name at that time.
    #[error("there is no service {name:?} at {at} ms")]
    UnknownService {
        /// The name as it was written.
        name: String,
        /// The time of the command.
        at: Time,
    },
    /// A command does nothing.
    #[error("has no action")]
    NoAction,
    /// A command does more than one thing.
    #[error("is a second action, a command has one")]
    SecondAction,
    /// An edit changes nothing.
    #[error("names nothing to change")]
    EmptyEdit,
    /// An added service would start before it is added.
    #[error("{given} is not allowed, at least {at}, the at_ms of its command")]
    StartsBeforeAdded {
        /// When it would start.
        given: Time,
        /// When it is added.
        at: Time,
    },
    /// There are more of something than a run may have.
    #[error("at most {most} {what}")]
    TooMany {
        /// Of what.
        what: Counted,
        /// How many there may be.
        most: usize,
    },
}

impl ProblemKind {
    /// How much of a text of the file a problem repeats, in characters.
    pub const LONGEST_QUOTE: usize = 60;
}

/// What is broken in a text that should be JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum JsonFault {
    /// The text ends before the value does.
    #[error("it ends too early")]
    EndsEarly,
    /// A character cannot stand here.
    #[error("{0:?} cannot stand here")]
    Unexpected(char),
    /// Lists and objects are nested more than 128 deep.
    #[error("it is nested too deeply")]
    TooDeep,
    /// The bytes are not UTF-8.
    #[error("it is not UTF-8")]
    NotUtf8,
}

/// The type of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum JsonType {
    /// `null`
    #[error("null")]
    Null,
    /// `true` or `false`
    #[error("true or false")]
    Boolean,
    /// A number.
    #[error("a number")]
    Number,
    /// A text in quotes.
    #[error("a text")]
    Text,
    /// A list in brackets.
    #[error("a list")]
    List,
    /// An object in braces.
    #[error("an object")]
    Object,
}

/// The type that a place of a file wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Expected {
    /// A number.
    #[error("a number")]
    Number,
    /// A number or `null`.
    #[error("a number or null")]
    NumberOrNull,
    /// A text in quotes.
    #[error("a text")]
    Text,
    /// A list in brackets.
    #[error("a list")]
    List,
    /// An object in braces.
    #[error("an object")]
    Object,
}

/// A node whose name no service can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Reserved {
    /// Who publishes.
    #[error("publisher")]
    Publisher,
    /// Who keeps the state.
    #[error("broker")]
    Broker,
    /// Who receives the results, under the name that the scenario gives.
    #[error("receiver")]
    Receiver,
}

/// What is counted and limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Counted {
    /// Services, with those that are added.
    #[error("services, with those that are added")]
    Services,
    /// Commands.
    #[error("commands")]
    Commands,
    /// Allowed states of one service.
    #[error("states")]
    States,
}

fn finest(decimals: u32) -> String {
    match decimals {
        0 => "whole numbers only".to_owned(),
        most => format!("at most {most} decimals"),
    }
}
