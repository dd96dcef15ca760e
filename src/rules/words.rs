//! The words of any rule, of the catalogue or structural, by its code.

use crate::domain::Code;

use super::{Text, rule, structural};

/// What a rule says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// What it is called, a few words.
    pub name: Text,
    /// What it says, one sentence.
    pub what: Text,
    /// Why it exists.
    pub why: Text,
    /// What to do when it bites.
    pub fix: Text,
    /// The finding's sentence, with `{person}`, `{class}`, `{subject}`.
    pub message: Text,
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
