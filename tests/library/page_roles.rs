//! The page knows the roles by the cards that the program has; `SNAPSHOTS=overwrite` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use recuse::domain::{LoadUnit, Role, Word};

fn both(word: Word) -> String {
    format!("[{:?}, {:?}]", word.en, word.ru)
}

/// The cards, as a script.
fn script() -> String {
    let mut text = String::from(
        "/** The roles, as the program's cards have them: written by `tests/library/page_roles.rs`. */\n\n\
         export const ROLE_CARDS = /** @type {RoleCard[]} */ ([\n",
    );
    for role in Role::ALL {
        let words = role.words();
        let unit = match role.card().unit {
            LoadUnit::Duty => "duties",
            LoadUnit::Works => "works",
        };
        writeln!(
            text,
            "  {{\n    code: {:?},\n    timeBound: {},\n    unit: {unit:?},\n    one: {},\n    many: {},\n    short: {},\n  }},",
            role.name(),
            role.is_time_bound(),
            both(words.one),
            both(words.many),
            both(words.short)
        )
        .expect("a text takes all");
    }
    text.push_str(
        "]);\n\n/**\n * @typedef {object} RoleCard\n * @property {string} code\n * @property {boolean} timeBound\n \
         * @property {\"duties\"|\"works\"} unit\n * @property {[en: string, ru: string]} one\n \
         * @property {[en: string, ru: string]} many\n * @property {[en: string, ru: string]} short\n */\n",
    );
    text
}

#[test]
fn the_page_has_the_cards_of_the_roles() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/page/script/role-cards.js");
    if std::env::var("SNAPSHOTS").as_deref() == Ok("overwrite") {
        std::fs::write(&path, script()).expect("the script is written");
        return;
    }
    let there = std::fs::read_to_string(&path).expect("the script is there");
    assert_eq!(
        there,
        script(),
        "SNAPSHOTS=overwrite cargo test --test library page_roles"
    );
}
