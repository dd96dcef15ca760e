//! What the sheets say: titles, headings, labels and sentences, in English and Russian.

pub mod act;
pub mod chat;
pub mod dates;
pub mod evidence;
pub mod heads;
pub mod index;
pub mod load;
pub mod order;
pub mod personal;
pub mod substitution;
pub mod titles;

use super::Lang;
use super::facts::Word;

const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}

/// Role of one person, in the objective's order: proctor, checker, observer, assistant.
pub fn roles(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => ["proctor", "checker", "public observer", "assistant"],
        Lang::Ru => [
            "организатор",
            "эксперт",
            "общественный наблюдатель",
            "ассистент",
        ],
    }
}

/// Marks every page of a roster that must not be signed.
pub const STAMP: Word = word("DRAFT", "ПРОЕКТ");
/// A place without a person.
pub const EMPTY_PLACE: Word = word("not assigned", "не назначен");
/// Position of a parent.
pub const PARENT: Word = word("parent", "родитель (законный представитель)");
/// Position of somebody without one in the lists.
pub const STAFF: Word = word("staff", "сотрудник");
/// Above the notice board's table.
pub const NOTICE_TITLE: Word = word(
    "Schedule of the assessments",
    "График проведения всероссийских проверочных работ",
);
/// Above the door's sign.
pub const DOOR_CALL: Word = word(
    "Quiet please! Assessment in progress",
    "Тихо! Идёт проверочная работа",
);
/// Place of a signature to fill by hand.
pub const SIGN_HERE: Word = word(
    "Signature ____________________   Date ______________",
    "Подпись ____________________   Дата ______________",
);
/// `5А, группа 1`.
pub fn group(class: &str, group: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{class}, group {group}"),
        Lang::Ru => format!("{class}, группа {group}"),
    }
}

/// `2 урок`, `2–3 уроки`; numbers as rosters have them.
pub fn lesson(numbers: &str, lang: Lang) -> String {
    let is_one = numbers.bytes().all(|digit| digit.is_ascii_digit());
    let numbers = super::commands::numbers(numbers);
    match (lang, is_one) {
        (Lang::En, true) => format!("lesson {numbers}"),
        (Lang::En, false) => format!("lessons {numbers}"),
        (Lang::Ru, true) => format!("{numbers} урок"),
        (Lang::Ru, false) => format!("{numbers} уроки"),
    }
}

/// `кабинет 203`.
pub fn room(room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Room {room}"),
        Lang::Ru => format!("Кабинет {room}"),
    }
}

/// Above the acknowledgement list: what it is about.
pub fn acquainted_with(order: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("I have read order {order} and know my duties."),
        Lang::Ru => format!("С приказом {order} и своими назначениями ознакомлен(а)."),
    }
}

/// Names of the roles as headings, several people.
pub fn role_headings(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => ["Proctors", "Checkers", "Public observers", "Assistants"],
        Lang::Ru => [
            "Организаторы",
            "Эксперты",
            "Общественные наблюдатели",
            "Ассистенты",
        ],
    }
}
