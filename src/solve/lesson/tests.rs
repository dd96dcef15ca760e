use std::sync::atomic::{AtomicU32, Ordering};

use super::super::account;
use super::super::budget::Budget;
use super::super::instance::{Instance, Slots};
use super::super::levels::{Level, Levels};
use super::super::naive::{self, Shape};
use super::super::random::Random;
use super::*;

fn closed(instance: &Instance, stop: &(dyn Fn() -> bool + Sync)) -> Closed {
    let demands: Vec<usize> = (0..instance.demands.len()).collect();
    let slots = Slots::of(instance);
    let budget = Budget {
        nodes: 0,
        stop,
        tell: &|_| {},
    };
    close((instance, &slots), &demands, Vec::new(), budget)
}

fn value(instance: &Instance, closed: &Closed) -> Levels {
    let demands: Vec<usize> = (0..instance.demands.len()).collect();
    account::growth(instance, &demands, &closed.duties).deciding()
}

/// The levels down to the first at which the two differ, that one included.
fn agreed(a: Levels, b: Levels) -> impl Iterator<Item = Level> {
    let mut is_over = false;
    Level::all().take_while(move |&level| {
        let was_over = is_over;
        is_over |= a.get(level) != b.get(level);
        !was_over
    })
}

#[test]
fn nearly_always_the_program_is_as_good_as_trying_everything_and_never_better() {
    let mut random = Random::new(23);
    let (mut equal, rounds) = (0, 200);
    for round in 0..rounds {
        let mut instance = naive::instance(Shape::overlapping(4, 4), &mut random);
        if round % 2 == 1 {
            naive::weigh(&mut instance, &mut Random::new(round as u64));
        }
        let best = naive::best(&instance).deciding();
        let closed = closed(&instance, &|| false);
        let value = value(&instance, &closed);
        assert!(naive::is_legal(&instance, &closed.duties), "round {round}");
        assert!(value >= best, "round {round}");
        for level in agreed(value, best) {
            let bound = closed.bound.get(level);
            assert!(bound <= best.get(level), "round {round}: {level:?} {bound}");
        }
        assert!(closed.priced.iter().all(|it| it.holds(&instance)));
        equal += usize::from(value == best && closed.bound == best);
    }
    assert!(equal * 100 >= 95 * rounds, "{equal} of {rounds}");
}

#[test]
fn no_prices_prove_what_is_not_so() {
    let mut random = Random::new(29);
    let mut still_tight = 0;
    for _ in 0..60 {
        let instance = naive::instance(Shape::overlapping(4, 4), &mut random);
        let best = naive::best(&instance).deciding();
        for priced in closed(&instance, &|| false).priced {
            for _ in 0..20 {
                let mut other = priced.clone();
                let most = 1 + random.below(4) as i64;
                let mut near =
                    |it: i64| it + random.below(2 * most.unsigned_abs() as usize + 1) as i64 - most;
                other.prices.iter_mut().for_each(|it| *it = near(*it));
                let times = other.multipliers.iter_mut();
                times.for_each(|it| it.1 = near(it.1).max(0));
                other.divisor = near(other.divisor).max(1);
                let other = other.count(&instance).unwrap();
                let bound = other.bound(&best);
                assert!(bound <= best.get(other.level), "{other:?}");
                still_tight += usize::from(bound > 0 && bound == best.get(other.level));
            }
            assert!(priced.bound(&best) <= best.get(priced.level));
        }
    }
    assert!(still_tight > 100, "{still_tight}");
}

#[test]
fn whenever_it_is_stopped_the_roster_is_legal_and_no_bound_too_high() {
    let mut random = Random::new(31);
    for _ in 0..6 {
        let instance = naive::instance(Shape::overlapping(4, 4), &mut random);
        let best = naive::best(&instance).deciding();
        for asked in [0, 1, 2, 5, 20, 50, 100] {
            let left = AtomicU32::new(asked);
            let stop = || {
                let next = |it: u32| it.checked_sub(1);
                left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next)
                    .is_err()
            };
            let closed = closed(&instance, &stop);
            assert!(naive::is_legal(&instance, &closed.duties));
            let value = value(&instance, &closed);
            assert!(closed.bound <= value);
            for level in agreed(value, best) {
                assert!(closed.bound.get(level) <= best.get(level));
            }
        }
    }
}

#[test]
fn many_people_who_are_short_are_proven_level_by_level() {
    let mut random = Random::new(37);
    for _ in 0..4 {
        let instance = naive::instance(Shape::overlapping(14, 40), &mut random);
        let closed = closed(&instance, &|| false);
        assert!(naive::is_legal(&instance, &closed.duties));
        assert_eq!(closed.bound, value(&instance, &closed));
    }
}
