//! Classes, subjects, and who teaches what where.

use chrono::Weekday;

use crate::domain::{AreaId, Cell, ClassId, GroupId, PersonId, SchoolId, Span, SubjectId};

/// A row of `classes`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// The school it belongs to.
    pub school: SchoolId,
    /// Name as written (`5А`).
    pub name: String,
    /// Year of study.
    pub grade: u32,
    /// Number of pupils, 0 where not given.
    pub pupils: u32,
    /// Home room.
    pub room: String,
    /// Building.
    pub building: String,
    /// The row.
    pub read_at: Cell,
}

/// A row of `subjects`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Full name.
    pub name: String,
    /// Short name, or empty.
    pub short: String,
    /// Its specialism.
    pub area: AreaId,
}

/// `T(p,s,c)`: a person teaches a subject in a class (in one group of it, where `group` is set).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Teaching {
    /// Who teaches.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The group, where the class is split.
    pub group: Option<GroupId>,
    /// Makes the person a specialist (`load`, or what stands in for it); a mere `timetable` row beside a `load` does not.
    pub specialist: bool,
    /// The row that says so.
    pub read_at: Cell,
}

/// A person is the class teacher of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Homeroom {
    /// The class teacher.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// The cell that says so, in `staff` or `classes`.
    pub read_at: Cell,
}

/// A lesson of the ordinary week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Day of the week.
    pub weekday: Weekday,
    /// When.
    pub span: Span,
    /// The class taught.
    pub class: ClassId,
    /// The subject.
    pub subject: SubjectId,
    /// The teacher.
    pub person: PersonId,
    /// The group, where the class is split.
    pub group: Option<GroupId>,
    /// Room.
    pub room: String,
    /// Row of `timetable`.
    pub read_at: Cell,
}
