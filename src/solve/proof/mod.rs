//! What was proven, said of people and sittings instead of positions.

mod lesson;
mod timed;
mod works;

use crate::domain::Spot;
use crate::proof::{Component, Level as Named, Proof};

use super::components;
use super::instance::Instance;
use super::levels::Level;
use super::timed::Solved;

pub use works::works;

/// The proof of a solved instance, in which no role bars another.
pub fn of(instance: &Instance, solved: &Solved) -> Proof {
    let components = components::time_bound(instance);
    let timed = components
        .iter()
        .map(|demands| timed(instance, demands, solved));
    let all = timed.chain(solved.works.iter().cloned());
    Proof {
        components: all.filter(|it| !it.lots.is_empty()).collect(),
    }
}

/// A time-bound component: every demand is a lot of its own.
fn timed(instance: &Instance, demands: &[usize], solved: &Solved) -> Component {
    let open = open(instance, demands);
    let spot = |&position: &usize| -> Vec<Spot> {
        let demand = &instance.demands[demands[position]];
        vec![(demand.sitting, demand.role)]
    };
    let certificates = solved.certificates.iter();
    let certificates = certificates.filter(|it| it.demands == demands);
    let priced = solved.priced.iter().filter(|it| it.demands == demands);
    Component {
        lots: open.iter().map(spot).collect(),
        blocks: certificates
            .flat_map(|it| timed::blocks(it, &open))
            .chain(priced.filter_map(|it| lesson::block(it, &open)))
            .collect(),
    }
}

/// Positions of the demands that are not settled: neither full by pins nor without candidates.
fn open(instance: &Instance, demands: &[usize]) -> Vec<usize> {
    let is_open = |&position: &usize| {
        let demand = &instance.demands[demands[position]];
        demand.seats > 0 && !demand.candidates.is_empty()
    };
    (0..demands.len()).filter(is_open).collect()
}

fn name(level: Level) -> Option<Named> {
    match level {
        Level::Unfilled(role) => Some(Named::Unfilled(role)),
        Level::Avoided(code) => Some(Named::Avoided(code)),
        Level::LessonsLost => Some(Named::LessonsLost),
        Level::LoadSquares(role) => Some(Named::LoadSquares(role)),
        Level::Changed | Level::LessonSquares(_) => None,
    }
}
