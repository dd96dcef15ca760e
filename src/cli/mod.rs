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
mod usage;
mod values;

use std::ffi::OsString;
#[cfg(feature = "web")]
use std::path::PathBuf;
use std::process::ExitCode;

use clap::FromArgMatches;

use args::{Args, Command};
use failure::Failure;
#[cfg(feature = "web")]
use screen::print;
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
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = usage::lang_of(&arguments);
    let arguments = started_by_a_click(arguments, lang);
    let read = usage::command(lang)
        .try_get_matches_from(&arguments)
        .and_then(|matches| Args::from_arg_matches(&matches));
    let args = match read {
        Ok(args) => args,
        Err(error) if usage::is_help(&error) => {
            // Help that was asked for goes to standard output; a closed pipe is no reason to complain.
            let _ = error.print();
            return ExitCode::from(u8::from(error.use_stderr()) * 2);
        }
        Err(error) => {
            complain(&usage::shown(&error, &called(&arguments), lang));
            return ExitCode::from(2);
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

/// `recuse check`, or `recuse` alone where no command is named.
fn called(arguments: &[OsString]) -> String {
    let command = usage::command(crate::lang::Lang::En);
    let named = arguments.iter().skip(1).find_map(|argument| {
        let name = argument.to_str()?;
        command.find_subcommand(name).map(|_| name)
    });
    match named {
        Some(name) => format!("recuse {name}"),
        None => "recuse".to_owned(),
    }
}

/// Without arguments and without a terminal – a double click – the page is what is wanted; the arguments become those of
/// `serve`.
#[cfg(feature = "web")]
fn started_by_a_click(arguments: Vec<OsString>, lang: crate::lang::Lang) -> Vec<OsString> {
    if arguments.len() > 1 || !screen::is_clicked() {
        return arguments;
    }
    let here = std::env::current_dir().unwrap_or_else(|_| ".".into());
    let mut own = ["HOME", "USERPROFILE"]
        .into_iter()
        .filter_map(std::env::var_os);
    let own = own.find(|home| !home.is_empty()).map(PathBuf::from);
    let folder = crate::disk::home_of_schools(&here, own.as_deref());
    print(&crate::lang::usage::opened_by_click(
        &folder.display().to_string(),
        lang,
    ));
    arguments
        .into_iter()
        .chain(["serve".into(), folder.into_os_string()])
        .collect()
}

#[cfg(not(feature = "web"))]
fn started_by_a_click(arguments: Vec<OsString>, _: crate::lang::Lang) -> Vec<OsString> {
    arguments
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
        Command::Plan(args) => commands::plan::run(&args, screen),
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
