//! What a rule's own tests are made of: schools in which it fires, and schools in which it stays silent.

use crate::domain::{Role, RoleSet, School};
use crate::rules::test_school::TestSchool;

/// One school, judged by one rule for [`TestSchool::person`] at [`TestSchool::sitting`].
pub struct Case {
    /// The case in words.
    pub says: &'static str,
    /// Must the rule bar?
    pub fires: bool,
    /// The lists.
    pub school: School,
    /// Roles the person also holds at the sitting.
    pub held: RoleSet,
}

impl Case {
    /// The rule bars here.
    pub fn fires(says: &'static str, school: TestSchool) -> Self {
        Self {
            says,
            fires: true,
            school: school.build(),
            held: RoleSet::default(),
        }
    }

    /// The rule does not bar here.
    pub fn silent(says: &'static str, school: TestSchool) -> Self {
        Self {
            fires: false,
            ..Self::fires(says, school)
        }
    }

    /// The person also holds the role.
    pub fn holding(mut self, role: Role) -> Self {
        self.held = self.held.with(role);
        self
    }
}
