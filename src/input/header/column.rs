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
    MaxPerWeek,
    MaxTotal,
    MaxWorks,
    Share,
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
    ClearedBy,
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
        &[
            "person",
            "ФИО",
            "Учитель",
            "Сотрудник",
            "Педагог",
            "name",
            "ФИО учителя",
            "ФИО сотрудника",
            "ФИО педагога",
            "ФИО работника",
            "Фамилия Имя Отчество",
            "Фамилия И.О.",
            "Фамилия, инициалы",
            "Фамилия и инициалы",
            "ФИО полностью",
            "Учителя",
            "Сотрудники",
            "Педагоги",
            "Работник",
            "full name",
            "teacher",
            "teachers",
            "staff member",
            "employee",
        ],
    ),
    (
        Column::Position,
        &[
            "position",
            "Должность",
            "Должности",
            "Занимаемая должность",
            "job",
            "job title",
            "post",
        ],
    ),
    (
        Column::Subjects,
        &[
            "subjects",
            "Предметы",
            "Предмет",
            "Предмет преподавания",
            "Преподаваемый предмет",
            "Преподаваемые предметы",
            "Преподает",
            "Какой предмет ведёт",
            "Учебный предмет",
            "Учебные предметы",
            "Дисциплина",
            "Дисциплины",
            "subject",
            "subjects taught",
            "teaches",
        ],
    ),
    (
        Column::Classes,
        &[
            "classes",
            "Классы",
            "Класс",
            "В каких классах",
            "Классы преподавания",
            "class",
            "classes taught",
        ],
    ),
    (
        Column::Homeroom,
        &[
            "homeroom",
            "Классное руководство",
            "Классный руководитель",
            "Кл. руководитель",
            "Кл. руководство",
            "Кл. рук.",
            "Класс. рук.",
            "Классный рук.",
            "Классный руководитель (ФИО)",
            "ФИО классного руководителя",
            "Классные руководители",
            "homeroom teacher",
            "class teacher",
            "form teacher",
            "form tutor",
        ],
    ),
    (Column::Roles, &["roles", "Роли", "Роль", "role"]),
    (
        Column::Checks,
        &[
            "checks",
            "Проверяет",
            "Проверяемые предметы",
            "Может проверять",
            "marks",
        ],
    ),
    (
        Column::MaxPerDay,
        &[
            "max_per_day",
            "Максимум в день",
            "Макс. в день",
            "Не более в день",
        ],
    ),
    (
        Column::MaxPerWeek,
        &[
            "max_per_week",
            "Максимум в неделю",
            "Макс. в неделю",
            "Не более в неделю",
        ],
    ),
    (
        Column::MaxTotal,
        &[
            "max_total",
            "Максимум всего",
            "Макс. всего",
            "Не более всего",
        ],
    ),
    (
        Column::MaxWorks,
        &[
            "max_works",
            "Максимум работ",
            "Макс. работ",
            "Не более работ",
        ],
    ),
    (
        Column::Share,
        &[
            "share",
            "Ставка",
            "Доля ставки",
            "Размер ставки",
            "part of a post",
        ],
    ),
    (
        Column::Building,
        &["building", "Корпус", "Корпуса", "Здание", "buildings"],
    ),
    (
        Column::Email,
        &["email", "Почта", "Электронная почта", "Эл. почта", "mail"],
    ),
    (
        Column::Subject,
        &[
            "subject",
            "Предмет",
            "Предметы",
            "Учебный предмет",
            "Наименование предмета",
            "Название предмета",
            "Дисциплина",
            "Учебная дисциплина",
            "Предмет ВПР",
            "subjects",
            "subject name",
        ],
    ),
    (
        Column::Class,
        &[
            "class",
            "Класс",
            "Классы",
            "Кл.",
            "Класс, литера",
            "Наименование класса",
            "Название класса",
            "Класс ребёнка",
            "Класс обучения ребёнка",
            "classes",
            "form",
            "class name",
        ],
    ),
    (
        Column::Group,
        &[
            "group",
            "Группа",
            "Группы",
            "Подгруппа",
            "Подгруппы",
            "groups",
            "subgroup",
        ],
    ),
    (
        Column::Hours,
        &[
            "hours",
            "Часы",
            "Час",
            "Часов",
            "Кол-во часов",
            "Количество часов",
            "Часов в неделю",
            "Часы в неделю",
            "hour",
            "hours per week",
        ],
    ),
    (
        Column::Short,
        &[
            "short",
            "Кратко",
            "Сокращение",
            "Сокращённо",
            "Краткое название",
            "Сокр.",
            "abbreviation",
            "short name",
        ],
    ),
    (
        Column::Aliases,
        &["aliases", "Варианты", "Вариант", "alias", "Другие названия"],
    ),
    (
        Column::Area,
        &["area", "Область", "Предметная область", "Области", "areas"],
    ),
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
    (
        Column::Grade,
        &["grade", "Параллель", "Параллели", "grades", "year group"],
    ),
    (
        Column::Pupils,
        &[
            "pupils",
            "Учеников",
            "Кол-во учеников",
            "Количество учеников",
            "Кол-во учащихся",
            "Количество учащихся",
            "Кол-во уч-ся",
            "Кол-во обучающихся",
            "Количество обучающихся",
            "Кол-во участников",
            "Количество участников",
            "Кол-во детей",
            "Количество детей",
            "Число учащихся",
            "Число учеников",
            "Наполняемость",
            "Численность",
            "Ученики",
            "Учащихся",
            "Обучающихся",
            "Участников",
            "students",
            "number of pupils",
            "number of students",
            "no of pupils",
            "no of students",
            "pupil",
        ],
    ),
    (
        Column::Room,
        &[
            "room",
            "Кабинет",
            "Кабинеты",
            "Каб.",
            "Аудитория",
            "Ауд.",
            "№ кабинета",
            "№ аудитории",
            "Номер кабинета",
            "Номер аудитории",
            "№ каб.",
            "Помещение",
            "Кабинет №",
            "rooms",
            "room no",
            "room number",
            "classroom",
            "venue",
        ],
    ),
    (
        Column::Parent,
        &[
            "parent",
            "Родитель",
            "ФИО",
            "ФИО родителя",
            "Родители",
            "Фамилия Имя Отчество",
            "ФИО родителей",
            "ФИО наблюдателя",
            "ФИО общественного наблюдателя",
            "Родитель (законный представитель)",
            "ФИО родителя (законного представителя)",
            "Законный представитель",
            "Фамилия И.О.",
            "parents",
            "parent name",
            "full name",
            "name",
        ],
    ),
    (
        Column::Observer,
        &[
            "observer",
            "Наблюдатель",
            "Наблюдатели",
            "Может быть наблюдателем",
            "Согласен быть наблюдателем",
            "observers",
            "can observe",
        ],
    ),
    (
        Column::Dates,
        &[
            "dates",
            "Даты",
            "Дата",
            "Когда может",
            "Какие дни",
            "date",
            "days",
        ],
    ),
    (
        Column::StaffMember,
        &[
            "staff",
            "Сотрудник",
            "Работает в школе",
            "Работник школы",
            "staff member",
        ],
    ),
    (
        Column::Phone,
        &[
            "phone",
            "Телефон",
            "Тел.",
            "Телефоны",
            "Контактный телефон",
            "Номер телефона",
            "phones",
            "telephone",
            "phone number",
            "tel",
        ],
    ),
    (
        Column::Date,
        &[
            "date",
            "Дата",
            "Даты",
            "Дата проведения",
            "Дата ВПР",
            "Дата проведения ВПР",
            "Дата проведения работы",
            "Дата работы",
            "Дата экзамена",
            "dates",
            "exam date",
            "test date",
            "date of test",
            "date of exam",
        ],
    ),
    (
        Column::Lesson,
        &[
            "lesson",
            "Урок",
            "Уроки",
            "№ урока",
            "Номер урока",
            "Номера уроков",
            "Ур.",
            "Урок №",
            "Урок по расписанию",
            "lessons",
            "period",
            "periods",
            "lesson no",
            "lesson number",
        ],
    ),
    (
        Column::Start,
        &[
            "start",
            "Начало",
            "Время начала",
            "Начало работы",
            "Начало урока",
            "Начало ВПР",
            "start time",
            "starts",
            "begins",
        ],
    ),
    (
        Column::End,
        &[
            "end",
            "Конец",
            "Окончание",
            "Время окончания",
            "Время конца",
            "Конец работы",
            "Окончание работы",
            "Конец урока",
            "Окончание урока",
            "end time",
            "ends",
        ],
    ),
    (
        Column::Shift,
        &["shift", "Смена", "Смены", "Смена обучения", "shifts"],
    ),
    (
        Column::Weekday,
        &[
            "weekday",
            "День",
            "День недели",
            "Дни недели",
            "day",
            "day of the week",
            "weekdays",
        ],
    ),
    (
        Column::From,
        &[
            "from",
            "С",
            "Дата с",
            "С какого числа",
            "Начало отсутствия",
            "Дата начала",
            "from date",
            "start date",
        ],
    ),
    (
        Column::To,
        &[
            "to",
            "По",
            "Дата по",
            "По какое число",
            "Конец отсутствия",
            "Дата окончания",
            "to date",
            "end date",
            "until",
        ],
    ),
    (
        Column::Lessons,
        &["lessons", "Уроки", "Урок", "№ уроков", "lesson", "periods"],
    ),
    (
        Column::Reason,
        &[
            "reason",
            "Причина",
            "Основание",
            "Причина отсутствия",
            "Причины",
            "Документ",
            "reasons",
        ],
    ),
    (Column::Role, &["role", "Роль", "Роли", "roles"]),
    (Column::Pin, &["pin", "Вид"]),
    (Column::TieKind, &["kind", "Вид связи"]),
    (
        Column::Note,
        &[
            "note",
            "Примечание",
            "Примечания",
            "Комментарий",
            "notes",
            "comment",
            "comments",
        ],
    ),
    (Column::Rule, &["rule", "Правило", "Правила", "rules"]),
    (Column::Approved, &["approved", "Утвердил"]),
    (Column::ClearedBy, &["by", "Кто проверил", "Проверил"]),
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

    /// Columns by which rules find whom they concern, or how much there is to do: left aside by mistake, they leave rules empty.
    pub fn carries_rules(self) -> bool {
        matches!(
            self,
            Column::Subjects
                | Column::Classes
                | Column::Homeroom
                | Column::Roles
                | Column::Checks
                | Column::MaxPerDay
                | Column::MaxPerWeek
                | Column::MaxTotal
                | Column::MaxWorks
                | Column::Share
                | Column::Observer
                | Column::Dates
                | Column::StaffMember
                | Column::Group
                | Column::Pupils
                | Column::Lessons
                | Column::Weekday
        )
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
