//! Arguments of `serve`.

use std::path::PathBuf;

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub struct ServeArgs {
    /// Folder with the lists, or one to put them into
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Port on this computer (0: any free one)
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Only print the address
    #[arg(long)]
    pub no_open: bool,
}
