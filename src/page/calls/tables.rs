//! Calls about the tables themselves: what files are, rows typed, a schedule laid out, settings. All answer with the lists.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::page::Page;
use crate::page::asked::{Asked, day};
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::service::desk::{Desk, DeskError, Outcome, Said, ScheduleOrder, Typed};

use super::free;
use super::look::school_of;

/// Most days, classes or subjects of one order.
const MOST: usize = 400;
/// Lessons of a day.
const LAST_LESSON: u32 = 20;

/// A step on the lists; the reply is the lists.
fn step(
    page: &Page,
    asked: &Asked,
    revision: u64,
    step: impl FnOnce(&mut Desk) -> Result<Outcome, DeskError>,
) -> Result<Reply, Failure> {
    let mut session = free(page)?;
    session.change(|desk| {
        desk.expect(revision)?;
        step(desk)
    })?;
    Ok(school_of(&session, asked))
}

/// `GET /api/reading?file&sheet&table`: what the sheet is taken for; with a table, how it would be read as that.
pub fn reading(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let at = (asked.value("file")?, asked.optional("sheet"));
    let table = asked.value("table").ok();
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.reading_view(at, table, asked.lang)?))
}

/// What a sheet is.
#[derive(Deserialize)]
struct Meaning {
    revision: u64,
    file: String,
    sheet: Option<String>,
    /// `null`: left aside.
    table: Option<String>,
    /// Headings, and the columns they stand for.
    #[serde(default)]
    columns: BTreeMap<String, String>,
}

/// `POST /api/meaning`.
pub fn meaning(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let meaning: Meaning = asked.message()?;
    let said = Said {
        file: meaning.file,
        sheet: meaning.sheet,
        table: meaning.table,
        columns: meaning.columns.into_iter().collect(),
    };
    step(page, asked, meaning.revision, |desk| desk.say(&said))
}

/// Whether observers are invited.
#[derive(Deserialize)]
struct Observers {
    revision: u64,
    invited: bool,
}

/// `POST /api/observers`.
pub fn observers(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Observers { revision, invited } = asked.message()?;
    step(page, asked, revision, |desk| desk.invite_observers(invited))
}

/// A table to begin.
#[derive(Deserialize)]
struct Begun {
    revision: u64,
    table: String,
}

/// `POST /api/begin`.
pub fn begin(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Begun { revision, table } = asked.message()?;
    step(page, asked, revision, |desk| {
        desk.begin_table(&table, asked.lang)
    })
}

/// What was typed into a table.
#[derive(Deserialize)]
struct Rows {
    revision: u64,
    #[serde(default)]
    file: String,
    sheet: Option<String>,
    /// Row (line of the file or row of the sheet), column (from 1), text.
    #[serde(default)]
    cells: Vec<(u32, u32, String)>,
    #[serde(default)]
    add: Vec<Vec<String>>,
    #[serde(default)]
    drop: Vec<u32>,
}

/// `POST /api/rows`.
pub fn rows(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let rows: Rows = asked.message()?;
    let typed = Typed {
        file: rows.file,
        sheet: rows.sheet,
        cells: rows.cells,
        add: rows.add,
        drop: rows.drop,
    };
    step(page, asked, rows.revision, |desk| desk.type_in(&typed))
}

/// A schedule to lay out.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Schedule {
    revision: u64,
    days: Vec<String>,
    classes: Vec<String>,
    subjects: Vec<String>,
    first: u32,
    last: u32,
    length: u32,
    most_a_day: u32,
    #[serde(default)]
    preview: bool,
}

/// A sitting of it, for the page.
#[derive(Serialize)]
struct SittingReply {
    date: String,
    lesson: String,
    class: String,
    subject: String,
}

/// What it would be.
#[derive(Serialize)]
struct ScheduleReply {
    sittings: Vec<SittingReply>,
    left: Vec<(String, String)>,
    advice: Vec<String>,
}

/// `POST /api/schedule`.
pub fn schedule(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let wanted: Schedule = asked.message()?;
    let lists = [&wanted.days, &wanted.classes, &wanted.subjects];
    let is_sound = lists.iter().all(|list| list.len() <= MOST)
        && (1..=LAST_LESSON).contains(&wanted.first)
        && (wanted.first..=LAST_LESSON).contains(&wanted.last)
        && (1..=3).contains(&wanted.length)
        && (1..=LAST_LESSON).contains(&wanted.most_a_day);
    if !is_sound {
        return Err(DeskError::NoSuchValue.into());
    }
    let days = wanted.days.iter().map(|text| day(text));
    let order = ScheduleOrder {
        days: days.collect::<Result<_, _>>()?,
        classes: wanted.classes,
        subjects: wanted.subjects,
        lessons: (wanted.first, wanted.last),
        length: wanted.length,
        most_a_day: wanted.most_a_day,
    };
    if !wanted.preview {
        return step(page, asked, wanted.revision, |desk| {
            desk.enter_schedule(&order, asked.lang)
        });
    }
    let desk = page.session().desk.clone();
    let planned = desk.plan_schedule(&order, asked.lang)?;
    let sittings = planned.sittings.into_iter().map(|it| SittingReply {
        date: it.date.format("%Y-%m-%d").to_string(),
        lesson: it.lesson,
        class: it.class,
        subject: it.subject,
    });
    Ok(Reply::json(&ScheduleReply {
        sittings: sittings.collect(),
        left: planned.left,
        advice: planned.advice,
    }))
}

/// `GET /api/settings`.
#[expect(
    clippy::unnecessary_wraps,
    reason = "all calls have one form, also those that cannot fail"
)]
pub fn settings(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.settings_view(asked.lang)))
}

/// A setting decided; an empty text: as by default.
#[derive(Deserialize)]
struct Setting {
    revision: u64,
    section: String,
    key: String,
    value: String,
}

/// `POST /api/setting`.
pub fn setting(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let setting: Setting = asked.message()?;
    let at = (setting.section.as_str(), setting.key.as_str());
    step(page, asked, setting.revision, |desk| {
        desk.set_setting(at, &setting.value)
    })
}
