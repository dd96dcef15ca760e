//! `checker-own-subject`: nobody grades the subject they teach, where it can be helped.

use crate::domain::{PersonId, Role, RoleSet, RuleCode, School, Severity, Sitting};
use crate::rules::{Bar, Evidence, Fact, Rule, Scope, Severities, Word, facts};

#[cfg(test)]
use super::cases::Case;
#[cfg(test)]
use crate::rules::test_school::TestSchool;

/// The rule as data.
pub const RULE: Rule = Rule {
    code: RuleCode::CheckerOwnSubject,
    name: Word {
        en: "checks the subject they teach",
        ru: "проверяет предмет, который ведёт",
    },
    roles: RoleSet::of(&[Role::Checker]),
    default: Severities {
        vpr: Severity::Avoid,
        plan: Severity::Allow,
        strict: Severity::Forbid,
    },
    what: Word {
        en: "A checker does not teach this subject, or another of its area, in the school whose class wrote.",
        ru: "Эксперт не преподаёт этот предмет (или предмет той же области) в школе, чей класс писал работу.",
    },
    why: Word {
        en: "The results speak of all who teach the subject here; but only specialists can grade, so it is a last resort, not a ban.",
        ru: "Результаты говорят обо всех, кто ведёт предмет в этой школе; но проверить могут только специалисты, поэтому это крайний случай, а не запрет.",
    },
    fix: Word {
        en: "Ask experts of another school, or administration and colleagues qualified in the subject who do not teach it now.",
        ru: "Пригласите экспертов другой школы либо администрацию и коллег, имеющих право проверять предмет, но не ведущих его сейчас.",
    },
    example: Word {
        en: "A mathematician of grade 9 grades 5А’s mathematics only if nobody else qualified is left.",
        ru: "Математик из 9 класса проверяет математику 5А, только если других экспертов не осталось.",
    },
    message: Word {
        en: "{person} teaches {subject} in this school",
        ru: "{person} преподаёт в этой школе предмет «{subject}»",
    },
    source: Word {
        en: "Practice, tightening the plan: objective results ask for checkers without a stake in the subject (letters of Рособрнадзор on objectivity); municipal practice uses «inter-school subject commissions».",
        ru: "Практика, строже плана: ради объективности результатов проверку передают «межшкольным предметным комиссиям, муниципальным предметным комиссиям».",
    },
    scope: Scope::AreaInSchool,
    needs: &[Fact::Teaching],
    bar: Bar::Facts(barred_by),
};

/// The person teaches the subject's area in some class of the school whose class writes.
fn barred_by(school: &School, person: PersonId, sitting: &Sitting) -> Option<Evidence> {
    let here = school.school_of(sitting);
    let rows = facts::teaching_of_area(school, person, sitting)
        .filter(|teaching| school.class(teaching.class).school == here);
    Evidence::of_teaching(rows)
}

/// Where the rule fires, and where it stays silent.
#[cfg(test)]
pub(super) fn cases() -> Vec<Case> {
    let school = || TestSchool::writing("5А", "Математика");
    vec![
        Case::fires(
            "teaches the subject in another grade",
            school().teaches("Математика", "9В"),
        ),
        Case::silent("teaches another subject", school().teaches("Физика", "9В")),
        Case::silent(
            "is a specialist who teaches something else",
            school().specialist_in("Математика"),
        ),
        Case::silent(
            "teaches the subject in another school",
            school().school("Школа № 2").teaches("Математика", "7Г"),
        ),
    ]
}
