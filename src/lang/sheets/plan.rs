//! Words of the sheets of a plan: rooms, meetings, substitutes, changes.

use super::word;
use crate::lang::Lang;
use crate::lang::facts::Word;

/// Camera of a room.
pub const CAMERA: Word = word("Video", "Видеонаблюдение");
/// A room that has to be left.
pub const FROM_ROOM: Word = word("From room", "Из кабинета");
/// The room where it takes place.
pub const TO_ROOM: Word = word("To room", "В кабинет");
/// The teacher of a lesson.
pub const TEACHER: Word = word("Teacher", "Учитель");
/// Above lessons that move.
pub const MOVED: Word = word(
    "Lessons moved to other rooms",
    "Уроки, перенесённые в другие кабинеты",
);
/// Above the journal.
pub const JOURNAL: Word = word("Journal of substituted lessons", "Журнал замещённых уроков");
/// Hours of a substitution.
pub const HOURS: Word = word("Hours", "Часов");
/// A member of a commission.
pub const MEMBER: Word = word("Member of the commission", "Член комиссии");
/// A task of the work.
pub const TASK: Word = word("Task", "Задание");
/// What is in dispute.
pub const CASE: Word = word("Case in dispute", "Спорный случай");
/// What was decided.
pub const DECISION: Word = word("Decision", "Решение");
/// Whom it is about.
pub const WHAT: Word = word("Change", "Изменение");
/// No room.
pub const NONE: Word = word("none", "нет");
/// Sum of a journal.
pub const TOTAL: Word = word("Total", "Итого");

/// What films a room: nothing, a camera that records, one that is watched from elsewhere.
pub fn camera(which: usize, lang: Lang) -> &'static str {
    let words = [
        NONE,
        word("recording", "запись"),
        word("stream", "трансляция"),
    ];
    words[which.min(2)].in_lang(lang)
}

/// On the door of a room with a camera.
pub const FILMED: Word = word("Video is recorded", "Ведётся видеонаблюдение");

/// Title of a protocol.
pub fn protocol(number: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Minutes No. {number} of the commission’s meeting"),
        Lang::Ru => format!("Протокол № {number} заседания предметной комиссии"),
    }
}

/// `Maths, grade 5`.
pub fn commission(subject: &str, grades: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{subject}, grade {grades}"),
        Lang::Ru => format!("{subject}, {grades} класс"),
    }
}

/// A meeting, in a person's calendar.
pub const AGREEMENT: Word = word("Agreement on criteria", "Согласование критериев");

/// The meetings that somebody is to come to, below their duties.
pub fn come_to(meetings: &[String], lang: Lang) -> String {
    format!("{}: {}.", AGREEMENT.in_lang(lang), meetings.join("; "))
}

/// When criteria are agreed on, beside the days of checking.
pub fn agreed_on(when: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("criteria: {when}"),
        Lang::Ru => format!("критерии: {when}"),
    }
}

/// Labels above a protocol: subject, grades, day, time, room, chair.
pub fn labels(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::En => ["Subject", "Grade", "Date", "Time", "Room", "Chair"],
        Lang::Ru => [
            "Предмет",
            "Параллель",
            "Дата",
            "Время",
            "Кабинет",
            "Председатель",
        ],
    }
}

/// Agenda, above the table of cases.
pub fn agenda(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Agenda: agreement on one reading of the marking criteria before the works are checked."
        }
        Lang::Ru => {
            "Повестка: согласование единых подходов к оцениванию работ по критериям до начала проверки."
        }
    }
}

/// Below it.
pub fn resolved(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Resolved: the works are checked by the decisions above.",
        Lang::Ru => "Решили: проверять работы в соответствии с принятыми решениями.",
    }
}

/// A member who cannot come.
pub fn is_missing(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "absent; to be informed",
        Lang::Ru => "отсутствует; ознакомить",
    }
}

/// A changed lesson: who takes it.
pub fn instead(name: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("taken by {name}"),
        Lang::Ru => format!("ведёт {name}"),
    }
}

/// A changed lesson: nobody takes it.
pub fn without_teacher(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "to be announced",
        Lang::Ru => "будет сообщено дополнительно",
    }
}

/// A changed lesson: where it is.
pub fn in_room(room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("in room {room}"),
        Lang::Ru => format!("в кабинете {room}"),
    }
}

/// Above a table that names who takes the lessons.
pub fn substitutes_note(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Signature: has taken note of the substitution.",
        Lang::Ru => "Подпись: с замещением ознакомлен(а).",
    }
}
