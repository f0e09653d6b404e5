//! `--at` and `--publish`: what happens from outside, as one list in the order given.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

/// The commands of a command line, in their order.
#[derive(Debug)]
pub(super) struct Commands(Vec<Given>);

/// One of them, as it was given.
#[derive(Debug)]
enum Given {
    At(String),
    Publish(String),
}

impl Commands {
    /// All of them as `--at` has them, or all `--publish` that are none.
    pub(super) fn texts(&self) -> Result<Vec<String>, String> {
        let (mut texts, mut problems) = (Vec::new(), Vec::new());
        for given in &self.0 {
            match given {
                Given::At(text) => texts.push(text.clone()),
                Given::Publish(text) => match text.rsplit_once('@') {
                    Some((state, at)) => texts.push(format!("{at}:publish {state}")),
                    None => problems
                        .push(format!("--publish {text}: expected STATE@MS, such as TRANSACTION_PAID@1000")),
                },
            }
        }
        if problems.is_empty() { Ok(texts) } else { Err(problems.join("\n")) }
    }
}

// By hand, since a derived list of either option would not know how the two lie between each other.
impl Args for Commands {
    fn augment_args(command: Command) -> Command {
        let option = |name, value, help| {
            Arg::new(name).long(name).value_name(value).help(help).action(ArgAction::Append)
        };
        command
            .arg(option(
                "at",
                "MS:COMMAND",
                "A command from outside, such as '2000:crash ORDER'; may be given again",
            ))
            .arg(option(
                "publish",
                "STATE@MS",
                "A publication, such as TRANSACTION_PAID@1000; may be given again",
            ))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Commands::augment_args(command)
    }
}

impl FromArgMatches for Commands {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Commands, clap::Error> {
        let mut placed = Vec::new();
        let places = |name| matches.indices_of(name).into_iter().flatten();
        let texts = |name| matches.get_many::<String>(name).into_iter().flatten().cloned();
        placed.extend(places("at").zip(texts("at").map(Given::At)));
        placed.extend(places("publish").zip(texts("publish").map(Given::Publish)));
        placed.sort_by_key(|(place, _)| *place);
        Ok(Commands(placed.into_iter().map(|(_, given)| given).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Commands::from_arg_matches(matches)?;
        Ok(())
    }
}
