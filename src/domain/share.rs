//! Part-time posts: which part of a full post somebody has, and how much the square of their load weighs for it.

use std::fmt;

use super::{Lists, Role};

/// The part of a full post that somebody has, in hundredths: 5 to 300.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u16);

impl Share {
    /// A full post; what an empty cell means.
    pub const FULL: Self = Self(100);
    /// The smallest part, and the largest.
    pub const RANGE: [Self; 2] = [Self(5), Self(300)];

    /// So many hundredths, where that is a part of a post.
    pub fn of_hundredths(hundredths: u32) -> Option<Self> {
        let share = Self(u16::try_from(hundredths).ok()?);
        let [least, most] = Self::RANGE;
        (least..=most).contains(&share).then_some(share)
    }

    /// Hundredths of a full post.
    pub fn hundredths(self) -> u32 {
        u32::from(self.0)
    }
}

impl Default for Share {
    fn default() -> Self {
        Self::FULL
    }
}

impl fmt::Display for Share {
    /// As few decimals as it takes: `1`, `0.5`, `1.25`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => write!(out, "{whole}"),
            (_, 0) => write!(out, "{whole}.{}", rest / 10),
            _ => write!(out, "{whole}.{rest:02}"),
        }
    }
}

/// What each person's square weighs: K / share, K the least common multiple of the staff's shares in hundredths, which leaves
/// no common divisor; 1 where shares are equal, and for who is no staff. `None` where a weight is beyond 32 bits.
pub fn square_weights(lists: &Lists) -> Option<Vec<u32>> {
    let share = |person: &super::Person| person.staff.as_ref().map(|staff| staff.share);
    let shares = || lists.people.iter().map(share);
    let mut common = 1_u64;
    for share in shares().flatten() {
        let own = u64::from(share.hundredths());
        common = common.checked_mul(own / gcd(common, own))?;
    }
    let weight = |share: Option<Share>| match share {
        Some(share) => u32::try_from(common / u64::from(share.hundredths())).ok(),
        None => Some(1),
    };
    shares().map(weight).collect()
}

/// Sums of weighted squares stay below this, so that some of them can be added.
const MOST_SQUARES: u128 = 1 << 59;

/// Can the squares of all loads be counted in a word, however the duties fall?
pub fn are_squares_countable(lists: &Lists) -> bool {
    let Some(weights) = square_weights(lists) else {
        return false;
    };
    if weights.iter().all(|&weight| weight == 1) {
        return true;
    }
    let all = |role: Role| -> u128 {
        let sittings = lists.sittings.iter();
        sittings
            .map(|it| u128::from(it.places[role]) * u128::from(it.load(role)))
            .sum()
    };
    let square = |role: Role| -> u128 {
        let most = all(role);
        let people = lists.people.iter().zip(&weights);
        let squares = people.map(|(person, &weight)| {
            let load = u128::from(person.history[role]) + most;
            load.saturating_mul(load).saturating_mul(weight.into())
        });
        squares.fold(0, u128::saturating_add)
    };
    Role::ALL.iter().all(|&role| square(role) < MOST_SQUARES)
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn shares_read_as_people_write_them() {
        let text = |hundredths| Share::of_hundredths(hundredths).map(|it| it.to_string());
        assert_eq!(text(100).as_deref(), Some("1"));
        assert_eq!(text(50).as_deref(), Some("0.5"));
        assert_eq!(text(5).as_deref(), Some("0.05"));
        assert_eq!(text(125).as_deref(), Some("1.25"));
        assert_eq!(text(300).as_deref(), Some("3"));
        assert_eq!((text(4), text(301), text(65_636)), (None, None, None));
    }
}
