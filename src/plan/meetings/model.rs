//! The choice of times as rows and levels.

use std::collections::BTreeMap;

use crate::domain::{Date, PersonId, Span};
use crate::plan::exact::{Model, Sum};
use crate::plan::on_duty::at_once;

use super::facts::{Assembly, Facts, Presence};
use super::{Hindrance, LEVELS, Meeting};

const MISSING: usize = 0;
const LOST: usize = 1;
const ENDS: usize = 2;

/// The model, and which column means what.
pub struct Stated {
    /// Rows and levels.
    pub model: Model,
    /// Of each commission: a column for each time.
    times: Vec<Vec<usize>>,
    /// Columns of commissions that cannot meet, which are always 1.
    never: Vec<usize>,
    /// Of people in several commissions: a column for each of these and each time at which they can come.
    comes: BTreeMap<(PersonId, usize, usize), usize>,
    /// And one for each commission to which they do not come.
    missing: BTreeMap<(PersonId, usize), usize>,
}

impl Stated {
    /// Of these facts.
    pub fn of(facts: &Facts) -> Self {
        let mut stated = Self {
            model: Model {
                levels: vec![Sum::new(); LEVELS.len()],
                ..Model::default()
            },
            times: Vec::new(),
            never: Vec::new(),
            comes: BTreeMap::new(),
            missing: BTreeMap::new(),
        };
        let shared = shared(facts);
        for at in 0..facts.commissions.len() {
            stated.commission((facts, &shared), at);
        }
        for (&person, commissions) in &shared {
            stated.person(facts, person, commissions);
        }
        stated
    }

    /// A column for each time, just one of them; members of no other commission are counted right there.
    fn commission(&mut self, (facts, shared): (&Facts, &Shared), at: usize) {
        let commission = &facts.commissions[at];
        let mut columns = Vec::new();
        for (slot, presence) in commission.slots.iter().zip(&commission.presence) {
            let column = self.model.column(1);
            let own = commission.members.iter().zip(presence);
            let own = own.filter(|(member, _)| !shared.contains_key(member));
            let (mut missing, mut lost) = (0, 0);
            for (_, presence) in own {
                match presence {
                    Presence::Comes(lessons) => lost += *lessons as i64,
                    Presence::Kept(_) => missing += 1,
                }
            }
            for (level, cost) in [(MISSING, missing), (LOST, lost), (ENDS, slot.end)] {
                if cost != 0 {
                    self.model.levels[level].push((column, cost));
                }
            }
            columns.push(column);
        }
        if columns.is_empty() {
            // It cannot meet at all: whoever is in no other commission is missing.
            let own = commission.members.iter();
            let own = own.filter(|member| !shared.contains_key(member)).count();
            let column = self.model.column(1);
            self.model.equal(vec![(column, 1)], 1);
            self.model.levels[MISSING].push((column, own as i64));
            self.never.push(column);
        } else {
            let all = columns.iter().map(|&column| (column, 1));
            self.model.equal(all.collect(), 1);
        }
        self.times.push(columns);
    }

    /// Comes to some of the commissions, to one at a time.
    fn person(&mut self, facts: &Facts, person: PersonId, commissions: &[usize]) {
        let mut days: BTreeMap<Date, Vec<(usize, &Span)>> = BTreeMap::new();
        for &at in commissions {
            let commission = &facts.commissions[at];
            let member = member_of(commission, person);
            let missing = self.model.column(1);
            self.model.levels[MISSING].push((missing, 1));
            self.missing.insert((person, at), missing);
            let mut terms = vec![(missing, 1)];
            for (nth, slot) in commission.slots.iter().enumerate() {
                let Presence::Comes(lost) = commission.presence[nth][member] else {
                    continue;
                };
                let column = self.model.column(1);
                if lost > 0 {
                    self.model.levels[LOST].push((column, lost as i64));
                }
                let meets = self.times[at][nth];
                self.model.at_most(vec![(column, 1), (meets, -1)], 0);
                self.comes.insert((person, at, nth), column);
                days.entry(slot.date)
                    .or_default()
                    .push((column, &slot.span));
                terms.push((column, 1));
            }
            self.model.equal(terms, 1);
        }
        for day in days.into_values() {
            let spans: Vec<&Span> = day.iter().map(|&(_, span)| span).collect();
            for set in at_once(&spans) {
                let terms = set.iter().map(|&at| (day[at].0, 1)).collect();
                self.model.at_most(terms, 1);
            }
        }
    }

    /// Commission by commission, the best time beside those before.
    pub fn greedy(&self, facts: &Facts) -> Vec<u32> {
        let mut values = vec![0; self.model.most.len()];
        for &column in self.missing.values().chain(&self.never) {
            values[column] = 1;
        }
        let mut engaged: BTreeMap<PersonId, Vec<(Date, &Span)>> = BTreeMap::new();
        for (at, commission) in facts.commissions.iter().enumerate() {
            let can = |nth: usize, member: usize| {
                let slot = &commission.slots[nth];
                let others = engaged.get(&commission.members[member]);
                let is_free = others.is_none_or(|all| {
                    !all.iter()
                        .any(|(date, span)| *date == slot.date && span.overlaps(&slot.span))
                });
                match commission.presence[nth][member] {
                    Presence::Comes(lost) if is_free => Some(lost),
                    _ => None,
                }
            };
            let members = 0..commission.members.len();
            let cost = |nth: &usize| {
                let all: Vec<Option<usize>> =
                    members.clone().map(|member| can(*nth, member)).collect();
                let missing = all.iter().filter(|it| it.is_none()).count();
                let lost: usize = all.iter().flatten().sum();
                (missing, lost, commission.slots[*nth].end)
            };
            let Some(best) = (0..commission.slots.len()).min_by_key(cost) else {
                continue;
            };
            values[self.times[at][best]] = 1;
            let comers: Vec<PersonId> = members
                .clone()
                .filter(|&member| can(best, member).is_some())
                .map(|member| commission.members[member])
                .collect();
            let slot = &commission.slots[best];
            for person in comers {
                if let Some(&column) = self.comes.get(&(person, at, best)) {
                    values[column] = 1;
                    values[self.missing[&(person, at)]] = 0;
                }
                engaged
                    .entry(person)
                    .or_default()
                    .push((slot.date, &slot.span));
            }
        }
        values
    }

    /// The answer.
    pub fn read(&self, facts: &Facts, values: &[u32]) -> Vec<Meeting> {
        let all = facts.commissions.iter().enumerate();
        all.map(|(at, commission)| {
            let chosen = self.times[at]
                .iter()
                .position(|&column| values[column] == 1);
            self.meeting(commission, (at, chosen), values)
        })
        .collect()
    }

    fn meeting(
        &self,
        commission: &Assembly,
        (at, chosen): (usize, Option<usize>),
        values: &[u32],
    ) -> Meeting {
        let mut missing = Vec::new();
        let mut lessons_lost = 0;
        for (index, &member) in commission.members.iter().enumerate() {
            let Some(nth) = chosen else {
                missing.push((member, Hindrance::NoTime));
                continue;
            };
            let column = self.comes.get(&(member, at, nth));
            match commission.presence[nth][index] {
                Presence::Kept(hindrance) => missing.push((member, hindrance)),
                Presence::Comes(_) if column.is_some_and(|&it| values[it] == 0) => {
                    missing.push((member, Hindrance::AnotherMeeting));
                }
                Presence::Comes(lost) => lessons_lost += lost,
            }
        }
        Meeting {
            subject: commission.subject,
            grades: commission.grades.clone(),
            first: commission.first,
            chair: commission.chair,
            room: commission.room.clone(),
            when: chosen.map(|nth| {
                let slot = &commission.slots[nth];
                (slot.date, slot.span.clone())
            }),
            is_given: commission.is_given,
            members: commission.members.clone(),
            missing,
            lessons_lost,
        }
    }
}

/// People of several commissions, with these.
type Shared = BTreeMap<PersonId, Vec<usize>>;

fn shared(facts: &Facts) -> Shared {
    let mut all: Shared = BTreeMap::new();
    for (at, commission) in facts.commissions.iter().enumerate() {
        for &member in &commission.members {
            all.entry(member).or_default().push(at);
        }
    }
    all.retain(|_, commissions| commissions.len() > 1);
    all
}

fn member_of(commission: &Assembly, person: PersonId) -> usize {
    let mut all = commission.members.iter();
    all.position(|&it| it == person).unwrap_or(0)
}
