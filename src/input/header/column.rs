//! The columns of all tables, with the headers that name them.

use crate::domain::Role;
use crate::input::names::word_key;
use crate::lang::Lang;
use crate::lang::facts::Word;

use super::headings::HEADERS;

/// A column of some table; formats.md says what each holds, and [`Column::headers`] what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Person,
    Position,
    Subjects,
    Classes,
    Homeroom,
    Roles,
    Checks,
    MaxPerDay,
    MaxPerWeek,
    MaxTotal,
    MaxWorks,
    Share,
    Building,
    Email,
    Subject,
    Class,
    Group,
    Hours,
    Short,
    Aliases,
    Area,
    Proctors,
    Checkers,
    Observers,
    Assistants,
    Grade,
    Pupils,
    Room,
    Parent,
    Observer,
    Dates,
    StaffMember,
    Phone,
    Date,
    Lesson,
    Start,
    End,
    Shift,
    Weekday,
    From,
    To,
    Lessons,
    Reason,
    Role,
    Pin,
    TieKind,
    Note,
    Rule,
    Approved,
    ClearedBy,
    Load,
    School,
    Pinned,
    Floor,
    Seats,
    Camera,
    Computers,
    Chair,
    Typed,
}

/// How many columns there are.
pub const COLUMNS: usize = Column::Typed as usize + 1;

impl Column {
    /// Every column.
    pub fn all() -> impl Iterator<Item = Self> {
        HEADERS.iter().map(|&(column, _)| column)
    }

    /// The column that counts places of a role.
    pub const fn of_places(role: Role) -> Self {
        match role {
            Role::Proctor => Column::Proctors,
            Role::Checker => Column::Checkers,
            Role::Observer => Column::Observers,
            Role::Assistant => Column::Assistants,
        }
    }

    /// The headers that name it: English, Russian, then other habits.
    pub fn headers(self) -> &'static [&'static str] {
        HEADERS[self as usize].1
    }

    /// Is it the column's English or Russian header, and not merely a habit that gives way to these?
    pub fn is_canonical(self, header: &str) -> bool {
        let key = word_key(header);
        self.headers()
            .iter()
            .take(2)
            .any(|name| word_key(name) == key)
    }

    /// Columns by which rules find whom they concern, or how much there is to do: left aside by mistake, they leave rules empty.
    pub fn carries_rules(self) -> bool {
        matches!(
            self,
            Column::Subjects
                | Column::Classes
                | Column::Homeroom
                | Column::Roles
                | Column::Checks
                | Column::MaxPerDay
                | Column::MaxPerWeek
                | Column::MaxTotal
                | Column::MaxWorks
                | Column::Share
                | Column::Observer
                | Column::Dates
                | Column::StaffMember
                | Column::Group
                | Column::Pupils
                | Column::Lessons
                | Column::Weekday
                | Column::Seats
                | Column::Camera
                | Column::Chair
        )
    }

    /// The header to write into a table of that language.
    pub fn heading(self, lang: Lang) -> &'static str {
        let [en, ru, ..] = self.headers() else {
            return self.headers()[0];
        };
        match lang {
            Lang::En => en,
            Lang::Ru => ru,
        }
    }

    /// The header to show.
    pub fn word(self) -> Word {
        if self == Column::Reason {
            // In `waivers` the reason is a document.
            return Word {
                en: "reason",
                ru: "Причина (Основание)",
            };
        }
        let headers = self.headers();
        Word {
            en: headers[0],
            ru: headers[1],
        }
    }
}
