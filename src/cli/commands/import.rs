//! `import`: lists out of a timetable program's files.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::screen::Screen;
use crate::disk;
use crate::disk::{Output, Overwrite, write_all};
use crate::input::{Gravity, ImportKind};
use crate::lang::commands::demo as words;
use crate::service;

#[derive(Debug, clap::Args)]
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

/// Reads the files and writes the lists into the folder.
pub fn run(args: &ImportArgs, screen: Screen) -> Result<Outcome, Failure> {
    let files = args
        .files
        .iter()
        .map(|file| disk::read_file(file))
        .collect::<Result<Vec<_>, _>>()?;
    let (lists, complaints) = service::import(args.kind.into(), &files);
    let report = complaints::render(&complaints, &files, Gravity::Note, screen.lang);
    if complaints.refuse() || lists.is_empty() {
        return Err(Failure::Complaints(report));
    }
    let outputs: Vec<Output> = lists
        .iter()
        .map(|list| Output {
            path: args.output.join(&list.name),
            bytes: &list.bytes,
        })
        .collect();
    let overwrite = if args.force {
        Overwrite::Yes
    } else {
        Overwrite::No
    };
    write_all(&outputs, overwrite)?;
    screen.remark(&report);
    let names: Vec<&str> = lists.iter().map(|list| list.name.as_str()).collect();
    let folder = args.output.display().to_string();
    screen.remark(&words::imported(&folder, &names.join(", "), screen.lang));
    Ok(Outcome::Clean)
}
