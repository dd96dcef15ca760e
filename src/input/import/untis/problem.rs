//! What can be wrong with text files of Untis.

use crate::input::Gravity;
use crate::lang::{plural_en, plural_ru};

use super::super::List;

/// What is wrong with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum UntisProblem {
    /// None of Untis's files, as far as its name and columns tell.
    NotUntis,
    /// A file of that number whose columns are not those of it.
    OtherColumns {
        /// 1 or 2, as in `GPU001`.
        number: u32,
    },
    /// Two files of one number.
    SameFile,
    /// Neither timetable nor lessons, but lists of names alone.
    NoLessons,
    /// A file that holds nothing of use.
    LeftAside,
    /// Letters that are not UTF-8, read as another encoding's.
    OtherLetters {
        /// Its name.
        encoding: &'static str,
    },
    /// A row without hours, day or period, or without a subject.
    RowLeftOut {
        /// Where, 1-based.
        line: u32,
    },
    /// A name in a lesson that the list of names does not have.
    NotListed {
        /// Which list.
        list: List,
        /// Where, 1-based.
        line: u32,
    },
    /// A teacher who is a mere number.
    NumberForTeacher {
        /// Where, 1-based.
        line: u32,
    },
    /// Two teachers with one name, told apart by what Untis calls them.
    ToldApart,
    /// Lessons of the timetable that the list of lessons does not have.
    LessonsAdded {
        /// How many.
        lessons: u32,
    },
}

impl UntisProblem {
    /// How bad it is.
    pub fn gravity(self) -> Gravity {
        match self {
            Self::NotUntis | Self::OtherColumns { .. } | Self::SameFile | Self::NoLessons => {
                Gravity::Error
            }
            Self::OtherLetters { .. }
            | Self::RowLeftOut { .. }
            | Self::NotListed { .. }
            | Self::NumberForTeacher { .. }
            | Self::ToldApart
            | Self::LessonsAdded { .. } => Gravity::Warning,
            Self::LeftAside => Gravity::Note,
        }
    }

    /// Line of the file that shows it, 1-based.
    pub fn line(self) -> Option<u32> {
        match self {
            Self::RowLeftOut { line }
            | Self::NotListed { line, .. }
            | Self::NumberForTeacher { line } => Some(line),
            _ => None,
        }
    }

    /// One sentence.
    pub fn english(self, text: &str) -> String {
        match self {
            Self::NotUntis => format!(
                "\"{text}\" is none of Untis's text files; give GPU001.TXT (timetable) or GPU002.TXT (lessons), and GPU003, GPU004 and GPU006 for the names, of its menu File, Import/Export, Export TXT file, under these names"
            ),
            Self::OtherColumns { number: 1 } => format!(
                "\"{text}\" has not the columns of GPU001: lesson, class, teacher, subject, room, day (1 to 7), period; export the timetable again, separated by semicolons, commas or tabs"
            ),
            Self::OtherColumns { number } => format!(
                "\"{text}\" has not the columns of GPU{number:03}: lesson, periods a week, of the class, of the teacher, class, teacher, subject; export the lessons again, separated by semicolons, commas or tabs"
            ),
            Self::SameFile => format!(
                "\"{text}\" holds the same of Untis as another of the files; give each of them once"
            ),
            Self::NoLessons => format!(
                "\"{text}\" is a list of names; give GPU001.TXT (timetable) or GPU002.TXT (lessons) with it, which say who teaches whom"
            ),
            Self::LeftAside => format!(
                "\"{text}\" left aside: of Untis's files GPU001, GPU002, GPU003, GPU004 and GPU006 are read"
            ),
            Self::OtherLetters { encoding } => format!(
                "\"{text}\" is not UTF-8; its letters were read as {encoding}; look at a few names, and tick UTF-8 when exporting where they are wrong"
            ),
            Self::RowLeftOut { line } => format!(
                "line {line} (\"{text}\") left out: it lacks its periods a week, its day (1 to 7) and period, or its subject"
            ),
            Self::NotListed { list, line } => format!(
                "line {line}: the {} \"{text}\" is not in Untis's list of names; it is entered under this short name",
                list.entry(crate::lang::Lang::En)
            ),
            Self::NumberForTeacher { line } => format!(
                "line {line}: teacher \"{text}\" is a number without a name, and the lesson is left out; give GPU004.TXT with it"
            ),
            Self::ToldApart => format!(
                "several teachers are called \"{text}\"; their short names were put behind it; write first names in Untis, or change staff.csv and load.csv alike"
            ),
            Self::LessonsAdded { lessons } => format!(
                "the timetable has {lessons} {} that GPU002 has not; the load counts them by their periods in the timetable",
                plural_en(u64::from(lessons), "lesson", "lessons")
            ),
        }
    }

    /// One sentence.
    pub fn russian(self, text: &str) -> String {
        match self {
            Self::NotUntis => format!(
                "«{text}» — не текстовый файл Untis; нужны GPU001.TXT (расписание) или GPU002.TXT (нагрузка), а для имён GPU003, GPU004 и GPU006: меню «Файл», «Импорт/экспорт», экспорт TXT, под этими именами"
            ),
            Self::OtherColumns { number: 1 } => format!(
                "в «{text}» не те столбцы, что в GPU001: номер урока, класс, учитель, предмет, кабинет, день (1–7), урок; выгрузите расписание заново, разделитель — точка с запятой, запятая или табуляция"
            ),
            Self::OtherColumns { number } => format!(
                "в «{text}» не те столбцы, что в GPU{number:03}: номер, часов в неделю, у класса, у учителя, класс, учитель, предмет; выгрузите нагрузку заново, разделитель — точка с запятой, запятая или табуляция"
            ),
            Self::SameFile => {
                format!("в «{text}» то же из Untis, что и в другом файле; укажите каждый один раз")
            }
            Self::NoLessons => format!(
                "«{text}» — только список имён; укажите вместе с ним GPU001.TXT (расписание) или GPU002.TXT (нагрузка): там сказано, кто кого учит"
            ),
            Self::LeftAside => format!(
                "файл «{text}» не нужен: из файлов Untis читаются GPU001, GPU002, GPU003, GPU004 и GPU006"
            ),
            Self::OtherLetters { encoding } => format!(
                "«{text}» — не UTF-8, буквы прочитаны как {encoding}; проверьте несколько имён, а если они неверны, отметьте UTF-8 при экспорте"
            ),
            Self::RowLeftOut { line } => format!(
                "строка {line} («{text}») пропущена: нет часов в неделю, дня (1–7) и номера урока или предмета"
            ),
            Self::NotListed { list, line } => format!(
                "строка {line}: «{text}» ({}) нет в списке имён Untis; внесено под этим кратким именем",
                list.entry(crate::lang::Lang::Ru)
            ),
            Self::NumberForTeacher { line } => format!(
                "строка {line}: учитель «{text}» — номер без имени, урок пропущен; укажите и GPU004.TXT"
            ),
            Self::ToldApart => format!(
                "учителей с именем «{text}» несколько, к имени добавлено краткое имя из Untis; впишите имена в Untis или исправьте одинаково staff.csv и load.csv"
            ),
            Self::LessonsAdded { lessons } => format!(
                "в расписании есть {lessons} {}, которых нет в GPU002; в нагрузке их часы посчитаны по расписанию",
                plural_ru(u64::from(lessons), "урок", "урока", "уроков")
            ),
        }
    }
}
