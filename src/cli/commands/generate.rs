//! `generate`: the roster, written and summed up.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::patience::Patience;
use crate::cli::progress::Progress;
use crate::cli::screen::{Screen, Volume, print};
use crate::cli::values::seconds;
use crate::disk;
use crate::disk::{Output, Overwrite, refuse_to_overwrite, write_all};
use crate::input::{Gravity, InputFile, ReadOptions};
use crate::plan::Step;
use crate::service::{
    self, Completeness, GenerateError, GenerateOptions, Generated, Method, Planning,
};

use super::plan;
use super::summary::summary;

#[derive(Debug, clap::Args)]
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
    /// Who makes the roster
    #[arg(long, default_value = "exact")]
    pub engine: Engine,
    /// Plan what stands on the roster too: rooms, meetings, substitutes; tables go into plan, beside the roster
    #[arg(long)]
    pub plan: bool,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: GenerateFormat,
    /// Overwrite the roster
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// The engine that proves what it says
    Exact,
    /// A second opinion on small schools: one general model, solved by a general solver; never proven
    Milp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum GenerateFormat {
    /// A summary for a person
    Text,
    /// One object
    Json,
}

/// Reads, generates, writes, and prints the summary or the object.
pub fn run(args: &GenerateArgs, screen: Screen) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let target = args.output.clone().unwrap_or_else(|| beside(&args.dir));
    let overwrite = if args.force {
        Overwrite::Yes
    } else {
        Overwrite::No
    };
    refuse_to_overwrite(&target, overwrite)?;
    if let Some(proof) = &args.proof {
        refuse_to_overwrite(proof, overwrite)?;
    }
    let request = Request {
        files: disk::read_folder(&args.dir, Some(&target))?,
        read: disk::read_options(args.policy.as_deref(), args.strict)?,
        engine: args.engine,
        plan: if args.plan {
            Planning::Everything
        } else {
            Planning::Nothing
        },
        seed: args.seed,
        time_limit: args.time_limit,
    };
    let generated = request.generate(screen)?;
    let proof = args.proof.as_ref().map(|path| (path, generated.proof()));
    let mut outputs = vec![Output {
        path: target.clone(),
        bytes: &generated.file,
    }];
    outputs.extend(proof.as_ref().map(|(path, text)| Output {
        path: PathBuf::from(path),
        bytes: text.as_bytes(),
    }));
    let tables = generated.plan_tables();
    let folder = plan::beside(&target);
    outputs.extend(tables.iter().map(|table| Output {
        path: folder.join(table.name),
        bytes: &table.bytes,
    }));
    for output in &outputs {
        refuse_to_overwrite(&output.path, overwrite)?;
    }
    write_all(&outputs, overwrite)?;
    match args.format {
        GenerateFormat::Json => print_json(&generated, started.elapsed(), screen),
        GenerateFormat::Text if screen.volume > Volume::Quiet => {
            print(&summary(&generated, &target, screen));
            if let Some(it) = &generated.plan {
                print(&plan::steps(it, &Step::ALL, screen.lang));
                let written: Vec<String> = tables
                    .iter()
                    .map(|table| folder.join(table.name).display().to_string())
                    .collect();
                print(&plan::ending(
                    &generated.open_points(screen.lang),
                    &written,
                    screen.lang,
                ));
            }
        }
        GenerateFormat::Text => {}
    }
    Ok(outcome_of(&generated))
}

/// `DIR/roster.csv`, without a dot for the folder one stands in.
fn beside(dir: &Path) -> PathBuf {
    if dir == Path::new(".") {
        PathBuf::from("roster.csv")
    } else {
        dir.join("roster.csv")
    }
}

/// What a roster is made from.
pub struct Request {
    /// The school's files.
    pub files: Vec<InputFile>,
    /// What to read beside them.
    pub read: ReadOptions,
    /// Who makes the roster.
    pub engine: Engine,
    /// What to plan on it.
    pub plan: Planning,
    /// Chooses among equal rosters.
    pub seed: u64,
    /// When to stop with the best so far.
    pub time_limit: Option<Duration>,
}

impl Request {
    /// Generates under the clock, and shows the complaints on standard error.
    pub fn generate(&self, screen: Screen) -> Result<Generated, Failure> {
        let patience = Patience::start(self.time_limit);
        let progress = Progress::start(screen);
        let left = || patience.left();
        let options = GenerateOptions {
            method: match self.engine {
                Engine::Exact => Method::Exact,
                Engine::Milp => Method::General(&left),
            },
            plan: self.plan,
            read: self.read.clone(),
            lang: screen.lang,
            roster_lang: screen.lang_asked,
            seed: self.seed,
            stop: &|| patience.is_over(),
            stop_explaining: &|| patience.is_said(),
            progress: &|stage| progress.show(stage),
        };
        let result = service::generate(&self.files, &options);
        drop(progress);
        let shown = match screen.volume {
            Volume::Verbose => Gravity::Note,
            Volume::Normal => Gravity::Warning,
            Volume::Quiet => Gravity::Error,
        };
        let words = |complaints| complaints::render(complaints, &self.files, shown, screen.lang);
        match result {
            Ok(generated) => {
                screen.remark(&words(&generated.complaints));
                Ok(generated)
            }
            Err(GenerateError::Refused(complaints)) => Err(Failure::Complaints(words(&complaints))),
            Err(GenerateError::TooLarge(size)) => Err(Failure::TooLarge(size)),
            Err(GenerateError::Internal(misstep)) => Err(Failure::Internal(misstep)),
        }
    }
}

/// Clean, or something for a person's eye.
pub fn outcome_of(generated: &Generated) -> Outcome {
    match generated.completeness() {
        Completeness::Clean => Outcome::Clean,
        Completeness::NeedsAnEye => Outcome::NeedsAnEye,
    }
}

fn print_json(generated: &Generated, elapsed: Duration, screen: Screen) {
    let elapsed_ms = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
    let report = generated.report(elapsed_ms, screen.lang);
    let text = serde_json::to_string_pretty(&report).expect("the report's keys are text");
    print(&text);
}
