//! The papers: what each sheet says, in one model, and one writer per format.
//!
//! It knows the school, the roster and what was found, and nothing of rules' predicates, solvers or files.

mod book;
mod build;
pub mod chat;
mod columns;
mod content;
pub mod csv;
mod digest;
pub mod docx;
pub mod html;
pub mod ics;
mod material;
mod meeting;
pub mod model;
mod names;
mod order_details;
pub mod pdf;
mod printable;
#[cfg(test)]
mod samples;
mod tidy;
mod typeset;
pub mod xlsx;

pub use content::packet;
pub use digest::hex;
pub use material::{
    Audience, Barred, FileDigest, Interests, Judgement, Listing, Material, ProofLines, Remark,
    RuleLine, Selection, UncheckedLine,
};
pub use names::{initials, sort_key};
