//! `proctor-homeroom`: a class teacher does not supervise their own class.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ProctorHomeroom,
    name: Word {
        en: "is the class teacher",
        ru: "классный руководитель пишущего класса",
    },
    roles: RoleSet::of(&[Role::Proctor, Role::Assistant]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Avoid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A proctor is not the class teacher of the class that writes.",
        ru: "Организатор не является классным руководителем пишущего класса.",
    },
    why: Word {
        en: "A class teacher answers for the class’s results even without teaching there.",
        ru: "Классный руководитель отвечает за успехи класса, даже если не ведёт в нём уроков.",
    },
    fix: Word {
        en: "Take somebody who leads another class, or none.",
        ru: "Назначьте того, кто не руководит этим классом.",
    },
    example: Word {
        en: "The class teacher of 5А does not supervise 5А, even if they teach only grades 9–11.",
        ru: "Классный руководитель 5А не проводит работу в 5А, даже если преподаёт только в 9–11 классах.",
    },
    message: Word {
        en: "{person} is the class teacher of {class}",
        ru: "{person} – классный руководитель {class}",
    },
    source: Word {
        en: "Practice of schools: the plan bars those who teach in the class; its class teacher is as close to it.",
        ru: "Практика школ: план запрещает учителей класса, а классный руководитель столь же заинтересован.",
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
