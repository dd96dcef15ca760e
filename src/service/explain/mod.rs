//! `explain`: a school's lists, any roster and a place in; why it stands as it does, and what else could be, out.

mod obstacles;
mod report;
mod words;

use thiserror::Error;

use crate::domain::{PersonId, Place, Role, School};
use crate::explain::{self, Candidate, Depth, Occupant, Staffing, candidates};
use crate::input::{self, Ask, AskProblem, InputFile, ReadOptions};
use crate::rules::Eligibility;

use super::Complaints;
use super::opened::{Opened, open};

pub use obstacles::{Explained, explain_empty};
pub use report::{CandidateReport, candidate_report};
pub use words::role_name;

/// What to explain, in which roster, by which lists.
pub struct ExplainRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// The roster's file.
    pub roster: &'a InputFile,
    /// What to read beside the folder.
    pub read: ReadOptions,
    /// The place, and perhaps the person, as typed.
    pub ask: Ask,
}

/// Why there is no explanation.
#[derive(Debug, Error)]
pub enum ExplainError {
    /// The lists, or the roster, cannot be used.
    #[error("the lists or the roster cannot be used")]
    Refused(Complaints),
    /// The question cannot be understood.
    #[error("the question cannot be understood")]
    Unclear(Vec<AskProblem>),
}

/// A place explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedPlace {
    /// The place.
    pub place: Place,
    /// Who takes it.
    pub occupant: Occupant,
    /// The obstacle, where nobody does.
    pub obstacle: Option<Explained>,
    /// Everybody, or the one person asked for: those who may take it first.
    pub candidates: Vec<Candidate>,
}

/// The explanation of one place, or of several of a sitting.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The facts.
    pub school: School,
    /// The roster.
    pub staffing: Staffing,
    /// Warnings and notes about the files.
    pub complaints: Complaints,
    /// The person asked for.
    pub person: Option<PersonId>,
    /// The places, in the schedule's order.
    pub places: Vec<ExplainedPlace>,
}

/// Explains the places asked for.
pub fn explain(request: &ExplainRequest<'_>) -> Result<Explanation, ExplainError> {
    let Opened {
        school,
        roster,
        complaints,
        ..
    } = open(request.files, &request.read, request.roster).map_err(ExplainError::Refused)?;
    let asked = input::find_places(&school, &request.ask).map_err(ExplainError::Unclear)?;
    let staffing = Staffing::of(&school, &roster);
    let is_asked = |place: &Place| {
        asked.sittings.contains(&place.sitting) && asked.role.is_none_or(|role| role == place.role)
    };
    let places: Vec<(Place, Occupant)> = staffing
        .places()
        .iter()
        .filter(|(place, _)| is_asked(place))
        .copied()
        .collect();
    if places.is_empty() {
        return Err(ExplainError::Unclear(vec![AskProblem::NoSitting(
            Vec::new(),
        )]));
    }
    let eligibility = Eligibility::of(&school);
    let never = || false;
    let effort = explain::Effort::thorough(&never);
    let base = explain::base_of((&school, &eligibility), &staffing, &effort);
    let ground = explain::Ground {
        school: &school,
        eligibility: &eligibility,
        base: &base,
        effort: &effort,
    };
    let explained = |(place, occupant): (Place, Occupant)| {
        let obstacle = (occupant == Occupant::Nobody).then(|| {
            let obstacle = explain::Obstacle {
                shortages: vec![ground.shortage(place)],
            };
            obstacles::explained(&ground, &staffing, obstacle, Depth::FULL)
        });
        let mut candidates = candidates(&school, &staffing, place);
        if let Some(person) = asked.person {
            candidates.retain(|candidate| candidate.person == person);
        }
        ExplainedPlace {
            place,
            occupant,
            obstacle,
            candidates,
        }
    };
    let places = places.into_iter().map(explained).collect();
    Ok(Explanation {
        places,
        staffing,
        complaints,
        person: asked.person,
        school,
    })
}

impl Explanation {
    /// Is a place empty, or taken by somebody who may not?
    pub fn needs_an_eye(&self) -> bool {
        self.places
            .iter()
            .any(|explained| match explained.occupant {
                Occupant::Nobody | Occupant::Stranger => true,
                Occupant::Person(person) => explained
                    .candidates
                    .iter()
                    .any(|candidate| candidate.person == person && !candidate.is_free()),
            })
    }

    /// Load of the person in the role, history included, and the least and greatest among all who hold it.
    pub fn load(&self, person: PersonId, role: Role) -> (u64, u64, u64) {
        let load = |person: PersonId| {
            let sittings: Vec<_> = self
                .staffing
                .duties_of(person)
                .iter()
                .filter(|(_, other)| *other == role)
                .map(|&(sitting, _)| sitting)
                .collect();
            super::load_of(&self.school, person, role, &sittings)
        };
        let others: Vec<u64> = self
            .school
            .person_ids()
            .filter(|&other| other != person && self.school.is_candidate(other, role))
            .map(load)
            .collect();
        let own = load(person);
        let least = others.iter().copied().min().unwrap_or(own);
        (own, least, others.iter().copied().max().unwrap_or(own))
    }
}

/// What changes in the objective, in words.
pub fn change_words(change: &explain::Change, lang: crate::domain::Lang) -> String {
    words::change(change, lang)
}
