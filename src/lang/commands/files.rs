//! What can go wrong with files and folders on the disk.

use super::Lang;

/// A folder that is not there, or cannot be looked into.
pub fn no_folder(path: &str, system: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the folder {path} cannot be read: {system}"),
        Lang::Ru => format!("папку {path} не удаётся прочитать: {system}"),
    }
}

/// A folder without any table.
pub fn no_tables(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "the folder {path} holds no table (staff.csv, classes.csv, schedule.csv … or school.xlsx). \
             `recuse demo` writes a sample to look at"
        ),
        Lang::Ru => format!(
            "в папке {path} нет таблиц (staff.csv, classes.csv, schedule.csv … или school.xlsx). \
             Образец создаёт `recuse demo`"
        ),
    }
}

/// A file that cannot be read.
pub fn unreadable(path: &str, system: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} cannot be read: {system}"),
        Lang::Ru => format!("{path} не удаётся прочитать: {system}"),
    }
}

/// A file, or a folder's files together, beyond what is read.
pub fn too_large(path: &str, megabytes: u64, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{path} is larger than {megabytes} MB, more than a school's lists take")
        }
        Lang::Ru => format!("{path} больше {megabytes} МБ – списки школы столько не занимают"),
    }
}

/// More files than are read.
pub fn too_many(path: &str, files: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the folder {path} holds more than {files} tables"),
        Lang::Ru => format!("в папке {path} больше {files} таблиц"),
    }
}

/// A file that would be overwritten.
pub fn exists(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} exists already; --force overwrites it, -o writes elsewhere"),
        Lang::Ru => format!("{path} уже есть; --force перезапишет, -o запишет в другое место"),
    }
}

/// A folder that must be new, and is not.
pub fn folder_exists(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the folder {path} exists already and is not empty; name a new one"),
        Lang::Ru => format!("папка {path} уже есть и не пуста; укажите новую"),
    }
}

/// A file that another program holds open, or that may not be written.
pub fn locked(path: &str, system: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{path} cannot be replaced ({system}); is it open in another program? Close it and try again"
        ),
        Lang::Ru => format!(
            "{path} не удаётся заменить ({system}); файл открыт в другой программе? Закройте его и повторите"
        ),
    }
}

/// A file that cannot be written.
pub fn unwritable(path: &str, system: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} cannot be written: {system}"),
        Lang::Ru => format!("{path} не удаётся записать: {system}"),
    }
}
