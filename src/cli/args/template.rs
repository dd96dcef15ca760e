//! `recuse template`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub struct TemplateArgs {
    /// The workbook to write
    #[arg(short, long, value_name = "FILE", default_value = "school.xlsx")]
    pub output: PathBuf,
    /// Overwrite the file if it is there
    #[arg(long)]
    pub force: bool,
}
