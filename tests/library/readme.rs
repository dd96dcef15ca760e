//! The rule table of the README is the catalogue's; the Russian one shows every column of every table, every rule and every setting
//! as the program knows them; and the picture of a report is what the program prints;
//! `SNAPSHOTS=overwrite` writes both anew.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use recuse::domain::{Lang, Role};
use recuse::input::{
    Choices, SETTING_SECTIONS, SettingKind, empty_tables, section_word, settings, value_word,
};
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

/// A section of the Russian README: what it is called in the comments around it, and what stands between them.
type Shown = (&'static str, String);

/// Every column of every table.
fn russian_tables() -> String {
    let mut text = String::new();
    for table in empty_tables(Lang::Ru) {
        let about = table.about;
        write!(text, "\n### {}\n\n{about}\n\n", table.name).unwrap();
        text.push_str("| столбец | что в нём | пример |\n|---|---|---|\n");
        for column in table.columns {
            let star = if column.is_required { "\\*" } else { "" };
            let words = match column.choices {
                Choices::Words(words) => format!(" ({})", words.join(", ")),
                Choices::Any | Choices::Table(_) => String::new(),
            };
            writeln!(
                text,
                "| `{}`{star} | {}{} | {} |",
                column.heading,
                escaped(column.note),
                escaped(&words),
                escaped(column.example)
            )
            .unwrap();
        }
    }
    text.push('\n');
    text
}

/// Every rule, with its severity in each preset.
fn russian_rules() -> String {
    let mut text =
        String::from("\n| правило | что говорит | vpr | plan | strict |\n|---|---|---|---|---|\n");
    let word = |severity: &str| match severity {
        "forbid" => "нельзя",
        "avoid" => "избегать",
        _ => "можно",
    };
    for rule in CATALOGUE {
        let severities = rule.default;
        let [vpr, plan, strict] = [severities.vpr, severities.plan, severities.strict];
        writeln!(
            text,
            "| {}<br>`{}` | {} | {} | {} | {} |",
            escaped(rule.name.ru),
            rule.code.name(),
            escaped(rule.what.ru),
            word(vpr.name()),
            word(plan.name()),
            word(strict.name())
        )
        .unwrap();
    }
    text.push('\n');
    text
}

/// Every key of the policy.
fn russian_settings() -> String {
    let mut text =
        String::from("\n| ключ | что это | что решает | значения |\n|---|---|---|---|\n");
    for section in SETTING_SECTIONS {
        let title = section_word(section).ru;
        let place = if section.is_empty() {
            String::new()
        } else {
            format!("`[{section}]` ")
        };
        writeln!(text, "| **{place}{title}** | | | |").unwrap();
        for setting in settings().into_iter().filter(|it| it.section == section) {
            let said = |word: &str| match value_word(setting.key, word) {
                Some(said) => format!("`{word}` – {}", said.ru),
                None => format!("`{word}`"),
            };
            let values = match setting.kind {
                SettingKind::Text => "текст".to_owned(),
                SettingKind::Lessons => "уроки: `6-8`".to_owned(),
                SettingKind::YesNo => "`true` или `false`".to_owned(),
                SettingKind::Count(most) => format!("число до {most}"),
                SettingKind::OneOf(words) => words
                    .iter()
                    .map(|it| said(it))
                    .collect::<Vec<_>>()
                    .join(", "),
                SettingKind::CountOr(most, word) => format!("число до {most} или {}", said(word)),
            };
            writeln!(
                text,
                "| `{}` | {} | {} | {values} |",
                setting.key, setting.title.ru, setting.about.ru
            )
            .unwrap();
        }
    }
    text.push('\n');
    text
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[test]
fn the_russian_readme_shows_all_columns_rules_and_settings() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.ru.md");
    let mut readme = std::fs::read_to_string(&path).unwrap();
    let all: [Shown; 3] = [
        ("tables", russian_tables()),
        ("rules", russian_rules()),
        ("settings", russian_settings()),
    ];
    let is_written = std::env::var("SNAPSHOTS").as_deref() == Ok("overwrite");
    for (name, wanted) in all {
        let (start, end) = (
            format!("<!-- {name}: written by tests/readme.rs -->\n"),
            format!("<!-- /{name} -->"),
        );
        let (before, rest) = readme.split_once(&start).expect("a place in the README");
        let (shown, after) = rest.split_once(&end).expect("an end of the place");
        if !is_written {
            assert_eq!(
                shown, wanted,
                "SNAPSHOTS=overwrite cargo test --test readme"
            );
        }
        readme = format!("{before}{start}{wanted}{end}{after}");
    }
    if is_written {
        std::fs::write(&path, readme).unwrap();
    }
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
