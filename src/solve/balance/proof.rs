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
    /// What shows more than these: only few sets are left, and cuts hold between them.
    pub within: Option<Within>,
}

/// A proof that no choice is better than a value, over the sets that a better one could use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Within {
    /// The value that is shown, unless a leaf bounds lower.
    pub value: i64,
    /// Cuts, each a set of rows.
    pub cuts: Vec<Rows>,
    /// Prices one after another, at each of which sets too dear for a better choice drop out; at the first without cuts.
    pub stages: Vec<Charges>,
    /// The tree of cases over what is left, as in [`PartProof::steps`].
    pub steps: Vec<Case>,
}

/// A cut: Σ over people of ⌊½·what their set has of these rows⌋ is at most ⌊½·what these rows ask for⌋.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// Positions among the part's classes, ascending.
    pub classes: Vec<u32>,
    /// Positions among the problem's loads, ascending.
    pub people: Vec<u32>,
}

/// Prices, and what a set is charged for its place in cuts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Charges {
    /// Everything is to be divided by this.
    pub denominator: i64,
    /// What one pick of each class pays.
    pub prices: Vec<i64>,
    /// Positions among the cuts, and what one unit in them costs: not negative.
    pub charges: Vec<(u32, i64)>,
}

/// One node of the tree of cases over few sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// Two cases: the person takes at most so many items of the class, or more.
    Split {
        /// Position among the part's classes.
        class: u32,
        /// Position among the problem's loads.
        person: u32,
        /// The most that the person takes in the first case.
        most: i64,
    },
    /// A leaf.
    Leaf(Charges),
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
