//! What proves a roster: prices of components, cases of branching, and the text file that carries them.
//!
//! It knows who and what the numbers are about; not how they are found, and not how they are checked.
//!
//! # The file
//! Text, one fact a line, words apart by one space:
//! ```text
//! recuse proof 3
//! tables SHA-256           of the facts read from the lists, as `facts` puts them
//! roster SHA-256           of the duties
//! component                demands that are bounded together; then
//! demand SITTING ROLE …    the sitting's number in the schedule (from 0), its date, class and subject
//! like SITTING ROLE …      one more of the same lot: all its demands pay one price, and splits count them together
//! split LOT MOST PERSON    two cases: the person has at most so many of the lot (its number in the component, from 0),
//!                          or more; the first case follows with all below it, then the second
//! prices DIVISOR           a case; what a seat of each lot pays follows, all divided by this number
//! at LEVEL NUMBER …        for every lot, what it pays at that level of the objective; else nothing
//! end SHA-256              of all lines above
//! ```
//! An answer that was found jointly for proctors and checkers has no components.

mod amounts;
mod cases;
mod digest;
mod facts;
mod level;
mod read;
mod write;

use crate::domain::{PersonId, Spot};

pub use amounts::Amounts;
pub use cases::{Case, Limits, cases};
pub use digest::{roster_digest, tables_digest};
pub use level::Level;
pub use read::{Unreadable, read};
pub use write::write;

/// A proof, as far as there is one: demands that stand in no component are not certified.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// Nobody has duties of one role in two of them.
    pub components: Vec<Component>,
}

/// Demands that are bounded together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Component {
    /// Demands that pay one price. Only works of checkers share a lot.
    pub lots: Vec<Vec<Spot>>,
    /// The tree of cases from the root, the first case of a split before the second.
    pub steps: Vec<Step>,
}

/// A node of the tree of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Two cases.
    Split {
        /// Position among the lots.
        lot: usize,
        /// Who has at most so many of the lot, or more.
        person: PersonId,
        /// The most in the first case.
        most: u32,
    },
    /// A leaf, and the prices that bound it.
    Prices {
        /// All prices are to be divided by this.
        divisor: i64,
        /// What a seat of each lot pays whoever takes it; small enough in a file that sums fit.
        prices: Vec<Amounts>,
    },
}
