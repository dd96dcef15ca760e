//! Better still: single duties handed over and pairs exchanged while that lowers the objective.
//!
//! Where levels 1–4 are proven already, this is level 5, lessons spread evenly, on the face of their best rosters.

use std::cmp::Reverse;

use crate::domain::{PersonId, Role};

use super::draft::{Draft, Move, Step};

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
        for role in Role::ALL.into_iter().filter(|role| role.is_time_bound()) {
            improved |= exchange_all(draft, role);
        }
    }
}

fn is_better(change: &Step) -> bool {
    *change < Step::NONE
}

/// Hands the duty to everyone in turn for whom that is better.
fn hand_over(draft: &mut Draft<'_>, duty: usize) -> bool {
    let demand = draft.demand(duty);
    let role = demand.role;
    let mut improved = false;
    for candidate in &demand.candidates {
        let (from, to) = (draft.holder(duty), candidate.person);
        // One duty less on one side and one more on the other: better if the loads were two apart or more, or, one
        // apart, if the lessons come nearer.
        let (load, other) = (draft.load(from, role), draft.load(to, role));
        let evens_out = other + 1 < load
            || other + 1 == load
                && draft.lessons(to, role) + demand.lessons < draft.lessons(from, role);
        if from != to && (evens_out || draft.duty_cost(duty, to) < draft.duty_cost(duty, from)) {
            improved |= draft.make(&[Move { duty, to }], is_better);
        }
    }
    improved
}

/// Exchanges longer duties of people with many lessons for shorter ones of people with few.
fn exchange_all(draft: &mut Draft<'_>, role: Role) -> bool {
    let lessons = |draft: &Draft<'_>, person| draft.lessons(person, role);
    let holds = |draft: &Draft<'_>, person| {
        let mut duties = draft.duties_of(person).iter();
        duties.any(|&duty| draft.demand(duty as usize).role == role)
    };
    let mut people: Vec<PersonId> = (0..draft.people()).map(PersonId::new).collect();
    people.retain(|&person| holds(draft, person));
    people.sort_by_key(|&person| (Reverse(lessons(draft, person)), person));
    let mut improved = false;
    for from in 0..people.len() {
        for to in (from + 1..people.len()).rev() {
            let (from, to) = (people[from], people[to]);
            // Lessons that differ by one or less cannot come nearer.
            if lessons(draft, from) > lessons(draft, to) + 1 {
                improved |= exchange(draft, role, (from, to));
            }
        }
    }
    improved
}

/// Exchanges duties of the two as long as that is better.
fn exchange(draft: &mut Draft<'_>, role: Role, (from, to): (PersonId, PersonId)) -> bool {
    let mut improved = false;
    'again: loop {
        let apart = i64::from(draft.lessons(from, role)) - i64::from(draft.lessons(to, role));
        for mine in 0..draft.duties_of(from).len() {
            let mine = draft.duties_of(from)[mine] as usize;
            let longer = draft.demand(mine);
            if longer.role != role || draft.duty_cost(mine, to).is_none() {
                continue;
            }
            for theirs in 0..draft.duties_of(to).len() {
                let theirs = draft.duties_of(to)[theirs] as usize;
                let shorter = draft.demand(theirs);
                let gain = i64::from(longer.lessons) - i64::from(shorter.lessons);
                if shorter.role != role || gain <= 0 || gain >= apart {
                    continue;
                }
                let moves = [
                    Move { duty: mine, to },
                    Move {
                        duty: theirs,
                        to: from,
                    },
                ];
                if draft.make(&moves, is_better) {
                    improved = true;
                    continue 'again;
                }
            }
        }
        return improved;
    }
}
