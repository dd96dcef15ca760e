//! A roster becomes a file: one row per place, sorted by date, lesson, class and role.

use std::cmp::Ordering;

use crate::domain::{
    Date, Minute, Role, Roster, RosterRow, RowSitting, School, Seat, Sitting, SittingId,
};
use crate::input::cells::{role_word, yes_word};
use crate::input::names::clean;
use crate::input::written::csv_text;
use crate::lang::Lang;

use super::{COLUMNS, Meaning};

/// A roster as a table, for other formats than CSV: the headings, and the rows in the file's order, each with its
/// position in [`Roster::rows`].
pub fn roster_table(
    school: &School,
    roster: &Roster,
    lang: Lang,
) -> (Vec<String>, Vec<(usize, Vec<String>)>) {
    let mut rows: Vec<(usize, &RosterRow)> = roster.rows.iter().enumerate().collect();
    rows.sort_by(|(_, a), (_, b)| in_order(school, a, b));
    let cells = rows.into_iter().map(|(index, row)| {
        (
            index,
            record(school, row, lang).map(|cell| clean(&cell)).into(),
        )
    });
    let headings = COLUMNS.map(|column| column.word().in_lang(lang).to_owned());
    (headings.into(), cells.collect())
}

/// What a roster's columns say of a sitting, in the words of that language.
pub fn sitting_words(school: &School, sitting: SittingId, lang: Lang) -> [(Meaning, String); 9] {
    let meanings = [
        Meaning::Date,
        Meaning::Lesson,
        Meaning::Start,
        Meaning::End,
        Meaning::Class,
        Meaning::Subject,
        Meaning::Group,
        Meaning::Room,
        Meaning::School,
    ];
    let mut cells = sitting_cells(school, school.sitting(sitting), lang).into_iter();
    meanings.map(|meaning| (meaning, cells.next().unwrap_or_default()))
}

/// The word for a role in a roster's cell.
pub fn role_words(role: Role, lang: Lang) -> &'static str {
    role_word(role).in_lang(lang)
}

/// Writes a roster: `,` and UTF-8 in English; `;`, a byte order mark, Russian headers, roles and dates in Russian.
pub fn write_roster(school: &School, roster: &Roster, lang: Lang) -> Vec<u8> {
    let mut rows: Vec<&RosterRow> = roster.rows.iter().collect();
    rows.sort_by(|a, b| in_order(school, a, b));
    let headings = COLUMNS.map(|column| column.word().in_lang(lang).to_owned());
    let records = rows.into_iter().map(|row| record(school, row, lang).into());
    csv_text(std::iter::once(headings.into()).chain(records), lang).into_bytes()
}

fn in_order(school: &School, a: &RosterRow, b: &RosterRow) -> Ordering {
    order_of_sitting(school, &a.sitting, &b.sitting).then_with(|| a.role.cmp(&b.role))
}

fn order_of_sitting(school: &School, a: &RowSitting, b: &RowSitting) -> Ordering {
    match (a, b) {
        (&RowSitting::Known(a_id), &RowSitting::Known(b_id)) => {
            let (a, b) = (school.sitting(a_id), school.sitting(b_id));
            key(school, a).cmp(&key(school, b)).then(a_id.cmp(&b_id))
        }
        _ => (date(school, a), is_unknown(a)).cmp(&(date(school, b), is_unknown(b))),
    }
}

/// Date, first lesson, start, last lesson; then the class as people order them: by grade and name.
fn key<'s>(school: &'s School, sitting: &Sitting) -> impl Ord + use<'s> {
    let class = school.class(sitting.class);
    (
        sitting.date,
        sitting.span.lessons.iter().next(),
        sitting.span.start(),
        sitting.span.lessons.iter().last(),
        class.school,
        class.grade,
        class.name.as_str(),
        school.subject(sitting.subject).name.as_str(),
    )
}

fn date(school: &School, sitting: &RowSitting) -> Option<Date> {
    match sitting {
        RowSitting::Known(id) => Some(school.sitting(*id).date),
        RowSitting::Unknown { date, .. } => *date,
    }
}

fn is_unknown(sitting: &RowSitting) -> bool {
    matches!(sitting, RowSitting::Unknown { .. })
}

/// The cells of one row, in the order of [`COLUMNS`].
fn record(school: &School, row: &RosterRow, lang: Lang) -> [String; 13] {
    let [
        date,
        lesson,
        start,
        end,
        class,
        subject,
        group,
        room,
        of_school,
    ] = match &row.sitting {
        RowSitting::Known(id) => sitting_cells(school, school.sitting(*id), lang),
        RowSitting::Unknown {
            date,
            class,
            subject,
        } => {
            let mut cells = [const { String::new() }; 9];
            cells[0] = date
                .map(|date| written_date(date, lang))
                .unwrap_or_default();
            cells[4].clone_from(class);
            cells[5].clone_from(subject);
            cells
        }
    };
    let person = match &row.seat {
        Seat::Empty => String::new(),
        Seat::Person(person) => school.person(*person).name.clone(),
        Seat::Unknown(text) | Seat::Ambiguous { text, .. } => text.clone(),
    };
    let pinned = if row.pinned {
        yes_word().in_lang(lang).to_owned()
    } else {
        String::new()
    };
    [
        date,
        lesson,
        start,
        end,
        class,
        subject,
        group,
        room,
        role_word(row.role).in_lang(lang).to_owned(),
        person,
        of_school,
        pinned,
        row.note.clone(),
    ]
}

/// Date, lesson, start, end, class, subject, group, room, school.
fn sitting_cells(school: &School, sitting: &Sitting, lang: Lang) -> [String; 9] {
    let class = school.class(sitting.class);
    let minute =
        |minute: Option<Minute>| minute.map(|minute| minute.to_string()).unwrap_or_default();
    let group = sitting
        .group
        .map(|group| school.groups[group.index()].clone())
        .unwrap_or_default();
    let of_school = if school.is_district() {
        school.schools[class.school.index()].clone()
    } else {
        String::new()
    };
    [
        written_date(sitting.date, lang),
        sitting.span.lessons.to_string(),
        minute(sitting.span.start()),
        minute(sitting.span.end()),
        class.name.clone(),
        school.subject(sitting.subject).name.clone(),
        group,
        sitting.room.clone(),
        of_school,
    ]
}

fn written_date(date: Date, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}
