//! Decisions by hand come first: `must` pins become duties before anything is solved.
//!
//! They are kept in the file's order. A pin that a rule, a limit or an earlier pin makes impossible is left out; the
//! roster then breaks it, and the check says so (`pin-broken`). `never` pins are part of eligibility.

use crate::domain::{PersonId, PinKind, Role, RuleCode, School, Severity, SittingId};

use super::{Candidate, Instance, Pinned, Standing};
use crate::solve::levels::Levels;

impl Instance {
    /// Turns `must` pins into duties, as far as they can stand together.
    pub fn take_out_pins(&mut self, school: &School) {
        for pin in school.pins.iter().filter(|pin| pin.kind == PinKind::Must) {
            self.pin(pin.sitting, pin.role, pin.person);
        }
        self.withdraw_exhausted();
    }

    /// Nobody can take a seat for which a limit leaves them no room.
    pub(super) fn withdraw_exhausted(&mut self) {
        let standing = &self.standing;
        if standing.iter().all(Standing::is_fresh) {
            return;
        }
        for demand in &mut self.demands {
            let mut candidates = std::mem::take(&mut demand.candidates);
            candidates.retain(|candidate| standing[candidate.person.index()].has_room(demand));
            demand.candidates = candidates;
        }
    }

    /// Decides one duty, where it is possible.
    pub fn pin(&mut self, sitting: SittingId, role: Role, person: PersonId) {
        let Some(index) = self.position(sitting, role) else {
            return;
        };
        let demand = &self.demands[index];
        let standing = &self.standing[person.index()];
        let Some(&candidate) = demand.candidate(person) else {
            return;
        };
        if demand.seats == 0 || !standing.has_room(demand) {
            return;
        }
        let had = (standing.load[role], standing.lessons[role]);
        let growth = self.growth(demand, person, had);
        self.settle(index, candidate, growth);
        self.pinned.push(Pinned {
            sitting,
            role,
            candidate,
        });
    }

    /// Takes a decided duty out of what is left to solve.
    pub(super) fn settle(&mut self, index: usize, candidate: Candidate, growth: Levels) {
        self.charge(index, &candidate, growth);
        let demand = &self.demands[index];
        let (sitting, role) = (demand.sitting, demand.role);
        self.withdraw_clashing(index, candidate.person);
        self.apply_coupling(sitting, role, candidate.person);
    }

    /// Counts a decided duty: its seat, its cost, and what it takes of the person's limits.
    pub(super) fn charge(&mut self, index: usize, candidate: &Candidate, growth: Levels) {
        let demand = &mut self.demands[index];
        let role = demand.role;
        demand.seats = demand.seats.saturating_sub(1);
        self.settled += candidate.levels();
        self.settled += growth;
        let standing = &mut self.standing[candidate.person.index()];
        standing.load[role] += demand.load;
        if role.is_time_bound() {
            standing.lessons[role] += demand.lessons;
            if standing.total != u32::MAX {
                standing.total = standing.total.saturating_sub(1);
            }
            *standing.pinned_on.entry(demand.day).or_default() += 1;
            *standing.pinned_in.entry(demand.week).or_default() += 1;
        } else {
            let works = &mut standing.works;
            if works.left != u32::MAX {
                works.left = works.left.saturating_sub(demand.load);
            }
            *works.pinned_on.entry(demand.day).or_default() += demand.load;
        }
    }

    /// The person can take neither another seat of the demand nor, where it is time-bound, one at that time.
    fn withdraw_clashing(&mut self, index: usize, person: PersonId) {
        let (sitting, role) = (self.demands[index].sitting, self.demands[index].role);
        let (day, span) = (self.demands[index].day, self.demands[index].span);
        for other in &mut self.demands {
            let same = other.sitting == sitting && other.role == role;
            let clash = role.is_time_bound()
                && other.role.is_time_bound()
                && other.day == day
                && self.overlaps.overlap(other.span, span);
            if same || clash {
                other
                    .candidates
                    .retain(|candidate| candidate.person != person);
            }
        }
    }

    /// A pinned proctor may not (or had better not) check the sitting, and the other way round.
    fn apply_coupling(&mut self, sitting: SittingId, role: Role, person: PersonId) {
        let other = match role {
            Role::Proctor => Role::Checker,
            Role::Checker => Role::Proctor,
            _ => return,
        };
        let Some(index) = self.position(sitting, other) else {
            return;
        };
        let candidates = &mut self.demands[index].candidates;
        match self.coupling.severity(person, sitting) {
            Severity::Allow => {}
            Severity::Avoid => {
                for candidate in candidates.iter_mut().filter(|it| it.person == person) {
                    candidate.avoided = candidate.avoided.with(RuleCode::CheckerProctored);
                }
            }
            Severity::Forbid => self.withdraw(sitting, other, person),
        }
    }
}
