//! The engine keeps the specification: the table of its sentences, and what must hold for random scenarios.

#[path = "../cases/mod.rs"]
mod cases;
mod intervening;
#[path = "../naive/mod.rs"]
mod naive;
mod promises;
#[path = "../random/mod.rs"]
mod random;
mod reference;
mod support;
mod walking;
