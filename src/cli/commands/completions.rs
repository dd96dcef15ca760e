//! `completions`: a script for a shell.

use clap::CommandFactory;

use crate::cli::Outcome;
use crate::cli::args::Args;
use crate::cli::screen::print_bytes;

#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// Prints the script.
pub fn run(args: &CompletionsArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "recuse", &mut script);
    print_bytes(&script);
    Outcome::Clean
}
