//! Checkers who are away as long as works are checked: when they are back, and by how much that is too late.

use crate::domain::{Checking, Date, Lang, PersonId, School, Sitting, is_working_day};
use crate::lang::findings;

/// Nobody waits longer for a checker.
const MOST_DAYS: usize = 400;

/// How a checker who is away misses the works of a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missed {
    /// First and last day of checking.
    pub window: (Date, Date),
    /// The first working day after it on which the person is there, and how many working days after the window that is;
    /// nothing where they stay away.
    pub back: Option<(Date, u32)>,
}

/// Of a person who is `absent` for the works of the sitting.
pub fn missed_works(school: &School, person: PersonId, sitting: &Sitting) -> Option<Missed> {
    let window = school.policy.checking.window(sitting.date);
    let (&first, &last) = (window.first()?, window.last()?);
    let is_away = |day: Date| {
        let mut absences = school.absences_of(person).iter();
        absences.any(|absence| absence.is_all_day(day))
    };
    if !window.iter().all(|&day| is_away(day)) {
        return None;
    }
    let days = last.iter_days().skip(1).take(MOST_DAYS);
    let working = days.filter(|&day| is_working_day(day)).zip(1..);
    Some(Missed {
        window: (first, last),
        back: working.into_iter().find(|&(day, _)| !is_away(day)),
    })
}

impl Missed {
    /// A window in which the person would be back.
    pub fn wide_enough(&self, checking: Checking) -> Option<u32> {
        let Checking::Within(days) = checking else {
            return None;
        };
        let (_, late) = self.back?;
        Some(days + late).filter(|&days| days <= Checking::MOST_DAYS)
    }

    /// In one sentence, of that person.
    pub fn sentence(&self, person: &str, lang: Lang) -> String {
        let day = |date: Date| {
            let format = match lang {
                Lang::En => "%Y-%m-%d",
                Lang::Ru => "%d.%m.%Y",
            };
            date.format(format).to_string()
        };
        let window = (day(self.window.0), day(self.window.1));
        let back = self.back.map(|(date, late)| (day(date), late));
        findings::away_from_works(person, &window, back, lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Role, StructuralCode, Weekdays};
    use crate::rules::Eligibility;
    use crate::rules::bars::bars_of;
    use crate::rules::test_school::TestSchool;

    /// The sitting is on Tuesday 21.04.2026, so that works are checked until Thursday.
    fn away(days: (u32, u32), at: Option<&[u32]>) -> TestSchool {
        TestSchool::writing("5А", "Физика").absent(days, at)
    }

    fn is_absent(school: &School, role: Role) -> bool {
        let (person, sitting) = (TestSchool::person(), TestSchool::sitting());
        let mut bars = bars_of(school, person, role, sitting);
        let barred = bars.any(|(code, _)| code == StructuralCode::Absent);
        let may = Eligibility::of(school).may(sitting, role, person);
        assert!(!(barred && may), "eligibility knows it too");
        barred
    }

    #[test]
    fn one_day_of_the_window_is_enough_to_check() {
        for (days, barred) in [
            ((21, 23), true),
            ((21, 22), false),
            ((22, 30), false),
            ((1, 30), true),
        ] {
            let school = away(days, None).build();
            assert_eq!(is_absent(&school, Role::Checker), barred, "{days:?}");
        }
        let mornings = away((20, 30), Some(&[1, 2])).build();
        assert!(!is_absent(&mornings, Role::Checker) && is_absent(&mornings, Role::Proctor));
    }

    #[test]
    fn works_that_wait_bar_nobody() {
        let mut school = away((1, 30), None);
        school.lists.policy.checking = Checking::Open;
        assert!(!is_absent(&school.build(), Role::Checker));
    }

    #[test]
    fn days_of_the_week_come_back_every_week() {
        let mut school = away((1, 30), None);
        school.lists.absences[0].weekdays = Weekdays::of([chrono::Weekday::Tue]);
        let tuesdays = school.clone().build();
        assert!(is_absent(&tuesdays, Role::Proctor) && !is_absent(&tuesdays, Role::Checker));
        school.lists.absences[0].weekdays = Weekdays::of([chrono::Weekday::Wed]);
        assert!(!is_absent(&school.build(), Role::Proctor));
    }

    #[test]
    fn says_when_they_are_back() {
        let school = away((20, 24), None).build();
        let sitting = school.sitting(TestSchool::sitting());
        let missed = missed_works(&school, TestSchool::person(), sitting).unwrap();
        assert_eq!(missed.wide_enough(school.policy.checking), Some(4));
        assert_eq!(
            missed.sentence("Ann", Lang::En),
            "Ann is away as long as works are checked (2026-04-21 – 2026-04-23); back on 2026-04-25: 2 days too late"
        );
        assert_eq!(
            missed.sentence("Анна", Lang::Ru),
            "Анна отсутствует все дни проверки (21.04.2026 – 23.04.2026); выходит 25.04.2026: опоздание – 2 рабочих дня"
        );
    }
}
