//! What can be wrong with a file of a timetable program.

use crate::lang::{Lang, plural_en, plural_ru};

use super::ImportKind;
use super::timetable_grid::TableGridProblem;
use super::untis::UntisProblem;
use crate::input::Gravity;

/// What is wrong with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportProblem {
    /// More bytes, or more elements, than are read.
    TooLarge,
    /// Letters that are none of the encoding the file names.
    BrokenLetters,
    /// Letters that are UTF-8 though the file names another encoding; they were read as what they are.
    OtherLetters,
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
    /// Two lessons under one id, so that nobody knows whose their cards are.
    SameId {
        /// Where the second stands, 1-based.
        line: u32,
    },
    /// Cards of no lesson in the file.
    CardsLeftOut {
        /// How many.
        cards: u32,
    },
    /// Groups of a year that share pupils, so that they cannot all be classes.
    GroupsOverlap {
        /// Where the year stands, 1-based.
        line: u32,
    },
    /// Lessons of most teachers with most classes at once: no teaching.
    AssembliesLeftOut {
        /// How many.
        lessons: u32,
    },
    /// A subject's short name that reads like a name of another subject.
    ShortLeftOut,
    /// Lessons of the timetable that have no bell.
    BellsLeftOut,
    /// Several weeks, one after the other, written as one.
    WeeksJoined {
        /// How many.
        weeks: u32,
    },
    /// A timetable without some of the lessons.
    TimetableInPart {
        /// Lessons with a time.
        timed: u32,
        /// All lessons.
        all: u32,
    },
    /// A day whose name is not known, counted on from its neighbour.
    DayCounted,
    /// A day with lessons whose weekday cannot be told.
    DayUnknown,
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
    /// Several files where one holds the whole timetable.
    OneFileOnly,
    /// With a text file of Untis.
    Untis(UntisProblem),
    /// With a timetable that is a grid.
    TableGrid(TableGridProblem),
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
    /// One entry of it.
    pub fn entry(self, lang: Lang) -> &'static str {
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
    /// An error where there is nothing to write; what a person should mend in the files is a warning.
    pub fn gravity(self) -> Gravity {
        match self {
            Self::Untis(problem) => problem.gravity(),
            Self::TableGrid(problem) => problem.gravity(),
            Self::TooLarge
            | Self::BrokenXml { .. }
            | Self::OtherProgram { .. }
            | Self::BrokenLetters
            | Self::OneFileOnly
            | Self::NothingToImport => Gravity::Error,
            Self::OtherLetters
            | Self::EmptyName { .. }
            | Self::SameName { .. }
            | Self::UnknownName { .. }
            | Self::SameId { .. }
            | Self::CardsLeftOut { .. }
            | Self::GroupsOverlap { .. }
            | Self::TimetableInPart { .. }
            | Self::DayCounted
            | Self::DayUnknown
            | Self::MondayAssumed => Gravity::Warning,
            Self::InactiveLeftOut { .. }
            | Self::UnstaffedLeftOut { .. }
            | Self::AssembliesLeftOut { .. }
            | Self::ShortLeftOut
            | Self::BellsLeftOut
            | Self::WeeksJoined { .. }
            | Self::TimetableLeftOut { .. } => Gravity::Note,
        }
    }

    /// Line of the file that shows it, 1-based.
    pub fn line(self) -> Option<u32> {
        match self {
            Self::BrokenXml { line }
            | Self::EmptyName { line, .. }
            | Self::SameName { line, .. }
            | Self::UnknownName { line, .. }
            | Self::SameId { line }
            | Self::GroupsOverlap { line } => Some(line),
            Self::Untis(problem) => problem.line(),
            Self::TooLarge
            | Self::BrokenLetters
            | Self::OtherLetters
            | Self::CardsLeftOut { .. }
            | Self::AssembliesLeftOut { .. }
            | Self::ShortLeftOut
            | Self::BellsLeftOut
            | Self::WeeksJoined { .. }
            | Self::TimetableInPart { .. }
            | Self::DayCounted
            | Self::DayUnknown
            | Self::OtherProgram { .. }
            | Self::NothingToImport
            | Self::InactiveLeftOut { .. }
            | Self::UnstaffedLeftOut { .. }
            | Self::TimetableLeftOut { .. }
            | Self::OneFileOnly
            | Self::TableGrid(_)
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
                "\"{text}\" is not in the encoding that its first line names, so that names would be garbled; export it again as UTF-8"
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
                "{} \"{text}\" (line {line}) reads the same as an earlier one, and the two are taken for one; where they are two, give them different names",
                list.entry(Lang::En)
            ),
            Self::UnknownName { list, line } => format!(
                "a lesson (line {line}) names the {} \"{text}\", which the file does not list; that part of it is left out",
                list.entry(Lang::En)
            ),
            Self::OtherLetters => format!(
                "the first line of \"{text}\" names another encoding, but its letters are UTF-8 and were read so; look at a few names"
            ),
            Self::SameId { line } => format!(
                "the lesson id \"{text}\" (line {line}) is that of an earlier lesson too; cards under it are left out of the timetable; export the file again"
            ),
            Self::CardsLeftOut { cards } => format!(
                "{cards} {} of \"{text}\" left out of the timetable: no single lesson of the file is theirs",
                plural_en(u64::from(cards), "card", "cards")
            ),
            Self::GroupsOverlap { line } => format!(
                "groups of year \"{text}\" (line {line}) share pupils: they became groups of a class in table load, not classes; look at classes.csv"
            ),
            Self::AssembliesLeftOut { lessons: count } => format!(
                "{} of most teachers with most classes at once left out: an assembly is no teaching",
                lessons(count)
            ),
            Self::ShortLeftOut => {
                format!("short name \"{text}\" left out: another subject is called that too")
            }
            Self::BellsLeftOut => {
                "no bells written: the timetable has lessons that the file gives no times for"
                    .to_owned()
            }
            Self::WeeksJoined { weeks } => format!(
                "the file holds {weeks} different weeks; timetable.csv holds the lessons of all of them in one"
            ),
            Self::TimetableInPart { timed, all } => format!(
                "the timetable is not whole: {timed} of {} have their time; people may be busy where timetable.csv shows nothing",
                lessons(all)
            ),
            Self::DayCounted => format!(
                "the day \"{text}\" is no known weekday, it is counted on from its neighbour; change column weekday of timetable.csv where that is wrong"
            ),
            Self::DayUnknown => format!(
                "no timetable written: which weekday \"{text}\" is cannot be told; name the days in the timetable program (Monday, Tuesday …)"
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
            Self::OneFileOnly => format!(
                "\"{text}\" is one file too many: the timetable is in one file; give that one"
            ),
            Self::Untis(problem) => problem.english(text),
            Self::TableGrid(problem) => problem.english(text),
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
                "файл «{text}» записан не в той кодировке, которую называет его первая строка, имена были бы испорчены; выгрузите его заново в UTF-8"
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
                "строка {line}: {} «{text}» читается так же, как другая запись выше, они приняты за одно; если это разные, дайте им разные имена",
                list.entry(Lang::Ru)
            ),
            Self::UnknownName { list, line } => format!(
                "строка {line}: в уроке стоит «{text}» ({}), но в списках файла такой записи нет; эта часть урока пропущена",
                list.entry(Lang::Ru)
            ),
            Self::OtherLetters => format!(
                "первая строка файла «{text}» называет другую кодировку, но буквы в нём — UTF-8, так он и прочитан; проверьте несколько имён"
            ),
            Self::SameId { line } => format!(
                "строка {line}: у урока тот же id «{text}», что и у другого выше; карточки с ним не вошли в расписание; выгрузите файл заново"
            ),
            Self::CardsLeftOut { cards } => format!(
                "в расписание из «{text}» не вошло {cards} {}: в файле нет одного определённого урока для них",
                plural_ru(u64::from(cards), "карточка", "карточки", "карточек")
            ),
            Self::GroupsOverlap { line } => format!(
                "строка {line}: у групп года «{text}» общие ученики, они стали группами класса в таблице load, а не классами; посмотрите classes.csv"
            ),
            Self::AssembliesLeftOut { lessons: count } => format!(
                "не перенесено общих сборов (почти все учителя и почти все классы сразу), это не уроки: {}",
                lessons(count)
            ),
            Self::ShortLeftOut => {
                format!("краткое название «{text}» пропущено: так называется и другой предмет")
            }
            Self::BellsLeftOut => {
                "звонки не записаны: в расписании есть уроки, для которых в файле нет времени"
                    .to_owned()
            }
            Self::WeeksJoined { weeks } => {
                format!("в файле разные недели ({weeks}); в timetable.csv уроки всех недель вместе")
            }
            Self::TimetableInPart { timed, all } => format!(
                "расписание не полно: время стоит у {timed} из {all}; там, где в timetable.csv пусто, люди могут быть заняты"
            ),
            Self::DayCounted => format!(
                "день «{text}» не узнан и отсчитан от соседнего; если это не так, исправьте столбец weekday в timetable.csv"
            ),
            Self::DayUnknown => format!(
                "расписание не записано: не понять, какой день недели «{text}»; назовите дни в программе расписания (понедельник, вторник …)"
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
            Self::OneFileOnly => {
                format!("файл «{text}» лишний: расписание целиком в одном файле, укажите один")
            }
            Self::Untis(problem) => problem.russian(text),
            Self::TableGrid(problem) => problem.russian(text),
            Self::MondayAssumed => format!(
                "дни недели не узнаны, «{text}» принят за понедельник; если это не так, исправьте столбец weekday в timetable.csv"
            ),
        }
    }
}
