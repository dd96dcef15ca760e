//! From the optimal face to a roster: costs drawn at random make one corner of it the cheapest; what is nearly whole
//! there is fixed, and the rest solved again.

use super::super::draft::{Board, Draft};
use super::super::polish;
use super::super::random::Random;
use super::model::Model;
use super::program::{Held, Question};
use super::search::Duties;

/// A share that counts as whole.
const WHOLE: f64 = 0.97;
/// Programs of one dive.
const PROGRAMS: usize = 80;
/// Random costs are below this.
const DRAWN: usize = 1 << 10;

/// A legal roster near a corner of the face on which the levels have these values.
pub fn dive(
    (model, board): (&Model<'_>, &Board<'_>),
    open: &[usize],
    held: &[Held],
    (seed, stop): (u64, &dyn Fn() -> bool),
) -> Duties {
    let mut random = Random::new(seed);
    let drawn: Vec<f64> = model
        .pairs
        .iter()
        .map(|_| random.below(DRAWN) as f64 / DRAWN as f64)
        .collect();
    let mut fixed = Vec::new();
    let mut wanted = Vec::new();
    let question = Question {
        held,
        cost: &|pair| drawn[pair],
        empty: &|_| 0.0,
        squares: None,
    };
    for _ in 0..PROGRAMS {
        if stop() {
            break;
        }
        let Some(answer) = model.ask(open, &fixed, &question) else {
            break;
        };
        let shares = open.iter().copied().zip(answer.shares);
        let mut shares: Vec<(usize, f64)> = shares.filter(|it| it.1 > 1e-4).collect();
        shares.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let whole = shares.partition_point(|it| it.1 > WHOLE);
        let sure = if whole == 0 {
            1.min(shares.len())
        } else {
            whole
        };
        fixed.extend(shares[..sure].iter().map(|it| it.0));
        wanted = shares.split_off(sure);
        if wanted.is_empty() {
            break;
        }
    }
    let mut draft = Draft::new(board, Vec::new());
    for pair in fixed.into_iter().chain(wanted.into_iter().map(|it| it.0)) {
        let it = &model.pairs[pair];
        draft.add(model.demands[it.demand as usize], it.id);
    }
    complete(model, draft, stop)
}

/// Fills what can be filled and improves what can be improved.
pub fn complete(model: &Model<'_>, mut draft: Draft<'_>, stop: &dyn Fn() -> bool) -> Duties {
    for &demand in model.demands {
        draft.fill(demand);
    }
    polish::descend(&mut draft, polish::ALL, stop);
    draft.into_duties()
}
