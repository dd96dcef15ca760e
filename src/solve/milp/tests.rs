use std::collections::BTreeSet;

use super::super::levels::{Level, Levels};
use super::super::naive::{self, Shape};
use super::super::random::Random;
use super::super::{SizeLimit, SolveOptions, account, solve_instance};
use super::*;
use crate::domain::{Prefer, Role, Severity};

const LEFT: Left<'static> = &|| 60.0;

fn shape(people: usize, roles: &'static [Role], coupling: Severity) -> Shape {
    Shape {
        people,
        sittings: 4,
        roles,
        longest: 2,
        coupling,
        repair: false,
    }
}

/// The value of the general model's roster, which it calls least at every level.
fn opinion(instance: &Instance) -> Levels {
    let second = solve(instance, (Engine::Microlp, LEFT, Last::Lessons));
    assert_eq!(second.opinion.least, second.opinion.levels);
    assert!(naive::is_legal(instance, &second.duties));
    account::value(instance, &second.duties)
}

fn ours(instance: &Instance) -> Levels {
    let options = SolveOptions {
        seed: 1,
        stop: &|| false,
        progress: &|_| {},
        limit: SizeLimit::default(),
    };
    solve_instance(instance, &options).value
}

fn both_are_the_best(shape: Shape, rounds: usize, seed: u64) {
    let mut random = Random::new(seed);
    for round in 0..rounds {
        let mut instance = naive::instance(shape, &mut random);
        if round % 2 == 1 {
            naive::weigh(&mut instance, &mut Random::new(round as u64));
        }
        let opinion = opinion(&instance);
        assert_eq!(opinion, naive::best(&instance), "round {round}");
        assert_eq!(opinion.deciding(), ours(&instance).deciding(), "{round}");
    }
}

#[test]
fn overlapping_times_and_limits() {
    both_are_the_best(Shape::overlapping(4, 4), 60, 71);
}

#[test]
fn every_role() {
    let shape = Shape {
        sittings: 2,
        ..shape(3, &Role::ALL, Severity::Allow)
    };
    both_are_the_best(shape, 30, 72);
}

#[test]
fn proctors_who_may_not_check() {
    let roles = &[Role::Proctor, Role::Checker];
    both_are_the_best(shape(3, roles, Severity::Forbid), 40, 73);
}

#[test]
fn proctors_who_had_better_not_check() {
    let roles = &[Role::Proctor, Role::Checker];
    both_are_the_best(shape(3, roles, Severity::Avoid), 40, 74);
}

#[test]
fn what_a_repair_changes_comes_before_exceptions() {
    let shape = Shape {
        repair: true,
        ..shape(3, &[Role::Proctor, Role::Assistant], Severity::Allow)
    };
    let mut random = Random::new(75);
    for round in 0..40 {
        let instance = naive::instance(shape, &mut random);
        assert_eq!(opinion(&instance), naive::best(&instance), "round {round}");
    }
}

#[test]
fn as_few_people_as_can_be() {
    let mut random = Random::new(76);
    for round in 0..15 {
        let mut instance = naive::instance(Shape::overlapping(4, 3), &mut random);
        instance.prefer = Prefer::FewPeople;
        let second = solve(&instance, (Engine::Microlp, LEFT, Last::Lessons));
        let value = account::value(&instance, &second.duties);
        let upper = naive::best(&instance).above_spread();
        assert_eq!(value.above_spread(), upper, "round {round}");
        let people = second.called.map(|called| called.people);
        let fewest = naive::fewest(&instance, &BTreeSet::new()) as u64;
        assert_eq!(people, Some(fewest), "round {round}");
    }
}

#[test]
fn without_time_nothing_is_called_least_and_nothing_is_illegal() {
    let instance = naive::instance(Shape::overlapping(4, 4), &mut Random::new(77));
    let second = solve(&instance, (Engine::Microlp, &|| 0.0, Last::Lessons));
    assert_eq!(second.opinion.least, 0);
    assert!(second.opinion.levels > 3, "{:?}", second.opinion);
    assert_eq!(second.duties, []);
}

#[test]
fn illegal_duties_are_seen() {
    let mut random = Random::new(78);
    let (mut legal, mut illegal) = (0, 0);
    for _ in 0..40 {
        let roles = &[Role::Proctor, Role::Checker];
        let instance = naive::instance(shape(3, roles, Severity::Forbid), &mut random);
        for _ in 0..40 {
            let duties: Vec<(usize, PersonId)> = (0..4)
                .map(|_| {
                    let at = random.below(instance.demands.len());
                    (at, PersonId::new(random.below(3)))
                })
                .collect();
            let is_legal = naive::is_legal(&instance, &duties);
            assert_eq!(legal::stand(&instance, &duties), is_legal, "{duties:?}");
            legal += usize::from(is_legal);
            illegal += usize::from(!is_legal);
        }
    }
    assert!(legal > 50 && illegal > 50, "{legal} legal, {illegal} not");
}

#[test]
fn goals_stand_in_the_order_of_levels_with_people_before_the_spread() {
    let goals: Vec<Goal> = Level::all().map(Goal::from).collect();
    assert!(goals.is_sorted());
    let people = goals.partition_point(|goal| *goal < Goal::People);
    assert_eq!(goals[people], Goal::from(Level::LoadSquares(Role::ALL[0])));
}
