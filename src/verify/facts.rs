//! The school's facts as a proof needs them, and the roster's legality.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Date, Duty, PersonId, PinKind, Role, RoleSet, Roster, RowSitting, RuleSet, School, Seat,
    Severity, SittingId,
};
use crate::rules::{Eligibility, judge_holding};

use super::Flaw;

pub type Demand = (SittingId, Role);

pub struct Facts<'a> {
    pub school: &'a School,
    pub eligibility: Eligibility,
    /// Duties that no pin decides.
    pub free: BTreeSet<(Demand, PersonId)>,
    pinned: BTreeSet<(Demand, PersonId)>,
    pinned_of: BTreeMap<PersonId, Vec<Demand>>,
}

impl<'a> Facts<'a> {
    /// Of a roster that is legal.
    pub fn of(school: &'a School, roster: &Roster) -> Result<Self, Flaw> {
        let unknown = |row: &crate::domain::RosterRow| {
            matches!(row.sitting, RowSitting::Unknown { .. })
                || matches!(row.seat, Seat::Unknown(_) | Seat::Ambiguous { .. })
        };
        if roster.rows.iter().any(unknown) {
            return Err(Flaw::Unknown);
        }
        legal(school, roster)?;
        let musts = school.pins.iter().filter(|pin| pin.kind == PinKind::Must);
        let musts: BTreeSet<_> = musts
            .map(|pin| ((pin.sitting, pin.role), pin.person))
            .collect();
        let duties = roster
            .duties()
            .map(|(_, duty)| ((duty.sitting, duty.role), duty.person));
        let (pinned, free): (BTreeSet<_>, BTreeSet<_>) = duties.partition(|it| musts.contains(it));
        let broken: Vec<(Demand, PersonId)> = musts.difference(&pinned).copied().collect();
        let mut pinned_of: BTreeMap<PersonId, Vec<Demand>> = BTreeMap::new();
        for &(demand, person) in &pinned {
            pinned_of.entry(person).or_default().push(demand);
        }
        let facts = Self {
            school,
            eligibility: Eligibility::of(school),
            free,
            pinned,
            pinned_of,
        };
        let possible = |&(demand, person): &(Demand, PersonId)| {
            facts.seats(demand) > 0 && facts.candidates(demand).contains(&person)
        };
        if broken.iter().any(possible) {
            return Err(Flaw::Pin);
        }
        Ok(facts)
    }

    /// Demands with seats that no pin fills.
    pub fn demands(&self) -> impl Iterator<Item = Demand> {
        let ids = self.school.sitting_ids();
        ids.flat_map(|id| Role::ALL.map(|role| (id, role)))
            .filter(|&it| self.seats(it) > 0)
    }

    pub fn seats(&self, demand: Demand) -> u32 {
        let pinned = self.pinned.iter().filter(|duty| duty.0 == demand).count() as u32;
        self.school.sitting(demand.0).places[demand.1].saturating_sub(pinned)
    }

    fn pinned_of(&self, person: PersonId) -> &[Demand] {
        self.pinned_of.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Load that the person brings along: history and pins.
    pub fn load(&self, person: PersonId, role: Role) -> i64 {
        let pins = self.pinned_of(person).iter().filter(|pin| pin.1 == role);
        let load = pins.map(|pin| i64::from(self.school.sitting(pin.0).load(role)));
        i64::from(self.school.person(person).history[role]) + load.sum::<i64>()
    }

    /// Time-bound duties that the limits leave: on the day, and in all.
    pub fn left(&self, person: PersonId, date: Date) -> (u32, u32) {
        let staff = self.school.person(person).staff.as_ref();
        let pins = || {
            self.pinned_of(person)
                .iter()
                .filter(|pin| pin.1.is_time_bound())
        };
        let today = pins()
            .filter(|pin| self.school.sitting(pin.0).date == date)
            .count() as u32;
        let left =
            |limit: Option<u32>, used| limit.map_or(u32::MAX, |limit| limit.saturating_sub(used));
        let total = left(
            staff.and_then(|staff| staff.max_total),
            pins().count() as u32,
        );
        (
            left(staff.and_then(|staff| staff.max_per_day), today).min(total),
            total,
        )
    }

    /// Who may take a seat beside their pins.
    pub fn candidates(&self, demand: Demand) -> Vec<PersonId> {
        let sitting = self.school.sitting(demand.0);
        let beside = |person: &PersonId| {
            let clash = |pin: &Demand| {
                let other = self.school.sitting(pin.0);
                let both = demand.1.is_time_bound() && pin.1.is_time_bound();
                let same_time = pin.0 == demand.0 || other.span.overlaps(&sitting.span);
                *pin == demand || both && other.date == sitting.date && same_time
            };
            let free = !demand.1.is_time_bound() || self.left(*person, sitting.date).0 > 0;
            free && !self.pinned_of(*person).iter().any(clash)
        };
        self.eligibility
            .people(demand.0, demand.1)
            .filter(beside)
            .collect()
    }

    pub fn avoided(&self, demand: Demand, person: PersonId) -> RuleSet {
        self.eligibility.avoided(demand.0, demand.1, person)
    }

    /// Own lessons that the duty costs.
    pub fn lost(&self, (sitting, role): Demand, person: PersonId) -> i64 {
        let counts = matches!(role, Role::Proctor | Role::Assistant);
        let lost = self
            .school
            .lessons_lost(person, self.school.sitting(sitting))
            .count();
        if counts { lost as i64 } else { 0 }
    }
}

/// No duty is barred, none excludes another, no limit and no number of places is exceeded.
fn legal(school: &School, roster: &Roster) -> Result<(), Flaw> {
    let mut seats: BTreeMap<Demand, u32> = BTreeMap::new();
    let mut of_person: BTreeMap<PersonId, Vec<Duty>> = BTreeMap::new();
    for (row, duty) in roster.duties() {
        let (sitting, role) = (school.sitting(duty.sitting), duty.role);
        let taken = seats.entry((duty.sitting, role)).or_default();
        *taken += 1;
        let earlier = of_person.entry(duty.person).or_default();
        let bound = |other: &Duty| role.is_time_bound() && other.role.is_time_bound();
        let today = |other: &Duty| school.sitting(other.sitting).date == sitting.date;
        let clash = earlier.iter().any(|other| {
            (other.sitting, other.role) == (duty.sitting, role)
                || bound(other) && other.sitting == duty.sitting
                || bound(other)
                    && today(other)
                    && school.sitting(other.sitting).span.overlaps(&sitting.span)
        });
        let staff = school.person(duty.person).staff.as_ref();
        let full = |limit: Option<u32>, used: usize| {
            role.is_time_bound() && limit.is_some_and(|limit| used as u32 >= limit)
        };
        let on_day = earlier.iter().filter(|it| bound(it) && today(it)).count();
        let in_all = earlier.iter().filter(|it| bound(it)).count();
        if *taken > sitting.places[role]
            || clash
            || full(staff.and_then(|staff| staff.max_per_day), on_day)
            || full(staff.and_then(|staff| staff.max_total), in_all)
        {
            return Err(Flaw::Clash(row));
        }
        earlier.push(duty);
    }
    for (row, duty) in roster.duties() {
        let mine = of_person.get(&duty.person).into_iter().flatten();
        let held = mine.filter(|other| other.sitting == duty.sitting);
        let held = held.fold(RoleSet::default(), |held, other| held.with(other.role));
        let verdicts = judge_holding(school, duty.person, duty.role, duty.sitting, held);
        if verdicts
            .iter()
            .any(|verdict| verdict.severity == Severity::Forbid)
        {
            return Err(Flaw::Barred(row));
        }
    }
    Ok(())
}
