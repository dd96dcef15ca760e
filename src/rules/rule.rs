//! What a rule is: a constant that everything else reads.

use crate::domain::{
    Cell, ClassId, PersonId, Preset, Role, RoleSet, RuleCode, School, Severity, Sitting, SubjectId,
    Teaching, Word,
};

use super::Scope;

/// A severity per preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Severities {
    /// Preset `vpr`.
    pub vpr: Severity,
    /// Preset `plan`.
    pub plan: Severity,
    /// Preset `strict`.
    pub strict: Severity,
}

impl Severities {
    /// The severity in that preset.
    pub fn of(self, preset: Preset) -> Severity {
        match preset {
            Preset::Vpr => self.vpr,
            Preset::Plan => self.plan,
            Preset::Strict => self.strict,
        }
    }
}

/// The cells that prove that a rule bars a person, and what they speak of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Evidence {
    /// The proving cells; every one of them, the most telling first.
    pub cells: Vec<Cell>,
    /// The class the fact is about, for the message's `{class}`.
    pub class: Option<ClassId>,
    /// The subject the fact is about, for the message's `{subject}`.
    pub subject: Option<SubjectId>,
}

impl Evidence {
    /// Proof by these cells, about the sitting's own class and subject.
    pub fn of_cells(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self {
            cells: cells.into_iter().collect(),
            ..Self::default()
        }
    }

    /// Proof by these cells about a class.
    pub fn about_class(class: ClassId, cells: impl IntoIterator<Item = Cell>) -> Option<Self> {
        Self::of(Some(class), None, cells)
    }

    /// Proof by these cells about a subject.
    pub fn about_subject(
        subject: SubjectId,
        cells: impl IntoIterator<Item = Cell>,
    ) -> Option<Self> {
        Self::of(None, Some(subject), cells)
    }

    /// Proof by the rows that say what the person teaches; the first row names class and subject.
    pub fn of_teaching<'a>(rows: impl IntoIterator<Item = &'a Teaching>) -> Option<Self> {
        let mut rows = rows.into_iter().peekable();
        let &first = rows.peek()?;
        Self::of(
            Some(first.class),
            Some(first.subject),
            rows.map(|row| row.read_at),
        )
    }

    /// `None` where no cell proves anything.
    fn of(
        class: Option<ClassId>,
        subject: Option<SubjectId>,
        cells: impl IntoIterator<Item = Cell>,
    ) -> Option<Self> {
        let cells: Vec<Cell> = cells.into_iter().collect();
        (!cells.is_empty()).then_some(Self {
            cells,
            class,
            subject,
        })
    }
}

/// When a rule bars a person from a place.
#[derive(Debug, Clone, Copy)]
pub enum Bar {
    /// By the school's lists alone.
    Facts(fn(&School, PersonId, &Sitting) -> Option<Evidence>),
    /// By the roster: the person also holds this role at the same sitting.
    AlsoHolds(Role),
}

/// A list of facts that a rule bars by: without it the rule is silent, which is not the same as kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Who teaches what in which class (`load`, `timetable`, classes in `staff`).
    Teaching,
    /// Who is a specialist in what (`staff.subjects`, or by `load`).
    Specialism,
    /// Who is the class teacher of which class.
    ClassTeachers,
    /// Whose child is in which class (`parents`).
    Parents,
}

/// A rule of the catalogue: what the solver, the checker, the explanations and the documentation all read.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Public name.
    pub code: RuleCode,
    /// What it is called where people read: what a person does who breaks it, a few words.
    pub name: Word,
    /// Roles it speaks of.
    pub roles: RoleSet,
    /// Severity per preset.
    pub default: Severities,
    /// What it says, one sentence.
    pub what: Word,
    /// Why it exists.
    pub why: Word,
    /// What to do when it bites.
    pub fix: Word,
    /// A case in one sentence.
    pub example: Word,
    /// The finding's sentence, with `{person}`, `{class}` and `{subject}` from the evidence (else from the sitting).
    pub message: Word,
    /// The regulation, or the practice, behind it.
    pub source: Word,
    /// What of the sitting the predicate reads, and whom it can bar at all.
    pub scope: Scope,
    /// The facts whose absence would let somebody through unseen. Empty where absence bars instead (nobody is qualified
    /// by an empty list), or where the list is of special cases that most people have none of (`ties`).
    pub needs: &'static [Fact],
    /// When it bars.
    pub bar: Bar,
}

impl Rule {
    /// The proof that the rule bars the person from the sitting, who also holds the roles `held` there.
    pub fn bars(
        &self,
        school: &School,
        person: PersonId,
        sitting: &Sitting,
        held: RoleSet,
    ) -> Option<Evidence> {
        match self.bar {
            Bar::Facts(barred_by) => barred_by(school, person, sitting),
            Bar::AlsoHolds(role) => held.contains(role).then(Evidence::default),
        }
    }
}
