//! `validate`: what was understood, and every complaint.

use std::path::PathBuf;

use crate::cli::Outcome;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::findings;
use crate::cli::layout::columns;
use crate::cli::screen::{CARE, GOOD, STRONG, Screen, complain, print};
use crate::disk;
use crate::domain::Role;
use crate::input::{Dialect, Gravity, ReadOptions, TableSummary};
use crate::lang::{Lang, commands as common, commands::validate as words};
use crate::service::{self, Complaints, Understood, Validation};

#[derive(Debug, clap::Args)]
pub struct ValidateArgs {
    /// Folder with the lists
    #[arg(default_value = ".")]
    pub dir: PathBuf,
}

/// Prints tables, amounts and advice; complaints go to standard error.
pub fn run(args: &ValidateArgs, screen: Screen) -> Result<Outcome, Failure> {
    let lang = screen.lang;
    let files = disk::read_folder(&args.dir, None)?;
    let validation = service::validate(&files, &ReadOptions::default());
    print(&tables(&validation, lang));
    let complaints = complaints::render(&validation.complaints, &files, Gravity::Note, lang);
    let Some(understood) = validation.understood() else {
        return Err(Failure::Complaints(complaints));
    };
    print(&amounts(&understood, lang));
    print(&advice(&validation, lang));
    complain(&complaints);
    if understood.sittings == 0 {
        print(&format!("\n{CARE}{}{CARE:#}", words::no_sittings(lang)));
        return Ok(Outcome::NeedsAnEye);
    }
    let unchecked = validation.unchecked(lang);
    let missing = findings::not_checked(&unchecked, lang);
    if missing.is_empty() {
        print(&format!("\n{GOOD}{}{GOOD:#}", words::ready(lang)));
    } else {
        print(&format!(
            "\n{missing}\n{CARE}{}{CARE:#}",
            words::ready_but(lang)
        ));
    }
    Ok(Outcome::Clean)
}

fn tables(validation: &Validation, lang: Lang) -> String {
    let header = words::table_header(lang).map(str::to_owned);
    let rows = validation
        .tables
        .iter()
        .map(|table| table_row(table, &validation.complaints, lang));
    let rows: Vec<[String; 6]> = std::iter::once(header).chain(rows).collect();
    let mut text = columns(&rows);
    for table in &validation.tables {
        if !table.unknown_columns.is_empty() {
            let columns = words::unknown_columns(&table.unknown_columns.join(", "), lang);
            text = format!("{text}{}: {columns}\n", table.table);
        }
    }
    text
}

fn table_row(table: &TableSummary, complaints: &Complaints, lang: Lang) -> [String; 6] {
    let source = complaints.sources.get(table.source.index());
    let file = source.map(|source| match &source.sheet {
        Some(sheet) => format!("{} [{sheet}]", source.file),
        None => source.file.clone(),
    });
    let (encoding, delimiter) = match &table.dialect {
        Dialect::Csv {
            encoding,
            delimiter,
        } => (*encoding, words::delimiter(*delimiter, lang)),
        Dialect::Sheet => ("", String::new()),
    };
    [
        file.unwrap_or_default(),
        table.table.to_owned(),
        encoding.to_owned(),
        delimiter,
        words::header_row(table.header_row, lang),
        table.rows.to_string(),
    ]
}

fn amounts(understood: &Understood, lang: Lang) -> String {
    let people = [understood.people, understood.staff, understood.parents];
    let line = words::amounts(people, understood.classes, understood.sittings, lang);
    let rows: Vec<[String; 2]> = Role::ALL
        .into_iter()
        .filter(|&role| understood.places[role] > 0)
        .map(|role| {
            let places = words::places(understood.places[role], understood.candidates[role], lang);
            [format!("  {}", role.words().many.in_lang(lang)), places]
        })
        .collect();
    format!("\n{STRONG}{line}{STRONG:#}\n{}", columns(&rows))
}

fn advice(validation: &Validation, lang: Lang) -> String {
    let Some(school) = validation
        .school
        .as_ref()
        .filter(|_| !validation.advice.is_empty())
    else {
        return String::new();
    };
    let [.., title] = common::check::titles(lang);
    let lines: Vec<String> = validation
        .advice
        .iter()
        .map(|advice| format!("  {}\n", advice.sentence(school, lang)))
        .collect();
    format!("\n{CARE}{title}{CARE:#}\n{}", lines.concat())
}
