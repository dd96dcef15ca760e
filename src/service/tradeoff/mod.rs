//! `tradeoff`: what a rule costs. The same school under each choice of its policy, each as `generate` would make it, side by side.

mod price;
mod report;

use crate::domain::{Lang, Policy, Role, RuleCode, School, Severity};
use crate::input::{self, InputFile, NewLimit, PolicyChange, ReadOptions};
use crate::rules;

use super::Complaints;
use super::generate::{GenerateError, GenerateOptions, generate};
use super::opened::open_lists;

pub use price::Price;
pub use report::{PriceReport, TradeoffReport};

const POLICY: &str = "policy.toml";

/// How many checkers a sitting has, where the lists do not say.
const CHECKERS: [u32; 2] = [1, 2];

/// How much a checker's own subject matters.
const OWN_SUBJECT: [Severity; 2] = [Severity::Avoid, Severity::Allow];

/// One way to set the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Most works of one checker, where the lists give no limit of their own.
    pub works: Option<u32>,
    /// Severity of `checker-own-subject`.
    pub own_subject: Severity,
    /// Checkers of a sitting for which the lists name no number.
    pub checkers: u32,
}

impl Choice {
    /// As the policy stands.
    fn of(policy: &Policy) -> Self {
        Self {
            works: policy.limits.works,
            own_subject: rules::severity(policy, RuleCode::CheckerOwnSubject),
            checkers: policy.places[Role::Checker],
        }
    }

    /// What the policy has to say for it.
    pub fn change(self) -> PolicyChange {
        PolicyChange {
            rules: vec![(RuleCode::CheckerOwnSubject, Some(self.own_subject))],
            works_limit: Some(self.works.map_or(NewLimit::Lifted, NewLimit::At)),
            checkers: Some(self.checkers),
            ..PolicyChange::default()
        }
    }
}

/// The choices to be priced, and what they do not touch.
#[derive(Debug, Clone)]
pub struct Choices {
    /// The policy as it stands.
    pub now: Choice,
    /// By number of checkers, own subject, limit from none to the lowest; the policy as it stands first where it is none of
    /// the others.
    pub list: Vec<Choice>,
    /// The lists name the number of checkers of every sitting, so that the policy's does nothing.
    pub checkers_are_listed: bool,
    /// Sittings whose number of checkers the lists name, of all.
    pub listed_sittings: (usize, usize),
    /// People whose own limit of works stands whatever the policy says.
    pub own_limits: usize,
    /// Warnings and notes about the lists.
    pub complaints: Complaints,
}

/// The school's files and what is read beside them.
#[derive(Clone, Copy)]
pub struct TradeoffRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// What to read beside the folder.
    pub read: &'a ReadOptions,
    /// Language of sentences.
    pub lang: Lang,
}

/// The choices: the policy as it stands, and every combination of these limits (and none), own subject avoided or allowed,
/// one checker or two.
pub fn choices(request: TradeoffRequest<'_>, limits: &[u32]) -> Result<Choices, Complaints> {
    let (school, complaints) = open_lists(request.files, request.read)?;
    let now = Choice::of(&school.policy);
    let (listed, all) = listed_sittings(request, now)?;
    let mut limits: Vec<u32> = limits.to_vec();
    limits.sort_unstable_by(|a, b| b.cmp(a));
    limits.dedup();
    let limits: Vec<Option<u32>> = std::iter::once(None)
        .chain(limits.into_iter().map(Some))
        .collect();
    let is_settled = listed == all;
    let mut list: Vec<Choice> = Vec::new();
    for checkers in CHECKERS {
        let checkers = if is_settled { now.checkers } else { checkers };
        for own_subject in OWN_SUBJECT {
            let choices = limits.iter().map(|&works| Choice {
                works,
                own_subject,
                checkers,
            });
            let new: Vec<Choice> = choices.filter(|choice| !list.contains(choice)).collect();
            list.extend(new);
        }
    }
    if !list.contains(&now) {
        list.insert(0, now);
    }
    Ok(Choices {
        now,
        list,
        checkers_are_listed: is_settled,
        listed_sittings: (listed, all),
        own_limits: own_limits(&school),
        complaints,
    })
}

/// The school as `generate` staffs it under the choice; the search stops when `stop` says so.
pub fn price(
    request: TradeoffRequest<'_>,
    choice: Choice,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Price, GenerateError> {
    let options = GenerateOptions {
        read: read_options(request, &choice.change()),
        lang: request.lang,
        stop,
        // Ways out of empty places are not asked for.
        stop_explaining: &|| true,
        ..GenerateOptions::default()
    };
    generate(request.files, &options).map(|generated| Price::of(choice, &generated))
}

/// One line: the policy as it stands but for the most works of one checker, `None` for no limit.
pub fn price_of_limit(
    request: TradeoffRequest<'_>,
    works: Option<u32>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<TradeoffReport, GenerateError> {
    let (school, complaints) =
        open_lists(request.files, request.read).map_err(GenerateError::Refused)?;
    let now = Choice::of(&school.policy);
    let price = price(request, Choice { works, ..now }, stop)?;
    let (listed, all) = listed_sittings(request, now).map_err(GenerateError::Refused)?;
    let choices = Choices {
        now,
        list: vec![price.choice],
        checkers_are_listed: listed == all,
        listed_sittings: (listed, all),
        own_limits: own_limits(&school),
        complaints,
    };
    Ok(TradeoffReport::of(&choices, &[price], request.lang))
}

/// How many people have a limit of works of their own.
fn own_limits(school: &School) -> usize {
    let staff = school.people.iter().filter_map(|it| it.staff.as_ref());
    staff.filter(|it| it.max_works.is_some()).count()
}

/// Of how many sittings the lists name the number of checkers, and how many sittings there are.
fn listed_sittings(
    request: TradeoffRequest<'_>,
    now: Choice,
) -> Result<(usize, usize), Complaints> {
    let places = |checkers| -> Result<Vec<u32>, Complaints> {
        let change = Choice { checkers, ..now }.change();
        let (school, _) = open_lists(request.files, &read_options(request, &change))?;
        let sittings = school.sittings.iter();
        Ok(sittings.map(|it| it.places[Role::Checker]).collect())
    };
    let (one, two) = (places(CHECKERS[0])?, places(CHECKERS[1])?);
    let same = one.iter().zip(&two).filter(|(one, two)| one == two);
    Ok((same.count(), one.len()))
}

/// What was to be read, under a changed policy.
fn read_options(request: TradeoffRequest<'_>, change: &PolicyChange) -> ReadOptions {
    let own = request.files.iter().find(|file| file.name == POLICY);
    let file = request.read.policy.as_ref().or(own);
    let changed = input::change_policy(file, change).map(|bytes| InputFile {
        name: file.map_or_else(|| POLICY.to_owned(), |file| file.name.clone()),
        bytes,
    });
    ReadOptions {
        policy: changed.or_else(|| request.read.policy.clone()),
        ..request.read.clone()
    }
}

#[cfg(test)]
mod tests;
