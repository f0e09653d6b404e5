//! Brotli, as a host compresses files once and ahead of time: the best quality that there is.

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

const QUALITY: i32 = 11;

/// The compressed text.
pub(super) fn brotli(mut text: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: QUALITY, size_hint: text.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut text, &mut compressed, &parameters).context("brotli")?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_compressed_comes_back() {
        let text = "one and the same line\n".repeat(1_000);
        let compressed = brotli(text.as_bytes()).unwrap();
        assert!(compressed.len() < 100, "{}", compressed.len());
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut compressed.as_slice(), &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }
}
