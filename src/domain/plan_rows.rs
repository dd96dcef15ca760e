//! A plan's tables as somebody wrote them: rows with what their cells mean, and where each stands.

use super::{
    ClassId, ClockSpan, Date, Lessons, PersonId, School, SchoolId, Sitting, Span, SubjectId,
};

/// One of a plan's tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanList {
    /// `rooms.csv`.
    Rooms,
    /// `meetings.csv`.
    Meetings,
    /// `substitutes.csv`.
    Substitutes,
}

impl PlanList {
    /// All of them, in the order in which they are judged.
    pub const ALL: [PlanList; 3] = [PlanList::Rooms, PlanList::Meetings, PlanList::Substitutes];

    /// Name of its file.
    pub fn file_name(self) -> &'static str {
        match self {
            PlanList::Rooms => "rooms.csv",
            PlanList::Meetings => "meetings.csv",
            PlanList::Substitutes => "substitutes.csv",
        }
    }
}

/// A day and a time, as far as cells say them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowWhen {
    /// The day; `None` where the cell is empty.
    pub date: Option<Date>,
    /// Lesson numbers.
    pub lessons: Lessons,
    /// By the clock.
    pub clock: Option<ClockSpan>,
}

impl RowWhen {
    /// The time, whether or not it has a day.
    pub fn span(&self) -> Span {
        Span {
            lessons: self.lessons,
            clock: self.clock.into_iter().collect(),
        }
    }

    /// May that time be meant? Whatever the row says of it must be so.
    pub fn means(&self, date: Date, span: &Span) -> bool {
        self.date == Some(date)
            && (self.lessons.is_empty() || self.lessons == span.lessons)
            && self.clock.is_none_or(|clock| {
                span.start().is_none_or(|start| start == clock.start)
                    && span.end().is_none_or(|end| end == clock.end)
            })
            && (!self.lessons.is_empty() || self.clock.is_some())
    }
}

/// A row of `rooms.csv`: a sitting in its room, or a lesson that goes there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomRow {
    /// Line of the file.
    pub row: u32,
    /// A sitting, or a lesson?
    pub is_sitting: bool,
    /// When.
    pub when: RowWhen,
    /// Classes; of a sitting, one.
    pub classes: Vec<ClassId>,
    /// The subject.
    pub subject: SubjectId,
    /// Name of the group, or empty.
    pub group: String,
    /// Name of the room, or empty.
    pub room: String,
    /// Of a lesson: the room that it leaves.
    pub from: String,
}

/// A row of `meetings.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRow {
    /// Line of the file.
    pub row: u32,
    /// The subject.
    pub subject: SubjectId,
    /// Grades, ascending.
    pub grades: Vec<u32>,
    /// When; without a day where no time was found.
    pub when: RowWhen,
    /// Where, or empty.
    pub room: String,
    /// Who leads it, where that is decided.
    pub chair: Option<PersonId>,
    /// Members who are to come, and those who cannot.
    pub members: Vec<PersonId>,
    /// Those who cannot.
    pub missing: Vec<PersonId>,
    /// The school, where the row names one.
    pub school: Option<SchoolId>,
    /// Own lessons lost, as the row has it.
    pub lessons_lost: u32,
}

/// A row of `substitutes.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubstituteRow {
    /// Line of the file.
    pub row: u32,
    /// When.
    pub when: RowWhen,
    /// Classes.
    pub classes: Vec<ClassId>,
    /// The subject.
    pub subject: SubjectId,
    /// Whose lesson it is.
    pub teacher: PersonId,
    /// Who takes it.
    pub substitute: Option<PersonId>,
}

impl RoomRow {
    /// Is the row about that sitting?
    pub fn is_of(&self, school: &School, sitting: &Sitting) -> bool {
        let group = sitting.group.map(|group| &school.groups[group.index()]);
        self.is_sitting
            && self.classes.contains(&sitting.class)
            && self.subject == sitting.subject
            && self.when.means(sitting.date, &sitting.span)
            && are_same_letters(group.map_or("", String::as_str), &self.group)
    }
}

/// Are two names the same but for case, spaces and signs?
pub fn are_same_letters(a: &str, b: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
        let letters = text.chars().filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase)
    }
    letters(a).eq(letters(b))
}

/// A cell that says nothing that could be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadCell {
    /// The table.
    pub table: PlanList,
    /// Line of the file; `None` where the whole table cannot be read.
    pub row: Option<u32>,
    /// Position among the table's columns.
    pub column: usize,
    /// As typed.
    pub text: String,
}

/// Every table that is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanRows {
    /// `rooms.csv`.
    pub rooms: Option<Vec<RoomRow>>,
    /// `meetings.csv`.
    pub meetings: Option<Vec<MeetingRow>>,
    /// `substitutes.csv`.
    pub substitutes: Option<Vec<SubstituteRow>>,
    /// What could not be read; the rows are not among those above.
    pub unread: Vec<UnreadCell>,
}
