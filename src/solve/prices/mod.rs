//! Bounds by prices: every seat pays its price to whoever takes it, everyone takes the legal set of duties that is best
//! for them alone, and the sum is a bound that no roster beats.
//!
//! Overlaps and all limits of a person are exact in it, and so, with the best prices, it equals the bound of column
//! generation over whole personal rosters (Dantzig, Wolfe, Operations Research 1960; Geoffrion, "Lagrangean relaxation
//! for integer programming", 1974). What is left is closed by branching on one person and one demand.

mod ascent;
mod branch;
mod certificate;
mod person;
mod primal;
mod works;

use crate::domain::{PersonId, Role, RoleMap};
use crate::proof::stride;

use super::cost::Weights;
use super::instance::Instance;
use super::levels::Level;

pub use branch::close;
pub use certificate::Certificate;

/// A component with its costs in one word.
pub struct Market<'a> {
    /// The school.
    pub instance: &'a Instance,
    /// The component's demands, as positions among the instance's.
    pub demands: &'a [usize],
    /// Cost of levels 1–4.
    pub weights: Weights,
    /// Everyone with what they may take.
    people: Vec<person::Person>,
    /// Cost of leaving one seat of each demand empty, times [`SCALE`].
    empty: Vec<i128>,
    /// By how much sums of squares of each role differ, where as many seats are filled.
    strides: RoleMap<i128>,
}

/// Prices and values inside are multiples of 1/`SCALE`.
pub const SCALE: i128 = 1 << 10;

/// A decision of one case: the person has the demand, or has it not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fixing {
    /// Who.
    pub person: PersonId,
    /// Position among the component's demands.
    pub demand: u32,
    /// Has it?
    pub taken: bool,
}

/// A case of a proof, with the prices that bound it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Decisions that make the case.
    pub fixed: Vec<Fixing>,
    /// Price of a seat of each demand, times [`SCALE`].
    pub prices: Vec<i128>,
}

/// What everyone takes at some prices.
pub struct Response {
    /// The bound, times [`SCALE`]; `None` where the case allows no roster at all.
    pub bound: Option<i128>,
    /// (Position among the people, position among the demands), by person.
    pub taken: Vec<(u32, u32)>,
}

impl<'a> Market<'a> {
    /// Opens the market; `None` where a person's day has too many different times for it.
    pub fn new(instance: &'a Instance, demands: &'a [usize], weights: Weights) -> Option<Self> {
        Self::with_charge(instance, demands, weights, &|_| 0)
    }

    /// The same where it costs something that a person has any duty at all.
    pub fn with_charge(
        instance: &'a Instance,
        demands: &'a [usize],
        weights: Weights,
        charge: &dyn Fn(PersonId) -> i128,
    ) -> Option<Self> {
        let people = person::Person::all(instance, demands, &weights, charge)?;
        let empty = demands
            .iter()
            .map(|&index| SCALE * weights.pack(&instance.demands[index].empty_seat()))
            .collect();
        let strides = Role::ALL.map(|role| {
            let standing = people.iter().map(|it| &instance.standing[it.id.index()]);
            stride(standing.map(|it| (1, it.load[role].into(), it.weight(role).into())))
        });
        Some(Self {
            instance,
            demands,
            weights,
            people,
            empty,
            strides: RoleMap(strides),
        })
    }

    /// Everyone who may take one of the demands, ascending.
    pub fn people(&self) -> impl ExactSizeIterator<Item = PersonId> + '_ {
        self.people.iter().map(|person| person.id)
    }

    /// What leaving one seat of the demand empty costs, times [`SCALE`].
    pub fn empty(&self, demand: usize) -> i128 {
        self.empty[demand]
    }

    /// The person at that position.
    pub fn person(&self, person: u32) -> PersonId {
        self.people[person as usize].id
    }

    /// Everyone's best response to the prices, none of which exceeds the cost of an empty seat.
    pub fn respond(&self, prices: &[i128], fixed: &[Fixing]) -> Response {
        let seats = |index: usize| i128::from(self.instance.demands[index].seats);
        let mut bound: i128 = self
            .demands
            .iter()
            .zip(prices)
            .map(|(&index, price)| seats(index) * price)
            .sum();
        let mut taken = Vec::new();
        for (position, person) in self.people.iter().enumerate() {
            let mine = fixed.iter().filter(|it| it.person == person.id);
            let Some(best) = person.respond(prices, mine) else {
                return Response { bound: None, taken };
            };
            bound += best.cost;
            taken.extend(best.taken.iter().map(|&demand| (position as u32, demand)));
        }
        Response {
            bound: Some(bound),
            taken,
        }
    }

    /// By how much less a roster must cost if it costs less than `cost`: Σ load² has the parity of Σ load, which the
    /// number of filled seats decides; weights leave less of that.
    fn stride(&self, cost: i128) -> i128 {
        if self.people.iter().any(person::Person::checks) {
            return 1;
        }
        match self.weights.least() {
            Some(level @ Level::LoadSquares(role)) if self.weights.unpack(cost).get(level) > 0 => {
                self.strides[role]
            }
            _ => 1,
        }
    }

    /// The bound that the leaf proves, times [`SCALE`]; `None` where the case is empty.
    pub fn bound(&self, leaf: &Leaf) -> Option<i128> {
        let prices: Vec<i128> = leaf
            .prices
            .iter()
            .zip(&self.empty)
            .map(|(&price, &empty)| price.min(empty))
            .collect();
        self.respond(&prices, &leaf.fixed).bound
    }
}
