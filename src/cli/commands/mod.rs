//! One file per command: its arguments; then read, call the service, print, write.

pub mod check;
mod check_files;
pub mod completions;
pub mod demo;
pub mod diff;
pub mod explain;
pub mod export;
pub mod generate;
pub mod import;
mod learn;
pub mod plan;
mod reading;
pub mod repair;
pub mod rules;
#[cfg(feature = "web")]
pub mod serve;
mod summary;
pub mod template;
pub mod tradeoff;
pub mod validate;
pub mod verify;
