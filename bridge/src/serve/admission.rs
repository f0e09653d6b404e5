//! Who may come in: the names under which the bridge is meant to be reached, and the pages that may speak to it.
//!
//! Any page in any tab can reach a loopback address, so both are checked before the upgrade. A page that lets its own
//! name point here (DNS rebinding) fails at `Host`, every other page at `Origin`.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri, header};
use thiserror::Error;

/// Where Trunk's development server is.
const TRUNK_PORT: u16 = 8080;
/// Names of this machine for itself.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// The list at the door.
#[derive(Debug)]
pub(crate) struct Admission {
    /// Lower-case names without a port.
    hosts: BTreeSet<String>,
    origins: BTreeSet<Origin>,
    listen: SocketAddr,
}

/// A page's origin.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Origin {
    is_secure: bool,
    host: String,
    port: u16,
}

/// An origin of the command line that is none.
#[derive(Debug, Error)]
#[error("{0:?} is not an origin: http://HOST[:PORT] or https://HOST[:PORT]")]
pub struct OriginError(String);

/// Why a request stays outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum Refused {
    #[error("this bridge is not meant to be reached under this name; --origin adds one")]
    Host,
    #[error("pages of this origin may not speak to this bridge; --origin adds one")]
    Origin,
}

impl Admission {
    /// The bridge's own names and pages, and those given.
    ///
    /// # Errors
    ///
    /// [`OriginError`] for the first that is no origin.
    pub(super) fn new(listen: SocketAddr, origins: &[String]) -> Result<Admission, OriginError> {
        let mut hosts: BTreeSet<String> = LOOPBACK.map(str::to_owned).into();
        hosts.insert(literal(listen.ip()));
        let own = hosts.iter().flat_map(|host| {
            [listen.port(), TRUNK_PORT].map(|port| Origin { is_secure: false, host: host.clone(), port })
        });
        let mut own: BTreeSet<Origin> = own.collect();
        for given in origins {
            let text = given.strip_suffix('/').unwrap_or(given);
            let origin = Origin::parse(text).ok_or_else(|| OriginError(given.clone()))?;
            hosts.insert(origin.host.clone());
            own.insert(origin);
        }
        Ok(Admission { hosts, origins: own, listen })
    }

    /// Whether a request names this bridge. `local` is the address on which it came.
    pub(super) fn host(&self, uri: &Uri, headers: &HeaderMap, local: IpAddr) -> Result<(), Refused> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(Refused::Host) };
        let host = host.to_str().ok().and_then(|host| host.parse().ok()).ok_or(Refused::Host)?;
        let is_ours = |authority: &Authority| {
            // A name with a user before it is nobody's.
            let host = authority.host().to_ascii_lowercase();
            let is_plain = authority.as_str().len() == host.len() || authority.port_u16().is_some();
            let is_named = self.hosts.contains(&host) || self.is_own(&host, local);
            is_plain && !authority.as_str().contains('@') && is_named
        };
        // In a request to a proxy the name stands in the first line, too.
        if is_ours(&host) && uri.authority().is_none_or(is_ours) { Ok(()) } else { Err(Refused::Host) }
    }

    /// Whether the page that asks may; what is no browser names none.
    pub(super) fn origin(&self, headers: &HeaderMap, local: IpAddr) -> Result<(), Refused> {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        let origin = match (origins.next(), origins.next()) {
            (None, _) => return Ok(()),
            (Some(origin), None) => origin.to_str().ok().and_then(Origin::parse).ok_or(Refused::Origin)?,
            (Some(_), Some(_)) => return Err(Refused::Origin),
        };
        let is_own =
            !origin.is_secure && origin.port == self.listen.port() && self.is_own(&origin.host, local);
        if is_own || self.origins.contains(&origin) { Ok(()) } else { Err(Refused::Origin) }
    }

    /// Listening on every address, the bridge may be called by the one that was reached: digits are nobody's domain.
    fn is_own(&self, host: &str, local: IpAddr) -> bool {
        self.listen.ip().is_unspecified() && host == literal(local)
    }
}

impl Origin {
    fn parse(text: &str) -> Option<Origin> {
        let (scheme, rest) = text.split_once("://")?;
        let is_secure = match scheme.to_ascii_lowercase().as_str() {
            "http" => false,
            "https" => true,
            _ => return None,
        };
        let authority: Authority = rest.parse().ok()?;
        if rest.contains('@') || authority.host().is_empty() {
            return None;
        }
        let has_port = authority.host().len() != rest.len();
        let port = match authority.port_u16() {
            Some(port) => port,
            None if has_port => return None,
            None if is_secure => 443,
            None => 80,
        };
        Some(Origin { is_secure, host: authority.host().to_ascii_lowercase(), port })
    }
}

/// An address as it stands in a URL.
fn literal(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCAL: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    fn admission(listen: &str, origins: &[&str]) -> Admission {
        let origins: Vec<String> = origins.iter().map(|&origin| origin.to_owned()).collect();
        Admission::new(listen.parse().unwrap(), &origins).unwrap()
    }

    fn headers(name: header::HeaderName, values: &[&str]) -> HeaderMap {
        values.iter().map(|value| (name.clone(), value.parse().unwrap())).collect()
    }

    fn lets_host(admission: &Admission, hosts: &[&str]) -> bool {
        admission.host(&Uri::from_static("/ws"), &headers(header::HOST, hosts), LOCAL).is_ok()
    }

    fn lets_origin(admission: &Admission, origins: &[&str]) -> bool {
        admission.origin(&headers(header::ORIGIN, origins), LOCAL).is_ok()
    }

    #[test]
    fn loopback_is_reached_under_its_three_names_with_any_port() {
        let admission = admission("127.0.0.1:3000", &[]);
        for host in ["127.0.0.1:3000", "localhost", "LOCALHOST:1", "[::1]:8080"] {
            assert!(lets_host(&admission, &[host]), "{host}");
        }
        for host in [
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.",
            "a@localhost",
            "",
            "127.0.0.2",
            "localhost:abc",
            "localhost:70000",
        ] {
            assert!(!lets_host(&admission, &[host]), "{host}");
        }
        assert!(!lets_host(&admission, &[]));
        assert!(!lets_host(&admission, &["localhost", "localhost"]));
        let absolute = Uri::from_static("http://evil.example/ws");
        assert!(admission.host(&absolute, &headers(header::HOST, &["localhost"]), LOCAL).is_err());
    }

    #[test]
    fn own_pages_and_those_of_the_development_server_may_speak() {
        let admission = admission("127.0.0.1:3000", &["https://school.example/", "http://10.0.0.7:81"]);
        let allowed = ["http://127.0.0.1:3000", "http://localhost:8080", "http://[::1]:3000"];
        for origin in allowed.into_iter().chain(["https://school.example", "http://10.0.0.7:81"]) {
            assert!(lets_origin(&admission, &[origin]), "{origin}");
        }
        let refused =
            ["null", "http://localhost:3001", "https://localhost:3000", "http://school.example", ""];
        for origin in refused.into_iter().chain(["http://localhost:3000/", "http://x@localhost:3000", "a"]) {
            assert!(!lets_origin(&admission, &[origin]), "{origin}");
        }
        assert!(lets_origin(&admission, &[]));
        assert!(!lets_origin(&admission, &["http://localhost:3000", "http://localhost:3000"]));
        assert!(lets_host(&admission, &["school.example"]) && lets_host(&admission, &["10.0.0.7:81"]));
    }

    #[test]
    fn on_every_address_the_one_that_was_reached_counts() {
        let local = "192.168.1.5".parse().unwrap();
        let host = |admission: &Admission| {
            let headers = headers(header::HOST, &["192.168.1.5:3000"]);
            admission.host(&Uri::from_static("/ws"), &headers, local).is_ok()
        };
        assert!(host(&admission("0.0.0.0:3000", &[])));
        assert!(host(&admission("[::]:3000", &[])));
        assert!(!host(&admission("127.0.0.1:3000", &[])));
        let page = headers(header::ORIGIN, &["http://192.168.1.5:3000"]);
        assert!(admission("0.0.0.0:3000", &[]).origin(&page, local).is_ok());
        assert!(admission("127.0.0.1:3000", &[]).origin(&page, local).is_err());
    }

    #[test]
    fn what_is_no_origin_is_named() {
        let listen = "127.0.0.1:3000".parse().unwrap();
        for origin in ["school.example", "ftp://school.example", "https://", "https://a/b", "https://a:b"] {
            assert!(Admission::new(listen, &[origin.to_owned()]).is_err(), "{origin}");
        }
    }
}
