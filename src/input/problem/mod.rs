//! What can be wrong with the tables' contents, in words.

mod english;
mod russian;

use crate::input::tables::Aside;

use crate::lang::Lang;
use crate::lang::facts::{Word, alternatives, did_you_mean, enumeration, quoted};

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// Somebody of `staff`.
    Staff,
    /// Somebody of `staff` or `parents`.
    Person,
    /// A class.
    Class,
    /// A subject.
    Subject,
    /// A school of a district.
    School,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FactProblem {
    /// A table that must be there is not.
    MissingTable(Word),
    /// The table stands in two places; the other is named.
    TableTwice {
        /// The table.
        table: Word,
        /// Where else it stands.
        other: String,
    },
    /// A file or sheet that is no table.
    NoTable {
        /// The table whose name is nearest.
        nearest: Option<Word>,
    },
    /// A sheet whose name says nothing was taken for that table.
    TakenFor(Word),
    /// A sheet may be any of these tables.
    WhichTable(Vec<Word>),
    /// `tables.toml` says nothing that can be read.
    ChoicesUnread,
    /// A folder inside a school folder.
    FolderAside,
    /// A second `policy.toml` inside a district.
    PolicyAside,
    /// No row of the table is its header; the columns it must have.
    NoHeader(Vec<Word>),
    /// A column that must be there is not.
    MissingColumn {
        /// The column.
        column: Word,
        /// The unknown header nearest to it.
        nearest: Option<String>,
    },
    /// Two headers mean one column.
    ColumnTwice {
        /// The column.
        column: Word,
        /// The first header.
        other: String,
    },
    /// A header that looks like a column which is not there, and cannot be read as it.
    ColumnLooksLike {
        /// The column.
        column: Word,
    },
    /// Two names of subjects that may be one; both are kept.
    MaybeOneSubject {
        /// The other name.
        other: String,
    },
    /// Two names of classes that may be one; both are kept.
    MaybeOneClass {
        /// The other name.
        other: String,
    },
    /// An error of the spreadsheet instead of a value.
    SheetError,
    /// A spreadsheet has made a date of lesson numbers.
    LessonsAsDate {
        /// What may have been typed.
        lessons: String,
    },
    /// Headers that no column of the table has.
    UnknownColumns(Vec<String>),
    /// A row that is none of the table's.
    RowAside(Aside),
    /// The table has a header and no rows.
    NoRows,
    /// A cell that must be filled is not.
    EmptyCell(Word),
    /// The name is that of an earlier row.
    SameKey {
        /// The earlier row's text.
        other: String,
        /// The earlier row.
        row: u32,
    },
    /// The row says what an earlier one says.
    RepeatedRow {
        /// The earlier row.
        row: u32,
    },
    /// Not a date.
    NotADate,
    /// A schedule drawn as a grid of days and classes.
    GridOfDays {
        /// Works found in it.
        works: usize,
    },
    /// A day of the week stands beside a date that is another.
    OtherWeekday {
        /// The date's own.
        right: Word,
    },
    /// A date without a year, and no other date of the schedule tells it.
    NoYear,
    /// A date without a year is of the schedule's.
    YearTaken {
        /// The year.
        year: i32,
    },
    /// Not lesson numbers.
    NotLessons,
    /// Not a time of the day.
    NotATime,
    /// Neither yes nor no.
    NotYesOrNo,
    /// Not a part of a post.
    NotAShare,
    /// Shares of so many kinds that squares weighted by them would not fit into a number.
    SharesTooFine,
    /// Not a whole number up to this one.
    NotACount {
        /// The largest that makes sense.
        max: u32,
    },
    /// Not a day of the week.
    NotAWeekday,
    /// None of the keywords.
    NotOneOf {
        /// The keywords.
        keywords: Vec<Word>,
        /// The nearest.
        nearest: Option<Word>,
    },
    /// No rule has this name.
    NotARule {
        /// The nearest.
        nearest: Option<&'static str>,
    },
    /// Staff may not hold the observer's role.
    StaffObserver,
    /// A name that no list knows.
    UnknownName {
        /// Of what kind it should be.
        kind: NameKind,
        /// The nearest known one.
        nearest: Option<String>,
    },
    /// A name that fits several people.
    AmbiguousName {
        /// Whom it may mean.
        candidates: Vec<String>,
    },
    /// A word or mark for an empty place where a person should stand.
    NobodyNamed,
    /// Several people where one should stand.
    SeveralNamed,
    /// The row's name may be that of an earlier row's person.
    MaybeTwice {
        /// The earlier name.
        other: String,
        /// The earlier row.
        row: u32,
    },
    /// A parent whose name may be another form of that of a member of staff.
    MaybeStaff {
        /// The name in `staff`.
        other: String,
    },
    /// The class's name has no leading number, and there is no `grade`.
    NoGrade,
    /// The end is not after the start.
    EndBeforeStart,
    /// The last day is before the first.
    ToBeforeFrom,
    /// Neither lessons nor a start and an end.
    NoTime,
    /// A start without an end, or the reverse.
    HalfATime,
    /// `bells` has no such lesson.
    LessonWithoutBell {
        /// The lesson.
        lesson: u32,
    },
    /// The lesson is rung in several shifts and nothing says in which.
    WhichShift {
        /// The lesson.
        lesson: u32,
    },
    /// Some rows have lesson numbers only, others clock times only, and there are no bells.
    NeedsBells {
        /// Text of a row with lesson numbers only.
        lessons: String,
        /// Where that row stands (`schedule.csv, row 4`).
        file: String,
        /// The row.
        row: u32,
    },
    /// Two rows of the schedule are one sitting.
    SittingTwice {
        /// The other row.
        row: u32,
    },
    /// The schedule has no such sitting.
    NoSuchSitting,
    /// Several sittings of the schedule fit.
    WhichSitting {
        /// Their rows.
        rows: Vec<u32>,
    },
    /// The tables name two class teachers of one class; both count.
    TwoClassTeachers {
        /// The class.
        class: String,
        /// The one named before.
        other: String,
    },
    /// Rows of one parent name two members of staff.
    ParentIsTwo {
        /// The one named before.
        other: String,
    },
    /// Two folders of a district put one subject into two areas.
    TwoAreas {
        /// The area that counts.
        other: String,
    },
}

impl NameKind {
    fn unknown(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (NameKind::Staff, Lang::En) => "nobody of this name is in staff",
            (NameKind::Staff, Lang::Ru) => "среди сотрудников такого имени нет",
            (NameKind::Person, Lang::En) => "nobody of this name is in staff or parents",
            (NameKind::Person, Lang::Ru) => {
                "ни среди сотрудников, ни среди родителей такого имени нет"
            }
            (NameKind::Class, Lang::En) => "there is no such class in classes",
            (NameKind::Class, Lang::Ru) => "такого класса нет в таблице классов",
            (NameKind::Subject, Lang::En) => {
                "there is no such subject, short name or alias in subjects"
            }
            (NameKind::Subject, Lang::Ru) => {
                "такого предмета, краткого названия или варианта нет в таблице предметов"
            }
            (NameKind::School, Lang::En) => "there is no such school in this folder",
            (NameKind::School, Lang::Ru) => "такой школы в этой папке нет",
        }
    }
}

impl FactProblem {
    /// One sentence: the text in quotes, what is wrong with it, what would be right.
    pub fn sentence(&self, text: &str, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(text),
            Lang::Ru => self.russian(text),
        }
    }
}

fn words(words: &[Word], lang: Lang) -> Vec<&'static str> {
    words.iter().map(|word| word.in_lang(lang)).collect()
}

fn rows(rows: &[u32]) -> String {
    let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
    rows.join(", ")
}

fn nearest_word(nearest: Option<Word>, lang: Lang) -> String {
    did_you_mean(nearest.map(|word| word.in_lang(lang)), lang)
}
