//! Pins that say `must`: the person holds the place. (Those that say `never` are judged with the duties.)

use crate::domain::{Pin, PinKind, Seat, StructuralCode};

use crate::rules::Evidence;

use super::finding::Finding;
use super::ledger::Ledger;

/// `must` pins that the roster does not honour.
pub fn findings(ledger: &Ledger<'_>) -> Vec<Finding> {
    ledger
        .school
        .pins
        .iter()
        .filter(|pin| pin.kind == PinKind::Must && !is_honoured(ledger, pin))
        .map(|pin| Finding {
            row: ledger.rows_of(pin.sitting, pin.role).first().copied(),
            person: Some(pin.person),
            evidence: Evidence::of_cells([pin.read_at]),
            ..Finding::of_place(StructuralCode::PinBroken, pin.sitting, pin.role)
        })
        .collect()
}

fn is_honoured(ledger: &Ledger<'_>, pin: &Pin) -> bool {
    let rows = ledger.rows_of(pin.sitting, pin.role);
    rows.iter().any(|&row| match ledger.seat(row) {
        Seat::Person(person) => *person == pin.person,
        // Whether the pin is honoured depends on the answer to the question.
        Seat::Ambiguous { candidates, .. } => candidates.contains(&pin.person),
        Seat::Empty | Seat::Unknown(_) => false,
    })
}
