//! The proof of checkers' works: each part of the balance is a component, each class of equal items a lot.

use crate::domain::{PersonId, Role, SittingId};
use crate::proof::{Block, Component, Level, Limits, Prices, Step, cases};

use super::super::balance::{self, Balance, Item, PartProof};

const EMPTY: Level = Level::Unfilled(Role::Checker);
const SQUARES: Level = Level::LoadSquares(Role::Checker);

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
            blocks: vec![Block {
                level: SQUARES,
                steps: steps(problem, part, people),
            }],
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
    let step = |step: &balance::Step| match step {
        balance::Step::Split {
            class,
            person,
            most,
        } => Step::Split {
            lot: *class as usize,
            person: people[*person as usize],
            most: *most,
        },
        balance::Step::Prices {
            denominator,
            prices,
        } => Step::Prices(priced(
            *denominator,
            prices.iter().map(|&it| it.into()).collect(),
        )),
        balance::Step::Empty => Step::Prices(priced(1, Vec::new())),
    };
    let mut steps: Vec<Step> = part.steps.iter().map(step).collect();
    let limits = cases(&steps).into_iter().flatten().map(|case| case.limits);
    let limits: Vec<Limits> = limits.collect();
    let prices = steps.iter_mut().filter_map(|step| match step {
        Step::Split { .. } => None,
        Step::Prices(prices) => Some(prices),
    });
    let much = more_than_all(problem, &classes);
    for (prices, limits) in prices.zip(limits).filter(|it| it.0.of_lots.is_empty()) {
        let of_lots = impossible(&classes, &limits).into_iter();
        *prices = priced(1, of_lots.map(|it| it * much).collect());
    }
    steps
}

/// No seat is left empty: an empty one costs as much as anything is paid.
fn priced(divisor: i64, of_lots: Vec<i128>) -> Prices {
    let most = of_lots.iter().copied().max().unwrap_or(0).max(0);
    Prices {
        divisor,
        multipliers: vec![(EMPTY, most)],
        of_lots,
    }
}

/// More than the squares can grow by.
fn more_than_all(problem: &Balance, classes: &[(&Item, i64)]) -> i128 {
    let weigh = |&(item, copies): &(&Item, i64)| {
        i128::from(item.weight) * i128::from(item.picks) * i128::from(copies)
    };
    let works: i128 = classes.iter().map(weigh).sum();
    let before = problem.loads.iter().max().copied().unwrap_or(0);
    let weight = problem.weights.iter().max().copied().unwrap_or(1);
    i128::from(weight) * works * (2 * i128::from(before) + works) + 1
}

/// Signs of prices that show that a case leaves a class too few takers, or too many.
fn impossible(classes: &[(&Item, i64)], limits: &Limits) -> Vec<i128> {
    let price = |(lot, &(item, copies)): (usize, &(&Item, i64))| {
        let mine = || limits.iter().filter(|limit| limit.0.1 == lot);
        let fewest: i64 = mine().map(|limit| i64::from(limit.1.0)).sum();
        let most: i64 = mine().map(|limit| copies.min(limit.1.1.into())).sum();
        let others = item.options.len() as i64 - mine().count() as i64;
        let picks = i64::from(item.picks) * copies;
        match (most + others * copies < picks, fewest > picks) {
            (true, _) => 1,
            (_, true) => -1,
            _ => 0,
        }
    };
    classes.iter().enumerate().map(price).collect()
}
