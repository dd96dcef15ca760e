//! `proctor-own-child`: no parent supervises their child’s class.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ProctorOwnChild,
    name: Word {
        en: "own child writes (proctor)",
        ru: "свой ребёнок пишет работу",
    },
    roles: RoleSet::of(&[Role::Proctor, Role::Assistant]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A proctor has no child in the class that writes.",
        ru: "У организатора нет ребёнка в пишущем классе.",
    },
    why: Word {
        en: "No parent is impartial about their own child.",
        ru: "Родитель не может быть беспристрастен к своему ребёнку.",
    },
    fix: Word {
        en: "Take somebody without a child in this class.",
        ru: "Назначьте того, чьи дети не учатся в этом классе.",
    },
    example: Word {
        en: "A teacher whose son is in 5А does not supervise 5А.",
        ru: "Учитель, чей сын учится в 5А, не проводит работу в 5А.",
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
