//! Arguments as clap reads them, one file per command. No other part of the library knows these types.

mod check;
mod completions;
mod demo;
mod diff;
mod explain;
mod export;
mod format;
mod generate;
mod global;
mod import;
mod made_by;
mod parse;
mod plan;
mod repair;
mod rules;
#[cfg(feature = "web")]
mod serve;
mod template;
mod tradeoff;
mod validate;
mod verify;

use clap::{Parser, Subcommand};

pub use check::{CheckArgs, CheckFormat};
pub use completions::CompletionsArgs;
pub use demo::DemoArgs;
pub use diff::DiffArgs;
pub use explain::{ExplainArgs, ExplainFormat};
pub use export::ExportArgs;
pub use format::ReportFormat;
pub use generate::{Engine, GenerateArgs, GenerateFormat};
pub use global::{ColorArg, Global, LangArg};
pub use import::ImportArgs;
pub use parse::WrongValue;
pub use plan::PlanArgs;
pub use repair::RepairArgs;
pub use rules::RulesArgs;
#[cfg(feature = "web")]
pub use serve::ServeArgs;
pub use template::TemplateArgs;
pub use tradeoff::TradeoffArgs;
pub use validate::ValidateArgs;
pub use verify::VerifyArgs;

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

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn the_definitions_hold_together() {
        Args::command().debug_assert();
    }
}
