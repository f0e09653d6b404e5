//! Where a bridge is reached: what a person types, made into the address of a WebSocket. Knows no browser.

use std::fmt;

/// What is added to an address that names only a host: the bridge's WebSocket.
const PATH: &str = "/ws";
/// More is no address that anybody types.
const LONGEST: usize = 500;

/// The address of a WebSocket: `ws://127.0.0.1:3000/ws`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// Why what was typed is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// Nothing was typed.
    Empty,
    /// It begins with something other than `ws://`, `wss://`, `http://` or `https://`.
    Scheme,
    /// A name or a password stands before the host: they would be shown and kept.
    Secret,
    /// There is no host in it, or no port where one should be, or something that no address contains.
    NotAnAddress,
}

impl Address {
    /// A bridge on this machine, as it listens when nothing else was said.
    pub fn of_this_machine() -> Address {
        Address("ws://127.0.0.1:3000/ws".to_owned())
    }

    /// What a person typed, with what goes without saying: `127.0.0.1:3000` is `ws://127.0.0.1:3000/ws`, and a page's
    /// `https://host/` is `wss://host/ws`.
    ///
    /// # Errors
    ///
    /// Why it is no address.
    pub fn parse(typed: &str) -> Result<Address, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        if typed.len() > LONGEST || typed.contains(|c: char| c.is_whitespace() || c.is_control() || c == '#')
        {
            return Err(AddressError::NotAnAddress);
        }
        let (scheme, rest) = typed.split_once("://").unwrap_or(("ws", typed));
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "ws" | "http" => "ws",
            "wss" | "https" => "wss",
            _ => return Err(AddressError::Scheme),
        };
        let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        if host.contains('@') {
            return Err(AddressError::Secret);
        }
        if !is_host(host) {
            return Err(AddressError::NotAnAddress);
        }
        let path = if matches!(path, "" | "/") { PATH } else { path };
        let slash = if path.starts_with('/') { "" } else { "/" };
        Ok(Address([scheme, "://", host, slash, path].concat()))
    }

    /// As it is shown and kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether this is a host, with a port or without; the browser judges the rest.
fn is_host(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((inside, port)) if inside.contains(':') => (inside, port),
        Some(_) => return false,
        None => text.split_at(text.find(':').unwrap_or(text.len())),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0) && !port.starts_with('+');
    let in_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '%');
    !host.is_empty()
        && host.chars().all(in_host)
        && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(typed: &str) -> Result<String, AddressError> {
        Address::parse(typed).map(|address| address.to_string())
    }

    #[test]
    fn what_goes_without_saying_is_added() {
        for (typed, address) in [
            ("ws://127.0.0.1:3000/ws", "ws://127.0.0.1:3000/ws"),
            (" 127.0.0.1:3000 ", "ws://127.0.0.1:3000/ws"),
            ("localhost", "ws://localhost/ws"),
            ("WSS://Kelas.Example/", "wss://Kelas.Example/ws"),
            ("https://kelas.example/lab/ws", "wss://kelas.example/lab/ws"),
            ("http://[::1]:3000", "ws://[::1]:3000/ws"),
            ("kelas.example?a=b", "ws://kelas.example/?a=b"),
        ] {
            assert_eq!(parsed(typed).as_deref(), Ok(address), "{typed}");
        }
        assert_eq!(Address::parse("127.0.0.1:3000"), Ok(Address::of_this_machine()));
    }

    #[test]
    fn what_is_no_address_is_said_to_be_none() {
        for (typed, error) in [
            ("  ", AddressError::Empty),
            ("ftp://host", AddressError::Scheme),
            ("redis://127.0.0.1:6379", AddressError::Scheme),
            ("ws://budi:rahasia@host", AddressError::Secret),
            ("ws://", AddressError::NotAnAddress),
            ("ws:///ws", AddressError::NotAnAddress),
            ("host:", AddressError::NotAnAddress),
            ("host:0", AddressError::NotAnAddress),
            ("host:+80", AddressError::NotAnAddress),
            ("host:70000", AddressError::NotAnAddress),
            ("two words", AddressError::NotAnAddress),
            ("host/ws#here", AddressError::NotAnAddress),
            ("[::1", AddressError::NotAnAddress),
            ("[host]:1", AddressError::NotAnAddress),
        ] {
            assert_eq!(parsed(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn an_address_is_its_own_address() {
        let address = Address::parse("kelas.example/a?b").expect("it is one");
        assert_eq!(Address::parse(address.as_str()), Ok(address));
    }
}
