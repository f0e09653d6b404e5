//! Parts of the page that come in files of their own, each loaded when it is first asked for: the first load is only
//! what shows a run in which nothing has happened yet.
//!
//! A chunk is a value, mostly of functions, that the page can only get out of the chunk's file. Whatever is reached through
//! it alone is put into that file by the program that splits the page. Without the feature `split` everything is there.

mod ahead;
mod waiting;

use std::fmt::{self, Debug, Formatter};
use std::pin::Pin;
use std::sync::OnceLock;

pub use ahead::fetch_ahead;
pub use waiting::waiting;

/// A part of the page. [`chunk!`] declares one.
pub struct Chunk<T: 'static> {
    parts: OnceLock<T>,
    source: Source<T>,
}

/// Where a chunk comes from.
pub enum Source<T> {
    /// It is in the page's own file.
    Here(fn() -> T),
    /// It is fetched.
    Afar(Need),
}

/// A chunk that has to be fetched.
#[derive(Clone, Copy)]
pub struct Need {
    /// What its file is called.
    pub name: &'static str,
    /// Fetches it. Once it is here, this changes nothing.
    pub fetch: fn() -> Fetching,
}

/// A fetch that is under way. Its failure is said on the browser's console; the next fetch tries anew.
pub type Fetching = Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>>;

/// The file could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

impl PartialEq for Need {
    fn eq(&self, other: &Need) -> bool {
        self.name == other.name
    }
}

impl Debug for Need {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl<T> Chunk<T> {
    /// A chunk that nobody has asked for yet.
    pub const fn new(source: Source<T>) -> Chunk<T> {
        Chunk { parts: OnceLock::new(), source }
    }

    /// What is in it, or else what has to be fetched first.
    pub fn get(&self) -> Result<&T, Need> {
        match &self.source {
            Source::Here(make) => Ok(self.parts.get_or_init(make)),
            Source::Afar(need) => self.parts.get().ok_or(*need),
        }
    }

    /// What is in it, fetched if need be.
    ///
    /// # Errors
    ///
    /// It could not be fetched.
    pub async fn fetched(&self) -> Result<&T, NotLoaded> {
        if let Err(need) = self.get() {
            (need.fetch)().await?;
        }
        self.get().map_err(|_| NotLoaded)
    }

    /// Makes what has come, and keeps it; once, however often it comes.
    pub fn keep(&self, make: fn() -> T) {
        self.parts.get_or_init(make);
    }
}

/// Declares a [`Chunk`]: its name, what kind of value is in it, what its file is called, and how the value is made.
#[cfg(not(feature = "split"))]
macro_rules! chunk {
    ($(#[$doc:meta])* $vis:vis $name:ident: $parts:ty = $file:ident($made:expr)) => {
        $(#[$doc])*
        $vis static $name: $crate::chunks::Chunk<$parts> =
            $crate::chunks::Chunk::new($crate::chunks::Source::Here(|| $made));
    };
}

/// Declares a [`Chunk`]: its name, what kind of value is in it, what its file is called, and how the value is made.
#[cfg(feature = "split")]
macro_rules! chunk {
    ($(#[$doc:meta])* $vis:vis $name:ident: $parts:ty = $file:ident($made:expr)) => {
        $(#[$doc])*
        $vis static $name: $crate::chunks::Chunk<$parts> = {
            fn made() -> $parts {
                $made
            }

            $crate::chunks::Chunk::new($crate::chunks::Source::Afar($crate::chunks::Need {
                name: stringify!($file),
                fetch: || {
                    #[wasm_split_helpers::wasm_split($file, fallible)]
                    fn $file() -> Result<fn() -> $parts, wasm_split_helpers::SplitLoaderError> {
                        Ok(made)
                    }

                    Box::pin(async {
                        let make = $file().await.map_err(|_| $crate::chunks::NotLoaded)?;
                        $name.keep(make);
                        Ok(())
                    })
                },
            }))
        };
    };
}

pub(crate) use chunk;
