//! `completions`: a script for a shell.

use clap::CommandFactory;

use crate::cli::Outcome;
use crate::cli::args::{Args, CompletionsArgs};
use crate::cli::screen::Screen;

/// Prints the script.
pub fn run(args: &CompletionsArgs, screen: Screen) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "recuse", &mut script);
    screen.print_bytes(&script);
    Outcome::Clean
}
