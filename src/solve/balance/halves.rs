//! Cuts of halves: a set R of classes and people gives Σ ⌊½·|R ∩ (set, person)|⌋ ≤ ⌊½·rhs(R)⌋ for every choice.
//!
//! Every class has its picks and every person one set; half the sum of some of these rows, rounded down on both sides,
//! holds for whole choices and cuts mixtures off where what is rounded off on the left is less than the half on the right.
//! Which rows to add is a matter of parity (Caprara, Fischetti, "{0,½}-Chvátal–Gomory cuts", Math. Programming 1996);
//! columns are eliminated the largest first (Koster, Zymolka, Kutschka, "Algorithms to separate {0,½}-cuts", 2009).

use std::collections::BTreeSet;

use super::super::random::Random;
use super::enumerate::Set;
use super::part::Part;

/// The classes and people whose rows are added.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cut {
    /// Positions among the classes, ascending.
    pub classes: Vec<usize>,
    /// Positions among the people, ascending.
    pub people: Vec<usize>,
}

impl Cut {
    /// What the person's set counts in it.
    pub fn coefficient(&self, person: usize, set: &Set) -> i64 {
        let inside = |it: &&(usize, i64)| self.classes.binary_search(&it.0).is_ok();
        let copies: i64 = set.copies.iter().filter(inside).map(|it| it.1).sum();
        (copies + i64::from(self.people.binary_search(&person).is_ok())) / 2
    }

    /// What these may be together.
    pub fn right(&self, part: &Part) -> i64 {
        let picks = self.classes.iter().map(|&class| part.classes[class].picks);
        (picks.sum::<i64>() + self.people.len() as i64) / 2
    }
}

/// What has less than this to give is no cut.
const LEAST: f64 = 0.02;
/// Cuts of one round, and orders of the columns that are tried for it.
const MOST: usize = 40;
const ORDERS: usize = 6;

/// A sum of rows by parity.
#[derive(Clone)]
struct Row {
    columns: Vec<u64>,
    members: Vec<u64>,
    is_odd: bool,
}

impl Row {
    fn add(&mut self, other: &Self) {
        for (mine, its) in self.columns.iter_mut().zip(&other.columns) {
            *mine ^= its;
        }
        for (mine, its) in self.members.iter_mut().zip(&other.members) {
            *mine ^= its;
        }
        self.is_odd ^= other.is_odd;
    }

    /// Twice what the cut lacks to being violated: 1 less what is rounded off on the left.
    fn violation(&self, shares: &[f64]) -> f64 {
        1.0 - ones(&self.columns)
            .map(|column| shares[column])
            .sum::<f64>()
    }
}

fn ones(bits: &[u64]) -> impl Iterator<Item = usize> + '_ {
    let word = |(at, &word): (usize, &u64)| {
        (0..64)
            .filter(move |bit| word >> bit & 1 == 1)
            .map(move |bit| 64 * at + bit)
    };
    bits.iter().enumerate().flat_map(word)
}

fn flip(bits: &mut [u64], at: usize) {
    bits[at / 64] ^= 1 << (at % 64);
}

/// Cuts that these shares of sets violate, the most violated first.
pub fn separate(part: &Part, shares: &[(usize, &Set, f64)], random: &mut Random) -> Vec<Cut> {
    let rows = rows(part, shares);
    let values: Vec<f64> = shares.iter().map(|share| share.2).collect();
    let mut found: Vec<(f64, Vec<u64>)> = Vec::new();
    let mut known = BTreeSet::new();
    for _ in 0..ORDERS {
        let mut order: Vec<(usize, f64)> = values
            .iter()
            .map(|value| value + random.below(100) as f64 / 500.0)
            .enumerate()
            .collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1));
        let mut rows = rows.clone();
        for (column, _) in order {
            let has = |row: &Row| row.columns[column / 64] >> (column % 64) & 1 == 1;
            let with = (0..rows.len()).filter(|&row| has(&rows[row]));
            let size = |row: usize| {
                rows[row]
                    .columns
                    .iter()
                    .map(|it| it.count_ones())
                    .sum::<u32>()
            };
            let Some(pivot) = with.min_by_key(|&row| (size(row), row)) else {
                continue;
            };
            let pivot = rows.swap_remove(pivot);
            for row in rows.iter_mut().filter(|row| has(row)) {
                row.add(&pivot);
                let violation = if row.is_odd {
                    row.violation(&values)
                } else {
                    0.0
                };
                if violation > LEAST && known.insert(row.members.clone()) {
                    found.push((violation, row.members.clone()));
                }
            }
        }
    }
    let size = |members: &Vec<u64>| members.iter().map(|it| it.count_ones()).sum::<u32>();
    found.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| size(&a.1).cmp(&size(&b.1)))
    });
    found.truncate(MOST);
    let classes = part.classes.len();
    let cut = |(_, members): (f64, Vec<u64>)| {
        let (mine, people): (Vec<usize>, Vec<usize>) = ones(&members).partition(|&it| it < classes);
        Cut {
            classes: mine,
            people: people.into_iter().map(|it| it - classes).collect(),
        }
    };
    found.into_iter().map(cut).collect()
}

/// The row of every class and of every person, by parity.
fn rows(part: &Part, shares: &[(usize, &Set, f64)]) -> Vec<Row> {
    let (classes, people) = (part.classes.len(), part.people.len());
    let words = |bits: usize| vec![0; bits.div_ceil(64)];
    let mut rows: Vec<Row> = (0..classes + people)
        .map(|row| {
            let mut members = words(classes + people);
            flip(&mut members, row);
            Row {
                columns: words(shares.len()),
                members,
                is_odd: part
                    .classes
                    .get(row)
                    .is_none_or(|class| class.picks % 2 == 1),
            }
        })
        .collect();
    for (column, (person, set, _)) in shares.iter().enumerate() {
        flip(&mut rows[classes + person].columns, column);
        for (class, _) in set.copies.iter().filter(|it| it.1 % 2 == 1) {
            flip(&mut rows[*class].columns, column);
        }
    }
    rows
}
