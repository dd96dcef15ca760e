//! The best objective by trying every roster: sitting by sitting, role by role, every set of people for its places.
//!
//! Two partial rosters after which the same can follow at the same further cost are one state, of which the better is
//! kept; that is all the cleverness there is. Levels 1–5 are exact, since a sum of rows compares as its parts do.

use std::collections::HashMap;

use super::bars::{bars, is_pinned, may_take, position, severity};
use super::objective::{AVOIDED, LESSON_SQUARES, LESSONS_LOST, LOAD_SQUARES, Objective, UNFILLED};
use super::school::{Role, School, Severity};

/// All places of one role at one sitting, and who may take them.
struct Block {
    sitting: usize,
    role: Role,
    places: usize,
    able: Vec<usize>,
    /// Those whom a pin puts here, if the lists let them.
    pinned: Vec<usize>,
}

/// A set of sittings, by position.
type Sittings = u32;

/// What later blocks need to know of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Past {
    load: [u32; 4],
    lessons: [u32; 4],
    /// With a time-bound duty.
    present_at: Sittings,
    proctored: Sittings,
    /// Time-bound duties from April 20 on.
    per_day: [u8; 3],
    total: u8,
    /// Works of sittings of each day from April 20 on.
    works_on: [u32; 3],
}

/// One past per person, in the order of the school's people.
type State = Vec<Past>;

/// A duty: sitting, role, person.
pub type Held = (usize, Role, usize);

/// A partial roster's cost: the objective, and the duties that its people have not now. Changes count after level 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cost {
    levels: Objective,
    changed: u64,
}

impl Cost {
    fn rank(&self) -> (&[u64], u64, &Objective) {
        (&self.levels[UNFILLED], self.changed, &self.levels)
    }
}

/// The best objective, or `None` where there are more than `most_states` states to keep.
pub fn best(school: &School, most_states: usize) -> Option<Objective> {
    fewest(school, None, most_states).map(|(_, objective)| objective)
}

/// The fewest duties beside the present ones, and the best objective with so few; without any present ones nothing is
/// a change.
pub fn fewest(
    school: &School,
    present: Option<&[Held]>,
    most_states: usize,
) -> Option<(u64, Objective)> {
    let mut total = history_alone(school);
    let mut changed = 0;
    let blocks = blocks(school);
    for component in components(school, blocks) {
        let best = best_of(school, &component, present, most_states)?;
        changed += best.changed;
        add(&mut total, &best.levels);
    }
    Some((changed, total))
}

/// The squares of those who do nothing.
fn history_alone(school: &School) -> Objective {
    let mut levels = [0; 31];
    for role in Role::ALL {
        for person in 0..school.people.len() {
            if school.holds_role(person, role) {
                let weight = school.square_weight(person, role);
                levels[LOAD_SQUARES.start + role as usize] +=
                    weight * u64::from(school.history(person, role)).pow(2);
            }
        }
    }
    levels
}

fn blocks(school: &School) -> Vec<Block> {
    let mut blocks = Vec::new();
    for sitting in 0..school.schedule.len() {
        for role in Role::ALL {
            let able: Vec<usize> = (0..school.people.len())
                .filter(|&person| may_take(school, person, role, sitting))
                .collect();
            let pinned = able
                .iter()
                .copied()
                .filter(|&person| is_pinned(school, person, role, sitting, true))
                .collect();
            blocks.push(Block {
                sitting,
                role,
                places: school.places(sitting, role) as usize,
                able,
                pinned,
            });
        }
    }
    blocks.retain(|block| block.places > 0);
    blocks
}

/// Blocks that share nobody do not touch each other, nor do checkers and time-bound duties of one person, unless
/// `checker-proctored` ties them.
fn components(school: &School, blocks: Vec<Block>) -> Vec<Vec<Block>> {
    let is_tied = severity(school, "checker-proctored") != Severity::Allow;
    let touch = |a: &Block, b: &Block| {
        (is_tied || a.role.is_time_bound() == b.role.is_time_bound())
            && a.able.iter().any(|person| b.able.contains(person))
    };
    let mut components: Vec<Vec<Block>> = Vec::new();
    for block in blocks {
        let (near, far) = components
            .into_iter()
            .partition(|component: &Vec<Block>| component.iter().any(|other| touch(other, &block)));
        components = far;
        let mut joined: Vec<Block> = near.into_iter().flatten().collect();
        joined.push(block);
        // By sitting, proctors before checkers: a checker's cost may depend on who proctored.
        joined.sort_by_key(|block| {
            (
                school.schedule[block.sitting].day,
                block.sitting,
                block.role,
            )
        });
        components.push(joined);
    }
    components
}

fn best_of(
    school: &School,
    blocks: &[Block],
    present: Option<&[Held]>,
    most_states: usize,
) -> Option<Cost> {
    let mut states: HashMap<State, Cost> = HashMap::new();
    let nothing = Cost {
        levels: [0; 31],
        changed: 0,
    };
    states.insert(vec![Past::default(); school.people.len()], nothing);
    for (number, block) in blocks.iter().enumerate() {
        let sets: Vec<Vec<usize>> = sets_of(&block.able, block.places)
            .into_iter()
            .filter(|set| block.pinned.iter().all(|person| set.contains(person)))
            .collect();
        let costs: Vec<Objective> = (0..school.people.len())
            .map(|person| cost_by_lists(school, block, person))
            .collect();
        let weights: Vec<u64> = (0..school.people.len())
            .map(|person| school.square_weight(person, block.role))
            .collect();
        let asked = asked_by(school, &blocks[number + 1..]);
        let near = near(school, block.sitting);
        let is_new = |person: &&usize| {
            present.is_some_and(|held| !held.contains(&(block.sitting, block.role, **person)))
        };
        let mut next: HashMap<State, Cost> = HashMap::new();
        for (state, cost) in &states {
            for set in &sets {
                let (mut state, mut levels) = (state.clone(), cost.levels);
                levels[UNFILLED.start + block.role as usize] += (block.places - set.len()) as u64;
                let all_take = set.iter().all(|&person| {
                    add(&mut levels, &costs[person]);
                    let near = (near, weights[person]);
                    take(school, block, person, near, &mut state[person], &mut levels)
                });
                if !all_take {
                    continue;
                }
                for (past, asked) in state.iter_mut().zip(&asked) {
                    forget(past, asked);
                }
                let cost = Cost {
                    levels,
                    changed: cost.changed + set.iter().filter(is_new).count() as u64,
                };
                let kept = next.entry(state).or_insert(cost);
                if cost.rank() < kept.rank() {
                    *kept = cost;
                }
            }
        }
        if next.len() > most_states {
            return None;
        }
        states = next;
    }
    Some(
        states
            .into_values()
            .min_by(|a, b| a.rank().cmp(&b.rank()))
            .expect("pins can be obeyed together"),
    )
}

fn add(levels: &mut Objective, more: &Objective) {
    for (sum, part) in levels.iter_mut().zip(more) {
        *sum += part;
    }
}

/// Every set of at most `most` of the people.
fn sets_of(people: &[usize], most: usize) -> Vec<Vec<usize>> {
    let mut sets = vec![Vec::new()];
    for &person in people {
        for index in 0..sets.len() {
            if sets[index].len() < most {
                let mut with = sets[index].clone();
                with.push(person);
                sets.push(with);
            }
        }
    }
    sets
}

/// The sittings that overlap this one, itself among them.
fn near(school: &School, sitting: usize) -> Sittings {
    (0..school.schedule.len())
        .filter(|&other| other == sitting || school.sittings_overlap(other, sitting))
        .fold(0, |set, other| set | 1 << other)
}

/// What the duty costs whatever else the person does: rules at avoid, and lessons.
fn cost_by_lists(school: &School, block: &Block, person: usize) -> Objective {
    let mut levels = [0; 31];
    for bar in bars(school, person, block.role, block.sitting, &[]) {
        levels[AVOIDED.start + position(bar.rule)] += 1;
    }
    if matches!(block.role, Role::Proctor | Role::Assistant) {
        levels[LESSONS_LOST] = u64::from(school.lessons_lost(person, block.sitting));
    }
    levels
}

/// Lets the person take a place of the block and counts what depends on their past; `false` where they cannot.
fn take(
    school: &School,
    block: &Block,
    person: usize,
    (near, weight): (Sittings, u64),
    past: &mut Past,
    levels: &mut Objective,
) -> bool {
    let role = block.role as usize;
    let squares =
        |before: u32, added: u32| u64::from(before + added).pow(2) - u64::from(before).pow(2);
    let load = school.load_of_duty(block.sitting, block.role);
    let before = school.history(person, block.role) + past.load[role];
    levels[LOAD_SQUARES.start + role] += weight * squares(before, load);
    past.load[role] += load;
    let this: Sittings = 1 << block.sitting;
    if block.role == Role::Checker {
        let of_day = &mut past.works_on[day(school, block.sitting)];
        *of_day += load;
        let is_over = |works: u32, limit: Option<u32>| limit.is_some_and(|limit| works > limit);
        if is_over(*of_day, school.policy.works_a_day)
            || is_over(past.load[role], school.works_limit(person))
        {
            return false;
        }
        if past.proctored & this == 0 {
            return true;
        }
        let code = "checker-proctored";
        let bar = bars(school, person, block.role, block.sitting, &[person])
            .into_iter()
            .find(|bar| bar.rule == code);
        levels[AVOIDED.start + position(code)] += u64::from(bar.is_some());
        return bar.is_none_or(|bar| bar.severity == Severity::Avoid);
    }
    if !is_free(school, person, past, block, near) {
        return false;
    }
    let lessons = school.lessons_of_duty(block.sitting);
    levels[LESSON_SQUARES.start + role] += squares(past.lessons[role], lessons);
    past.lessons[role] += lessons;
    past.present_at |= this;
    if block.role == Role::Proctor {
        past.proctored |= this;
    }
    past.per_day[day(school, block.sitting)] += 1;
    past.total += 1;
    true
}

fn day(school: &School, sitting: usize) -> usize {
    school.schedule[sitting].day as usize - 20
}

/// Can the person be at the sitting too?
fn is_free(school: &School, person: usize, past: &Past, block: &Block, near: Sittings) -> bool {
    let (per_day, total) = limits(school, person);
    let that_day = past.per_day[day(school, block.sitting)];
    per_day.is_none_or(|most| u32::from(that_day) < most)
        && total.is_none_or(|most| u32::from(past.total) < most)
        && past.present_at & near == 0
}

fn limits(school: &School, person: usize) -> (Option<u32>, Option<u32>) {
    school.staff_row(person).map_or((None, None), |row| {
        // The schedule's days are all of one calendar week.
        let totals = [row.max_total, row.max_per_week];
        (row.max_per_day, totals.into_iter().flatten().min())
    })
}

/// What later blocks ask of a person's past.
struct Asked {
    roles: [bool; 4],
    present_at: Sittings,
    proctored: Sittings,
    per_day: [bool; 3],
    total: bool,
    works_on: [bool; 3],
}

fn asked_by(school: &School, later: &[Block]) -> Vec<Asked> {
    let by_person = |person: usize| {
        let mut asked = Asked {
            roles: [false; 4],
            present_at: 0,
            proctored: 0,
            per_day: [false; 3],
            total: false,
            works_on: [false; 3],
        };
        let (per_day, total) = limits(school, person);
        for block in later.iter().filter(|block| block.able.contains(&person)) {
            asked.roles[block.role as usize] = true;
            if block.role == Role::Checker {
                asked.proctored |= 1 << block.sitting;
                let is_limited = school.policy.works_a_day.is_some();
                asked.works_on[day(school, block.sitting)] |= is_limited;
                continue;
            }
            asked.present_at |= near(school, block.sitting);
            asked.per_day[day(school, block.sitting)] |= per_day.is_some();
            asked.total |= total.is_some();
        }
        asked
    };
    (0..school.people.len()).map(by_person).collect()
}

/// Drops what nobody asks for, so that states become equal.
fn forget(past: &mut Past, asked: &Asked) {
    for (role, &is_asked) in asked.roles.iter().enumerate() {
        if !is_asked {
            past.load[role] = 0;
            past.lessons[role] = 0;
        }
    }
    for (day, &is_asked) in asked.per_day.iter().enumerate() {
        if !is_asked {
            past.per_day[day] = 0;
        }
    }
    for (day, &is_asked) in asked.works_on.iter().enumerate() {
        if !is_asked {
            past.works_on[day] = 0;
        }
    }
    past.present_at &= asked.present_at;
    past.proctored &= asked.proctored;
    if !asked.total {
        past.total = 0;
    }
}
