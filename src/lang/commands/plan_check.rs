//! What is wrong with a plan's tables, a sentence each.

use super::{Lang, plural_en, plural_ru};

/// A sentence that has nothing to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plain {
    /// The table cannot be read.
    Table,
    /// No such sitting.
    NoSuchSitting,
    /// A sitting without a room.
    NoRoom,
    /// No such lesson.
    NoSuchLesson,
    /// A moved lesson without a room.
    LessonWithoutRoom,
    /// No such commission.
    NoSuchCommission,
    /// No time.
    NoTime,
    /// Nobody.
    Nobody,
}

/// That sentence.
pub fn plain(which: Plain, lang: Lang) -> &'static str {
    let (en, ru) = match which {
        Plain::Table => (
            "no header of this table is found; plan anew, or restore its first line",
            "в таблице не найдены заголовки; составьте план заново или верните первую строку",
        ),
        Plain::NoSuchSitting => (
            "the schedule has no such sitting",
            "в графике нет такой работы",
        ),
        Plain::NoRoom => ("the sitting has no room", "для работы не назначен кабинет"),
        Plain::NoSuchLesson => (
            "the timetable has no such lesson in that room then",
            "в расписании в это время нет такого урока",
        ),
        Plain::LessonWithoutRoom => (
            "the lesson has to leave its room and has no other",
            "урок уступает кабинет, а другого нет",
        ),
        Plain::NoSuchCommission => (
            "nobody writes this subject in these grades",
            "в этих классах такой работы нет",
        ),
        Plain::NoTime => ("no day and time are set", "день и время не назначены"),
        Plain::Nobody => ("nobody takes the lesson", "урок никто не замещает"),
    };
    match lang {
        Lang::En => en,
        Lang::Ru => ru,
    }
}

/// A cell that says nothing known.
pub fn unread(column: &str, text: &str, lang: Lang) -> String {
    match (lang, text) {
        (Lang::En, "") => format!("the cell `{column}` must not be empty"),
        (Lang::Ru, "") => format!("ячейка «{column}» не должна быть пустой"),
        (Lang::En, _) => format!("`{text}` is no known {column}"),
        (Lang::Ru, _) => format!("«{text}» – такого в графе «{column}» быть не может"),
    }
}

/// Told by an earlier row.
pub fn told_before(row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("row {row} has this already"),
        Lang::Ru => format!("это уже есть в строке {row}"),
    }
}

/// Something has no row.
pub fn not_listed(what: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("no row for {what}"),
        Lang::Ru => format!("нет строки: {what}"),
    }
}

/// A room that no table lists.
pub fn unknown_room(room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the table of rooms has no room {room}"),
        Lang::Ru => format!("в таблице кабинетов нет кабинета {room}"),
    }
}

/// The schedule names another room.
pub fn other_than_given(room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the schedule gives this sitting room {room}"),
        Lang::Ru => format!("по графику эта работа в кабинете {room}"),
    }
}

/// Too few seats.
pub fn too_small(seats: u32, pupils: u32, lang: Lang) -> String {
    let (of_seats, of_pupils) = (u64::from(seats), u64::from(pupils));
    match lang {
        Lang::En => format!(
            "the room has {seats} {}, {pupils} {}",
            plural_en(of_seats, "seat", "seats"),
            plural_en(of_pupils, "pupil comes", "pupils come"),
        ),
        Lang::Ru => format!(
            "в кабинете {seats} {}, а учеников {pupils}",
            plural_ru(of_seats, "место", "места", "мест"),
        ),
    }
}

/// A room of another building.
pub fn other_building(building: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the room is in building {building}, the class is not"),
        Lang::Ru => format!("кабинет в корпусе {building}, класс учится в другом"),
    }
}

/// The room has somebody else then.
pub fn room_taken(row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("row {row} has this room at that time"),
        Lang::Ru => format!("в это время кабинет занят строкой {row}"),
    }
}

/// A lesson stands in the room.
pub fn lesson_stands(lesson: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{lesson} takes place in this room then, and no row moves it"),
        Lang::Ru => format!("в это время здесь урок: {lesson}, и он никуда не перенесён"),
    }
}

/// A meeting before its first sitting ends.
pub fn before_sitting(sitting: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the meeting begins before the first sitting ends: {sitting}"),
        Lang::Ru => format!("заседание начинается до окончания первой работы: {sitting}"),
    }
}

/// A meeting after the works are checked.
pub fn after_checking(sitting: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the works have to be checked before that day: {sitting}"),
        Lang::Ru => format!("к этому дню работы уже должны быть проверены: {sitting}"),
    }
}

/// A sentence about a person alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfPerson {
    /// A checker who is no member.
    NotInvited,
    /// A member who does not come.
    Misses,
    /// Away.
    Away,
    /// No duty costs this lesson.
    NotLost,
    /// Takes no substitutions here.
    NoSubstitute,
}

/// That sentence.
pub fn of_person(which: OfPerson, person: &str, lang: Lang) -> String {
    match (which, lang) {
        (OfPerson::NotInvited, Lang::En) => {
            format!("{person} checks these works and is not among the members")
        }
        (OfPerson::NotInvited, Lang::Ru) => {
            format!("{person} проверяет эти работы, но среди членов комиссии не указан(а)")
        }
        (OfPerson::Misses, Lang::En) => format!("{person} cannot come"),
        (OfPerson::Misses, Lang::Ru) => format!("{person} не сможет прийти"),
        (OfPerson::Away, Lang::En) => format!("{person} is away then"),
        (OfPerson::Away, Lang::Ru) => format!("{person} в это время отсутствует"),
        (OfPerson::NotLost, Lang::En) => {
            format!("no duty of {person} costs this lesson")
        }
        (OfPerson::NotLost, Lang::Ru) => {
            format!("из-за дежурств {person} этот урок не теряет")
        }
        (OfPerson::NoSubstitute, Lang::En) => {
            format!("{person} takes no substitutions in this school (roles in staff)")
        }
        (OfPerson::NoSubstitute, Lang::Ru) => {
            format!("{person} не замещает уроки в этой школе (роли в таблице сотрудников)")
        }
    }
}

/// On duty at a sitting then.
pub fn on_duty(person: &str, sitting: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} is on duty then: {sitting}"),
        Lang::Ru => format!("{person} в это время на дежурстве: {sitting}"),
    }
}

/// A lesson of their own then.
pub fn teaches(person: &str, lesson: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} has a lesson then: {lesson}"),
        Lang::Ru => format!("у {person} в это время урок: {lesson}"),
    }
}

/// At another meeting then.
pub fn at_meeting(person: &str, row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} is at the meeting of row {row} then"),
        Lang::Ru => format!("{person} в это время на заседании из строки {row}"),
    }
}

/// Another lesson then.
pub fn takes_another(person: &str, row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} takes the lesson of row {row} then"),
        Lang::Ru => format!("{person} в это время замещает урок из строки {row}"),
    }
}

/// More than the policy allows.
pub fn too_many(person: &str, most: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} takes more than {most} a day ([substitutes] most_a_day)"),
        Lang::Ru => {
            format!("{person} замещает больше {most} за день ([substitutes] most_a_day)")
        }
    }
}

/// Headings above what is wrong with the plan, and what is left for a person to decide.
pub fn title(is_open: bool, lang: Lang) -> &'static str {
    match (is_open, lang) {
        (false, Lang::En) => "The plan does not hold",
        (false, Lang::Ru) => "План не выдержан",
        (true, Lang::En) => "The plan leaves open",
        (true, Lang::Ru) => "План оставляет открытым",
    }
}

/// `rooms.csv, row 4, room`.
pub fn place((file, row): (&str, Option<u32>), column: &str, lang: Lang) -> String {
    match (row, lang) {
        (Some(row), Lang::En) => format!("{file}, row {row}, {column}"),
        (Some(row), Lang::Ru) => format!("{file}, строка {row}, {column}"),
        (None, _) => file.to_owned(),
    }
}

/// The tables of a plan were judged, and nothing is wrong with them.
pub fn holds(rows: usize, lang: Lang) -> String {
    let count = rows as u64;
    match lang {
        Lang::En => format!(
            "The plan holds ({rows} {})",
            plural_en(count, "row", "rows")
        ),
        Lang::Ru => format!(
            "План выдержан ({rows} {})",
            plural_ru(count, "строка", "строки", "строк")
        ),
    }
}
