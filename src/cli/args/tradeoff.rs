//! `recuse tradeoff`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args as ClapArgs;

use super::format::ReportFormat;
use super::parse::{seconds, works};

#[derive(Debug, ClapArgs)]
pub struct TradeoffArgs {
    /// Folder with the lists
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Limits on the works of one checker to compare, beside none
    #[arg(long, value_name = "WORKS", value_delimiter = ',', value_parser = works, default_value = "40,60,80")]
    pub works: Vec<u32>,
    /// Rules and options to begin from instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Stop each line after this many seconds with the best so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "5")]
    pub time_limit: Duration,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
}
