//! A sitting: a class writes a subject.

use crate::domain::{Cell, ClassId, Date, GroupId, LoadUnit, Role, RoleMap, Span, SubjectId};

/// A row of the schedule: a class writes a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Day.
    pub date: Date,
    /// Time of the day.
    pub span: Span,
    /// The class that writes.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The group, where only one writes.
    pub group: Option<GroupId>,
    /// Room (the cell, else the class's).
    pub room: String,
    /// Number of pupils (the cell, else the class's, else 0).
    pub pupils: u32,
    /// Places per role.
    pub places: RoleMap<u32>,
    /// Row of `schedule`.
    pub read_at: Cell,
}

impl Sitting {
    /// Do the two share a moment?
    pub fn meets(&self, other: &Sitting) -> bool {
        self.date == other.date && self.span.overlaps(&other.span)
    }

    /// Works of one checker: pupils divided by checker places, rounded up; one where nobody knows how many pupils write.
    pub fn works(&self) -> u32 {
        self.pupils
            .max(1)
            .div_ceil(self.places[Role::Checker].max(1))
    }

    /// What one duty of the role adds to a person's load: 1, or the works of a checker.
    pub fn load(&self, role: Role) -> u32 {
        match role.card().unit {
            LoadUnit::Works => self.works(),
            LoadUnit::Duty => 1,
        }
    }
}
