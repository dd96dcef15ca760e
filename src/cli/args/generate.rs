//! `recuse generate`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args as ClapArgs, ValueEnum};

use super::parse::seconds;

#[derive(Debug, ClapArgs)]
pub struct GenerateArgs {
    /// Folder with the lists
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Where to write the roster (default: DIR/roster.csv)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where to write the proof, for `recuse verify`
    #[arg(long, value_name = "FILE")]
    pub proof: Option<PathBuf>,
    /// Rules and options to use instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Nobody ever supervises or grades their own subject or their own class
    #[arg(long)]
    pub strict: bool,
    /// Chooses among equally good rosters; the same seed gives the same roster
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Stop after this many seconds with the best roster so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// Who makes the roster
    #[arg(long, default_value = "exact")]
    pub engine: Engine,
    /// Plan what stands on the roster too: rooms, meetings, substitutes; tables go into plan, beside the roster
    #[arg(long)]
    pub plan: bool,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: GenerateFormat,
    /// Overwrite the roster
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// The engine that proves what it says
    Exact,
    /// A second opinion on small schools: one general model, solved by a general solver; never proven
    Milp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GenerateFormat {
    /// A summary for a person
    Text,
    /// One object
    Json,
}
