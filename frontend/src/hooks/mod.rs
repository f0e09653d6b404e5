//! Hooks that several areas share.

mod contexts;
mod effect;
mod use_act;
mod use_chosen;
mod use_kept_focus;
mod use_lanes;
mod use_live;
mod use_page;
mod use_roving;

pub use contexts::{Surroundings, use_arrivals, use_conductor, use_dispatch, use_surroundings};
pub use effect::{use_effect_always, use_effect_on};
pub use use_act::use_act;
pub use use_chosen::use_chosen;
pub use use_kept_focus::use_kept_focus;
pub use use_lanes::use_lanes;
pub use use_live::use_live;
pub use use_page::use_page;
pub use use_roving::{Roving, use_roving};
