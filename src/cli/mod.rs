//! The command line: arguments in, words and files out. The only part that knows the terminal.

mod args;
mod commands;
mod complaints;
mod failure;
mod findings;
mod layout;
mod locale;
mod patience;
mod progress;
mod screen;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use failure::Failure;
use screen::{Screen, complain};

/// How a command that did its work ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to report.
    Clean,
    /// Conflicts, empty places or exceptions need a person's eye.
    NeedsAnEye,
}

/// Runs the command of this process's arguments.
pub fn main() -> ExitCode {
    run(std::env::args_os())
}

fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            // Help goes to standard output, usage errors to standard error; a closed pipe is no reason to complain.
            let _ = error.print();
            return ExitCode::from(u8::from(error.use_stderr()) * 2);
        }
    };
    let screen = Screen::new(args.global);
    match dispatch(args.command, screen) {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::NeedsAnEye) => ExitCode::from(1),
        Err(failure) => {
            complain(&failure.words(screen.lang));
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Command, screen: Screen) -> Result<Outcome, Failure> {
    match command {
        Command::Demo(args) => commands::demo::run(&args, screen),
        Command::Validate(args) => commands::validate::run(&args, screen),
        Command::Generate(args) => commands::generate::run(&args, screen),
        Command::Tradeoff(args) => commands::tradeoff::run(&args, screen),
        Command::Check(args) => commands::check::run(&args, screen),
        Command::Explain(args) => commands::explain::run(&args, screen),
        Command::Export(args) => commands::export::run(&args, screen),
        Command::Repair(args) => commands::repair::run(&args, screen),
        Command::Diff(args) => commands::diff::run(&args, screen),
        Command::Verify(args) => commands::verify::run(&args, screen),
        Command::Template(args) => commands::template::run(&args, screen),
        Command::Import(args) => commands::import::run(&args, screen),
        Command::Rules(args) => commands::rules::run(&args, screen),
        #[cfg(feature = "web")]
        Command::Serve(args) => commands::serve::run(&args, screen),
        Command::Completions(args) => Ok(commands::completions::run(&args)),
    }
}
