//! Bounds of several parts together, each given what the levels above have in a whole roster.
//!
//! A part's bound at a level holds for rosters that are alike above it in that part. Of a roster that is alike above it in
//! all, no more is known: where a level is open, one part may have less there and another more. What such parts say below
//! that level is no bound of the whole.

use super::account;
use super::instance::Instance;
use super::levels::{Level, Levels};

/// A part that shares nobody with the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its demands, as positions among the instance's.
    pub demands: Vec<usize>,
    /// No total of a level can exceed these.
    pub greatest: Levels,
    /// What the roster has there for which the bound was counted.
    pub value: Levels,
    /// At each level, where those above are as in that roster.
    pub bound: Levels,
}

/// What bounds the whole at each level, where those above are as in this roster.
pub fn given_above(
    instance: &Instance,
    parts: &[Part],
    duties: &[(usize, crate::domain::PersonId)],
) -> Levels {
    let values: Vec<Levels> = parts
        .iter()
        .map(|part| {
            let mine = duties
                .iter()
                .copied()
                .filter(|(index, _)| part.demands.binary_search(index).is_ok());
            let mine: Vec<_> = mine.collect();
            account::growth(instance, &part.demands, &mine)
        })
        .collect();
    together(parts, &values)
}

/// The same, of what the parts have.
fn together(parts: &[Part], values: &[Levels]) -> Levels {
    // As far as this is so, the part has what it has in every roster that is alike above.
    let mut is_alike = vec![true; parts.len()];
    let mut bound = Levels::default();
    for level in Level::all() {
        let (mut least, mut has) = (0, 0);
        for ((part, value), _) in parts.iter().zip(values).zip(&is_alike).filter(|it| *it.1) {
            least += part.bound.get(level);
            has += value.get(level);
        }
        bound.set(level, least);
        let varies = |at: &usize| parts[*at].greatest.get(level) > 0;
        let vary: Vec<usize> = (0..parts.len()).filter(varies).collect();
        let is_closed = least == has && vary.iter().all(|&at| is_alike[at]);
        if !is_closed && vary.len() > 1 {
            for at in vary {
                is_alike[at] = false;
            }
        }
        for (at, part) in parts.iter().enumerate() {
            is_alike[at] &= part.value.get(level) == values[at].get(level);
        }
    }
    bound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Role;

    fn levels(unfilled: i64, lost: i64) -> Levels {
        Levels::single(Level::Unfilled(Role::Proctor), unfilled)
            + Levels::single(Level::LessonsLost, lost)
    }

    fn part(value: Levels, bound: Levels) -> Part {
        Part {
            demands: Vec::new(),
            greatest: levels(9, 9),
            value,
            bound,
        }
    }

    #[test]
    fn below_a_level_at_which_parts_may_trade_nothing_is_known() {
        let open = part(levels(2, 4), levels(1, 3));
        let closed = part(levels(1, 5), levels(1, 5));
        let values = [open.value, closed.value];
        assert_eq!(together(&[open, closed], &values), levels(2, 0));
    }

    #[test]
    fn a_part_alone_at_an_open_level_keeps_what_is_below() {
        let open = part(levels(2, 4), levels(1, 3));
        let other = Part {
            greatest: levels(0, 9),
            ..part(levels(0, 5), levels(0, 5))
        };
        let values = [open.value, other.value];
        assert_eq!(together(&[open, other], &values), levels(1, 8));
    }

    #[test]
    fn closed_parts_add_up() {
        let one = part(levels(2, 4), levels(2, 3));
        let other = part(levels(1, 5), levels(1, 5));
        let values = [one.value, other.value];
        assert_eq!(together(&[one, other], &values), levels(3, 8));
    }

    #[test]
    fn what_was_counted_for_another_value_ends_there() {
        let part = part(levels(2, 4), levels(1, 3));
        assert_eq!(together(&[part], &[levels(1, 9)]), levels(1, 0));
    }
}
