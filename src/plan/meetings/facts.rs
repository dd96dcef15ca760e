//! Commissions, their members, and when each of them could come.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Commission, Date, Minute, PersonId, Role, Roster, School, SchoolId, SittingId, Span, SubjectId,
};
use crate::plan::on_duty::OnDuty;

use super::Hindrance;
use super::slots::{self, Slot};

/// A commission and when it could meet.
pub struct Assembly {
    /// The subject.
    pub subject: SubjectId,
    /// Grades, ascending.
    pub grades: Vec<u32>,
    /// Its first sitting.
    pub first: SittingId,
    /// Who leads it, where that is decided.
    pub chair: Option<PersonId>,
    /// Where, or empty.
    pub room: String,
    /// The lists themselves say when.
    pub is_given: bool,
    /// By their ids.
    pub members: Vec<PersonId>,
    /// Times at which it could meet, by day and hour.
    pub slots: Vec<Slot>,
    /// Of each time, member by member.
    pub presence: Vec<Vec<Presence>>,
}

/// Could a member come at a time?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Yes, and so many own lessons would be lost.
    Comes(usize),
    /// No.
    Kept(Hindrance),
}

/// Everything the model is stated from.
pub struct Facts {
    /// By first sitting.
    pub commissions: Vec<Assembly>,
}

impl Facts {
    /// Of this roster.
    pub fn of(on_duty: &OnDuty<'_>, roster: &Roster) -> Self {
        let school = on_duty.school;
        let mut checkers: BTreeMap<SittingId, BTreeSet<PersonId>> = BTreeMap::new();
        for (_, duty) in roster.duties() {
            if duty.role == Role::Checker {
                checkers
                    .entry(duty.sitting)
                    .or_default()
                    .insert(duty.person);
            }
        }
        let mut commissions: Vec<Assembly> = grouped(school)
            .into_iter()
            .filter_map(|(row, sittings)| assembly((on_duty, &checkers), (row, &sittings)))
            .collect();
        commissions.sort_by_key(|it| {
            let first = school.sitting(it.first);
            (first.date, first.span.clone(), it.first)
        });
        Self { commissions }
    }
}

/// A commission's row, or none, and its sittings.
type Group<'a> = (Option<&'a Commission>, Vec<SittingId>);

/// Sittings by the row of `commissions` that speaks of them, that of their grade before that of all; else by subject and grade.
fn grouped(school: &School) -> Vec<Group<'_>> {
    let rows = &school.procedure.commissions;
    let mut groups: BTreeMap<(Option<usize>, SchoolId, SubjectId, u32), Vec<SittingId>> =
        BTreeMap::new();
    for id in school.sitting_ids() {
        let sitting = school.sitting(id);
        let class = school.class(sitting.class);
        let of = |grade: Option<u32>| {
            rows.iter().position(|row| {
                (row.school, row.subject, row.grade) == (class.school, sitting.subject, grade)
            })
        };
        let row = of(Some(class.grade)).or(of(None));
        // A row that speaks of all grades is one commission.
        let grade = row.map_or(class.grade, |_| 0);
        let key = (row, class.school, sitting.subject, grade);
        groups.entry(key).or_default().push(id);
    }
    let group = |((row, ..), sittings): ((Option<usize>, _, _, _), _)| {
        (row.and_then(|row| rows.get(row)), sittings)
    };
    groups.into_iter().map(group).collect()
}

type Checkers<'a> = (&'a OnDuty<'a>, &'a BTreeMap<SittingId, BTreeSet<PersonId>>);

fn assembly(
    (on_duty, checkers): Checkers<'_>,
    (row, sittings): (Option<&Commission>, &[SittingId]),
) -> Option<Assembly> {
    let school = on_duty.school;
    let first = sittings.iter().copied().min_by_key(|&id| {
        let sitting = school.sitting(id);
        (sitting.date, end_of(&sitting.span), id)
    })?;
    let chair = row.and_then(|row| row.chair);
    let of_sittings = sittings.iter().filter_map(|id| checkers.get(id)).flatten();
    let of_sittings: BTreeSet<PersonId> = of_sittings.copied().collect();
    let given = row.and_then(|row| row.meeting.as_ref());
    // Without a checker there is nobody to agree with: only a meeting that the lists give takes place.
    let wants = school.policy.plan.meetings.minutes > 0 && !of_sittings.is_empty();
    if given.is_none() && !wants {
        return None;
    }
    let members: BTreeSet<PersonId> = of_sittings.into_iter().chain(chair).collect();
    let members: Vec<PersonId> = members.into_iter().collect();
    let slots = match given {
        Some((date, span)) => vec![slots::given(*date, span, school.sitting(first))],
        None => slots::slots(school, school.sitting(first)),
    };
    let grades: BTreeSet<u32> = sittings
        .iter()
        .map(|&id| school.class(school.sitting(id).class).grade)
        .collect();
    let presence = slots.iter().map(|slot| {
        let of = |&member: &PersonId| presence(on_duty, member, (slot.date, &slot.span));
        members.iter().map(of).collect()
    });
    Some(Assembly {
        subject: school.sitting(first).subject,
        grades: grades.into_iter().collect(),
        first,
        chair,
        room: row.map_or_else(String::new, |row| row.room.clone()),
        is_given: given.is_some(),
        presence: presence.collect(),
        members,
        slots,
    })
}

fn end_of(span: &Span) -> (Option<Minute>, Option<u32>) {
    (span.end(), span.lessons.iter().last())
}

fn presence(on_duty: &OnDuty<'_>, member: PersonId, when: (Date, &Span)) -> Presence {
    if on_duty.is_away(member, when) {
        return Presence::Kept(Hindrance::Away);
    }
    if on_duty.is_on_duty(member, when) {
        return Presence::Kept(Hindrance::OnDuty);
    }
    let lessons = on_duty.lessons_then(member, when);
    let lost = lessons.filter(|lesson| on_duty.takes_place(lesson, when.0));
    Presence::Comes(lost.count())
}
