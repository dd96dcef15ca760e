//! `checker-own-school`: in a district, nobody grades their own school.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Rule, Scope, Severities, Word};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerOwnSchool,
    name: Word {
        en: "works in the school that wrote",
        ru: "работает в школе, писавшей работу",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Allow,
        plan: Severity::Allow,
        strict: Severity::Avoid,
    },
    what: Word {
        en: "In a district folder, a checker does not work in the school whose class wrote.",
        ru: "При проверке по району эксперт не работает в школе, чей класс писал работу.",
    },
    why: Word {
        en: "A school does not grade itself where another one can.",
        ru: "Школа не оценивает сама себя, если это может сделать другая.",
    },
    fix: Word {
        en: "Exchange the works with another school of the district.",
        ru: "Обменяйтесь работами с другой школой района.",
    },
    example: Word {
        en: "A checker of school No. 31 does not grade works of school No. 31.",
        ru: "Эксперт из школы № 31 не проверяет работы школы № 31.",
    },
    message: Word {
        en: "{person} works in the school of {class}",
        ru: "{person} работает в школе, где учится {class}",
    },
    source: Word {
        en: "Municipal practice: «inter-school and municipal subject commissions» grade the works.",
        ru: "Муниципальная практика: проверка «межшкольными предметными комиссиями, муниципальными предметными комиссиями».",
    },
    scope: Scope::School,
    needs: &[],
    bar: Bar::Facts(barred_by),
};

/// Several schools in the folder, and the person works in the one whose class writes.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let staff = school.person(person).staff.as_ref()?;
    let own = school.is_district() && staff.school == school.school_of(sitting);
    own.then(|| Evidence {
        cells: vec![staff.read_at],
        class: Some(sitting.class),
        subject: None,
    })
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "works in one of two schools, which writes",
            school().school("Школа № 2"),
        ),
        Case::silent("one school in the folder", school()),
        Case::silent(
            "works in the other school",
            TestSchool::writing("5А", "Математика")
                .school("Школа № 2")
                .works_here(),
        ),
    ]
}
