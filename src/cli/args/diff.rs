//! `recuse diff`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::format::ReportFormat;

#[derive(Debug, ClapArgs)]
pub struct DiffArgs {
    /// The roster that was
    pub old: PathBuf,
    /// The roster that is
    pub new: PathBuf,
    /// Folder with the lists (default: the new roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
}
