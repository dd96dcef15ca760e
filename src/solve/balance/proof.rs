//! What proves a bound: prices, and where prices alone do not reach it, a tree of cases with prices for each.

/// A proof for every part of a problem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// Parts that share no person; people in none of them keep the load that they brought along.
    pub parts: Vec<PartProof>,
}

/// The proof for one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartProof {
    /// The part's items (positions in the problem), equal ones together.
    pub classes: Vec<Vec<u32>>,
    /// The tree of cases from the root: a split is followed by its first case and all below it, then the second.
    pub steps: Vec<Step>,
}

/// One node of the tree of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Two cases: the person takes at most so many items of the class, or more.
    Split {
        /// Position among the part's classes.
        class: u32,
        /// Position among the problem's loads.
        person: u32,
        /// The most that the person takes in the first case.
        most: u32,
    },
    /// A leaf, and the prices that bound it.
    Prices {
        /// All prices are to be divided by this.
        denominator: i64,
        /// What one pick of each class pays, times the denominator.
        prices: Vec<i64>,
    },
    /// A leaf that no choice reaches: some class has too few or too many picks left.
    Empty,
}
