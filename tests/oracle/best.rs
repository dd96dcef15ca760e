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

/// What later blocks need to know of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Past {
    load: [u32; 4],
    lessons: [u32; 4],
    /// Sittings with a time-bound duty.
    present_at: Vec<usize>,
    proctored: Vec<usize>,
    per_day: Vec<(u32, u32)>,
    total: u32,
}

/// One past per person, in the order of the school's people.
type State = Vec<Past>;

/// The best objective, or `None` where there are more than `most_states` states to keep.
pub fn best(school: &School, most_states: usize) -> Option<Objective> {
    let mut total = history_alone(school);
    let blocks = blocks(school);
    for component in components(school, blocks) {
        let best = best_of(school, &component, most_states)?;
        for (sum, part) in total.iter_mut().zip(best) {
            *sum += part;
        }
    }
    Some(total)
}

/// The squares of those who do nothing.
fn history_alone(school: &School) -> Objective {
    let mut levels = [0; 31];
    for role in Role::ALL {
        for person in 0..school.people.len() {
            if school.holds_role(person, role) {
                levels[LOAD_SQUARES.start + role as usize] +=
                    u64::from(school.history(person, role)).pow(2);
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

fn best_of(school: &School, blocks: &[Block], most_states: usize) -> Option<Objective> {
    let mut states: HashMap<State, Objective> = HashMap::new();
    states.insert(vec![Past::default(); school.people.len()], [0; 31]);
    for (number, block) in blocks.iter().enumerate() {
        let later = &blocks[number + 1..];
        let mut next: HashMap<State, Objective> = HashMap::new();
        for (state, levels) in &states {
            for people in sets_of(&block.able, block.places) {
                if !block.pinned.iter().all(|person| people.contains(person)) {
                    continue;
                }
                let Some((mut state, levels)) = after(school, state, levels, block, &people) else {
                    continue;
                };
                forget(school, &mut state, later);
                let kept = next.entry(state).or_insert(levels);
                *kept = (*kept).min(levels);
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
            .min()
            .expect("pins can be obeyed together"),
    )
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

/// State and objective once the people take the block's places; `None` where one of them cannot.
fn after(
    school: &School,
    state: &State,
    levels: &Objective,
    block: &Block,
    people: &[usize],
) -> Option<(State, Objective)> {
    let (mut state, mut levels) = (state.clone(), *levels);
    let role = block.role as usize;
    let sitting = block.sitting;
    levels[UNFILLED.start + role] += (block.places - people.len()) as u64;
    for &person in people {
        let past = &mut state[person];
        if block.role.is_time_bound() && !is_free(school, person, past, sitting) {
            return None;
        }
        let proctors = if past.proctored.contains(&sitting) {
            vec![person]
        } else {
            Vec::new()
        };
        for bar in bars(school, person, block.role, sitting, &proctors) {
            if bar.severity == Severity::Forbid {
                return None;
            }
            levels[AVOIDED.start + position(bar.rule)] += 1;
        }
        if matches!(block.role, Role::Proctor | Role::Assistant) {
            levels[LESSONS_LOST] += u64::from(school.lessons_lost(person, sitting));
        }
        let squares =
            |before: u32, added: u32| u64::from(before + added).pow(2) - u64::from(before).pow(2);
        let load = school.load_of_duty(sitting, block.role);
        let before = school.history(person, block.role) + past.load[role];
        levels[LOAD_SQUARES.start + role] += squares(before, load);
        past.load[role] += load;
        if !block.role.is_time_bound() {
            continue;
        }
        let lessons = school.lessons_of_duty(sitting);
        levels[LESSON_SQUARES.start + role] += squares(past.lessons[role], lessons);
        past.lessons[role] += lessons;
        past.present_at.push(sitting);
        if block.role == Role::Proctor {
            past.proctored.push(sitting);
        }
        let day = school.schedule[sitting].day;
        match past.per_day.iter_mut().find(|entry| entry.0 == day) {
            Some(entry) => entry.1 += 1,
            None => past.per_day.push((day, 1)),
        }
        past.total += 1;
    }
    Some((state, levels))
}

/// Can the person be at the sitting too?
fn is_free(school: &School, person: usize, past: &Past, sitting: usize) -> bool {
    let day = school.schedule[sitting].day;
    let that_day = past
        .per_day
        .iter()
        .find(|entry| entry.0 == day)
        .map_or(0, |entry| entry.1);
    let (per_day, total) = school
        .staff_row(person)
        .map_or((None, None), |row| (row.max_per_day, row.max_total));
    per_day.is_none_or(|most| that_day < most)
        && total.is_none_or(|most| past.total < most)
        && !past
            .present_at
            .iter()
            .any(|&other| other == sitting || school.sittings_overlap(other, sitting))
}

/// Drops what no later block asks for, so that states become equal.
fn forget(school: &School, state: &mut State, later: &[Block]) {
    for (person, past) in state.iter_mut().enumerate() {
        let own: Vec<&Block> = later
            .iter()
            .filter(|block| block.able.contains(&person))
            .collect();
        let time_bound: Vec<&&Block> = own
            .iter()
            .filter(|block| block.role.is_time_bound())
            .collect();
        for role in Role::ALL {
            if !own.iter().any(|block| block.role == role) {
                past.load[role as usize] = 0;
                past.lessons[role as usize] = 0;
            }
        }
        past.present_at.retain(|&sitting| {
            time_bound.iter().any(|block| {
                block.sitting == sitting || school.sittings_overlap(block.sitting, sitting)
            })
        });
        past.present_at.sort_unstable();
        past.proctored.retain(|&sitting| {
            own.iter()
                .any(|block| block.sitting == sitting && block.role == Role::Checker)
        });
        past.proctored.sort_unstable();
        let (per_day, total) = school
            .staff_row(person)
            .map_or((None, None), |row| (row.max_per_day, row.max_total));
        past.per_day.retain(|&(day, _)| {
            per_day.is_some()
                && time_bound
                    .iter()
                    .any(|block| school.schedule[block.sitting].day == day)
        });
        past.per_day.sort_unstable();
        if total.is_none() || time_bound.is_empty() {
            past.total = 0;
        }
    }
}
