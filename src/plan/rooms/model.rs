//! The choice of rooms as rows and levels.

use std::collections::BTreeMap;

use crate::domain::{Date, Span};
use crate::plan::exact::{Found, Model, Sum};
use crate::plan::on_duty::at_once;

use super::facts::{Facts, Seat};
use super::{LEVELS, Moved, Rooms, Seated, levels};

/// What becomes of lessons in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Displaced {
    /// They are counted.
    Count,
    /// They find another room, or none.
    FindRooms,
}

/// The level that counts lessons that move.
pub const MOVED: usize = 3;
const CAMERA: usize = 1;
const HOMELESS: usize = 2;
const AWAY: usize = 4;

/// Times at which each room has somebody on a day.
type TakenRooms<'a> = BTreeMap<(Date, usize), Vec<&'a Span>>;

/// The model, and which column means what.
pub struct Stated {
    /// Rows and levels.
    pub model: Model,
    /// Of each sitting: a column for each of its rooms.
    choices: Vec<Vec<usize>>,
    /// Of each sitting: it has none.
    none: Vec<usize>,
    /// Of each lesson in the way: it moves; a column for each other room; it finds none.
    lessons: Vec<Lesson>,
    /// Who could be in each room on each day.
    users: BTreeMap<(Date, usize), Vec<(usize, Span)>>,
}

struct Lesson {
    moves: usize,
    others: Vec<usize>,
    homeless: Option<usize>,
}

impl Stated {
    /// Of these facts.
    pub fn of(facts: &Facts<'_>, displaced: Displaced) -> Self {
        let mut stated = Self {
            model: Model {
                levels: vec![Sum::new(); LEVELS.len()],
                ..Model::default()
            },
            choices: Vec::new(),
            none: Vec::new(),
            lessons: Vec::new(),
            users: BTreeMap::new(),
        };
        for seat in &facts.seats {
            stated.sitting(facts, seat);
        }
        for at in 0..facts.standing.len() {
            stated.lesson(facts, at, displaced);
        }
        for users in std::mem::take(&mut stated.users).into_values() {
            let spans: Vec<&Span> = users.iter().map(|(_, span)| span).collect();
            for set in at_once(&spans) {
                let terms = set.iter().map(|&at| (users[at].0, 1)).collect();
                stated.model.at_most(terms, 1);
            }
        }
        stated
    }

    /// A column for each room, and for none; just one of them.
    fn sitting(&mut self, facts: &Facts<'_>, seat: &Seat<'_>) {
        let none = self.model.column(1);
        self.model.levels[0].push((none, 1));
        if facts.cameras_wanted {
            self.model.levels[CAMERA].push((none, 1));
        }
        let mut columns = Vec::new();
        for &room in &seat.rooms {
            let column = self.model.column(1);
            columns.push(column);
            if facts.cameras_wanted && !facts.filmed[room] {
                self.model.levels[CAMERA].push((column, 1));
            }
            if seat.is_too_small {
                self.model.levels[0].push((column, 1));
            }
            if seat.own.is_some_and(|own| own != room) {
                self.model.levels[AWAY].push((column, 1));
            }
            if !seat.is_given {
                let users = self.users.entry((seat.sitting.date, room)).or_default();
                users.push((column, seat.sitting.span.clone()));
            }
        }
        // What the schedule gives is kept, even where two sittings are given one room.
        if let Some(&given) = columns.first().filter(|_| seat.is_given) {
            self.model.equal(vec![(given, 1)], 1);
        }
        let all = columns.iter().chain([&none]);
        let terms = all.map(|&column| (column, 1)).collect();
        self.model.equal(terms, 1);
        self.choices.push(columns);
        self.none.push(none);
    }

    /// A lesson moves where a sitting takes its room.
    fn lesson(&mut self, facts: &Facts<'_>, at: usize, displaced: Displaced) {
        let standing = &facts.standing[at];
        let moves = self.model.column(1);
        self.model.levels[MOVED].push((moves, 1));
        let mut takers: Vec<(usize, &Span)> = Vec::new();
        for (seat, columns) in facts.seats.iter().zip(&self.choices) {
            let meets =
                seat.sitting.date == standing.date && seat.sitting.span.overlaps(&standing.span);
            let room = seat.rooms.iter().position(|&room| room == standing.room);
            if let Some(room) = room.filter(|_| meets) {
                takers.push((columns[room], &seat.sitting.span));
            }
        }
        self.drive_out(&takers, moves);
        let mut lesson = Lesson {
            moves,
            others: Vec::new(),
            homeless: None,
        };
        if displaced == Displaced::FindRooms {
            let homeless = self.model.column(1);
            self.model.levels[HOMELESS].push((homeless, 1));
            for &room in &standing.others {
                let column = self.model.column(1);
                lesson.others.push(column);
                let users = self.users.entry((standing.date, room)).or_default();
                users.push((column, standing.span.clone()));
            }
            let all = lesson.others.iter().chain([&homeless]);
            let mut terms: Sum = all.map(|&column| (column, 1)).collect();
            terms.push((moves, -1));
            self.model.equal(terms, 0);
            lesson.homeless = Some(homeless);
        }
        self.lessons.push(lesson);
    }

    /// Of sittings that could take the room while the lesson lasts, one at a time does; whichever does drives it out.
    fn drive_out(&mut self, takers: &[(usize, &Span)], moves: usize) {
        let spans: Vec<&Span> = takers.iter().map(|&(_, span)| span).collect();
        let together = at_once(&spans);
        let is_alone = |at: &usize| !together.iter().any(|set| set.contains(at));
        let alone = (0..takers.len()).filter(is_alone).map(|at| vec![at]);
        for set in alone.chain(together.iter().cloned()) {
            let mut terms: Sum = set.iter().map(|&at| (takers[at].0, 1)).collect();
            terms.push((moves, -1));
            self.model.at_most(terms, 0);
        }
    }

    /// Each sitting in the best room that is still free, those with few rooms first.
    pub fn greedy(&self, facts: &Facts<'_>) -> Vec<u32> {
        let mut values = vec![0; self.model.most.len()];
        let mut order: Vec<usize> = (0..facts.seats.len()).collect();
        order.sort_by_key(|&at| {
            let seat = &facts.seats[at];
            (!seat.is_given, seat.rooms.len(), at)
        });
        let mut taken: BTreeMap<(Date, usize), Vec<&Span>> = BTreeMap::new();
        for at in order {
            let seat = &facts.seats[at];
            let sitting = seat.sitting;
            let is_free = |room: usize| {
                let spans = taken.get(&(sitting.date, room));
                seat.is_given
                    || spans.is_none_or(|all| !all.iter().any(|it| it.overlaps(&sitting.span)))
            };
            let stands = |room: usize| {
                let mut all = facts.standing.iter();
                all.any(|it| {
                    (it.date, it.room) == (sitting.date, room) && it.span.overlaps(&sitting.span)
                })
            };
            let best = (0..seat.rooms.len())
                .filter(|&choice| is_free(seat.rooms[choice]))
                .min_by_key(|&choice| {
                    let room = seat.rooms[choice];
                    let is_filmed = !facts.cameras_wanted || facts.filmed[room];
                    let is_away = seat.own.is_some_and(|own| own != room);
                    (!is_filmed, stands(room), is_away, room)
                });
            match best {
                Some(choice) => {
                    values[self.choices[at][choice]] = 1;
                    let room = seat.rooms[choice];
                    taken
                        .entry((sitting.date, room))
                        .or_default()
                        .push(&sitting.span);
                }
                None => values[self.none[at]] = 1,
            }
        }
        self.displace(facts, (&mut values, taken));
        values
    }

    /// Lessons in the way go to the first room that is free.
    fn displace<'a>(
        &self,
        facts: &'a Facts<'_>,
        (values, mut taken): (&mut [u32], TakenRooms<'a>),
    ) {
        for (standing, lesson) in facts.standing.iter().zip(&self.lessons) {
            let overlaps = |spans: Option<&Vec<&Span>>| {
                spans.is_some_and(|all| all.iter().any(|it| it.overlaps(&standing.span)))
            };
            if !overlaps(taken.get(&(standing.date, standing.room))) {
                continue;
            }
            values[lesson.moves] = 1;
            let Some(homeless) = lesson.homeless else {
                continue;
            };
            let mut others = standing.others.iter().zip(&lesson.others);
            let free = others.find(|(room, _)| !overlaps(taken.get(&(standing.date, **room))));
            let Some((&room, &column)) = free else {
                values[homeless] = 1;
                continue;
            };
            values[column] = 1;
            taken
                .entry((standing.date, room))
                .or_default()
                .push(&standing.span);
        }
    }

    /// The answer.
    pub fn read(&self, facts: &Facts<'_>, found: &Found) -> Rooms {
        let is_one = |column: &usize| found.values[*column] == 1;
        let seats = facts.seats.iter().zip(&self.choices);
        let seated = seats.map(|(seat, columns)| Seated {
            sitting: seat.id,
            room: columns.iter().position(is_one).map(|at| seat.rooms[at]),
            is_given: seat.is_given,
        });
        let lessons = facts.standing.iter().zip(&self.lessons);
        let moved = lessons.filter(|(_, lesson)| is_one(&lesson.moves));
        let moved = moved.map(|(standing, lesson)| Moved {
            date: standing.date,
            rows: standing.rows.clone(),
            from: standing.room,
            to: lesson
                .others
                .iter()
                .position(is_one)
                .map(|at| standing.others[at]),
        });
        Rooms {
            seated: seated.collect(),
            moved: moved.collect(),
            levels: levels(found),
        }
    }
}
