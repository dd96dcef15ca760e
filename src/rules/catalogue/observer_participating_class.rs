//! `observer-participating-class`: no parent of a class that takes part observes.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Fact, Rule, Scope, Severities, Word};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ObserverParticipatingClass,
    name: Word {
        en: "own child’s class takes part",
        ru: "класс ребёнка есть в графике",
    },
    roles: RoleSet::of(&[Role::Observer]),
    default: Severities {
        vpr: Severity::Allow,
        plan: Severity::Allow,
        strict: Severity::Avoid,
    },
    what: Word {
        en: "No child of an observer is in any class of the schedule.",
        ru: "Ребёнок наблюдателя не учится ни в одном из классов графика.",
    },
    why: Word {
        en: "The widest reading of independence: who has a child in the procedure has a stake in it.",
        ru: "Самое широкое понимание независимости: чей ребёнок участвует в процедуре, тот в ней заинтересован.",
    },
    fix: Word {
        en: "Ask a parent of a class that does not write this year.",
        ru: "Пригласите родителя из класса, который в этом году работ не пишет.",
    },
    example: Word {
        en: "A parent of 8А does not observe 5А if 8А writes anything this spring.",
        ru: "Родитель из 8А не наблюдает в 5А, если 8А этой весной тоже пишет работы.",
    },
    message: Word {
        en: "{person} has a child in {class}, which is in the schedule",
        ru: "{person}: ребёнок учится в {class} – этот класс есть в графике",
    },
    source: Word {
        en: "The broad reading of the plan of school No. 31 (order of 29.08.2023 No. 139): any class that takes part.",
        ru: "Расширенное чтение плана школы № 31 (приказ от 29.08.2023 № 139): любой участвующий класс.",
    },
    scope: Scope::School,
    needs: &[Fact::Parents],
    bar: Bar::Facts(barred_by),
};

/// A child of the person is in a class that has any sitting.
fn barred_by(school: &School, person: PersonId, _sitting: &Sitting) -> Option<Evidence> {
    let rows: Vec<_> = school
        .children_of(person)
        .iter()
        .filter(|child| !school.sittings_of_class(child.class).is_empty())
        .collect();
    Evidence::about_class(rows.first()?.class, rows.iter().map(|child| child.read_at))
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "the child’s class writes",
            school().has_child_in("8А").writes("8А", "Физика"),
        ),
        Case::silent(
            "the child’s class does not write",
            school().has_child_in("9А"),
        ),
    ]
}
