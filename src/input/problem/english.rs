//! The complaints in English.

use crate::lang::plural_en;

use super::{
    Aside, FactProblem, Lang, alternatives, did_you_mean, enumeration, nearest_word, quoted, rows,
    words,
};

const EN: Lang = Lang::En;

impl FactProblem {
    pub(super) fn english(&self, text: &str) -> String {
        self.english_of_table(text)
            .or_else(|| self.english_of_value(text))
            .unwrap_or_else(|| self.english_of_fact(text))
    }

    /// Complaints about files, headers and whole rows.
    fn english_of_table(&self, text: &str) -> Option<String> {
        let q = quoted(text, EN);
        Some(match self {
            Self::MissingTable(table) => format!(
                "the table {} is missing; add a file or a sheet of that name",
                quoted(table.en, EN)
            ),
            Self::TableTwice { table, other } => format!(
                "the table {} stands here and in {}; keep one of them",
                quoted(table.en, EN),
                quoted(other, EN)
            ),
            Self::NoTable { nearest } => format!(
                "{q} is not the name of a table and is left aside{}",
                nearest_word(*nearest, EN)
            ),
            Self::TakenFor(table) => format!(
                "{q} is taken for the table {} by its headings",
                quoted(table.en, EN)
            ),
            Self::WhichTable(tables) => format!(
                "{q} may be {}; it is not read: name the file or sheet so",
                alternatives(&words(tables, EN), EN)
            ),
            Self::ChoicesUnread => {
                "what was chosen for files and sheets cannot be read; mend the file, or delete it and choose again on the page"
                    .into()
            }
            Self::FolderAside => {
                format!("the folder {q} is left aside: this folder is itself a school")
            }
            Self::PolicyAside => {
                "this policy is not used: a district has one policy.toml, at its top".to_owned()
            }
            Self::NoHeader(columns) => format!(
                "no row with headers is found; the table needs the columns {}",
                enumeration(&words(columns, EN), EN)
            ),
            Self::MissingColumn { column, nearest } => format!(
                "the column {} is missing{}",
                quoted(column.en, EN),
                nearest.as_ref().map_or(String::new(), |nearest| format!(
                    "; is it the one called {}?",
                    quoted(nearest, EN)
                ))
            ),
            Self::ColumnTwice { column, other } => format!(
                "{q} and {} both mean the column {}; keep one of them",
                quoted(other, EN),
                quoted(column.en, EN)
            ),
            Self::ColumnLooksLike { column } => format!(
                "the column {q} is not read; is it {}? Rename it so; otherwise give it another name",
                quoted(column.en, EN)
            ),
            Self::UnknownColumns(names) => format!(
                "columns that this table does not know are left aside: {}",
                enumeration(names, EN)
            ),
            Self::RowAside(why) => {
                let what = match why {
                    Aside::HeaderAgain => "the header again",
                    Aside::Numbers => "the columns' numbers",
                    Aside::Total => "a total",
                    Aside::Signature => "a signature",
                    Aside::Headline => "a headline",
                };
                format!("{q}: the row is taken for {what} and is not read")
            }
            Self::NoRows => "the table has a header and no rows".to_owned(),
            Self::EmptyCell(column) => format!(
                "the cell is empty; the column {} must be filled",
                quoted(column.en, EN)
            ),
            Self::SameKey { other, row } => format!(
                "{q} and {} (row {row}) are the same name; keep one of them, or tell them apart",
                quoted(other, EN)
            ),
            Self::RepeatedRow { row } => {
                format!("{q}: the row says what row {row} says and is not counted twice")
            }
            _ => return None,
        })
    }

    /// Complaints about the text of one cell by itself.
    fn english_of_value(&self, text: &str) -> Option<String> {
        let q = quoted(text, EN);
        Some(match self {
            Self::GridOfDays { works } => format!(
                "read as a grid of days and classes: {works} {}",
                plural_en(*works as u64, "work", "works")
            ),
            Self::OtherWeekday { right } => format!(
                "{q}: that date is a {}; correct the date or the day of the week",
                right.en
            ),
            Self::NotADate => {
                format!("{q} is not a date; write it like 21.04.2026 or 2026-04-21")
            }
            Self::NoYear => {
                format!("{q} has no year; write dates like 21.04.2026")
            }
            Self::YearTaken { year } => {
                format!(
                    "{q} has no year; such dates are read as of {year}, as the schedule's others are"
                )
            }
            Self::NotLessons => {
                format!("{q} is not a lesson number; write 2, 2-3 or 2,3 (0 to 63)")
            }
            Self::MaybeOneSubject { other } => format!(
                "{q} and {} are counted as two subjects; if they are one, write it the same way everywhere, or enter it in the table \"subjects\" with an alias",
                quoted(other, EN)
            ),
            Self::MaybeOneClass { other } => format!(
                "{q} and {} are counted as two classes; if they are one, keep one of the rows",
                quoted(other, EN)
            ),
            Self::SheetError => format!(
                "{q} is an error of the spreadsheet, not a value; correct the formula or type the value"
            ),
            Self::LessonsAsDate { lessons } => format!(
                "{q} is a date, not a lesson number; a spreadsheet may have made it of {}: format the cell as text and type it again",
                quoted(lessons, EN)
            ),
            Self::NotATime => format!("{q} is not a time of the day; write it like 9:25"),
            Self::NotYesOrNo => format!("{q} is neither yes nor no"),
            Self::NotAShare => format!(
                "{q} is not a part of a post; write a number from 0.05 to 3 with two decimals at most, such as 0.5 or 1.25"
            ),
            Self::SharesTooFine => format!(
                "the shares of the staff, {q} among them, have too large a common multiple to compare loads by; round them, best to quarters of a post"
            ),
            Self::NotACount { max } => {
                format!("{q} is not a whole number from 0 to {max}")
            }
            Self::NotAWeekday => format!("{q} is not a day of the week; write it like Mon"),
            Self::NotOneOf { keywords, nearest } => format!(
                "{q} is not known here; write {}{}",
                alternatives(&words(keywords, EN), EN),
                nearest_word(*nearest, EN)
            ),
            Self::NotARule { nearest } => format!(
                "no rule is called {q}; `recuse rules` lists them{}",
                did_you_mean(*nearest, EN)
            ),
            Self::StaffObserver => format!(
                "{q} is not a role of staff: observers are parents; write proctor, checker or assistant"
            ),
            Self::UnknownName { kind, nearest } => format!(
                "{q}: {}{}",
                kind.unknown(EN),
                did_you_mean(nearest.as_deref(), EN)
            ),
            Self::NobodyNamed => format!(
                "{q} marks an empty place and is nobody's name; write the name or leave the row out"
            ),
            Self::SeveralNamed => format!("{q} names several people; write a row for each of them"),
            Self::MaybeTwice { other, row } => format!(
                "{q} may be {}, who stands in row {row}; if it is the same person, leave one of the rows, else write both names in full",
                quoted(other, EN)
            ),
            Self::MaybeStaff { other } => format!(
                "{q} may be {} of the staff, whose own child's rules then apply; if so, write the same name or fill the column \"staff\", else write the name in full",
                quoted(other, EN)
            ),
            Self::AmbiguousName { candidates } => format!(
                "{q} fits several people: {}; write the full name",
                alternatives(candidates, EN)
            ),
            _ => return None,
        })
    }

    /// Complaints about what cells say together.
    fn english_of_fact(&self, text: &str) -> String {
        let q = quoted(text, EN);
        match self {
            Self::NoGrade => {
                format!(
                    "the class {q} does not begin with a number and counts as grade 0; fill the column \"grade\""
                )
            }
            Self::EndBeforeStart => format!("the end {q} is not later than the start"),
            Self::ToBeforeFrom => format!("the last day {q} is before the first"),
            Self::NoTime => {
                "nothing says when: fill \"lesson\", or \"start\" and \"end\"".to_owned()
            }
            Self::HalfATime => format!("{q}: a start needs an end, and an end a start"),
            Self::LessonWithoutBell { lesson } => format!(
                "{q}: bells has no lesson {lesson} (of this shift); add it there, or correct the lesson"
            ),
            Self::WhichShift { lesson } => format!(
                "{q}: lesson {lesson} rings in several shifts; add a column \"shift\" here or in classes"
            ),
            Self::NeedsBells { lessons, file, row } => format!(
                "{q} is a clock time, and {} ({file}, row {row}) is a lesson number without one: the two cannot be compared; add the table \"bells\"",
                quoted(lessons, EN)
            ),
            Self::SittingTwice { row } => format!(
                "{q}: row {row} is the same sitting (date, class, subject and group) at an overlapping time; keep one of them"
            ),
            Self::NoSuchSitting => format!(
                "{q}: the schedule has no sitting of this class in this subject on this date"
            ),
            Self::WhichSitting { rows: of } => format!(
                "{q}: several sittings of the schedule fit (rows {}); add a column \"group\" or \"lesson\"",
                rows(of)
            ),
            Self::TwoClassTeachers { class, other } => format!(
                "{q} and {} are both class teachers of {}; both are counted",
                quoted(other, EN),
                quoted(class, EN)
            ),
            Self::ParentIsTwo { other } => format!(
                "{q}: another row of this parent names {}; one parent is one member of staff",
                quoted(other, EN)
            ),
            Self::TwoAreas { other } => format!(
                "{q}: another school of the district puts the subject into {}, and that counts",
                quoted(other, EN)
            ),
            // Said by the two above.
            Self::GridOfDays { .. }
            | Self::OtherWeekday { .. }
            | Self::MissingTable(..)
            | Self::TableTwice { .. }
            | Self::NoTable { .. }
            | Self::TakenFor(..)
            | Self::WhichTable(..)
            | Self::ChoicesUnread
            | Self::FolderAside
            | Self::PolicyAside
            | Self::NoHeader(..)
            | Self::MissingColumn { .. }
            | Self::ColumnTwice { .. }
            | Self::ColumnLooksLike { .. }
            | Self::MaybeOneSubject { .. }
            | Self::MaybeOneClass { .. }
            | Self::SheetError
            | Self::LessonsAsDate { .. }
            | Self::UnknownColumns(..)
            | Self::RowAside(..)
            | Self::NoRows
            | Self::EmptyCell(..)
            | Self::SameKey { .. }
            | Self::RepeatedRow { .. }
            | Self::NotADate
            | Self::NoYear
            | Self::YearTaken { .. }
            | Self::NotLessons
            | Self::NotATime
            | Self::NotYesOrNo
            | Self::NotAShare
            | Self::SharesTooFine
            | Self::NotACount { .. }
            | Self::NotAWeekday
            | Self::NotOneOf { .. }
            | Self::NotARule { .. }
            | Self::StaffObserver
            | Self::UnknownName { .. }
            | Self::AmbiguousName { .. }
            | Self::NobodyNamed
            | Self::SeveralNamed
            | Self::MaybeTwice { .. }
            | Self::MaybeStaff { .. } => q,
        }
    }
}
