//! `personal-tie`: nobody with a personal tie to the class takes any role.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Rule, Scope, Severities, Word};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::PersonalTie,
    name: Word {
        en: "has a personal tie to the class",
        ru: "личная связь с классом",
    },
    roles: RoleSet::of(&Role::ALL),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "Nobody whom `ties` links with the class takes any place of its sittings.",
        ru: "Тот, кого таблица «Связи» связывает с классом, не занимает на его работах никакого места.",
    },
    why: Word {
        en: "Grandmothers, private tutors and last year’s teachers care as much as parents do, and no list shows it.",
        ru: "Бабушки, репетиторы и прошлогодние учителя заинтересованы не меньше родителей, но по спискам этого не видно.",
    },
    fix: Word {
        en: "Take somebody without ties to this class, or remove the row if it no longer holds.",
        ru: "Назначьте того, кто не связан с этим классом, или удалите строку, если она устарела.",
    },
    example: Word {
        en: "A grandmother of a pupil of 5А neither supervises, grades nor observes 5А.",
        ru: "Бабушка ученика 5А не проводит работу в 5А, не проверяет её и не наблюдает за ней.",
    },
    message: Word {
        en: "{person} has a personal tie to {class}",
        ru: "{person}: личная связь с {class}",
    },
    source: Word {
        en: "Order of school No. 13, Cheryomukhovo: no part in an assessment for those with «a personal interest in its results».",
        ru: "Приказ школы № 13, с. Черёмухово: исключить «случаи участия лиц, имеющих личную заинтересованность в результатах оценочных процедур».",
    },
    scope: Scope::Class,
    needs: &[],
    bar: Bar::Facts(barred_by),
};

/// A row of `ties` names the person with the class.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let rows = school
        .ties_of(person)
        .iter()
        .filter(|tie| tie.class == sitting.class);
    Evidence::about_class(sitting.class, rows.map(|tie| tie.read_at))
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires("tied to the class", school().tied_to("5А")),
        Case::silent("tied to the parallel class", school().tied_to("5Б")),
    ]
}
