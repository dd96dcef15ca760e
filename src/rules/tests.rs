//! Severities, waivers and verdicts.

use super::test_school::TestSchool;
use super::*;
use crate::domain::{PinKind, Preset, StructuralCode};

fn codes(school: &School, role: Role) -> Vec<&'static str> {
    judge(school, TestSchool::person(), role, TestSchool::sitting())
        .iter()
        .map(|verdict| verdict.code.name())
        .collect()
}

#[test]
fn an_override_stands_over_the_preset() {
    let mut policy = Policy {
        preset: Preset::Plan,
        ..Policy::default()
    };
    assert_eq!(
        severity(&policy, RuleCode::ProctorHomeroom),
        Severity::Avoid
    );
    policy
        .overrides
        .insert(RuleCode::ProctorHomeroom, Severity::Forbid);
    assert_eq!(
        severity(&policy, RuleCode::ProctorHomeroom),
        Severity::Forbid
    );
}

#[test]
fn verdicts_stand_in_the_catalogues_order_then_the_structural_ones() {
    let school = TestSchool::writing("5А", "Математика")
        .teaches("Математика", "5А")
        .leads("5А")
        .tied_to("5А")
        .roles(&[Role::Checker])
        .absent((20, 22), None)
        .pin(Role::Proctor, PinKind::Never)
        .build();
    assert_eq!(
        codes(&school, Role::Proctor),
        [
            "proctor-teaches-class",
            "proctor-subject-specialist",
            "proctor-homeroom",
            "personal-tie",
            "absent",
            "role-not-held",
            "pin-broken",
        ]
    );
}

#[test]
fn assistants_obey_the_proctors_rules_and_ties() {
    let school = TestSchool::writing("5А", "Математика")
        .roles(&[Role::Assistant])
        .teaches("Математика", "5А")
        .leads("5А")
        .has_child_in("5А")
        .tied_to("5А")
        .build();
    assert_eq!(
        codes(&school, Role::Assistant),
        [
            "proctor-teaches-class",
            "proctor-subject-specialist",
            "proctor-homeroom",
            "proctor-own-child",
            "personal-tie",
        ]
    );
}

#[test]
fn an_absence_bars_those_who_must_be_there_at_that_time() {
    let away_in = |lessons: &[u32]| {
        TestSchool::writing("5А", "Математика")
            .specialist_in("Физика")
            .checks("Математика")
            .absent((21, 21), Some(lessons))
            .build()
    };
    assert_eq!(codes(&away_in(&[2]), Role::Proctor), ["absent"]);
    assert!(codes(&away_in(&[3]), Role::Proctor).is_empty());
    assert!(codes(&away_in(&[2]), Role::Checker).is_empty());
}

#[test]
fn a_parent_observes_on_offered_days_only() {
    let offering = |days: &[u32]| {
        let school = TestSchool::writing("5А", "Математика")
            .parent("Смирнова О. Д.", "7Б")
            .offers(days)
            .build();
        let parent = PersonId::new(1);
        judge(&school, parent, Role::Observer, TestSchool::sitting()).len()
    };
    assert_eq!(offering(&[20, 21]), 0);
    assert_eq!(offering(&[20, 22]), 1);
}

#[test]
fn a_waiver_turns_forbid_into_avoid_and_is_named() {
    let school = TestSchool::writing("5А", "Математика")
        .teaches("Русский язык", "5А")
        .waives(RuleCode::ProctorTeachesClass)
        .build();
    let verdicts = judge(
        &school,
        TestSchool::person(),
        Role::Proctor,
        TestSchool::sitting(),
    );
    assert_eq!(verdicts.len(), 1);
    assert_eq!(verdicts[0].severity, Severity::Avoid);
    assert_eq!(verdicts[0].waiver, Some(0));
}

#[test]
fn a_waiver_for_another_class_changes_nothing() {
    let mut school = TestSchool::writing("5А", "Математика")
        .teaches("Русский язык", "5А")
        .waives(RuleCode::ProctorTeachesClass);
    let other = school.class("5Б");
    school.lists.waivers[0].exemption.class = Some(other);
    let school = school.build();
    let verdicts = judge(
        &school,
        TestSchool::person(),
        Role::Proctor,
        TestSchool::sitting(),
    );
    assert_eq!(verdicts[0].severity, Severity::Forbid);
    assert_eq!(verdicts[0].waiver, None);
}

#[test]
fn a_rule_at_avoid_needs_no_waiver() {
    let school = TestSchool::writing("5А", "Математика")
        .specialist_in("Математика")
        .teaches("Математика", "9В")
        .waives(RuleCode::CheckerOwnSubject)
        .build();
    let verdicts = judge(
        &school,
        TestSchool::person(),
        Role::Checker,
        TestSchool::sitting(),
    );
    assert_eq!(verdicts[0].code, Code::Rule(RuleCode::CheckerOwnSubject));
    assert_eq!(verdicts[0].waiver, None);
}

#[test]
fn rules_that_need_the_roster_speak_when_it_is_known() {
    let school = TestSchool::writing("5А", "Математика")
        .specialist_in("Математика")
        .policy(|policy| {
            policy
                .overrides
                .insert(RuleCode::CheckerProctored, Severity::Forbid);
        })
        .build();
    let (person, sitting) = (TestSchool::person(), TestSchool::sitting());
    assert!(judge(&school, person, Role::Checker, sitting).is_empty());
    let held = RoleSet::of(&[Role::Proctor]);
    let verdicts = judge_holding(&school, person, Role::Checker, sitting, held);
    assert_eq!(verdicts[0].code, Code::Rule(RuleCode::CheckerProctored));
    assert_eq!(
        joint_rules(&school.policy),
        [JointRule {
            code: RuleCode::CheckerProctored,
            role: Role::Checker,
            other: Role::Proctor,
            severity: Severity::Forbid,
        }]
    );
}

#[test]
fn no_joint_rule_is_in_force_by_default() {
    assert!(joint_rules(&Policy::default()).is_empty());
}

#[test]
fn every_code_has_words() {
    let absent = Code::Structural(StructuralCode::Absent);
    assert_eq!(words(absent).message.en, "{person} is away at that time");
    let tie = Code::Rule(RuleCode::PersonalTie);
    assert_eq!(
        words(tie).message.en,
        "{person} has a personal tie to {class}"
    );
}
