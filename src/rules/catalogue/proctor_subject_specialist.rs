//! `proctor-subject-specialist`: nobody supervises a test in their own subject.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::ProctorSubjectSpecialist,
    name: Word {
        en: "is a specialist in the subject",
        ru: "специалист по предмету работы",
    },
    roles: RoleSet::of(&[Role::Proctor, Role::Assistant]),
    default: Severities {
        vpr: Severity::Forbid,
        plan: Severity::Forbid,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A proctor is not a specialist in the subject that is written, nor in another of its area.",
        ru: "Организатор не является специалистом по предмету работы или по другому предмету той же области.",
    },
    why: Word {
        en: "Who knows the subject can help, even without wanting to.",
        ru: "Кто знает предмет, тот может помочь – даже не желая того.",
    },
    fix: Word {
        en: "Take a proctor of another subject; for a primary generalist see primary_generalist_is_specialist in policy.toml.",
        ru: "Назначьте организатором учителя другого предмета; для учителей начальной школы есть настройка primary_generalist_is_specialist в policy.toml.",
    },
    example: Word {
        en: "A teacher of algebra does not supervise mathematics in any class.",
        ru: "Учитель алгебры не проводит работу по математике ни в одном классе.",
    },
    message: Word {
        en: "{person} is a specialist in {subject}",
        ru: "{person} – специалист по предмету «{subject}»",
    },
    source: Word {
        en: "Plan of school No. 31, order of 29.08.2023 No. 139: «…and who are not specialists in this subject» («…и не являющихся специалистами по данному предмету»); the state examinations’ rules (ГИА) say the same.",
        ru: "План школы № 31, приказ от 29.08.2023 № 139: «…и не являющихся специалистами по данному предмету»; так же в правилах ГИА: «в состав организаторов не входят специалисты по этому учебному предмету».",
    },
    scope: Scope::Specialism,
    needs: &[Fact::Specialism],
    bar: Bar::Facts(barred_by),
};

/// `area(s) ∈ spec(p)`, unless the policy takes a primary generalist for no specialist in other primary classes.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let generalists_exempt = !school.policy.options.primary_generalist_is_specialist;
    if generalists_exempt
        && facts::is_primary(school, sitting.class)
        && facts::is_generalist_elsewhere(school, person, sitting.class)
    {
        return None;
    }
    facts::is_specialist(school, person, sitting)
}

/// «Петрова А. И.» teaches four areas in 4Б, and mathematics is written in `class`.
#[cfg(test)]
fn generalist(class: &str) -> TestSchool {
    ["Математика", "Русский язык", "Чтение", "Окружающий мир"]
        .iter()
        .fold(
            TestSchool::writing(class, "Математика"),
            |school, subject| school.teaches(subject, "4Б"),
        )
}

#[cfg(test)]
fn mild(school: TestSchool) -> TestSchool {
    school.policy(|policy| policy.options.primary_generalist_is_specialist = false)
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "listed in staff.subjects",
            school().specialist_in("Математика"),
        ),
        Case::fires(
            "teaches the subject somewhere",
            school().teaches("Математика", "9В"),
        ),
        Case::fires(
            "teaches another subject of the area",
            school()
                .subject_in_area("Математика", "Математика")
                .subject_in_area("Геометрия", "Математика")
                .teaches("Геометрия", "9В"),
        ),
        Case::fires(
            "a primary generalist, by the letter of the plan",
            generalist("4А"),
        ),
        Case::fires("a primary generalist in grade 5", mild(generalist("5А"))),
        Case::fires(
            "a primary generalist in their own class",
            mild(generalist("4Б")),
        ),
        Case::silent(
            "a primary generalist in another primary class",
            mild(generalist("4А")),
        ),
        Case::silent(
            "only stands in for a colleague",
            school().stands_in("Математика", "9В"),
        ),
        Case::silent(
            "is qualified to check, but no specialist",
            school().checks("Математика"),
        ),
    ]
}
