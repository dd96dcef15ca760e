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

/// All headings.
pub const TABLE: [Words; 18] = [
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
        meaning: Meaning::People(Role::Proctor),
        own: "proctor | Организатор",
        usual: "proctors | Организаторы | Организаторов | Орг. | Организ. | Организатор в аудитории | \
            Орг. в аудитории | Орг. в ауд. | Организаторы в аудиториях | Организатор проведения | \
            Организатор ВПР | Проводит | Проводящий | Кто проводит | Учитель, проводящий работу | \
            Педагог, проводящий работу | Проктор | Дежурный в аудитории | Дежурный в кабинете | \
            Дежурный в классе | Присутствует в аудитории | Экзаменатор в аудитории | invigilator | \
            invigilators | supervisor | supervisors | organizer | organizers | organiser | organisers | \
            invigilated by",
        weak: "Дежурный | Дежурные | Дежурный учитель",
    },
    Words {
        meaning: Meaning::People(Role::Checker),
        own: "checker | Эксперт",
        usual: "checkers | Эксперты | Экспертов | Эксп. | Проверяющий | Проверяющие | Проверяет | Проверяют | \
            Кто проверяет | Проверка | Проверка работ | Эксперт по проверке | Эксперты (проверка) | \
            Учитель, проверяющий работу | Проверяющий учитель | Комиссия | Комиссия по проверке | \
            Члены комиссии | Член комиссии | Состав комиссии | Предметная комиссия | \
            Члены предметной комиссии | marker | markers | grader | graders | examiner | examiners | assessor | \
            assessors | expert | experts | checked by | marked by",
        weak: "Экзаменатор",
    },
    Words {
        meaning: Meaning::People(Role::Observer),
        own: "observer | Наблюдатель",
        usual: "observers | Наблюдатели | Наблюдателей | Набл. | Общественный наблюдатель | \
            Общественные наблюдатели | Общ. наблюдатель | Общ. набл. | Общественник | Обществ. наблюдатель | \
            Наблюдатель (родитель) | Родитель-наблюдатель | Наблюдение | Общественное наблюдение | ОН | \
            Независимый наблюдатель | public observer | public observers | parent observer",
        weak: "Родитель | Родители | parent | parents",
    },
    Words {
        meaning: Meaning::People(Role::Assistant),
        own: "assistant | Ассистент",
        usual: "assistants | Ассистенты | Ассистентов | Ассист. | Ассистент ОВЗ | Ассистент для ОВЗ | \
            Ассистент (при необходимости) | Помощник | helper | helpers",
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

/// Beginnings and parts of words that give a role away in a heading nobody foresaw; the first that is there counts.
pub const STEMS: [(&str, Meaning); 14] = [
    ("внеаудитории", Meaning::Aside),
    ("подпись", Meaning::Aside),
    ("телефон", Meaning::Aside),
    ("датапроверки", Meaning::Aside),
    ("ответственн", Meaning::Aside),
    ("председател", Meaning::Aside),
    ("наблюдател", Meaning::People(Role::Observer)),
    ("ассистент", Meaning::People(Role::Assistant)),
    ("эксперт", Meaning::People(Role::Checker)),
    ("проверя", Meaning::People(Role::Checker)),
    ("организатор", Meaning::People(Role::Proctor)),
    ("invigilat", Meaning::People(Role::Proctor)),
    ("proctor", Meaning::People(Role::Proctor)),
    ("observer", Meaning::People(Role::Observer)),
];
