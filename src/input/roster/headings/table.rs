//! The headings themselves: a table of what people write, Russian and English. Nothing but words.

use crate::domain::Role;
use crate::input::roster::layout::Meaning;

use super::Sureness;

/// Headings of one meaning, with `|` between them: those of the tidy form, what people write for them, what may stand
/// for them.
pub struct Words {
    pub meaning: Meaning,
    own: &'static str,
    usual: &'static str,
    weak: &'static str,
}

impl Words {
    /// Every heading, with how sure it is.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, Sureness)> {
        let ranks = [
            (self.own, Sureness::Own),
            (self.usual, Sureness::Usual),
            (self.weak, Sureness::Weak),
        ];
        ranks.into_iter().flat_map(|(texts, sureness)| {
            let texts = texts.split('|').map(str::trim);
            texts
                .filter(|text| !text.is_empty())
                .map(move |text| (text, sureness))
        })
    }
}

/// The headings of every meaning but the roles, whose cards say theirs.
const TABLE: [Words; 14] = [
    Words {
        meaning: Meaning::Date,
        own: "date | Дата",
        usual: "Дата проведения | Дата ВПР | Дата проведения ВПР | Дата проведения работы | Дата работы | \
            Дата наблюдения | Дата/день недели | День недели, дата | Дата и день | Число | Дата и время | \
            Дата, время | Дата и время проведения | Дата, время проведения | Дата, урок | Дата экзамена | \
            Дата, день | exam date | test date | date and time | date/time | date of test | date of exam | \
            day and date",
        weak: "День | День недели | Когда | Срок | Сроки | Сроки проведения | day | weekday | when",
    },
    Words {
        meaning: Meaning::Lesson,
        own: "lesson | Урок",
        usual: "Уроки | № урока | Номер урока | Номера уроков | Время | Время проведения | Урок/время | \
            Время урока | Время работы | Урок по расписанию | Ур. | Время проведения работы | Пара | \
            Часы проведения | lessons | period | periods | time | slot | lesson no | lesson number | \
            lesson/time | timeslot",
        weak: "",
    },
    Words {
        meaning: Meaning::Start,
        own: "start | Начало",
        usual: "Время начала | Начало работы | Начало урока | Начало ВПР | start time | starts | begins | from",
        weak: "",
    },
    Words {
        meaning: Meaning::End,
        own: "end | Конец",
        usual: "Окончание | Время окончания | Конец работы | Окончание работы | end time | ends | until",
        weak: "",
    },
    Words {
        meaning: Meaning::Class,
        own: "class | Класс",
        usual: "Классы | Кл. | Класс (группа) | Класс, литера | Какой класс | Класс, предмет | Класс и предмет | \
            Предмет, класс | Предмет и класс | Класс/предмет наблюдения | Класс наблюдения | Класс проведения | \
            classes | form | class and subject | class/subject | subject/class | class name",
        weak: "Параллель | grade | year group",
    },
    Words {
        meaning: Meaning::Subject,
        own: "subject | Предмет",
        usual: "Предметы | Учебный предмет | Наименование предмета | Название предмета | Дисциплина | \
            Учебная дисциплина | Предмет ВПР | ВПР | ВПР по предмету | Наименование работы | Название работы | \
            Предмет, по которому проводится ВПР | subjects | exam | paper | test | subject name | work",
        weak: "Работа",
    },
    Words {
        meaning: Meaning::Group,
        own: "group | Группа",
        usual: "Подгруппа | Гр. | Группа класса | subgroup",
        weak: "",
    },
    Words {
        meaning: Meaning::Room,
        own: "room | Кабинет",
        usual: "Каб. | Аудитория | Ауд. | № кабинета | № аудитории | Номер кабинета | Номер аудитории | № каб. | \
            Кабинет/аудитория | Помещение | rooms | room no | room number | venue",
        weak: "Место | Место проведения | location",
    },
    Words {
        meaning: Meaning::Role,
        own: "role | Роль",
        usual: "В качестве | Вид участия | Функция | Функции | Обязанность | Обязанности | Роль в ВПР | \
            Должность в ВПР | Кем привлечён | Кем назначен | duty | duties",
        weak: "",
    },
    Words {
        meaning: Meaning::Person,
        own: "person | ФИО",
        usual: "Учитель | Сотрудник | Педагог | Педагоги | Учителя | Работник | Фамилия И.О. | \
            Фамилия, имя, отчество | Фамилия | ФИО учителя | ФИО педагога | ФИО сотрудника | ФИО участника | \
            ФИО работника | ФИО полностью | Фамилия, инициалы | Фамилия и инициалы | \
            Ф.И.О. учителя, должность | Исполнитель | Кто | Участник | name | full name | teacher | teachers | \
            staff | staff member | who | surname",
        weak: "",
    },
    Words {
        meaning: Meaning::School,
        own: "school | Школа",
        usual: "ОО | ОУ | Образовательная организация | Наименование ОО | Учреждение",
        weak: "",
    },
    Words {
        meaning: Meaning::Pinned,
        own: "pinned | Закреплено",
        usual: "",
        weak: "",
    },
    Words {
        meaning: Meaning::Note,
        own: "note | Примечание",
        usual: "Примечания | Комментарий | Комментарии | Прим. | notes | comment | comments | remarks",
        weak: "",
    },
    Words {
        meaning: Meaning::Aside,
        own: "",
        usual: "№ | № п/п | п/п | N п/п | nr | # | Подпись | Подписи | signature | Телефон | Тел. | \
            Контактный телефон | phone | Должность | Должность в ОО | position | Кол-во участников | \
            Количество участников | Кол-во учащихся | Количество учащихся | Кол-во обучающихся | \
            Количество обучающихся | Кол-во учеников | Количество учеников | Учеников | Участников | pupils | \
            Кол-во | Количество | Кол-во мест | Форма | Форма проведения | Вариант | Продолжительность | \
            Длительность | Время выполнения | Время выполнения работы | duration | Дата проверки | \
            Время проверки | Дата и время проверки | Дата/время проверки | Кабинет проверки | Место проверки | \
            Срок проверки | Сроки проверки | Загрузка форм | Дата загрузки | Класс обучения ребёнка | \
            Класс ребёнка | Ребёнок | ФИО ребёнка | child | Категория | Квалификационная категория | Стаж | \
            Смена | shift | Корпус | building | Председатель | Председатель комиссии | \
            Организатор вне аудитории | Орг. вне аудитории | Организаторы вне аудитории | Дежурный по этажу | \
            Дежурный на этаже | Дежурный в коридоре | Ответственный | Ответственный организатор | \
            Ответственный за проведение | Технический специалист | Тех. специалист | Координатор | \
            Школьный координатор | Замещение | Кто замещает | Замена | Замечания | Предмет преподавания | \
            Преподаваемый предмет | Классный руководитель | Учитель-предметник | homeroom teacher | \
            subject teacher | substitute",
        weak: "",
    },
];

/// Parts of words that give a heading away as one to be put aside.
const STEMS: [(&str, Meaning); 6] = [
    ("внеаудитории", Meaning::Aside),
    ("подпись", Meaning::Aside),
    ("телефон", Meaning::Aside),
    ("датапроверки", Meaning::Aside),
    ("ответственн", Meaning::Aside),
    ("председател", Meaning::Aside),
];

/// All headings.
pub fn headings() -> impl Iterator<Item = Words> {
    TABLE.into_iter().chain(Role::ALL.map(of_role))
}

fn of_role(role: Role) -> Words {
    let known = &role.card().known_by;
    Words {
        meaning: Meaning::People(role),
        own: known.own,
        usual: known.usual,
        weak: known.weak,
    }
}

/// Parts of words that give the meaning of a heading away that nobody foresaw; the first that is there counts. What is put aside
/// may speak of a role, so it comes first.
pub fn stems() -> impl Iterator<Item = (&'static str, Meaning)> {
    let of = |role: Role| {
        role.card()
            .known_by
            .stems
            .iter()
            .map(move |&stem| (stem, Meaning::People(role)))
    };
    STEMS
        .into_iter()
        .chain(Role::ALL.into_iter().rev().flat_map(of))
}
