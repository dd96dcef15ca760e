//! `recuse explain`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// The roster
    pub roster: PathBuf,
    /// Day of the sitting
    #[arg(long)]
    pub date: String,
    /// Its class
    #[arg(long)]
    pub class: String,
    /// Its subject
    #[arg(long)]
    pub subject: String,
    /// Only the places of this role
    #[arg(long)]
    pub role: Option<String>,
    /// Only this person
    #[arg(long)]
    pub person: Option<String>,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ExplainFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For a person
    Text,
    /// One object
    Json,
}
