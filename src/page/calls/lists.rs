//! Calls that change the lists: rules, exceptions.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::Date;
use crate::page::Page;
use crate::page::asked::{Asked, day};
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::service::desk::{HintAnswer, Interest, Signature, WaiverOrder};

use super::change::step;

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
enum Answered {
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
        Answered::Tied {
            revision,
            person,
            class,
            kind,
        } => {
            let said = Interest::Tied(kind);
            (
                revision,
                HintAnswer {
                    person,
                    class,
                    said,
                },
            )
        }
        Answered::None {
            revision,
            person,
            class,
            signature,
        } => {
            let said = Interest::None(signature);
            (
                revision,
                HintAnswer {
                    person,
                    class,
                    said,
                },
            )
        }
    };
    step(page, asked, revision, |desk| desk.answer_hint(&answer))
}
