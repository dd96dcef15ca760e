//! The files that `check` writes beside its report: the corrected roster, and the workbook with the findings in it.

use std::path::{Path, PathBuf};

use crate::cli::failure::{Failure, TargetProblem};
use crate::cli::screen::{BAD, CARE, GOOD, STRONG};
use crate::disk::{Output, Overwrite, refuse_to_overwrite, write_all};
use crate::input::InputFile;
use crate::lang::{Lang, commands::generate, fix as words, repair};
use crate::service::{self, Checked, FileKind, FixError, Fixed};

use super::check::CheckArgs;
use super::diff::differences;

/// What to write, and where.
pub struct Targets<'a> {
    roster: &'a Path,
    fix: Option<&'a Path>,
    annotate: Option<&'a Path>,
    overwrite: Overwrite,
}

impl<'a> Targets<'a> {
    /// Reads the arguments; says before any work what is in the way.
    pub fn of(args: &'a CheckArgs) -> Result<Self, Failure> {
        let targets = Self {
            roster: &args.roster,
            fix: args.fix.as_deref(),
            annotate: args.annotate.as_deref(),
            overwrite: if args.force {
                Overwrite::Yes
            } else {
                Overwrite::No
            },
        };
        for target in [targets.fix, targets.annotate].into_iter().flatten() {
            if is_same(target, targets.roster) {
                return Err(Failure::Target(TargetProblem::SameFile(shown(target))));
            }
            refuse_to_overwrite(target, targets.overwrite)?;
        }
        if let (Some(fix), Some(annotate)) = (targets.fix, targets.annotate)
            && is_same(fix, annotate)
        {
            return Err(Failure::Target(TargetProblem::Twice(shown(fix))));
        }
        Ok(targets)
    }

    /// Writes the files, all or none; what there is to say about them.
    pub fn write(
        &self,
        checked: &Checked,
        (roster, sheet): (&InputFile, Option<&str>),
        lang: Lang,
    ) -> Result<String, Failure> {
        if self.fix.is_none() && self.annotate.is_none() {
            return Ok(String::new());
        }
        let kind = service::file_kind(&roster.bytes).map_err(Failure::Amend)?;
        let fixed = match self.fix {
            Some(target) => {
                keep_ending(target, fixed_ending(kind, target))?;
                Some(service::fix(checked, roster, sheet).map_err(failure)?)
            }
            None => None,
        };
        let annotated = match self.annotate {
            Some(target) => {
                keep_ending(target, Some(annotated_ending(kind)))?;
                Some(service::annotate(checked, roster, lang).map_err(Failure::Amend)?)
            }
            None => None,
        };
        let of_fix = self.fix.zip(fixed.as_ref().map(|fixed| &fixed.file));
        let outputs: Vec<Output<'_>> = of_fix
            .into_iter()
            .chain(self.annotate.zip(annotated.as_ref()))
            .map(|(path, bytes)| Output {
                path: path.to_owned(),
                bytes,
            })
            .collect();
        write_all(&outputs, self.overwrite)?;
        let mut said = String::new();
        if let (Some(target), Some(fixed)) = (self.fix, &fixed) {
            said = format!("\n{}", self.words(checked, fixed, lang));
            said = format!("{said}\n{}\n", generate::written(&shown(target), lang));
        }
        if let Some(target) = self.annotate {
            said = format!("{said}\n{}\n", generate::written(&shown(target), lang));
        }
        Ok(said)
    }

    /// How much was changed, what, for whom; what is left for a person.
    fn words(&self, checked: &Checked, fixed: &Fixed, lang: Lang) -> String {
        let counted = words::changed(fixed.made.len(), lang);
        let after = fixed.checked.findings.conflicts.len();
        let style = if after == 0 { GOOD } else { BAD };
        let conflicts = repair::conflicts(fixed.conflicts_before, after, lang);
        let mut text = format!("{STRONG}{counted}{STRONG:#}\n{style}{conflicts}{style:#}\n");
        let (changes, told) = fixed.told();
        if !changes.is_empty() {
            text = format!("{text}\n{}", differences(&changes, &told, lang));
        }
        let by_hand = fixed.by_hand(lang);
        if !by_hand.is_empty() {
            text = format!("{text}\n{CARE}{}{CARE:#}\n", words::by_hand(lang));
            for line in by_hand {
                text = format!("{text}  {line}\n");
            }
        }
        let suggestions = checked.suggestions.as_ref();
        if suggestions.is_some_and(service::Suggestions::moves_good_rows) {
            let more = words::more_by_moving(&shown(self.roster), lang);
            text = format!("{text}\n{CARE}{more}{CARE:#}\n");
        }
        text
    }
}

fn failure(error: FixError) -> Failure {
    match error {
        FixError::TooLarge(size) => Failure::TooLarge(size),
        FixError::Amend(problem) => Failure::Amend(problem),
        FixError::Internal(misstep) => Failure::Internal(misstep),
    }
}

/// The ending that the corrected roster must have; a text keeps whatever a text may have.
fn fixed_ending(kind: FileKind, target: &Path) -> Option<&'static str> {
    match kind {
        FileKind::Xlsx { macros: true } => Some("xlsm"),
        FileKind::Xlsx { macros: false } => Some("xlsx"),
        FileKind::Ods => Some("ods"),
        FileKind::Text => {
            let workbooks = ["xlsx", "xlsm", "xls", "ods"];
            let is_workbook = workbooks.iter().any(|ending| has_ending(target, ending));
            is_workbook.then_some("csv")
        }
    }
}

fn annotated_ending(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Xlsx { macros: true } => "xlsm",
        FileKind::Xlsx { macros: false } | FileKind::Ods | FileKind::Text => "xlsx",
    }
}

fn keep_ending(target: &Path, ending: Option<&'static str>) -> Result<(), Failure> {
    match ending.filter(|ending| !has_ending(target, ending)) {
        Some(ending) => Err(Failure::Target(TargetProblem::Ending(
            shown(target),
            ending,
        ))),
        None => Ok(()),
    }
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

/// Is it one file, however the two paths are written?
fn is_same(a: &Path, b: &Path) -> bool {
    let place = |path: &Path| -> Option<PathBuf> {
        if let Ok(real) = path.canonicalize() {
            return Some(real);
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        Some(folder.canonicalize().ok()?.join(path.file_name()?))
    };
    a == b || place(a).is_some_and(|a| Some(a) == place(b))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
