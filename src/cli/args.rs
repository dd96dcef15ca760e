//! Arguments as clap reads them. No other part of the library knows these types.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::domain::Date;
use crate::input::ImportKind;
use crate::service::Format;
use crate::service::demo::Size;

/// Staffs school assessments so that nobody judges their own.
///
/// Reads a folder with a school's lists, makes the best roster of proctors, checkers, observers and assistants, proves it,
/// and checks any roster made by hand. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(
    name = "recuse",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 nothing to report; 1 done, but conflicts, empty places or exceptions need a person's eye; \
                  2 bad input or usage, nothing written.\n\nStart with: recuse demo"
)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Copy, ClapArgs)]
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

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a sample school into a new folder, make its roster and check it
    Demo(DemoArgs),
    /// Read everything, show what was understood and every complaint
    Validate(ValidateArgs),
    /// Make the roster
    Generate(GenerateArgs),
    /// Report every conflict in a roster, whoever made it
    Check(CheckArgs),
    /// Say why a place is empty, who else could take it, or why somebody may not
    Explain(ExplainArgs),
    /// Make a roster valid again with the fewest changes
    Repair(RepairArgs),
    /// Show what changed between two rosters, and who has to be told
    Diff(DiffArgs),
    /// Write the sheets: order, slips, lists, calendars
    Export(ExportArgs),
    /// Hold a roster against its proof, with a small program of its own
    Verify(VerifyArgs),
    /// Make lists out of a timetable program's file
    Import(ImportArgs),
    /// List the rules, or explain one
    Rules(RulesArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
}

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

#[derive(Debug, ClapArgs)]
pub struct ValidateArgs {
    /// Folder with the lists
    #[arg(default_value = ".")]
    pub dir: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub struct GenerateArgs {
    /// Folder with the lists
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Where to write the roster (default: DIR/roster.csv)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Where to write the proof, for `recuse verify`
    #[arg(long, value_name = "FILE")]
    pub proof: Option<PathBuf>,
    /// Rules and options to use instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Nobody ever supervises or grades their own subject or their own class
    #[arg(long)]
    pub strict: bool,
    /// Chooses among equally good rosters; the same seed gives the same roster
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Stop after this many seconds with the best roster so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: GenerateFormat,
    /// Overwrite the roster
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GenerateFormat {
    /// A summary for a person
    Text,
    /// One object
    Json,
}

#[derive(Debug, ClapArgs)]
pub struct CheckArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: CheckFormat,
    /// Show the table as it was understood, cell by cell, before the findings
    #[arg(long)]
    pub show_reading: bool,
    /// Ask about unclear names, and keep the answers in names.csv of the folder
    #[arg(long)]
    pub learn: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// A report for a person
    Text,
    /// One object
    Json,
    /// A table that opens in a spreadsheet program
    Csv,
    /// SARIF 2.1.0, for editors and code hosts
    Sarif,
}

#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// The roster
    pub roster: PathBuf,
    /// Day of the sitting
    #[arg(long)]
    pub date: String,
    /// Its class
    #[arg(long)]
    pub class: String,
    /// Its subject
    #[arg(long)]
    pub subject: String,
    /// Only the places of this role
    #[arg(long)]
    pub role: Option<String>,
    /// Only this person
    #[arg(long)]
    pub person: Option<String>,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ExplainFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For a person
    Text,
    /// One object
    Json,
}

#[derive(Debug, ClapArgs)]
pub struct ExportArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Folder to write into (default: DIR/sheets)
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Kinds of files (default: all)
    #[arg(long, value_name = "FORMATS", value_delimiter = ',')]
    pub to: Vec<FormatArg>,
    /// For the notice board: initials only; no reasons, telephones, children
    #[arg(long, conflicts_with = "person")]
    pub public: bool,
    /// Only sheets of this person
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Only sheets of this day (21.04.2026 or 2026-04-21)
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub date: Option<Date>,
    /// Export a roster in conflict too; every page is stamped
    #[arg(long)]
    pub draft: bool,
    /// An older roster: calendars cancel the duties that are gone
    #[arg(long, value_name = "OLD")]
    pub was: Option<PathBuf>,
    /// Overwrite files that are there
    #[arg(long)]
    pub force: bool,
}

impl ExportArgs {
    /// The formats asked for, each once.
    pub fn formats(&self) -> Vec<Format> {
        let asked = |format: &Format| {
            self.to.is_empty() || self.to.iter().any(|&arg| Format::from(arg) == *format)
        };
        Format::ALL.into_iter().filter(asked).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// Workbook
    Xlsx,
    /// Documents
    Docx,
    /// Pages to print
    Pdf,
    /// Web pages
    Html,
    /// Calendars
    Ics,
    /// Tables
    Csv,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Xlsx => Format::Xlsx,
            FormatArg::Docx => Format::Docx,
            FormatArg::Pdf => Format::Pdf,
            FormatArg::Html => Format::Html,
            FormatArg::Ics => Format::Ics,
            FormatArg::Csv => Format::Csv,
        }
    }
}

#[derive(Debug, ClapArgs)]
pub struct RepairArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Somebody who is away: always, on that day, or in those lessons of it; may be given many times
    #[arg(long, value_name = "PERSON[@DATE[@LESSONS]]")]
    pub absent: Vec<String>,
    /// Where to write the repaired roster (default: ROSTER-repaired.csv beside it)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Chooses among equally good rosters; the same seed gives the same roster
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Stop after this many seconds with the best roster so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
    /// Overwrite the file
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, ClapArgs)]
pub struct DiffArgs {
    /// The roster that was
    pub old: PathBuf,
    /// The roster that is
    pub new: PathBuf,
    /// Folder with the lists (default: the new roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// A report for a person
    Text,
    /// One object
    Json,
}

#[derive(Debug, ClapArgs)]
pub struct VerifyArgs {
    /// The roster
    pub roster: PathBuf,
    /// Its proof, as `generate --proof` wrote it
    pub proof: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Rules and options that the roster was made by instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The roster was made with --strict
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, ClapArgs)]
pub struct ImportArgs {
    /// Whose file
    pub kind: KindArg,
    /// The file
    pub file: PathBuf,
    /// Folder to write the lists into
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// Overwrite lists that are there
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindArg {
    /// FET
    Fet,
    /// aSc Timetables (XML)
    Asc,
}

impl From<KindArg> for ImportKind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Fet => ImportKind::Fet,
            KindArg::Asc => ImportKind::Asc,
        }
    }
}

#[derive(Debug, ClapArgs)]
pub struct RulesArgs {
    /// The rule to explain
    pub code: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}

/// A day, as rosters write it in either language.
fn date(text: &str) -> Result<Date, String> {
    ["%d.%m.%Y", "%Y-%m-%d"]
        .iter()
        .find_map(|format| Date::parse_from_str(text, format).ok())
        .ok_or_else(|| "a date is needed, such as 21.04.2026 or 2026-04-21".to_owned())
}

/// A length of time above zero, in seconds; fractions are fine.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "a number of seconds is needed, such as 10 or 0.5".to_owned())?;
    if seconds <= 0.0 {
        return Err("it must be more than 0".to_owned());
    }
    Duration::try_from_secs_f64(seconds).map_err(|_| "it is too long".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Args, seconds};
    use clap::CommandFactory;
    use std::time::Duration;

    #[test]
    fn the_definitions_hold_together() {
        Args::command().debug_assert();
    }

    #[test]
    fn seconds_are_positive_numbers() {
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        assert!(seconds("0").is_err());
        assert!(seconds("-1").is_err());
        assert!(seconds("NaN").is_err());
        assert!(seconds("1e300").is_err());
    }
}
