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
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: CheckFormat,
    /// Show the table as it was understood, cell by cell, before the findings
    #[arg(long)]
    pub show_reading: bool,
    /// Ask about unclear names, and keep the answers in names.csv of the folder
    #[arg(long)]
    pub learn: bool,
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
