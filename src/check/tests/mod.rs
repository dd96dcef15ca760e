//! What `check` says of rosters made by hand, code by code.

mod structural;

use super::test_roster::{roster, row};
use super::*;
use crate::domain::{
    Code, PersonId, PinKind, Role, RowSitting, RuleCode, Seat, Severity, SittingId, StructuralCode,
};
use crate::lang::Lang;
use crate::rules::test_random::{Random, random_school};
use crate::rules::test_school::TestSchool;

/// Conflicts as (row, code).
fn conflicts(findings: &Findings) -> Vec<(Option<usize>, &'static str)> {
    let pair = |finding: &Finding| (finding.row, finding.code.name());
    findings.conflicts.iter().map(pair).collect()
}

/// 5А writes mathematics; «Петрова А. И.» (0) proctors, «Орлов Е. Е.» (1) checks, a mother (2) observes.
fn town() -> TestSchool {
    TestSchool::writing("5А", "Математика")
        .staff("Орлов Е. Е.")
        .specialist_in("Математика")
        .parent("Смирнова О. Д.", "7Б")
}

fn full() -> Vec<test_roster::Row> {
    vec![
        row(0, Role::Proctor, 0),
        row(0, Role::Checker, 1),
        row(0, Role::Observer, 2),
    ]
}

#[test]
fn a_good_roster_is_clean() {
    let findings = check(&town().build(), &roster(&full()));
    assert_eq!(conflicts(&findings), []);
    assert!(findings.exceptions.is_empty() && findings.possible.is_empty());
    assert_eq!(findings.checked_places, 3);
    assert_eq!(findings.objective.unfilled.0, [0; 4]);
    assert_eq!(findings.objective.load_squares.0, [1, 24 * 24, 1, 0]);
    assert_eq!(findings.objective.lesson_squares.0, [1, 0, 1, 0]);
}

#[test]
fn a_forbidden_duty_is_a_conflict_with_its_proof() {
    let school = town().about(0).teaches("Русский язык", "5А").build();
    let findings = check(&school, &roster(&full()));
    assert_eq!(conflicts(&findings), [(Some(0), "proctor-teaches-class")]);
    let finding = &findings.conflicts[0];
    assert_eq!(finding.weight, Weight::Forbid);
    assert_eq!(finding.evidence.cells, [school.teaching[0].read_at]);
}

#[test]
fn sentences_name_place_person_and_proof() {
    let school = town().about(0).teaches("Русский язык", "5А").build();
    let roster = roster(&full());
    let finding = &check(&school, &roster).conflicts[0];
    let row = school.teaching[0].read_at.row;
    assert_eq!(
        finding.sentence(&school, &roster, Lang::Ru),
        format!(
            "21.04.2026, урок 2, 5А, Математика, организатор: \
             Петрова А. И. ведёт в 5А предмет «Русский язык» (load.csv, строка {row})."
        )
    );
    assert_eq!(
        finding.sentence(&school, &roster, Lang::En),
        format!(
            "2026-04-21, lesson 2, 5А, Математика, proctor: \
             Петрова А. И. teaches Русский язык in 5А (load.csv row {row})."
        )
    );
}

#[test]
fn a_waived_duty_is_an_exception_with_reason_and_approver() {
    let school = town()
        .about(0)
        .teaches("Русский язык", "5А")
        .waives(RuleCode::ProctorTeachesClass)
        .build();
    let roster = roster(&full());
    let findings = check(&school, &roster);
    assert_eq!(conflicts(&findings), []);
    assert_eq!(findings.exceptions.len(), 1);
    assert_eq!(
        findings.objective.avoided,
        [(RuleCode::ProctorTeachesClass, 1)].into()
    );
    let sentence = findings.exceptions[0].sentence(&school, &roster, Lang::Ru);
    assert!(
        sentence.contains("исключение: приказ № 7 (утверждено: директор; waivers.csv"),
        "{sentence}"
    );
}

#[test]
fn a_rule_at_avoid_that_the_plan_allows_is_a_preference() {
    let school = town().about(1).teaches("Математика", "9В").build();
    let findings = check(&school, &roster(&full()));
    assert_eq!(conflicts(&findings), []);
    assert_eq!(findings.exceptions, []);
    assert_eq!(findings.preferences[0].code.name(), "checker-own-subject");
    assert_eq!(
        findings.objective.avoided,
        [(RuleCode::CheckerOwnSubject, 1)].into()
    );
}

#[test]
fn a_joint_rule_is_reported_at_the_checkers_duty() {
    let severe = |severity| {
        town()
            .about(0)
            .checks("Математика")
            .policy(|policy| {
                policy
                    .overrides
                    .insert(RuleCode::CheckerProctored, severity);
            })
            .build()
    };
    let mut rows = full();
    rows[1] = row(0, Role::Checker, 0);
    let findings = check(&severe(Severity::Forbid), &roster(&rows));
    assert_eq!(conflicts(&findings), [(Some(1), "checker-proctored")]);
    let findings = check(&severe(Severity::Avoid), &roster(&rows));
    assert_eq!(
        findings.objective.avoided,
        [(RuleCode::CheckerProctored, 1)].into()
    );
}

#[test]
fn a_shared_surname_is_a_hint_until_a_table_tells() {
    let school = || town().parent("Петров И. И.", "5А");
    let findings = check(&school().build(), &roster(&full()));
    assert_eq!(conflicts(&findings), []);
    assert_eq!(findings.possible.len(), 1);
    assert_eq!(findings.possible[0].weight, Weight::Possible);
    assert_eq!(findings.possible[0].code, Code::Rule(RuleCode::PersonalTie));
    let tied = school().about(0).tied_to("5А").build();
    assert!(check(&tied, &roster(&full())).possible.is_empty());
    let own = school().about(0).has_child_in("5А").build();
    assert!(check(&own, &roster(&full())).possible.is_empty());
}

#[test]
fn lessons_history_and_works_count_in_the_objective() {
    let school = town()
        .about(0)
        .history(Role::Proctor, 3)
        .lesson(chrono::Weekday::Tue, 2, "Русский язык", "6А")
        .lesson(chrono::Weekday::Tue, 3, "Русский язык", "6А")
        .lesson(chrono::Weekday::Tue, 2, "Математика", "5А")
        .about(1)
        .history(Role::Proctor, 1)
        .history(Role::Observer, 9)
        .build();
    let objective = check(&school, &roster(&full())).objective;
    // 5А itself writes then: its own lesson is not lost.
    assert_eq!(objective.lessons_lost, 1);
    assert_eq!(objective.load_squares.0, [16 + 1, 24 * 24, 1, 0]);
}

#[test]
fn any_roster_of_a_random_school_gets_ordered_findings_with_sentences() {
    let mut random = Random::new(11);
    for seed in 0..100 {
        let school = random_school(seed);
        let rows: Vec<_> = (0..20)
            .map(|_| {
                row(
                    random.below(school.sittings.len()),
                    random.pick(&Role::ALL),
                    random.below(school.people.len()),
                )
            })
            .collect();
        let roster = roster(&rows);
        let findings = check(&school, &roster);
        for list in [
            &findings.conflicts,
            &findings.exceptions,
            &findings.preferences,
            &findings.possible,
        ] {
            assert!(list.is_sorted_by_key(|finding| finding.row.unwrap_or(usize::MAX)));
            for finding in list {
                for lang in [Lang::En, Lang::Ru] {
                    let sentence = finding.sentence(&school, &roster, lang);
                    assert!(
                        !sentence.contains('{') && sentence.ends_with('.'),
                        "{sentence}"
                    );
                }
            }
        }
        let unfilled =
            |finding: &&Finding| finding.code == Code::Structural(StructuralCode::Unfilled);
        let count = findings.conflicts.iter().filter(unfilled).count() as u64;
        assert_eq!(findings.objective.unfilled.0.iter().sum::<u64>(), count);
        let used: u64 = findings.objective.avoided.values().sum();
        let uses = findings.exceptions.len() + findings.preferences.len();
        assert_eq!(used, uses as u64);
    }
}
