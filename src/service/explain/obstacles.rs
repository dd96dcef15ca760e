//! The empty places of a roster by obstacle, each with its reason and its ways out.

use crate::domain::{Lang, PersonId, Place, School};
use crate::explain::{self, Cause, Depth, Effort, Ground, Obstacle, Shortage, Staffing, WayOut};
use crate::lang::commands::unfilled as unfilled_words;
use crate::lang::explain as words;
use crate::rules::{self, Eligibility, Hold};
use crate::service::report::{RuleCounts, UnfilledReport};
use crate::service::views::words_of;

use super::words as said;
use super::words::RuleNames;

/// An obstacle: the places it keeps empty, why, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The obstacle.
    pub obstacle: Obstacle,
    /// Those who may take one of the competing places, and what holds each of them.
    pub people: Vec<(PersonId, Option<Hold>)>,
    /// What would help: ways out for the first of the places, the cheapest first.
    pub ways: Vec<WayOut>,
}

/// What `generate` says beside a roster: a few ways out each, found quickly.
const SUMMARY: Depth = Depth {
    most: 3,
    tries: 24,
    of_kind: 1,
};

/// Re-solves that all obstacles of one roster may take together.
const MOST_TRIES: usize = 240;

/// Explains every empty place of a roster whose duties are legal; what is left unsearched, by `stop`
/// or because it takes too much work, is said to be unknown.
pub fn explain_empty(
    (school, eligibility): (&School, &Eligibility),
    staffing: &Staffing,
    stop: &(dyn Fn() -> bool + Sync),
) -> Vec<Explained> {
    if staffing.empty().next().is_none() {
        return Vec::new();
    }
    let effort = Effort::brief(stop);
    let base = explain::base_of((school, eligibility), staffing, &effort);
    let ground = Ground {
        school,
        eligibility,
        base: &base,
        effort: &effort,
    };
    let shortages: Vec<Shortage> = staffing
        .empty()
        .map(|place| ground.shortage(place))
        .collect();
    let obstacles = explain::merge(school, shortages);
    let tries = MOST_TRIES / obstacles.len().max(1);
    let depth = Depth {
        tries: SUMMARY.tries.min(tries.max(3)),
        ..SUMMARY
    };
    obstacles
        .into_iter()
        .map(|obstacle| explained(&ground, staffing, obstacle, depth))
        .collect()
}

/// Explains one obstacle.
pub fn explained(
    ground: &Ground<'_>,
    staffing: &Staffing,
    obstacle: Obstacle,
    depth: Depth,
) -> Explained {
    let first = &obstacle.shortages[0];
    let hold = |&person: &PersonId| {
        let holds = explain::holds(ground.school, staffing, first.place, person);
        (person, holds.first().copied())
    };
    Explained {
        people: obstacle.people().iter().map(hold).collect(),
        ways: ground.ways_out(first, &obstacle.holes(), depth),
        obstacle,
    }
}

impl Explained {
    /// The empty places, in the schedule's order.
    pub fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.obstacle
            .shortages
            .iter()
            .map(|shortage| shortage.place)
    }

    /// The reason in one sentence, with how many each rule bars.
    pub fn because(&self, school: &School, lang: Lang) -> String {
        let barred = self.obstacle.shortages[0].barred.iter();
        let barred: Vec<(&str, u64)> = barred
            .map(|&(code, people)| (rules::words(code).name.in_lang(lang), people))
            .collect();
        self.reason(school, &barred, lang)
    }

    /// The reason in one sentence, where the rules are told beside it.
    pub fn because_in_short(&self, school: &School, lang: Lang) -> String {
        self.reason(school, &[], lang)
    }

    fn reason(&self, school: &School, barred: &[(&str, u64)], lang: Lang) -> String {
        let first = &self.obstacle.shortages[0];
        match &first.cause {
            Cause::Fillable(_) => return words::fillable(&[], lang),
            Cause::Unknown => return words::unknown(lang).to_owned(),
            Cause::Competition(_) => {}
        }
        let people: Vec<(String, Option<String>)> = self
            .people
            .iter()
            .map(|&(person, hold)| {
                let hold = hold.map(|hold| said::hold(school, hold, lang));
                (school.person(person).name.clone(), hold)
            })
            .collect();
        let competing = self.obstacle.spots().len();
        unfilled_words::because(&people, competing, first.holders, barred, lang)
    }

    /// The ways out, each in one sentence.
    pub fn ways_out(&self, school: &School, lang: Lang) -> Vec<String> {
        self.ways_naming(school, RuleNames::Names, lang)
    }

    /// The ways out, each in one sentence, for those who know no rule by its public name.
    pub fn ways_in_plain_words(&self, school: &School, lang: Lang) -> Vec<String> {
        self.ways_naming(school, RuleNames::Titles, lang)
    }

    fn ways_naming(&self, school: &School, names: RuleNames, lang: Lang) -> Vec<String> {
        let holes = self.obstacle.shortages.len();
        self.ways
            .iter()
            .map(|out| {
                let way = said::way(school, &out.way, names, lang);
                if holes > 1 {
                    format!("{way} ({})", words::fills(out.fills, holes, lang))
                } else {
                    way
                }
            })
            .collect()
    }

    /// Its places as `--format json` shows them.
    pub fn reports(&self, school: &School, lang: Lang) -> Vec<(Place, UnfilledReport)> {
        let (because, ways_out) = (self.because(school, lang), self.ways_out(school, lang));
        let report = |shortage: &Shortage| {
            let words = words_of(school, school.sitting(shortage.place.sitting));
            let report = UnfilledReport {
                date: words.date,
                lesson: words.lesson,
                class: words.class,
                subject: words.subject,
                role: shortage.place.role.name(),
                because: because.clone(),
                barred: RuleCounts(shortage.barred.clone()),
                ways_out: ways_out.clone(),
            };
            (shortage.place, report)
        };
        self.obstacle.shortages.iter().map(report).collect()
    }
}
