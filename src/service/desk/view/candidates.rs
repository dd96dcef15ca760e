//! Everybody for one place, whoever could take it first.

use serde::Serialize;

use crate::domain::{Code, Lang, PersonId, Place, Role, School, Seat, SittingId};
use crate::explain::{Candidate, Change, Staffing, candidates};
use crate::service::desk::board::{Board, Spot};
use crate::service::desk::{CellName, Desk, DeskError, edit};
use crate::service::explain::{candidate_report, change_words};
use crate::service::report::EvidenceReport;
use crate::service::views::load_of;

/// Everybody for one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CandidatesView {
    /// The number of the last change.
    pub revision: u64,
    /// Who takes it now.
    pub occupant: Option<usize>,
    /// Those who may take it first, the cheapest first; the barred last.
    pub candidates: Vec<CandidateView>,
}

/// Somebody, as a candidate for the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CandidateView {
    /// Position among the people.
    pub person: usize,
    /// `free`, `held` (other duties or limits) or `barred` (rules).
    pub status: &'static str,
    /// Takes the place now.
    pub here: bool,
    /// Rules that bar them (`forbid`), or that would be used (`avoid`).
    pub bars: Vec<BarView>,
    /// Duties and limits that keep them from it, in words.
    pub held: Vec<String>,
    /// Load in the role as it is now, history included: duties, or works.
    pub load: u64,
    /// Own lessons that the duty costs.
    pub lost: usize,
    /// What changes in the objective when they take it, in words; exceptions that `bars` tells of are left out.
    pub change: String,
}

/// A rule that stands against somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarView {
    /// Name of the rule.
    pub rule: &'static str,
    /// `forbid` or `avoid`.
    pub severity: &'static str,
    /// One sentence.
    pub message: String,
    /// The rows that prove it.
    pub evidence: Vec<EvidenceReport>,
}

impl Desk {
    /// Everybody for the cell.
    pub fn candidates(&self, cell: CellName, lang: Lang) -> Result<CandidatesView, DeskError> {
        let (school, board) = (self.school()?, self.board()?);
        let spot = edit::spot(school, cell)?;
        let at = board.position(spot).ok_or(DeskError::NoSuchPlace)?;
        let occupant = board.roster.rows[at].seat.person();
        let staffing = Staffing::of(school, &board.roster);
        let place = place_of(board, spot, at);
        let look = Look {
            school,
            staffing: &staffing,
            place,
            lang,
        };
        let everybody = candidates(school, &staffing, place);
        Ok(CandidatesView {
            revision: self.revision,
            occupant: occupant.map(PersonId::index),
            candidates: everybody
                .iter()
                .map(|candidate| look.at(candidate, occupant))
                .collect(),
        })
    }
}

/// The place as explanations count it: there those who are named sit first.
fn place_of(board: &Board, spot: Spot, at: usize) -> Place {
    let rows = &board.roster.rows;
    let first = at - spot.seat as usize;
    let is_named = |index: &usize| rows[*index].seat != Seat::Empty;
    let named_before = (first..at).filter(is_named).count();
    let seat = if is_named(&at) {
        named_before
    } else {
        let of_spot = |index: &usize| {
            rows[*index].role == spot.role && rows[*index].sitting == rows[at].sitting
        };
        let all = (first..rows.len()).take_while(of_spot);
        let empty_before = spot.seat as usize - named_before;
        all.filter(is_named).count() + empty_before
    };
    Place {
        sitting: spot.sitting,
        role: spot.role,
        seat: seat as u32,
    }
}

/// What is looked at, and in which language.
struct Look<'a> {
    school: &'a School,
    staffing: &'a Staffing,
    place: Place,
    lang: Lang,
}

impl Look<'_> {
    fn at(&self, candidate: &Candidate, occupant: Option<PersonId>) -> CandidateView {
        let Place { sitting, role, .. } = self.place;
        let report = candidate_report(self.school, self.place, candidate, self.lang);
        let bars = report.rules.into_iter().map(|bar| BarView {
            rule: bar.rule,
            severity: bar.severity,
            message: bar.message,
            evidence: bar.evidence,
        });
        let person = candidate.person;
        CandidateView {
            person: person.index(),
            status: report.status,
            here: occupant == Some(person),
            bars: bars.collect(),
            held: report.held_by,
            load: load_of(self.school, person, role, &self.duties(person, role)),
            lost: self.school.lessons_missed(person, (sitting, role)),
            change: self.change(candidate),
        }
    }

    /// What changes besides the exceptions that the bars tell of.
    fn change(&self, candidate: &Candidate) -> String {
        let mut untold = candidate.cost;
        for verdict in &candidate.verdicts {
            if let Code::Rule(code) = verdict.code {
                let count = &mut untold.avoided[code as usize];
                *count = (*count).min(0);
            }
        }
        if untold == Change::default() && candidate.cost != untold {
            return String::new();
        }
        change_words(&untold, self.lang)
    }

    fn duties(&self, person: PersonId, role: Role) -> Vec<SittingId> {
        let duties = self.staffing.duties_of(person).iter();
        duties
            .filter(|(_, other)| *other == role)
            .map(|&(sitting, _)| sitting)
            .collect()
    }
}
