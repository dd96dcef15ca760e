//! `checker-teaches-class`: nobody grades a class they teach.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerTeachesClass,
    name: Word {
        en: "teaches the class whose works are checked",
        ru: "ведёт уроки в проверяемом классе",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Allow,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A checker does not teach anything in the class whose works they grade.",
        ru: "Эксперт не ведёт уроков в классе, работы которого проверяет.",
    },
    why: Word {
        en: "Who meets the pupils daily knows their hands and hopes for them.",
        ru: "Кто каждый день видит этих учеников, узнаёт их почерк и желает им успеха.",
    },
    fix: Word {
        en: "Give the works to a colleague who has no lessons in this class.",
        ru: "Передайте работы коллеге, у которого нет уроков в этом классе.",
    },
    example: Word {
        en: "A teacher of literature in 5А who is qualified in Russian does not grade 5А’s Russian.",
        ru: "Учитель литературы в 5А, имеющий право проверять русский язык, не проверяет работы 5А.",
    },
    message: Word {
        en: "{person} teaches {subject} in {class}",
        ru: "{person} ведёт в {class} предмет «{subject}»",
    },
    source: Word {
        en: "Practice, tightening the plan: it bars only the class’s teachers who teach the subject; many schools bar them all.",
        ru: "Практика, строже плана: план запрещает лишь учителей класса, ведущих данный предмет; многие школы – всех учителей класса.",
    },
    scope: Scope::Class,
    needs: &[Fact::Teaching],
    bar: Bar::Facts(facts::teaches_writers),
};

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "teaches anything in the class",
            school().teaches("Литература", "5А"),
        ),
        Case::fires(
            "teaches the group that writes",
            school()
                .policy(|policy| policy.options.by_group = true)
                .teaches_group("Математика", "5А", "1")
                .only_group("1"),
        ),
        Case::fires(
            "groups do not count unless the policy says so",
            school()
                .teaches_group("Математика", "5А", "2")
                .only_group("1"),
        ),
        Case::silent(
            "teaches the other group",
            school()
                .policy(|policy| policy.options.by_group = true)
                .teaches_group("Математика", "5А", "2")
                .only_group("1"),
        ),
        Case::silent(
            "teaches the parallel class",
            school().teaches("Математика", "5Б"),
        ),
    ]
}
