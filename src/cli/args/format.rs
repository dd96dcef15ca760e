//! What the reports of several commands print.

use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// A report for a person
    Text,
    /// One object
    Json,
}
