//! The catalogue as the school has decided it, and the exceptions it has granted.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{Date, Lang, Preset, RuleCode, School, Waiver};
use crate::lang::desk as words;
use crate::rules;
use crate::service::desk::{Desk, DeskError};
use crate::service::{RuleCard, rule_cards};

/// Rules and exceptions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulesView {
    /// The number of the last change.
    pub revision: u64,
    /// The preset.
    pub preset: &'static str,
    /// The presets there are.
    pub presets: Vec<PresetView>,
    /// Rules with a severity.
    pub rules: Vec<RuleView>,
    /// Rules that are always in force.
    pub always: Vec<AlwaysView>,
    /// Exceptions.
    pub waivers: Vec<WaiverView>,
}

/// A preset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PresetView {
    /// Its keyword.
    pub name: &'static str,
    /// In a few words.
    pub title: &'static str,
    /// In one sentence.
    pub what: &'static str,
}

/// A rule with a severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleView {
    /// Its name.
    pub code: &'static str,
    /// What it says.
    pub title: &'static str,
    /// Roles it speaks of.
    pub roles: Vec<&'static str>,
    /// What it says.
    pub what: &'static str,
    /// Why it exists.
    pub why: &'static str,
    /// What to do when it bites.
    pub fix: &'static str,
    /// A case.
    pub example: Option<&'static str>,
    /// The regulation, or the practice, behind it.
    pub source: Option<&'static str>,
    /// As it is in force.
    pub severity: &'static str,
    /// As the preset says.
    pub default: &'static str,
    /// Does the school's policy say otherwise than the preset?
    pub overridden: bool,
    /// As each preset says.
    pub presets: BTreeMap<&'static str, &'static str>,
}

/// A rule that is always in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlwaysView {
    /// Its name.
    pub code: &'static str,
    /// What it says.
    pub title: &'static str,
    /// Why it exists.
    pub why: &'static str,
    /// What to do when it bites.
    pub fix: &'static str,
}

/// An exception.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WaiverView {
    /// Position among the people.
    pub person: usize,
    /// Name of the rule.
    pub rule: &'static str,
    /// Only in this class.
    pub class: Option<String>,
    /// Only in this subject.
    pub subject: Option<String>,
    /// ISO.
    pub from: Option<String>,
    /// ISO.
    pub to: Option<String>,
    /// The reason given.
    pub reason: String,
    /// Who approved.
    pub approved: String,
}

impl Desk {
    /// Rules and exceptions.
    pub fn rules_view(&self, lang: Lang) -> Result<RulesView, DeskError> {
        let school = self.school()?;
        let policy = &school.policy;
        let mut rules_view = Vec::new();
        let mut always = Vec::new();
        for card in rule_cards(lang) {
            match RuleCode::from_name(card.code) {
                Some(code) => rules_view.push(rule(school, code, &card)),
                None => always.push(AlwaysView {
                    code: card.code,
                    title: card.what,
                    why: card.why,
                    fix: card.fix,
                }),
            }
        }
        let preset = |preset: Preset| {
            let [title, what] = words::preset(preset.name(), lang);
            PresetView {
                name: preset.name(),
                title,
                what,
            }
        };
        Ok(RulesView {
            revision: self.revision,
            preset: policy.preset.name(),
            presets: Preset::ALL.map(preset).into(),
            rules: rules_view,
            always,
            waivers: school.waivers.iter().map(|it| waiver(school, it)).collect(),
        })
    }
}

fn rule(school: &School, code: RuleCode, card: &RuleCard) -> RuleView {
    let policy = &school.policy;
    let presets =
        Preset::ALL.map(|preset| (preset.name(), rules::rule(code).default.of(preset).name()));
    RuleView {
        code: card.code,
        title: card.what,
        roles: card.roles.iter().map(|role| role.name()).collect(),
        what: card.what,
        why: card.why,
        fix: card.fix,
        example: card.example,
        source: card.source,
        severity: rules::severity(policy, code).name(),
        default: rules::rule(code).default.of(policy.preset).name(),
        overridden: policy.overrides.contains_key(&code),
        presets: presets.into(),
    }
}

fn waiver(school: &School, waiver: &Waiver) -> WaiverView {
    let day = |date: Option<Date>| date.map(|date| date.format("%Y-%m-%d").to_string());
    WaiverView {
        person: waiver.person.index(),
        rule: waiver.rule.name(),
        class: waiver.class.map(|class| school.class(class).name.clone()),
        subject: waiver.subject.map(|it| school.subject(it).name.clone()),
        from: day(waiver.from),
        to: day(waiver.to),
        reason: waiver.reason.clone(),
        approved: waiver.approved.clone(),
    }
}
