//! `recuse verify`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use super::made_by::MadeBy;

#[derive(Debug, ClapArgs)]
pub struct VerifyArgs {
    /// The roster
    pub roster: PathBuf,
    /// Its proof, as `generate --proof` wrote it
    pub proof: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[command(flatten)]
    pub made_by: MadeBy,
}
