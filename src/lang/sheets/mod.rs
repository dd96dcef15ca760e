//! What the sheets say: titles, headings, labels and sentences, in English and Russian.

pub mod dates;
pub mod evidence;
pub mod order;
pub mod personal;

use super::facts::Word;
use super::{Lang, plural_en, plural_ru};

const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}

/// Titles of the sheets, as the index and a workbook's tabs show them.
pub mod titles {
    use super::{Word, word};

    /// The order.
    pub const ORDER: Word = word("Order", "Приказ");
    /// The roster.
    pub const ROSTER: Word = word("Roster", "Расстановка");
    /// Personal slips.
    pub const PERSONAL: Word = word("Personal assignments", "Личные листы назначений");
    /// Door sheets.
    pub const DOOR: Word = word("Door sheets", "Листы на двери");
    /// Observers' acts.
    pub const ACT: Word = word(
        "Public observation records",
        "Акты общественного наблюдения",
    );
    /// Acquaintance list.
    pub const ACQUAINTANCE: Word = word("Acknowledgement list", "Лист ознакомления");
    /// Lessons without a teacher.
    pub const SUBSTITUTION: Word = word("Lessons without a teacher", "Уроки без учителя");
    /// Evidence.
    pub const EVIDENCE: Word = word("Statement of checks", "Справка о проверке");
    /// Notice board.
    pub const NOTICE: Word = word("Notice board", "Доска объявлений");
    /// Load.
    pub const LOAD: Word = word("Load overview", "Обзор нагрузки");
}

/// Headings of columns and labels of lines.
pub mod heads {
    use super::{Word, word};

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
    /// Name and position.
    pub const NAME_POSITION: Word = word("Name, position", "Ф. И. О., должность");
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
    /// Class and subject observed.
    pub const OBSERVED: Word = word("Class, subject observed", "Класс, предмет наблюдения");
    /// The child's class.
    pub const CHILD_CLASS: Word = word("Child’s class", "Класс ребёнка");
    /// Telephone.
    pub const PHONE: Word = word("Telephone", "Телефон");
    /// Signature.
    pub const SIGNATURE: Word = word("Signature", "Подпись");
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
/// Below the lessons without a teacher.
pub const NO_LESSONS_LOST: Word = word(
    "No lesson is left without a teacher.",
    "Уроков, оставшихся без учителя, нет.",
);
/// Nobody is free.
pub const NOBODY: Word = word("nobody", "никого");
/// Place of a signature to fill by hand.
pub const SIGN_HERE: Word = word(
    "Signature ____________________   Date ______________",
    "Подпись ____________________   Дата ______________",
);
/// At the average.
pub const AVERAGE: Word = word("average", "в среднем");

/// `5А, группа 1`.
pub fn group(class: &str, group: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{class}, group {group}"),
        Lang::Ru => format!("{class}, группа {group}"),
    }
}

/// `№ 3`: a school, class or anything that has a number.
pub fn lesson(numbers: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("lesson {numbers}"),
        Lang::Ru => format!("{numbers} урок"),
    }
}

/// `24 участника`.
pub fn pupils(count: u32, lang: Lang) -> String {
    let number = u64::from(count);
    match lang {
        Lang::En => format!("{count} {}", plural_en(number, "pupil", "pupils")),
        Lang::Ru => format!(
            "{count} {}",
            plural_ru(number, "участник", "участника", "участников")
        ),
    }
}

/// `кабинет 203`.
pub fn room(room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Room {room}"),
        Lang::Ru => format!("Кабинет {room}"),
    }
}

/// Why a teacher misses a lesson.
pub fn on_duty(role: &str, class: &str, subject: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{role} at {class}, {subject}"),
        Lang::Ru => format!("{role}: {class}, {subject}"),
    }
}

/// `и ещё 12`.
pub fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("and {count} more"),
        Lang::Ru => format!("и ещё {count}"),
    }
}

/// Above the lessons without a teacher.
pub fn substitution_note(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Free: no lesson of their own, no duty and no absence then. Those of the subject come first, then those who \
             teach the class."
        }
        Lang::Ru => {
            "Свободны: в это время нет ни своего урока, ни назначения, ни отсутствия. Сначала названы учителя того же \
             предмета, затем работающие в этом классе."
        }
    }
}

/// Title of the act.
pub fn act_title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "RECORD OF PUBLIC OBSERVATION",
        Lang::Ru => "АКТ\nобщественного наблюдения за проведением всероссийских проверочных работ",
    }
}

/// Labels of the act's facts: school, observer, date, start and end, class, subject, room.
pub fn act_labels(lang: Lang) -> [&'static str; 7] {
    match lang {
        Lang::En => [
            "School",
            "Public observer",
            "Date",
            "Starts, ends",
            "Class",
            "Subject",
            "Room",
        ],
        Lang::Ru => [
            "Наименование образовательной организации",
            "Общественный наблюдатель (Ф. И. О.)",
            "Дата",
            "Время начала и окончания",
            "Класс",
            "Предмет",
            "Кабинет",
        ],
    }
}

/// Headings of the act's table: stage, no violation, what was seen.
pub fn act_heads(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["Stage observed", "No violations", "What was observed"],
        Lang::Ru => ["Этап", "Нарушений не выявлено", "Выявленные нарушения"],
    }
}

/// Stages that can be observed.
pub fn act_stages(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::En => [
            "Preparing the materials",
            "Handing over the materials",
            "Sitting",
            "Checking",
            "Uploading the results",
        ],
        Lang::Ru => [
            "Подготовка материалов",
            "Передача материалов",
            "Проведение работы",
            "Проверка работ",
            "Загрузка форм с результатами",
        ],
    }
}

/// Below the act's table.
pub fn act_remarks(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Remarks and proposals:",
        Lang::Ru => "Замечания и предложения:",
    }
}

/// Above the acknowledgement list: what it is about.
pub fn acquainted_with(order: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("I have read order {order} and know my duties."),
        Lang::Ru => format!("С приказом {order} и своими назначениями ознакомлен(а)."),
    }
}

/// Caption of the load of a role: duties, or works.
pub fn load_caption(role: &str, is_works: bool, lang: Lang) -> String {
    match (lang, is_works) {
        (Lang::En, false) => format!("{role}, duties"),
        (Lang::En, true) => format!("{role}, works"),
        (Lang::Ru, false) => format!("{role}: число назначений"),
        (Lang::Ru, true) => format!("{role}: число работ"),
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

/// How the load of a role spreads: people, fewest, most.
pub fn spread(people: usize, fewest: u64, most: u64, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{people} {}: from {fewest} to {most} each, earlier procedures included.",
            plural_en(people as u64, "person", "people")
        ),
        Lang::Ru => format!(
            "{people} {}: от {fewest} до {most} на каждого с учётом прежних процедур.",
            plural_ru(people as u64, "человек", "человека", "человек")
        ),
    }
}

/// Parents who were not needed.
pub fn without_load(people: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Not called on: {people}."),
        Lang::Ru => format!("Не привлекались: {people}."),
    }
}

/// Against the average of all who hold the role.
pub fn against_average(difference: i64, lang: Lang) -> String {
    let by = difference.unsigned_abs();
    match (lang, difference.signum()) {
        (_, 0) => AVERAGE.in_lang(lang).to_owned(),
        (Lang::En, 1) => format!("{by} above"),
        (Lang::En, _) => format!("{by} below"),
        (Lang::Ru, 1) => format!("выше на {by}"),
        (Lang::Ru, _) => format!("ниже на {by}"),
    }
}

/// Colours of the chart.
pub fn chart_legend(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["carried over", "added by this roster"],
        Lang::Ru => ["было раньше", "добавлено этой расстановкой"],
    }
}

/// Title of the index.
pub fn index_title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Sheets of the assessments",
        Lang::Ru => "Документы проверочных работ",
    }
}

/// Heading of the index above the sheets.
pub fn sheets_group(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "To print and sign",
        Lang::Ru => "Для печати и подписи",
    }
}

/// Heading of the index above the workbook.
pub fn workbook_group(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Workbook",
        Lang::Ru => "Книга Excel",
    }
}

/// The workbook's line.
pub fn all_sheets(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "All sheets",
        Lang::Ru => "Все листы",
    }
}

/// Heading of the index above the tables.
pub fn tables_group(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Tables",
        Lang::Ru => "Таблицы",
    }
}

/// Headings of the index above the calendars: of people, of classes.
pub fn calendar_groups(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["Calendars of people", "Calendars of classes"],
        Lang::Ru => ["Календари сотрудников и наблюдателей", "Календари классов"],
    }
}
