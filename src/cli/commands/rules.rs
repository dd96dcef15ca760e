//! `rules`: the catalogue, or one rule.

use crate::cli::Outcome;
use crate::cli::failure::Failure;
use crate::cli::layout::{columns, indent, wrap};
use crate::cli::screen::{STRONG, Screen, print};
use crate::domain::{Preset, Role};
use crate::lang::{Lang, commands::rules as words};
use crate::service::{self, RuleCard};

#[derive(Debug, clap::Args)]
pub struct RulesArgs {
    /// The rule to explain
    pub code: Option<String>,
}

/// Width of the running text.
const WIDTH: usize = 88;

/// Prints the list, or the rule asked for.
pub fn run(args: &RulesArgs, screen: Screen) -> Result<Outcome, Failure> {
    let lang = screen.lang;
    let text = match &args.code {
        Some(code) => one(&service::rule_card(code.trim(), lang)?, lang),
        None => list(&service::rule_cards(lang), lang),
    };
    print(&text);
    Ok(Outcome::Clean)
}

fn list(cards: &[RuleCard], lang: Lang) -> String {
    let header = words::header(lang).map(str::to_owned);
    let rows = cards.iter().map(|card| {
        let [vpr, plan, strict] = card.severities.unwrap_or([words::always(lang); 3]);
        [card.code, &roles(card, lang), vpr, plan, strict, card.what].map(str::to_owned)
    });
    let rows: Vec<[String; 6]> = std::iter::once(header).chain(rows).collect();
    format!("{}\n{}", columns(&rows), words::hint(lang))
}

fn roles(card: &RuleCard, lang: Lang) -> String {
    if card.roles.is_empty() || card.roles.len() == Role::ALL.len() {
        return words::every_role(lang).to_owned();
    }
    let names: Vec<&str> = card
        .roles
        .iter()
        .map(|&role| role.words().one.in_lang(lang))
        .collect();
    names.join(", ")
}

fn one(card: &RuleCard, lang: Lang) -> String {
    let [why, fix, example, source, severity, role] = words::labels(lang);
    let severities = match card.severities {
        Some(severities) => {
            let one = |(preset, severity): (Preset, &str)| format!("{} {severity}", preset.name());
            let all: Vec<String> = Preset::ALL.into_iter().zip(severities).map(one).collect();
            all.join(", ")
        }
        None => words::always(lang).to_owned(),
    };
    let mut text = format!(
        "{STRONG}{}{STRONG:#} – {}\n{}\n",
        card.code,
        card.name,
        wrap(card.what, WIDTH)
    );
    let parts = [
        (why, Some(card.why)),
        (fix, Some(card.fix)),
        (example, card.example),
        (source, card.source),
        (severity, Some(severities.as_str())),
        (role, Some(roles(card, lang).as_str())),
    ]
    .map(|(label, part)| (label, part.map(str::to_owned)));
    for (label, part) in parts {
        if let Some(part) = part {
            let part = indent(&wrap(&part, WIDTH), 2);
            text = format!("{text}\n{STRONG}{label}{STRONG:#}\n{part}");
        }
    }
    text
}
