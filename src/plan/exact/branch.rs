//! Where prices leave a gap: the part in cases, each with its own prices, until the least bound of all reaches the value.

use super::program::Open;
use super::{Effort, Range, dot};

/// A case: narrower ranges, what prices say of it, and which column it would be split by.
struct Case {
    ranges: Vec<Range>,
    bound: i64,
    split: Option<(usize, u32)>,
}

/// The least bound over all cases; better values met on the way are taken.
pub fn bound(open: &Open<'_>, values: &mut Vec<u32>, effort: Effort<'_>) -> i64 {
    let mut cases = vec![look(open, open.ranges.clone(), (values, effort))];
    for _ in 0..effort.cases {
        let value = dot(&open.sum, values);
        let weakest = cases.iter().enumerate().min_by_key(|(_, case)| case.bound);
        let Some((at, weakest)) = weakest else { break };
        let Some((column, below)) = weakest.split.filter(|_| weakest.bound < value) else {
            break;
        };
        if (effort.stop)() {
            break;
        }
        let case = cases.swap_remove(at);
        let (low, high) = case.ranges[column];
        for range in [(low, below), (below + 1, high)] {
            let mut ranges = case.ranges.clone();
            ranges[column] = range;
            let mut part = look(open, ranges, (values, effort));
            part.bound = part.bound.max(case.bound);
            cases.push(part);
        }
    }
    let least = cases.iter().map(|case| case.bound).min();
    least.unwrap_or(i64::MIN).min(dot(&open.sum, values))
}

fn look(
    open: &Open<'_>,
    ranges: Vec<Range>,
    (values, effort): (&mut Vec<u32>, Effort<'_>),
) -> Case {
    let narrowed = open.within(&ranges);
    let value = dot(&open.sum, values);
    let Some(priced) = narrowed.priced(value, effort.stop) else {
        return Case {
            ranges,
            bound: i64::MIN,
            split: None,
        };
    };
    narrowed.take(&priced.values, values);
    let part = |value: &f64| (value - value.floor() - 0.5).abs();
    let open_columns = priced.values.iter().enumerate();
    let nearest = open_columns
        .filter(|(at, _)| ranges[*at].0 < ranges[*at].1)
        .min_by(|a, b| part(a.1).total_cmp(&part(b.1)));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a column's range, which is small"
    )]
    let split = nearest.map(|(at, value)| {
        let (low, high) = ranges[at];
        let most = f64::from(high - low - 1);
        (at, low + value.floor().clamp(0.0, most) as u32)
    });
    Case {
        ranges,
        bound: priced.bound,
        split,
    }
}
