//! Proofs written by `generate` and held against their rosters by the verifier: accepted as they are, rejected altered.

use crate::oracle::best::best;
use crate::oracle::bridge::Both;
use crate::oracle::files::write;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::objective::{AVOIDED, LESSONS_LOST, LOAD_SQUARES, PROVEN, UNFILLED, objective};
use crate::oracle::rng::Rng;
use crate::samples::{files_of, generated};
use recuse::check::check;
use recuse::domain::{Objective, Role, RoleMap, Roster, RuleCode, School, Seat, Spot};
use recuse::input::InputFile;
use recuse::proof::{
    self, Amounts, Block, Component, Flaw, Level, Prices, Proof, Step, Unreadable,
};
use recuse::rules::joint_rules;
use recuse::service::{Generated, demo};
use recuse::verify::verify;

fn small() -> Generated {
    generated(&files_of("school-small")).expect("it can be staffed")
}

/// The first level that is not proven.
fn gap(slack: &Amounts) -> Option<Level> {
    slack.some().next().map(|it| it.0)
}

/// Writes the proof, reads it again and verifies it: is everything proven?
fn is_verified(made: &Generated) -> bool {
    let duties = || made.roster.duties().map(|(_, duty)| duty);
    let read = proof::read(&made.proof(), &made.school, duties()).expect("our own proof");
    assert_eq!(read, made.answer.proof);
    let slack = verify(&made.school, &made.roster, &read).expect("our own roster");
    gap(&slack).is_none()
}

#[test]
fn schools_are_verified() {
    for files in [
        files_of("school-31"),
        files_of("school-small"),
        demo::made_up(demo::Size::Small, 1),
        demo::made_up(demo::Size::Small, 2),
        demo::made_up(demo::Size::School, 1),
    ] {
        assert!(is_verified(&generated(&files).expect("it can be staffed")));
    }
}

#[test]
fn random_schools_are_verified_except_where_roles_are_joined() {
    let (mut proven, mut joined) = (0, 0);
    for seed in 0..150 {
        let files = write(&random_school(seed, Size::SMALL), seed);
        let Some(made) = generated(&files) else {
            continue;
        };
        let is_joint = !joint_rules(&made.school.policy).is_empty();
        let is_limited = made
            .school
            .person_ids()
            .any(|id| made.school.limits_works(id));
        if is_limited {
            // The verifier does not price limits on works: it may say less, never more.
            assert!(!is_verified(&made) || made.answer.optimal, "school {seed}");
            continue;
        }
        assert_eq!(
            is_verified(&made),
            !is_joint && made.answer.optimal,
            "school {seed}"
        );
        *(if is_joint { &mut joined } else { &mut proven }) += 1;
    }
    assert!(proven > 30 && joined > 0, "{proven} {joined}");
}

#[test]
fn a_number_altered_anywhere_is_rejected() {
    let made = small();
    let text = made.proof();
    let read = |text: &str| {
        let duties = made.roster.duties().map(|(_, duty)| duty);
        proof::read(text, &made.school, duties)
    };
    assert!(read(&text).is_ok());
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    let mut tried = 0;
    for (at, digit) in digits {
        let other = if digit == '9' { '8' } else { '9' };
        let altered = format!("{}{other}{}", &text[..at], &text[at + 1..]);
        assert!(read(&altered).is_err(), "byte {at}");
        tried += 1;
    }
    assert!(tried > 200, "{tried}");
}

#[test]
fn a_duty_altered_anywhere_is_rejected() {
    let made = small();
    let text = made.proof();
    for row in 0..made.roster.rows.len() {
        let now = made.roster.rows[row].seat.clone();
        let others = made
            .school
            .person_ids()
            .map(Seat::Person)
            .chain([Seat::Empty]);
        for seat in others.filter(|seat| *seat != now) {
            let mut roster = made.roster.clone();
            roster.rows[row].seat = seat;
            let duties = roster.duties().map(|(_, duty)| duty);
            let read = proof::read(&text, &made.school, duties);
            assert_eq!(read, Err(Unreadable::OtherRoster));
        }
    }
}

#[test]
fn a_roster_that_is_worse_or_not_legal_is_told_without_its_digest() {
    let made = small();
    let best = proven_levels(&made.school, &made.roster);
    let (mut worse, mut illegal, mut another) = (0, 0, 0);
    for row in 0..made.roster.rows.len() {
        let now = made.roster.rows[row].seat.clone();
        if now == Seat::Empty {
            continue;
        }
        let mut roster = made.roster.clone();
        roster.rows[row].seat = Seat::Empty;
        let verified = verify(&made.school, &roster, &made.answer.proof);
        let is_open = verified.is_err() || verified.is_ok_and(|slack| gap(&slack).is_some());
        assert!(is_open, "an empty place at row {row}");
        worse += 1;
        for person in made.school.person_ids() {
            roster.rows[row].seat = Seat::Person(person);
            let Ok(slack) = verify(&made.school, &roster, &made.answer.proof) else {
                illegal += 1;
                continue;
            };
            let is_best = proven_levels(&made.school, &roster) == best;
            assert_eq!(gap(&slack).is_none(), is_best, "row {row}: {person:?}");
            another += usize::from(!is_best);
        }
    }
    assert!(
        worse > 10 && illegal > 10 && another > 10,
        "{worse} {illegal} {another}"
    );
}

/// The roster's objective, as the check counts it, down to level 4.
fn proven_levels(school: &School, roster: &Roster) -> Objective {
    let objective = check(school, roster).objective;
    Objective {
        lesson_squares: RoleMap::default(),
        ..objective
    }
}

fn folder(tables: &[(&str, &str)]) -> Generated {
    let file = |&(name, text): &(&str, &str)| InputFile {
        name: name.to_owned(),
        bytes: text.into(),
    };
    let files: Vec<InputFile> = tables.iter().map(file).collect();
    generated(&files).expect("it can be staffed")
}

/// Works that no prices alone bound tightly enough: the proof is a tree of cases.
#[test]
fn cases_of_branching_are_verified() {
    let made = folder(&[
        (
            "staff.csv",
            "person,checks\nAda Stone,\"Art, Crafts\"\nBen Hill,\"Drama, Crafts\"\nCora Lake,\"Art, Drama, Crafts\"\n",
        ),
        (
            "subjects.csv",
            "subject,proctors,observers\nArt,0,0\nDrama,0,0\nCrafts,0,0\n",
        ),
        (
            "classes.csv",
            "class,pupils\n7A,10\n7B,28\n7C,16\n7D,16\n7E,23\n7F,12\n",
        ),
        ("parents.csv", "parent,class\n"),
        (
            "schedule.csv",
            "date,lesson,class,subject\n2026-04-20,2,7A,Drama\n2026-04-21,2,7B,Crafts\n2026-04-22,2,7C,Crafts\n2026-04-23,2,7D,Drama\n2026-04-24,2,7E,Crafts\n2026-04-25,2,7F,Drama\n",
        ),
        ("policy.toml", "preset = \"plan\"\n"),
    ]);
    assert!(made.answer.optimal && is_verified(&made));
    let components = &made.answer.proof.components;
    let is_split = |step: &&Step| matches!(step, Step::Split { .. });
    let blocks = components.iter().flat_map(|it| &it.blocks);
    let splits = blocks.flat_map(|it| &it.steps).filter(is_split);
    assert!(splits.count() > 0);
}

/// Three classes write at once, two people are there: a seat that pays more than it costs empty would hide that one of
/// them sits in her own class.
#[test]
fn nobody_is_paid_more_than_an_empty_seat_costs() {
    let made = folder(&[
        ("staff.csv", "person,homeroom\nAda Stone,7A\nBen Hill,\n"),
        ("subjects.csv", "subject,checkers,observers\nArt,0,0\n"),
        ("classes.csv", "class,pupils\n7A,20\n7B,20\n7C,20\n"),
        ("parents.csv", "parent,class\n"),
        (
            "schedule.csv",
            "date,lesson,class,subject\n2026-04-21,2,7A,Art\n2026-04-21,2,7B,Art\n2026-04-21,2,7C,Art\n",
        ),
        ("policy.toml", "preset = \"plan\"\n"),
    ]);
    assert!(is_verified(&made));
    let people: Vec<_> = made.school.person_ids().collect();
    let mut worse = made.clone();
    let seats = [
        Seat::Person(people[0]),
        Seat::Person(people[1]),
        Seat::Empty,
    ];
    for (row, seat) in worse.roster.rows.iter_mut().zip(seats) {
        row.seat = seat;
    }
    let own_class = Some(Level::Avoided(RuleCode::ProctorHomeroom));
    let empty = Level::Unfilled(Role::Proctor);
    for paid in [1, 2, 5] {
        let mut components = made.answer.proof.components.clone();
        for component in &mut components {
            component.blocks.push(Block {
                level: empty,
                steps: vec![Step::Prices(Prices {
                    divisor: 1,
                    multipliers: Vec::new(),
                    of_lots: vec![paid; component.lots.len()],
                })],
            });
            for prices in prices_of(component) {
                let times = prices.multipliers.iter_mut().find(|it| it.0 == empty);
                if let Some((_, times)) = times {
                    prices.of_lots.fill(*times * paid);
                }
            }
        }
        assert_eq!(verified(&made, components.clone()), Ok(None), "{paid}");
        assert_eq!(verified(&worse, components), Ok(own_class), "{paid}");
    }
}

fn verified(made: &Generated, components: Vec<Component>) -> Result<Option<Level>, Flaw> {
    let slack = verify(&made.school, &made.roster, &Proof { components });
    slack.map(|it| gap(&it))
}

fn prices_of(component: &mut Component) -> impl Iterator<Item = &mut Prices> {
    let steps = component.blocks.iter_mut().flat_map(|it| &mut it.steps);
    steps.filter_map(|step| match step {
        Step::Prices(prices) => Some(prices),
        Step::Split { .. } => None,
    })
}

#[test]
fn prices_of_nothing_prove_nothing() {
    let made = small();
    let mut components = made.answer.proof.components.clone();
    for prices in components.iter_mut().flat_map(prices_of) {
        prices.of_lots.fill(0);
    }
    assert!(verified(&made, components).expect("it fits").is_some());
    assert!(verified(&made, Vec::new()).expect("legal").is_some());
}

/// Every change that makes a component no proof, and the flaw it is rejected for.
#[test]
fn invalid_proofs_are_rejected() {
    let made = generated(&files_of("school-31")).expect("it can be staffed");
    let sound = &made.answer.proof.components;
    let altered = |which: fn(&Component) -> bool, change: &dyn Fn(&mut Component)| {
        let mut components = sound.clone();
        let component = components.iter_mut().find(|it| which(it));
        change(component.expect("a component of that kind"));
        verified(&made, components)
    };
    let any = |_: &Component| true;
    let works = |it: &Component| it.lots.iter().any(|lot| lot.len() > 1);
    let timed = |it: &Component| it.lots[0][0].1.is_time_bound() && it.lots.len() > 1;
    let person = made.school.person_ids().next().expect("a person");
    let split = Step::Split {
        lot: 0,
        person,
        most: 0,
    };

    // Demands.
    let twice = |it: &mut Component| it.lots.push(it.lots[0].clone());
    assert_eq!(altered(any, &twice), Err(Flaw::Parts));
    let unknown = |it: &mut Component| {
        let places = |spot: Spot| made.school.sitting(spot.0).places[spot.1];
        let none = made.school.spots().find(|&spot| places(spot) == 0);
        it.lots[0].push(none.expect("a role without places"));
    };
    assert_eq!(altered(any, &unknown), Err(Flaw::Parts));
    let mixed = |it: &mut Component| {
        let other = it.lots.remove(1);
        it.lots[0].extend(other);
        for prices in prices_of(it) {
            prices.of_lots.remove(1);
        }
    };
    assert_eq!(altered(timed, &mixed), Err(Flaw::Cases));
    let nothing = |it: &mut Component| it.lots[0].clear();
    assert_eq!(altered(any, &nothing), Err(Flaw::Cases));
    let mut components = sound.clone();
    let parted = components.iter_mut().find(|it| works(it)).expect("works");
    let mut other = parted.clone();
    other.lots = vec![parted.lots.remove(0)];
    for prices in prices_of(parted) {
        prices.of_lots.remove(0);
    }
    prices_of(&mut other).for_each(|prices| prices.of_lots.truncate(1));
    components.push(other);
    assert_eq!(verified(&made, components), Err(Flaw::Parts));

    // Numbers that do not fit.
    let changed = |change: &dyn Fn(&mut Prices)| {
        altered(any, &|it: &mut Component| prices_of(it).for_each(change))
    };
    assert_eq!(changed(&|it| it.of_lots.truncate(0)), Err(Flaw::Cases));
    assert_eq!(changed(&|it| it.of_lots.push(0)), Err(Flaw::Cases));
    for by in [0, -1, i64::MAX] {
        assert_eq!(changed(&|it| it.divisor = by), Err(Flaw::Cases));
    }
    assert_eq!(changed(&|it| it.of_lots.fill(i128::MAX)), Err(Flaw::Cases));
    assert_eq!(changed(&|it| it.of_lots.fill(i128::MIN)), Err(Flaw::Cases));
    for (level, times) in [
        (Level::Unfilled(Role::Proctor), -1),
        (Level::Unfilled(Role::Proctor), i128::MAX),
        (Level::LoadSquares(Role::Assistant), 1),
    ] {
        let multiplied = |it: &mut Prices| it.multipliers = vec![(level, times)];
        assert_eq!(changed(&multiplied), Err(Flaw::Cases), "{level:?} {times}");
    }
    let twice = |it: &mut Prices| it.multipliers = vec![(Level::LessonsLost, 1); 2];
    assert_eq!(changed(&twice), Err(Flaw::Cases));

    // Cases.
    let steps = |change: fn(&mut Vec<Step>, Step)| {
        let change = |it: &mut Component| change(&mut it.blocks[0].steps, split.clone());
        altered(any, &change)
    };
    assert_eq!(steps(|it, _| it.clear()), Err(Flaw::Cases));
    assert_eq!(steps(|it, _| it.push(it[0].clone())), Err(Flaw::Cases));
    assert_eq!(steps(|it, split| it.insert(0, split)), Err(Flaw::Cases));
}

#[test]
fn older_proofs_are_refused_by_the_number_of_their_format() {
    let made = small();
    let read = |text: &str| {
        let duties = made.roster.duties().map(|(_, duty)| duty);
        proof::read(text, &made.school, duties)
    };
    let text = made.proof();
    for format in [1, 3, 5] {
        let other = text.replace("recuse proof 4", &format!("recuse proof {format}"));
        assert_eq!(read(&other), Err(Unreadable::OtherFormat(format)));
    }
    assert_eq!(read("recuse proof four\n"), Err(Unreadable::NotAProof));
}

#[test]
fn a_split_anywhere_keeps_a_proof_and_every_case_of_it_is_needed() {
    let made = small();
    let sound = &made.answer.proof.components;
    let mut kept = 0;
    for (number, component) in sound.iter().enumerate() {
        for (at, lot) in (0..component.lots.len()).enumerate() {
            for (person, most) in made.school.person_ids().zip([0, 0, 0, 1, u32::MAX]) {
                let mut components = sound.clone();
                let block = &mut components[number].blocks[at % component.blocks.len()];
                let split = vec![Step::Split { lot, person, most }];
                block.steps = [split, block.steps.clone(), block.steps.clone()].concat();
                assert_eq!(verified(&made, components.clone()), Ok(None));
                let block = &mut components[number].blocks[at % component.blocks.len()];
                block.steps.pop();
                assert_eq!(verified(&made, components), Err(Flaw::Cases));
                kept += 1;
            }
        }
    }
    assert!(kept > 20, "{kept}");
}

/// How many entries of the objective come before this one.
fn entries_above(level: Level) -> usize {
    match level {
        Level::Unfilled(role) => UNFILLED.start + role as usize,
        Level::Avoided(code) => AVOIDED.start + code as usize,
        Level::LessonsLost => LESSONS_LOST,
        Level::LoadSquares(role) => LOAD_SQUARES.start + role as usize,
    }
}

/// A legal roster near the best one: some of its places empty, or somebody else's.
fn worsened(both: &Both, made: &Roster, rng: &mut Rng) -> Roster {
    let mut roster = made.clone();
    let people: Vec<_> = both.theirs.person_ids().collect();
    for _ in 0..rng.between(1, 4) {
        let rows = roster.rows.len();
        let (one, other) = (rng.below(rows), rng.below(rows));
        match rng.below(4) {
            0 => roster.rows[one].seat = Seat::Empty,
            1 => {
                let seat = roster.rows[one].seat.clone();
                roster.rows[one].seat = std::mem::replace(&mut roster.rows[other].seat, seat);
            }
            _ => roster.rows[one].seat = Seat::Person(*rng.pick(&people)),
        }
    }
    roster
}

/// A proof that says something else: other prices, multipliers, divisors, levels, more cases.
fn disturbed(components: &[Component], both: &Both, rng: &mut Rng) -> Vec<Component> {
    let people: Vec<_> = both.theirs.person_ids().collect();
    let levels: Vec<Level> = Level::all().collect();
    let mut components = components.to_vec();
    for component in &mut components {
        let lots = component.lots.len();
        if rng.chance(15) && !component.blocks.is_empty() {
            let other = Block {
                level: *rng.pick(&levels),
                ..rng.pick(&component.blocks).clone()
            };
            component.blocks.push(other);
        }
        for block in &mut component.blocks {
            for _ in 0..rng.below(3) {
                let split = Step::Split {
                    lot: rng.below(lots),
                    person: *rng.pick(&people),
                    most: rng.below(3) as u32,
                };
                block.steps = [vec![split], block.steps.clone(), block.steps.clone()].concat();
            }
            let above: Vec<Level> = Level::all().filter(|it| *it < block.level).collect();
            for step in &mut block.steps {
                if let Step::Prices(prices) = step {
                    disturb(prices, &above, rng);
                }
            }
        }
    }
    components
}

fn disturb(prices: &mut Prices, above: &[Level], rng: &mut Rng) {
    let near = |rng: &mut Rng| rng.between(0, 40) as i128 - 20;
    match rng.below(7) {
        0 => {
            for price in &mut prices.of_lots {
                *price += if rng.chance(30) { near(rng) } else { 0 };
            }
        }
        1 => {
            for price in &mut prices.of_lots {
                *price = rng.between(0, 200) as i128;
            }
        }
        2 => {
            for price in &mut prices.of_lots {
                *price *= rng.between(0, 3) as i128;
            }
        }
        3 => prices.divisor *= rng.between(1, 3) as i64,
        4 => {
            for (_, times) in &mut prices.multipliers {
                *times = (*times + near(rng)).max(0);
            }
        }
        5 if !above.is_empty() => {
            let level = *rng.pick(above);
            prices.multipliers.retain(|it| it.0 != level);
            prices.multipliers.push((level, rng.between(0, 60) as i128));
            prices.multipliers.sort();
        }
        _ => {}
    }
}

/// Whatever stands in a proof: what the verifier says is proven is what no roster beats, by trying all of them.
#[test]
fn nothing_is_proven_that_brute_force_beats() {
    let (mut proven, mut open, mut worse) = (0, 0, 0);
    for seed in 0..120 {
        let both = Both::read(random_school(seed, Size::SMALL), seed).expect("a readable school");
        let Some(best) = best(&both.ours, 1_000) else {
            continue;
        };
        let Some(made) = generated(&both.files) else {
            continue;
        };
        let mut rng = Rng::new(seed);
        for _ in 0..10 {
            let roster = worsened(&both, &made.roster, &mut rng);
            if roster.rows.is_empty() {
                continue;
            }
            let value = objective(&both.ours, &both.rows(&roster));
            for _ in 0..3 {
                let components = disturbed(&made.answer.proof.components, &both, &mut rng);
                let proof = Proof { components };
                let Ok(slack) = verify(&both.theirs, &roster, &proof) else {
                    continue;
                };
                let shown = gap(&slack).map_or(PROVEN.end, entries_above);
                assert_eq!(value[..shown], best[..shown], "school {seed}\n{proof:?}");
                worse += usize::from(value[PROVEN] != best[PROVEN]);
                *(if shown == PROVEN.end {
                    &mut proven
                } else {
                    &mut open
                }) += 1;
            }
        }
    }
    assert!(
        proven > 30 && open > 100 && worse > 200,
        "{proven} {open} {worse}"
    );
}

/// A bound holds for every roster that is alike above it, however far both are from the best: legal rosters, two and two.
#[test]
fn no_roster_is_below_a_bound_of_another_that_is_alike_above_it() {
    let (mut alike, mut tight, mut lower) = (0, 0, 0);
    for seed in 0..120 {
        let both = Both::read(random_school(seed, Size::SMALL), seed).expect("a readable school");
        let Some(made) = generated(&both.files) else {
            continue;
        };
        let mut rng = Rng::new(seed + 1_000);
        let mut rosters = vec![made.roster.clone()];
        rosters.extend((0..40).map(|_| worsened(&both, &made.roster, &mut rng)));
        rosters.retain(|it| !it.rows.is_empty());
        let mut known = Vec::new();
        for roster in rosters {
            let sound = made.answer.proof.components.clone();
            let components = if rng.chance(50) {
                sound
            } else {
                disturbed(&sound, &both, &mut rng)
            };
            if let Ok(slack) = verify(&both.theirs, &roster, &Proof { components }) {
                known.push((objective(&both.ours, &both.rows(&roster)), slack));
            }
        }
        for (value, slack) in &known {
            for level in Level::all() {
                let at = entries_above(level);
                for (other, _) in known.iter().filter(|it| it.0[..at] == value[..at]) {
                    let bound = i128::from(value[at]) - slack[level];
                    assert!(i128::from(other[at]) >= bound, "school {seed}: {level:?}");
                    alike += 1;
                    tight += usize::from(bound > 0 && i128::from(other[at]) == bound);
                    lower += usize::from(other[at] < value[at]);
                }
            }
        }
    }
    assert!(
        alike > 10_000 && tight > 1_000 && lower > 100,
        "{alike} {tight} {lower}"
    );
}
