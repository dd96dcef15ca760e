//! The comparison as `--format json` prints it.

use serde::Serialize;

use crate::domain::Lang;
use crate::service::report::{ObjectiveReport, Status, UncheckedReport, unchecked_reports};

use super::{Choices, Price};

/// The object of `tradeoff --format json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TradeoffReport {
    /// A line for each choice.
    pub lines: Vec<PriceReport>,
    /// The lists name the number of checkers of every sitting: the policy's does nothing.
    pub checkers_are_listed: bool,
    /// People whose own limit of works stands in every line.
    pub own_limits: usize,
    /// What could not be checked in some line.
    pub unchecked: Vec<UncheckedReport>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PriceReport {
    /// The policy as it stands?
    pub now: bool,
    /// Checkers of a sitting for which the lists name no number.
    pub checkers: u32,
    /// Severity of `checker-own-subject`.
    pub own_subject: &'static str,
    /// Most works of one checker; `null` = no limit.
    pub works: Option<u32>,
    /// `optimal` where every level is proven.
    pub status: Status,
    /// Empty places.
    pub empty: u64,
    /// Places of the schedule.
    pub places: usize,
    /// Uses of rules at `avoid` that the plan allows.
    pub preferences: usize,
    /// Waivers, and rules at `avoid` that the plan does not allow.
    pub exceptions: usize,
    /// Checkers' places taken by somebody who teaches the subject here, allowed or not.
    pub own_subject_uses: usize,
    /// Works of whoever has most.
    pub most_works: u64,
    /// Works of whoever has fewest, of those who have any.
    pub fewest_works: u64,
    /// How many check.
    pub with_works: usize,
    /// How many may check and have no work.
    pub without_works: usize,
    /// Own lessons missed; `null` without a timetable.
    pub lessons_lost: Option<u64>,
    /// Every level.
    pub objective: ObjectiveReport,
    /// What no roster can better, level by level given the levels above.
    pub bound: ObjectiveReport,
}

impl PriceReport {
    fn of(price: &Price, is_now: bool) -> Self {
        Self {
            now: is_now,
            checkers: price.choice.checkers,
            own_subject: price.choice.own_subject.name(),
            works: price.choice.works,
            status: if price.is_proven() {
                Status::Optimal
            } else {
                Status::Feasible
            },
            empty: price.empty,
            places: price.places,
            preferences: price.preferences,
            exceptions: price.exceptions,
            own_subject_uses: price.own_subject,
            most_works: price.most_works,
            fewest_works: price.fewest_works,
            with_works: price.checkers,
            without_works: price.idle,
            lessons_lost: price.lessons_lost,
            objective: (&price.answer.objective).into(),
            bound: (&price.answer.bound).into(),
        }
    }
}

impl TradeoffReport {
    /// The lines of these choices.
    pub fn of(choices: &Choices, prices: &[Price], lang: Lang) -> Self {
        Self {
            lines: prices
                .iter()
                .map(|price| PriceReport::of(price, price.choice == choices.now))
                .collect(),
            checkers_are_listed: choices.checkers_are_listed,
            own_limits: choices.own_limits,
            unchecked: unchecked(prices, lang),
        }
    }
}

/// What could not be checked in some line, once.
fn unchecked(prices: &[Price], lang: Lang) -> Vec<UncheckedReport> {
    let mut all: Vec<UncheckedReport> = Vec::new();
    for price in prices {
        for one in unchecked_reports(&price.school, &price.findings.unchecked, lang) {
            if !all.contains(&one) {
                all.push(one);
            }
        }
    }
    all
}
