//! `proctor-teaches-class`: nobody supervises a class they teach.

use crate::domain::{Role, RoleSet, RuleCode, Severity};
use crate::rules::{Bar, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ProctorTeachesClass,
    name: Word {
        en: "teaches the class that writes",
        ru: "ведёт уроки в пишущем классе",
    },
    roles: RoleSet::of(&[Role::Proctor, Role::Assistant]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A proctor does not teach anything in the class that writes.",
        ru: "Организатор не ведёт в пишущем классе ни одного предмета.",
    },
    why: Word {
        en: "A teacher wants their own pupils to do well, and the pupils read their teacher’s face.",
        ru: "Учитель заинтересован в результате своих учеников, а ученики привыкли ждать от него подсказки.",
    },
    fix: Word {
        en: "Take a proctor who has no lessons in this class.",
        ru: "Назначьте организатором того, у кого нет уроков в этом классе.",
    },
    example: Word {
        en: "A teacher of Russian in 5А does not supervise the mathematics test of 5А.",
        ru: "Учитель русского языка в 5А не проводит в 5А работу по математике.",
    },
    message: Word {
        en: "{person} teaches {subject} in {class}",
        ru: "{person} ведёт в {class} предмет «{subject}»",
    },
    source: Word {
        en: "Plan of school No. 31, order of 29.08.2023 No. 139: proctors are «teachers who do not teach in this class» («учителей, не преподающих в данном классе»).",
        ru: "План школы № 31, приказ от 29.08.2023 № 139: организаторами привлекают «учителей, не преподающих в данном классе…».",
    },
    scope: Scope::Class,
    needs: &[Fact::Teaching],
    bar: Bar::Facts(facts::teaches_class),
};

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "teaches another subject in the class",
            school().teaches("Русский язык", "5А"),
        ),
        Case::fires(
            "stands in the timetable only",
            school().stands_in("Русский язык", "5А"),
        ),
        Case::fires(
            "teaches the other group: by_group speaks of checkers only",
            school()
                .policy(|policy| policy.options.by_group = true)
                .teaches_group("Математика", "5А", "2")
                .only_group("1"),
        ),
        Case::silent(
            "teaches the parallel class",
            school().teaches("Математика", "5Б"),
        ),
    ]
}
