//! The people of a row: every name of every cell that names people.

use crate::domain::{NameAt, Role, Seat};
use crate::input::cells;
use crate::input::complaint::Gravity;
use crate::input::roster::layout::Meaning;
use crate::input::roster::line::Line;
use crate::input::roster::problem::RosterProblem;
use crate::input::roster::sheet::CellText;

use super::{PersonRead, SheetReader};

impl<'g> SheetReader<'_, 'g, '_> {
    /// Who is named in the row, column by column, and where a cell names nobody.
    pub(super) fn people(&mut self, line: Line<'_, 'g>) -> Vec<PersonRead> {
        let mut people: Vec<PersonRead> = Vec::new();
        let tidy_role = line.header.has(Meaning::Person).then(|| self.role(line));
        let pinned = self.pinned(line);
        for (column, role) in line.header.people() {
            let Some(role) = role.or(tidy_role.flatten()) else {
                continue;
            };
            self.read.roles.insert(role);
            let cell = line.person(column);
            // One name over several columns of a role is one person.
            let is_seen = cell.column != column as u32 + 1
                && people.iter().any(|person| {
                    (person.name.row, person.name.column, person.role)
                        == (cell.row, cell.column, role)
                });
            if !is_seen {
                self.people_of(line, cell, (role, pinned), &mut people);
            }
        }
        people
    }

    fn people_of(
        &mut self,
        line: Line<'_, 'g>,
        cell: CellText<'g>,
        (role, pinned): (Role, bool),
        people: &mut Vec<PersonRead>,
    ) {
        let mut part = 0;
        let read = self.seen.people(line, cell, self.names);
        for (bytes, seat) in &read.names {
            let text = &cell.text[bytes.clone()];
            if is_no_name(text) && !line.header.is_own {
                self.complaints.add(
                    Gravity::Warning,
                    line.at(cell),
                    text,
                    RosterProblem::NotAName,
                );
                continue;
            }
            people.push(PersonRead {
                name: NameAt {
                    row: cell.row,
                    column: cell.column,
                    part,
                    bytes: bytes.clone(),
                },
                role,
                seat: seat.clone(),
                pinned,
            });
            part += 1;
        }
        if part == 0 {
            people.push(PersonRead {
                name: NameAt {
                    row: cell.row,
                    column: cell.column,
                    part: 0,
                    bytes: 0..0,
                },
                role,
                seat: Seat::Empty,
                pinned,
            });
        }
    }

    /// Does the row name anybody?
    pub(super) fn names_somebody(&mut self, line: Line<'_, 'g>) -> bool {
        line.header.people().any(|(column, _)| {
            let cell = line.person(column);
            self.seen.people(line, cell, self.names).is_somebody
        })
    }

    fn pinned(&mut self, line: Line<'_, 'g>) -> bool {
        let cell = line.cell(Meaning::Pinned);
        if cell.is_empty() {
            return false;
        }
        cells::yes_no(cell.text).unwrap_or_else(|problem| {
            self.complaints.error(line.at(cell), cell.text, problem);
            false
        })
    }
}

/// A number, or what a broken formula shows.
fn is_no_name(text: &str) -> bool {
    !text.contains(char::is_alphabetic) || text.starts_with('#')
}
