//! What can be wrong with a roster or with what is said to prove it.

/// Why a roster or its proof is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A duty of nobody known, at no place known, that a rule forbids or an earlier one excludes; the row, from 0.
    Duty(usize),
    /// A decision by hand could be kept beside the others, and is not.
    Pin,
    /// A demand stands twice or has no seats, or somebody's duties of one role are in two components.
    Parts,
    /// The cases of a component leave a roster or a price out, a lot is mixed, or a number is not allowed or too large.
    Cases,
}
