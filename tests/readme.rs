//! The rule table of the README is the catalogue's; `SNAPSHOTS=overwrite` writes it anew.

use std::fmt::Write as _;
use std::path::Path;

use recuse::domain::Role;
use recuse::rules::CATALOGUE;

const START: &str = "<!-- rules: written by tests/readme.rs -->\n";
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
        "SNAPSHOTS=overwrite cargo test --test readme"
    );
}
