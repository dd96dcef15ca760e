//! `recuse rules`.

use clap::Args as ClapArgs;

#[derive(Debug, ClapArgs)]
pub struct RulesArgs {
    /// The rule to explain
    pub code: Option<String>,
}
