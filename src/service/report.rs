//! What `--format json` prints: one struct per object of the contract, in its order of keys.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::domain::{Code, Lang, Objective, Role, RoleMap, RoleSet, School};
use crate::rules::Unchecked;

use super::warnings::WarningReport;
use super::{PlanFindingReport, PlanReport};

/// A number for each role, or for some; written as one object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerRole {
    roles: RoleSet,
    numbers: RoleMap<u64>,
}

impl PerRole {
    /// A number for each role that is bound to the sitting's time.
    pub fn of_time_bound(numbers: RoleMap<u64>) -> Self {
        let time_bound = Role::ALL.into_iter().filter(|role| role.is_time_bound());
        Self {
            roles: time_bound.fold(RoleSet::default(), RoleSet::with),
            numbers,
        }
    }

    /// Each role with its number, in the objective's order.
    pub fn iter(self) -> impl Iterator<Item = (Role, u64)> {
        let numbers = self.numbers;
        self.roles.iter().map(move |role| (role, numbers[role]))
    }
}

impl From<RoleMap<u64>> for PerRole {
    fn from(numbers: RoleMap<u64>) -> Self {
        Self {
            roles: RoleSet::of(&Role::ALL),
            numbers,
        }
    }
}

impl Serialize for PerRole {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(role, number)| (role.name(), number)))
    }
}

/// Counts by rule, in the rules' order; written as one object.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleCounts(pub Vec<(Code, u64)>);

impl Serialize for RuleCounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (code, count) in &self.0 {
            map.serialize_entry(code.name(), count)?;
        }
        map.end()
    }
}

/// The levels of the objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObjectiveReport {
    /// Level 1: empty places.
    pub unfilled: PerRole,
    /// Level 2: uses of rules at `avoid`.
    pub avoided: RuleCounts,
    /// Level 3: own lessons missed.
    pub lessons_lost: u64,
    /// Level 4: squares of the loads.
    pub load_squares: PerRole,
    /// Level 5: squares of the lessons on duty.
    pub lesson_squares: PerRole,
    /// People called in for time-bound duties; only where the policy prefers few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people_called: Option<u64>,
    /// Pairs of a checker and a subject in a grade; only where the policy prefers stable commissions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commission_pairs: Option<u64>,
}

impl From<&Objective> for ObjectiveReport {
    fn from(objective: &Objective) -> Self {
        let avoided = objective.avoided.iter();
        Self {
            unfilled: objective.unfilled.into(),
            avoided: RuleCounts(
                avoided
                    .filter(|&(_, &count)| count > 0)
                    .map(|(&code, &count)| (Code::Rule(code), count))
                    .collect(),
            ),
            lessons_lost: objective.lessons_lost,
            load_squares: objective.load_squares.into(),
            lesson_squares: PerRole::of_time_bound(objective.lesson_squares),
            people_called: None,
            commission_pairs: None,
        }
    }
}

/// Is the roster proven best?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Levels 1–4 are proven, and works could be weighed.
    Optimal,
    /// The best that was found, with the bounds that were reached.
    Feasible,
}

/// A place that stays empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnfilledReport {
    /// Day, ISO.
    pub date: String,
    /// Lesson numbers, or clock times where there are none.
    pub lesson: String,
    /// Name of the class.
    pub class: String,
    /// Name of the subject.
    pub subject: String,
    /// Name of the role.
    pub role: &'static str,
    /// Why, in one sentence.
    pub because: String,
    /// How many who hold the role each rule bars.
    pub barred: RuleCounts,
    /// What would fill it (or another place with the same obstacle), the cheapest first.
    pub ways_out: Vec<String>,
}

/// A claim that cannot be made of any roster of the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UncheckedReport {
    /// Name of the rule; `load_squares` where works cannot be weighed.
    pub rule: &'static str,
    /// What the rule is called where people read.
    #[serde(skip)]
    pub name: &'static str,
    /// What the lists lack.
    pub because: String,
}

/// What could not be checked, in words.
pub fn unchecked_reports(school: &School, all: &[Unchecked], lang: Lang) -> Vec<UncheckedReport> {
    let one = |unchecked: &Unchecked| UncheckedReport {
        rule: unchecked.claim.name(),
        name: unchecked.claim.title(lang),
        because: unchecked.because(school, lang),
    };
    all.iter().map(one).collect()
}

/// A line for each reason, with the rules it concerns.
pub fn unchecked_lines(all: &[UncheckedReport]) -> Vec<String> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for one in all {
        match reasons
            .iter_mut()
            .find(|(because, _)| *because == one.because)
        {
            Some((_, rules)) => rules.push(one.name),
            None => reasons.push((&one.because, vec![one.name])),
        }
    }
    let line = |(because, rules): (&str, Vec<&str>)| format!("{because} ({})", rules.join("; "));
    reasons.into_iter().map(line).collect()
}

/// The object of `generate --format json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GenerateReport {
    /// Proven or not.
    pub status: Status,
    /// What the roster reaches.
    pub objective: ObjectiveReport,
    /// What no roster can better.
    pub bound: ObjectiveReport,
    /// The places that stay empty.
    pub unfilled: Vec<UnfilledReport>,
    /// What could not be checked.
    pub unchecked: Vec<UncheckedReport>,
    /// Hard days of people, to be looked at before publishing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<WarningReport>,
    /// What stands on the roster, step by step; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanReport>,
    /// Places of the schedule.
    pub places: usize,
    /// People of the lists.
    pub people: usize,
    /// Milliseconds, reading and writing included.
    pub elapsed_ms: u64,
    /// Methods used.
    pub solver: String,
}

/// What stands behind a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SeverityReport {
    /// A structural rule.
    Always,
    /// A rule at `forbid`.
    Forbid,
    /// A rule at `avoid`, or waived.
    Avoid,
    /// A hint.
    Possible,
}

/// A cell, or row, that proves a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EvidenceReport {
    /// File of the folder.
    pub file: String,
    /// Sheet, in a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Line of the file or row of the sheet.
    pub row: u32,
}

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The roster breaks a rule.
    Conflict,
    /// The roster uses a waiver, or a rule at `avoid` that the plan does not allow.
    Exception,
    /// The roster uses a rule at `avoid` that the plan allows.
    Preference,
    /// A person should confirm it.
    Possible,
}

/// One finding about one row of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingReport {
    /// Name of the rule.
    pub rule: &'static str,
    /// What the rule is called where people read.
    #[serde(skip)]
    pub name: &'static str,
    /// What stands behind it.
    pub severity: SeverityReport,
    /// `conflict`, `exception`, `preference` or `possible`.
    pub certainty: Certainty,
    /// Line of the file or row of the sheet; `null` where a place has no row.
    pub row: Option<u32>,
    /// Heading of the column where the name stands, as typed.
    pub column: Option<String>,
    /// The cell of the name (`D17`), in a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Sheet, in a workbook.
    pub sheet: Option<String>,
    /// Where it stands, in words.
    #[serde(skip)]
    pub place: String,
    /// Day, ISO.
    pub date: Option<String>,
    /// Lesson numbers, or clock times where there are none.
    pub lesson: Option<String>,
    /// Name of the class.
    pub class: Option<String>,
    /// Name of the subject.
    pub subject: Option<String>,
    /// Name of the role.
    pub role: &'static str,
    /// Who.
    pub person: Option<String>,
    /// What is wrong, in one sentence.
    pub message: String,
    /// The cells that prove it.
    pub evidence: Vec<EvidenceReport>,
    /// The regulation, or the practice, behind the rule; why there is such a rule, where it is structural.
    pub regulation: &'static str,
    /// What to do about it.
    pub suggestion: Option<String>,
}

/// Why a name is a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoubtReport {
    /// It fits several people.
    SeveralFit,
    /// It fits nobody and is nearly somebody's.
    Misspelt,
}

/// A name that nobody can be sure of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionReport {
    /// Line of the file or row of the sheet.
    pub row: u32,
    /// Heading of the column where the name stands, as typed.
    pub column: String,
    /// The cell of the name (`D17`), in a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// Sheet, in a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Where it stands, in words.
    #[serde(skip)]
    pub place: String,
    /// What makes it doubtful.
    pub doubt: DoubtReport,
    /// The name as written.
    pub text: String,
    /// Whom it may mean.
    pub candidates: Vec<String>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// Text of the roster that was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnreadReport {
    /// Line of the file or row of the sheet; `null` where it is about the file.
    pub row: Option<u32>,
    /// Number of the column, 1-based; `null` where it is about the row.
    pub column: Option<u32>,
    /// Sheet, in a workbook.
    pub sheet: Option<String>,
    /// The text.
    pub text: String,
    /// What is wrong with it, in one sentence.
    pub message: String,
}

/// A roster's verdict, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing to report.
    Clean,
    /// No conflict; waivers, or rules at `avoid` that the plan does not allow, were used.
    Exceptions,
    /// At least one conflict, or a name that nobody can be sure of.
    Conflicts,
}

/// The object of `check --format json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckReport {
    /// The verdict.
    pub verdict: Verdict,
    /// What must not be.
    pub conflicts: Vec<FindingReport>,
    /// Waivers, and rules at `avoid` that the plan does not allow, that were used.
    pub exceptions: Vec<FindingReport>,
    /// Rules at `avoid` that the plan allows.
    pub preferences: Vec<FindingReport>,
    /// What could not be checked.
    pub unchecked: Vec<UncheckedReport>,
    /// Hints a person should confirm.
    pub possible: Vec<FindingReport>,
    /// Names that nobody can be sure of.
    pub questions: Vec<QuestionReport>,
    /// What was not understood of the roster.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<UnreadReport>,
    /// What is wrong with the plan's tables beside the roster, or left open by them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanFindingReport>,
    /// Places of the schedule.
    pub checked_places: usize,
    /// Hard days of people, to be looked at before publishing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<WarningReport>,
    /// The roster's objective.
    pub objective: ObjectiveReport,
}

/// A day and a time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WhenReport {
    /// Day, ISO; empty where nobody can read it.
    pub date: String,
    /// Lesson numbers, or the start where there are none.
    pub lesson: String,
}

/// A duty at a sitting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DutyReport {
    /// Day, ISO; empty where nobody can read it.
    pub date: String,
    /// Lesson numbers, or the time where there are none.
    pub lesson: String,
    /// Name of the class.
    pub class: String,
    /// Name of the subject.
    pub subject: String,
    /// Name of the role.
    pub role: &'static str,
}

/// A place that has somebody else, or another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeReport {
    /// The place, as it is now.
    #[serde(flatten)]
    pub duty: DutyReport,
    /// Who had it.
    pub was: Option<String>,
    /// Who has it.
    pub now: Option<String>,
    /// When it was to be, where that has changed.
    pub moved_from: Option<WhenReport>,
}

/// A duty at another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MoveReport {
    /// As it was.
    pub from: DutyReport,
    /// As it is.
    pub to: DutyReport,
}

/// Somebody who has to be told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ToldReport {
    /// Who; as typed, where no list knows the name.
    pub person: String,
    /// Duties no more theirs.
    pub gives_up: Vec<DutyReport>,
    /// Duties that are theirs now.
    pub takes_on: Vec<DutyReport>,
    /// Duties that stay theirs, at another time.
    pub moved: Vec<MoveReport>,
}

/// The objective of two rosters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObjectiveChange {
    /// Of the old roster.
    pub before: ObjectiveReport,
    /// Of the new roster.
    pub after: ObjectiveReport,
}

/// The object of `diff --format json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiffReport {
    /// Every place that has somebody else, or another time.
    pub changes: Vec<ChangeReport>,
    /// Who has to be told what.
    pub told: Vec<ToldReport>,
    /// The objective.
    pub objective: ObjectiveChange,
}

/// A name that fits several people, read as the only one of them who may take the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadAsReport {
    /// Line of the file or row of the sheet.
    pub row: u32,
    /// The name as written.
    pub text: String,
    /// Who it was taken to mean.
    pub person: String,
}

/// The object of `repair --format json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RepairReport {
    /// `optimal`: the number of changes and levels 1–4 after it are proven.
    pub status: Status,
    /// Duties that somebody takes on anew.
    pub changed: u64,
    /// No roster that fills as many places changes fewer.
    pub fewest: u64,
    /// The number of changes is proven to be the smallest.
    pub fewest_is_proven: bool,
    /// Duties that stay with whoever has them.
    pub kept: usize,
    /// Conflicts and unclear names of the roster as it was.
    pub conflicts_before: usize,
    /// Every place that has somebody else, or another time.
    pub changes: Vec<ChangeReport>,
    /// Who has to be told what.
    pub told: Vec<ToldReport>,
    /// Names that fit several people and were read as one of them.
    pub read_as: Vec<ReadAsReport>,
    /// What no roster with as few changes can better.
    pub bound: ObjectiveReport,
    /// The places that stay empty.
    pub unfilled: Vec<UnfilledReport>,
    /// What `check` says of the repaired roster.
    pub check: CheckReport,
    /// Milliseconds, reading and writing included.
    pub elapsed_ms: u64,
}
