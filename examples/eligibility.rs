//! Explains who may take a place and what bars the others: `cargo run --example eligibility`.

use recuse::domain::{Role, Severity, SittingId};
use recuse::input::{ReadOptions, read};
use recuse::rules::judge;
use recuse::service::demo::{Size, made_up};

fn main() {
    let reading = read(&made_up(Size::Small, 1), &ReadOptions::default());
    let Some(school) = reading.school else {
        unreachable!("the made-up school can be read");
    };
    let (id, role) = (SittingId::new(0), Role::Checker);
    let sitting = school.sitting(id);
    for person in school.person_ids() {
        if !school.holds_role(person, role, sitting) {
            continue;
        }
        let verdicts = judge(&school, person, role, id);
        let reasons: Vec<String> = verdicts
            .iter()
            .filter(|verdict| verdict.severity == Severity::Forbid)
            .map(|verdict| {
                let cells = verdict.evidence.cells.iter();
                let rows: Vec<String> = cells
                    .map(|cell| {
                        format!("{}:{}", school.sources[cell.source.index()].file, cell.row)
                    })
                    .collect();
                format!("{} ({})", verdict.code.name(), rows.join(", "))
            })
            .collect();
        let verdict = if reasons.is_empty() {
            "may".to_owned()
        } else {
            reasons.join("; ")
        };
        println!("{}: {verdict}", school.person(person).name);
    }
}
