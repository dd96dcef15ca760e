//! `checker-proctored`: nobody grades what they supervised.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Rule, Scope, Severities, Word};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerProctored,
    name: Word {
        en: "was proctor at this sitting",
        ru: "был организатором на этой работе",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Allow,
        plan: Severity::Allow,
        strict: Severity::Allow,
    },
    what: Word {
        en: "A checker was not a proctor of the same sitting.",
        ru: "Эксперт не был организатором на той же работе.",
    },
    why: Word {
        en: "Who was in the room knows whose work is whose.",
        ru: "Кто был в аудитории, тот знает, чья это работа.",
    },
    fix: Word {
        en: "Exchange one of the two duties with a colleague.",
        ru: "Обменяйтесь одним из двух назначений с коллегой.",
    },
    example: Word {
        en: "The proctor of 5А’s mathematics does not grade it.",
        ru: "Организатор в 5А на математике не проверяет эти работы.",
    },
    message: Word {
        en: "{person} is also a proctor of this sitting",
        ru: "{person} – также организатор на этой работе",
    },
    source: Word {
        en: "Practice of some schools; off in every preset.",
        ru: "Практика отдельных школ; во всех наборах правил выключено.",
    },
    scope: Scope::School,
    needs: &[],
    bar: Bar::AlsoHolds(Role::Proctor),
};

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires("also a proctor of the sitting", school()).holding(Role::Proctor),
        Case::silent("an assistant of the sitting", school()).holding(Role::Assistant),
        Case::silent("holds nothing else there", school()),
    ]
}
