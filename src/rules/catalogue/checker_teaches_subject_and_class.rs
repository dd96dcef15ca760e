//! `checker-teaches-subject-and-class`: nobody grades a class they teach, if they teach this subject.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerTeachesSubjectAndClass,
    name: Word {
        en: "teaches the subject and the class",
        ru: "ведёт предмет и работает в проверяемом классе",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A checker who teaches this subject anywhere does not grade a class in which they teach anything.",
        ru: "Эксперт, ведущий этот предмет хотя бы в одном классе, не проверяет работы класса, в котором работает.",
    },
    why: Word {
        en: "The teacher’s own work would be graded with the pupils’.",
        ru: "Учитель оценивал бы собственную работу.",
    },
    fix: Word {
        en: "Give the works to a colleague who does not work in this class, or to the commission of another school.",
        ru: "Передайте работы коллеге, который не работает в этом классе, или комиссии другой школы.",
    },
    example: Word {
        en: "A mathematician of 6Б who teaches informatics in 6А does not grade 6А’s mathematics.",
        ru: "Учитель математики в 6Б, ведущий в 6А информатику, не проверяет математику 6А.",
    },
    message: Word {
        en: "{person} teaches this subject, and teaches {subject} in {class}",
        ru: "{person} преподаёт предмет работы и ведёт в {class} «{subject}»",
    },
    source: Word {
        en: "Plan of school No. 31, order of 29.08.2023 No. 139: «a teacher of the subject who works in this class must not take part in grading» («учитель, ведущий данный предмет и работающий в данном классе…»).",
        ru: "План школы № 31, приказ от 29.08.2023 № 139: «учитель, ведущий данный предмет и работающий в данном классе, не должен участвовать в проверке работ».",
    },
    scope: Scope::ClassAndSubject,
    needs: &[Fact::Teaching],
    bar: Bar::Facts(barred_by),
};

/// The person teaches the subject's area in some class, and anything in the class that writes.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let mut evidence = facts::teaches_writers(school, person, sitting)?;
    let of_area = facts::teaching_of_area(school, person, sitting).map(|teaching| teaching.read_at);
    let mut proven = false;
    for cell in of_area {
        proven = true;
        if !evidence.cells.contains(&cell) {
            evidence.cells.push(cell);
        }
    }
    proven.then_some(evidence)
}

/// «Петрова А. И.» teaches mathematics to one group of 5А, and groups count.
#[cfg(test)]
fn by_group(group: &str) -> TestSchool {
    TestSchool::writing("5А", "Математика")
        .policy(|policy| policy.options.by_group = true)
        .teaches_group("Математика", "5А", group)
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "teaches the subject in the class",
            school().teaches("Математика", "5А"),
        ),
        Case::fires(
            "teaches the subject elsewhere, and something else in the class",
            school()
                .teaches("Математика", "6Б")
                .teaches("Информатика", "5А"),
        ),
        Case::fires(
            "teaches a group of a class that writes undivided",
            by_group("2"),
        ),
        Case::silent("teaches the other group", by_group("2").only_group("1")),
        Case::silent(
            "does not work in the class",
            school().teaches("Математика", "6Б"),
        ),
        Case::silent(
            "does not teach the subject",
            school().teaches("Информатика", "5А"),
        ),
    ]
}
