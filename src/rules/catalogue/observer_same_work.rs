//! `observer-same-work`: no parent sees the work their child will write.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Fact, Rule, Scope, Severities, Word};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ObserverSameWork,
    name: Word {
        en: "own child writes the same work",
        ru: "ребёнок пишет ту же работу",
    },
    roles: RoleSet::of(&[Role::Observer]),
    default: Severities {
        vpr: Severity::Avoid,
        plan: Severity::Allow,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "No child of an observer writes the same subject in the same grade in this schedule.",
        ru: "Ребёнок наблюдателя не пишет по этому графику тот же предмет в той же параллели.",
    },
    why: Word {
        en: "Classes of one grade write the same work, often on different days.",
        ru: "Параллель пишет одну и ту же работу, нередко в разные дни.",
    },
    fix: Word {
        en: "Ask a parent of another grade.",
        ru: "Пригласите родителя из другой параллели.",
    },
    example: Word {
        en: "A father of a pupil of 5Б does not observe 5А’s mathematics if 5Б writes mathematics too.",
        ru: "Папа ученика 5Б не наблюдает за математикой в 5А, если математику пишет и 5Б.",
    },
    message: Word {
        en: "{person} has a child in {class}, which writes the same work",
        ru: "{person}: ребёнок учится в {class}, а {class} пишет ту же работу",
    },
    source: Word {
        en: "Practice: a wider reading of the plan’s ban on parents, «the same grade».",
        ru: "Практика: расширенное чтение запрета плана – «родители той же параллели».",
    },
    scope: Scope::SubjectAndGrade,
    needs: &[Fact::Parents],
    bar: Bar::Facts(barred_by),
};

/// A child of the person is in a class of the grade that has a sitting in the subject (the one that writes included).
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let grade = school.class(sitting.class).grade;
    let mut evidence = Evidence::default();
    for child in school.children_of(person) {
        if school.class(child.class).grade != grade {
            continue;
        }
        let sittings = school.sittings_of_class(child.class);
        let same = sittings
            .iter()
            .map(|&id| school.sitting(id))
            .find(|other| other.subject == sitting.subject);
        if let Some(same) = same {
            evidence.class.get_or_insert(child.class);
            evidence.cells.extend([child.read_at, same.read_at]);
        }
    }
    (!evidence.cells.is_empty()).then_some(evidence)
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "the parallel class writes the subject too",
            school().has_child_in("5Б").writes("5Б", "Математика"),
        ),
        Case::fires(
            "the child’s class is the one that writes",
            school().has_child_in("5А"),
        ),
        Case::silent(
            "the parallel class does not write",
            school().has_child_in("5Б"),
        ),
        Case::silent(
            "the parallel class writes another subject",
            school().has_child_in("5Б").writes("5Б", "Физика"),
        ),
        Case::silent(
            "a class of another grade writes the subject",
            school().has_child_in("6Б").writes("6Б", "Математика"),
        ),
    ]
}
