//! Better still: single duties handed over and pairs exchanged while that lowers the objective.
//!
//! Where levels 1–4 are proven already, this is level 5, lessons spread evenly, on the face of their best rosters.

use crate::domain::{PersonId, Role, RoleMap, RoleSet};

use super::draft::{Amounts, Draft, Move, Wish};
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
    let mut touched = Touched::all(draft.people());
    while touched.now.contains(&true) && !stop() {
        let mut least = draft.least();
        for duty in 0..draft.len() {
            if stop() {
                return;
            }
            if roles.contains(draft.demand(duty).role) {
                hand_over(draft, duty, &mut least, &mut touched);
            }
        }
        for role in roles.iter() {
            exchange_all(draft, role, (&mut touched, stop));
        }
        touched.look_again();
    }
}

/// Whose duties have changed: only what they have, or take, can be better than at the last look.
struct Touched {
    /// Since the last look began.
    now: Vec<bool>,
    /// Since this one began.
    next: Vec<bool>,
}

impl Touched {
    /// Everybody.
    fn all(people: usize) -> Self {
        Self {
            now: vec![true; people],
            next: vec![false; people],
        }
    }

    fn contains(&self, person: PersonId) -> bool {
        self.now[person.index()]
    }

    fn add(&mut self, person: PersonId) {
        self.now[person.index()] = true;
        self.next[person.index()] = true;
    }

    fn look_again(&mut self) {
        self.now.clone_from(&self.next);
        self.next.fill(false);
    }
}

/// Hands the duty to everyone in turn for whom that is better. Nobody whom a duty costs no more than others
/// has less than `least`.
fn hand_over(
    draft: &mut Draft<'_>,
    duty: usize,
    least: &mut RoleMap<Amounts>,
    touched: &mut Touched,
) {
    let demand = draft.demand(duty);
    let role = demand.role;
    let mut at = 0;
    loop {
        let from = draft.holder(duty);
        let amounts = draft.amounts(from, role);
        let may_be_cheaper = !draft.is_cheapest(duty);
        let is_least = draft.weighs_alike(role) && least[role].with(demand) >= amounts;
        if is_least && !may_be_cheaper {
            return;
        }
        // One duty less on one side and one more on the other: better if the loads were two apart or more, or, one
        // apart, if the lessons come nearer.
        let is_better = |to: PersonId| {
            draft.may_even(duty, to) && draft.is_no_dearer(duty, to)
                || may_be_cheaper && draft.is_cheaper(duty, to)
        };
        let gives = touched.contains(from);
        let mut rest = demand.candidates[at..].iter();
        let next =
            rest.position(|it| (gives || touched.contains(it.person)) && is_better(it.person));
        let Some(next) = next else {
            return;
        };
        let to = demand.candidates[at + next].person;
        at += next + 1;
        if draft.fits(duty, to, None) && draft.make(&[Move { duty, to }], Wish::Better) {
            touched.add(from);
            touched.add(to);
            least[role] = least[role].min(draft.amounts(from, role));
        }
    }
}

/// Exchanges longer duties of people with many lessons for shorter ones of people with few.
fn exchange_all(
    draft: &mut Draft<'_>,
    role: Role,
    (touched, stop): (&mut Touched, &dyn Fn() -> bool),
) {
    let holds = |draft: &Draft<'_>, person| {
        let mut duties = draft.duties_of(person).iter();
        duties.any(|&duty| draft.demand(duty as usize).role == role)
    };
    let mut people: Vec<PersonId> = (0..draft.people()).map(PersonId::new).collect();
    people.retain(|&person| holds(draft, person));
    people.sort_by_cached_key(|&person| (draft.lessons(person, role), person));
    // Their lessons in a row: most people are passed over for having too many.
    let lessons_of = |draft: &Draft<'_>| -> Vec<u32> {
        let lessons = people.iter().map(|&person| draft.lessons(person, role));
        lessons.collect()
    };
    let mut lessons = lessons_of(draft);
    let of_role = |&duty: &usize| draft.demand(duty).role == role;
    let mine: Vec<usize> = (0..draft.len()).filter(of_role).collect();
    let shortest = mine.iter().map(|&duty| draft.demand(duty).lessons).min();
    for longer in mine {
        if stop() {
            return;
        }
        // Nothing is shorter than the shortest.
        if Some(draft.demand(longer).lessons) == shortest {
            continue;
        }
        let mut at = 0;
        loop {
            let from = draft.holder(longer);
            let many = draft.lessons(from, role);
            // Lessons that differ by one or less cannot come nearer.
            let Some(next_at) = lessons[at..].iter().position(|few| many > few + 1) else {
                break;
            };
            at += next_at;
            let to = people[at];
            at += 1;
            if (touched.contains(from) || touched.contains(to))
                && draft.may(longer, to)
                && draft.is_no_dearer(longer, to)
                && exchange(draft, longer, to)
            {
                touched.add(from);
                touched.add(to);
                lessons = lessons_of(draft);
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
            if draft.make(&moves, Wish::Better) {
                return true;
            }
        }
    }
    false
}
