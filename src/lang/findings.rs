//! Sentences about rosters and schedules: where, who, what, and the cells that prove it.

use super::Lang;

/// A place of the schedule in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceWords {
    /// The day, as written in that language.
    pub date: String,
    /// Lessons or clock time; empty where unknown.
    pub time: String,
    /// The class.
    pub class: String,
    /// The subject.
    pub subject: String,
    /// The role; empty where the sitting as such is meant.
    pub role: String,
}

impl PlaceWords {
    /// `21.04.2026, урок 2, 5А, Математика, организатор`; what is empty is left out.
    pub fn line(&self) -> String {
        let parts = [
            &self.date,
            &self.time,
            &self.class,
            &self.subject,
            &self.role,
        ];
        let known = parts.into_iter().filter(|part| !part.is_empty());
        known.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// `load.csv row 17`, `нагрузка.csv, строка 17`; with the sheet in a workbook.
pub fn cell(file: &str, sheet: Option<&str>, row: u32, lang: Lang) -> String {
    match (lang, sheet) {
        (Lang::En, None) => format!("{file} row {row}"),
        (Lang::En, Some(sheet)) => format!("{file}, sheet {sheet}, row {row}"),
        (Lang::Ru, None) => format!("{file}, строка {row}"),
        (Lang::Ru, Some(sheet)) => format!("{file}, лист {sheet}, строка {row}"),
    }
}

/// `lesson 2`, `уроки 2-3`.
pub fn lessons(numbers: &str, several: bool, lang: Lang) -> String {
    let word = match (lang, several) {
        (Lang::En, false) => "lesson",
        (Lang::En, true) => "lessons",
        (Lang::Ru, false) => "урок",
        (Lang::Ru, true) => "уроки",
    };
    format!("{word} {numbers}")
}

/// Which row of the roster a duty clashes with.
pub fn clash(row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("see the roster’s row {row}"),
        Lang::Ru => format!("см. строку {row} расстановки"),
    }
}

/// Which other duty a duty clashes with.
pub fn clash_at(place: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("also on duty: {place}"),
        Lang::Ru => format!("уже занят(а): {place}"),
    }
}

/// Why a barred person is there all the same.
pub fn waiver(reason: &str, approved: &str, cell: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("exception granted: {reason}, approved by {approved} ({cell})"),
        Lang::Ru => format!("исключение: {reason} (утверждено: {approved}; {cell})"),
    }
}

/// A hint: a shared surname.
pub fn namesake(person: &str, class: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{person} shares a surname with a parent of {class}: confirm that they are not kin, or enter them in ties"
        ),
        Lang::Ru => format!(
            "{person} – однофамилец родителя из {class}: убедитесь, что они не родня, или внесите их в таблицу связей"
        ),
    }
}

/// A `must` pin that does not hold.
pub fn must_pin(person: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} is pinned to this place, and does not hold it"),
        Lang::Ru => {
            format!(
                "{person}: место закреплено за этим человеком («обязательно»), но в расстановке его здесь нет"
            )
        }
    }
}

/// A limit that is passed.
pub fn limit(limit: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("at most {limit}"),
        Lang::Ru => format!("не больше {limit}"),
    }
}

/// Advice: two sittings of a class on one day.
pub fn two_on_one_day(place: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{place}: the class already writes {other} on this day; one work a day is enough"
        ),
        Lang::Ru => format!(
            "{place}: в этот день класс уже пишет работу «{other}»; больше одной работы в день не проводят"
        ),
    }
}

/// Advice: the first lesson of the class's day, or the last.
pub fn edge_lesson(place: &str, first: bool, lang: Lang) -> String {
    match (lang, first) {
        (Lang::En, true) => format!("{place}: this is the first lesson of the class’s day"),
        (Lang::En, false) => format!("{place}: this is the last lesson of the class’s day"),
        (Lang::Ru, true) => format!("{place}: это первый урок класса в этот день"),
        (Lang::Ru, false) => format!("{place}: это последний урок класса в этот день"),
    }
}

/// Advice: the subject again in the grade, too soon.
pub fn subject_again(place: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{place}: the grade writes this subject on {other} too, within two and a half weeks"
        ),
        Lang::Ru => format!(
            "{place}: параллель пишет этот предмет и {other} – чаще одного раза в две с половиной недели"
        ),
    }
}

/// Advice: one room for two sittings.
pub fn room_twice(place: &str, room: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{place}: room {room} is taken at that time by {other}"),
        Lang::Ru => format!("{place}: кабинет {room} в это время уже занят ({other})"),
    }
}

/// Advice: nobody is at school.
pub fn day_off(place: &str, weekday: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{place}: {weekday} is a day off"),
        Lang::Ru => format!("{place}: {weekday} – выходной день"),
    }
}
