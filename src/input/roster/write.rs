//! A roster becomes a file: one row per place, sorted by date, lesson, class and role.

use std::borrow::Cow;

use crate::domain::{
    Date, Minute, Role, Roster, RosterRow, RowSitting, School, Seat, Sitting, SittingId,
};
use crate::input::cells::yes_word;
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
    let sittings = all_sittings(school, lang);
    let cells = in_order(school, roster).into_iter().map(|index| {
        let record = record(school, &sittings, &roster.rows[index], lang);
        (index, record.map(|cell| clean(&cell)).into())
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
    meanings.map(|meaning| (meaning, cells.next().unwrap_or_default().into_owned()))
}

/// The word for a role in a roster's cell.
pub fn role_words(role: Role, lang: Lang) -> &'static str {
    role.words().one.in_lang(lang)
}

/// Writes a roster: `,` and UTF-8 in English; `;`, a byte order mark, Russian headers, roles and dates in Russian.
pub fn write_roster(school: &School, roster: &Roster, lang: Lang) -> Vec<u8> {
    let sittings = all_sittings(school, lang);
    let headings = COLUMNS.map(|column| Cow::Borrowed(column.word().in_lang(lang)));
    let rows = in_order(school, roster).into_iter();
    let records = rows.map(|index| record(school, &sittings, &roster.rows[index], lang));
    csv_text(std::iter::once(headings).chain(records), lang).into_bytes()
}

/// Positions of the rows in the file's order: by day, a day's unknown sittings behind the others, then as [`key`] says, then
/// by role.
fn in_order(school: &School, roster: &Roster) -> Vec<usize> {
    let mut sittings: Vec<SittingId> = school.sitting_ids().collect();
    sittings.sort_by_cached_key(|&id| (key(school, school.sitting(id)), id));
    let mut ranks = vec![0; sittings.len()];
    for (rank, sitting) in sittings.into_iter().enumerate() {
        ranks[sitting.index()] = rank;
    }
    let place = |row: &RosterRow| match row.sitting {
        RowSitting::Known(id) => (Some(school.sitting(id).date), false, ranks[id.index()]),
        RowSitting::Unknown { date, .. } => (date, true, 0),
    };
    let mut order: Vec<usize> = (0..roster.rows.len()).collect();
    order.sort_by_key(|&index| (place(&roster.rows[index]), roster.rows[index].role));
    order
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

/// What the columns say of each sitting.
fn all_sittings(school: &School, lang: Lang) -> Vec<[Cow<'_, str>; 9]> {
    let sittings = school.sittings.iter();
    sittings
        .map(|sitting| sitting_cells(school, sitting, lang))
        .collect()
}

/// The cells of one row, in the order of [`COLUMNS`].
fn record<'r>(
    school: &'r School,
    sittings: &'r [[Cow<'r, str>; 9]],
    row: &'r RosterRow,
    lang: Lang,
) -> [Cow<'r, str>; 13] {
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
        RowSitting::Known(id) => sittings[id.index()]
            .each_ref()
            .map(|cell| Cow::Borrowed(cell.as_ref())),
        RowSitting::Unknown {
            date,
            class,
            subject,
        } => {
            let mut cells = [const { Cow::Borrowed("") }; 9];
            cells[0] = date.map_or(Cow::Borrowed(""), |date| written_date(date, lang).into());
            cells[4] = class.into();
            cells[5] = subject.into();
            cells
        }
    };
    let person = match &row.seat {
        Seat::Empty => "",
        Seat::Person(person) => &school.person(*person).name,
        Seat::Unknown(text) | Seat::Ambiguous { text, .. } => text,
    };
    let pinned = if row.pinned {
        yes_word().in_lang(lang)
    } else {
        ""
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
        role_words(row.role, lang).into(),
        person.into(),
        of_school,
        pinned.into(),
        row.note.as_str().into(),
    ]
}

/// Date, lesson, start, end, class, subject, group, room, school.
fn sitting_cells<'s>(school: &'s School, sitting: &'s Sitting, lang: Lang) -> [Cow<'s, str>; 9] {
    let class = school.class(sitting.class);
    let minute = |minute: Option<Minute>| {
        minute.map_or(Cow::Borrowed(""), |minute| minute.to_string().into())
    };
    let group = sitting.group.map(|group| &school.groups[group.index()]);
    let of_school = if school.is_district() {
        &school.schools[class.school.index()]
    } else {
        ""
    };
    [
        written_date(sitting.date, lang).into(),
        sitting.span.lessons.to_string().into(),
        minute(sitting.span.start()),
        minute(sitting.span.end()),
        class.name.as_str().into(),
        school.subject(sitting.subject).name.as_str().into(),
        group.map_or("", String::as_str).into(),
        sitting.room.as_str().into(),
        of_school.into(),
    ]
}

fn written_date(date: Date, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}
