//! Programs of linear rows, stated through `good_lp` and solved by the general solvers behind it.
//!
//! They reckon in floating point: what they say is a suggestion or an opinion, and proves nothing.

pub mod dual;
mod watched;
mod whole;

pub use whole::{Column, Engine, Found, Program, Row};
