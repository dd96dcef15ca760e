//! The arguments that all commands or several share; a command's own stand beside its run.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::commands::check::CheckArgs;
use super::commands::completions::CompletionsArgs;
use super::commands::demo::DemoArgs;
use super::commands::diff::DiffArgs;
use super::commands::explain::ExplainArgs;
use super::commands::export::ExportArgs;
use super::commands::generate::GenerateArgs;
use super::commands::import::ImportArgs;
use super::commands::plan::PlanArgs;
use super::commands::repair::RepairArgs;
use super::commands::rules::RulesArgs;
#[cfg(feature = "web")]
use super::commands::serve::ServeArgs;
use super::commands::template::TemplateArgs;
use super::commands::tradeoff::TradeoffArgs;
use super::commands::validate::ValidateArgs;
use super::commands::verify::VerifyArgs;

/// Staffs school assessments so that nobody judges their own.
///
/// Reads a folder with a school's lists, makes the best roster of proctors, checkers, observers and assistants, proves it,
/// and checks any roster made by hand. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(
    name = "recuse",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 nothing to report; 1 done, but conflicts, empty places, exceptions or what could not be \
                  checked need a person's eye; 2 bad input or usage, nothing written.\n\nStart with: recuse demo"
)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a sample school into a new folder, make its roster and check it
    Demo(DemoArgs),
    /// Read everything, show what was understood and every complaint
    Validate(ValidateArgs),
    /// Make the roster
    Generate(GenerateArgs),
    /// Show the price of a rule: the school staffed under each limit, side by side
    Tradeoff(TradeoffArgs),
    /// Report every conflict in a roster, whoever made it
    Check(CheckArgs),
    /// Say why a place is empty, who else could take it, or why somebody may not
    Explain(ExplainArgs),
    /// Make a roster valid again with the fewest changes
    Repair(RepairArgs),
    /// Plan what stands on a roster: rooms, meetings on criteria, substitutes of lost lessons
    Plan(PlanArgs),
    /// Show what changed between two rosters, and who has to be told
    Diff(DiffArgs),
    /// Write the sheets: order, slips, lists, calendars
    Export(ExportArgs),
    /// Hold a roster against its proof, with a small program of its own
    Verify(VerifyArgs),
    /// Write a workbook of empty tables to be filled in
    Template(TemplateArgs),
    /// Make lists out of a timetable program's file
    Import(ImportArgs),
    /// List the rules, or explain one
    Rules(RulesArgs),
    /// Open the page in the browser: everything without a terminal
    #[cfg(feature = "web")]
    Serve(ServeArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
}

/// Options of every command.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Global {
    /// Language of messages and rosters (default: the locale's, else English)
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<LangArg>,
    /// Colours in the terminal (`NO_COLOR` is honoured)
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorArg,
    /// Say nothing but errors and what was asked for
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more: notes about the files, methods and bounds
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English
    En,
    /// Russian
    Ru,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// When the output is a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What the reports of several commands print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// A report for a person
    Text,
    /// One object
    Json,
}

/// By which rules a roster was made, where they are not the folder's.
#[derive(Debug, clap::Args)]
pub struct MadeBy {
    /// Rules and options that the roster was made by instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The roster was made with --strict
    #[arg(long)]
    pub strict: bool,
}

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn the_definitions_hold_together() {
        Args::command().debug_assert();
    }
}
