//! Possible conflicts: a duty whose person shares a surname with a parent of the class, while no table says they are kin.

use std::collections::BTreeMap;

use crate::domain::{Cell, ClassId, Code, Duty, PersonId, RuleCode, School};

use crate::rules::Evidence;

use super::finding::{Finding, Weight};
use super::ledger::Ledger;
use super::surname::family_stem;

/// Hints, one for a duty at most.
pub fn findings(ledger: &Ledger<'_>) -> Vec<Finding> {
    let families = Families::of(ledger.school);
    ledger
        .duties
        .iter()
        .filter_map(|listed| {
            let class = ledger.sitting(listed.duty).class;
            let evidence = families.namesakes(ledger.school, listed.duty, class)?;
            Some(Finding {
                code: Code::Rule(RuleCode::PersonalTie),
                weight: Weight::Possible,
                row: Some(listed.row),
                sitting: Some(listed.duty.sitting),
                role: listed.duty.role,
                person: Some(listed.duty.person),
                evidence: Evidence::of_cells(evidence),
                waiver: None,
                clash: None,
            })
        })
        .collect()
}

/// Parents of each class by the stem of their surname.
struct Families {
    stems: Vec<Option<String>>,
    parents: BTreeMap<ClassId, BTreeMap<String, Vec<Cell>>>,
}

impl Families {
    fn of(school: &School) -> Self {
        let stems: Vec<Option<String>> = school
            .people
            .iter()
            .map(|person| family_stem(&person.name))
            .collect();
        let mut parents: BTreeMap<ClassId, BTreeMap<String, Vec<Cell>>> = BTreeMap::new();
        for child in &school.children {
            if let Some(stem) = &stems[child.parent.index()] {
                let of_class = parents.entry(child.class).or_default();
                of_class
                    .entry(stem.clone())
                    .or_default()
                    .push(child.read_at);
            }
        }
        Self { stems, parents }
    }

    /// Rows of the class's parents who share the person's surname; `None` where a table already tells of kin.
    fn namesakes(&self, school: &School, duty: Duty, class: ClassId) -> Option<Vec<Cell>> {
        if is_known_kin(school, duty.person, class) || school.is_cleared(duty.person, class) {
            return None;
        }
        let stem = self.stems[duty.person.index()].as_ref()?;
        self.parents.get(&class)?.get(stem).cloned()
    }
}

fn is_known_kin(school: &School, person: PersonId, class: ClassId) -> bool {
    let is_parent = school
        .children_of(person)
        .iter()
        .any(|child| child.class == class);
    is_parent || school.ties_of(person).iter().any(|tie| tie.class == class)
}
