//! `rooms`: where people can write, how many, and what films them.

use crate::domain::Room;
use crate::input::cells;
use crate::input::desk::Reader;
use crate::input::header::{Column, Layout};
use crate::input::names::{clean, word_key};
use crate::input::problem::FactProblem;

use super::classes::MOST_PUPILS;
use super::{Row, Table};

pub(super) const LAYOUT: Layout = Layout {
    required: &[Column::Room],
    optional: &[
        Column::Building,
        Column::Floor,
        Column::Seats,
        Column::Camera,
        Column::Computers,
    ],
};

/// Reads the table.
pub fn read(table: &Table<'_>, reader: &mut Reader<'_>) {
    for row in table.rows() {
        if let Some(room) = read_row(&row, reader) {
            add(room, &row, reader);
        }
    }
}

fn read_row(row: &Row<'_>, reader: &mut Reader<'_>) -> Option<Room> {
    let name = reader.text(row.field(Column::Room));
    let seats = reader.count(row.field(Column::Seats), MOST_PUPILS);
    let camera = reader.optional(row.field(Column::Camera), |reader, field| {
        reader.value(field, cells::camera(field.text))
    });
    let computers = reader.count(row.field(Column::Computers), MOST_PUPILS);
    Some(Room {
        school: reader.school.id,
        name: clean(&name?),
        building: row.field(Column::Building).text.to_owned(),
        floor: row.field(Column::Floor).text.to_owned(),
        seats,
        camera: camera?.unwrap_or_default(),
        computers: computers.unwrap_or_default(),
        read_at: row.at(),
    })
}

/// Enters the room; a second one of its name in the same building is an error.
fn add(room: Room, row: &Row<'_>, reader: &mut Reader<'_>) {
    let key = |room: &Room| (room.school, word_key(&room.building), word_key(&room.name));
    let rooms = &reader.folder.lists.procedure.rooms;
    if let Some(earlier) = rooms.iter().find(|it| key(it) == key(&room)) {
        let problem = FactProblem::SameKey {
            other: earlier.name.clone(),
            row: earlier.read_at.row,
        };
        reader.error(row.field(Column::Room), problem);
        return;
    }
    reader.folder.lists.procedure.rooms.push(room);
}
