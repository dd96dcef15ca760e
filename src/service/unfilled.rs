//! Why a place stays empty: who could take it and what holds each of them, and whom the rules bar.
//!
//! The solver's answer says *that* a place is empty; here the lists and the answer are read for the reason.

use std::collections::BTreeMap;

use crate::domain::Severity;
use crate::domain::{Code, Duty, PersonId, Place, Role, School, Sitting, SittingId};
use crate::lang::Lang;
use crate::lang::commands::unfilled as words;
use crate::rules::{Eligibility, judge};

use super::report::{RuleCounts, UnfilledReport};
use super::views::{when_and_what, words_of};

/// What holds somebody who may take the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Has a place of this very sitting already.
    AlreadyHere,
    /// On duty at a sitting that overlaps.
    Elsewhere(SittingId),
    /// The day's limit is reached.
    DailyLimit(u32),
    /// The limit for the whole procedure is reached.
    TotalLimit(u32),
    /// Nothing: the search ended before the place was tried.
    Nothing,
}

/// Somebody who may take the place, and what holds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// What holds them.
    pub obstacle: Obstacle,
}

/// A place that stays empty, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfilled {
    /// The place.
    pub place: Place,
    /// Everybody who may take it.
    pub candidates: Vec<Candidate>,
    /// Places at this time, this one among them, that the candidates could take.
    pub competing: usize,
    /// People who hold the role here.
    pub holders: usize,
    /// How many of them each rule bars, in the rules' order; a person barred twice counts twice.
    pub barred: Vec<(Code, u64)>,
}

impl Unfilled {
    /// The reason in one sentence.
    pub fn because(&self, school: &School, lang: Lang) -> String {
        let names = |obstacle: Obstacle| -> Option<String> {
            Some(match obstacle {
                Obstacle::AlreadyHere => words::already_here(lang),
                Obstacle::Elsewhere(sitting) => {
                    words::elsewhere(&when_and_what(school, sitting, lang), lang)
                }
                Obstacle::DailyLimit(limit) => words::daily_limit(limit, lang),
                Obstacle::TotalLimit(limit) => words::total_limit(limit, lang),
                Obstacle::Nothing => return None,
            })
        };
        let candidates: Vec<(String, Option<String>)> = self
            .candidates
            .iter()
            .map(|candidate| {
                let name = school.person(candidate.person).name.clone();
                (name, names(candidate.obstacle))
            })
            .collect();
        let barred: Vec<(&str, u64)> = self
            .barred
            .iter()
            .map(|&(code, people)| (code.name(), people))
            .collect();
        words::because(&candidates, self.competing, self.holders, &barred, lang)
    }

    /// The place as `--format json` shows it.
    pub fn report(&self, school: &School, lang: Lang) -> UnfilledReport {
        let words = words_of(school, school.sitting(self.place.sitting));
        UnfilledReport {
            date: words.date,
            lesson: words.lesson,
            class: words.class,
            subject: words.subject,
            role: self.place.role.name(),
            because: self.because(school, lang),
            barred: RuleCounts(self.barred.clone()),
        }
    }
}

/// Explains every empty place of an answer.
pub fn explain_unfilled(
    school: &School,
    eligibility: &Eligibility,
    places: &[(Place, Option<PersonId>)],
) -> Vec<Unfilled> {
    let duties = Duties::of(school, places);
    places
        .iter()
        .filter(|(_, person)| person.is_none())
        .map(|&(place, _)| explain(school, eligibility, place, &duties))
        .collect()
}

fn explain(school: &School, eligibility: &Eligibility, place: Place, duties: &Duties) -> Unfilled {
    let (sitting, role) = (school.sitting(place.sitting), place.role);
    let candidates: Vec<Candidate> = eligibility
        .people(place.sitting, role)
        .map(|person| Candidate {
            person,
            obstacle: duties.obstacle(school, place, person),
        })
        .collect();
    let holders = school
        .person_ids()
        .filter(|&person| school.holds_role(person, role, sitting));
    let mut barred = BTreeMap::new();
    let mut count = 0;
    for person in holders {
        count += 1;
        for verdict in judge(school, person, role, place.sitting) {
            if verdict.severity == Severity::Forbid {
                *barred.entry(verdict.code).or_insert(0) += 1;
            }
        }
    }
    Unfilled {
        place,
        competing: competing(school, eligibility, place, &candidates),
        candidates,
        holders: count,
        barred: barred.into_iter().collect(),
    }
}

/// Places of the role that the candidates could take at the place's time; a checker's work has no time, so there only
/// the places of the sitting itself compete.
fn competing(
    school: &School,
    eligibility: &Eligibility,
    place: Place,
    candidates: &[Candidate],
) -> usize {
    let here = school.sitting(place.sitting);
    if !place.role.is_time_bound() {
        return here.places[place.role] as usize;
    }
    school
        .sitting_ids()
        .filter(|&id| meet(here, school.sitting(id)))
        .filter(|&id| {
            candidates
                .iter()
                .any(|candidate| eligibility.may(id, place.role, candidate.person))
        })
        .map(|id| school.sitting(id).places[place.role] as usize)
        .sum()
}

/// Do the sittings share a moment?
fn meet(a: &Sitting, b: &Sitting) -> bool {
    a.date == b.date && a.span.overlaps(&b.span)
}

/// The answer's duties, by person.
struct Duties(Vec<Vec<Duty>>);

impl Duties {
    fn of(school: &School, places: &[(Place, Option<PersonId>)]) -> Self {
        let mut duties = vec![Vec::new(); school.people.len()];
        for &(place, person) in places {
            if let Some(person) = person {
                duties[person.index()].push(Duty {
                    sitting: place.sitting,
                    role: place.role,
                    person,
                });
            }
        }
        Self(duties)
    }

    fn obstacle(&self, school: &School, place: Place, person: PersonId) -> Obstacle {
        let duties = &self.0[person.index()];
        let here = school.sitting(place.sitting);
        if duties
            .iter()
            .any(|duty| duty.sitting == place.sitting && clash(duty.role, place.role))
        {
            return Obstacle::AlreadyHere;
        }
        if !place.role.is_time_bound() {
            return Obstacle::Nothing;
        }
        let bound = || duties.iter().filter(|duty| duty.role.is_time_bound());
        if let Some(duty) = bound().find(|duty| meet(here, school.sitting(duty.sitting))) {
            return Obstacle::Elsewhere(duty.sitting);
        }
        let Some(staff) = &school.person(person).staff else {
            return Obstacle::Nothing;
        };
        let today = bound().filter(|duty| school.sitting(duty.sitting).date == here.date);
        if let Some(limit) = staff
            .max_per_day
            .filter(|&most| today.count() >= most as usize)
        {
            return Obstacle::DailyLimit(limit);
        }
        match staff
            .max_total
            .filter(|&most| bound().count() >= most as usize)
        {
            Some(limit) => Obstacle::TotalLimit(limit),
            None => Obstacle::Nothing,
        }
    }
}

/// May one person not hold both at one sitting? (Rule `twice-in-sitting`.)
fn clash(a: Role, b: Role) -> bool {
    a.is_time_bound() == b.is_time_bound()
}
