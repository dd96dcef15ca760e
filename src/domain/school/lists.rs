//! All tables together.

use super::{
    Absence, Child, Class, Cleared, Homeroom, Lesson, Person, Pin, Procedure, Sitting, Subject,
    Teaching, Tie, Waiver,
};
use crate::domain::{PersonId, Policy, Source, SubjectId};

/// Everything the tables say, in the order of the files. Ids are positions in these lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lists {
    /// The school's decisions.
    pub policy: Policy,
    /// Files and sheets that cells refer to.
    pub sources: Vec<Source>,
    /// Names of the schools: one, or those of a district.
    pub schools: Vec<String>,
    /// People.
    pub people: Vec<Person>,
    /// Classes.
    pub classes: Vec<Class>,
    /// Subjects.
    pub subjects: Vec<Subject>,
    /// Other spellings of subjects (column `aliases`), for rosters made by hand.
    pub aliases: Vec<(String, SubjectId)>,
    /// Whom names as typed in rosters mean, as people have answered; `None`: nobody of the lists.
    pub learned: Vec<(String, Option<PersonId>)>,
    /// Names of the specialisms.
    pub areas: Vec<String>,
    /// Names of teaching groups.
    pub groups: Vec<String>,
    /// The schedule.
    pub sittings: Vec<Sitting>,
    /// Who teaches what where.
    pub teaching: Vec<Teaching>,
    /// Class teachers.
    pub homerooms: Vec<Homeroom>,
    /// Children.
    pub children: Vec<Child>,
    /// Personal ties.
    pub ties: Vec<Tie>,
    /// The ordinary week; empty without `timetable`.
    pub lessons: Vec<Lesson>,
    /// Absences.
    pub absences: Vec<Absence>,
    /// Pins.
    pub pins: Vec<Pin>,
    /// Written exceptions.
    pub waivers: Vec<Waiver>,
    /// Hints that were looked into.
    pub cleared: Vec<Cleared>,
    /// What the procedure needs beside people, classes and sittings.
    pub procedure: Procedure,
}
