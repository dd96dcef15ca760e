//! A plan's tables held against the lists and the roster, row by row, whoever wrote them.
//!
//! It knows what each row says and what may not be, nothing of how a plan is found. A fault that the row itself owns up to – a sitting
//! without a room, a member named as missing, a lesson that nobody takes – is open: there for a person to decide, not wrong.

mod meetings;
mod rooms;
mod substitutes;

use chrono::Datelike;

use crate::domain::{
    Date, Lesson, PersonId, PlanList, PlanRows, Roster, School, SittingId, Span, UnreadCell,
};

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanFlaw {
    /// Nothing can be made of the cell's text; without a row, of the table.
    Unread(String),
    /// The schedule has no such sitting.
    NoSuchSitting,
    /// What an earlier row has already.
    ToldBefore(u32),
    /// A sitting of the schedule has no row.
    SittingNotListed(SittingId),
    /// A sitting has no room.
    NoRoom,
    /// The table of rooms has none of that name.
    UnknownRoom(String),
    /// The schedule gives the sitting another room.
    OtherThanGiven(String),
    /// Seats of the room, and who has to sit there.
    TooSmall(u32, u32),
    /// The room's building is not the class's.
    OtherBuilding(String),
    /// An earlier row has the room then.
    RoomTaken(u32),
    /// A lesson takes place in the room then and has no row that moves it.
    LessonStands(usize),
    /// The timetable has no such lesson, or its class writes then.
    NoSuchLesson,
    /// A lesson that moves has no room.
    LessonWithoutRoom,
    /// Nobody writes this subject in these grades.
    NoSuchCommission,
    /// No time is said.
    NoTime,
    /// It begins before the first sitting of the subject and grade ends.
    BeforeSitting(SittingId),
    /// The works have to be checked by then.
    AfterChecking(SittingId),
    /// A checker of the commission is not named.
    NotInvited(PersonId),
    /// A member is named as missing.
    Misses(PersonId),
    /// Somebody is away then.
    Away(PersonId),
    /// Somebody is on duty then.
    OnDuty(PersonId, SittingId),
    /// Somebody has a lesson of their own then.
    Teaches(PersonId, usize),
    /// Somebody is at the meeting of an earlier row then.
    AtMeeting(PersonId, u32),
    /// No duty costs the teacher this lesson.
    NotLost(PersonId),
    /// A lesson that a duty costs has no row.
    LessonNotListed(Date, usize),
    /// Nobody takes the lesson.
    Nobody,
    /// Somebody takes no substitutions, or works elsewhere.
    NoSubstitute(PersonId),
    /// Somebody takes the lesson of an earlier row then.
    TakesAnother(PersonId, u32),
    /// More of a day than the policy allows.
    TooManyADay(PersonId, u32),
}

/// A flaw and its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFinding {
    /// The table.
    pub list: PlanList,
    /// Line of the file; `None` where something has no row.
    pub row: Option<u32>,
    /// Position among the table's columns.
    pub column: usize,
    /// What is wrong.
    pub flaw: PlanFlaw,
    /// The row itself says so: open, not wrong.
    pub is_open: bool,
}

impl PlanFinding {
    fn at(list: PlanList, (row, column): (u32, usize), flaw: PlanFlaw) -> Self {
        Self {
            list,
            row: Some(row),
            column,
            flaw,
            is_open: false,
        }
    }

    fn without_row(list: PlanList, column: usize, flaw: PlanFlaw) -> Self {
        Self {
            list,
            row: None,
            column,
            flaw,
            is_open: false,
        }
    }

    fn open(self) -> Self {
        Self {
            is_open: true,
            ..self
        }
    }
}

/// Every flaw, by table, row and column; those without a row last.
pub fn judge_plan(school: &School, roster: &Roster, rows: &PlanRows) -> Vec<PlanFinding> {
    let facts = Facts { school, roster };
    let unread = |cell: &UnreadCell| PlanFinding {
        row: cell.row,
        ..PlanFinding::without_row(cell.table, cell.column, PlanFlaw::Unread(cell.text.clone()))
    };
    let mut findings: Vec<PlanFinding> = rows.unread.iter().map(unread).collect();
    if let Some(rooms) = &rows.rooms {
        findings.extend(rooms::findings(&facts, rooms));
    }
    if let Some(meetings) = &rows.meetings {
        findings.extend(meetings::findings(&facts, meetings));
    }
    if let Some(substitutes) = &rows.substitutes {
        findings.extend(substitutes::findings(&facts, substitutes));
    }
    // What a row that cannot be read is about, nobody knows: nothing is said to be missing there.
    let is_unread = |list: PlanList| rows.unread.iter().any(|cell| cell.table == list);
    findings.retain(|it| {
        it.row.is_some() || matches!(it.flaw, PlanFlaw::Unread(_)) || !is_unread(it.list)
    });
    findings.sort_by_key(|it| (it.list, it.row.is_none(), it.row, it.column));
    findings
}

/// The lists and the roster.
struct Facts<'a> {
    school: &'a School,
    roster: &'a Roster,
}

impl Facts<'_> {
    /// A duty in a room at some moment of that time.
    fn duty_then(&self, person: PersonId, (date, span): (Date, &Span)) -> Option<SittingId> {
        let mut duties = self.roster.duties().map(|(_, duty)| duty);
        let found = duties.find(|duty| {
            let sitting = self.school.sitting(duty.sitting);
            duty.person == person
                && duty.role.is_time_bound()
                && sitting.date == date
                && sitting.span.overlaps(span)
        });
        found.map(|duty| duty.sitting)
    }

    fn is_away(&self, person: PersonId, (date, span): (Date, &Span)) -> bool {
        let mut absences = self.school.absences_of(person).iter();
        absences.any(|absence| absence.meets(date, span))
    }

    /// Does the class, or the group, of the lesson write then?
    fn is_written_over(&self, lesson: &Lesson, date: Date) -> bool {
        let sittings = self.school.sittings_of_class(lesson.class);
        sittings.iter().any(|&id| {
            let sitting = self.school.sitting(id);
            let other_group = matches!((lesson.group, sitting.group), (Some(a), Some(b)) if a != b);
            !other_group && sitting.date == date && sitting.span.overlaps(&lesson.span)
        })
    }

    /// Positions of own lessons that take place then.
    fn lessons_then(&self, person: PersonId, (date, span): (Date, &Span)) -> Vec<usize> {
        let all = self.school.lessons.iter().enumerate();
        all.filter(|(_, lesson)| {
            lesson.person == person
                && lesson.weekday == date.weekday()
                && lesson.span.overlaps(span)
                && !self.is_written_over(lesson, date)
        })
        .map(|(at, _)| at)
        .collect()
    }
}
