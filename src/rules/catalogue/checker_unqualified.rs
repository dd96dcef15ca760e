//! `checker-unqualified`: only people who know the subject grade it.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Rule, Scope, Severities, Word};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerUnqualified,
    name: Word {
        en: "not qualified to check the subject",
        ru: "нет права проверять предмет",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A checker is qualified in the subject: it, or another of its area, stands in `checks`, or in `subjects` where `checks` is empty.",
        ru: "Эксперт имеет право проверять предмет: он или предмет той же области указан в графе «Проверяет», а если она пуста – в графе «Предметы».",
    },
    why: Word {
        en: "The criteria are standard, but applying them takes a specialist.",
        ru: "Критерии едины, но применить их может только специалист.",
    },
    fix: Word {
        en: "Take a specialist, or enter the subject in `checks` if the person is qualified.",
        ru: "Назначьте специалиста или укажите предмет в графе «Проверяет», если человек имеет право проверять.",
    },
    example: Word {
        en: "A teacher of physical education does not grade mathematics.",
        ru: "Учитель физкультуры не проверяет математику.",
    },
    message: Word {
        en: "{person} is not listed as qualified to grade {subject}",
        ru: "{person}: предмет «{subject}» не указан среди тех, что может проверять",
    },
    source: Word {
        en: "Practice: works are graded by subject teachers, often «with at least three years of teaching».",
        ru: "Практика: работы проверяют учителя-предметники, часто с условием «опыт преподавания не менее 3 лет».",
    },
    scope: Scope::Subject,
    needs: &[],
    bar: Bar::Facts(barred_by),
};

/// The subject's area is not among those of `checks`, else of `staff.subjects`; nobody's who is not staff.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let about_subject = Evidence {
        subject: Some(sitting.subject),
        ..Evidence::default()
    };
    let Some(staff) = &school.person(person).staff else {
        return Some(about_subject);
    };
    let (subjects, cell) = if staff.checks.is_empty() {
        (&staff.subjects, staff.subjects_at)
    } else {
        (&staff.checks, staff.checks_at)
    };
    let area = school.area(sitting.subject);
    let qualified = subjects.iter().any(|&subject| school.area(subject) == area);
    (!qualified).then(|| Evidence {
        cells: vec![cell],
        ..about_subject
    })
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires("no subjects at all", school()),
        Case::fires(
            "a specialist in another subject",
            school().specialist_in("Физика"),
        ),
        Case::fires(
            "`checks` names others, so `subjects` does not count",
            school().specialist_in("Математика").checks("Физика"),
        ),
        Case::silent("a specialist", school().specialist_in("Математика")),
        Case::silent(
            "qualified by `checks`",
            school().specialist_in("Физика").checks("Математика"),
        ),
        Case::silent(
            "qualified in the area",
            school()
                .subject_in_area("Математика", "Математика")
                .subject_in_area("Алгебра", "Математика")
                .checks("Алгебра"),
        ),
    ]
}
