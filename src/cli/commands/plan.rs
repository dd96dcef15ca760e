//! `plan`: what stands on a finished roster, written as tables and summed up.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::cli::complaints;
use crate::cli::failure::{Failure, TargetProblem};
use crate::cli::layout::columns;
use crate::cli::patience::Patience;
use crate::cli::screen::{CARE, FAINT, GOOD, STRONG, Screen, Volume, print};
use crate::disk::{self, Output, Overwrite, refuse_to_overwrite, write_all};
use crate::input::{Gravity, ReadOptions};
use crate::lang::{Lang, commands::plan as words};
use crate::plan::{Level, Plan, Step};
use crate::service::{self, PlanError, PlanRequest, PlanTable, Planned};

use super::check::folder_of;

#[derive(Debug, clap::Args)]
pub struct PlanArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Folder to write the tables into (default: plan, beside the roster)
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Only these steps (default: all)
    #[arg(long, value_name = "STEPS", value_delimiter = ',')]
    pub only: Vec<StepArg>,
    /// Overwrite tables that are there
    #[arg(long)]
    pub force: bool,
}

impl PlanArgs {
    /// The steps asked for, each once.
    pub fn steps(&self) -> Vec<Step> {
        let asked = |step: &Step| {
            self.only.is_empty() || self.only.iter().any(|&arg| Step::from(arg) == *step)
        };
        Step::ALL.into_iter().filter(asked).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StepArg {
    /// Rooms of sittings, and lessons that move
    Rooms,
    /// Meetings on criteria
    Meetings,
    /// Substitutes of lost lessons
    Substitutes,
}

impl From<StepArg> for Step {
    fn from(step: StepArg) -> Self {
        match step {
            StepArg::Rooms => Step::Rooms,
            StepArg::Meetings => Step::Meetings,
            StepArg::Substitutes => Step::Substitutes,
        }
    }
}

/// Reads, plans, writes the tables, and prints what each step reached.
pub fn run(args: &PlanArgs, screen: Screen) -> Result<Outcome, Failure> {
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let target = args.output.clone();
    let target = target.unwrap_or_else(|| folder_of(&args.roster).join("plan"));
    let roster = disk::read_file(&args.roster)?;
    let files = disk::read_folder(&data, Some(&args.roster))?;
    let patience = Patience::start(None);
    let planned = service::plan(&PlanRequest {
        files: &files,
        roster: &roster,
        read: ReadOptions {
            sheet: args.sheet.clone(),
            ..ReadOptions::default()
        },
        steps: &args.steps(),
        tables_lang: screen.lang_asked,
        lang: screen.lang,
        stop: &|| patience.is_over(),
    });
    let shown = match screen.volume {
        Volume::Verbose => Gravity::Note,
        Volume::Normal => Gravity::Warning,
        Volume::Quiet => Gravity::Error,
    };
    let texts: Vec<_> = files.into_iter().chain([roster]).collect();
    let complaints = |complaints| complaints::render(complaints, &texts, shown, screen.lang);
    let planned = match planned {
        Ok(planned) => planned,
        Err(PlanError::Refused(list)) => return Err(Failure::Complaints(complaints(&list))),
        Err(PlanError::Internal(flaw)) => return Err(Failure::Plan(flaw)),
    };
    screen.remark(&complaints(&planned.complaints));
    let tables = planned.tables();
    let overwrite = if args.force {
        Overwrite::Yes
    } else {
        Overwrite::No
    };
    let written = write(&tables, (&target, &data), overwrite)?;
    let open = planned.open_points(screen.lang);
    if screen.volume > Volume::Quiet {
        print(&text(&planned, (&open, &written), screen.lang));
    }
    Ok(if open.is_empty() {
        Outcome::Clean
    } else {
        Outcome::NeedsAnEye
    })
}

/// Writes the tables; never over a list of the school, whatever is asked for.
pub fn write(
    tables: &[PlanTable],
    (target, data): (&Path, &Path),
    overwrite: Overwrite,
) -> Result<Vec<String>, Failure> {
    let is_data = target
        .canonicalize()
        .ok()
        .is_some_and(|folder| data.canonicalize().is_ok_and(|data| data == folder));
    let mut outputs = Vec::new();
    for table in tables {
        let path = target.join(table.name);
        if is_data && service::is_table_of_lists(table.name) {
            let problem = TargetProblem::List(path.display().to_string());
            return Err(Failure::Target(problem));
        }
        refuse_to_overwrite(&path, overwrite)?;
        outputs.push(Output {
            path,
            bytes: &table.bytes,
        });
    }
    write_all(&outputs, overwrite)?;
    let paths = outputs
        .iter()
        .map(|output| output.path.display().to_string());
    Ok(paths.collect())
}

/// The folder of the tables beside a roster.
pub fn beside(roster: &Path) -> PathBuf {
    folder_of(roster).join("plan")
}

fn text(planned: &Planned, (open, written): (&[String], &[String]), lang: Lang) -> String {
    let steps = steps(&planned.plan, &planned.steps, lang);
    format!("{steps}{}", ending(open, written, lang))
}

/// What a person has to decide, and what was written.
pub fn ending(open: &[String], written: &[String], lang: Lang) -> String {
    let mut text = String::new();
    if !open.is_empty() {
        text = format!("{CARE}{}{CARE:#}\n", words::open(lang));
        for point in open {
            text = format!("{text}  {point}\n");
        }
    }
    if written.is_empty() {
        format!("{text}{}\n", words::nothing(lang))
    } else {
        format!("{text}{}\n", words::written(written, lang))
    }
}

/// Each step with its levels, or why it was not taken.
pub fn steps(plan: &Plan, steps: &[Step], lang: Lang) -> String {
    let taken = plan.steps();
    let mut text = String::new();
    for step in steps {
        let title = words::step(step.name(), lang);
        let levels = taken.iter().find(|(it, _)| it == step);
        match levels {
            None => {
                let why = words::not_taken(step.name(), lang);
                text = format!("{text}{STRONG}{title}{STRONG:#}: {FAINT}{why}{FAINT:#}\n");
            }
            Some((_, levels)) => {
                let is_proven = levels.iter().all(|level| level.is_proven());
                let style = if is_proven { GOOD } else { CARE };
                let rows = rows(*step, levels, lang);
                let rows = columns(&rows);
                text = format!("{text}{style}{title}{style:#}\n{rows}");
            }
        }
    }
    text
}

/// A line for each level; kinds of fit that nobody has are no lines.
fn rows(step: Step, levels: &[Level], lang: Lang) -> Vec<[String; 2]> {
    let is_told = |level: &&Level| {
        let is_kind = step == Step::Substitutes
            && !matches!(level.name, "nobody" | "breaks" | "days" | "squares");
        !(is_kind && level.value == 0 && level.is_proven())
    };
    let told = levels.iter().filter(is_told);
    told.map(|level| {
        let name = format!("  {}", words::level(step.name(), level.name, lang));
        [name, words::value(level.value, level.bound, lang)]
    })
    .collect()
}
