//! `recuse completions`.

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}
