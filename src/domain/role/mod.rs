//! The roles that a sitting needs. A role is a card in a file of its own, and a line in [`Role`].

mod assistant;
mod card;
mod checker;
mod observer;
mod proctor;

use std::ops::{Index, IndexMut};

pub use card::{Holders, KnownBy, LoadUnit, RoleCard, RoleWords};

/// What a person does at, or after, a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Supervises the class while it writes.
    Proctor,
    /// Grades the works afterwards; not bound to the sitting's time.
    Checker,
    /// A parent who watches that all is done by the rules.
    Observer,
    /// Helps pupils with special needs during the sitting.
    Assistant,
}

impl Role {
    /// All roles, in the order in which the objective counts them.
    pub const ALL: [Role; Role::COUNT] = [
        Role::Proctor,
        Role::Checker,
        Role::Observer,
        Role::Assistant,
    ];

    /// How many roles there are.
    pub const COUNT: usize = 4;

    /// Their canonical names, in the same order.
    pub const NAMES: [&str; Role::COUNT] = {
        let mut names = [""; Role::COUNT];
        let mut index = 0;
        while index < Role::COUNT {
            names[index] = Role::ALL[index].name();
            index += 1;
        }
        names
    };

    /// All that is known of the role.
    pub const fn card(self) -> &'static RoleCard {
        match self {
            Role::Proctor => &proctor::CARD,
            Role::Checker => &checker::CARD,
            Role::Observer => &observer::CARD,
            Role::Assistant => &assistant::CARD,
        }
    }

    /// The role of that canonical name.
    pub fn from_name(name: &str) -> Option<Role> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// Present in the room at the sitting's time.
    pub const fn is_time_bound(self) -> bool {
        self.card().is_time_bound
    }

    /// Costs its holder the lessons that overlap the sitting.
    pub const fn misses_lessons(self) -> bool {
        self.card().misses_lessons
    }

    /// Held by parents, not by staff.
    pub fn is_of_parents(self) -> bool {
        self.card().holders == Holders::Parents
    }

    /// Weighed by works, not by duties.
    pub fn counts_works(self) -> bool {
        self.card().unit == LoadUnit::Works
    }

    /// Canonical name, as it stands in files.
    pub const fn name(self) -> &'static str {
        self.card().code
    }

    /// What the role is called.
    pub const fn words(self) -> &'static RoleWords {
        &self.card().words
    }
}

/// One value for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct RoleMap<T>(pub [T; Role::COUNT]);

impl<T> RoleMap<T> {
    /// The same value for every role.
    pub fn all(value: T) -> Self
    where
        T: Clone,
    {
        RoleMap(Role::ALL.map(|_| value.clone()))
    }

    /// Each value turned into another.
    pub fn map<U>(self, of: impl FnMut(T) -> U) -> RoleMap<U> {
        RoleMap(self.0.map(of))
    }
}

impl<T> Index<Role> for RoleMap<T> {
    type Output = T;
    fn index(&self, role: Role) -> &T {
        &self.0[role as usize]
    }
}

impl<T> IndexMut<Role> for RoleMap<T> {
    fn index_mut(&mut self, role: Role) -> &mut T {
        &mut self.0[role as usize]
    }
}

/// A set of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct RoleSet(u8);

impl RoleSet {
    /// The set of the given roles.
    pub const fn of(roles: &[Role]) -> Self {
        let mut set = Self(0);
        let mut index = 0;
        while index < roles.len() {
            set = set.with(roles[index]);
            index += 1;
        }
        set
    }

    /// This set and `role`.
    #[must_use]
    pub const fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u8)
    }

    /// Is `role` in the set?
    pub fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// Is the set empty?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The roles of the set, in the objective's order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL
            .into_iter()
            .filter(move |&role| self.contains(role))
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, RoleSet};

    #[test]
    fn every_role_stands_at_its_place_and_has_its_own_card() {
        for (place, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, place);
            assert_eq!(role.card().role, role);
            assert_eq!(Role::from_name(role.name()), Some(role));
        }
        assert_eq!(Role::from_name("janitor"), None);
    }

    #[test]
    fn every_role_fits_into_a_set() {
        assert_eq!(RoleSet::of(&Role::ALL).iter().count(), Role::COUNT);
    }
}
