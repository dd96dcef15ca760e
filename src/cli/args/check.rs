//! `recuse check`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: CheckFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// A report for a person
    Text,
    /// One object
    Json,
    /// A table that opens in a spreadsheet program
    Csv,
    /// SARIF 2.1.0, for editors and code hosts
    Sarif,
}
