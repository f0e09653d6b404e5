//! The built page: from a folder, or from inside the program. All of it lies in memory, and compressed beside it.

mod answer;
mod file;
mod policy;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Weak};

use axum::http::HeaderValue;
use bytes::Bytes;
use thiserror::Error;

pub(super) use answer::serve;
use file::File;

/// The page's first file.
const INDEX: &str = "index.html";

/// The files of the page by their addresses, and what a browser may do with them.
#[derive(Debug, Default)]
pub(super) struct Page {
    files: BTreeMap<String, Arc<File>>,
    policy: Option<HeaderValue>,
    may_be_framed: bool,
}

/// Why the page cannot be served.
#[derive(Debug, Error)]
pub enum PageError {
    /// The folder cannot be read.
    #[error("the page's folder {0}: {1}")]
    Folder(String, io::Error),
    /// The folder is another one.
    #[error("the page's folder {0} has no index.html; `cargo xtask build` makes one in dist/")]
    NoIndex(String),
    /// A page that may show this one in a frame is named in a way that no header can hold.
    #[error("{0:?} cannot be a frame's ancestor: name an origin, such as https://school.example")]
    Ancestor(String),
}

impl Page {
    /// Reads the page from a folder, or else takes the one inside the program, if there is one.
    pub(super) fn load(folder: Option<&Path>, ancestors: &[String]) -> Result<Page, PageError> {
        let mut contents = match folder {
            Some(folder) => read(folder)?,
            None => built_in(),
        };
        let Some(index) = contents.get_mut(INDEX) else { return Ok(Page::default()) };
        *index = served_by_a_bridge(index);
        let policy = policy::policy(&String::from_utf8_lossy(index), ancestors)?;
        let files: BTreeMap<_, _> = contents
            .into_iter()
            .map(|(name, content)| (name.clone(), Arc::new(File::new(&name, content))))
            .collect();
        // Compressing well takes a second or two: until then files go as they are.
        // A server that has ended meanwhile needs none of it.
        let later: Vec<_> = files.values().map(Arc::downgrade).collect();
        std::thread::spawn(move || later.iter().filter_map(Weak::upgrade).for_each(|file| file.compress()));
        Ok(Page { files, policy: Some(policy), may_be_framed: !ancestors.is_empty() })
    }

    fn file(&self, address: &str) -> Option<&Arc<File>> {
        let name = address.strip_prefix('/')?;
        self.files.get(if name.is_empty() { INDEX } else { name })
    }
}

/// Tells the page that a bridge serves it, and where from there the bridge is.
fn served_by_a_bridge(index: &Bytes) -> Bytes {
    const SIGN: &str = r#"<meta name="bridge" content="ws">"#;
    let text = String::from_utf8_lossy(index);
    // Both may be left out of a page.
    match text.find("</head>").or_else(|| text.find("<title")) {
        Some(place) => [&text[..place], SIGN, &text[place..]].concat().into(),
        None => index.clone(),
    }
}

/// Every file of a folder and the folders in it, by its name from there.
fn read(folder: &Path) -> Result<BTreeMap<String, Bytes>, PageError> {
    let name = folder.display().to_string();
    let mut contents = BTreeMap::new();
    read_into(folder, "", &mut contents).map_err(|error| PageError::Folder(name.clone(), error))?;
    if contents.contains_key(INDEX) { Ok(contents) } else { Err(PageError::NoIndex(name)) }
}

fn read_into(folder: &Path, prefix: &str, contents: &mut BTreeMap<String, Bytes>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let kind = entry.file_type()?;
        if name.starts_with('.') || kind.is_symlink() {
            // Nothing that was not meant for the page.
            continue;
        } else if kind.is_dir() {
            read_into(&entry.path(), &format!("{prefix}{name}/"), contents)?;
        } else {
            contents.insert(format!("{prefix}{name}"), fs::read(entry.path())?.into());
        }
    }
    Ok(())
}

#[cfg(feature = "page")]
fn built_in() -> BTreeMap<String, Bytes> {
    use rust_embed::RustEmbed;

    /// What `cargo xtask build` left in `dist/`.
    #[derive(RustEmbed)]
    #[folder = "$CARGO_MANIFEST_DIR/../dist"]
    struct Built;

    let content = |name: &str| Built::get(name).map(|file| Bytes::from(file.data.into_owned()));
    Built::iter().filter_map(|name| Some((name.to_string(), content(&name)?))).collect()
}

#[cfg(not(feature = "page"))]
fn built_in() -> BTreeMap<String, Bytes> {
    BTreeMap::new()
}
