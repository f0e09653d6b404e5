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
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if has_stray_address(&arguments) {
        let problem = "the address of a Redis stands behind --redis, or better in BRIDGE_REDIS";
        return Err(Failure::Problems(problem.to_owned()));
    }
    match hidden(arguments) {
        Some(hidden) => start_again(&hidden),
        None => Ok(()),
    }
}

/// Whether the address of a Redis stands where no option takes it: the parser would say it, password and all, to
/// whoever reads over a shoulder.
fn has_stray_address(arguments: &[OsString]) -> bool {
    let is_address = |argument: &OsString| {
        let bytes = argument.as_encoded_bytes();
        bytes.starts_with(b"redis://") || bytes.starts_with(b"rediss://")
    };
    let is_option = |argument: &OsString| argument.as_encoded_bytes().starts_with(b"-");
    arguments.windows(2).any(|pair| is_address(&pair[1]) && !is_option(&pair[0]))
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
    fn an_address_without_its_option_is_noticed_before_it_is_said() {
        let is_stray =
            |line: &str| has_stray_address(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert!(is_stray("bridge serve redis://u:p@h"));
        assert!(is_stray("bridge publish --state idle rediss://u:p@h"));
        assert!(is_stray("bridge redis://u:p@h"));
        assert!(!is_stray("bridge serve --redis redis://u:p@h --key k"));
        assert!(!is_stray("bridge serve --redis=redis://u:p@h"));
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
