//! A roster in force: what it says costs nothing to keep, and what it pins is decided, whatever is wrong with it.

use crate::domain::{Code, Duty, PersonId, Role, RoleSet, RuleCode, RuleSet, School, Severity};
use crate::rules::{Eligibility, judge_holding};
use crate::solve::levels::Level;
use crate::solve::{PinnedPlace, Present, SizeLimit, TooLarge};

use super::{Candidate, Demand, Instance, lessons_lost};

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
        for duty in present.duties.iter().chain(&present.held) {
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
        let had = (standing.load[role], standing.lessons[role]);
        let mut growth = self.growth(&self.demands[index], person, had);
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

impl Instance {
    /// The roster's duties that stay, as far as no pin of the lists has decided them: (index among the demands, person).
    pub fn held(&self, present: &Present) -> Vec<(usize, PersonId)> {
        let held = |duty: &Duty| {
            let index = self.position(duty.sitting, duty.role)?;
            let candidate = self.demands[index].candidate(duty.person)?;
            Some((index, candidate.person))
        };
        present.held.iter().filter_map(held).collect()
    }

    /// The instance that is left when these duties, legal all together, are decided; they are among no answer to it.
    pub fn keeping(&self, duties: &[(usize, PersonId)]) -> Self {
        let without_candidates = |demand: &Demand| Demand {
            candidates: Vec::new(),
            ..*demand
        };
        let mut rest = Self {
            demands: self.demands.iter().map(without_candidates).collect(),
            standing: self.standing.clone(),
            overlaps: self.overlaps.clone(),
            pinned: self.pinned.clone(),
            coupling: self.coupling.clone(),
            settled: self.settled,
            prefer: self.prefer,
            commissions: self.commissions.clone(),
        };
        let mut kept: Vec<Vec<usize>> = vec![Vec::new(); rest.standing.len()];
        for &(index, person) in duties {
            kept[person.index()].push(index);
        }
        for &(index, person) in duties {
            let demand = &self.demands[index];
            let Some(&candidate) = demand.candidate(person) else {
                continue;
            };
            let standing = &rest.standing[person.index()];
            let had = (standing.load[demand.role], standing.lessons[demand.role]);
            let growth = self.growth(demand, person, had);
            let mut decided = candidate;
            if demand.role == Role::Checker {
                decided.avoided = self.beside(demand, &candidate, &kept[person.index()]).1;
            }
            rest.charge(index, &decided, growth);
        }
        for (open, demand) in rest.demands.iter_mut().zip(&self.demands) {
            if open.seats == 0 {
                continue;
            }
            let beside = |candidate: &Candidate| {
                let others = &kept[candidate.person.index()];
                let (may, avoided) = self.beside(demand, candidate, others);
                may.then_some(Candidate {
                    avoided,
                    ..*candidate
                })
            };
            open.candidates = demand.candidates.iter().filter_map(beside).collect();
        }
        rest.withdraw_exhausted();
        rest
    }

    /// May the candidate take a seat beside those other duties, and which rules at `avoid` does it use then?
    fn beside(&self, demand: &Demand, candidate: &Candidate, others: &[usize]) -> (bool, RuleSet) {
        let (mut may, mut avoided) = (true, candidate.avoided);
        for other in others.iter().map(|&index| &self.demands[index]) {
            let same = (other.sitting, other.role) == (demand.sitting, demand.role);
            let both = demand.role.is_time_bound() && other.role.is_time_bound();
            may &= !(same || both && self.clash(demand, other));
            if other.sitting == demand.sitting && couples(demand.role, other.role) {
                match self.coupling.severity(candidate.person, demand.sitting) {
                    Severity::Allow => {}
                    Severity::Avoid => avoided = avoided.with(RuleCode::CheckerProctored),
                    Severity::Forbid => may = false,
                }
            }
        }
        (may, avoided)
    }
}

/// Do the two roles of one sitting fall under `checker-proctored`?
fn couples(a: Role, b: Role) -> bool {
    matches!(
        (a, b),
        (Role::Proctor, Role::Checker) | (Role::Checker, Role::Proctor)
    )
}

/// Rules at `avoid` that the pinned duty uses, beside the person's other duties of the sitting that stay.
fn avoided(school: &School, present: &Present, place: &PinnedPlace, person: PersonId) -> RuleSet {
    let pinned = present.pinned.iter();
    let pinned = pinned.map(|it| (it.sitting, it.person, it.role));
    let held = present.held.iter();
    let held = held.map(|it| (it.sitting, Some(it.person), it.role));
    let held = pinned
        .chain(held)
        .filter(|&(sitting, who, _)| (sitting, who) == (place.sitting, Some(person)))
        .fold(RoleSet::default(), |roles, (_, _, role)| roles.with(role));
    judge_holding(school, person, place.role, place.sitting, held)
        .into_iter()
        .filter(|verdict| verdict.severity == Severity::Avoid)
        .filter_map(|verdict| match verdict.code {
            Code::Rule(code) => Some(code),
            Code::Structural(_) => None,
        })
        .fold(RuleSet::default(), RuleSet::with)
}
