//! The keeper against a link that does as it is told.
