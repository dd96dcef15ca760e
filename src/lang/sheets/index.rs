//! Words of the page that links all files.

use crate::lang::Lang;

/// Title of the index.
pub fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Sheets of the assessments",
        Lang::Ru => "Документы проверочных работ",
    }
}

/// Heading of the index above the sheets.
pub fn sheets(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "To print and sign",
        Lang::Ru => "Для печати и подписи",
    }
}

/// Heading of the index above the workbook.
pub fn workbook(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Workbook",
        Lang::Ru => "Книга Excel",
    }
}

/// The workbook's line.
pub fn all_sheets(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "All sheets",
        Lang::Ru => "Все листы",
    }
}

/// Heading of the index above the tables.
pub fn tables(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Tables",
        Lang::Ru => "Таблицы",
    }
}

/// Headings of the index above the calendars: of people, of classes.
pub fn calendars(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["Calendars of people", "Calendars of classes"],
        Lang::Ru => ["Календари сотрудников и наблюдателей", "Календари классов"],
    }
}
