//! `recuse demo`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use crate::service::demo::Size;

#[derive(Debug, ClapArgs)]
pub struct DemoArgs {
    /// New folder
    #[arg(default_value = "demo-school")]
    pub dir: PathBuf,
    /// A made-up school of this size instead of the sample
    #[arg(long)]
    pub size: Option<SizeArg>,
    /// Another made-up school of the same size
    #[arg(long)]
    pub seed: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SizeArg {
    /// About 12 staff and 20 sittings
    Small,
    /// About 60 staff and 150 sittings
    School,
    /// About 180 staff and 700 sittings
    Large,
}

impl From<SizeArg> for Size {
    fn from(size: SizeArg) -> Self {
        match size {
            SizeArg::Small => Size::Small,
            SizeArg::School => Size::School,
            SizeArg::Large => Size::Large,
        }
    }
}
