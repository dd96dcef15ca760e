use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use super::levels::Level;
use super::naive::{self, Shape};
use super::random::Random;
use super::*;
use crate::domain::{Prefer, Role, Severity};

const PROCTORS: &[Role] = &[Role::Proctor];
const TIME_BOUND: &[Role] = &[Role::Proctor, Role::Observer, Role::Assistant];
const COUPLED: &[Role] = &[Role::Proctor, Role::Checker];

fn shape(roles: &'static [Role], longest: u32) -> Shape {
    Shape {
        people: 4,
        sittings: 4,
        roles,
        longest,
        coupling: Severity::Allow,
        repair: false,
    }
}

fn options(seed: u64) -> SolveOptions<'static> {
    SolveOptions {
        seed,
        stop: &|| false,
        progress: &|_| {},
        limit: SizeLimit::default(),
    }
}

fn solved(instance: &Instance, seed: u64) -> Outcome {
    solve_instance(instance, &options(seed))
}

/// Solves random instances and holds every answer against the best roster of all.
fn agrees_with_trying_everything(shape: Shape, rounds: usize, seed: u64) {
    let mut random = Random::new(seed);
    for round in 0..rounds {
        let mut instance = naive::instance(shape, &mut random);
        if round % 2 == 1 {
            naive::weigh(&mut instance, &mut Random::new(round as u64));
        }
        let options = options(round as u64);
        let outcome = if shape.repair {
            repair::solve_rest(&instance, &options)
        } else {
            solve_instance(&instance, &options)
        };
        let best = naive::best(&instance);
        assert!(
            naive::is_legal(&instance, &outcome.duties),
            "round {round}: {:?}",
            outcome.duties
        );
        assert_eq!(
            outcome.value,
            naive::value(&instance, &outcome.duties),
            "round {round}"
        );
        assert!(outcome.certified, "round {round}");
        assert_eq!(
            outcome.value.deciding(),
            best.deciding(),
            "round {round}: {instance:?}"
        );
        assert_eq!(outcome.bound.deciding(), best.deciding(), "round {round}");
        assert!(outcome.bound <= best, "round {round}");
    }
}

#[test]
fn proctors_in_sittings_of_one_length() {
    agrees_with_trying_everything(shape(PROCTORS, 1), 300, 1);
}

#[test]
fn proctors_in_sittings_of_unequal_length() {
    agrees_with_trying_everything(shape(PROCTORS, 3), 300, 2);
}

#[test]
fn time_bound_roles_that_share_people() {
    let shape = Shape {
        people: 3,
        ..shape(TIME_BOUND, 2)
    };
    agrees_with_trying_everything(shape, 100, 3);
}

#[test]
fn checkers_alone() {
    agrees_with_trying_everything(shape(&[Role::Checker], 1), 200, 4);
}

#[test]
fn checkers_who_must_not_have_proctored() {
    let shape = Shape {
        coupling: Severity::Forbid,
        people: 3,
        ..shape(COUPLED, 2)
    };
    agrees_with_trying_everything(shape, 100, 5);
}

#[test]
fn checkers_who_had_better_not_have_proctored() {
    let shape = Shape {
        coupling: Severity::Avoid,
        people: 3,
        ..shape(COUPLED, 2)
    };
    agrees_with_trying_everything(shape, 100, 6);
}

#[test]
fn repairs_change_as_little_as_trying_everything() {
    for (roles, rounds, seed) in [
        (PROCTORS, 300, 8),
        (TIME_BOUND, 40, 9),
        (&[Role::Checker], 150, 10),
    ] {
        let shape = Shape {
            repair: true,
            ..shape(roles, 2)
        };
        agrees_with_trying_everything(shape, rounds, seed);
    }
}

#[test]
fn coupled_repairs_change_as_little_as_trying_everything() {
    let shape = Shape {
        coupling: Severity::Forbid,
        people: 3,
        repair: true,
        ..shape(COUPLED, 2)
    };
    agrees_with_trying_everything(shape, 80, 11);
}

#[test]
fn equal_seeds_give_equal_rosters_and_other_seeds_others_of_equal_value() {
    let mut random = Random::new(7);
    let large = Shape {
        people: 12,
        sittings: 8,
        ..shape(PROCTORS, 2)
    };
    for _ in 0..5 {
        let instance = naive::instance(large, &mut random);
        let first = solved(&instance, 1);
        assert_eq!(first.duties, solved(&instance, 1).duties);
        let others: Vec<_> = (2..32).map(|seed| solved(&instance, seed)).collect();
        assert!(others.iter().all(|other| other.value == first.value));
        // Where few rosters are best, two seeds can draw the same.
        let same = |other: &&Outcome| other.duties == first.duties;
        assert!(others.iter().filter(same).count() < 11);
    }
}

#[test]
fn a_certificate_with_a_number_altered_is_rejected() {
    let mut random = Random::new(8);
    let (mut bounds, mut prices, mut levels) = (0, 0, 0);
    for round in 0..120 {
        let (roles, longest) = [(TIME_BOUND, 3), (PROCTORS, 1)][round % 2];
        let instance = naive::instance(shape(roles, longest), &mut random);
        let budget = Budget {
            nodes: 500,
            stop: &|| false,
            tell: &|_| {},
        };
        let solved = groups::time_bound(&instance, budget);
        for certificate in &solved.certificates {
            assert!(certificate.holds(&instance));
            let mut higher = certificate.clone();
            let least = certificate.weights.least().unwrap();
            higher.bound += Levels::single(least, 2);
            assert!(!higher.holds(&instance));
            bounds += 1;
            if certificate.leaves.len() > 1 {
                let mut fewer = certificate.clone();
                fewer.leaves.pop();
                assert!(!fewer.holds(&instance));
            }
            let mut shorter = certificate.clone();
            for leaf in &mut shorter.leaves {
                leaf.prices.iter_mut().for_each(|price| *price = 0);
            }
            // Prices of nothing prove that nothing is paid, and no more.
            if certificate.bound != Levels::default() {
                assert!(!shorter.holds(&instance));
                prices += 1;
            }
        }
        for priced in &solved.priced {
            assert!(priced.holds(&instance));
            let mut more = priced.clone();
            more.least += 1;
            assert!(!more.holds(&instance));
            levels += 1;
        }
    }
    assert!(
        bounds > 20 && prices > 20 && levels > 50,
        "{bounds} {prices} {levels}"
    );
}

/// Rounds in which the fewest people (by trying everything) were found, and in which they were proven.
fn few_people(shapes: [Shape; 2], rounds: usize) -> (usize, usize) {
    let mut random = Random::new(21);
    let (mut fewest, mut proven) = (0, 0);
    for round in 0..rounds {
        let mut instance = naive::instance(shapes[round % 2], &mut random);
        if round % 4 > 1 {
            naive::weigh(&mut instance, &mut Random::new(round as u64));
        }
        let best = naive::best(&instance).above_spread();
        let least = naive::fewest(&instance, &BTreeSet::new()) as u64;
        instance.prefer = Prefer::FewPeople;
        let outcome = solved(&instance, round as u64);
        let called = outcome.called.unwrap_or_default();
        assert!(naive::is_legal(&instance, &outcome.duties), "round {round}");
        assert_eq!(outcome.value.above_spread(), best, "round {round}");
        let time_bound = |it: &&(usize, PersonId)| instance.demands[it.0].role.is_time_bound();
        let duties = outcome.duties.iter().filter(time_bound);
        let people: BTreeSet<_> = duties.map(|it| it.1).collect();
        assert_eq!(called.people, people.len() as u64, "round {round}");
        assert!(
            called.bound <= least && least <= called.people,
            "round {round}"
        );
        assert!(outcome.bound <= outcome.value, "round {round}");
        fewest += usize::from(called.people == least);
        proven += usize::from(called.people == called.bound);
    }
    (fewest, proven)
}

#[test]
fn few_people_are_called_in_without_loss_at_the_levels_above() {
    let shapes = [shape(PROCTORS, 2), Shape::overlapping(4, 3)];
    let (fewest, proven) = few_people(shapes, 100);
    assert!(fewest >= 98 && proven >= 96, "{fewest} {proven}");
}

#[test]
fn few_people_are_called_in_where_proctors_and_checkers_are_solved_jointly() {
    let coupled = |coupling| Shape {
        coupling,
        ..shape(COUPLED, 2)
    };
    let shapes = [Severity::Avoid, Severity::Forbid].map(coupled);
    let (fewest, proven) = few_people(shapes, 60);
    assert!(fewest >= 58 && proven >= 57, "{fewest} {proven}");
}

#[test]
fn limits_of_weeks_and_works_agree_with_trying_everything() {
    let shapes = [
        shape(&[Role::Checker], 1),
        shape(&[Role::Proctor, Role::Checker], 2),
        shape(&[Role::Proctor, Role::Assistant], 2),
    ];
    let mut random = Random::new(77);
    let (mut proven, mut bitten, rounds) = (0, 0, 240);
    for round in 0..rounds {
        let mut instance = naive::instance(shapes[round % shapes.len()], &mut random);
        if round % 2 == 1 {
            naive::weigh(&mut instance, &mut Random::new(round as u64));
        }
        let free = naive::best(&instance);
        naive::limit(&mut instance, &mut random);
        let outcome = solve_instance(&instance, &options(round as u64));
        let best = naive::best(&instance);
        assert!(naive::is_legal(&instance, &outcome.duties), "round {round}");
        let value = naive::value(&instance, &outcome.duties);
        assert_eq!(outcome.value, value, "round {round}");
        assert!(outcome.bound.deciding() <= best.deciding(), "round {round}");
        assert_eq!(value.deciding(), best.deciding(), "round {round}");
        bitten += usize::from(best != free);
        proven += usize::from(outcome.bound.deciding() == best.deciding() && outcome.certified);
    }
    assert!(bitten > rounds / 3, "{bitten}");
    assert_eq!(proven, rounds);
}

/// A school of two parts, told to stop after so many questions: of all rosters that are alike above a level, none has less
/// there than the bound says.
#[test]
fn each_level_is_bounded_given_those_above_whenever_it_is_stopped() {
    let mut random = Random::new(91);
    let (mut open, mut below) = (0, 0);
    for round in 0..300 {
        let roles = if round % 2 == 0 { PROCTORS } else { &Role::ALL };
        let mut instance = naive::instance(shape(roles, 2), &mut random);
        if round % 4 > 1 {
            naive::weigh(&mut instance, &mut Random::new(round));
        }
        for (index, demand) in instance.demands.iter_mut().enumerate() {
            demand
                .candidates
                .retain(|it| it.person.index() % 2 == index % 2);
        }
        let values = naive::values(&instance);
        for asked in [0, 1, 3, 10, 30, 100] {
            let left = AtomicU32::new(asked);
            let stop = || {
                let next = |it: u32| it.checked_sub(1);
                left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next)
                    .is_err()
            };
            let options = SolveOptions {
                stop: &stop,
                ..options(round)
            };
            let Outcome { value, bound, .. } = solve_instance(&instance, &options);
            let mut alike: Vec<Levels> = values.iter().copied().collect();
            for level in Level::all() {
                let least = alike.iter().map(|it| it.get(level)).min();
                let least = least.expect("the roster itself is one");
                assert!(
                    bound.get(level) <= least,
                    "round {round}, {asked}: {level:?} {bound:?} {value:?}"
                );
                open += usize::from(bound.get(level) < value.get(level));
                alike.retain(|it| it.get(level) == value.get(level));
            }
            let gap = Level::all().position(|level| bound.get(level) < value.get(level));
            let all: Vec<Level> = Level::all().collect();
            below += usize::from(
                gap.is_some_and(|gap| all[gap + 1..].iter().any(|&it| bound.get(it) > 0)),
            );
        }
    }
    assert!(open > 1000, "{open} open levels");
    assert!(below > 100, "{below} bounds below an open level");
}

/// Everybody who goes on after a stop would go on asking: few questions are left then, wherever it comes.
#[test]
fn who_is_told_to_stop_ends_and_does_not_begin_anything_else() {
    let shape = Shape {
        roles: &Role::ALL,
        ..Shape::overlapping(30, 90)
    };
    let instance = naive::instance(shape, &mut Random::new(97));
    let mut stopped = 0;
    for asked in [0, 1, 10, 100, 300, 1_000, 3_000, 10_000] {
        let asks = AtomicU32::new(0);
        let stop = || asks.fetch_add(1, Ordering::Relaxed) >= asked;
        let options = SolveOptions {
            stop: &stop,
            ..options(1)
        };
        let outcome = solve_instance(&instance, &options);
        let after = asks.load(Ordering::Relaxed).saturating_sub(asked);
        assert!(after <= 16, "{after} more after {asked}");
        assert!(naive::is_legal(&instance, &outcome.duties), "{asked}");
        stopped += usize::from(after > 0);
    }
    assert!(stopped > 4, "{stopped}");
}

#[test]
fn a_search_says_where_it_stands() {
    let mut random = Random::new(17);
    let heard = Mutex::new(Vec::new());
    for round in 0..60 {
        let instance = naive::instance(Shape::overlapping(6, 6), &mut random);
        let options = SolveOptions {
            progress: &|stage| heard.lock().unwrap().push(stage),
            ..options(round)
        };
        solve_instance(&instance, &options);
    }
    let heard = heard.into_inner().unwrap();
    assert!(heard.len() > 10, "{} stages", heard.len());
    for stage in heard {
        assert!((1..=4).contains(&stage.level), "{stage:?}");
        assert!(stage.bound <= stage.value, "{stage:?}");
    }
}
