//! `template`: a workbook of empty tables to be filled in.

use std::path::PathBuf;

use crate::cli::Outcome;
use crate::cli::failure::Failure;
use crate::cli::screen::Screen;
use crate::disk::{Output, Overwrite, write_all};
use crate::lang::commands::template as words;
use crate::service;

#[derive(Debug, clap::Args)]
pub struct TemplateArgs {
    /// The workbook to write
    #[arg(short, long, value_name = "FILE", default_value = "school.xlsx")]
    pub output: PathBuf,
    /// Overwrite the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// Writes the workbook.
pub fn run(args: &TemplateArgs, screen: Screen) -> Result<Outcome, Failure> {
    let workbook = service::template(screen.lang).map_err(Failure::Export)?;
    let output = Output {
        path: args.output.clone(),
        bytes: &workbook.bytes,
    };
    let overwrite = if args.force {
        Overwrite::Yes
    } else {
        Overwrite::No
    };
    write_all(&[output], overwrite)?;
    let path = args.output.display().to_string();
    screen.remark(&words::written(&path, screen.lang));
    Ok(Outcome::Clean)
}
