//! `recuse repair`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args as ClapArgs;

use super::format::ReportFormat;
use super::parse::seconds;

#[derive(Debug, ClapArgs)]
pub struct RepairArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Somebody who is away: always, on that day (days: 21.04-23.04), or in those lessons; may be given many times
    #[arg(long, value_name = "PERSON[@DATE[@LESSONS]]")]
    pub absent: Vec<String>,
    /// Where to write the repaired roster (default: ROSTER-repaired.csv beside it)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Chooses among equally good rosters; the same seed gives the same roster
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Stop after this many seconds with the best roster so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
    /// Overwrite the file
    #[arg(long)]
    pub force: bool,
}
