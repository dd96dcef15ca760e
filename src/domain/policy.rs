//! What the school decided: preset, severities over it, default places, options, and the papers' details.

use std::collections::BTreeMap;

use super::{Checking, Lessons, Role, RoleMap, RuleCode};

/// What a rule of the catalogue means for a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Off.
    Allow,
    /// Only where no other choice exists; each use is counted and listed.
    Avoid,
    /// Never assigned.
    Forbid,
}

impl Severity {
    /// Every severity.
    pub const ALL: [Severity; 3] = [Severity::Allow, Severity::Avoid, Severity::Forbid];

    /// The keyword of `policy.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Allow => "allow",
            Severity::Avoid => "avoid",
            Severity::Forbid => "forbid",
        }
    }
}

/// A named set of severities for the whole catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Preset {
    /// The plan, tightened; the default.
    #[default]
    Vpr,
    /// The wording of the plan and nothing more.
    Plan,
    /// Nobody ever meets their own subject or class.
    Strict,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Preset; 3] = [Preset::Vpr, Preset::Plan, Preset::Strict];

    /// The keyword of `policy.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Preset::Vpr => "vpr",
            Preset::Plan => "plan",
            Preset::Strict => "strict",
        }
    }
}

/// Language of messages and papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

/// Switches of `[options]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// A primary teacher counts as a specialist in all they teach, in other primary classes too (the letter of the plan).
    pub primary_generalist_is_specialist: bool,
    /// The teacher of one group does not count as teaching the class's other groups, for `checker-…` rules.
    pub by_group: bool,
    /// Public observers are invited. If not, no sitting has a place for one, whatever its row says.
    pub observers: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            primary_generalist_is_specialist: true,
            by_group: false,
            observers: true,
        }
    }
}

/// What a roster is better for, once nobody loses more lessons than need be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Prefer {
    /// Load is spread evenly; the default.
    #[default]
    Fairness,
    /// As few people as possible are called in, then load is spread evenly.
    FewPeople,
    /// As few pairs of a checker and a commission as possible, then load is spread evenly.
    StableCommissions,
    /// Few people first, then stable commissions.
    FewPeopleThenStable,
    /// Stable commissions first, then few people.
    StableThenFewPeople,
}

impl Prefer {
    /// Every preference.
    pub const ALL: [Prefer; 5] = [
        Prefer::Fairness,
        Prefer::FewPeople,
        Prefer::StableCommissions,
        Prefer::FewPeopleThenStable,
        Prefer::StableThenFewPeople,
    ];

    /// The keyword of `policy.toml`; of two, as a list in one text.
    pub fn name(self) -> &'static str {
        match self {
            Prefer::Fairness => "fairness",
            Prefer::FewPeople => "few-people",
            Prefer::StableCommissions => "stable-commissions",
            Prefer::FewPeopleThenStable => "few-people, stable-commissions",
            Prefer::StableThenFewPeople => "stable-commissions, few-people",
        }
    }

    /// Shall few people be called in?
    pub fn few_people(self) -> bool {
        !matches!(self, Prefer::Fairness | Prefer::StableCommissions)
    }

    /// Shall the same people check a subject in a grade?
    pub fn stable_commissions(self) -> bool {
        !matches!(self, Prefer::Fairness | Prefer::FewPeople)
    }

    /// The same without stable commissions.
    #[must_use]
    pub fn without_commissions(self) -> Self {
        if self.few_people() {
            Prefer::FewPeople
        } else {
            Prefer::Fairness
        }
    }
}

/// Details of `[document]` that the printed papers carry. Empty where not given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Language of papers and of the roster file.
    pub lang: Option<Lang>,
    /// Name of the school.
    pub school: String,
    /// Town or village.
    pub place: String,
    /// Who signs, as signed.
    pub director: String,
    /// Number and date of the order.
    pub order: String,
    /// Who answers for the assessments.
    pub deputy: String,
    /// Office of who signs, as it stands before the signature.
    pub director_post: String,
    /// Office of who answers for the assessments.
    pub deputy_post: String,
    /// The acts that the order rests on, as they follow `На основании`.
    pub ground: String,
    /// Where works are checked.
    pub checking_place: String,
    /// When works are checked.
    pub checking_time: String,
    /// Until when results are uploaded.
    pub upload: String,
    /// Where works are kept, and how long.
    pub storage: String,
    /// Who instructs in safety, and when.
    pub safety: String,
}

/// Limits of `[limits]`, for every checker whom the lists give no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// Most works of one checker, all in all.
    pub works: Option<u32>,
    /// Most works of sittings of one date.
    pub works_a_day: Option<u32>,
}

/// Which hard days of people are warned of before a roster is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warnings {
    /// So many lessons and duties in a row, none free between; `None`: never.
    pub in_a_row: Option<u32>,
    /// A duty on a day on which the person has no lessons.
    pub day_without_lessons: bool,
    /// Two buildings within one break.
    pub buildings: bool,
    /// A checker with more works of one date than these; `None`: never.
    pub works_a_day: Option<u32>,
}

impl Default for Warnings {
    fn default() -> Self {
        Self {
            in_a_row: Some(3),
            day_without_lessons: true,
            buildings: true,
            works_a_day: Some(50),
        }
    }
}

/// When commissions agree on criteria: `[meetings]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MeetingPolicy {
    /// How long; 0: none are planned.
    pub minutes: u32,
    /// In which lessons of a day; none named: in any.
    pub lessons: Lessons,
}

/// What is decided of all that is planned on a finished roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanPolicy {
    /// Meetings on criteria.
    pub meetings: MeetingPolicy,
    /// Are cameras wanted where a class writes?
    pub cameras_wanted: bool,
    /// Most lessons that one person takes for others on one day.
    pub substituted_a_day: u32,
}

impl Default for PlanPolicy {
    fn default() -> Self {
        Self {
            meetings: MeetingPolicy::default(),
            cameras_wanted: true,
            substituted_a_day: 2,
        }
    }
}

/// Everything `policy.toml` can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The preset all severities start from.
    pub preset: Preset,
    /// Severities over the preset.
    pub overrides: BTreeMap<RuleCode, Severity>,
    /// Places a sitting has where neither `schedule` nor `subjects` says.
    pub places: RoleMap<u32>,
    /// Switches.
    pub options: Options,
    /// What comes before an even spread of load.
    pub prefer: Prefer,
    /// Limits on works.
    pub limits: Limits,
    /// When works are checked.
    pub checking: Checking,
    /// What is warned of before publishing.
    pub warnings: Warnings,
    /// What is planned on a finished roster.
    pub plan: PlanPolicy,
    /// Details for the papers.
    pub document: Document,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            preset: Preset::default(),
            overrides: BTreeMap::new(),
            places: RoleMap(Role::ALL.map(|role| role.card().places)),
            options: Options::default(),
            prefer: Prefer::default(),
            limits: Limits::default(),
            checking: Checking::default(),
            warnings: Warnings::default(),
            plan: PlanPolicy::default(),
            document: Document::default(),
        }
    }
}
