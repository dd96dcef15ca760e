//! The catalogue: one file per rule, one line here.

mod checker_homeroom;
mod checker_own_child;
mod checker_own_school;
mod checker_own_subject;
mod checker_proctored;
mod checker_same_grade;
mod checker_teaches_class;
mod checker_teaches_subject_and_class;
mod checker_unqualified;
mod observer_own_child_class;
mod observer_participating_class;
mod observer_same_work;
mod observer_staff;
mod personal_tie;
mod proctor_homeroom;
mod proctor_own_child;
mod proctor_subject_specialist;
mod proctor_teaches_class;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

use super::Rule;

/// Every rule, in the order of the objective's second level.
pub const CATALOGUE: [&Rule; 18] = [
    &proctor_teaches_class::RULE,
    &proctor_subject_specialist::RULE,
    &proctor_homeroom::RULE,
    &proctor_own_child::RULE,
    &checker_teaches_subject_and_class::RULE,
    &checker_teaches_class::RULE,
    &checker_own_subject::RULE,
    &checker_homeroom::RULE,
    &checker_own_child::RULE,
    &checker_unqualified::RULE,
    &checker_same_grade::RULE,
    &checker_own_school::RULE,
    &checker_proctored::RULE,
    &observer_own_child_class::RULE,
    &observer_same_work::RULE,
    &observer_participating_class::RULE,
    &observer_staff::RULE,
    &personal_tie::RULE,
];
