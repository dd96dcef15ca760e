//! Who is on duty when, by the roster, and who could be asked for something else then.

use chrono::Datelike;

use crate::domain::{Date, Lesson, PersonId, Role, Roster, School, SittingId, Span};

/// The facts, and everybody's duties.
pub struct OnDuty<'a> {
    /// The facts.
    pub school: &'a School,
    /// Each person's duties in the rooms, in the roster's order.
    of_person: Vec<Vec<(SittingId, Role)>>,
}

impl<'a> OnDuty<'a> {
    /// Of this roster.
    pub fn of(school: &'a School, roster: &Roster) -> Self {
        let mut of_person = vec![Vec::new(); school.people.len()];
        for (_, duty) in roster.duties() {
            if duty.role.is_time_bound() {
                of_person[duty.person.index()].push((duty.sitting, duty.role));
            }
        }
        Self { school, of_person }
    }

    /// Duties in the rooms of the person.
    pub fn duties(&self, person: PersonId) -> &[(SittingId, Role)] {
        &self.of_person[person.index()]
    }

    /// Has the person a duty at some moment of that time?
    pub fn is_on_duty(&self, person: PersonId, (date, span): (Date, &Span)) -> bool {
        self.duties(person).iter().any(|&(id, _)| {
            let sitting = self.school.sitting(id);
            sitting.date == date && sitting.span.overlaps(span)
        })
    }

    /// Has the person any duty in the rooms that day?
    pub fn comes_for_duty(&self, person: PersonId, date: Date) -> bool {
        let mut duties = self.duties(person).iter();
        duties.any(|&(id, _)| self.school.sitting(id).date == date)
    }

    /// Is the person away at some moment of that time?
    pub fn is_away(&self, person: PersonId, (date, span): (Date, &Span)) -> bool {
        let mut absences = self.school.absences_of(person).iter();
        absences.any(|absence| absence.meets(date, span))
    }

    /// The person's own lessons at that time, whether or not their classes write.
    pub fn lessons_then(
        &self,
        person: PersonId,
        (date, span): (Date, &'a Span),
    ) -> impl Iterator<Item = &'a Lesson> {
        let lessons = self.school.lessons_of(person).iter();
        let weekday = date.weekday();
        lessons.filter(move |lesson| lesson.weekday == weekday && lesson.span.overlaps(span))
    }

    /// Has the person a lesson of their own on such a day of the week?
    pub fn teaches_on(&self, person: PersonId, date: Date) -> bool {
        let mut lessons = self.school.lessons_of(person).iter();
        lessons.any(|lesson| lesson.weekday == date.weekday())
    }

    /// Does the lesson take place on that day: does nobody of its class (or group) write then?
    pub fn takes_place(&self, lesson: &Lesson, date: Date) -> bool {
        let school = self.school;
        !school.sittings_of_class(lesson.class).iter().any(|&id| {
            let sitting = school.sitting(id);
            let is_theirs =
                lesson.group.is_none() || sitting.group.is_none() || lesson.group == sitting.group;
            sitting.date == date && is_theirs && sitting.span.overlaps(&lesson.span)
        })
    }
}

/// Sets of things of which every two share a moment, such that any two that do are together in one: by the moments at which one begins.
pub fn at_once(spans: &[&Span]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for first in spans {
        let clocks = first.clock.iter().map(|clock| {
            let covers = |span: &&&Span| {
                let mut parts = span.clock.iter();
                parts.any(|part| part.start <= clock.start && clock.start < part.end)
            };
            together(spans, &covers)
        });
        let lessons = first.lessons.iter().map(|lesson| {
            together(spans, &|span| {
                span.clock.is_empty() && span.lessons.contains(lesson)
            })
        });
        sets.extend(clocks.chain(lessons));
    }
    // Times that only one of two gives by the clock meet by their lessons.
    for (a, first) in spans.iter().enumerate() {
        for (b, second) in spans.iter().enumerate().skip(a + 1) {
            if first.clock.is_empty() != second.clock.is_empty() && first.overlaps(second) {
                sets.push(vec![a, b]);
            }
        }
    }
    sets.retain(|set| set.len() > 1);
    sets.sort();
    sets.dedup();
    sets
}

fn together(spans: &[&Span], holds: &dyn Fn(&&&Span) -> bool) -> Vec<usize> {
    let all = spans.iter().enumerate();
    all.filter(|(_, span)| holds(span))
        .map(|(at, _)| at)
        .collect()
}
