//! `completions`: a script for a shell.

use clap::CommandFactory;

use crate::cli::Outcome;
use crate::cli::args::{Args, CompletionsArgs};
use crate::cli::screen::print_bytes;

/// Prints the script.
pub fn run(args: &CompletionsArgs) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "recuse", &mut script);
    print_bytes(&script);
    Outcome::Clean
}
