//! `recuse import`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::input::ImportKind;

#[derive(Debug, ClapArgs)]
pub struct ImportArgs {
    /// Whose file
    pub kind: KindArg,
    /// The file; of Untis and of workbooks, all of them
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Folder to write the lists into
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// Overwrite lists that are there
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindArg {
    /// FET
    Fet,
    /// aSc Timetables (XML)
    Asc,
    /// Untis (GPU001.TXT, GPU002.TXT, and GPU003, GPU004, GPU006 for the names)
    Untis,
    /// A workbook with the timetable as a grid: classes or teachers by lessons
    Grid,
}

impl From<KindArg> for ImportKind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Fet => ImportKind::Fet,
            KindArg::Asc => ImportKind::Asc,
            KindArg::Untis => ImportKind::Untis,
            KindArg::Grid => ImportKind::Grid,
        }
    }
}
