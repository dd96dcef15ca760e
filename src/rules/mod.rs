//! Who may not do what: one catalogue, read by the solver, the checker, the explanations and the documentation.
//!
//! It knows the school's facts and nothing of files, solvers or papers.

mod eligibility;

pub use eligibility::Eligibility;
