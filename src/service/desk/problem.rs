//! Why the desk does not do what it was asked to.

use thiserror::Error;

use crate::domain::Lang;
use crate::input::Gravity;
use crate::lang::{commands, desk as words};
use crate::service::desk::view::{ComplaintView, complaint_views};
use crate::service::{Complaints, GenerateError, Misstep, TooLarge};

/// A request that is not carried out; nothing has changed.
#[derive(Debug, Clone, Error)]
pub enum DeskError {
    /// The window has not seen the latest change.
    #[error("another window has changed the roster")]
    Stale,
    /// The lists cannot be used as they are.
    #[error("the lists cannot be used")]
    Refused(Complaints),
    /// A file that is no table.
    #[error("{0} is no table")]
    NotATable(String),
    /// There is no roster yet.
    #[error("there is no roster")]
    NoRoster,
    /// The cell is none of the roster's.
    #[error("no such place")]
    NoSuchPlace,
    /// Nobody has that number.
    #[error("no such person")]
    NoSuchPerson,
    /// No step to take back, or to take again.
    #[error("no such step")]
    NoSuchStep,
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
    /// What there is to say about the lists, where they are the reason.
    pub fn complaints(&self, lang: Lang) -> Vec<ComplaintView> {
        match self {
            Self::Refused(complaints) => complaint_views(complaints, lang),
            _ => Vec::new(),
        }
    }

    /// Its kind.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::Stale => ErrorKind::Stale,
            Self::Refused(_)
            | Self::NotATable(_)
            | Self::NoRoster
            | Self::NoSuchStep
            | Self::TooLarge(_) => ErrorKind::Refused,
            Self::NoSuchPlace | Self::NoSuchPerson => ErrorKind::Bad,
            Self::Internal(_) => ErrorKind::Internal,
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
            Self::NoSuchStep => words::no_such_step(lang).to_owned(),
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
