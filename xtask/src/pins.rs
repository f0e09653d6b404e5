//! Every version and every outside name that the commands ask for, in one place. `tidy` finds a version that
//! strays into another file. The version of `wasm-bindgen` is not here: it is the one in `Cargo.lock`.

/// Trunk, which builds and serves the page. 0.22 wants a newer Rust than the project does.
pub(crate) const TRUNK: &str = "0.21.14";

/// The program that splits the page. It understands what its companion, the crate `wasm_split_helpers`, leaves in it.
pub(crate) const WASM_SPLIT: &str = "0.2.4";

/// axe-core, which looks for what a person with a disability would stumble over.
pub(crate) const AXE_CORE: &str = "4.14.1";

/// Mermaid, which draws the sequence diagrams that the page writes.
pub(crate) const MERMAID: &str = "12.3.0";

/// SimPy, the yardstick of `cargo xtask bench engine`.
pub(crate) const SIMPY: &str = "4.1.1";

/// NeXosim, the other one; a crate that only the bench builds.
pub(crate) const NEXOSIM: &str = "1.0.0";

/// redis-py, where it does not come with Debian.
pub(crate) const REDIS_PY: &str = "8.1.0";

/// The linker of Debian's LLVM that links wasm.
pub(crate) const DEBIAN_WASM_LINKER: &str = "wasm-ld-22";

/// Debian's current Rust, its library's sources, its clippy, and the linker.
pub(crate) const DEBIAN_RUST: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld-22"];

/// Debian's Chromium, the driver that belongs to it, and letters to write with: a bare container has none.
pub(crate) const DEBIAN_BROWSER: &[&str] = &["chromium", "chromium-driver", "fonts-dejavu-core"];

/// Debian's Redis and its client.
pub(crate) const DEBIAN_REDIS: &[&str] = &["redis-server", "redis-tools"];

/// Debian's webdis, the yardstick of `cargo xtask bench bridge`.
pub(crate) const DEBIAN_WEBDIS: &[&str] = &["webdis"];

/// Debian's redis-py, which brings Python.
pub(crate) const DEBIAN_REDIS_PY: &[&str] = &["python3-redis"];

/// Debian's npm, which brings Node.
pub(crate) const DEBIAN_NPM: &[&str] = &["npm"];

/// All pinned versions; `tidy` looks for them elsewhere. NeXosim's is not among them: much has a version of 1.0.0.
pub(crate) const VERSIONS: &[&str] = &[TRUNK, WASM_SPLIT, AXE_CORE, MERMAID, SIMPY, REDIS_PY];
