//! Which person may take which place: the predicates evaluated once into bit sets.

use crate::domain::{PersonId, Role, RuleSet, School, SittingId};

/// Who may take which place, and which rules at `avoid` that would use.
#[derive(Debug, Clone)]
pub struct Eligibility {}

impl Eligibility {
    /// Evaluates every rule for every person and sitting.
    pub fn of(_school: &School) -> Self {
        Self {}
    }

    /// People who may take a place of the role, ascending.
    pub fn people(&self, _sitting: SittingId, _role: Role) -> impl Iterator<Item = PersonId> + '_ {
        std::iter::empty()
    }

    /// May the person take it?
    pub fn may(&self, _sitting: SittingId, _role: Role, _person: PersonId) -> bool {
        false
    }

    /// Rules at `avoid` (waived ones included) that the duty would use.
    pub fn avoided(&self, _sitting: SittingId, _role: Role, _person: PersonId) -> RuleSet {
        RuleSet::default()
    }
}
