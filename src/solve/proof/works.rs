//! The proof of checkers' works: each part of the balance is a component, each class of equal items a lot.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, SittingId};
use crate::proof::{Amounts, Component, Level, Step};

use super::super::balance::{self, Balance, Item, PartProof};

const EMPTY: Level = Level::Unfilled(Role::Checker);
const SQUARES: Level = Level::LoadSquares(Role::Checker);

/// Fewest and most copies of a class that a person has in a case.
type Limits = BTreeMap<(usize, u32), (i64, i64)>;

/// Components of a balance whose items are these sittings, and its loads those of these people.
pub fn works(
    (problem, proof): (&Balance, &balance::Proof),
    sittings: &[SittingId],
    people: &[PersonId],
) -> Vec<Component> {
    let component = |part: &PartProof| {
        let spot = |&item: &u32| (sittings[item as usize], Role::Checker);
        let lot = |items: &Vec<u32>| items.iter().map(spot).collect();
        Component {
            lots: part.classes.iter().map(lot).collect(),
            steps: steps(problem, part, people),
        }
    };
    proof.parts.iter().map(component).collect()
}

fn steps(problem: &Balance, part: &PartProof, people: &[PersonId]) -> Vec<Step> {
    let first = |class: &Vec<u32>| &problem.items[class[0] as usize];
    let classes: Vec<(&Item, i64)> = part
        .classes
        .iter()
        .map(|class| (first(class), class.len() as i64))
        .collect();
    let mut cases = vec![Limits::new()];
    let step = |step: &balance::Step| {
        let mut limits = cases.pop().unwrap_or_default();
        match step {
            balance::Step::Split {
                class,
                person,
                most,
            } => {
                let (lot, most_copies) = (*class as usize, i64::from(*most));
                let limit = limits.entry((lot, *person));
                let limit = limit.or_insert((0, classes[lot].1));
                let (fewest, all) = *limit;
                limit.1 = all.min(most_copies);
                let mut above = limits.clone();
                above.insert((lot, *person), (fewest.max(most_copies + 1), all));
                cases.extend([above, limits]);
                Step::Split {
                    lot,
                    person: people[*person as usize],
                    most: *most,
                }
            }
            balance::Step::Prices {
                denominator,
                prices,
            } => Step::Prices {
                divisor: *denominator as u32,
                prices: prices
                    .iter()
                    .map(|&price| Amounts::at(SQUARES, price.into()))
                    .collect(),
            },
            balance::Step::Empty => impossible(&classes, &limits),
        }
    };
    part.steps.iter().map(step).collect()
}

/// Prices that show that a case leaves a class too few takers, or too many: a seat that pays, or costs, as much as an
/// empty one.
fn impossible(classes: &[(&Item, i64)], limits: &Limits) -> Step {
    let empty = |seats| Amounts::at(EMPTY, seats);
    let price = |(lot, &(item, copies)): (usize, &(&Item, i64))| {
        let mine = || limits.iter().filter(|limit| limit.0.0 == lot);
        let fewest: i64 = mine().map(|limit| limit.1.0).sum();
        let most: i64 = mine().map(|limit| limit.1.1).sum();
        let others = item.options.len() as i64 - mine().count() as i64;
        let picks = i64::from(item.picks) * copies;
        match (most + others * copies < picks, fewest > picks) {
            (true, _) => empty(1),
            (_, true) => empty(-1),
            _ => Amounts::NONE,
        }
    };
    Step::Prices {
        divisor: 1,
        prices: classes.iter().enumerate().map(price).collect(),
    }
}
