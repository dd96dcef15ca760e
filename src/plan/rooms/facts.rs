//! Sittings with the rooms that hold them, and lessons that stand there.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::{
    Camera, ClassId, Date, Lesson, PersonId, Room, School, Sitting, SittingId, Span,
};

/// A sitting and where it could be.
pub struct Seat<'a> {
    /// Which.
    pub id: SittingId,
    /// The same.
    pub sitting: &'a Sitting,
    /// Rooms that hold it, ascending; of a given room, that alone, whether it holds it or not.
    pub rooms: Vec<usize>,
    /// The class's own.
    pub own: Option<usize>,
    /// The schedule itself names the room.
    pub is_given: bool,
    /// The given room holds too few.
    pub is_too_small: bool,
}

/// A lesson of one day in its room.
pub struct Standing {
    /// The day.
    pub date: Date,
    /// When.
    pub span: Span,
    /// Its rows.
    pub rows: Vec<usize>,
    /// Where.
    pub room: usize,
    /// Rooms that hold it and are free of lessons then, ascending.
    pub others: Vec<usize>,
}

/// Everything the model is stated from.
pub struct Facts<'a> {
    /// By their ids.
    pub seats: Vec<Seat<'a>>,
    /// Lessons in rooms that a sitting could take, by day.
    pub standing: Vec<Standing>,
    /// Is each room filmed?
    pub filmed: Vec<bool>,
    /// Are cameras wanted?
    pub cameras_wanted: bool,
}

impl<'a> Facts<'a> {
    /// Of these lists.
    pub fn of(school: &'a School) -> Self {
        let names = Names::of(school);
        let mut seats: Vec<Seat<'a>> = school
            .sitting_ids()
            .filter_map(|id| seat((school, &names), id))
            .collect();
        let given = given(&seats);
        for seat in seats.iter_mut().filter(|seat| !seat.is_given) {
            let sitting = seat.sitting;
            let is_free = |&room: &usize| given.is_free(room, (sitting.date, &sitting.span));
            seat.rooms.retain(is_free);
        }
        let rooms = school.procedure.rooms.iter();
        Self {
            standing: standing((school, &names), (&seats, &given)),
            seats,
            filmed: rooms.map(|room| room.camera != Camera::None).collect(),
            cameras_wanted: school.policy.plan.cameras_wanted,
        }
    }
}

/// Rooms that the schedule itself gives away, each with its time.
struct Given<'a>(Vec<(usize, Date, &'a Span)>);

impl Given<'_> {
    /// Is the room given to nobody at that time?
    fn is_free(&self, room: usize, (date, span): (Date, &Span)) -> bool {
        let is_taken =
            |it: &(usize, Date, &Span)| (it.0, it.1) == (room, date) && it.2.overlaps(span);
        !self.0.iter().any(is_taken)
    }
}

fn given<'a>(seats: &[Seat<'a>]) -> Given<'a> {
    let given = seats.iter().filter(|seat| seat.is_given);
    let times = given.flat_map(|seat| {
        let sitting = seat.sitting;
        seat.rooms
            .iter()
            .map(move |&room| (room, sitting.date, &sitting.span))
    });
    Given(times.collect())
}

/// Rooms by school and name.
struct Names(BTreeMap<(usize, String), Vec<usize>>);

impl Names {
    fn of(school: &School) -> Self {
        let mut names: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, room) in school.procedure.rooms.iter().enumerate() {
            let key = (room.school.index(), folded(&room.name));
            names.entry(key).or_default().push(at);
        }
        Self(names)
    }

    /// The room of that name, in the class's building where several have it.
    fn find(&self, school: &School, (class, name): (ClassId, &str)) -> Option<usize> {
        let class = school.class(class);
        let all = self.0.get(&(class.school.index(), folded(name)))?;
        let is_near =
            |at: &&usize| folded(&school.procedure.rooms[**at].building) == folded(&class.building);
        all.iter().find(is_near).or(all.first()).copied()
    }
}

/// Case, spaces and signs of a name do not matter.
fn folded(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Where the sitting could be; `None` where its school lists no rooms, or the schedule names a room that is not among them.
fn seat<'a>((school, names): (&'a School, &Names), id: SittingId) -> Option<Seat<'a>> {
    let sitting = school.sitting(id);
    let class = school.class(sitting.class);
    let is_given = school.procedure.rooms_given.binary_search(&id).is_ok();
    let own = names.find(school, (sitting.class, &class.room));
    let all = school.procedure.rooms.iter().enumerate();
    let mut here = all
        .filter(|(_, room)| room.school == class.school)
        .peekable();
    here.peek()?;
    let given = names
        .find(school, (sitting.class, &sitting.room))
        .filter(|_| is_given);
    if is_given && given.is_none() {
        return None;
    }
    let rooms: Vec<usize> = if is_given {
        given.into_iter().collect()
    } else {
        here.filter(|(_, room)| room.holds(sitting.pupils) && is_near(room, &class.building))
            .map(|(at, _)| at)
            .collect()
    };
    let is_too_small = given.is_some_and(|at| !school.procedure.rooms[at].holds(sitting.pupils));
    Some(Seat {
        id,
        sitting,
        rooms,
        own,
        is_given,
        is_too_small,
    })
}

fn is_near(room: &Room, building: &str) -> bool {
    let (theirs, ours) = (folded(&room.building), folded(building));
    theirs.is_empty() || ours.is_empty() || theirs == ours
}

/// What makes rows of the timetable one lesson in a room.
type Key<'a> = (Date, usize, &'a Span, PersonId);

/// Lessons of the days of sittings, in rooms where a sitting could be at that time.
fn standing(
    (school, names): (&School, &Names),
    (seats, given): (&[Seat<'_>], &Given<'_>),
) -> Vec<Standing> {
    let dates: BTreeSet<Date> = seats.iter().map(|seat| seat.sitting.date).collect();
    let mut all: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (row, lesson) in school.lessons.iter().enumerate() {
        let Some(room) = room_of((school, names), lesson) else {
            continue;
        };
        let days = dates.iter().filter(|date| date.weekday() == lesson.weekday);
        for &date in days.filter(|&&date| takes_place(school, (lesson, date))) {
            let key = (date, room, &lesson.span, lesson.person);
            all.entry(key).or_default().push(row);
        }
    }
    let lessons_at = |room: usize, date: Date, span: &Span| {
        let mut of_room = all.keys().filter(|key| (key.0, key.1) == (date, room));
        of_room.any(|key| key.2.overlaps(span))
    };
    let in_the_way = all.iter().filter(|((date, room, span, _), _)| {
        seats.iter().any(|seat| {
            seat.sitting.date == *date
                && seat.sitting.span.overlaps(span)
                && seat.rooms.contains(room)
        })
    });
    in_the_way
        .map(|(&(date, room, span, _), rows)| {
            let classes: Vec<_> = rows.iter().map(|&row| school.lessons[row].class).collect();
            let pupils: u32 = classes.iter().map(|&it| school.class(it).pupils).sum();
            let building = classes.first().map_or("", |&it| &school.class(it).building);
            let others = school.procedure.rooms.iter().enumerate();
            let others = others.filter(|&(at, other)| {
                at != room
                    && other.school == school.procedure.rooms[room].school
                    && other.holds(pupils)
                    && is_near(other, building)
                    && !lessons_at(at, date, span)
                    && given.is_free(at, (date, span))
            });
            Standing {
                date,
                span: span.clone(),
                rows: rows.clone(),
                room,
                others: others.map(|(at, _)| at).collect(),
            }
        })
        .collect()
}

/// The room that the timetable names, else the class's own.
fn room_of((school, names): (&School, &Names), lesson: &Lesson) -> Option<usize> {
    let name = if lesson.room.is_empty() {
        &school.class(lesson.class).room
    } else {
        &lesson.room
    };
    names.find(school, (lesson.class, name))
}

/// Does nobody of the lesson's class (or group) write then?
fn takes_place(school: &School, (lesson, date): (&Lesson, Date)) -> bool {
    !school.sittings_of_class(lesson.class).iter().any(|&id| {
        let sitting = school.sitting(id);
        let is_theirs =
            lesson.group.is_none() || sitting.group.is_none() || lesson.group == sitting.group;
        sitting.date == date && is_theirs && sitting.span.overlaps(&lesson.span)
    })
}
