//! The structural rules that bar a person from a place by the lists alone, each with its proof.
//!
//! The other structural rules (time, limits, coverage) need a whole roster and are checked by counting.

use crate::domain::{
    Absence, Date, Person, PersonId, Pin, PinKind, Role, School, Sitting, SittingId, StructuralCode,
};

use super::Evidence;

/// Every structural rule that bars the person from a place of the role, with its proof.
pub fn bars_of(
    school: &School,
    person: PersonId,
    role: Role,
    sitting: SittingId,
) -> impl Iterator<Item = (StructuralCode, Evidence)> {
    let facts = school.sitting(sitting);
    [
        (StructuralCode::Absent, absent(school, person, role, facts)),
        (
            StructuralCode::RoleNotHeld,
            role_not_held(school, person, role, facts),
        ),
        (
            StructuralCode::DateNotOffered,
            date_not_offered(school, person, role, facts),
        ),
        (
            StructuralCode::PinBroken,
            never_pinned(school, person, role, sitting),
        ),
    ]
    .into_iter()
    .filter_map(|(code, evidence)| Some((code, evidence?)))
}

/// Away at the sitting's time, which bars the roles that are present then; or on every day on which its works are checked,
/// from morning to evening, which bars checkers.
pub fn absent(
    school: &School,
    person: PersonId,
    role: Role,
    sitting: &Sitting,
) -> Option<Evidence> {
    let absences = school.absences_of(person).iter();
    let cells = |rows: Vec<&Absence>| rows.iter().map(|absence| absence.read_at).collect();
    if role.is_time_bound() {
        let covers = |absence: &&Absence| absence.meets(sitting.date, &sitting.span);
        return proof(cells(absences.filter(covers).collect()));
    }
    // Most people are never away, and asking for the window costs more than asking for them.
    if absences.len() == 0 {
        return None;
    }
    let window = school.policy.checking.window(sitting.date);
    let is_away = |&day: &Date| absences.clone().any(|absence| absence.is_all_day(day));
    if !window.iter().all(is_away) {
        return None;
    }
    let touches = |absence: &&Absence| window.iter().any(|&day| absence.is_all_day(day));
    proof(cells(absences.clone().filter(touches).collect()))
}

/// Does not hold the role at this sitting (see [`School::holds_role`]).
pub fn role_not_held(
    school: &School,
    person: PersonId,
    role: Role,
    sitting: &Sitting,
) -> Option<Evidence> {
    if school.holds_role(person, role, sitting) {
        return None;
    }
    let Person { staff, parent, .. } = school.person(person);
    let cell = match role {
        Role::Observer => parent.as_ref().map(|parent| parent.read_at),
        _ => staff.as_ref().map(|staff| staff.roles_at),
    };
    Some(Evidence {
        cells: cell.into_iter().collect(),
        ..Evidence::default()
    })
}

/// An observer on a day that the parent has not offered.
pub fn date_not_offered(
    school: &School,
    person: PersonId,
    role: Role,
    sitting: &Sitting,
) -> Option<Evidence> {
    let parent = school.person(person).parent.as_ref()?;
    let dates = parent.dates.as_ref()?;
    if role != Role::Observer || dates.contains(&sitting.date) {
        return None;
    }
    proof(vec![parent.read_at])
}

/// A pin says that the person never takes this place.
fn never_pinned(
    school: &School,
    person: PersonId,
    role: Role,
    sitting: SittingId,
) -> Option<Evidence> {
    let fits = |pin: &&Pin| {
        pin.kind == PinKind::Never
            && pin.person == person
            && pin.role == role
            && pin.sitting == sitting
    };
    let rows = school.pins.iter().filter(fits);
    proof(rows.map(|pin| pin.read_at).collect())
}

/// Cells as proof; none, no proof.
fn proof(cells: Vec<crate::domain::Cell>) -> Option<Evidence> {
    (!cells.is_empty()).then(|| Evidence {
        cells,
        ..Evidence::default()
    })
}
