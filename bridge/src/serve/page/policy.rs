//! What the page may do: its own files and nothing else; of what stands in `index.html` itself, exactly that, by its hash.

use axum::http::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::PageError;

/// The Content-Security-Policy of a page with this first file.
///
/// The page places its nodes with style attributes; whoever could add one could not run a script by it. It may connect to
/// any bridge that a person names: the other bridge asks for its origin.
pub(super) fn policy(index: &str, ancestors: &[String]) -> Result<HeaderValue, PageError> {
    let (scripts, styles) = (hashes(index, "script"), hashes(index, "style"));
    let mut frames = String::new();
    for ancestor in ancestors {
        let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, ';' | ',' | '\'' | '"');
        if ancestor.is_empty() || !ancestor.chars().all(is_plain) {
            return Err(PageError::Ancestor(ancestor.clone()));
        }
        frames.push(' ');
        frames.push_str(ancestor);
    }
    let frames = if frames.is_empty() { " 'none'" } else { &frames };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; \
         connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; frame-ancestors{frames}"
    );
    HeaderValue::try_from(policy).map_err(|_| PageError::Ancestor(frames.to_owned()))
}

fn hashes(index: &str, element: &str) -> String {
    let hash = |text: &str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    inline(index, element).map(hash).collect()
}

/// The texts of the elements of this name; those that only name a file are left out.
fn inline<'a>(index: &'a str, element: &str) -> impl Iterator<Item = &'a str> {
    let (opening, closing) = (format!("<{element}"), format!("</{element}>"));
    let rests: Vec<&str> =
        index.match_indices(&opening).map(|(place, _)| &index[place + opening.len()..]).collect();
    rests.into_iter().filter_map(move |rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once(closing.as_str())?;
        let is_this = attributes.is_empty() || attributes.starts_with(|c: char| c.is_ascii_whitespace());
        (is_this && !attributes.contains("src=")).then_some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_page_is_allowed_by_its_hash_and_nothing_else() {
        let index = "<style>a{}</style><script src=x.js></script><script type=module>go()</script>";
        let policy = policy(index, &[]).unwrap();
        let policy = policy.to_str().unwrap();
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        assert!(
            policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {};", hash("go()"))),
            "{policy}"
        );
        assert!(policy.contains(&format!("style-src 'self' {};", hash("a{}"))), "{policy}");
        assert!(policy.ends_with("frame-ancestors 'none'"), "{policy}");
    }

    #[test]
    fn a_school_s_platform_may_show_the_page() {
        let ancestors = ["https://moodle.example".to_owned(), "'self'".to_owned()];
        let policy_with = |ancestors: &[String]| policy("", ancestors);
        let header = policy_with(&ancestors[..1]).unwrap();
        assert!(header.to_str().unwrap().ends_with("frame-ancestors https://moodle.example"));
        for wrong in ["", "a; script-src *", "a b", "ü"] {
            assert!(policy_with(&[wrong.to_owned()]).is_err(), "{wrong:?}");
        }
    }
}
