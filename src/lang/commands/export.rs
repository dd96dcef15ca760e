//! What `export` says.

use super::{Lang, plural_en, plural_ru};

/// Files were written.
pub fn written(files: usize, folder: &str, lang: Lang) -> String {
    let count = files as u64;
    match lang {
        Lang::En => format!(
            "Written to {folder}: {files} {}. Start with {folder}/index.html",
            plural_en(count, "file", "files")
        ),
        Lang::Ru => format!(
            "Записано в {folder}: {files} {}. Начните с {folder}/index.html",
            plural_ru(count, "файл", "файла", "файлов")
        ),
    }
}

/// The sheets are stamped.
pub fn draft(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Every page is stamped DRAFT.",
        Lang::Ru => "На каждой странице стоит отметка «ПРОЕКТ».",
    }
}

/// Places that nobody takes, above their list.
pub fn vacancies(places: usize, lang: Lang) -> String {
    let count = places as u64;
    match lang {
        Lang::En => format!(
            "{places} empty {} printed as {}, to be filled by hand:",
            plural_en(count, "place is", "places are"),
            plural_en(count, "a blank", "blanks")
        ),
        Lang::Ru => format!(
            "{places} {}; для них напечатаны пустые строки, впишите имена от руки:",
            plural_ru(
                count,
                "место не занято",
                "места не заняты",
                "мест не занято"
            )
        ),
    }
}

/// A roster that must not be signed.
pub fn in_conflict(count: usize, lang: Lang) -> String {
    let number = count as u64;
    match lang {
        Lang::En => format!(
            "the roster has {count} {}, so no order is made; `recuse check` lists them, \
             --draft exports all the same, stamped DRAFT",
            plural_en(number, "conflict", "conflicts")
        ),
        Lang::Ru => format!(
            "в расстановке {count} {}, поэтому приказ не создаётся; перечень покажет \
             `recuse check`, с --draft листы будут созданы с отметкой «ПРОЕКТ»",
            plural_ru(number, "конфликт", "конфликта", "конфликтов")
        ),
    }
}

/// A name that means nobody, or several.
pub fn person(name: &str, candidates: &[String], lang: Lang) -> String {
    match (lang, candidates) {
        (Lang::En, []) => format!("\"{name}\" is nobody of the lists"),
        (Lang::Ru, []) => format!("«{name}» нет в списках"),
        (Lang::En, several) => format!("\"{name}\" may mean {}", several.join(" / ")),
        (Lang::Ru, several) => format!("«{name}» – это может быть {}", several.join(" / ")),
    }
}

/// A proof that is not one of this roster.
pub fn proof(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the proof is rejected, so nothing is written: {reason}"),
        Lang::Ru => format!("доказательство отклонено, ничего не записано: {reason}"),
    }
}

/// Nothing to print.
pub fn nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "there is nothing to export: no duty fits what was asked for",
        Lang::Ru => "экспортировать нечего: под запрос не подходит ни одно назначение",
    }
}

/// A format cannot hold that much.
pub fn format(reason: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the sheets cannot be written: {reason}"),
        Lang::Ru => format!("листы не удаётся записать: {reason}"),
    }
}
