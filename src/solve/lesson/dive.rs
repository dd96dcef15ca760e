//! From the optimal face to a roster: costs drawn at random make one corner of it the cheapest; what is nearly whole
//! there is fixed, and the rest solved again.

use super::super::account;
use super::super::budget::Stop;
use super::super::draft::{Board, Draft};
use super::super::levels::Levels;
use super::super::polish;
use super::super::random::Random;
use super::columns::Columns;
use super::model::Model;
use super::program::{Held, Question};
use super::search::Duties;

/// A share that counts as whole.
const WHOLE: f64 = 0.85;
/// A share that counts as nothing.
const NOTHING: f64 = 1e-3;
/// Programs of one dive.
const PROGRAMS: usize = 60;
/// Random costs are below this.
const DRAWN: usize = 1 << 10;

/// What a dive looks for.
pub struct Dive<'d> {
    /// The component.
    pub model: &'d Model<'d>,
    /// For drafts.
    pub board: &'d Board<'d>,
    /// Levels at their values.
    pub held: &'d [Held],
    /// The same.
    pub wanted: &'d Levels,
    /// Asked between programs, and in them.
    pub stop: Stop<'d>,
}

impl Dive<'_> {
    /// The best legal roster near a corner of the face, with its value.
    pub fn run(&self, columns: &Columns, seed: u64) -> (Duties, Levels) {
        let mut random = Random::new(seed);
        let draw = |_| random.below(DRAWN) as f64 / DRAWN as f64;
        let drawn: Vec<f64> = (0..self.model.pairs.len()).map(draw).collect();
        let question = Question {
            held: self.held,
            cost: &|pair| drawn[pair],
            empty: &|_| 0.0,
            squares: None,
            ranges: &columns.ranges,
        };
        let mut fixed: Vec<usize> = Vec::new();
        let mut best: Option<(Duties, Levels)> = None;
        for _ in 0..PROGRAMS {
            let asked = self
                .model
                .ask((&columns.open, &fixed), &question, self.stop);
            let Some(answer) = asked else { break };
            let shares = columns.open.iter().copied().zip(answer.shares);
            let mut shares: Vec<(usize, f64)> = shares.filter(|it| it.1 > NOTHING).collect();
            shares.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let wanted = fixed.iter().copied().chain(shares.iter().map(|it| it.0));
            let found = self.roster(wanted);
            let is_reached = self.is_reached(&found.1);
            if best.as_ref().is_none_or(|known| found.1 < known.1) {
                best = Some(found);
            }
            let whole = shares.partition_point(|it| it.1 > WHOLE);
            let sure = whole.max(1.min(shares.len()));
            fixed.extend(shares[..sure].iter().map(|it| it.0));
            if is_reached || sure == shares.len() {
                break;
            }
        }
        best.unwrap_or_else(|| self.roster(fixed.into_iter()))
    }

    fn is_reached(&self, value: &Levels) -> bool {
        let mut held = self.held.iter();
        held.all(|&(level, _)| value.get(level) == self.wanted.get(level))
    }

    /// The roster of these pairs, the first of them first as far as they go together, made full.
    fn roster(&self, wanted: impl Iterator<Item = usize>) -> (Duties, Levels) {
        let mut draft = Draft::new(self.board, Vec::new());
        for pair in wanted {
            let it = &self.model.pairs[pair];
            draft.add(self.model.demands[it.demand as usize], it.id);
        }
        let duties = complete(self.model.demands, draft, self.stop);
        let value = account::growth(self.model.instance, self.model.demands, &duties);
        (duties, value.deciding())
    }
}

/// Fills what can be filled and improves what can be improved.
pub fn complete(demands: &[usize], mut draft: Draft<'_>, stop: Stop<'_>) -> Duties {
    for &demand in demands {
        draft.fill(demand);
    }
    polish::descend(&mut draft, polish::ALL, stop);
    draft.into_duties()
}
