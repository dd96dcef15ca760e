//! Eligibility says what `judge` says, person by person, on random schools.

use super::*;
use crate::rules::test_random::random_school;
use crate::rules::{judge, test_school::TestSchool};

/// What `judge` says of the duty: may it be assigned, and which rules at `avoid` would that use?
fn judged(school: &School, sitting: SittingId, role: Role, person: PersonId) -> (bool, RuleSet) {
    let verdicts = judge(school, person, role, sitting);
    let may = verdicts.iter().all(|v| v.severity == Severity::Avoid);
    let avoided = verdicts.iter().filter_map(|verdict| match verdict.code {
        crate::domain::Code::Rule(code) => Some(code),
        crate::domain::Code::Structural(_) => None,
    });
    (may, avoided.fold(RuleSet::default(), RuleSet::with))
}

#[test]
fn eligibility_agrees_with_judge_on_random_schools() {
    for seed in 0..300 {
        let school = random_school(seed);
        let eligibility = Eligibility::of(&school);
        for sitting in school.sitting_ids() {
            for role in Role::ALL {
                let listed: Vec<PersonId> = eligibility.people(sitting, role).collect();
                for person in school.person_ids() {
                    let (may, avoided) = judged(&school, sitting, role, person);
                    let what = format!("seed {seed}, {sitting:?}, {role:?}, {person:?}");
                    assert_eq!(eligibility.may(sitting, role, person), may, "{what}");
                    assert_eq!(listed.contains(&person), may, "{what}");
                    if may {
                        assert_eq!(
                            eligibility.avoided(sitting, role, person),
                            avoided,
                            "{what}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn people_are_listed_in_order_and_once() {
    let school = random_school(7);
    let eligibility = Eligibility::of(&school);
    for sitting in school.sitting_ids() {
        for role in Role::ALL {
            let people: Vec<PersonId> = eligibility.people(sitting, role).collect();
            assert!(people.is_sorted_by(|a, b| a < b));
        }
    }
}

#[test]
fn a_school_without_sittings_or_people_is_no_trouble() {
    let mut school = TestSchool::writing("5А", "Математика");
    school.lists.sittings.clear();
    Eligibility::of(&school.clone().build());
    school.lists.people.clear();
    Eligibility::of(&school.build());
}
