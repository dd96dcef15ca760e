//! The roster that was: what calendars cancel, and what the chat is told.

use crate::domain::{Roster, Seat};
use crate::input::{self, InputFile};
use crate::service::diff::{Change, compare};
use crate::service::placed::{Subject, When, place};
use crate::service::views::lesson_of;
use crate::service::{Checked, Complaints};
use crate::sheets::chat::{Held, SeatChange};

use super::ExportError;

/// An older roster, and how the present one differs from it.
pub struct Was {
    /// The older roster.
    pub roster: Roster,
    /// What changed, by date and place.
    pub changes: Vec<SeatChange>,
}

impl Was {
    /// Reads the older roster by the present lists and compares.
    pub fn read(file: &InputFile, checked: &Checked) -> Result<Self, ExportError> {
        let reading = input::read_roster(file, &checked.school);
        let Some(roster) = reading.roster else {
            return Err(ExportError::Refused(Complaints {
                list: reading.complaints,
                sources: reading.sources,
            }));
        };
        let old = place(&checked.school, &roster, &reading.times);
        let new = place(&checked.school, &checked.roster, &checked.times);
        let changes = compare(&old, &new);
        let changes = changes.iter().map(|change| told(checked, change));
        Ok(Self {
            changes: changes.collect(),
            roster,
        })
    }
}

/// A change as the chat's text takes it.
fn told(checked: &Checked, change: &Change) -> SeatChange {
    let school = &checked.school;
    let (sitting, class, subject) = match &change.subject {
        Subject::Sitting(id) => {
            let sitting = school.sitting(*id);
            let class = school.class(sitting.class).name.clone();
            (
                Some(*id),
                class,
                school.subject(sitting.subject).name.clone(),
            )
        }
        Subject::Lapsed { class, subject, .. } => (None, class.clone(), subject.clone()),
    };
    let known = sitting.map(|id| lesson_of(school.sitting(id)));
    let held = |(seat, when): &(Seat, When)| {
        let lesson = match (when.lessons.is_empty(), when.start) {
            (false, _) => when.lessons.to_string(),
            (true, Some(start)) => start.to_string(),
            (true, None) => known.clone().unwrap_or_default(),
        };
        Held {
            seat: seat.clone(),
            date: when.date,
            lesson,
        }
    };
    SeatChange {
        sitting,
        class,
        subject,
        role: change.role,
        was: change.was.as_ref().map(held),
        now: change.now.as_ref().map(held),
    }
}
