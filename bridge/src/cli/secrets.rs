//! Secrets on a command line are in the list of processes, for everybody on the machine to read. So this program starts
//! itself again with them in its environment, which nobody else can read. Whoever gives them there at once leaves no trace.

use std::ffi::{OsStr, OsString};

use super::Failure;

/// An option that may hold a secret, and the variable from which it is read as well.
struct Secret {
    option: &'static str,
    variable: &'static str,
}

/// A Redis's address has its user and password in it.
const REDIS: Secret = Secret { option: "--redis", variable: "BRIDGE_REDIS" };
const TOKEN: Secret = Secret { option: "--token", variable: "BRIDGE_TOKEN" };

/// Which command takes which.
const COMMANDS: [(&str, &[Secret]); 3] =
    [("serve", &[REDIS, TOKEN]), ("service", &[REDIS]), ("publish", &[REDIS])];

/// A command line without secrets, and what it had of them, by variable.
#[derive(Debug, PartialEq, Eq)]
struct Hidden {
    arguments: Vec<OsString>,
    variables: Vec<(&'static str, OsString)>,
}

/// Starts this program again without secrets in its arguments, if there are any.
pub(super) fn hide() -> Result<(), Failure> {
    match hidden(std::env::args_os().collect()) {
        Some(hidden) => start_again(&hidden),
        None => Ok(()),
    }
}

#[cfg(unix)]
fn start_again(hidden: &Hidden) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;

    let [name, arguments @ ..] = &hidden.arguments[..] else { return Ok(()) };
    let error = match std::env::current_exe() {
        // Comes back only if it fails.
        Ok(program) => std::process::Command::new(program)
            .arg0(name)
            .args(arguments)
            .envs(hidden.variables.iter().map(|(name, value)| (name, value)))
            .exec(),
        Err(error) => error,
    };
    Err(Failure::Broken(format!(
        "the secret could not be taken off the command line ({error}); give it in the environment"
    )))
}

#[cfg(not(unix))]
fn start_again(_: &Hidden) -> Result<(), Failure> {
    Ok(())
}

/// The command line without its secrets; nothing if there are none, or if it is for the parser to complain about.
fn hidden(arguments: Vec<OsString>) -> Option<Hidden> {
    let command = arguments.get(1)?;
    let (_, secrets) = COMMANDS.iter().find(|(name, _)| command == *name)?;
    let mut hidden = Hidden { arguments: Vec::new(), variables: Vec::new() };
    let mut rest = arguments.into_iter();
    while let Some(argument) = rest.next() {
        let Some((secret, value)) = secret_in(&argument, secrets) else {
            hidden.arguments.push(argument);
            continue;
        };
        let value = match value {
            Some(value) => value,
            None => rest.next().filter(|next| !next.as_encoded_bytes().starts_with(b"-"))?,
        };
        if hidden.variables.iter().any(|(variable, _)| *variable == secret.variable) {
            return None;
        }
        hidden.variables.push((secret.variable, value));
    }
    (!hidden.variables.is_empty()).then_some(hidden)
}

/// The secret that an argument is about, and its value if that is in the same argument.
fn secret_in<'s>(argument: &OsStr, secrets: &'s [Secret]) -> Option<(&'s Secret, Option<OsString>)> {
    secrets.iter().find_map(|secret| {
        if argument == secret.option {
            return Some((secret, None));
        }
        // A URL and a token are text; what is not is for the parser to complain about.
        let value = argument.to_str()?.strip_prefix(secret.option)?.strip_prefix('=')?;
        Some((secret, Some(value.into())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hide(line: &str) -> Option<(String, Vec<(&'static str, String)>)> {
        let hidden = hidden(line.split(' ').map(OsString::from).collect())?;
        let text = |text: OsString| text.into_string().expect("text");
        let arguments: Vec<String> = hidden.arguments.into_iter().map(text).collect();
        let variables = hidden.variables.into_iter().map(|(name, value)| (name, text(value))).collect();
        Some((arguments.join(" "), variables))
    }

    #[test]
    fn secrets_go_from_the_arguments_to_the_environment() {
        assert_eq!(
            hide("bridge serve --token s3cret --listen 0.0.0.0:80 --redis=redis://u:p@h --key k"),
            Some((
                "bridge serve --listen 0.0.0.0:80 --key k".to_owned(),
                vec![("BRIDGE_TOKEN", "s3cret".to_owned()), ("BRIDGE_REDIS", "redis://u:p@h".to_owned())]
            ))
        );
        assert_eq!(
            hide("bridge publish --redis redis://h --state idle"),
            Some(("bridge publish --state idle".to_owned(), vec![("BRIDGE_REDIS", "redis://h".to_owned())]))
        );
    }

    #[test]
    fn what_is_no_good_command_line_stays_as_it_is() {
        for line in [
            "bridge",
            "bridge serve --listen 127.0.0.1:3000",
            "bridge simulate --redis redis://h",
            "bridge publish --token s3cret",
            "bridge serve --redis",
            "bridge serve --redis --token",
            "bridge serve --token a --token b",
            "bridge serve --redistribute x",
        ] {
            assert_eq!(hide(line), None, "{line}");
        }
    }
}
