//! What proves a roster: prices of components, cases of branching, and the text file that carries them.
//!
//! It knows who and what the numbers are about; not how they are found, and not how they are checked.
//!
//! # The file
//! Text, one fact a line, words apart by one space:
//! ```text
//! recuse proof 1
//! tables SHA-256           of the facts read from the lists
//! roster SHA-256           of the duties
//! component                time-bound demands that share people; then
//! weight NUMBER LEVEL      how levels add up to one number, the most important first
//! demand SITTING ROLE …    the sitting's number in the schedule (from 0), its date, class and subject
//! leaf                     a case; the decisions that make it:
//! has DEMAND PERSON        the person has that demand (its number in the component, from 0)
//! lacks DEMAND PERSON      or has it not
//! prices NUMBER …          what a seat of each demand pays, in 1/1024
//! works                    checkers who share sittings; then
//! class SITTING …          equal sittings
//! split CLASS MOST PERSON  two cases: at most so many of the class, or more; the first follows, then the second
//! case DIVISOR NUMBER …    a case bounded by these prices of a work of each class
//! empty                    a case that no choice reaches
//! end SHA-256              of all lines above
//! ```
//! An answer that was found jointly for proctors and checkers has neither components nor works.

mod digest;
mod level;
mod read;
mod write;

use crate::domain::{PersonId, Role, SittingId};

pub use digest::{roster_digest, tables_digest};
pub use level::Level;
pub use read::{Unreadable, read};
pub use write::write;

/// Prices in a file are multiples of one part in so many.
pub const SCALE: i128 = 1 << 10;

/// A proof, as far as there is one: demands that stand in no component or part are not certified.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// Time-bound demands.
    pub components: Vec<Component>,
    /// Checkers' works.
    pub parts: Vec<Part>,
}

/// Time-bound demands that share people among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Component {
    /// How levels become one number, the most important first.
    pub weights: Vec<(Level, i128)>,
    /// The demands.
    pub demands: Vec<(SittingId, Role)>,
    /// Cases that leave no roster out.
    pub leaves: Vec<Leaf>,
}

/// A decision of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fixing {
    /// Who.
    pub person: PersonId,
    /// Position among the component's demands.
    pub demand: usize,
    /// Has the person the demand?
    pub taken: bool,
}

/// A case, and the prices that bound it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaf {
    /// Decisions that make the case.
    pub fixed: Vec<Fixing>,
    /// What one seat of each demand pays, times [`SCALE`].
    pub prices: Vec<i128>,
}

/// Checkers' works that share people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// Sittings whose works and candidates are equal, together.
    pub classes: Vec<Vec<SittingId>>,
    /// The tree of cases from the root, the first case of a split before the second.
    pub steps: Vec<Step>,
}

/// A node of the tree of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Two cases.
    Split {
        /// Position among the classes.
        class: usize,
        /// Who takes at most so many of it, or more.
        person: PersonId,
        /// The most in the first case.
        most: u32,
    },
    /// A leaf, and the prices that bound it.
    Prices {
        /// All prices are to be divided by this.
        denominator: i64,
        /// What one pick of each class pays.
        prices: Vec<i64>,
    },
    /// A leaf that no choice reaches.
    Empty,
}
