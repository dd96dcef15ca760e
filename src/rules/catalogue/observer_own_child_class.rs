//! `observer-own-child-class`: no parent observes their child’s class.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ObserverOwnChildClass,
    name: Word {
        en: "own child’s class",
        ru: "наблюдает за классом своего ребёнка",
    },
    roles: RoleSet::of(&[Role::Observer]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "An observer has no child in the class that writes.",
        ru: "У общественного наблюдателя нет ребёнка в пишущем классе.",
    },
    why: Word {
        en: "An observer watches over the rules, not over their own child.",
        ru: "Наблюдатель следит за порядком, а не за своим ребёнком.",
    },
    fix: Word {
        en: "Ask a parent of another class.",
        ru: "Пригласите родителя из другого класса.",
    },
    example: Word {
        en: "A mother of a pupil of 5А does not observe 5А.",
        ru: "Мама ученика 5А не наблюдает в 5А.",
    },
    message: Word {
        en: "{person} has a child in {class}",
        ru: "{person}: ребёнок учится в {class}",
    },
    source: Word {
        en: "Plan of school No. 31, order of 29.08.2023 No. 139: parents of pupils of the class that takes part «cannot be public observers».",
        ru: "План школы № 31, приказ от 29.08.2023 № 139: «в качестве общественных наблюдателей не могут выступать родители (законные представители) учащихся класса, который принимает участие в оценочной процедуре».",
    },
    scope: Scope::Class,
    needs: &[Fact::Parents],
    bar: Bar::Facts(facts::has_child_in_class),
};

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires("a child in the class", school().has_child_in("5А")),
        Case::fires(
            "one of two children",
            school().has_child_in("7Б").has_child_in("5А"),
        ),
        Case::silent("a child in the parallel class", school().has_child_in("5Б")),
    ]
}
