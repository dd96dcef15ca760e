//! `plan`: a finished roster in, everything that stands on it out: counted anew, and as tables.

mod open;
mod tables;

pub use open::{moment, points as open_points};
pub use tables::all as tables_of;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use thiserror::Error;

use crate::domain::{Lang, Roster, School};
use crate::input::{InputFile, ReadOptions};
use crate::plan::{self, Flaw, Level, Plan, Step};

use super::Complaints;
use super::opened::open;

/// What to plan, and by which lists.
pub struct PlanRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// The roster's file.
    pub roster: &'a InputFile,
    /// What to read beside the folder.
    pub read: ReadOptions,
    /// The steps asked for.
    pub steps: &'a [Step],
    /// Language of the tables, where asked for; else the policy's, else `lang`.
    pub tables_lang: Option<Lang>,
    /// Language of sentences.
    pub lang: Lang,
    /// Asked now and then: must the search stop with the best it has?
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

/// Why nothing is planned.
#[derive(Debug, Error)]
pub enum PlanError {
    /// The lists, or the roster, cannot be used.
    #[error("the lists or the roster cannot be used")]
    Refused(Complaints),
    /// What was planned does not stand up to being counted anew.
    #[error("the plan did not pass its check: {0}")]
    Internal(#[from] Flaw),
}

/// A table to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTable {
    /// Name of the file.
    pub name: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A plan, counted anew.
#[derive(Debug, Clone)]
pub struct Planned {
    /// The facts.
    pub school: School,
    /// Warnings and notes about the files.
    pub complaints: Complaints,
    /// The roster it stands on.
    pub roster: Roster,
    /// The steps that were asked for.
    pub steps: Vec<Step>,
    /// The plan.
    pub plan: Plan,
    /// Language of the tables.
    pub tables_lang: Lang,
}

/// Plans what was asked for.
pub fn plan(request: &PlanRequest<'_>) -> Result<Planned, PlanError> {
    let opened = open(request.files, &request.read, request.roster).map_err(PlanError::Refused)?;
    let plan = planned(
        &opened.school,
        &opened.roster,
        (request.steps, request.stop),
    )?;
    let tables_lang = request.tables_lang.or(opened.school.policy.document.lang);
    Ok(Planned {
        plan,
        tables_lang: tables_lang.unwrap_or(request.lang),
        steps: request.steps.to_vec(),
        complaints: opened.complaints,
        roster: opened.roster,
        school: opened.school,
    })
}

/// Which steps, and when to stop.
type How<'a> = (&'a [Step], &'a (dyn Fn() -> bool + Sync));

/// The plan of a roster, counted anew.
pub fn planned(school: &School, roster: &Roster, how: How<'_>) -> Result<Plan, Flaw> {
    let plan = plan::plan(school, roster, how);
    plan::recount(school, roster, &plan)?;
    Ok(plan)
}

impl Planned {
    /// The tables of the steps that were taken.
    pub fn tables(&self) -> Vec<PlanTable> {
        tables::all(&self.school, &self.plan, self.tables_lang)
    }

    /// What a person has to decide, a sentence each.
    pub fn open_points(&self, lang: Lang) -> Vec<String> {
        open::points(&self.school, &self.plan, lang)
    }
}

/// The key `plan` of `generate --format json`: of each step, its levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanReport(Vec<(&'static str, Vec<LevelReport>)>);

/// A level of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LevelReport {
    /// Its name.
    pub level: &'static str,
    /// Reached.
    pub value: i64,
    /// Not to be beaten, given the levels above.
    pub bound: i64,
    /// Both are the same.
    pub proven: bool,
}

impl From<&Plan> for PlanReport {
    fn from(plan: &Plan) -> Self {
        let level = |level: &Level| LevelReport {
            level: level.name,
            value: level.value,
            bound: level.bound,
            proven: level.is_proven(),
        };
        let steps = plan.steps().into_iter();
        let steps = steps.map(|(step, levels)| (step.name(), levels.iter().map(level).collect()));
        Self(steps.collect())
    }
}

impl Serialize for PlanReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (step, levels) in &self.0 {
            map.serialize_entry(step, levels)?;
        }
        map.end()
    }
}
