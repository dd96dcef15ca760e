//! Whether duties that a general solver came to can stand together, in whole numbers.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, Severity};

use super::super::account;
use super::super::instance::Instance;
use super::super::limited;

/// Are seats, times, limits and couplings kept, and has nobody a duty twice?
pub fn stand(instance: &Instance, duties: &[(usize, PersonId)]) -> bool {
    let mut taken: BTreeMap<usize, u32> = BTreeMap::new();
    let mut by_person: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for &(index, person) in duties {
        if instance.demands[index].candidate(person).is_none() {
            return false;
        }
        *taken.entry(index).or_default() += 1;
        by_person.entry(person).or_default().push(index);
    }
    let seats = taken
        .iter()
        .all(|(&at, &count)| count <= instance.demands[at].seats);
    let mut people = by_person.iter();
    let forbidden = account::couples(instance, duties);
    let mut forbidden = forbidden.iter().filter(|it| it.2 == Severity::Forbid);
    seats
        && people.all(|(&person, mine)| is_free(instance, person, mine))
        && forbidden.next().is_none()
}

/// Can one person have all these duties?
fn is_free(instance: &Instance, person: PersonId, mine: &[usize]) -> bool {
    let standing = &instance.standing[person.index()];
    let demand = |at: &usize| &instance.demands[*at];
    let timed: Vec<usize> = mine
        .iter()
        .copied()
        .filter(|at| demand(at).role != Role::Checker)
        .collect();
    let clash = |(at, a): (usize, &usize)| {
        timed[..at]
            .iter()
            .any(|b| instance.clash(demand(a), demand(b)))
    };
    let twice = |(at, a): (usize, &usize)| mine[..at].contains(a);
    let on_day = |a: &usize| {
        let same = timed.iter().filter(|b| demand(b).day == demand(a).day);
        same.count()
    };
    let in_week = |a: &usize| {
        let same = timed.iter().filter(|b| demand(b).week == demand(a).week);
        same.count()
    };
    !mine.iter().enumerate().any(twice)
        && !timed.iter().enumerate().any(clash)
        && timed
            .iter()
            .all(|at| on_day(at) <= standing.left_on(demand(at).day) as usize)
        && timed
            .iter()
            .all(|at| in_week(at) <= standing.left_in(demand(at).week) as usize)
        && timed.len() <= standing.total as usize
        && limited::keeps_works(instance, person, mine)
}
