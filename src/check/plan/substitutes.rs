//! `substitutes.csv`: every lesson that a duty costs, and somebody who may take it and is free.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{Date, PersonId, PlanList, Post, Span, SubstituteRow};

use super::{Facts, PlanFinding, PlanFlaw};

const LESSON: usize = 1;
const CLASS: usize = 4;
const TEACHER: usize = 6;
const SUBSTITUTE: usize = 7;

/// Everything wrong with these rows.
pub fn findings(facts: &Facts<'_>, rows: &[SubstituteRow]) -> Vec<PlanFinding> {
    let mut page = Page {
        facts,
        listed: BTreeMap::new(),
        taken: Vec::new(),
        findings: Vec::new(),
    };
    for row in rows {
        page.row(row);
    }
    page.missing();
    page.findings
}

struct Page<'a> {
    facts: &'a Facts<'a>,
    /// The row of each lesson of a day.
    listed: BTreeMap<(Date, usize), u32>,
    /// Who takes what.
    taken: Vec<(PersonId, Date, Span, u32)>,
    findings: Vec<PlanFinding>,
}

impl Page<'_> {
    fn say(&mut self, at: (u32, usize), flaw: PlanFlaw) {
        let finding = PlanFinding::at(PlanList::Substitutes, at, flaw);
        self.findings.push(finding);
    }

    fn row(&mut self, row: &SubstituteRow) {
        let lessons = self.lessons_of(row);
        let (Some(&first), Some(date)) = (lessons.first(), row.when.date) else {
            self.say((row.row, CLASS), PlanFlaw::NoSuchLesson);
            return;
        };
        if let Some(&earlier) = self.listed.get(&(date, first)) {
            self.say((row.row, CLASS), PlanFlaw::ToldBefore(earlier));
            return;
        }
        let listed = lessons.iter().map(|&lesson| ((date, lesson), row.row));
        self.listed.extend(listed);
        let school = self.facts.school;
        let span = &school.lessons[first].span;
        let is_lost = self.facts.duty_then(row.teacher, (date, span)).is_some()
            && !self.facts.is_written_over(&school.lessons[first], date);
        if !is_lost {
            self.say((row.row, TEACHER), PlanFlaw::NotLost(row.teacher));
            return;
        }
        match row.substitute {
            Some(person) => self.takes(row, (person, first), date),
            None => {
                let at = (row.row, SUBSTITUTE);
                let finding = PlanFinding::at(PlanList::Substitutes, at, PlanFlaw::Nobody);
                self.findings.push(finding.open());
            }
        }
    }

    /// Lessons of the timetable that the row is about.
    fn lessons_of(&self, row: &SubstituteRow) -> Vec<usize> {
        let Some(date) = row.when.date else {
            return Vec::new();
        };
        let all = self.facts.school.lessons.iter().enumerate();
        all.filter(|(_, lesson)| {
            lesson.person == row.teacher
                && lesson.weekday == date.weekday()
                && lesson.subject == row.subject
                && row.classes.contains(&lesson.class)
                && row.when.means(date, &lesson.span)
        })
        .map(|(at, _)| at)
        .collect()
    }

    /// May the person take the lesson, and is the person free?
    fn takes(&mut self, row: &SubstituteRow, (person, lesson): (PersonId, usize), date: Date) {
        let school = self.facts.school;
        let lesson = &school.lessons[lesson];
        let when = (date, &lesson.span);
        let at = (row.row, SUBSTITUTE);
        let staff = school.person(person).staff.as_ref();
        let may = staff.is_some_and(|staff| {
            staff.posts.contains(Post::Substitute)
                && staff.school == school.class(lesson.class).school
        });
        if !may {
            self.say(at, PlanFlaw::NoSubstitute(person));
        }
        if self.facts.is_away(person, when) {
            self.say(at, PlanFlaw::Away(person));
        }
        if let Some(sitting) = self.facts.duty_then(person, when) {
            self.say(at, PlanFlaw::OnDuty(person, sitting));
        }
        if let Some(&own) = self.facts.lessons_then(person, when).first() {
            self.say(at, PlanFlaw::Teaches(person, own));
        }
        let that_day = self
            .taken
            .iter()
            .filter(|it| (it.0, it.1) == (person, date));
        let clash = that_day.clone().find(|it| it.2.overlaps(&lesson.span));
        let clash = clash.map(|it| it.3);
        let most = school.policy.plan.substituted_a_day;
        let is_beyond = that_day.count() as u64 == u64::from(most);
        if let Some(earlier) = clash {
            self.say(at, PlanFlaw::TakesAnother(person, earlier));
        }
        if is_beyond {
            self.say(at, PlanFlaw::TooManyADay(person, most));
        }
        self.taken
            .push((person, date, lesson.span.clone(), row.row));
    }

    /// Lessons that duties cost and no row has.
    fn missing(&mut self) {
        let school = self.facts.school;
        let mut lost: BTreeSet<(Date, usize)> = BTreeSet::new();
        for (_, duty) in self.facts.roster.duties() {
            let sitting = school.sitting(duty.sitting);
            if !duty.role.is_time_bound() {
                continue;
            }
            let lessons = self
                .facts
                .lessons_then(duty.person, (sitting.date, &sitting.span));
            lost.extend(lessons.into_iter().map(|lesson| (sitting.date, lesson)));
        }
        for (date, lesson) in lost {
            if !self.listed.contains_key(&(date, lesson)) {
                let flaw = PlanFlaw::LessonNotListed(date, lesson);
                let finding = PlanFinding::without_row(PlanList::Substitutes, LESSON, flaw);
                self.findings.push(finding);
            }
        }
    }
}
