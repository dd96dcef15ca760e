//! Headings of columns and labels of lines.

use super::word;
use crate::lang::facts::Word;

/// Number of the row.
pub const NUMBER: Word = word("No.", "№");
/// Day.
pub const DATE: Word = word("Date", "Дата");
/// Day and weekday.
pub const DATE_WEEKDAY: Word = word("Date, weekday", "Дата, день недели");
/// Lesson numbers.
pub const LESSON: Word = word("Lesson", "Урок");
/// Clock time.
pub const TIME: Word = word("Time", "Время");
/// Class.
pub const CLASS: Word = word("Class", "Класс");
/// Classes.
pub const CLASSES: Word = word("Classes", "Классы");
/// Subject.
pub const SUBJECT: Word = word("Subject", "Предмет");
/// Room.
pub const ROOM: Word = word("Room", "Кабинет");
/// Number of pupils.
pub const PUPILS: Word = word("Pupils", "Участников");
/// Role.
pub const ROLE: Word = word("Role", "Роль");
/// Name.
pub const NAME: Word = word("Name", "Ф. И. О.");
/// Position.
pub const POSITION: Word = word("Position", "Должность");
/// Proctor in the room, with position.
pub const PROCTOR_POSITION: Word = word(
    "Proctor (name, position)",
    "Организатор в аудитории (Ф. И. О., должность)",
);
/// Assistant, with position.
pub const ASSISTANT_POSITION: Word = word(
    "Assistant (name, position)",
    "Ассистент (Ф. И. О., должность)",
);
/// Proctor.
pub const PROCTOR: Word = word("Proctor", "Организатор");
/// Checkers.
pub const CHECKERS: Word = word("Checkers", "Эксперты");
/// Checker, with position.
pub const CHECKER_POSITION: Word =
    word("Checker (name, position)", "Эксперт (Ф. И. О., должность)");
/// Observer.
pub const OBSERVER: Word = word("Observer", "Наблюдатель");
/// Assistant.
pub const ASSISTANT: Word = word("Assistant", "Ассистент");
/// Number of works.
pub const WORKS: Word = word("Works", "Работ");
/// Day of the sitting.
pub const HELD_ON: Word = word("Held on", "Дата проведения");
/// Day of checking, filled by hand.
pub const CHECKED_ON: Word = word("Checked on, time", "Дата и время проверки");
/// Room of checking, filled by hand.
pub const CHECKED_IN: Word = word("Room of checking", "Кабинет проверки");
/// When the results were uploaded, filled by hand.
pub const UPLOADED: Word = word("Results uploaded", "Загрузка форм");
/// Class and subject observed.
pub const OBSERVED: Word = word("Class, subject observed", "Класс, предмет наблюдения");
/// The child's class.
pub const CHILD_CLASS: Word = word("Child’s class", "Класс ребёнка");
/// Telephone.
pub const PHONE: Word = word("Telephone", "Телефон");
/// Signature.
pub const SIGNATURE: Word = word("Signature", "Подпись");
/// Who is to take an empty place, filled by hand.
pub const TO_BE_NAMED: Word = word("Name (by hand)", "Ф. И. О. (вписать)");
/// Rule.
pub const RULE: Word = word("Rule", "Правило");
/// Where an exception was used.
pub const WHERE: Word = word("Duties", "Назначения");
/// Reason of an exception.
pub const GROUNDS: Word = word("Grounds", "Основание");
/// Who approved an exception.
pub const APPROVED: Word = word("Approved by", "Утвердил");
/// Who is missing from a lesson.
pub const ABSENT: Word = word("Absent", "Отсутствует");
/// Why.
pub const REASON: Word = word("Reason", "Причина");
/// Who substitutes, filled by hand.
pub const SUBSTITUTE: Word = word("Substitute", "Замещает");
/// Who is free then.
pub const FREE_THEN: Word = word("Free at that time", "Свободны в это время");
/// Carried over.
pub const BEFORE: Word = word("Before", "Было");
/// Added.
pub const ADDED: Word = word("Added", "Добавлено");
/// Sum.
pub const AFTER: Word = word("After", "Стало");
/// Beside the average.
pub const AGAINST_AVERAGE: Word = word("Against the average", "К среднему");
/// Roles of a person.
pub const ROLES: Word = word("Roles", "Роли");
