//! `checker-same-grade`: nobody grades the grade they teach the subject in.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerSameGrade,
    name: Word {
        en: "teaches the subject in the same grade",
        ru: "ведёт предмет в той же параллели",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Allow,
        plan: Severity::Allow,
        strict: Severity::Avoid,
    },
    what: Word {
        en: "A checker does not teach this subject, or another of its area, in another class of the same grade.",
        ru: "Эксперт не преподаёт этот предмет (или предмет той же области) в другом классе той же параллели.",
    },
    why: Word {
        en: "Classes of one grade are compared, and their teachers with them.",
        ru: "Классы одной параллели сравнивают между собой, а с ними и их учителей.",
    },
    fix: Word {
        en: "Give the works to a colleague who teaches the subject in other grades.",
        ru: "Передайте работы коллеге, который ведёт предмет в других параллелях.",
    },
    example: Word {
        en: "A mathematician of 5Б does not grade 5А’s mathematics.",
        ru: "Учитель математики в 5Б не проверяет математику 5А.",
    },
    message: Word {
        en: "{person} teaches {subject} in {class}, a class of the same grade",
        ru: "{person} ведёт предмет «{subject}» в {class} – той же параллели",
    },
    source: Word {
        en: "Practice: a stricter reading of the plan, «the same grade».",
        ru: "Практика: более строгое чтение плана – «та же параллель».",
    },
    scope: Scope::Area,
    needs: &[Fact::Teaching],
    bar: Bar::Facts(barred_by),
};

/// The person teaches the subject's area in another class of the grade that writes.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let grade = school.class(sitting.class).grade;
    let rows = facts::teaching_of_area(school, person, sitting).filter(|teaching| {
        teaching.class != sitting.class && school.class(teaching.class).grade == grade
    });
    Evidence::of_teaching(rows)
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "teaches the subject in the parallel class",
            school().teaches("Математика", "5Б"),
        ),
        Case::silent(
            "teaches the subject in the class itself only",
            school().teaches("Математика", "5А"),
        ),
        Case::silent(
            "teaches the subject in another grade",
            school().teaches("Математика", "6Б"),
        ),
        Case::silent(
            "teaches another subject in the grade",
            school().teaches("Физика", "5Б"),
        ),
    ]
}
