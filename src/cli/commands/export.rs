//! `export`: the sheets, written into a folder.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::cli::args::MadeBy;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::screen::{CARE, Screen, Volume, print};
use crate::cli::values::date;
use crate::disk;
use crate::disk::{Output, Overwrite, refuse_to_overwrite, write_all};
use crate::domain::Date;
use crate::input::{Gravity, InputFile, ReadOptions};
use crate::lang::commands::export as words;
use crate::service::{self, ExportError, ExportRequest, Exported, Format};
use crate::sheets::Audience;

use super::check::folder_of;

#[derive(Debug, clap::Args)]
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
    /// The roster's proof, as `generate --proof` wrote it: verified again, the statement of checks says what it shows
    #[arg(long, value_name = "FILE")]
    pub proof: Option<PathBuf>,
    #[command(flatten)]
    pub made_by: MadeBy,
    /// An older roster: calendars cancel the duties that are gone, the text for the chat names the changes alone
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
    /// A text for the staff chat
    Txt,
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
            FormatArg::Txt => Format::Txt,
        }
    }
}

/// Judges the roster, makes the sheets, writes them all or none.
pub fn run(args: &ExportArgs, screen: Screen) -> Result<Outcome, Failure> {
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let target = args.output.clone().unwrap_or_else(|| data.join("sheets"));
    let overwrite = if args.force {
        Overwrite::Yes
    } else {
        Overwrite::No
    };
    refuse_to_overwrite(&target.join("index.html"), overwrite)?;
    let roster = disk::read_file(&args.roster)?;
    let was = args.was.as_deref().map(disk::read_file).transpose()?;
    let proof = args.proof.as_deref().map(disk::read_file).transpose()?;
    let lists = disk::read_folder(&data, Some(&args.roster))?;
    let plan = folder_of(&args.roster).join("plan");
    let plan = disk::read_some(&plan, &service::plan_files())?;
    let formats: Vec<Format> = args.formats();
    let request = ExportRequest {
        files: &lists,
        roster: &roster,
        was: was.as_ref(),
        amends: None,
        read: ReadOptions {
            sheet: args.sheet.clone(),
            ..disk::read_options(args.made_by.policy.as_deref(), args.made_by.strict)?
        },
        formats: &formats,
        audience: if args.public {
            Audience::Public
        } else {
            Audience::Staff
        },
        person: args.person.as_deref(),
        date: args.date,
        draft: args.draft,
        lang: screen.lang,
        sheets_lang: screen.lang_asked,
        plan: &plan,
        proof: proof.as_ref(),
    };
    let exported = sheets_of(&request, screen)?;
    write_all(&outputs(&exported, &target), overwrite)?;
    if screen.volume > Volume::Quiet {
        print(&summary(&exported, &target, screen));
    }
    Ok(if exported.checked.is_clean() {
        Outcome::Clean
    } else {
        Outcome::NeedsAnEye
    })
}

/// Makes the sheets, and shows the complaints about the files on standard error.
pub fn sheets_of(request: &ExportRequest<'_>, screen: Screen) -> Result<Exported, Failure> {
    let shown = match screen.volume {
        Volume::Verbose => Gravity::Note,
        Volume::Normal => Gravity::Warning,
        Volume::Quiet => Gravity::Error,
    };
    let texts: Vec<InputFile> = request
        .files
        .iter()
        .chain([request.roster])
        .cloned()
        .collect();
    let words = |complaints| complaints::render(complaints, &texts, shown, screen.lang);
    match service::export(request) {
        Ok(exported) => {
            screen.remark(&words(&exported.checked.complaints));
            Ok(exported)
        }
        Err(ExportError::Refused(complaints)) => Err(Failure::Complaints(words(&complaints))),
        Err(error) => Err(Failure::Export(error)),
    }
}

/// The files, in their folder.
pub fn outputs<'a>(exported: &'a Exported, folder: &Path) -> Vec<Output<'a>> {
    let files = exported.files.iter();
    files
        .map(|file| Output {
            path: folder.join(&file.name),
            bytes: &file.bytes,
        })
        .collect()
}

/// What was written, and where.
pub fn summary(exported: &Exported, folder: &Path, screen: Screen) -> String {
    let lang = screen.lang;
    let mut lines = vec![words::written(
        exported.files.len(),
        &folder.display().to_string(),
        lang,
    )];
    lines.extend(exported.titles.iter().map(|title| format!("  {title}")));
    let vacancies = service::vacancies(&exported.checked, lang);
    if !vacancies.is_empty() {
        let head = words::vacancies(vacancies.len(), lang);
        lines.push(format!("{CARE}{head}{CARE:#}"));
        lines.extend(vacancies.iter().map(|place| format!("  {place}")));
    }
    if exported.is_draft {
        lines.push(format!("{CARE}{}{CARE:#}", words::draft(lang)));
    }
    lines.join("\n")
}
