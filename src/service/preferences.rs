//! How often each preference was set aside, in words.

use std::collections::BTreeMap;

use crate::check::Findings;
use crate::domain::{Code, Lang, Objective, RuleCode};
use crate::lang::preferences as words;
use crate::rules;

/// A line for each preference that was set aside, in the rules' order; `least` is what no roster can better, where a solver
/// has proven anything.
pub fn preferences(findings: &Findings, least: Option<&Objective>, lang: Lang) -> Vec<String> {
    let mut times: BTreeMap<RuleCode, usize> = BTreeMap::new();
    for finding in &findings.preferences {
        if let Code::Rule(code) = finding.code {
            *times.entry(code).or_default() += 1;
        }
    }
    let is_fewest = least.is_some_and(|least| no_fewer(&findings.objective, least));
    times
        .into_iter()
        .map(|(code, times)| {
            let what = rules::preference(code).in_lang(lang);
            words::used(what, times, is_fewest, lang)
        })
        .collect()
}

/// Are the first two levels as low as any roster's? A rule's own bound means nothing while a graver level is open.
fn no_fewer(is: &Objective, least: &Objective) -> bool {
    let uses = |objective: &Objective| -> BTreeMap<RuleCode, u64> {
        let used = objective.avoided.iter().filter(|&(_, &count)| count > 0);
        used.map(|(&code, &count)| (code, count)).collect()
    };
    is.unfilled == least.unfilled && uses(is) == uses(least)
}
