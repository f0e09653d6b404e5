//! As much of HTTP/1.1 as a browser needs that fetches files: requests without a body, answers with a length.

use super::asset::Assets;
use anyhow::{Result, bail};
use std::io::{BufRead, Read, Write};

/// Longer than any browser's request for a file.
const LONGEST_HEAD: u64 = 16 * 1024;

/// What matters of a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Without its query, and without the slash that it begins with.
    pub(super) path: String,
    pub(super) method: Method,
    pub(super) accepts: Coding,
    pub(super) keeps_connection: bool,
}

/// What can be asked of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
    Other,
}

/// How a body may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    Brotli,
}

/// The next request, none when the browser has closed the connection.
pub(super) fn read(reader: &mut impl BufRead) -> Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let Some(first) = line(&mut head)? else {
        return Ok(None);
    };
    let mut words = first.split(' ');
    let (Some(method), Some(target), Some("HTTP/1.1")) = (words.next(), words.next(), words.next()) else {
        bail!("not a request of HTTP/1.1: {first}");
    };
    let mut request = Request {
        path: target.split('?').next().unwrap_or_default().trim_start_matches('/').to_owned(),
        method: match method {
            "GET" => Method::Get,
            "HEAD" => Method::Head,
            _ => Method::Other,
        },
        accepts: Coding::Plain,
        // A body is not read, so nothing that follows one can be.
        keeps_connection: matches!(method, "GET" | "HEAD"),
    };
    loop {
        match line(&mut head)? {
            None => bail!("a request without an end"),
            Some(field) if field.is_empty() => return Ok(Some(request)),
            Some(field) => heed(&mut request, &field.to_ascii_lowercase()),
        }
    }
}

/// Writes the answer.
pub(super) fn answer(to: &mut impl Write, request: &Request, assets: &Assets) -> Result<()> {
    let (status, fields, body) = match (request.method, assets.find(&request.path)) {
        (Method::Other, _) => ("405 Method Not Allowed", "Allow: GET, HEAD\r\n".to_owned(), &[][..]),
        (_, None) => ("404 Not Found", String::new(), &[][..]),
        (_, Some(asset)) => {
            let (body, coding) = match (&asset.brotli, request.accepts) {
                (Some(brotli), Coding::Brotli) => (brotli, "Content-Encoding: br\r\n"),
                _ => (&asset.plain, ""),
            };
            let fields = format!(
                "Content-Type: {}\r\nCache-Control: {}\r\nVary: Accept-Encoding\r\n{coding}",
                asset.content_type, asset.caching
            );
            ("200 OK", fields, body.as_slice())
        }
    };
    let mut message =
        format!("HTTP/1.1 {status}\r\n{fields}Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    if request.method != Method::Head {
        message.extend_from_slice(body);
    }
    Ok(to.write_all(&message)?)
}

fn heed(request: &mut Request, field: &str) {
    match field.split_once(':').map(|(name, value)| (name, value.trim())) {
        Some(("accept-encoding", value)) if value.split(',').any(|coding| coding.trim() == "br") => {
            request.accepts = Coding::Brotli;
        }
        Some(("connection", "close")) => request.keeps_connection = false,
        _ => {}
    }
}

/// A line without its end, none where there is no more.
fn line(from: &mut impl BufRead) -> Result<Option<String>> {
    let mut line = String::new();
    if from.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    Ok(Some(line.trim_end().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(request: &str) -> String {
        let page = "a page that is worth compressing ".repeat(10);
        let assets = Assets::with(&[("index.html", &page), ("a-0123456789abcdef.js", "x")]).unwrap();
        let request = read(&mut request.as_bytes()).unwrap().unwrap();
        let mut message = Vec::new();
        answer(&mut message, &request, &assets).unwrap();
        String::from_utf8_lossy(&message).into_owned()
    }

    #[test]
    fn the_page_comes_compressed_to_whom_accepts_it() {
        let compressed = answered("GET /?x=1 HTTP/1.1\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n");
        assert!(compressed.contains("Content-Encoding: br\r\n") && !compressed.contains("worth"));
        assert!(compressed.contains("Content-Type: text/html; charset=utf-8\r\nCache-Control: no-cache\r\n"));
        let plain = answered("GET / HTTP/1.1\r\n\r\n");
        assert!(!plain.contains("Content-Encoding") && plain.contains("Content-Length: 330\r\n"));
    }

    #[test]
    fn a_name_with_a_hash_is_kept_for_long() {
        assert!(answered("GET /a-0123456789abcdef.js HTTP/1.1\r\n\r\n").contains("immutable"));
    }

    #[test]
    fn a_head_has_no_body_and_a_post_no_answer() {
        assert!(answered("HEAD / HTTP/1.1\r\n\r\n").ends_with("Content-Length: 330\r\n\r\n"));
        assert!(answered("POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405"));
        assert!(answered("GET /../Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn what_has_no_end_or_no_sense_is_refused() {
        assert!(read(&mut &b"GET / HTTP/1.1\r\n"[..]).is_err());
        assert!(read(&mut &b"hello\r\n\r\n"[..]).is_err());
        assert!(read(&mut "a".repeat(20_000).as_bytes()).is_err());
        assert_eq!(read(&mut &b""[..]).unwrap(), None);
    }
}
