use super::*;
use crate::input::cells;

#[test]
fn every_word_to_choose_is_read_back() {
    for lang in [Lang::En, Lang::Ru] {
        for table in empty_tables(lang) {
            for column in &table.columns {
                let Choices::Words(words) = &column.choices else {
                    continue;
                };
                // A spreadsheet's own limit.
                assert!(words.join(",").len() < 255, "{}", column.heading);
                for word in words {
                    let is_read = cells::role(word).is_ok()
                        || cells::yes_no(word).is_ok()
                        || cells::weekday(word).is_ok()
                        || cells::pin_kind(word).is_ok()
                        || cells::rule(word).is_ok()
                        || cells::camera(word).is_ok();
                    assert!(is_read, "{}: {word}", column.heading);
                }
            }
        }
    }
}

#[test]
fn a_table_to_choose_from_is_there_and_begins_with_its_key() {
    for lang in [Lang::En, Lang::Ru] {
        let tables = empty_tables(lang);
        for table in &tables {
            for column in &table.columns {
                if let Choices::Table(name) = column.choices {
                    let other = tables.iter().find(|other| other.name == name);
                    assert!(other.is_some_and(|other| other.columns[0].is_required));
                }
            }
        }
    }
}
