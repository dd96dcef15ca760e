//! Better still: single duties handed over and pairs exchanged while that lowers the objective.
//!
//! Where levels 1–4 are proven already, this is level 5, lessons spread evenly, on the face of their best rosters.

use std::cmp::Reverse;

use crate::domain::{PersonId, Role};

use super::draft::{Draft, Move, Step};

/// Hands over and exchanges time-bound duties until nothing helps any more, or `stop` says so.
pub fn descend(draft: &mut Draft<'_>, stop: &dyn Fn() -> bool) {
    // Only what somebody has whose duties have changed can be better than at the last look.
    let mut touched = vec![true; draft.people()];
    while touched.contains(&true) && !stop() {
        let mut next = vec![false; draft.people()];
        for duty in 0..draft.len() {
            if draft.demand(duty).role.is_time_bound() {
                hand_over(draft, duty, (&touched, &mut next));
            }
        }
        for role in Role::ALL.into_iter().filter(|role| role.is_time_bound()) {
            exchange_all(draft, role, (&touched, &mut next));
        }
        touched = next;
    }
}

/// Whose duties have changed since the last look, and since this one.
type Touched<'a> = (&'a [bool], &'a mut [bool]);

fn is_better(change: &Step) -> bool {
    *change < Step::NONE
}

/// Hands the duty to everyone in turn for whom that is better.
fn hand_over(draft: &mut Draft<'_>, duty: usize, (touched, next): Touched<'_>) {
    let demand = draft.demand(duty);
    let role = demand.role;
    let is_alike = draft.is_alike(duty);
    for candidate in &demand.candidates {
        let (from, to) = (draft.holder(duty), candidate.person);
        let is_new = |person: PersonId| touched[person.index()] || next[person.index()];
        if from == to || !is_new(from) && !is_new(to) {
            continue;
        }
        // One duty less on one side and one more on the other: better if the loads were two apart or more, or, one
        // apart, if the lessons come nearer.
        let (load, other) = (draft.load(from, role), draft.load(to, role));
        let evens_out = other + 1 < load
            || other + 1 == load
                && draft.lessons(to, role) + demand.lessons < draft.lessons(from, role);
        let is_cheaper = || draft.duty_cost(duty, to) < draft.duty_cost(duty, from);
        if (evens_out || !is_alike && is_cheaper()) && draft.make(&[Move { duty, to }], is_better) {
            next[from.index()] = true;
            next[to.index()] = true;
        }
    }
}

/// Exchanges longer duties of people with many lessons for shorter ones of people with few.
fn exchange_all(draft: &mut Draft<'_>, role: Role, (touched, next): Touched<'_>) {
    let lessons = |draft: &Draft<'_>, person| draft.lessons(person, role);
    let holds = |draft: &Draft<'_>, person| {
        let mut duties = draft.duties_of(person).iter();
        duties.any(|&duty| draft.demand(duty as usize).role == role)
    };
    let mut people: Vec<PersonId> = (0..draft.people()).map(PersonId::new).collect();
    people.retain(|&person| holds(draft, person));
    people.sort_by_key(|&person| (Reverse(lessons(draft, person)), person));
    for from in 0..people.len() {
        for to in (from + 1..people.len()).rev() {
            let (from, to) = (people[from], people[to]);
            let is_new = |person: PersonId| touched[person.index()] || next[person.index()];
            // Lessons that differ by one or less cannot come nearer.
            if lessons(draft, from) > lessons(draft, to) + 1
                && (is_new(from) || is_new(to))
                && exchange(draft, role, (from, to))
            {
                next[from.index()] = true;
                next[to.index()] = true;
            }
        }
    }
}

/// Exchanges duties of the two as long as that is better.
fn exchange(draft: &mut Draft<'_>, role: Role, (from, to): (PersonId, PersonId)) -> bool {
    let mut improved = false;
    'again: loop {
        let apart = i64::from(draft.lessons(from, role)) - i64::from(draft.lessons(to, role));
        for mine in 0..draft.duties_of(from).len() {
            let mine = draft.duties_of(from)[mine] as usize;
            let longer = draft.demand(mine);
            if longer.role != role || !draft.may(mine, to) {
                continue;
            }
            for theirs in 0..draft.duties_of(to).len() {
                let theirs = draft.duties_of(to)[theirs] as usize;
                let shorter = draft.demand(theirs);
                let gain = i64::from(longer.lessons) - i64::from(shorter.lessons);
                if shorter.role != role || gain <= 0 || gain >= apart || !draft.may(theirs, from) {
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
