//! `check --show-reading`: the roster as it was understood, column by column and place by place.

use crate::cli::layout::{columns, indent};
use crate::cli::screen::STRONG;
use crate::domain::{Role, RosterRow, RowSitting, Seat, cell_name};
use crate::input::{Form, Meaning, SheetLayout};
use crate::lang::Lang;
use crate::lang::commands::reading as words;
use crate::service::{Checked, words_of};

/// Every table with its columns, and every place.
pub fn text(checked: &Checked, lang: Lang) -> String {
    let tables: Vec<String> = checked
        .layouts
        .iter()
        .map(|layout| table(layout, lang))
        .collect();
    let header = words::header(lang).map(str::to_owned);
    let places = checked
        .roster
        .rows
        .iter()
        .map(|row| place(checked, row, lang));
    let places: Vec<[String; 8]> = std::iter::once(header).chain(places).collect();
    format!("{}\n{}\n", tables.concat(), columns(&places))
}

fn table(layout: &SheetLayout, lang: Lang) -> String {
    let rows: Vec<String> = layout.header.iter().map(u32::to_string).collect();
    let is_wide = layout.form == Form::Wide;
    let title = words::table(layout.sheet.as_deref(), &rows.join("–"), is_wide, lang);
    let uses = layout
        .columns
        .iter()
        .zip(1..)
        .filter(|(column, _)| !column.heading.is_empty());
    let uses: Vec<[String; 3]> = uses
        .map(|(column, number)| {
            let letters = cell_name(0, Some(number));
            [
                letters.trim_end_matches('0').to_owned(),
                column.heading.clone(),
                column_word(column.meaning, lang).to_owned(),
            ]
        })
        .collect();
    format!("{STRONG}{title}{STRONG:#}\n{}", indent(&columns(&uses), 2))
}

fn column_word(meaning: Meaning, lang: Lang) -> &'static str {
    let known = match meaning {
        Meaning::Unknown => words::UNKNOWN,
        Meaning::Aside => words::ASIDE,
        Meaning::People(role) => role.words().one,
        Meaning::Date => words::DATE,
        Meaning::Lesson => words::LESSON,
        Meaning::Start => words::START,
        Meaning::End => words::END,
        Meaning::Class => words::CLASS,
        Meaning::Subject => words::SUBJECT,
        Meaning::Group => words::GROUP,
        Meaning::Room => words::ROOM,
        Meaning::Role => words::ROLE,
        Meaning::Person => words::PERSON,
        Meaning::School => words::SCHOOL,
        Meaning::Pinned => words::PINNED,
        Meaning::Note => words::NOTE,
    };
    known.in_lang(lang)
}

fn place(checked: &Checked, row: &RosterRow, lang: Lang) -> [String; 8] {
    let school = &checked.school;
    let [date, lesson, class, subject] = match &row.sitting {
        RowSitting::Known(id) => {
            let keys = words_of(school, school.sitting(*id));
            [keys.date, keys.lesson, keys.class, keys.subject]
        }
        RowSitting::Unknown {
            date,
            class,
            subject,
        } => {
            let date = date.map_or("?".to_owned(), |date| date.format("%Y-%m-%d").to_string());
            let subject = format!("{subject} ({})", words::no_sitting(lang));
            [date, String::new(), class.clone(), subject]
        }
    };
    let name = |person: &crate::domain::PersonId| school.person(*person).name.clone();
    let understood = match &row.seat {
        Seat::Empty => words::nobody(lang).to_owned(),
        Seat::Person(person) => name(person),
        Seat::Unknown(_) => words::stranger(lang).to_owned(),
        Seat::Ambiguous { candidates, .. } => {
            let names: Vec<String> = candidates.iter().map(name).collect();
            words::doubtful(&names.join(" / "), lang)
        }
    };
    let role: Role = row.role;
    [
        cell_name(row.name.row, Some(row.name.column)),
        date,
        lesson,
        class,
        subject,
        role.words().one.in_lang(lang).to_owned(),
        typed(checked, row),
        understood,
    ]
}

/// The name as it stands in its cell.
fn typed(checked: &Checked, row: &RosterRow) -> String {
    let layout = checked.layout(row);
    let text = layout.map_or("", |layout| layout.text(row.name.row, row.name.column));
    let name = text.get(row.name.bytes.clone()).unwrap_or_default();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
