//! What a person's other duties put in the way of one more: time, limits, and rules that see both.

use crate::domain::{Date, PersonId, Role, RoleSet, School, Severity, SittingId, Spot, week_of};

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
    /// The limit of a calendar week, this many duties, is reached.
    WeeklyLimit(u32),
    /// The limit for the whole procedure, this many duties, is reached.
    TotalLimit(u32),
    /// The works would be more than this limit of theirs.
    WorksLimit(u32),
    /// Works of sittings of that date would be more than this.
    WorksADay(u32),
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
        holds.extend(works_holds(school, sitting, person, duties));
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
    let in_week = left_in_week(school, here.date, person, duties);
    holds.extend(reached(in_week, staff.max_per_week).map(Hold::WeeklyLimit));
    holds.extend(reached(in_all, staff.max_total).map(Hold::TotalLimit));
    holds
}

/// Limits that the works of the sitting would break beside those of these duties.
fn works_holds(
    school: &School,
    sitting: SittingId,
    person: PersonId,
    duties: &[Spot],
) -> Vec<Hold> {
    let (in_all, a_day) = (school.works_limit(person), school.policy.limits.works_a_day);
    if in_all.is_none() && a_day.is_none() {
        return Vec::new();
    }
    let here = school.sitting(sitting);
    let sum = |is_counted: &dyn Fn(SittingId) -> bool| -> u64 {
        let checks = duties.iter().filter(|(_, role)| !role.is_time_bound());
        let counted = checks.filter(|(id, _)| is_counted(*id));
        let works = counted.map(|&(id, role)| u64::from(school.sitting(id).load(role)));
        works.sum::<u64>() + u64::from(here.works())
    };
    let that_day = |id: SittingId| school.sitting(id).date == here.date;
    let over = |works: u64, limit: Option<u32>| limit.filter(|&limit| works > u64::from(limit));
    let in_all = over(sum(&|_| true), in_all).map(Hold::WorksLimit);
    let a_day = over(sum(&that_day), a_day).map(Hold::WorksADay);
    in_all.into_iter().chain(a_day).collect()
}

/// Time-bound duties that the person's limit leaves beside these in the date's calendar week. Without it, no end of them.
fn left_in_week(school: &School, date: Date, person: PersonId, duties: &[Spot]) -> u32 {
    let staff = school.person(person).staff.as_ref();
    let Some(limit) = staff.and_then(|staff| staff.max_per_week) else {
        return u32::MAX;
    };
    let week = week_of(date);
    let that_week = |id: SittingId| week_of(school.sitting(id).date) == week;
    let bound = duties.iter().filter(|(_, role)| role.is_time_bound());
    limit.saturating_sub(bound.filter(|(id, _)| that_week(*id)).count() as u32)
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
