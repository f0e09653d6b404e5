//! The whole-system tests: the built page in a real browser, used as a person uses it.

mod opening;
