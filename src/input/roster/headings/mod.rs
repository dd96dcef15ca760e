//! What people write above the columns of a roster: one table, Russian and English.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::Role;
use crate::input::names::word_key;

use super::layout::Meaning;

/// How sure a heading is; of two that mean the same, the surer one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// The heading of the tidy form.
    Own,
    /// What people write for it.
    Usual,
    /// What may stand for it where nothing else does.
    Weak,
}

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// What the column's cells say.
    pub meaning: Meaning,
    /// How sure that is.
    pub sureness: Sureness,
}

/// Headings of one meaning, with `|` between them: those of the tidy form, what people write for them, what may stand
/// for them.
struct Words {
    meaning: Meaning,
    own: &'static str,
    usual: &'static str,
    weak: &'static str,
}

impl Words {
    fn all(&self) -> impl Iterator<Item = (&'static str, Sureness)> {
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

const TABLE: [Words; 18] = [
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
const STEMS: [(&str, Meaning); 14] = [
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

static BY_KEY: LazyLock<HashMap<String, Heading>> = LazyLock::new(|| {
    let mut headings = HashMap::new();
    for words in &TABLE {
        for (text, sureness) in words.all() {
            let meaning = words.meaning;
            headings
                .entry(key_of(text))
                .or_insert(Heading { meaning, sureness });
        }
    }
    headings
});

static STEM_KEYS: LazyLock<Vec<(String, Meaning)>> = LazyLock::new(|| {
    let keyed = |(stem, meaning): (&str, Meaning)| (word_key(stem), meaning);
    STEMS.map(keyed).into()
});

/// What a heading says; `None` where nobody knows. Case, spaces, points, look-alike letters, a running number (`Орг. 1`) and
/// what stands in brackets (`Эксперт (Ф.И.О., должность)`) do not matter.
pub fn heading(text: &str) -> Option<Heading> {
    let whole = key_of(text);
    if whole.is_empty() {
        return None;
    }
    let bare = key_of(&without_brackets(text));
    let forms = [whole, without_number(&bare), bare];
    let known = forms.iter().find_map(|form| BY_KEY.get(form).copied());
    known.or_else(|| by_stem(&forms[1]))
}

/// The role that a text is about: a cell of a role's column, a title, the name of a sheet.
pub fn role_in(text: &str) -> Option<Role> {
    let role = |meaning| match meaning {
        Meaning::People(role) => Some(role),
        _ => None,
    };
    heading(text)
        .and_then(|heading| role(heading.meaning))
        .or_else(|| role(by_stem(&word_key(text))?.meaning))
}

fn by_stem(key: &str) -> Option<Heading> {
    let mut stems = STEM_KEYS.iter();
    let &(_, meaning) = stems.find(|(stem, _)| key.contains(stem.as_str()))?;
    Some(Heading {
        meaning,
        sureness: Sureness::Usual,
    })
}

/// Letters and digits only; a sign that stands alone (`№`) is its own key.
fn key_of(text: &str) -> String {
    let key = word_key(text);
    if key.is_empty() {
        text.trim().to_owned()
    } else {
        key
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|letter| {
            match letter {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// Less a number before or after: `1-й организатор`, `Эксперт № 2`.
fn without_number(key: &str) -> String {
    let after = key.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let ordinal = if after.len() < key.len() {
        ORDINALS.iter().find_map(|ending| {
            let rest = after.strip_prefix(word_key(ending).as_str())?;
            (!rest.is_empty() && !BY_KEY.contains_key(after)).then_some(rest)
        })
    } else {
        None
    };
    let named = ordinal.unwrap_or(after);
    let before = named.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let unsigned = before.strip_suffix(word_key("№").as_str());
    unsigned
        .filter(|rest| !rest.is_empty() && before.len() < named.len())
        .unwrap_or(before)
        .to_owned()
}

/// Endings of numbers: `1-й`, `2nd`.
const ORDINALS: [&str; 7] = ["ый", "ой", "й", "st", "nd", "rd", "th"];

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(text: &str) -> Option<Meaning> {
        heading(text).map(|heading| heading.meaning)
    }

    #[test]
    fn headings_as_people_write_them() {
        let proctor = Some(Meaning::People(Role::Proctor));
        let checker = Some(Meaning::People(Role::Checker));
        let observer = Some(Meaning::People(Role::Observer));
        for (text, expected) in [
            ("Организатор в аудитории", proctor),
            ("Орг. 1", proctor),
            ("Орг.№2", proctor),
            ("1-й организатор", proctor),
            ("ФИО организатора", proctor),
            ("Организатор в аудитории (Ф.И.О., должность)", proctor),
            ("2nd invigilator", proctor),
            ("Учитель", Some(Meaning::Person)),
            ("Проверяющие", checker),
            ("Эксперт (проверка)", checker),
            ("Эксперт № 3", checker),
            ("Общ. наблюдатель", observer),
            ("Общественный\nнаблюдатель", observer),
            ("Каб.", Some(Meaning::Room)),
            ("№ каб.", Some(Meaning::Room)),
            ("Дата/день недели", Some(Meaning::Date)),
            ("ДАТА ПРОВЕДЕНИЯ", Some(Meaning::Date)),
            ("№", Some(Meaning::Aside)),
            ("№ п/п", Some(Meaning::Aside)),
            ("№ урока", Some(Meaning::Lesson)),
            ("Дата проверки", Some(Meaning::Aside)),
            ("Организатор вне аудитории", Some(Meaning::Aside)),
            ("Класс обучения ребёнка", Some(Meaning::Aside)),
            ("Погода", None),
            ("", None),
            ("12", None),
        ] {
            assert_eq!(meaning(text), expected, "{text}");
        }
    }

    #[test]
    fn no_heading_means_two_things() {
        let mut seen = std::collections::BTreeMap::new();
        for words in &TABLE {
            for (text, _) in words.all() {
                let earlier = seen.insert(key_of(text), words.meaning);
                assert_eq!(earlier, None, "{text}");
            }
        }
    }

    #[test]
    fn a_role_is_found_in_a_title() {
        assert_eq!(
            role_in("Общественные наблюдатели при проведении ВПР"),
            Some(Role::Observer)
        );
        assert_eq!(role_in("Состав экспертов"), Some(Role::Checker));
        assert_eq!(role_in("орг. в ауд."), Some(Role::Proctor));
        assert_eq!(role_in("График"), None);
    }
}
