//! By which rules a roster was made, where they are not the folder's.

use std::path::PathBuf;

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub struct MadeBy {
    /// Rules and options that the roster was made by instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The roster was made with --strict
    #[arg(long)]
    pub strict: bool,
}
