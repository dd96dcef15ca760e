//! What the sheets are made from: the facts, the roster, and what the check has just said of it.
//!
//! Plain data, so that sheets need no rule and no checker.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    ClassId, Code, Date, Lang, Objective, PersonId, PlanRows, Role, RoleSet, Roster, School,
    Severity, SittingId, SubjectId,
};

/// Who will read the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Those who work with them.
    Staff,
    /// Anybody: initials only; no reasons, phones, children.
    Public,
}

/// Which part of the sheets is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// For whom.
    pub audience: Audience,
    /// Only sheets of this person.
    pub person: Option<PersonId>,
    /// Only sheets of this day.
    pub date: Option<Date>,
}

/// A file that took part, by name and content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDigest {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// The roster as its file shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// Headings of the columns.
    pub headings: Vec<String>,
    /// Rows, each with its position in [`Roster::rows`].
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Something the check said of a duty or a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The rule.
    pub code: Code,
    /// Position in [`Roster::rows`].
    pub row: Option<usize>,
    /// The sitting, where known.
    pub sitting: Option<SittingId>,
    /// The role.
    pub role: Role,
    /// The person, where known.
    pub person: Option<PersonId>,
    /// Position in [`School::waivers_of`] of the person, where a waiver was used.
    pub waiver: Option<usize>,
    /// One sentence for a person.
    pub sentence: String,
}

/// A rule that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    /// The rule.
    pub code: Code,
    /// `None` for a structural rule, which is always in force.
    pub severity: Option<Severity>,
    /// Roles whose duties it was checked on.
    pub roles: RoleSet,
    /// What it is called, a few words.
    pub name: String,
    /// What it says.
    pub what: String,
}

/// A rule that could not be checked in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UncheckedLine {
    /// The rule, of the catalogue or of the structure; `None`: how evenly works are spread.
    pub code: Option<Code>,
    /// What the lists lack.
    pub because: String,
}

/// What the check said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgement {
    /// Broken rules, by row.
    pub conflicts: Vec<Remark>,
    /// Places that nobody takes: blanks to be filled by hand, and no broken rule.
    pub vacancies: Vec<Remark>,
    /// Uses of waivers, and of rules at `avoid` that the plan does not allow.
    pub exceptions: Vec<Remark>,
    /// How often each preference was set aside, a line each.
    pub preferences: Vec<String>,
    /// What could not be checked.
    pub unchecked: Vec<UncheckedLine>,
    /// Hints that a person should confirm.
    pub possible: Vec<Remark>,
    /// Names that fit several people, a sentence each.
    pub questions: Vec<String>,
    /// Places of the schedule.
    pub checked_places: usize,
    /// The rules in force.
    pub rules: Vec<RuleLine>,
    /// What the roster reaches.
    pub objective: Objective,
}

impl Judgement {
    /// Must the roster not be signed?
    pub fn is_in_conflict(&self) -> bool {
        !self.conflicts.is_empty() || !self.questions.is_empty()
    }

    /// Was everything that the rule needs in the lists?
    pub fn could_check(&self, code: Code) -> bool {
        !self.unchecked.iter().any(|line| line.code == Some(code))
    }

    /// Is the rule at `forbid`?
    pub fn forbids(&self, code: crate::domain::RuleCode) -> bool {
        self.rules
            .iter()
            .any(|rule| rule.code == Code::Rule(code) && rule.severity == Some(Severity::Forbid))
    }
}

/// What a proof, verified just now, shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofLines {
    /// The proof's file.
    pub file: FileDigest,
    /// A sentence each.
    pub lines: Vec<String>,
}

/// A rule about interest that bars a person from works of the schedule, in a role they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    /// The role.
    pub role: Role,
    /// What the rule is called.
    pub why: String,
    /// Classes and subjects of the works.
    pub works: BTreeSet<(ClassId, SubjectId)>,
}

/// What the lists say of a person's interests beyond plain facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Interests {
    /// What they are barred from.
    pub bars: Vec<Barred>,
    /// Parents whose names are like theirs, with the class of a child.
    pub alike: Vec<(PersonId, ClassId)>,
}

/// Everything the sheets are made from.
#[derive(Debug, Clone)]
pub struct Material<'a> {
    /// The facts.
    pub school: &'a School,
    /// The roster.
    pub roster: &'a Roster,
    /// The roster, as its file shows it.
    pub listing: Listing,
    /// What the check said of it, just now.
    pub judgement: Judgement,
    /// The school's files.
    pub files: Vec<FileDigest>,
    /// The roster's file.
    pub roster_file: FileDigest,
    /// What a proof shows of the roster, where one was verified.
    pub proof: Option<ProofLines>,
    /// Interests of those who serve.
    pub interests: BTreeMap<PersonId, Interests>,
    /// The tables of a plan on the roster, as far as there are any.
    pub plan: PlanRows,
    /// Language of the sheets.
    pub lang: Lang,
    /// Which sheets.
    pub selection: Selection,
    /// Not to be signed: every page says so.
    pub is_draft: bool,
}
