//! What each finding comes to: changes to accept, a reason why there are none, or a question to answer.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Finding, Question, check};
use crate::domain::{Code, PersonId, Role, Roster, RowSitting, Seat, SittingId, StructuralCode};
use crate::rules::Eligibility;
use crate::service::explain::Explained;

use super::better::Better;
use super::homes::homes;
use super::plan::Plan;
use super::touched::Rows;
use super::{Judged, Suggestion, Suggestions, accept};

/// What to do about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// These suggestions, by position, settle it; accepted together.
    Accept(Vec<usize>),
    /// Nobody may have the place: position among the obstacles, where one was found; meanwhile these suggestions leave
    /// it empty, and settle whatever else there is.
    Nobody {
        /// Position in [`Suggestions::obstacles`].
        obstacle: Option<usize>,
        /// Positions in [`Suggestions::list`]; none, where the place is empty already.
        meanwhile: Vec<usize>,
    },
    /// A pinned row stands in the way; who could have its place if it were not pinned.
    Pinned(Option<PersonId>),
    /// An exception, and who could have the place without any.
    Instead(PersonId),
    /// An exception without which nobody can be had.
    Needed,
    /// The schedule has the sitting at another time.
    MovedTo(SittingId),
    /// A name that is unclear: those of whom it may be, and who may have the place.
    Ask(Vec<PersonId>),
    /// What the rule says is to be done.
    ByRule,
}

/// Puts the plan and the findings together.
pub fn suggestions(
    judged: Judged<'_>,
    eligibility: &Eligibility,
    plan: Plan,
    obstacles: Vec<Explained>,
) -> Suggestions {
    let conflicts = Conflicts {
        judged,
        rows: Rows::of(judged.school, judged.roster),
        plan: &plan,
        obstacles: &obstacles,
        homes: homes(judged),
    };
    let mut better = Better::new(judged, eligibility, &plan.staffing);
    let findings = judged.findings;
    let mut filled = BTreeSet::new();
    let settled = findings
        .conflicts
        .iter()
        .map(|finding| match conflicts.remedy(finding, &mut filled) {
            Remedy::Pinned(_) => Remedy::Pinned(better.instead(finding)),
            remedy => remedy,
        })
        .collect();
    let changed: BTreeSet<Option<usize>> = plan.changes.iter().map(|it| it.row).collect();
    let exceptions = findings.exceptions.iter().map(|finding| {
        // Where the row changes for another reason, the exception goes with it.
        if changed.contains(&finding.row) {
            return conflicts.remedy(finding, &mut filled);
        }
        let person = better.without_exception(finding);
        person.map_or(Remedy::Needed, Remedy::Instead)
    });
    let exceptions = exceptions.collect();
    let asked = |question: &Question| ask(judged.roster, eligibility, question);
    Suggestions {
        conflicts: settled,
        exceptions,
        questions: findings.questions.iter().map(asked).collect(),
        list: plan.changes,
        obstacles,
    }
}

fn ask(roster: &Roster, eligibility: &Eligibility, question: &Question) -> Remedy {
    let row = &roster.rows[question.row];
    let may = |&person: &PersonId| match row.sitting {
        RowSitting::Known(sitting) => eligibility.may(sitting, row.role, person),
        RowSitting::Unknown { .. } => true,
    };
    Remedy::Ask(question.candidates.iter().copied().filter(may).collect())
}

/// What conflicts are settled by.
struct Conflicts<'a> {
    judged: Judged<'a>,
    rows: Rows<'a>,
    plan: &'a Plan,
    obstacles: &'a [Explained],
    homes: BTreeMap<usize, SittingId>,
}

impl Conflicts<'_> {
    /// `filled` are the suggestions that settle an empty place spoken of before.
    fn remedy(&self, finding: &Finding, filled: &mut BTreeSet<usize>) -> Remedy {
        match finding.code {
            Code::Structural(StructuralCode::UnknownSitting) => self.of_stray(finding),
            Code::Structural(StructuralCode::Unfilled) => self.of_empty(finding, filled),
            _ => self.of_rows(finding),
        }
    }

    fn of_stray(&self, finding: &Finding) -> Remedy {
        let mut changes = self.plan.changes.iter();
        let own = changes.position(|it| it.moves && it.row == finding.row);
        let home = finding.row.and_then(|row| self.homes.get(&row));
        match (own, home) {
            (Some(own), _) => Remedy::Accept(self.closed([own])),
            (None, Some(&home)) => Remedy::MovedTo(home),
            (None, None) => Remedy::ByRule,
        }
    }

    fn of_empty(&self, finding: &Finding, filled: &mut BTreeSet<usize>) -> Remedy {
        let fills = |(index, it): &(usize, &Suggestion)| {
            Some(it.sitting) == finding.sitting
                && it.role == finding.role
                && (it.from == Seat::Empty || it.moves)
                && it.to.is_some()
                && !filled.contains(index)
        };
        let mut changes = self.plan.changes.iter().enumerate();
        match changes.find(fills) {
            Some((index, _)) => {
                filled.insert(index);
                Remedy::Accept(self.closed([index]))
            }
            None => Remedy::Nobody {
                obstacle: self.obstacle(finding.sitting, finding.role),
                meanwhile: Vec::new(),
            },
        }
    }

    fn of_rows(&self, finding: &Finding) -> Remedy {
        let rows = self.rows.that_settle(finding);
        let is_must_pin = self.rows.is_must_pin(finding);
        let settles = |(_, it): &(usize, &Suggestion)| {
            if is_must_pin {
                honours(it, finding)
            } else {
                it.row.is_some_and(|row| rows.contains(&row))
            }
        };
        let changes = self.plan.changes.iter().enumerate().filter(settles);
        let found: Vec<usize> = changes.map(|(index, _)| index).collect();
        let pinned = rows.iter().any(|&row| self.judged.roster.rows[row].pinned);
        if found.is_empty() {
            return if pinned {
                Remedy::Pinned(None)
            } else {
                Remedy::ByRule
            };
        }
        let hole = found
            .iter()
            .map(|&index| &self.plan.changes[index])
            .find(|it| it.to.is_none() && self.obstacle(Some(it.sitting), it.role).is_some());
        match hole {
            Some(hole) => Remedy::Nobody {
                obstacle: self.obstacle(Some(hole.sitting), hole.role),
                meanwhile: self.closed(found),
            },
            // A pinned row may break a limit alone, whoever else is taken off.
            None if pinned && self.stays(finding, &self.closed(found.clone())) => {
                Remedy::Pinned(None)
            }
            None => Remedy::Accept(self.closed(found)),
        }
    }

    /// Is the conflict found as often after these suggestions are accepted?
    fn stays(&self, finding: &Finding, accepted: &[usize]) -> bool {
        let Judged { school, roster, .. } = self.judged;
        let accepted = accepted.iter().map(|&index| &self.plan.changes[index]);
        let after = check(school, &accept(roster, accepted));
        // Of one person it may be found at another row.
        let place = |it: &Finding| it.person.is_none().then_some((it.sitting, it.role));
        let about = |it: &Finding| (it.code, it.person, place(it));
        let times = |conflicts: &[Finding]| {
            let same = conflicts.iter().filter(|it| about(it) == about(finding));
            same.count()
        };
        times(&after.conflicts) >= times(&self.judged.findings.conflicts)
    }

    /// The obstacle that keeps a place of the role at the sitting empty.
    fn obstacle(&self, sitting: Option<SittingId>, role: Role) -> Option<usize> {
        self.obstacles.iter().position(|obstacle| {
            let mut places = obstacle.places();
            places.any(|place| Some(place.sitting) == sitting && place.role == role)
        })
    }

    /// The suggestions and all that belong with them, ascending.
    fn closed(&self, suggestions: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut all = BTreeSet::new();
        for index in suggestions {
            all.insert(index);
            all.extend(&self.plan.changes[index].with);
        }
        all.into_iter().collect()
    }
}

/// Does the change give a pinned person the place?
fn honours(change: &Suggestion, finding: &Finding) -> bool {
    (Some(change.sitting), change.role) == (finding.sitting, finding.role)
        && change.to.is_some()
        && change.to == finding.person
}
