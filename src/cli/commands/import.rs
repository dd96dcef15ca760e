//! `import`: lists out of a timetable program's files.

use crate::cli::Outcome;
use crate::cli::args::ImportArgs;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::screen::Screen;
use crate::disk;
use crate::disk::{Output, Overwrite, write_all};
use crate::input::Gravity;
use crate::lang::commands::demo as words;
use crate::service;

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
