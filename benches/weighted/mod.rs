//! The plain way, for comparison: one weighted MILP of the time-bound roles through `good_lp`.
//!
//! It is easier than what `solve` does: the checkers are left out, levels are a weighted sum, nothing is proven level by
//! level.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "the model's numbers are small counts; good_lp wants them as floats"
)]

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{
    Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, variable,
};
use recuse::domain::{Date, Objective, PersonId, Role, School, SittingId};
use recuse::rules::Eligibility;

const ROLES: [Role; 3] = [Role::Proctor, Role::Observer, Role::Assistant];

/// What the model found of levels 1, 3 and 4.
pub struct Found {
    unfilled: BTreeMap<Role, u64>,
    lessons_lost: u64,
    load_squares: BTreeMap<Role, u64>,
}

type Choice = (SittingId, Role, PersonId);

/// Builds and solves the model.
pub fn solve(school: &School, eligibility: &Eligibility) -> Found {
    let mut variables = ProblemVariables::new();
    let mut takes: BTreeMap<Choice, Variable> = BTreeMap::new();
    let mut empty: BTreeMap<(SittingId, Role), Variable> = BTreeMap::new();
    let mut cost = Expression::from(0.0);
    for id in school.sitting_ids() {
        let sitting = school.sitting(id);
        for role in ROLES {
            let seat = variables.add(variable().min(0.0).max(f64::from(sitting.places[role])));
            cost += 1e6 * seat;
            empty.insert((id, role), seat);
            for person in eligibility
                .people(id, role)
                .filter(|_| sitting.places[role] > 0)
            {
                let take = variables.add(variable().binary());
                let avoided = eligibility.avoided(id, role, person).len();
                cost += (1e4 * avoided as f64 + 1e2 * lost(school, person, role, id) as f64) * take;
                takes.insert((id, role, person), take);
            }
        }
    }
    let mut steps: BTreeMap<(Role, PersonId), Vec<Variable>> = BTreeMap::new();
    for person in school.person_ids() {
        for role in ROLES {
            let most = takes
                .keys()
                .filter(|key| key.1 == role && key.2 == person)
                .count();
            let before = school.person(person).history[role];
            for duty in 0..most as u32 {
                let step = variables.add(variable().min(0.0).max(1.0));
                cost += f64::from(2 * (before + duty) + 1) * step;
                steps.entry((role, person)).or_default().push(step);
            }
        }
    }
    let mut model = variables
        .minimise(cost)
        .using(good_lp::solvers::microlp::microlp);
    for (&(id, role), &seat) in &empty {
        let places = f64::from(school.sitting(id).places[role]);
        let filled: Expression = of(&takes, |key| (key.0, key.1) == (id, role)).sum();
        model = model.with(constraint!(filled + seat == places));
    }
    for (&(role, person), steps) in &steps {
        let load: Expression = of(&takes, |key| (key.1, key.2) == (role, person)).sum();
        let stepped: Expression = steps.iter().sum();
        model = model.with(constraint!(load == stepped));
    }
    for person in school.person_ids() {
        for limit in limits(school, &takes, person) {
            let sum: Expression = limit.1.into_iter().sum();
            model = model.with(constraint!(sum <= f64::from(limit.0)));
        }
    }
    let solution = model
        .solve()
        .expect("leaving every seat empty is a solution");
    let count = |value: f64| value.round() as u64;
    let mut loads: BTreeMap<(Role, PersonId), u64> = BTreeMap::new();
    let mut lessons_lost = 0;
    for (&(id, role, person), &take) in &takes {
        let seats = count(solution.value(take));
        *loads.entry((role, person)).or_default() += seats;
        lessons_lost += seats * lost(school, person, role, id) as u64;
    }
    let square = |role: Role, person: PersonId| {
        let load = loads.get(&(role, person)).copied().unwrap_or(0);
        (u64::from(school.person(person).history[role]) + load).pow(2)
    };
    Found {
        unfilled: by_role(|role| {
            empty
                .iter()
                .filter(|(key, _)| key.1 == role)
                .map(|(_, &seat)| count(solution.value(seat)))
                .sum()
        }),
        lessons_lost,
        load_squares: by_role(|role| {
            school
                .person_ids()
                .filter(|&person| school.is_candidate(person, role))
                .map(|person| square(role, person))
                .sum()
        }),
    }
}

/// Both objectives side by side, where they differ.
pub fn compare(ours: &Objective, found: &Found) -> String {
    let mut differences = Vec::new();
    for role in ROLES {
        let pairs = [
            ("unfilled", ours.unfilled[role], found.unfilled[&role]),
            (
                "load_squares",
                ours.load_squares[role],
                found.load_squares[&role],
            ),
        ];
        for (level, mine, theirs) in pairs.into_iter().filter(|(_, mine, theirs)| mine != theirs) {
            differences.push(format!(
                "{level} of {}: ours {mine}, the model's {theirs}",
                role.name()
            ));
        }
    }
    if ours.lessons_lost != found.lessons_lost {
        differences.push(format!(
            "lessons lost: ours {}, the model's {}",
            ours.lessons_lost, found.lessons_lost
        ));
    }
    if differences.is_empty() {
        "the same objective".to_owned()
    } else {
        differences.join("; ")
    }
}

fn by_role(value: impl Fn(Role) -> u64) -> BTreeMap<Role, u64> {
    ROLES.into_iter().map(|role| (role, value(role))).collect()
}

fn of<'a>(
    takes: &'a BTreeMap<Choice, Variable>,
    wanted: impl Fn(&Choice) -> bool + 'a,
) -> impl Iterator<Item = Variable> + 'a {
    takes
        .iter()
        .filter(move |(key, _)| wanted(key))
        .map(|(_, &take)| take)
}

fn lost(school: &School, person: PersonId, role: Role, sitting: SittingId) -> usize {
    match role {
        Role::Observer => 0,
        _ => school.lessons_lost(person, school.sitting(sitting)).count(),
    }
}

/// Sets of a person's choices of which no more than so many may be taken: at one time, on one day, in all.
fn limits(
    school: &School,
    takes: &BTreeMap<Choice, Variable>,
    person: PersonId,
) -> Vec<(u32, Vec<Variable>)> {
    let mine: Vec<(SittingId, Variable)> = takes
        .iter()
        .filter(|(key, _)| key.2 == person)
        .map(|(key, &take)| (key.0, take))
        .collect();
    let mut sets = BTreeSet::new();
    for &(id, _) in &mine {
        let sitting = school.sitting(id);
        let mut clash: Vec<SittingId> = vec![id];
        for &(other, _) in &mine {
            let candidate = school.sitting(other);
            let overlaps = |&member: &SittingId| {
                school.sitting(member).date == candidate.date
                    && school.sitting(member).span.overlaps(&candidate.span)
            };
            if candidate.date == sitting.date && clash.iter().all(overlaps) {
                clash.push(other);
            }
        }
        clash.sort_unstable();
        clash.dedup();
        sets.insert(clash);
    }
    let among = |sittings: &dyn Fn(SittingId) -> bool| -> Vec<Variable> {
        mine.iter()
            .filter(|(id, _)| sittings(*id))
            .map(|&(_, take)| take)
            .collect()
    };
    let mut limits: Vec<(u32, Vec<Variable>)> = sets
        .iter()
        .map(|set| (1, among(&|id| set.contains(&id))))
        .collect();
    let staff = school.person(person).staff.as_ref();
    if let Some(most) = staff.and_then(|staff| staff.max_per_day) {
        let days: BTreeSet<Date> = mine
            .iter()
            .map(|(id, _)| school.sitting(*id).date)
            .collect();
        limits.extend(
            days.into_iter()
                .map(|day| (most, among(&|id| school.sitting(id).date == day))),
        );
    }
    if let Some(most) = staff.and_then(|staff| staff.max_total) {
        limits.push((most, among(&|_| true)));
    }
    limits
}
