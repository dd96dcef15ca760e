//! Every step's answer held against the lists and counted anew, by code that shares nothing with the steps but the answer.
//!
//! It asks of each choice whether it may be, and of each level whether its value is what the choices add up to. What no choice can
//! beat it does not know.

mod meetings;
mod rooms;
mod substitutes;

use chrono::Datelike;

use crate::domain::{Date, Lesson, PersonId, Roster, School, Span};

use super::{Level, Plan};

/// What does not hold of an answer: our fault, never the user's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{step}: {what}")]
pub struct Flaw {
    /// Name of the step.
    pub step: &'static str,
    /// What does not hold.
    pub what: String,
}

/// Holds every step against the lists and the roster.
pub fn recount(school: &School, roster: &Roster, plan: &Plan) -> Result<(), Flaw> {
    let flaw = |step| move |what| Flaw { step, what };
    if let Some(rooms) = &plan.rooms {
        rooms::hold(school, rooms).map_err(flaw("rooms"))?;
    }
    if let Some(meetings) = &plan.meetings {
        meetings::hold((school, roster), meetings).map_err(flaw("meetings"))?;
    }
    if let Some(substitutes) = &plan.substitutes {
        substitutes::hold((school, roster), substitutes).map_err(flaw("substitutes"))?;
    }
    Ok(())
}

/// What is said of a step, or nothing.
type Held = Result<(), String>;

/// Fails with these words.
fn must(holds: bool, what: impl FnOnce() -> String) -> Held {
    if holds { Ok(()) } else { Err(what()) }
}

/// Are the levels what was counted, and no bound above its value?
fn same_levels(levels: &[Level], counted: &[i64]) -> Held {
    let values: Vec<i64> = levels.iter().map(|level| level.value).collect();
    must(values == counted, || {
        format!("the levels are {counted:?}, not {values:?}")
    })?;
    let is_sound = levels.iter().all(|level| level.bound <= level.value);
    must(is_sound, || "a bound is above its value".to_owned())
}

/// Time-bound duties of the person, by the roster.
fn is_in_a_room(
    (school, roster): (&School, &Roster),
    person: PersonId,
    when: (Date, &Span),
) -> bool {
    let mut duties = roster.duties();
    duties.any(|(_, duty)| {
        let sitting = school.sitting(duty.sitting);
        duty.person == person
            && duty.role.is_time_bound()
            && sitting.date == when.0
            && sitting.span.overlaps(when.1)
    })
}

fn is_absent(school: &School, person: PersonId, (date, span): (Date, &Span)) -> bool {
    let absences = school.absences_of(person);
    absences.iter().any(|absence| absence.meets(date, span))
}

/// Does the class, or the group, of the lesson write at that moment of the day?
fn writes(school: &School, lesson: &Lesson, date: Date) -> bool {
    school.sittings.iter().any(|sitting| {
        let other_group = matches!((lesson.group, sitting.group), (Some(a), Some(b)) if a != b);
        sitting.class == lesson.class
            && !other_group
            && sitting.date == date
            && sitting.span.overlaps(&lesson.span)
    })
}

/// Own lessons of the person on that day of the week.
fn on_weekday(school: &School, person: PersonId, date: Date) -> impl Iterator<Item = &Lesson> {
    let lessons = school.lessons_of(person).iter();
    lessons.filter(move |lesson| lesson.weekday == date.weekday())
}

/// Own lessons that would be lost then.
fn lost_then(school: &School, person: PersonId, (date, span): (Date, &Span)) -> usize {
    on_weekday(school, person, date)
        .filter(|lesson| lesson.span.overlaps(span) && !writes(school, lesson, date))
        .count()
}
