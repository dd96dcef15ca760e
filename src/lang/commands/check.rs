//! What `check` says.

use super::{Lang, plural_en, plural_ru};

/// The first line: nothing to report.
pub fn clean(places: usize, lang: Lang) -> String {
    let places = places as u64;
    match lang {
        Lang::En => format!(
            "CLEAN: {places} {} checked, no conflicts, no exceptions",
            plural_en(places, "place", "places")
        ),
        Lang::Ru => format!(
            "ЧИСТО: проверено {places} {}, конфликтов и исключений нет",
            plural_ru(places, "место", "места", "мест")
        ),
    }
}

/// The first line: exceptions only.
pub fn exceptions_only(exceptions: usize, places: usize, lang: Lang) -> String {
    let (count, places) = (exceptions as u64, places as u64);
    match lang {
        Lang::En => format!(
            "EXCEPTIONS: no conflicts, {count} {} in {places} {}",
            plural_en(count, "exception", "exceptions"),
            plural_en(places, "place", "places")
        ),
        Lang::Ru => format!(
            "ИСКЛЮЧЕНИЯ: конфликтов нет, исключений – {count}, проверено {places} {}",
            plural_ru(places, "место", "места", "мест")
        ),
    }
}

/// Of so many places the roster says nothing.
pub fn silent(places: usize, lang: Lang) -> String {
    let places = places as u64;
    match lang {
        Lang::En => format!(
            "the roster says nothing of {places} {}",
            plural_en(places, "place", "places")
        ),
        Lang::Ru => format!(
            "расстановка ничего не говорит о {places} {}",
            plural_ru(places, "месте", "местах", "местах")
        ),
    }
}

/// The first line: conflicts, or names that nobody can be sure of.
pub fn conflicts(conflicts: usize, questions: usize, places: usize, lang: Lang) -> String {
    let (count, asked, places) = (conflicts as u64, questions as u64, places as u64);
    match lang {
        Lang::En => {
            let names = plural_en(asked, "unclear name", "unclear names");
            let line = match (count, asked) {
                (_, 0) => format!("CONFLICTS: {count}"),
                (0, _) => format!("UNCLEAR: {asked} {names}, no other conflict"),
                _ => format!("CONFLICTS: {count}, and {asked} {names}"),
            };
            format!(
                "{line} in {places} {}",
                plural_en(places, "place", "places")
            )
        }
        Lang::Ru => {
            let names = plural_ru(asked, "неясное имя", "неясных имени", "неясных имён");
            let line = match (count, asked) {
                (_, 0) => format!("КОНФЛИКТЫ: {count}"),
                (0, _) => format!("НЕЯСНО: {asked} {names}, других конфликтов нет"),
                _ => format!("КОНФЛИКТЫ: {count}, {asked} {names}"),
            };
            let word = plural_ru(places, "место", "места", "мест");
            format!("{line}; проверено {places} {word}")
        }
    }
}

/// Titles of the groups: conflicts, exceptions, possible conflicts, unclear names, advice about the schedule.
pub fn titles(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::En => [
            "Conflicts",
            "Exceptions (allowed, each needs a person's consent)",
            "Possible conflicts (confirm, or enter in ties)",
            "Unclear names",
            "Advice about the schedule",
        ],
        Lang::Ru => [
            "Конфликты",
            "Исключения (допустимы, каждое требует согласия)",
            "Возможные конфликты (подтвердите или внесите в связи)",
            "Неясные имена",
            "Советы по графику",
        ],
    }
}

/// Above the rows that silence hints.
pub fn cleared_rows(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Where they are no kin: rows for the table cleared (person, class, reason, by), to be pasted; add who looked into it"
        }
        Lang::Ru => {
            "Если это не родственники: строки для таблицы «проверено» (ФИО, Класс, Основание, Кто проверил); в конце допишите, кто проверил"
        }
    }
}

/// The reason in a row that silences a hint; who looked has to be added by a person.
pub fn cleared_reason(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "same surname, no kin",
        Lang::Ru => "однофамильцы, не родственники",
    }
}

/// Where a finding stands: `row 17`, `sheet Plan, row 17`, or that the place has no row.
pub fn place(row: Option<u32>, sheet: Option<&str>, lang: Lang) -> String {
    match (lang, row, sheet) {
        (Lang::En, Some(row), None) => format!("row {row}"),
        (Lang::En, Some(row), Some(sheet)) => format!("sheet {sheet}, row {row}"),
        (Lang::En, None, _) => "no row".into(),
        (Lang::Ru, Some(row), None) => format!("строка {row}"),
        (Lang::Ru, Some(row), Some(sheet)) => format!("лист {sheet}, строка {row}"),
        (Lang::Ru, None, _) => "строки нет".into(),
    }
}

/// Where a finding stands in a workbook: `sheet Plan, D17`.
pub fn cell_place(cell: &str, sheet: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("sheet {sheet}, {cell}"),
        Lang::Ru => format!("лист {sheet}, {cell}"),
    }
}

/// Labels of a finding's lines: the regulation behind the rule, what to do.
pub fn labels(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["rule from", "to do"],
        Lang::Ru => ["основание", "что делать"],
    }
}

/// Whom an unclear name may mean.
pub fn question(text: &str, candidates: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("\"{text}\" may be {candidates}"),
        Lang::Ru => format!("«{text}» – это {candidates}?"),
    }
}

/// Names of the groups in the CSV form.
pub fn csv_groups(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => ["conflict", "exception", "possible", "question"],
        Lang::Ru => ["конфликт", "исключение", "возможно", "вопрос"],
    }
}

/// Names of two more groups in the CSV form: preferences, and what could not be checked.
pub fn csv_more_groups(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["preference", "not checked"],
        Lang::Ru => ["предпочтение", "не проверено"],
    }
}

/// Header of the CSV form.
pub fn csv_header(lang: Lang) -> [&'static str; 15] {
    match lang {
        Lang::En => [
            "kind",
            "rule",
            "row",
            "cell",
            "sheet",
            "date",
            "lesson",
            "class",
            "subject",
            "role",
            "person",
            "message",
            "evidence",
            "regulation",
            "suggestion",
        ],
        Lang::Ru => [
            "Вид",
            "Правило",
            "Строка",
            "Ячейка",
            "Лист",
            "Дата",
            "Урок",
            "Класс",
            "Предмет",
            "Роль",
            "Кто",
            "Что не так",
            "Доказательство",
            "Основание",
            "Что делать",
        ],
    }
}
