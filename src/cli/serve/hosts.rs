//! Under which names the server may be asked. A page of another site can give its name the
//! address of this machine (DNS rebinding); what a browser then asks here still has that
//! name in it.

use crate::words::said;
use hyper::http::request::Parts;
use hyper::http::uri::Authority;
use std::net::{IpAddr, SocketAddr};

/// The port that an address without one means.
const HTTP: u16 = 80;

/// The names of this server.
#[derive(Clone, Debug)]
pub struct Hosts {
    address: SocketAddr,
    /// Those that a proxy is known by: with any port, or with the one that is named.
    more: Vec<(String, Option<u16>)>,
}

/// The host of an authority, without the brackets of an address, and its port.
fn parts(authority: &Authority) -> (String, Option<u16>) {
    let host = authority.host().trim_start_matches('[');
    let host = host.trim_end_matches(']').to_ascii_lowercase();
    (host, authority.port_u16())
}

impl Hosts {
    /// Those of a server at an address, with these that a proxy is known by.
    ///
    /// # Errors
    /// Which of them is no name of a host.
    pub fn of(address: SocketAddr, more: &[String]) -> Result<Hosts, String> {
        let read = |name: &String| match name.parse::<Authority>() {
            Ok(authority) if !name.contains('@') => Ok(parts(&authority)),
            _ => Err(said("no-host-name", &[("name", &name)])),
        };
        let more = more.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Hosts { address, more })
    }

    /// The authority under which a request asks, where that is one of them.
    pub fn of_request(&self, request: &Parts) -> Option<Authority> {
        let mut named = request.headers.get_all(hyper::header::HOST).iter();
        let host = named.next()?.to_str().ok()?.parse::<Authority>().ok()?;
        let is_sound = named.next().is_none() && !host.as_str().contains('@');
        // An address with a scheme names the host once more.
        let same = request.uri.authority().is_none_or(|other| *other == host);
        (is_sound && same && self.may(&host)).then_some(host)
    }

    fn may(&self, authority: &Authority) -> bool {
        let (host, port) = parts(authority);
        let is_named = |(name, own): &(String, Option<u16>)| {
            *name == host && own.is_none_or(|own| port.unwrap_or(HTTP) == own)
        };
        if self.more.iter().any(is_named) {
            return true;
        }
        let bound = self.address.ip();
        let is_own = match host.parse::<IpAddr>() {
            // An address is no name that could lead elsewhere.
            Ok(ip) => ip == bound || bound.is_unspecified(),
            Err(_) => host == LOCALHOST && (bound.is_loopback() || bound.is_unspecified()),
        };
        is_own && port.unwrap_or(HTTP) == self.address.port()
    }
}

/// The name of this machine for itself.
const LOCALHOST: &str = "localhost";

/// Whether an authority is this machine's for itself, whoever asks.
pub fn is_loopback(authority: &Authority) -> bool {
    let (host, _) = parts(authority);
    let address = host.parse::<IpAddr>();
    address.map_or(host == LOCALHOST, |address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(address: &str, more: &[&str]) -> Hosts {
        let more: Vec<String> = more.iter().map(|it| (*it).to_owned()).collect();
        Hosts::of(address.parse().expect("an address"), &more).expect("names")
    }

    fn may(hosts: &Hosts, authority: &str) -> bool {
        authority.parse().is_ok_and(|it| hosts.may(&it))
    }

    #[test]
    fn a_name_that_is_not_its_own_is_refused() {
        let local = hosts("127.0.0.1:8080", &[]);
        for own in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080"] {
            assert!(may(&local, own), "{own}");
        }
        for other in [
            "evil.example:8080",
            "localhost.evil.example:8080",
            "127.0.0.1",
            "127.0.0.1:80",
            "localhost",
            "localhost.:8080",
            "10.0.0.1:8080",
            "2130706433:8080",
        ] {
            assert!(!may(&local, other), "{other}");
        }
        assert!(may(&hosts("[::1]:80", &[]), "[::1]"));
        let open = hosts("0.0.0.0:8080", &[]);
        assert!(may(&open, "10.0.0.1:8080") && may(&open, "localhost:8080"));
        assert!(!may(&open, "evil.example:8080"));
    }

    #[test]
    fn a_proxy_has_its_names() {
        let proxied = hosts("127.0.0.1:8080", &["memos.example", "other.example:8443"]);
        for own in ["memos.example", "memos.example:443", "other.example:8443"] {
            assert!(may(&proxied, own), "{own}");
        }
        assert!(!may(&proxied, "other.example"));
        for bad in ["a b", "http://a", "me@a", ""] {
            let named = Hosts::of("127.0.0.1:1".parse().expect("one"), &[bad.to_owned()]);
            assert!(named.is_err(), "{bad}");
        }
    }

    #[test]
    fn the_machine_knows_itself() {
        let of = |text: &str| text.parse().is_ok_and(|it| is_loopback(&it));
        assert!(of("localhost:1") && of("127.0.0.2:1") && of("[::1]:1"));
        assert!(!of("memos.example") && !of("10.0.0.1:1"));
    }
}
