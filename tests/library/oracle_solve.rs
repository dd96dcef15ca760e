//! What `solve` answers for thousands of random schools is legal, is as good as trying every roster, and is bounded
//! by nothing better than what exists.

use std::collections::BTreeMap;

use crate::oracle::bars::may_take;
use crate::oracle::best::best;
use crate::oracle::bridge::{Both, levels};
use crate::oracle::generator::{Size, random_school};
use crate::oracle::judge::{Row, Who, conflicts};
use crate::oracle::objective::{PROVEN, objective};
use recuse::domain::{Prefer, SittingId};
use recuse::input::{ReadOptions, read};
use recuse::rules::Eligibility;
use recuse::service::demo::{self, made_up};
use recuse::solve::{Answer, Engine, Last, Left, SizeLimit, SolveOptions, second_opinion, solve};

use crate::oracle::school::Role;

const SCHOOLS: u64 = 2_400;
/// Schools of which brute force must have spoken.
const COMPARED: usize = 2_000;
const MOST_STATES: usize = 1_000;

fn answer(both: &Both, seed: u64) -> Answer {
    let options = SolveOptions {
        seed,
        stop: &|| false,
        progress: &|_| {},
        limit: SizeLimit::default(),
    };
    solve(&both.theirs, &Eligibility::of(&both.theirs), &options).expect("a school so small")
}

fn rows(both: &Both, answer: &Answer) -> Vec<Row> {
    answer
        .places
        .iter()
        .map(|&(place, person)| Row {
            sitting: Some(SittingId::index(place.sitting)),
            role: Role::ALL[place.role as usize],
            who: person.map_or(Who::Nobody, |person| Who::Person(both.person(person))),
        })
        .collect()
}

/// What is wrong with the answer.
fn fault(
    both: &Both,
    answer: &Answer,
    best: Option<&crate::oracle::objective::Objective>,
) -> Option<String> {
    let roster = rows(both, answer);
    let school = &both.ours;
    for sitting in 0..school.schedule.len() {
        for role in Role::ALL {
            let offered = roster
                .iter()
                .filter(|row| row.sitting == Some(sitting) && row.role == role)
                .count();
            if offered != school.places(sitting, role) as usize {
                return Some(format!("{offered} places of {role:?} at sitting {sitting}"));
            }
        }
    }
    for finding in conflicts(school, &roster) {
        let is_hopeless_pin = finding.code == "pin-broken"
            && finding
                .person
                .zip(finding.sitting)
                .is_some_and(|(person, sitting)| !may_take(school, person, finding.role, sitting));
        if finding.code != "unfilled" && !is_hopeless_pin {
            return Some(both.describe(&finding));
        }
    }
    let (value, told, bound) = (
        objective(school, &roster),
        levels(&answer.objective),
        levels(&answer.bound),
    );
    if value != told {
        return Some(format!("counts {told:?}\nis     {value:?}"));
    }
    if answer.optimal && value[PROVEN] != bound[PROVEN] {
        return Some(format!("optimal {value:?}\nbound   {bound:?}"));
    }
    let best = best?;
    if value[PROVEN] != best[PROVEN] {
        return Some(format!(
            "value {value:?}\nbest  {best:?} (optimal: {})",
            answer.optimal
        ));
    }
    if bound.iter().zip(best).any(|(bound, best)| bound > best) {
        return Some(format!("bound {bound:?}\nbest  {best:?}"));
    }
    None
}

#[test]
fn answers_are_legal_and_as_good_as_brute_force() {
    let (mut compared, mut faults) = (0, Vec::new());
    // Entries of the objective that are left with a gap, and in how many schools.
    let mut open = BTreeMap::new();
    for seed in 0..SCHOOLS {
        let school = random_school(seed, Size::SMALL);
        let both = Both::read(school, seed).unwrap_or_else(|text| panic!("seed {seed}: {text}"));
        let answer = answer(&both, 7);
        let best = best(&both.ours, MOST_STATES);
        compared += usize::from(best.is_some());
        if !answer.optimal {
            let (value, bound) = (levels(&answer.objective), levels(&answer.bound));
            for entry in PROVEN.filter(|&entry| value[entry] != bound[entry]) {
                *open.entry(entry).or_insert(0) += 1;
            }
        }
        if let Some(fault) = fault(&both, &answer, best.as_ref()) {
            faults.push(format!(
                "seed {seed}\n{}\n{fault}",
                both.case(&rows(&both, &answer))
            ));
        }
    }
    let smallest = faults.iter().min_by_key(|case| case.len());
    assert!(
        smallest.is_none(),
        "{}\n{} of {SCHOOLS} schools",
        smallest.unwrap(),
        faults.len()
    );
    assert!(
        compared >= COMPARED,
        "brute force spoke of {compared} schools only"
    );
    assert_eq!(
        open,
        BTreeMap::<usize, usize>::new(),
        "schools so small are all proven"
    );
}

#[test]
fn a_seed_repeats_its_answer_and_another_is_as_good() {
    let mut different = 0;
    for seed in 0..200 {
        let school = random_school(seed, Size::SMALL);
        let both = Both::read(school, seed).unwrap_or_else(|text| panic!("seed {seed}: {text}"));
        let (first, again, other) = (answer(&both, 1), answer(&both, 1), answer(&both, 2));
        assert_eq!(first, again, "seed {seed}");
        assert_eq!(
            levels(&first.objective)[PROVEN],
            levels(&other.objective)[PROVEN],
            "seed {seed}\n{}",
            both.case(&rows(&both, &first))
        );
        different += usize::from(first.places != other.places);
    }
    assert!(different >= 40, "only {different} schools differ by seed");
}

/// Every level of the objective that `optimal` speaks of.
fn deciding(answer: &Answer) -> String {
    let it = &answer.objective;
    let levels = (&it.unfilled, &it.avoided, it.lessons_lost, &it.load_squares);
    format!("{levels:?}")
}

#[test]
fn the_general_model_agrees_at_every_level() {
    let (mut whole, mut uncertain) = (0, 0);
    for seed in 0..240 {
        let school = random_school(seed, Size::SMALL);
        let both = Both::read(school, seed).unwrap_or_else(|text| panic!("seed {seed}: {text}"));
        let ours = answer(&both, seed);
        let eligibility = Eligibility::of(&both.theirs);
        let limits: (Engine, Left<'_>, Last) = (Engine::default(), &|| 30.0, Last::Lessons);
        let theirs = second_opinion(&both.theirs, &eligibility, limits).expect("a school so small");
        let opinion = theirs.opinion.expect("a general solver has one");
        assert!(!theirs.optimal, "school {seed}: nothing is certified");
        if opinion.least == opinion.levels && both.theirs.policy.prefer != Prefer::FewPeople {
            assert_eq!(deciding(&ours), deciding(&theirs), "school {seed}");
            whole += 1;
        } else {
            uncertain += 1;
        }
    }
    assert!(whole > 200, "{whole} schools, {uncertain} apart");
}

/// Schools of 12 staff and 20 sittings, with all their lists.
#[test]
fn the_general_model_agrees_on_made_up_schools() {
    let mut whole = 0;
    for seed in 1..=6 {
        let school = read(&made_up(demo::Size::Small, seed), &ReadOptions::default()).school;
        let school = school.expect("made-up schools are readable");
        let eligibility = Eligibility::of(&school);
        let options = SolveOptions {
            seed,
            stop: &|| false,
            progress: &|_| {},
            limit: SizeLimit::default(),
        };
        let ours = solve(&school, &eligibility, &options).expect("a school so small");
        let limits: (Engine, Left<'_>, Last) = (Engine::default(), &|| 20.0, Last::Evenness);
        let theirs = second_opinion(&school, &eligibility, limits).expect("a school so small");
        let opinion = theirs.opinion.expect("a general solver has one");
        assert!(ours.optimal && !theirs.optimal, "school {seed}");
        if opinion.least == opinion.levels {
            assert_eq!(deciding(&ours), deciding(&theirs), "school {seed}");
            whole += 1;
        }
    }
    assert!(whole > 2, "{whole}");
}
