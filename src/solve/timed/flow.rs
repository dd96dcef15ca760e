//! A component's flow, made legal: over few pairs where those do, else over all.

use crate::domain::PersonId;

use super::super::budget::{Budget, Stop};
use super::super::cost::{Cost, Packing};
use super::super::levels::Levels;
use super::choice::{self, Choice, FOR_A_SEAT};
use super::layout::Layout;
use super::relaxation::Relaxation;
use super::repair::Repair;
use super::search::{self, Found};

/// What the flow of a component comes to.
pub struct Flow<C> {
    /// Its cost: no roster costs less.
    pub levels: Levels,
    /// The same without level 5.
    pub root: C,
    /// What a seat of each demand is worth, without level 5.
    pub duals: Vec<C>,
    /// The legal roster it was made into.
    pub duties: Vec<(usize, PersonId)>,
    /// What is known of that.
    pub found: Found<C>,
}

impl<C: Cost> Flow<C> {
    /// Over few pairs; `None` where those do not do for a flow that is cheapest over all of them and a roster as cheap:
    /// then `open` are the duties of the flow that go together.
    pub fn of_few(
        layout: &Layout<'_, C>,
        packing: &impl Packing<C>,
        (budget, open): (Budget<'_>, &mut Vec<(usize, PersonId)>),
    ) -> Option<Self> {
        let relaxation = choice::cheapest(layout, FOR_A_SEAT, budget.stop)?;
        let (mut flow, mut repair) = Self::read(relaxation, (packing, budget.stop));
        if !search::at_root(&mut repair, flow.root, budget) {
            repair.give_up_all();
            *open = repair.duties();
            return None;
        }
        flow.duties = repair.duties();
        Some(flow)
    }

    /// Over all pairs; `None` where there is no time for it.
    pub fn of_all(
        layout: &Layout<'_, C>,
        packing: &impl Packing<C>,
        budget: Budget<'_>,
    ) -> Option<Self> {
        let mut relaxation = layout.network(&Choice::All);
        if !relaxation.solve(budget.stop) {
            return None;
        }
        let (flow, mut repair) = Self::read(relaxation, (packing, budget.stop));
        let found = search::search(&mut repair, flow.root, budget);
        Some(Self {
            duties: repair.duties(),
            found,
            ..flow
        })
    }

    /// The duties alone, where the flow is no worse than `upper` at the levels above an even spread.
    pub fn reaching(
        layout: &Layout<'_, C>,
        (packing, upper): (&impl Packing<C>, &Levels),
        budget: Budget<'_>,
    ) -> Option<Vec<(usize, PersonId)>> {
        let few = choice::cheapest(layout, FOR_A_SEAT, budget.stop);
        let relaxation = few.or_else(|| {
            let mut all = layout.network(&Choice::All);
            all.solve(budget.stop).then_some(all)
        })?;
        let (flow, mut repair) = Self::read(relaxation, (packing, budget.stop));
        if flow.levels.above_spread() > *upper {
            return None;
        }
        search::search(&mut repair, flow.root, budget);
        Some(repair.duties())
    }

    /// The flow without level 5, taken for legal and proven, and what makes it legal.
    fn read<'l>(
        mut relaxation: Relaxation<'l, C>,
        (packing, stop): (&impl Packing<C>, Stop<'l>),
    ) -> (Self, Repair<'l, C>) {
        let total = relaxation.network.total();
        relaxation.network.map_costs(|cost| packing.truncate(cost));
        debug_assert!(
            relaxation.is_proven(),
            "dropping level 5 leaves the flow cheapest"
        );
        let root = packing.truncate(total);
        let flow = Self {
            levels: packing.unpack(total),
            root,
            duals: relaxation.prices(),
            duties: Vec::new(),
            found: Found {
                bound: root,
                is_proven: true,
            },
        };
        (flow, Repair::new(relaxation, stop))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::account;
    use super::super::super::cost::MixedRadix;
    use super::super::super::instance::Slots;
    use super::super::super::naive::{self, Shape};
    use super::super::super::random::Random;
    use super::*;

    #[test]
    fn few_pairs_prove_what_all_of_them_do() {
        let shape = Shape::overlapping(60, 60);
        let budget = Budget {
            nodes: 200,
            stop: &|| false,
            tell: &|_| {},
        };
        let mut random = Random::new(3);
        let (mut by_few, mut compared) = (0, 0);
        for _ in 0..5 {
            let instance = naive::instance(shape, &mut random);
            let demands: Vec<usize> = (0..instance.demands.len()).collect();
            let slots = Slots::of(&instance);
            let greatest = super::super::greatest((&instance, &slots), &demands);
            let packing = MixedRadix::<i128>::new(&greatest).unwrap();
            let layout = Layout::new((&instance, &slots), &demands, &packing);
            let all = Flow::of_all(&layout, &packing, budget).unwrap();
            // Too few to begin with: those that pay must be let in.
            for for_a_seat in [1, 2, FOR_A_SEAT] {
                if let Some(few) = choice::cheapest(&layout, for_a_seat, &|| false) {
                    assert!(few.pairs.len() < Choice::All.count(&layout));
                    assert_eq!(packing.unpack(few.network.total()), all.levels);
                    by_few += 1;
                }
            }
            let Some(few) = Flow::of_few(&layout, &packing, (budget, &mut Vec::new())) else {
                continue;
            };
            compared += 1;
            assert!(naive::is_legal(&instance, &few.duties));
            let value = account::growth(&instance, &demands, &few.duties);
            assert_eq!(value.deciding(), packing.unpack_truncated(few.root));
            assert!(few.root <= all.found.bound);
            assert_eq!(
                all.found.is_proven.then_some(all.found.bound),
                Some(few.root)
            );
            let solved = super::super::solve((&instance, &slots), &demands, budget);
            assert_eq!(solved.bound.deciding(), value.deciding());
            assert!(solved.certificates.iter().all(|it| it.holds(&instance)));
        }
        assert!(by_few > 9 && compared > 2, "{by_few} {compared}");
    }
}
