//! A table begun from nothing: its headings and no row.

use crate::domain::Lang;
use crate::input::InputFile;
use crate::input::header::Column;
use crate::input::tables::TableKind;
use crate::input::written::csv_text;

/// The table's file, named and headed in that language; `is_taken` tells the names that other files have.
pub fn begun_table(kind: TableKind, lang: Lang, is_taken: &dyn Fn(&str) -> bool) -> InputFile {
    let headings = columns(kind).into_iter().map(|column| column.heading(lang));
    let word = kind.word().in_lang(lang);
    let names = (1_u32..).map(|number| match number {
        1 => format!("{word}.csv"),
        _ => format!("{word}-{number}.csv"),
    });
    let mut free = names.filter(|name| !is_taken(name));
    InputFile {
        name: free.next().unwrap_or_default(),
        bytes: csv_text([headings], lang).into_bytes(),
    }
}

/// The columns that most schools fill in; all others can be added.
fn columns(kind: TableKind) -> Vec<Column> {
    match kind {
        TableKind::Staff => vec![
            Column::Person,
            Column::Position,
            Column::Subjects,
            Column::Homeroom,
            Column::Roles,
            Column::MaxPerDay,
        ],
        TableKind::Load => vec![Column::Person, Column::Subject, Column::Class],
        TableKind::Classes => vec![Column::Class, Column::Pupils, Column::Room],
        TableKind::Parents => vec![Column::Parent, Column::Class, Column::Dates],
        TableKind::Schedule => vec![
            Column::Date,
            Column::Lesson,
            Column::Class,
            Column::Subject,
            Column::Room,
        ],
        TableKind::Subjects => vec![
            Column::Subject,
            Column::Short,
            Column::Aliases,
            Column::Area,
        ],
        _ => {
            let layout = kind.layout();
            layout
                .required
                .iter()
                .chain(layout.optional)
                .copied()
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::begun_table;
    use crate::domain::Lang;
    use crate::input::TableKind;
    use crate::input::folder::SheetChoices;
    use crate::input::folder::sheets_told;

    #[test]
    fn a_begun_table_is_read_as_itself() {
        for kind in TableKind::ALL {
            for lang in [Lang::En, Lang::Ru] {
                let file = begun_table(kind, lang, &|_| false);
                let told = sheets_told(&file, &SheetChoices::default());
                assert_eq!(told, [(None, kind)], "{}", file.name);
                let layout = kind.layout();
                for column in super::columns(kind) {
                    let is_there = layout.column(column.heading(lang)) == Some(column);
                    assert!(is_there, "{} {column:?}", file.name);
                }
                for required in layout.required {
                    assert!(
                        super::columns(kind).contains(required),
                        "{} {required:?}",
                        file.name
                    );
                }
            }
        }
    }

    #[test]
    fn a_name_that_is_taken_gives_way() {
        let file = begun_table(TableKind::Staff, Lang::Ru, &|name| name == "сотрудники.csv");
        assert_eq!(file.name, "сотрудники-2.csv");
    }
}
