//! `rules`: the catalogue as people read it.

use thiserror::Error;

use crate::domain::{Code, Lang, Preset, Role, RuleCode, StructuralCode};
use crate::rules;

/// One rule in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleCard {
    /// Public name.
    pub code: &'static str,
    /// What it is called, a few words.
    pub name: &'static str,
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

/// What the rule is called where people read, a few words.
pub fn rule_name(code: Code, lang: Lang) -> &'static str {
    rules::words(code).name.in_lang(lang)
}

/// Every rule: the catalogue's, then the structural ones.
pub fn rule_cards(lang: Lang) -> Vec<RuleCard> {
    codes().map(|code| card(code, lang)).collect()
}

/// The rule of that code, or called so in either language.
pub fn rule_card(name: &str, lang: Lang) -> Result<RuleCard, RuleNotFound> {
    let is_called = |code: &Code| {
        let called = rules::words(*code).name;
        let names = [code.name(), called.en, called.ru];
        names
            .iter()
            .any(|it| it.to_lowercase() == name.to_lowercase())
    };
    match codes().find(is_called) {
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
    let distance = |code: &Code| {
        let called = rules::words(*code).name;
        let names = [code.name(), called.en, called.ru].into_iter();
        names.map(|it| strsim::damerau_levenshtein(it, name)).min()
    };
    codes().min_by_key(distance).map_or("", Code::name)
}

fn card(code: Code, lang: Lang) -> RuleCard {
    let words = rules::words(code);
    let rule = match code {
        Code::Rule(code) => Some(rules::rule(code)),
        Code::Structural(_) => None,
    };
    RuleCard {
        code: code.name(),
        name: words.name.in_lang(lang),
        roles: rule.map_or_else(Vec::new, |rule| rule.roles.iter().collect()),
        severities: rule.map(|rule| Preset::ALL.map(|preset| rule.default.of(preset).name())),
        what: words.what.in_lang(lang),
        why: words.why.in_lang(lang),
        fix: words.fix.in_lang(lang),
        example: rule.map(|rule| rule.example.in_lang(lang)),
        source: rule.map(|rule| rule.source.in_lang(lang)),
    }
}
