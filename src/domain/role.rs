//! The four roles that a sitting needs.

use std::ops::{Index, IndexMut};

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
    pub const ALL: [Role; 4] = [
        Role::Proctor,
        Role::Checker,
        Role::Observer,
        Role::Assistant,
    ];

    /// Present in the room at the sitting's time: everyone but the checker.
    pub fn is_time_bound(self) -> bool {
        self != Role::Checker
    }

    /// Costs its holder the lessons that overlap the sitting: a proctor's and an assistant's duties.
    pub fn misses_lessons(self) -> bool {
        matches!(self, Role::Proctor | Role::Assistant)
    }

    /// Canonical name, as it stands in files.
    pub fn name(self) -> &'static str {
        match self {
            Role::Proctor => "proctor",
            Role::Checker => "checker",
            Role::Observer => "observer",
            Role::Assistant => "assistant",
        }
    }
}

/// One value for each role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct RoleMap<T>(pub [T; 4]);

impl<T> RoleMap<T> {
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
