//! Balancing unequal loads: every item adds its weight to so many of its options, and Σ load² shall be least, each square as
//! often as it weighs.
//!
//! Whole items make this NP-hard. The parts of a school are small, though, and prices prove them: each item pays its
//! price to whoever takes it, each person takes the set that is cheapest for them alone – a knapsack – and the sum is a
//! bound that no choice beats. With the best prices it equals the bound of column generation (Dantzig, Wolfe,
//! "Decomposition principle for linear programs", Operations Research 1960). What is left is closed by branching.
//!
//! It knows loads, weights and options; nothing of schools, roles or files.

mod branch;
mod choice;
mod descent;
mod knapsack;
mod master;
mod part;
mod pool;
mod prices;
mod proof;
mod ranges;
mod simplex;
mod sums;
mod tree;
mod trio;
mod verify;

#[cfg(test)]
mod tests;

use super::budget::Budget;
use part::Part;

pub use proof::{PartProof, Proof, Step};
pub use verify::verify;

/// Something to be done by `picks` of the options, each of whom takes on the weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Works of one pick.
    pub weight: u32,
    /// How many different options to pick; where there are fewer, all of them.
    pub picks: u32,
    /// Who may be picked, as ascending positions among the loads.
    pub options: Vec<u32>,
}

/// The problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Loads that people bring along.
    pub loads: Vec<u32>,
    /// What the square of each load weighs.
    pub weights: Vec<u32>,
    /// The items to give out.
    pub items: Vec<Item>,
}

/// A choice, and the proof of how good it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balanced {
    /// Picked options of every item, ascending.
    pub picked: Vec<Vec<u32>>,
    /// Weighted Σ load² of this choice.
    pub squares: i64,
    /// No choice has a smaller one.
    pub bound: i64,
    /// [`verify`] has found the proof good for the bound.
    pub certified: bool,
    /// What shows the bound.
    pub proof: Proof,
}

/// Balances every connected part on its own.
pub fn solve(problem: &Balance, budget: Budget<'_>) -> Balanced {
    let mut picked = vec![Vec::new(); problem.items.len()];
    let mut proof = Proof::default();
    for part in part::parts(problem) {
        let solved = branch::solve(&part, budget);
        for (class, counts) in part.classes.iter().zip(part.by_class(&solved.counts)) {
            deal(&part, class, counts, &mut picked);
        }
        proof.parts.push(solved.proof);
    }
    let squares = squares(problem, &picked);
    let verified = verify(problem, &proof);
    Balanced {
        picked,
        squares,
        bound: verified.unwrap_or(0),
        certified: verified.is_ok(),
        proof,
    }
}

/// Deals the copies of a class out to its items: nobody has more copies than there are items, so that a person's copies,
/// laid in a row round the items, fall on different ones.
fn deal(part: &Part, class: &part::Class, counts: &[i64], picked: &mut [Vec<u32>]) {
    let mut round = class.items.iter().cycle();
    for (&count, pair) in counts.iter().zip(&part.pairs[class.pairs.clone()]) {
        for _ in 0..count {
            if let Some(&item) = round.next() {
                picked[item].push(part.people[pair.person]);
            }
        }
    }
    class
        .items
        .iter()
        .for_each(|&item| picked[item].sort_unstable());
}

/// Weighted Σ load² of a choice.
fn squares(problem: &Balance, picked: &[Vec<u32>]) -> i64 {
    let mut loads: Vec<i128> = problem.loads.iter().map(|&load| i128::from(load)).collect();
    for (item, people) in problem.items.iter().zip(picked) {
        for &person in people {
            loads[person as usize] += i128::from(item.weight);
        }
    }
    let weights = problem.weights.iter().map(|&weight| i128::from(weight));
    weights
        .zip(loads)
        .map(|(weight, load)| weight * load * load)
        .sum::<i128>()
        .try_into()
        .unwrap_or(i64::MAX)
}
