//! What is not understood of a roster, in words.

use crate::domain::Role;
use crate::lang::Lang;
use crate::lang::facts::{enumeration, quoted};

/// What is not understood, or is understood with a reservation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RosterProblem {
    /// No sheet has a header that speaks of works and of people.
    NoTable,
    /// The workbook has no sheet of that name; those it has.
    NoSheet(Vec<String>),
    /// A text file has no sheets.
    NoSheets,
    /// The sheet tells duties that another sheet, which was read, tells too.
    SheetAside {
        /// The sheet that was read.
        read: String,
    },
    /// The row belongs to no table: a title, a signature, a remark.
    RowAside,
    /// A heading that stands twice above one table.
    HeadingTwice,
    /// Part of a cell that says when.
    Unread,
    /// A text where days or lessons are expected.
    NotATime,
    /// The day of the week is another than the date's.
    WeekdayAtOdds,
    /// The schedule has another time for the work.
    OtherTime {
        /// The schedule's.
        schedule: String,
    },
    /// A subject that is one slip, or another ending, away from the one that the class writes.
    ReadAs {
        /// The subject.
        subject: String,
    },
    /// A cell for names that holds no name.
    NotAName,
    /// Nothing says in which role the people of the table serve.
    RoleAssumed(Role),
    /// The schedule has places of a role that no column is about.
    NoColumn(Role),
}

impl RosterProblem {
    /// One sentence: the text in quotes, what is wrong with it, what would be right.
    pub fn sentence(&self, text: &str, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(text),
            Lang::Ru => self.russian(text),
        }
    }

    fn english(&self, text: &str) -> String {
        let q = quoted(text, Lang::En);
        match self {
            Self::NoTable => format!(
                "no table of duties was found in {q}; its header needs \"class\" or \"subject\", and a column for each role (\"proctor\", \"checkers\" …), or \"role\" and \"person\""
            ),
            Self::NoSheet(sheets) => format!(
                "there is no sheet {q}; the workbook has {}",
                enumeration(sheets, Lang::En)
            ),
            Self::NoSheets => format!("a text file has no sheets; {q} cannot be chosen"),
            Self::SheetAside { read } => format!(
                "sheet {q} is not read: it tells the same duties as sheet {}; --sheet chooses another",
                quoted(read, Lang::En)
            ),
            Self::HeadingTwice => format!(
                "the heading {q} stands more than once above one table; only the first is read"
            ),
            Self::RowAside => format!("{q}: the row is not taken for one of the table"),
            Self::Unread => format!("{q} was not understood and is left aside"),
            Self::NotATime => {
                format!("{q} is neither a lesson nor a time; write 2, 2-3 or 9:25-10:10")
            }
            Self::WeekdayAtOdds => {
                format!("{q}: the date is not that day of the week; the date counts")
            }
            Self::OtherTime { schedule } => {
                format!(
                    "{q}: the schedule has another time for this work, {schedule}, and that counts"
                )
            }
            Self::ReadAs { subject } => {
                format!(
                    "{q} is read as {}, which the class writes then",
                    quoted(subject, Lang::En)
                )
            }
            Self::NotAName => format!("{q} is no name; the place counts as empty"),
            Self::RoleAssumed(role) => format!(
                "nothing says in which role these people serve; they are read as {}",
                role.words().many.in_lang(Lang::En)
            ),
            Self::NoColumn(role) => format!(
                "the roster has no column for {}; their places count as empty",
                role.words().many.in_lang(Lang::En)
            ),
        }
    }

    fn russian(&self, text: &str) -> String {
        let q = quoted(text, Lang::Ru);
        match self {
            Self::NoTable => format!(
                "в {q} не найдена таблица назначений; в её заголовке нужны «Класс» или «Предмет» и столбец для каждой роли («Организатор», «Эксперты» …) либо «Роль» и «ФИО»"
            ),
            Self::NoSheet(sheets) => format!(
                "листа {q} нет; в книге есть {}",
                enumeration(sheets, Lang::Ru)
            ),
            Self::NoSheets => format!("в текстовом файле нет листов; {q} выбрать нельзя"),
            Self::SheetAside { read } => format!(
                "лист {q} не прочитан: на нём те же назначения, что на листе {}; другой лист выбирает --sheet",
                quoted(read, Lang::Ru)
            ),
            Self::HeadingTwice => format!(
                "заголовок {q} стоит над одной таблицей не один раз; прочитан только первый"
            ),
            Self::RowAside => format!("{q}: строка не принята за строку таблицы"),
            Self::Unread => format!("{q} не понято и не учтено"),
            Self::NotATime => format!("{q} – ни урок, ни время; пишите 2, 2-3 или 9:25-10:10"),
            Self::WeekdayAtOdds => format!("{q}: эта дата – другой день недели; учтена дата"),
            Self::OtherTime { schedule } => {
                format!("{q}: в графике у этой работы другое время, {schedule}, оно и учтено")
            }
            Self::ReadAs { subject } => {
                format!(
                    "{q} прочитано как {}: эту работу класс пишет в этот день",
                    quoted(subject, Lang::Ru)
                )
            }
            Self::NotAName => format!("{q} – не имя; место считается пустым"),
            Self::RoleAssumed(role) => format!(
                "не сказано, в какой роли эти люди; прочитано как {}",
                role.words().many.in_lang(Lang::Ru)
            ),
            Self::NoColumn(role) => format!(
                "в расстановке нет столбца «{}»; места считаются пустыми",
                role.words().many.in_lang(Lang::Ru)
            ),
        }
    }
}
