//! What the page is shown, ready to be serialised: facts and sentences, no decision.

mod candidates;
mod changes;
mod findings;
mod roster;
mod school;
mod verdict;

pub use candidates::{CandidateView, CandidatesView};
pub use changes::{ChangeView, ToldView};
pub use findings::FindingView;
pub use roster::{CellView, RosterView, StrayView};
pub use school::{
    ComplaintView, FactsView, PersonView, SchoolView, SittingView, TableLine, complaint_views,
};
pub use verdict::VerdictView;
