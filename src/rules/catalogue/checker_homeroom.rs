//! `checker-homeroom`: a class teacher does not grade their own class.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerHomeroom,
    name: Word {
        en: "is class teacher of the class checked",
        ru: "классный руководитель проверяемого класса",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Avoid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A checker is not the class teacher of the class whose works they grade.",
        ru: "Эксперт не является классным руководителем класса, работы которого проверяет.",
    },
    why: Word {
        en: "A class teacher answers for the class’s results.",
        ru: "Классный руководитель отвечает за результаты класса.",
    },
    fix: Word {
        en: "Give the works to a colleague who leads another class, or none.",
        ru: "Передайте работы коллеге, который не руководит этим классом.",
    },
    example: Word {
        en: "The class teacher of 5А does not grade the works of 5А.",
        ru: "Классный руководитель 5А не проверяет работы 5А.",
    },
    message: Word {
        en: "{person} is the class teacher of {class}",
        ru: "{person} – классный руководитель {class}",
    },
    source: Word {
        en: "Practice of schools: a class teacher has a personal interest in the class’s results.",
        ru: "Практика школ: классный руководитель лично заинтересован в результатах класса.",
    },
    scope: Scope::Class,
    needs: &[Fact::ClassTeachers],
    bar: Bar::Facts(facts::is_homeroom),
};

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires("leads the class", school().leads("5А")),
        Case::silent("leads the parallel class", school().leads("5Б")),
    ]
}
