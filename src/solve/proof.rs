//! What was proven, said of people and sittings instead of positions.

use crate::domain::{PersonId, SittingId};
use crate::proof::{self, Component, Part, Proof};

use super::balance;
use super::instance::Instance;
use super::levels::Level;
use super::prices::{Certificate, Leaf};
use super::timed::Solved;

/// The proof of a solved instance.
pub fn of(instance: &Instance, solved: &Solved) -> Proof {
    let component = |certificate| component(instance, certificate);
    Proof {
        components: solved.certificates.iter().map(component).collect(),
        parts: solved.parts.clone(),
    }
}

fn component(instance: &Instance, certificate: &Certificate) -> Component {
    let leaf = |leaf: &Leaf| proof::Leaf {
        fixed: leaf
            .fixed
            .iter()
            .map(|fixing| proof::Fixing {
                person: fixing.person,
                demand: fixing.demand as usize,
                taken: fixing.taken,
            })
            .collect(),
        prices: leaf.prices.clone(),
    };
    let demand = |&index: &usize| {
        (
            instance.demands[index].sitting,
            instance.demands[index].role,
        )
    };
    Component {
        weights: certificate
            .weights
            .digits()
            .filter_map(|(level, weight)| Some((named(level)?, weight)))
            .collect(),
        demands: certificate.demands.iter().map(demand).collect(),
        leaves: certificate.leaves.iter().map(leaf).collect(),
    }
}

fn named(level: Level) -> Option<proof::Level> {
    match level {
        Level::Unfilled(role) => Some(proof::Level::Unfilled(role)),
        Level::Avoided(code) => Some(proof::Level::Avoided(code)),
        Level::LessonsLost => Some(proof::Level::LessonsLost),
        Level::LoadSquares(role) => Some(proof::Level::LoadSquares(role)),
        Level::Changed | Level::LessonSquares(_) => None,
    }
}

/// Proofs of works: items are these sittings, loads those of these people.
pub fn parts(proof: &balance::Proof, sittings: &[SittingId], people: &[PersonId]) -> Vec<Part> {
    let step = |step: &balance::Step| match step {
        balance::Step::Split {
            class,
            person,
            most,
        } => proof::Step::Split {
            class: *class as usize,
            person: people[*person as usize],
            most: *most,
        },
        balance::Step::Prices {
            denominator,
            prices,
        } => proof::Step::Prices {
            denominator: *denominator,
            prices: prices.clone(),
        },
        balance::Step::Empty => proof::Step::Empty,
    };
    let part = |part: &balance::PartProof| Part {
        classes: part
            .classes
            .iter()
            .map(|items| items.iter().map(|&item| sittings[item as usize]).collect())
            .collect(),
        steps: part.steps.iter().map(step).collect(),
    };
    proof.parts.iter().map(part).collect()
}
