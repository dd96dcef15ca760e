//! Level 6: a walk among rosters of equal value, drawn with the seed, so that nobody can foresee their duties.

use super::budget::Stop;
use super::draft::{Draft, Move, Wish};
use super::random::Random;

/// Steps tried for each duty.
const STEPS: usize = 10;

/// After so many steps a walk asks whether to stop.
const ASKED: usize = 64;

/// Walks: every step hands a duty over, exchanges two or rotates three, and is made only where no level changes.
pub fn walk(draft: &mut Draft<'_>, seed: u64, stop: Stop<'_>) {
    let mut random = Random::new(seed);
    for at in 0..STEPS * draft.len() {
        if at.is_multiple_of(ASKED) && stop() {
            return;
        }
        step(draft, &mut random);
    }
}

fn step(draft: &mut Draft<'_>, random: &mut Random) {
    let duty = random.below(draft.len());
    let (holder, demand) = (draft.holder(duty), draft.demand(duty));
    let to = demand.candidates[random.below(demand.candidates.len())].person;
    if to == holder {
        return;
    }
    let first = Move { duty, to };
    if draft.load(to, demand.role) + demand.load == draft.load(holder, demand.role)
        && draft.fits(duty, to, None)
        && draft.is_no_dearer(duty, to)
        && draft.make(&[first], Wish::Same)
    {
        return;
    }
    let theirs = draft.duties_of(to);
    if theirs.is_empty() {
        return;
    }
    let second = theirs[random.below(theirs.len())] as usize;
    let back = Move {
        duty: second,
        to: holder,
    };
    if !draft.fits(duty, to, Some(second)) {
        return;
    }
    if draft.fits(second, holder, Some(duty)) && draft.make(&[first, back], Wish::Same) {
        return;
    }
    let candidates = &draft.demand(second).candidates;
    let third = candidates[random.below(candidates.len())].person;
    let theirs = draft.duties_of(third);
    if third == holder || third == to || theirs.is_empty() {
        return;
    }
    let last = theirs[random.below(theirs.len())] as usize;
    let rotation = [
        first,
        Move {
            duty: second,
            to: third,
        },
        Move {
            duty: last,
            to: holder,
        },
    ];
    if draft.fits(second, third, Some(last)) && draft.fits(last, holder, Some(duty)) {
        draft.make(&rotation, Wish::Same);
    }
}
