//! Everything rules.md finds to say about a roster.

use std::collections::{BTreeMap, BTreeSet};

use super::bars::{bars, is_pinned, structural_bars};
use super::school::{Role, School, Severity};

/// Who stands in a row of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Nobody,
    Person(usize),
    /// A name that no list knows.
    Stranger,
}

/// A row of a roster: one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// `None`: a sitting that is not in the schedule.
    pub sitting: Option<usize>,
    pub role: Role,
    pub who: Who,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A rule of the table at forbid.
    Forbid,
    /// A rule at avoid, or waived.
    Avoid,
    /// A structural rule.
    Always,
    /// A hint.
    Possible,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub code: &'static str,
    pub kind: Kind,
    pub sitting: Option<usize>,
    pub role: Role,
    pub person: Option<usize>,
    pub waived: bool,
}

impl Finding {
    fn always(
        code: &'static str,
        sitting: Option<usize>,
        role: Role,
        person: Option<usize>,
    ) -> Self {
        Self {
            code,
            kind: Kind::Always,
            sitting,
            role,
            person,
            waived: false,
        }
    }
}

/// A known person in a known sitting.
#[derive(Debug, Clone, Copy)]
pub struct Duty {
    pub sitting: usize,
    pub role: Role,
    pub person: usize,
}

/// Duties in the order of the rows.
pub fn duties(roster: &[Row]) -> Vec<Duty> {
    roster
        .iter()
        .filter_map(|row| match (row.sitting, row.who) {
            (Some(sitting), Who::Person(person)) => Some(Duty {
                sitting,
                role: row.role,
                person,
            }),
            _ => None,
        })
        .collect()
}

/// Findings with the number of times each is made.
pub fn findings(school: &School, roster: &[Row]) -> BTreeMap<Finding, usize> {
    let duties = duties(roster);
    let mut found = Vec::new();
    unknown(roster, &mut found);
    places(school, roster, &mut found);
    pins(school, &duties, &mut found);
    single_duties(school, &duties, &mut found);
    // "The later", "the first beyond": by the day and its time, then by the roster.
    let mut in_time = duties.clone();
    in_time.sort_by_key(|duty| school.starts(duty.sitting));
    clashes(school, &in_time, &mut found);
    limits(school, &in_time, &mut found);
    works_limits(school, &in_time, &mut found);
    let mut counted = BTreeMap::new();
    for finding in found {
        *counted.entry(finding).or_insert(0) += 1;
    }
    counted
}

/// Findings that are conflicts.
pub fn conflicts(school: &School, roster: &[Row]) -> BTreeSet<Finding> {
    findings(school, roster)
        .into_keys()
        .filter(|finding| matches!(finding.kind, Kind::Forbid | Kind::Always))
        .collect()
}

fn unknown(roster: &[Row], found: &mut Vec<Finding>) {
    for row in roster {
        let person = match row.who {
            Who::Person(person) => Some(person),
            _ => None,
        };
        if row.sitting.is_none() {
            found.push(Finding::always("unknown-sitting", None, row.role, person));
        }
        if row.who == Who::Stranger {
            found.push(Finding::always(
                "unknown-person",
                row.sitting,
                row.role,
                None,
            ));
        }
    }
}

/// `unfilled`, once per place; `overfilled`, at the first row with somebody beyond the places.
fn places(school: &School, roster: &[Row], found: &mut Vec<Finding>) {
    for sitting in 0..school.schedule.len() {
        for role in Role::ALL {
            let places = school.places(sitting, role) as usize;
            let taken: Vec<&Row> = roster
                .iter()
                .filter(|row| row.sitting == Some(sitting) && row.role == role)
                .filter(|row| row.who != Who::Nobody)
                .collect();
            for _ in taken.len()..places {
                found.push(Finding::always("unfilled", Some(sitting), role, None));
            }
            for row in taken.iter().skip(places).take(1) {
                let person = match row.who {
                    Who::Person(person) => Some(person),
                    _ => None,
                };
                found.push(Finding::always("overfilled", Some(sitting), role, person));
            }
        }
    }
}

/// `must` pins that nobody obeys; `never` pins stand with [`structural_bars`].
fn pins(school: &School, duties: &[Duty], found: &mut Vec<Finding>) {
    for sitting in 0..school.schedule.len() {
        for role in Role::ALL {
            for person in 0..school.people.len() {
                let is_there = duties
                    .iter()
                    .any(|duty| (duty.sitting, duty.role, duty.person) == (sitting, role, person));
                if is_pinned(school, person, role, sitting, true) && !is_there {
                    found.push(Finding::always(
                        "pin-broken",
                        Some(sitting),
                        role,
                        Some(person),
                    ));
                }
            }
        }
    }
}

fn single_duties(school: &School, duties: &[Duty], found: &mut Vec<Finding>) {
    for &Duty {
        sitting,
        role,
        person,
    } in duties
    {
        let proctors: Vec<usize> = duties
            .iter()
            .filter(|duty| duty.sitting == sitting && duty.role == Role::Proctor)
            .map(|duty| duty.person)
            .collect();
        found.extend(against_duty(
            school,
            Duty {
                sitting,
                role,
                person,
            },
            &proctors,
        ));
        if is_namesake_of_a_parent(school, person, school.schedule[sitting].class) {
            found.push(Finding {
                code: "personal-tie",
                kind: Kind::Possible,
                sitting: Some(sitting),
                role,
                person: Some(person),
                waived: false,
            });
        }
    }
}

/// Rules that one duty breaks or uses. `proctors` are those of the sitting.
fn against_duty(school: &School, duty: Duty, proctors: &[usize]) -> Vec<Finding> {
    let Duty {
        sitting,
        role,
        person,
    } = duty;
    let by_rules = bars(school, person, role, sitting, proctors)
        .into_iter()
        .map(|bar| Finding {
            code: bar.rule,
            kind: if bar.severity == Severity::Forbid {
                Kind::Forbid
            } else {
                Kind::Avoid
            },
            sitting: Some(sitting),
            role,
            person: Some(person),
            waived: bar.waived,
        });
    let structural = structural_bars(school, person, role, sitting)
        .into_iter()
        .map(|code| Finding::always(code, Some(sitting), role, Some(person)));
    by_rules.chain(structural).collect()
}

/// Everything that stands between the person and a place by the lists alone.
pub fn by_lists(school: &School, person: usize, role: Role, sitting: usize) -> BTreeSet<Finding> {
    let duty = Duty {
        sitting,
        role,
        person,
    };
    against_duty(school, duty, &[]).into_iter().collect()
}

/// Shares a surname with a parent of the class, while no table says that they are kin.
fn is_namesake_of_a_parent(school: &School, person: usize, class: usize) -> bool {
    let surname = |person: usize| school.people[person].split(' ').next();
    let is_known = school.has_child_in(person, class) || school.is_tied(person, class);
    !is_known
        && school
            .parents
            .iter()
            .any(|row| row.class == class && surname(row.person) == surname(person))
}

/// `double-booked` and `twice-in-sitting`, at the later of two duties.
fn clashes(school: &School, duties: &[Duty], found: &mut Vec<Finding>) {
    for (index, later) in duties.iter().enumerate() {
        for earlier in duties[..index]
            .iter()
            .filter(|duty| duty.person == later.person)
        {
            let both_time_bound = earlier.role.is_time_bound() && later.role.is_time_bound();
            let both_checkers = earlier.role == Role::Checker && later.role == Role::Checker;
            let mut push = |code| {
                let (sitting, person) = (Some(later.sitting), Some(later.person));
                found.push(Finding::always(code, sitting, later.role, person));
            };
            if earlier.sitting == later.sitting && (both_time_bound || both_checkers) {
                push("twice-in-sitting");
            }
            // Two places of one sitting overlap as well.
            if both_time_bound && school.sittings_overlap(earlier.sitting, later.sitting) {
                push("double-booked");
            }
        }
    }
}

/// `over-daily-limit` and `over-total-limit`, at the first duty beyond the limit.
fn limits(school: &School, duties: &[Duty], found: &mut Vec<Finding>) {
    for (index, duty) in duties.iter().enumerate() {
        let Some(row) = school
            .staff_row(duty.person)
            .filter(|_| duty.role.is_time_bound())
        else {
            continue;
        };
        let before: Vec<&Duty> = duties[..index]
            .iter()
            .filter(|other| other.person == duty.person && other.role.is_time_bound())
            .collect();
        let day = school.schedule[duty.sitting].day;
        let that_day = before
            .iter()
            .filter(|other| school.schedule[other.sitting].day == day)
            .count();
        let mut push = |code| {
            found.push(Finding::always(
                code,
                Some(duty.sitting),
                duty.role,
                Some(duty.person),
            ));
        };
        if row.max_per_day == Some(that_day as u32) {
            push("over-daily-limit");
        }
        // The 20th is a Monday.
        let week = |sitting: usize| (school.schedule[sitting].day + 1) / 7;
        let that_week = before
            .iter()
            .filter(|other| week(other.sitting) == week(duty.sitting))
            .count();
        if row.max_per_week == Some(that_week as u32) {
            push("over-weekly-limit");
        }
        if row.max_total == Some(before.len() as u32) {
            push("over-total-limit");
        }
    }
}

/// `over-works-limit` and `over-works-a-day`, at the first duty whose works are beyond the limit.
fn works_limits(school: &School, duties: &[Duty], found: &mut Vec<Finding>) {
    for (index, duty) in duties.iter().enumerate() {
        if duty.role != Role::Checker {
            continue;
        }
        let day = |duty: &Duty| school.schedule[duty.sitting].day;
        let sum = |that_day: bool| -> u32 {
            duties[..index]
                .iter()
                .filter(|other| other.person == duty.person && other.role == Role::Checker)
                .filter(|other| !that_day || day(other) == day(duty))
                .map(|other| school.load_of_duty(other.sitting, Role::Checker))
                .sum()
        };
        let own = school.load_of_duty(duty.sitting, Role::Checker);
        let passes = |before: u32, limit: Option<u32>| {
            limit.is_some_and(|limit| before <= limit && before + own > limit)
        };
        let mut push = |code| {
            let (sitting, person) = (Some(duty.sitting), Some(duty.person));
            found.push(Finding::always(code, sitting, duty.role, person));
        };
        if passes(sum(false), school.works_limit(duty.person)) {
            push("over-works-limit");
        }
        if passes(sum(true), school.policy.works_a_day) {
            push("over-works-a-day");
        }
    }
}
