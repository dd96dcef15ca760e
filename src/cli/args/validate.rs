//! `recuse validate`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub struct ValidateArgs {
    /// Folder with the lists
    #[arg(default_value = ".")]
    pub dir: PathBuf,
}
