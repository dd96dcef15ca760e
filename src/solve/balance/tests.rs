//! Against trying everything, on small problems; and what must hold of larger ones and of spoilt proofs.

use super::super::random::Random;
use super::verify::Flaw;
use super::*;

/// Never stops by itself.
const PATIENT: Budget<'static> = Budget {
    nodes: 100_000,
    stop: &|| false,
    tell: &|_| {},
};

/// What squares weigh.
const WEIGHTS: [u32; 5] = [1, 2, 3, 4, 20];

/// People, items, and the greatest weight and load of a random problem.
struct Size {
    people: usize,
    items: usize,
    weight: usize,
    load: usize,
}

fn random_problem(random: &mut Random, size: &Size) -> Balance {
    let loads = (0..size.people)
        .map(|_| random.below(size.load + 1) as u32)
        .collect();
    let mut items: Vec<Item> = Vec::new();
    for _ in 0..size.items {
        // Every third item is like an earlier one, as sittings of one subject are.
        if !items.is_empty() && random.below(3) == 0 {
            items.push(items[random.below(items.len())].clone());
            continue;
        }
        let options: Vec<u32> = (0..size.people as u32)
            .filter(|_| random.below(2) == 0)
            .collect();
        let picks = 1 + random.below(2) as u32;
        items.push(Item {
            weight: 1 + random.below(size.weight) as u32,
            picks,
            options,
        });
    }
    // Two of three problems have squares that weigh alike.
    let weights = if random.below(3) == 0 {
        let weight = |_| WEIGHTS[random.below(WEIGHTS.len())];
        (0..size.people).map(weight).collect()
    } else {
        vec![1; size.people]
    };
    Balance {
        loads,
        weights,
        items,
    }
}

/// Problems of several characters: weights all equal, few, many; loads alike or not.
fn small_problems() -> impl Iterator<Item = Balance> {
    let mut random = Random::new(11);
    (0..600).map(move |_| {
        let weight = [1, 3, 12, 30][random.below(4)];
        let load = [0, 5, 60][random.below(3)];
        let size = Size {
            people: 1 + random.below(5),
            items: random.below(8),
            weight,
            load,
        };
        random_problem(&mut random, &size)
    })
}

/// The least Σ load², by trying everything.
fn least_squares(problem: &Balance) -> i64 {
    let loads = problem.loads.iter().map(|&load| i64::from(load)).collect();
    let picks = problem
        .items
        .first()
        .map_or(0, |item| item.picks.min(item.options.len() as u32));
    try_items((&problem.items, &problem.weights), (0, picks), loads)
}

fn weighted(loads: &[i64], weights: &[u32]) -> i64 {
    let squares = loads.iter().zip(weights);
    squares
        .map(|(load, &weight)| load * load * i64::from(weight))
        .sum()
}

/// From the first item on, of which `picks` are still to be picked among the options from `from` on.
fn try_items(
    (items, weights): (&[Item], &[u32]),
    (from, picks): (usize, u32),
    loads: Vec<i64>,
) -> i64 {
    let Some(item) = items.first() else {
        return weighted(&loads, weights);
    };
    if picks == 0 {
        let next = items
            .get(1)
            .map_or(0, |item| item.picks.min(item.options.len() as u32));
        return try_items((&items[1..], weights), (0, next), loads);
    }
    let last = item.options.len() - picks as usize;
    let take = |option: usize| {
        let mut loads = loads.clone();
        loads[item.options[option] as usize] += i64::from(item.weight);
        try_items((items, weights), (option + 1, picks - 1), loads)
    };
    (from..=last).map(take).min().unwrap()
}

fn assert_legal(problem: &Balance, answer: &Balanced) {
    let mut loads: Vec<i64> = problem.loads.iter().map(|&load| i64::from(load)).collect();
    for (item, picked) in problem.items.iter().zip(&answer.picked) {
        assert_eq!(picked.len(), item.options.len().min(item.picks as usize));
        assert!(picked.windows(2).all(|two| two[0] < two[1]), "{picked:?}");
        assert!(picked.iter().all(|person| item.options.contains(person)));
        for &person in picked {
            loads[person as usize] += i64::from(item.weight);
        }
    }
    assert_eq!(answer.squares, weighted(&loads, &problem.weights));
}

#[test]
fn agrees_with_trying_everything() {
    for problem in small_problems() {
        let answer = solve(&problem, PATIENT);
        assert_legal(&problem, &answer);
        let least = least_squares(&problem);
        assert_eq!(
            (answer.squares, answer.bound, answer.certified),
            (least, least, true),
            "{problem:?}"
        );
    }
}

#[test]
fn a_spent_budget_leaves_a_choice_and_a_bound() {
    let mut random = Random::new(2);
    let mut open = 0;
    for _ in 0..10 {
        let size = Size {
            people: 7,
            items: 16,
            weight: 25,
            load: 60,
        };
        let problem = random_problem(&mut random, &size);
        let least = solve(&problem, PATIENT).squares;
        for budget in [
            Budget {
                nodes: 0,
                stop: &|| false,
                tell: &|_| {},
            },
            Budget {
                nodes: 100_000,
                stop: &|| true,
                tell: &|_| {},
            },
        ] {
            let answer = solve(&problem, budget);
            assert_legal(&problem, &answer);
            assert!(answer.certified);
            assert!(
                answer.bound <= least && least <= answer.squares,
                "{problem:?}"
            );
            open += usize::from(answer.bound < answer.squares);
        }
    }
    assert!(open > 0, "some problem must have needed more");
}

/// One number of the proof changed.
fn spoil(random: &mut Random, proof: &mut Proof) {
    let part = random.below(proof.parts.len());
    let part = &mut proof.parts[part];
    if random.below(4) == 0 {
        let class = random.below(part.classes.len());
        part.classes[class][0] ^= 1;
        return;
    }
    let change = i64::from(random.below(9) as u32) - 4;
    let step = random.below(part.steps.len());
    match &mut part.steps[step] {
        Step::Split {
            class,
            person,
            most,
        } => match random.below(3) {
            0 => *class = class.wrapping_add(1),
            1 => *person = person.wrapping_add(1),
            _ => *most = most.wrapping_add_signed(change as i32),
        },
        Step::Prices {
            denominator,
            prices,
        } => match random.below(prices.len() + 1) {
            0 => *denominator += change,
            price => prices[price - 1] += change * 7,
        },
        step @ Step::Empty => {
            *step = Step::Prices {
                denominator: 1,
                prices: Vec::new(),
            }
        }
    }
}

#[test]
fn a_spoilt_proof_is_rejected_or_proves_no_more_than_is_true() {
    let mut random = Random::new(5);
    let (mut rejected, mut weaker) = (0, 0);
    for problem in small_problems() {
        let answer = solve(&problem, PATIENT);
        if answer.proof.parts.is_empty() {
            continue;
        }
        for _ in 0..5 {
            let mut proof = answer.proof.clone();
            spoil(&mut random, &mut proof);
            match verify(&problem, &proof) {
                Ok(bound) => {
                    assert!(bound <= answer.squares, "{problem:?} {proof:?}");
                    weaker += usize::from(bound < answer.squares);
                }
                Err(_) => rejected += 1,
            }
        }
    }
    assert!(rejected > 100 && weaker > 100, "{rejected} {weaker}");
}

/// Two people, two items of 3 and one of 2: 3 + 2 against 3.
fn example() -> (Balance, Proof) {
    let item = |weight| Item {
        weight,
        picks: 1,
        options: vec![0, 1],
    };
    let problem = Balance {
        loads: vec![0, 0],
        weights: vec![1, 1],
        items: vec![item(3), item(2), item(3)],
    };
    let proof = solve(&problem, PATIENT).proof;
    (problem, proof)
}

#[test]
fn the_example_is_proven_by_hand() {
    let (problem, proof) = example();
    assert_eq!(verify(&problem, &proof), Ok(34));
    assert_eq!(proof.parts[0].classes, [vec![1], vec![0, 2]]);
    // Free prices: everyone takes nothing; a load of 0 for each, and all values are even.
    let free = Step::Prices {
        denominator: 1,
        prices: vec![0, 0],
    };
    let part = PartProof {
        steps: vec![free],
        ..proof.parts[0].clone()
    };
    assert_eq!(verify(&problem, &Proof { parts: vec![part] }), Ok(0));
}

#[test]
fn every_flaw_is_found() {
    let (problem, proof) = example();
    let flaw_of = |spoil: &dyn Fn(&mut PartProof)| {
        let mut spoilt = proof.clone();
        spoil(&mut spoilt.parts[0]);
        verify(&problem, &spoilt)
    };
    let split = |person| Step::Split {
        class: 0,
        person,
        most: 0,
    };
    assert_eq!(flaw_of(&|part| part.classes.clear()), Err(Flaw::Prices));
    assert_eq!(
        flaw_of(&|part| part.classes[0].push(0)),
        Err(Flaw::UnequalClass)
    );
    assert_eq!(
        flaw_of(&|part| part.classes[0].clear()),
        Err(Flaw::UnequalClass)
    );
    assert_eq!(flaw_of(&|part| part.classes[1][1] = 0), Err(Flaw::Items));
    assert_eq!(
        flaw_of(&|part| part.classes[1].truncate(1)),
        Err(Flaw::Items)
    );
    assert_eq!(flaw_of(&|part| part.classes[1][1] = 9), Err(Flaw::Items));
    assert_eq!(flaw_of(&|part| part.steps.clear()), Err(Flaw::Tree));
    assert_eq!(
        flaw_of(&|part| part.steps.push(Step::Empty)),
        Err(Flaw::Tree)
    );
    assert_eq!(
        flaw_of(&|part| part.steps = vec![Step::Empty]),
        Err(Flaw::NotEmpty)
    );
    assert_eq!(
        flaw_of(&|part| part.steps.insert(0, split(0))),
        Err(Flaw::Tree)
    );
    assert_eq!(
        flaw_of(&|part| part.steps.insert(0, split(2))),
        Err(Flaw::Split)
    );
    assert_eq!(
        flaw_of(&|part| part.steps = vec![Step::Prices {
            denominator: 0,
            prices: vec![0, 0]
        }]),
        Err(Flaw::Prices)
    );
    let twice = Proof {
        parts: vec![
            PartProof {
                classes: Vec::new(),
                steps: Vec::new()
            };
            2
        ],
    };
    assert_eq!(verify(&problem, &twice), Err(Flaw::Tree));
    let apart = |class: &[u32]| PartProof {
        classes: vec![class.to_vec()],
        steps: vec![Step::Prices {
            denominator: 1,
            prices: vec![0],
        }],
    };
    assert_eq!(
        verify(
            &problem,
            &Proof {
                parts: vec![apart(&[1]), apart(&[0, 2])]
            }
        ),
        Err(Flaw::SharedPerson)
    );
    assert_eq!(verify(&problem, &Proof::default()), Err(Flaw::Items));
}

#[test]
fn a_school_is_proven_and_the_answer_repeats() {
    let mut random = Random::new(3);
    for _ in 0..6 {
        let loads = (0..16).map(|_| random.below(60) as u32).collect();
        let weight = |_| WEIGHTS[random.below(WEIGHTS.len())];
        let weights = (0..16).map(weight).collect();
        let items = (0..40).map(|_| {
            let first = random.below(12) as u32;
            let options = (first..first + 2 + random.below(4) as u32)
                .filter(|&person| person < 16)
                .collect();
            Item {
                weight: 14 + random.below(16) as u32,
                picks: 1,
                options,
            }
        });
        let problem = Balance {
            loads,
            weights,
            items: items.collect(),
        };
        let answer = solve(&problem, PATIENT);
        assert_legal(&problem, &answer);
        assert_eq!((answer.squares, answer.certified), (answer.bound, true));
        assert_eq!(solve(&problem, PATIENT), answer);
    }
}

#[test]
fn numbers_beyond_all_measure_are_answered_without_proof_of_more() {
    let item = Item {
        weight: u32::MAX,
        picks: 1,
        options: vec![0, 1],
    };
    let problem = Balance {
        loads: vec![u32::MAX, 0],
        weights: vec![1, 3],
        items: vec![item.clone(), item],
    };
    let answer = solve(&problem, PATIENT);
    assert!(answer.picked.iter().all(|picked| picked.len() == 1));
    assert!(answer.bound < answer.squares);
}

#[test]
fn what_nobody_may_take_adds_nothing() {
    let item = |weight, picks, options: &[u32]| Item {
        weight,
        picks,
        options: options.to_vec(),
    };
    let items = vec![
        item(5, 1, &[]),
        item(0, 1, &[0, 1]),
        item(4, 3, &[0, 1]),
        item(7, 0, &[0]),
    ];
    let answer = solve(
        &Balance {
            loads: vec![1, 2, 3],
            weights: vec![1, 1, 2],
            items,
        },
        PATIENT,
    );
    assert_eq!(
        answer.picked.iter().map(Vec::len).collect::<Vec<_>>(),
        [0, 1, 2, 0]
    );
    assert_eq!((answer.squares, answer.bound), (25 + 36 + 18, 25 + 36 + 18));
}
