//! The columns of all tables, with the headers that name them.

use crate::input::names::word_key;
use crate::lang::Lang;
use crate::lang::facts::Word;

/// A column of some table; formats.md says what each holds, and [`Column::headers`] what it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Person,
    Position,
    Subjects,
    Classes,
    Homeroom,
    Roles,
    Checks,
    MaxPerDay,
    MaxTotal,
    Building,
    Email,
    Subject,
    Class,
    Group,
    Hours,
    Short,
    Aliases,
    Area,
    Proctors,
    Checkers,
    Observers,
    Assistants,
    Grade,
    Pupils,
    Room,
    Parent,
    Observer,
    Dates,
    StaffMember,
    Phone,
    Date,
    Lesson,
    Start,
    End,
    Shift,
    Weekday,
    From,
    To,
    Lessons,
    Reason,
    Role,
    Pin,
    TieKind,
    Note,
    Rule,
    Approved,
    Load,
    School,
    Pinned,
    Typed,
}

/// How many columns there are.
pub const COLUMNS: usize = Column::Typed as usize + 1;

/// The headers that name each column, in the columns' order: English, Russian, then other habits.
const HEADERS: [(Column, &[&str]); COLUMNS] = [
    (
        Column::Person,
        &["person", "ФИО", "Учитель", "Сотрудник", "Педагог", "name"],
    ),
    (Column::Position, &["position", "Должность"]),
    (Column::Subjects, &["subjects", "Предметы"]),
    (Column::Classes, &["classes", "Классы"]),
    (
        Column::Homeroom,
        &["homeroom", "Классное руководство", "Классный руководитель"],
    ),
    (Column::Roles, &["roles", "Роли"]),
    (Column::Checks, &["checks", "Проверяет"]),
    (Column::MaxPerDay, &["max_per_day", "Максимум в день"]),
    (Column::MaxTotal, &["max_total", "Максимум всего"]),
    (Column::Building, &["building", "Корпус"]),
    (Column::Email, &["email", "Почта", "Электронная почта"]),
    (Column::Subject, &["subject", "Предмет"]),
    (Column::Class, &["class", "Класс"]),
    (Column::Group, &["group", "Группа"]),
    (Column::Hours, &["hours", "Часы"]),
    (Column::Short, &["short", "Кратко"]),
    (Column::Aliases, &["aliases", "Варианты"]),
    (Column::Area, &["area", "Область"]),
    (
        Column::Proctors,
        &["proctors", "Организаторов", "Организаторы"],
    ),
    (Column::Checkers, &["checkers", "Экспертов", "Эксперты"]),
    (
        Column::Observers,
        &["observers", "Наблюдателей", "Наблюдатели"],
    ),
    (
        Column::Assistants,
        &["assistants", "Ассистентов", "Ассистенты"],
    ),
    (Column::Grade, &["grade", "Параллель"]),
    (Column::Pupils, &["pupils", "Учеников"]),
    (Column::Room, &["room", "Кабинет"]),
    (
        Column::Parent,
        &["parent", "Родитель", "ФИО", "ФИО родителя"],
    ),
    (Column::Observer, &["observer", "Наблюдатель"]),
    (Column::Dates, &["dates", "Даты"]),
    (Column::StaffMember, &["staff", "Сотрудник"]),
    (Column::Phone, &["phone", "Телефон"]),
    (Column::Date, &["date", "Дата"]),
    (Column::Lesson, &["lesson", "Урок"]),
    (Column::Start, &["start", "Начало"]),
    (Column::End, &["end", "Конец", "Окончание"]),
    (Column::Shift, &["shift", "Смена"]),
    (Column::Weekday, &["weekday", "День", "День недели"]),
    (Column::From, &["from", "С"]),
    (Column::To, &["to", "По"]),
    (Column::Lessons, &["lessons", "Уроки"]),
    (Column::Reason, &["reason", "Причина", "Основание"]),
    (Column::Role, &["role", "Роль"]),
    (Column::Pin, &["pin", "Вид"]),
    (Column::TieKind, &["kind", "Вид связи"]),
    (Column::Note, &["note", "Примечание"]),
    (Column::Rule, &["rule", "Правило"]),
    (Column::Approved, &["approved", "Утвердил"]),
    (Column::Load, &["load", "Нагрузка"]),
    (Column::School, &["school", "Школа"]),
    (Column::Pinned, &["pinned", "Закреплено"]),
    (Column::Typed, &["typed", "Написано"]),
];

impl Column {
    /// Every column.
    pub fn all() -> impl Iterator<Item = Self> {
        HEADERS.iter().map(|&(column, _)| column)
    }

    /// The headers that name it: English, Russian, then other habits.
    pub fn headers(self) -> &'static [&'static str] {
        HEADERS[self as usize].1
    }

    /// Is it the column's English or Russian header, and not merely a habit that gives way to these?
    pub fn is_canonical(self, header: &str) -> bool {
        let key = word_key(header);
        self.headers()
            .iter()
            .take(2)
            .any(|name| word_key(name) == key)
    }

    /// The header to write into a table of that language.
    pub fn heading(self, lang: Lang) -> &'static str {
        let [en, ru, ..] = self.headers() else {
            return self.headers()[0];
        };
        match lang {
            Lang::En => en,
            Lang::Ru => ru,
        }
    }

    /// The header to show.
    pub fn word(self) -> Word {
        if self == Column::Reason {
            // In `waivers` the reason is a document.
            return Word {
                en: "reason",
                ru: "Причина (Основание)",
            };
        }
        let headers = self.headers();
        Word {
            en: headers[0],
            ru: headers[1],
        }
    }
}
