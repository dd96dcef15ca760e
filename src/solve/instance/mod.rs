//! The solver's view of a school: what is asked for, who may answer, and what is decided already.
//!
//! Pins are taken out first ([`pins`]): a pinned duty lowers the seats, limits and free times that remain, so that no
//! later stage needs to know of pins.

mod coupling;
mod overlaps;
mod pins;
mod present;
mod slots;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Date, PersonId, Prefer, Role, RoleMap, RuleSet, School, SittingId, Span, week_of,
};
use crate::rules::Eligibility;

use super::levels::{Level, Levels};
use super::{SizeLimit, TooLarge};

pub use coupling::Coupling;
pub use overlaps::Overlaps;
pub use slots::Slots;

/// Somebody who may take a seat of a demand, and what that costs: whether it is a change, and levels 2 and 3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// Rules at `avoid` it would use.
    pub avoided: RuleSet,
    /// Own lessons it would cost.
    pub lost: u32,
    /// In a repair: the duty is none of those that the person has now.
    pub changed: bool,
}

impl Candidate {
    /// Costs the duty nothing at all?
    pub fn is_free(&self) -> bool {
        !self.changed && self.lost == 0 && self.avoided.is_empty()
    }

    /// The cost as levels.
    pub fn levels(&self) -> Levels {
        let mut levels = Levels::of_duty(self.avoided, self.lost);
        levels.set(Level::Changed, i64::from(self.changed));
        levels
    }
}

/// The seats of one role at one sitting that are still to be filled.
#[derive(Debug, Clone)]
pub struct Demand {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Position of the date among the schedule's dates.
    pub day: u32,
    /// Position of the date's calendar week among the schedule's.
    pub week: u32,
    /// Position of the time span, for [`Overlaps`].
    pub span: u32,
    /// Lessons on duty.
    pub lessons: u32,
    /// What one seat adds to a load: 1, or works.
    pub load: u32,
    /// Seats to fill.
    pub seats: u32,
    /// Who may take one, ascending.
    pub candidates: Vec<Candidate>,
}

impl Demand {
    /// What one empty seat costs.
    pub fn empty_seat(&self) -> Levels {
        Levels::single(Level::Unfilled(self.role), 1)
    }

    /// The candidate's entry.
    pub fn candidate(&self, person: PersonId) -> Option<&Candidate> {
        let at = self
            .candidates
            .binary_search_by_key(&person, |candidate| candidate.person)
            .ok()?;
        Some(&self.candidates[at])
    }
}

/// What a person brings along: load, and what remains of their limits.
#[derive(Debug, Clone)]
pub struct Standing {
    /// History and pinned load, per role.
    pub load: RoleMap<u32>,
    /// Lessons on pinned duties, per role.
    pub lessons: RoleMap<u32>,
    /// What the square of a load weighs, per role.
    pub weights: RoleMap<u32>,
    /// Most time-bound duties a day; `u32::MAX` without limit.
    pub per_day: u32,
    /// Most time-bound duties in all that remain; `u32::MAX` without limit.
    pub total: u32,
    /// Pinned time-bound duties by day.
    pub pinned_on: BTreeMap<u32, u32>,
    /// Most time-bound duties a calendar week; `u32::MAX` without limit.
    pub per_week: u32,
    /// Pinned time-bound duties by week.
    pub pinned_in: BTreeMap<u32, u32>,
    /// Limits on works, and what pins have used of them.
    pub works: Works,
}

/// A checker's limits on works; `u32::MAX` without limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Works {
    /// Most in all that remain.
    pub left: u32,
    /// Most of sittings of one date.
    pub a_day: u32,
    /// Pinned works by day.
    pub pinned_on: BTreeMap<u32, u32>,
}

impl Default for Works {
    fn default() -> Self {
        Self {
            left: u32::MAX,
            a_day: u32::MAX,
            pinned_on: BTreeMap::new(),
        }
    }
}

impl Works {
    /// Works of sittings of the day that the limits leave.
    pub fn left_on(&self, day: u32) -> u32 {
        let pinned = self.pinned_on.get(&day).copied().unwrap_or(0);
        self.a_day.saturating_sub(pinned).min(self.left)
    }

    /// Is there any limit?
    pub fn is_limited(&self) -> bool {
        self.left != u32::MAX || self.a_day != u32::MAX
    }
}

impl Default for Standing {
    fn default() -> Self {
        Self {
            load: RoleMap::default(),
            lessons: RoleMap::default(),
            weights: RoleMap::all(1),
            per_day: u32::MAX,
            total: u32::MAX,
            pinned_on: BTreeMap::new(),
            per_week: u32::MAX,
            pinned_in: BTreeMap::new(),
            works: Works::default(),
        }
    }
}

impl Standing {
    /// History and limits, as the lists say.
    pub fn of(school: &School, person: PersonId) -> Self {
        let works = Works {
            left: school.works_limit(person).unwrap_or(u32::MAX),
            a_day: school.policy.limits.works_a_day.unwrap_or(u32::MAX),
            pinned_on: BTreeMap::new(),
        };
        let weights = RoleMap(Role::ALL.map(|role| school.square_weight(person, role)));
        let person = school.person(person);
        let staff = person.staff.as_ref();
        Self {
            load: person.history,
            weights,
            per_day: staff
                .and_then(|staff| staff.max_per_day)
                .unwrap_or(u32::MAX),
            total: staff.and_then(|staff| staff.max_total).unwrap_or(u32::MAX),
            per_week: staff
                .and_then(|staff| staff.max_per_week)
                .unwrap_or(u32::MAX),
            works,
            ..Self::default()
        }
    }

    /// What the square of a load in the role weighs.
    pub fn weight(&self, role: Role) -> i64 {
        i64::from(self.weights[role])
    }

    /// Does every day allow a duty?
    pub fn is_fresh(&self) -> bool {
        let least = self.per_day.min(self.per_week).min(self.total);
        self.pinned_on.is_empty() && least > 0 && !self.works.is_limited()
    }

    /// Time-bound duties that the week still allows.
    pub fn left_in(&self, week: u32) -> u32 {
        let pinned = self.pinned_in.get(&week).copied().unwrap_or(0);
        self.per_week.saturating_sub(pinned).min(self.total)
    }

    /// Do the limits leave room for one more seat of the demand?
    pub fn has_room(&self, demand: &Demand) -> bool {
        if demand.role.is_time_bound() {
            self.left_on(demand.day).min(self.left_in(demand.week)) > 0
        } else {
            demand.load <= self.works.left_on(demand.day)
        }
    }

    /// Time-bound duties that the day still allows.
    pub fn left_on(&self, day: u32) -> u32 {
        let pinned = self.pinned_on.get(&day).copied().unwrap_or(0);
        self.per_day.saturating_sub(pinned).min(self.total)
    }
}

/// A duty that a pin decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pinned {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Who, and at what cost.
    pub candidate: Candidate,
}

/// Everything the solver works on.
#[derive(Debug, Clone, Default)]
pub struct Instance {
    /// Seats to fill, by sitting and role.
    pub demands: Vec<Demand>,
    /// One entry a person.
    pub standing: Vec<Standing>,
    /// Overlaps of time spans.
    pub overlaps: Overlaps,
    /// Duties decided by pins.
    pub pinned: Vec<Pinned>,
    /// What `checker-proctored` says, where it says anything.
    pub coupling: Coupling,
    /// What history and pins amount to: squares of the loads everyone brings along, and the cost of pinned duties.
    pub settled: Levels,
    /// What comes before an even spread; a repair keeps to fairness.
    pub prefer: Prefer,
    /// By sitting: which commission checks it, one for each subject and grade.
    pub commissions: Vec<u32>,
}

impl Instance {
    /// Reads the demands off the school and takes out what pins decide.
    pub fn of(
        school: &School,
        eligibility: &Eligibility,
        limit: SizeLimit,
    ) -> Result<Self, TooLarge> {
        let mut instance = Self::open(school, eligibility, limit, |_, _| false)?;
        instance.take_out_pins(school);
        instance.prefer = school.policy.prefer;
        Ok(instance)
    }

    /// All seats open; a demand without any stands where `also` asks for it.
    fn open(
        school: &School,
        eligibility: &Eligibility,
        limit: SizeLimit,
        also: impl Fn(SittingId, Role) -> bool,
    ) -> Result<Self, TooLarge> {
        let asked: Vec<(SittingId, Role)> = school
            .sitting_ids()
            .flat_map(|id| Role::ALL.map(|role| (id, role)))
            .filter(|&(id, role)| school.sitting(id).places[role] > 0 || also(id, role))
            .collect();
        let days: BTreeSet<Date> = school.sittings.iter().map(|it| it.date).collect();
        let days: BTreeMap<Date, u32> = days.into_iter().zip(0..).collect();
        let weeks = weeks(&days);
        let spans: BTreeSet<&Span> = school.sittings.iter().map(|it| &it.span).collect();
        let spans: BTreeMap<&Span, u32> = spans.into_iter().zip(0..).collect();
        let mut lost = Lost::default();
        let mut room = limit.room();
        let mut demand = |(id, role): (SittingId, Role)| {
            let sitting = school.sitting(id);
            let people = eligibility.candidates(id, role);
            let time = (days[&sitting.date], spans[&sitting.span]);
            let lost = lost.lessons(school, (id, role, time));
            Demand {
                sitting: id,
                role,
                day: time.0,
                week: weeks[time.0 as usize],
                span: time.1,
                lessons: sitting.span.lesson_count(),
                load: sitting.load(role),
                seats: sitting.places[role],
                candidates: room.take(sitting.places[role], people, |(person, avoided)| {
                    Candidate {
                        person,
                        avoided,
                        lost: lost.map_or(0, |lost| lost[person.index()]),
                        changed: false,
                    }
                }),
            }
        };
        let demands = asked.into_iter().map(&mut demand).collect();
        room.is_enough()?;
        Ok(Self {
            demands,
            standing: school
                .person_ids()
                .map(|id| Standing::of(school, id))
                .collect(),
            overlaps: Overlaps::of(&spans.into_keys().collect::<Vec<_>>()),
            pinned: Vec::new(),
            coupling: Coupling::of(school),
            settled: history(school),
            prefer: Prefer::default(),
            commissions: commissions(school),
        })
    }

    /// Do squares of loads in the role weigh the same for everybody?
    pub fn weighs_alike(&self, role: Role) -> bool {
        let mut weights = self.standing.iter().map(|it| it.weights[role]);
        let first = weights.next();
        weights.all(|weight| Some(weight) == first)
    }

    /// Position of the demand for a role at a sitting.
    pub fn position(&self, sitting: SittingId, role: Role) -> Option<usize> {
        self.demands
            .binary_search_by_key(&(sitting, role), |demand| (demand.sitting, demand.role))
            .ok()
    }

    /// The person may no longer take a seat of the role at the sitting.
    pub fn withdraw(&mut self, sitting: SittingId, role: Role, person: PersonId) {
        if let Some(index) = self.position(sitting, role) {
            self.demands[index]
                .candidates
                .retain(|candidate| candidate.person != person);
        }
    }

    /// May one person not hold both (time-bound) demands?
    pub fn clash(&self, a: &Demand, b: &Demand) -> bool {
        a.day == b.day && self.overlaps.overlap(a.span, b.span)
    }

    /// What one more duty adds at levels 4 and 5 for a person who has these amounts (load and lessons) already.
    pub fn growth(&self, demand: &Demand, person: PersonId, (load, lessons): (u32, u32)) -> Levels {
        let weight = self.standing[person.index()].weight(demand.role);
        let (load, more) = (i64::from(load), i64::from(demand.load));
        let grown = weight * more * (2 * load + more);
        let mut levels = Levels::single(Level::LoadSquares(demand.role), grown);
        if demand.role.is_time_bound() {
            let (lessons, more) = (i64::from(lessons), i64::from(demand.lessons));
            levels.set(
                Level::LessonSquares(demand.role),
                more * (2 * lessons + more),
            );
        }
        levels
    }
}

/// The commission of each sitting: subjects in grades, numbered.
fn commissions(school: &School) -> Vec<u32> {
    let of = |id| {
        let sitting = school.sitting(id);
        (school.class(sitting.class).grade, sitting.subject)
    };
    let all: BTreeSet<_> = school.sitting_ids().map(of).collect();
    let number: BTreeMap<_, u32> = all.into_iter().zip(0..).collect();
    school.sitting_ids().map(|id| number[&of(id)]).collect()
}

/// The position of each day's calendar week, for days by date.
pub fn weeks(days: &BTreeMap<Date, u32>) -> Vec<u32> {
    let all: BTreeSet<Date> = days.keys().map(|&date| week_of(date)).collect();
    let number: BTreeMap<Date, u32> = all.into_iter().zip(0..).collect();
    days.keys().map(|&date| number[&week_of(date)]).collect()
}

/// Own lessons that duties cost, by time: they depend on nothing else of a sitting.
#[derive(Default)]
struct Lost(BTreeMap<(u32, u32), Vec<u32>>);

impl Lost {
    /// Those that the duty at this time (day and span) costs everyone; `None` where it costs nobody any.
    fn lessons(
        &mut self,
        school: &School,
        (sitting, role, time): (SittingId, Role, (u32, u32)),
    ) -> Option<&[u32]> {
        if school.lessons.is_empty() || !role.misses_lessons() {
            return None;
        }
        let of_everyone = || {
            let people = school.person_ids();
            people
                .map(|it| lessons_lost(school, (sitting, role), it))
                .collect()
        };
        Some(self.0.entry(time).or_insert_with(of_everyone))
    }
}

/// Own lessons that the duty costs the person.
fn lessons_lost(school: &School, (sitting, role): (SittingId, Role), person: PersonId) -> u32 {
    if school.lessons.is_empty() {
        return 0;
    }
    school.lessons_missed(person, (sitting, role)) as u32
}

/// Level 4 of an empty roster: everyone who holds a role, with what they bring along.
fn history(school: &School) -> Levels {
    let mut levels = Levels::default();
    for role in Role::ALL {
        let square = |id| {
            let weight = i64::from(school.square_weight(id, role));
            weight * i64::from(school.person(id).history[role]).pow(2)
        };
        let holders = school
            .person_ids()
            .filter(|&id| school.is_candidate(id, role));
        levels.set(Level::LoadSquares(role), holders.map(square).sum());
    }
    levels
}
