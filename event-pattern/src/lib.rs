//! The event pattern, pure.
