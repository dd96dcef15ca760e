//! The choice of substitutes as rows and levels.

use std::collections::BTreeMap;

use crate::domain::{Date, PersonId, Span};
use crate::plan::exact::{Model, Sum};
use crate::plan::on_duty::at_once;

use super::facts::{Facts, Lost};
use super::{Fit, LEVELS};

/// The model, and which column means what.
pub struct Stated {
    /// Rows and levels.
    pub model: Model,
    /// Of each lost lesson: a column for each candidate.
    choices: Vec<Vec<usize>>,
    /// Of each lost lesson: nobody takes it.
    nobody: Vec<usize>,
    /// Each broken double, with what makes it so.
    breaks: Vec<Break>,
    /// Each person and day that somebody would come only for.
    days: BTreeMap<(PersonId, Date), usize>,
}

/// A double lesson: its two lessons, the column that says it is broken, and one for each person who could take both.
struct Break {
    lessons: (usize, usize),
    is_broken: usize,
    both: Vec<(usize, usize, usize)>,
}

/// What a person could take.
type Taken<'a> = Vec<(usize, &'a Lost)>;

impl Stated {
    /// Of these facts.
    pub fn of(facts: &Facts) -> Self {
        let mut stated = Self {
            model: Model {
                levels: vec![Sum::new(); LEVELS.len()],
                ..Model::default()
            },
            choices: Vec::new(),
            nobody: Vec::new(),
            breaks: Vec::new(),
            days: BTreeMap::new(),
        };
        for lost in &facts.lost {
            stated.lesson(lost);
        }
        let mut of_person: BTreeMap<PersonId, Taken<'_>> = BTreeMap::new();
        for (lost, columns) in facts.lost.iter().zip(&stated.choices) {
            for (candidate, &column) in lost.candidates.iter().zip(columns) {
                let own = of_person.entry(candidate.taken.person).or_default();
                own.push((column, lost));
            }
        }
        for (person, taken) in of_person {
            stated.person((person, facts.history[person.index()]), &taken);
            stated.days_of(facts.most_a_day, &taken);
        }
        for &lessons in &facts.doubles {
            stated.double(facts, lessons);
        }
        stated
    }

    /// A column for each candidate and for nobody; just one of them.
    fn lesson(&mut self, lost: &Lost) {
        let nobody = self.model.column(1);
        self.model.levels[0].push((nobody, 1));
        let mut columns = Vec::new();
        for candidate in &lost.candidates {
            let column = self.model.column(1);
            columns.push(column);
            if let Some(level) = level_of(candidate.taken.fit, candidate.taken.is_freed) {
                self.model.levels[level].push((column, 1));
            }
            if candidate.comes_only_for_it {
                let key = (candidate.taken.person, lost.lesson.date);
                let day = match self.days.get(&key) {
                    Some(&day) => day,
                    None => {
                        let day = self.model.column(1);
                        self.model.levels[DAYS].push((day, 1));
                        self.days.insert(key, day);
                        day
                    }
                };
                self.model.at_most(vec![(column, 1), (day, -1)], 0);
            }
        }
        let all = columns.iter().chain([&nobody]);
        self.model
            .equal(all.map(|&column| (column, 1)).collect(), 1);
        self.choices.push(columns);
        self.nobody.push(nobody);
    }

    /// All that the person takes counts by squares.
    fn person(&mut self, (_, before): (PersonId, u32), taken: &Taken<'_>) {
        let columns = taken.iter().map(|&(column, _)| column).collect();
        let squares = self.model.squares(columns, before);
        self.model.levels[SQUARES].extend(squares);
    }

    /// On each day: one lesson at a time, and not more than so many.
    fn days_of(&mut self, most_a_day: u32, taken: &Taken<'_>) {
        let mut days: BTreeMap<Date, Vec<(usize, &Span)>> = BTreeMap::new();
        for &(column, lost) in taken {
            let day = days.entry(lost.lesson.date).or_default();
            day.push((column, &lost.span));
        }
        for day in days.into_values() {
            let spans: Vec<&Span> = day.iter().map(|&(_, span)| span).collect();
            for set in at_once(&spans) {
                let terms = set.iter().map(|&at| (day[at].0, 1)).collect();
                self.model.at_most(terms, 1);
            }
            if day.len() > most_a_day as usize {
                let terms = day.iter().map(|&(column, _)| (column, 1)).collect();
                self.model.at_most(terms, i64::from(most_a_day));
            }
        }
    }

    /// A double lesson is broken where one half is taken by somebody who does not take the other.
    fn double(&mut self, facts: &Facts, (a, b): (usize, usize)) {
        let is_broken = self.model.column(1);
        self.model.levels[BREAKS].push((is_broken, 1));
        let person = |lesson: usize, at: usize| facts.lost[lesson].candidates[at].taken.person;
        let mut both = Vec::new();
        for (i, &first) in self.choices[a].iter().enumerate() {
            for (j, &second) in self.choices[b].iter().enumerate() {
                if person(a, i) == person(b, j) {
                    let column = self.model.column(1);
                    self.model.at_most(vec![(column, 1), (first, -1)], 0);
                    self.model.at_most(vec![(column, 1), (second, -1)], 0);
                    both.push((first, second, column));
                }
            }
        }
        for half in [a, b] {
            let taken = self.choices[half].iter().map(|&column| (column, 1));
            let shared = both.iter().map(|&(.., column)| (column, -1));
            let terms = taken.chain(shared).chain([(is_broken, -1)]).collect();
            self.model.at_most(terms, 0);
        }
        self.breaks.push(Break {
            lessons: (a, b),
            is_broken,
            both,
        });
    }

    /// Each lesson by whoever is best of those still free, the lessons with few candidates first.
    pub fn greedy(&self, facts: &Facts) -> Vec<u32> {
        let mut values = vec![0; self.model.most.len()];
        let mut order: Vec<usize> = (0..facts.lost.len()).collect();
        order.sort_by_key(|&at| (facts.lost[at].candidates.len(), at));
        let mut taken: BTreeMap<(PersonId, Date), Vec<usize>> = BTreeMap::new();
        for at in order {
            let lost = &facts.lost[at];
            let is_free = |person: PersonId| {
                let day = taken.get(&(person, lost.lesson.date));
                let day = day.map_or(&[][..], Vec::as_slice);
                day.len() < facts.most_a_day as usize
                    && day
                        .iter()
                        .all(|&it| !facts.lost[it].span.overlaps(&lost.span))
            };
            let all = lost.candidates.iter().zip(&self.choices[at]);
            let best = all
                .filter(|(candidate, _)| is_free(candidate.taken.person))
                .min_by_key(|(candidate, _)| {
                    let level = level_of(candidate.taken.fit, candidate.taken.is_freed);
                    std::cmp::Reverse(level.unwrap_or(LEVELS.len()))
                });
            let Some((candidate, &column)) = best else {
                values[self.nobody[at]] = 1;
                continue;
            };
            let key = (candidate.taken.person, lost.lesson.date);
            values[column] = 1;
            if let Some(&day) = self.days.get(&key).filter(|_| candidate.comes_only_for_it) {
                values[day] = 1;
            }
            taken.entry(key).or_default().push(at);
        }
        self.mark_breaks(&mut values);
        values
    }

    fn mark_breaks(&self, values: &mut [u32]) {
        for double in &self.breaks {
            let mut shared = 0;
            for &(first, second, column) in &double.both {
                values[column] = values[first].min(values[second]);
                shared += values[column];
            }
            let taken = |lesson: usize| 1 - values[self.nobody[lesson]];
            let (a, b) = double.lessons;
            values[double.is_broken] = u32::from(taken(a).max(taken(b)) > shared);
        }
    }

    /// Position of the candidate who takes each lesson.
    pub fn read(&self, values: &[u32]) -> Vec<Option<usize>> {
        let chosen = |columns: &Vec<usize>| columns.iter().position(|&column| values[column] == 1);
        self.choices.iter().map(chosen).collect()
    }
}

const BREAKS: usize = 8;
const DAYS: usize = 9;
const SQUARES: usize = 10;

/// The level that counts such a choice; the best kind of all is what the others leave.
fn level_of(fit: Fit, is_freed: bool) -> Option<usize> {
    let worst_first = Fit::ALL.len() - 1 - fit as usize;
    let level = 1 + 2 * worst_first + usize::from(is_freed);
    (level < BREAKS).then_some(level)
}
