//! Rooms, held against the lists.

use chrono::Datelike;

use crate::domain::{Camera, Room, School};
use crate::plan::{Moved, Rooms, Seated};

use super::{Held, must, same_levels, writes};

pub fn hold(school: &School, rooms: &Rooms) -> Held {
    for (at, seated) in rooms.seated.iter().enumerate() {
        one(school, seated)?;
        for other in &rooms.seated[at + 1..] {
            let clash = seated.room.is_some()
                && seated.room == other.room
                && !(seated.is_given && other.is_given)
                && school
                    .sitting(seated.sitting)
                    .meets(school.sitting(other.sitting));
            must(!clash, || "two sittings are in one room".to_owned())?;
        }
    }
    for moved in &rooms.moved {
        goes(school, rooms, moved)?;
    }
    all_that_stand_in_the_way_move(school, rooms)?;
    same_levels(&rooms.levels, &count(school, rooms))
}

/// Is the room one for the sitting?
fn one(school: &School, seated: &Seated) -> Held {
    let Some(room) = seated.room.filter(|_| !seated.is_given) else {
        return Ok(());
    };
    let sitting = school.sitting(seated.sitting);
    let class = school.class(sitting.class);
    let room = &school.procedure.rooms[room];
    must(
        room.school == class.school && room.holds(sitting.pupils),
        || format!("{} does not hold {}", room.name, class.name),
    )?;
    must(is_theirs(room, &class.building), || {
        format!("{} is in another building than {}", room.name, class.name)
    })
}

fn is_theirs(room: &Room, building: &str) -> bool {
    room.building.is_empty() || building.is_empty() || same(&room.building, building)
}

fn same(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String {
        let lower = text.to_lowercase();
        lower.chars().filter(|it| it.is_alphanumeric()).collect()
    };
    letters(a) == letters(b)
}

/// Does a displaced lesson find a free room that holds it?
fn goes(school: &School, rooms: &Rooms, moved: &Moved) -> Held {
    let Some(to) = moved.to else { return Ok(()) };
    let Some(&first) = moved.rows.first() else {
        return Err("a lesson without a row moves".to_owned());
    };
    let lesson = &school.lessons[first];
    let room = &school.procedure.rooms[to];
    let pupils = moved
        .rows
        .iter()
        .map(|&row| school.class(school.lessons[row].class).pupils);
    must(to != moved.from && room.holds(pupils.sum()), || {
        format!("{} does not hold the lesson that moves there", room.name)
    })?;
    let by_a_sitting = rooms.seated.iter().any(|seated| {
        let sitting = school.sitting(seated.sitting);
        seated.room == Some(to) && sitting.date == moved.date && sitting.span.overlaps(&lesson.span)
    });
    let mut others = rooms.moved.iter().filter(|other| *other != moved);
    let by_another = others.any(|other| {
        let span = &school.lessons[other.rows[0]].span;
        other.to == Some(to) && other.date == moved.date && span.overlaps(&lesson.span)
    });
    let by_a_lesson = school.lessons.iter().any(|other| {
        stands_in(school, other.class, &other.room) == Some(to)
            && other.weekday == moved.date.weekday()
            && other.span.overlaps(&lesson.span)
            && !writes(school, other, moved.date)
    });
    must(!by_a_sitting && !by_another && !by_a_lesson, || {
        format!("{} is taken where a lesson moves there", room.name)
    })
}

/// The room of a lesson, or of a class.
fn stands_in(school: &School, class: crate::domain::ClassId, name: &str) -> Option<usize> {
    let class = school.class(class);
    let name = if name.is_empty() { &class.room } else { name };
    let all = school.procedure.rooms.iter().enumerate();
    let mut named = all.filter(|(_, room)| room.school == class.school && same(&room.name, name));
    let near = named
        .clone()
        .find(|(_, room)| same(&room.building, &class.building));
    near.or_else(|| named.next()).map(|(at, _)| at)
}

fn all_that_stand_in_the_way_move(school: &School, rooms: &Rooms) -> Held {
    for seated in &rooms.seated {
        let sitting = school.sitting(seated.sitting);
        for (row, lesson) in school.lessons.iter().enumerate() {
            let is_in_the_way = lesson.weekday == sitting.date.weekday()
                && lesson.span.overlaps(&sitting.span)
                && seated.room.is_some()
                && stands_in(school, lesson.class, &lesson.room) == seated.room
                && !writes(school, lesson, sitting.date);
            let mut moved = rooms.moved.iter();
            let moves = moved.any(|it| it.date == sitting.date && it.rows.contains(&row));
            must(!is_in_the_way || moves, || {
                format!(
                    "a lesson of row {} stands where a class writes",
                    lesson.read_at.row
                )
            })?;
        }
    }
    Ok(())
}

fn count(school: &School, rooms: &Rooms) -> [i64; 5] {
    let mut counted = [0; 5];
    for seated in &rooms.seated {
        let sitting = school.sitting(seated.sitting);
        let class = school.class(sitting.class);
        let room = seated.room.map(|at| &school.procedure.rooms[at]);
        let holds = room.is_some_and(|room| room.holds(sitting.pupils));
        counted[0] += i64::from(!holds);
        let is_filmed = room.is_some_and(|room| room.camera != Camera::None);
        counted[1] += i64::from(school.policy.plan.cameras_wanted && !is_filmed);
        let own = stands_in(school, sitting.class, &class.room);
        counted[4] += i64::from(own.is_some() && seated.room.is_some() && own != seated.room);
    }
    counted[2] = rooms
        .moved
        .iter()
        .filter(|moved| moved.to.is_none())
        .count() as i64;
    counted[3] = rooms.moved.len() as i64;
    counted
}
