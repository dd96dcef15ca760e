//! Proofs written by `generate` and held against their rosters by the verifier: accepted as they are, rejected altered.

mod oracle;

use std::path::Path;

use oracle::files::write;
use oracle::generator::{Size, random_school};
use recuse::domain::{Lang, PersonId, Role, Seat};
use recuse::input::{InputFile, ReadOptions};
use recuse::proof::{self, Fixing, Step, Unreadable};
use recuse::rules::joint_rules;
use recuse::service::{GenerateOptions, Generated, demo, generate};
use recuse::verify::{Flaw, verify};

fn generated(files: &[InputFile]) -> Option<Generated> {
    let options = GenerateOptions {
        read: ReadOptions::default(),
        lang: Lang::En,
        roster_lang: None,
        seed: 1,
        stop: &|| false,
        progress: &|_, _| {},
    };
    generate(files, &options).ok()
}

fn files_of(folder: &str) -> Vec<InputFile> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files: Vec<InputFile> = std::fs::read_dir(data.join(folder))
        .expect("the folder is there")
        .map(|entry| entry.expect("readable"))
        .map(|entry| InputFile {
            name: entry.file_name().into_string().expect("UTF-8"),
            bytes: std::fs::read(entry.path()).expect("readable"),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn small() -> Generated {
    generated(&files_of("school-small")).expect("it can be staffed")
}

/// Writes the proof, reads it again and verifies it: is everything proven?
fn is_verified(made: &Generated) -> bool {
    let duties = || made.roster.duties().map(|(_, duty)| duty);
    let read = proof::read(&made.proof(), &made.school, duties()).expect("our own proof");
    assert_eq!(read, made.answer.proof);
    let verified = verify(&made.school, &made.roster, &read).expect("our own roster");
    verified.gap.is_none()
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
        assert_eq!(
            is_verified(&made),
            !is_joint && made.answer.optimal,
            "school {seed}"
        );
        *(if is_joint { &mut joined } else { &mut proven }) += 1;
    }
    assert!(proven > 50 && joined > 0, "{proven} {joined}");
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
    let (mut worse, mut illegal) = (0, 0);
    for row in 0..made.roster.rows.len() {
        let now = made.roster.rows[row].seat.clone();
        if now == Seat::Empty {
            continue;
        }
        let mut roster = made.roster.clone();
        roster.rows[row].seat = Seat::Empty;
        let verified = verify(&made.school, &roster, &made.answer.proof).expect("legal");
        assert!(verified.gap.is_some(), "an empty place at row {row}");
        worse += 1;
        for person in made.school.person_ids() {
            roster.rows[row].seat = Seat::Person(person);
            let verified = verify(&made.school, &roster, &made.answer.proof);
            illegal += usize::from(verified.is_err());
        }
    }
    assert!(worse > 10 && illegal > 10, "{worse} {illegal}");
}

#[test]
fn prices_and_weights_of_nothing_prove_nothing() {
    let made = small();
    let mut proof = made.answer.proof.clone();
    for leaf in proof.components.iter_mut().flat_map(|it| &mut it.leaves) {
        leaf.prices.iter_mut().for_each(|price| *price = 0);
    }
    let verified = verify(&made.school, &made.roster, &proof).expect("it fits");
    assert!(verified.gap.is_some());
    let mut proof = made.answer.proof.clone();
    for weight in proof.components.iter_mut().flat_map(|it| &mut it.weights) {
        weight.1 = 1;
    }
    let verified = verify(&made.school, &made.roster, &proof);
    assert_eq!(verified, Err(Flaw::Weights));
    let none = verify(&made.school, &made.roster, &proof::Proof::default());
    assert!(none.expect("legal").gap.is_some());
}

#[test]
fn every_leaf_of_a_branching_is_needed() {
    let made = small();
    let mut proof = made.answer.proof.clone();
    let component = proof.components.first_mut().expect("a component");
    let (sitting, role) = component.demands[0];
    let holds = |&person: &PersonId| {
        let duty = |duty: recuse::domain::Duty| (duty.sitting, duty.role, duty.person);
        made.roster
            .duties()
            .any(|(_, it)| duty(it) == (sitting, role, person))
    };
    assert!(role != Role::Checker);
    let person = made
        .school
        .person_ids()
        .find(holds)
        .expect("the seat is taken");
    let root = component.leaves[0].clone();
    component.leaves = [true, false]
        .map(|taken| {
            let mut leaf = root.clone();
            leaf.fixed.push(Fixing {
                person,
                demand: 0,
                taken,
            });
            leaf
        })
        .to_vec();
    let verified = verify(&made.school, &made.roster, &proof).expect("it fits");
    assert_eq!(verified.gap, None);
    for gone in 0..2 {
        let mut fewer = proof.clone();
        fewer.components[0].leaves.remove(gone);
        let verified = verify(&made.school, &made.roster, &fewer);
        assert_eq!(verified, Err(Flaw::Cases));
    }
}

#[test]
fn every_case_of_works_is_needed() {
    let made = generated(&files_of("school-31")).expect("it can be staffed");
    let mut split = 0;
    for (part, before) in made.answer.proof.parts.iter().enumerate() {
        for person in made.school.person_ids() {
            let mut proof = made.answer.proof.clone();
            let first = Step::Split {
                class: 0,
                person,
                most: 0,
            };
            let steps = [vec![first], before.steps.clone(), before.steps.clone()].concat();
            proof.parts[part].steps = steps;
            let Ok(verified) = verify(&made.school, &made.roster, &proof) else {
                continue;
            };
            assert_eq!(verified.gap, None);
            split += 1;
            proof.parts[part].steps.pop();
            let verified = verify(&made.school, &made.roster, &proof);
            assert_eq!(verified, Err(Flaw::Cases));
        }
    }
    assert!(split > 0);
}
