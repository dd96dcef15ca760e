//! The rule table of the README is the catalogue's, and the picture of a report is what the program prints;
//! `SNAPSHOTS=overwrite` writes both anew.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use recuse::domain::Role;
use recuse::rules::CATALOGUE;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

const START: &str = "<!-- rules: written by tests/library/readme.rs -->\n";
const END: &str = "<!-- /rules -->";

fn table() -> String {
    let mut table =
        String::from("\n| rule | role | says | vpr | plan | strict |\n|---|---|---|---|---|---|\n");
    for rule in CATALOGUE {
        let roles: Vec<&str> = rule
            .roles
            .iter()
            .filter(|&role| rule.roles.iter().count() == 1 || role != Role::Assistant)
            .map(Role::name)
            .collect();
        let severities = rule.default;
        writeln!(
            table,
            "| `{}` | {} | {} | {} | {} | {} |",
            rule.code.name(),
            roles.join(", "),
            rule.what.en,
            severities.vpr.name(),
            severities.plan.name(),
            severities.strict.name()
        )
        .unwrap();
    }
    table.push('\n');
    table
}

#[test]
fn the_readme_shows_the_catalogue() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme
        .split_once(START)
        .expect("the README has a place for the rules");
    let (shown, after) = rest.split_once(END).expect("the place has an end");
    if std::env::var("SNAPSHOTS").as_deref() == Ok("overwrite") {
        std::fs::write(&path, format!("{before}{START}{}{END}{after}", table())).unwrap();
        return;
    }
    assert_eq!(
        shown,
        table(),
        "SNAPSHOTS=overwrite cargo test --test library readme"
    );
}

/// Findings that the picture shows; the rest is much like them.
const SHOWN: usize = 4;

#[test]
fn the_picture_of_a_report_is_the_report() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_recuse"))
        .current_dir(root)
        .args([
            "check",
            "data/manual/faults-rules.csv",
            "--data",
            "data/school-31",
        ])
        .args(["--lang", "ru", "--color", "always"])
        .output()
        .unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    let blocks: Vec<&str> = report.split("\n\n").take(2 + SHOWN).collect();
    let picture = Data::text(format!("{}\n\n…\n", blocks.join("\n\n")));
    let path = root.join("data/pictures/check.term.svg");
    Assert::new().action_env("SNAPSHOTS").eq(
        picture.coerce_to(DataFormat::TermSvg),
        Data::read_from(&path, Some(DataFormat::TermSvg)),
    );
}
