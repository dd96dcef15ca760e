//! People of the lists, and what ties them to classes and days.

use std::collections::BTreeSet;

use chrono::Datelike;

use crate::domain::{
    Cell, ClassId, Date, PersonId, PostLoads, PostSet, RoleMap, RoleSet, SchoolId, Share, Span,
    SubjectId, Weekdays,
};

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
    /// Load carried over of posts beyond a sitting's roles.
    pub post_history: PostLoads,
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
    /// Posts beyond a sitting's roles that the person may hold.
    pub posts: PostSet,
    /// Cell of `roles`.
    pub roles_at: Cell,
    /// Subjects the person is qualified to check; empty = `subjects`.
    pub checks: Vec<SubjectId>,
    /// Cell of `checks`.
    pub checks_at: Cell,
    /// Most time-bound duties on one day.
    pub max_per_day: Option<u32>,
    /// Most time-bound duties in a calendar week.
    pub max_per_week: Option<u32>,
    /// Most time-bound duties in all.
    pub max_total: Option<u32>,
    /// Most works to check; the policy's limit where there is none.
    pub max_works: Option<u32>,
    /// Part of a full post.
    pub share: Share,
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

/// A hint about a person and a class that somebody looked into, and that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared {
    /// About whom.
    pub person: PersonId,
    /// And which class.
    pub class: ClassId,
    /// Why it is none, free text.
    pub reason: String,
    /// Who looked into it.
    pub by: String,
    /// Row of `cleared`.
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
    /// Only on these days of the week; none of them named: every day.
    pub weekdays: Weekdays,
    /// Only at this time of each day; `None` = all day.
    pub span: Option<Span>,
    /// Why, free text.
    pub reason: String,
    /// Row of `absences`.
    pub read_at: Cell,
}

impl Absence {
    /// First and last day of an absence without any.
    pub const EVER: (Date, Date) = match (
        Date::from_ymd_opt(1900, 1, 1),
        Date::from_ymd_opt(2999, 12, 31),
    ) {
        (Some(from), Some(to)) => (from, to),
        _ => (Date::MIN, Date::MAX),
    };

    /// Away on the day, at some time of it at least?
    pub fn is_on(&self, date: Date) -> bool {
        let is_weekday = self.weekdays.is_empty() || self.weekdays.contains(date.weekday());
        (self.from..=self.to).contains(&date) && is_weekday
    }

    /// Away on the day from morning to evening?
    pub fn is_all_day(&self, date: Date) -> bool {
        self.span.is_none() && self.is_on(date)
    }

    /// Away at some moment of that time of the day?
    pub fn meets(&self, date: Date, span: &Span) -> bool {
        self.is_on(date) && self.span.as_ref().is_none_or(|away| away.overlaps(span))
    }
}
