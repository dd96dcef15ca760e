//! Ways worth trying, the cheapest first: only such as touch the competing places.

use std::collections::BTreeSet;

use crate::domain::{
    Class, ClassId, Code, Holders, PersonId, PinKind, Role, RuleCode, School, Severity, SittingId,
    StructuralCode,
};
use crate::rules::{Verdict, judge, missed_works};

use super::super::Ground;
use super::super::Spot;
use super::super::shortage::Shortage;
use super::times::{other_dates, other_lessons};
use super::{Kind, Way};

/// Spots of the set that are looked at: past these, one obstacle is much like the next.
const MOST_SPOTS: usize = 12;

/// Proposals for the shortage, by kind; inside a kind those that cost fewer lessons, then those for people with less to
/// do, come first.
pub fn proposals(ground: &Ground<'_>, shortage: &Shortage) -> Vec<Way> {
    let Some(competition) = shortage.competition() else {
        return Vec::new();
    };
    let school = ground.school;
    let mut seen = BTreeSet::new();
    let spots: Vec<Spot> = competition
        .spots
        .iter()
        .copied()
        .filter(|&spot| seen.insert(spot))
        .take(MOST_SPOTS)
        .collect();
    let mut ranked: Vec<(Rank, Way)> = Vec::new();
    for (distance, &(sitting, role)) in spots.iter().enumerate() {
        for person in school.person_ids() {
            for way in for_person(school, person, role, sitting) {
                let rank = rank(ground, &way, person, (sitting, role), distance);
                ranked.push((rank, way));
            }
        }
    }
    let works = spots.iter().filter(|(_, role)| !role.is_time_bound());
    let works = works
        .map(|&(sitting, _)| school.sitting(sitting).works())
        .max();
    let raised = works_limits(school, &competition.people, works);
    for way in raised
        .chain(limits(school, &competition.people))
        .chain(must_pins(school, &competition.people))
    {
        ranked.push(((way.kind(), 0, 0, 0), way));
    }
    for (distance, &(sitting, role)) in spots.iter().enumerate() {
        let moves = if role.is_time_bound() {
            moves(school, sitting)
        } else {
            Vec::new()
        };
        let found = Way::Find {
            role,
            sitting,
            child: child_elsewhere(school, role, sitting),
        };
        ranked.extend(
            moves
                .into_iter()
                .chain([found])
                .map(|way| ((way.kind(), 0, 0, distance), way)),
        );
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut ways: Vec<Way> = Vec::new();
    for (_, way) in ranked {
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

/// Kind, own lessons missed, load so far, distance from the hole.
type Rank = (Kind, usize, u32, usize);

fn rank(ground: &Ground<'_>, way: &Way, person: PersonId, spot: Spot, distance: usize) -> Rank {
    let school = ground.school;
    let lost = school.lessons_missed(person, spot);
    let load = ground.base.load(school, person, spot.1);
    (way.kind(), lost, load, distance)
}

/// What would let the person take the place: one change for those whom just one thing bars.
fn for_person(school: &School, person: PersonId, role: Role, sitting: SittingId) -> Vec<Way> {
    let verdicts = judge(school, person, role, sitting);
    let mut bars = verdicts
        .iter()
        .filter(|verdict| verdict.severity == Severity::Forbid);
    let (Some(bar), None) = (bars.next(), bars.next()) else {
        return Vec::new();
    };
    if bar.code == Code::Structural(StructuralCode::Absent) && !role.is_time_bound() {
        return for_absent_checker(school, person, sitting);
    }
    lift(school, bar, person, role, sitting)
        .into_iter()
        .collect()
}

/// A checker who is away as long as works are checked comes in on the last day of it, or works wait.
fn for_absent_checker(school: &School, person: PersonId, sitting: SittingId) -> Vec<Way> {
    let Some(missed) = missed_works(school, person, school.sitting(sitting)) else {
        return Vec::new();
    };
    let date = missed.window.1;
    let days = missed.wide_enough(school.policy.checking);
    let wider = days.map(|days| Way::WidenWindow { days });
    std::iter::once(Way::ComeIn { person, date })
        .chain(wider)
        .collect()
}

fn lift(
    school: &School,
    bar: &Verdict,
    person: PersonId,
    role: Role,
    sitting: SittingId,
) -> Option<Way> {
    let date = school.sitting(sitting).date;
    match bar.code {
        Code::Rule(code) => is_waivable(code).then_some(Way::Waive {
            person,
            rule: code,
            sitting,
        }),
        Code::Structural(StructuralCode::Absent) => Some(Way::ComeIn { person, date }),
        Code::Structural(StructuralCode::DateNotOffered) => Some(Way::OfferDay { person, date }),
        Code::Structural(StructuralCode::RoleNotHeld) => {
            can_hold(school, person, role, sitting).then_some(Way::GrantRole { person, role })
        }
        Code::Structural(StructuralCode::PinBroken) => {
            let pin = school.pins.iter().position(|pin| {
                pin.kind == PinKind::Never
                    && (pin.person, pin.role, pin.sitting) == (person, role, sitting)
            });
            pin.map(|pin| Way::LiftPin { pin })
        }
        Code::Structural(_) => None,
    }
}

/// A written exception makes sense from rules about teaching. Nobody is advised to let a parent or a relative judge
/// their own, nor to have works graded by somebody who does not know the subject; the lists still accept such a waiver.
fn is_waivable(rule: RuleCode) -> bool {
    !matches!(
        rule,
        RuleCode::ProctorOwnChild
            | RuleCode::CheckerOwnChild
            | RuleCode::CheckerUnqualified
            | RuleCode::ObserverOwnChildClass
            | RuleCode::ObserverStaff
            | RuleCode::PersonalTie
    )
}

/// Is the role merely not entered? An observer must be a parent of this school; staff of other schools only check.
fn can_hold(school: &School, person: PersonId, role: Role, sitting: SittingId) -> bool {
    let home = school.school_of(school.sitting(sitting));
    match role.card().holders {
        Holders::OwnStaff => school.works_at(person, home),
        Holders::AnyStaff => school.person(person).staff.is_some(),
        Holders::Parents => school.has_child_in(person, home),
    }
}

fn limits(school: &School, people: &[PersonId]) -> impl Iterator<Item = Way> {
    people.iter().flat_map(|&person| {
        let staff = school.person(person).staff.as_ref();
        let daily = staff.and_then(|staff| staff.max_per_day);
        let total = staff.and_then(|staff| staff.max_total);
        let daily = daily.map(|limit| Way::RaiseDailyLimit {
            person,
            to: limit.saturating_add(1),
        });
        let total = total.map(|limit| Way::RaiseTotalLimit {
            person,
            to: limit.saturating_add(1),
        });
        let weekly = staff.and_then(|staff| staff.max_per_week);
        let weekly = weekly.map(|limit| Way::RaiseWeeklyLimit {
            person,
            to: limit.saturating_add(1),
        });
        daily.into_iter().chain(weekly).chain(total)
    })
}

/// Room for the works of one more sitting, so many.
fn works_limits(
    school: &School,
    people: &[PersonId],
    works: Option<u32>,
) -> impl Iterator<Item = Way> {
    people.iter().filter_map(move |&person| {
        let limit = school.works_limit(person)?;
        Some(Way::RaiseWorksLimit {
            person,
            to: limit.saturating_add(works?),
        })
    })
}

fn must_pins(school: &School, people: &[PersonId]) -> impl Iterator<Item = Way> {
    school
        .pins
        .iter()
        .enumerate()
        .filter(|(_, pin)| pin.kind == PinKind::Must && people.contains(&pin.person))
        .map(|(pin, _)| Way::LiftPin { pin })
}

fn moves(school: &School, sitting: SittingId) -> Vec<Way> {
    let lessons = other_lessons(school, sitting).into_iter();
    let dates = other_dates(school, sitting).into_iter();
    lessons
        .map(|span| Way::MoveLesson { sitting, span })
        .chain(dates.map(|date| Way::MoveDate { sitting, date }))
        .collect()
}

/// A class whose parents no rule bars: best one that writes nothing, else one of a grade that does not write the
/// subject.
fn child_elsewhere(school: &School, role: Role, sitting: SittingId) -> Option<ClassId> {
    if !role.is_of_parents() {
        return None;
    }
    let sitting = school.sitting(sitting);
    let home = school.school_of(sitting);
    let grade = |class: ClassId| school.class(class).grade;
    let writes_same = |class: ClassId| {
        school
            .sittings
            .iter()
            .any(|other| other.subject == sitting.subject && grade(other.class) == grade(class))
    };
    let of_school = |(_, class): &(usize, &Class)| class.school == home;
    school
        .classes
        .iter()
        .enumerate()
        .filter(of_school)
        .map(|(index, _)| ClassId::new(index))
        .filter(|&class| class != sitting.class)
        .min_by_key(|&class| {
            let writes = !school.sittings_of_class(class).is_empty();
            (writes, writes_same(class), class)
        })
}
