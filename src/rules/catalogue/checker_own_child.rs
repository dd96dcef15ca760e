//! `checker-own-child`: no parent grades their child’s class.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerOwnChild,
    name: Word {
        en: "own child’s works (checker)",
        ru: "свой ребёнок в проверяемом классе",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A checker has no child in the class whose works they grade.",
        ru: "У эксперта нет ребёнка в классе, работы которого он проверяет.",
    },
    why: Word {
        en: "No parent is impartial about their own child, and works are coded, but hands are known.",
        ru: "Родитель не может быть беспристрастен: работы закодированы, но почерк своего ребёнка узнаётся.",
    },
    fix: Word {
        en: "Give the works to somebody without a child in this class.",
        ru: "Передайте работы тому, чьи дети не учатся в этом классе.",
    },
    example: Word {
        en: "A teacher whose daughter is in 5А does not grade the works of 5А.",
        ru: "Учитель, чья дочь учится в 5А, не проверяет работы 5А.",
    },
    message: Word {
        en: "{person} has a child in {class}",
        ru: "{person}: ребёнок учится в {class}",
    },
    source: Word {
        en: "Order of school No. 13, Cheryomukhovo: no part in an assessment for those with «a personal interest in its results».",
        ru: "Приказ школы № 13, с. Черёмухово: исключить «случаи участия лиц, имеющих личную заинтересованность в результатах оценочных процедур».",
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
        Case::silent("a child in the parallel class", school().has_child_in("5Б")),
    ]
}
