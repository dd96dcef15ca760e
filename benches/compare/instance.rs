//! A school as any model sees it: choices, what they cost, which of them exclude each other, and whose loads they add to.

use std::collections::BTreeMap;

use recuse::domain::{Date, Objective, PersonId, Role, RuleCode, School};
use recuse::rules::Eligibility;
use serde_json::{Value, json};

use super::ours;

/// An entry of levels 1–4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Unfilled(Role),
    Avoided(RuleCode),
    LessonsLost,
    LoadSquares(Role),
}

/// The places of one role at one sitting.
pub struct Demand {
    pub role: Role,
    pub seats: u32,
    /// What one of them adds to a load.
    pub load: u32,
}

/// A person who may take a place of a demand.
pub struct Choice {
    pub demand: usize,
    pub avoided: Vec<RuleCode>,
    pub lost: u32,
}

/// A person in a role.
pub struct Load {
    pub role: Role,
    pub history: u32,
    /// Choices that add to it.
    pub choices: Vec<usize>,
}

/// Everything a model needs.
pub struct Instance {
    pub demands: Vec<Demand>,
    pub choices: Vec<Choice>,
    /// No more than so many of these choices.
    pub limits: Vec<(u32, Vec<usize>)>,
    pub loads: Vec<Load>,
    /// Squares of the loads that nothing can change.
    pub settled: BTreeMap<Role, u64>,
    /// Up to so much new load of anybody, models know squares exactly.
    pub most: BTreeMap<Role, u32>,
}

impl Instance {
    /// Of a school without pins, whose sittings all have lesson numbers.
    pub fn of(school: &School) -> Self {
        assert!(school.pins.is_empty());
        let eligibility = Eligibility::of(school);
        let (mut demands, mut choices) = (Vec::new(), Vec::new());
        let mut of_load: BTreeMap<(Role, PersonId), Vec<usize>> = BTreeMap::new();
        // Time-bound choices of each person by date, and by lesson of the date.
        let mut by_day: BTreeMap<(PersonId, Date), Vec<usize>> = BTreeMap::new();
        let mut by_lesson: BTreeMap<(PersonId, Date, u32), Vec<usize>> = BTreeMap::new();
        for id in school.sitting_ids() {
            let sitting = school.sitting(id);
            for role in Role::ALL
                .into_iter()
                .filter(|&role| sitting.places[role] > 0)
            {
                for person in eligibility.people(id, role) {
                    let counts = matches!(role, Role::Proctor | Role::Assistant);
                    let lost = school.lessons_lost(person, sitting).count() as u32;
                    let choice = choices.len();
                    of_load.entry((role, person)).or_default().push(choice);
                    if role.is_time_bound() {
                        by_day
                            .entry((person, sitting.date))
                            .or_default()
                            .push(choice);
                        for lesson in sitting.span.lessons.iter() {
                            let key = (person, sitting.date, lesson);
                            by_lesson.entry(key).or_default().push(choice);
                        }
                    }
                    choices.push(Choice {
                        demand: demands.len(),
                        avoided: eligibility.avoided(id, role, person).iter().collect(),
                        lost: if counts { lost } else { 0 },
                    });
                }
                demands.push(Demand {
                    role,
                    seats: sitting.places[role],
                    load: sitting.load(role),
                });
            }
        }
        let staff = |person: PersonId| school.person(person).staff.as_ref();
        let at_once = by_lesson.into_values().map(|choices| (1, choices));
        let on_day = by_day.iter().filter_map(|(&(person, _), choices)| {
            Some((staff(person)?.max_per_day?, choices.clone()))
        });
        let mut in_all: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
        for ((person, _), choices) in &by_day {
            in_all.entry(*person).or_default().extend(choices);
        }
        let in_all = in_all
            .into_iter()
            .filter_map(|(person, choices)| Some((staff(person)?.max_total?, choices)));
        let limits = at_once.chain(on_day).chain(in_all);
        let mut settled = BTreeMap::new();
        for role in Role::ALL {
            let idle = |id: &PersonId| {
                school.is_candidate(*id, role) && !of_load.contains_key(&(role, *id))
            };
            let square = |id: PersonId| u64::from(school.person(id).history[role]).pow(2);
            settled.insert(role, school.person_ids().filter(idle).map(square).sum());
        }
        Self {
            limits: limits
                .filter(|(most, all)| (*most as usize) < all.len())
                .collect(),
            loads: of_load
                .into_iter()
                .map(|((role, person), choices)| Load {
                    role,
                    history: school.person(person).history[role],
                    choices,
                })
                .collect(),
            most: most(school),
            demands,
            choices,
            settled,
        }
    }

    /// Levels that can differ from roster to roster, the most important first.
    pub fn levels(&self) -> Vec<Level> {
        let has = |role: Role| self.demands.iter().any(|demand| demand.role == role);
        let used = |code: RuleCode| self.choices.iter().any(|it| it.avoided.contains(&code));
        let roles = || Role::ALL.into_iter().filter(|&role| has(role));
        let avoided = RuleCode::ALL.into_iter().filter(|&code| used(code));
        let lost = self.choices.iter().any(|choice| choice.lost > 0);
        roles()
            .map(Level::Unfilled)
            .chain(avoided.map(Level::Avoided))
            .chain(lost.then_some(Level::LessonsLost))
            .chain(roles().map(Level::LoadSquares))
            .collect()
    }

    /// As a file for other programs.
    pub fn json(&self) -> Value {
        let demands = self.demands.iter().map(|demand| {
            json!({"role": demand.role.name(), "seats": demand.seats, "load": demand.load})
        });
        let choices = self.choices.iter().map(|choice| {
            let avoided: Vec<&str> = choice.avoided.iter().map(|code| code.name()).collect();
            json!({"demand": choice.demand, "avoided": avoided, "lost": choice.lost})
        });
        let loads = self.loads.iter().map(|load| {
            json!({"role": load.role.name(), "history": load.history, "choices": load.choices})
        });
        let settled = self
            .settled
            .iter()
            .map(|(role, squares)| (role.name(), squares));
        let most = self.most.iter().map(|(role, most)| (role.name(), most));
        json!({
            "demands": demands.collect::<Vec<_>>(),
            "choices": choices.collect::<Vec<_>>(),
            "limits": self.limits,
            "loads": loads.collect::<Vec<_>>(),
            "settled": settled.collect::<BTreeMap<_, _>>(),
            "most": most.collect::<BTreeMap<_, _>>(),
            "levels": self.levels().into_iter().map(name).collect::<Vec<_>>(),
        })
    }
}

/// What the busiest of our best roster has of each role, and one sitting more. Beyond it models count less than the square:
/// they are relaxations, and where their least value is that of our roster, it is the least of all.
fn most(school: &School) -> BTreeMap<Role, u32> {
    let (_, answer) = ours::solved(school);
    let mut loads: BTreeMap<(Role, PersonId), u32> = BTreeMap::new();
    let mut heaviest: BTreeMap<Role, u32> = BTreeMap::new();
    for (place, person) in answer.places {
        let load = school.sitting(place.sitting).load(place.role);
        let most = heaviest.entry(place.role).or_default();
        *most = load.max(*most);
        if let Some(person) = person {
            *loads.entry((place.role, person)).or_default() += load;
        }
    }
    let with_busiest = |(role, one): (Role, u32)| {
        let of_role = loads.iter().filter(|((of, _), _)| *of == role);
        (role, one + of_role.map(|it| *it.1).max().unwrap_or(0))
    };
    heaviest.into_iter().map(with_busiest).collect()
}

/// The level's name in files and tables.
pub fn name(level: Level) -> String {
    match level {
        Level::Unfilled(role) => format!("unfilled {}", role.name()),
        Level::Avoided(code) => format!("avoided {}", code.name()),
        Level::LessonsLost => "lessons_lost".to_owned(),
        Level::LoadSquares(role) => format!("load_squares {}", role.name()),
    }
}

/// The level's entry of an objective.
pub fn value(objective: &Objective, level: Level) -> u64 {
    match level {
        Level::Unfilled(role) => objective.unfilled[role],
        Level::Avoided(code) => objective.avoided.get(&code).copied().unwrap_or(0),
        Level::LessonsLost => objective.lessons_lost,
        Level::LoadSquares(role) => objective.load_squares[role],
    }
}
