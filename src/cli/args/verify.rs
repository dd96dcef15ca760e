//! `recuse verify`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

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
    /// Rules and options that the roster was made by instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The roster was made with --strict
    #[arg(long)]
    pub strict: bool,
}
