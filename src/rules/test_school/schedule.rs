//! Sentences about the schedule.

use super::*;

impl TestSchool {
    /// A new sitting becomes the current one.
    pub fn writes(mut self, class: &str, subject: &str) -> Self {
        let (class, subject) = (self.class(class), self.subject(subject));
        let read_at = self.cell(Table::Schedule);
        self.lists.sittings.push(Sitting {
            date: april(21),
            span: lessons(&[2]),
            class,
            subject,
            group: None,
            room: String::new(),
            pupils: 24,
            places: RoleMap([1, 1, 1, 0]),
            read_at,
        });
        self.sitting = SittingId::new(self.lists.sittings.len() - 1);
        self
    }

    /// Only this group of the class writes.
    pub fn only_group(mut self, group: &str) -> Self {
        let group = self.group(group);
        self.current_sitting().group = Some(group);
        self
    }

    /// The current sitting is on that day of April 2026, in these lessons.
    pub fn at(mut self, day: u32, numbers: &[u32]) -> Self {
        let sitting = self.current_sitting();
        sitting.date = april(day);
        sitting.span = lessons(numbers);
        self
    }

    /// The current sitting is in that room.
    pub fn in_room(mut self, room: &str) -> Self {
        room.clone_into(&mut self.current_sitting().room);
        self
    }

    /// Places of the current sitting.
    pub fn places(mut self, role: Role, places: u32) -> Self {
        self.current_sitting().places[role] = places;
        self
    }
}
