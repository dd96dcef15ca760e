//! What the commands say.

pub mod check;
pub mod demo;
pub mod export;
pub mod files;
pub mod generate;
pub mod plan;
pub mod plan_check;
pub mod reading;
pub mod rules;
pub mod template;
pub mod tradeoff;
pub mod unfilled;
pub mod validate;

use super::{Lang, plural_en, plural_ru};

/// Lesson numbers, or clock times, as people read them: `2–3` of `2-3`.
pub fn numbers(typed: &str) -> String {
    typed.replace('-', "–")
}

/// `lesson 2`, `lessons 2–3`; numbers as rosters have them.
pub fn lessons(typed: &str, count: u32, lang: Lang) -> String {
    let (numbers, count) = (numbers(typed), u64::from(count));
    match lang {
        Lang::En => format!("{} {numbers}", plural_en(count, "lesson", "lessons")),
        Lang::Ru => format!("{} {numbers}", if count == 1 { "урок" } else { "уроки" }),
    }
}

/// `3 errors`.
pub fn errors(count: usize, lang: Lang) -> String {
    let count = count as u64;
    match lang {
        Lang::En => format!("{count} {}", plural_en(count, "error", "errors")),
        Lang::Ru => format!("{count} {}", plural_ru(count, "ошибка", "ошибки", "ошибок")),
    }
}

/// `3 warnings`.
pub fn warnings(count: usize, lang: Lang) -> String {
    let count = count as u64;
    match lang {
        Lang::En => format!("{count} {}", plural_en(count, "warning", "warnings")),
        Lang::Ru => {
            let word = plural_ru(count, "предупреждение", "предупреждения", "предупреждений");
            format!("{count} {word}")
        }
    }
}

/// Names of an error, a warning and a note.
pub fn gravities(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["error", "warning", "note"],
        Lang::Ru => ["ошибка", "предупреждение", "примечание"],
    }
}

/// After the complaints that make the files unusable.
pub fn nothing_written(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nothing was written",
        Lang::Ru => "ничего не записано",
    }
}

/// A mistake of ours, with what it is.
pub fn our_fault(what: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "the program made a mistake and wrote nothing: {what}. Please report it, with the folder if you may share it"
        ),
        Lang::Ru => format!(
            "программа ошиблась и ничего не записала: {what}. Сообщите об этом разработчикам, по возможности приложив папку"
        ),
    }
}

/// The school is beyond what one roster can hold.
pub fn too_large(pairs: u64, limit: u64, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "the school is too large for one roster: {pairs} pairs of a place and a person who may take it, \
             at most {limit} are possible; split it by building or by week"
        ),
        Lang::Ru => format!(
            "школа слишком велика для одной расстановки: {pairs} пар «место – человек», возможно не больше {limit}; \
             разделите её по корпусам или по неделям"
        ),
    }
}
