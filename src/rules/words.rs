//! The words of any rule, of the catalogue or structural, by its code.

use crate::domain::Code;

use super::{Word, rule, structural};

/// What a rule says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// What it is called, a few words.
    pub name: Word,
    /// What it says, one sentence.
    pub what: Word,
    /// Why it exists.
    pub why: Word,
    /// What to do when it bites.
    pub fix: Word,
    /// The finding's sentence, with `{person}`, `{class}`, `{subject}`.
    pub message: Word,
}

/// The words of the rule.
pub fn words(code: Code) -> Words {
    match code {
        Code::Rule(code) => {
            let rule = rule(code);
            Words {
                name: rule.name,
                what: rule.what,
                why: rule.why,
                fix: rule.fix,
                message: rule.message,
            }
        }
        Code::Structural(code) => {
            let rule = structural(code);
            Words {
                name: rule.name,
                what: rule.what,
                why: rule.why,
                fix: rule.fix,
                message: rule.message,
            }
        }
    }
}
