//! Calls that change the lists: cells, rules, exceptions.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::Date;
use crate::page::Page;
use crate::page::asked::{Asked, day};
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::service::desk::{Answer, CellAt, Correction, Said, Signature, WaiverOrder};

use super::change::step;
use super::look::school_of;
use super::{Seen, free};

/// A cell's new text.
#[derive(Deserialize)]
struct Cell {
    revision: u64,
    file: String,
    sheet: Option<String>,
    /// Line of the file or row of the sheet.
    row: u32,
    /// From 1.
    column: u32,
    text: String,
}

/// `POST /api/cell`: corrected in memory.
pub fn cell(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let cell: Cell = asked.message()?;
    let correction = Correction {
        file: cell.file,
        at: CellAt {
            sheet: cell.sheet,
            row: cell.row,
            column: cell.column,
        },
        text: cell.text,
    };
    let mut session = free(page)?;
    session.change(|desk| {
        desk.expect(cell.revision)?;
        desk.correct(&correction)
    })?;
    let sheet = correction.at.sheet.as_deref();
    let view = session
        .desk
        .table_view(&correction.file, sheet, asked.lang)?;
    Ok(Reply::json(&view))
}

/// `POST /api/save`: the corrected files are written.
pub fn save(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    let mut session = free(page)?;
    session.change(|desk| {
        desk.expect(revision)?;
        Ok(desk.save())
    })?;
    Ok(school_of(&session, asked))
}

/// Rules decided anew.
#[derive(Deserialize)]
struct Policy {
    revision: u64,
    preset: Option<String>,
    /// `null`: as the preset says.
    #[serde(default)]
    rules: BTreeMap<String, Option<String>>,
}

/// `POST /api/policy`.
pub fn policy(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Policy {
        revision,
        preset,
        rules,
    } = asked.message()?;
    step(page, asked, revision, |desk| {
        desk.set_policy(preset.as_deref(), &rules)
    })
}

/// An exception to grant, or one to take back.
#[derive(Deserialize)]
#[serde(untagged)]
enum Waiver {
    Remove {
        revision: u64,
        remove: usize,
    },
    Grant {
        revision: u64,
        person: u32,
        rule: String,
        class: Option<String>,
        subject: Option<String>,
        from: Option<String>,
        to: Option<String>,
        #[serde(flatten)]
        signature: Signature,
    },
}

/// `POST /api/waivers`.
pub fn waivers(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    match asked.message()? {
        Waiver::Remove { revision, remove } => {
            step(page, asked, revision, |desk| desk.unwaive(remove))
        }
        Waiver::Grant {
            revision,
            person,
            rule,
            class,
            subject,
            from,
            to,
            signature,
        } => {
            let day = |text: Option<String>| -> Result<Option<Date>, Failure> {
                text.filter(|text| !text.is_empty())
                    .map(|text| day(&text))
                    .transpose()
            };
            let order = WaiverOrder {
                person,
                rule,
                class,
                subject,
                from: day(from)?,
                to: day(to)?,
                signature,
            };
            step(page, asked, revision, |desk| desk.waive(&order))
        }
    }
}

/// What is known of a person's tie to a class.
#[derive(Deserialize)]
#[serde(untagged)]
enum Interest {
    Tied {
        revision: u64,
        person: u32,
        class: String,
        kind: String,
    },
    None {
        revision: u64,
        person: u32,
        class: String,
        #[serde(flatten)]
        signature: Signature,
    },
}

/// `POST /api/interest`: a tie is entered, or that a hint was looked into.
pub fn interest(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let (revision, answer) = match asked.message()? {
        Interest::Tied {
            revision,
            person,
            class,
            kind,
        } => {
            let said = Said::Tied(kind);
            (
                revision,
                Answer {
                    person,
                    class,
                    said,
                },
            )
        }
        Interest::None {
            revision,
            person,
            class,
            signature,
        } => {
            let said = Said::None(signature);
            (
                revision,
                Answer {
                    person,
                    class,
                    said,
                },
            )
        }
    };
    step(page, asked, revision, |desk| desk.answer_hint(&answer))
}
