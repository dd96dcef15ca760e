//! The papers: what each sheet says, in one model, and one writer per format.
//!
//! It knows the school, the roster and what was found, and nothing of rules' predicates, solvers or files.

mod book;
mod build;
mod content;
pub mod html;
mod material;
pub mod model;
mod names;
mod order_details;
mod tidy;

pub use content::packet;
pub use material::{
    Audience, FileDigest, Judgement, Listing, Material, Remark, RuleLine, Selection,
};
