//! What a duty's change of hands adds to, or takes from, each level of the objective.

use crate::domain::{Code, PersonId, Place, RoleMap, RoleSet, RuleCode, School, Severity};
use crate::rules::judge_holding;

use super::{Occupant, Staffing};

/// Differences of the objective's levels; less is better, and the first difference decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Change {
    /// Level 1.
    pub unfilled: RoleMap<i64>,
    /// Level 2, in the catalogue's order.
    pub avoided: [i64; RuleCode::ALL.len()],
    /// Level 3.
    pub lessons_lost: i64,
    /// Level 4.
    pub load_squares: RoleMap<i64>,
    /// Level 5.
    pub lesson_squares: RoleMap<i64>,
}

impl Change {
    /// The change when the person takes the place of whoever has it now; no bar is asked for.
    pub fn of(school: &School, staffing: &Staffing, place: Place, person: PersonId) -> Self {
        let mut change = Self::default();
        match staffing.occupant(place) {
            Occupant::Person(now) if now == person => return change,
            Occupant::Person(now) => change.count(school, staffing, place, now, -1),
            Occupant::Nobody => change.unfilled[place.role] -= 1,
            Occupant::Stranger => {}
        }
        change.count(school, staffing, place, person, 1);
        change
    }

    /// Counts the place as one of the person's duties (`sign` 1), or no longer as one (−1), beside all their others.
    fn count(
        &mut self,
        school: &School,
        staffing: &Staffing,
        place: Place,
        person: PersonId,
        sign: i64,
    ) {
        let (role, sitting) = (place.role, school.sitting(place.sitting));
        let mut others = staffing.duties_of(person).to_vec();
        if sign < 0
            && let Some(own) = others.iter().position(|&it| it == (place.sitting, role))
        {
            others.remove(own);
        }
        let held = others
            .iter()
            .filter(|(id, _)| *id == place.sitting)
            .fold(RoleSet::default(), |set, &(_, role)| set.with(role));
        self.count_avoided(school, place, person, (held, sign));
        // A proctor's duty may turn what a checker does at the same sitting into an exception.
        for other in held.iter().filter(|&other| other != role) {
            let there = Place {
                role: other,
                ..place
            };
            self.count_avoided(school, there, person, (held.with(role), sign));
            self.count_avoided(school, there, person, (held, -sign));
        }
        self.lessons_lost += sign * school.lessons_missed(person, (place.sitting, role)) as i64;
        let of_role = || others.iter().filter(|(_, other)| *other == role);
        let sum = |of: &dyn Fn(crate::domain::SittingId) -> u32| -> i64 {
            of_role().map(|&(id, _)| i64::from(of(id))).sum()
        };
        let growth = |before: i64, more: i64| more * (2 * before + more);
        if school.is_candidate(person, role) {
            let before = i64::from(school.person(person).history[role])
                + sum(&|id| school.sitting(id).load(role));
            let weight = i64::from(school.square_weight(person, role));
            self.load_squares[role] +=
                sign * weight * growth(before, i64::from(sitting.load(role)));
        }
        if role.is_time_bound() {
            let before = sum(&|id| school.sitting(id).span.lesson_count());
            let more = i64::from(sitting.span.lesson_count());
            self.lesson_squares[role] += sign * growth(before, more);
        }
    }

    fn count_avoided(
        &mut self,
        school: &School,
        place: Place,
        person: PersonId,
        (held, sign): (RoleSet, i64),
    ) {
        for verdict in judge_holding(school, person, place.role, place.sitting, held) {
            if let (Code::Rule(code), Severity::Avoid) = (verdict.code, verdict.severity) {
                self.avoided[code as usize] += sign;
            }
        }
    }
}
