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
    /// Folder with the tables of a plan, judged too (default: plan, beside the roster, if it is there)
    #[arg(long, value_name = "DIR")]
    pub plan: Option<PathBuf>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: CheckFormat,
    /// Show the table as it was understood, cell by cell, before the findings
    #[arg(long)]
    pub show_reading: bool,
    /// Ask about unclear names, and keep the answers in names.csv of the folder
    #[arg(long)]
    pub learn: bool,
    /// Write the roster with the fewest changes that settle its conflicts, in its own layout and format; rows without a
    /// conflict stay
    #[arg(long, value_name = "OUT")]
    pub fix: Option<PathBuf>,
    /// Write the roster's own workbook with the findings in it: cells coloured, notes, a column of remarks
    #[arg(long, value_name = "OUT.xlsx")]
    pub annotate: Option<PathBuf>,
    /// Overwrite files that are there
    #[arg(long)]
    pub force: bool,
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
