//! What `validate` says.

use super::{Lang, plural_en, plural_ru};

/// Header of the list of tables.
pub fn table_header(lang: Lang) -> [&'static str; 6] {
    match lang {
        Lang::En => ["file", "table", "encoding", "delimiter", "header", "rows"],
        Lang::Ru => [
            "файл",
            "таблица",
            "кодировка",
            "разделитель",
            "заголовок",
            "строк",
        ],
    }
}

/// A delimiter as people name it.
pub fn delimiter(delimiter: char, lang: Lang) -> String {
    match (delimiter, lang) {
        ('\t', Lang::En) => "tab".into(),
        ('\t', Lang::Ru) => "табуляция".into(),
        _ => delimiter.to_string(),
    }
}

/// Where the header stands.
pub fn header_row(row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("row {row}"),
        Lang::Ru => format!("строка {row}"),
    }
}

/// Headers that no column of the table has.
pub fn unknown_columns(columns: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("left aside: {columns}"),
        Lang::Ru => format!("не использованы: {columns}"),
    }
}

/// People, classes and sittings in one line.
pub fn amounts(people: [usize; 3], classes: usize, sittings: usize, lang: Lang) -> String {
    let [all, staff, parents] = people.map(|count| count as u64);
    let (classes, sittings) = (classes as u64, sittings as u64);
    match lang {
        Lang::En => format!(
            "{all} {} ({staff} staff, {parents} {}), {classes} {}, {sittings} {}",
            plural_en(all, "person", "people"),
            plural_en(parents, "parent", "parents"),
            plural_en(classes, "class", "classes"),
            plural_en(sittings, "sitting", "sittings"),
        ),
        Lang::Ru => format!(
            "{all} {} (сотрудников – {staff}, родителей – {parents}), {classes} {}, {sittings} {}",
            plural_ru(all, "человек", "человека", "человек"),
            plural_ru(classes, "класс", "класса", "классов"),
            plural_ru(sittings, "работа", "работы", "работ"),
        ),
    }
}

/// Places of a role and the people who hold it.
pub fn places(places: usize, candidates: usize, lang: Lang) -> String {
    let (places, people) = (places as u64, candidates as u64);
    match lang {
        Lang::En => format!(
            "{places} {}, {people} {} the role",
            plural_en(places, "place", "places"),
            plural_en(people, "person holds", "people hold"),
        ),
        Lang::Ru => format!(
            "{places} {}, роль есть у {people} {}",
            plural_ru(places, "место", "места", "мест"),
            plural_ru(people, "человека", "человек", "человек"),
        ),
    }
}

/// The last line: the files can be used.
pub fn ready(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "The lists can be used. Next: recuse generate",
        Lang::Ru => "Списки годятся. Дальше: recuse generate",
    }
}

/// The last line where a roster of these lists cannot be checked for everything.
pub fn ready_but(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "The lists can be used, but not for all: complete what is named under \"Not checked\". Next: recuse generate"
        }
        Lang::Ru => {
            "Списки годятся, но не для всего: дополните названное под «Не проверено». Дальше: recuse generate"
        }
    }
}

/// The last line where there is nothing to staff.
pub fn no_sittings(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "The schedule has no sitting: fill it in, then validate again",
        Lang::Ru => "В графике нет ни одной работы: заполните его и проверьте снова",
    }
}
