//! `recuse` staffs school assessments so that nobody judges their own.
//!
//! The flow: [`input`] reads the school's lists into a [`domain::School`]; [`rules`] say who may take which place;
//! [`solve`] makes the best roster and proves it; [`check`] judges any roster, knowing nothing of the solver;
//! [`service`] joins them, one function per command. The command line and the local
//! page are thin doors onto [`service`].

pub mod amend;
pub mod check;
pub mod cli;
mod delimited;
pub mod disk;
pub mod domain;
pub mod explain;
pub mod input;
pub mod lang;
pub mod page;
pub mod plan;
pub mod proof;
pub mod rules;
pub mod service;
pub mod sheets;
pub mod solve;
pub mod verify;
#[cfg(feature = "web")]
pub mod web;
