//! One file of the page: its type, its tag, and its content in every way in which a browser takes it.

use std::io::Write;
use std::sync::OnceLock;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// Below this a compressed file is no quicker.
const WORTH_IT: usize = 512;
/// Brotli's best.
const QUALITY: u32 = 11;
/// Brotli's window: 4 MiB, more than the page.
const WINDOW: u32 = 22;
/// Digits of a hash in a file's name: of the parts that are loaded on demand, and of Trunk's own.
const HASHES: [usize; 2] = [8, 16];

/// A file in memory.
#[derive(Debug)]
pub(super) struct File {
    pub(super) kind: &'static str,
    /// The name changes with the content: it can be kept for good.
    pub(super) is_hashed: bool,
    /// Names the content.
    pub(super) tag: String,
    plain: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

impl File {
    pub(super) fn new(name: &str, plain: Bytes) -> File {
        let digest = Sha256::digest(&plain);
        File {
            kind: kind(name),
            is_hashed: is_hashed(name),
            tag: URL_SAFE_NO_PAD.encode(&digest[..12]),
            plain,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// Makes the compressed contents, where they are smaller.
    pub(super) fn compress(&self) {
        if self.plain.len() < WORTH_IT || self.kind.starts_with("image/png") {
            return;
        }
        let smaller = |made: Option<Vec<u8>>| made.filter(|made| made.len() < self.plain.len());
        if let Some(made) = smaller(gzip(&self.plain)) {
            let _ = self.gzip.set(made.into());
        }
        if let Some(made) = smaller(brotli(&self.plain)) {
            let _ = self.brotli.set(made.into());
        }
    }

    /// The smallest content that the client takes, and what it is called in `Content-Encoding`.
    pub(super) fn content(&self, accepted: &str) -> (Bytes, Option<&'static str>) {
        let ways = [("br", &self.brotli), ("gzip", &self.gzip)];
        let found = ways
            .iter()
            .find_map(|(name, content)| Some((content.get()?, *name)).filter(|_| takes(accepted, name)));
        found.map_or((self.plain.clone(), None), |(content, name)| (content.clone(), Some(name)))
    }
}

/// Whether an `Accept-Encoding` names this one, and does not rule it out.
fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_ok_and(|weight| weight > 0.0)
    })
}

fn brotli(plain: &[u8]) -> Option<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, WINDOW);
    writer.write_all(plain).ok()?;
    writer.flush().ok()?;
    Some(writer.into_inner())
}

fn gzip(plain: &[u8]) -> Option<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(plain).ok()?;
    writer.finish().ok()
}

/// `frontend-39e3d674238248d9_bg.wasm`, `lab-39e3d674.wasm`: so many digits behind a hyphen.
fn is_hashed(name: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    name.rsplit_once('-').is_some_and(|(_, rest)| {
        let digits = rest.chars().take_while(|&c| is_digit(c)).count();
        HASHES.contains(&digits) && rest[digits..].starts_with(['.', '_'])
    })
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn trunk_s_hashed_names_are_known() {
        for name in [
            "frontend-39e3d674238248d9_bg.wasm",
            "frontend-39e3d674238248d9.js",
            "a/icon-c5c5c8dc38dd370c.svg",
        ] {
            assert!(is_hashed(name), "{name}");
        }
        for name in
            ["index.html", "a-b.js", "x-39e3d674238248d.js", "x-39e3d674238248d9a.js", "x-39e3d674238248d9"]
        {
            assert!(!is_hashed(name), "{name}");
        }
    }

    #[test]
    fn what_a_client_takes_is_what_it_gets() {
        let text = "the same again and again, ".repeat(100);
        let file = File::new("a.js", text.clone().into());
        assert_eq!(file.content("br, gzip"), (text.clone().into(), None));
        file.compress();
        let (content, encoding) = file.content("gzip, deflate, br;q=0.5");
        assert_eq!(encoding, Some("br"));
        let mut back = String::new();
        brotli::Decompressor::new(&content[..], 4096).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        let (content, encoding) = file.content("br;q=0, gzip");
        assert_eq!(encoding, Some("gzip"));
        back.clear();
        flate2::read::GzDecoder::new(&content[..]).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        assert_eq!(file.content("identity, gzip;q=0.0").1, None);
        assert_eq!(file.content("").1, None);
    }
}
