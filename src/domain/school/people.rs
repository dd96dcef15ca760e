//! People of the lists, and what ties them to classes and days.

use std::collections::BTreeSet;

use crate::domain::{Cell, ClassId, Date, PersonId, RoleMap, RoleSet, SchoolId, Span, SubjectId};

/// Somebody of the lists: staff, parent, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Full name as written, unique in the folder (in a district, namesakes carry their school in brackets).
    pub name: String,
    /// Set for those who work here.
    pub staff: Option<Staff>,
    /// Set for those who stand in `parents`.
    pub parent: Option<Parenthood>,
    /// Load carried over per role: duties; works for a checker.
    pub history: RoleMap<u32>,
}

/// A row of `staff`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Where the person works.
    pub school: SchoolId,
    /// Job title.
    pub position: String,
    /// Subjects the person is a specialist in.
    pub subjects: Vec<SubjectId>,
    /// Cell of `subjects`.
    pub subjects_at: Cell,
    /// Roles the person may hold: proctor, checker, assistant.
    pub roles: RoleSet,
    /// Cell of `roles`.
    pub roles_at: Cell,
    /// Subjects the person is qualified to check; empty = `subjects`.
    pub checks: Vec<SubjectId>,
    /// Cell of `checks`.
    pub checks_at: Cell,
    /// Most time-bound duties on one day.
    pub max_per_day: Option<u32>,
    /// Most time-bound duties in all.
    pub max_total: Option<u32>,
    /// Building.
    pub building: String,
    /// E-mail address.
    pub email: String,
    /// The row.
    pub read_at: Cell,
}

/// What `parents` says of a person over all their rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parenthood {
    /// Ready to observe: no row says no.
    pub observer: bool,
    /// Days offered over all rows; `None` = any.
    pub dates: Option<BTreeSet<Date>>,
    /// Telephone.
    pub phone: String,
    /// First row of the person, at the cell that decides (`observer` or `dates`) where one does.
    pub read_at: Cell,
}

/// A person has a child in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Child {
    /// The parent.
    pub parent: PersonId,
    /// The child's class.
    pub class: ClassId,
    /// Row of `parents`.
    pub read_at: Cell,
}

/// A personal interest in a class beyond the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Who.
    pub person: PersonId,
    /// The class.
    pub class: ClassId,
    /// Kind of tie, free text.
    pub kind: String,
    /// Row of `ties`.
    pub read_at: Cell,
}

/// A person is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub person: PersonId,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Only at this time of each day; `None` = all day.
    pub span: Option<Span>,
    /// Why, free text.
    pub reason: String,
    /// Row of `absences`.
    pub read_at: Cell,
}
