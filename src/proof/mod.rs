//! What proves a roster: prices of components, cases of branching, and the text file that carries them.
//!
//! It knows who and what the numbers are about; not how they are found, and not how they are checked.
//!
//! # The file
//! Text, one fact a line, words apart by one space:
//! ```text
//! recuse proof 4
//! tables SHA-256           of the facts read from the lists, as `facts` puts them
//! roster SHA-256           of the duties
//! component                demands that are bounded together; then
//! demand SITTING ROLE …    the sitting's number in the schedule (from 0), its date, class and subject
//! like SITTING ROLE …      one more of the same lot: all its demands pay one price, and splits count them together
//! level LEVEL              a block: what follows bounds this level of the objective, given the levels above it
//! split LOT MOST PERSON    two cases: the person has at most so many of the lot (its number in the component, from 0),
//!                          or more; the first case follows with all below it, then the second
//! divisor NUMBER           a case: the level counts so many times, so that all other numbers are whole
//! multiplier LEVEL NUMBER  so many times counts that level above it; levels that are not named count nothing
//! prices NUMBER …          what a seat of each lot pays
//! end SHA-256              of all lines above
//! ```
//! With D the divisor, μ the multipliers and π the prices, and c what a duty or an empty seat costs at a level, every roster of
//! the case has D·level + Σ μ·(levels above) ≥ Σ over seats min(π, cost of an empty one) + Σ over people of the least that any legal
//! set of duties can come to at costs D·c + Σ μ·c − π. The levels above at the roster's values, that bounds the level.
//! A level without a block has nothing that bounds it but 0.
//!
//! An answer that was found jointly for proctors and checkers has no components.

mod amounts;
mod cases;
mod digest;
mod facts;
mod flaw;
mod level;
mod read;
mod write;

use crate::domain::{PersonId, Spot};

pub use amounts::Amounts;
pub use cases::{Case, Limits, cases, stride};
pub use digest::{roster_digest, tables_digest};
pub use flaw::Flaw;
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
    /// What bounds it, level by level.
    pub blocks: Vec<Block>,
}

/// What bounds one level of a component, given the levels above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What is bounded.
    pub level: Level,
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
    /// A leaf, and what bounds it.
    Prices(Prices),
}

/// What bounds a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prices {
    /// How many times the level counts.
    pub divisor: i64,
    /// How many times levels above it count.
    pub multipliers: Vec<(Level, i128)>,
    /// What a seat of each lot pays whoever takes it.
    pub of_lots: Vec<i128>,
}
