//! `observer-staff`: staff do not observe their own school.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Rule, Scope, Severities, Word};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ObserverStaff,
    name: Word {
        en: "works at this school",
        ru: "работает в этой школе",
    },
    roles: RoleSet::of(&[Role::Observer]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "An observer does not work in the school whose class writes.",
        ru: "Общественный наблюдатель не работает в школе, чей класс пишет работу.",
    },
    why: Word {
        en: "The public watches the school; the school cannot watch itself.",
        ru: "Общественность наблюдает за школой; школа не может наблюдать сама за собой.",
    },
    fix: Word {
        en: "Ask a parent who does not work here.",
        ru: "Пригласите родителя, который здесь не работает.",
    },
    example: Word {
        en: "A teacher whose child is in 7Б does not observe 5А of the same school.",
        ru: "Учительница, чей ребёнок учится в 7Б, не наблюдает в 5А той же школы.",
    },
    message: Word {
        en: "{person} works in the school of {class}",
        ru: "{person} работает в школе, где учится {class}",
    },
    source: Word {
        en: "Practice: a public observer is independent of the school; works with objectivity control are held «in the presence of independent observers» (letter of Рособрнадзор, 10.03.2025 No. 02-36).",
        ru: "Практика: наблюдатель независим от школы; работы с контролем объективности проводятся «в присутствии независимых наблюдателей» (письмо Рособрнадзора от 10.03.2025 № 02-36).",
    },
    scope: Scope::School,
    needs: &[],
    bar: Bar::Facts(barred_by),
};

/// The person works in the school whose class writes.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let staff = school.person(person).staff.as_ref()?;
    (staff.school == school.school_of(sitting)).then(|| Evidence {
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
            "works here and has a child here",
            school().has_child_in("7Б"),
        ),
        Case::silent(
            "works in another school of the district",
            school().school("Школа № 2").works_here().has_child_in("7Б"),
        ),
    ]
}
