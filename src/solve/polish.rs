//! Better still: single duties handed over and pairs exchanged while that lowers the objective.
//!
//! Where levels 1–4 are proven already, this is level 5, lessons spread evenly, on the face of their best rosters.

use crate::domain::PersonId;

use super::draft::{Draft, Move};
use super::levels::Levels;

/// Hands over and exchanges time-bound duties until nothing helps any more, or `stop` says so.
pub fn descend(draft: &mut Draft<'_>, stop: &dyn Fn() -> bool) {
    let mut improved = true;
    while improved && !stop() {
        improved = false;
        for duty in 0..draft.len() {
            if draft.demand(duty).role.is_time_bound() {
                improved |= hand_over(draft, duty);
            }
        }
        for duty in 0..draft.len() {
            if draft.demand(duty).role.is_time_bound() {
                improved |= exchange(draft, duty);
            }
        }
    }
}

fn is_better(change: &Levels) -> bool {
    *change < Levels::default()
}

fn hand_over(draft: &mut Draft<'_>, duty: usize) -> bool {
    let demand = draft.demand(duty);
    let role = demand.role;
    let mut improved = false;
    for candidate in &demand.candidates {
        let (from, to) = (draft.holder(duty), candidate.person);
        let unloads = draft.load(to, role) < draft.load(from, role);
        let cheaper = demand
            .candidate(from)
            .is_some_and(|holder| candidate.levels() < holder.levels());
        if from != to && (unloads || cheaper) {
            improved |= draft.make(&[Move { duty, to }], is_better);
        }
    }
    improved
}

fn exchange(draft: &mut Draft<'_>, duty: usize) -> bool {
    let demand = draft.demand(duty);
    let role = demand.role;
    let mut improved = false;
    for other in duty + 1..draft.len() {
        let second = draft.demand(other);
        let (p, q) = (draft.holder(duty), draft.holder(other));
        if second.role != role || second.lessons == demand.lessons || p == q {
            continue;
        }
        let lessons = |person: PersonId| i64::from(draft.lessons(person, role));
        let gain = i64::from(demand.lessons) - i64::from(second.lessons);
        if gain * (lessons(q) - lessons(p) + gain) < 0 {
            let moves = [Move { duty, to: q }, Move { duty: other, to: p }];
            improved |= draft.make(&moves, is_better);
        }
    }
    improved
}
