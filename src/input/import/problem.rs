//! What can be wrong with a file of a timetable program.

use crate::lang::{Lang, plural_en, plural_ru};

use super::ImportKind;

/// What is wrong with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportProblem {
    /// More bytes, or more elements, than are read.
    TooLarge,
    /// Letters that are none of the encoding the file names.
    BrokenLetters,
    /// No XML, or XML that breaks off.
    BrokenXml {
        /// Where, 1-based.
        line: u32,
    },
    /// XML of something else.
    OtherProgram {
        /// Whose file was expected.
        expected: ImportKind,
    },
    /// No teachers, or no lessons with a teacher and a class.
    NothingToImport,
    /// An entry of a list without a name.
    EmptyName {
        /// Which list.
        list: List,
        /// Where, 1-based.
        line: u32,
    },
    /// Two entries of a list whose names read as one.
    SameName {
        /// Which list.
        list: List,
        /// Where the second stands, 1-based.
        line: u32,
    },
    /// A lesson that names what is in no list.
    UnknownName {
        /// Which list lacks it.
        list: List,
        /// Where, 1-based.
        line: u32,
    },
    /// Lessons switched off in the program.
    InactiveLeftOut {
        /// How many.
        lessons: u32,
    },
    /// Lessons without a teacher or without a class.
    UnstaffedLeftOut {
        /// How many.
        lessons: u32,
    },
    /// Too few lessons have their time for a timetable.
    TimetableLeftOut {
        /// Lessons with a time.
        timed: u32,
        /// All lessons.
        all: u32,
    },
    /// No day's name is known, so that the first is taken for Monday.
    MondayAssumed,
}

/// The lists of a timetable program's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Who teaches.
    Teachers,
    /// What is taught.
    Subjects,
    /// Years, classes and groups.
    Classes,
}

impl List {
    fn entry(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Teachers, Lang::En) => "teacher",
            (Self::Subjects, Lang::En) => "subject",
            (Self::Classes, Lang::En) => "class or group",
            (Self::Teachers, Lang::Ru) => "учитель",
            (Self::Subjects, Lang::Ru) => "предмет",
            (Self::Classes, Lang::Ru) => "класс или группа",
        }
    }
}

impl ImportProblem {
    /// Line of the file that shows it, 1-based.
    pub fn line(self) -> Option<u32> {
        match self {
            Self::BrokenXml { line }
            | Self::EmptyName { line, .. }
            | Self::SameName { line, .. }
            | Self::UnknownName { line, .. } => Some(line),
            Self::TooLarge
            | Self::BrokenLetters
            | Self::OtherProgram { .. }
            | Self::NothingToImport
            | Self::InactiveLeftOut { .. }
            | Self::UnstaffedLeftOut { .. }
            | Self::TimetableLeftOut { .. }
            | Self::MondayAssumed => None,
        }
    }

    /// One sentence; `text` is the file's name, or the name the sentence is about.
    pub fn sentence(&self, text: &str, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(text),
            Lang::Ru => self.russian(text),
        }
    }

    fn english(self, text: &str) -> String {
        let lessons = |count: u32| {
            let word = plural_en(u64::from(count), "lesson", "lessons");
            format!("{count} {word}")
        };
        match self {
            Self::TooLarge => format!(
                "\"{text}\" is larger than any school's timetable; export the timetable of one school"
            ),
            Self::BrokenLetters => format!(
                "\"{text}\" has letters that its own encoding does not know, names may be garbled; export it again as UTF-8"
            ),
            Self::BrokenXml { line } => format!(
                "\"{text}\" is no whole XML file (line {line}); export it from the timetable program again"
            ),
            Self::OtherProgram { expected } => format!(
                "\"{text}\" is not a file of {}; {}",
                expected.program(),
                expected.how_to_get(Lang::En)
            ),
            Self::NothingToImport => format!(
                "\"{text}\" has no lessons with a teacher and a class; export the whole timetable"
            ),
            Self::EmptyName { list, line } => format!(
                "a {} in line {line} has no name and is left out; name it in the timetable program",
                list.entry(Lang::En)
            ),
            Self::SameName { list, line } => format!(
                "{} \"{text}\" (line {line}) reads the same as an earlier one; give the two different names",
                list.entry(Lang::En)
            ),
            Self::UnknownName { list, line } => format!(
                "a lesson (line {line}) names the {} \"{text}\", which the file does not list; that part of it is left out",
                list.entry(Lang::En)
            ),
            Self::InactiveLeftOut { lessons: count } => format!(
                "{} switched off in the timetable program left out",
                lessons(count)
            ),
            Self::UnstaffedLeftOut { lessons: count } => {
                format!("{} without a teacher or a class left out", lessons(count))
            }
            Self::TimetableLeftOut { timed, all } => format!(
                "no timetable written: only {timed} of {} have their time; lock the times in the timetable program before saving",
                lessons(all)
            ),
            Self::MondayAssumed => format!(
                "no known day among the days of the week, \"{text}\" is taken for Monday; change column weekday of timetable.csv where it is not"
            ),
        }
    }

    fn russian(self, text: &str) -> String {
        let lessons = |count: u32| {
            let word = plural_ru(u64::from(count), "урок", "урока", "уроков");
            format!("{count} {word}")
        };
        match self {
            Self::TooLarge => format!(
                "файл «{text}» больше любого школьного расписания; выгрузите расписание одной школы"
            ),
            Self::BrokenLetters => format!(
                "в файле «{text}» есть буквы не из его собственной кодировки, имена могут быть испорчены; выгрузите его заново в UTF-8"
            ),
            Self::BrokenXml { line } => format!(
                "«{text}» — не целый файл XML (строка {line}); выгрузите его из программы расписания заново"
            ),
            Self::OtherProgram { expected } => format!(
                "«{text}» — не файл {}; {}",
                expected.program(),
                expected.how_to_get(Lang::Ru)
            ),
            Self::NothingToImport => format!(
                "в файле «{text}» нет уроков с учителем и классом; выгрузите расписание целиком"
            ),
            Self::EmptyName { list, line } => format!(
                "строка {line}: {} без имени, запись пропущена; впишите имя в программе расписания",
                list.entry(Lang::Ru)
            ),
            Self::SameName { list, line } => format!(
                "строка {line}: {} «{text}» читается так же, как другая запись выше; дайте им разные имена",
                list.entry(Lang::Ru)
            ),
            Self::UnknownName { list, line } => format!(
                "строка {line}: в уроке стоит «{text}» ({}), но в списках файла такой записи нет; эта часть урока пропущена",
                list.entry(Lang::Ru)
            ),
            Self::InactiveLeftOut { lessons: count } => format!(
                "не перенесено отключённых в программе расписания: {}",
                lessons(count)
            ),
            Self::UnstaffedLeftOut { lessons: count } => {
                format!("не перенесено без учителя или класса: {}", lessons(count))
            }
            Self::TimetableLeftOut { timed, all } => format!(
                "расписание не записано: время стоит только у {timed} из {all}; закрепите уроки в программе расписания и сохраните файл"
            ),
            Self::MondayAssumed => format!(
                "дни недели не узнаны, «{text}» принят за понедельник; если это не так, исправьте столбец weekday в timetable.csv"
            ),
        }
    }
}
