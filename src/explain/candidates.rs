//! Who could take a place, and what that would cost; everybody else with what bars them.

use crate::domain::{PersonId, Place, RoleSet, School, Severity};
use crate::rules::{Hold, Verdict, judge_holding};

use super::{Change, Staffing, holds};

/// Somebody, seen as a candidate for a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Rules that bar them, or that would be used, each with its evidence.
    pub verdicts: Vec<Verdict>,
    /// Other duties and limits that keep them from it as the roster stands.
    pub holds: Vec<Hold>,
    /// What changes in the objective when they take the place of whoever has it now.
    pub cost: Change,
}

impl Candidate {
    /// Does a rule bar them?
    pub fn is_barred(&self) -> bool {
        self.bars().next().is_some()
    }

    /// The rules that bar them.
    pub fn bars(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts
            .iter()
            .filter(|verdict| verdict.severity == Severity::Forbid)
    }

    /// May they take it now, with nothing else changed?
    pub fn is_free(&self) -> bool {
        !self.is_barred() && self.holds.is_empty()
    }
}

/// Everybody of the lists: who may take the place now first, the cheapest first; then those held by the roster; then those
/// whom rules bar, the fewest bars first.
pub fn candidates(school: &School, staffing: &Staffing, place: Place) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = school
        .person_ids()
        .map(|person| candidate(school, staffing, place, person))
        .collect();
    all.sort_by_cached_key(|it| {
        let name = &school.person(it.person).name;
        (it.bars().count(), it.holds.len(), it.cost, name.clone())
    });
    all
}

/// One person as a candidate.
pub fn candidate(
    school: &School,
    staffing: &Staffing,
    place: Place,
    person: PersonId,
) -> Candidate {
    let held = staffing
        .duties_of(person)
        .iter()
        .filter(|&&(sitting, role)| sitting == place.sitting && role != place.role)
        .fold(RoleSet::default(), |set, &(_, role)| set.with(role));
    Candidate {
        person,
        verdicts: judge_holding(school, person, place.role, place.sitting, held),
        holds: holds(school, staffing, place, person),
        cost: Change::of(school, staffing, place, person),
    }
}
