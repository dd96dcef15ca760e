//! `meetings.csv`: every checker is there, between the first sitting and the checking of its works, and nowhere else.

use std::collections::BTreeSet;

use crate::domain::{
    Checking, Date, MeetingRow, PersonId, PlanList, Role, School, SchoolId, SittingId, Span,
};

use super::{Facts, PlanFinding, PlanFlaw};

const SUBJECT: usize = 0;
const DATE: usize = 2;
const LESSON: usize = 3;
const START: usize = 4;
const MEMBERS: usize = 8;
const MISSING: usize = 9;

/// Everything wrong with these rows.
pub fn findings(facts: &Facts<'_>, rows: &[MeetingRow]) -> Vec<PlanFinding> {
    let mut findings = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut page = Page {
            facts,
            row,
            findings: &mut findings,
        };
        page.row();
        page.others(&rows[..at]);
    }
    findings
}

struct Page<'a> {
    facts: &'a Facts<'a>,
    row: &'a MeetingRow,
    findings: &'a mut Vec<PlanFinding>,
}

impl Page<'_> {
    fn say(&mut self, column: usize, flaw: PlanFlaw) {
        let at = (self.row.row, column);
        self.findings
            .push(PlanFinding::at(PlanList::Meetings, at, flaw));
    }

    fn say_open(&mut self, column: usize, flaw: PlanFlaw) {
        let at = (self.row.row, column);
        let finding = PlanFinding::at(PlanList::Meetings, at, flaw);
        self.findings.push(finding.open());
    }

    fn row(&mut self) {
        let school = self.facts.school;
        let sittings = sittings_of(school, self.row);
        let first = sittings.iter().copied().min_by_key(|&id| {
            let sitting = school.sitting(id);
            let span = &sitting.span;
            (sitting.date, span.end(), span.lessons.iter().last(), id)
        });
        let Some(first) = first else {
            self.say(SUBJECT, PlanFlaw::NoSuchCommission);
            return;
        };
        self.members(&sittings);
        let row = self.row;
        for &person in &row.missing {
            self.say_open(MISSING, PlanFlaw::Misses(person));
        }
        let Some((date, span)) = self.time() else {
            self.say_open(DATE, PlanFlaw::NoTime);
            return;
        };
        self.is_in_time(first, (date, &span));
        self.can_come((date, &span));
    }

    /// Day and time, where both are said.
    fn time(&self) -> Option<(Date, Span)> {
        let span = self.row.when.span();
        let says_when = !span.lessons.is_empty() || !span.clock.is_empty();
        self.row
            .when
            .date
            .filter(|_| says_when)
            .map(|date| (date, span))
    }

    /// The column that says the time of the day.
    fn time_column(&self) -> usize {
        if self.row.when.clock.is_some() {
            START
        } else {
            LESSON
        }
    }

    fn members(&mut self, sittings: &[SittingId]) {
        let duties = self.facts.roster.duties().map(|(_, duty)| duty);
        let checkers: BTreeSet<PersonId> = duties
            .filter(|duty| duty.role == Role::Checker && sittings.contains(&duty.sitting))
            .map(|duty| duty.person)
            .collect();
        for person in checkers {
            if !self.row.members.contains(&person) {
                self.say(MEMBERS, PlanFlaw::NotInvited(person));
            }
        }
    }

    fn is_in_time(&mut self, first: SittingId, (date, span): (Date, &Span)) {
        let school = self.facts.school;
        let sitting = school.sitting(first);
        let is_given = school.procedure.commissions.iter().any(|it| {
            it.subject == self.row.subject
                && it.meeting.as_ref().is_some_and(|(day, time)| {
                    *day == date && time.start() == span.start() && time.end() == span.end()
                })
        });
        let is_after = date > sitting.date
            || date == sitting.date
                && match (span.start(), sitting.span.end()) {
                    (Some(start), Some(end)) => end <= start,
                    _ => span.lessons.iter().next() > sitting.span.lessons.iter().last(),
                };
        let is_before_checking = match school.policy.checking {
            Checking::Open => true,
            within @ Checking::Within(_) => within
                .window(sitting.date)
                .last()
                .is_none_or(|last| date <= *last),
        };
        let (column, flaw) = match (is_after, is_before_checking) {
            (true, true) => return,
            (false, _) if date == sitting.date => {
                (self.time_column(), PlanFlaw::BeforeSitting(first))
            }
            (false, _) => (DATE, PlanFlaw::BeforeSitting(first)),
            (true, false) => (DATE, PlanFlaw::AfterChecking(first)),
        };
        if is_given {
            self.say_open(column, flaw);
        } else {
            self.say(column, flaw);
        }
    }

    /// Everybody who is not named as missing is free; own lessons lost are as many as the row says.
    fn can_come(&mut self, when: (Date, &Span)) {
        let row = self.row;
        let mut lost = Vec::new();
        for &person in row.members.iter().filter(|it| !row.missing.contains(it)) {
            if self.facts.is_away(person, when) {
                self.say(MEMBERS, PlanFlaw::Away(person));
            } else if let Some(sitting) = self.facts.duty_then(person, when) {
                self.say(MEMBERS, PlanFlaw::OnDuty(person, sitting));
            } else {
                let lessons = self.facts.lessons_then(person, when);
                lost.extend(lessons.into_iter().map(|lesson| (person, lesson)));
            }
        }
        if lost.len() <= row.lessons_lost as usize {
            return;
        }
        let column = self.time_column();
        for (person, lesson) in lost {
            self.say(column, PlanFlaw::Teaches(person, lesson));
        }
    }

    /// Nobody is at two meetings at once.
    fn others(&mut self, earlier: &[MeetingRow]) {
        let Some((date, span)) = self.time() else {
            return;
        };
        let row = self.row;
        for other in earlier {
            let meets = other.when.date == Some(date) && other.when.span().overlaps(&span);
            if !meets {
                continue;
            }
            let comes = |row: &MeetingRow, person: &PersonId| {
                row.members.contains(person) && !row.missing.contains(person)
            };
            let both = row.members.iter();
            for &person in both.filter(|it| comes(row, it) && comes(other, it)) {
                self.say(MEMBERS, PlanFlaw::AtMeeting(person, other.row));
            }
        }
    }
}

/// Sittings of the subject and grades: of the school that is named, or where the members work, else of every school.
fn sittings_of(school: &School, row: &MeetingRow) -> Vec<SittingId> {
    let of_member = |&person: &PersonId| Some(school.person(person).staff.as_ref()?.school);
    let of_school: Option<SchoolId> = row
        .school
        .or_else(|| row.members.iter().find_map(of_member));
    let of_row = |id: &SittingId| {
        let sitting = school.sitting(*id);
        let class = school.class(sitting.class);
        sitting.subject == row.subject
            && row.grades.contains(&class.grade)
            && of_school.is_none_or(|it| it == class.school)
    };
    school.sitting_ids().filter(of_row).collect()
}
