//! The papers: what each sheet says, in one model, and one writer per format.
//!
//! It knows the school, the roster and what was found, and nothing of rules' predicates, solvers or files.

pub mod docx;
pub mod model;
pub mod pdf;
mod printable;
#[cfg(test)]
mod samples;
mod typeset;
pub mod xlsx;
