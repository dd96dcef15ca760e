//! Preferences: what a school's preset avoids beyond its plan. They are counted and kept as few as can be, and nobody has to approve them.

use crate::domain::{RuleCode, Severity};

use super::{Word, rule};

/// Does the plan itself leave the rule open? A use of it at `avoid` is a preference then, no exception.
pub fn plan_allows(code: RuleCode) -> bool {
    rule(code).default.plan == Severity::Allow
}

/// What a duty is that sets the preference aside, in few words; the rule's name where the plan does not allow it.
pub fn preference(code: RuleCode) -> Word {
    let (en, ru) = match code {
        RuleCode::CheckerTeachesClass => ("own class", "свой класс"),
        RuleCode::CheckerOwnSubject => ("own subject", "свой предмет"),
        RuleCode::CheckerSameGrade => ("same subject and grade", "те же предмет и параллель"),
        RuleCode::CheckerOwnSchool => ("own school", "своя школа"),
        RuleCode::CheckerProctored => {
            ("checker was proctor there", "эксперт был там организатором")
        }
        RuleCode::ObserverSameWork => (
            "observer’s child writes the same work",
            "ребёнок наблюдателя пишет ту же работу",
        ),
        RuleCode::ObserverParticipatingClass => (
            "observer’s child takes part",
            "ребёнок наблюдателя участвует",
        ),
        other => (other.name(), other.name()),
    };
    Word { en, ru }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_plan_allows_has_words_and_nothing_else_has() {
        for code in RuleCode::ALL {
            let is_named = preference(code).en != code.name();
            assert_eq!(is_named, plan_allows(code), "{}", code.name());
        }
    }
}
