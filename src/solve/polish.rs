//! Better still: single duties handed over and pairs exchanged while that lowers the objective.
//!
//! Where levels 1–4 are proven already, this is level 5, lessons spread evenly, on the face of their best rosters.

use crate::domain::{PersonId, Role, RoleSet};

use super::draft::{Draft, Move, Step};
use super::levels::{Level, Levels};

/// All time-bound roles.
pub const ALL: RoleSet = RoleSet::of(&[Role::Proctor, Role::Observer, Role::Assistant]);

/// The roles in which a roster of this value could be better: all where levels 1–4 are open, else those whose level 5 is.
pub fn open(value: &Levels, bound: &Levels) -> RoleSet {
    let is_open = |&role: &Role| {
        let level = Level::LessonSquares(role);
        value.deciding() != bound.deciding() || value.get(level) != bound.get(level)
    };
    ALL.iter()
        .filter(is_open)
        .fold(RoleSet::default(), RoleSet::with)
}

/// Hands over and exchanges duties of time-bound roles until nothing helps any more, or `stop` says so.
pub fn descend(draft: &mut Draft<'_>, roles: RoleSet, stop: &dyn Fn() -> bool) {
    // Only what somebody has whose duties have changed can be better than at the last look.
    let mut touched = vec![true; draft.people()];
    while touched.contains(&true) && !stop() {
        let mut next = vec![false; draft.people()];
        for duty in 0..draft.len() {
            if roles.contains(draft.demand(duty).role) {
                hand_over(draft, duty, (&touched, &mut next));
            }
        }
        for role in roles.iter() {
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
    let amounts =
        |draft: &Draft<'_>, person| (draft.load(person, role), draft.lessons(person, role));
    let mut from = draft.holder(duty);
    let (mut load, mut lessons) = amounts(draft, from);
    for candidate in &demand.candidates {
        let to = candidate.person;
        // One duty less on one side and one more on the other: better if the loads were two apart or more, or, one
        // apart, if the lessons come nearer.
        let (other, fewer) = amounts(draft, to);
        let evens_out = other + 1 < load || other + 1 == load && fewer + demand.lessons < lessons;
        let is_new = |person: PersonId| touched[person.index()] || next[person.index()];
        if (evens_out && draft.is_no_dearer(duty, to) || draft.is_cheaper(duty, to))
            && (is_new(from) || is_new(to))
            && draft.fits(duty, to, None)
            && draft.make(&[Move { duty, to }], is_better)
        {
            next[from.index()] = true;
            next[to.index()] = true;
            from = to;
            (load, lessons) = amounts(draft, from);
        }
    }
}

/// Exchanges longer duties of people with many lessons for shorter ones of people with few.
fn exchange_all(draft: &mut Draft<'_>, role: Role, (touched, next): Touched<'_>) {
    let holds = |draft: &Draft<'_>, person| {
        let mut duties = draft.duties_of(person).iter();
        duties.any(|&duty| draft.demand(duty as usize).role == role)
    };
    let mut people: Vec<PersonId> = (0..draft.people()).map(PersonId::new).collect();
    people.retain(|&person| holds(draft, person));
    people.sort_by_cached_key(|&person| (draft.lessons(person, role), person));
    for longer in 0..draft.len() {
        if draft.demand(longer).role != role {
            continue;
        }
        for &to in &people {
            let from = draft.holder(longer);
            let is_new = |person: PersonId| touched[person.index()] || next[person.index()];
            // Lessons that differ by one or less cannot come nearer.
            if draft.lessons(from, role) > draft.lessons(to, role) + 1
                && draft.may(longer, to)
                && draft.is_no_dearer(longer, to)
                && (is_new(from) || is_new(to))
                && exchange(draft, longer, to)
            {
                next[from.index()] = true;
                next[to.index()] = true;
            }
        }
    }
}

/// Exchanges the duty for a shorter one of the other's, if that is better.
fn exchange(draft: &mut Draft<'_>, longer: usize, to: PersonId) -> bool {
    let (from, demand) = (draft.holder(longer), draft.demand(longer));
    let role = demand.role;
    let apart = draft.lessons(from, role) - draft.lessons(to, role);
    for at in 0..draft.duties_of(to).len() {
        let shorter = draft.duties_of(to)[at] as usize;
        let other = draft.demand(shorter);
        let comes_nearer = other.role == role
            && other.lessons < demand.lessons
            && demand.lessons - other.lessons < apart;
        if comes_nearer
            && draft.fits(shorter, from, Some(longer))
            && draft.is_no_dearer(shorter, from)
            && draft.fits(longer, to, Some(shorter))
        {
            let moves = [
                Move { duty: longer, to },
                Move {
                    duty: shorter,
                    to: from,
                },
            ];
            if draft.make(&moves, is_better) {
                return true;
            }
        }
    }
    false
}
