//! A roster in force: what it says costs nothing to keep, and what it pins is decided, whatever is wrong with it.

use crate::domain::{Code, PersonId, RoleSet, RuleSet, School, Severity};
use crate::rules::{Eligibility, judge_holding};
use crate::solve::levels::Level;
use crate::solve::{PinnedPlace, Present, SizeLimit, TooLarge};

use super::{Candidate, Instance, lessons_lost};

impl Instance {
    /// Reads the demands off the school; the roster's pinned places are taken, its other duties are no change.
    pub fn in_force(
        school: &School,
        eligibility: &Eligibility,
        limit: SizeLimit,
        present: &Present,
    ) -> Result<Self, TooLarge> {
        let is_pinned = |sitting, role| {
            let mut places = present.pinned.iter();
            places.any(|place| (place.sitting, place.role) == (sitting, role))
        };
        let mut instance = Self::open(school, eligibility, limit, is_pinned)?;
        instance.mark_changes(present);
        for place in &present.pinned {
            instance.hold(school, present, place);
        }
        instance.take_out_pins(school);
        Ok(instance)
    }

    fn mark_changes(&mut self, present: &Present) {
        for candidate in self.demands.iter_mut().flat_map(|it| &mut it.candidates) {
            candidate.changed = true;
        }
        for duty in &present.duties {
            let Some(index) = self.position(duty.sitting, duty.role) else {
                continue;
            };
            let candidates = &mut self.demands[index].candidates;
            if let Ok(at) = candidates.binary_search_by_key(&duty.person, |it| it.person) {
                candidates[at].changed = false;
            }
        }
    }

    /// Takes a pinned place out, legal or not, at the cost that a check of the roster counts.
    fn hold(&mut self, school: &School, present: &Present, place: &PinnedPlace) {
        let Some(index) = self.position(place.sitting, place.role) else {
            return;
        };
        let Some(person) = place.person else {
            let seats = &mut self.demands[index].seats;
            *seats = seats.saturating_sub(1);
            return;
        };
        let role = place.role;
        let standing = &self.standing[person.index()];
        let mut growth = Self::growth(
            &self.demands[index],
            standing.load[role],
            standing.lessons[role],
        );
        if !school.is_candidate(person, role) {
            growth.set(Level::LoadSquares(role), 0);
        }
        let candidate = Candidate {
            person,
            avoided: avoided(school, present, place, person),
            lost: lessons_lost(school, (place.sitting, role), person),
            changed: false,
        };
        self.settle(index, candidate, growth);
    }
}

/// Rules at `avoid` that the pinned duty uses, beside the person's other pinned duties of the sitting.
fn avoided(school: &School, present: &Present, place: &PinnedPlace, person: PersonId) -> RuleSet {
    let mine =
        |other: &&PinnedPlace| (other.sitting, other.person) == (place.sitting, Some(person));
    let held = present
        .pinned
        .iter()
        .filter(mine)
        .fold(RoleSet::default(), |roles, other| roles.with(other.role));
    judge_holding(school, person, place.role, place.sitting, held)
        .into_iter()
        .filter(|verdict| verdict.severity == Severity::Avoid)
        .filter_map(|verdict| match verdict.code {
            Code::Rule(code) => Some(code),
            Code::Structural(_) => None,
        })
        .fold(RuleSet::default(), RuleSet::with)
}
