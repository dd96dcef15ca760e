//! `rules`: the catalogue as people read it.

use thiserror::Error;

use crate::domain::{Code, Lang, Preset, Role, RuleCode, StructuralCode};
use crate::rules;

/// One rule in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCard {
    /// Public name.
    pub code: &'static str,
    /// Roles it speaks of; none for a structural rule, which speaks of all.
    pub roles: Vec<Role>,
    /// Severity for each preset, in [`Preset::ALL`]'s order; none for a structural rule, which is always in force.
    pub severities: Option<[&'static str; 3]>,
    /// What it says.
    pub what: &'static str,
    /// Why it exists.
    pub why: &'static str,
    /// What to do when it bites.
    pub fix: &'static str,
    /// A case, of a catalogue rule.
    pub example: Option<&'static str>,
    /// The regulation, or the practice, behind a catalogue rule.
    pub source: Option<&'static str>,
}

/// No rule has that name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no rule is called \"{code}\"")]
pub struct RuleNotFound {
    /// The name asked for.
    pub code: String,
    /// The nearest name there is.
    pub nearest: &'static str,
}

/// Every rule: the catalogue's, then the structural ones.
pub fn rule_cards(lang: Lang) -> Vec<RuleCard> {
    codes().map(|code| card(code, lang)).collect()
}

/// The rule of that name.
pub fn rule_card(name: &str, lang: Lang) -> Result<RuleCard, RuleNotFound> {
    match codes().find(|code| code.name() == name) {
        Some(code) => Ok(card(code, lang)),
        None => Err(RuleNotFound {
            code: name.to_owned(),
            nearest: nearest(name),
        }),
    }
}

fn codes() -> impl Iterator<Item = Code> {
    let catalogue = RuleCode::ALL.into_iter().map(Code::Rule);
    catalogue.chain(StructuralCode::ALL.into_iter().map(Code::Structural))
}

fn nearest(name: &str) -> &'static str {
    codes()
        .map(Code::name)
        .min_by_key(|code| strsim::damerau_levenshtein(code, name))
        .unwrap_or_default()
}

fn card(code: Code, lang: Lang) -> RuleCard {
    let words = rules::words(code);
    let rule = match code {
        Code::Rule(code) => Some(rules::rule(code)),
        Code::Structural(_) => None,
    };
    RuleCard {
        code: code.name(),
        roles: rule.map_or_else(Vec::new, |rule| rule.roles.iter().collect()),
        severities: rule.map(|rule| Preset::ALL.map(|preset| rule.default.of(preset).name())),
        what: words.what.in_lang(lang),
        why: words.why.in_lang(lang),
        fix: words.fix.in_lang(lang),
        example: rule.map(|rule| rule.example.in_lang(lang)),
        source: rule.map(|rule| rule.source.in_lang(lang)),
    }
}
