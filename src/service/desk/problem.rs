//! Why the desk does not do what it was asked to.

use thiserror::Error;

use crate::amend::AmendProblem;
use crate::domain::Lang;
use crate::input::{Gravity, NoRow};
use crate::lang::{commands, desk as words};
use crate::service::amend_words;
use crate::service::{Complaints, ExportError, GenerateError, Misstep, TooLarge};

use super::view::{ComplaintView, complaint_views};

/// A request that is not carried out; nothing has changed.
#[derive(Debug, Clone, Error)]
pub enum DeskError {
    /// The window has not seen the latest change.
    #[error("another window has changed the roster")]
    Stale,
    /// The lists cannot be used as they are, or as they would be.
    #[error("the lists cannot be used")]
    Refused(Complaints),
    /// A file that is no table.
    #[error("{0} is no table")]
    NotATable(String),
    /// There is no roster yet.
    #[error("there is no roster")]
    NoRoster,
    /// The cell is none of the roster's, or of the lists'.
    #[error("no such place")]
    NoSuchPlace,
    /// Nobody has that number.
    #[error("no such person")]
    NoSuchPerson,
    /// No roster of the user's own was dropped, or the lists have changed since.
    #[error("no roster to check")]
    NoOwn,
    /// No step to take back, or to take again.
    #[error("no such step")]
    NoSuchStep,
    /// No rule, preset or severity has that name.
    #[error("no such rule")]
    NoSuchRule,
    /// No sheet has that name.
    #[error("no such sheet")]
    NoSuchSheet,
    /// The schedule's columns cannot be told apart.
    #[error("{0}: no columns of date, lesson, class and subject")]
    ScheduleUnclear(String),
    /// The setting has no such value.
    #[error("no such value")]
    NoSuchValue,
    /// The last day is before the first.
    #[error("the last day is before the first")]
    BadDates,
    /// An exception without a reason or an approver.
    #[error("an exception needs a reason and an approver")]
    Unsigned,
    /// The way out needs somebody who is in no list yet.
    #[error("somebody has to be found first")]
    NobodyYet,
    /// What is to be changed stands in no row of the lists.
    #[error(transparent)]
    NoRow(#[from] NoRow),
    /// A file of the lists cannot be changed as it would have to be.
    #[error("{file}: {problem}")]
    Amend {
        /// The file.
        file: String,
        /// Why not.
        problem: AmendProblem,
    },
    /// The sheets cannot be made.
    #[error("{0}")]
    Sheets(String),
    /// The roster must not be signed.
    #[error("the roster has {0} conflicts")]
    InConflict(usize),
    /// The school is beyond what one roster can hold.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// A mistake of ours.
    #[error(transparent)]
    Internal(#[from] Misstep),
}

/// What kind of refusal it is, for whoever shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The window must look again.
    Stale,
    /// The lists, or the roster, do not admit it.
    Refused,
    /// The request makes no sense.
    Bad,
    /// A mistake of ours.
    Internal,
}

impl DeskError {
    /// Its kind.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Stale => ErrorKind::Stale,
            Self::Refused(_)
            | Self::NotATable(_)
            | Self::NoRoster
            | Self::NoOwn
            | Self::NoSuchStep
            | Self::ScheduleUnclear(_)
            | Self::NoSuchValue
            | Self::BadDates
            | Self::Unsigned
            | Self::NobodyYet
            | Self::NoRow(_)
            | Self::Amend { .. }
            | Self::Sheets(_)
            | Self::InConflict(_)
            | Self::TooLarge(_) => ErrorKind::Refused,
            Self::NoSuchPlace | Self::NoSuchPerson | Self::NoSuchRule | Self::NoSuchSheet => {
                ErrorKind::Bad
            }
            Self::Internal(_) => ErrorKind::Internal,
        }
    }

    /// What there is to say about the lists, where they are the reason.
    pub fn complaints(&self, lang: Lang) -> Vec<ComplaintView> {
        match self {
            Self::Refused(complaints) => complaint_views(complaints, lang),
            _ => Vec::new(),
        }
    }

    /// One sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Stale => words::stale(lang).to_owned(),
            Self::Refused(complaints) => words::refused(complaints.count(Gravity::Error), lang),
            Self::NotATable(name) => words::not_a_table(name, lang),
            Self::NoRoster => words::no_roster(lang).to_owned(),
            Self::NoSuchPlace => words::no_such_place(lang).to_owned(),
            Self::NoSuchPerson => words::no_such_person(lang).to_owned(),
            Self::NoOwn => words::no_own(lang).to_owned(),
            Self::NoSuchStep => words::no_such_step(lang).to_owned(),
            Self::NoSuchRule => words::no_such_rule(lang).to_owned(),
            Self::NoSuchSheet => words::no_such_sheet(lang).to_owned(),
            Self::ScheduleUnclear(file) => words::schedule_unclear(file, lang),
            Self::NoSuchValue => words::no_such_value(lang).to_owned(),
            Self::BadDates => words::bad_dates(lang).to_owned(),
            Self::Unsigned => words::unsigned(lang).to_owned(),
            Self::NobodyYet => words::nobody_yet(lang).to_owned(),
            Self::NoRow(_) => words::no_row(lang).to_owned(),
            Self::Amend { file, problem } => {
                format!("{file}: {}", amend_words(problem, lang))
            }
            Self::Sheets(reason) => commands::export::format(reason, lang),
            Self::InConflict(count) => words::in_conflict(*count, lang),
            Self::TooLarge(size) => commands::too_large(size.pairs, size.limit, lang),
            Self::Internal(misstep) => commands::our_fault(&misstep.to_string(), lang),
        }
    }
}

impl From<GenerateError> for DeskError {
    fn from(error: GenerateError) -> Self {
        match error {
            GenerateError::Refused(complaints) => Self::Refused(complaints),
            GenerateError::TooLarge(size) => Self::TooLarge(size),
            GenerateError::Internal(misstep) => Self::Internal(misstep),
        }
    }
}

impl From<ExportError> for DeskError {
    fn from(error: ExportError) -> Self {
        match error {
            ExportError::Refused(complaints) => Self::Refused(complaints),
            ExportError::InConflict(count) => Self::InConflict(count),
            ExportError::Person(_) => Self::NoSuchPerson,
            ExportError::Nothing => Self::NoSuchSheet,
            ExportError::Format(reason) => Self::Sheets(reason),
            error @ ExportError::Proof(_) => Self::Sheets(error.to_string()),
        }
    }
}
