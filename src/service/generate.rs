//! `generate`: lists in, a roster out that has been read back and judged.

use thiserror::Error;

use crate::check::{self, Findings, Warning};
use crate::domain::{Lang, PinKind, Place, Role, Roster, RosterRow, School, Seat};
use crate::explain::Staffing;
use crate::input::{self, InputFile, ReadOptions};
use crate::plan::{Flaw, Plan, Step};
use crate::proof;
use crate::rules::Eligibility;
use crate::solve::{self, Answer, Engine, Last, SizeLimit, SolveOptions, Stage, TooLarge};

use super::explain::{Explained, explain_empty};
use super::opened::open_lists;
use super::plan::{open_points, planned, tables_of};
use super::preferences::preferences;
use super::read_back::{PinnedRows, read_back};
use super::report::{GenerateReport, ObjectiveReport, Status, UnfilledReport, unchecked_reports};
use super::spread::{Spread, spreads};
use super::views::RoleTally;
use super::warnings;
use super::{Complaints, PlanReport, PlanTable};

/// Who makes the roster.
#[derive(Clone, Copy, Default)]
pub enum Method<'a> {
    /// The engine that proves what it says.
    #[default]
    Exact,
    /// A general solver, in the seconds that are left: a second opinion, never proven.
    General(&'a (dyn Fn() -> f64 + Sync)),
}

/// What is planned on the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Planning {
    /// Nothing.
    #[default]
    Nothing,
    /// Every step.
    Everything,
}

/// What to generate for, and how long.
pub struct GenerateOptions<'a> {
    /// What to read beside the folder.
    pub read: ReadOptions,
    /// Language of sentences.
    pub lang: Lang,
    /// Language of the roster, where asked for; else the policy's, else that of sentences.
    pub roster_lang: Option<Lang>,
    /// Who makes it.
    pub method: Method<'a>,
    /// What to plan on the roster.
    pub plan: Planning,
    /// Chooses among equal rosters; a general solver does not choose.
    pub seed: u64,
    /// Asked now and then: must the search stop with the best it has?
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Asked while empty places are explained: what is not known by then is said to be unknown.
    pub stop_explaining: &'a (dyn Fn() -> bool + Sync),
    /// Told now and then where the search stands.
    pub progress: &'a (dyn Fn(Stage) + Sync),
}

/// The lists as they are, English, to the end, and nobody is told on the way.
impl Default for GenerateOptions<'_> {
    fn default() -> Self {
        Self {
            read: ReadOptions::default(),
            lang: Lang::En,
            roster_lang: None,
            method: Method::Exact,
            plan: Planning::Nothing,
            seed: 1,
            stop: &|| false,
            stop_explaining: &|| false,
            progress: &|_| {},
        }
    }
}

/// Why there is no roster.
#[derive(Debug, Error)]
pub enum GenerateError {
    /// The lists cannot be used.
    #[error("the lists cannot be used")]
    Refused(Complaints),
    /// The school is beyond what one roster can hold.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// The roster that was made does not stand up to its own check.
    #[error("the roster did not pass its check: {0}")]
    Internal(Misstep),
}

/// How a roster of ours failed its check: our fault, never the user's.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misstep {
    /// The file that was written cannot be read.
    #[error("it cannot be read back")]
    Unreadable,
    /// A duty breaks a rule.
    #[error("{0}")]
    Conflict(String),
    /// What was planned does not stand up to being counted anew.
    #[error(transparent)]
    Plan(Flaw),
    /// The solver and the checker count pairs of a checker and a commission differently.
    #[error("there are {found} pairs of a checker and a subject in a grade, not {claimed}")]
    MiscountedPairs {
        /// As the solver counts.
        claimed: u64,
        /// As the checker counts.
        found: u64,
    },
    /// The solver and the checker count differently.
    #[error("the objective is {found:?}, not {claimed:?}")]
    Miscounted {
        /// As the solver counts.
        claimed: Box<ObjectiveReport>,
        /// As the checker counts.
        found: Box<ObjectiveReport>,
    },
}

/// Does the roster need a person's eye?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// Every place is filled, no exception was needed, and everything could be checked.
    Clean,
    /// A place is empty, a pin is broken, an exception was used, or something could not be checked.
    NeedsAnEye,
}

/// A roster, re-read and judged.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The facts.
    pub school: School,
    /// Warnings and notes about the lists.
    pub complaints: Complaints,
    /// The roster's file.
    pub file: Vec<u8>,
    /// The roster, as read back from its file.
    pub roster: Roster,
    /// What the check says of it.
    pub findings: Findings,
    /// What to look at before publishing.
    pub warnings: Vec<Warning>,
    /// The solver's answer and bounds.
    pub answer: Answer,
    /// The obstacles that keep places empty, and what would help.
    pub unfilled: Vec<Explained>,
    /// What stands on the roster, where asked for.
    pub plan: Option<Plan>,
    /// Language of what is written.
    pub files_lang: Lang,
}

/// Makes the best roster, reads it back as any manual one, and judges it.
pub fn generate(
    files: &[InputFile],
    options: &GenerateOptions<'_>,
) -> Result<Generated, GenerateError> {
    let (school, complaints) = open_lists(files, &options.read).map_err(GenerateError::Refused)?;
    let eligibility = Eligibility::of(&school);
    let answer = match options.method {
        Method::Exact => {
            let options = SolveOptions {
                seed: options.seed,
                stop: options.stop,
                progress: options.progress,
                limit: SizeLimit::default(),
            };
            solve::solve(&school, &eligibility, &options)?
        }
        Method::General(left) => solve::second_opinion(
            &school,
            &eligibility,
            (Engine::default(), left, Last::Lessons),
        )?,
    };
    let staffing = Staffing::of_places(&school, &answer.places);
    let unfilled = explain_empty((&school, &eligibility), &staffing, options.stop_explaining);
    let lang = options
        .roster_lang
        .or(school.policy.document.lang)
        .unwrap_or(options.lang);
    let made = roster_of(&school, &answer, &unfilled, lang);
    let file = input::write_roster(&school, &made, lang);
    let (_, roster, findings) = read_back(&school, &file, &answer.objective, PinnedRows::AreOurs)
        .map_err(GenerateError::Internal)?;
    if let Some(it) = answer.commissions {
        let found = check::commission_pairs(&school, &roster);
        if found != it.pairs {
            let claimed = it.pairs;
            return Err(GenerateError::Internal(Misstep::MiscountedPairs {
                claimed,
                found,
            }));
        }
    }
    let plan = match options.plan {
        Planning::Nothing => None,
        Planning::Everything => {
            let how = (&Step::ALL[..], options.stop);
            let plan = planned(&school, &roster, how);
            Some(plan.map_err(|flaw| GenerateError::Internal(Misstep::Plan(flaw)))?)
        }
    };
    Ok(Generated {
        warnings: check::warnings(&school, &roster),
        school,
        complaints,
        file,
        roster,
        findings,
        answer,
        unfilled,
        plan,
        files_lang: lang,
    })
}

/// The answer as rows; an empty place says why in its note.
fn roster_of(school: &School, answer: &Answer, unfilled: &[Explained], lang: Lang) -> Roster {
    let row = |&(place, person): &(_, Option<_>)| {
        let place: Place = place;
        let note = unfilled
            .iter()
            .find(|unfilled| unfilled.places().any(|empty| empty == place))
            .map(|unfilled| unfilled.because(school, lang));
        RosterRow {
            pinned: person.is_some_and(|person| {
                school.pins.iter().any(|pin| {
                    pin.kind == PinKind::Must
                        && (pin.sitting, pin.role, pin.person)
                            == (place.sitting, place.role, person)
                })
            }),
            note: note.unwrap_or_default(),
            ..RosterRow::new(
                place.sitting,
                place.role,
                person.map_or(Seat::Empty, Seat::Person),
            )
        }
    };
    Roster {
        rows: answer.places.iter().map(row).collect(),
    }
}

impl Generated {
    /// What the plan leaves for a person to decide, a sentence each.
    pub fn open_points(&self, lang: Lang) -> Vec<String> {
        let plan = self.plan.as_ref();
        plan.map_or_else(Vec::new, |it| open_points(&self.school, it, lang))
    }

    /// The tables of what was planned.
    pub fn plan_tables(&self) -> Vec<PlanTable> {
        let plan = self.plan.as_ref();
        plan.map_or_else(Vec::new, |it| tables_of(&self.school, it, self.files_lang))
    }

    /// The file of the proof.
    pub fn proof(&self) -> String {
        let duties = self.roster.duties().map(|(_, duty)| duty);
        proof::write(&self.school, duties, &self.answer.proof)
    }

    /// The object of `--format json`.
    pub fn report(&self, elapsed_ms: u64, lang: Lang) -> GenerateReport {
        GenerateReport {
            status: if self.answer.optimal && self.weighs_works() {
                Status::Optimal
            } else {
                Status::Feasible
            },
            objective: ObjectiveReport {
                people_called: self.answer.called.map(|called| called.people),
                commission_pairs: self.answer.commissions.map(|it| it.pairs),
                ..(&self.answer.objective).into()
            },
            bound: ObjectiveReport {
                people_called: self.answer.called.map(|called| called.bound),
                commission_pairs: self.answer.commissions.map(|it| it.bound),
                ..(&self.answer.bound).into()
            },
            unfilled: self.unfilled_reports(lang),
            unchecked: unchecked_reports(&self.school, &self.findings.unchecked, lang),
            warnings: warnings::reports((&self.school, &self.roster), &self.warnings, lang),
            plan: self.plan.as_ref().map(PlanReport::from),
            places: self.answer.places.len(),
            people: self.school.people.len(),
            elapsed_ms,
            solver: self.answer.solver.clone(),
        }
    }

    /// The empty places, in the schedule's order.
    fn unfilled_reports(&self, lang: Lang) -> Vec<UnfilledReport> {
        let mut reports: Vec<(Place, UnfilledReport)> = self
            .unfilled
            .iter()
            .flat_map(|explained| explained.reports(&self.school, lang))
            .collect();
        reports.sort_by_key(|&(place, _)| place);
        reports.into_iter().map(|(_, report)| report).collect()
    }

    /// How many places stay empty.
    pub fn empty_places(&self) -> usize {
        self.unfilled
            .iter()
            .map(|explained| explained.places().count())
            .sum()
    }

    /// Does it need a person's eye?
    pub fn completeness(&self) -> Completeness {
        let findings = &self.findings;
        if findings.conflicts.is_empty()
            && findings.exceptions.is_empty()
            && findings.unchecked.is_empty()
            && self.open_points(Lang::En).is_empty()
        {
            Completeness::Clean
        } else {
            Completeness::NeedsAnEye
        }
    }

    /// Is it known of every sitting how many works there are? Else nothing is proven of how evenly they are spread.
    pub fn weighs_works(&self) -> bool {
        self.findings.weighs_works()
    }

    /// The preferences that were set aside, a line each.
    pub fn preferences(&self, lang: Lang) -> Vec<String> {
        preferences(&self.findings, Some(&self.answer.bound), lang)
    }

    /// Places and filled places of each role that has any.
    pub fn tallies(&self) -> Vec<RoleTally> {
        Role::ALL
            .into_iter()
            .map(|role| {
                let of_role = || {
                    self.answer
                        .places
                        .iter()
                        .filter(|(place, _)| place.role == role)
                };
                RoleTally {
                    role,
                    places: of_role().count(),
                    filled: of_role().filter(|(_, person)| person.is_some()).count(),
                }
            })
            .filter(|tally| tally.places > 0)
            .collect()
    }

    /// How evenly people are loaded.
    pub fn spreads(&self) -> Vec<Spread> {
        spreads(&self.school, &self.roster)
    }
}
