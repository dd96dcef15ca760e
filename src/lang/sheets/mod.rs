//! What the sheets say: titles, headings, labels and sentences, in English and Russian.

pub mod account;
pub mod act;
pub mod amendment;
pub mod chat;
pub mod dates;
pub mod declaration;
pub mod documents;
pub mod evidence;
pub mod heads;
pub mod index;
pub mod load;
pub mod observer;
pub mod order;
pub mod personal;
pub mod plan;
pub mod substitution;
pub mod titles;

use super::Lang;
use super::facts::Word;

const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}

/// Marks every page of a roster that must not be signed.
pub const STAMP: Word = word("DRAFT", "ПРОЕКТ");
/// Position of a parent.
pub const PARENT: Word = word("parent", "родитель (законный представитель)");
/// Heading above people of another school.
pub const GUESTS: Word = word(
    "Invited from other schools",
    "Приглашены из других организаций",
);
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
/// `5А, группа 1`; `5А, 1-я группа` where the group's own name says the word.
pub fn group(class: &str, group: &str, lang: Lang) -> String {
    let small = group.to_lowercase();
    if ["групп", "гр.", "group", "подгр"]
        .iter()
        .any(|word| small.contains(word))
    {
        return format!("{class}, {group}");
    }
    match lang {
        Lang::En => format!("{class}, group {group}"),
        Lang::Ru => format!("{class}, группа {group}"),
    }
}

/// Does the position say that somebody works at another school: `учитель математики, школа № 12`?
pub fn is_of_another_school(position: &str, own: &str) -> bool {
    let small = position.to_lowercase();
    let guests = [
        "другой школ",
        "другая школа",
        "другого оо",
        "обмен эксперт",
        "приглаш",
        "another school",
        "guest",
    ];
    if guests.iter().any(|word| small.contains(word)) {
        return true;
    }
    let schools = ["школ", "лице", "гимнази", "сош", "school"];
    let Some((before, after)) = small.split_once('№') else {
        return false;
    };
    let number = |text: &str| -> String {
        let digits = text.trim_start().chars();
        digits.take_while(char::is_ascii_digit).collect()
    };
    let theirs = number(after);
    let is_own = own.split('№').skip(1).any(|rest| number(rest) == theirs);
    // Where the own school has no number, a number in a position may well be its own.
    let is_numbered = own.contains('№');
    is_numbered && !theirs.is_empty() && !is_own && schools.iter().any(|word| before.contains(word))
}

/// `2-й урок`, `2–3-й уроки`; numbers as rosters have them.
pub fn lesson(numbers: &str, lang: Lang) -> String {
    let is_one = numbers.bytes().all(|digit| digit.is_ascii_digit());
    let numbers = super::commands::numbers(numbers);
    match (lang, is_one) {
        (Lang::En, true) => format!("lesson {numbers}"),
        (Lang::En, false) => format!("lessons {numbers}"),
        (Lang::Ru, true) => format!("{numbers}-й урок"),
        (Lang::Ru, false) => format!("{numbers}-й уроки"),
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

#[cfg(test)]
mod tests {
    use super::{Lang, group, is_of_another_school, lesson};

    #[test]
    fn a_guest_is_told_by_the_position() {
        let own = "Средняя школа № 31";
        assert!(is_of_another_school(
            "учитель физики, школа № 12 (обмен экспертами)",
            own
        ));
        assert!(is_of_another_school("учитель гимназии №5", own));
        assert!(!is_of_another_school("учитель физики", own));
        assert!(!is_of_another_school("учитель физики школы № 31", own));
        assert!(!is_of_another_school("воспитатель группы № 2", own));
        assert!(!is_of_another_school(
            "учитель школы № 12",
            "Лицей имени Ломоносова"
        ));
    }

    #[test]
    fn lessons_and_groups_are_said_as_people_say_them() {
        assert_eq!(lesson("2", Lang::Ru), "2-й урок");
        assert_eq!(lesson("2-3", Lang::Ru), "2–3-й уроки");
        assert_eq!(lesson("2", Lang::En), "lesson 2");
        assert_eq!(group("2А", "2 группа", Lang::Ru), "2А, 2 группа");
        assert_eq!(group("2А", "2", Lang::Ru), "2А, группа 2");
    }
}
