//! What can be wrong with a timetable that is a grid, and what was understood of it.

use crate::input::Gravity;
use crate::lang::facts::Word;
use crate::lang::{Lang, plural_en, plural_ru};

/// What there is to say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableGridProblem {
    /// What was read of a sheet; the text lists the classes or teachers.
    Understood(Understood),
    /// A sheet that is no such timetable.
    NoTimetable,
    /// No sheet is one.
    NoneFound,
    /// A weekday is not told.
    NoDay,
    /// Lessons begin again, or stand twice, though no other day is named.
    DayRepeats,
    /// The class or teacher is not told.
    NobodyNamed,
    /// A cell that can be read in several ways or in none.
    CellUnclear,
    /// A text beside no lesson, or under no class.
    CellStray,
    /// A name that several people share.
    NameShared,
    /// A class that the other sheets do not have.
    OtherClass,
    /// Too many cells were not understood.
    TooMuchUnclear {
        /// How many.
        unclear: u32,
        /// Of so many.
        cells: u32,
    },
    /// Lessons without a teacher; where they are most, what is left would hide who teaches whom.
    WithoutTeacher {
        /// How many.
        lessons: u32,
        /// Of so many.
        of: u32,
    },
    /// Lessons of which the subject is not told.
    WithoutSubject {
        /// How many.
        lessons: u32,
        /// Of so many.
        of: u32,
    },
    /// What is no lesson: meals, assemblies.
    NoLessons {
        /// How many cells.
        cells: u32,
    },
    /// Nobody is named in any cell.
    NoTeachers,
    /// No subject is named in any cell; it is told who teaches which class.
    NoSubjects,
}

/// What was read of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Understood {
    /// The cells are those of teachers.
    pub is_of_teachers: bool,
    /// Which weekdays, Monday first.
    pub days: [bool; 7],
    /// First and last lesson.
    pub lessons: (u32, u32),
    /// Classes or teachers.
    pub whose: u32,
    /// Cells that were read.
    pub cells: u32,
    /// Cells that were not understood.
    pub unclear: u32,
}

impl TableGridProblem {
    /// How bad it is.
    pub fn gravity(self) -> Gravity {
        match self {
            Self::WithoutTeacher { lessons, of } | Self::WithoutSubject { lessons, of }
                if lessons * 2 > of =>
            {
                Gravity::Error
            }
            Self::NoneFound
            | Self::NoDay
            | Self::DayRepeats
            | Self::NobodyNamed
            | Self::TooMuchUnclear { .. }
            | Self::NoTeachers => Gravity::Error,
            Self::NoTimetable
            | Self::CellUnclear
            | Self::CellStray
            | Self::NameShared
            | Self::OtherClass
            | Self::WithoutTeacher { .. }
            | Self::WithoutSubject { .. }
            | Self::NoSubjects => Gravity::Warning,
            Self::Understood(_) | Self::NoLessons { .. } => Gravity::Note,
        }
    }

    /// One sentence.
    pub fn english(self, text: &str) -> String {
        let lessons = |count: u32| {
            let word = plural_en(u64::from(count), "lesson", "lessons");
            format!("{count} {word}")
        };
        match self {
            Self::Understood(read) => format!(
                "understood: {} by {} lessons {}–{}; {} ({text}); {} {} read, {} not understood",
                read.days_in(Lang::En),
                if read.is_of_teachers {
                    "teachers,"
                } else {
                    "classes,"
                },
                read.lessons.0,
                read.lessons.1,
                if read.is_of_teachers {
                    format!(
                        "{} {}",
                        read.whose,
                        plural_en(u64::from(read.whose), "teacher", "teachers")
                    )
                } else {
                    format!(
                        "{} {}",
                        read.whose,
                        plural_en(u64::from(read.whose), "class", "classes")
                    )
                },
                read.cells,
                plural_en(u64::from(read.cells), "cell", "cells"),
                read.unclear
            ),
            Self::NoTimetable => format!(
                "\"{text}\" left aside: no row or column of classes, teachers or days with numbers of lessons beside it was found"
            ),
            Self::NoneFound => format!(
                "\"{text}\" holds no timetable as a grid; it needs classes (5A, 5B …) or teachers along one side, numbers of lessons along the other, and the names of the days"
            ),
            Self::NoDay => format!(
                "which weekday \"{text}\" is on cannot be told; write the day beside its lessons, above the classes, or as the sheet's name"
            ),
            Self::DayRepeats => format!(
                "at \"{text}\" lessons begin again though no other day is named; write the day there, or number the lessons on"
            ),
            Self::NobodyNamed => format!(
                "whose lesson \"{text}\" is cannot be told; write the class above the table, or as the sheet's name"
            ),
            Self::CellUnclear => format!(
                "\"{text}\" is not understood and left out; write subject and teacher as \"Maths Smith J.\", several groups as \"Maths Smith J. / Art Lee K.\""
            ),
            Self::CellStray => format!(
                "\"{text}\" stands beside no number of a lesson or under no class, and is left out; write the lesson's number or the class at the edge where it is one"
            ),
            Self::NameShared => format!(
                "\"{text}\" may be several of the people named in the file, and the lesson is left out; add the initials"
            ),
            Self::OtherClass => format!(
                "class \"{text}\" is named in a teacher's cell and nowhere else; look whether it is a class"
            ),
            Self::TooMuchUnclear { unclear, cells } => format!(
                "{unclear} of {cells} cells of \"{text}\" are not understood, which is too much to go on; see the cells named here"
            ),
            Self::WithoutTeacher { lessons: count, of } => format!(
                "{} of {of} without a teacher left out: nobody is kept from these classes on their account; add names, or the teachers' timetable as a second file",
                lessons(count)
            ),
            Self::WithoutSubject { lessons: count, of } => format!(
                "{} of {of} of which no subject is told left out of load and timetable; add the classes' timetable as a second file",
                lessons(count)
            ),
            Self::NoLessons { cells } => format!(
                "{cells} {} of meals, assemblies and the like left out",
                plural_en(u64::from(cells), "cell", "cells")
            ),
            Self::NoTeachers => format!(
                "no cell of \"{text}\" names a teacher, so that it cannot be told who teaches whom; add names, or the teachers' timetable as a second file"
            ),
            Self::NoSubjects => format!(
                "no cell of \"{text}\" names a subject: staff.csv says who teaches in which classes, which counts only once its column subjects is filled in, and neither load nor timetable is written; better add the classes' timetable as a second file"
            ),
        }
    }

    /// One sentence.
    pub fn russian(self, text: &str) -> String {
        let lessons = |count: u32| {
            let word = plural_ru(u64::from(count), "урок", "урока", "уроков");
            format!("{count} {word}")
        };
        match self {
            Self::Understood(read) => format!(
                "понято: {}, уроки {}–{}; {} ({text}); прочитано {} {}, не понято {}",
                read.days_in(Lang::Ru),
                read.lessons.0,
                read.lessons.1,
                if read.is_of_teachers {
                    format!("учителя: {}", read.whose)
                } else {
                    format!("классы: {}", read.whose)
                },
                read.cells,
                plural_ru(u64::from(read.cells), "ячейка", "ячейки", "ячеек"),
                read.unclear
            ),
            Self::NoTimetable => format!(
                "«{text}» пропущен: не найдено строки или столбца с классами, учителями или днями, рядом с которыми стоят номера уроков"
            ),
            Self::NoneFound => format!(
                "в «{text}» нет расписания сеткой; нужны классы (5А, 5Б …) или учителя по одной стороне, номера уроков по другой и названия дней"
            ),
            Self::NoDay => format!(
                "не понять, в какой день недели «{text}»; впишите день рядом с уроками, над классами или в название листа"
            ),
            Self::DayRepeats => format!(
                "с «{text}» уроки начинаются снова, а другой день не назван; впишите там день или продолжите номера уроков"
            ),
            Self::NobodyNamed => format!(
                "не понять, чей урок «{text}»; впишите класс над таблицей или в название листа"
            ),
            Self::CellUnclear => format!(
                "«{text}» не понято и пропущено; пишите предмет и учителя так: «Математика Иванова А.П.», группы — «Англ. яз. Иванова А.П. / Нем. яз. Петрова В.С.»"
            ),
            Self::CellStray => format!(
                "«{text}» стоит не у номера урока или не под классом и пропущено; если это урок, впишите с краю номер урока или класс"
            ),
            Self::NameShared => format!(
                "«{text}» может быть несколькими людьми из файла, урок пропущен; добавьте инициалы"
            ),
            Self::OtherClass => {
                format!("класс «{text}» стоит только в ячейке учителя; проверьте, класс ли это")
            }
            Self::TooMuchUnclear { unclear, cells } => format!(
                "в «{text}» не понято ячеек: {unclear} из {cells}, это слишком много; посмотрите названные ячейки"
            ),
            Self::WithoutTeacher { lessons: count, of } => format!(
                "не перенесено без учителя: {} из {of}; из-за них никто не будет отведён от этих классов; впишите имена или добавьте вторым файлом расписание учителей",
                lessons(count)
            ),
            Self::WithoutSubject { lessons: count, of } => format!(
                "не перенесено в нагрузку и расписание без предмета: {} из {of}; добавьте вторым файлом расписание классов",
                lessons(count)
            ),
            Self::NoLessons { cells } => format!(
                "не перенесено того, что не урок (обед, линейка и т. п.): {cells} {}",
                plural_ru(u64::from(cells), "ячейка", "ячейки", "ячеек")
            ),
            Self::NoTeachers => format!(
                "ни в одной ячейке «{text}» нет учителя, поэтому не понять, кто кого учит; впишите имена или добавьте вторым файлом расписание учителей"
            ),
            Self::NoSubjects => format!(
                "ни в одной ячейке «{text}» нет предмета: в staff.csv записано, кто ведёт в каких классах, но это учитывается, лишь когда там заполнен столбец subjects; нагрузка и расписание не записаны; лучше добавьте вторым файлом расписание классов"
            ),
        }
    }
}

impl Understood {
    /// `Пн Вт Ср`.
    fn days_in(&self, lang: Lang) -> String {
        const NAMES: [Word; 7] = [
            Word {
                en: "Mon",
                ru: "Пн",
            },
            Word {
                en: "Tue",
                ru: "Вт",
            },
            Word {
                en: "Wed",
                ru: "Ср",
            },
            Word {
                en: "Thu",
                ru: "Чт",
            },
            Word {
                en: "Fri",
                ru: "Пт",
            },
            Word {
                en: "Sat",
                ru: "Сб",
            },
            Word {
                en: "Sun",
                ru: "Вс",
            },
        ];
        let named = NAMES.iter().zip(self.days).filter(|(_, is_in)| *is_in);
        named
            .map(|(word, _)| word.in_lang(lang))
            .collect::<Vec<_>>()
            .join(" ")
    }
}
