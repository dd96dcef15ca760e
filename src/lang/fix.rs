//! What `check --fix` and `check --annotate` say.

use super::{Lang, plural_en, plural_ru};

/// How many names are changed in the file.
pub fn changed(changes: usize, lang: Lang) -> String {
    let count = changes as u64;
    match (lang, changes) {
        (Lang::En, 0) => "Nothing is changed".into(),
        (Lang::Ru, 0) => "Ничего не изменено".into(),
        (Lang::En, _) => format!(
            "{changes} {}, all other rows stay as they are",
            plural_en(count, "place is changed", "places are changed")
        ),
        (Lang::Ru, _) => format!(
            "{} {changes} {}, остальные строки не тронуты",
            plural_ru(count, "Изменено", "Изменены", "Изменено"),
            plural_ru(count, "место", "места", "мест")
        ),
    }
}

/// Title of the changes that the layout cannot say.
pub fn by_hand(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "To be changed by hand: the layout of the file has no cell of its own for it",
        Lang::Ru => "Изменить вручную: в этой таблице для этого нет отдельной ячейки",
    }
}

/// A swap that moves people out of rows without a conflict would settle more.
pub fn more_by_moving(roster: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "More can be settled by moving people out of rows without a conflict: recuse repair {roster}"
        ),
        Lang::Ru => format!(
            "Больше можно исправить, если переставить людей и в строках без нарушений: recuse repair {roster}"
        ),
    }
}

/// The target is the file that is read.
pub fn same_file(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} is the file that is checked; write elsewhere"),
        Lang::Ru => format!("{path} – это сам проверяемый файл; запишите в другой"),
    }
}

/// Both outputs would be one file.
pub fn one_target(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("--fix and --annotate would both write {path}"),
        Lang::Ru => format!("--fix и --annotate записали бы один и тот же файл {path}"),
    }
}

/// The target's name has an ending that programs would not open.
pub fn ending(path: &str, ending: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{path} would be a .{ending} file; give it that ending"),
        Lang::Ru => format!("{path} будет файлом .{ending}; укажите такое расширение"),
    }
}

/// A cell with a formula.
pub fn formula(cell: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{cell} holds a formula, so that a name in it would not last; turn the formulas into values first"
        ),
        Lang::Ru => format!(
            "в ячейке {cell} формула, вписанное имя в ней не сохранится; сначала замените формулы значениями"
        ),
    }
}

/// Letters that the file's encoding has not.
pub fn letters(text: &str, encoding: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("\"{text}\" cannot be written in {encoding}; save the file as UTF-8 first")
        }
        Lang::Ru => format!(
            "«{text}» нельзя записать в кодировке {encoding}; сначала сохраните файл в UTF-8"
        ),
    }
}

/// Bytes that are no letters.
pub fn broken_letters(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "some bytes of the file are no letters; save it anew first",
        Lang::Ru => "часть символов файла не читается; сначала сохраните его заново",
    }
}

/// A part of the workbook that cannot be changed.
pub fn not_changeable(what: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("this workbook cannot be changed ({what}); save it anew as .xlsx first")
        }
        Lang::Ru => {
            format!("эту книгу не удаётся изменить ({what}); сначала сохраните её заново как .xlsx")
        }
    }
}
