//! For tests: small random instances, and their best roster by trying everything.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Lessons, PersonId, Prefer, Role, RuleCode, RuleSet, Severity, SittingId, Span,
};

use super::instance::{Candidate, Coupling, Demand, Instance, Overlaps, Standing};
use super::levels::{Level, Levels};
use super::random::Random;

/// What a random instance is made of.
#[derive(Clone, Copy)]
pub struct Shape {
    pub people: usize,
    pub sittings: usize,
    pub roles: &'static [Role],
    /// Longest sitting, in lessons.
    pub longest: u32,
    pub coupling: Severity,
    /// Is a roster in force, so that some duties are changes?
    pub repair: bool,
}

impl Shape {
    /// Proctors and assistants of so many people and sittings, some of which overlap.
    pub fn overlapping(people: usize, sittings: usize) -> Self {
        Self {
            people,
            sittings,
            roles: &[Role::Proctor, Role::Assistant],
            longest: 2,
            coupling: Severity::Allow,
            repair: false,
        }
    }
}

/// A random instance.
pub fn instance(shape: Shape, random: &mut Random) -> Instance {
    let spans: Vec<Span> = (1..=5)
        .flat_map(|first| (1..=shape.longest).map(move |length| (first, length)))
        .map(|(first, length)| Span {
            lessons: Lessons::of(first..first + length),
            clock: Vec::new(),
        })
        .collect();
    let standing = (0..shape.people)
        .map(|_| {
            let mut standing = Standing::default();
            for &role in shape.roles {
                standing.load[role] = random.below(3) as u32;
            }
            if random.below(3) == 0 {
                standing.per_day = 1 + random.below(2) as u32;
            }
            if random.below(4) == 0 {
                standing.total = 1 + random.below(3) as u32;
            }
            standing
        })
        .collect();
    let mut demands = Vec::new();
    for sitting in 0..shape.sittings {
        let day = random.below(2) as u32;
        let span = random.below(spans.len());
        let pupils = 1 + random.below(12) as u32;
        for &role in shape.roles {
            if role != Role::Proctor && random.below(2) == 0 {
                continue;
            }
            let candidates = (0..shape.people)
                .filter(|_| random.below(3) > 0)
                .map(PersonId::new)
                .collect::<Vec<_>>();
            demands.push(Demand {
                sitting: SittingId::new(sitting),
                role,
                day,
                week: 0,
                span: span as u32,
                lessons: spans[span].lesson_count(),
                load: if role == Role::Checker { pupils } else { 1 },
                seats: 1 + u32::from(random.below(4) == 0),
                candidates: candidates
                    .into_iter()
                    .map(|person| candidate(person, (role, shape.repair), random))
                    .collect(),
            });
        }
    }
    demands.sort_by_key(|demand| (demand.sitting, demand.role));
    let spans: Vec<&Span> = spans.iter().collect();
    Instance {
        demands,
        standing,
        overlaps: Overlaps::of(&spans),
        pinned: Vec::new(),
        coupling: Coupling::new(shape.coupling, Vec::new()),
        settled: Levels::default(),
        prefer: Prefer::default(),
        commissions: (0..shape.sittings as u32).map(|it| it / 2).collect(),
    }
}

fn candidate(person: PersonId, (role, repair): (Role, bool), random: &mut Random) -> Candidate {
    let mut avoided = RuleSet::default();
    if random.below(5) == 0 {
        avoided = avoided.with(RuleCode::PersonalTie);
    }
    if random.below(5) == 0 {
        avoided = avoided.with(RuleCode::CheckerOwnSubject);
    }
    let loses = matches!(role, Role::Proctor | Role::Assistant) && random.below(3) == 0;
    Candidate {
        person,
        avoided,
        lost: if loses { 1 + random.below(2) as u32 } else { 0 },
        changed: repair && random.below(3) > 0,
    }
}

/// Is the roster legal?
pub fn is_legal(instance: &Instance, duties: &[(usize, PersonId)]) -> bool {
    let demand = |index: usize| &instance.demands[index];
    let mut taken = vec![0; instance.demands.len()];
    for (at, &(index, person)) in duties.iter().enumerate() {
        taken[index] += 1;
        let a = demand(index);
        let standing = &instance.standing[person.index()];
        let time_bound =
            |other: &&(usize, PersonId)| other.1 == person && demand(other.0).role.is_time_bound();
        let in_all = duties.iter().filter(time_bound).count();
        let on_day = duties
            .iter()
            .filter(time_bound)
            .filter(|it| demand(it.0).day == a.day);
        let over =
            in_all > standing.total as usize || on_day.count() > standing.left_on(a.day) as usize;
        let in_week = duties.iter().filter(time_bound);
        let in_week = in_week.filter(|it| demand(it.0).week == a.week).count();
        if !keeps_works(instance, duties, person)
            || a.role.is_time_bound() && in_week > standing.left_in(a.week) as usize
        {
            return false;
        }
        if taken[index] > a.seats || a.candidate(person).is_none() || a.role.is_time_bound() && over
        {
            return false;
        }
        for &(other, _) in duties[..at].iter().filter(|other| other.1 == person) {
            let b = demand(other);
            let both = a.role.is_time_bound() && b.role.is_time_bound();
            let coupled = a.sitting == b.sitting
                && [a.role, b.role].contains(&Role::Proctor)
                && [a.role, b.role].contains(&Role::Checker);
            if index == other
                || both && instance.clash(a, b)
                || coupled && instance.coupling.severity(person, a.sitting) == Severity::Forbid
            {
                return false;
            }
        }
    }
    true
}

/// Has the person no more works than the limits allow?
fn keeps_works(instance: &Instance, duties: &[(usize, PersonId)], person: PersonId) -> bool {
    let works = &instance.standing[person.index()].works;
    let (mut in_all, mut on_day) = (0, BTreeMap::new());
    for &(index, _) in duties.iter().filter(|it| it.1 == person) {
        let demand = &instance.demands[index];
        if demand.role == Role::Checker {
            in_all += demand.load;
            *on_day.entry(demand.day).or_insert(0) += demand.load;
        }
    }
    in_all <= works.left && on_day.iter().all(|(&day, &sum)| sum <= works.left_on(day))
}

/// Limits of a week and of works for some people.
pub fn limit(instance: &mut Instance, random: &mut Random) {
    for standing in &mut instance.standing {
        if random.below(3) == 0 {
            standing.per_week = random.below(4) as u32;
        }
        if random.below(3) > 0 {
            standing.works.left = random.below(25) as u32;
        }
        if random.below(3) == 0 {
            standing.works.a_day = 2 + random.below(14) as u32;
        }
    }
}

/// Squares that weigh differently, as those of part-time posts do.
pub fn weigh(instance: &mut Instance, random: &mut Random) {
    for standing in &mut instance.standing {
        let weight = [1, 1, 2, 3, 4, 7][random.below(6)];
        for role in [Role::Proctor, Role::Checker, Role::Assistant] {
            standing.weights[role] = weight;
        }
    }
}

/// The roster's value, counted from the definition.
pub fn value(instance: &Instance, duties: &[(usize, PersonId)]) -> Levels {
    let mut total = instance.settled;
    let mut add = |level: Level, amount: i64| total += Levels::single(level, amount);
    for (index, demand) in instance.demands.iter().enumerate() {
        let filled = duties.iter().filter(|duty| duty.0 == index).count() as i64;
        add(
            Level::Unfilled(demand.role),
            i64::from(demand.seats) - filled,
        );
    }
    let mut sums: BTreeMap<(PersonId, Role), (i64, i64)> = BTreeMap::new();
    for &(index, person) in duties {
        let demand = &instance.demands[index];
        let candidate = demand.candidate(person).unwrap();
        candidate
            .avoided
            .iter()
            .for_each(|code| add(Level::Avoided(code), 1));
        add(Level::LessonsLost, i64::from(candidate.lost));
        add(Level::Changed, i64::from(candidate.changed));
        let sum = sums.entry((person, demand.role)).or_default();
        sum.0 += i64::from(demand.load);
        sum.1 += i64::from(demand.lessons);
        let as_checker = |other: &&(usize, PersonId)| {
            let other_demand = &instance.demands[other.0];
            other.1 == person
                && other_demand.role == Role::Checker
                && other_demand.sitting == demand.sitting
        };
        if demand.role == Role::Proctor
            && duties.iter().any(|other| as_checker(&other))
            && instance.coupling.severity(person, demand.sitting) == Severity::Avoid
        {
            add(Level::Avoided(RuleCode::CheckerProctored), 1);
        }
    }
    for ((person, role), (load, lessons)) in sums {
        let standing = &instance.standing[person.index()];
        let growth =
            |before: u32, more: i64| (i64::from(before) + more).pow(2) - i64::from(before).pow(2);
        let weight = i64::from(standing.weights[role]);
        add(
            Level::LoadSquares(role),
            weight * growth(standing.load[role], load),
        );
        if role.is_time_bound() {
            add(
                Level::LessonSquares(role),
                growth(standing.lessons[role], lessons),
            );
        }
    }
    total
}

/// The value of the best legal roster, level 5 included.
pub fn best(instance: &Instance) -> Levels {
    let mut best = None;
    try_all(instance, (0, 0, 0), &mut Vec::new(), &mut |value, _| {
        if best.is_none_or(|known| value < known) {
            best = Some(value);
        }
    });
    best.unwrap()
}

/// What any roster can have.
pub fn values(instance: &Instance) -> BTreeSet<Levels> {
    let mut values = BTreeSet::new();
    try_all(instance, (0, 0, 0), &mut Vec::new(), &mut |value, _| {
        values.insert(value);
    });
    values
}

/// The fewest people on time-bound duty, beside those who are `already` there, with whom levels 1–3 are as good as with
/// everybody.
pub fn fewest(instance: &Instance, already: &BTreeSet<PersonId>) -> usize {
    let upper = |case: &Instance| best(case).above_spread();
    let everyone = 0..instance.standing.len();
    let enough = |set: &u32| {
        let mut case = instance.clone();
        for demand in case.demands.iter_mut().filter(|it| it.role.is_time_bound()) {
            let is_in = |person: PersonId| set >> person.index() & 1 == 1;
            let is_there = |person| is_in(person) || already.contains(&person);
            demand.candidates.retain(|it| is_there(it.person));
        }
        upper(&case) == upper(instance)
    };
    let sets = (0..1_u32 << everyone.len()).filter(enough);
    let least = sets.map(u32::count_ones).min();
    least.unwrap_or_default() as usize
}

/// The best of rosters with stable commissions: levels 1–3, pairs of a checker and a commission, then the levels below.
pub fn stable(instance: &Instance) -> (Levels, u64, Levels) {
    let mut best = None;
    try_all(
        instance,
        (0, 0, 0),
        &mut Vec::new(),
        &mut |value, duties| {
            let checks = duties
                .iter()
                .filter(|it| instance.demands[it.0].role == Role::Checker);
            let commission =
                |index: usize| instance.commissions[instance.demands[index].sitting.index()];
            let pairs: BTreeSet<_> = checks
                .map(|&(index, person)| (commission(index), person))
                .collect();
            let it = (value.above_spread(), pairs.len() as u64, value.deciding());
            if best.is_none_or(|known| it < known) {
                best = Some(it);
            }
        },
    );
    best.unwrap()
}

/// Told of each roster: its value and its duties.
type See<'a> = &'a mut dyn FnMut(Levels, &[(usize, PersonId)]);

fn try_all(
    instance: &Instance,
    (index, seat, from): (usize, u32, usize),
    duties: &mut Vec<(usize, PersonId)>,
    see: See<'_>,
) {
    let Some(demand) = instance.demands.get(index) else {
        see(value(instance, duties), duties);
        return;
    };
    if seat < demand.seats {
        for (at, candidate) in demand.candidates.iter().enumerate().skip(from) {
            duties.push((index, candidate.person));
            if is_legal(instance, duties) {
                try_all(instance, (index, seat + 1, at + 1), duties, see);
            }
            duties.pop();
        }
    }
    try_all(instance, (index + 1, 0, 0), duties, see);
}
