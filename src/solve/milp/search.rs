//! Level after level: each made least while those above keep their values, by exact rows.

#![expect(
    clippy::cast_possible_truncation,
    reason = "sums of counts, rounded, are far below 2^53"
)]

use std::collections::BTreeSet;

use crate::domain::PersonId;

use super::super::account;
use super::super::instance::Instance;
use super::super::levels::Level;
use super::super::linear::{Engine, Found};
use super::super::stable;
use super::goal::Goal;
use super::model::Model;
use super::{Last, legal, parts};

type Duties = Vec<(usize, PersonId)>;

/// What comes of a part.
pub struct Outcome {
    /// Its duties.
    pub duties: Duties,
    /// What can differ from roster to roster.
    pub goals: Vec<Goal>,
    /// The first of them that the solver has not called least.
    pub open: Option<Goal>,
}

/// Makes one goal after the other least, as long as time is left.
pub fn levels(
    (instance, part): (&Instance, &[usize]),
    (engine, left, last): (Engine, &dyn Fn() -> f64, Last),
) -> Outcome {
    let mut goals = Model::new((instance, part), &[]).goals();
    if last == Last::Evenness {
        goals.retain(|goal| !matches!(goal, Goal::Spread(Level::LessonSquares(_))));
    }
    let mut held: Vec<(Goal, i64)> = Vec::new();
    let mut duties: Duties = Vec::new();
    for (at, &goal) in goals.iter().enumerate() {
        // Nothing is less than nothing.
        if amount(instance, part, (goal, &duties)) == 0 {
            held.push((goal, 0));
            continue;
        }
        let is_least = left() > 0.0 && {
            let model = Model::new((instance, part), &held);
            let found = model.least(goal, (engine, left()));
            take_over(&model, (goal, &held), found, &mut duties)
        };
        if !is_least {
            return Outcome {
                duties,
                open: Some(goals[at]),
                goals,
            };
        }
        held.push((goal, amount(instance, part, (goal, &duties))));
    }
    Outcome {
        duties,
        goals,
        open: None,
    }
}

/// Keeps the duties that were found if they may stand, keep what is held and are no worse; are they said to be least?
fn take_over(
    model: &Model<'_>,
    (goal, held): (Goal, &[(Goal, i64)]),
    found: Found,
    duties: &mut Duties,
) -> bool {
    let (values, is_least) = match found {
        Found::Least(values) => (values, true),
        Found::Some(values) => (values, false),
        Found::Nothing => return false,
    };
    let (instance, part) = (model.instance, model.part);
    let candidate = model.duties(&values);
    let count = |goal, duties: &Duties| amount(instance, part, (goal, duties));
    let value = count(goal, &candidate);
    if !legal::stand(instance, &candidate)
        || held
            .iter()
            .any(|&(above, most)| count(above, &candidate) > most)
        || value > count(goal, duties)
    {
        return false;
    }
    *duties = candidate;
    is_least && model.sum(goal, &values).round() as i64 == value
}

/// What the duties come to, beyond what people bring along.
fn amount(instance: &Instance, part: &[usize], (goal, duties): (Goal, &Duties)) -> i64 {
    match goal {
        Goal::Above(level) | Goal::Spread(level) => {
            account::growth(instance, part, duties).get(level)
        }
        Goal::Commissions => {
            let new = stable::pairs(instance, duties);
            new.difference(&stable::pinned(instance)).count() as i64
        }
        Goal::People => {
            let already = parts::already(instance);
            let time_bound = duties
                .iter()
                .filter(|it| instance.demands[it.0].role.is_time_bound());
            let people: BTreeSet<PersonId> = time_bound.map(|it| it.1).collect();
            people.difference(&already).count() as i64
        }
    }
}
