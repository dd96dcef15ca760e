//! Which rows a conflict is about: those whose change can settle it.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Finding, Findings};
use crate::domain::{
    Code, Duty, PersonId, Role, Roster, RowSitting, RuleCode, School, Seat, Sitting, SittingId,
    StructuralCode, week_of,
};

/// A roster's rows by place and by person.
pub struct Rows<'a> {
    school: &'a School,
    roster: &'a Roster,
    of_place: BTreeMap<(SittingId, Role), Vec<usize>>,
    of_person: BTreeMap<PersonId, Vec<(usize, Duty)>>,
}

impl<'a> Rows<'a> {
    /// Indexes the roster.
    pub fn of(school: &'a School, roster: &'a Roster) -> Self {
        let mut rows = Self {
            school,
            roster,
            of_place: BTreeMap::new(),
            of_person: BTreeMap::new(),
        };
        for (index, row) in roster.rows.iter().enumerate() {
            if let RowSitting::Known(sitting) = row.sitting {
                let places = rows.of_place.entry((sitting, row.role)).or_default();
                places.push(index);
            }
        }
        for (index, duty) in roster.duties() {
            rows.of_person
                .entry(duty.person)
                .or_default()
                .push((index, duty));
        }
        rows
    }

    /// Rows of the sitting's places of that role, in the roster's order.
    pub fn at(&self, sitting: SittingId, role: Role) -> &[usize] {
        self.of_place
            .get(&(sitting, role))
            .map_or(&[], Vec::as_slice)
    }

    /// How many of these rows name somebody, known or not.
    pub fn named_at(&self, sitting: SittingId, role: Role) -> usize {
        let rows = self.at(sitting, role).iter();
        rows.filter(|&&row| self.roster.rows[row].seat != Seat::Empty)
            .count()
    }

    /// The person's duties, each with its row, in the roster's order.
    pub fn duties_of(&self, person: PersonId) -> &[(usize, Duty)] {
        self.of_person.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Every row that some conflict is about.
    pub fn touched(&self, findings: &Findings) -> BTreeSet<usize> {
        let conflicts = findings.conflicts.iter();
        conflicts.flat_map(|it| self.that_settle(it)).collect()
    }

    /// The rows of which one or more have to change for the conflict to go, in the roster's order.
    pub fn that_settle(&self, finding: &Finding) -> Vec<usize> {
        let mut rows = self.candidates(finding);
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    fn candidates(&self, finding: &Finding) -> Vec<usize> {
        let own = || finding.row.into_iter().collect();
        let (Some(sitting), Some(person)) = (finding.sitting, finding.person) else {
            return match (finding.code, finding.sitting) {
                (Code::Structural(StructuralCode::Overfilled), Some(sitting)) => {
                    self.at(sitting, finding.role).to_vec()
                }
                _ => own(),
            };
        };
        let mine = |keep: &dyn Fn(&Duty) -> bool| -> Vec<usize> {
            let duties = self.duties_of(person).iter();
            let kept = duties.filter(|(_, duty)| keep(duty));
            kept.map(|&(row, _)| row).collect()
        };
        let here = self.school.sitting(sitting);
        match finding.code {
            Code::Rule(RuleCode::CheckerProctored) => {
                let proctors = mine(&|it| it.sitting == sitting && it.role == Role::Proctor);
                finding.row.into_iter().chain(proctors).collect()
            }
            Code::Rule(_) => own(),
            Code::Structural(code) => match code {
                StructuralCode::Overfilled => self.at(sitting, finding.role).to_vec(),
                StructuralCode::DoubleBooked => {
                    mine(&|it| it.role.is_time_bound() && here.meets(self.sitting(it)))
                }
                StructuralCode::TwiceInSitting => mine(&|it| it.sitting == sitting),
                StructuralCode::OverDailyLimit => {
                    mine(&|it| it.role.is_time_bound() && self.sitting(it).date == here.date)
                }
                StructuralCode::OverWeeklyLimit => {
                    let week = week_of(here.date);
                    mine(&|it| it.role.is_time_bound() && week_of(self.sitting(it).date) == week)
                }
                StructuralCode::OverWorksLimit => mine(&|it| it.role == Role::Checker),
                StructuralCode::OverWorksADay => {
                    mine(&|it| it.role == Role::Checker && self.sitting(it).date == here.date)
                }
                StructuralCode::OverTotalLimit => mine(&|it| it.role.is_time_bound()),
                StructuralCode::PinBroken if self.is_must_pin(finding) => {
                    let elsewhere = mine(&|it| self.competes(it, sitting, finding.role));
                    let places = self.at(sitting, finding.role).iter().copied();
                    places.chain(elsewhere).collect()
                }
                _ => own(),
            },
        }
    }

    fn sitting(&self, duty: &Duty) -> &'a Sitting {
        self.school.sitting(duty.sitting)
    }

    /// Is it a `must` pin that is broken? It speaks of somebody who is not in the row; a `never` pin, of one who is.
    pub fn is_must_pin(&self, finding: &Finding) -> bool {
        let row = finding.row.and_then(|row| self.roster.rows.get(row));
        finding.code == Code::Structural(StructuralCode::PinBroken)
            && row.and_then(|row| row.seat.person()) != finding.person
    }

    /// Could the duty keep its person from a place of the role at the sitting?
    fn competes(&self, duty: &Duty, sitting: SittingId, role: Role) -> bool {
        if duty.sitting == sitting {
            return true;
        }
        let (here, there) = (self.school.sitting(sitting), self.sitting(duty));
        let staff = self.school.person(duty.person).staff.as_ref();
        if duty.role == Role::Checker && role == Role::Checker {
            return self.school.limits_works(duty.person);
        }
        let limited_in_all =
            staff.is_some_and(|it| it.max_total.is_some() || it.max_per_week.is_some());
        let limited_by_day = staff.is_some_and(|staff| staff.max_per_day.is_some());
        duty.role.is_time_bound()
            && role.is_time_bound()
            && (here.meets(there) || limited_in_all || limited_by_day && here.date == there.date)
    }
}
