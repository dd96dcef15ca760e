//! What the page is shown, ready to be serialised: facts and sentences, no decision.

mod candidates;
mod changes;
mod findings;
mod journal;
mod obstacles;
mod own;
mod plan;
mod reading;
mod roster;
mod rules;
mod school;
mod settings;
mod table;
mod verdict;

pub use candidates::{CandidateView, CandidatesView};
pub use changes::{ChangeView, ToldView};
pub use findings::FindingView;
pub use journal::JournalView;
pub use obstacles::ObstaclesView;
pub use own::OwnView;
pub use plan::PlanView;
pub use reading::ReadingView;
pub use roster::{CellView, RosterView, StrayView};
pub use rules::RulesView;
pub use school::{
    ComplaintView, FactsView, PersonView, SchoolView, SittingView, TableLine, complaint_views,
};
pub use settings::SectionView;
pub use table::{TableView, grid_of};
pub use verdict::VerdictView;
