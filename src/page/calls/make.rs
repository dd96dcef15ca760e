//! Calls that make rosters: they take their time, and the desk is free meanwhile for whoever looks.

#![expect(
    clippy::unnecessary_wraps,
    reason = "all calls have one form, also those that cannot fail"
)]

use serde::{Deserialize, Serialize};

use crate::page::Page;
use crate::page::asked::{Asked, day, lessons, weekdays};
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::service::Stage;
use crate::service::desk::{Absent, Desk, DeskError, Job, Made, PlanView, Signature, Watch};

use super::free;

/// Hands a job out, does it, and gives both back. Nothing else changes the desk meanwhile.
fn make<T>(
    page: &Page,
    revision: u64,
    job: impl FnOnce(&Desk) -> Result<Job, DeskError>,
    then: impl FnOnce(&Job, &Made) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (job, _running) = {
        let session = free(page)?;
        session.desk.expect(revision)?;
        (job(&session.desk)?, page.job.start())
    };
    let made = job.run(&Watch {
        stop: &|| page.job.is_to_stop(),
        stop_explaining: &|| page.job.is_to_stop(),
        progress: &|stage| page.job.note(stage),
    })?;
    then(&job, &made)
}

/// Takes over what was made; the reply is the roster with what changed.
fn adopted(page: &Page, asked: &Asked, job: &Job, made: &Made) -> Result<Reply, Failure> {
    let mut session = page.session();
    let outcome = session.change(|desk| desk.adopt(job, made))?;
    let view = session.desk.roster_view_after(&outcome.changes, asked.lang);
    Ok(Reply::json(&view))
}

/// A new roster is wanted.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wanted {
    revision: u64,
    #[serde(default)]
    keep_locks: bool,
}

/// `POST /api/generate`.
pub fn generate(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Wanted {
        revision,
        keep_locks,
    } = asked.message()?;
    make(
        page,
        revision,
        |desk| desk.generate(keep_locks, asked.lang),
        |job, made| adopted(page, asked, job, made),
    )
}

/// The price of a limit is asked; no number: of none.
#[derive(Deserialize)]
struct LimitWanted {
    revision: u64,
    works: Option<u32>,
}

/// `POST /api/price`: the school staffed under another limit on the works of one checker. Nothing changes.
pub fn price(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let LimitWanted { revision, works } = asked.message()?;
    if works == Some(0) {
        return Err(DeskError::NoSuchValue.into());
    }
    let (desk, _running) = {
        let session = free(page)?;
        session.desk.expect(revision)?;
        (session.desk.clone(), page.job.start())
    };
    let stop = || page.job.is_to_stop();
    Ok(Reply::json(&desk.price_of_limit(works, asked.lang, &stop)?))
}

/// Somebody is away.
#[derive(Deserialize)]
struct Away {
    person: u32,
    from: String,
    to: String,
    #[serde(default)]
    weekday: Option<String>,
    #[serde(default)]
    lessons: Option<String>,
    #[serde(default)]
    reason: String,
}

/// A repair is wanted.
#[derive(Deserialize)]
struct RepairWanted {
    revision: u64,
    #[serde(default)]
    absent: Vec<Away>,
    #[serde(default)]
    preview: bool,
}

/// `POST /api/repair`.
pub fn repair(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let wanted: RepairWanted = asked.message()?;
    let mut absent = Vec::new();
    for away in wanted.absent {
        absent.push(Absent {
            person: away.person,
            from: day(&away.from)?,
            to: day(&away.to)?,
            weekdays: weekdays(away.weekday.as_deref().unwrap_or_default())?,
            lessons: lessons(away.lessons.as_deref().unwrap_or_default())?,
            reason: away.reason,
        });
    }
    make(
        page,
        wanted.revision,
        |desk| desk.repair(&absent, asked.lang),
        |job, made| {
            if wanted.preview {
                Ok(Reply::json(&PlanView::of(made, asked.lang)))
            } else {
                adopted(page, asked, job, made)
            }
        },
    )
}

/// A way out is to be taken.
#[derive(Deserialize)]
struct WayWanted {
    revision: u64,
    obstacle: usize,
    way: usize,
    #[serde(default)]
    preview: bool,
    signature: Option<Signature>,
}

/// `POST /api/way`.
pub fn way(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let WayWanted {
        revision,
        obstacle,
        way,
        preview,
        signature,
    } = asked.message()?;
    make(
        page,
        revision,
        |desk| desk.take_way((obstacle, way), signature, asked.lang),
        |job, made| {
            if preview {
                Ok(Reply::json(&PlanView::of(made, asked.lang)))
            } else {
                adopted(page, asked, job, made)
            }
        },
    )
}

/// How far a roster is that is being made.
#[derive(Serialize)]
struct Progress {
    running: bool,
    #[serde(flatten)]
    stage: Option<StageReply>,
}

/// Where the search stands.
#[derive(Serialize)]
struct StageReply {
    /// 1–4.
    level: u8,
    value: u64,
    bound: u64,
}

/// `GET /api/progress`.
pub fn progress(page: &Page, _: &Asked) -> Result<Reply, Failure> {
    let reply = |Stage {
                     level,
                     value,
                     bound,
                 }| StageReply {
        level,
        value,
        bound,
    };
    Ok(Reply::json(&Progress {
        running: page.job.is_running(),
        stage: page.job.stage().map(reply),
    }))
}

/// `POST /api/cancel`: the best so far is taken.
pub fn cancel(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    page.job.stop();
    progress(page, asked)
}
