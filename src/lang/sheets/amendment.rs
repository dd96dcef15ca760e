//! Words of the order that changes the order.

use crate::lang::Lang;

/// What it does; `order` is the number and date of the order that is changed.
pub fn title(order: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("On amendments to order {order}"),
        Lang::Ru => format!("О внесении изменений в приказ {order}"),
    }
}

/// Why: only what the roster itself shows.
pub fn purpose(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "As the duties at the assessments have to be taken by others,",
        Lang::Ru => "В связи с заменой лиц, привлечённых к проведению и проверке работ,",
    }
}

/// The first item.
pub fn change(order: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Amend the annexes to order {order} as follows:"),
        Lang::Ru => format!("Внести в приложения к приказу {order} следующие изменения:"),
    }
}

/// All else stays.
pub fn rest(order: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("In all else order {order} remains in force."),
        Lang::Ru => format!("В остальном приказ {order} оставить без изменений."),
    }
}

/// What the table is.
pub fn caption(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Amendments",
        Lang::Ru => "Изменения",
    }
}

/// Nobody has the place.
pub fn nobody(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nobody",
        Lang::Ru => "не назначен",
    }
}
