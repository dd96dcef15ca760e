//! Words of the personal slips.

use super::super::{Lang, plural_en, plural_ru};

/// Where the slip comes from.
pub fn extract(order: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Extract from order {order}"),
        Lang::Ru => format!("Выписка из приказа {order}"),
    }
}

/// Heading of the column that names the others in the room, or in the commission.
pub fn together(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Whom to find",
        Lang::Ru => "К кому обратиться, с кем",
    }
}

/// Whom to ask.
pub fn ask(deputy: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Questions and materials: {deputy}"),
        Lang::Ru => format!("Материалы и вопросы: {deputy}"),
    }
}

/// Lessons of one's own that somebody else will hold.
pub fn missed(lessons: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Own lessons missed: {lessons}."),
        Lang::Ru => format!("Свои уроки, которые пройдут без Вас: {lessons}."),
    }
}

/// `checker, 24 works`.
pub fn with_works(role: &str, works: u32, lang: Lang) -> String {
    let count = u64::from(works);
    match lang {
        Lang::En => format!("{role}, {works} {}", plural_en(count, "work", "works")),
        Lang::Ru => format!(
            "{role}, {works} {}",
            plural_ru(count, "работа", "работы", "работ")
        ),
    }
}
