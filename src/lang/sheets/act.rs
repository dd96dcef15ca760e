//! Words of the observer's record.

use crate::lang::Lang;

/// Title of the act.
pub fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "RECORD OF PUBLIC OBSERVATION",
        Lang::Ru => "АКТ\nобщественного наблюдения за проведением всероссийских проверочных работ",
    }
}

/// Labels of the act's facts: school, observer, date, start and end, class, subject, room.
pub fn labels(lang: Lang) -> [&'static str; 7] {
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
pub fn heads(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["Stage observed", "No violations", "What was observed"],
        Lang::Ru => ["Этап", "Нарушений не выявлено", "Выявленные нарушения"],
    }
}

/// Stages that can be observed.
pub fn stages(lang: Lang) -> [&'static str; 5] {
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
pub fn remarks(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Remarks and proposals:",
        Lang::Ru => "Замечания и предложения:",
    }
}
