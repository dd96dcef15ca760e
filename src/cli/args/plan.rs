//! `recuse plan`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::plan::Step;

#[derive(Debug, ClapArgs)]
pub struct PlanArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Folder to write the tables into (default: plan, beside the roster)
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Only these steps (default: all)
    #[arg(long, value_name = "STEPS", value_delimiter = ',')]
    pub only: Vec<StepArg>,
    /// Overwrite tables that are there
    #[arg(long)]
    pub force: bool,
}

impl PlanArgs {
    /// The steps asked for, each once.
    pub fn steps(&self) -> Vec<Step> {
        let asked = |step: &Step| {
            self.only.is_empty() || self.only.iter().any(|&arg| Step::from(arg) == *step)
        };
        Step::ALL.into_iter().filter(asked).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StepArg {
    /// Rooms of sittings, and lessons that move
    Rooms,
    /// Meetings on criteria
    Meetings,
    /// Substitutes of lost lessons
    Substitutes,
}

impl From<StepArg> for Step {
    fn from(step: StepArg) -> Self {
        match step {
            StepArg::Rooms => Step::Rooms,
            StepArg::Meetings => Step::Meetings,
            StepArg::Substitutes => Step::Substitutes,
        }
    }
}
