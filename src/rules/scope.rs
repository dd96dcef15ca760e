//! How far a rule looks: sittings that agree in what it reads share one answer, and only some people can be barred.
//!
//! A promise each rule makes about its own predicate, which lets eligibility ask each question once. The tests of
//! eligibility hold every rule to it.

use crate::domain::{ClassId, GroupId, School, SchoolId, Sitting, SubjectId};

/// What of a sitting a predicate reads, and whom it can bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The class and its group; only people with a link to the class (they teach, lead, have a child or a tie there).
    Class,
    /// The class, its group and the subject; only people with a link to the class.
    ClassAndSubject,
    /// The subject and the class; only people of the subject's area (specialists and teachers).
    Area,
    /// The subject and, where the policy exempts generalists in primary school, its class; only people of the area.
    Specialism,
    /// The subject and the school; only people of the subject's area.
    AreaInSchool,
    /// The subject; anyone.
    Subject,
    /// The subject and the grade; anyone.
    SubjectAndGrade,
    /// The school; anyone.
    School,
}

/// Whom a rule can bar at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// People with a link to the class that writes.
    LinkedToClass,
    /// Specialists in, and teachers of, the subject's area.
    OfArea,
    /// Anyone.
    Anyone,
}

/// What of a sitting a scope reads: equal keys, equal answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct ScopeKey {
    school: Option<SchoolId>,
    grade: Option<u32>,
    class: Option<ClassId>,
    group: Option<GroupId>,
    subject: Option<SubjectId>,
}

/// The last grade of primary school.
pub const LAST_PRIMARY_GRADE: u32 = 4;

impl Scope {
    /// Whom the rule can bar at all.
    pub fn reach(self) -> Reach {
        match self {
            Scope::Class | Scope::ClassAndSubject => Reach::LinkedToClass,
            Scope::Area | Scope::Specialism | Scope::AreaInSchool => Reach::OfArea,
            Scope::Subject | Scope::SubjectAndGrade | Scope::School => Reach::Anyone,
        }
    }

    /// What the rule reads of the sitting.
    pub fn key(self, school: &School, sitting: &Sitting) -> ScopeKey {
        let class = school.class(sitting.class);
        let exempts = !school.policy.options.primary_generalist_is_specialist;
        let none = ScopeKey::default();
        match self {
            Scope::Class => ScopeKey {
                class: Some(sitting.class),
                group: sitting.group,
                ..none
            },
            Scope::ClassAndSubject => ScopeKey {
                class: Some(sitting.class),
                group: sitting.group,
                subject: Some(sitting.subject),
                ..none
            },
            Scope::Area => ScopeKey {
                class: Some(sitting.class),
                subject: Some(sitting.subject),
                ..none
            },
            Scope::Specialism => ScopeKey {
                class: (exempts && class.grade <= LAST_PRIMARY_GRADE).then_some(sitting.class),
                subject: Some(sitting.subject),
                ..none
            },
            Scope::Subject => ScopeKey {
                subject: Some(sitting.subject),
                ..none
            },
            Scope::AreaInSchool => ScopeKey {
                school: Some(class.school),
                subject: Some(sitting.subject),
                ..none
            },
            Scope::SubjectAndGrade => ScopeKey {
                grade: Some(class.grade),
                subject: Some(sitting.subject),
                ..none
            },
            Scope::School => ScopeKey {
                school: Some(class.school),
                ..none
            },
        }
    }
}
