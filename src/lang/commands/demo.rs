//! What `demo` and `import` say.

use super::{Lang, plural_en, plural_ru};

/// The sample folder was written.
pub fn sample(folder: &str, files: usize, lang: Lang) -> String {
    let count = files as u64;
    match lang {
        Lang::En => format!(
            "Sample school in {folder}: {files} {}",
            plural_en(count, "table", "tables")
        ),
        Lang::Ru => format!(
            "Школа-образец в папке {folder}: {files} {}",
            plural_ru(count, "таблица", "таблицы", "таблиц")
        ),
    }
}

/// The sheets were written.
pub fn sheets(files: usize, folder: &str, lang: Lang) -> String {
    super::export::written(files, folder, lang)
}

/// What to try on the sample folder.
pub fn try_next(folder: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Try next:\n  recuse validate {folder}\n  recuse generate {folder} --strict -o strict.csv\n  \
             recuse check {folder}/roster.csv --format csv\n  recuse verify {folder}/roster.csv {folder}/roster.proof\n  \
             recuse export {folder}/roster.csv --public -o notice-board\n  recuse rules"
        ),
        Lang::Ru => format!(
            "Попробуйте:\n  recuse validate {folder}\n  recuse generate {folder} --strict -o strict.csv\n  \
             recuse check {folder}/roster.csv --format csv\n  recuse verify {folder}/roster.csv {folder}/roster.proof\n  \
             recuse export {folder}/roster.csv --public -o notice-board\n  recuse rules"
        ),
    }
}

/// Tables were made out of a timetable program's file.
pub fn imported(folder: &str, files: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("Written to {folder}: {files}. Still to add: parents.csv, schedule.csv")
        }
        Lang::Ru => {
            format!("Записано в {folder}: {files}. Осталось добавить: parents.csv, schedule.csv")
        }
    }
}
