//! What is made least, in its order: the objective's levels, and people called in and pairs of commissions where few are preferred.

use super::super::levels::Level;

/// One amount of the objective. Ordered as they are made least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// Levels 1–3, and what a repair changes.
    Above(Level),
    /// People on time-bound duty beside those whom pins call in.
    People,
    /// Pairs of a checker and a commission.
    Commissions,
    /// Levels 4 and 5.
    Spread(Level),
}

impl From<Level> for Goal {
    fn from(level: Level) -> Self {
        if level.is_above_spread() {
            Goal::Above(level)
        } else {
            Goal::Spread(level)
        }
    }
}
