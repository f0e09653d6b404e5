//! What stands between the quotes of a checked string.

use std::borrow::Cow;

/// The string's bytes without escapes: UTF-8, but for half a surrogate pair, which stands as the three bytes that its
/// number would have. So two ways to write one name come out the same, and what is no text is no UTF-8.
pub(super) fn unescape(inner: &str) -> Cow<'_, [u8]> {
    let Some(first) = inner.find('\\') else { return Cow::Borrowed(inner.as_bytes()) };
    let mut bytes = inner.as_bytes()[..first].to_vec();
    let mut rest = &inner.as_bytes()[first..];
    while let [byte, tail @ ..] = rest {
        rest = tail;
        if *byte != b'\\' {
            bytes.push(*byte);
            continue;
        }
        let Some((escaped, tail)) = rest.split_first() else { break };
        rest = tail;
        match escaped {
            b'b' => bytes.push(8),
            b'f' => bytes.push(12),
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'u' => rest = unescape_unicode(rest, &mut bytes),
            other => bytes.push(*other),
        }
    }
    Cow::Owned(bytes)
}

/// The character whose four digits `rest` begins with, a pair of surrogates taken as one; what comes behind it.
fn unescape_unicode<'t>(rest: &'t [u8], bytes: &mut Vec<u8>) -> &'t [u8] {
    let Some((unit, rest)) = unit(rest) else { return rest };
    if let Some((low, tail)) = rest.strip_prefix(b"\\u").and_then(self::unit)
        && let Some(Ok(c)) = char::decode_utf16([unit, low]).next()
        && c.len_utf16() == 2
    {
        push(c, bytes);
        return tail;
    }
    match char::from_u32(u32::from(unit)) {
        Some(c) => push(c, bytes),
        None => bytes.extend([0xED, 0x80 | (unit >> 6 & 0x3F) as u8, 0x80 | (unit & 0x3F) as u8]),
    }
    rest
}

fn unit(digits: &[u8]) -> Option<(u16, &[u8])> {
    let (digits, rest) = digits.split_at_checked(4)?;
    let unit = u16::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()?;
    Some((unit, rest))
}

fn push(c: char, bytes: &mut Vec<u8>) {
    bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

/// Whether a name stands twice among these; they are put into another order.
pub(super) fn holds_doubles<N: Ord>(names: &mut [N]) -> bool {
    names.sort_unstable();
    names.windows(2).any(|pair| pair[0] == pair[1])
}
