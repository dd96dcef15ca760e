//! `recuse export`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::made_by::MadeBy;
use super::parse::date;
use crate::domain::Date;
use crate::service::Format;

#[derive(Debug, ClapArgs)]
pub struct ExportArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Folder to write into (default: DIR/sheets)
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Kinds of files (default: all)
    #[arg(long, value_name = "FORMATS", value_delimiter = ',')]
    pub to: Vec<FormatArg>,
    /// For the notice board: initials only; no reasons, telephones, children
    #[arg(long, conflicts_with = "person")]
    pub public: bool,
    /// Only sheets of this person
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Only sheets of this day (21.04.2026 or 2026-04-21)
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    /// Export a roster in conflict too; every page is stamped
    #[arg(long)]
    pub draft: bool,
    /// The roster's proof, as `generate --proof` wrote it: verified again, the statement of checks says what it shows
    #[arg(long, value_name = "FILE")]
    pub proof: Option<PathBuf>,
    #[command(flatten)]
    pub made_by: MadeBy,
    /// An older roster: calendars cancel the duties that are gone, the text for the chat names the changes alone
    #[arg(long, value_name = "OLD")]
    pub was: Option<PathBuf>,
    /// Overwrite files that are there
    #[arg(long)]
    pub force: bool,
}

impl ExportArgs {
    /// The formats asked for, each once.
    pub fn formats(&self) -> Vec<Format> {
        let asked = |format: &Format| {
            self.to.is_empty() || self.to.iter().any(|&arg| Format::from(arg) == *format)
        };
        Format::ALL.into_iter().filter(asked).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// Workbook
    Xlsx,
    /// Documents
    Docx,
    /// Pages to print
    Pdf,
    /// Web pages
    Html,
    /// Calendars
    Ics,
    /// Tables
    Csv,
    /// A text for the staff chat
    Txt,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Xlsx => Format::Xlsx,
            FormatArg::Docx => Format::Docx,
            FormatArg::Pdf => Format::Pdf,
            FormatArg::Html => Format::Html,
            FormatArg::Ics => Format::Ics,
            FormatArg::Csv => Format::Csv,
            FormatArg::Txt => Format::Txt,
        }
    }
}
