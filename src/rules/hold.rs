//! What a person's other duties put in the way of one more: time, limits, and rules that see both.

use crate::domain::{Date, PersonId, Role, RoleSet, School, Severity, SittingId, Spot};

use super::judge_holding;

/// What keeps a person whom no rule bars from a place, as their other duties stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// Has a place of this very sitting already.
    AlreadyHere,
    /// On duty at a sitting that overlaps.
    Elsewhere(SittingId),
    /// The day's limit, this many duties, is reached.
    DailyLimit(u32),
    /// The limit for the whole procedure, this many duties, is reached.
    TotalLimit(u32),
}

/// Everything that keeps the person from a place of the role at the sitting, beside these other duties of theirs.
pub fn holds_beside(
    school: &School,
    (sitting, role): Spot,
    person: PersonId,
    duties: &[Spot],
) -> Vec<Hold> {
    let here = school.sitting(sitting);
    let mut holds = Vec::new();
    let excludes =
        |&(other, held): &Spot| other == sitting && held.is_time_bound() == role.is_time_bound();
    if duties.iter().any(excludes) {
        holds.push(Hold::AlreadyHere);
    }
    if !role.is_time_bound() {
        return holds;
    }
    holds.extend(
        duties
            .iter()
            .filter(|(id, held)| held.is_time_bound() && *id != sitting)
            .filter(|(id, _)| here.meets(school.sitting(*id)))
            .map(|&(id, _)| Hold::Elsewhere(id)),
    );
    let Some(staff) = &school.person(person).staff else {
        return holds;
    };
    let [today, in_all] = left_beside(school, here.date, person, duties);
    let reached = |left: u32, limit: Option<u32>| limit.filter(|_| left == 0);
    holds.extend(reached(today, staff.max_per_day).map(Hold::DailyLimit));
    holds.extend(reached(in_all, staff.max_total).map(Hold::TotalLimit));
    holds
}

/// Time-bound duties that the person's limits leave beside these: on the day, and in all. Without a limit, no end of them.
pub fn left_beside(school: &School, date: Date, person: PersonId, duties: &[Spot]) -> [u32; 2] {
    let bound = duties.iter().filter(|(_, role)| role.is_time_bound());
    let today = bound
        .clone()
        .filter(|(id, _)| school.sitting(*id).date == date);
    let left = |limit: Option<u32>, used: usize| {
        limit.map_or(u32::MAX, |limit| limit.saturating_sub(used as u32))
    };
    let staff = school.person(person).staff.as_ref();
    [
        left(staff.and_then(|staff| staff.max_per_day), today.count()),
        left(staff.and_then(|staff| staff.max_total), bound.count()),
    ]
}

/// May the person take a place of the role at the sitting beside these other duties, and keep all of them?
pub fn is_free_beside(
    school: &School,
    (sitting, role): Spot,
    person: PersonId,
    duties: &[Spot],
) -> bool {
    let here = || duties.iter().filter(|(id, _)| *id == sitting);
    let held = here().fold(RoleSet::default(), |set, &(_, other)| set.with(other));
    let bars = |role: Role, held: RoleSet| {
        let verdicts = judge_holding(school, person, role, sitting, held);
        let bars = verdicts.iter();
        bars.filter(|it| it.severity == Severity::Forbid).count()
    };
    // The new duty may stand against one that the person has at the sitting.
    let spoils = |other: Role| bars(other, held.with(role)) > bars(other, held);
    holds_beside(school, (sitting, role), person, duties).is_empty()
        && bars(role, held) == 0
        && !here().any(|&(_, other)| spoils(other))
}
