//! The object of `explain --format json`.

use serde::Serialize;

use crate::domain::{Code, Lang, Place, RoleMap, RuleCode, School, StructuralCode};
use crate::explain::{Candidate, Change, Kind, Occupant, WayOut};
use crate::rules::{Verdict, missed_works, words as rule_words};
use crate::service::report::{DutyReport, EvidenceReport, RuleCounts};
use crate::service::views::{evidence_of, words_of};

use super::{ExplainedPlace, Explanation, words};

/// The object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainReport {
    /// The places asked for.
    pub places: Vec<PlaceReport>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceReport {
    /// Day, ISO.
    pub date: String,
    /// Lesson numbers, or clock times where there are none.
    pub lesson: String,
    /// Name of the class.
    pub class: String,
    /// Name of the subject.
    pub subject: String,
    /// Name of the role.
    pub role: &'static str,
    /// Who takes it; `null` where nobody does, or whom the lists do not know.
    pub person: Option<String>,
    /// What keeps it empty; `null` where somebody takes it.
    pub obstacle: Option<ObstacleReport>,
    /// Everybody, or the person asked for: who could take it first.
    pub candidates: Vec<CandidateReport>,
}

/// What keeps a place empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObstacleReport {
    /// In one sentence.
    pub because: String,
    /// The places that cannot all be filled.
    pub competing: Vec<DutyReport>,
    /// Everybody who may take any of them.
    pub people: Vec<String>,
    /// How many others who hold the role each rule bars.
    pub barred: RuleCounts,
    /// What fills it, the cheapest first.
    pub ways_out: Vec<WayReport>,
}

/// A way out that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayReport {
    /// Its kind.
    pub kind: &'static str,
    /// In one sentence.
    pub text: String,
}

/// Somebody as a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CandidateReport {
    /// Who.
    pub person: String,
    /// `free`, `held` or `barred`.
    pub status: &'static str,
    /// Rules that bar them (`forbid`), or that would be used (`avoid`).
    pub rules: Vec<BarReport>,
    /// Duties and limits that keep them from it.
    pub held_by: Vec<String>,
    /// What changes in the objective when they take the place.
    pub change: ChangeReport,
}

/// A rule that stands against somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarReport {
    /// Name of the rule.
    pub rule: &'static str,
    /// What the rule is called where people read.
    #[serde(skip)]
    pub name: &'static str,
    /// `forbid` or `avoid`.
    pub severity: &'static str,
    /// In one sentence.
    pub message: String,
    /// The rows that prove it.
    pub evidence: Vec<EvidenceReport>,
}

/// Differences of the objective's levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeReport {
    /// Level 1, over all roles.
    pub unfilled: i64,
    /// Level 2: rules whose use changes.
    pub avoided: Vec<(&'static str, i64)>,
    /// Level 3.
    pub lessons_lost: i64,
    /// Level 4, over all roles (one changes).
    pub load_squares: i64,
    /// Level 5, over all roles (one changes).
    pub lesson_squares: i64,
}

impl From<&Change> for ChangeReport {
    fn from(change: &Change) -> Self {
        let sum = |roles: RoleMap<i64>| roles.0.iter().sum();
        Self {
            unfilled: sum(change.unfilled),
            avoided: RuleCode::ALL
                .into_iter()
                .zip(change.avoided)
                .filter(|&(_, count)| count != 0)
                .map(|(code, count)| (code.name(), count))
                .collect(),
            lessons_lost: change.lessons_lost,
            load_squares: sum(change.load_squares),
            lesson_squares: sum(change.lesson_squares),
        }
    }
}

impl Explanation {
    /// The object of `--format json`.
    pub fn report(&self, lang: Lang) -> ExplainReport {
        let place = |explained: &ExplainedPlace| self.place(explained, lang);
        ExplainReport {
            places: self.places.iter().map(place).collect(),
        }
    }

    fn place(&self, explained: &ExplainedPlace, lang: Lang) -> PlaceReport {
        let school = &self.school;
        let keys = words_of(school, school.sitting(explained.place.sitting));
        PlaceReport {
            date: keys.date,
            lesson: keys.lesson,
            class: keys.class,
            subject: keys.subject,
            role: explained.place.role.name(),
            person: match explained.occupant {
                Occupant::Person(person) => Some(school.person(person).name.clone()),
                Occupant::Nobody | Occupant::Stranger => None,
            },
            obstacle: self.obstacle(explained, lang),
            candidates: explained
                .candidates
                .iter()
                .map(|candidate| self.candidate(explained, candidate, lang))
                .collect(),
        }
    }

    fn obstacle(&self, explained: &ExplainedPlace, lang: Lang) -> Option<ObstacleReport> {
        let (school, found) = (&self.school, explained.obstacle.as_ref()?);
        let competing = |&(sitting, role): &_| {
            let keys = words_of(school, school.sitting(sitting));
            let role: crate::domain::Role = role;
            DutyReport {
                date: keys.date,
                lesson: keys.lesson,
                class: keys.class,
                subject: keys.subject,
                role: role.name(),
            }
        };
        let way = |out: &WayOut| WayReport {
            kind: kind(out.way.kind()),
            text: words::way(school, &out.way, words::RuleNames::Names, lang),
        };
        let name = |&(person, _): &(_, _)| school.person(person).name.clone();
        Some(ObstacleReport {
            because: found.because(school, lang),
            competing: found.obstacle.spots().iter().map(competing).collect(),
            people: found.people.iter().map(name).collect(),
            barred: RuleCounts(found.obstacle.shortages[0].barred.clone()),
            ways_out: found.ways.iter().map(way).collect(),
        })
    }

    /// Somebody, in words.
    pub fn candidate(
        &self,
        explained: &ExplainedPlace,
        candidate: &Candidate,
        lang: Lang,
    ) -> CandidateReport {
        candidate_report(&self.school, explained.place, candidate, lang)
    }
}

/// Somebody as a candidate for the place, in words.
pub fn candidate_report(
    school: &School,
    place: Place,
    candidate: &Candidate,
    lang: Lang,
) -> CandidateReport {
    let name = &school.person(candidate.person).name;
    let bar = |verdict: &Verdict| BarReport {
        rule: verdict.code.name(),
        name: rule_words(verdict.code).name.in_lang(lang),
        severity: verdict.severity.name(),
        message: message(school, (place, candidate), verdict, lang),
        evidence: evidence_of(school, &verdict.evidence.cells),
    };
    let status = match (candidate.is_barred(), candidate.holds.is_empty()) {
        (true, _) => "barred",
        (false, false) => "held",
        (false, true) => "free",
    };
    CandidateReport {
        person: name.clone(),
        status,
        rules: candidate.verdicts.iter().map(bar).collect(),
        held_by: candidate
            .holds
            .iter()
            .map(|&hold| words::hold(school, hold, lang))
            .collect(),
        change: (&candidate.cost).into(),
    }
}

fn message(
    school: &School,
    (place, candidate): (Place, &Candidate),
    verdict: &Verdict,
    lang: Lang,
) -> String {
    let sitting = school.sitting(place.sitting);
    let person = &school.person(candidate.person).name;
    let is_absence = verdict.code == Code::Structural(StructuralCode::Absent);
    if is_absence
        && !place.role.is_time_bound()
        && let Some(missed) = missed_works(school, candidate.person, sitting)
    {
        return missed.sentence(person, lang);
    }
    let class = verdict.evidence.class.unwrap_or(sitting.class);
    let subject = verdict.evidence.subject.unwrap_or(sitting.subject);
    rule_words(verdict.code)
        .message
        .in_lang(lang)
        .replace("{person}", person)
        .replace("{class}", &school.class(class).name)
        .replace("{subject}", &school.subject(subject).name)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::OfferDay => "offer-day",
        Kind::RaiseDailyLimit => "raise-daily-limit",
        Kind::RaiseWeeklyLimit => "raise-weekly-limit",
        Kind::RaiseWorksLimit => "raise-works-limit",
        Kind::RaiseTotalLimit => "raise-total-limit",
        Kind::ComeIn => "come-in",
        Kind::WidenWindow => "widen-window",
        Kind::LiftPin => "lift-pin",
        Kind::GrantRole => "grant-role",
        Kind::MoveLesson => "move-lesson",
        Kind::MoveDate => "move-date",
        Kind::WaiveTightening => "waive-tightening",
        Kind::WaivePlan => "waive-plan",
        Kind::Find => "find",
    }
}
