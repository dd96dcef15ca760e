//! Words of `template`.

use crate::lang::Lang;

/// The workbook's title.
pub fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Lists of a school, to be filled in",
        Lang::Ru => "Списки школы для заполнения",
    }
}

/// What the row above the header is.
pub fn example_above(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Row 2 is an example; write below the headings. Yellow columns are required.",
        Lang::Ru => "Строка 2 – пример; заполняйте ниже заголовков. Жёлтые столбцы обязательны.",
    }
}

/// The workbook was written.
pub fn written(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Written: {path}. Fill in the sheets you have; put the workbook alone into a folder and run `recuse validate` there."
        ),
        Lang::Ru => format!(
            "Записано: {path}. Заполните те листы, что у вас есть; положите книгу в отдельную папку и выполните там `recuse validate`."
        ),
    }
}
