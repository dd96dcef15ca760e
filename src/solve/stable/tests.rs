//! Commissions of tiny schools held against trying everything.

use super::super::naive::{self, Shape};
use super::super::random::Random;
use super::super::{SizeLimit, SolveOptions, solve_instance};
use crate::domain::{Prefer, Role, Severity};

fn shape(roles: &'static [Role]) -> Shape {
    Shape {
        people: 4,
        sittings: 4,
        roles,
        longest: 1,
        coupling: Severity::Allow,
        repair: false,
    }
}

/// Rounds in which the fewest pairs (by trying everything) were found, in which they were proven, and in which works were as
/// even as any such roster's.
fn stable_commissions(shapes: [Shape; 2], rounds: usize) -> (usize, usize, usize) {
    let mut random = Random::new(43);
    let (mut fewest, mut proven, mut even) = (0, 0, 0);
    for round in 0..rounds {
        let mut instance = naive::instance(shapes[round % 2], &mut random);
        if round % 4 > 1 {
            naive::weigh(&mut instance, &mut Random::new(round as u64));
        }
        if round % 3 == 2 {
            naive::limit(&mut instance, &mut Random::new(round as u64));
        }
        let (above, least, best) = naive::stable(&instance);
        instance.prefer = Prefer::StableCommissions;
        let options = SolveOptions {
            seed: round as u64,
            stop: &|| false,
            progress: &|_| {},
            limit: SizeLimit::default(),
        };
        let outcome = solve_instance(&instance, &options);
        let commissions = outcome.commissions.unwrap();
        assert!(naive::is_legal(&instance, &outcome.duties), "round {round}");
        assert_eq!(outcome.value.above_spread(), above, "round {round}");
        assert!(
            commissions.bound <= least && least <= commissions.pairs,
            "round {round}: {commissions:?}, {least}"
        );
        assert!(outcome.bound.deciding() <= best, "round {round}");
        fewest += usize::from(commissions.pairs == least);
        proven += usize::from(commissions.pairs == commissions.bound);
        even += usize::from(outcome.value.deciding() == best && commissions.pairs == least);
    }
    (fewest, proven, even)
}

/// Rounds of a test on tiny schools: 200, or as many as the environment asks for.
fn tiny_schools() -> usize {
    let asked = std::env::var("RECUSE_TINY_SCHOOLS").ok();
    asked.and_then(|it| it.parse().ok()).unwrap_or(200)
}

#[test]
fn commissions_are_as_small_as_trying_everything_finds() {
    let rounds = tiny_schools();
    let four = shape(&[Role::Checker]);
    let five = Shape {
        sittings: 5,
        ..four
    };
    let (fewest, proven, even) = stable_commissions([four, five], rounds);
    println!("{fewest} fewest, {proven} proven, {even} as even, of {rounds}");
    assert!(fewest * 100 >= rounds * 98, "{fewest}");
    assert!(proven * 100 >= rounds * 85, "{proven}");
    assert!(even * 100 >= rounds * 85, "{even}");
}

#[test]
fn commissions_are_small_where_proctors_and_checkers_are_solved_jointly() {
    let coupled = |coupling| Shape {
        coupling,
        longest: 2,
        ..shape(&[Role::Proctor, Role::Checker])
    };
    let shapes = [Severity::Avoid, Severity::Forbid].map(coupled);
    let (fewest, proven, even) = stable_commissions(shapes, 40);
    println!("{fewest} fewest, {proven} proven, {even} as even, of 40");
    assert!(fewest >= 38, "{fewest} {proven} {even}");
}
