//! Judges a roster written by hand against a school of five people: `cargo run --example check`.

use recuse::domain::Lang;
use recuse::input::{InputFile, ReadOptions};
use recuse::service::{CheckError, CheckRequest, check};

const STAFF: &str = "person,subjects,roles\n\
    Ada Stone,Physics,\n\
    Boris Hill,Physics,\n\
    Clara Wood,History,\n";
const LOAD: &str = "person,subject,class\n\
    Ada Stone,Physics,7A\n\
    Boris Hill,Physics,7B\n\
    Clara Wood,History,7B\n";
const ROSTER: &str = "date,lesson,class,subject,role,person\n\
    2026-04-21,2,7A,Physics,proctor,Ada Stone\n\
    2026-04-21,2,7A,Physics,checker,Boris Hill\n\
    2026-04-21,2,7A,Physics,observer,Dora Lake\n";

fn main() -> Result<(), CheckError> {
    let files = [
        file("staff.csv", STAFF),
        file("load.csv", LOAD),
        file("classes.csv", "class\n7A\n7B\n"),
        file("parents.csv", "parent,class\nDora Lake,7B\nKarl Lake,7A\n"),
        file(
            "schedule.csv",
            "date,lesson,class,subject\n2026-04-21,2,7A,Physics\n",
        ),
    ];
    let checked = check(&CheckRequest {
        files: &files,
        roster: &file("roster.csv", ROSTER),
        read: ReadOptions::default(),
    })?;
    let report = checked.report(Lang::En);
    println!("{:?}", report.verdict);
    for finding in report.conflicts.iter().chain(&report.exceptions) {
        println!(
            "row {:?}: {} [{}]",
            finding.row, finding.message, finding.rule
        );
    }
    Ok(())
}

fn file(name: &str, text: &str) -> InputFile {
    InputFile {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}
