//! The sentences of the empty tables: what each table is for, what stands in each column, and an example of it.

use crate::domain::Role;
use crate::input::header::Column;
use crate::input::tables::TableKind;
use crate::lang::facts::Word;

const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}

/// What the table is for.
pub fn about(kind: TableKind) -> Word {
    match kind {
        TableKind::Staff => word(
            "Who works at the school. Required.",
            "Кто работает в школе. Обязательная таблица.",
        ),
        TableKind::Load => word(
            "Who teaches what in which class. Without it and without a timetable nobody can be kept from their own class.",
            "Кто что ведёт в каком классе. Без неё и без расписания нельзя проверить, чей это класс.",
        ),
        TableKind::Subjects => word(
            "Subjects with short names. Needed where other tables shorten them.",
            "Предметы и их сокращения. Нужна, если в других таблицах предметы сокращены.",
        ),
        TableKind::Classes => word("The classes. Required.", "Классы. Обязательная таблица."),
        TableKind::Parents => word(
            "Parents who may observe, a row for each child. Required; may stay empty.",
            "Родители, которые могут наблюдать: строка на каждого ребёнка. Обязательная, может остаться пустой.",
        ),
        TableKind::Schedule => word(
            "The sittings: which class writes what, and when. Required.",
            "Работы: какой класс, что и когда пишет. Обязательная таблица.",
        ),
        TableKind::Bells => word(
            "Times of the lessons. Without it lesson numbers are used.",
            "Время уроков. Без неё считаются номера уроков.",
        ),
        TableKind::Timetable => word(
            "The ordinary week: which lessons a duty costs.",
            "Обычная неделя: какие уроки теряются из-за дежурства.",
        ),
        TableKind::Absences => word("Who is away, and when.", "Кого нет и когда."),
        TableKind::Pins => word(
            "What is decided already: this person takes the place, or must not.",
            "Что уже решено: кто займёт место или не должен его занять.",
        ),
        TableKind::Ties => word(
            "Personal interest in a class that the other tables do not show.",
            "Личная заинтересованность в классе, которой нет в других таблицах.",
        ),
        TableKind::Waivers => word(
            "Exceptions granted in writing.",
            "Исключения, разрешённые письменно.",
        ),
        TableKind::Commissions => word(
            "Who leads the checking of a subject and when its members meet; what is empty is chosen.",
            "Кто возглавляет комиссию по предмету и когда она собирается; пустое выберет программа.",
        ),
        TableKind::Rooms => word(
            "Rooms with their seats and cameras. With it rooms are given to sittings that have none.",
            "Кабинеты: сколько мест, есть ли камера. С ней программа сама раздаёт кабинеты.",
        ),
        TableKind::History => word(
            "What people did in earlier procedures; counted for fairness.",
            "Сколько люди дежурили и проверяли раньше; учитывается для справедливости.",
        ),
        TableKind::Cleared => word(
            "Hints of the program that somebody looked into.",
            "Подсказки программы, которые проверены и не подтвердились.",
        ),
        TableKind::Names => word(
            "Whom names typed in rosters mean.",
            "Кого означают имена в расстановках.",
        ),
    }
}

/// What stands in the column of that table, and an example.
#[expect(
    clippy::too_many_lines,
    reason = "a table of sentences, a line for each column"
)]
pub fn column(kind: TableKind, column: Column) -> (Word, Word) {
    match (kind, column) {
        (TableKind::Cleared, Column::Reason) => (
            word("Why the hint is none", "Почему подсказка не подтвердилась"),
            word("namesakes, no relatives", "однофамильцы, не родственники"),
        ),
        (TableKind::Absences, Column::Weekday) => (
            word(
                "Day of the week, where the person is away every week",
                "День недели, если отсутствует каждую неделю",
            ),
            word("", ""),
        ),
        (TableKind::Waivers, Column::Reason) => (
            word("Ground: the document", "Основание: документ"),
            word("No other specialist", "Других специалистов нет"),
        ),
        (TableKind::Waivers, Column::From) => (
            word(
                "First day; empty: from the beginning",
                "Первый день; пусто: с начала",
            ),
            word("2026-04-20", "20.04.2026"),
        ),
        (TableKind::Waivers, Column::To) => (
            word(
                "Last day; empty: to the end",
                "Последний день; пусто: до конца",
            ),
            word("2026-04-24", "24.04.2026"),
        ),
        (TableKind::Classes, Column::Homeroom) => (
            word("Class teacher", "Классный руководитель"),
            word("Birch Anna", "Иванова Анна Петровна"),
        ),
        (TableKind::Schedule, Column::Pupils) => (
            word(
                "Pupils who write, where they are not the whole class",
                "Сколько пишет, если не весь класс",
            ),
            word("26", "26"),
        ),
        (TableKind::Commissions, Column::Grade) => (
            word(
                "Grade; empty: every grade",
                "Параллель; пусто: все параллели",
            ),
            word("5", "5"),
        ),
        (TableKind::Commissions, Column::Date) => (
            word(
                "Day of the meeting; empty: chosen",
                "День заседания; пусто: выберет программа",
            ),
            word("2026-04-20", "20.04.2026"),
        ),
        (TableKind::Commissions, Column::Start) => (
            word("Beginning of the meeting", "Начало заседания"),
            word("14:00", "14:00"),
        ),
        (TableKind::Commissions, Column::End) => (
            word("End of the meeting", "Окончание заседания"),
            word("14:20", "14:20"),
        ),
        (_, Column::Floor) => (word("Floor", "Этаж"), word("2", "2")),
        (_, Column::Seats) => (
            word(
                "How many can write there; empty: any number",
                "Сколько человек может писать; пусто: сколько угодно",
            ),
            word("28", "28"),
        ),
        (_, Column::Camera) => (
            word(
                "Is it filmed? empty: no",
                "Есть ли видеонаблюдение; пусто: нет",
            ),
            word("recording", "запись"),
        ),
        (_, Column::Computers) => (
            word("Computers in the room", "Сколько компьютеров"),
            word("0", "0"),
        ),
        (_, Column::Chair) => (
            word(
                "Who leads the commission; empty: chosen",
                "Председатель; пусто: выберет программа",
            ),
            word("Birch Anna", "Иванова Анна Петровна"),
        ),
        (TableKind::Parents, Column::Class) => (
            word("Class of the child", "Класс ребёнка"),
            word("6A", "6А"),
        ),
        (_, Column::Person) => (
            word(
                "Full name, written alike in every table",
                "Фамилия, имя и отчество; во всех таблицах одинаково",
            ),
            word("Birch Anna", "Иванова Анна Петровна"),
        ),
        (_, Column::Position) => (
            word("Job title, for the papers", "Должность, для документов"),
            word("teacher", "учитель"),
        ),
        (_, Column::Subjects) => (
            word(
                "Subjects the person teaches or is trained in, separated by commas",
                "Предметы, которые ведёт или по которым специалист, через запятую",
            ),
            word("Maths, Physics", "Математика, Физика"),
        ),
        (_, Column::Classes) => (
            word(
                "Classes taught, separated by commas; not needed where the load is given",
                "Классы, в которых ведёт, через запятую; не нужно, если есть нагрузка",
            ),
            word("5A, 5B", "5А, 5Б"),
        ),
        (_, Column::Homeroom) => (
            word(
                "Class whose class teacher the person is",
                "Класс, которым руководит",
            ),
            word("5A", "5А"),
        ),
        (_, Column::Roles) => (
            word(
                "Roles the person may take; empty: proctor and checker",
                "Роли, которые может занимать; пусто: организатор и эксперт",
            ),
            word("proctor, checker", "организатор, эксперт"),
        ),
        (_, Column::Checks) => (
            word(
                "Subjects the person may check; empty: the same as the subjects",
                "Предметы, которые может проверять; пусто: те же предметы",
            ),
            word("Maths", "Математика"),
        ),
        (_, Column::MaxPerDay) => (
            word(
                "Most duties on one day; empty: no limit",
                "Не больше дежурств в день; пусто: без ограничения",
            ),
            word("2", "2"),
        ),
        (_, Column::MaxTotal) => (
            word(
                "Most duties in all; empty: no limit",
                "Не больше дежурств всего; пусто: без ограничения",
            ),
            word("6", "6"),
        ),
        (_, Column::Building) => (
            word(
                "Building, where there are several",
                "Корпус, если их несколько",
            ),
            word("1", "1"),
        ),
        (_, Column::Email) => (
            word("Address for messages", "Адрес почты"),
            word("birch@school.example", "ivanova@school.example"),
        ),
        (_, Column::MaxPerWeek) => (
            word(
                "Most duties in one week; empty: no limit",
                "Не больше дежурств в неделю; пусто: без ограничения",
            ),
            word("3", "3"),
        ),
        (_, Column::MaxWorks) => (
            word(
                "Most works to check in all; empty: no limit, 0: none",
                "Не больше работ на проверку; пусто: без ограничения, 0: ни одной",
            ),
            word("80", "80"),
        ),
        (_, Column::Share) => (
            word(
                "Part of a full post, 0.05 to 3; empty: 1",
                "Доля ставки, от 0,05 до 3; пусто: 1",
            ),
            word("0.5", "0,5"),
        ),
        (_, Column::ClearedBy) => (
            word("Who looked into it", "Кто проверил"),
            word("Deputy head", "Заместитель директора"),
        ),
        (_, Column::Subject) => (
            word("Name of the subject", "Название предмета"),
            word("Maths", "Математика"),
        ),
        (_, Column::Class) => (
            word("Name of the class", "Название класса"),
            word("5A", "5А"),
        ),
        (_, Column::Group) => (
            word(
                "Group of a class that is divided; empty: the whole class",
                "Группа, если класс делится; пусто: весь класс",
            ),
            word("1", "1"),
        ),
        (_, Column::Hours) => (word("Lessons a week", "Часов в неделю"), word("5", "5")),
        (_, Column::Short) => (word("Short name", "Сокращение"), word("Math", "Мат.")),
        (_, Column::Aliases) => (
            word(
                "Other names in use, separated by commas",
                "Другие названия, через запятую",
            ),
            word("Mathematics", "Матем., Математика (база)"),
        ),
        (_, Column::Area) => (
            word(
                "Subjects of one area count as one",
                "Предметы одной области считаются одной специальностью",
            ),
            word("Maths", "Математика"),
        ),
        (_, Column::Proctors) => of_places(Role::Proctor),
        (_, Column::Checkers) => of_places(Role::Checker),
        (_, Column::Observers) => of_places(Role::Observer),
        (_, Column::Assistants) => of_places(Role::Assistant),
        (_, Column::Grade) => (
            word(
                "Grade; empty: the number in the class's name",
                "Параллель; пусто: число в названии класса",
            ),
            word("5", "5"),
        ),
        (_, Column::Pupils) => (
            word(
                "Number of pupils: it is the number of works to check",
                "Сколько учеников: столько работ проверять",
            ),
            word("27", "27"),
        ),
        (_, Column::Room) => (word("Room", "Кабинет"), word("204", "204")),
        (_, Column::Parent) => (
            word(
                "Full name of the parent",
                "Фамилия, имя и отчество родителя",
            ),
            word("Oak Mary", "Дубова Мария Ильинична"),
        ),
        (_, Column::Observer) => (
            word("Ready to observe? empty: yes", "Готов наблюдать? пусто: да"),
            word("yes", "да"),
        ),
        (_, Column::Dates) => (
            word(
                "Days the parent can come, separated by commas; empty: any",
                "Когда может прийти, через запятую; пусто: в любой день",
            ),
            word("2026-04-20, 2026-04-22", "20.04.2026, 22.04.2026"),
        ),
        (_, Column::StaffMember) => (
            word(
                "Where the parent works at the school: the name in the staff table",
                "Если родитель работает в школе: имя из таблицы сотрудников",
            ),
            word("", ""),
        ),
        (_, Column::Phone) => (
            word("Telephone", "Телефон"),
            word("+44 20 7946 0000", "+7 900 000-00-00"),
        ),
        (_, Column::Date) => (
            word("Day of the sitting", "День работы"),
            word("2026-04-20", "20.04.2026"),
        ),
        (_, Column::Lesson) => (
            word("Lesson number, or two: 2-3", "Номер урока или двух: 2-3"),
            word("2", "2"),
        ),
        (_, Column::Start) => (
            word(
                "Beginning, instead of the lesson",
                "Начало, вместо номера урока",
            ),
            word("9:25", "9:25"),
        ),
        (_, Column::End) => (word("End", "Окончание"), word("10:10", "10:10")),
        (_, Column::Shift) => (
            word("Shift, where the school has two", "Смена, если их две"),
            word("1", "1"),
        ),
        (_, Column::Weekday) => (
            word("Day of the week", "День недели"),
            word("monday", "понедельник"),
        ),
        (_, Column::From) => (
            word("First day", "Первый день"),
            word("2026-04-20", "20.04.2026"),
        ),
        (_, Column::To) => (
            word(
                "Last day; empty: the first day only",
                "Последний день; пусто: только первый день",
            ),
            word("2026-04-24", "24.04.2026"),
        ),
        (_, Column::Lessons) => (
            word("Lessons; empty: the whole day", "Уроки; пусто: весь день"),
            word("1-3", "1-3"),
        ),
        (_, Column::Reason) => (word("Why", "Причина"), word("sick leave", "больничный")),
        (_, Column::Role) => (word("Role", "Роль"), word("proctor", "организатор")),
        (_, Column::Pin) => (
            word(
                "must: takes the place; never: does not take it",
                "обязательно: займёт место; нельзя: не займёт",
            ),
            word("must", "обязательно"),
        ),
        (_, Column::TieKind) => (
            word(
                "What links the person with the class",
                "Что связывает человека с классом",
            ),
            word("grandmother", "бабушка ученика"),
        ),
        (_, Column::Note) => (word("Anything to remember", "Примечание"), word("", "")),
        (_, Column::Rule) => (
            word(
                "Rule that is waived",
                "Правило, из которого сделано исключение",
            ),
            word("checker-own-subject", "checker-own-subject"),
        ),
        (_, Column::Approved) => (
            word("Who approved it", "Кто утвердил"),
            word("Head, order 12", "Директор, приказ № 12"),
        ),
        (_, Column::Load) => (
            word(
                "Duties so far; of a checker, works",
                "Сколько дежурств было; для эксперта: работ",
            ),
            word("3", "3"),
        ),
        (_, Column::School) => (
            word("School the person comes from", "Школа, из которой человек"),
            word("", ""),
        ),
        (_, Column::Pinned) => (
            word("Is the place decided by hand?", "Решено вручную?"),
            word("", ""),
        ),
        (_, Column::Typed) => (
            word(
                "The name as it is typed in rosters",
                "Имя, как его пишут в расстановках",
            ),
            word("", ""),
        ),
    }
}

/// Of the column that counts a role's places.
fn of_places(role: Role) -> (Word, Word) {
    (role.words().places, role.words().example)
}
