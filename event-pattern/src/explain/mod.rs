//! Why: why nothing happened, why a state was lost, why a service leaves the key alone. Values without words, which
//! each shell puts into the words of its reader.

mod causes;
mod fate;
mod loss;
mod stance;

pub use causes::{causes, lost_line};
pub use fate::{Fate, Taken, fate};
pub use loss::{Loss, Missed, loss};
pub use stance::{Stance, stance};
