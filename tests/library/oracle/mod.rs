//! A second opinion: a naive reading of rules.md, a generator of random schools, and the judges that compare them with
//! the library.
//!
//! [`school`], [`bars`], [`judge`], [`objective`] and [`best`] are written from the rules' text alone, for being read
//! beside it: plain tables, plain loops, no index, nothing of the library. Only [`bridge`] knows both sides.
//!
//! For any test of a later stage: [`generator::random_school`] makes a school from a seed, [`files::write`] its folder,
//! [`rosters`] rosters good and bad for it, [`judge::findings`] the verdict.

#![allow(
    dead_code,
    reason = "kept whole: what the next test asks of it is here"
)]

pub mod bars;
pub mod best;
pub mod book;
pub mod bridge;
pub mod dialect;
pub mod files;
pub mod generator;
pub mod judge;
pub mod objective;
pub mod rng;
pub mod rosters;
pub mod school;
