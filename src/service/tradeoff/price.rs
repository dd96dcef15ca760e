//! What one choice comes to: the numbers beside one another, each from the roster that was read back and judged.

use crate::check::Findings;
use crate::domain::{PersonId, Role, RoleSet, RuleCode, School};
use crate::rules;
use crate::service::Generated;
use crate::solve::Answer;

use super::Choice;

/// One line of the comparison.
#[derive(Debug, Clone)]
pub struct Price {
    /// The policy.
    pub choice: Choice,
    /// Places that stay empty.
    pub empty: u64,
    /// Places of the schedule.
    pub places: usize,
    /// Uses of rules at `avoid` that the plan allows.
    pub preferences: usize,
    /// Waivers used, and rules at `avoid` that the plan does not allow.
    pub exceptions: usize,
    /// Checkers' places taken by somebody who teaches the subject here, whatever the policy says of it.
    pub own_subject: usize,
    /// Works of the checker who has most.
    pub most_works: u64,
    /// Works of the checker who has fewest, of those who have any.
    pub fewest_works: u64,
    /// How many check.
    pub checkers: usize,
    /// Who may check and has no work.
    pub idle: usize,
    /// Own lessons missed; `None` without a timetable.
    pub lessons_lost: Option<u64>,
    /// The solver's answer and its bounds.
    pub answer: Answer,
    /// The facts under the choice.
    pub school: School,
    /// What the check said of the roster.
    pub findings: Findings,
}

impl Price {
    /// The numbers of a roster.
    pub(super) fn of(choice: Choice, generated: &Generated) -> Self {
        let (school, answer) = (&generated.school, &generated.answer);
        let loads = works(generated);
        let busy = || loads.iter().copied().filter(|&works| works > 0);
        Self {
            choice,
            empty: Role::ALL
                .map(|role| answer.objective.unfilled[role])
                .iter()
                .sum(),
            places: answer.places.len(),
            preferences: generated.findings.preferences.len(),
            exceptions: generated.findings.exceptions.len(),
            own_subject: own_subject(generated),
            most_works: busy().max().unwrap_or(0),
            fewest_works: busy().min().unwrap_or(0),
            checkers: busy().count(),
            idle: loads.len() - busy().count(),
            lessons_lost: (!school.lessons.is_empty()).then_some(answer.objective.lessons_lost),
            answer: answer.clone(),
            school: school.clone(),
            findings: generated.findings.clone(),
        }
    }

    /// Is every level proven, how evenly works are spread too?
    pub fn is_proven(&self) -> bool {
        self.answer.optimal && self.findings.weighs_works()
    }
}

/// Works of everybody who checks or may, without what earlier procedures left.
fn works(generated: &Generated) -> Vec<u64> {
    let school = &generated.school;
    let mut works = vec![0; school.people.len()];
    for (_, duty) in generated.roster.duties() {
        if duty.role == Role::Checker {
            works[duty.person.index()] += u64::from(school.sitting(duty.sitting).works());
        }
    }
    let counts = |&person: &PersonId| {
        works[person.index()] > 0
            || (school.is_candidate(person, Role::Checker) && school.works_limit(person) != Some(0))
    };
    let people = school.person_ids().filter(counts);
    people.map(|person| works[person.index()]).collect()
}

/// Places of checkers who teach the subject here.
fn own_subject(generated: &Generated) -> usize {
    let school = &generated.school;
    let rule = rules::rule(RuleCode::CheckerOwnSubject);
    let duties = generated.roster.duties().map(|(_, duty)| duty);
    duties
        .filter(|duty| duty.role == Role::Checker)
        .filter(|duty| {
            let sitting = school.sitting(duty.sitting);
            let held = RoleSet::of(&[Role::Checker]);
            rule.bars(school, duty.person, sitting, held).is_some()
        })
        .count()
}
