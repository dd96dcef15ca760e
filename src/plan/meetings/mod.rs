//! Meetings: when each commission agrees on criteria, after its first sitting and before its works are checked.
//!
//! Readings: a commission is a row of `commissions`, else a subject in a grade; its members are the checkers of its sittings, and its chair
//! where one is named; without a checker it does not meet, unless the lists say when. It can meet on the days on which works of its first sitting are checked (where works wait: that day and the two working
//! days after it), from the end of that sitting on, for so many minutes within one of the lessons that the policy names. Where it names none,
//! within any lesson, or right after the last. A member is missing who is away, on duty in a room, or at another meeting then; whoever comes
//! loses own lessons that take place. The end of a meeting is counted in minutes from the midnight before its first sitting.

mod facts;
mod model;
mod slots;

use crate::domain::{Date, PersonId, Roster, SittingId, Span, SubjectId};

use super::exact::{self, Effort};
use super::level::{self, Level};
use super::on_duty::OnDuty;

use facts::Facts;

/// Why a member does not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hindrance {
    /// Away.
    Away,
    /// On duty in a room.
    OnDuty,
    /// At another meeting.
    AnotherMeeting,
    /// There is no time at which the commission could meet.
    NoTime,
}

/// A meeting of a commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The subject.
    pub subject: SubjectId,
    /// Grades, ascending.
    pub grades: Vec<u32>,
    /// Its first sitting.
    pub first: SittingId,
    /// Who leads it, where that is decided.
    pub chair: Option<PersonId>,
    /// Where, or empty.
    pub room: String,
    /// When; `None` where no time fits.
    pub when: Option<(Date, Span)>,
    /// The lists themselves say when.
    pub is_given: bool,
    /// Members by id, the chair among them.
    pub members: Vec<PersonId>,
    /// Members who do not come, and why.
    pub missing: Vec<(PersonId, Hindrance)>,
    /// Own lessons that members lose.
    pub lessons_lost: usize,
}

/// Every meeting, and how good the choice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meetings {
    /// By first sitting.
    pub meetings: Vec<Meeting>,
    /// Of the contract, the first first.
    pub levels: Vec<Level>,
}

/// The levels.
pub const LEVELS: [&str; 3] = ["missing", "lessons-lost", "ends"];

/// The best times; `None` where no meeting is wanted, and none is given.
pub fn plan(on_duty: &OnDuty<'_>, roster: &Roster, effort: Effort<'_>) -> Option<Meetings> {
    let procedure = &on_duty.school.procedure;
    let wants = on_duty.school.policy.plan.meetings.minutes > 0;
    let are_given = procedure.commissions.iter().any(|it| it.meeting.is_some());
    if !wants && !are_given {
        return None;
    }
    let facts = Facts::of(on_duty, roster);
    let stated = model::Stated::of(&facts);
    let found = exact::solve(&stated.model, stated.greedy(&facts), effort);
    Some(Meetings {
        meetings: stated.read(&facts, &found.values),
        levels: level::named(&LEVELS, &found.levels, 0),
    })
}
