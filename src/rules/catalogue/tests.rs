//! Every rule fires where its cases say so, and nowhere else; every code has its rule, its words and its cases.

use super::cases::Case;
use super::*;
use crate::domain::{RuleCode, Severity};
use crate::lang::Lang;
use crate::rules::test_school::TestSchool;

/// Makes a rule's cases.
type Cases = fn() -> Vec<Case>;

/// The cases of each rule, tied to it by the constant that stands in the same file.
const CASES: [(&Rule, Cases); 18] = [
    (&proctor_teaches_class::RULE, proctor_teaches_class::cases),
    (
        &proctor_subject_specialist::RULE,
        proctor_subject_specialist::cases,
    ),
    (&proctor_homeroom::RULE, proctor_homeroom::cases),
    (&proctor_own_child::RULE, proctor_own_child::cases),
    (
        &checker_teaches_subject_and_class::RULE,
        checker_teaches_subject_and_class::cases,
    ),
    (&checker_teaches_class::RULE, checker_teaches_class::cases),
    (&checker_own_subject::RULE, checker_own_subject::cases),
    (&checker_homeroom::RULE, checker_homeroom::cases),
    (&checker_own_child::RULE, checker_own_child::cases),
    (&checker_unqualified::RULE, checker_unqualified::cases),
    (&checker_same_grade::RULE, checker_same_grade::cases),
    (&checker_own_school::RULE, checker_own_school::cases),
    (&checker_proctored::RULE, checker_proctored::cases),
    (
        &observer_own_child_class::RULE,
        observer_own_child_class::cases,
    ),
    (&observer_same_work::RULE, observer_same_work::cases),
    (
        &observer_participating_class::RULE,
        observer_participating_class::cases,
    ),
    (&observer_staff::RULE, observer_staff::cases),
    (&personal_tie::RULE, personal_tie::cases),
];

#[test]
fn the_catalogue_holds_every_code_in_order() {
    let codes = CATALOGUE.map(|rule| rule.code);
    assert_eq!(codes, RuleCode::ALL);
}

#[test]
fn every_rule_has_a_case_where_it_fires_and_one_where_it_stays_silent() {
    for code in RuleCode::ALL {
        let (_, cases) = CASES
            .iter()
            .find(|(rule, _)| rule.code == code)
            .expect("every code has its cases");
        let cases = cases();
        assert!(
            cases.iter().any(|case| case.fires),
            "{} never fires",
            code.name()
        );
        assert!(
            cases.iter().any(|case| !case.fires),
            "{} is never silent",
            code.name()
        );
    }
}

#[test]
fn rules_judge_their_cases() {
    for (rule, cases) in CASES {
        for case in cases() {
            let sitting = case.school.sitting(TestSchool::sitting());
            let evidence = rule.bars(&case.school, TestSchool::person(), sitting, case.held);
            assert_eq!(
                evidence.is_some(),
                case.fires,
                "{}: {}",
                rule.code.name(),
                case.says
            );
        }
    }
}

#[test]
fn evidence_cites_cells_where_a_table_proves_it() {
    let by_roster_or_by_silence = [RuleCode::CheckerProctored];
    for (rule, cases) in CASES {
        for case in cases().into_iter().filter(|case| case.fires) {
            let sitting = case.school.sitting(TestSchool::sitting());
            let evidence = rule.bars(&case.school, TestSchool::person(), sitting, case.held);
            let cells = evidence.expect("the case fires").cells;
            let expected = !by_roster_or_by_silence.contains(&rule.code);
            assert_eq!(
                !cells.is_empty(),
                expected,
                "{}: {}",
                rule.code.name(),
                case.says
            );
        }
    }
}

#[test]
fn every_rule_has_words_in_both_languages() {
    for rule in CATALOGUE {
        for text in [
            rule.what,
            rule.why,
            rule.fix,
            rule.example,
            rule.message,
            rule.source,
        ] {
            for lang in [Lang::En, Lang::Ru] {
                assert!(
                    text.in_lang(lang).chars().count() > 10,
                    "{}",
                    rule.code.name()
                );
            }
            let cyrillic = text.ru.chars().any(|c| ('а'..='я').contains(&c));
            assert!(cyrillic, "{}: {}", rule.code.name(), text.ru);
        }
        for message in [rule.message.en, rule.message.ru] {
            assert!(message.contains("{person}"), "{message}");
        }
    }
}

#[test]
fn strict_is_never_milder_than_the_plan() {
    for rule in CATALOGUE {
        assert!(
            rule.default.strict >= rule.default.plan,
            "{}",
            rule.code.name()
        );
        assert!(rule.default.vpr >= Severity::Allow);
    }
}

/// The table of the contract, letter for letter.
#[test]
fn presets_are_those_of_the_contract() {
    use Severity::{Allow, Avoid, Forbid};
    let table = CATALOGUE.map(|rule| (rule.default.vpr, rule.default.plan, rule.default.strict));
    assert_eq!(
        table,
        [
            (Forbid, Forbid, Forbid),
            (Forbid, Forbid, Forbid),
            (Forbid, Avoid, Forbid),
            (Forbid, Forbid, Forbid),
            (Forbid, Forbid, Forbid),
            (Forbid, Allow, Forbid),
            (Avoid, Allow, Forbid),
            (Forbid, Avoid, Forbid),
            (Forbid, Forbid, Forbid),
            (Forbid, Forbid, Forbid),
            (Allow, Allow, Avoid),
            (Allow, Allow, Avoid),
            (Allow, Allow, Allow),
            (Forbid, Forbid, Forbid),
            (Avoid, Allow, Forbid),
            (Allow, Allow, Avoid),
            (Forbid, Forbid, Forbid),
            (Forbid, Forbid, Forbid),
        ]
    );
}
