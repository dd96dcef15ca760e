//! The lesson program: time-bound duties of a component as a linear program with a row for each person and lesson.
//!
//! Levels are made least one after the other, those above held at their values. The program's optimum is, on hard schools
//! too, nearly always that of whole duties; its dual values are prices and multipliers, and the bound that these prove is
//! counted in whole numbers, person by person ([`Priced`]). A roster is found by fixing what a corner of the optimal face
//! agrees on, and solving again.

#![expect(
    clippy::cast_precision_loss,
    reason = "counts and costs of a school are far below 2^53, and programs only suggest"
)]

mod columns;
mod dive;
mod even;
mod model;
mod priced;
mod program;
mod search;

#[cfg(test)]
mod tests;

pub use priced::Priced;
pub use search::{Closed, close};
